"""Words of targets: how a figure is compared, ranges, aims without a figure, and where figures come from."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import aim_words as closed

COMPARED = {
    "vi": Pool(
        shared=[("≥ {}", ">="), (">= {}", ">="), ("> {}", ">"), ("{}", "="), ("{}", "="), ("≤ {}", "<="), ("Tối thiểu {}", ">=")],
        dev=[("Trên {}", ">"), ("ít nhất {}", ">="), ("Tối đa {}", "<=")],
        second=[("≥{}", ">="), ("Dưới {}", "<"), ("Không quá {}", "<="), ("Đạt {}", "="), ("trên {}", ">"), ("< {}", "<")],
        third=[
            ("Từ {} trở lên", ">="), ("Đạt trên {}", ">"), ("Đạt tối thiểu {}", ">="), ("Không dưới {}", ">="),
            ("Phấn đấu đạt {}", "="), ("Đạt ít nhất {}", ">="), ("Không vượt quá {}", "<="),
        ],
        fourth=[
            ("Không thấp hơn {}", ">="), ("Đạt từ {} trở lên", ">="), ("Tối thiểu đạt {}", ">="), ("Lớn hơn {}", ">"),
            ("Cao hơn {}", ">"), ("Nhỏ hơn {}", "<"), ("Thấp hơn {}", "<"), ("Đạt tối đa {}", "<="),
        ],
        fifth=[
            ("{} trở lên", ">="), ("Phấn đấu trên {}", ">"), ("Phấn đấu đạt trên {}", ">"), ("Phấn đấu tối thiểu {}", ">="),
            ("Đạt ≥ {}", ">="), ("Đạt không dưới {}", ">="), ("<= {}", "<="), ("Giảm xuống dưới {}", "<"),
        ],
        sixth=[
            ("Hơn {}", ">"), ("Phấn đấu ≥ {}", ">="), ("Chiếm trên {}", ">"), ("Giảm còn dưới {}", "<"),
            ("Không nhỏ hơn {}", ">="), ("Không cao hơn {}", "<="), ("Ít nhất là {}", ">="), ("Tăng lên {}", "="),
        ],
        seventh=[
            ("Vượt {}", ">"), ("Từ {} trở xuống", "<="), ("Không ít hơn {}", ">="), ("Đạt mức {}", "="),
            ("Đạt hơn {}", ">"), ("Nâng lên {}", "="), ("Duy trì trên {}", ">"), ("Không quá mức {}", "<="),
        ],
        eighth=[
            ("Ít nhất đạt {}", ">="), ("Đạt {} trở lên", ">="), ("Phấn đấu ít nhất {}", ">="),
            ("Bằng hoặc cao hơn {}", ">="), ("Giảm xuống còn {}", "="), ("Không lớn hơn {}", "<="),
            ("Duy trì dưới {}", "<"), ("Tăng lên trên {}", ">"),
        ],
        ninth=[
            ("Đạt thấp nhất {}", ">="), ("Trên mức {}", ">"), ("Dưới mức {}", "<"), ("Tối đa là {}", "<="), ("Tối thiểu là {}", ">="),
            ("Còn tối đa {}", "<="), ("Đạt bằng {}", "="), ("Vượt mức {}", ">"), ("Phấn đấu giảm còn {}", "="),
        ],
        tenth=[
            ("Trên {} (phấn đấu)", ">"), ("Từ mức {} trở lên", ">="), ("Bằng {}", "="), ("Dưới hoặc bằng {}", "<="),
            ("Ở mức {}", "="), ("Lên trên {}", ">"), ("Giữ dưới {}", "<"), ("Nỗ lực đạt {}", "="),
            ("Đạt hoặc vượt {}", ">="),
        ],
        usual=[("Trên {}", ">"), ("Đạt {}", "="), ("Dưới {}", "<")],
        eleventh=[
            ("Bảo đảm đạt {}", "="), ("Tối thiểu từ {}", ">="), ("Đạt {} trở xuống", "<="),
            ("Phấn đấu từ {} trở lên", ">="), ("Không thấp hơn mức {}", ">="), ("Duy trì ở mức {}", "="),
        ],
        twelfth=[
            ("Đạt ít nhất từ {}", ">="), ("Phấn đấu đạt tối thiểu {}", ">="),
            ("Lớn hơn hoặc bằng {}", ">="), ("Tối thiểu: {}", ">="), ("Phấn đấu đạt ít nhất {}", ">="),
            ("Còn dưới {}", "<"), ("Duy trì {}", "="), ("Đạt và vượt {}", ">="), ("Bình quân {}", "="),
        ],
        thirteenth=[
            ("Đạt tối thiểu ở mức {}", ">="), ("Phấn đấu đến {}", "="), ("Hạ xuống còn {}", "="),
            ("Đạt bình quân {}", "="), ("Đạt từ {}", ">="), ("Giảm còn {}", "="),
            ("Phấn đấu không dưới {}", ">="), ("Phấn đấu {}", "="), ("Giữ ở mức {}", "="),
        ],
        held_out=closed.COMPARED["vi"],
        fresh=0.5,
        share=0.25,
    ),
    "en": Pool(
        shared=[("≥ {}", ">="), (">= {}", ">="), ("> {}", ">"), ("{}", "="), ("{}", "="), ("At least {}", ">="), ("≤ {}", "<=")],
        dev=[("Above {}", ">"), ("at least {}", ">="), ("No more than {}", "<=")],
        second=[("More than {}", ">"), ("Less than {}", "<"), ("Up to {}", "<="), ("≥{}", ">="), ("Below {}", "<"), ("Not more than {}", "<=")],
        third=[
            ("Minimum of {}", ">="), ("Maximum of {}", "<="), ("Over {}", ">"), ("Under {}", "<"), ("{} or more", ">="),
            ("Not less than {}", ">="), ("At most {}", "<="),
        ],
        fourth=[
            ("Minimum {}", ">="), ("Maximum {}", "<="), ("No less than {}", ">="), ("Greater than {}", ">"), ("Fewer than {}", "<"),
            ("{}+", ">="), ("Not exceeding {}", "<="), ("Lower than {}", "<"),
        ],
        fifth=[
            ("<= {}", "<="), ("< {}", "<"), ("Reach {}", "="), ("Achieve {}", "="), ("{} or higher", ">="), ("{} or less", "<="),
            ("Higher than {}", ">"), ("A minimum of {}", ">="),
        ],
        sixth=[
            ("No fewer than {}", ">="), ("No higher than {}", "<="), ("In excess of {}", ">"), ("{} or above", ">="),
            ("{} or below", "<="), ("Increase to {}", "="), ("Reduce to below {}", "<"), ("Not below {}", ">="),
        ],
        seventh=[
            ("No lower than {}", ">="), ("Exceeding {}", ">"), ("Equal to or above {}", ">="),
            ("Not greater than {}", "<="), ("{} minimum", ">="), ("{} maximum", "<="), ("Raise to {}", "="),
            ("Rise to {}", "="),
        ],
        eighth=[
            ("Exceed {}", ">"), ("{} or greater", ">="), ("{} or lower", "<="), ("Attain {}", "="),
            ("Reduce to {}", "="), ("No greater than {}", "<="), ("Not lower than {}", ">="),
            ("Kept below {}", "<"),
        ],
        ninth=[
            ("{} at minimum", ">="), ("{} at most", "<="), ("Not fewer than {}", ">="), ("Upwards of {}", ">"), ("Set at {}", "="),
            ("Kept at or below {}", "<="), ("Surpass {}", ">"), ("Held under {}", "<"), ("Lowered to {}", "="),
        ],
        tenth=[
            ("{} as a minimum", ">="), ("No fewer than {} in all", ">="), ("Stand at {}", "="),
            ("Stay under {}", "<"), ("Get to {}", "="), ("Beyond {}", ">"), ("Topping {}", ">"),
            ("Limited to {}", "<="), ("{} or fewer", "<="),
        ],
        usual=[("More than {}", ">"), ("Less than {}", "<"), ("Up to {}", "<=")],
        eleventh=[
            ("A total of {}", "="), ("Minimum: {}", ">="), ("More than or equal to {}", ">="),
            ("Maximum: {}", "<="), ("Maintain at {}", "="), ("Not above {}", "<="),
        ],
        twelfth=[
            ("At least: {}", ">="), ("Reaching {}", "="),
            ("Increased to {}", "="), ("Reduced to {}", "="), ("Equal to or greater than {}", ">="),
            ("Above or equal to {}", ">="), ("Over and above {}", ">"), ("Maintained at {}", "="),
        ],
        thirteenth=[
            ("Raised to {}", "="), ("Kept at {}", "="), ("Capped at {}", "<="), ("Equal to {}", "="),
            ("At or above {}", ">="), ("Brought down to {}", "="), ("Min. {}", ">="), ("Target: {}", "="),
            ("Rising to {}", "="),
        ],
        held_out=closed.COMPARED["en"],
        fresh=0.5,
        share=0.25,
    ),
}  # fmt: skip
RANGE = "{} - {}"
LATER_RANGES = {
    "vi": Pool(
        shared=[RANGE],
        third=["Từ {} đến {}"],
        fourth=["{}-{}", "Trong khoảng {} - {}"],
        fifth=["{} đến {}", "Từ {} - {}"],
        sixth=["Từ {} tới {}", "{} – {}"],
        seventh=["Trong khoảng từ {} đến {}", "Đạt từ {} đến {}"],
        eighth=["Nằm trong khoảng {} - {}", "Mức từ {} đến {}"],
        ninth=["Khoảng từ {} tới {}", "Đạt {} - {}"],
        tenth=["Khoảng {} đến {}", "Trong mức {} - {}"],
        usual=["{}-{}"],
        eleventh=["Từ {} cho đến {}", "Vào khoảng {} - {}"],
        twelfth=["{} ÷ {}", "Từ {} – {}"],
        thirteenth=[
            "Khoảng {} - {}",
            "Đạt {} đến {}",
        ],
        held_out=closed.LATER_RANGES["vi"],
        fresh=0.5,
        share=0.3,
    ),
    "en": Pool(
        shared=[RANGE],
        third=["{} to {}"],
        fourth=["{}–{}", "Between {} and {}"],
        fifth=["From {} to {}", "{}-{}"],
        sixth=["From {} up to {}", "{} – {}"],
        seventh=["In the range of {} to {}", "In the range {} – {}"],
        eighth=["Within the range {}-{}", "Range of {} to {}"],
        ninth=["From {} through {}", "Ranging from {} to {}"],
        tenth=["Anywhere from {} to {}", "{} through {}"],
        usual=["{} to {}"],
        eleventh=["In the region of {} to {}", "{} up to {}"],
        twelfth=["Range: {}-{}", "{}–{} (range)"],
        thirteenth=[
            "In the range {} to {}",
            "Within {}-{}",
        ],
        held_out=closed.LATER_RANGES["en"],
        fresh=0.5,
        share=0.3,
    ),
}
IN_WORDS = {
    "vi": Pool(
        shared=["Đạt mức khá"],
        dev=["Cao hơn bình quân cả nước"],
        second=["Tăng dần qua từng năm", "Thuộc nhóm khá của vùng"],
        third=[
            "Giảm so với năm trước",
            "Giữ ổn định",
        ],
        fourth=["Tăng so với năm 2024", "Duy trì ở mức cao"],
        fifth=["Năm sau cao hơn năm trước", "Cải thiện thứ hạng"],
        sixth=["Tăng hằng năm", "Thuộc nhóm trung bình khá"],
        seventh=["Cao hơn năm trước", "Ổn định qua các năm"],
        eighth=["Cải thiện qua từng năm", "Giảm dần hằng năm"],
        ninth=["Duy trì như hiện nay", "Tăng đều hằng năm"],
        tenth=["Không thấp hơn kỳ trước", "Năm sau tốt hơn năm trước"],
        eleventh=["Tăng so với năm trước", "Duy trì ổn định"],
        twelfth=["Hoàn thành", "Tăng dần hằng năm", "Thuộc nhóm khá trở lên"],
        thirteenth=[
            "Đạt chuẩn",
            "Hoàn thành đúng tiến độ",
            "Duy trì thường xuyên",
            "Giữ vững",
        ],
        held_out=closed.IN_WORDS["vi"],
    ),
    "en": Pool(
        shared=["To be maintained"],
        dev=["Above the regional average"],
        second=["Steady improvement", "Downward trend"],
        third=[
            "Increase year on year",
            "Maintained or improved",
        ],
        fourth=["Improvement on baseline", "Continuous improvement"],
        fifth=["Year-on-year improvement", "Reduced from the baseline"],
        sixth=["Sustained improvement", "Gradual reduction"],
        seventh=["Upward trend", "No deterioration"],
        eighth=["Better than the previous year", "Annual increase"],
        ninth=["Held steady", "Fewer each year"],
        tenth=["No worse than now", "Better each year"],
        eleventh=["Improved", "Increasing trend"],
        twelfth=["Increased", "In place", "Increase annually"],
        thirteenth=[
            "Fully implemented",
            "Sustained",
            "Improving trend",
        ],
        held_out=closed.IN_WORDS["en"],
    ),
}

WITH_FIGURE = {
    "vi": Pool(
        sixth=[
            "Gấp 2 lần năm 2024",
            "Thuộc nhóm 10 địa phương dẫn đầu",
            "Tăng 1,5 lần so với năm 2024",
            "Giảm một nửa",
        ],
        seventh=[
            "Tăng gấp đôi",
            "Gấp 3 lần so với năm 2023",
            "Nằm trong 15 địa phương dẫn đầu",
            "Giảm 1/3 so với năm 2024",
        ],
        eighth=[
            "Gấp đôi năm 2024",
            "Tăng gấp rưỡi",
            "Trong nhóm 5 địa phương đứng đầu vùng",
            "Giảm 1/2 so với năm 2023",
        ],
        ninth=[
            "Gấp 1,8 lần năm 2023",
            "Trong tốp 20 cả nước",
            "Bằng một nửa năm 2022",
            "Tăng 2 bậc so với năm trước",
        ],
        tenth=[
            "Cao gấp 2,5 lần năm 2022",
            "Vào nhóm 12 tỉnh đứng đầu",
            "Giảm còn một phần ba",
            "Tăng 3 bậc xếp hạng",
        ],
        eleventh=["Gấp đôi so với năm 2024", "Trong nhóm 20 tỉnh, thành phố dẫn đầu"],
        twelfth=[
            "Thuộc nhóm 15 tỉnh, thành phố dẫn đầu cả nước",
            "Tăng 2 lần so với năm 2025",
            "Trong tốp 10 của cả nước",
        ],
        thirteenth=[
            "Xếp thứ 10 trở lên toàn quốc",
            "Giảm 10% so với năm trước",
            "Tăng thêm 3 bậc so với năm 2024",
        ],
        held_out=closed.WITH_FIGURE["vi"],
    ),
    "en": Pool(
        sixth=["Doubled", "Among the top 10 countries", "3 times the baseline", "Halved"],
        seventh=[
            "Cut by half",
            "Twice the 2024 level",
            "Ranked in the top 20 worldwide",
            "Reduced by one third",
        ],
        eighth=[
            "Tripled",
            "One and a half times the baseline",
            "In the top 50 of the index",
            "Half the 2023 level",
        ],
        ninth=[
            "Twofold increase",
            "One quarter of the baseline",
            "Within the regional top 5",
            "Up two places on the last ranking",
        ],
        tenth=[
            "Four times the 2022 figure",
            "Top 30 in the world index",
            "Two thirds of the starting level",
            "Three ranks higher",
        ],
        eleventh=["Double the 2024 figure", "Among the top 40 countries"],
        twelfth=["Double the baseline", "In the top 60 of the global ranking", "50% of the baseline"],
        thirteenth=[
            "Halve the 2023 figure",
            "3 places up in the national ranking",
            "Reduce by 10% from the baseline",
            "Among the top 5 States",
        ],
        held_out=closed.WITH_FIGURE["en"],
    ),
}
"""Multiples and ranks: the words are sure, and what they aim at as a figure is for a person to say."""

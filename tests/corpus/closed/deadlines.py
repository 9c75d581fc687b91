"""Vietnamese deadlines that only the closed part has, each with what it means."""

from tests.corpus.moments import (
    across_quarters,
    arguable,
    between_months,
    between_quarters,
    between_years,
    by_day,
    by_half,
    by_month,
    by_quarter,
    by_year,
    each_year,
    in_words,
    open_from,
    relative,
    two_steps,
    yearly_day,
)

_HALVES = ("đầu", "cuối")

VIETNAMESE = [
    by_quarter("Quý {r} / {y}"), by_quarter("Quý {r}/năm {y}"),
    by_month("Tháng {m} của năm {y}, hoàn thành"), by_month("Trong tháng {m}-{y}"),
    by_day("Trước 17h00 ngày {d:02}/{m:02}/{y}"), each_year("Thường xuyên/hằng năm"),
    by_quarter("Triển khai trong Quý {r}/{y}"),
    by_month("Thời gian: tháng {m:02}/{y}"), by_day("Chậm nhất vào ngày {d:02}/{m:02}/{y}"),
    by_year("Thực hiện trong kế hoạch năm {y}"),
    in_words("Thường xuyên, theo quy định", "ongoing"), by_quarter("Trình ký trong Quý {r}/{y}"),
    between_years("Giai đoạn {a}÷{b}"),
    by_month("Hoàn thành trước khi hết tháng {m}/{y}"),
    by_day("Nộp sản phẩm trước ngày {d:02}/{m:02}/{y}", before=True),
    by_quarter("Chậm nhất hết Quý {r}/{y}"), two_steps("Dự thảo tháng {m}/{y}; ban hành tháng {n}/{y}"),
    in_words("Tổng hợp hằng quý", "ongoing", "quarter"),
    by_month("Triển khai xong trong tháng {m}/{y}"), by_day("Không chậm quá ngày {d:02}/{m:02}/{y}"),
    between_years("Trong hai năm {a} và {b}", near=True),
    by_year("Năm kế hoạch {y}"), in_words("Mỗi năm tối thiểu 01 lần", "annual", "year"),
    by_day("Báo cáo kết quả trước ngày {d}/{m}/{y}", before=True),
    open_from("Bắt đầu từ năm {y}, duy trì các năm tiếp theo"),
    between_months("Thực hiện từ tháng {m} đến tháng {n}/{y}"),
    by_half("Hoàn thành trong 6 tháng {name} năm {y}", _HALVES),
    relative("Sau 15 ngày kể từ ngày ký ban hành Kế hoạch"), arguable("Theo tiến độ dự án được phê duyệt"),
    in_words("Thường xuyên trong nhiệm kỳ", "ongoing"),
    between_quarters("Quý {r} đến hết Quý {s} năm {y}"), yearly_day("Ngày {d}/{m} của mỗi năm"),
    across_quarters("Từ Quý {r}/{y} - hết Quý {s}/{z}"),
    in_words("Một năm hai lần", "ongoing", "half_year"), relative("Ngay sau khi Nghị quyết được thông qua"),
]  # fmt: skip

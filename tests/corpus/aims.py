"""The indicators of one plan: tables by year, with one target, or with sections by horizon."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus import headings, words_en, words_vi
from tests.corpus.chance import LATER, NEWEST, Dice, Pool
from tests.corpus.model import UNSCORED, Cell, Indicator, OneOf, Row, Table
from tests.corpus.tasks import Writer

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
        held_out=[
            ("Đạt thấp nhất {}", ">="), ("Trên mức {}", ">"), ("Dưới mức {}", "<"), ("Tối đa là {}", "<="), ("Tối thiểu là {}", ">="),
            ("Còn tối đa {}", "<="), ("Đạt bằng {}", "="), ("Vượt mức {}", ">"), ("Phấn đấu giảm còn {}", "="),
        ],
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
        held_out=[
            ("{} at minimum", ">="), ("{} at most", "<="), ("Not fewer than {}", ">="), ("Upwards of {}", ">"), ("Set at {}", "="),
            ("Kept at or below {}", "<="), ("Surpass {}", ">"), ("Held under {}", "<"), ("Lowered to {}", "="),
        ],
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
        held_out=["Khoảng từ {} tới {}", "Đạt {} - {}"],
    ),
    "en": Pool(
        shared=[RANGE],
        third=["{} to {}"],
        fourth=["{}–{}", "Between {} and {}"],
        fifth=["From {} to {}", "{}-{}"],
        sixth=["From {} up to {}", "{} – {}"],
        seventh=["In the range of {} to {}", "In the range {} – {}"],
        eighth=["Within the range {}-{}", "Range of {} to {}"],
        held_out=["From {} through {}", "Ranging from {} to {}"],
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
        held_out=["Duy trì như hiện nay", "Tăng đều hằng năm"],
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
        held_out=["Held steady", "Fewer each year"],
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
        held_out=[
            "Gấp 1,8 lần năm 2023",
            "Trong tốp 20 cả nước",
            "Bằng một nửa năm 2022",
            "Tăng 2 bậc so với năm trước",
        ],
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
        held_out=[
            "Twofold increase",
            "One quarter of the baseline",
            "Within the regional top 5",
            "Up two places on the last ranking",
        ],
    ),
}
"""Multiples and ranks: the words are sure, and what they aim at as a figure is for a person to say."""
SOURCES = {
    "vi": (
        Pool(
            sixth=["Nguồn số liệu", "Phương pháp thu thập số liệu"],
            seventh=["Nguồn thông tin kiểm chứng", "Nguồn thu thập số liệu"],
            eighth=["Nguồn cung cấp số liệu", "Cách thức thu thập thông tin"],
            held_out=["Căn cứ số liệu", "Tài liệu kiểm chứng"],
        ),
        Pool(
            sixth=["Báo cáo của đơn vị", "Niên giám thống kê", "Điều tra, khảo sát"],
            seventh=["Báo cáo thống kê", "Cơ sở dữ liệu chuyên ngành", "Tổng điều tra"],
            eighth=["Phần mềm báo cáo", "Kết quả rà soát hằng năm", "Số liệu của cơ quan thống kê"],
            held_out=["Hồ sơ lưu tại đơn vị", "Hệ thống báo cáo trực tuyến", "Phiếu điều tra hộ gia đình"],
        ),
    ),
    "en": (
        Pool(
            sixth=["Means of verification", "Data source", "Source of data"],
            seventh=["Verification source", "Origin of data"],
            eighth=["Where the data come from", "Data collection method"],
            held_out=["How it will be checked", "Evidence source"],
        ),
        Pool(
            sixth=["Administrative records", "Household survey", "Annual report"],
            seventh=["Management information system", "Census", "Labour force survey"],
            eighth=["Ministry records", "Demographic and health survey", "Monitoring reports"],
            held_out=["School census", "Police returns", "Programme database"],
        ),
    ),
}
"""A column that says where the figures come from, and the words of its cells."""


def make(dice: Dice, country: str, language: str, writer: Writer) -> tuple[list[Indicator], Table] | None:
    """Return the indicators and the table that prints them, or None where the plan has none."""
    if dice.often(0.45):
        return None
    mode = dice.weighted({"years": 0.45, "one": 0.4, "sections": 0.15})
    words = headings.OF_LANGUAGE[language]
    years = sorted(dice.random.sample(range(2025, 2031), dice.number(2, 3))) if mode == "years" else [2030]
    if mode == "one":
        years = [dice.one([2026, 2028, 2030])]
    order = ["no", "indicator"]
    order += ["unit"] if dice.often(0.8) else []
    order += ["baseline"] if dice.often(0.5) else []
    order += [f"target {year}" for year in years]
    if dice.often(0.7):
        order.insert(len(order) if dice.often(0.8) else 2, "monitor")
    if dice.often(0.06):
        order.remove("no")
    if dice.pool in NEWEST and dice.often(0.25):
        order.append("source")
    page = _Aims(dice, country, language, writer, order)
    rows = page.heads(words, years, mode)
    count = dice.number(5, 20) if mode == "years" else dice.number(5, 40)
    if mode != "sections":
        page.fill(rows, years, count, 0)
    else:
        for place, year in enumerate([2030, dice.one([2035, 2045])]):
            text = f"Đến năm {year}" if language == "vi" else f"By {year}"
            rows.append(_section(order, ["I", "II"][place], text))
            page.fill(rows, [year], count // 2, page.last)
    widths = [{"no": 1, "indicator": 7, "unit": 2, "monitor": 4, "source": 3}.get(name, 2) for name in order]
    return page.made, Table(rows, widths, "indicators")


def _section(order: list[str], code: str, text: str) -> Row:
    if order[0] != "no":
        return Row([Cell(text, columns=len(order), bold=True), *[None] * (len(order) - 1)], "section")
    return Row([Cell(code, bold=True), Cell(text, bold=True), *[Cell() for _ in order[2:]]], "section")


class _Aims:
    def __init__(self, dice: Dice, country: str, language: str, writer: Writer, order: list[str]) -> None:
        self.dice, self.country, self.language, self.writer, self.order = (
            dice,
            country,
            language,
            writer,
            order,
        )
        self.words = words_vi if language == "vi" else words_en
        self.made: list[Indicator] = []
        self.last = 0
        self.thousands = False
        self.seen: set[str] = set()

    def heads(self, words: dict[str, Pool], years: list[int], mode: str) -> list[Row]:
        form = self.dice.one(words["target"])
        words = words | {"no": words["no_of_aims"]} if self.dice.pool in LATER else words
        words |= {"source": SOURCES[self.language][0]}
        plain = {name: self.dice.one(words[name]) for name in self.order if not name.startswith("target")}
        if mode == "sections":
            plain["target 2030"] = self.dice.one(
                ["Mục tiêu", "Kết quả"] if self.language == "vi" else ["Target"]
            )
        grouped = mode == "years" and self.dice.often(0.4)
        if not grouped:
            return [
                Row(
                    [Cell(plain.get(name) or form.format(y=name[7:]), bold=True) for name in self.order],
                    "head",
                )
            ]
        over = Cell(self.dice.one(words["targets"]), columns=len(years), bold=True)
        upper: list[Cell | None] = []
        lower: list[Cell | None] = []
        for name in self.order:
            year = name.startswith("target")
            upper.append(
                Cell(plain[name], rows=2, bold=True)
                if not year
                else over
                if name == f"target {years[0]}"
                else None
            )
            lower.append(Cell(name[7:], bold=True) if year else None)
        return [Row(upper, "head"), Row(lower, "head")]

    def fill(self, rows: list[Row], years: list[int], count: int, start: int) -> None:
        number = start
        while number < start + count:
            number += 1
            if "no" in self.order and len(years) == 1 and self.dice.often(0.05):
                self._parent(rows, str(number), years[0])
                continue
            self._one(rows, str(number), years, None)
        self.last = number

    def _parent(self, rows: list[Row], code: str, year: int) -> None:
        name = self._name()[0]
        rows.append(Row([Cell({"no": code, "indicator": name}.get(field, "")) for field in self.order]))
        self.made.append(Indicator(code, name, optional=True, horizon=year))
        for place in range(self.dice.number(2, 3)):
            self._one(rows, f"{code}.{place + 1}", [year], code)

    def _name(self) -> tuple[str, str]:
        for _try in range(100):
            name, unit = self.words.measure(self.dice)
            if name not in self.seen:
                self.seen.add(name)
                return name, unit
        name, unit = self.words.measure(self.dice)
        name += f" ({self.dice.number(2, 99)})"
        return name, unit

    def _one(self, rows: list[Row], code: str, years: list[int], parent: str | None) -> None:
        name, unit = self._name()
        texts = {"no": code, "indicator": name, "unit": unit}
        leads: tuple[str, ...] = ()
        if "monitor" in self.order:
            leads, texts["monitor"] = self.writer._names(
                self.dice.some(self.writer.bodies, 1 + self.dice.often(0.1))
            )
        value = self.dice.number(2, 60)
        self.thousands = unit != "%" and self.dice.often(0.05)
        texts["baseline"] = self._figure(value)
        pattern = self.dice.one(COMPARED[self.language])
        worded = self.dice.often(0.05)
        for year in years:
            value += self.dice.number(1, 12)
            text, targets = self._target(value, unit, pattern, worded=worded)
            texts[f"target {year}"] = text
            blank = "unit" not in self.order
            self.made.append(
                Indicator(
                    code if "no" in self.order else None,
                    name,
                    unit=OneOf((None, unit)) if blank else unit,
                    target_text=text,
                    targets=targets,
                    agencies=leads,
                    horizon=year,
                    parent=parent,
                )
            )
        if f"target {years[0]}" not in self.order:
            place = next(name for name in self.order if name.startswith("target"))
            texts[place] = texts[f"target {years[0]}"]
        if "source" in self.order:
            texts["source"] = self.dice.one(SOURCES[self.language][1])
        rows.append(Row([Cell(texts.get(field, "")) for field in self.order]))

    def _figure(self, value: int) -> str:
        if self.thousands:
            return f"{value}{'.' if self.language == 'vi' else ','}250"
        if self.dice.often(0.25):
            return f"{value}{',' if self.language == 'vi' else '.'}{self.dice.number(1, 9)}"
        return str(value)

    def _target(self, value: int, unit: str, pattern: tuple[str, str], *, worded: bool) -> tuple[str, object]:
        if worded and self.dice.pool in NEWEST and self.dice.often(0.4):
            return self.dice.one(WITH_FIGURE[self.language]), UNSCORED
        if worded:
            return self.dice.one(IN_WORDS[self.language]), (("qualitative", None, None, None),)
        form, comparator = pattern
        figure = self._figure(value)
        percent = "%" if unit == "%" and ("unit" not in self.order or self.dice.often(0.3)) else ""
        plain = f"{value}250" if self.thousands else figure.replace(",", ".")
        if self.dice.often(0.06) and not self.thousands:
            upper = value + self.dice.number(2, 5)
            low = plain.split(".", maxsplit=1)[0]
            form = self.dice.wider(RANGE, LATER_RANGES[self.language])
            return form.format(low + percent, f"{upper}{percent}"), (("range", low, str(upper), None),)
        return form.format(figure + percent), ((comparator, plain, None, None),)

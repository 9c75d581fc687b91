"""Deadlines as several countries print them, each with what it means."""

# ruff: noqa: E501  a pool of words stands together

import calendar
import datetime as dt
from collections.abc import Callable

from tests.corpus.chance import Dice, Pool
from tests.corpus.model import UNSCORED, Due

MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]  # fmt: skip
ROMAN = ["I", "II", "III", "IV"]

Made = tuple[str, object]
Maker = Callable[[Dice], Made]


def month_end(year: int, month: int) -> str:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _year(dice: Dice) -> int:
    return dice.number(2025, 2030)


def _month(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year, month = _year(dice), dice.number(1, 12)
        name = MONTHS[month - 1]
        text = form.format(m=month, y=year, name=name, short=_short(month), abbr=name[:3])
        return text, Due(("month",), due=month_end(year, month))

    return make


def _short(month: int) -> str:
    return "Sept." if month == 9 else MONTHS[month - 1] if month == 5 else MONTHS[month - 1][:3] + "."


def _day(form: str, *, before: bool = False) -> Maker:
    def make(dice: Dice) -> Made:
        day = dt.date(_year(dice), dice.number(1, 12), dice.one([1, 5, 10, 15, 20, 25, 28, 30]) % 29 or 15)
        name = MONTHS[day.month - 1]
        text = form.format(
            d=day.day,
            m=day.month,
            y=day.year,
            name=name,
            short=name[:3],
            abbr=name[:3],
            th=_ordinal(day.day),
        )
        due = day - dt.timedelta(days=1) if before else day
        return text, Due(("date",), due=due.isoformat())

    return make


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _quarter(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year, quarter = _year(dice), dice.number(1, 4)
        nth = ["first", "second", "third", "fourth"][quarter - 1]
        text = form.format(q=quarter, r=ROMAN[quarter - 1], y=year, nth=nth, q_th=_ordinal(quarter))
        return text, Due(("quarter",), due=month_end(year, quarter * 3))

    return make


def _half(form: str, first: tuple[str, str]) -> Maker:
    def make(dice: Dice) -> Made:
        year, half = _year(dice), dice.number(1, 2)
        text = form.format(h=half, name=first[half - 1], y=year)
        return text, Due(("quarter",), due=month_end(year, half * 6))

    return make


def _whole_year(form: str, *, kinds: tuple[str, ...] = ("year",)) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(kinds, due=f"{year}-12-31")

    return make


def _range(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year = dice.number(2024, 2028)
        end = year + dice.number(1, 4)
        return form.format(a=year, b=end), Due(("year_range",), start=f"{year}-01-01", due=f"{end}-12-31")

    return make


def _open(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(("open_from",), start=f"{year}-01-01", every=(None, "year"))

    return make


def _arguable(form: str) -> Maker:
    """Return a time that offices print often and that names no day by itself: a season, a fiscal year."""

    def make(dice: Dice) -> Made:
        year = _year(dice)
        season = dice.one(["Spring", "Summer", "Autumn"])
        return form.format(y=year, next=(year + 1) % 100, season=season), UNSCORED

    return make


def _words(text: str, kind: str, *every: str | None) -> Maker:
    return lambda _dice: (text, Due((kind,), every=every or (None,)))


def _yearly_day(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        day, month = dice.one([1, 10, 15, 20, 25]), dice.number(1, 12)
        text = form.format(d=day, m=month, name=MONTHS[month - 1])
        return text, Due(("annual",), every=("year",), day=f"{month:02}-{day:02}")

    return make


def _mid(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(("date", "month", "quarter", "year"), due=f"{year}-06-30")

    return make


def _relative(text: str) -> Maker:
    return lambda _dice: (text, Due(("relative",)))


_HALVES_VI = ("đầu", "cuối")

VIETNAMESE = Pool(
    shared=[
        _quarter("Quý {r}/{y}"), _quarter("Quý {r}/{y}"), _quarter("Quý {r} năm {y}"), _month("Tháng {m}/{y}"),
        _month("{m:02}/{y}"), _month("Tháng {m:02}/{y}"), _day("{d}/{m}/{y}"), _whole_year("Năm {y}"),
        _whole_year("{y}"), _range("{a} - {b}"), _range("Giai đoạn {a}-{b}"), _words("Thường xuyên", "ongoing"),
        _words("Hằng năm", "annual", "year"), _words("Hàng năm", "annual", "year"),
        _day("Trước ngày {d:02}/{m}/{y}", before=True), _half("6 tháng {name} năm {y}", _HALVES_VI),
        _words("Hằng quý", "ongoing", "quarter"),
    ],
    dev=[
        _month("tháng {m}/{y}"), _day("trước {d}/{m}/{y}", before=True), _words("Hằng tháng", "ongoing", "month"),
        _open("{y} và những năm tiếp theo"), _range("{a}-{b}"),
        _words("Nhiệm vụ thường xuyên", "ongoing"), _whole_year("Trong năm {y}"),
        _day("Ngày {d} tháng {m} năm {y}"), _yearly_day("Ngày {d:02}/{m} hằng năm"),
    ],
    second=[
        _month("Hoàn thành trong tháng {m}/{y}"), _day("Xong trước ngày {d:02}/{m:02}/{y}", before=True),
        _words("Định kỳ hằng tháng", "ongoing", "month"), _open("Từ năm {y} trở đi"), _range("Từ năm {a} đến năm {b}"),
        _words("Thường xuyên, liên tục", "ongoing"), _quarter("Q.{r}/{y}"), _words("Định kỳ hàng quý", "ongoing", "quarter"),
        _whole_year("Cuối năm {y}", kinds=("year", "month", "date")), _day("{d:02}.{m:02}.{y}"),
        _month("Chậm nhất tháng {m}/{y}"), _day("Chậm nhất ngày {d:02}/{m:02}/{y}"), _yearly_day("Ngày {d} tháng {m} hằng năm"),
        _words("Thực hiện thường xuyên hằng năm", "annual", "year"), _half("Sáu tháng {name} năm {y}", _HALVES_VI),
        _relative("Sau 30 ngày kể từ ngày Kế hoạch được ban hành"), _whole_year("Hết năm {y}"),
    ],
    third=[
        _month("Tháng {m} năm {y}"), _month("T{m}/{y}"), _month("Đến hết tháng {m}/{y}"), _month("Cuối tháng {m}/{y}"),
        _quarter("Trong quý {r}/{y}"), _quarter("Quý {q}/{y}"), _quarter("Cuối quý {r} năm {y}"),
        _day("Hoàn thành trước ngày {d:02}/{m:02}/{y}", before=True), _day("{d:02}-{m:02}-{y}"), _day("Đến ngày {d}/{m}/{y}"),
        _month("Tháng {m:02} năm {y}"), _whole_year("Đến hết năm {y}"), _range("Các năm {a} - {b}"), _range("Từ {a} đến {b}"),
        _open("Bắt đầu từ năm {y}"), _words("Định kỳ 6 tháng", "ongoing", "half_year"),
        _words("Mỗi năm một lần", "annual", "year"), _words("Liên tục", "ongoing"), _words("Hàng tháng", "ongoing", "month"),
        _yearly_day("{d:02}/{m:02} hằng năm"), _relative("Trong vòng 45 ngày kể từ ngày được giao vốn"),
        _half("Nửa {name} năm {y}", _HALVES_VI),
    ],
    fourth=[
        _month("Tháng {m:02}-{y}"), _month("Trong tháng {m}/{y}"), _month("Tháng {m} - {y}"), _month("Hoàn thành tháng {m}/{y}"),
        _month("Trình trong tháng {m} năm {y}"), _quarter("Hoàn thành trong Quý {r}/{y}"), _quarter("Quý {r}, năm {y}"),
        _quarter("Hết quý {r}/{y}"), _quarter("Quý {r} - {y}"), _day("Trước {d:02}/{m:02}/{y}", before=True),
        _day("Trước ngày {d} tháng {m} năm {y}", before=True), _day("Ngày {d:02}/{m:02}/{y}"),
        _day("Trình trước ngày {d:02}/{m:02}/{y}", before=True), _whole_year("Hoàn thành trong năm {y}"),
        _whole_year("Đến năm {y}"), _range("Giai đoạn {a} - {b}"), _range("Năm {a} - {b}"), _range("Năm {a}-{b}"),
        _words("Định kỳ hằng năm", "annual", "year"), _words("Thực hiện thường xuyên", "ongoing"),
        _words("Thường xuyên trong năm", "ongoing"), _words("Hàng quý", "ongoing", "quarter"),
        _words("Định kỳ hằng quý", "ongoing", "quarter"), _open("Năm {y} và các năm tiếp theo"),
        _open("Từ năm {y} và những năm tiếp theo"), _relative("Ngay sau khi Kế hoạch được ban hành"),
        _half("06 tháng {name} năm {y}", _HALVES_VI), _yearly_day("Ngày {d:02}/{m:02} hàng năm"),
    ],
    held_out=[
        _month("{m}/{y}"), _month("Trong tháng {m:02}/{y}"), _month("Tháng {m}.{y}"), _month("Hết tháng {m}/{y}"),
        _month("Xong trong tháng {m}/{y}"), _month("Ban hành trong tháng {m}/{y}"), _month("Chậm nhất trong tháng {m}/{y}"),
        _quarter("Quí {r}/{y}"), _quarter("Quý {q} năm {y}"), _quarter("Trong Quý {r} năm {y}"), _quarter("Hoàn thành Quý {r}/{y}"),
        _quarter("Đến hết quý {r}/{y}"), _day("Xong trước {d:02}/{m:02}/{y}", before=True),
        _day("Trước ngày {d:02} tháng {m:02} năm {y}", before=True), _day("Hoàn thành chậm nhất ngày {d:02}/{m:02}/{y}"),
        _day("Đến hết ngày {d}/{m}/{y}"), _whole_year("Hoàn thành năm {y}"), _whole_year("Thực hiện trong năm {y}"),
        _whole_year("Hoàn thành vào cuối năm {y}", kinds=("year", "month", "date")), _range("Trong giai đoạn {a}-{b}"), _range("Từ năm {a} - {b}"),
        _range("Từ năm {a} đến hết năm {b}"), _range("Giai đoạn từ {a} đến {b}"), _words("Thực hiện hằng năm", "annual", "year"),
        _words("Định kỳ hàng năm", "annual", "year"), _words("Mỗi quý một lần", "ongoing", "quarter"),
        _words("Định kỳ hàng tháng", "ongoing", "month"), _words("6 tháng một lần", "ongoing", "half_year"),
        _words("Thực hiện liên tục", "ongoing"), _words("Nhiệm vụ thường xuyên, liên tục", "ongoing"),
        _open("{y} và các năm tiếp theo"), _open("Từ {y} trở đi"), _open("Thực hiện từ năm {y}"),
        _half("6 tháng {name} {y}", _HALVES_VI), _yearly_day("Chậm nhất ngày {d}/{m} hằng năm"),
        _relative("Sau khi Đề án được phê duyệt"), _relative("Trong 15 ngày kể từ ngày nhận đủ hồ sơ"),
    ],
)  # fmt: skip

TRANSLATED = Pool(
    shared=[
        _month("{name} {y}"), _month("{name} {y}"), _quarter("Quarter {r}/{y}"), _whole_year("{y}"),
        _range("{a} - {b}"), _words("Annually", "annual", "year"), _words("Ongoing", "ongoing"),
        _day("Before {name} {d}, {y}", before=True),
    ],
    dev=[_quarter("Q{q}/{y}"), _month("{m:02}/{y}"), _words("Regularly", "ongoing"), _open("{y} and subsequent years")],
    second=[
        _quarter("Quarter {r} of {y}"), _month("By {name} {y}"), _words("Regular", "ongoing"), _open("{y} onwards"),
        _half("{name} 6 months of {y}", ("First", "Last")), _words("Quarterly", "ongoing", "quarter"),
    ],
    third=[
        _quarter("The {nth} quarter of {y}"), _quarter("Quarter {r}, {y}"), _day("Prior to {name} {d}, {y}", before=True),
        _range("Period {a} - {b}"), _words("Every year", "annual", "year"), _words("Regularly, continuously", "ongoing"),
        _whole_year("In {y}"), _month("{m}/{y}"),
    ],
    fourth=[
        _quarter("Quarter {r} {y}"), _quarter("Quarter {q}/{y}"), _month("In {name} {y}"), _month("To be completed in {name} {y}"),
        _day("Before {d} {name} {y}", before=True), _day("By {name} {d}, {y}"), _range("{a} - {b} period"),
        _range("In the {a}-{b} period"), _words("On a regular basis", "ongoing"), _words("On an annual basis", "annual", "year"),
        _open("From {y} onwards"), _whole_year("By the year {y}"),
    ],
    held_out=[
        _quarter("In Quarter {r}/{y}"), _quarter("Quarter {r} year {y}"), _quarter("By Quarter {r}/{y}"), _month("{name} of {y}"),
        _month("To be issued in {name} {y}"), _month("Complete in {name} {y}"), _day("On {name} {d}, {y}"),
        _day("No later than {name} {d}, {y}"), _range("The {a} - {b} period"), _range("During {a} - {b}"), _words("Performed annually", "annual", "year"),
        _words("Frequently", "ongoing"), _words("Regular task", "ongoing"), _words("Once every quarter", "ongoing", "quarter"),
        _open("From {y} and the following years"), _whole_year("Year {y}"), _whole_year("During {y}"),
    ],
)  # fmt: skip

QUARTERS = Pool(
    shared=[
        _quarter("Q{q} {y}"), _quarter("Q{q} {y}"), _half("H{h} {y}", ("", "")), _day("{d} {name} {y}"),
        _whole_year("By end-{y}", kinds=("year", "month", "date")), _words("Annually", "annual", "year"),
        _words("Ongoing", "ongoing"), _whole_year("{y}"), _quarter("Q{q}/{y}"), _range("{a}-{b}"),
        _month("{name} {y}"), _words("Quarterly", "ongoing", "quarter"),
    ],
    dev=[
        _mid("Mid-{y}"), _whole_year("End of {y}", kinds=("year", "month", "date")), _words("Continuous", "ongoing"),
        _quarter("End of Q{q} {y}"), _words("Monthly", "ongoing", "month"), _day("by {d} {name} {y}"),
        _whole_year("December {y}", kinds=("month",)), _open("From {y}"),
    ],
    second=[
        _mid("By mid-{y}"), _whole_year("End {y}", kinds=("year", "month", "date")), _quarter("{q}Q {y}"), _quarter("Quarter {q}, {y}"),
        _half("{name} half of {y}", ("First", "Second")), _words("Every year", "annual", "year"), _words("Continuing", "ongoing"),
        _day("Not later than {d} {name} {y}"), _day("On or before {name} {d}, {y}"), _quarter("{nth} quarter of {y}"), _open("{y} onward"),
        _words("Every quarter", "ongoing", "quarter"), _words("Semi-annually", "ongoing", "half_year"), _range("{a} to {b}"),
        _whole_year("By the end of {y}", kinds=("year", "month", "date")), _month("End-{name} {y}"), _quarter("{y} Q{q}"),
    ],
    third=[
        _quarter("End Q{q} {y}"), _quarter("{q_th} Quarter {y}"), _quarter("{q_th} Quarter, {y}"), _quarter("Q{q}, {y}"),
        _month("By the end of {name} {y}"), _day("By {th} {name}, {y}"), _month("No later than {name} {y}"),
        _whole_year("By close of {y}", kinds=("year", "month", "date")), _mid("Mid {y}"),
        _words("Half-yearly", "ongoing", "half_year"), _words("Each year", "annual", "year"), _open("{y} and beyond"),
        _range("From {a} to {b}"), _relative("Within three months of Cabinet approval"),
        _words("Throughout the plan period", "ongoing"),
    ],
    fourth=[
        _quarter("By Q{q} {y}"), _quarter("Qtr {q}, {y}"), _quarter("Quarter {q} of {y}"), _quarter("By end of Q{q} {y}"),
        _month("{abbr}, {y}"), _month("By end {name} {y}"), _month("{abbr}-{y}"), _month("Completed by {name} {y}"),
        _day("{name} {d}, {y}"), _day("By {name} {d}, {y}"), _whole_year("By the year {y}"), _whole_year("By December {y}", kinds=("month",)),
        _whole_year("End-{y}", kinds=("year", "month", "date")), _range("Years {a}-{b}"), _range("Over {a}–{b}"),
        _words("On an annual basis", "annual", "year"), _words("Continuous activity", "ongoing"),
        _words("On a quarterly basis", "ongoing", "quarter"), _words("Twice a year", "ongoing", "half_year"), _open("Beginning {y}"),
        _relative("Within six months of approval"), _arguable("FY {y}/{next:02}"), _arguable("FY{y}/{next:02}"),
    ],
    held_out=[
        _quarter("Qtr {q} {y}"), _quarter("{y}-Q{q}"), _quarter("By end Q{q} {y}"),
        _month("By close of {name} {y}"), _month("{abbr}/{y}"), _month("Latest {name} {y}"), _month("End of {abbr} {y}"), _day("By {d} {abbr} {y}"),
        _day("{th} {name}, {y}"), _day("By {th} {name} {y}"), _day("Not later than {th} {name} {y}"),
        _whole_year("By end of {y}", kinds=("year", "month", "date")), _whole_year("In the year {y}"), _whole_year("Within the year {y}"),
        _range("During {a}-{b}"), _words("Once every year", "annual", "year"),
        _words("Annual basis", "annual", "year"), _words("Routine", "ongoing"), _words("Continuously", "ongoing"),
        _words("Every 6 months", "ongoing", "half_year"), _words("Every month", "ongoing", "month"), _open("{y} and onwards"),
        _open("Starting {y}"), _half("{name} half, {y}", ("First", "Second")), _mid("Mid-year {y}"),
        _relative("Within 90 days of approval"), _arguable("{y}/{next:02}"), _arguable("FY {y}-{next:02}"),
    ],
)  # fmt: skip

MONTH_NAMES = Pool(
    shared=[
        _month("{name} {y}"), _month("By {name} {y}"), _month("{short} {y}"), _day("by {d:02}/{m:02}/{y}"),
        _day("{d} {name} {y}"), _words("Ongoing", "ongoing"), _quarter("Q{q} {y}"), _whole_year("By end {y}", kinds=("year", "month", "date")),
        _words("Annual", "annual", "year"), _range("{a} – {b}"),
    ],
    dev=[
        _day("{d:02}/{m:02}/{y}"), _month("End {name} {y}"), _words("Continuous", "ongoing"), _quarter("Q{q}, {y}"),
        _whole_year("By {y}"), _range("{a}–{b}"),
    ],
    second=[
        _day("{d}.{m}.{y}"), _month("end of {name} {y}"), _words("On-going", "ongoing"), _quarter("Quarter {q} {y}"),
        _whole_year("Within {y}"), _day("{th} {name} {y}"), _half("H{h} {y}", ("", "")), _words("Recurring", "ongoing"),
        _day("by {d} {short} {y}"), _words("Yearly", "annual", "year"), _month("during {name} {y}"), _day("no later than {d} {name} {y}"),
        _relative("Within 60 days of approval"),
    ],
    third=[
        _month("{name}, {y}"), _day("{d:02}-{abbr}-{y}"), _month("{abbr} {y}"), _day("by {th} of {name} {y}"),
        _day("Due {d} {abbr} {y}"), _month("To be completed by {name} {y}"),
        _whole_year("By year-end {y}", kinds=("year", "month", "date")), _quarter("Q{q} of {y}"),
        _words("On an ongoing basis", "ongoing"), _words("Once a year", "annual", "year"), _open("Starting in {y}"),
        _range("{a} through {b}"), _relative("Six months after enactment"), _words("Every six months", "ongoing", "half_year"),
    ],
    fourth=[
        _day("{name} {d}, {y}"), _day("{d} {abbr} {y}"), _day("{y}-{m:02}-{d:02}"), _month("By end of {name} {y}"),
        _month("Complete by {name} {y}"), _month("Delivered by {name} {y}"), _quarter("Q{q}-{y}"), _quarter("{nth} quarter {y}"),
        _quarter("By the end of Q{q} {y}"), _whole_year("By {y} year-end", kinds=("year", "month", "date")),
        _whole_year("By the end of calendar year {y}", kinds=("year", "month", "date")), _range("Between {a} and {b}"),
        _range("{a} until {b}"), _open("Commencing {y}"), _words("Ongoing commitment", "ongoing"),
        _words("Reviewed annually", "annual", "year"), _words("Reported quarterly", "ongoing", "quarter"), _mid("Middle of {y}"),
        _half("{name} half {y}", ("First", "Second")), _relative("Within 12 months of publication"), _arguable("{season} {y}"),
        _arguable("{y}–{next:02}"),
    ],
    held_out=[
        _month("Deliver by {name} {y}"), _month("Due {name} {y}"), _month("Completion by {name} {y}"),
        _month("Not later than {name} {y}"), _month("Target: {name} {y}"), _day("Due by {d} {name} {y}"), _day("{name} {th}, {y}"),
        _day("On or before {d} {name} {y}"), _quarter("By Quarter {q} {y}"), _quarter("Completed in Q{q} {y}"),
        _quarter("{q}Q{y}"), _quarter("By end-Q{q} {y}"), _half("{h}H {y}", ("", "")),
        _half("{name} half of the year {y}", ("First", "Second")), _whole_year("{y}"),
        _whole_year("Year end {y}", kinds=("year", "month", "date")), _whole_year("During {y}"), _range("{a} to end {b}"),
        _words("Annually", "annual", "year"), _words("Once per year", "annual", "year"),
        _words("Quarterly", "ongoing", "quarter"), _words("Each quarter", "ongoing", "quarter"),
        _words("Ongoing activity", "ongoing"), _words("Ongoing (business as usual)", "ongoing"), _open("From {y}"), _open("From {y} on"),
        _mid("Mid-year {y}"), _relative("Within six months of adoption"), _arguable("Financial year {y}/{next:02}"),
    ],
)  # fmt: skip

OF_COUNTRY = {
    "vn_central": VIETNAMESE,
    "vn_province": VIETNAMESE,
    "vn_english": TRANSLATED,
    "quarters": QUARTERS,
    "months": MONTH_NAMES,
}

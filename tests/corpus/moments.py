"""Makers of deadlines: each prints a time in a given form and says what it means."""

import calendar
import datetime as dt
from collections.abc import Callable

from tests.corpus.chance import RANKED, Dice
from tests.corpus.model import UNSCORED, Due, OneOf

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
    return dice.year()


def by_month(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year, month = _year(dice), dice.number(1, 12)
        name = MONTHS[month - 1]
        words = {"name": name, "short": _short(month), "abbr": name[:3], "sept": name[: 3 + (month == 9)]}
        text = form.format(m=month, y=year, **words)
        return text, Due(("month",), due=month_end(year, month))

    return make


def _short(month: int) -> str:
    return "Sept." if month == 9 else MONTHS[month - 1] if month == 5 else MONTHS[month - 1][:3] + "."


def by_day(form: str, *, before: bool = False) -> Maker:
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
            weekday=f"{day:%A}",
        )
        due = day - dt.timedelta(days=1) if before else day
        return text, Due(("date",), due=due.isoformat())

    return make


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def by_quarter(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year, quarter = _year(dice), dice.number(1, 4)
        nth = ["first", "second", "third", "fourth"][quarter - 1]
        text = form.format(q=quarter, r=ROMAN[quarter - 1], y=year, nth=nth, q_th=_ordinal(quarter))
        return text, Due(("quarter",), due=month_end(year, quarter * 3))

    return make


def by_half(form: str, first: tuple[str, str]) -> Maker:
    def make(dice: Dice) -> Made:
        year, half = _year(dice), dice.number(1, 2)
        text = form.format(h=half, name=first[half - 1], y=year)
        return text, Due(("quarter",), due=month_end(year, half * 6))

    return make


def by_year(form: str, *, kinds: tuple[str, ...] = ("year",)) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(kinds, due=f"{year}-12-31")

    return make


def between_years(form: str, *, near: bool = False) -> Maker:
    """Return the years from one to another, or, where the form names both, to the next one."""

    def make(dice: Dice) -> Made:
        year = dice.number(2024, 2028) if dice.pool not in RANKED else dice.since + dice.number(0, 1)
        end = year + (1 if near else dice.number(1, 4))
        return form.format(a=year, b=end), Due(("year_range",), start=f"{year}-01-01", due=f"{end}-12-31")

    return make


def between_months(form: str) -> Maker:
    """Return the months from one to another; the first one may be left out where only the end counts."""

    def make(dice: Dice) -> Made:
        year, first = _year(dice), dice.number(1, 9)
        last = first + dice.number(2, 12 - first)
        names = {"name": MONTHS[first - 1], "other": MONTHS[last - 1]}
        names |= {"abbr": names["name"][:3], "other_abbr": names["other"][:3]}
        start = OneOf((f"{year}-{first:02}-01", None))
        text = form.format(m=first, n=last, y=year, **names)
        return text, Due(("year_range", "month", "date"), start=start, due=month_end(year, last))

    return make


def two_steps(form: str) -> Maker:
    """Return two months of one work, of which the last one ends it."""

    def make(dice: Dice) -> Made:
        text, due = between_months(form)(dice)
        return text, Due(("month", *due.kinds), start=due.start, due=due.due)

    return make


def between_quarters(form: str) -> Maker:
    """Return the quarters from one to another; the first one may be left out where only the end counts."""

    def make(dice: Dice) -> Made:
        year, first = _year(dice), dice.number(1, 3)
        last = dice.number(first + 1, 3 if first == 1 else 4)
        start = OneOf((f"{year}-{first * 3 - 2:02}-01", None))
        text = form.format(q=first, t=last, r=ROMAN[first - 1], s=ROMAN[last - 1], y=year)
        return text, Due(("year_range", "quarter", "date"), start=start, due=month_end(year, last * 3))

    return make


def _across(dice: Dice, size: int) -> tuple[int, int]:
    """Return the first months of a beginning in one year and of an end in the next, counted from year 0."""
    year = _year(dice)
    first = dice.number(12 // size // 2, 12 // size - 1) * size
    last = dice.number(0, 12 // size - 1) * size
    return year * 12 + first, year * 12 + 12 + last


def across_quarters(form: str) -> Maker:
    """Return the quarters from one of this year to one of the next; the first may be left out."""

    def make(dice: Dice) -> Made:
        first, last = _across(dice, 3)
        begun, ended = first % 12 // 3, last % 12 // 3
        text = form.format(
            q=begun + 1, t=ended + 1, r=ROMAN[begun], s=ROMAN[ended], y=first // 12, z=last // 12
        )
        return text, _from_to(first, last + 2, "quarter")

    return make


def across_months(form: str) -> Maker:
    """Return the months from one of this year to one of the next; the first may be left out."""

    def make(dice: Dice) -> Made:
        first, last = _across(dice, 1)
        names = {"name": MONTHS[first % 12], "other": MONTHS[last % 12]}
        names |= {"abbr": names["name"][:3], "other_abbr": names["other"][:3]}
        text = form.format(m=first % 12 + 1, n=last % 12 + 1, y=first // 12, z=last // 12, **names)
        return text, _from_to(first, last, "month")

    return make


def across_days(form: str) -> Maker:
    """Return the time from a day of this year to one of the next; the first may be left out."""

    def make(dice: Dice) -> Made:
        first, last = _across(dice, 1)
        opened, closed = dice.one([1, 5, 10, 15]), dice.one([10, 15, 20, 25])
        text = form.format(d=opened, m=first % 12 + 1, y=first // 12, e=closed, n=last % 12 + 1, z=last // 12)
        start = f"{first // 12}-{first % 12 + 1:02}-{opened:02}"
        due = f"{last // 12}-{last % 12 + 1:02}-{closed:02}"
        return text, Due(("year_range", "date"), start=OneOf((start, None)), due=due)

    return make


def _from_to(first: int, last: int, kind: str) -> Due:
    start = OneOf((f"{first // 12}-{first % 12 + 1:02}-01", None))
    return Due(("year_range", kind, "date"), start=start, due=month_end(last // 12, last % 12 + 1))


def each_year(text: str) -> Maker:
    """Return work that never ends and is done each year: it may be called either."""
    return lambda _dice: (text, Due(("ongoing", "annual"), every=(None, "year")))


STEPS = {"day": 1, "month": 1, "quarter": 3, "year": 12}


def span(dice: Dice, step: str, form: str) -> tuple[str, str, Due]:
    """Return the words of a beginning and of an end, each for a column of its own, and what they mean."""
    size = STEPS[step]
    first = dice.number(0, 47)
    if dice.pool in RANKED:
        first = first // 2 + (dice.since - 2025) * 12
    last = first + dice.number(1, 18)
    first, last = first - first % size, last - last % size + size - 1
    opened, closed = (dice.one([1, 5, 10]), dice.one([15, 20, 28])) if step == "day" else (1, 0)
    begun, ended = 2025 + first // 12, 2025 + last // 12
    start = f"{begun}-{first % 12 + 1:02}-{opened:02}"
    due = f"{ended}-{last % 12 + 1:02}-{closed:02}" if closed else month_end(ended, last % 12 + 1)
    words = _worded(form, first, opened), _worded(form, last, closed)
    # A work that begins and ends in one quarter or year may be given that time alone.
    alone = OneOf((start, None)) if words[0] == words[1] else start
    return *words, Due(SPAN_KINDS, start=alone, due=due)


SPAN_KINDS = ("year_range", "date", "month", "quarter", "year")
"""All that may be called a work with a beginning and an end, of which both days are sure."""


def _worded(form: str, month: int, day: int) -> str:
    quarter = month % 12 // 3
    name = MONTHS[month % 12]
    return form.format(
        d=day,
        m=month % 12 + 1,
        y=2025 + month // 12,
        q=quarter + 1,
        r=ROMAN[quarter],
        name=name,
        abbr=name[:3],
    )


def open_from(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(("open_from",), start=f"{year}-01-01", every=(None, "year"))

    return make


def arguable(form: str) -> Maker:
    """Return a time that offices print often and that names no day by itself: a season, a fiscal year."""

    def make(dice: Dice) -> Made:
        year = _year(dice)
        season = dice.one(["Spring", "Summer", "Autumn"])
        text = form.format(
            y=year, next=(year + 1) % 100, full=year + 1, after=(year + 2) % 100, season=season
        )
        return text, UNSCORED

    return make


def in_words(text: str, kind: str, *every: str | None) -> Maker:
    return lambda _dice: (text, Due((kind,), every=every or (None,)))


def yearly_day(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        day, month = dice.one([1, 10, 15, 20, 25]), dice.number(1, 12)
        text = form.format(d=day, m=month, name=MONTHS[month - 1])
        return text, Due(("annual",), every=("year",), day=f"{month:02}-{day:02}")

    return make


def yearly_quarter(form: str) -> Maker:
    """Return a quarter of each year, of which the last day may be given or left out."""

    def make(dice: Dice) -> Made:
        quarter = dice.number(1, 4)
        return form.format(r=ROMAN[quarter - 1]), _each_year_by(quarter * 3)

    return make


def yearly_month(form: str) -> Maker:
    """Return a month of each year, of which the last day may be given or left out."""

    def make(dice: Dice) -> Made:
        month = dice.number(1, 12)
        return form.format(m=month), _each_year_by(month)

    return make


def _each_year_by(month: int) -> Due:
    return Due(("annual",), every=("year",), day=OneOf((None, month_end(2025, month)[5:])))


def mid_year(form: str) -> Maker:
    def make(dice: Dice) -> Made:
        year = _year(dice)
        return form.format(y=year), Due(("date", "month", "quarter", "year"), due=f"{year}-06-30")

    return make


def relative(text: str) -> Maker:
    return lambda _dice: (text, Due(("relative",)))

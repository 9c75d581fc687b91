"""Deadlines that take their year from the heading: of one calendar year, or of fiscal years it explains."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.corpus.chance import Dice, Pool
from tests.corpus.model import Due, OneOf
from tests.corpus.moments import (
    MONTHS,
    ROMAN,
    SPAN_KINDS,
    Made,
    by_day,
    by_month,
    in_words,
    month_end,
)

YEARED = {
    "vi": Pool(
        held_out=[
            "Thời gian hoàn thành (năm {y})",
            "Thời hạn hoàn thành trong năm {y}",
            "Thời gian thực hiện của năm {y}",
            "Hạn xong trong năm {y}",
        ]
    ),
    "en": Pool(held_out=["Timeline ({y})", "Deadline in {y}", "Due date (all dates in {y})", "When ({y})"]),
}
"""Headings that name the year of all deadlines below them."""
IN_YEAR = {
    "vi": Pool(
        held_out=[
            ("month", "Tháng {m}"),
            ("month", "Tháng {m}"),
            ("month", "Trong tháng {m}"),
            ("month", "T{m}"),
            ("quarter", "Quý {r}"),
            ("quarter", "Quý {r}"),
            ("quarter", "Trong Quý {r}"),
            ("day", "{d:02}/{m:02}"),
            ("day", "Ngày {d}/{m}"),
            ("before", "Trước ngày {d:02}/{m:02}"),
            ("before", "Trước {d}/{m}"),
            ("half", ("6 tháng đầu năm", "6 tháng cuối năm")),
            ("year", "Cả năm"),
            ("ongoing", "Thường xuyên"),
        ]
    ),
    "en": Pool(
        held_out=[
            ("month", "{name}"),
            ("month", "By end {name}"),
            ("month", "{abbr}"),
            ("quarter", "Q{q}"),
            ("quarter", "Quarter {q}"),
            ("day", "{d} {name}"),
            ("day", "By {d} {abbr}"),
            ("before", "Before {d} {name}"),
            ("half", ("First half", "Second half")),
            ("year", "All year"),
            ("ongoing", "Ongoing"),
        ]
    ),
}
"""Times within the year of the heading, by what they name."""
FISCAL_HEADS = Pool(
    held_out=[
        "Timeline (financial year: {a} to {b})",
        "Timeframe (FY = {a}–{b})",
        "Deadline (the fiscal year runs from {a} to {b})",
    ]
)
"""Headings that tell from which month to which one the fiscal years below them run."""
FISCAL = Pool(
    held_out=[
        ("year", "FY {y}/{next:02}"),
        ("year", "FY{y}/{next:02}"),
        ("year", "End of FY {y}/{next:02}"),
        ("quarter", "Q{q} FY {y}/{next:02}"),
        ("quarter", "Q{q}, FY {y}/{next:02}"),
        ("half", "H{h} FY {y}/{next:02}"),
        ("two", "FY {y}/{next:02} – FY {full}/{after:02}"),
    ]
)
"""Times by fiscal years."""
BESIDE_FISCAL = Pool(
    held_out=[
        by_month("{name} {y}"),
        by_month("By {name} {y}"),
        by_day("{d} {name} {y}"),
        in_words("Ongoing", "ongoing"),
        in_words("Annually", "annual", "year"),
    ]
)
"""Times that mean the same in any kind of year."""
FISCAL_STARTS = {7: 0.6, 4: 0.3, 10: 0.1}
"""The months with which fiscal years begin, by how many countries have them."""
SIZES = {"quarter": 3, "half": 6, "year": 12, "two": 24}


@dataclass(frozen=True)
class Named:
    """What a heading says about the time of all rows below it: one year, or how fiscal years run."""

    heading: str
    year: int
    starts: int = 1
    fiscal: bool = False


def named(dice: Dice, language: str, year: int, flags: set[str]) -> Named | None:
    """Return the heading of the deadlines where it names their year or explains their fiscal years."""
    if "one_year" in flags:
        return Named(dice.one(YEARED[language]).format(y=year), year)
    if "fiscal" in flags:
        starts = dice.weighted(FISCAL_STARTS)
        heading = dice.one(FISCAL_HEADS).format(a=MONTHS[starts - 1], b=MONTHS[starts - 2])
        return Named(heading, year, starts, fiscal=True)
    return None


def under(dice: Dice, language: str, head: Named) -> Made:
    """Return the words of a time below such a heading, and what they mean with it."""
    if not head.fiscal:
        kind, form = dice.one(IN_YEAR[language])
        return _in_year(dice, kind, form, head.year)
    if dice.often(0.3):
        return dice.one(BESIDE_FISCAL)(dice)
    kind, form = dice.one(FISCAL)
    return _fiscal(dice, kind, form, head)


def _in_year(dice: Dice, kind: str, form: str | Sequence[str], year: int) -> Made:
    month, day = dice.number(1, 12), dice.one([5, 10, 15, 20, 25, 28])
    quarter, half = dice.number(1, 4), dice.number(1, 2)
    if not isinstance(form, str):
        form = form[half - 1]
    name = MONTHS[month - 1]
    text = form.format(d=day, m=month, name=name, abbr=name[:3], q=quarter, r=ROMAN[quarter - 1])
    if kind in {"day", "before"}:
        return text, Due(("date",), due=f"{year}-{month:02}-{day - (kind == 'before'):02}")
    if kind == "ongoing":
        return text, Due(("ongoing",))
    ends = {"month": month, "quarter": quarter * 3, "half": half * 6, "year": 12}
    kinds = {"half": "quarter"}
    return text, Due((kinds.get(kind, kind),), due=month_end(year, ends[kind]))


def _fiscal(dice: Dice, kind: str, form: str, head: Named) -> Made:
    """Return a part of a fiscal year, whose first day may be left out where the last one alone counts."""
    year, size = head.year + dice.number(0, 3), SIZES[kind]
    part = dice.number(1, 12 // size) if size < 12 else 1
    text = form.format(y=year, next=(year + 1) % 100, full=year + 1, after=(year + 2) % 100, q=part, h=part)
    first = year * 12 + head.starts - 1 + (part - 1) * size
    last = first + size - 1
    start = f"{first // 12}-{first % 12 + 1:02}-01"
    alone = start if kind == "two" else OneOf((None, start))
    return text, Due(SPAN_KINDS, start=alone, due=month_end(last // 12, last % 12 + 1))

"""Deadlines that take their year from the heading: of one calendar year, or of fiscal years it explains."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import deadlines_yearless as closed
from tests.corpus.model import Due, Line, OneOf
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
        tenth=[
            "Thời gian hoàn thành (năm {y})",
            "Thời hạn hoàn thành trong năm {y}",
            "Thời gian thực hiện của năm {y}",
            "Hạn xong trong năm {y}",
        ],
        eleventh=["Thời gian hoàn thành năm {y}", "Thời gian thực hiện trong năm {y}"],
        twelfth=["Thời hạn hoàn thành năm {y}", "Thời gian thực hiện (năm {y})", "Tiến độ năm {y}"],
        thirteenth=[
            "Hạn hoàn thành trong năm {y}",
            "Thời hạn (năm {y})",
            "Mốc hoàn thành năm {y}",
        ],
        held_out=closed.YEARED["vi"],
    ),
    "en": Pool(
        tenth=["Timeline ({y})", "Deadline in {y}", "Due date (all dates in {y})", "When ({y})"],
        eleventh=["Timeframe {y}", "Timeline for {y}"],
        twelfth=["{y} Timeline", "Completion date ({y})", "Schedule for {y}"],
        thirteenth=[
            "To be completed in {y}",
            "Target date in {y}",
            "Timescale ({y})",
        ],
        held_out=closed.YEARED["en"],
    ),
}
"""Headings that name the year of all deadlines below them."""
IN_YEAR = {
    "vi": Pool(
        tenth=[
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
        ],
        usual=[
            ("month", "Tháng {m}"),
            ("quarter", "Quý {r}"),
            ("quarter", "Trong Quý {r}"),
            ("before", "Trước ngày {d:02}/{m:02}"),
            ("year", "Cả năm"),
            ("ongoing", "Thường xuyên"),
        ],
        eleventh=[
            ("month", "Hoàn thành trong tháng {m}"),
            ("quarter", "Hoàn thành trong Quý {r}"),
            ("quarter", "Quý {q}"),
            ("month", "Tháng {m:02}"),
            ("year", "Trong năm"),
            ("half", ("06 tháng đầu năm", "06 tháng cuối năm")),
            ("ongoing", "Thường xuyên trong năm"),
            ("before", "Trước ngày {d}/{m}"),
            ("quarter", "Trong quý {q}"),
        ],
        twelfth=[
            ("month", "Tháng {m} hoàn thành"),
            ("quarter", "Cuối Quý {r}"),
            ("month", "Hết tháng {m}"),
            ("before", "Trước {d:02}/{m:02}"),
            ("quarter", "Q{r}"),
            ("ongoing", "Thường xuyên, liên tục"),
            ("month", "Tháng {m}."),
            ("year", "Trong cả năm"),
            ("quarter", "Hết Quý {r}"),
            ("month", "Chậm nhất tháng {m}"),
            ("quarter", "Trong Q.{r}"),
        ],
        thirteenth=[
            ("quarter", "Trong Quý {r} phải xong"),
            ("month", "Tháng {m}, chậm nhất cuối tháng"),
            ("day", "Ngày {d:02}/{m:02}"),
            ("month", "Hết T{m}"),
            ("month", "Trong tháng {m:02}"),
            ("quarter", "Hoàn thành quý {r}"),
            ("before", "Trước ngày {d:02} tháng {m}"),
            ("year", "Suốt cả năm"),
            ("month", "Hoàn thành tháng {m}"),
            ("ongoing", "Làm thường xuyên"),
        ],
        held_out=closed.IN_YEAR["vi"],
    ),
    "en": Pool(
        tenth=[
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
        ],
        usual=[
            ("quarter", "Q{q}"),
            ("month", "{name}"),
            ("month", "By end {name}"),
            ("ongoing", "Ongoing"),
        ],
        eleventh=[
            ("month", "By {name}"),
            ("quarter", "By Q{q}"),
            ("month", "End of {name}"),
            ("day", "{name} {d}"),
            ("quarter", "End of Q{q}"),
            ("year", "Throughout the year"),
            ("half", ("1st half", "2nd half")),
        ],
        twelfth=[
            ("quarter", "Quarter {r}"),
            ("month", "End {abbr}"),
            ("quarter", "{q}Q"),
            ("month", "By {abbr}"),
            ("ongoing", "Continuous"),
            ("day", "By {name} {d}"),
            ("year", "Year-round"),
            ("quarter", "During Q{q}"),
            ("month", "in {name}"),
        ],
        thirteenth=[
            ("month", "Within {name}"),
            ("quarter", "In quarter {q}"),
            ("day", "On {d} {name}"),
            ("month", "{name} end"),
            ("quarter", "Qtr {q}"),
            ("ongoing", "Continuing"),
            ("quarter", "By end Q{q}"),
            ("ongoing", "As a regular activity"),
        ],
        held_out=closed.IN_YEAR["en"],
    ),
}
"""Times within the year of the heading, by what they name."""
FISCAL_HEADS = Pool(
    tenth=[
        "Timeline (financial year: {a} to {b})",
        "Timeframe (FY = {a}–{b})",
        "Deadline (the fiscal year runs from {a} to {b})",
    ],
    eleventh=["Timeframe (financial year: {a}–{b})", "Timeline (fiscal year from {a} to {b})"],
    twelfth=[
        "Timeframe (FY runs {a}–{b})",
        "Timeline (financial years, {a} to {b})",
        "Target date (FY = {a} to {b})",
    ],
    thirteenth=[
        "Timescale (financial year: {a} to {b})",
        "Complete by (FY = {a}–{b})",
        "Target (financial year {a}–{b})",
    ],
    held_out=closed.FISCAL_HEADS,
)
"""Headings that tell from which month to which one the fiscal years below them run."""
FISCAL = Pool(
    tenth=[
        ("year", "FY {y}/{next:02}"),
        ("year", "FY{y}/{next:02}"),
        ("year", "End of FY {y}/{next:02}"),
        ("quarter", "Q{q} FY {y}/{next:02}"),
        ("quarter", "Q{q}, FY {y}/{next:02}"),
        ("half", "H{h} FY {y}/{next:02}"),
        ("two", "FY {y}/{next:02} – FY {full}/{after:02}"),
    ],
    usual=[("year", "FY {y}/{next:02}"), ("year", "FY{y}/{next:02}"), ("quarter", "Q{q} FY {y}/{next:02}")],
    eleventh=[
        ("year", "{y}/{next:02}"),
        ("quarter", "Q{q} {y}/{next:02}"),
        ("year", "FY {y}-{next:02}"),
        ("quarter", "Q{q} of {y}/{next:02}"),
        ("year", "End of {y}/{next:02}"),
        ("year", "By end of FY {y}/{next:02}"),
        ("half", "H{h} {y}/{next:02}"),
        ("two", "{y}/{next:02} to {full}/{after:02}"),
        ("year", "Financial year {y}/{next:02}"),
    ],
    twelfth=[
        ("year", "FY{y}-{next:02}"),
        ("quarter", "Q{q} FY{y}/{next:02}"),
        ("year", "By end FY{y}/{next:02}"),
        ("quarter", "Q{q} – FY {y}/{next:02}"),
        ("two", "FY{y}/{next:02} - FY{full}/{after:02}"),
        ("year", "In FY {y}/{next:02}"),
        ("half", "H{h} of FY {y}/{next:02}"),
        ("quarter", "FY{y}/{next:02} Q{q}"),
        ("year", "{y}/{next:02} financial year"),
    ],
    thirteenth=[
        ("year", "{y}-{next:02}"),
        ("year", "During {y}-{next:02}"),
        ("quarter", "Q{q} of {y}-{next:02}"),
        ("quarter", "{y}-{next:02} (Q{q})"),
        ("year", "FY {y}–{next:02}"),
        ("half", "H{h} {y}-{next:02}"),
        ("two", "{y}-{next:02} to {full}-{after:02}"),
        ("year", "By end of {y}-{next:02}"),
        ("quarter", "Quarter {q}, {y}-{next:02}"),
    ],
    held_out=closed.FISCAL,
)
"""Times by fiscal years."""
FISCAL_NOTES = Pool(
    eleventh=[
        "Financial years (FY) run from {a} to {b}.",
        "Note: The financial year runs from 1 {a} to {day} {b}.",
        "In this plan, years such as {y}/{next:02} are financial years, from 1 {a} to {day} {b}.",
        "FY = the government's financial year ({a} to {b}).",
    ],
    twelfth=[
        "The financial year referred to in this plan runs from {a} to {b}.",
        "* Financial years begin on 1 {a} and end on {day} {b}.",
        "Abbreviation: FY, financial year (1 {a} – {day} {b}).",
        "All timelines refer to the financial year, {a} to {b} (for example, {y}/{next:02}).",
    ],
    thirteenth=[
        "Note: Financial years in this document run from {a} to {b}.",
        "In this plan a financial year means the period from 1 {a} to {day} {b}.",
        "Year references such as {y}-{next:02} are to financial years beginning in {a} and ending in {b}.",
    ],
    held_out=closed.FISCAL_NOTES,
)
"""Sentences beside the table that tell from which month to which one its fiscal years run."""
BESIDE_FISCAL = Pool(
    tenth=[
        by_month("{name} {y}"),
        by_month("By {name} {y}"),
        by_day("{d} {name} {y}"),
        in_words("Ongoing", "ongoing"),
        in_words("Annually", "annual", "year"),
    ],
    usual=[by_month("{name} {y}"), in_words("Ongoing", "ongoing")],
    eleventh=[
        by_month("By end {name} {y}"),
        by_month("{abbr} {y}"),
        in_words("Ongoing throughout", "ongoing"),
    ],
    twelfth=[
        by_month("{abbr}-{y}"),
        by_month("End of {name} {y}"),
        in_words("Continuous", "ongoing"),
        in_words("Every year", "annual", "year"),
    ],
    thirteenth=[
        by_day("{d} {abbr} {y}"),
        by_month("By end of {name} {y}"),
        in_words("Continuing", "ongoing"),
        in_words("Yearly", "annual", "year"),
    ],
    held_out=closed.BESIDE_FISCAL,
)
"""Times that mean the same in any kind of year."""
FISCAL_STARTS = {7: 0.6, 4: 0.3, 10: 0.1}
"""The months with which fiscal years begin, by how many countries have them."""
SIZES = {"quarter": 3, "half": 6, "year": 12, "two": 24}


@dataclass(frozen=True)
class Named:
    """What a heading, a title or a note says about the time of all rows: one year, or how fiscal ones run."""

    heading: str
    year: int
    starts: int = 1
    fiscal: bool = False
    note: str = ""


def named(dice: Dice, language: str, year: int, flags: set[str]) -> Named | None:
    """Return the heading of the deadlines where it names their year or explains their fiscal years."""
    if "one_year" in flags:
        return Named(dice.one(YEARED[language]).format(y=year), year)
    if "fiscal" in flags:
        starts = dice.weighted(FISCAL_STARTS)
        heading = dice.one(FISCAL_HEADS).format(a=MONTHS[starts - 1], b=MONTHS[starts - 2])
        return Named(heading, year, starts, fiscal=True)
    if "titled" in flags:
        return Named("", year)
    if "fiscal_noted" in flags:
        starts = dice.weighted(FISCAL_STARTS)
        first, last = MONTHS[starts - 1], MONTHS[starts - 2]
        day = int(month_end(year, starts - 1)[-2:])
        words = dice.one(FISCAL_NOTES).format(a=first, b=last, day=day, y=year, next=(year + 1) % 100)
        return Named("", year, starts, fiscal=True, note=words)
    return None


def year_of_title(lines: list[Line]) -> int:
    """Return the year of a yearly plan from its title, if it was issued around the turn of that year."""
    title = next(line.text for line in lines if line.style == "title")
    issued = " ".join(line.text for line in lines if line.style == "letterhead")
    found = re.search(r"(?<!đến )năm (20\d\d)$|\bAnnual\b.* (20\d\d)$", title)
    near = re.search(r"tháng (0[1-3]|1[12]) năm|January|February|March|November|December", issued)
    return int(found[1] or found[2]) if found and near else 0


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

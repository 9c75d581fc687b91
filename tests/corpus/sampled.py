"""The columns and headings that only plans of the twelfth part have."""

from dataclasses import replace

from tests.corpus import headings
from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import sampled as closed
from tests.corpus.style import Column, Style

BUDGETS = {
    "vi": Pool(
        twelfth=[
            ("Kinh phí (triệu đồng)", ("Tổng", "NSTW", "NSĐP")),
            ("Dự kiến kinh phí (triệu đồng)", ("Năm {a}", "Năm {b}", "Năm {c}")),
            ("Nguồn kinh phí (tỷ đồng)", ("Ngân sách", "Xã hội hóa")),
            ("Phân kỳ kinh phí", ("{a}", "{b}", "{c}")),
        ],
        thirteenth=[
            ("Khái toán kinh phí (triệu đồng)", ("Tổng số", "NS tỉnh", "NS xã")),
            ("Nhu cầu kinh phí (triệu đồng)", ("{a}", "{b}", "{c}")),
            ("Kinh phí thực hiện (triệu đồng)", ("Vốn đầu tư", "Vốn sự nghiệp")),
            ("Dự toán (triệu đồng)", ("Năm {a}", "Năm {b}")),
        ],
        held_out=closed.BUDGETS["vi"],
    ),
    "en": Pool(
        twelfth=[
            ("Indicative budget (US$ '000)", ("{a}", "{b}", "{c}")),
            ("Budget by source", ("Government", "Partners")),
            ("Estimated cost (million)", ("Year 1", "Year 2", "Year 3")),
            ("Resource requirements", ("{a}", "{b}", "{c}", "Total")),
        ],
        thirteenth=[
            ("Funds required (Rs. in lakh)", ("{a}", "{b}", "{c}")),
            ("Budget provision", ("State share", "Central share")),
            ("Cost (£000)", ("Revenue", "Capital")),
            ("Financial outlay", ("{a}", "{b}", "{c}", "Total")),
        ],
        held_out=closed.BUDGETS["en"],
    ),
}
"""Columns of money under one heading, by source or by year: what a year costs is no deadline."""
AMOUNTS = {
    "vi": Pool(
        twelfth=["500", "1.200", "200", "0", "3.450", "-", "150", "12.000"],
        thirteenth=[
            "300",
            "1.500",
            "80",
            "2.750",
            "60",
            "10.000",
            "450",
            "–",
        ],
        held_out=closed.AMOUNTS["vi"],
    ),
    "en": Pool(
        twelfth=["50", "120", "1,500", "0", "75", "-", "300", "10,000"],
        thirteenth=[
            "25",
            "180",
            "2,400",
            "60",
            "nil",
            "450",
            "15,000",
            "–",
        ],
        held_out=closed.AMOUNTS["en"],
    ),
}
REWORDED = ("title", "leads", "coordinators", "output", "deadline")


def furnish(dice: Dice, made: Style, year: int) -> None:
    """Give the style the columns that only the twelfth part has."""
    if "lettered" in made.flags:
        made.number_row = "{}"
    if "listed" in made.flags:
        made.number_row = ""
        made.columns = [replace(column, group="") for column in made.columns]
    if "budget_years" not in made.flags:
        return
    over, words = dice.one(BUDGETS[made.language])
    years = {"a": year, "b": year + 1, "c": year + 2}
    money = [
        Column(f"money {place}", word.format(**years), over.upper() if "upper_heads" in made.flags else over)
        for place, word in enumerate(words, 1)
    ]
    kept = [column for column in made.columns if column.field != "money"]
    place = len(kept) - (kept[-1].field == "notes")
    made.columns = [*kept[:place], *money, *kept[place:]]


def reworded(dice: Dice, style: Style) -> Style:
    """Return the style of a later table, whose headings somebody worded anew."""
    words = headings.OF_LANGUAGE[style.language]
    return replace(
        style,
        columns=[
            replace(column, heading=_cased(dice.one(words[column.field]), style))
            if column.field in REWORDED
            else column
            for column in style.columns
        ],
    )


def _cased(word: str, style: Style) -> str:
    return word.upper() if "upper_heads" in style.flags else word


def numbered(style: Style, count: int) -> list[str]:
    """Return the row of numbers under the headings: letters for the first two columns in some plans."""
    if "lettered" not in style.flags:
        return [style.number_row.format(place + 1) for place in range(count)]
    return ["A", "B", *(str(place + 1) for place in range(count - 2))]

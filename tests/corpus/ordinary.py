"""Registers and work programmes by month, which only plans of the ordinary parts have."""

import datetime as dt
from dataclasses import replace

from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import ordinary as closed
from tests.corpus.model import Due, OneOf
from tests.corpus.moments import MONTHS, ROMAN, SPAN_KINDS, month_end
from tests.corpus.style import Column, Style

REGISTERS = {
    "vi": Pool(
        thirteenth=[
            ("Số, ký hiệu văn bản giao việc", "{n}/UBND-TH"),
            ("Ngày giao", "{d:02}/{m:02}/{y}"),
            ("Lãnh đạo chỉ đạo", "{leader}"),
            ("Công chức theo dõi", "{name}"),
            ("Độ khẩn", "{urgency}"),
            ("Văn bản giao nhiệm vụ (số, ngày)", "{n}/TB-VPUB ngày {d:02}/{m:02}/{y}"),
        ],
        held_out=closed.REGISTERS["vi"],
    ),
    "en": Pool(
        thirteenth=[
            ("Decision no.", "CM {n}/{y}"),
            ("Date assigned", "{d} {month} {y}"),
            ("Contact officer", "{name}"),
            ("File reference", "PL/{n}/{y}"),
            ("Review group", "{leader}"),
            ("Priority rating", "{urgency}"),
        ],
        held_out=closed.REGISTERS["en"],
    ),
}
"""What a clerk keeps beside each task; the day on which a task was given is no deadline."""
PEOPLE = {
    "vi": Pool(
        thirteenth=["Nguyễn Thị Hạnh", "Trần Quang Minh", "Lê Văn Đạt", "Phạm Thu Trang", "Bùi Đức Long"],
        held_out=closed.PEOPLE["vi"],
    ),
    "en": Pool(
        thirteenth=["R. Menon", "S. Okafor", "G. Hughes", "L. Santos", "P. Murphy"],
        held_out=closed.PEOPLE["en"],
    ),
}
LEADERS = {
    "vi": Pool(
        thirteenth=["Đ/c Chủ tịch", "Đ/c PCT Thường trực", "Đ/c PCT (KT)", "Đ/c PCT (VX)"],
        held_out=closed.LEADERS["vi"],
    ),
    "en": Pool(thirteenth=["Economy Group", "People Group", "Places Group"], held_out=closed.LEADERS["en"]),
}
URGENCY = {
    "vi": Pool(thirteenth=["Thường", "Khẩn", "Hỏa tốc"], held_out=closed.URGENCY["vi"]),
    "en": Pool(thirteenth=["A", "B", "C"], held_out=closed.URGENCY["en"]),
}
PERIODS = {
    "vi": Pool(
        thirteenth=[
            (1, "THÁNG {m}/{y}"),
            (1, "Tháng {m:02} năm {y}"),
            (3, "QUÝ {r} NĂM {y}"),
            (1, "Nhiệm vụ hoàn thành trong tháng {m}/{y}"),
            (3, "Các nhiệm vụ hoàn thành trong Quý {r}/{y}"),
        ],
        held_out=closed.PERIODS["vi"],
    ),
    "en": Pool(
        thirteenth=[
            (3, "Quarter {q}, {y}"),
            (1, "{month} {y}"),
            (1, "Actions to be completed in {month} {y}"),
            (3, "Actions due in Q{q} {y}"),
        ],
        held_out=closed.PERIODS["en"],
    ),
}
"""Titles under which a work programme puts all that ends in a month or a quarter."""


def furnish(dice: Dice, made: Style, year: int) -> None:
    """Give the style the columns of a register, or take the deadlines out where the titles tell them."""
    if "by_time" in made.flags:
        columns = [replace(column, group="") for column in made.columns]
        made.columns = [column for column in columns if column.field != "deadline"]
        made.period = dice.one(PERIODS[made.language])
        made.first = year * 12 + dice.number(0, 1) * made.period[0]
    if "register" not in made.flags:
        return
    chosen = dice.some(REGISTERS[made.language], dice.number(2, 3))
    upper = "upper_heads" in made.flags
    kept = [Column(f"kept {form}", heading.upper() if upper else heading) for heading, form in chosen]
    first = [column for column in made.columns if column.field in {"no", "theme", "title"}]
    rest = [column for column in made.columns if column not in first]
    made.columns = [*first, *kept, *rest] if dice.often(0.5) else [*first, *rest, *kept]


def entry(dice: Dice, language: str, form: str) -> str:
    """Return what the register keeps of one task."""
    day = dt.date(dice.since, dice.number(1, 12), dice.number(1, 28)) - dt.timedelta(days=365)
    return form.format(
        n=dice.number(12, 4800),
        d=day.day,
        m=day.month,
        y=day.year,
        month=MONTHS[day.month - 1][:3],
        name=dice.one(PEOPLE[language]),
        leader=dice.one(LEADERS[language]),
        urgency=dice.one(URGENCY[language]),
    )


def period(made: Style, place: int) -> tuple[str, Due]:
    """Return the title of a month or a quarter, and when the work under it ends."""
    size, form = made.period
    first = made.first + place * size
    year, month = first // 12, first % 12 + 1
    quarter = (month - 1) // 3
    words = form.format(m=month, y=year, q=quarter + 1, r=ROMAN[quarter], month=MONTHS[month - 1])
    start = OneOf((None, f"{year}-{month:02}-01"))
    return words, Due(SPAN_KINDS, start=start, due=month_end(year, month + size - 1))

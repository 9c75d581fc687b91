"""What only the held-out part has: themes that count their tasks, notes in the last row, slips of typing."""

from collections.abc import Iterable
from dataclasses import replace

from tests.corpus.chance import Dice
from tests.corpus.model import Cell, OneOf, Part, Row, Table
from tests.corpus.rows import Section
from tests.corpus.style import Style
from tests.corpus.surroundings import REMARKS

AMOUNTS = {"vi": " ({:02} nhiệm vụ)", "en": " ({} actions)"}
SLIPS = {
    "vi": {
        "hoàn thành": "hoàn thàng",
        "phối hợp": "phối họp",
        "chủ trì": "chủ trị",
        "Thời gian": "Thời gan",
        "Sản phẩm": "Sản phấm",
        "nhiệm vụ": "nhiêm vụ",
    },
    "en": {
        "esponsible": "esponsibe",
        "imeline": "imline",
        "ctivities": "ctivites",
        "utput": "uput",
        "upporting": "uporting",
        "mplement": "mplemet",
        "ompletion": "ompletition",
    },
}
"""Letters that typists leave out or mistake in the headings."""


def furnish(dice: Dice, made: Style) -> None:
    """Let one heading of the table have a slip of the typist."""
    if "heading_slip" not in made.flags:
        return
    slips = [
        (place, column.heading.replace(right, wrong))
        for place, column in enumerate(made.columns)
        for right, wrong in _cased(SLIPS[made.language].items())
        if right in column.heading
        and column.field in {"title", "leads", "coordinators", "output", "deadline"}
    ]
    if slips:
        place, heading = dice.one(slips)
        made.columns[place] = replace(made.columns[place], heading=heading)


def _cased(slips: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for right, wrong in slips for pair in ((right, wrong), (right.upper(), wrong.upper()))]


def count_tasks(section: Section, language: str) -> None:
    """Let the title of a theme end with the number of its tasks, which may be called part of it or not."""
    if section.truth is None:
        return
    amount = AMOUNTS[language].format(len(section.rows))
    code, title = section.truth
    known = title.values if isinstance(title, OneOf) else (title,)
    section.title += amount
    section.truth = (code, OneOf((*known, *(f"{words}{amount}" for words in known))))


def note_below(dice: Dice, language: str, parts: list[Part]) -> None:
    """Put a note, which is no task, into a last row of the table."""
    table = [part for part in parts if isinstance(part, Table)][-1]
    wide = len(table.widths)
    table.rows.append(Row([Cell(dice.one(REMARKS[language]), columns=wide), *[None] * (wide - 1)], "aside"))


def spaced(dice: Dice, text: str) -> str:
    """Return words as a typist leaves them now and then: a blank too many within or behind them."""
    if dice.often(0.15):
        text = text.replace(" ", "  ", 1)
    return f"{text} " if dice.often(0.1) else text

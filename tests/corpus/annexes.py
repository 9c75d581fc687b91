"""What only the held-out part has: themes that tell how many tasks they hold, notes and stray blanks."""

from tests.corpus.chance import Dice
from tests.corpus.model import Cell, OneOf, Part, Row, Table
from tests.corpus.rows import Section
from tests.corpus.surroundings import REMARKS

AMOUNTS = {"vi": " ({:02} nhiệm vụ)", "en": " ({} actions)"}


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

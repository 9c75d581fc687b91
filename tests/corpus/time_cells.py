"""Cells that show when a task is worked on: marks under years or quarters, a beginning and an end."""

from typing import TYPE_CHECKING

from tests.corpus.chance import Dice
from tests.corpus.model import UNSCORED, Due, OneOf
from tests.corpus.moments import SPAN_KINDS, month_end, span
from tests.corpus.style import Style

if TYPE_CHECKING:
    from tests.corpus.rows import Printed


def shown(dice: Dice, style: Style, row: "Printed") -> bool:
    """Fill the cells that show the time; say whether the plan has any, for then no words state it."""
    if not (style.years or style.quarters or style.span):
        return False
    row.task.deadline_text = UNSCORED
    if not dice.often(style.rates["blank"]):
        if style.years:
            _ticks(dice, style, row)
        elif style.quarters:
            _quarters(dice, style, row)
        else:
            row.cells["start"], row.cells["end"], row.task.deadline = span(dice, *style.span)
    return True


def _ticks(dice: Dice, style: Style, row: "Printed") -> None:
    """Mark the years of the work, which follow each other."""
    years = style.years
    first = dice.number(0, len(years) - 1)
    last = dice.number(first, len(years) - 1)
    for year in years[first : last + 1]:
        row.cells[f"tick {year}"] = style.tick
    start, due = f"{years[first]}-01-01", f"{years[last]}-12-31"
    if first == last:
        row.task.deadline = Due(("year", "year_range"), start=OneOf((None, start)), due=due)
    else:
        row.task.deadline = Due(("year_range",), start=start, due=due)


def _quarters(dice: Dice, style: Style, row: "Printed") -> None:
    """Mark the quarters of the work, which follow each other."""
    quarters = style.quarters
    first = dice.number(0, len(quarters) - 1)
    last = min(first + dice.one([0, 0, 1, 1, 2, 3, 5]), len(quarters) - 1)
    for year, quarter in quarters[first : last + 1]:
        row.cells[f"tick {year}/{quarter}"] = style.tick
    start = f"{quarters[first][0]}-{quarters[first][1] * 3 - 2:02}-01"
    due = month_end(quarters[last][0], quarters[last][1] * 3)
    # One quarter, or the four of one year, may be given as that time alone.
    whole = due == f"{start[:4]}-12-31" and start.endswith("-01-01")
    alone = OneOf((None, start)) if first == last or whole else start
    row.task.deadline = Due(SPAN_KINDS, start=alone, due=due)

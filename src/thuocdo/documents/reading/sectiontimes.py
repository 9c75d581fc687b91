"""Sections that name the time of the tasks below them, where no column does: “Work of quarter 2, 2026”."""

from collections.abc import Mapping, Sequence

from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.rows import Row
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.timewords import plainly

_MOSTLY = 0.5
_LONGEST = 120
_PARTS = frozenset({"month", "quarter"})


def times_of_sections(rows: Sequence[Row]) -> Mapping[int, str]:
    """Return the times by the section's identity, where most titles end with a month or quarter."""
    sections = [row for row in rows if row.kind == "section"]
    found = {id(row): time for row in sections if (time := time_at_end("\n".join(row.paragraphs)))}
    return found if len(found) > max(1, _MOSTLY * len(sections)) else {}


def time_at_end(title: str) -> str:
    """Return the month or the quarter with which a title ends, "" where it names none or several."""
    words = plainly(" ".join(bare(title[:_LONGEST]).split()).strip(" .:)"))
    periods = find_periods(words)
    if len(periods) != 1 or periods[0].kind not in _PARTS or periods[0].end < len(words):
        return ""
    return words[periods[0].start :]

"""Of what kind paragraphs are, and how well a row of them fits the columns of a table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from thuocdo.documents.reading.bodies import looks_like_bodies
from thuocdo.documents.reading.columns import Judge, is_number_head
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.looks import holds_figure
from thuocdo.documents.reading.rows import ends_table
from thuocdo.documents.reading.targets import is_figure

_BLANK = 0.25
_LONGEST_NAME = 120


class Kinds:
    """Tells what kind a paragraph is of, each only once."""

    def __init__(self, knows: Judge) -> None:
        self.of = lru_cache(maxsize=8192)(lambda text: _kind(text, knows))

    def at(self, place: int, text: str) -> str:
        """Return the kind of a cell: a bare number is a label in the first columns only."""
        kind = self.of(text)
        if place > 1:
            return {"label": "figure", "mark": "words"}.get(kind, kind)
        return "label" if kind == "mark" else kind


def _kind(text: str, knows: Judge) -> str:
    if text in {"", "-", "–"}:
        return "blank"
    if label := read_label(text):
        return "label" if label.form in {"number", "printed", "group"} else "mark"
    if is_only_time(text):
        return "time"
    if looks_like_bodies(text) or (len(text) <= _LONGEST_NAME and knows(text)):
        return "body"
    if is_figure(text) or holds_figure(text):
        return "figure"
    return "words"


def profile_of(rows: Sequence[Sequence[str]], width: int, kinds: Kinds) -> list[Counter[str]]:
    """Return how often each kind stands in each column."""
    found: list[Counter[str]] = [Counter() for _column in range(width)]
    for row in rows:
        for place, text in enumerate(row):
            found[place][kinds.at(place, text)] += 1
    return found


def joined(texts: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield the rows that more paragraphs than columns may be: one cell has several.

    What follows the last cell is rather the title of the next section.
    """
    more = len(texts) - width
    for place in range(1, width - 1):
        yield [*texts[:place], "\n".join(texts[place : place + more + 1]), *texts[place + more + 1 :]]


def shares_of(column: Counter[str]) -> Mapping[str, float]:
    """Return how often each kind stands in the filled cells of a column."""
    total = sum(count for kind, count in column.items() if kind != "blank")
    return {kind: count / total for kind, count in column.items() if kind != "blank"}


def fit_of(row: Sequence[str], shares: Sequence[Mapping[str, float]], kinds: Kinds) -> float:
    """Return how well paragraphs fit the columns: 1 for each that is of the kind of its column."""
    if not any(row) or is_number_head(row[0]) or ends_table(row[0]):
        return float("-inf")
    worth = 0.0
    for place, (text, share) in enumerate(zip(row, shares, strict=True)):
        kind = kinds.at(place, text)
        if kind == "blank":
            worth += _BLANK
        elif share:
            worth += 2 * share.get(kind, 0) - 1
    return worth

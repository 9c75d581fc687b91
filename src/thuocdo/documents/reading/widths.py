"""How many columns the rows have whose cells are paragraphs, seen from the numbers in front of them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from thuocdo.documents.reading.headings import is_number_head
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.rows import ends_table

NARROWEST, WIDEST = 3, 18
_LOOKED_AT = 400
_NEAR = 60  # paragraphs between the numbers of two rows
_LATEST = 15  # place of the first number: only a section, with empty cells beside it, stands above
_FEWEST = 2
_LONGEST_LABEL = 14
_SHARE = 0.1  # of the rows that hold no more than one paragraph a column


def row_width(texts: Sequence[str]) -> int:
    """Return how many paragraphs most rows have, 0 where that is not seen.

    `texts` begin with the first row. The numbers in front tell it: from one to the next there are as
    many paragraphs as columns, or more where a cell holds several; a row has no fewer.
    """
    texts = texts[:_LOOKED_AT]
    values = [_value(text) for text in texts]
    starts: list[int] = []
    expected: int | None = None
    for place, value in enumerate(values):
        if starts and (is_number_head(texts[place]) or ends_table(texts[place])):
            break  # another table
        if value is None:
            continue
        if not starts and place > _LATEST:
            return 0  # the rows are not numbered
        if expected is None or value == expected or (value == 1 and place - starts[-1] >= NARROWEST):
            if starts and place - starts[-1] < NARROWEST:
                continue
            starts.append(place)
            expected = value + 1
    lengths = [last - first for first, last in pairwise(starts) if last - first <= _NEAR]
    common = Counter(length for length in lengths if NARROWEST <= length <= WIDEST)
    least = max(_FEWEST, _SHARE * len(lengths))
    return min((length for length, count in common.items() if count >= least), default=0)


def regular_rows(texts: Sequence[str], width: int, number: int = 0) -> list[Sequence[str]]:
    """Return the rows that hold just one paragraph a column, the numbers in the column `number`."""
    values = [_value(text) for text in texts[:_LOOKED_AT]]
    starts: list[int] = []
    expected: int | None = None
    for place, value in enumerate(values):
        if value is None or (starts and place - starts[-1] < NARROWEST):
            continue
        if expected is None or value in {expected, 1}:
            starts.append(place)
            expected = value + 1
    return [
        texts[first - number : last - number]
        for first, last in pairwise(starts)
        if last - first == width and first >= number
    ]


def _value(text: str) -> int | None:
    """Return the number that a label counts by: that of its last part."""
    label = read_label(text) if text and len(text) <= _LONGEST_LABEL else None
    if label is None or label.form not in {"number", "printed"}:
        return None
    digits = "".join(char if char.isdigit() else " " for char in label.code).split()
    return int(digits[-1]) if digits else None

"""Headings among paragraphs: words for columns that stand one below the other, judged by what follows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.bodies import names_body
from thuocdo.documents.reading.columns import (
    Columns,
    Judge,
    assign,
    heads_times,
    is_number_head,
    is_row_label,
    is_year,
    may_head_figures,
)
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.headlines import WITH_YEAR, as_heads, goes_on
from thuocdo.documents.reading.headways import (
    CAPTION,
    WIDEST,
    displaced,
    heads_groups,
    is_caption,
    recurs,
    times_apart,
    ways,
)
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.marks import heads_span
from thuocdo.documents.reading.regularheads import regular_head
from thuocdo.documents.reading.rows import ends_table
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.stream import Dealer, names_part
from thuocdo.documents.reading.targets import is_figure
from thuocdo.documents.reading.widths import row_width
from thuocdo.documents.reading.yearparts import parcel

_FEWEST = 3
_FULL = 4  # columns of a heading that nothing above it announces
_ABOVE = 4
_SECOND_LINE = 24
_CLEAR = 2
_COLUMN_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_DIGITS = re.compile(r"\D")
_YEAR = re.compile(r"\b20\d\d\b")
_STARTS = 6
_LONGEST_HEAD = 80
_WORDS_OF_SENTENCE = 5
_NEAR = 8
_TRIED = 60  # paragraphs that decide how many columns a heading has
_SEEN = 300  # paragraphs that show how many of them a row has
_GUESSED = 0.3  # no head says what is to be done
_WIDTH, _NARROW = 0.6, 0.15
_UNKNOWN_HEAD = 0.05
_SURE = 0.6  # score of a heading that its rows fit
_LATE = 0.02
_CELL = 1.0  # a head that is a cell of the rows
_CAPITALS = 0.4
_CUT = 0.3  # for each known head that is left out
_CUT_WORDS = 0.1  # where the words of a first row may follow
_ENDS = 6
_BROKEN_HEAD = frozenset({"S", "Số", "SỐ"})  # “S” above “TT”, on lines of their own
_OWNERS = frozenset({"leads", "coordinators"})
_TELLING = frozenset(
    {"leads", "coordinators", "deadline", "output", "target", "baseline", "unit", "number", "status"}
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading among the paragraphs: where it begins, where its rows begin, and its columns.

    `annexed` says that the title of an annex or of a table stands right above it; `counted` is how
    many numbers of columns stand between its words and its rows.
    """

    start: int
    first: int
    columns: Columns
    score: float
    annexed: bool = False
    counted: int = 0


def find_heads(blocks: Sequence[Block], knows: Judge) -> Iterator[Head]:
    """Yield the headings in their order; below the first, only those that surely head a table."""
    before: Head | None = None
    place = 0
    speaking = [len(block.text) <= _LONGEST_HEAD and _speaks(block.text) for block in blocks]
    while place < len(blocks):
        if before and _is_same(blocks, place, before):
            first = place + before.first - before.start - before.counted
            counted = _column_count(blocks, first)
            before = replace(before, start=place, first=first + counted, annexed=False, counted=counted)
            yield before
            place = before.first
            continue
        crowded = speaking[place] and sum(speaking[place : place + _NEAR]) >= _FEWEST
        if not crowded or not _is_headlike(blocks[place].text, knows):
            if before is None and (head := _regular(blocks, place, place + 1, knows)):
                yield head
                before = head
                place = head.first
            else:
                place += 1
            continue
        end = place
        while (
            end < len(blocks)
            and end - place < WIDEST + _STARTS
            and (
                _is_headlike(blocks[end].text, knows)
                or (end > place and goes_on(blocks[end].text))
                or (end > place + 1 and _heads_bodies(blocks[end].text, knows))
                or (
                    end > place + 1
                    and _is_of_calendar([block.text for block in blocks[end - 1 : end + WIDEST]])
                )
            )
        ):
            end += 1
        head = _surer(_best_head(blocks, place, end, knows), blocks, (place, end), knows)
        if head and head.start and blocks[head.start - 1].text in _BROKEN_HEAD:
            head = replace(head, start=head.start - 1)
        if head and (before is None or _is_new(head, before)):
            yield head
            before = head
            place = head.first
        else:
            place += 1


def _surer(head: Head | None, blocks: Sequence[Block], span: tuple[int, int], knows: Judge) -> Head | None:
    """Return a heading, or the wider one that regular rows show where its own words are not sure."""
    if head and head.score >= _SURE:
        return head
    found = _regular(blocks, *span, knows)
    return found if found and (head is None or len(found.columns.roles) > len(head.columns.roles)) else head


def _regular(blocks: Sequence[Block], start: int, end: int, knows: Judge) -> Head | None:
    """Return the heading whose rows alone show how many columns it has."""
    for place in range(start, end):
        if not is_number_head(blocks[place].text):
            continue
        below = next(
            (found for found in range(place + 1, place + WIDEST) if _column_count(blocks, found)), place
        )
        count = _column_count(blocks, below) if below > place else 0
        if found := regular_head(blocks, place, count, knows):
            return Head(found.start, found.first, found.columns, 1.0, counted=found.counted)
    return None


def _is_same(blocks: Sequence[Block], place: int, before: Head) -> bool:
    """Say whether the paragraphs of the heading before stand here again, word by word."""
    if blocks[place].text != blocks[before.start].text:
        return False
    count = before.first - before.start - before.counted
    again = [block.text for block in blocks[place : place + count]]
    return again == [block.text for block in blocks[before.start : before.start + count]]


def _is_new(head: Head, before: Head) -> bool:
    """Say whether a heading below a table is one, and not words of that table."""
    columns = head.columns
    if columns.kind != before.columns.kind and len(columns.roles) >= _FULL and head.score >= 1:
        return True
    numbered = "number" in columns.roles[:2] and columns.heads[0] != "#"
    return (head.annexed and head.score >= _SURE) or numbered or head.columns.heads == before.columns.heads


def _heads_bodies(text: str, knows: Judge) -> bool:
    """Say whether “Principal Agency” behind other heads is one itself, and not the name of a body."""
    found = senses(text) if len(text) <= _SECOND_LINE else ()
    return bool(found) and found[0].roles[0] in _OWNERS and not knows(text)


def _is_of_calendar(texts: Sequence[str]) -> bool:
    """Say whether the second of these words is a quarter beside another one, or a year over quarters."""
    parts = [bool(parcel(text)[0]) for text in texts]
    if parts[1:2] == [True]:
        return parts[0] or parts[2:3] == [True]
    return (
        len(texts) > 1 and bool(_YEAR.search(texts[1])) and any(one and two for one, two in pairwise(parts))
    )


def _speaks(text: str) -> bool:
    return is_number_head(text) or bool(senses(text)) or bool(parcel(text)[0])


def _is_headlike(text: str, knows: Judge) -> bool:
    if not text or len(text) > _LONGEST_HEAD:
        return False
    if is_number_head(text) or is_year(text):
        return True
    if _is_sentence(text) or (":" in text.partition("(")[0] and names_part(text)):
        return False
    shortened = text[1:2] == "." and text[2:3].islower()  # “Đ.vị tính” is no section “Đ.”
    if (
        is_row_label(text)
        or (section_title(text)[0] and not shortened)
        or _COLUMN_NUMBER.fullmatch(text)
        or ends_table(text)
    ):
        return False
    if (is_only_time(text) or is_figure(text)) and not (may_head_figures(text) or heads_times(text)):
        return False
    return not _is_body(text, knows)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and text.count(" ") >= _WORDS_OF_SENTENCE


def _is_body(text: str, knows: Judge) -> bool:
    """Say whether the words name a body and no column: “Department of …” also stands over columns."""
    found = senses(text)
    surely = found[0].surely if found else 0
    if knows(text):
        return surely <= _CLEAR
    return names_body(text) and (
        not found or (text.isascii() and found[0].roles[0] == "leads" and surely <= _CLEAR)
    )


def _best_head(blocks: Sequence[Block], start: int, end: int, knows: Judge) -> Head | None:
    texts, begins = as_heads([block.text for block in blocks[start:end]])
    roles: set[str] = {sense[0].roles[0] for text in texts if (sense := senses(text))}
    roles |= {"number" for text in texts if is_number_head(text)}
    roles |= {"target" for text in texts if is_year(text) or WITH_YEAR.fullmatch(bare(text))}
    if len(roles & _TELLING) < _FEWEST - 1:
        return None
    if head := _plain_head(blocks, start, end, texts, begins):
        return head
    trial = _Trial(blocks, start, texts, begins, knows)
    best = max(trial.heads(end), key=lambda head: (head.score, -head.start), default=None)
    return best if best and best.score > 0 else None


@dataclass(slots=True)
class _Trial:
    """All readings of the words of one heading, each judged by how well the rows below fit it."""

    blocks: Sequence[Block]
    start: int
    texts: Sequence[str]
    begins: Sequence[int]
    knows: Judge

    def heads(self, end: int) -> Iterator[Head]:
        """Yield what the heading may be."""
        texts = self.texts
        numbers = [
            place for place, text in enumerate(texts) if is_number_head(text) and not _headed(texts[:place])
        ]
        ended = end < len(self.blocks) and read_label(self.blocks[end].text)
        cost = _CUT if ended else _CUT_WORDS
        barrier = max((place for place, text in enumerate(texts) if text.startswith("(")), default=-1)
        themes = [place - 1 for place in numbers if place and heads_groups(texts[place - 1])]
        firsts = [*themes, *numbers] or range(barrier + 1, min(barrier + 1 + _STARTS, len(texts)))
        for last in range(len(texts), max(_FEWEST, len(texts) - _ENDS) - 1, -1):
            width = self._width(last)
            for first in firsts:
                if last - first < _FEWEST or CAPTION.match(bare(texts[first])):
                    continue
                if not _speaks(texts[first]) and not (width and last - first >= width):
                    continue
                before = texts[self._titled(first) : first]
                late = _CUT * (first - 1 in themes) if numbers else _CUT * _speaking(before)
                cut = sum(map(_speaks, texts[last:])) + heads_span(texts[last - 1 : last + 1])
                late += (
                    _LATE * first + cost * cut + _CUT_WORDS * (not numbers and not first and self._titled(1))
                )
                for head in self._from(first, last, width, numbered=bool(numbers)):
                    yield replace(head, score=head.score - late)

    def _from(self, first: int, last: int, width: int, *, numbered: bool) -> Iterator[Head]:
        """Yield what the heads from `first` to `last` may be."""
        start = self.start + self.begins[last]
        counted = _column_count(self.blocks, start)
        after = start + counted if counted else _after_numbers(self.blocks, start, last - first)
        above = [block.text for block in self.blocks[max(0, self.start - _ABOVE) : self.start]]
        annexed = any(CAPTION.match(bare(text)) for text in [*above, *self.texts[:first]])
        found = list(ways(self.texts[first:last], counted or width))
        if not numbered:
            counted_rows = _is_counted(self.blocks, after)
            prefixed = [[("#",), *heads] for heads in found] if counted_rows else []
            found += [[("#",), *heads[1:]] for heads in found if len(heads) == width] + prefixed
        body = [block.text for block in self.blocks[after : after + _TRIED]]
        seen = Counter(block.text for block in self.blocks[after : after + _SEEN])
        stop = next((place for place, text in enumerate(body) if ends_table(text)), len(body))
        for heads in found:
            columns = assign(heads)
            unknown = sum(not _speaks(levels[-1]) for levels in heads)
            most = len(heads) / (2 if numbered and width == len(heads) else 3)
            if columns is None or unknown > most or counted not in {0, len(heads)}:
                continue
            columns = times_apart(columns)
            score = _average(columns, body[:stop], self.knows) - _UNKNOWN_HEAD * unknown
            score += _width_fits(len(heads), width) - _GUESSED * bool(columns.by_cells)
            score -= _CAPITALS * is_caption([levels[-1] for levels in heads])
            score -= _CELL * any(recurs(levels[-1], heads, seen) for levels in heads)
            yield Head(self.start + self.begins[first], after, columns, score, annexed, after - start)

    def _titled(self, first: int) -> bool:
        """Say whether the words before the first head are the title of an annex, whose label stands above."""
        label = bare(self.blocks[self.start - 1].text) if self.start else ""
        return bool(first and CAPTION.match(label)) and len(label) <= _SECOND_LINE

    def _width(self, last: int) -> int:
        start = self.start + self.begins[last]
        counted = _column_count(self.blocks, start)
        return counted or row_width([block.text for block in self.blocks[start : start + _SEEN]])


def _speaking(texts: Sequence[str]) -> int:
    return sum(_speaks(text) and not CAPTION.match(bare(text)) for text in texts)


def _width_fits(count: int, width: int) -> float:
    """Return what speaks for so many columns where rows have so many paragraphs, 0 where that is not seen."""
    if not width:
        return 0.0
    if count > width:
        return -_WIDTH
    return _WIDTH if count == width else -_NARROW * (width - count)


def _headed(texts: Sequence[str]) -> bool:
    """Say whether words head several columns: “Number” behind them is the unit of the first row."""
    return len({sense[0].roles[0] for text in texts if (sense := senses(text))} & _TELLING) >= _FEWEST


def _column_count(blocks: Sequence[Block], start: int) -> int:
    """Return how many columns the numbers below a heading count, 0 where there are none."""
    count = 0
    for block in blocks[start : start + WIDEST]:
        if not _COLUMN_NUMBER.fullmatch(block.text) or int(_DIGITS.sub("", block.text)) != count + 1:
            break
        count += 1
    return count if count >= _FEWEST else 0


def _is_counted(blocks: Sequence[Block], start: int) -> bool:
    """Say whether 1, 2, 3 stand alone below a heading, so that numbers have a column without words."""
    texts = [block.text.rstrip(".)") for block in blocks[start : start + _TRIED]]
    places = [texts.index(number) if number in texts else -1 for number in ("1", "2", "3")]
    return 0 <= places[0] < places[1] < places[2]


def _plain_head(
    blocks: Sequence[Block], start: int, end: int, texts: Sequence[str], begins: Sequence[int]
) -> Head | None:
    """Return a heading that needs no trial: a number column first, all heads known, then the first number."""
    first = next((place for place, text in enumerate(texts) if is_number_head(text)), None)
    ended = end < len(blocks) and (read_label(blocks[end].text) or _COLUMN_NUMBER.fullmatch(blocks[end].text))
    if first is None or not ended or not all(map(_speaks, texts[first:])):
        return None
    if first and heads_groups(texts[first - 1]):
        return None
    if all(_YEAR.search(text) for text in texts[-2:]):
        return None
    if _column_count(blocks, end) not in {0, len(texts) - first}:
        return None
    columns = assign([(text,) for text in texts[first:]])
    if columns is None or "other" in columns.roles or displaced(columns, texts[first:]):
        return None
    above = [block.text for block in blocks[max(0, start - _ABOVE) : start]]
    annexed = any(CAPTION.match(bare(text)) for text in [*above, *texts[:first]])
    after = _after_numbers(blocks, end, len(texts) - first)
    return Head(start + begins[first], after, columns, 1.0, annexed, after - end)


def _average(columns: Columns, texts: Sequence[str], knows: Judge) -> float:
    if len(texts) < len(columns.roles):
        return -1.0
    return Dealer(columns.roles, knows).score(texts) / len(texts)


def _after_numbers(blocks: Sequence[Block], start: int, width: int) -> int:
    return (
        start + width if numbers_columns([block.text for block in blocks[start : start + width]]) else start
    )

"""Headings among paragraphs: words for columns that stand one below the other, judged by what follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import (
    Columns,
    Judge,
    assign,
    is_number_head,
    is_row_label,
    is_year,
    may_head_figures,
)
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.rows import ends_table
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.stream import Dealer, names_body, names_part
from thuocdo.documents.reading.targets import is_figure

_FEWEST = 3
_FULL = 4  # columns of a heading that nothing above it announces
WIDEST = 14
_ABOVE = 4
_SECOND_LINE = 24
_LONGEST_LINE = 30  # of a head that goes on in a paragraph of its own
_CLEAR = 2
_CAPTION = re.compile(
    r"(?:phu luc|bang|bieu|danh muc|he thong|phan cong|annex|appendix|schedule [a-z\d]|table|"
    r"list of|attached|kem theo|\()"
)
_GOAL_WORDS = re.compile(r"(?:muc tieu|chi tieu|ke hoach|targets?|goals?|plan|planned)(?: value)?")
_COLUMN_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_DIGITS = re.compile(r"\D")
_YEAR = re.compile(r"\b20\d\d\b")
_STARTS = 6
_LONGEST_HEAD = 80
_WORDS_OF_SENTENCE = 5
_NEAR = 8
_TRIED = 60  # paragraphs that decide how many columns a heading has
_UNKNOWN_HEAD = 0.05
_LATE = 0.02
_CUT = 0.3  # for each known head that is left out
_CUT_WORDS = 0.1  # where the words of a first row may follow
_ENDS = 2
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
            place += 1
            continue
        end = place
        while (
            end < len(blocks)
            and end - place < WIDEST + _STARTS
            and (_is_headlike(blocks[end].text, knows) or (end > place and _ends_head(blocks[end].text)))
        ):
            end += 1
        head = _best_head(blocks, place, end, knows)
        if head and head.start and blocks[head.start - 1].text in _BROKEN_HEAD:
            head = replace(head, start=head.start - 1)
        if head and (before is None or _is_new(head, before)):
            yield head
            before = head
            place = head.first
        else:
            place += 1


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
    return head.annexed or "number" in head.columns.roles[:2] or head.columns.heads == before.columns.heads


def _ends_head(text: str) -> bool:
    """Say whether words stand on a second line of a head: in brackets, or going on in small letters."""
    if not 0 < len(text) <= _SECOND_LINE or _COLUMN_NUMBER.fullmatch(text):
        return False
    return text.startswith("(") or text[0].islower()


def _as_heads(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the heads, each with its further lines, and where each begins; its end comes last."""
    heads: list[str] = []
    starts: list[int] = []
    goals = _goals_below_years(texts)
    for place, text in enumerate(texts):
        if heads and (_ends_head(text) or (place + 1 in goals and is_year(heads[-1]))):
            heads[-1] = f"{heads[-1]} {text}"
        else:
            heads.append(text)
            starts.append(place)
    return heads, [*starts, len(texts)]


def _goals_below_years(texts: Sequence[str]) -> set[int]:
    """Return the places (from 1) of words like “Target” that stand below each of several years."""
    pairs = [
        place
        for place, (above, text) in enumerate(pairwise(texts), start=2)
        if is_year(above) and _GOAL_WORDS.fullmatch(bare(text))
    ]
    return set(pairs) if len(pairs) == sum(map(is_year, texts)) else set()


def _speaks(text: str) -> bool:
    return is_number_head(text) or bool(senses(text))


def _is_headlike(text: str, knows: Judge) -> bool:
    if not text or len(text) > _LONGEST_HEAD:
        return False
    if is_number_head(text) or is_year(text):
        return True
    if _is_sentence(text) or (":" in text and names_part(text)):
        return False
    shortened = text[1:2] == "." and text[2:3].islower()  # “Đ.vị tính” is no section “Đ.”
    if (
        is_row_label(text)
        or (section_title(text)[0] and not shortened)
        or _COLUMN_NUMBER.fullmatch(text)
        or ends_table(text)
    ):
        return False
    if (is_only_time(text) or is_figure(text)) and not may_head_figures(text):
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
    texts, begins = _as_heads([block.text for block in blocks[start:end]])
    roles: set[str] = {sense[0].roles[0] for text in texts if (sense := senses(text))}
    roles |= {"number" for text in texts if is_number_head(text)}
    if len(roles & _TELLING) < _FEWEST - 1:
        return None
    if head := _plain_head(blocks, start, end, texts, begins):
        return head
    found: list[Head] = []
    above = [block.text for block in blocks[max(0, start - _ABOVE) : start]]
    numbers = [
        place for place, text in enumerate(texts) if is_number_head(text) and not _headed(texts[:place])
    ]
    cost = _CUT if end < len(blocks) and read_label(blocks[end].text) else _CUT_WORDS
    barrier = max((place for place, text in enumerate(texts) if text.startswith("(")), default=-1)
    themes = [place - 1 for place in numbers if place and _heads_groups(texts[place - 1])]
    firsts = [*themes, *numbers] or range(barrier + 1, min(barrier + 1 + _STARTS, len(texts)))
    for first in firsts:
        if not _speaks(texts[first]) or _CAPTION.match(bare(texts[first])):
            continue
        annexed = any(_CAPTION.match(bare(text)) for text in [*above, *texts[:first]])
        for last in range(len(texts), max(first + _FEWEST, len(texts) - _ENDS) - 1, -1):
            after = _after_numbers(blocks, start + begins[last], last - first)
            ways = list(_ways(texts[first:last]))
            counted = _column_count(blocks, start + begins[last])
            if not numbers and _is_counted(blocks, after):
                ways += [[("#",), *heads] for heads in ways]
            for heads in ways:
                columns = assign(heads)
                unknown = sum(not _speaks(levels[-1]) for levels in heads)
                if columns is None or unknown > len(heads) / 3 or counted not in {0, len(heads)}:
                    continue
                body = [block.text for block in blocks[after : after + _TRIED]]
                stop = next((place for place, text in enumerate(body) if ends_table(text)), len(body))
                cut = sum(_speaks(text) for text in texts[last:])
                score = _average(columns, body[:stop], knows)
                skipped = sum(_speaks(text) and not _CAPTION.match(bare(text)) for text in texts[:first])
                score -= (
                    _UNKNOWN_HEAD * unknown
                    + _LATE * first
                    + cost * cut
                    + (_CUT * (first - 1 in themes) if numbers else _CUT * skipped)
                )
                numbers_below = after - start - begins[last]
                found.append(Head(start + begins[first], after, columns, score, annexed, numbers_below))
    best = max(found, key=lambda head: (head.score, -head.start), default=None)
    return best if best and best.score > 0 else None


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
    if first and _heads_groups(texts[first - 1]):
        return None
    if all(_YEAR.search(text) for text in texts[-2:]):
        return None
    columns = assign([(text,) for text in texts[first:]])
    if columns is None or "other" in columns.roles or _displaced(columns, texts[first:]):
        return None
    above = [block.text for block in blocks[max(0, start - _ABOVE) : start]]
    annexed = any(_CAPTION.match(bare(text)) for text in [*above, *texts[:first]])
    after = _after_numbers(blocks, end, len(texts) - first)
    return Head(start + begins[first], after, columns, 1.0, annexed, after - end)


def _ways(texts: Sequence[str]) -> Iterator[list[tuple[str, ...]]]:
    """Yield what the columns may be, each as the levels of its head.

    All; the last ones standing below one of the others; without one; unknown words joined.
    """
    plain: list[tuple[str, ...]] = [(text,) for text in texts]
    yield plain
    columns = assign(plain)
    lost = [place for place, role in enumerate(columns.roles) if role == "other"] if columns else []
    conflict = any(
        senses(texts[place])[0].roles[0] not in {"other", "note"} for place in lost if senses(texts[place])
    ) or bool(columns and _displaced(columns, texts))
    silent = any(not senses(texts[place]) for place in lost)
    if not conflict and not silent and not all(_YEAR.search(text) for text in texts[-2:]):
        yield from _joined(texts, lost)
        return
    for count in range(2, min(WIDEST // 2, len(texts) - 2)):
        if _YEAR.search(texts[-count]) and _YEAR.search(texts[-count - 1]):
            continue  # all the years stand below the same head
        covers = [place for place in range(1, len(texts) - count) if _may_cover(texts[place], texts[-count:])]
        goals = [place for place in covers if _heads_goals(texts[place])]
        yearly = all(_YEAR.search(text) for text in texts[-count:])
        for place in goals if yearly and goals else covers:
            below = [(texts[place], text) for text in texts[-count:]]
            yield [*plain[:place], *below, *plain[place + 1 : -count]]
    for place in lost:
        pair = {sense[0].roles[0] for text in texts[place + 1 : place + 3] if (sense := senses(text))}
        if pair == _OWNERS:  # the words above both stand before them
            below = [(texts[place], text) for text in texts[place + 1 : place + 3]]
            yield [*plain[:place], *below, *plain[place + 3 :]]
    yield from _joined(texts, lost)


def _displaced(columns: Columns, texts: Sequence[str]) -> bool:
    """Say whether words for a body stand over what was taken for something else, as its place was held."""
    return any(
        sense[0].roles[0] in _OWNERS and role not in _OWNERS
        for role, text in zip(columns.roles, texts, strict=True)
        if (sense := senses(text))
    )


def _joined(texts: Sequence[str], unknown: Sequence[int]) -> Iterator[list[tuple[str, ...]]]:
    """Yield the heads with each unknown one taken for a second line of the head before it."""
    plain: list[tuple[str, ...]] = [(text,) for text in texts]
    for place in unknown:
        if place and len(texts[place]) <= _LONGEST_LINE and not senses(texts[place]):
            yield [*plain[: place - 1], (f"{texts[place - 1]} {texts[place]}",), *plain[place + 1 :]]


def _heads_groups(text: str) -> bool:
    """Say whether words head a column of themes, which may stand before the one of numbers."""
    found = senses(text)
    return bool(found) and found[0].roles[0] in {"theme", "serves"} and not _CAPTION.match(bare(text))


def _heads_goals(text: str) -> bool:
    found = senses(text)
    return bool(found) and found[0].roles[0] == "target"


def _may_cover(upper: str, lower: Sequence[str]) -> bool:
    """Say whether one head may stand over others: targets over years, bodies over lead and support."""
    held = {role for sense in senses(upper) for role in sense.roles}
    if all(_YEAR.search(text) for text in lower):
        return not held or senses(upper)[0].roles[0] in {"target", "deadline", "title"}
    below = [sense[0].roles[0] if (sense := senses(text)) else None for text in lower]
    if None in below or len(set(below)) < len(below):
        return False
    if not held or set(below) <= held or max(sense.surely for sense in senses(upper)) < _CLEAR:
        return True
    return set(below) == _OWNERS and bool(held & {*_OWNERS, "unit"})


def _average(columns: Columns, texts: Sequence[str], knows: Judge) -> float:
    if len(texts) < len(columns.roles):
        return -1.0
    _columns, score = Dealer(columns.roles, knows).deal(texts)
    return score / len(texts)


def _after_numbers(blocks: Sequence[Block], start: int, width: int) -> int:
    return (
        start + width if numbers_columns([block.text for block in blocks[start : start + width]]) else start
    )

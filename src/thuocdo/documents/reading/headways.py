"""What the words of a heading among paragraphs may be: columns side by side, or some below others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thuocdo.documents.reading.columns import Columns, assign, is_number_head, is_year
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.marks import heads_span
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.yearparts import parcel

Levels = list[tuple[str, ...]]
"""The heads of the columns, each from the uppermost words down."""

WIDEST = 18
CAPTION = re.compile(
    r"(?:phu luc|bang|bieu|danh muc|he thong|phan cong|annex|appendix|append|addendum|enclosure|attachment|"
    r"schedule [a-z\d]|table|"
    r"list of|attached|kem theo|\(|"
    r"(?:detailed |annual |national )?(?:action|work|implementation|activity|reform) (?:plan|programme|"
    r"program|matrix)s?$|"
    r"(?:results? |log(?:ical )?)?(?:matrix|framework)\b|ke hoach (?:chi tiet|hanh dong|thuc hien)$)"
)
_LONGEST_LINE = 30  # of a head that goes on in a paragraph of its own
_CLEAR = 2
_YEAR = re.compile(r"\b20\d\d\b")
_OF_YEARS = re.compile(r"\b(?:years?|yearly|annual(?:ly)?|theo nam|tung nam|cac nam|hang nam)\b(?! ?\d)")
_OWNERS = frozenset({"leads", "coordinators"})
_OF_TIME = frozenset({"other", "deadline"})
_FEWEST_PARTS = 2  # of a year
_TIME = "Thời gian thực hiện"
_AGAIN = 2  # times more than the other heads
_MOST_BELOW = 3  # heads below each of two others


def ways(texts: Sequence[str], width: int = 0) -> Iterator[Levels]:
    """Yield what the columns may be, each as the levels of its head.

    All; the last ones standing below one of the others; without one; unknown words joined. Where
    the `width` of the rows is known and these are more words, some of them stand below others.
    """
    if over := list(_over_parcels(texts, width)):
        yield from over
        return
    plain: Levels = [(text,) for text in texts]
    yield plain
    columns = assign(plain)
    lost = [place for place, role in enumerate(columns.roles) if role == "other"] if columns else []
    conflict = any(
        senses(texts[place])[0].roles[0] not in {"other", "note"} for place in lost if senses(texts[place])
    ) or bool(columns and displaced(columns, texts))
    silent = any(not senses(texts[place]) for place in lost)
    if width and len(texts) > width:
        yield from _below_others(texts, width)
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


def _over_parcels(texts: Sequence[str], width: int) -> Iterator[Levels]:
    """Yield the heads where the last ones are parts of a year: each year before them covers as many.

    The other heads are read as if one column stood in their place.
    """
    stop = len(texts)
    while stop and parcel(texts[stop - 1])[0]:
        stop -= 1
    parts = texts[stop:]
    cycle = len(set(parts))
    if cycle < _FEWEST_PARTS or len(parts) % cycle:
        return
    years = len(parts) // cycle
    for place in range(1, stop - years + 1):
        if all(_YEAR.search(text) for text in texts[place : place + years]):
            below = [(texts[place + number // cycle], text) for number, text in enumerate(parts)]
            narrow = [*texts[:place], _TIME, *texts[place + years : stop]]
            for heads in ways(narrow, max(0, width - len(parts) + 1)):
                if (
                    at := next((number for number, levels in enumerate(heads) if levels == (_TIME,)), None)
                ) is not None:
                    yield [*heads[:at], *below, *heads[at + 1 :]]


def _below_others(texts: Sequence[str], width: int) -> Iterator[Levels]:
    """Yield the ways in which the last words stand below one or two of the others, so that the width fits."""
    plain: Levels = [(text,) for text in texts]
    if len(texts) == width + 1:
        for count in range(2, len(texts) - 1):
            lower = texts[-count:]
            if not _may_stand_below(lower) or (is_year(lower[0]) and is_year(texts[-count - 1])):
                continue
            for place in _likeliest_covers(texts[: len(texts) - count], lower):
                below = [(texts[place], text) for text in lower]
                yield [*plain[:place], *below, *plain[place + 1 : -count]]
    if len(texts) == width + 2:
        for first in range(2, _MOST_BELOW + 1):
            for second in range(2, _MOST_BELOW + 1):
                yield from _below_two(texts, first, second)


def _below_two(texts: Sequence[str], first: int, second: int) -> Iterator[Levels]:
    plain: Levels = [(text,) for text in texts]
    upper = len(texts) - first - second
    left, right = texts[upper : upper + first], texts[upper + first :]
    for place in range(1, upper):
        for other in range(place + 1, upper):
            if _may_cover(texts[place], left) and _may_cover(texts[other], right):
                yield [
                    *plain[:place],
                    *((texts[place], text) for text in left),
                    *plain[place + 1 : other],
                    *((texts[other], text) for text in right),
                    *plain[other + 1 : upper],
                ]


def _likeliest_covers(upper: Sequence[str], lower: Sequence[str]) -> list[int]:
    """Return the places of the heads that may stand over others: the surest kind that there is."""
    ranks: dict[int, int] = {}
    for place, text in enumerate(upper):
        if not place or is_number_head(text) or is_year(text):
            continue
        found = senses(text)
        if all(map(is_year, lower)) and (_heads_goals(text) or _OF_YEARS.search(bare(text))):
            ranks[place] = 0
        elif _may_cover(text, lower) or (found and found[0].roles[0] in {"theme", "serves"}):
            ranks[place] = 1
        elif not found:
            ranks[place] = 2
    best = min(ranks.values(), default=0)
    return [place for place, rank in ranks.items() if rank == best]


def _may_stand_below(texts: Sequence[str]) -> bool:
    """Say whether words are heads of columns: years, a beginning and an end, or unlike known ones."""
    years = sum(map(is_year, texts))
    if years:
        return years == len(texts)
    if heads_span(texts):
        return True
    roles = [sense[0].roles[0] for text in texts if (sense := senses(text))]
    return len(roles) == len(texts) == len(set(roles))


def displaced(columns: Columns, texts: Sequence[str]) -> bool:
    """Say whether words for a body stand over what was taken for something else, as its place was held."""
    return any(
        sense[0].roles[0] in _OWNERS and role not in _OWNERS
        for role, text in zip(columns.roles, texts, strict=True)
        if (sense := senses(text))
    )


def _joined(texts: Sequence[str], unknown: Sequence[int]) -> Iterator[Levels]:
    """Yield the heads with each unknown one taken for a second line of the head before it."""
    plain: Levels = [(text,) for text in texts]
    for place in unknown:
        if place and len(texts[place]) <= _LONGEST_LINE and not senses(texts[place]):
            yield [*plain[: place - 1], (f"{texts[place - 1]} {texts[place]}",), *plain[place + 1 :]]


def heads_groups(text: str) -> bool:
    """Say whether words head a column of themes, which may stand before the one of numbers."""
    found = senses(text)
    return bool(found) and found[0].roles[0] in {"theme", "serves"} and not CAPTION.match(bare(text))


def _heads_goals(text: str) -> bool:
    found = senses(text)
    if _OF_YEARS.search(bare(text)) and not (found and found[0].roles[0] == "deadline"):
        return True
    return bool(found) and found[0].roles[0] == "target"


def _may_cover(upper: str, lower: Sequence[str]) -> bool:
    """Say whether one head may stand over others: targets over years, bodies over lead and support."""
    held = {role for sense in senses(upper) for role in sense.roles}
    if all(_YEAR.search(text) for text in lower):
        return not held or _heads_goals(upper) or senses(upper)[0].roles[0] in {"deadline", "title"}
    if heads_span(lower):
        return not held or senses(upper)[0].roles[0] == "deadline"
    below = [sense[0].roles[0] if (sense := senses(text)) else None for text in lower]
    if None in below or len(set(below)) < len(below):
        return False
    if not held or set(below) <= held or max(sense.surely for sense in senses(upper)) < _CLEAR:
        return True
    return set(below) == _OWNERS and bool(held & {*_OWNERS, "unit"})


def is_caption(heads: Sequence[str]) -> bool:
    """Say whether the first of the words stands in capitals, alone among them: the title of the table."""
    return heads[0].isupper() and " " in heads[0] and not any(map(str.isupper, heads[1:]))


def recurs(text: str, heads: Sequence[Sequence[str]], seen: Mapping[str, int]) -> bool:
    """Say whether words stand again below, without the other heads beside them: they are a cell."""
    again = seen.get(text, 0) > _AGAIN + min(seen.get(levels[-1], 0) for levels in heads)
    return again and text != HIDDEN and not is_year(text)


def times_apart(columns: Columns) -> Columns:
    """Let columns of one time hold what they hold until they become one.

    Below parts of a year stand marks, as below years; a beginning and an end are two times.
    """
    roles, lowest = list(columns.roles), [head.split("\n")[-1] for head in columns.heads]
    for place, role in enumerate(roles):
        if role in _OF_TIME and parcel(lowest[place])[0]:
            roles[place] = "baseline"
        if {*roles[place : place + 2]} <= _OF_TIME and heads_span(lowest[place : place + 2]):
            roles[place : place + 2] = ["deadline", "deadline"]
    return replace(columns, roles=tuple(roles))

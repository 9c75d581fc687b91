"""Text beside text: a line whose words stand far apart belongs to columns, which are read one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.flow import Line
from thuocdo.documents.letters import Word

_FAR = 2.0  # times the height of a line; further apart than words of a justified line
_VERY_FAR = 4.0
_ALIGNED = 3.0
_NEXT = 1.8  # times the height of a line
Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that follow each other between a left and a right end."""

    lines: list[Line]
    left: float
    right: float


def flows(lines: Sequence[Line], left: float, right: float) -> Iterator[Flow]:
    """Yield the lines in the order of reading."""
    plain: list[Line] = []
    place = 0
    while place < len(lines):
        run, gutter = _run(lines, place)
        if gutter is None:
            plain.append(lines[place])
            place += 1
            continue
        if plain:
            yield Flow(plain, left, right)
            plain = []
        middle = (gutter[0] + gutter[1]) / 2
        sides = (
            [[word for word in line.words if word.x0 < middle] for line in run],
            [[word for word in line.words if word.x0 >= middle] for line in run],
        )
        for words, ends in zip(sides, ((left, middle), (middle, right)), strict=True):
            yield from flows([Line(found) for found in words if found], *ends)
        place += len(run)
    if plain:
        yield Flow(plain, left, right)


def gaps(line: Line, least: float = _FAR) -> list[Gap]:
    """Return the stretches between words that are too wide for a space, in heights of the line."""
    far = least * line.main.height
    return [(one.x1, other.x0) for one, other in _neighbours(line) if other.x0 - one.x1 > far]


def segments(line: Line, least: float = _FAR) -> list[Line]:
    """Return the parts of a line between its gaps."""
    parts = [Line([line.words[0]])]
    ends = {end for _start, end in gaps(line, least)}
    for word in line.words[1:]:
        if word.x0 in ends:
            parts.append(Line([]))
        parts[-1].words.append(word)
    return parts


def _neighbours(line: Line) -> Iterator[tuple[Word, Word]]:
    return zip(line.words, line.words[1:], strict=False)


def _run(lines: Sequence[Line], first: int) -> tuple[list[Line], Gap | None]:
    """Return the lines from here on that leave the same stretch free, and that stretch."""
    found = gaps(lines[first])
    if not found:
        return [], None
    gutter = max(found, key=lambda gap: gap[1] - gap[0])
    run = [lines[first]]
    for line in lines[first + 1 :]:
        free = _free(gutter, line)
        far = line.main.y1 - run[-1].main.y1 > _NEXT * line.main.height
        if free is None or (not gaps(line) and (far or not _goes_on(run[-1], line, gutter))):
            break
        gutter = free
        run.append(line)
    alone = sum(bool(gaps(line)) for line in run) == 1
    wide = gutter[1] - gutter[0] > _VERY_FAR * run[0].main.height
    if alone and not wide and (first or len(lines) > len(run)) and _is_stretched(lines, first):
        return [], None
    return run, gutter


def _goes_on(before: Line, line: Line, gutter: Gap) -> bool:
    """Say whether a line on one side of the stretch stands below one there, at its left end or its middle."""
    left = line.x0 < gutter[0]
    above = [word for word in before.words if (word.x0 < gutter[0]) == left]
    if not above:
        return True
    start, end = min(word.x0 for word in above), max(word.x1 for word in above)
    return abs(start - line.x0) < _ALIGNED or abs(start + end - line.x0 - line.x1) < 2 * _ALIGNED


def _is_stretched(lines: Sequence[Line], first: int) -> bool:
    """Say whether the line is a stretched one of a paragraph: the next one starts where it does."""
    following = lines[first + 1 : first + 2]
    line = lines[first]
    return bool(following) and abs(following[0].x0 - line.x0) < 1 and following[0].x1 > max(gaps(line))[0]


def _free(gutter: Gap, line: Line) -> Gap | None:
    """Return what of the stretch a line leaves free, None when it crosses it."""
    ends = [float("-inf"), *(end for word in line.words for end in (word.x0, word.x1)), float("inf")]
    spaces = zip(ends[::2], ends[1::2], strict=True)
    free = [(max(start, gutter[0]), min(end, gutter[1])) for start, end in spaces]
    widest = max(free, key=lambda gap: gap[1] - gap[0])
    return widest if widest[1] - widest[0] > line.main.height else None

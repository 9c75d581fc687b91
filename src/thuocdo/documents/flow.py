"""Words with a place on the page become lines, and lines become the paragraphs that the author wrote."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from thuocdo.documents.hyphens import DOUBTFUL
from thuocdo.documents.layout import tidy
from thuocdo.documents.letters import Word

_SAME_LINE = 0.5  # share of the lower word's height
_SMALL = 0.9
_SAME_SIZE = 0.82
_RAISED = 0.08
_EXTRA = 1.25  # times the usual distance of lines
_INDENT = 6.0
_SLACK = 0.5
_MOST_BODIES = 8
_LOW = 0.2
_TITLE = 12  # letters; shorter ones may be acronyms
_NAME = 3  # words of a whole name
_WIDEST_PITCH = 2.2
_BLANK = 0.25  # width of a space as a share of the line's height
_UNITS = frozenset({"m", "km", "cm", "mm", "dm"})
_NOTE = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_BULLET = re.compile(
    r"(?:[-–—](?=\s+\D)|[+•●▪◦*·‣○■□➢](?=\s)|[a-zđ]\)|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s|\[\d{1,3}\]\s)"
)
_DASH = re.compile(r"[-–] \w")
_LABEL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[IVXL]{1,7}\.)\s"
    r"|(?:Điều|Article|Phụ lục|PHỤ LỤC)\s+[\dIVX]|(?:Số|No\.?)\s*:"
)
_DIVISION = re.compile(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG|Part|PART|Chapter|CHAPTER|Section|SECTION) (?:[A-Z]|\d{1,2}|[IVX]+)[.:]\s"
)
_LOWER_BODY = re.compile(
    r"(?:TỔNG CÔNG TY|CÔNG TY|SỞ|CỤC|CHI CỤC|VỤ|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|CHI NHÁNH|BAN QUẢN LÝ|VIỆN|"
    r"MINISTRY OF|DEPARTMENT OF|BUREAU OF|DIRECTORATE|DIVISION OF) "
)
"""What begins the line of a letterhead below the body above it."""
_RULE = re.compile(r"[-–—_=*]{3,}")
_DIGIT = re.compile(r"\d")
_ENDS = (".", ";", ":", "!", "?")
_BROKEN_WORD = re.compile(r"\b([A-Za-z]{2,})[-\u2010]$")
_COMPOUND = re.compile(
    r"\b(?:all|anti|co|cross|end|full|half|high|inter|long|low|mid|multi|non|on|off|part|post|pre|self|short|sub|"
    r"well)-$",
    re.IGNORECASE,
)
_CONNECTS = re.compile(r"\b(?:of|the|and|for|to|in|with|by|or|và|của|các|về|cho|với|theo|tại|hoặc)$")
_REST = re.compile(r"([a-z]{2,})")
_HANGING_DASH = re.compile(r"\S[-\u2010–/]$")


class Line:
    """Words side by side, from left to right; to be asked only when all words are there."""

    __slots__ = ("_main", "_text", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self._main: Word | None = None
        self._text: str | None = None

    @property
    def x0(self) -> float:
        """Return the left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Return the right end."""
        return max(word.x1 for word in self.words)

    @property
    def main(self) -> Word:
        """Return the word that stands for the size of the line."""
        if self._main is None:
            letters: dict[int, int] = defaultdict(int)
            for word in self.words:
                letters[round(word.height)] += len(word.text)
            self._main = max(self.words, key=lambda word: (letters[round(word.height)], len(word.text)))
        return self._main

    def text(self) -> str:
        """Return the words; raised numbers are marks of notes and are read as [n]."""
        if self._text is None:
            self._text = self._read()
        return self._text

    def _read(self) -> str:
        main = self.main
        small, raised = _SMALL * main.height, _middle(main) - _RAISED * main.height
        parts: list[str] = []
        before = ""
        for word in self.words:
            lifted = word.height < small and _middle(word) < raised and before not in _UNITS
            mark = _NOTE.fullmatch(word.text) if lifted else None
            if mark:
                parts.append(f" [{mark[1]}]" if parts else f"[{mark[1]}] ")
            else:
                parts.append(word.text if word.glued else f" {word.text}")
            before = word.text
        return tidy("".join(parts))


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return the lines from above downwards."""
    lines: list[tuple[float, float, Line]] = []
    for word in sorted(words, key=lambda word: (_middle(word), word.x0)):
        for place in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
            top, bottom, line = lines[place]
            shared = min(bottom, word.y1) - max(top, word.y0)
            if shared > _SAME_LINE * min(bottom - top, word.height):
                line.words.append(word)
                if word.height > bottom - top:
                    lines[place] = (word.y0, word.y1, line)
                break
        else:
            lines.append((word.y0, word.y1, Line([word])))
    for _top, _bottom, line in lines:
        line.words.sort(key=lambda word: word.x0)
    return [line for _top, _bottom, line in sorted(lines, key=lambda found: found[0])]


def usual_pitch(groups: Iterable[Sequence[Line]]) -> dict[int, float]:
    """Return how far the lines of a paragraph stand apart, by the height of their letters."""
    found: dict[int, list[float]] = defaultdict(list)
    for lines in groups:
        for upper, lower in pairwise(lines):
            size = round(upper.main.height)
            pitch = lower.main.y1 - upper.main.y1
            if size == round(lower.main.height) and 0 < pitch < _WIDEST_PITCH * size:
                found[size].append(pitch)
    return {size: sorted(pitches)[int(_LOW * len(pitches))] for size, pitches in found.items()}


class Frame(NamedTuple):
    """Where lines may run: the ends that some line reaches, and the usual distance of lines.

    `items` says that a line that ends with a semicolon ends a paragraph, as none has one inside.
    """

    left: float
    right: float
    pitch: dict[int, float]
    items: bool = False


def grouped(lines: Sequence[Line], frame: Frame) -> list[list[Line]]:
    """Return the lines of each paragraph."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, frame):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def parted(texts: Sequence[str], knows: Callable[[str], bool]) -> list[str]:
    """Return a paragraph, or the several ones that its lines are when each is a list of known bodies.

    Bodies may stand below each other without a sign between them, and where the next one would
    not have fitted on the line the page does not show it.
    """
    whole = joined(texts)
    if not 1 < len(texts) <= _MOST_BODIES or any(map(_DIGIT.search, texts)) or knows(whole):
        return [whole]
    found: list[str] = []
    rest = list(texts)
    while rest:
        sizes = (size for size in range(len(rest), 0, -1) if knows(joined(rest[:size])))
        size = next(sizes, 0)
        if not size:
            return [whole]
        found.append(joined(rest[:size]))
        del rest[:size]
    return found


def joined(texts: Iterable[str]) -> str:
    """Return one paragraph out of its lines; a typed hyphen within a broken word becomes DOUBTFUL."""
    whole = ""
    for text in texts:
        broken = _BROKEN_WORD.search(whole) if _REST.match(text) else None
        if broken and not _COMPOUND.search(whole):
            whole = whole[:-1] + (DOUBTFUL if whole.endswith("-") else "") + text
        elif not whole or _HANGING_DASH.search(whole):
            whole += text
        else:
            whole = f"{whole} {text}"
    parts = whole.replace("\u2010", "-").split(DOUBTFUL)
    return DOUBTFUL.join(map(tidy, parts)) if len(parts) > 1 else tidy(whole.replace("\u2010", "-"))


def holds_list(line: Line) -> bool:
    """Say whether a line goes on behind a semicolon."""
    return any(word.text.endswith(";") for word in line.words[:-1])


def continues(group: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Say whether a paragraph that ends a page goes on with the first line of the next one."""
    text, above = line.text(), group[-1].text()
    if _BULLET.match(text) or _LABEL.match(text) or _other_size(group[-1], line) or _is_title(above, text):
        return False
    if text[:1].islower():
        return not above.endswith((".", ";", ":"))
    return not above.endswith(_ENDS) and not _fits(group[-1], line, frame)


def _begins(group: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Say whether a line begins a paragraph of its own."""
    before = group[-1]
    text = line.text()
    item = _BULLET.match(text) and not _dash_within(group, line, frame)
    if item or _other_size(before, line) or _stands_off(before, line, frame):
        return True
    above = before.text()
    fits = _fits(before, line, frame)
    connects = _CONNECTS.search(above) and (not fits or text[:1].islower() or _centred(before, line))
    if connects or (_HANGING_DASH.search(above) and not _RULE.fullmatch(above)):
        return False
    if _is_title(above, text) or _RULE.fullmatch(above) or _RULE.fullmatch(text):
        return True
    if frame.items and above.endswith(";") and text[:1].isupper():
        return True
    return _opens_anew(above, text) or fits or _steps_in(group, line, frame)


def _opens_anew(above: str, text: str) -> bool:
    """Say whether a line begins as only a paragraph does: a label, a part of the text, a lower body."""
    labelled = _LABEL.match(text) and above.endswith(_ENDS)
    lower = _LOWER_BODY.match(text) and _is_upper_body(above, text)
    return bool(labelled or lower or _DIVISION.match(text))


def _dash_within(group: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Say whether a line begins with the dash of a name that broke before it: it had no room above."""
    above, text = group[-1].text(), line.text()
    inner = _DASH.match(text) and above[-1:].isalnum() and text[2:3].isupper()
    return bool(inner) and not _BULLET.match(group[0].text()) and not _fits(group[-1], line, frame)


def _is_title(above: str, text: str) -> bool:
    """Say whether words in capitals end and others begin."""
    capitals = len(above) >= _TITLE and above.isupper() and not above.endswith(",")
    return capitals and " " in above and not text.isupper() and not _DIGIT.search(above)


def _is_upper_body(above: str, text: str) -> bool:
    """Say whether both lines are names in capitals, the upper one whole."""
    whole = len(above.split()) >= _NAME and not _CONNECTS.search(above.lower()) and not above.endswith(",")
    return whole and above.isupper() and text.isupper()


def _other_size(before: Line, line: Line) -> bool:
    one, other = _alike(before, line)
    return not _SAME_SIZE < other.height / max(one.height, 1) < 1 / _SAME_SIZE


def _stands_off(before: Line, line: Line, frame: Frame) -> bool:
    one, other = _alike(before, line)
    size = round(one.height)
    return other.y1 - one.y1 > _EXTRA * frame.pitch.get(size, 1.2 * size)


def _alike(before: Line, line: Line) -> tuple[Word, Word]:
    """Return words of two lines to compare: of one font where letters of several stand in a line."""
    if abs(before.main.height - line.main.height) < 1:
        return before.main, line.main
    heights = {round(word.height): word for word in before.words}
    same = (word for word in line.words if round(word.height) in heights)
    found = max(same, key=lambda word: len(word.text), default=line.main)
    return heights.get(round(found.height), before.main), found


def _fits(before: Line, line: Line, frame: Frame) -> bool:
    """Say whether the first word of the line would have had room on the line before it."""
    head = line.words[0]
    if head.text.endswith("/"):  # it may have been too long together with what follows on the next line
        return False
    need = head.x1 - head.x0 + _BLANK * before.main.height
    for word in line.words[1:]:
        if not word.glued:
            break
        need += word.x1 - word.x0
    room = frame.right - before.x1
    if _centred(before, line):
        room += before.x0 - frame.left
    return need < room - _SLACK


def _centred(before: Line, line: Line) -> bool:
    middles = abs((before.x0 + before.x1) - (line.x0 + line.x1)) / 2
    return middles < _INDENT / 3 and abs(before.x0 - line.x0) > 2 * _SLACK


def _steps_in(group: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Say whether the line begins further in than the lines of the paragraph before it."""
    before = group[-1]
    if _centred(before, line) or _BULLET.match(group[0].text()) or _LABEL.match(group[0].text()):
        return False
    if len(group) > 1:
        return abs(line.x0 - before.x0) > _INDENT and not _centred(group[0], group[1])
    both_in = min(line.x0, before.x0) > frame.left + _INDENT and abs(line.x0 - before.x0) < _INDENT
    full = before.x1 > frame.right - _INDENT
    return line.x0 > before.x0 + _INDENT or (both_in and full)


def _middle(word: Word) -> float:
    return (word.y0 + word.y1) / 2

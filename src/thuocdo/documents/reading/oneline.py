"""Paragraphs that hold several labelled parts on one line: “Lead: A | Support: B | Output: C”."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.bracketed import bracketed_label, labels_behind, without_groups
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.sentences import MARK
from thuocdo.documents.reading.spelling import bare


class Piece(NamedTuple):
    """A part of a paragraph: its block with the words of the part alone, its label ("" for none), its words.

    `beside` says that it stands on one line with labels that tell a column, so that it is one too.
    """

    block: Block
    label: str
    text: str
    beside: bool = False


_BULLET = re.compile(r"[-–—+*•·▪●○✓]\s*")
_WHOLE = re.compile(r"([^:\n]{2,90}?)\s*:(?!//)\s*(.*)", re.DOTALL)
_COLON = re.compile(r":(?!//|\d)")
_PART = re.compile(r"\s*[|;•·▪●]\s*|\s+[–—]\s+")
_STOP = re.compile(r"\.\s+")
_WORD = re.compile(r"\S+")
_LONGEST, _MOST_WORDS = 40, 5
_FEWEST = 3
_ALIKE = 0.8
_MARKS = " |;•·▪●–—"
_ENDS = ".,;!?:|"


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a label stands in the words of a paragraph, and where the words behind it begin.

    `start` is where the part begins, with the mark before its label.
    """

    start: int
    label: str
    end: int


def labelled_lines(paragraphs: Sequence[Block], tells: Callable[[str], bool]) -> Iterator[Piece]:
    """Yield each paragraph as its labelled parts; `tells` says whether a label names a column.

    A line is parted where two of its labels recur in the document or tell what they hold.
    """
    words = [_without_brackets(without_groups(_without_mark(block.text))) for block in paragraphs]
    behind_words = labels_behind(words)
    tails = Counter(bare(tail) for text in words for tail in dict.fromkeys(_tails_of(text)))
    wholes = Counter(bare(text[: colon.start()]) for text in words if (colon := _COLON.search(text)))
    behind = Counter(bare(label) for text in words for label in dict.fromkeys(_behind_stops(text)))

    def parts(label: str) -> bool:
        return tells(label) or behind[bare(label)] >= _FEWEST

    cuts = [list(_cuts(text, tails, wholes, tells, parts)) for text in words]
    often = Counter(bare(cut.label) for found in cuts for cut in found)
    for block, text, found in zip(paragraphs, words, cuts, strict=True):
        known = sum(often[bare(cut.label)] >= _FEWEST or tells(cut.label) for cut in found)
        parted = _parted(block, text, found) if known > 1 else []
        if parted:
            yield from parted
        elif labelled := bracketed_label(text) or behind_words(text):
            yield Piece(block, *labelled)
        else:
            yield _whole(block, text)


def _whole(block: Block, text: str) -> Piece:
    found = _WHOLE.fullmatch(text)
    if not found or read_label(found[1]):
        return Piece(block, "", block.text)
    return Piece(block, found[1], found[2])


def _parted(block: Block, text: str, cuts: Sequence[_Cut]) -> list[Piece]:
    """Return the parts of a line, the words before the first label as its title; [] for a sentence."""
    found: list[Piece] = []
    if first := cuts[0].start:
        if not MARK.match(block.text) or text[first:].lstrip()[:1] in {";", "."}:
            return []
        head = block.text[: len(block.text) - len(text) + first].rstrip(_MARKS)
        found.append(Piece(block._replace(text=head), "", head))
    ends = [cut.start for cut in cuts[1:]] + [len(text)]
    for cut, end in zip(cuts, ends, strict=True):
        part = block._replace(text=text[cut.start : end].strip(_MARKS))
        found.append(Piece(part, cut.label, text[cut.end : end].strip(_MARKS), beside=True))
    return found


def _cuts(
    text: str,
    tails: Counter[str],
    wholes: Counter[str],
    tells: Callable[[str], bool],
    parts: Callable[[str], bool],
) -> Iterator[_Cut]:
    """Yield the labels of a paragraph: at its start, behind a mark that parts, or where they recur."""
    last = 0
    for colon in _COLON.finditer(text):
        before = text[last : colon.start()]
        # A sentence may end before a colon: it parts where the words behind it name a column or recur.
        marks = list(_PART.finditer(before)) or _stops(before, parts)
        start = last + marks[-1].start() if marks else last
        label = before[marks[-1].end() :] if marks else before
        tail = (
            "" if marks or (not last and wholes[bare(label)] >= _FEWEST) else _recurring(before, tails, tells)
        )
        if (marks or not last) and not tail and _may_be_label(label):
            yield _Cut(start, label.strip(), colon.end())
        elif tail:
            yield _Cut(colon.start() - len(tail), tail.strip(), colon.end())
        else:
            continue
        last = colon.end()


def _stops(before: str, parts: Callable[[str], bool]) -> list[re.Match[str]]:
    """Return the last full stop before a colon, where what stands between them parts a line."""
    stops = list(_STOP.finditer(before))[-1:]
    return stops if stops and parts(before[stops[0].end() :].strip()) else []


def _behind_stops(text: str) -> Iterator[str]:
    """Yield the words between a full stop and a colon that may be labels."""
    for colon in _COLON.finditer(text):
        before = text[max(0, colon.start() - 2 * _LONGEST) : colon.start()]
        for stop in list(_STOP.finditer(before))[-1:]:
            if _may_be_label(before[stop.end() :]):
                yield before[stop.end() :].strip()


def _without_brackets(text: str) -> str:
    """Return what stands in brackets that hold a whole paragraph of labels, else the text as it is."""
    inner = text.strip()
    whole = inner[:1] == "(" and inner[-1:] == ")" and inner.count("(") == inner.count(")")
    return inner[1:-1] if whole and len(_COLON.findall(inner)) > 1 else text


def _recurring(before: str, counts: Counter[str], tells: Callable[[str], bool]) -> str:
    """Return the most words right before a colon that come back before others, where they tell a column."""
    tails = [tail for tail in _tails(before) if counts[bare(tail)] >= _FEWEST]
    if not tails:
        return ""
    least = counts[bare(tails[0])]
    alike = [tail for tail in tails if counts[bare(tail)] >= _ALIKE * least]
    return alike[-1] if tells(alike[-1].strip()) else ""


def _tails_of(text: str) -> Iterator[str]:
    for colon in _COLON.finditer(text):
        yield from _tails(text[max(0, colon.start() - 2 * _LONGEST) : colon.start()])


def _tails(before: str) -> Iterator[str]:
    """Yield the last words before a colon, one, two and more, each beginning with a capital."""
    words = list(_WORD.finditer(before))
    for count, word in enumerate(reversed(words[-_MOST_WORDS:]), start=1):
        if word.group()[-1] in _ENDS and count > 1:
            return
        above = words[-count - 1].group() if count < len(words) else ""
        if word.group()[0].isupper() and above and above[-1] not in _ENDS:
            yield before[word.start() :]


def _may_be_label(words: str) -> bool:
    words = words.strip()
    return (
        1 < len(words) <= _LONGEST
        and words[0].isalpha()
        and len(words.split()) <= _MOST_WORDS
        and not read_label(words)
    )


def _without_mark(text: str) -> str:
    """Return a paragraph without the number or bullet that opens it."""
    mark = MARK.match(text) or _BULLET.match(text)
    return text[mark.end() :] if mark else text

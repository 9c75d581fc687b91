"""Sentences with markers: `{tasks.done}` becomes a live number, `{=45,2|source}` a number with its source.

The outline's own sentences may also name words (`{cycle}`) and stand-ins for a longer query (`{here.done}`
where `here` stands for `tasks.theme-III`); an author's may not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from thuocdo.core.errors import Fault, fault
from thuocdo.reports import faults
from thuocdo.reports.counting import Figures
from thuocdo.reports.types import Figure, Inline, Line, Remarked, Voice, Words

_MARKER = re.compile(r"\{([^{}]*)\}")
_REMARKED = re.compile(r"=\s*([^|]*\d[^|]*?)\s*\|\s*(.*\S)\s*")
_ITEM = re.compile(r"\s*[-–•+*]\s+")


@dataclass(frozen=True, slots=True)
class Filling:
    """What markers are filled with: the numbers, the language, the outline's words and stand-ins."""

    figures: Figures
    language: str
    words: Mapping[str, str] = field(default_factory=dict)
    stand_ins: Mapping[str, str] = field(default_factory=dict)

    def line(self, sentence: str, *, item: bool = False) -> Line:
        """Return a sentence of the outline; a marker that means nothing is a fault of ours: KeyError."""
        return Line(tuple(self._inlines(sentence)), item=item)

    def query(self, marker: str) -> str:
        """Return the query that a marker means, its stand-ins replaced."""
        return "/".join(self._replaced(part) for part in marker.split("/"))

    def _replaced(self, part: str) -> str:
        first, dot, rest = part.partition(".")
        return self.stand_ins.get(first, first) + dot + rest

    def _inlines(self, sentence: str) -> Iterator[Inline]:
        for text, marker in pieces(sentence):
            if marker is None:
                yield Words(text)
            elif marker in self.words:
                yield Words(self.words[marker])
            else:
                query = self.query(marker)
                if wrong := self.figures.wrong(query):
                    raise KeyError(wrong.format(query=query))
                yield self.figures.figure(query, self.language)


def author_lines(text: str, figures: Figures, language: str) -> tuple[Line, ...]:
    """Return an author's text, one paragraph a line; a marker that means nothing stays as it was typed."""
    return tuple(_author_line(line, figures, language) for line in text.splitlines() if line.strip())


def marker_faults(text: str, figures: Figures, place: str) -> Iterator[Fault]:
    """Yield what is wrong with the markers of an author's text."""
    for sentence in text.splitlines():
        for bare, marker in pieces(sentence):
            if marker is None:
                if "{" in bare or "}" in bare:
                    yield fault(place, None, faults.OPEN_MARKER, sentence=short(sentence))
            elif not _REMARKED.fullmatch(marker) and (wrong := figures.wrong(marker)):
                yield fault(place, None, wrong, query=marker)


def pieces(sentence: str) -> Iterator[tuple[str, str | None]]:
    """Yield the pieces of a sentence: plain text with None, or "" with the inside of a marker."""
    at = 0
    for found in _MARKER.finditer(sentence):
        if found.start() > at:
            yield sentence[at : found.start()], None
        yield "", found.group(1).strip()
        at = found.end()
    if at < len(sentence):
        yield sentence[at:], None


def short(sentence: str) -> str:
    """Return the beginning of a long sentence, for a fault."""
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"


_SHOWN = 90


def _author_line(sentence: str, figures: Figures, language: str) -> Line:
    bullet = _ITEM.match(sentence)
    kept = sentence[bullet.end() :] if bullet else sentence
    parts = tuple(_author_part(text, marker, figures, language) for text, marker in pieces(kept.strip()))
    return Line(parts, Voice.AUTHOR, item=bullet is not None)


def _author_part(text: str, marker: str | None, figures: Figures, language: str) -> Inline:
    if marker is None:
        return Words(text)
    if remarked := _REMARKED.fullmatch(marker):
        return Remarked(remarked.group(1), remarked.group(2))
    if figures.wrong(marker):
        return Words(f"{{{marker}}}")
    return Figure(marker, figures.shown(marker, language))

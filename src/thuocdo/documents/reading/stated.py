"""Aims that prose states without a figure: the sentences under headings of aims."""

import re
from collections.abc import Iterator

from thuocdo.documents.reading.figures import find_figures
from thuocdo.documents.reading.prose import Prose
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.types import DraftStatement

_PARTS = re.compile(r";\s+")
_MARK = re.compile(r"^[-+•*–]\s+")
_FEWEST_WORDS = 4


def stated_aims(prose: Prose) -> tuple[DraftStatement, ...]:
    """Return what the passages on aims state in words alone, each part between semicolons by itself."""
    found: list[DraftStatement] = []
    for passage in prose.passages:
        if passage.stage == "aims" and passage.code and not passage.heading:
            found += (
                DraftStatement(passage.code, words, passage.horizon)
                for words in parts_of(passage.text)
                if not find_figures(words, english=prose.language == "en")
            )
    return tuple(found)


def parts_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text and their parts between semicolons; very short ones state nothing."""
    for start, end in sentences(text):
        for part in _PARTS.split(text[start:end]):
            words = _MARK.sub("", part.strip(" .;\n"))
            if len(words.split()) >= _FEWEST_WORDS and not words.endswith(":"):
                yield words

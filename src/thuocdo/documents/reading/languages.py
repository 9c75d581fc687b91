"""A document that says each paragraph twice, in Vietnamese and in English: one language is read."""

import re
from collections.abc import Sequence
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.parts import PartLanguage

_WORD = re.compile(r"[^\W\d_]+")
_TONED = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
_LITTLE = frozenset(
    {
        "the", "of", "and", "for", "to", "in", "on", "with", "by", "is", "are", "shall", "will", "be", "an",
        "at", "from", "as", "that", "or",
    }
)  # fmt: skip
_ENOUGH = 300
_FEWEST_WORDS = 8
_TONED_SHARE = 0.3
_LITTLE_SHARE = 0.12
_LEAST_SHARE = 0.25
_FEWEST = 3
_TURNS = 0.3


def language_of_text(text: str) -> PartLanguage | None:
    """Return the language of one paragraph; None when it is too short or holds both."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    if len(words) < _FEWEST_WORDS:
        return None
    if sum(bool(_TONED.search(word)) for word in words) >= _TONED_SHARE * len(words):
        return "vi"
    return "en" if sum(word in _LITTLE for word in words) >= _LITTLE_SHARE * len(words) else None


def alternating(blocks: Sequence[Block]) -> bool:
    """Say whether paragraphs in both languages take turns throughout the text."""
    spoken = [found for block in blocks if (found := language_of_text(block.text))]
    fewest = min(spoken.count("vi"), spoken.count("en"))
    turns = sum(above != below for above, below in pairwise(spoken))
    return fewest >= max(_FEWEST, _LEAST_SHARE * len(spoken)) and turns >= _TURNS * len(spoken)


def in_language(blocks: Sequence[Block], language: PartLanguage) -> list[Block]:
    """Return the paragraphs in a language, with those too short to tell (numbers, headings)."""
    other = "en" if language == "vi" else "vi"
    return [block for block in blocks if language_of_text(block.text) != other]

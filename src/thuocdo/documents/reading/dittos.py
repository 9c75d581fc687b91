"""Words that stand for those of the cell above: marks, abbreviations, and phrases that point upwards."""

import re
from functools import lru_cache

from thuocdo.documents.reading.spelling import bare

_MARKS = frozenset({'"', "''", "”", "“", "“”", "〃", "″", ",,"})
_LONGEST = 32
_AROUND = " -–.()[]/*:"
_SIGNS = re.compile(r"[-–]\s*[\"'/”“″〃]{1,2}\s*[-–]")
_WORDS = re.compile(
    r"n[t]|n[./]t|do|d[./]o|ditto|idem|ibid(?:em)?|same|"
    r"(?:nhu|giong|giong nhu|tuong tu|tuong tu nhu|theo|cung)"
    r"(?: (?:voi|o|tai|muc|dong|hang|o chu|noi dung|phan|y|nhiem vu|cong viec|viec|dau viec))*"
    r"(?: (?:phia|ben|o|ke|ngay|da|neu|nay|lien))* (?:tren|truoc)|"
    r"(?:same|as|see|like|per|identical)(?: (?:as|per|to|in|for|with|stated|shown|given|the))*"
    r"(?: (?:row|line|item|entry|one|cell|task|action|column))*"
    r" (?:above|before|previously|(?:previous|preceding)(?: (?:row|line|item|entry|one|cell|task|action))?)"
)


@lru_cache(maxsize=4096)
def repeats_above(text: str) -> bool:
    """Say whether the words of a cell stand for those of the cell above: “-nt-”, “(như trên)”, “Ditto.”."""
    if not text or len(text) > _LONGEST:
        return False
    words = " ".join(bare(text).split())
    return words in _MARKS or bool(_SIGNS.fullmatch(words)) or bool(_WORDS.fullmatch(words.strip(_AROUND)))

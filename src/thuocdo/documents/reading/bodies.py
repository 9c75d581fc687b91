"""Whether words look like the name of a body, or a list of such names, that nobody told us."""

import re
from functools import lru_cache

from thuocdo.documents.reading.spelling import bare

_LONGEST_NAMES = 300
_MARKS = " -+•·–*."
_LISTED = re.compile(r"[,;/\n]")
_PARTED = re.compile(r"[,;/\n]|\bplus\b|\b[Cc]ùng với\b|\band\b")
_FEW = 6  # words
_ASIDE = re.compile(r"(?<=\w)\s*(?:\([^()\d]{1,20}\)|\*+(?=\s*(?:[;,\n]|$)))")  # “Board of Trade (lead)”
_COUNT = re.compile(r"(?:^|(?<=[\s;,]))(?:\(\d{1,2}\)|\d{1,2}[.)])\s+")  # “(1) Ministry of …; (2) …”
_WORD = re.compile(r"[A-Za-z][\w']*")
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LITTLE = frozenset({"of", "the", "for", "and", "in", "on", "to", "with", "all", "other", "a"})
_BODY_VI = re.compile(
    r"(?:cac )?(?:bo|so|ubnd|uy ban|ban(?! hanh)|cuc|vu|vien|hoi|truong|cong an|tinh doan|"
    r"thanh tra|van phong|toa an|ngan hang|tap doan|tong cong ty|cong ty|trung tam|"
    r"lien hiep|to (?!chuc)|doi (?!voi|moi)|khoi|nha (?:van hoa|may|truong|thieu nhi)|thu vien|bao tang|"
    r"hop tac xa|htx|benh vien|doanh nghiep|co so (?:y te|giao duc|dao tao|san xuat)|cac nha may|"
    r"lien doan|mat tran|doan|phong|chi cuc|dai|tram (?:y te|thu y|khuyen)|"
    r"bao(?! (?:ve|dam|ton|cao|quan))|hoc vien|"
    r"dai hoc|quy|hiep hoi|lien minh|kho bac|hai quan|thue|bo chi huy|co quan|don vi|dia phuong|"
    r"huyen|xa|tinh|(?:dang|thanh|quan|huyen) uy)\b"
)


_PART_BEFORE = re.compile(
    r"(?m)^(?:[-+•*–—]\s*|\(?\d{1,2}[.)]\s*)?[^\W\d][^:–—\n,;()]{1,40}?(?::|\s[–—-])\s+(?=\S)"
)
_PART_BEHIND = re.compile(r"\s[–—-]\s*[^\W\d_]{1,12}(?=\s*(?:[;,\n]|$))")
_KIND = re.compile(
    r"\b(?:ministr(?:y|ies)|departments?|agenc(?:y|ies)|authorit(?:y|ies)|offices?|bureaus?|councils?|boards?|"
    r"commissions?|committees?|institutes?|universit(?:y|ies)|treasur(?:y|ies)|associations?|unions?|"
    r"governments?|secretariats?|directorates?)\b"
)


def without_parts(text: str) -> str:
    """Return the names of a cell without the words that tell their part: “Lead – A”, “A – L”."""
    return _PART_BEHIND.sub("", _PART_BEFORE.sub("", text))


@lru_cache(maxsize=4096)
def looks_like_bodies(text: str) -> bool:
    """Say whether at least half of a list are names, or hold a word for a kind of body and little else."""
    text = _COUNT.sub("", text)
    parts = [part.strip(_MARKS) for part in _PARTED.split(_ASIDE.sub("", without_parts(text)))]
    parts = [part for part in parts if part]
    if len(text) > _LONGEST_NAMES or any(char.isdigit() for char in text):
        return False
    held = sum(_is_name(part) or (part.count(" ") < _FEW and is_kind_of_body(part)) for part in parts)
    return bool(parts) and 2 * held >= len(parts)


def begins_as_body(text: str) -> bool:
    """Say whether bare words begin with a kind of body in Vietnamese, one or several of them."""
    return bool(_BODY_VI.match(text))


def is_kind_of_body(text: str) -> bool:
    """Say whether words hold the name for a kind of body, as in “Bureau of Standards”."""
    return bool(_KIND.search(bare(text)))


def names_body(text: str) -> bool:
    """Say whether words look like the name of a body, or a list of such names, that nobody told us."""
    text = _COUNT.sub("", text)
    if len(text) > _LONGEST_NAMES or any(char.isdigit() for char in text):
        return False
    parts = [part.strip(_MARKS) for part in _LISTED.split(_ASIDE.sub("", text)) if part.strip(_MARKS)]
    return bool(parts) and all(_is_name(part) for part in parts)


def lists_bodies(text: str) -> bool:
    """Say whether most parts of a list look like the names of bodies."""
    text = _COUNT.sub("", text)
    if len(text) > _LONGEST_NAMES or any(char.isdigit() for char in text):
        return False
    parts = [part.strip(_MARKS) for part in _LISTED.split(_ASIDE.sub("", text)) if part.strip(_MARKS)]
    return len(parts) > 1 and 2 * sum(map(_is_name, parts)) > len(parts)


def _is_name(text: str) -> bool:
    if _BODY_VI.match(bare(text)) and text[:1].isupper() and not text.startswith("Số "):
        return True
    words = [word for word in _WORD.findall(text) if word.lower() not in _LITTLE]
    if len(words) == 1 and len(text) > 2 and text.isupper():  # noqa: PLR2004  initials have three letters at least
        return True
    return len(words) > 1 and not _VIETNAMESE.search(text) and all(word[0].isupper() for word in words)

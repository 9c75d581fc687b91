"""Names in a list that nobody knows: whether it is sure where each begins and ends."""

import re
from collections.abc import Collection, Sequence

from thuocdo.documents.reading.bodies import begins_as_body, is_kind_of_body
from thuocdo.documents.reading.names import BREAKS, Cell, Tokens

Span = tuple[int, int]

_AND = "va"
_LABEL = re.compile(r"[^\W\d]{2}\s*:\s|[^\W\d_]{2}\.\s+[^\W\d_]{2}|\s[–-]\s.*\s[–-]\s|[|=]|\([a-zà-ỹđ]{2}")
_FIGURES = re.compile(r"\d{3}|\d/\d|\d%")
_OF = re.compile(
    r"(?:ministry|department|dept|office|bureau|commission|committee|council|agency|authority|institute|board)s?"
    r" (?:of|for|on)\b"
)
_WHOLE = re.compile(r"(?:s'?|sector|academia|treasury|police|parliament)$")
"""How English groups end that have no capitals: “Community organisations”, “Private sector”."""
_OWN = frozenset(
    {"of", "for", "the", "and", "state", "national", "federal", "provincial", "regional", "deputy"}
)
_SOFT = frozenset({",", "/", "+"})
"""What parts names, and stands within some: “Land, Air, Water Aotearoa”."""
_LONGEST = 14  # words of a name


def unsure_name(cell: Cell, spans: Sequence[Span], place: int, alone: Collection[Tokens]) -> bool:
    """Say whether the borders of a name are guessed; `spans` are all names of the cell in their order.

    A name that stands `alone` elsewhere in the document has sure borders.
    """
    start, end = spans[place]
    words, printed = cell.words[start:end], cell.printed(start, end)
    if _LABEL.search(printed) or _FIGURES.search(printed) or len(words) > _LONGEST:
        return True
    if _runs_together(cell, start, end) or "+" in words:
        return True
    if words in alone:
        return False
    group = printed.isascii() and bool(_WHOLE.search(printed))
    if not (printed[:1].isupper() or begins_as_body(" ".join(cell.plain[start:end])) or group):
        return True
    return _holds_another(cell, start, end) or _is_cut(cell, spans, place, alone)


def _is_cut(cell: Cell, spans: Sequence[Span], place: int, alone: Collection[Tokens]) -> bool:
    """Say whether a mark that names also hold parts the name from the one beside it, and one is not whole."""
    for left, right in ((place - 1, place), (place, place + 1)):
        if left < 0 or right >= len(spans):
            continue
        mark = _soft_mark(cell, spans[left][1], spans[right][0])
        other = spans[left if right == place else right]
        if not mark or cell.words[other[0] : other[1]] in alone:
            continue
        several = mark == _AND and cell.text.isascii() and _AND in cell.words[slice(*spans[place])]
        if several or not _stand_apart(cell, spans[left], spans[right], mark):
            return True
    return False


def _soft_mark(cell: Cell, end: int, start: int) -> str:
    """Return the mark between two names where names hold such a one themselves, "" where it is sure."""
    between = [word for word in cell.words[end:start] if word != "the"]
    if any(word in BREAKS - _SOFT for word in between) or "(" in between:
        return ""
    broken = any(place in cell.fresh for place in range(end, start + 1))
    return "" if broken and between else between[-1] if between else "\n"


def _stand_apart(cell: Cell, left: Span, right: Span, mark: str) -> bool:
    """Say whether both sides of a mark look like a whole name."""
    printed = cell.printed(*right)
    words = " ".join(cell.plain[slice(*right)])
    if not (printed + cell.printed(*left)).isascii():
        return right[1] - right[0] > 1 and begins_as_body(words)
    if mark in {",", "+"}:
        if _is_one_word(cell, left) or _is_one_word(cell, right):
            return False
        return not _OF.match(" ".join(cell.plain[slice(*left)])) or _is_body(cell, right) or printed.isupper()
    return (
        _is_body(cell, right)
        and _is_body(cell, left)
        and " " in printed + ("A " if printed.isupper() else "")
    )


def _is_one_word(cell: Cell, span: Span) -> bool:
    """Say whether a name is one English word that is no body as it stands: “Land”."""
    return span[1] - span[0] == 1 and not _is_body(cell, span)


def _is_body(cell: Cell, span: Span) -> bool:
    """Say whether English words hold a kind of body, are initials, or a group."""
    printed = cell.printed(*span)
    words = " ".join(cell.plain[slice(*span)])
    return (
        is_kind_of_body(printed) or begins_as_body(words) or printed.isupper() or bool(_WHOLE.search(printed))
    )


def _holds_another(cell: Cell, start: int, end: int) -> bool:
    """Say whether behind a mark within the name another one may begin."""
    for place in range(start + 1, end - 1):
        if cell.words[place] not in {",", "/", "-", _AND}:
            continue
        words = " ".join(cell.plain[place + 1 : end])
        following = cell.printed(place + 1, place + 2)
        if following[:1].isupper() and (
            _OF.match(words) or (not following.isascii() and begins_as_body(words))
        ):
            return True
        if (
            cell.words[place] == "-"
            and cell.text.isascii()
            and cell.spans[place][0] > cell.spans[place - 1][1]
        ):
            return True
    return False


def _runs_together(cell: Cell, start: int, end: int) -> bool:
    """Say whether a second English body begins without a mark: “Partners Ministry of Health”."""
    for place in range(start + 1, end - 1):
        if _OF.match(" ".join(cell.plain[place : place + 2])) and cell.words[place - 1] not in _OWN:
            before = cell.printed(place - 1, place)
            if (before.isupper() and len(before) > 1) or _WHOLE.search(before):
                return True
        left, right = cell.printed(start, place), cell.printed(place, end)
        ended = left.isascii() and is_kind_of_body(cell.printed(place - 1, place))
        if ended and right[:1].isupper() and (is_kind_of_body(right) or _WHOLE.search(right)):
            return True
    return False

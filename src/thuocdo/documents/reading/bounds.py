"""The bound of a figure: at least, at most, above, below, about."""

import re

from thuocdo.documents.types import Comparator

_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    (
        (
            r"tối thiểu|ít nhất|không (?:được )?(?:thấp|ít|nhỏ|kém) hơn|không (?:được )?dưới|"
            r"at least|at a minimum|at or above|bằng hoặc (?:cao|lớn) hơn|(?:a )?minimum(?: of)?|(?:not?|"
            r"never) (?:be )?(?:less|fewer|lower|"
            r"smaller) than|"
            r"not (?:be |fall )?below|≥|>="
        ),
        ">=",
    ),
    (
        (
            r"tối đa|không (?:được )?(?:vượt )?quá|không (?:được )?vượt|không (?:được )?(?:cao|lớn|"
            r"nhiều) hơn|"
            r"nhiều nhất|at or (?:below|under)|bằng hoặc (?:thấp|nhỏ) hơn|at most|(?:not?|"
            r"never) (?:be )?(?:more|higher|greater) than|"
            r"(?:not|never) (?:to )?exceed(?:ing)?|(?:a )?maximum(?: of)?|up to|not over|≤|<="
        ),
        "<=",
    ),
    (
        (
            r"trên|hơn|vượt(?: mức| quá)?|(?:cao|lớn|nhiều) hơn|above|over|(?:more|greater|higher) than|"
            r"exceed(?:s|ing)?|in excess of|surpass(?:es|ing)?|>"
        ),
        ">",
    ),
    (
        r"dưới|(?:thấp|ít|nhỏ) hơn|below|under|(?:less|fewer|lower) than|<",
        "<",
    ),
)
_ABOUT = r"khoảng|xấp xỉ|gần|chừng|about|approximately|around|nearly|almost|roughly|some|~|≈"
_FILL = (
    r"(?:\s*\b(?:có|đạt|được|là|từ|thêm|mức|ở mức|một|tổng số|bằng|also|have|has|be|a|an|the|of|total|"
    r"average|additional|another|new|further|reach|to|usd|us|vnd)\b)*"
)
_BEFORE = re.compile(
    "|".join(rf"(?P<c{place}>(?<!\w)(?:{words}))" for place, (words, _sign) in enumerate(_COMPARATORS)).join(
        (r"(?:", rf"|(?P<about>(?<!\w)(?:{_ABOUT}))){_FILL}[\s$€]*$")
    )
)
OR_MORE = re.compile(r"\s*(?:trở lên|or (?:more|higher|above|better)|and (?:above|over|more)|upwards?)\b")
OR_LESS = re.compile(r"\s*(?:trở xuống|or (?:less|lower|fewer|below)|and below)\b")


def read_bound(before: str) -> tuple[Comparator | None, bool, int | None]:
    """Return the comparator printed before a figure, whether it is only about, and where it begins."""
    found = _BEFORE.search(before)
    if not found:
        return None, False, None
    if not found["about"]:
        return _sign(found), False, found.start()
    outer = _BEFORE.search(before[: found.start()])
    if outer and not outer["about"]:
        return _sign(outer), True, outer.start()
    return None, True, found.start()


def _sign(found: re.Match[str]) -> Comparator:
    return next(sign for place, (_words, sign) in enumerate(_COMPARATORS) if found[f"c{place}"])

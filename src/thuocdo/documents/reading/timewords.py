"""One wording for times that are said in many ways, before their periods are looked for."""

import re

from thuocdo.documents.reading.periods import MONTH_WORD

_FROM = (
    r"bat dau|khoi dong|khoi cong|start(?:s|ing|ed)?|begin(?:s|ning)?|commenc(?:es|ing|ement)|"
    r"launch(?:es|ing)?|from|tu"
)
_END = (
    r"ket thuc|hoan thanh|hoan tat|xong|end(?:s|ing|ed)?|finish(?:es|ing|ed)?|complet(?:es|ing|ed|ion)|"
    r"conclud(?:es|ing|ed)|clos(?:es|ing|ed)"
)
_AT = r"(?:(?:tu|vao|in|on|by|at|from|trong|cuoi|het)\s+)?"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    # “quí 2” is quarter 2, “T8” month 8, “nửa năm một lần” every six months.
    (re.compile(r"\bqui(?=\s*(?:i{1,3}\b|iv\b|[1-4]\b|nay\b))"), "quy"),
    (re.compile(r"(?<![\w/])th?\.? ?(?=(?:0?[1-9]|1[0-2])\b)"), "thang "),
    (re.compile(r"\bnua nam(?=\s*(?:/|mot|1|01|moi)\s*(?:mot )?(?:lan|ky))"), "6 thang"),
    # A year beside its quarter or month may stand in brackets or behind a comma; “May end” is the end of May.
    (
        re.compile(r"\b(quy [ivx\d]{1,3}|thang \d{1,2}|q[1-4]|quarter [ivx\d]{1,3}) ?[-–,(] ?(?=nam 20\d\d)"),
        r"\1 ",
    ),
    (re.compile(r"\b(quy [ivx\d]{1,3}|thang \d{1,2}) ?[,(] ?(?=20\d\d\b)"), r"\1 nam "),
    (re.compile(r"\b(first|second|1st|2nd) semester\b"), r"\1 half"),
    (re.compile(r"\bsemester ([12])\b"), r"h\1"),
    (re.compile(r"\bdinh ky (?=(?:thang|quy) [\divx]+ hang nam)"), ""),
    (re.compile(rf"^({MONTH_WORD}) end\b"), r"end of \1"),
    (re.compile(r"\btruoc khi (?:het|ket thuc)\b(?= (?:nam|quy|thang)\b)"), "het"),
    (re.compile(r"\b(?:phai |can )?(?:xong|hoan thanh)(?= 20\d\d$| nam 20\d\d$)"), ""),
    (re.compile(r",? (?:cham nhat|muon nhat)(?: la)? (?:vao )?(?:cuoi|het) (?:thang|quy)\b"), ""),
    # A year is the same with or without the word for it, unless it is a fiscal one.
    (
        re.compile(
            r"(?<!fiscal )(?<!financial )(?<!budget )\b(?:(?<=of )|(?<=in )|(?<=by ))?"
            r"(?:the )?(?:calendar )?year (?=20\d\d\b)"
        ),
        "",
    ),
    (re.compile(rf"\b(?:{_FROM}) (?:va|and) (?:{_END})\s+{_AT}"), ""),
    (
        re.compile(
            rf"^(?:{_FROM})\s+{_AT}(?P<a>.{{4,25}}?),?\s*(?:(?:va|and|then)\s+)?(?:{_END})\s+{_AT}(?P<b>\S.*)$"
        ),
        r"\g<a> - \g<b>",
    ),
)


def plainly(words: str) -> str:
    """Return bare words for a time in the wording that the forms of periods are written for."""
    for pattern, plain in _FORMS:
        words = pattern.sub(plain, words)
    return words

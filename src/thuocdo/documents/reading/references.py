"""Digits that count nothing: dates, numbers of acts and clauses, denominators, names."""

import re
from collections.abc import Sequence

from thuocdo.documents.reading.bounds import read_bound
from thuocdo.documents.reading.numbers import NUMBER, SCALES, WINDOW
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare

HIDDEN_DIGIT = "\x00"
_REFERENCES = re.compile(
    r"\b\d+[/-](?:(?:19|20)\d\d/)?[^\W\d_][\w/-]*|"
    r"\b(?:điều|khoản|điểm|mục|chương|phụ lục|bảng|biểu mẫu|biểu|mẫu số|mẫu|bước|lần thứ|khóa|khoá|"
    r"kỳ họp thứ|"
    r"nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|kết luận|mức độ|cấp độ|phiên bản|giai đoạn|"
    r"quốc lộ|đường|article|clause|section|chapter|annex|appendix|table|figure|item|point|phase|step|"
    r"decision|"
    r"resolution|decree|circular|directive|level|stage|version|part|task|page|footnote|trang|goal|target|sdg|"
    r"tier|grade|class|lớp|chỉ tiêu|nhiệm vụ|no\.?|nos\.?|number)\s+(?:số\s+)?\d[\d./-]*(?!\s*%)"
    r"(?:\s*(?:,|và|and|to|đến|-)\s*\d+(?![\d.,]*\s*%))*|"
    r"\b\d+(?:\.\d+)?\s*/\s*\d+(?:\s*/\s*\d+)?\b(?!\.)|\(\s*\d{1,2}\s*\)|"
    r"\bindustry \d\.\d|\b(?:web|công nghiệp|lần thứ) \d(?:\.\d)?\b(?!\s*%)|\b(?:iso|iec|tcvn|qcvn|covid|"
    r"g)[ -]?\d[\d:/-]*|\b\d\+?[ -](?:sao|stars?)\b"
)
_DENOMINATOR = re.compile(
    rf"(?:(?:\btrên|/|\bmỗi|\bper|\bfor every|\bcho|\bout of|(?<=\d )in)\s*(?:một\s+|"
    rf"every\s+)?)(?P<figure>{NUMBER})(?=\s*{SCALES}"
    r"(?:(?:người )?dân|người|hộ|trẻ|lao động|doanh nghiệp|inhabitants|population|people|persons|residents|"
    r"live births|households|workers|employees|enterprises|km2|km|ha|m2))"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d|\s*%)")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")


def without_references(words: str) -> str:
    """Return the words with the digits of dates, references and codes blotted out."""
    spans: list[tuple[int, int]] = [match.span() for match in _REFERENCES.finditer(words)]
    spans += [
        match.span("figure")
        for match in _DENOMINATOR.finditer(words)
        if re.search(r"\d", words[: match.start()])
    ]
    for period in find_periods(bare(words)) if _ANY_YEAR.search(words) else ():
        stretch = words[period.start : period.end]
        if _YEAR.fullmatch(stretch) and _counts(words, period.start, period.end):
            continue
        spans.append((period.start, period.end))
    return _blot(words, spans)


def _counts(words: str, start: int, end: int) -> bool:
    """Say whether four digits that could be a year count something: “at least 2000 schools”."""
    noun = re.match(
        r"\s+(?!và|and|to|đến|or|hoặc|of|in|with|so|is|are|will|shall|must|là|sẽ)[^\W\d_]+", words[end:]
    )
    sign = read_bound(words[max(0, start - WINDOW) : start])[0]
    return bool(noun and sign in {">=", "<="})


def _blot(words: str, spans: Sequence[tuple[int, int]]) -> str:
    letters = list(words)
    for start, end in spans:
        for place in range(start, end):
            if letters[place].isdigit():
                letters[place] = HIDDEN_DIGIT
    return "".join(letters)

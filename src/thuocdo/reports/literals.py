"""Numbers that somebody typed into a sentence: which of them count something and so need a query or a source.

Numbers of documents, dates, years, names such as 5G and places in a document count nothing.
"""

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_DOCUMENT = re.compile(r"\d+[\w.]*(?:/\d{4})?[/-][A-ZĐ][\w&Đ-]*(?:/[\wĐ&-]+)*")  # 03/NQ-CP, 57-NQ/TW
_PLACES = "điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|article|clause|annex|section|chapter"
_ACTS = "nghị quyết|quyết định|chỉ thị|kết luận|luật|công văn|thông báo|kế hoạch|resolution|decision"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEARS = "năm|giai đoạn|đến|từ|trước|sau|year|in|by|since|until|before|after|from|to"
_SPARED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d",
        r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d)",
        r"(?:ngày|tháng|quý|kỳ|day|quarter|period)\s+\d+(?:[/-]\d+)*",
        r"(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d(?!\d)",
        rf"(?:{_YEARS})\s+(?:19|20)\d\d(?![.,]?\d)",
        rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?",
        rf"(?:{_PLACES})\s+\d+(?:\.\d+)*",
        rf"(?:{_ACTS})\s+(?:số\s+|no\.?\s+)?\d+",
    )
)
_TASK = re.compile(r"(?:nhiệm vụ|tasks?)\s+(?:số\s+|no\.?\s+)(\d+[a-z]?)", re.IGNORECASE)


def literals(text: str) -> Iterator[str]:
    """Yield the numbers of a text that count something, as they are written."""
    for spared in (_DOCUMENT, *_SPARED, _TASK):
        text = spared.sub(lambda found: " " * len(found.group()), text)
    yield from (found.group() for found in _NUMBER.finditer(text))


def tasks_named(text: str) -> Iterator[str]:
    """Yield the numbers of tasks that a text speaks of ("nhiệm vụ số 44")."""
    yield from (found.group(1) for found in _TASK.finditer(text))


def plain(number: str) -> str:
    """Return the digits of a written number, for comparing: "1.234" and "1234" are the same."""
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")

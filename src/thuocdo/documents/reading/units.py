"""What a figure counts: where its unit ends, and of which kind it is."""

import re

from thuocdo.documents.reading.numbers import MAGNITUDE, PERCENT, SCALES
from thuocdo.documents.reading.ranks import RANKED_WORDS
from thuocdo.documents.reading.spelling import plain

PER_YEAR = re.compile(
    r"\s*(?:/\s*(?:năm|year)|(?:mỗi|một|hằng|hàng) năm|per (?:year|annum)|an?nually|a year|each year|"
    r"every year)\b"
)
_OF_WHAT = re.compile(r"\s*(?:of |trong |so với |/\s*)?(?:the )?\b(?:gdp|grdp|gni)\b")
_RATIO = re.compile(
    rf"\s*(?:(?:\btrên|\bmỗi|\bper|\bfor every|\bout of)\s+|/\s*)(?:một\s+|every\s+|one\s+|"
    rf"ten\s+)?[\d\x00.,]*\s*"
    rf"{SCALES}(?:(?:người )?dân|người|hộ(?: gia đình)?|inhabitants|population|people|persons|residents|"
    r"live births|households|trẻ(?: đẻ ra sống| sinh sống)?|năm|tháng|ngày|year|month|day|xã|tỉnh|"
    r"huyện|hectare|tonne|capita|head|worker|province|commune|district|km2|km|ha|m2|trường|school)\b"
)
_PER_MANY = re.compile(
    rf"\s*(?:\b(?:trên|mỗi|per|for every)\s+|/\s*)(?:một\s+|every\s+|one\s+|ten\s+)?(?:(?:{MAGNITUDE})\s+)+"
    r"(?:[^\W\d]+\s?){1,2}"
)
_UNIT_END = re.compile(
    r"[,;.:()\[\]\n“”\"*\d\x00]|\b(?:đạt|được|có|và|trong|tại|ở|vào|đến|của|cho|là|để|với|do|đặt|tham gia|"
    r"ngang|"
    r"trên|đã|giai|mỗi|hằng|hàng|trước|cuối|trực thuộc|hoạt động|so|theo|mà|sẽ|phải|từ|về|"
    r"will|shall|must|should|to|of|in|by|for|are|is|be|and|or|with|that|which|per|on|at|have|has|from|under|"
    r"annually|each|every|through|across|among|ranked|operating|using|connected|over|as|than|"
    r"before|until|after|during|against|when|while|within|khi|sau|nhằm|bằng|nếu|không|tối|ít|hơn|dưới|least|"
    r"less|more|least)\b"
)
_DURATION = re.compile(
    r"(?:(?:full |working |calendar )?(?:months?|years?|weeks?|days?|hours?|minutes?|quarters?|seconds?)|"
    r"tháng|năm|tuần|ngày|giờ|phút|quý|giây)\b(?!\s*tuổi)"
)
_LONGEST_UNIT = 4


def unit_end(words: str, end: int, *, percent: bool) -> int:
    """Return where the unit ends that begins at `end`."""
    if percent:
        for pattern in (PER_YEAR, _OF_WHAT, PER_YEAR):
            if found := pattern.match(words, end):
                end = found.end()
        return end
    if ratio := _PER_MANY.match(words, end) or _RATIO.match(words, end):
        return ratio.end()
    last = end
    for number, word in enumerate(re.compile(r"\s*([^\s,;.:()“”\"]+)").finditer(words, end)):
        if word.start() != last or number >= _LONGEST_UNIT or _UNIT_END.match(word[1]):
            break
        last = word.end()
    ratio = _RATIO.match(words, last) or _PER_MANY.match(words, last)
    return ratio.end() if ratio else last


def kind_of(unit: str, *, percent: bool) -> str:
    """Return the kind of a unit, see Figure."""
    if percent:
        return "percent_per_year" if PER_YEAR.search(unit) else "percent"
    if re.match(r"\s*(?:lần|times|x|-?fold)\b", unit):
        return "times"
    if _DURATION.match(unit.strip()):
        return "duration"
    return "ratio" if _RATIO.search(unit) or _PER_MANY.search(unit) else "number"


def unit_kind(unit: str | None, target_text: str | None) -> str:
    """Return the kind of a unit in any language, so that two documents can be compared."""
    words = plain(" ".join(filter(None, (unit, target_text))))
    if re.search(PERCENT, words):
        return "percent_per_year" if PER_YEAR.search(words) else "percent"
    if not unit and RANKED_WORDS.search(words):
        return "rank"
    counted = plain(unit or "")
    return "ratio" if _RATIO.search(counted) or _PER_MANY.search(counted) else "number"

"""What a heading says about the times below it: the year of all of them, or how fiscal years run."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from thuocdo.core.dates import month_end
from thuocdo.documents.reading.deadlines import Reading, read_deadline
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.periods import MONTH_WORD, month_number
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.yearparts import FISCAL, fiscal_label, part_of_year, years_of
from thuocdo.documents.types import DeadlineKind, DraftDeadline

_FIELD = "deadline"
_YEARS = re.compile(r"\b20\d\d\b")
_NAMED = re.compile(r"\bFY|fiscal|financial|budget|tài chính|ngân sách", re.IGNORECASE)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of )?|/|\s*thang\s*)|thang\s*)?"
_RUNS = re.compile(
    rf"\b{FISCAL}\b[^.;]{{0,40}}?\b{_DAY}(?P<first>(?:{MONTH_WORD})|(?:0?[1-9]|1[0-2]))\b"
    rf"(?:,?\s+20\d\d\b)?(?:\s*-\s*|[^.;\d]{{1,30}}?){_DAY}"
    rf"(?P<last>(?:{MONTH_WORD})|(?:0?[1-9]|1[0-2]))\b"
)
_LITTLE = r"\s+(?:(?:on|in|from|with|every|each|of|the|as|first|last|day|tu|vao|ngay|ke|la)\s+){0,5}"
_ONE_MONTH = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<word>{MONTH_WORD})\b|"
    r"(?:\d{1,2}\s*(?:/|thang)\s*|thang\s*)(?P<month>0?[1-9]|1[0-2])\b"
)
_BEGINS = re.compile(
    rf"\b{FISCAL}\b[^.;]{{0,40}}?\b(?:begin\w*|start\w*|commenc\w*|opens|runs from|bat dau|tinh(?= tu)|"
    rf"ke(?= tu)){_LITTLE}(?:{_ONE_MONTH})"
)
_ENDS = re.compile(rf"\b{FISCAL}\b[^.;]{{0,40}}?\b(?:end\w*|clos\w*|ket thuc){_LITTLE}(?:{_ONE_MONTH})")
_PART = re.compile(
    rf"(?:\b(?:h(?:alf\s?)?(?P<half>[12])|q(?:uarter\s?|uy\s?)?(?P<quarter>[1-4])|"
    rf"(?<!\d )(?P<month>{MONTH_WORD}))\b[\s,/]*(?:of\s+)?)?"
    rf"\b(?:{FISCAL}\s*(?P<year>20\d\d|\d\d)(?:\s*[-/]\s*(?P<short>(?:20)?\d\d))?\b|"
    rf"(?P<year2>20\d\d)\s*[-/]\s*(?P<short2>(?:20)?\d\d)\s+{FISCAL}\b)"
)
_PART_BARE = re.compile(
    r"(?:\b(?:h(?:alf\s?)?(?P<half>[12])|q(?:uarter\s?|uy\s?)?(?P<quarter>[1-4]))\b[\s,/]*(?:of\s+)?)?"
    r"\b(?P<year>20\d\d)\s*(?:/\s*(?P<short>(?:20)?\d\d)|-\s*(?P<short2>\d\d))\b"
)
"""Fiscal years as they are written where the document says what its years are: “2025/26”."""
_QUARTER_BEHIND = re.compile(
    r"((?:fy ?)?20\d\d\s*[-/]\s*(?:20)?\d\d)\s*[(,]\s*((?:q|quarter ?|h|half ?)[1-4])\b\)?"
)
_MONTH_AND_DAY = re.compile(r"(?:^|.*\s)[^\W\d_]{3,9}\.?\s+\d{1,2}")
_ALL_YEAR = re.compile(
    r"(?:trong |suot )?(?:ca|tron|toan) nam|(?:all|full|whole|the whole|the full|entire|the entire) year|"
    r"throughout(?: the year)?|trong nam"
)
_UNTIL_YEAR = re.compile(
    r"\b(?:den|tu|sau|truoc|by|to|until|from|since|beyond|vision|tam nhin)(?: (?:het|cuoi|end of))?"
    r"(?: nam| year)?\s*20\d\d|20\d\d\s*[-/]\s*\d|/20\d\d|ngay|20\d\d/"
)
"""A year up to which a programme runs, of a plan of several years, or of the day of another document."""
_PIECES = re.compile(r"\s*(?:-|–|—|\bđến\b|\btới\b|\bto\b|\buntil\b)\s*")
_LONGEST = 40
_LONGEST_CAPTION = 200
_CENTURY, _LONG_YEAR = 2000, 4
_MONTHS_OF_YEAR = 12
_UNREAD = frozenset({"deadline_no_year", "deadline_unread"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The year that a heading names for all times below it, and the first month of fiscal years.

    `titled` says that no heading but the title of the document names the year; `fiscal` is that year where
    it is a fiscal one, as `yearparts.year_named` writes it: it is read only with a first month.
    """

    year: int | None = None
    first_month: int | None = None
    titled: bool = False
    fiscal: str = ""


def calendar_of(head: str, otherwise: Calendar | None = None) -> Calendar:
    """Return what a heading of times says, or else what the document says elsewhere."""
    otherwise = otherwise or Calendar()
    years = {int(year) for year in _YEARS.findall(head)}
    month = fiscal_month(head) or otherwise.first_month
    if fiscal := fiscal_label(head):
        first, last = years_of(fiscal)
        return Calendar(first if first == last else None, month, fiscal=fiscal)
    if years:
        return Calendar(next(iter(years)) if len(years) == 1 else None, month)
    titled = otherwise.year is not None or bool(otherwise.fiscal)
    return replace(otherwise, first_month=month, titled=titled)


def year_of_title(title: str | None, issued: date | None) -> int | None:
    """Return the year of a yearly programme: the only one in its title, that of its issue or the next."""
    words = bare(title or "")
    years = {int(year) for year in _YEARS.findall(words)}
    found = next(iter(years)) if len(years) == 1 else None
    if found is None or _UNTIL_YEAR.search(words):
        return None
    return found if issued is None or issued.year in {found - 1, found} else None


def year_of_caption(texts: Sequence[str]) -> str:
    """Return the only year that the nearest of the words above a table names, "" where none names one.

    A fiscal year is written as `yearparts.year_named` writes it. Sentences are no captions.
    """
    for text in reversed(texts):
        if len(text) > _LONGEST_CAPTION or text.endswith((".", ";")):
            continue
        if fiscal := fiscal_label(text):
            return fiscal
        if year := year_of_title(text, None):
            return str(year)
    return ""


def fiscal_month(text: str) -> int | None:
    """Return the month with which fiscal years begin, where words tell their first or their last one."""
    words = bare(text)
    for found in _RUNS.finditer(words):
        first, last = month_number(found["first"]), month_number(found["last"])
        if (last - first) % _MONTHS_OF_YEAR == _MONTHS_OF_YEAR - 1:
            return first
    if begun := _BEGINS.search(words):
        return month_number(begun["word"] or begun["month"])
    ended = _ENDS.search(words)
    return month_number(ended["word"] or ended["month"]) % _MONTHS_OF_YEAR + 1 if ended else None


def legend_of(texts: Iterable[str]) -> Calendar:
    """Return what the paragraphs of a document say of its fiscal years."""
    for text in texts:
        if not _NAMED.search(text):
            continue
        if month := fiscal_month(text):
            return Calendar(None, month)
    return Calendar()


@lru_cache(maxsize=2048)
def read_within(text: str, calendar: Calendar) -> Reading:
    """Return the deadline of a cell that stands below such a heading, and what is doubtful about it."""
    if calendar.first_month and (fiscal := _fiscal(text, calendar.first_month)):
        return fiscal
    plain = read_deadline(text)
    if len(text) > _LONGEST or _YEARS.search(text):
        return plain
    if calendar.fiscal and calendar.first_month:
        return _in_fiscal_year(text, calendar) or plain
    return _in_year(text, calendar, plain) if calendar.year else plain


def _in_year(text: str, calendar: Calendar, plain: Reading) -> Reading:
    """Read a time in the calendar year of its heading; as it stands where it is none without a year."""
    year = calendar.year or 0
    if (calendar.first_month or 1) > 1 and _is_quarter(text):
        return plain  # it may be one of two fiscal years
    if is_whole_year(text):
        found = DraftDeadline("year", due=date(year, 12, 31))
        return found, (_doubt(text, calendar),)
    codes = {doubt.code for doubt in plain[1]}
    day = "deadline_short_year" in codes and _MONTH_AND_DAY.fullmatch(text.strip())
    if not day and (plain[0].kind != "none" or not codes & _UNREAD):
        return plain
    found_last = _with_year(text, calendar)
    return found_last or plain


def is_whole_year(text: str) -> bool:
    """Say whether words without a figure mean the whole of a year: “Cả năm”, “All year”."""
    return len(text) <= _LONGEST and bool(_ALL_YEAR.fullmatch(" ".join(bare(text).split()).strip(" .")))


def names_time(text: str) -> bool:
    """Say whether words are a time, though the year may be said elsewhere."""
    found, doubts = read_deadline(text)
    return (
        found.kind != "none"
        or any(doubt.code == "deadline_no_year" for doubt in doubts)
        or is_whole_year(text)
    )


def _is_quarter(text: str) -> bool:
    parts = [part_of_year(piece) for piece in _PIECES.split(text.strip())]
    return any(part is not None and part.kind == "quarter" for part in parts)


def _in_fiscal_year(text: str, calendar: Calendar) -> Reading | None:
    """Read quarters, halves and months without a year, or words for a whole year, in the fiscal year."""
    if is_whole_year(text):
        words = calendar.fiscal
    else:
        parts = [part_of_year(piece) for piece in _PIECES.split(text.strip())]
        words = " - ".join(part.within(calendar.fiscal) for part in parts if part)
        if not all(parts):
            return None
    found = _fiscal(words, calendar.first_month or 1)
    return (found[0], (*found[1], _doubt(text, calendar))) if found else None


def _with_year(text: str, calendar: Calendar) -> Reading | None:
    """Read a time with the year behind it, or behind each of its parts; the way with the fewest doubts."""
    words, year = text.strip().rstrip(" .;,"), calendar.year or 0
    ways = [f"{words}/{year}", f"{words} năm {year}", f"{words} {year}"]
    parts = _PIECES.split(words)
    if len(parts) > 1:
        ways.insert(0, " - ".join(f"{part}/{year}" for part in parts))
    read = [read_deadline(way) for way in ways]
    dated = [reading for reading in read if reading[0].due and reading[0].due.year in {year, year - 1}]
    # A way that reads the year alone has lost the words before it.
    closer = [reading for reading in dated if reading[0].kind != "year"]
    best = min(closer or dated, key=lambda reading: len(reading[1]), default=None)
    return (best[0], (*best[1], _doubt(text, calendar))) if best else None


def _doubt(text: str, calendar: Calendar) -> Doubt:
    code = "deadline_year_of_title" if calendar.titled else "deadline_year_of_heading"
    return Doubt(code, _FIELD, {"printed": text, "year": calendar.fiscal or str(calendar.year)})


def _fiscal(text: str, first_month: int) -> Reading | None:
    """Read parts of fiscal years, from the first day of the first one to the last day of the last."""
    words = _QUARTER_BEHIND.sub(r"\2 \1", " ".join(bare(text).split()))
    spans = [_span(found, first_month) for found in _PART.finditer(words)]
    if not spans:
        parts = list(_PART_BARE.finditer(words))
        spans = [_span(found, first_month) for found in parts if _follows(found)]
        if not spans or len(spans) < len(parts):
            return None
    start, end = spans[0][0], spans[-1][1]
    kind: DeadlineKind = "year_range" if len(spans) > 1 else "date"
    doubt = Doubt("deadline_fiscal_months", _FIELD, {"printed": text, "month": str(first_month)})
    return DraftDeadline(kind, start=start if len(spans) > 1 else None, due=end), (doubt,)


def _follows(found: re.Match[str]) -> bool:
    """Say whether the second year is the one behind the first."""
    return int((found["short"] or found["short2"])[-2:]) == (int(found["year"]) + 1) % 100


def _span(found: re.Match[str], first_month: int) -> tuple[date, date]:
    printed = found["year"] or found["year2"]
    year = int(printed) if len(printed) == _LONG_YEAR else _CENTURY + int(printed)
    if not (found["short"] or found["short2"]) and first_month > 1:
        year -= 1  # “FY 2027” alone goes by the year in which it ends
    groups = found.groupdict()
    months, part = _MONTHS_OF_YEAR, 0
    if groups.get("month"):
        months, part = 1, (month_number(groups["month"]) - first_month) % _MONTHS_OF_YEAR
    elif found["half"]:
        months, part = _MONTHS_OF_YEAR // 2, int(found["half"]) - 1
    elif found["quarter"]:
        months, part = _MONTHS_OF_YEAR // 4, int(found["quarter"]) - 1
    first = year * _MONTHS_OF_YEAR + first_month - 1 + part * months
    last = first + months - 1
    return date(first // 12, first % 12 + 1, 1), month_end(last // 12, last % 12 + 1)

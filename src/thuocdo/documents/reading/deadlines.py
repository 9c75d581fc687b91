"""Words for a time become a typed deadline: periods, ranges, rhythms, events."""

import re
from datetime import date, timedelta
from functools import lru_cache

from thuocdo.core.dates import month_end
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.periods import MONTH_WORD, Period, find_periods, month_number
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DeadlineKind, DraftDeadline, Every

Reading = tuple[DraftDeadline, tuple[Doubt, ...]]

NONE = DraftDeadline("none")
_FIELD = "deadline"
_LONGEST = 400
_EMPTY = frozenset({"", "-", "--", "...", "x"})
_LEAP_YEAR = 2024  # only month and day are kept of a yearly day

_EVERY = r"\b(?:hang|moi|dinh ky|every|each|per)"
_YEARLY = re.compile(
    rf"{_EVERY}\s*(?:mot |1 |01 )?(?:nam\b|year)|\bnam/lan|\b(?:1|mot) lan\s*/\s*nam|\b1 nam|\bannual|yearly"
)
_TWICE = re.compile(
    r"\b(?:2|02|hai) lan\s*(?:/|mot|moi|trong|1)?\s*(?:mot |1 )?nam\b|\bnam (?:2|02|hai) lan\b|"
    r"twice (?:a|per|each) year|\bsemi-?annual|\bbiannual"
)
_RHYTHMS: tuple[tuple[re.Pattern[str], Every], ...] = (
    (
        re.compile(r"\b(?:6|06|sau)\s*thang\b|half[- ]?year|six[- ]month|\b6 months|every six"),
        "half_year",
    ),
    (re.compile(rf"{_EVERY}\s*quy|\bquy/lan|\bquy mot lan|(?:each|every) quarter|quarterly"), "quarter"),
    (re.compile(rf"{_EVERY}\s*thang|\bthang/lan|monthly|(?:every|each) month"), "month"),
)
_RECURS = re.compile(rf"{_EVERY}\b|/\s*(?:mot |1 |01 )?lan\b|mot lan\b|half-yearly|quarterly|monthly")
_ONGOING = re.compile(
    r"thuong xuyen|lien tuc|\bhang (?:tuan|ngay|quy|thang)|\bongoing\b|regular|continuous|"
    r"(?:each|every|per) (?:week|day|month|quarter)|weekly|daily|monthly|quarterly"
)
_EVENT = re.compile(
    r"\bsau khi\b|\bngay sau\b|\btruoc khi\b|"
    r"\bkhi\b.{0,60}\b(?:ban hanh|hieu luc|phe duyet|thong qua|hoan thanh)\b|"
    r"\d\s*(?:\([^)]{0,40}\)\s*)?(?:ngay|thang|tuan|nam)\s*(?:lam viec\s*)?"
    r"(?:sau|ke tu|tu khi|tu ngay|tinh tu)\b|"
    r"\d\s*(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)\s*(?:after|from|of|following|upon)|"
    r"\b(?:after|upon|once|following) (?:the|its|a|an|approval|issuance|promulgation|completion)\b|"
    r"\bimmediately after\b"
)
_OPEN = re.compile(
    r"nam tiep theo|(?:cac|nhung) nam sau|tro di|(?:subsequent|following) years|onwards?|and (?:beyond|later)"
)
_OPEN_START = re.compile(r"^(?:bat dau\s+)?(?:ke\s+)?(?:tu|from|starting|since|as of|bat dau)\b")
_UNTIL = re.compile(r"\b(?:den|to|until)\b")
_BEFORE = re.compile(r"(?:\btruoc|\bbefore|\bprior to)\s*(?:ngay|thang|quy|nam|the|end of)?\s*$")
_BEFORE_END = re.compile(r"truoc (?:het|cuoi)|before the end of")
_BEFORE_DAY = re.compile(r"\btruoc\b|\bbefore\b|\bprior to\b")
_VAGUE = re.compile(
    r"(?<!thang )(?<!nua )\bdau (?:nam|thang|quy)\b|\bgiua (?:nam|thang|quy)\b|\b(?:early|beginning of|mid)\b"
)
_YEAR_DAY = re.compile(r"\b(?P<day>\d{1,2})\s*(?:[/-]|thang)\s*(?P<month>\d{1,2})\b")
_YEAR_DAY_EN = re.compile(
    rf"\b(?P<month>{MONTH_WORD})\.?\s+(?P<day>\d{{1,2}})\b|\b(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH_WORD})\b"
)
_YEAR_MONTH = re.compile(r"\bthang\s*(?P<month>\d{1,2})\b")
_JOINED = re.compile(r"(?:-|den|toi|to|through|until|and|va|,|het|nam|thang|quy|\s)*")


@lru_cache(maxsize=1024)
def read_deadline(text: str) -> Reading:
    """Return the typed deadline of a cell and what is doubtful about it."""
    words = " ".join(bare(text[:_LONGEST]).split()).strip(" .;")
    if words in _EMPTY:
        return NONE, ()
    if _EVENT.search(words) and not _YEARLY.search(words):
        return DraftDeadline("relative"), ()
    if recurring := _recurring(words, text):
        return recurring
    if periods := find_periods(words):
        return _dated(words, periods, text)
    if _ONGOING.search(words):
        return DraftDeadline("ongoing"), ()
    return NONE, (Doubt("deadline_unread", _FIELD, {"printed": text}),)


def is_deadline(text: str) -> bool:
    """Say whether the whole text can be read as a time."""
    return len(text) <= _LONGEST and read_deadline(text)[0].kind != "none"


def _recurring(words: str, text: str) -> Reading | None:
    """Read a rhythm: yearly is `annual`, within the year `ongoing`; `every` keeps the rhythm."""
    if _TWICE.search(words):
        return DraftDeadline("ongoing", every="half_year"), ()
    if _OPEN.search(words):
        return None
    if _YEARLY.search(words):
        return _annual(words, text)
    if _RECURS.search(words):
        for pattern, every in _RHYTHMS:
            if pattern.search(words):
                return DraftDeadline("ongoing", every=every), ()
    return (DraftDeadline("ongoing"), ()) if _ONGOING.search(words) else None


def _annual(words: str, text: str) -> Reading:
    days = [*_YEAR_DAY.finditer(words)] or [*_YEAR_DAY_EN.finditer(words)] or [*_YEAR_MONTH.finditer(words)]
    if len(days) > 1:
        return DraftDeadline("annual", every="year"), (Doubt("deadline_yearly_days", _FIELD),)
    day = _yearly_day(days[0]) if days else None
    if day and _BEFORE.search(words[: days[0].start()]):
        day -= timedelta(days=1)
    doubts = _before_doubt(text) if day and _BEFORE_DAY.search(words) else ()
    return DraftDeadline("annual", every="year", day=day.strftime("%m-%d") if day else None), doubts


def _yearly_day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = month_number(groups.get("month") or groups["month2"])
    try:
        if "day" not in groups:
            # The leap day is no last day of February in most years.
            return month_end(_LEAP_YEAR - 1, month)
        return date(_LEAP_YEAR, month, int(groups["day"] or groups["day2"]))
    except (ValueError, IndexError):  # no such day or month
        return None


def _dated(words: str, periods: list[Period], text: str) -> Reading:
    first, last = periods[0], periods[-1]
    alone = len(periods) == 1
    if _OPEN.search(words) or (alone and _opens(words, first)):
        return DraftDeadline("open_from", start=first.first), ()
    before = _BEFORE.search(words[: last.start]) and not _BEFORE_END.search(words)
    due = last.first - timedelta(days=1) if before else last.last
    doubts = _before_doubt(text) if before else ()
    if _VAGUE.search(words):
        doubts = (*doubts, Doubt("deadline_vague", _FIELD, {"printed": text}))
    if alone:
        return DraftDeadline(last.kind, start=first.first if first.several else None, due=due), doubts
    if len(periods) == 2 and _JOINED.fullmatch(words, first.end, last.start) and first.first <= last.first:  # noqa: PLR2004  from, to
        kind: DeadlineKind = "year_range" if last.kind == "year" else last.kind
        return DraftDeadline(kind, start=first.first, due=due), doubts
    return DraftDeadline(last.kind, due=due), (*doubts, Doubt("deadline_several", _FIELD))


def _opens(words: str, period: Period) -> bool:
    return bool(_OPEN_START.match(words)) and not _UNTIL.search(words[: period.start])


def _before_doubt(text: str) -> tuple[Doubt, ...]:
    return (Doubt("deadline_before", _FIELD, {"printed": text}),)

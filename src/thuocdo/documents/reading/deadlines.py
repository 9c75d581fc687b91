"""Words for a time become a typed deadline: periods, ranges, rhythms, events."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from thuocdo.core.dates import month_end, quarter_end
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.periods import (
    MONTH_WORD,
    Period,
    find_periods,
    month_number,
    quarter_number,
)
from thuocdo.documents.reading.rhythms import find_rhythm
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.timewords import plainly
from thuocdo.documents.types import DeadlineKind, DraftDeadline, Every

Reading = tuple[DraftDeadline, tuple[Doubt, ...]]

NONE = DraftDeadline("none")
_FIELD = "deadline"
_LONGEST = 400
_SHORT = 60
_TIMELIKE = frozenset({"deadline_no_day", "deadline_no_year"})
_EMPTY = frozenset({"", "-", "--", "...", "x"})
_LEAP_YEAR = 2024  # only month and day are kept of a yearly day

_EVERY = r"\b(?:hang|moi|dinh ky|every|each|per)"
_YEARLY = re.compile(
    rf"{_EVERY}\s*(?:mot |1 |01 )?(?:nam\b|year)|\bnam/lan|\b(?:0?1|mot) lan\s*/\s*nam|"
    r"(?<!thang )\b1 nam\b(?! 20)|\bthuong nien\b|\bonce (?:a|per|each|every) year|\bannual|yearly"
)
_TWICE = re.compile(
    r"\b(?:2|02|hai) lan\s*(?:/|mot|moi|trong|1)?\s*(?:mot |1 )?nam\b|\bnam (?:2|02|hai) lan\b|"
    r"(?:twice|two times) (?:a|per|each|every) year|twice yearly|\bsemi-?annual|\bbi-?annual|half-?yearly|"
    r"\bsemest(?:ral|rial)(?:ly)?\b|\b(?:every|each|per) semester\b"
)
_RHYTHMS: tuple[tuple[re.Pattern[str], Every], ...] = (
    (
        re.compile(r"\b(?:6|06|sau)\s*thang\b|half[- ]?year|six[- ]month|\b6 months|every six"),
        "half_year",
    ),
    (
        re.compile(
            rf"{_EVERY}\s*(?:3 thang|ba thang|quy)|\bquy/lan|\blan\s*/\s*quy|\bquy mot lan|"
            r"thang cuoi (?:moi )?quy\b|"
            r"(?:each|every) quarter|quarterly|(?:each|every) (?:3|three) months"
        ),
        "quarter",
    ),
    (re.compile(rf"{_EVERY}\s*thang|\bthang/lan|\blan/thang|monthly|(?:every|each) month"), "month"),
)
_RECURS = re.compile(
    rf"{_EVERY}\b|thang cuoi (?:moi )?quy\b|/\s*(?:mot |1 |01 )?lan\b|"
    r"\blan\s*/\s*(?:thang|quy)|mot lan\b|half-yearly|quarterly|monthly"
)
_ONGOING = re.compile(
    r"trong suot|suot (?:qua trinh|thoi gian)|"
    r"thuong truc|duy tri|khong (?:gian doan|ngung|nghi|thoi han|ket thuc)|uninterrupted|"
    r"without (?:a |any )?(?:break|interruption|end)|non-?stop|constant(?:ly)?|always|at all times|"
    r"year-?round|"
    r"day-?to-?day|business as usual|perpetual(?:ly)?|open-?ended|indefinite(?:ly)?|"
    r"thuong xuyen|thuong ky|lau dai|\bstanding\b|"
    r"lien tuc|xuyen suot|\bhang (?:tuan|ngay|quy|thang)|\bon-?going\b|regular|"
    r"recurr(?:ent|ing)|continu(?:ous|al|ing)|"
    r"permanent|throughout|rolling(?! out)|(?:kept )?under review|(?:for )?the (?:life|duration|lifetime) of|"
    r"(?:week|month|quarter|year) by (?:week|month|quarter|year)|biennial|all year|routine(?:ly)?\b|"
    r"frequent(?:ly)?\b|ca nam\b|quanh nam|"
    r"(?:each|every|per) (?:week|day|month|quarter)|weekly|daily|monthly|quarterly"
)
_WHOLE = re.compile(
    r"\b(?:throughout|all year|during|trong ca nam|ca nam|quanh nam|xuyen suot|trong suot)\b"
    r"(?=.{0,12}\b20\d\d)"
)
_EVENT = re.compile(
    r"\bsau khi\b|\bngay sau\b|\btruoc khi\b|"
    r"\bkhi\b.{0,60}\b(?:ban hanh|hieu luc|phe duyet|thong qua|hoan thanh)\b|"
    r"(?:\d|\b(?:mot|hai|ba|bon|nam|sau|chin|muoi))\s*(?:\([^)]{0,40}\)\s*)?(?:ngay|thang|tuan|"
    r"nam)\s*(?:lam viec\s*)?"
    r"(?:sau|ke tu|tu khi|tu ngay|tinh tu)\b|"
    r"(?:\d|\b(?:one|two|three|four|five|six|nine|ten|twelve|eighteen))\s*(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)\s*"
    r"(?:after|from|of(?!\s+(?:the\s+year\s+)?20\d\d)|following|upon)|"
    r"\b(?:after|upon|once|following) (?:the|its|a|an|approval|issuance|promulgation|completion)\b|"
    r"\bimmediately after\b"
)
_OPEN = re.compile(
    r"nam tiep theo|(?:cac|nhung) nam sau|tro di|"
    r"(?:subsequent|following) years|years (?:after|that follow)\b|"
    r"\bthereafter\b|\bafter that\b|onwards?|and (?:beyond|later)"
)
_OPEN_START = re.compile(
    r"^(?:(?:bat dau|thuc hien|trien khai|ap dung|van hanh|to chuc)\s+)*(?:ke\s+)?"
    r"(?:to (?:be )?(?:begin|start|commence|launch)\w*|"
    r"tu|as from|from|starting|since|as of|bat dau|effective|commencing|beginning)\b"
)
# Beside a year these words name a part of it or a beginning: where they are left over, the reading lost them.
_LOST = re.compile(
    r"\d|\b(?:quy|quarter|thang|months?|nua|half|tuan|weeks?|ky|terms?|tu|from|since|starting|bat dau|"
    r"commencing|beginning|days?|ngay)\b"
)
# A time that only an event sets: the cell begins with the word that ties it to one and names no day.
_TIED = re.compile(
    r"(?:ngay |chi |chi ngay )?(?:sau|khi|ke tu|tu khi|sau khi|tinh tu)\s+\D{8,}|"
    r"(?:immediately |shortly |as soon as |promptly )?(?:after|following|upon|once|subject to|pending|"
    r"as soon as|when)\s+\D{6,}"
)
_DIGIT = re.compile(r"\d")
# Beside a year these words change nothing; whatever else stands there may make it another time.
_HARMLESS = re.compile(
    r"ca|toi|vao|over|close|up|period|throughout|through|course|finish\w*|dut|diem|ket|thuc|du|kien|hien|suot|"
    r"between|trien|khai|running|ban|hanh|phe|duyet|trinh|nghiem|thu|tat|moc|muc|lo|xu|ly|giai|quyet|"
    r"approv\w*|issu\w*|submi\w*|adopt\w*|publish\w*|launch\w*|deliver\w*|done|deadline|target|date|"
    r"achiev\w*|reach\w*|expected|planned|latest|at|is|be|to|as|calendar|timeframe|end(?:s|ing)?|"
    r"implement\w*|work"
)
_PART_OF_YEAR = re.compile(r"\b[ivx]{1,4}\b|\b(?:sau(?: nam)?|after|beyond)\W*$")
_ENDS = re.compile(r"\b(?:ket thuc|hoan thanh|hoan tat|end(?:s|ing)?|finish\w*|conclud\w*|complet\w*)\b")
_UNTIL = re.compile(r"\b(?:den|until|to(?! (?:be )?(?:begin|start|commenc|launch)))\b")
_BEFORE = re.compile(r"(?:\btruoc|(?<!on or )\bbefore|\bprior to)\s*(?:ngay|thang|quy|nam|the|end of)?\s*$")
_BEFORE_END = re.compile(r"truoc (?:het|cuoi)|before (?:the )?end of")
_BEFORE_DAY = re.compile(r"\btruoc\b|\bbefore\b|\bprior to\b")
_VAGUE = re.compile(
    r"(?<!thang )(?<!nua )\bdau (?:nam|thang|quy)\b|\bgiua (?:nam|thang|quy)\b|\btuan\b|\bweek\b|"
    r"\b(?:early|beginning of|start of|mid|middle of|late|spring|summer|autumn|fall|winter)\b|"
    r"\b(?:around|circa|about|half-?way)\b|"
    r"\b(?:khoang|du kien)\b"
)
_MIDDLE = re.compile(r"\bgiua nam\b|\bhalf-?way\b|\bmid(?:dle of|-?year|dle of the year)?\b|\bmidyear\b")
_NO_DAY = re.compile(
    r"\b(?:tbd|tbc|tba|n/a|n\.a|khong|dot xuat|ngay)\b|"
    r"\b(?:completed?|done|finished|delivered|achieved|immediate(?:ly)?)\b|"
    r"to be (?:confirmed|determined|decided|agreed|announced|advised)|"
    r"(?:as|when|where|if) (?:and when )?(?:required|needed|necessary|appropriate|requested)|"
    r"\b(?:short|medium|long|near|mid)(?:[- ](?:to|and)[- ](?:medium|long))?[- /]+term\b|\b(?:ngan|"
    r"trung|dai) han\b|"
    r"\byears? ?\d(?:\s*(?:-|to|and|&)\s*\d)?\b|\bphase \d|\bgiai doan (?:\d|i{1,3})\b|\bnam thu\b|"
    r"theo (?:yeu cau|ke hoach|tien do|lo trinh|quy dinh|chi dao|thuc te|tinh hinh|huong dan)\b.{0,40}|"
    r"khi (?:can|co)\b.{0,40}|(?:da|dang) (?:hoan thanh|thuc hien|trien khai|ban hanh)|"
    r"(?:chua|se) (?:xac dinh|co|thong bao|ro)|in progress|under ?way|not (?:set|specified|applicable)"
)
_NO_YEAR = re.compile(
    r"\b\d{1,2}\s*(?:/|thang)\s*(?:0?[1-9]|1[0-2])\b|\bthang\s*(?:0?[1-9]|1[0-2])\b|"
    r"\b(?:quy|q|quarter)\s*(?:i{1,3}|iv|[1-4])\b|\b(?:6|06|sau) thang (?:dau|cuoi)\b|"
    r"(?:dau|giua|cuoi|nua) (?:nam|quy|thang)|\b(?:first|second|third|fourth|last|1st|2nd|3rd|"
    r"4th) (?:quarter|half)\b|"
    rf"\bh[12]\b|\b(?:{MONTH_WORD})\b|end of (?:the )?year|year[- ]end"
)
# A school year or a budget has a year and no day: who sets it knows when it ends.
_NO_DAY_OF_YEAR = re.compile(
    r"(?:(?:in|during|for|by|trong) )?(?:the )?"
    r"(?:(?:sy|(?:school|academic)(?: year)?|nam hoc)\W{0,2}\s*20\d\d(?:\W{1,3}(?:20)?\d\d)?|"
    r"20\d\d\W{1,3}(?:20)?\d\d (?:school|academic) year|"
    r"(?:(?:mid-?year|supplementary|annual|national|state) )?budget(?: speech| day)? 20\d\d|20\d\d budget)"
)
_LEADING = re.compile(
    r"\b(?:hoan thanh|xong|truoc|ngay|trong|den|cham nhat|vao|het|cuoi|dau|giua|va|tu|nam|thang|by|"
    r"in|end|of|the|"
    r"before|no later than|from|to|and|early|mid|late|st|nd|rd|th)\b"
)
_YEAR = re.compile(r"\b20\d\d\b")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_TIME = 100
_OTHER_WORDS = 1
_WORD = re.compile(r"[^\W\d_]+")
_TIME_WORD = re.compile(
    r"ngay|thang|quy|nam|tuan|truoc|sau|den|het|cuoi|dau|giua|nua|giai|doan|trong|tu|va|cac|nhung|tiep|theo|tro|di|"
    r"hoan|thanh|xong|cham|nhat|muon|hang|moi|dinh|ky|lan|mot|hai|ba|thuong|xuyen|lien|tuc|bat|ke|thoi|gian|han|i{1,3}|iv|"
    r"by|before|end|of|the|in|on|from|to|until|no|not|later|than|q|h|fy|quarter|half|month|year|years|first|second|third|"
    r"fourth|last|st|nd|rd|th|mid|early|late|and|onwards?|subsequent|following|within|during|each|every|twice|a|per|"
    r"ongoing|going|continuous|continuing|annual|annually|yearly|quarterly|monthly|weekly|regularly|biannually|once|"
    r"thuc|hien|trien|khai|short|medium|long|term|tbd|tbc|starting|start|since|beginning|middle|calendar|fiscal|financial|due|complete|completed|"
    rf"{MONTH_WORD}"
)
_MONTHS_VI = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai")
_MONTH_IN_WORDS = re.compile(
    r"\bthang (?P<month>muoi mot|muoi hai|gieng|chap|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi)"
    r"(?=\s*(?:/|,|nam 20|hang nam|hang|$))"
)
_YEAR_DAY = re.compile(r"\b(?P<day>\d{1,2})\s*(?:[/-]|thang)\s*(?P<month>\d{1,2})\b")
_YEAR_DAY_EN = re.compile(
    rf"\b(?P<month>{MONTH_WORD})\.?\s+(?P<day>\d{{1,2}})\b|\b(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH_WORD})\b"
)
_YEAR_MONTH = re.compile(rf"\bthang\s*(?P<month>\d{{1,2}})\b|\b(?P<month2>{MONTH_WORD})\b")
_YEAR_QUARTER = re.compile(
    r"(?:\b(?:quy|q|quarter)\s*|(?<=[,;] )|(?<=va )|(?<=and ))(?P<quarter>iv|i{1,3}|[1-4])\b"
)
_YEARLY_MONTH = re.compile(rf"\b(?:each|every)\s+(?:{MONTH_WORD})\b")
_JOINED = re.compile(
    r"(?:-|den|toi|cho|up to|to|through|until|till|and|va|,|het|cuoi|(?:the )?end(?: of)?|nam|thang|quy|\s)*"
)


@lru_cache(maxsize=1024)
def read_deadline(text: str) -> Reading:
    """Return the typed deadline of a cell and what is doubtful about it."""
    words = " ".join(bare(text[:_LONGEST]).split()).strip(" .;")
    if words in _EMPTY:
        return NONE, ()
    words = plainly(_MONTH_IN_WORDS.sub(_month_figure, words))
    if reading := _undated(words, text):
        return reading
    if periods := find_periods(words):
        return _dated(words, periods, text)
    if _ONGOING.search(words):
        return DraftDeadline("ongoing"), ()
    if _TIED.fullmatch(words) and not _NO_DAY.fullmatch(words):
        return DraftDeadline("relative"), ()
    return NONE, (Doubt(_unread(words), _FIELD, {"printed": text}),)


def _undated(words: str, text: str) -> Reading | None:
    """Read a time that no day sets, even where one is named: a rhythm, an event, a school year."""
    if _NO_DAY_OF_YEAR.fullmatch(words):
        return NONE, (Doubt("deadline_no_day", _FIELD, {"printed": text}),)
    if not _OPEN.search(words) and (rhythm := find_rhythm(words)):
        return (
            _annual(words, text)
            if rhythm.every == "year"
            else (DraftDeadline("ongoing", every=rhythm.every), ())
        )
    if _EVENT.search(words) and not _YEARLY.search(words):
        return DraftDeadline("relative"), ()
    return _recurring(words, text)


def is_deadline(text: str) -> bool:
    """Say whether the whole text can be read as a time, or as one that is not named yet."""
    if len(text) > _LONGEST:
        return False
    found, doubts = read_deadline(text)
    return found.kind != "none" or any(doubt.code in _TIMELIKE for doubt in doubts)


def is_only_time(text: str) -> bool:
    """Say whether a short text names a time and hardly anything beside it: no sentence with a year in it."""
    if len(text) > _LONGEST_TIME or not is_deadline(text):
        return False
    words = " ".join(bare(text).split())
    other = [word for word in _WORD.findall(words) if not _TIME_WORD.fullmatch(word)]
    return len(other) <= _OTHER_WORDS or bool(_EVENT.search(words))


def _unread(words: str) -> str:
    """Return why no day can be read: none is named, the year is not, or the words are no time at all."""
    if _NO_DAY.fullmatch(words):
        return "deadline_no_day"
    rest, count = (words, 0) if _YEAR.search(words) else _NO_YEAR.subn("", words)
    return "deadline_no_year" if count and not _LETTER.search(_LEADING.sub("", rest)) else "deadline_unread"


def _month_figure(found: re.Match[str]) -> str:
    word = {"gieng": "mot", "chap": "muoi hai"}.get(found["month"], found["month"])
    return f"thang {_MONTHS_VI.index(word) + 1}"


def _recurring(words: str, text: str) -> Reading | None:
    """Read a rhythm: yearly is `annual`, within the year `ongoing`; `every` keeps the rhythm."""
    if _TWICE.search(words):
        return DraftDeadline("ongoing", every="half_year"), ()
    if _OPEN.search(words):
        return None
    if _YEARLY.search(words) or _YEARLY_MONTH.search(words):
        return _annual(words, text)
    if _RECURS.search(words):
        for pattern, every in _RHYTHMS:
            if pattern.search(words):
                return DraftDeadline("ongoing", every=every), ()
    if _WHOLE.sub("", words) != words and not _ONGOING.search(_WHOLE.sub("", words)):
        return None  # all of a year that is named is that year
    return (DraftDeadline("ongoing"), ()) if _ONGOING.search(words) else None


def _annual(words: str, text: str) -> Reading:
    forms = (_YEAR_DAY, _YEAR_DAY_EN, _YEAR_QUARTER, _YEAR_MONTH)
    days = next((found for form in forms if (found := [*form.finditer(words)])), [])
    if len(days) > 1:
        return DraftDeadline("annual", every="year"), (Doubt("deadline_yearly_days", _FIELD),)
    day = _yearly_day(days[0]) if days else None
    if day and _BEFORE.search(words[: days[0].start()]):
        day -= timedelta(days=1)
    doubts = _before_doubt(text) if day and _BEFORE_DAY.search(words) else ()
    return DraftDeadline("annual", every="year", day=day.strftime("%m-%d") if day else None), doubts


def _yearly_day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    if quarter := groups.get("quarter"):
        return quarter_end(_LEAP_YEAR, quarter_number(quarter))
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
    odd = tuple(Doubt(period.doubt, _FIELD, {"printed": text}) for period in periods if period.doubt)
    if _OPEN.search(words) or (alone and _opens(words, first)):
        return DraftDeadline("open_from", start=first.first), odd
    before = _BEFORE.search(words[: last.start]) and not _BEFORE_END.search(words)
    due = last.first - timedelta(days=1) if before else last.last
    doubts = (*odd, *(_before_doubt(text) if before else ()))
    if _MIDDLE.search(words) and last.kind == "year":
        last = Period("month", last.first, last.first.replace(month=6, day=30), last.start, last.end)
        due = last.last
    if _VAGUE.search(words):
        doubts = (*doubts, Doubt("deadline_vague", _FIELD, {"printed": text}))
    elif _loses_words(words, periods):
        doubts = (*doubts, Doubt("deadline_words_left", _FIELD, {"printed": text}))
    if alone:
        return DraftDeadline(last.kind, start=first.first if first.several else None, due=due), doubts
    if len(periods) == 2 and _JOINED.fullmatch(words, first.end, last.start) and first.first <= last.first:  # noqa: PLR2004  from, to
        kind: DeadlineKind = "year_range" if last.kind == "year" else last.kind
        return DraftDeadline(kind, start=first.first, due=due), doubts
    return DraftDeadline(last.kind, due=due), (*doubts, Doubt("deadline_several", _FIELD))


def _loses_words(words: str, periods: Sequence[Period]) -> bool:
    """Say whether words are left over that may narrow the time: figures, parts of a year, unknown ones."""
    rest, place = "", 0
    for period in periods:
        rest += words[place : period.start] + " "
        place = period.end
    rest += words[place:]
    if _DIGIT.search(rest):
        return True
    if len(periods) > 1 or periods[0].kind != "year":
        return False
    if _LOST.search(rest) or _PART_OF_YEAR.search(rest):
        return True
    return any(
        not _TIME_WORD.fullmatch(word) and not _HARMLESS.fullmatch(word) for word in _WORD.findall(rest)
    )


def _opens(words: str, period: Period) -> bool:
    if period.several:
        return False
    before = words[: period.start]
    if _UNTIL.search(before) or _DIGIT.search(before) or _ENDS.search(words):
        return False  # another time stands there, or the words say that it ends
    return bool(_OPEN_START.match(words))


def _before_doubt(text: str) -> tuple[Doubt, ...]:
    return (Doubt("deadline_before", _FIELD, {"printed": text}),)

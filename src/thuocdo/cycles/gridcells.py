"""The typed cells of the grid: what was written becomes a value, or a fault with what to choose instead."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thuocdo.core.dates import month_end, quarter_end
from thuocdo.core.messages import Reason
from thuocdo.core.text import clean, fold
from thuocdo.cycles.rows import MAX_CELL
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import Situation
from thuocdo.documents.citations import is_announcement, read_citations


class Column(StrEnum):
    """What a column of the grid holds, in the order in which they stand."""

    SITUATION = "situation"
    DOCUMENT = "document"
    ISSUED_ON = "issued_on"
    EXPECTED_ON = "expected_on"
    OBSTACLE = "obstacle"
    OBSTACLE_SINCE = "obstacle_since"
    PUBLIC_SENTENCE = "public_sentence"


DAYS = frozenset({Column.ISSUED_ON, Column.EXPECTED_ON, Column.OBSTACLE_SINCE})
_PAST = frozenset({Column.ISSUED_ON, Column.OBSTACLE_SINCE})
"""Days that a report tells of; what is still to come cannot be told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to mend a cell: the text that would stand there ("" leaves it as it was), and why."""

    value: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell, and the ways to mend it that can be named; `grave` ones stop the row."""

    column: str
    reason: Reason
    choices: tuple[Choice, ...] = ()
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was read: its value as the grid keeps it, "" when there is none or it is faulty."""

    value: str = ""
    fault: CellFault | None = None


# What people write where they have nothing to say, in the bare letters of core.text.fold.
_NOTHING = re.compile(
    r"[-–—_./\\?*…x]+|n ?[/.]? ?a\.?|(?:chua|khong) (?:co|ro|xac dinh|ap dung)|chua|khong|none|nil|null|tbd|"
    r"unknown|not (?:known|applicable)|"
    r"(?:see|xem) (?:above|below|annex|attach\w*|description|report|bao cao|phu luc|dinh kem|kem theo)|"
    r"#(?:n/a|ref!|value!|name\?|div/0!|num!|null!)"
)
_DITTO = re.compile(r"(?:nhu|giong) (?:tren|o tren|dong tren)|-? ?nt ?-?|\"|''|〃|”|ditto|same|as above")
_AS_BEFORE = re.compile(
    r"(?:nhu|giong) (?:ky|lan) truoc|as (?:before|last time)|same as (?:before|last time)"
)

_SITUATION_WORDS = {
    Situation.DONE: (
        "1 there_is_a_result done completed finished da_co_ket_qua co_ket_qua hoan_thanh da_hoan_thanh "
        "da_xong xong"
    ),
    Situation.WORKING: (
        "2 working in_progress under_way work_is_under_way dang_thuc_hien dang_lam dang_trien_khai "
        "dang_xu_ly chua_hoan_thanh"
    ),
    Situation.OBSTACLE: (
        "3 obstacle blocked there_is_an_obstacle vuong_mac co_vuong_mac dang_vuong_mac dang_vuong "
        "kho_khan gap_kho_khan"
    ),
    Situation.NOT_OURS: (
        "4 not_ours not_our_task not_our_duty khong_phai_viec_cua_co_quan khong_phai_viec_cua_chung_toi "
        "khong_phai_nhiem_vu_cua_co_quan khong_thuoc_co_quan khong_thuoc_trach_nhiem"
    ),
}
_SITUATIONS: Mapping[str, Situation] = {
    word: situation for situation, words in _SITUATION_WORDS.items() for word in words.split()
}
_NUMBERED = re.compile(r"([1-4])\s*[.)\-–:]\s*")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.0+)?)?")
_LOCAL = re.compile(r"(?:ngay )?(\d{1,2}) ?[/.\-] ?(\d{1,2}) ?[/.\-] ?(\d{4})(?: \d{1,2}:\d\d(?::\d\d)?)?")
_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_SHORT = re.compile(r"\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2}")
_MONTH = re.compile(r"(?:thang )?(\d{1,2}) ?[/.\-] ?(\d{4})|thang (\d{1,2}) nam (\d{4})")
_QUARTER = re.compile(r"(?:quy|q) ?(iv|i{1,3}|[1-4])[ /.,-]*(?:nam )?(\d{4})")
_YEAR = re.compile(r"(?:nam )?(20\d\d)")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = 12
# Day 0 of the sheets' calendar, which takes 1900 for a leap year; right from March 1900 on.
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""1 January 2000 and 31 December 2099; a number outside them is no day of a programme."""

LONGEST_SENTENCE = 280
"""Letters of a sentence that a person reads in one go; a longer one is doubted."""

LEAVE = Choice("", Reason("leave"))


def shown_day(day: date) -> str:
    """Return a day as the grid writes it."""
    return f"{day:%d/%m/%Y}"


def read_cell(column: Column, text: str, *, today: date, above: str = "") -> Cell:
    """Return what a cell holds; `above` is the value in the row above, which "as above" may mean.

    An empty cell has no value and no fault. No text raises.
    """
    words = clean(text)
    if not words:
        return Cell()
    if carries_secret_mark(text):
        return Cell(fault=CellFault(column, Reason("secret")))
    if len(words) > MAX_CELL:
        return Cell(fault=CellFault(column, Reason("too_long", {"most": str(MAX_CELL)}), (LEAVE,)))
    bare = fold(words)
    empty = _says_nothing(column, words, bare, above)
    if empty is not None:
        return empty
    if column is Column.SITUATION:
        return _situation(words, bare)
    return _day(column, words, bare, today) if column in DAYS else Cell(words)


def _says_nothing(column: Column, words: str, bare: str, above: str) -> Cell | None:
    """Refuse what people write into a cell for which they have no value."""
    if _DITTO.fullmatch(bare):
        choices = (Choice(above, Reason("as_above", {"value": above})), LEAVE) if above else (LEAVE,)
        return _wrong(column, "ditto", words, choices)
    if _AS_BEFORE.fullmatch(bare):
        return _wrong(column, "as_before", words)
    if _NOTHING.fullmatch(bare):
        return _wrong(column, "nothing", words, _instead_of_nothing(column))
    return None


def _wrong(column: Column, code: str, words: str, choices: tuple[Choice, ...] = (LEAVE,)) -> Cell:
    return Cell(fault=CellFault(column, Reason(code, {"text": _short(words)}), choices))


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:40]}…"  # noqa: PLR2004  one line on a page


def _instead_of_nothing(column: Column) -> tuple[Choice, ...]:
    """Return why a cell may be without a value; either way it stays as it was."""
    if column is Column.SITUATION:
        return (*_every_situation(), LEAVE)
    codes = {
        Column.DOCUMENT: ("no_document_yet", "cannot_be_shown"),
        Column.ISSUED_ON: ("read_from_line", "not_issued_yet"),
        Column.EXPECTED_ON: ("no_date_yet", "waits_for_others", "done_already"),
        Column.OBSTACLE: ("no_obstacle",),
        Column.OBSTACLE_SINCE: ("no_obstacle",),
        Column.PUBLIC_SENTENCE: ("no_sentence_yet",),
    }
    return tuple(Choice("", Reason(code)) for code in codes[column])


def _one_word(bare: str) -> str:
    return bare.rstrip(".").replace(" ", "_")


def _every_situation() -> tuple[Choice, ...]:
    return tuple(Choice(each.value, Reason(f"situation_{each.value}")) for each in Situation)


def _situation(words: str, bare: str) -> Cell:
    unnumbered = _NUMBERED.sub("", bare, count=1)
    found = next(filter(None, (_SITUATIONS.get(_one_word(each)) for each in (bare, unnumbered))), None)
    if found is None:
        return _wrong(Column.SITUATION, "no_situation", words, (*_every_situation(), LEAVE))
    return Cell(found.value)


def _day(column: Column, words: str, bare: str, today: date) -> Cell:
    local = _LOCAL.fullmatch(bare) or _WORDS.fullmatch(bare)
    iso = _ISO.fullmatch(bare)
    if local or iso:
        parts = iso.groups() if iso else local.groups()[::-1] if local else ()
        try:
            found = date(*(int(part) for part in parts))
        except ValueError:
            return _wrong(column, "no_calendar_day", words)
    elif _SERIAL.fullmatch(bare) and _FIRST_SERIAL <= (serial := int(bare[:5])) <= _LAST_SERIAL:
        found = _DAY_ZERO + timedelta(days=serial)
    else:
        return _period(column, words, bare)
    if column in _PAST and found > today:
        return _wrong(column, "still_to_come", words)
    return Cell(shown_day(found))


def _period(column: Column, words: str, bare: str) -> Cell:
    """Refuse what is no day; the last day of a period that was named is offered, never taken."""
    last = _last_day(bare)
    if last is not None and column not in _PAST:
        choices = (Choice(shown_day(last), Reason("last_day", {"day": shown_day(last)})), LEAVE)
        return _wrong(column, "period", words, choices)
    return _wrong(column, "short_year" if _SHORT.fullmatch(bare) else "no_day", words)


def _last_day(bare: str) -> date | None:
    if month := _MONTH.fullmatch(bare):
        number, year = int(month[1] or month[3]), int(month[2] or month[4])
        return month_end(year, number) if 1 <= number <= _MONTHS and year else None
    if quarter := _QUARTER.fullmatch(bare):
        return (
            quarter_end(int(quarter[2]), _ROMAN.get(quarter[1]) or int(quarter[1]))
            if int(quarter[2])
            else None
        )
    year_only = _YEAR.fullmatch(bare)
    return date(int(year_only[1]), 12, 31) if year_only else None


def issued_in(document: str, *, today: date) -> str:
    """Return the day of issue that a pasted line names, "" when it names none that has come."""
    for citation in read_citations(document):
        if not citation.referenced and citation.issued_on:
            return shown_day(citation.issued_on) if citation.issued_on <= today else ""
    return ""


def completed(values: Mapping[str, str], now: Mapping[str, str], *, today: date) -> dict[str, str]:
    """Return new values of a row, with the day of issue read from a line that is new.

    A day that is given too stays; the day of the former line does not stay with the new one.
    """
    document = values.get(Column.DOCUMENT, "")
    if (
        Column.ISSUED_ON in values
        or Column.DOCUMENT not in values
        or document == now.get(Column.DOCUMENT, "")
    ):
        return dict(values)
    return {**values, Column.ISSUED_ON.value: issued_in(document, today=today)}


def doubts(cells: Mapping[str, str], *, today: date) -> tuple[CellFault, ...]:
    """Return what does not fit together in the filled cells of a row.

    Grave ones keep the row from being sent, never from being saved.
    """
    return tuple(_doubts({name: cell for name, cell in cells.items() if cell}, today))


def _doubts(cells: Mapping[str, str], today: date) -> Iterable[CellFault]:
    situation, document = cells.get(Column.SITUATION, ""), cells.get(Column.DOCUMENT, "")
    if not situation and cells:
        yield CellFault(Column.SITUATION, Reason("situation_missing"))
    if situation == Situation.OBSTACLE and Column.OBSTACLE not in cells:
        yield CellFault(Column.OBSTACLE, Reason("obstacle_missing"))
    if Column.OBSTACLE in cells and Column.OBSTACLE_SINCE not in cells:
        yield CellFault(Column.OBSTACLE_SINCE, Reason("since_missing"))
    if Column.OBSTACLE_SINCE in cells and Column.OBSTACLE not in cells:
        yield CellFault(Column.OBSTACLE, Reason("obstacle_missing"))
    if Column.ISSUED_ON in cells and not document:
        yield CellFault(Column.DOCUMENT, Reason("document_missing"))
    if situation == Situation.DONE and not document:
        yield CellFault(Column.DOCUMENT, Reason("done_without_document"), grave=False)
    if document:
        yield from _document_doubts(document, cells.get(Column.ISSUED_ON, ""), today)
    if len(cells.get(Column.PUBLIC_SENTENCE, "")) > LONGEST_SENTENCE:
        most = {"most": str(LONGEST_SENTENCE)}
        yield CellFault(Column.PUBLIC_SENTENCE, Reason("long_sentence", most), grave=False)
    expected = read_cell(Column.EXPECTED_ON, cells.get(Column.EXPECTED_ON, ""), today=today).value
    if expected and situation != Situation.DONE and _as_day(expected) < today:
        yield CellFault(Column.EXPECTED_ON, Reason("expected_passed"), grave=False)


def _document_doubts(document: str, issued_on: str, today: date) -> Iterable[CellFault]:
    if is_announcement(document):
        yield CellFault(Column.DOCUMENT, Reason("announces"), grave=False)
        return
    own = [citation for citation in read_citations(document) if not citation.referenced]
    if not own:
        yield CellFault(Column.DOCUMENT, Reason("no_number"), grave=False)
    elif len(own) > 1:
        yield CellFault(Column.DOCUMENT, Reason("several_documents", {"number": own[0].number}), grave=False)
    named = issued_in(document, today=today)
    if issued_on and named and issued_on != named:
        yield CellFault(Column.ISSUED_ON, Reason("another_day", {"day": named}), grave=False)


def _as_day(shown: str) -> date:
    day, month, year = (int(part) for part in shown.split("/"))
    return date(year, month, day)

"""What a cell, its reading and its place are called for people, in their language. Pure."""

from collections.abc import Mapping
from datetime import date

from thuocdo.core.messages import translate
from thuocdo.documents.types import DraftDeadline, DraftTarget
from thuocdo.programme.review.numbers import FOLLOWS, OLD
from thuocdo.programme.review.types import PLACE, WHOLE, Cell, Passage, Row

N_ = str
"""Marks a message for translation."""

FIELDS: Mapping[str, str] = {
    WHOLE: N_("Row as a whole"),
    "code": N_("No."),
    "title": N_("Title"),
    "theme": N_("Theme"),
    "leads": N_("Lead"),
    "coordinators": N_("Coordinating"),
    "output": N_("Output"),
    "deadline": N_("Time"),
    "serves": N_("Task of a higher act"),
    "status_text": N_("Progress"),
    "result_text": N_("Result"),
    "unit": N_("Unit"),
    "target": N_("Target"),
    "agencies": N_("Monitored by"),
    "horizon": N_("Year"),
    "number": N_("Document number"),
    "issuer": N_("Issuer"),
    "issued_on": N_("Issued on"),
    "text": N_("Words"),
    FOLLOWS: N_("Number in the act"),
}
KINDS: Mapping[str, str] = {
    "document": N_("Document"),
    "theme": N_("Theme"),
    "clause": N_("Clause"),
    "indicator": N_("Indicator"),
    "task": N_("Task"),
    OLD: N_("Row of the programme"),
}
_TIMES: Mapping[str, str] = {
    "ongoing": N_("all the time"),
    "annual": N_("every year"),
    "open_from": N_("from {start} on, without end"),
    "relative": N_("after an event"),
    "none": N_("no time"),
}
_EVERY: Mapping[str, str] = {
    "month": N_("every month"),
    "quarter": N_("every quarter"),
    "half_year": N_("every half-year"),
    "year": N_("every year"),
}
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}


def field_word(field: str, language: str) -> str:
    """Return what a field is called."""
    return translate(FIELDS.get(field, field), language)


def kind_word(kind: str, language: str) -> str:
    """Return what a kind of row is called."""
    return translate(KINDS.get(kind, kind), language)


def row_word(row: Row, language: str) -> str:
    """Return what a row is called: "Indicator 3.1 (2030)"."""
    if row.kind == PLACE:
        name, _space, number = row.code.partition(" ")
        return f"{translate(name, language).capitalize()} {number}".strip()
    kind = kind_word(row.kind, language)
    year = f" ({row.horizon})" if row.horizon else ""
    return f"{kind} {row.code}{year}".strip()


def reading_words(cell: Cell, language: str) -> str:
    """Return our reading of a cell, "" where it is nothing but the words themselves."""
    if cell.deadline is not None:
        return _time(cell.deadline, language) if cell.printed else ""
    if cell.targets:
        return "; ".join(_target(target, language) for target in cell.targets)
    return "; ".join(cell.names) if cell.names and "; ".join(cell.names) != cell.printed else ""


def place_words(passage: Passage, language: str) -> str:
    """Return where a passage stands, "" when nothing tells."""
    parts = []
    if passage.page:
        parts.append(translate("page {number}", language).format(number=passage.page))
    if passage.table:
        words = translate("table {table}, row {row}", language)
        parts.append(words.format(table=passage.table, row=passage.row))
    elif passage.line and not passage.page:
        parts.append(translate("paragraph {number}", language).format(number=passage.line))
    return ", ".join(parts)


def _time(deadline: DraftDeadline, language: str) -> str:
    if deadline.due:
        until = translate("by {due}", language).format(due=_day(deadline.due, language))
        start = deadline.start
        return f"{_day(start, language)} – {_day(deadline.due, language)}" if start else until
    words = translate(_EVERY.get(deadline.every or "", _TIMES.get(deadline.kind, "")), language)
    words = words.format(start=_day(deadline.start, language) if deadline.start else "")
    if deadline.day:
        month, day = deadline.day.split("-")
        words += f", {day}/{month}" if language == "vi" else f", {deadline.day}"
    return words


def _target(target: DraftTarget, language: str) -> str:
    if target.comparator == "qualitative":
        return translate("in words", language)
    figures = [_number(each, language) for each in (target.value, target.upper) if each]
    return " ".join(
        part for part in (_SIGNS.get(target.comparator, ""), " – ".join(figures), target.scope) if part
    )


def _number(value: str, language: str) -> str:
    return value.replace(".", ",") if language == "vi" else value


def _day(day: date, language: str) -> str:
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else day.isoformat()

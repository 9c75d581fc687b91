"""The words of the desks: kinds, fields, refusals, checks and warnings, in the language of the request."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from thuocdo.accounts import queries as people
from thuocdo.core.dates import local_day
from thuocdo.core.messages import Reason
from thuocdo.cycles.checks import SENTENCES, Outcome
from thuocdo.cycles.desk import Case, Moved
from thuocdo.cycles.types import (
    Evidence,
    EvidenceKind,
    Milestone,
    RecordKind,
    Report,
    Situation,
    State,
    Waiting,
)
from thuocdo.evaluation.reasons import shown_day
from thuocdo.measurement.types import Observation
from thuocdo.programme.reading_page import needs_in_words
from thuocdo.programme.types import Component
from thuocdo.web.examining import Part
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _

KINDS: Mapping[str, str] = {
    RecordKind.EVIDENCE: N_("Evidence"),
    RecordKind.REPORT: N_("Report"),
    RecordKind.MILESTONE: N_("Milestone"),
    RecordKind.OBSERVATION: N_("Value of an indicator"),
}

OUTCOMES: Mapping[str, str] = {
    Outcome.PASS: N_("passes"),
    Outcome.FAIL: N_("does not pass"),
    Outcome.UNKNOWN: N_("cannot tell"),
}

BARS: Mapping[str, str] = {
    "role": N_("Your roles do not let you verify."),
    "own_work": N_("You wrote or sent this yourself; a second person has to decide."),
    "own_body": N_(
        "Your body leads the task, or preceded or followed one that does; somebody of another has to decide."
    ),
    "decided": N_("It has been decided already."),
}

SITUATIONS: Mapping[str, str] = {
    Situation.DONE: N_("Done"),
    Situation.WORKING: N_("Being worked on"),
    Situation.OBSTACLE: N_("Held up by an obstacle"),
    Situation.NOT_OURS: N_("Not this body’s task"),
}

EVIDENCE_KINDS: Mapping[str, str] = {
    EvidenceKind.DOCUMENT: N_("Document"),
    EvidenceKind.RUNNING: N_("Proof that it runs"),
    EvidenceKind.ATTESTATION: N_("Attestation, not open"),
}

STATES: Mapping[str, str] = {
    State.SAVED: N_("handed back to the reporter"),
    State.SUBMITTED: N_("submitted to the head"),
    State.SENT: N_("sent, awaiting verification"),
    State.RETURNED: N_("returned with reasons"),
    State.VERIFIED: N_("verified by a second person"),
    State.CORRECTED: N_("replaced by a correction"),
}

FIELDS: Mapping[str, str] = {
    "text": N_("Line of the evidence"),
    "number": N_("Number of the document"),
    "issued_on": N_("Day of issue"),
    "issuer": N_("Issuer"),
    "url": N_("Address"),
    "component": N_("Part that it proves"),
    "files": N_("Files"),
    "situation": N_("Situation"),
    "expected_on": N_("Expected on"),
    "obstacle": N_("Obstacle"),
    "obstacle_since": N_("Obstacle since"),
    "public_sentence": N_("Sentence for the public"),
    "allocated": N_("Money allocated"),
    "disbursed": N_("Money disbursed"),
    "name": N_("Name of the step"),
    "due_on": N_("Due day of the step"),
    "value": N_("Value"),
    "unit": N_("Unit"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "period_end": N_("End of the period"),
    "source": N_("Source"),
    "method": N_("Method"),
    "has_draft": N_("A draft exists"),
    "has_plan": N_("A plan exists"),
}

FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    RecordKind.EVIDENCE: ("text", "number", "issued_on", "issuer", "url", "component", "files"),
    RecordKind.REPORT: ("situation", "expected_on", "obstacle", "public_sentence"),
    RecordKind.MILESTONE: ("name", "due_on"),
    RecordKind.OBSERVATION: (),
}
"""The fields on which a verifier can put a fault; a value comes back with one sentence."""

FIVE: Mapping[str, str] = {
    "targets": N_("Targets of the programme"),
    "head": N_("Responsible head"),
    "criteria": N_("Criteria"),
    "measuring": N_("Measuring"),
    "publishing": N_("Publishing"),
}

_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "evidence": ("number", "issued_on", "issuer", "url", "component"),
    "report": (
        "situation", "expected_on", "obstacle", "obstacle_since", "has_draft", "has_plan",
        "public_sentence", "allocated", "disbursed",
    ),
    "milestone": ("name", "due_on"),
    "observation": ("value", "unit", "numerator", "denominator", "period_end", "source", "method"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody else did with a record, in words."""

    id: str
    task: str
    state: str
    person: str
    on: str


def why(reason: Reason) -> str:
    """Return the sentence of a check or a warning."""
    params = {key: _param(key, value) for key, value in reason.params.items()}
    return _(SENTENCES[reason.code], **params) if params else _(SENTENCES[reason.code])


def needs(component: Component) -> str:
    """Return what would prove a part."""
    return needs_in_words(component, language())


def part_name(part: Part) -> str:
    """Return the name of a required part."""
    if part.component is None:
        return _(FIVE[part.code])
    return part.component.name_vi if language() == "vi" else part.component.name_en


def cells(value: Evidence | Report | Milestone | Observation) -> list[tuple[str, str, str]]:
    """Return what a record says, cell by cell: the field, its name and the text; empty cells are left out."""
    kind = type(value).__name__.casefold()
    found = ((name, getattr(value, name)) for name in _SHOWN[kind])
    return [(name, label(name), shown) for name, each in found if (shown := cell(name, each))]


def label(name: str) -> str:
    """Return the name of a field."""
    return _(FIELDS.get(name, name))


def names() -> Mapping[str, str]:
    """Return the names of all people by their log-in names."""
    return {each.id: each.name for each in people.people()}


def cell(name: str, value: object) -> str:
    """Return one cell as people read it, "" when it is empty."""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, date):
        return shown_day(value, language())
    if isinstance(value, Decimal):
        return number(value)
    if name == "unit" and value == "percent":
        return "%"
    if name == "situation":
        return _(SITUATIONS[Situation(str(value))])
    return "" if value is None else str(value)


def line(waiting: Waiting) -> str:
    """Return what a waiting record says of itself in one line; a report is named by its kind."""
    if waiting.kind is RecordKind.REPORT:
        return _("Report on the period")
    if waiting.kind is not RecordKind.OBSERVATION:
        return waiting.text
    told = waiting.text.replace(" percent ", " % ", 1)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", told, count=1) if language() == "vi" else told


def number(value: Decimal) -> str:
    """Return a number with the decimal sign of the language."""
    plain = f"{value.normalize():f}" if value else "0"
    return plain.replace(".", ",") if language() == "vi" else plain


def is_address(text: str) -> bool:
    """Say whether a text is an address that a link may lead to: only the web, never a script."""
    return bool(_ADDRESS.fullmatch(text))


def person(login: str) -> str:
    """Return the name of a person, else the log-in name: who left has no account any more."""
    return names().get(login, login)


def move_of(case: Case) -> Move:
    """Return what was done with a record that a verifier wanted to decide."""
    on = shown_day(case.moved_on, language()) if case.moved_on else ""
    return Move(case.id, case.about, _(STATES[case.state]), person(case.person), on)


def moves_of(moved: tuple[Moved, ...]) -> list[Move]:
    """Return what was done with records that a head wanted to decide."""
    known = names()
    return [
        Move(each.id, each.task, _(STATES[each.state]), known.get(each.person, each.person), moment(each.at))
        for each in moved
    ]


def moment(at: datetime) -> str:
    """Return the local day of a moment in words."""
    return shown_day(local_day(at, settings.THUOCDO_ZONE), language())


def _param(key: str, value: str) -> str:
    if key == "field":
        return label(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return shown_day(date.fromisoformat(value), language())
    return value

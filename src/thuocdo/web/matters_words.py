"""The words of matters: kinds, states, moves, answers and faults, in the language of the request."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from thuocdo.config.current import Known
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Invalid
from thuocdo.cycles.matters.types import Kind, Remedy, State, Wish
from thuocdo.evaluation.reasons import shown_day
from thuocdo.programme.types import Agency, AgencyKind
from thuocdo.web.language import N_, language, said, said_fault
from thuocdo.web.language import words as _

KINDS: Mapping[str, str] = {
    Kind.DISPUTE: N_("Dispute"),
    Kind.EXTENSION: N_("Request for a later deadline"),
    Kind.DIFFICULTY: N_("Difficulty"),
    Kind.PROPOSAL: N_("Proposal"),
    Kind.NOTE: N_("Note before publication"),
    Kind.DESIGNATION: N_("Naming of members"),
}

STATES: Mapping[str, str] = {
    State.SUBMITTED: N_("waits for the head"),
    State.OPEN: N_("waits for an answer"),
    State.PASSED: N_("passed up, waits for an answer"),
    State.UPHELD: N_("upheld"),
    State.NOT_UPHELD: N_("not upheld"),
    State.GRANTED: N_("granted by an act"),
    State.REFUSED: N_("refused with reasons"),
    State.SOLVED: N_("solved"),
    State.STANDING: N_("stands"),
    State.CONFIRMED: N_("confirmed by a second person"),
    State.REPLACED: N_("replaced by a newer one"),
    State.WITHDRAWN: N_("withdrawn"),
}

EVENTS: Mapping[str, str] = {
    "opened": N_("wrote"),
    "sent": N_("sent it as the head"),
    "withdrawn": N_("withdrew it"),
    "upheld": N_("upheld the dispute"),
    "not_upheld": N_("did not uphold the dispute"),
    "granted": N_("named the act that grants it"),
    "refused": N_("refused it"),
    "solved": N_("solved it"),
    "passed": N_("passed it up"),
    "replaced": N_("replaced it by a newer one"),
    "confirmed": N_("confirmed it"),
}

BUTTONS: Mapping[str, str] = {
    State.OPEN: N_("Send as the head"),
    State.STANDING: N_("Send as the head"),
    State.WITHDRAWN: N_("Withdraw"),
    State.UPHELD: N_("Uphold the dispute"),
    State.NOT_UPHELD: N_("Do not uphold"),
    State.GRANTED: N_("Name the act that grants it"),
    State.REFUSED: N_("Refuse with reasons"),
    State.SOLVED: N_("Say that it is solved"),
    State.PASSED: N_("Pass it up"),
    State.CONFIRMED: N_("Confirm as the second person"),
}

REMEDIES: Mapping[Remedy, str] = {
    Remedy.VERIFICATION: N_("The verification is opened again and decided anew."),
    Remedy.EVIDENCE: N_("The evidence is accepted in the verification queue."),
    Remedy.READING: N_("The reading of the document is amended under Documents."),
}

WISHES: tuple[str, ...] = tuple(wish.value for wish in Wish)

FIELDS: Mapping[str, str] = {
    "text": N_("Reasons"),
    "wished": N_("Status that you hold to be right"),
    "evidence": N_("Records that this is about"),
    "wished_on": N_("Wished day"),
    "asked": N_("Whom you ask"),
    "document": N_("Act"),
    "remedy": N_("Which act corrects it"),
    "body": N_("Whom it is passed to"),
    "group": N_("Collective name"),
    "members": N_("Members"),
    "on": N_("Day of the document"),
    "name": N_("Step"),
    "due_on": N_("Due day"),
    "reason": N_("Why it changes"),
    "note": N_("Reasons"),
    "task": N_("Task"),
}


def kind_word(kind: str) -> str:
    """Return the name of a kind of matter."""
    return _(KINDS[Kind(kind)])


def state_word(state: str) -> str:
    """Return where a matter stands, in words."""
    return _(STATES[State(state)])


def event_word(event: str) -> str:
    """Return what somebody did."""
    return _(EVENTS[event])


def button_word(state: str) -> str:
    """Return what stands on the button of a move."""
    return _(BUTTONS[State(state)])


def remedy_word(remedy: str) -> str:
    """Return which act corrects what a dispute was right about."""
    return _(REMEDIES[Remedy(remedy)])


def remedies() -> Mapping[str, str]:
    """Return all acts that correct, in words."""
    return {remedy.value: _(word) for remedy, word in REMEDIES.items()}


def moment(at: datetime) -> str:
    """Return the local day and time of a moment."""
    local = at.astimezone(ZoneInfo(settings.THUOCDO_ZONE))
    return f"{shown_day(local_day(at, settings.THUOCDO_ZONE), language())} {local:%H:%M}"


def faulty(refused: Invalid | None, labels: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return what is wrong by field; several faults of one field in one text, those of none under "".

    `labels` are the names of the fields as the page shows them.
    """
    labels = FIELDS if labels is None else labels
    found: dict[str, list[str]] = {}
    for fault in refused.faults if refused else ():
        named = {key: _(labels[value]) if value in labels else value for key, value in fault.params.items()}
        plain = said_fault(replace(fault, params=named))
        name = _(labels[fault.field]) if fault.field and fault.field in labels else fault.field
        found.setdefault(fault.field or "", []).append(f"{name}: {plain}" if name else plain)
    if refused and not found:
        found[""] = [said(refused)]
    return {field: ". ".join(texts) + "." for field, texts in found.items()}


def body_names(known: Known) -> Mapping[str, str]:
    """Return the names of all bodies by code, in the language of the request."""
    vietnamese = language() == "vi"
    return {body.code: body.name_vi if vietnamese else body.name_en for body in known.facts.register.agencies}


def bodies_to_ask(known: Known, *, without: frozenset[str]) -> tuple[tuple[str, tuple[Agency, ...]], ...]:
    """Return the bodies that exist today, central ones and provinces apart, for a list to choose from."""
    today = [
        body
        for body in known.facts.register.agencies
        if body.exists_on(known.facts.as_of) and body.code not in without
    ]
    provinces = tuple(body for body in today if body.kind is AgencyKind.PROVINCE)
    central = tuple(body for body in today if body.kind is not AgencyKind.PROVINCE)
    return ((_("Ministries and central bodies"), central), (_("Provinces and cities"), provinces))

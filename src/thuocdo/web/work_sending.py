"""Saving and sending one task from the panel; a form that comes twice is answered like the first time."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.audit.queries import events_on
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Conflict, Fault
from thuocdo.cycles.books import today_of
from thuocdo.cycles.cells import filled, where_of
from thuocdo.cycles.drafting import drafts_of, faults_of, save_draft, submit
from thuocdo.cycles.types import SavedDraft
from thuocdo.web.work_files import keep_files
from thuocdo.web.work_form import LONGEST_SENTENCE, Typed, given

EVENT = "panel_received"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was received: when by the server's clock, as which records, under which code."""

    key: str
    task: str
    cycle: str
    at: datetime
    code: str
    ids: tuple[str, ...]
    state: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a form: the receipt, or the faults with the draft that was kept."""

    receipt: Receipt | None = None
    draft: SavedDraft | None = None
    faults: tuple[Fault, ...] = ()


class Changed(Conflict):
    """Somebody else saved another version of the draft; `theirs` is None where it was sent or thrown away."""

    def __init__(self, theirs: SavedDraft | None) -> None:
        super().__init__("Somebody else changed the draft meanwhile.", hint="Choose which version stays.")
        self.theirs = theirs


def received(key: str, *, by: Actor) -> Receipt | None:
    """Return what this person got for a form with this key, None when none was received."""
    for event in events_on(_name(key, by)) if key else ():
        body = event.body
        return Receipt(
            key,
            body["task"],
            body["cycle"],
            event.at,
            body["receipt"],
            tuple(body["records"]),
            body["state"],
            body["form"],
        )
    return None


def answered(typed: Typed, *, by: Actor) -> Receipt | None:
    """Return what this person got for just this form: the same key and the same words.

    Somebody who goes back, changes something and sends again has the old key with other words: that
    is another form, and no old receipt may hide it.
    """
    before = received(typed.key, by=by)
    return before if before is not None and before.form == _digest(typed) else None


def save(slug: str, task: str, cycle: str, typed: Typed, *, by: Actor, now: datetime) -> SavedDraft:
    """Keep what was typed as the body's draft; raises Changed where somebody else was faster."""
    cells, proofs = given(typed)
    try:
        return save_draft(
            slug=slug,
            task=task,
            cycle=cycle,
            cells=cells,
            evidence=proofs,
            version=typed.version,
            by=by,
            now=now,
        )
    except Conflict:
        theirs = drafts_of(slug, agency=by.agency, cycle=cycle).get(task)
        if theirs is not None and _same(theirs, typed):
            return theirs  # our own form, whose answer was lost on the way
        raise Changed(theirs) from None


def send(slug: str, task: str, cycle: str, typed: Typed, *, by: Actor, now: datetime) -> Sent:
    """Hand the form in with the files that came with it; what is faulty stays a draft.

    The same key gives the same receipt and makes no second report.
    """
    before = received(typed.key, by=by)
    if before is not None and before.form == _digest(typed):
        return Sent(before)
    if before is not None:
        typed = replace(typed, key=uuid4().hex)
    wrong = _own_faults(task, typed)
    try:
        if wrong:
            return _keep_faulty(slug, task, cycle, typed, wrong, by=by, now=now)
        return _send(slug, task, cycle, typed, by=by, now=now)
    except Conflict:
        before = answered(typed, by=by)  # the same form may have come in at the same moment
        if before is None:
            raise Changed(drafts_of(slug, agency=by.agency, cycle=cycle).get(task)) from None
        return Sent(before)


@transaction.atomic
def _keep_faulty(
    slug: str, task: str, cycle: str, typed: Typed, wrong: tuple[Fault, ...], *, by: Actor, now: datetime
) -> Sent:
    """Save what may not be sent, and ask for the other faults too, so that all are named at once."""
    keep_files(typed, by=by, now=now)
    draft = save(slug, task, cycle, typed, by=by, now=now)
    found = faults_of(slug=slug, cycle=cycle, tasks=[task], by=by, day=today_of(now))
    return Sent(draft=draft, faults=(*found.get(task, ()), *wrong))


@transaction.atomic
@audit.together()
def _send(slug: str, task: str, cycle: str, typed: Typed, *, by: Actor, now: datetime) -> Sent:
    cells, proofs = given(typed)
    keep_files(typed, by=by, now=now)
    handed, draft = submit(
        slug=slug,
        task=task,
        cycle=cycle,
        cells=cells,
        evidence=proofs,
        version=typed.version,
        by=by,
        now=now,
    )
    if draft is not None:
        return Sent(draft=draft, faults=handed.faulty.get(task, ()))
    body = {
        "task": task,
        "cycle": cycle,
        "receipt": handed.receipt,
        "records": list(handed.ids),
        "state": handed.state.value,
        "form": _digest(typed),
    }
    if typed.key:
        audit.record(kind=EVENT, on=_name(typed.key, by), by=by, at=now, body=body)
    return Sent(Receipt(typed.key, task, cycle, now, handed.receipt, handed.ids, handed.state.value))


def settle(typed: Typed, theirs: SavedDraft) -> Typed:
    """Return the form with the other version's words where the person chose them."""
    cells = {
        name: theirs.cells.get(name, "") if typed.chosen.get(name) == "theirs" else cell
        for name, cell in typed.cells.items()
    }
    proofs = theirs.evidence if typed.chosen.get("evidence") == "theirs" else typed.proofs
    return replace(typed, cells=cells, proofs=tuple(proofs))


def _own_faults(task: str, typed: Typed) -> tuple[Fault, ...]:
    length = len(typed.cells.get("public_sentence", ""))
    if length <= LONGEST_SENTENCE:
        return ()
    template = "is {length} characters long; {most} are the most"
    params = {"length": str(length), "most": str(LONGEST_SENTENCE)}
    return (Fault(where_of(task), template.format(**params), "public_sentence", template, params),)


def _same(theirs: SavedDraft, typed: Typed) -> bool:
    cells, proofs = given(typed)
    return dict(theirs.cells) == filled(cells) and [dict(one) for one in theirs.evidence] == [
        filled(one) for one in proofs
    ]


def _digest(typed: Typed) -> str:
    cells, proofs = given(typed)
    return sha256_hex(canonical_json([filled(cells), [filled(one) for one in proofs]]))


def _name(key: str, by: Actor) -> str:
    return f"panel {by.id} {key}"

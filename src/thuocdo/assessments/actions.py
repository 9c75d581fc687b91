"""What the unit does: opening its form, saving it as it goes, handing it in, disputing, accepting."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.assessments import models, queries
from thuocdo.assessments.errors import NEEDED, NOTHING_DONE, field_fault, moved, no_set
from thuocdo.assessments.keeping import for_all, keep, move, opened, say, today_of
from thuocdo.assessments.reading import TypedOwn, read_own, read_text, submit_faults
from thuocdo.assessments.rules import check_fill, check_move
from thuocdo.assessments.types import Own, Ruling, SetState, SetVersion, State
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Fault, Invalid, NotAllowed
from thuocdo.core.text import clean, slug
from thuocdo.cycles import attaching
from thuocdo.evaluation.scoring.kinds import UnitType

NO_PERIOD = N_("is no period that this set judges and that has begun")
NO_KIND = N_("choose what kind of unit it is")
NO_NAME = N_("name the unit that is assessed")
NO_PHASE = N_("choose a phase: {known}")
NOT_JUDGED = N_("This set does not judge your body.")
NO_CRITERION = N_("Say which criterion you dispute, and why.")

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept of a form: its number from now on, and what of it could not be kept."""

    number: int
    faults: tuple[Fault, ...]


@transaction.atomic
def open_assessment(
    *,
    version: str,
    period: str,
    by: Actor,
    now: datetime,
    kind: str = "",
    name: str = "",
    phase: str = "",
    illustrative: bool = False,
) -> str:
    """Open the form of a unit for a period and return its public id; a form that is open stays the same.

    A body of the register is a unit itself; of other kinds (a project, a plan, an enterprise) the body
    that answers for it names it.
    """
    check(by, Permission.REPORT)
    found = queries.version(version, by=by)
    if found.state is not SetState.FROZEN:
        raise no_set()
    row = _unit(found, by=by, now=now, kind=kind, name=clean(name), phase=phase)
    if period not in {each.code for each in queries.judged_periods(found, day=today_of(now))}:
        raise Invalid(NOTHING_DONE, faults=[field_fault("period", NO_PERIOD)])
    known = models.Assessment.objects.filter(version__public_id=version, unit=row.unit, period=period)
    there: models.Assessment | None = known.first()
    if there is not None:
        return str(there.public_id)
    row.version = models.SetVersion.objects.get(public_id=version)
    row.period, row.illustrative = period, illustrative or found.illustrative
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # a colleague opened it at this moment
        return str(known.get().public_id)
    say(row.to_value(), "opened", State.SAVED, "", by=by, now=now)
    body = {"set": found.name, "version": found.criteria_set.version, "unit": row.unit, "period": period}
    audit.record(kind="assessment_opened", on=row.public_id, by=by, at=now, body=body)
    return row.public_id


@transaction.atomic
def save_own(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    typed: TypedOwn,
    number: int | None,
    by: Actor,
    now: datetime,
    strict: bool = False,
) -> Saved:
    """Keep what can be kept of a unit's form and return what could not; strict keeps all of it or nothing.

    `number` is the one that was read with the form: where somebody else saved meanwhile it is refused.
    """
    found, case = opened(id, by=by, now=now)
    check_fill(case, by)
    if number is not None and number != found.number:
        raise moved()
    known = queries.set_of(found.version)
    named = [each for several in typed.files.values() for each in several]
    files = frozenset(attaching.files_named(named, by=by)) if named else frozenset()
    own, faults = read_own(known.criteria_set, typed, own_files=files)
    if strict and faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    keep(found, {"own": own, "saved_by": by.id})
    body = {"values": len(own.values), "evidence": len(own.proofs), "not_applicable": len(own.skipped)}
    audit.record(kind="assessment_saved", on=id, by=by, at=now, body=body)
    return Saved(found.number + 1, tuple(faults))


@transaction.atomic
def hand_in(*, id: str, to: State, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Hand a form up to the head, take it back, or hand it in as the head; evidence must be complete then."""
    found, case = opened(id, by=by, now=now)
    check_move(case, to=to, by=by, day=today_of(now))
    if to is State.SAVED:
        move(found, case, to=to, by=by, now=now)
        return
    faults = submit_faults(queries.set_of(found.version).criteria_set, found.own)
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    fields = {}
    if to is State.SUBMITTED:
        attaching.bind(_files(found.own), to=found.id, by=by)
        fields = {"submitted_by": by.id, "submitted_on": today_of(now)}
    move(found, case, to=to, by=by, now=now, fields=fields)


@transaction.atomic
def dispute(*, id: str, reasons: dict[str, str], by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Dispute the verified score of some criteria, each with a reason, as the head of the body."""
    found, case = for_all(id, by=by, now=now)
    check_move(case, to=State.DISPUTED, by=by, day=today_of(now))
    known = {each.id for each in queries.set_of(found.version).criteria_set.criteria}
    kept, faults = {}, []
    for criterion, text in reasons.items():
        if criterion in known and text.strip():
            kept[criterion], wrong = read_text(text, f"d-{criterion}")
            faults += wrong
    if not kept:
        faults.append(field_fault("dispute", NO_CRITERION))
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    fields = {"ruling": Ruling(reasons=kept), "disputed_by": by.id}
    move(found, case, to=State.DISPUTED, by=by, now=now, fields=fields, body={"criteria": sorted(kept)})


@transaction.atomic
def withdraw(*, id: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Take a dispute back as the head of the body."""
    found, case = for_all(id, by=by, now=now)
    move(found, case, to=State.VERIFIED, by=by, now=now, fields={"ruling": Ruling(), "disputed_by": ""})


@transaction.atomic
def finish(*, id: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Make a result final: the head accepts it, or a verifier closes it when nobody disputed in time."""
    found, case = for_all(id, by=by, now=now)
    move(found, case, to=State.FINAL, by=by, now=now)


@transaction.atomic
def attach_note(*, id: str, text: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Attach the unit's note to a result until it is final; it is shown beside it, also to the public."""
    found, case = for_all(id, by=by, now=now)
    check(by, Permission.APPROVE)
    if by.agency not in case.own:
        raise NotAllowed(N_("Only the body that is assessed may do this."))
    said, faults = read_text(text, "note")
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    keep(found, {"own": replace(found.own, note=said)})
    say(found, "note", found.state, said, by=by, now=now)
    body = {"unit": found.unit, "period": found.period, "empty": not said}
    audit.record(kind="assessment_note", on=id, by=by, at=now, body=body)


def _unit(
    found: SetVersion, *, by: Actor, now: datetime, kind: str, name: str, phase: str
) -> models.Assessment:
    """Return a new row for the unit that a person opens a form for."""
    given, today = found.criteria_set, today_of(now)
    own_kind = queries.kind_of(by.agency, today)
    faults = []
    if given.phases and phase not in given.phases:
        faults.append(field_fault("phase", NO_PHASE, known=", ".join(given.phases)))
    row = models.Assessment(
        public_id=f"A-{secrets.token_hex(6)}",
        agency=by.agency,
        phase=phase if given.phases else "",
        state=State.SAVED.value,
        opened_by=by.id,
        opened_at=now,
    )
    if own_kind in given.units and own_kind is not None and not name:
        row.unit, row.kind = by.agency, own_kind.value
    else:
        faults += _named(row, given.units, kind, name)
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    return row


def _named(row: models.Assessment, units: Iterable[UnitType], kind: str, name: str) -> list[Fault]:
    """Fill in a unit that is no body of the register; returns what is wrong with its name."""
    others = [each for each in units if each in queries.NAMED]
    if not others or not row.agency:
        raise NotAllowed(NOT_JUDGED)
    chosen = kind or (others[0].value if len(others) == 1 else "")
    faults = [] if chosen in {each.value for each in others} else [field_fault("kind", NO_KIND)]
    shown, wrong = read_text(name, "name", most=_LONGEST_NAME)
    faults += wrong
    if not wrong and not slug(shown):
        faults.append(field_fault("name", NO_NAME if not shown else NEEDED))
    row.kind, row.name, row.unit = chosen, shown, f"{row.agency}/{slug(shown)}"[:120]
    return faults


def _files(own: Own) -> tuple[str, ...]:
    return tuple(name for proofs in own.proofs.values() for proof in proofs for name in proof.files)

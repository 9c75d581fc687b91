"""Writing versions of sets: one person proposes, a second one freezes before the first day it judges."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from thuocdo.accounts import queries as people
from thuocdo.accounts.rules import can, check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.assessments import models, queries
from thuocdo.assessments.errors import NOTHING_DONE, field_fault, no_set
from thuocdo.assessments.periods import stretches
from thuocdo.assessments.reading import read_text
from thuocdo.assessments.rules import check_propose, inputs_for
from thuocdo.assessments.types import MAX_SET_BYTES, SetState, SetVersion
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid
from thuocdo.evaluation.scoring.kinds import Standing
from thuocdo.evaluation.scoring.loading import load_set, set_bytes
from thuocdo.evaluation.scoring.types import CriteriaSet, Span

TOO_EARLY = N_("begins on {day}; a set judges periods that begin after today, so choose a later first day")
NO_PERIOD = N_("holds no whole period of this set ({length}); choose days that do")
NOT_AUTHOR = N_("must be the code of your own body: {body}")
SUPERSEDED = N_("says that the set is superseded; such a set judges nobody")
VERSION_TAKEN = N_("version {version} stands already; write version: {next}")
NO_DAY = N_("name the day")
TOO_LARGE = N_("is larger than {most} KB")
NO_PERSON = N_("there is nobody with the log-in name “{name}”")

_DECIDED = N_("This version has been decided already.")
_SEE = N_("Look at it again in the list of criteria sets.")
_TOO_LATE = N_("The first day that it judges has come, so it can no longer be frozen.")
_LATER = N_("Refuse it and have it proposed with a later first day.")


@transaction.atomic
def propose_set(
    *,
    data: bytes,
    judges_from: date | None,
    judges_until: date | None,
    reason: str,
    moved: int,
    by: Actor,
    now: datetime,
) -> str:
    """Propose a version of a set for periods to come and return its public id; it judges nobody yet.

    The days may stand in the file instead. `moved` is how many units would move, as the person was
    shown, and stands in the audit event.
    """
    check_propose(by)
    if len(data) > MAX_SET_BYTES:
        raise Invalid(NOTHING_DONE, faults=[field_fault("file", TOO_LARGE, most=MAX_SET_BYTES // 1024)])
    given = load_set(data, inputs=inputs_for(by))
    span = _span(given, judges_from, judges_until)
    said, faults = read_text(reason, "reason", needed=True)
    faults += _faults(given, span, by=by, today=_today(now))
    if faults or span is None:
        raise Invalid(NOTHING_DONE, faults=faults)
    row = models.SetVersion(
        public_id=f"B-{secrets.token_hex(5)}",
        name=given.set,
        number=given.version,
        text=data.decode("utf-8-sig"),
        spelling=set_bytes(given).decode(),
        digest=sha256_hex(set_bytes(given)),
        state=SetState.PROPOSED.value,
        judges_from=span.from_,
        judges_until=span.until,
        illustrative=given.standing is Standing.ILLUSTRATIVE,
        body=by.agency,
        reason=said,
        moved=moved,
        proposed_by=by.id,
        proposed_at=now,
    )
    with inserting(_taken(given)):
        row.save(force_insert=True)
    body = {"set": row.name, "version": row.number, "sha256": row.digest, "count": moved}
    audit.record(kind="set_proposed", on=row.public_id, by=by, at=now, body=body)
    return row.public_id


@transaction.atomic
def freeze_set(*, id: str, by: Actor, now: datetime) -> SetVersion:  # noqa: A002  public ids are called id everywhere
    """Freeze what another person proposed, before the first day that it judges; it never changes again.

    The day of freezing and the judged days are written into the set itself, so its digest is the one
    that a publication shows.
    """
    check(by, Permission.ADOPT)
    found = _waiting(id, by=by)
    check_two_people(Actor(id=found.proposed_by, name=found.proposed_by), by)
    today = _today(now)
    if today >= found.judges_from:
        raise Conflict(_TOO_LATE, hint=_LATER)
    given = _final(found, today)
    spelling = set_bytes(given)
    fields = {
        "state": SetState.FROZEN.value,
        "spelling": spelling.decode(),
        "digest": sha256_hex(spelling),
        "decided_by": by.id,
        "decided_at": now,
        "frozen_on": today,
    }
    _decide(id, fields)
    body = {
        "set": found.name,
        "version": given.version,
        "sha256": sha256_hex(spelling),
        "proposed_by": found.proposed_by,
        "judges_from": found.judges_from.isoformat(),
        "judges_until": found.judges_until.isoformat(),
    }
    audit.record(kind="set_frozen", on=id, by=by, at=now, body=body)
    return queries.version(id, by=by)


@transaction.atomic
def refuse_set(*, id: str, note: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Refuse a proposal with a sentence; who made it withdraws it so."""
    found = _waiting(id, by=by)
    if found.proposed_by != by.id:
        check(by, Permission.ADOPT)
    said, faults = read_text(note, "note", needed=True)
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    fields = {"state": SetState.REFUSED.value, "decided_by": by.id, "decided_at": now, "note": said}
    _decide(id, fields)
    audit.record(kind="set_refused", on=id, by=by, at=now, body={"set": found.name, "reason": said})


@transaction.atomic
def name_experts(*, id: str, names: Sequence[str], by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Say who scores the expert criteria of a frozen version; who has scored already stays named."""
    check(by, Permission.ADOPT)
    row = models.SetVersion.objects.filter(public_id=id, state=SetState.FROZEN.value).first()
    if row is None:
        raise no_set()
    wanted = dict.fromkeys(each.strip() for each in names if each.strip())
    known = {person.id for person in people.people()}
    faults = [field_fault("experts", NO_PERSON, name=each[:60]) for each in wanted if each not in known]
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    scored = models.ExpertScore.objects.filter(assessment__version=row).values_list("person", flat=True)
    kept = {*wanted, *scored}
    models.Expert.objects.filter(version=row).exclude(person__in=kept).delete()
    there = set(models.Expert.objects.filter(version=row).values_list("person", flat=True))
    models.Expert.objects.bulk_create(
        models.Expert(version=row, person=each, named_by=by.id, named_at=now)
        for each in wanted
        if each not in there
    )
    audit.record(kind="experts_named", on=id, by=by, at=now, body={"experts": sorted(kept)})


def _span(given: CriteriaSet, since: date | None, until: date | None) -> Span | None:
    if since is None and until is None:
        return given.judges
    return None if since is None or until is None else Span(from_=since, until=until)


def _faults(given: CriteriaSet, span: Span | None, *, by: Actor, today: date) -> list[Fault]:
    faults = []
    if span is None:
        faults.append(field_fault("judges_from", NO_DAY))
    elif not stretches(given.period, since=span.from_, until=span.until):
        faults.append(field_fault("judges_until", NO_PERIOD, length=given.period.value))
    elif span.from_ <= today:
        faults.append(field_fault("judges_from", TOO_EARLY, day=span.from_.isoformat()))
    if not can(by, Permission.ADOPT) and given.author != by.agency:
        faults.append(field_fault("author", NOT_AUTHOR, body=by.agency))
    if given.standing is Standing.SUPERSEDED:
        faults.append(field_fault("standing", SUPERSEDED))
    rows = models.SetVersion.objects.filter(name=given.set).exclude(state=SetState.REFUSED.value)
    highest = max(rows.values_list("number", flat=True), default=0)
    if given.version <= highest:
        params = {"version": given.version, "next": highest + 1}
        faults.append(field_fault("version", VERSION_TAKEN, **params))
    return faults


def _final(found: SetVersion, today: date) -> CriteriaSet:
    """Return the set as it is frozen: it says since when, and which days it judges."""
    given = found.criteria_set
    standing = given.standing if given.standing is Standing.IN_FORCE else Standing.FROZEN
    span = Span(from_=found.judges_from, until=found.judges_until)
    return replace(given, standing=standing, frozen_on=today, judges=span)


def _waiting(public_id: str, *, by: Actor) -> SetVersion:
    found = queries.version(public_id, by=by)
    if found.state is not SetState.PROPOSED:
        raise Conflict(_DECIDED, hint=_SEE)
    return found


def _decide(public_id: str, fields: dict[str, object]) -> None:
    """Settle a proposal in the update itself, so that of two at once one wins."""
    waiting = models.SetVersion.objects.filter(public_id=public_id, state=SetState.PROPOSED.value)
    if waiting.update(**fields) != 1:
        raise Conflict(_DECIDED, hint=_SEE)


def _taken(given: CriteriaSet) -> Invalid:
    params = {"version": given.version, "next": given.version + 1}
    return Invalid(NOTHING_DONE, faults=[field_fault("version", VERSION_TAKEN, **params)])


def _today(now: datetime) -> date:
    return local_day(now, settings.THUOCDO_ZONE)

"""What people do with sources: one proposes a version, a second one switches it on; pauses and secrets."""

import secrets
from datetime import date, datetime

import msgspec
from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid, fault
from thuocdo.measurement.actions import record_observations
from thuocdo.measurement.sources import models, queries
from thuocdo.measurement.sources.rules import LONGEST, declaration_faults
from thuocdo.measurement.sources.sealing import seal
from thuocdo.measurement.sources.standing_places import NATION
from thuocdo.measurement.sources.types import Declaration, Step, Version
from thuocdo.measurement.sources.valuing import Made, observations
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.programme.queries import register

_REFUSED = N_("Nothing was changed.")
_LIST = N_("Look at the list of sources.")
_LONGEST_SECRET = 2_000


@transaction.atomic
def propose_source(*, declaration: Declaration, id: str = "", by: Actor, now: datetime) -> Version:  # noqa: A002  public ids are called id everywhere
    """Propose a new source, or a new version of one; nothing is asked until a second person agrees."""
    check(by, Permission.MANAGE_SOURCES)
    faults = declaration_faults(declaration, standard_tables(), _bodies(now))
    if faults:
        raise Invalid(_REFUSED, faults=faults)
    if id:
        found = queries.row(id)
        before = queries.source(id, by).current
        if before is not None and before.declaration == declaration:
            raise _wrong("form", N_("changes nothing; the version in force says the same"))
    else:
        found = models.Source.objects.create(public_id=f"S-{secrets.token_hex(4)}", made_at=now)
    number = found.versions.count() + 1
    row = models.Version(
        source=found,
        number=number,
        owner=declaration.owner,
        declaration=msgspec.to_builtins(declaration),
        step=Step.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )
    taken = Conflict(
        N_("Another version of this source waits already."),
        hint=N_("Have it switched on or refused before you propose the next."),
    )
    with inserting(taken):
        row.save(force_insert=True)
    body = {
        "version": number,
        "declaration": sha256_hex(canonical_json(declaration)),
        "agency": declaration.owner,
    }
    audit.record(kind="source_proposed", on=found.public_id, by=by, at=now, body=body)
    value: Version = row.to_value()
    return value


@transaction.atomic
def switch_on(*, id: str, number: int, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Switch a proposed version on, as the second person; from now on it is the one that is asked."""
    check(by, Permission.MANAGE_SOURCES)
    waiting = _waiting(id, number, by)
    check_two_people(Actor(id=waiting.proposed_by, name=waiting.proposed_by), by)
    _decide(waiting, Step.ON, "", by, now)
    body = {"version": number, "proposed_by": waiting.proposed_by, "agency": waiting.declaration.owner}
    audit.record(kind="source_switched_on", on=id, by=by, at=now, body=body)


@transaction.atomic
def refuse_version(*, id: str, number: int, note: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Refuse a proposed version with a sentence; who proposed it withdraws it so."""
    check(by, Permission.MANAGE_SOURCES)
    waiting = _waiting(id, number, by)
    said = _said(note)
    _decide(waiting, Step.REFUSED, said, by, now)
    body = {"version": number, "reason": said, "agency": waiting.declaration.owner}
    audit.record(kind="source_refused", on=id, by=by, at=now, body=body)


@transaction.atomic
def pause_source(*, id: str, why: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Ask a source no more until it is resumed; its last good values stay."""
    check(by, Permission.MANAGE_SOURCES)
    queries.source(id, by)
    said = _said(why, "why")
    day = local_day(now, settings.THUOCDO_ZONE)
    changed = models.Source.objects.filter(public_id=id, paused_on__isnull=True)
    if not changed.update(paused_on=day, paused_why=said):
        raise Conflict(N_("This source is paused already."), hint=_LIST)
    audit.record(kind="source_paused", on=id, by=by, at=now, body={"reason": said})


@transaction.atomic
def resume_source(*, id: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Ask a paused source again."""
    check(by, Permission.MANAGE_SOURCES)
    queries.source(id, by)
    changed = models.Source.objects.filter(public_id=id, paused_on__isnull=False)
    if not changed.update(paused_on=None, paused_why=""):
        raise Conflict(N_("This source is not paused."), hint=_LIST)
    audit.record(kind="source_resumed", on=id, by=by, at=now, body={})


@transaction.atomic
def set_secret(*, id: str, secret: str, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Keep what opens a source, sealed, in place of what was kept before; nobody is shown it again."""
    check(by, Permission.MANAGE_SOURCES)
    queries.source(id, by)
    found = secret.strip()
    if not found or len(found) > _LONGEST_SECRET or not found.isprintable():
        raise _wrong("secret", N_("is empty, too long, or has signs that cannot be sent"))
    given = {"sealed": seal(found, settings.SECRET_KEY), "set_by": by.id, "set_at": now}
    models.Secret.objects.update_or_create(source=queries.row(id), defaults=given)
    audit.record(kind="source_secret_set", on=id, by=by, at=now, body={})


@transaction.atomic
def record_measured(
    *, slug: str, made: Made, names: str, illustrative: bool, engine: str, by: Actor, now: datetime
) -> tuple[str, ...]:
    """Record the observations of a measured value with what they were made of; they wait for verification.

    Nothing is written for inputs that were measured before. Returns the public ids that are new.
    """
    if queries.known_digests([made.digest]):
        return ()
    day = local_day(now, settings.THUOCDO_ZONE)
    values = observations(made, names=names, illustrative=illustrative, on=day)
    told = [(f"{made.metric.code} {made.period.last}", value) for value in values]
    new, _known = record_observations(slug=slug, observations=told, agency="", by=by, now=now)
    runs = queries.runs_of(made.partitions)
    models.Measured.objects.bulk_create(
        models.Measured(
            observation=public_id,
            programme=slug,
            metric=made.metric.code,
            version=made.metric.declaration.version,
            place=NATION,
            first=str(made.period.first),
            last=str(made.period.last),
            digest=made.digest,
            runs=list(runs),
            missing=list(made.missing),
            engine=engine,
            measured_at=now,
        )
        for public_id in new
    )
    body = {"metric": made.metric.code, "inputs": made.digest, "runs": list(runs)}
    audit.record_all(events=[("value_measured", public_id, body) for public_id in new], by=by, at=now)
    return new


@transaction.atomic
def tell_stopped(*, as_of: date, by: Actor, now: datetime) -> int:
    """Tell the owner of every source that has stopped, once for each month; returns how many were told."""
    told = 0
    found = queries.switched_on()
    for public_id, stands in queries.conditions(found, as_of=as_of).items():
        if stands.reason is None or stands.reason.code != "stopped":
            continue
        month = stands.reason.params["month"]
        asked = models.Source.objects.filter(public_id=public_id).exclude(stopped=month)
        if asked.update(stopped=month):
            declaration = next(each.shown.declaration for each in found if each.id == public_id)
            body = {"agency": declaration.owner, "source": declaration.name, **stands.reason.params}
            audit.record(kind="source_stopped", on=public_id, by=by, at=now, body=body)
            told += 1
    return told


def _bodies(now: datetime) -> frozenset[str]:
    day = local_day(now, settings.THUOCDO_ZONE)
    known = register(settings.THUOCDO_PROGRAMME).agencies
    return frozenset(each.code for each in known if each.exists_on(day))


def _waiting(public_id: str, number: int, by: Actor) -> Version:
    waiting = queries.source(public_id, by).waiting
    if waiting is None or waiting.number != number or waiting.step is not Step.PROPOSED:
        raise _moved()
    return waiting


def _decide(waiting: Version, step: Step, note: str, by: Actor, now: datetime) -> None:
    """Settle a proposal in the update itself, so that of two at once one wins."""
    found = models.Version.objects.filter(
        source__public_id=waiting.source, number=waiting.number, step=Step.PROPOSED.value
    )
    if found.update(step=step.value, decided_by=by.id, decided_at=now, note=note) != 1:
        raise _moved()


def _moved() -> Conflict:
    return Conflict(N_("This version has been decided already."), hint=_LIST)


def _said(text: str, field: str = "note") -> str:
    said = text.strip()
    if not said:
        raise _wrong(field, N_("is empty; say why"))
    if len(said) > LONGEST:
        raise Invalid(_REFUSED, faults=[_too_long(field)])
    return said


def _too_long(field: str) -> Fault:
    return fault("source", field, N_("is longer than {most} characters"), most=LONGEST)


def _wrong(field: str, template: str) -> Invalid:
    return Invalid(_REFUSED, faults=[fault("source", field, template)])

"""Writing observations: recording them, verifying them, and loading what was published before."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import IntegrityError, transaction

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid
from thuocdo.measurement import models, queries
from thuocdo.measurement.errors import NotWaiting
from thuocdo.measurement.rules import check_recorder, check_verifier
from thuocdo.measurement.types import Observation, Review
from thuocdo.programme.queries import indicator

_NOT_GIVEN = ("id", "received_on", "verified_by", "illustrative")
_NOT_VINTAGE = (
    "value",
    "numerator",
    "denominator",
    "qualifier",
    "definition_vi",
    "definition_en",
    "certainty",
)

_TAKEN = N_("this vintage has another value already ({other}); a revision needs its own published_on")
_MIXED = N_("indicator {indicator} would mix real and invented values in one series")


@transaction.atomic
def record_observations(
    *, slug: str, observations: Sequence[tuple[str, Observation]], agency: str, by: Actor, now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Record values with the place where each stands in its file; they wait for a second person.

    Returns the public ids that were added and those known before. A vintage that already has
    another value is refused: a revision carries a later `published_on`. Every fault is named
    at once and nothing is written.
    """
    for origin in {value.origin for _, value in observations}:
        check_recorder(by, origin=origin, agency=agency)
    rows = {
        row.key: (where, row) for where, value in observations for row in [_row(slug, value, agency, by, now)]
    }
    known = queries.known(list(rows))
    fresh = [(where, row) for key, (where, row) in rows.items() if key not in known]
    _check_vintages(slug, fresh)
    try:
        models.Observation.objects.bulk_create(row for _, row in fresh)
    except IntegrityError:
        raise Conflict(
            "Somebody else recorded the same value meanwhile.", hint="Give the file again."
        ) from None
    audit.record_all(
        events=[("observation_sent", row.public_id, {"key": row.key}) for _, row in fresh], by=by, at=now
    )
    return tuple(row.public_id for _, row in fresh), tuple(known.values())


@transaction.atomic
def verify_observation(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    accept: bool,
    note: str,
    by: Actor,
    now: datetime,
    monitors: AbstractSet[str] | None = None,
) -> None:
    """Accept a recorded value or return it with a note, as a second person.

    `monitors` are the bodies that monitor the indicator, when the caller knows them already.
    """
    row = queries.row(id)
    if row.review != Review.WAITING.value:
        hint = N_("Record a new vintage instead.")
        raise NotWaiting(
            N_("{id} is {state}, it waits for nobody."),
            hint=hint,
            params={"id": id, "state": Review(row.review)},
        )
    if monitors is None:
        monitors = frozenset(indicator(row.programme, row.indicator).monitors)
    check_verifier(by, author=row.author, origin=row.origin, agency=row.agency, monitors=monitors)
    if not accept and not note.strip():
        hint = N_("Add --note with what is wrong.")
        raise Invalid(N_("{id} cannot be returned without a reason."), hint=hint, params={"id": id})
    today = local_day(now, settings.THUOCDO_ZONE)
    row.review = (Review.VERIFIED if accept else Review.RETURNED).value
    row.note = note
    if accept:
        row.verified_by, row.verified_on, row.known_on = by.id, today, today
    _settle(row)
    audit.record(kind=f"observation_{row.review}", on=id, by=by, at=now, body={"note": note})


@transaction.atomic
def load_published(
    *, slug: str, observations: Sequence[Observation], by: Actor, confirmed_by: Actor, now: datetime
) -> int:
    """Load values that were published before, as two people have checked them against their sources.

    They count from their day of publication. Loading the same again adds nothing; returns how
    many were added.
    """
    for person in (by, confirmed_by):
        check(person, Permission.ADOPT)
    check_two_people(by, confirmed_by)
    today = local_day(now, settings.THUOCDO_ZONE)
    rows = [_row(slug, value, "", by, now) for value in observations]
    known = queries.known([row.key for row in rows])
    fresh = [row for row in rows if row.key not in known]
    for row, value in zip(rows, observations, strict=True):
        row.public_id = value.id or row.public_id
        row.review = Review.VERIFIED.value
        row.verified_by, row.verified_on = confirmed_by.id, today
        row.known_on = value.published_on or value.period_end
    models.Observation.objects.bulk_create(fresh)
    body = {"confirmed_by": confirmed_by.id}
    audit.record_all(
        events=[("observation_loaded", row.public_id, {**body, "key": row.key}) for row in fresh],
        by=by,
        at=now,
    )
    return len(fresh)


def _settle(row: models.Observation) -> None:
    waiting = models.Observation.objects.filter(pk=row.pk, review=Review.WAITING.value)
    changed = waiting.update(
        review=row.review,
        note=row.note,
        verified_by=row.verified_by,
        verified_on=row.verified_on,
        known_on=row.known_on,
    )
    if not changed:  # somebody else judged it since it was read
        params = {"id": row.public_id}
        raise Conflict(N_("Somebody else judged {id} meanwhile."), hint=N_("List what waits."), params=params)


def _row(slug: str, value: Observation, agency: str, by: Actor, now: datetime) -> models.Observation:
    content = {
        name: item for name, item in msgspec.to_builtins(value).items() if name not in _NOT_GIVEN and item
    }
    content["value"] = str(value.value)
    key = _digest({"programme": slug, "agency": agency, **content})
    vintage = {name: item for name, item in content.items() if name not in _NOT_VINTAGE}
    return models.Observation(
        public_id=f"O-{key[:12]}",
        key=key,
        vintage=_digest({"programme": slug, **vintage}),
        programme=slug,
        indicator=value.indicator,
        agency=agency,
        content=content,
        illustrative=value.illustrative,
        review=Review.WAITING.value,
        author=by.id,
        received_at=now,
        received_on=local_day(now, settings.THUOCDO_ZONE),
    )


def _digest(content: Mapping[str, Any]) -> str:
    return sha256_hex(canonical_json(content))


def _check_vintages(slug: str, fresh: Sequence[tuple[str, models.Observation]]) -> None:
    """Refuse a second value of one vintage, and a series that mixes real and invented values."""
    taken = queries.taken([row.vintage for _, row in fresh])
    marks = queries.marks(slug)
    faults = []
    for where, row in fresh:
        other = taken.setdefault(row.vintage, row.public_id)
        if other != row.public_id:
            faults.append(_fault(where, "value", _TAKEN, other=other))
        if marks.setdefault(row.indicator, row.illustrative) is not row.illustrative:
            faults.append(_fault(where, "illustrative", _MIXED, indicator=row.indicator))
    if faults:
        raise Invalid(
            N_("{count} values contradict what is recorded."), faults=faults, params={"count": len(faults)}
        )


def _fault(where: str, field: str, sentence: str, **params: str) -> Fault:
    return Fault(where, sentence.format(**params), field, sentence, params)

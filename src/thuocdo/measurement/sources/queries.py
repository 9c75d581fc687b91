"""Reading sources, runs and lineage: values, never rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Count, Sum

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, NotFound
from thuocdo.measurement.months import Month
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.sources import models
from thuocdo.measurement.sources.rules import condition
from thuocdo.measurement.sources.sealing import unseal
from thuocdo.measurement.sources.types import (
    Condition,
    Lineage,
    Outcome,
    Profile,
    RunValue,
    Source,
    Step,
    Version,
)

HISTORY = 6
"""So many good months before one tell what is usual."""


def sources(by: Actor) -> tuple[Source, ...]:
    """Return the sources that somebody may see, by name: those of the own body, or all."""
    rows = models.Source.objects.select_related("secret").prefetch_related("versions__source")
    found = (_source(row) for row in rows)
    return tuple(sorted((each for each in found if may_see(by, each)), key=_name))


def source(public_id: str, by: Actor) -> Source:
    """Return one source; one of another body does not exist for who may not see it."""
    found = _source(row(public_id))
    if not may_see(by, found):
        raise unknown()
    return found


def may_see(by: Actor, found: Source) -> bool:
    """Say whether somebody may see a source at all."""
    own = bool(by.agency) and by.agency == found.shown.declaration.owner
    return own or can(by, Permission.READ_ALL)


def may_see_rows(by: Actor, found: Source) -> bool:
    """Say whether somebody may see rows of a source: who keeps the sources, and its owner's reporters."""
    own = can(by, Permission.REPORT) and by.agency == found.shown.declaration.owner
    return own or can(by, Permission.MANAGE_SOURCES)


def may_keep(by: Actor) -> bool:
    """Say whether somebody keeps the sources."""
    return can(by, Permission.MANAGE_SOURCES)


def switched_on() -> tuple[Source, ...]:
    """Return every source that has a version in force, in a fixed order (for runs)."""
    rows = models.Source.objects.select_related("secret").prefetch_related("versions__source")
    return tuple(each for each in map(_source, rows.order_by("public_id")) if each.current is not None)


def row(public_id: str) -> models.Source:
    """Return one row (for actions)."""
    found: models.Source | None = models.Source.objects.filter(public_id=public_id).first()
    if found is None:
        raise unknown()
    return found


def secret(public_id: str) -> str:
    """Return what opens a source, to use it in a run; "" for none."""
    found = models.Secret.objects.filter(source__public_id=public_id).first()
    return "" if found is None else unseal(found.sealed, settings.SECRET_KEY)


def runs(public_id: str, *, most: int | None = None) -> tuple[RunValue, ...]:
    """Return the runs of a source, the latest first."""
    rows = models.Run.objects.filter(source__public_id=public_id).select_related("source")
    ordered = rows.order_by("-started_at", "-id")
    return tuple(each.to_value() for each in (ordered if most is None else ordered[:most]))


def run(public_id: str, by: Actor) -> RunValue:
    """Return one run of a source that somebody may see."""
    found = models.Run.objects.filter(public_id=public_id).select_related("source").first()
    if found is None:
        raise unknown()
    source(found.source.public_id, by)
    value: RunValue = found.to_value()
    return value


def conditions(found: Sequence[Source], *, as_of: date) -> Mapping[str, Condition]:
    """Return how each of these sources stands on a day, by its id."""
    together: dict[str, list[RunValue]] = {each.id: [] for each in found}
    rows = models.Run.objects.filter(source__public_id__in=list(together)).select_related("source")
    for each in rows.defer("broken").order_by("started_at", "id"):
        together[each.source.public_id].append(each.to_value())
    return {
        each.id: condition(
            each.shown.declaration, paused=each.paused_on is not None, runs=together[each.id], as_of=as_of
        )
        for each in found
    }


def kept(public_id: str) -> Mapping[Month, RunValue]:
    """Return the run that counts for each month of a source: the one of the highest revision."""
    rows = models.Run.objects.filter(source__public_id=public_id, outcome=Outcome.KEPT.value)
    found = (each.to_value() for each in rows.select_related("source").order_by("revision"))
    return {each.month: each for each in found}


def usual(public_id: str, before: Month) -> tuple[Profile, ...]:
    """Return what the last good months before one looked like, the latest first."""
    good = kept(public_id)
    months = sorted((month for month in good if month < before), reverse=True)[:HISTORY]
    return tuple(good[month].profile for month in months)


def quality(public_id: str) -> Mapping[str, int]:
    """Return how many runs of a source ended in each way, and how many rows were read and set aside."""
    rows = models.Run.objects.filter(source__public_id=public_id)
    counted = dict(rows.values_list("outcome").annotate(Count("id")).order_by())
    told = rows.aggregate(rows=Sum("rows"), quarantined=Sum("quarantined"))
    return {**counted, "rows": told["rows"] or 0, "quarantined": told["quarantined"] or 0}


def lineage(observation: str) -> Lineage | None:
    """Return what a measured value was made of; None for a value that nobody measured here."""
    found = models.Measured.objects.filter(observation=observation).first()
    return None if found is None else _lineage(found)


def lineage_for(observation: str, by: Actor) -> tuple[Lineage, tuple[tuple[RunValue, str], ...]]:
    """Return what a value was made of, and its runs each with its standard table, by month.

    Who may not see one of its sources finds nothing.
    """
    found = lineage(observation)
    if found is None:
        raise NotFound(N_("There is no such measured value."), hint=N_("Look at the measured values."))
    rows = models.Run.objects.filter(public_id__in=found.runs).select_related("source")
    made_of = sorted((each.to_value() for each in rows), key=lambda run: (run.month, run.source))
    for public_id in {run.source for run in made_of}:
        source(public_id, by)
    versions = models.Version.objects.filter(source__public_id__in={run.source for run in made_of})
    told = versions.values_list("source__public_id", "number", "declaration")
    tables = {(public_id, number): str(declaration["table"]) for public_id, number, declaration in told}
    return found, tuple((run, tables[run.source, run.version]) for run in made_of)


def newest(runs: Sequence[RunValue]) -> Mapping[tuple[str, Month], int]:
    """Return the revision that counts now for the months of these runs."""
    rows = models.Run.objects.filter(
        outcome=Outcome.KEPT.value, source__public_id__in={run.source for run in runs}
    ).values_list("source__public_id", "month", "revision")
    found: dict[tuple[str, Month], int] = {}
    for public_id, month, revision in rows.order_by("revision"):
        found[public_id, Month.read(month)] = revision
    return found


def measured(*, metric: str = "", mark: str = "", most: int = 200) -> tuple[Lineage, ...]:
    """Return the latest measured values with what they were made of.

    `mark` is what stands in brackets after the source of a published value.
    """
    rows = models.Measured.objects.order_by("-measured_at", "-id")
    chosen = rows.filter(metric=metric) if metric else rows
    if mark:
        chosen = chosen.filter(digest__startswith=mark)
    return tuple(_lineage(each) for each in chosen[:most])


def runs_of(partitions: Sequence[tuple[PartitionKey, int]]) -> tuple[str, ...]:
    """Return the runs that brought these partitions, in their order."""
    wanted = {
        (key.source, str(key.month), revision): place for place, (key, revision) in enumerate(partitions)
    }
    rows = models.Run.objects.filter(
        outcome=Outcome.KEPT.value, source__public_id__in={key.source for key, _revision in partitions}
    ).values_list("source__public_id", "month", "revision", "public_id")
    found = {wanted[each[:3]]: each[3] for each in rows if each[:3] in wanted}
    return tuple(found[place] for place in sorted(found))


def briefly(public_ids: Sequence[str]) -> Mapping[str, tuple[str, str, int, int]]:
    """Return source, month, revision and rows of these runs."""
    rows = models.Run.objects.filter(public_id__in=set(public_ids))
    found = rows.values_list("public_id", "source__public_id", "month", "revision", "rows")
    return {each[0]: each[1:] for each in found}


def known_digests(digests: Sequence[str]) -> frozenset[str]:
    """Return which of these inputs were measured already (for actions)."""
    rows = models.Measured.objects.filter(digest__in=digests)
    return frozenset(rows.values_list("digest", flat=True))


def _lineage(found: models.Measured) -> Lineage:
    return Lineage(
        observation=found.observation,
        metric=found.metric,
        version=found.version,
        place=found.place,
        first=Month.read(found.first),
        last=Month.read(found.last),
        digest=found.digest,
        runs=tuple(found.runs),
        missing=tuple(found.missing),
        engine=found.engine,
        measured_at=found.measured_at,
    )


def _source(found: models.Source) -> Source:
    versions: list[Version] = sorted(
        (each.to_value() for each in found.versions.all()), key=lambda each: each.number
    )
    on = [each for each in versions if each.step is Step.ON]
    waiting = [each for each in versions if each.step is Step.PROPOSED]
    # A source that was never switched on is still shown: by the version that was refused last.
    others = waiting or ([] if on else versions[-1:])
    return Source(
        id=found.public_id,
        current=on[-1] if on else None,
        waiting=others[0] if others else None,
        paused_on=found.paused_on,
        paused_why=found.paused_why,
        has_secret=hasattr(found, "secret"),
    )


def _name(each: Source) -> tuple[str, str]:
    return each.shown.declaration.name.casefold(), each.id


def unknown() -> NotFound:
    """Return the refusal for what does not exist, or not for this person."""
    return NotFound(N_("There is no such source."), hint=N_("Look at the list of sources."))

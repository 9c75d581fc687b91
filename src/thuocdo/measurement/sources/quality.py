"""What the runs of sources tell: a list for people, and how good the data of one source has been."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from thuocdo.core.actor import Actor
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import models, queries
from thuocdo.measurement.sources.rules import GOOD
from thuocdo.measurement.sources.types import Broken, Outcome, RunValue

LOOKED_AT = 400
"""Runs, the latest ones, from which the quality of a source is told."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check that deliveries of a source did not keep: how often, how many rows, and when last."""

    check: str
    column: str
    reason: Reason
    runs: int
    rows: int
    last: RunValue


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the data of a source has been, by the runs that were looked at.

    `months` has the last run of each month, the latest month first; `arrived` is when the last good one
    came. `aside` counts the deliveries whose rows are still kept apart.
    """

    checks: tuple[Check, ...]
    months: tuple[RunValue, ...]
    arrived: datetime | None
    rows: int
    quarantined: int
    aside: int


def listed(
    by: Actor, *, source: str = "", outcome: str = "", skip: int = 0, most: int = 50
) -> tuple[tuple[RunValue, ...], int]:
    """Return runs of the sources that somebody may see, the latest first, and how many there are."""
    seen = [each.id for each in queries.sources(by) if source in {"", each.id}]
    rows = models.Run.objects.filter(source__public_id__in=seen).select_related("source")
    if outcome:
        rows = rows.filter(outcome=outcome)
    found = rows.defer("broken").order_by("-started_at", "-id")[skip : skip + most]
    return tuple(each.to_value() for each in found), rows.count()


def counts(by: Actor) -> dict[Outcome, int]:
    """Return how many runs of the sources that somebody may see ended in each way."""
    seen = [each.id for each in queries.sources(by)]
    rows = models.Run.objects.filter(source__public_id__in=seen).values_list("outcome")
    return {Outcome(outcome): number for outcome, number in rows.annotate(Count("id")).order_by()}


def quality(public_id: str) -> Quality:
    """Return how good the data of a source has been."""
    runs = queries.runs(public_id, most=LOOKED_AT)
    ended = [run for run in runs if run.outcome not in {Outcome.RUNNING, Outcome.NOTHING}]
    months: dict[Month, RunValue] = {}
    for run in ended:
        if run.outcome is not Outcome.SAME:
            months.setdefault(run.month, run)
    good = [run.ended_at for run in ended if run.outcome in GOOD and run.ended_at]
    aside = models.Run.objects.filter(~Q(aside=""), source__public_id=public_id).count()
    return Quality(
        checks=_checks(ended),
        months=tuple(months[month] for month in sorted(months, reverse=True)),
        arrived=max(good, default=None),
        rows=sum(run.rows for run in ended),
        quarantined=sum(run.quarantined for run in ended),
        aside=aside,
    )


def _checks(runs: Sequence[RunValue]) -> tuple[Check, ...]:
    """Count the checks that were not kept; the worst one comes first."""
    together: dict[tuple[str, str], list[tuple[RunValue, Broken]]] = {}
    for run in runs:
        for broken in run.broken:
            together.setdefault((broken.check, broken.column), []).append((run, broken))
    found = [
        Check(
            check,
            column,
            pairs[0][1].reason,
            len(pairs),
            sum(broken.rows for _run, broken in pairs),
            pairs[0][0],
        )
        for (check, column), pairs in together.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.rows, -each.runs, each.check, each.column)))

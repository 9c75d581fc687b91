"""The work of measuring: ask the sources, compute what is new, write down the values of a period."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings

from thuocdo.config.measuring import machine
from thuocdo.config.written import engine as statement_engine
from thuocdo.config.written import measured, measuring_on
from thuocdo.core.actor import Actor, Role
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Invalid
from thuocdo.core.messages import Reason, fault_words, said
from thuocdo.measurement.months import Month, Period, quarter, year
from thuocdo.measurement.rollup import RolledUp, TreeOf
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.actions import record_measured, tell_stopped
from thuocdo.measurement.sources.measuring import Clock, Machine, Tell, compute, computed_by, due, take_in
from thuocdo.measurement.sources.provinces import Area, by_province
from thuocdo.measurement.sources.rules import BAD
from thuocdo.measurement.sources.standing_places import as_it_is_now
from thuocdo.measurement.sources.types import Outcome, RunValue
from thuocdo.measurement.sources.valuing import Made, make, plain
from thuocdo.measurement.written import queries as written
from thuocdo.programme.queries import register

MEASURER = Actor(id="jobs", name="Background work", roles=frozenset({Role.METHODOLOGIST}))
"""Who measures when no person does; a person verifies what it measured."""

RETRY_HOURS = 6
"""So long after a run of a month that gave nothing new the background work asks for it again."""

AT_ONCE = 2
"""Runs of one round at most: a round also has other work to do."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one measurement did: runs, partitions computed, values that are new, and what was refused."""

    runs: tuple[RunValue, ...]
    computed: int
    values: tuple[str, ...]
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def bad(self) -> tuple[RunValue, ...]:
        """Return the runs that were held back or failed."""
        return tuple(run for run in self.runs if run.outcome in BAD)


def measure(
    slug: str,
    *,
    source: str = "",
    metric: str = "",
    period: Period | None = None,
    ask: bool = True,
    engine: str = "",
    language: str = "en",
    by: Actor = MEASURER,
    clock: Clock,
    tell: Tell,
) -> Measured:
    """Measure: every source that owes something, then every metric, for a period or the running year.

    With a period the months of it are asked for, else what is missing and the last months again. `engine`
    computes what is new, in place of the one that the settings name; `language` is that of what is told.
    """
    as_of = local_day(clock(), settings.THUOCDO_ZONE)
    with machine(clock, engine, language) as measuring:
        if metric and metric not in _known(measuring):
            raise _no_metric(metric, measuring)
        runs: tuple[RunValue, ...] = ()
        if ask:
            months = _months(period, as_of)
            runs = take_in(measuring, only=source, months=months, as_of=as_of, by=by, tell=tell)
        computed = compute(measuring, tell=tell)
        values, refused = _value(measuring, slug, metric, period or year(as_of.year), as_of, by, tell)
    return Measured(runs, computed, values, refused)


def measure_by_schedule(slug: str, *, clock: Clock) -> Mapping[str, int]:
    """Do what is due, a little at a time; values are computed where a delivery brought something new."""
    now = clock()
    as_of = local_day(now, settings.THUOCDO_ZONE)
    stopped = tell_stopped(as_of=as_of, by=MEASURER, now=now)
    waiting = list(_waiting(now))
    if not waiting:
        return {"stopped": stopped} if stopped else {}
    with machine(clock) as measuring:
        runs = [
            run
            for source, month in waiting[:AT_ONCE]
            for run in take_in(measuring, only=source, months=[month], as_of=as_of, by=MEASURER, tell=_silent)
        ]
        computed = compute(measuring, tell=_silent)
        years = {run.month.year for run in runs if run.outcome is Outcome.KEPT}
        values = [
            value
            for each in sorted(years)
            for value in _value(measuring, slug, "", year(each), as_of, MEASURER, _silent)[0]
        ]
    return {"taken": len(runs), "computed": computed, "measured": len(values)}


def provinces(metric: str, period: Period, *, clock: Clock) -> list[Area]:
    """Return a metric by province from the partial sums that are kept, now and then."""
    as_of = local_day(clock(), settings.THUOCDO_ZONE)
    with machine(clock) as measuring:
        found = next((each for each in measuring.plan.metrics if each.code == metric), None)
        if found is None:
            raise _no_metric(metric, measuring)

        def roll(table: str, tree_of: TreeOf) -> RolledUp:
            return measuring.partials.roll_up(measuring.plan.tables[table], period, tree_of)

        known = register(settings.THUOCDO_PROGRAMME)
        return by_province(found, roll, period=period, register=known, as_of=as_of)


def read_period(text: str) -> Period:
    """Return the period that `2025`, `2025-Q2` or `2025-03` names."""
    number, _, rest = text.partition("-")
    if number.isdecimal() and len(number) == len("2025"):
        if not rest:
            return year(int(number))
        if rest[:1].upper() == "Q" and rest[1:] in {"1", "2", "3", "4"}:
            return quarter(int(number), int(rest[1:]))
    month = Month.read(text)
    return Period(month, month)


def _waiting(now: datetime) -> Iterable[tuple[str, Month]]:
    """Yield what is due and was not asked for in the last hours."""
    as_of = local_day(now, settings.THUOCDO_ZONE)
    for source, month in due(only="", months=(), as_of=as_of):
        asked = [run.started_at for run in queries.runs(source.id) if run.month == month]
        if not asked or (now - max(asked)).total_seconds() >= RETRY_HOURS * 3600:
            yield source.id, month


def _months(period: Period | None, as_of: date) -> Collection[Month]:
    if period is None:
        return ()
    return tuple(month for month in period.months() if date(month.year, month.month, 1) <= as_of)


def _value(  # noqa: PLR0917  the parts of one measurement
    machine: Machine, slug: str, metric: str, period: Period, as_of: date, by: Actor, tell: Tell
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Record the value of every metric; one that is refused does not stop the others.

    A written version that measures the period takes the place of the declared metric of its code.
    """
    tree_of = as_it_is_now(register(slug), as_of)
    instead = measuring_on(date(period.first.year, period.first.month, 1))
    values: list[str] = []
    refused: dict[str, str] = {}

    @contextmanager
    def telling(code: str) -> Iterator[None]:
        try:
            yield
        except (Invalid, Conflict) as wrong:
            faults = (fault_words(each, machine.language) for each in getattr(wrong, "faults", ()))
            why = "; ".join(faults) or " ".join(said(wrong, machine.language)).strip()
            refused[code] = why
            tell(Reason("not_recorded", {"metric": code, "said": why}))

    def record(made: Made, engine: str) -> None:
        new = _record(machine, slug, made, engine, by)
        values.extend(new)
        tell(_told(made, "measured" if new else "measured_before", machine.language))

    for found in make(machine, period, tree_of, only=metric, as_of=as_of):
        if found.metric.code not in instead:
            with telling(found.metric.code):
                record(found, computed_by(machine, (key for key, _revision in found.partitions)))
    for code, version in instead.items():
        if metric in {"", code}:
            with telling(code):
                made = measured(version, period, as_of=as_of)
                if made is not None:
                    record(made, statement_engine())
    return tuple(values), refused


def _record(machine: Machine, slug: str, made: Made, engine: str, by: Actor) -> tuple[str, ...]:
    named = {each.id: each.shown.declaration for each in queries.switched_on()}
    used = [named[source] for source in dict.fromkeys(key.source for key, _revision in made.partitions)]
    return record_measured(
        slug=slug,
        made=made,
        names="; ".join(each.name for each in used),
        illustrative=any(each.illustrative for each in used),
        engine=engine,
        by=by,
        now=machine.clock(),
    )


def _told(made: Made, code: str, language: str) -> Reason:
    declared = made.metric.declaration
    params: dict[str, Any] = {
        "metric": made.metric.code,
        "first": str(made.period.first),
        "last": str(made.period.last),
        "value": plain(made.value.value),
        "unit": declared.unit_vi if language == "vi" else declared.unit_en,
    }
    return Reason(code, params)


def _silent(_reason: Reason) -> None:
    """Say nothing: the background work counts."""


def _known(machine: Machine) -> frozenset[str]:
    """Return the codes of all metrics that can be computed."""
    declared = {each.code for each in machine.catalogue.metrics}
    return frozenset(declared | {each.code for each in written.approved()})


def _no_metric(metric: str, machine: Machine) -> Invalid:
    known = ", ".join(sorted(_known(machine)))
    return Invalid(
        N_("There is no metric {metric} that can be computed."),
        hint=N_("Known are: {known}."),
        params={"metric": metric, "known": known},
    )

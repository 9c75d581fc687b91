"""How a source stands on a day, which months it owes, and what a declaration must keep; no clock here."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from thuocdo.core.dates import month_end
from thuocdo.core.errors import N_, Fault, fault
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.types import (
    FORMS,
    Condition,
    Declaration,
    Kind,
    Mapped,
    Outcome,
    Rhythm,
    RunValue,
    Schedule,
    SourceState,
)
from thuocdo.measurement.tables.types import Column, ColumnType, Table

GOOD = frozenset({Outcome.KEPT, Outcome.SAME})
BAD = frozenset({Outcome.HELD, Outcome.FAILED})
EVERY: Mapping[Rhythm, int] = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12}
ASKED_AGAIN = 2
"""How many months that were delivered already are asked for again, for late corrections."""

MOST_SECONDS, MOST_MEGABYTES, MOST_ROWS = 3_600, 20_000, 200_000_000
MOST_TOLERANCE = 50
MOST_DAYS = 366
LONGEST = 500
_NAMED = re.compile(r"[A-Za-z_][A-Za-z0-9_$]{0,62}(\.[A-Za-z_][A-Za-z0-9_$]{0,62})?")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_HOURS = range(-12, 15)
_NUMBERS = frozenset({ColumnType.COUNT, ColumnType.MONEY, ColumnType.QUANTITY})


def owed(declaration: Declaration, as_of: date) -> Iterator[Month]:
    """Yield every month that a source delivers and that has ended by a day, from its first one."""
    every = EVERY[declaration.schedule.rhythm]
    month = Month.read(declaration.first)
    while month_end(month.year, month.month) < as_of:
        if month.month % every == 0:
            yield month
        month = month.later(1)


def due_on(schedule: Schedule, month: Month) -> date:
    """Return the day by which a month has to be here, without grace."""
    return month_end(month.year, month.month) + timedelta(days=schedule.days)


def condition(declaration: Declaration, *, paused: bool, runs: Iterable[RunValue], as_of: date) -> Condition:
    """Return how a source stands at the end of a day; `runs` are in the order in which they began.

    Paused · down: the last run, or that of the month that is missing, was held or failed, or a month
    is missing beyond its grace · late: a
    month is missing within its grace · new: nothing was ever kept · up. The last good month stays
    good whatever comes after it.
    """
    ended = [run for run in runs if run.outcome is not Outcome.RUNNING]
    good = {run.month for run in ended if run.outcome in GOOD}
    missing = next((month for month in owed(declaration, as_of) if month not in good), None)
    expected = missing or _next(declaration, as_of)
    due = due_on(declaration.schedule, expected)
    last = max(good) if good else None
    state, reason = _stands(declaration, ended, missing, as_of)
    if paused:
        state, reason = SourceState.PAUSED, None
    elif state is SourceState.UP and not good:
        state = SourceState.NEW
    return Condition(state, reason, expected, due, last)


def _stands(
    declaration: Declaration, ended: list[RunValue], missing: Month | None, as_of: date
) -> tuple[SourceState, Reason | None]:
    if ended and ended[-1].outcome in BAD:
        return SourceState.DOWN, ended[-1].reason
    if missing is None:
        return SourceState.UP, None
    tried = [run for run in ended if run.month == missing]
    if tried and tried[-1].outcome in BAD:
        return SourceState.DOWN, tried[-1].reason
    due = due_on(declaration.schedule, missing)
    said = {"month": str(missing), "due": due.isoformat()}
    if as_of > due + timedelta(days=declaration.schedule.grace):
        return SourceState.DOWN, Reason("stopped", {**said, "days": str((as_of - due).days)})
    return (SourceState.LATE, Reason("late", said)) if as_of > due else (SourceState.UP, None)


def _next(declaration: Declaration, as_of: date) -> Month:
    """Return the first month that has not ended yet and that the source delivers."""
    every = EVERY[declaration.schedule.rhythm]
    month = max(Month(as_of.year, as_of.month), Month.read(declaration.first))
    while month.month % every:
        month = month.later(1)
    return month


def months_to_ask(declaration: Declaration, good: Collection[Month], as_of: date) -> tuple[Month, ...]:
    """Return the months that a run asks for: all that are missing, and the last ones for corrections."""
    all_owed = list(owed(declaration, as_of))
    again = [month for month in all_owed if month in good][-ASKED_AGAIN:]
    return tuple(sorted({*again, *(month for month in all_owed if month not in good)}))


def declaration_faults(
    declaration: Declaration, tables: Mapping[str, Table], bodies: Collection[str]
) -> tuple[Fault, ...]:
    """Return everything that is wrong with a declaration, each with its field."""
    return (
        *_of_names(declaration, tables, bodies),
        *_of_place(declaration),
        *_of_numbers(declaration),
        *(_of_mapping(declaration, tables[declaration.table]) if declaration.table in tables else ()),
    )


def _wrong(field: str, template: str, **params: object) -> Fault:
    return fault("source", field, template, **params)


def _of_names(
    declaration: Declaration, tables: Mapping[str, Table], bodies: Collection[str]
) -> Iterator[Fault]:
    if not declaration.name.strip():
        yield _wrong("name", N_("is empty; write how the source is called"))
    if len(declaration.name) > LONGEST // 4:
        yield _wrong("name", N_("is longer than {most} characters"), most=LONGEST // 4)
    if declaration.owner not in bodies:
        yield _wrong("owner", N_("is no body of the register; choose one of the list"))
    if declaration.table not in tables:
        yield _wrong("table", N_("is no standard table; choose one of the list"))
    if not _MONTH.fullmatch(declaration.first):
        yield _wrong("first", N_("is no month; write it as 2025-03"))


def _of_place(declaration: Declaration) -> Iterator[Fault]:
    place = declaration.place
    if declaration.form not in FORMS[declaration.kind]:
        yield _wrong("form", N_("does not go with this kind of source"))
    if len(place) > LONGEST:
        yield _wrong("place", N_("is longer than {most} characters"), most=LONGEST)
    if declaration.kind in {Kind.HTTP, Kind.OBJECTS, Kind.SDMX}:
        if not place.startswith(("https://", "http://")):
            yield _wrong("place", N_("begins with https://, or http:// inside a closed network"))
    elif declaration.kind is Kind.POSTGRESQL:
        if not _NAMED.fullmatch(place):
            yield _wrong("place", N_("is the name of a table or view, as in bao_cao.ho_so"))
    elif declaration.kind is Kind.PUSH:
        return
    elif not place or place.startswith("/") or ".." in place.split("/"):
        yield _wrong(
            "place",
            N_("is a path inside the folder of deliveries, as in {example}"),
            example="ho-so/{month}/*.csv",
        )
    if "{month}" not in place and not declaration.month_column:
        yield _wrong(
            "place",
            N_("names no {mark}, and no column says which month a row belongs to"),
            mark="{month}",
        )


def _of_numbers(declaration: Declaration) -> Iterator[Fault]:
    limits, schedule = declaration.limits, declaration.schedule
    for field, number, least, most in (
        ("days", schedule.days, 0, MOST_DAYS),
        ("grace", schedule.grace, 0, MOST_DAYS),
        ("seconds", limits.seconds, 1, MOST_SECONDS),
        ("megabytes", limits.megabytes, 1, MOST_MEGABYTES),
        ("rows", limits.rows, 1, MOST_ROWS),
        ("tolerance", declaration.tolerance, 0, MOST_TOLERANCE),
        ("hours", declaration.hours, _HOURS.start, _HOURS.stop - 1),
    ):
        if not least <= number <= most:
            yield _wrong(field, N_("must lie between {low} and {high}, both included"), low=least, high=most)
    if len(declaration.delimiter) != 1:
        yield _wrong("delimiter", N_("is one sign, as a comma or a semicolon"))


def _of_mapping(declaration: Declaration, table: Table) -> Iterator[Fault]:
    names = [each.column for each in declaration.mapping]
    for name in sorted({name for name in names if table.column(name) is None or names.count(name) > 1}):
        yield _wrong(f"map-{name}", N_("is no column of the table, or stands twice"))
    for column in table.columns:
        mapped = declaration.mapped(column.name)
        if mapped is None or not (mapped.given or mapped.constant):
            if not column.null:
                yield _wrong(f"map-{column.name}", N_("needs a column of the source, or one fixed value"))
            continue
        yield from _of_column(column, mapped)


def _of_column(column: Column, mapped: Mapped) -> Iterator[Fault]:
    field = f"map-{column.name}"
    if mapped.given and mapped.constant:
        yield _wrong(field, N_("has a column of the source and a fixed value; one is enough"))
    ours = set(column.values) if column.type is ColumnType.CODE else {"true", "false"}
    if mapped.words and column.type not in {ColumnType.CODE, ColumnType.FLAG}:
        yield _wrong(field, N_("has no words; only codes and flags are translated"))
    elif set(mapped.words.values()) - ours:
        yield _wrong(
            field,
            N_("is translated into words that the table does not know: {words}"),
            words=", ".join(sorted(set(mapped.words.values()) - ours)),
        )
    if mapped.factor != 1 and column.type not in _NUMBERS:
        yield _wrong(field, N_("is no number, so it has no factor"))
    if not Decimal("0.000001") <= mapped.factor <= Decimal(1_000_000_000):
        yield _wrong(field, N_("has a factor that is too small or too large"))

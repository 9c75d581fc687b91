"""Illustrative registers for the demo: delivered, taken in, measured and verified by the ordinary actions."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings

from thuocdo.adapters.engines.duckdb_synthetic import deliver
from thuocdo.config.measuring import metrics, stores
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day, month_end
from thuocdo.core.messages import Reason
from thuocdo.cycles.actions import record_rows, verify_records
from thuocdo.cycles.types import Decision, RawRow
from thuocdo.measurement.months import Month, Period, quarter
from thuocdo.measurement.planning import parts
from thuocdo.measurement.sources.actions import propose_source, switch_on
from thuocdo.measurement.sources.measuring import Clock, Tell
from thuocdo.measurement.sources.types import Declaration, Form, Kind, Limits, Mapped, Schedule
from thuocdo.measurement.synthetic.types import LABEL, Planted, Recipe
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.programme.registry import register
from thuocdo.programme.types import AgencyKind

PORTAL, PAYMENTS, OFFICE = "VPCP", "NHNN", "BKHCN"
"""Who owns the register of the portal, that of payments, and that of one ministry's own office."""

_ROWS = {PORTAL: 2_500, PAYMENTS: 1_200, OFFICE: 1_600}
"""Rows of a month."""

_ENGINE = "duckdb"
"""Whatever engine the installation has chosen: the demo brings its own rows."""

_FIRST, _LAST = Month(2024, 10), Month(2025, 11)
"""The months of the demo's year, with the quarter before it, from which every path starts."""

_LIMITS = Limits(seconds=60, megabytes=20, rows=100_000)
_THOUSAND = Decimal(1_000)
_OFFICE_NAMES = {"dossier": "Mã hồ sơ", "agency": "Đơn vị", "channel": "Cách nộp", "payment": "Thanh toán"}
_LARGEST = ("-01", "-79")
"""How the codes of Hà Nội and Hồ Chí Minh City end, before and after the mergers."""

_AGREED = date(2025, 1, 13)
_READING = timedelta(days=5)
"""How long the second person takes over measured values."""

_RECENT = 2
"""So many months before today are delivered as well: so every source stands as it would stand today."""

_LATE = 5
"""So many days ago the payments of the last month were due; they have not come."""

_REPORT = {
    "kind": "observation",
    "illustrative": "1",
    "indicator": "11.6",
    "value": "64,80",
    "unit": "percent",
    "period_start": "2025-07-01",
    "period_end": "2025-09-30",
    "published_on": "2025-10-20",
    "source": f"Báo cáo quý III/2025 · {LABEL}",
    "origin": "reported",
    "method": "illustrative_report",
    "definition_vi": "Số liệu minh hoạ do cơ quan tự báo cáo, cao hơn số đo từ dữ liệu của chính cơ quan đó.",
    "definition_en": "Illustrative figure as the body itself reports it, higher than what its own data give.",
}
_REPORTED_ON = date(2025, 10, 20)


class Found(Protocol):
    """What one measurement found."""

    @property
    def values(self) -> tuple[str, ...]:
        """Return the public ids of the values that are new."""
        ...


class Measure(Protocol):
    """Measures as the background work and the command do (jobs/measuring.py)."""

    def __call__(  # noqa: D102  the class says it
        self,
        slug: str,
        *,
        source: str = "",
        period: Period | None = None,
        engine: str = "",
        clock: Clock,
        tell: Tell,
    ) -> Found: ...


@dataclass(frozen=True, slots=True)
class Registers:
    """How many sources the demo has, and how many values were measured from them."""

    sources: int
    values: int


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the demo's year: which months come, which quarter is measured, and which is sent again.

    What is sent again holds what was decided since, so its values get a second vintage.
    """

    day: date
    months: Period
    measured: Period
    again: Period | None = None


_YEAR = (
    _Day(date(2025, 1, 15), quarter(2024, 4), quarter(2024, 4)),
    _Day(date(2025, 4, 14), quarter(2025, 1), quarter(2025, 1)),
    _Day(date(2025, 7, 14), quarter(2025, 2), quarter(2025, 2), again=quarter(2025, 1)),
    _Day(date(2025, 10, 14), quarter(2025, 3), quarter(2025, 3)),
    _Day(date(2025, 12, 12), Period(Month(2025, 10), _LAST), quarter(2025, 4)),
)


def can_measure() -> bool:
    """Say whether the engine is installed; without it the demo has no registers."""
    return all(find_spec(name) is not None for name in ("duckdb", "pyarrow"))


def measured_indicators() -> frozenset[str]:
    """Return the indicators whose deciding value the registers give."""
    return frozenset(
        indicator
        for metric in metrics().metrics
        if not metric.declaration.rival_of
        and {part.table for part in parts(metric)} <= {"dossiers", "payments"}
        for indicator in metric.declaration.indicators
    )


def measure_registers(
    slug: str, *, cast: Mapping[str, Actor], clerk: Actor, measure: Measure, now: datetime
) -> Registers:
    """Let the year pass for the registers, then bring them to today.

    `cast` are the demo's people by log-in name; the clerk reports for the owner of the portal. The values
    of the year are verified by a second person, those of today wait for one.
    """
    sources = {each.owner: _agree(each, cast, morning(_AGREED)) for each in (_portal(), _payments())}
    values = 0
    for each in _YEAR:
        values += _pass(slug, each, portal=sources[PORTAL], cast=cast, measure=measure)
    done = record_rows(rows=[RawRow("row 2", _REPORT)], by=clerk, now=morning(_REPORTED_ON))
    _verify(done.added, cast, morning(_REPORTED_ON))
    if _come_to_today(sources, cast, now):
        values += len(measure(slug, engine=_ENGINE, clock=lambda: now, tell=_silent).values)
        return Registers(len(sources) + 1, values)
    return Registers(len(sources), values)


def morning(day: date) -> datetime:
    """Return nine o'clock of a day in the programme's time zone."""
    return datetime.combine(day, time(9), ZoneInfo(settings.THUOCDO_ZONE))


def _pass(slug: str, each: _Day, *, portal: str, cast: Mapping[str, Actor], measure: Measure) -> int:
    """Let what is due on a day be delivered, measured and verified; returns how many values are new."""
    at = morning(each.day)
    for declaration in (_portal(), _payments()):
        _deliver(declaration, each.months, seen=each.months.last)
    measured = partial(measure, slug, engine=_ENGINE, clock=lambda: at, tell=_silent)
    found = measured(period=each.measured).values
    if each.again:
        _deliver(_portal(), each.again, seen=each.months.last)
        found += measured(period=each.again, source=portal).values
    _verify(found, cast, at)
    return len(found)


def _come_to_today(sources: Mapping[str, str], cast: Mapping[str, Actor], now: datetime) -> bool:
    """Let the last months come under new versions, and a third source with planted faults.

    The portal has everything; the payments of the last month are late; the ministry's office has rows
    that break the contract in one month, and in the next another unit, so that its delivery is held.
    """
    today = local_day(now, settings.THUOCDO_ZONE)
    last = Month(today.year, today.month).later(-1)
    if last <= _LAST:
        return False
    first = max(last.later(1 - _RECENT), _LAST.later(1))
    waited = (today - month_end(last.year, last.month)).days
    late = Schedule(days=max(0, waited - _LATE), grace=30)
    portal = replace(_portal(), first=str(first), schedule=Schedule(days=20, grace=10))
    payments = replace(_payments(), first=str(first), schedule=late)
    office = _office(last.later(1 - _RECENT))
    _agree(portal, cast, now, id=sources[PORTAL])
    _agree(payments, cast, now, id=sources[PAYMENTS])
    _agree(office, cast, now)
    _deliver(portal, Period(first, last), seen=last)
    if first < last:
        _deliver(payments, Period(first, last.later(-1)), seen=last)
    planted = {last.later(-1): Planted.DUPLICATES, last: Planted.TIMES_HUNDRED}
    _deliver(office, Period(last.later(1 - _RECENT), last), seen=last, planted=planted)
    return True


def _agree(declaration: Declaration, cast: Mapping[str, Actor], at: datetime, id: str = "") -> str:  # noqa: A002  public ids are called id everywhere
    """Let one person propose a source and a second one switch it on; returns its id."""
    version = propose_source(declaration=declaration, id=id, by=cast["chi"], now=at)
    switch_on(id=version.source, number=version.number, by=cast["binh"], now=at)
    return version.source


def _deliver(
    declaration: Declaration, months: Period, *, seen: Month, planted: Mapping[Month, Planted] | None = None
) -> None:
    """Put months of a register where its owner delivers; the same months have the same rows each time.

    Bodies are those of each month's own last day, so that a merger shows.
    """
    year = months.last <= _LAST
    period = Period(_FIRST, _LAST if year else months.last)
    by_bodies: dict[tuple[str, ...], set[Month]] = defaultdict(set)
    for month in months.months():
        by_bodies[_bodies(declaration.owner, month)].add(month)
    for codes, same in by_bodies.items():
        recipe = Recipe(
            rows=_ROWS[declaration.owner] * sum(1 for _ in period.months()),
            period=period,
            seen=seen,
            seed=1 if year else 2,
            planted=planted or {},
            codes=codes,
        )
        deliver(recipe, declaration, stores().deliveries, same)


def _bodies(owner: str, month: Month) -> tuple[str, ...]:
    """Return the bodies with rows in a month, the largest first: provinces, or the ministry itself."""
    if owner == OFFICE:
        return (OFFICE,)
    day = month_end(month.year, month.month)
    there = [
        each.code for each in register().agencies if each.kind is AgencyKind.PROVINCE and each.exists_on(day)
    ]
    return tuple(sorted(there, key=lambda code: (not code.endswith(_LARGEST), code)))


def _verify(values: tuple[str, ...], cast: Mapping[str, Actor], measured_at: datetime) -> None:
    decisions = [Decision(public_id, accept=True) for public_id in values]
    verify_records(decisions=decisions, by=cast["binh"], now=measured_at + _READING)


def _portal() -> Declaration:
    """Return the register of dossiers as files whose columns have our names."""
    return Declaration(
        name="Cổng Dịch vụ công quốc gia (minh hoạ)",
        owner=PORTAL,
        table="dossiers",
        kind=Kind.FOLDER,
        form=Form.PARQUET,
        place="cong-dich-vu-cong/{month}.parquet",
        mapping=_named({}),
        schedule=Schedule(days=10, grace=5),
        limits=_LIMITS,
        first=str(_FIRST),
        illustrative=True,
    )


def _payments() -> Declaration:
    """Return the register of payments as its owner keeps it: other columns, words and units."""
    ways = {
        "TM": "cash",
        "CK": "transfer",
        "THE": "card",
        "VI": "wallet",
        "QR": "qr",
        "TDD": "mobile_money",
    }
    return Declaration(
        name="Thống kê giao dịch thanh toán (minh hoạ)",
        owner=PAYMENTS,
        table="payments",
        kind=Kind.FOLDER,
        form=Form.CSV,
        place="thanh-toan/{month}.csv",
        mapping=(
            Mapped("agency", "Mã địa phương"),
            Mapped("institution", "Mã tổ chức"),
            Mapped("method", "Phương thức", words=ways),
            Mapped("transactions", "Số giao dịch"),
            Mapped("amount", "Giá trị (nghìn đồng)", factor=_THOUSAND),
        ),
        schedule=Schedule(days=12, grace=8),
        limits=_LIMITS,
        first=str(_FIRST),
        illustrative=True,
    )


def _office(first: Month) -> Declaration:
    """Return the register of a ministry's own office: a few broken rows in a thousand may stand apart."""
    return replace(
        _portal(),
        name="Hệ thống một cửa Bộ Khoa học và Công nghệ (minh hoạ)",
        owner=OFFICE,
        form=Form.CSV,
        place="mot-cua-bkhcn/{month}.csv",
        mapping=_named(_OFFICE_NAMES),
        first=str(first),
        tolerance=40,
    )


def _named(given: Mapping[str, str]) -> tuple[Mapped, ...]:
    """Return a mapping in which a column has our name where the owner has no other."""
    columns = standard_tables()["dossiers"].columns
    return tuple(Mapped(each.name, given.get(each.name, each.name)) for each in columns)


def _silent(_reason: Reason) -> None:
    """Say nothing: the demo tells how many values it has."""

"""Demo data: the model programme, its people, and illustrative records made with the ordinary actions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

from thuocdo.accounts import queries as people_queries
from thuocdo.accounts.actions import add_person
from thuocdo.config.illustration import Filing, Illustration
from thuocdo.config.illustration_assessments import assess
from thuocdo.config.illustration_heads import enter_heads
from thuocdo.config.illustration_metric import write_metric
from thuocdo.config.illustration_registers import (
    PORTAL,
    Measure,
    Registers,
    can_measure,
    measure_registers,
    measured_indicators,
    morning,
)
from thuocdo.config.illustration_values import value_rows
from thuocdo.config.loading import load_model_programme
from thuocdo.config.transparency import entering, past, pinned, scored_sets
from thuocdo.core.actor import Actor, Role
from thuocdo.core.text import slug
from thuocdo.cycles.actions import record_rows, verify_records
from thuocdo.cycles.books import Books
from thuocdo.cycles.queries import MODELS
from thuocdo.cycles.types import Decision, RawRow
from thuocdo.evaluation.queries import facts
from thuocdo.measurement.baselines import published_baselines
from thuocdo.programme import queries as programmes
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.publication.keys import DEMO_KEY, Purpose, new_key, read_key, trust_bytes, trust_of, write_key
from thuocdo.publication.publish import publish
from thuocdo.publication.site import render_site

SLUG = "nq03"
PASSWORD = "thuoc-do-minh-hoa"  # noqa: S105  the demo prints it and serves on this machine only
SETUP = Actor(id="setup", name="Setup", roles=frozenset({Role.ADMINISTRATOR}))

CAST: tuple[tuple[str, str, str, tuple[Role, ...]], ...] = (
    ("an", "An (minh hoạ)", "BKHCN", (Role.REPORTER, Role.HEAD)),
    ("binh", "Bình (minh hoạ)", "VPTW", (Role.MONITOR,)),
    ("chi", "Chi (minh hoạ)", "VPTW", (Role.PUBLISHER, Role.METHODOLOGIST)),
    ("dung", "Dũng (minh hoạ)", "", ()),
    ("giang", "Giang (minh hoạ)", "BYT", (Role.REPORTER, Role.HEAD)),
)
"""Log-in name, name, body, roles. Bình and Chi belong to a body that leads no task."""

STAFF: tuple[tuple[str, str, str, tuple[Role, ...]], ...] = (
    ("em", "Em (minh hoạ)", "BKHCN", (Role.REPORTER,)),
    ("hoa", "Hoa (minh hoạ)", "", (Role.ADMINISTRATOR,)),
)
"""People of the command line only: their accounts have no password."""

_ORDER = {kind.value: position for position, kind in enumerate(MODELS)}
_READING = timedelta(days=5)
"""How long the second person takes over a value."""


@dataclass(frozen=True, slots=True)
class DemoData:
    """Who can log in to the demo, and how many illustrative records it holds.

    `registers` is what was measured; None where the engine is missing, or the demo was made before.
    """

    people: tuple[Actor, ...]
    password: str
    records: int
    made: bool
    registers: Registers | None = None


def make_demo_data(*, now: datetime, as_of: date, measure: Measure | None = None) -> DemoData:
    """Load the model programme and its illustrative records; a second run changes nothing.

    The records are made on their own days of the year with the same actions that people use,
    and each is marked as illustrative. All of it is one transaction. `measure` is what measures from
    illustrative registers; without it, or without an engine, indicators have only invented values.
    """
    if SLUG in programmes.slugs():
        return DemoData(_cast(), PASSWORD, 0, made=False)
    with transaction.atomic():
        cast = _add_people(now)
        load_model_programme(slug=SLUG, by=cast["chi"], confirmed_by=cast["binh"], now=now)
        measures = measure if can_measure() else None
        records = _record(as_of, cast, measured_indicators() if measures else frozenset())
        enter_heads(by=cast["binh"], confirmed_by=cast["chi"])
        write_metric(by=cast["chi"], confirmed_by=cast["binh"])
        assess(cast=cast, clerks={each.code: cast[_clerk(each.code)] for each in register().agencies})
        registers = None
        if measures:
            clerk = cast[_clerk(PORTAL)]
            registers = measure_registers(SLUG, cast=cast, clerk=clerk, measure=measures, now=now)
    return DemoData(_cast(), PASSWORD, records, made=True, registers=registers)


@dataclass(frozen=True, slots=True)
class DemoSite:
    """What a publication of the demo did: all its files, and those that are new or changed."""

    files: int
    written: int


def publish_demo(*, out: Path, data: Path, as_of: date, now: datetime) -> DemoSite:
    """Publish the demo into `out`, signed with a demo key that is kept in the data folder.

    A demo key signs illustrative facts only; `trust.json` beside it pins it for verifying.
    """
    key_file = data / DEMO_KEY
    if not key_file.exists():
        issued = catalogue(SLUG).issued_on
        write_key(key_file, new_key(name="Demo", role="demo", purpose=Purpose.DEMO, valid_from=issued))
    key = read_key(key_file)
    (data / "trust.json").write_bytes(trust_bytes(pinned(trust_of((key,)))))
    known = past()
    done = publish(
        facts(SLUG, as_of=as_of),
        out=out,
        signers=(key,),
        now=now,
        past=known,
        render=partial(render_site, address=settings.THUOCDO_SITE_ADDRESS),
        enter=entering(known),
        sets=scored_sets(),
    )
    return DemoSite(files=done.files, written=len(done.written))


def _cast() -> tuple[Actor, ...]:
    names = {name for name, *_ in CAST}
    return tuple(person for person in people_queries.people() if person.id in names)


def _add_people(now: datetime) -> dict[str, Actor]:
    """Add the cast with the demo's password, the staff, and for each body a clerk, without one."""
    clerks = [
        (_clerk(code), f"Cán bộ tổng hợp {code} (minh hoạ)", code, (Role.REPORTER, Role.HEAD))
        for code in dict.fromkeys(agency.code for agency in register().agencies)
    ]
    with_password = {name for name, *_ in CAST}
    return {
        username: add_person(
            username=username,
            name=name,
            agency=agency,
            roles=roles,
            password=PASSWORD if username in with_password else None,
            by=SETUP,
            now=now,
        )
        for username, name, agency, roles in (*CAST, *STAFF, *clerks)
    }


def _record(as_of: date, cast: Mapping[str, Actor], measured: frozenset[str]) -> int:
    """Let the days pass: what is handed in is recorded, then what is due is decided."""
    filed = _filings(as_of)
    values: dict[date, list[dict[str, str]]] = defaultdict(list)
    published = {item.indicator for item in published_baselines(SLUG)}
    for day, row in value_rows(catalogue(SLUG), published | measured):
        values[day].append(row)
    decisions: dict[date, list[Decision]] = defaultdict(list)
    count = 0
    for day in sorted(_days(filed, values)):
        books, at = Books(day=day), morning(day)
        if day in values:
            done = record_rows(rows=_rows(values[day]), by=cast["chi"], now=at, books=books)
            decisions[day + _READING] += [Decision(public_id, accept=True) for public_id in done.added]
            count += len(done.added)
        for agency, filings in filed.get(day, {}).items():
            done = record_rows(
                rows=_rows([item.cells for item in filings]), by=cast[_clerk(agency)], now=at, books=books
            )
            for public_id, item in zip(done.added, filings, strict=True):
                if item.judged_on is not None:
                    decisions[item.judged_on].append(_decision(public_id, item))
            count += len(done.added)
        if day in decisions:
            verify_records(decisions=decisions.pop(day), by=cast["binh"], now=at, books=books)
    return count


def _filings(as_of: date) -> dict[date, dict[str, list[Filing]]]:
    """Return the rows by day and body, each once, in the order in which they are recorded."""
    found: dict[tuple[date, str], dict[tuple[tuple[str, str], ...], Filing]] = {}
    for item in Illustration(catalogue(SLUG), register(), as_of).filings():
        found.setdefault((item.on, item.agency), {})[tuple(item.cells.items())] = item
    by_day: dict[date, dict[str, list[Filing]]] = defaultdict(dict)
    for (day, agency), items in found.items():
        by_day[day][agency] = sorted(items.values(), key=lambda item: _ORDER[item.cells["kind"]])
    return by_day


def _days(filed: Mapping[date, Mapping[str, Sequence[Filing]]], values: Iterable[date]) -> set[date]:
    """Return every day on which something is handed in or decided."""
    judged = {item.judged_on for bodies in filed.values() for items in bodies.values() for item in items} - {
        None
    }
    reading = {day + _READING for day in values}
    return {*filed, *values, *reading, *(day for day in judged if day is not None)}


def _decision(public_id: str, item: Filing) -> Decision:
    return Decision(public_id, item.accept, item.components if item.accept else (), item.note)


def _rows(cells: Sequence[Mapping[str, str]]) -> list[RawRow]:
    return [RawRow(f"row {number}", values) for number, values in enumerate(cells, start=2)]


def _clerk(agency: str) -> str:
    return f"bc.{slug(agency)}"

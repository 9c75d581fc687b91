"""Holding a file's rows against the programme: every fault at once, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Fault, Invalid, NotAllowed, NotFound
from thuocdo.cycles import queries
from thuocdo.cycles.rows import Parsed, parse
from thuocdo.cycles.rules import lead_bodies, related
from thuocdo.cycles.types import EvidenceKind, RawRow, RecordKind, Situation
from thuocdo.documents.citations import read_citations
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme import queries as programmes
from thuocdo.programme.rules import assigned_to, responsible_on
from thuocdo.programme.types import Indicator, Programme, Register, Task


@dataclass(slots=True)
class Books:
    """The programmes that files of one day speak of, loaded once, and who may say something of a task.

    Several files of the same day may share the books; what is recorded is never remembered here.
    """

    day: date
    _slugs: tuple[str, ...] | None = None
    _programmes: dict[str, Programme] = field(default_factory=dict)
    _registers: dict[str, Register] = field(default_factory=dict)
    _tasks: dict[tuple[str, str], Task] = field(default_factory=dict)
    _indicators: dict[tuple[str, str], Indicator] = field(default_factory=dict)
    _leads: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _partners: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)

    def only_programme(self) -> str:
        """Return the slug that an empty column means."""
        if self._slugs is None:
            self._slugs = programmes.slugs()
        return self._slugs[0] if len(self._slugs) == 1 else ""

    def programme(self, slug: str) -> Programme:
        """Return the version in force on the day of receipt; raises `NotFound`."""
        if slug not in self._programmes:
            found = programmes.programme(slug, as_of=self.day)
            self._programmes[slug] = found
            self._tasks.update({(slug, task.code): task for task in found.tasks})
            self._indicators.update({(slug, item.code): item for item in found.indicators})
        return self._programmes[slug]

    def register(self, slug: str) -> Register:
        """Return all bodies, with the designations of a programme."""
        if slug not in self._registers:
            self._registers[slug] = programmes.register(slug)
        return self._registers[slug]

    def task(self, slug: str, code: str) -> Task | None:
        """Return a task, or None."""
        self.programme(slug)
        return self._tasks.get((slug, code))

    def indicator(self, slug: str, code: str) -> Indicator | None:
        """Return an indicator row, or None."""
        self.programme(slug)
        return self._indicators.get((slug, code))

    def leads(self, slug: str, task: Task) -> frozenset[str]:
        """Return the leads of a task with their predecessors and successors."""
        key = (slug, task.code)
        if key not in self._leads:
            self._leads[key] = lead_bodies(task, day=self.day, register=self.register(slug))
        return self._leads[key]

    def answerable(self, slug: str, about: str) -> frozenset[str]:
        """Return the bodies that answer for a task (or, by its key, an indicator): none may verify for it."""
        task = self.task(slug, about)
        if task is not None:
            return self.leads(slug, task)
        item = self.indicator(slug, about.partition("@")[0])
        if item is None:
            return frozenset()
        return related(set(item.monitors), day=self.day, register=self.register(slug))

    def takes_part(self, slug: str, task: Task, agency: str) -> bool:
        """Say whether a body leads or supports a task; anybody may while no document names the members."""
        key = (slug, task.code)
        if agency in self.leads(slug, task):
            return True
        if key not in self._partners:
            register = self.register(slug)
            named = assigned_to(
                (*task.leads, *task.coordinators),
                task=task.code,
                due=task.deadline.due,
                as_of=self.day,
                register=register,
            )
            partners = related(set(named.agencies), day=self.day, register=register)
            self._partners[key] = None if named.unnamed else partners
        partners_now = self._partners[key]
        return partners_now is None or agency in partners_now

    def answers_for(self, slug: str, agency: str) -> str:
        """Return the body that answers for `agency` today; raises `NotFound`."""
        return responsible_on(agency, self.day, self.register(slug))


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that may be written: its content, and the key that makes a second one no second record."""

    where: str
    kind: RecordKind
    programme: str
    agency: str
    content: dict[str, Any]
    illustrative: bool
    corrects: str
    reason: str

    @property
    def key(self) -> str:
        """Return the SHA-256 of everything that was given."""
        given = {
            "kind": self.kind.value,
            "programme": self.programme,
            "agency": self.agency,
            "content": self.content,
            "illustrative": self.illustrative,
            "corrects": self.corrects,
        }
        return sha256_hex(canonical_json(given))


def read_entries(rows: Sequence[RawRow], *, by: Actor, books: Books) -> tuple[Entry, ...]:
    """Return the entries of a file, or refuse it with every fault of every row."""
    parsed = [parse(row) for row in rows]
    faults = [fault for result in parsed if isinstance(result, list) for fault in result]
    good = [result for result in parsed if isinstance(result, Parsed)]
    entries = []
    for row in good:
        entry = _entry(row, by, books)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            faults += entry
    faults += _closed_cycles(entries, books)
    if faults:
        order = {row.where: place for place, row in enumerate(rows)}
        faults.sort(key=lambda fault: order.get(fault.where, len(order)))
        raise Invalid(
            f"Nothing was recorded; faults found: {len(faults)}.",
            faults=faults,
            hint="Correct them and give the whole file again: rows that are known are not doubled.",
        )
    _check_own(entries, by, books)
    return tuple(entries)


def _check_own(entries: Sequence[Entry], by: Actor, books: Books) -> None:
    foreign = [
        entry
        for entry in entries
        if entry.kind is not RecordKind.OBSERVATION
        and (
            not by.agency or by.agency not in {entry.agency, books.answers_for(entry.programme, entry.agency)}
        )
    ]
    if foreign:
        first = foreign[0]
        raise NotAllowed(
            f"{first.where}: {by.name} belongs to {by.agency or 'no body'} "
            f"and may not report for {first.agency or 'nobody'} ({len(foreign)} such rows).",
            hint="A body reports on its own duties only.",
        )


def _entry(row: Parsed, by: Actor, books: Books) -> Entry | list[Fault]:
    slug = row.programme or books.only_programme()
    if not slug:
        message = "is empty, and not exactly one programme is loaded"
        return [Fault(where=row.where, field="programme", message=message)]
    try:
        books.programme(slug)
    except NotFound as error:
        return [Fault(where=row.where, field="programme", message=error.message)]
    content = dict(row.fields)
    if row.kind is RecordKind.OBSERVATION:
        agency = row.agency or (by.agency if content["origin"] == Origin.REPORTED.value else "")
        faults = _observation_faults(row, slug, books, content)
    else:
        agency = row.agency or by.agency
        faults = _task_faults(row, slug, agency, books)
        if row.kind is RecordKind.EVIDENCE:
            _complete_evidence(content)
            faults += _late_days(row.where, content, "issued_on", books.day)
        elif row.kind is RecordKind.REPORT:
            faults += _report_faults(row, slug, books)
    if faults:
        return faults
    return Entry(
        where=row.where,
        kind=row.kind,
        programme=slug,
        agency=agency,
        content=msgspec.to_builtins(content),
        illustrative=row.illustrative,
        corrects=row.corrects,
        reason=row.reason,
    )


def _task_faults(row: Parsed, slug: str, agency: str, books: Books) -> list[Fault]:
    where, code = row.where, row.fields["task"]
    task = books.task(slug, code)
    if row.kind is RecordKind.MILESTONE and "@" in code:
        return _step_faults(row, slug, agency, books)
    if task is None:
        return [Fault(where=where, field="task", message=f"there is no task {code} in {slug}")]
    faults = []
    try:
        books.answers_for(slug, agency)
    except NotFound:
        message = f"no body has the code {agency or '(empty)'} today"
        return [Fault(where=where, field="agency", message=message)]
    if not books.takes_part(slug, task, agency):
        message = f"{agency} neither leads nor supports task {code}"
        faults.append(Fault(where=where, field="agency", message=message))
    component = row.fields.get("component", "")
    codes = [part.code for part in task.components]
    if component and component not in codes:
        message = f"task {code} has no part {component}; it has {', '.join(codes) or 'none'}"
        faults.append(Fault(where=where, field="component", message=message))
    return faults


def _step_faults(row: Parsed, slug: str, agency: str, books: Books) -> list[Fault]:
    """Check a milestone of an indicator, named by its key: small counts go by dated steps."""
    code = row.fields["task"]
    item = books.indicator(slug, code.partition("@")[0])
    if item is None or item.key != code:
        return [Fault(where=row.where, field="task", message=f"there is no indicator {code} in {slug}")]
    if agency not in books.answerable(slug, code):
        return [Fault(where=row.where, field="agency", message=f"{agency} does not monitor indicator {code}")]
    return []


def _report_faults(row: Parsed, slug: str, books: Books) -> list[Fault]:
    where, fields = row.where, row.fields
    faults = _late_days(where, fields, "obstacle_since", books.day)
    if fields["situation"] == Situation.OBSTACLE.value and "obstacle" not in fields:
        faults.append(
            Fault(where=where, field="obstacle", message="is empty, and the situation says obstacle")
        )
    code = fields.get("cycle", "")
    cycles = {cycle.code: cycle for cycle in books.programme(slug).cycles}
    if not code:
        return faults
    if code not in cycles:
        message = f"there is no cycle {code}; there are {', '.join(cycles)}"
        return [*faults, Fault(where=where, field="cycle", message=message)]
    if books.day < cycles[code].starts_on:
        faults.append(Fault(where=where, field="cycle", message=f"{code} has not begun"))
    return faults


def _closed_cycles(entries: Sequence[Entry], books: Books) -> list[Fault]:
    """Refuse a second report in a closed cycle unless it corrects the first."""
    late: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        code = entry.content.get("cycle", "") if entry.kind is RecordKind.REPORT else ""
        if code and not entry.corrects:
            late.setdefault((entry.programme, code), []).append(entry)
    faults = []
    for (slug, code), mine in late.items():
        closing = next(cycle.due_before for cycle in books.programme(slug).cycles if cycle.code == code)
        if books.day < closing:
            continue
        standing = queries.reported(slug, code)
        for entry in mine:
            other = standing.get((entry.content["task"], entry.agency))
            if other is not None and other[1] != entry.key:
                message = f"{code} is closed; only a correction of {other[0]} with a reason changes it"
                faults.append(Fault(where=entry.where, field="corrects", message=message))
    return faults


def _observation_faults(row: Parsed, slug: str, books: Books, content: dict[str, Any]) -> list[Fault]:
    where = row.where
    content.setdefault("standing", Standing.DECLARED.value)
    item = books.indicator(slug, content["indicator"])
    if item is None:
        message = f"there is no indicator {content['indicator']} in {slug}"
        return [Fault(where=where, field="indicator", message=message)]
    faults = _late_days(where, content, "period_end", books.day)
    faults += _late_days(where, content, "published_on", books.day)
    start = content.get("period_start")
    if start is not None and start > content["period_end"]:
        faults.append(Fault(where=where, field="period_start", message="is later than period_end"))
    scopes = {target.scope for target in item.targets}
    if content.get("scope") and content["scope"] not in scopes:
        message = f"indicator {item.code} has no scope {content['scope']}"
        faults.append(Fault(where=where, field="scope", message=message))
    if content.get("denominator") is not None and content["denominator"] <= 0:
        faults.append(Fault(where=where, field="denominator", message="must be greater than zero"))
    if row.corrects:
        message = "a revised value is a new vintage: give it its own published_on"
        faults.append(Fault(where=where, field="corrects", message=message))
    return faults


def _late_days(where: str, fields: dict[str, Any], name: str, today: date) -> list[Fault]:
    day = fields.get(name)
    if day is None or day <= today:
        return []
    return [Fault(where=where, field=name, message=f"{day.isoformat()} has not come yet")]


def _complete_evidence(content: dict[str, Any]) -> None:
    """Read number, day and issuer out of the pasted line where the columns are empty."""
    content["kind"] = content.pop("evidence_kind", EvidenceKind.DOCUMENT.value)
    if content["kind"] != EvidenceKind.DOCUMENT.value or content.get("number"):
        return
    own = (item for item in read_citations(content["text"]) if not item.referenced)
    for citation in tuple(own)[:1]:
        content["number"] = citation.number
        if citation.issued_on and "issued_on" not in content:
            content["issued_on"] = citation.issued_on
        if citation.issuer and "issuer" not in content:
            content["issuer"] = citation.issuer


def to_observation(entry: Entry) -> Observation:
    """Return the observation that an entry of that kind holds."""
    given = {"id": "", "illustrative": entry.illustrative}
    return msgspec.convert({**entry.content, **given}, Observation)

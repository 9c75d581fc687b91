"""Holding a file's rows against the programme: every fault at once, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import N_, Fault, Invalid, NotAllowed, NotFound, Unnamed, fault
from thuocdo.core.typed import convert
from thuocdo.cycles import faults, models, queries
from thuocdo.cycles.books import Books
from thuocdo.cycles.rows import Parsed, parse
from thuocdo.cycles.types import EvidenceKind, OpenCycle, RawRow, RecordKind
from thuocdo.documents.citations import read_citations
from thuocdo.measurement.types import Observation, Origin, Standing

__all__ = ["Books", "Entry", "Examined", "examine", "read_entries", "to_observation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that may be written: its content, and the key that makes a second one no second record.

    `attachments` are the public ids of the files whose digests stand in the content.
    """

    where: str
    kind: RecordKind
    programme: str
    agency: str
    content: dict[str, Any]
    illustrative: bool
    corrects: str
    reason: str
    attachments: tuple[str, ...] = ()
    key: str = field(init=False)
    """The SHA-256 of everything that was given."""

    def __post_init__(self) -> None:
        """Work out the key."""
        given = {
            "kind": self.kind.value,
            "programme": self.programme,
            "agency": self.agency,
            "content": self.content,
            "illustrative": self.illustrative,
            "corrects": self.corrects,
        }
        object.__setattr__(self, "key", sha256_hex(canonical_json(given)))


@dataclass(frozen=True, slots=True)
class Examined:
    """The rows of a file: those that may be written, and every fault of the others."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def read_entries(rows: Sequence[RawRow], *, by: Actor, books: Books) -> tuple[Entry, ...]:
    """Return the entries of a file, or refuse it with every fault of every row."""
    examined = examine(rows, by=by, books=books)
    if examined.faults:
        raise Invalid(
            N_("Nothing was recorded; faults found: {count}."),
            faults=examined.faults,
            hint=N_("Correct them and give the whole file again: rows that are known are not doubled."),
            params={"count": len(examined.faults)},
        )
    _check_own(examined.entries, by, books)
    return examined.entries


def examine(rows: Sequence[RawRow], *, by: Actor, books: Books) -> Examined:
    """Hold rows against the programme; faults come in the order of the rows."""
    parsed = [parse(row) for row in rows]
    found = [each for result in parsed if isinstance(result, list) for each in result]
    good = [result for result in parsed if isinstance(result, Parsed)]
    found += _take_files(good, by)
    entries = []
    for row in good:
        entry = _entry(row, by, books)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            found += entry
    found += _closed_cycles(entries, books)
    order = {row.where: place for place, row in enumerate(rows)}
    found.sort(key=lambda each: order.get(each.where, len(order)))
    wrong = {each.where for each in found}
    return Examined(tuple(entry for entry in entries if entry.where not in wrong), tuple(found))


def _take_files(rows: Sequence[Parsed], by: Actor) -> list[Fault]:
    """Put the digests of the body's own files in the place of their ids."""
    wanted = {public_id for row in rows for public_id in row.attachments}
    if not wanted:
        return []
    own = models.Attachment.objects.filter(public_id__in=wanted, agency=by.agency)
    digests = dict(own.values_list("public_id", "sha256"))
    found = []
    for row in rows:
        missing = [public_id for public_id in row.attachments if public_id not in digests]
        if missing:
            found.append(fault(row.where, "files", faults.NO_FILE, ids=", ".join(missing)))
        elif row.attachments:
            row.fields["files"] = [digests[public_id] for public_id in row.attachments]
    return found


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
            N_("{where}: {name} belongs to {own} and may not report for {agency} ({count} such rows)."),
            hint=N_("A body reports on its own duties only."),
            params={
                "where": first.where,
                "name": by.name,
                "own": by.agency or Unnamed.BODY,
                "agency": first.agency or Unnamed.ONE,
                "count": len(foreign),
            },
        )


def _entry(row: Parsed, by: Actor, books: Books) -> Entry | list[Fault]:
    slug = row.programme or books.only_programme()
    if not slug:
        return [fault(row.where, "programme", faults.NO_PROGRAMME)]
    try:
        books.programme(slug)
    except NotFound as error:
        return [Fault(where=row.where, field="programme", message=error.message)]
    content = dict(row.fields)
    if row.kind is RecordKind.OBSERVATION:
        agency = row.agency or (by.agency if content["origin"] == Origin.REPORTED.value else "")
        found = _observation_faults(row, slug, books, content)
    else:
        agency = row.agency or by.agency
        found = _task_faults(row, slug, agency, books)
        if row.kind is RecordKind.EVIDENCE:
            _complete_evidence(content)
            found += _late_days(row.where, content, "issued_on", books.day)
        elif row.kind is RecordKind.REPORT:
            found += _report_faults(row, slug, books)
    if found:
        return found
    return Entry(
        where=row.where,
        kind=row.kind,
        programme=slug,
        agency=agency,
        content=msgspec.to_builtins(content),
        illustrative=row.illustrative,
        corrects=row.corrects,
        reason=row.reason,
        attachments=row.attachments,
    )


def _task_faults(row: Parsed, slug: str, agency: str, books: Books) -> list[Fault]:
    where, code = row.where, row.fields["task"]
    task = books.task(slug, code)
    if row.kind is RecordKind.MILESTONE and "@" in code:
        return _step_faults(row, slug, agency, books)
    if task is None:
        return [fault(where, "task", faults.NO_TASK, task=code, programme=slug)]
    found = []
    try:
        books.answers_for(slug, agency)
    except NotFound:
        return [fault(where, "agency", faults.NO_BODY, agency=agency or "(empty)")]
    if not books.takes_part(slug, task, agency):
        found.append(fault(where, "agency", faults.NO_PART_IN, agency=agency, task=code))
    component = row.fields.get("component", "")
    codes = [part.code for part in task.components]
    if component and component not in codes:
        sentence = faults.NO_COMPONENT if codes else faults.NO_COMPONENTS
        found.append(fault(where, "component", sentence, task=code, part=component, parts=", ".join(codes)))
    return found


def _step_faults(row: Parsed, slug: str, agency: str, books: Books) -> list[Fault]:
    """Check a milestone of an indicator, named by its key: small counts go by dated steps."""
    code = row.fields["task"]
    item = books.indicator(slug, code.partition("@")[0])
    if item is None or item.key != code:
        return [fault(row.where, "task", faults.NO_INDICATOR, indicator=code, programme=slug)]
    if agency not in books.answerable(slug, code):
        return [fault(row.where, "agency", faults.NO_MONITOR, agency=agency, indicator=code)]
    return []


def _report_faults(row: Parsed, slug: str, books: Books) -> list[Fault]:
    where, fields = row.where, row.fields
    found = _late_days(where, fields, "obstacle_since", books.day)
    found += _money_faults(where, fields)
    code, cycles = fields.get("cycle", ""), books.cycles(slug)
    if not code:
        return found
    if code not in cycles:
        return [*found, fault(where, "cycle", faults.NO_CYCLE, cycle=code, cycles=", ".join(cycles))]
    if books.day < cycles[code].starts_on:
        found.append(fault(where, "cycle", faults.NOT_BEGUN, cycle=code))
    return found


def _money_faults(where: str, fields: dict[str, Any]) -> list[Fault]:
    """Money of the task since its start, in million VND: nothing below zero, no more spent than given."""
    found = [
        fault(where, name, faults.BELOW_ZERO)
        for name in ("allocated", "disbursed")
        if fields.get(name, 0) < 0
    ]
    if not found and fields.get("disbursed", 0) > fields.get("allocated", 0):
        found.append(fault(where, "disbursed", faults.OVERSPENT, allocated=fields["allocated"]))
    return found


def _closed_cycles(entries: Sequence[Entry], books: Books) -> list[Fault]:
    """Refuse reports of a cycle that is over, unless they are known or correct one that stands.

    A cycle that somebody opened takes nothing new after its closing day. One that nobody opened
    closes when its reports are due, and still takes a late first report.
    """
    mine: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        code = entry.content.get("cycle", "") if entry.kind is RecordKind.REPORT else ""
        if code:
            mine.setdefault((entry.programme, code), []).append(entry)
    found = []
    for (slug, code), given in mine.items():
        cycle = books.cycles(slug)[code]
        if books.day <= (cycle.closes_on if cycle.opened else cycle.due_on):
            continue
        standing = queries.reported(slug, code)
        ids = {public_id for public_id, _key in standing.values()}
        keys = queries.known(RecordKind.REPORT, [entry.key for entry in given])
        for entry in given:
            if entry.key in keys or entry.corrects in ids:
                continue
            other = standing.get((entry.content["task"], entry.agency))
            if other is not None or cycle.opened:
                found.append(_closed_fault(entry, cycle, other[0] if other else ""))
    return found


def _closed_fault(entry: Entry, cycle: OpenCycle, other: str) -> Fault:
    if not other:
        return fault(entry.where, "cycle", faults.CYCLE_OVER, cycle=cycle.code, day=cycle.closes_on)
    return fault(entry.where, "corrects", faults.ONLY_CORRECTION, cycle=cycle.code, id=other)


def _observation_faults(row: Parsed, slug: str, books: Books, content: dict[str, Any]) -> list[Fault]:
    where = row.where
    content.setdefault("standing", Standing.DECLARED.value)
    item = books.indicator(slug, content["indicator"])
    if item is None:
        code = content["indicator"]
        return [fault(where, "indicator", faults.NO_INDICATOR, indicator=code, programme=slug)]
    found = _late_days(where, content, "period_end", books.day)
    found += _late_days(where, content, "published_on", books.day)
    start = content.get("period_start")
    if start is not None and start > content["period_end"]:
        found.append(fault(where, "period_start", faults.LATER_THAN_END))
    scopes = {target.scope for target in item.targets}
    if content.get("scope") and content["scope"] not in scopes:
        found.append(fault(where, "scope", faults.NO_SCOPE, indicator=item.code, scope=content["scope"]))
    if content.get("denominator") is not None and content["denominator"] <= 0:
        found.append(fault(where, "denominator", faults.NOT_POSITIVE))
    if row.corrects:
        found.append(fault(where, "corrects", faults.NEW_VINTAGE))
    return found


def _late_days(where: str, fields: dict[str, Any], name: str, today: date) -> list[Fault]:
    day = fields.get(name)
    if day is None or day <= today:
        return []
    return [fault(where, name, faults.NOT_COME, day=day)]


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
    return convert({**entry.content, **given}, Observation)

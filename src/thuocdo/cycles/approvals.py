"""The head's desk: what waits for approval, task by task, and what came back from the verifiers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, NotFound
from thuocdo.cycles import models, queries
from thuocdo.cycles.desk import faults_of, in_state, words_of
from thuocdo.cycles.types import Evidence, Milestone, RecordKind, Report, State


@dataclass(frozen=True, slots=True)
class ForHead:
    """What waits for the head about one task: the report with what stood there before, and the evidence.

    `ids` are all records that go or come back together; `since` is when the first was handed in.
    """

    programme: str
    task: str
    ids: tuple[str, ...]
    since: datetime
    author: str
    report: Report | None = None
    before: Report | None = None
    evidence: tuple[Evidence, ...] = ()
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """One record that a verifier gave back, with every fault."""

    id: str
    kind: RecordKind
    programme: str
    task: str
    text: str
    on: date
    faults: tuple[Fault, ...]


def for_head(agency: str, *, day: date) -> tuple[ForHead, ...]:
    """Return what waits for the head of a body, by task, oldest first; five queries at most."""
    rows = in_state(State.SUBMITTED, agency=agency)
    groups: dict[tuple[str, str], list[tuple[RecordKind, models.Record]]] = {}
    for kind, row in rows:
        groups.setdefault((row.programme, row.task), []).append((kind, row))
    before = _earlier_reports(agency, set(groups), day=day) if groups else {}
    found = [
        _for_head(key, group, before.get(key, ()), day)
        for key, mine in groups.items()
        for group in _by_report(mine)
    ]
    return tuple(sorted(found, key=lambda item: (item.since, item.ids)))


def returned(agency: str, *, day: date) -> tuple[Returned, ...]:
    """Return what verifiers gave back to a body and nothing has replaced, newest first."""
    rows = in_state(State.RETURNED, agency=agency)
    found = [
        Returned(
            id=row.public_id,
            kind=kind,
            programme=row.programme,
            task=row.task,
            text=words_of(row),
            on=row.returned_on or day,
            faults=faults_of(row),
        )
        for kind, row in rows
    ]
    return tuple(sorted(found, key=lambda item: item.on, reverse=True))


def check_own(ids: Collection[str], *, by: Actor) -> None:
    """Refuse ids that are not of this person's body, as if there were none: existence is not told."""
    found = queries.rows(ids)
    if any(not by.agency or row.agency != by.agency for row in found.values()):
        raise NotFound("There is no such record.", hint="Go back to the list and look again.")


def _by_report(
    rows: Iterable[tuple[RecordKind, models.Record]],
) -> list[list[tuple[RecordKind, models.Record]]]:
    """Return one group for each report of a task, newest first; what is no report goes with the newest."""
    rows = list(rows)
    reports = [pair for pair in rows if pair[0] is RecordKind.REPORT][::-1]
    others = [pair for pair in rows if pair[0] is not RecordKind.REPORT]
    return [[*reports[:1], *others], *([pair] for pair in reports[1:])]


def _for_head(
    key: tuple[str, str],
    group: list[tuple[RecordKind, models.Record]],
    earlier: Iterable[Report],
    day: date,
) -> ForHead:
    kinds: Mapping[RecordKind, list[models.Record]] = {
        kind: [row for each, row in group if each is kind] for kind in queries.MODELS
    }
    reports = [row.to_value(day) for row in kinds[RecordKind.REPORT] if isinstance(row, models.Report)]
    report = reports[0] if reports else None
    other_periods = [each for each in earlier if report is None or each.cycle != report.cycle]
    first = min((row for _, row in group), key=lambda row: row.received_at)
    return ForHead(
        programme=key[0],
        task=key[1],
        ids=tuple(row.public_id for _, row in group),
        since=first.received_at,
        author=first.author,
        report=report,
        before=other_periods[-1] if other_periods else None,
        evidence=tuple(
            row.to_value(day) for row in kinds[RecordKind.EVIDENCE] if isinstance(row, models.Evidence)
        ),
        milestones=tuple(
            row.to_value(day) for row in kinds[RecordKind.MILESTONE] if isinstance(row, models.Milestone)
        ),
    )


def _earlier_reports(
    agency: str, keys: Collection[tuple[str, str]], *, day: date
) -> dict[tuple[str, str], tuple[Report, ...]]:
    """Return the body's standing reports that had been sent, by task, oldest first."""
    wanted = {task for _, task in keys}
    sent = (State.SENT.value, State.VERIFIED.value, State.RETURNED.value)
    rows = models.Report.objects.filter(agency=agency, state__in=sent, task__in=wanted)
    ordered = sorted(rows, key=lambda row: (row.programme, row.task, row.received_at))
    groups = groupby(ordered, key=lambda row: (row.programme, row.task))
    return {key: tuple(row.to_value(day) for row in group) for key, group in groups}

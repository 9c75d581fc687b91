"""From drafts to reports: what is new, what is known, what replaces what, and what stays a draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from thuocdo.audit import actions as audit
from thuocdo.audit.queries import events_on
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Conflict, Fault, fault
from thuocdo.core.typed import convert
from thuocdo.cycles import faults, models, queries
from thuocdo.cycles.books import Books, today_of
from thuocdo.cycles.cells import rows_of, task_of, where_of
from thuocdo.cycles.intake import Entry, examine
from thuocdo.cycles.recording import Change, apply, take_back, write_entries
from thuocdo.cycles.rules import check_move, first_state
from thuocdo.cycles.types import DraftValues, Evidence, HandedIn, RawRow, RecordKind, Report, State

BEFORE_SENDING = "Changed before it was sent."
"""The reason that stands where nobody outside had seen what is replaced."""

_Value = TypeVar("_Value")
_OUTSIDE = frozenset({State.SENT.value, State.RETURNED.value, State.VERIFIED.value})


@dataclass(slots=True)
class _Hand:
    """Everything about one task of a hand-in: its draft, what was written before, and what was read."""

    task: str
    draft: models.Draft | None
    standing: models.Report | None
    handed_back: list[models.Evidence]
    reported: dict[str, queries.Known]
    """Every report of the task that was ever recorded, by its key."""
    report: Entry | None = None
    evidence: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def unchanged(self) -> bool:
        """Say whether the draft says what the standing report says."""
        old, new = self.standing, self.report
        return (
            old is not None
            and new is not None
            and old.content == new.content
            and old.illustrative == new.illustrative
        )


def hand_in(*, slug: str, cycle: str, tasks: Sequence[str], by: Actor, now: datetime) -> HandedIn:
    """Hand in the drafts of these tasks; drafting.hand_in says the rest."""
    drafts = models.Draft.objects.filter(programme=slug, agency=by.agency, cycle=cycle, task__in=tasks)
    found = {row.task: row for row in drafts}
    return hand_over(found, slug=slug, cycle=cycle, tasks=tasks, books=Books(today_of(now)), by=by, now=now)


def hand_over(
    drafts: Mapping[str, models.Draft],
    *,
    slug: str,
    cycle: str,
    tasks: Sequence[str],
    books: Books,
    by: Actor,
    now: datetime,
) -> HandedIn:
    """Hand in drafts that have been read or just written, by task."""
    hands = _gather(drafts, slug, cycle, tasks, by)
    known = _read(hands, slug, cycle, by, books)
    faulty = {hand.task: tuple(hand.faults) for hand in hands if hand.faults}
    good = [hand for hand in hands if not hand.faults]
    if not good:
        return HandedIn(faulty=faulty, state=first_state(by))
    ids = _write(good, known, by=by, now=now)
    _drop_drafts(good)
    names, receipt = _receipt(slug, cycle, good, ids, by=by, now=now)
    sent = tuple(hand.task for hand in good)
    return HandedIn(sent=sent, faulty=faulty, ids=names, receipt=receipt, state=first_state(by))


def rehearse(
    *, slug: str, cycle: str, tasks: Sequence[str], by: Actor, day: date
) -> dict[str, tuple[Fault, ...]]:
    """Return the faults that a hand-in would find, by task."""
    drafts = models.Draft.objects.filter(programme=slug, agency=by.agency, cycle=cycle, task__in=tasks)
    hands = _gather({row.task: row for row in drafts}, slug, cycle, tasks, by)
    _read(hands, slug, cycle, by, Books(day=day))
    return {hand.task: tuple(hand.faults) for hand in hands if hand.faults}


def values_of(
    *, slug: str, task: str, cycle: str, content: Mapping[str, Any], by: Actor, day: date
) -> DraftValues:
    """Return a draft's content as values, with its faults."""
    rows = [row for row in rows_of(slug, task, cycle, content) if _says_something(row)]
    examined = examine(rows, by=by, books=Books(day=day))
    reports = [_value(entry, day, Report) for entry in examined.entries if entry.kind is RecordKind.REPORT]
    proofs = [_value(entry, day, Evidence) for entry in examined.entries if entry.kind is RecordKind.EVIDENCE]
    return DraftValues(reports[0] if reports else None, tuple(proofs), examined.faults)


def _says_something(row: RawRow) -> bool:
    return bool(set(row.values) - {"programme", "task", "kind", "cycle", "illustrative"})


def _value(entry: Entry, day: date, kind: type[_Value]) -> _Value:
    common = {"id": "", "agency": entry.agency, "illustrative": entry.illustrative}
    given = {"cycle": "", **entry.content, **common, "state": State.SENT.value, "received_on": day}
    return convert(given, kind)


def _gather(
    drafts: Mapping[str, models.Draft], slug: str, cycle: str, tasks: Sequence[str], by: Actor
) -> list[_Hand]:
    """Read what stands of all tasks, with one query for each kind."""
    mine: dict[str, Any] = {"programme": slug, "agency": by.agency, "task__in": tasks}
    standing: dict[str, models.Report] = {}
    reported: dict[str, dict[str, queries.Known]] = {}
    for report in models.Report.objects.filter(**mine).order_by("received_at", "id"):
        state = State(report.state)
        reported.setdefault(report.task, {})[report.key] = queries.Known(report.public_id, state)
        if state is not State.CORRECTED and report.content.get("cycle", "") == cycle:
            standing[report.task] = report
    back: dict[str, list[models.Evidence]] = {}
    for row in models.Evidence.objects.filter(**mine, state=State.SAVED.value).order_by("id"):
        back.setdefault(row.task, []).append(row)
    return [
        _Hand(task, drafts.get(task), standing.get(task), back.get(task, []), reported.get(task, {}))
        for task in tasks
    ]


def _read(hands: Sequence[_Hand], slug: str, cycle: str, by: Actor, books: Books) -> dict[str, queries.Known]:
    """Let the rules of the file read all drafts at once, and give each its entries and faults.

    Returns which of the evidence is recorded already.
    """
    rows: list[RawRow] = []
    for hand in hands:
        if hand.draft is not None:
            corrects = hand.standing.public_id if hand.standing is not None else ""
            reason = hand.draft.content["cells"].get("reason", "") or BEFORE_SENDING
            rows += rows_of(slug, hand.task, cycle, hand.draft.content, corrects=corrects, reason=reason)
        elif hand.standing is None:
            hand.faults.append(fault(where_of(hand.task), "", faults.NOTHING_SAVED))
    examined = examine(rows, by=by, books=books)
    by_task = {hand.task: hand for hand in hands}
    for entry in examined.entries:
        hand = by_task[task_of(entry.where)]
        if entry.kind is RecordKind.REPORT:
            hand.report = entry
        else:
            hand.evidence.append(entry)
    for each in examined.faults:
        by_task[task_of(each.where)].faults.append(each)
    for hand in hands:
        hand.faults += _reason_faults(hand)
    known = queries.known(RecordKind.EVIDENCE, [entry.key for hand in hands for entry in hand.evidence])
    _refuse_returned(hands, known)
    _refuse_strange_corrections(hands, known, by)
    return known


def _reason_faults(hand: _Hand) -> list[Fault]:
    """Ask for a reason where somebody outside has seen what is replaced."""
    if hand.draft is None or hand.standing is None or hand.report is None or hand.unchanged:
        return []
    if hand.standing.state not in _OUTSIDE or hand.draft.content["cells"].get("reason"):
        return []
    return [fault(where_of(hand.task), "reason", faults.SAY_WHY, id=hand.standing.public_id)]


def _refuse_returned(hands: Sequence[_Hand], known: Mapping[str, queries.Known]) -> None:
    """Name evidence that is given again just as it was returned or taken back: nobody would look at it."""
    given = {entry.key: (hand, entry) for hand in hands for entry in hand.evidence}
    for key, (hand, entry) in given.items():
        if key in known and known[key].state in {State.RETURNED, State.CORRECTED}:
            returned = known[key].state is State.RETURNED
            sentence = faults.AS_RETURNED if returned else faults.AS_TAKEN_BACK
            hand.faults.append(fault(entry.where, "text", sentence, id=known[key].id))


def _refuse_strange_corrections(
    hands: Sequence[_Hand], known: Mapping[str, queries.Known], by: Actor
) -> None:
    """Name evidence that would replace what is not the body's own, of the same task, and standing."""
    given = [(hand, entry) for hand in hands for entry in hand.evidence if entry.corrects]
    if not given:
        return
    own = models.Evidence.objects.filter(
        public_id__in=[entry.corrects for _hand, entry in given], agency=by.agency
    ).exclude(state=State.CORRECTED.value)
    tasks = dict(own.values_list("public_id", "task"))
    for hand, entry in given:
        if tasks.get(entry.corrects) != hand.task and entry.key not in known:
            params = {"id": entry.corrects, "task": hand.task}
            hand.faults.append(fault(entry.where, "corrects", faults.NOT_YOURS, **params))


def _write(
    good: Sequence[_Hand], proven: Mapping[str, queries.Known], *, by: Actor, now: datetime
) -> list[str]:
    """Write what is new, send on what was handed back and stays, take back what was left out."""
    new = [hand.report for hand in good if hand.report is not None and not hand.unchanged]
    proofs = [entry for hand in good for entry in hand.evidence]
    ids: list[str] = []
    # The key of a report binds body and task, so one that is known is among the reports of its task.
    reported = {key: known for hand in good for key, known in hand.reported.items()}
    for kind, entries, before in (
        (RecordKind.REPORT, new, reported),
        (RecordKind.EVIDENCE, proofs, proven),
    ):
        if entries:
            by_key = {entry.key: entry for entry in entries}
            added, known = write_entries(kind, by_key, before, by=by, now=now)
            ids += added + known
    reports = _reports_of(good)
    ids = [*reports.values(), *(public_id for public_id in ids if public_id not in reports.values())]
    _settle_handed_back(good, reports, by=by, now=now)
    return ids


def _reports_of(good: Sequence[_Hand]) -> dict[str, str]:
    """Return the id of the report that stands for each task after the hand-in."""
    found = {}
    for hand in good:
        if hand.report is not None and not hand.unchanged:
            found[hand.task] = f"R-{hand.report.key[:12]}"
        elif hand.standing is not None:
            found[hand.task] = hand.standing.public_id
    return found


def _settle_handed_back(
    good: Sequence[_Hand], reports: Mapping[str, str], *, by: Actor, now: datetime
) -> None:
    on: list[models.Record] = []
    for hand in good:
        if hand.draft is None:
            continue
        given = {entry.key for entry in hand.evidence}
        on += [row for row in hand.handed_back if row.key in given]
        left = [row for row in hand.handed_back if row.key not in given]
        if left:
            take_back(left, replaced_by=reports[hand.task], reason=BEFORE_SENDING, by=by, now=now)
        if hand.unchanged and hand.standing is not None and hand.standing.state == State.SAVED.value:
            on.append(hand.standing)
    _send_on(on, by=by, now=now)


def _send_on(rows: Iterable[models.Record], *, by: Actor, now: datetime) -> None:
    """Give the head again what stays as it was."""
    to = first_state(by)
    fields: dict[str, Any] = {"faults": [], "received_at": now, "received_on": today_of(now)}
    if to is State.SENT:
        fields["sent_by"] = by.id
    found = {row.public_id: row for row in rows}
    changes: dict[str, Change] = {}
    for public_id, row in found.items():
        move = check_move(row.to_paper(), to=to, by=by)
        changes[public_id] = (to, move, fields, {})
    apply(found, changes, by=by, now=now)


def _digests(good: Sequence[_Hand]) -> list[str]:
    """Return the digests of all that stands handed in with this act, in their own order."""
    given = [entry.key for hand in good for entry in hand.evidence]
    new = [hand.report.key for hand in good if hand.report is not None and not hand.unchanged]
    stand = [hand.standing.key for hand in good if hand.standing is not None and hand.unchanged]
    return sorted({*given, *new, *stand})


def _drop_drafts(good: Sequence[_Hand]) -> None:
    """Remove the drafts that went, each in the version that was read; that also settles races."""
    for hand in good:
        if hand.draft is None:
            continue
        mine = models.Draft.objects.filter(pk=hand.draft.pk, version=hand.draft.version)
        if mine.delete()[0] != 1:
            raise Conflict(
                "Somebody else changed the draft meanwhile.",
                hint="Look at what stands there now, then hand it in again.",
            )


def _receipt(
    slug: str, cycle: str, good: Sequence[_Hand], ids: Sequence[str], *, by: Actor, now: datetime
) -> tuple[tuple[str, ...], str]:
    """Return all ids with the receipt; a hand-in that is repeated gets what it got the first time."""
    reports = _reports_of(good)
    name = f"H-{sha256_hex(canonical_json([by.agency, sorted(reports.values())]))[:12]}"
    if all(hand.draft is None for hand in good):
        for event in reversed(events_on(name)):
            return tuple(event.body["records"]), event.commitment
    body = {
        "programme": slug,
        "agency": by.agency,
        "cycle": cycle,
        "tasks": [hand.task for hand in good],
        "records": list(ids),
        # The names hold a part of these digests only: by them the receipt binds every word that was sent.
        "digests": _digests(good),
    }
    receipt = audit.record(kind="handed_in", on=name, by=by, at=now, body=body)
    return tuple(ids), receipt

"""Reading what was reported: values as they were known on a day, and what waits for a person."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from thuocdo.core.errors import N_, NotFound
from thuocdo.cycles import models
from thuocdo.cycles.types import (
    INSIDE,
    Evidence,
    Milestone,
    Proof,
    RecordKind,
    Report,
    State,
    Waiting,
    Within,
)

MODELS: Mapping[RecordKind, type[models.Record]] = {
    RecordKind.EVIDENCE: models.Evidence,
    RecordKind.REPORT: models.Report,
    RecordKind.MILESTONE: models.Milestone,
}
_PREFIXES = {"E": RecordKind.EVIDENCE, "R": RecordKind.REPORT, "M": RecordKind.MILESTONE}


def evidence(slug: str, *, as_of: date, within: Within | None = None) -> tuple[Evidence, ...]:
    """Return all evidence that had been received by the end of that day, in a fixed order.

    What an agency has not sent yet is its own affair and is left out; so is what a newer
    record has replaced. `within` leaves out what does not concern one body.
    """
    rows = _received(models.Evidence, slug, as_of, within)
    values = (row.to_value(as_of) for row in rows.order_by("public_id").iterator())
    return tuple(value for value in values if value.state is not State.CORRECTED)


def offered(slug: str, keys: Collection[str]) -> dict[str, set[str]]:
    """Return the tasks for which documents were given, by the key of the number.

    What was replaced, or has not left its body, is left out.
    """
    if not keys:
        return {}
    rows = models.Evidence.objects.filter(programme=slug, document_key__in=keys)
    found: dict[str, set[str]] = {}
    for key, task in rows.exclude(state__in=[*INSIDE, State.CORRECTED.value]).values_list(
        "document_key", "task"
    ):
        found.setdefault(key, set()).add(task)
    return found


def proofs(slug: str, *, as_of: date) -> dict[str, list[Proof]]:
    """Return what a second person had accepted by the end of that day, by task; no more is read of it."""
    rows = models.Evidence.objects.filter(programme=slug, verified_on__lte=as_of)
    rows = rows.exclude(corrected_on__lte=as_of).order_by("public_id")
    found: dict[str, list[Proof]] = {}
    for task, agency, on, parts in rows.values_list("task", "agency", "verified_on", "verified_components"):
        found.setdefault(task, []).append(Proof(agency, on, tuple(parts)))
    return found


def reports(slug: str, *, as_of: date, within: Within | None = None) -> tuple[Report, ...]:
    """Return all reports that had been received by the end of that day, in a fixed order."""
    rows = _received(models.Report, slug, as_of, within)
    values = (row.to_value(as_of) for row in rows.order_by("public_id").iterator())
    return tuple(value for value in values if value.state is not State.CORRECTED)


def milestones(slug: str, *, as_of: date, within: Within | None = None) -> tuple[Milestone, ...]:
    """Return all milestones registered by the end of that day, in a fixed order."""
    rows = _received(models.Milestone, slug, as_of, within)
    kept = (
        row for row in rows.order_by("public_id").iterator() if row.state_on(as_of) is not State.CORRECTED
    )
    return tuple(row.to_value(as_of) for row in kept)


def _received(model: type[models.Record], slug: str, as_of: date, within: Within | None) -> QuerySet[Any]:
    rows = model.objects.filter(programme=slug, received_on__lte=as_of).exclude(state__in=INSIDE)
    if within is None:
        return rows
    return rows.filter(Q(task__in=within.whole) | Q(task__in=within.own, agency__in=within.agencies))


def waiting(state: State = State.SENT, *, agency: str = "") -> tuple[Waiting, ...]:
    """Return what waits in a state, oldest first; `agency` limits it to one body's records."""
    found = []
    for kind, model in MODELS.items():
        rows = model.objects.filter(state=state.value)
        if agency:
            rows = rows.filter(agency=agency)
        found += [(row.received_at, _waiting(kind, row)) for row in rows]
    return tuple(item for _, item in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def kind_of(public_id: str) -> RecordKind:
    """Return the kind that an id stands for, by its first letter."""
    kind = _PREFIXES.get(public_id.partition("-")[0])
    if kind is None:
        hint = N_("List what waits with: thuocdo check")
        raise NotFound(N_("{id} is no id of a record."), hint=hint, params={"id": public_id[:40]})
    return kind


def rows(public_ids: Collection[str]) -> dict[str, models.Record]:
    """Return the rows with these ids (for actions); refuses when one of them does not exist."""
    by_kind: dict[RecordKind, list[str]] = {}
    for public_id in public_ids:
        by_kind.setdefault(kind_of(public_id), []).append(public_id)
    found: dict[str, models.Record] = {}
    for kind, ids in by_kind.items():
        for row in MODELS[kind].objects.filter(public_id__in=ids):
            found[row.public_id] = row
    missing = [public_id for public_id in public_ids if public_id not in found]
    if missing:
        raise no_record(missing)
    return found


def no_record(public_ids: Collection[str]) -> NotFound:
    """Return the refusal of ids that do not exist, or that do not exist for this person."""
    return NotFound(
        N_("There is no record {id}."),
        hint=N_("List what waits with: thuocdo check"),
        params={"id": ", ".join(public_ids)},
    )


class Known(NamedTuple):
    """A record that is there already: its public id, and its state."""

    id: str
    state: State


def known(kind: RecordKind, keys: Collection[str]) -> dict[str, Known]:
    """Return which of these keys are recorded already (for actions)."""
    found = MODELS[kind].objects.filter(key__in=keys).values_list("key", "public_id", "state")
    return {key: Known(public_id, State(state)) for key, public_id, state in found}


def reported(slug: str, cycle: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Return id and key of each standing report of a cycle by task and agency (for actions)."""
    found = models.Report.objects.filter(programme=slug, content__cycle=cycle)
    standing = found.exclude(state=State.CORRECTED.value)
    return {(row.task, row.agency): (row.public_id, row.key) for row in standing.order_by("received_at")}


def _waiting(kind: RecordKind, row: models.Record) -> Waiting:
    content = row.content
    return Waiting(
        id=row.public_id,
        kind=kind,
        state=State(row.state),
        about=row.task,
        agency=row.agency,
        text=content.get("text") or content.get("name") or content.get("situation", ""),
        author=row.author,
        received_on=row.received_on,
    )

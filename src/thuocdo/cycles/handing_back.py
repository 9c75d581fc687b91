"""From reports back to drafts: what the head hands back stands in the form again, with what was said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from thuocdo.core.errors import Fault
from thuocdo.cycles import models
from thuocdo.cycles.cells import EVIDENCE_CELLS, REPORT_CELLS, cells_of
from thuocdo.cycles.types import State

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def first_version(now: datetime) -> int:
    """Return the version of a new draft.

    It begins with the clock, not with 1, so that a draft which was thrown away and begun anew never
    bears the version of the one before.
    """
    return int((now - _EPOCH).total_seconds())


def with_evidence(found: Mapping[str, models.Record]) -> dict[str, models.Record]:
    """Return the records, and the evidence that was handed in together with the reports among them."""
    reports = [row for row in found.values() if isinstance(row, models.Report)]
    together = {(row.programme, row.task, row.agency, row.received_at) for row in reports}
    waiting = models.Evidence.objects.filter(
        state=State.SUBMITTED.value,
        agency__in={row.agency for row in reports},
        task__in={row.task for row in reports},
    )
    mine = {
        row.public_id: row
        for row in waiting
        if (row.programme, row.task, row.agency, row.received_at) in together
    }
    return {**found, **mine}


def told_of(public_id: str, faults: Sequence[Fault], ids: Collection[str]) -> list[dict[str, str]]:
    """Return what was said of one record: its own faults, and those that name no other."""
    return [
        {"field": fault.field or "", "message": fault.message}
        for fault in faults
        if fault.where == public_id or fault.where not in ids
    ]


def restore_drafts(
    rows: Iterable[models.Record], told: Mapping[str, Sequence[Mapping[str, str]]], *, now: datetime
) -> None:
    """Make drafts of records, one for each question that has none."""
    by_task: dict[tuple[str, str, str], list[models.Record]] = {}
    for row in rows:
        by_task.setdefault((row.programme, row.task, row.agency), []).append(row)
    ids = _ids_of_files(rows)
    drafts = [_draft(group, told, ids, now) for group in by_task.values()]
    # Whoever has begun a new draft meanwhile keeps it; what was said stands beside the report too.
    models.Draft.objects.bulk_create([draft for draft in drafts if draft], ignore_conflicts=True)


def _draft(
    rows: Sequence[models.Record],
    told: Mapping[str, Sequence[Mapping[str, str]]],
    ids: Mapping[tuple[str, str], str],
    now: datetime,
) -> models.Draft | None:
    report = next((row for row in rows if isinstance(row, models.Report)), None)
    proofs = [row for row in rows if isinstance(row, models.Evidence)]
    first = report or (proofs[0] if proofs else None)
    if first is None:  # a milestone is registered anew, not drafted
        return None
    said = {(item["field"], item["message"]): dict(item) for row in rows for item in told[row.public_id]}
    return models.Draft(
        programme=first.programme,
        task=first.task,
        agency=first.agency,
        cycle=report.content.get("cycle", "") if report is not None else "",
        content={
            "cells": _marked(report, REPORT_CELLS) if report is not None else {},
            "evidence": [_evidence(row, ids) for row in proofs],
            "faults": list(said.values()),
        },
        version=first_version(now),
        saved_by=first.author,
        saved_at=now,
    )


def _evidence(row: models.Evidence, ids: Mapping[tuple[str, str], str]) -> dict[str, str]:
    cells = _marked(row, [name for name in EVIDENCE_CELLS if name != "files"])
    cells["evidence_kind"] = row.content["kind"]
    files = [
        ids[row.agency, digest] for digest in row.content.get("files", ()) if (row.agency, digest) in ids
    ]
    return {**cells, "files": " ".join(files)} if files else cells


def _marked(row: models.Record, names: Iterable[str]) -> dict[str, str]:
    cells = cells_of(row.content, names)
    return {**cells, "illustrative": "1"} if row.illustrative else cells


def _ids_of_files(rows: Iterable[models.Record]) -> dict[tuple[str, str], str]:
    digests: set[Any] = {digest for row in rows for digest in row.content.get("files", ())}
    if not digests:
        return {}
    files = models.Attachment.objects.filter(sha256__in=digests)
    return {(file.agency, file.sha256): file.public_id for file in files}

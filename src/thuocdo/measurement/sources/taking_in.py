"""A run of a source for one month: begun, taken in by the intake, and ended with what came of it."""

import os
import secrets
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Conflict
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import models, queries
from thuocdo.measurement.sources.contracts import Contract
from thuocdo.measurement.sources.ports import Order, Taken
from thuocdo.measurement.sources.types import Outcome, RunValue, Version
from thuocdo.measurement.tables.types import Table

DEAD_AFTER = timedelta(hours=3)
"""A run that began so long ago and never ended was killed with its process."""

_QUIET = frozenset({Outcome.SAME, Outcome.NOTHING})


class Stores:
    """Where files of measuring lie: what owners deliver, what counts, and what was set aside."""

    def __init__(self, root: Path, deliveries: Path) -> None:
        self.root, self.deliveries = root, deliveries
        self.partitions, self.aside, self.work = root / "partitions", root / "quarantine", root / "work"

    def pushed(self, source: str) -> Path:
        """Return where the files lie that an owner sent to us."""
        return self.root / "pushed" / source


def order_of(
    version: Version,
    month: Month,
    *,
    tables: dict[str, tuple[Table, Contract]],
    keep: tuple[str, ...],
    stores: Stores,
    into: Path,
    hosts: tuple[str, ...],
    networks: tuple[str, ...],
    as_of: date,
    secret: str = "",
    sample: int = 0,
) -> Order:
    """Return the order for one month of a source as a version of it says."""
    declaration = version.declaration
    table, contract = tables[declaration.table]
    pushed = declaration.kind.value == "push"
    counts = queries.kept(version.source).get(month) if version.source else None
    return Order(
        declaration=declaration,
        table=table,
        contract=contract,
        month=str(month),
        as_of=as_of.isoformat(),
        folder=str(stores.pushed(version.source) if pushed else stores.deliveries),
        into=str(into),
        keep=keep,
        secret=secret,
        earlier=counts.digest if counts else "",
        history=queries.usual(version.source, month) if version.source else (),
        sample=sample,
        hosts=hosts,
        networks=networks,
    )


def begin(version: Version, month: Month, *, by: Actor, now: datetime) -> str:
    """Note that a run has begun; refused while another one of the same month goes on."""
    found = queries.row(version.source)
    stuck = models.Run.objects.filter(
        source=found, outcome=Outcome.RUNNING.value, started_at__lt=now - DEAD_AFTER
    )
    reason = msgspec.to_builtins(Reason("ended", {"seconds": str(int(DEAD_AFTER.total_seconds()))}))
    stuck.update(outcome=Outcome.FAILED.value, ended_at=now, reason=reason)
    row = models.Run(
        public_id=f"L-{secrets.token_hex(6)}",
        source=found,
        month=str(month),
        version=version.number,
        outcome=Outcome.RUNNING.value,
        started_at=now,
        by=by.id,
    )
    taken = Conflict(
        N_("{source} is being read for {month} at this moment."),
        hint=N_("Wait until that run has ended."),
        params={"source": version.declaration.name, "month": str(month)},
    )
    with inserting(taken):
        row.save(force_insert=True)
    return row.public_id


def end(
    id: str,  # noqa: A002  public ids are called id everywhere
    version: Version,
    taken: Taken,
    *,
    stores: Stores,
    into: Path,
    by: Actor,
    now: datetime,
) -> RunValue:
    """Write down what came of a run and move its files to where they stay; then the work folder goes.

    The files are moved before the row says so: after a crash in between, the run is begun again.
    """
    row = models.Run.objects.select_related("source").get(public_id=id)
    place = f"{version.source}/{row.month}"
    revision = _next_revision(row) if taken.outcome is Outcome.KEPT else 0
    name = f"{place}/{revision:05d}-{id}.parquet"
    file = _moved(into, taken.file, stores.partitions, f"{version.declaration.table}/{name}")
    aside = _moved(into, taken.aside, stores.aside, f"{version.declaration.table}/{place}/{id}.parquet")
    with transaction.atomic():
        running = models.Run.objects.filter(pk=row.pk, outcome=Outcome.RUNNING.value)
        changed = running.update(
            outcome=taken.outcome.value,
            reason=None if taken.reason is None else msgspec.to_builtins(taken.reason),
            ended_at=now,
            revision=revision,
            digest=taken.digest,
            rows=taken.rows,
            quarantined=taken.quarantined,
            bytes=taken.bytes,
            file=file,
            aside=aside,
            broken=msgspec.to_builtins(taken.broken),
            profile=msgspec.to_builtins(taken.profile),
        )
        if changed and taken.outcome not in _QUIET and not _told_before(row, taken):
            _tell(row, version, taken, by, now)
    shutil.rmtree(into, ignore_errors=True)
    row.refresh_from_db()
    value: RunValue = row.to_value()
    return value


def _told_before(row: models.Run, taken: Taken) -> bool:
    """Say whether the last run of the month ended alike: the owner is told once, not every few hours."""
    earlier = models.Run.objects.filter(source=row.source, month=row.month).exclude(pk=row.pk)
    last = earlier.exclude(outcome=Outcome.RUNNING.value).order_by("-started_at", "-id").first()
    if last is None or last.outcome != taken.outcome.value:
        return False
    code = (last.reason or {}).get("code")
    return last.digest == taken.digest and code == (taken.reason.code if taken.reason else None)


def _next_revision(row: models.Run) -> int:
    held = queries.kept(row.source.public_id).get(Month.read(row.month))
    return 1 if held is None else held.revision + 1


def _moved(work: Path, name: str, into: Path, to: str) -> str:
    if not name:
        return ""
    target = into / to
    target.parent.mkdir(parents=True, exist_ok=True)
    written = work / name
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.replace(target)
    return to


def _tell(row: models.Run, version: Version, taken: Taken, by: Actor, now: datetime) -> None:
    body = {
        "run": row.public_id,
        "month": row.month,
        "agency": version.declaration.owner,
        "source": version.declaration.name,
        "rows": taken.rows,
        "quarantined": taken.quarantined,
        "checks": [each.check for each in taken.broken],
        **({"reason": taken.reason.code} if taken.reason else {}),
    }
    audit.record(kind=f"delivery_{taken.outcome.value}", on=version.source, by=by, at=now, body=body)

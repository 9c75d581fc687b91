"""The work of written metrics: a trial before each decision, the method in the log before the first day."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from django.conf import settings

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.config import written as wired
from thuocdo.config.transparency import signer
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Conflict, Invalid, Unavailable, fault
from thuocdo.log.appending import append_method
from thuocdo.measurement.written import queries
from thuocdo.measurement.written.actions import approve_metric, note_logged, propose_metric
from thuocdo.measurement.written.reading import refused
from thuocdo.measurement.written.rules import check_writer, day_faults, method_of, said_faults
from thuocdo.measurement.written.types import Trial, Version, Written

LOGGER = Actor(id="jobs", name="Background work")


def try_metric(text: str, *, by: Actor) -> tuple[Written, Trial]:
    """Return what a file says and what it gives on made-up rows; keeps nothing."""
    check_writer(by)
    written = wired.read(text)
    return written, wired.try_out(written)


def rehearse(text: str, *, by: Actor, now: datetime, reason: str | None = None) -> tuple[Written, Trial]:
    """Return what a file says and gives, as far as it could be proposed today; every fault is named at once.

    With a `reason` its faults are among them. What the engine refuses is a fault of the field `sql`.
    """
    check_writer(by)
    faults = [] if reason is None else [*said_faults(reason, "reason")]
    try:
        written = wired.read(text)
    except Invalid as wrong:
        raise refused([*wrong.faults, *faults]) from None
    faults = [*day_faults(written.applies_from, local_day(now, settings.THUOCDO_ZONE)), *faults]
    try:
        trial = wired.try_out(written)
    except Invalid as wrong:
        raise refused([fault("metric", "sql", wrong.template, **wrong.params), *faults]) from None
    if faults:
        raise refused(faults)
    return written, trial


def propose(text: str, *, reason: str, by: Actor, now: datetime) -> Version:
    """Try a metric, then propose it as a new version."""
    written, trial = rehearse(text, reason=reason, by=by, now=now)
    declared = wired.declared().get(written.code, 0)
    return propose_metric(
        text=text, written=written, trial=trial, declared=declared, reason=reason, by=by, now=now
    )


def approve(id: str, *, seen: str, by: Actor, now: datetime) -> Version:  # noqa: A002  public ids are called id everywhere
    """Try a version again as it was proposed, approve it, and log its method where there is a log."""
    check(by, Permission.ADOPT)
    again = wired.try_out(wired.read(queries.version(id).text))
    approve_metric(id=id, seen=seen, again=again, by=by, now=now)
    with suppress(Conflict, Unavailable):  # the background work tries again, and the day is not near
        log_metrics(now)
    return queries.version(id)


def log_metrics(now: datetime) -> Mapping[str, int]:
    """Append the method of every approved version that the log lacks; {} without a log or when none waits."""
    asked = signer()
    waiting = [each for each in queries.approved() if each.entry is None]
    if asked is None or not waiting:
        return {}
    for version in waiting:
        entry = append_method(asked, method_of(version))
        note_logged(id=version.id, entry=entry, by=LOGGER, now=now)
    return {"methods": len(waiting)}

"""Background work by turns: one process leads by a lease, each round does every work that is due."""

import logging
import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from django.conf import settings

from thuocdo.accounts.requests import sweep_keys
from thuocdo.config.measuring import stores as measuring_stores
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, ThuocDoError
from thuocdo.cycles.notices.delivery import Clock
from thuocdo.cycles.notices.forgetting import forget
from thuocdo.cycles.notices.leases import give_back, take_lease
from thuocdo.cycles.notices.ports import Channels
from thuocdo.cycles.sweeping import sweep_files
from thuocdo.jobs.log import append_to_log, stamp_log
from thuocdo.jobs.measuring import measure_by_schedule
from thuocdo.jobs.notices import deliver_messages, make_notices
from thuocdo.jobs.publications import release_publications
from thuocdo.jobs.written import log_metrics
from thuocdo.measurement.sources.sweeping import sweep_quarantine

logger = logging.getLogger(__name__)

LEASE = "jobs"
LEASE_SECONDS = 300
"""A leader that dies is followed after this; a round prolongs the lease before each work."""

SWEEP_SECONDS = 3600

WORKER = Actor(id="jobs", name="Background work")
"""Who does what no person does; nobody can log in under this name."""

Work = Callable[[], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: counts by name, and which works failed with their reason.

    `led` is false when another process holds the lease: then nothing was done here.
    """

    led: bool
    counts: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


def run_once(slug: str, channels: Channels, *, clock: Clock, holder: str = "") -> Round:
    """Do every work once, if this process leads; one work's failure does not stop the others.

    Without a `holder` the lease is given back at the end; who does rounds keeps it between them.
    """
    name_of_holder = holder or here()
    done = _round(slug, channels, clock=clock, holder=name_of_holder)
    if not holder:
        give_back(LEASE, holder=name_of_holder, now=clock())
    return done


def _round(slug: str, channels: Channels, *, clock: Clock, holder: str) -> Round:
    counts: dict[str, int] = {}
    problems: dict[str, str] = {}
    for name, work in works(slug, channels, clock=clock).items():
        if not take_lease(LEASE, holder=holder, now=clock(), seconds=LEASE_SECONDS):
            return Round(led=False, counts=counts, problems=problems)
        try:
            counts.update(work())
        except Conflict as refused:  # another process was faster; the next round goes on
            problems[name] = refused.message
        except ThuocDoError as refused:
            problems[name] = refused.message
            logger.warning("%s: %s", name, refused)
        except Exception:  # the other works go on, and so does the next round
            problems[name] = "failed; see the log"
            logger.exception("%s failed", name)
    return Round(led=True, counts=counts, problems=problems)


def run_every(
    seconds: float,
    slug: str,
    channels: Channels,
    *,
    clock: Clock,
    stop: Event,
    tell: Callable[[Round], None],
) -> None:
    """Do rounds until `stop` is set, then give the lease back; `tell` is called after each round."""
    holder = here()
    while not stop.is_set():
        tell(run_once(slug, channels, clock=clock, holder=holder))
        stop.wait(seconds)
    give_back(LEASE, holder=holder, now=clock())


def works(slug: str, channels: Channels, *, clock: Clock) -> Mapping[str, Work]:
    """Return every background work by name, in the order in which a round does them."""
    return {
        "notices": lambda: {"notices": make_notices(slug, now=clock(), mail=channels.mailer is not None)},
        "delivery": lambda: _delivered(slug, channels, clock),
        "files": lambda: _swept(clock()),
        "log": append_to_log,
        "methods": lambda: log_metrics(clock()),
        "publications": lambda: release_publications(now=clock(), by=WORKER),
        "stamps": lambda: stamp_log(clock()),
        "measuring": lambda: measure_by_schedule(slug, clock=clock),
    }


def here() -> str:
    """Return a name for this process that no other has."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{os.urandom(4).hex()}"


def _delivered(slug: str, channels: Channels, clock: Clock) -> Mapping[str, int]:
    done = deliver_messages(slug, channels, clock=clock)
    return {"sent": done.sent, "failed": done.failed}


def _swept(now: datetime) -> Mapping[str, int]:
    """Remove files, request keys, old notices and quarantine, once an hour: a lease that nobody prolongs."""
    if not take_lease("files", holder=here(), now=now, seconds=SWEEP_SECONDS):
        return {}
    done = sweep_files(by=WORKER, now=now)
    sweep_keys(now=now)
    old = forget(days=settings.THUOCDO_NOTICE_DAYS, now=now)
    days = settings.THUOCDO_QUARANTINE_DAYS
    aside = sweep_quarantine(stores=measuring_stores(), days=days, by=WORKER, now=now)
    return {
        "swept": len(done.rows) + len(done.files),
        "forgotten": old.notices + old.messages,
        "quarantine": aside,
    }


def now_utc() -> datetime:
    """Return the server's clock, for the door that starts the work."""
    from django.utils import timezone  # noqa: PLC0415  settings are ready only when work begins

    return timezone.now()

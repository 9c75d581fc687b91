"""The work of the log: append what happened, and hold records against what was logged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.conf import settings

from thuocdo.config.transparency import authorities, signer
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Unavailable
from thuocdo.cycles.queries import MODELS
from thuocdo.log.appending import AT_ONCE, append_events, append_method
from thuocdo.log.auditing import database_faults
from thuocdo.log.errors import Unsound
from thuocdo.log.stamping import read_state, stamp
from thuocdo.publication.method import method_in_use

_ROUNDS = 10
"""So many batches at most in one round: other works get their turn, and the rest is for the next."""


def append_to_log() -> Mapping[str, int]:
    """Append the method in use, then every event that waits; {} where no log was made."""
    asked = signer()
    if asked is None:
        return {}
    append_method(asked, method_in_use())
    logged = 0
    for _ in range(_ROUNDS):
        added = append_events(asked)
        logged += added
        if added < AT_ONCE:
            break
    return {"logged": logged}


def stamp_log(now: datetime) -> Mapping[str, int]:
    """Get a time stamp over what readers have, where authorities are named; one of them is enough.

    Raises Unavailable when none gave one: within four hours a nuisance, after that receipts wait.
    """
    asked, asks = signer(), authorities()
    if asked is None or not asks:
        return {}
    before = read_state(settings.THUOCDO_LOG_STAMPS)
    state, problems = stamp(settings.THUOCDO_LOG_STAMPS, asked.log, asks, now=now)
    if state.waits_since is not None:
        why = "; ".join(str(problem) for problem in problems.values())
        held = " Receipts for entries from {number} on are held back." if state.overdue(now) else ""
        raise Unavailable(
            "No time stamp since {since:%Y-%m-%d %H:%M} UTC: {why}" + held,
            params={"since": state.waits_since, "why": why, "number": state.stamped},
        )
    return {"stamped": int(state.stamped > before.stamped)}


def audit_database() -> tuple[Unsound, ...]:
    """Return everything that the database says otherwise than the log, and every changed record."""
    asked = signer()
    if asked is None:
        return ()
    return (*database_faults(asked.log, asked.grow().signed), *_changed_records())


def _changed_records() -> Iterator[Unsound]:
    """Yield each record whose content is not what its name, which a logged hand-in names, was made of."""
    for kind, model in MODELS.items():
        before: dict[str, list[str]] = defaultdict(list)
        for corrected, by in model.objects.exclude(corrected_by="").values_list("public_id", "corrected_by"):
            before[by].append(corrected)
        for row in model.objects.all().iterator():
            given = {
                "kind": kind.value,
                "programme": row.programme,
                "agency": row.agency,
                "content": row.content,
                "illustrative": row.illustrative,
            }
            corrects = ("", *before[row.public_id])
            keys = (sha256_hex(canonical_json({**given, "corrects": each})) for each in corrects)
            if row.key not in keys or row.public_id.partition("-")[2] != row.key[:12]:
                yield Unsound("record_changed", record=row.public_id)

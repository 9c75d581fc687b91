"""Whether a publication stands in the log beside it, and whether that log only grew."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from thuocdo.core.errors import Invalid
from thuocdo.core.messages import Reason
from thuocdo.log import reading
from thuocdo.log.errors import Unsound
from thuocdo.log.history import Told
from thuocdo.log.homes import POLICY
from thuocdo.log.policy import MAX_BYTES, Policy, read_policy
from thuocdo.log.types import Method
from thuocdo.log.verifying import Verified, kept_notes, verify_log
from thuocdo.publication.keys import Trust
from thuocdo.publication.manifest import LOG_FOLDER
from thuocdo.publication.method import method_in_use


@dataclass(frozen=True, slots=True)
class InLog:
    """What was found; a publication without a log is `present` False and has no faults by itself.

    `told` and `methods` are empty unless the log holds: what a broken one tells excuses nothing.
    """

    present: bool
    faults: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    told: Told = field(default_factory=Told)
    methods: Mapping[int, Method] = field(default_factory=dict)


def judge_log(root: Path, manifest: str, *, trust: Trust | None, since: bytes | None) -> InLog:
    """Verify the log in a published folder, and that it has an entry for the manifest of this digest."""
    log = root / LOG_FOLDER
    pinned = trust is not None and bool(trust.log)
    if not log.exists():
        needed = pinned or since is not None
        return InLog(present=needed, faults=(Reason("log_missing"),) if needed else ())
    try:
        policy = _policy(log, trust)
    except Invalid as error:
        return InLog(present=True, faults=(Reason("unreadable", {"why": error.message}),))
    except Unsound as error:
        return InLog(present=True, faults=(error.reason,))
    read = reading.folder(log)
    found = verify_log(read, policy=policy, pinned=pinned, since=since, kept=kept_notes(log))
    faults = [fault.reason for fault in found.faults]
    number = found.number_of(manifest)
    if number is None and found.checkpoint is not None:
        faults.append(Reason("not_logged", {"size": str(found.checkpoint.size)}))
    told = Told() if found.faults else found.told
    notes = tuple(_notes(found, number))
    methods = {} if found.faults else found.methods
    return InLog(present=True, faults=tuple(faults), notes=notes, told=told, methods=methods)


def _policy(log: Path, trust: Trust | None) -> Policy:
    """Return whose signatures count: what the reader pins, else what lies beside the log."""
    if trust is not None and trust.log:
        return read_policy(trust.log.encode(), where="trust.json, log")
    data = reading.folder(log)(POLICY, MAX_BYTES)
    if data is None:
        raise Unsound("policy_missing", path=POLICY)
    return read_policy(data, where=f"{LOG_FOLDER}{POLICY}")


def _notes(found: Verified, number: int | None) -> list[Reason]:
    if found.checkpoint is None or number is None or found.faults:
        return []
    notes = [Reason("logged_as", {"number": str(number), "size": str(found.checkpoint.size)})]
    last = found.publications[-1][0]
    if last != number:
        notes.append(Reason("log_newer", {"number": str(last)}))
    if not found.pinned:
        notes.append(Reason("log_key_not_pinned"))
    if found.witnesses:
        notes.append(Reason("log_witnessed", {"names": ", ".join(found.witnesses)}))
    else:
        notes.append(Reason("log_without_witnesses"))
    method = found.methods[dict(found.publications)[number].method]
    if (method.formula, method.queries) != (method_in_use().formula, method_in_use().queries):
        notes.append(Reason("method_other", {"formula": method.formula, "queries": method.queries}))
    return notes

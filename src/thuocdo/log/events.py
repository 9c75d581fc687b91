"""Which events of the audit trail enter the log, and as which entry; nothing of a person goes with them."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from thuocdo.audit.types import Event
from thuocdo.log.types import Approval, Submission, Verification

HANDED_IN = "handed_in"
MARK_OF_A_NEW_RECORD = '"key":'
"""Stands in the body of an event that wrote a record: the hand-in that brought it is logged instead."""

VERIFICATIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        f"{record}_{decision}": ("verifier", decision)
        for record in ("evidence", "report", "milestone")
        for decision in ("verified", "returned")
    }
    | {f"dispute_{decision}": ("judge", decision) for decision in ("upheld", "not_upheld")}
)
APPROVALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {f"{record}_sent": ("head", "sent") for record in ("evidence", "report", "milestone")}
    | {f"extension_{decision}": ("judge", decision) for decision in ("granted", "refused")}
    | {
        f"{matter}_{decision}": ("methodologist", decision)
        for matter in ("metric", "thresholds")
        for decision in ("approved", "refused")
    }
    | {
        "bodies_changed": ("registrar", "changed"),
        "designation_confirmed": ("second", "confirmed"),
        "draft_adopted": ("publisher", "adopted"),
        "members_designated": ("publisher", "designated"),
        "programme_adopted": ("publisher", "adopted"),
        "version_adopted": ("publisher", "adopted"),
        "words_adopted": ("publisher", "adopted"),
    }
)
SENT = frozenset(kind for kind in APPROVALS if kind.endswith("_sent"))
KINDS = frozenset({HANDED_IN, *VERIFICATIONS, *APPROVALS})
"""Every kind of event that is logged."""

_STRANGE = re.compile(r"[^A-Za-z0-9Đđ._/-]")

Logged = Submission | Verification | Approval


def period_of(event: Event) -> tuple[str, str]:
    """Return the agency and the period of a hand-in."""
    return _code(event.body["agency"]), _code(f"{event.body['programme']}/{event.body['cycle']}")


def entry_of(event: Event, *, revision: int = 1) -> Logged:
    """Return the entry of an event; `revision` counts the hand-ins of one agency for one period from 1."""
    if event.kind == HANDED_IN:
        agency, period = period_of(event)
        return Submission(agency, period, revision, _second(event.at), event.commitment)
    if event.kind in VERIFICATIONS:
        return Verification(*VERIFICATIONS[event.kind], _second(event.at), event.commitment)
    return Approval(*APPROVALS[event.kind], _second(event.at), event.commitment)


def _second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _code(text: str) -> str:
    """Return a code as the log takes it; ours are so already, and a strange one must not stop the others."""
    return _STRANGE.sub("_", text)[:100] or "_"

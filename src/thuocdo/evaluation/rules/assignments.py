"""Status of one assignment: rules 3 to 8 in their order, and what is printed beside a claim."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from thuocdo.core.dates import working_days_between
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import EvidenceKind, Situation
from thuocdo.documents.citations import announcement
from thuocdo.evaluation.rules.bodies import Part
from thuocdo.evaluation.rules.clock import Watch, open_status
from thuocdo.evaluation.rules.evidence import Offer
from thuocdo.evaluation.rules.index import FactsIndex, Heard
from thuocdo.evaluation.rules.instances import Instance
from thuocdo.evaluation.rules.matching import Filling, fill
from thuocdo.evaluation.types import AssignmentVerdict, Status
from thuocdo.programme.types import FIVE_PARTS, Task

VERIFYING_DAYS = 10
"""Working days that verification may take; beyond them the delay is the monitor's."""

_STRONGEST_REFUSAL = (
    "submitted_not_passed", "will_issue", "collecting_opinions", "being_drafted", "not_issued",
    "cites_programme", "wrong_instrument", "future_dated", "attestation_not_allowed", "no_document",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duty:
    """One assignment to judge: whose it is, for which instance, and what was heard of it.

    `unfilled` is what the task's parts are while nothing has been offered for any of them.
    """

    task: Task
    instance: Instance
    parts: tuple[Part, ...]
    heard: Heard
    unfilled: Filling

    @property
    def holders(self) -> tuple[str, ...]:
        """Return who answers today."""
        return tuple(dict.fromkeys(part.holder for part in self.parts))

    @property
    def origin(self) -> str:
        """Return the body that had the duty on the due date, where it was one."""
        return self.parts[0].origin if len(self.parts) == 1 else ""


def assignment_verdict(duty: Duty, index: FactsIndex) -> AssignmentVerdict:
    """Return the status of one assignment; the first rule that holds decides."""
    offers = tuple([item for item in duty.heard.offers if duty.instance.covers(item.on)])
    filling = fill(duty.task, offers) if offers else duty.unfilled
    ruling = (
        _done(duty, filling, offers)
        or _claimed(filling, offers, index)
        or _open(duty, filling, offers, index)
    )
    return AssignmentVerdict(
        duty.holders,
        ruling.status,
        ruling.reason,
        due=duty.instance.due,
        done_on=ruling.done_on,
        days_late=ruling.days_late,
        overdue=ruling.status is not Status.DONE and index.as_of > duty.instance.due,
        claimed_without_proof=ruling.claim is not None,
        claim_reason=ruling.claim,
        components=filling.components,
        origin=duty.origin,
    )


class _Ruling(NamedTuple):
    """What the rule that holds says; `claim` is why what was claimed is no proof."""

    status: Status
    reason: Reason
    done_on: date | None = None
    days_late: int = 0
    claim: Reason | None = None


def _done(duty: Duty, filling: Filling, offers: tuple[Offer, ...]) -> _Ruling | None:
    """Rule 3: matching evidence for every component, verified."""
    if filling.done_on is None or (duty.task.five_part and len(_five(offers)) < len(FIVE_PARTS)):
        return None
    late = max(0, (filling.done_on - duty.instance.due).days)
    used = {number for item in filling.components for number in item.verified}
    hidden = any(i.evidence.kind is EvidenceKind.ATTESTATION for i in offers if i.evidence.id in used)
    code = f"{'attested' if hidden else 'done'}_{'late' if late else 'in_time'}"
    params = {"on": filling.done_on.isoformat(), "due": duty.instance.due.isoformat()}
    if late:
        params["days"] = str(late)
    return _Ruling(Status.DONE, Reason(code, params), done_on=filling.done_on, days_late=late)


def _five(offers: tuple[Offer, ...]) -> set[str]:
    verified = (item for item in offers if item.verified_for)
    return {code for item in verified for code in item.evidence.verified_components if code in FIVE_PARTS}


def _claimed(filling: Filling, offers: tuple[Offer, ...], index: FactsIndex) -> _Ruling | None:
    """Rule 4: matching evidence filed for every component, not yet verified."""
    if not filling.all_filed or filling.filed_on is None:
        return None
    if filling.all_verified:
        have = str(len(_five(offers)))
        reason = Reason("five_parts_open", {"have": have, "total": str(len(FIVE_PARTS))})
    else:
        reason = _waiting(filling.filed_on, index)
    return _Ruling(Status.CLAIMED, reason)


def _waiting(since: date, index: FactsIndex) -> Reason:
    days = working_days_between(since, index.as_of, index.holidays)
    code = "claimed_monitor_late" if days > VERIFYING_DAYS else "claimed"
    return Reason(code, {"since": since.isoformat(), "days": str(days)})


def _open(duty: Duty, filling: Filling, offers: tuple[Offer, ...], index: FactsIndex) -> _Ruling:
    """Rules 5 to 8; a claim without matching evidence is printed beside and stops nothing."""
    some_filed = any(item.filed for item in filling.components)
    status, reason = open_status(
        Watch(
            as_of=index.as_of,
            starts_on=duty.instance.starts_on,
            due=duty.instance.due,
            reports=duty.heard.reports,
            milestones=duty.heard.milestones,
            cycles=index.programme.cycles,
            has_draft=some_filed,
            thresholds=index.facts.thresholds,
        )
    )
    claim = _claim(duty, filling, offers)
    days = (index.as_of - duty.instance.due).days if status is Status.LATE else 0
    if status is Status.LATE:
        reason = _late_reason(duty, filling, reason, silent=claim is None and not some_filed)
    return _Ruling(status, reason, days_late=days, claim=claim)


def _late_reason(duty: Duty, filling: Filling, reason: Reason, *, silent: bool) -> Reason:
    if duty.instance.recurring:
        return Reason("instance_missed", {**reason.params, "instance": duty.instance.code})
    if filling.verified_parts:
        have, total = str(filling.verified_parts), str(len(filling.components))
        return Reason("late_in_part", {**reason.params, "have": have, "total": total})
    return Reason("late_nothing_filed", reason.params) if silent else reason


def _claim(duty: Duty, filling: Filling, offers: tuple[Offer, ...]) -> Reason | None:
    """Return why what was claimed is no proof; None when nothing was claimed."""
    refusals = {item.refusal.code: item.refusal for item in offers if item.refusal is not None}
    latest = duty.heard.reports[-1] if duty.heard.reports else None
    says_done = latest is not None and latest.situation is Situation.DONE
    if not says_done and not refusals:
        return None
    for code in _STRONGEST_REFUSAL:
        if code in refusals and code != "no_document":
            return refusals[code]
    have = sum(bool(item.filed) for item in filling.components)
    if have:
        return Reason("parts_missing", {"have": str(have), "total": str(len(filling.components))})
    if duty.heard.returned:
        return Reason("evidence_returned")
    return _said(latest.public_sentence) if latest is not None and says_done else Reason("no_document")


def _said(sentence: str) -> Reason:
    """Return what the lead's own sentence betrays, else that no document was named."""
    return Reason(announcement(sentence) or "no_document")

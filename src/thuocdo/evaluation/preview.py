"""What the status of a task would be if a report went out now: a pure look ahead."""

from collections.abc import Sequence
from dataclasses import replace

from thuocdo.cycles.types import Evidence, Report, State
from thuocdo.evaluation.rules.index import FactsIndex
from thuocdo.evaluation.rules.tasks import task_verdict
from thuocdo.evaluation.types import Facts, TaskVerdict

PREVIEW_ID = "preview"
"""What stands for an id in what has not been recorded."""


def preview(
    facts: Facts,
    *,
    task: str,
    agency: str,
    report: Report | None,
    evidence: Sequence[Evidence],
    verified: bool = False,
) -> TaskVerdict:
    """Return the verdict on a task as if this had been sent on the facts' day.

    A report takes the place of the body's report in the same cycle. With `verified` it is as if a
    second person had accepted the evidence for the parts that it names or that the rules match.
    Raises KeyError for a task that the programme has not.
    """
    found = {item.code: item for item in facts.programme.tasks}[task]
    pieces = [
        _as_sent(piece, number, task, agency, facts, verified=verified)
        for number, piece in enumerate(evidence, start=1)
    ]
    # Nothing of the other tasks enters this verdict, and an index over all of it would cost more.
    kept = tuple(piece for piece in facts.evidence if piece.task == task)
    reports = tuple(item for item in facts.reports if item.task == task)
    milestones = tuple(item for item in facts.milestones if item.task == task)
    if report is not None:
        about = (agency, report.cycle)
        reports = tuple(item for item in reports if (item.agency, item.cycle) != about)
        said = replace(
            report,
            id=report.id or PREVIEW_ID,
            task=task,
            agency=agency,
            state=State.SENT,
            received_on=facts.as_of,
        )
        reports = (*reports, said)
    ahead = replace(facts, reports=reports, evidence=(*kept, *pieces), milestones=milestones, observations=())
    return task_verdict(found, FactsIndex(ahead))


def _as_sent(
    piece: Evidence, number: int, task: str, agency: str, facts: Facts, *, verified: bool
) -> Evidence:
    sent = replace(
        piece,
        id=piece.id or f"{PREVIEW_ID}-{number}",
        task=task,
        agency=agency,
        state=State.SENT,
        received_on=facts.as_of,
    )
    if not verified:
        return sent
    return replace(
        sent,
        state=State.VERIFIED,
        verified_on=facts.as_of,
        verified_by=PREVIEW_ID,
        verifier_note=PREVIEW_ID,
        verified_components=(piece.component,) if piece.component else (),
    )

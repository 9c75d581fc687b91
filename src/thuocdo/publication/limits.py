"""What a reader cannot recompute from facts.json, and the methods behind the values."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from thuocdo.core.memory import Memory
from thuocdo.cycles.types import Evidence, EvidenceKind
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.types import Origin, Standing
from thuocdo.publication.manifest import Gap


def not_recomputable(facts: Facts, memory: Memory | None = None) -> tuple[Gap, ...]:
    """Return each judgement or value that facts.json carries and cannot prove, with a reason code.

    Rules are recomputed in full; what people decided, what others measured and what was counted from
    rows that are not published is taken as given.
    """
    decided = (memory or Memory()).each("decided by people", facts.evidence, _decided)
    found = (*(gap for gap in decided if gap is not None), *_gaps(facts))
    return tuple(sorted(found, key=attrgetter("what", "key", "reason")))


def _decided(evidence: Iterable[Evidence]) -> list[Gap | None]:
    return [_of_piece(each) for each in evidence]


def _of_piece(evidence: Evidence) -> Gap | None:
    if evidence.kind is EvidenceKind.ATTESTATION:
        return Gap("evidence", evidence.id, "not_open")
    return Gap("evidence", evidence.id, "verified_by_person") if evidence.verified_on is not None else None


def _gaps(facts: Facts) -> Iterator[Gap]:
    for task in facts.programme.tasks:
        if any(component.check_person for component in task.components):
            yield Gap("task", task.code, "person_decides")
    for each in facts.observations:
        if each.standing is Standing.DECLARED:
            yield Gap("observation", each.id, f"value_{each.origin}")
    for term in facts.heads:
        yield Gap("head", term.id, "entered_by_people")
    for turn in facts.handled.turns:
        yield Gap("turn", turn.id, "between_bodies")


def as_before(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Return the list as it was before measured values stood in it: what was published then still holds."""
    return tuple(gap for gap in gaps if gap.reason != f"value_{Origin.MEASURED}")


def methods(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return the methods of the declared values by indicator."""
    found: dict[str, set[str]] = {}
    for each in facts.observations:
        if each.standing is Standing.DECLARED:
            found.setdefault(each.indicator, set()).add(each.method)
    return {code: tuple(sorted(names)) for code, names in sorted(found.items())}

"""What a set asks, and of whom: each input once, with the criteria that read it."""

from collections.abc import Mapping

from thuocdo.assessments.types import Giver, Question
from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.kinds import Origin
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.sheets import read_inputs
from thuocdo.evaluation.scoring.types import CriteriaSet, Criterion

_GIVERS: Mapping[Origin, Giver] = {
    Origin.SELF_ASSESSED: Giver.UNIT,
    Origin.EXPERT: Giver.EXPERT,
    Origin.SURVEY: Giver.OFFICE,
    Origin.COMPUTED: Giver.OFFICE,
}
_FIRST = (Giver.UNIT, Giver.EXPERT, Giver.OFFICE)


def questions(given: CriteriaSet) -> dict[str, Question]:
    """Return every input that the set reads, in the order of its criteria.

    What this system counts is asked of nobody. An input that the unit gives for one criterion is the
    unit's for all of them; one that only a condition reads is the unit's too.
    """
    reads = {each.id: inputs_of(each) for each in given.criteria}
    found = {}
    for name, known in read_inputs(given).items():
        reading = [each for each in given.criteria if name in reads[each.id]]
        givers = {_GIVERS[each.source] for each in reading}
        asked = next((each for each in _FIRST if each in givers), Giver.UNIT)
        giver = Giver.SYSTEM if name in SYSTEM else asked
        found[name] = Question(name, known, giver, tuple(each.id for each in reading))
    return found


def inputs_of(criterion: Criterion) -> tuple[str, ...]:
    """Return the inputs that a criterion reads, in any of its alternatives."""
    names = [name for rule in criterion.rules for name in names_of(rule.measure)]
    if criterion.not_applicable is not None and criterion.not_applicable.when_zero:
        names.append(criterion.not_applicable.when_zero)
    return tuple(dict.fromkeys(names))


def asked_at(given: CriteriaSet, giver: Giver) -> dict[str, tuple[Question, ...]]:
    """Return by criterion the questions to somebody, each at the first criterion that reads it.

    What no criterion reads stands under "".
    """
    found: dict[str, tuple[Question, ...]] = {}
    for each in questions(given).values():
        if each.giver is giver:
            at = each.criteria[0] if each.criteria else ""
            found[at] = (*found.get(at, ()), each)
    return found


def may_skip(criterion: Criterion) -> bool:
    """Say whether a unit may declare that a criterion does not apply to it."""
    return criterion.not_applicable is not None and criterion.not_applicable.declared

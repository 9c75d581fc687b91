"""All statuses, verdicts and totals of one programme on one day: a pure function of the facts."""

from thuocdo.core.memory import Memory
from thuocdo.evaluation.rules.evidence import duplicate_use
from thuocdo.evaluation.rules.index import FactsIndex, arranged
from thuocdo.evaluation.rules.indicators import indicator_verdicts
from thuocdo.evaluation.rules.tasks import task_verdict
from thuocdo.evaluation.rules.totals import agency_totals, programme_totals
from thuocdo.evaluation.types import RULES_VERSION, Facts, TaskVerdict, Verdicts


def judge_body(facts: Facts, agency: str) -> tuple[TaskVerdict, ...]:
    """Return the verdicts on the facts' tasks as far as they concern one body (rules/desks.py).

    Its own parts come out as `evaluate` would judge them; of the other leads' parts nothing is said.
    """
    index = FactsIndex(facts, agency)
    return tuple(task_verdict(task, index) for task in facts.programme.tasks)


def evaluate(facts: Facts, memory: Memory | None = None) -> Verdicts:
    """Return what the rules make of the facts; the same facts always give the same verdicts.

    The application, the publication and the verifier all call this one function. Who judges again and
    again hands in a `memory`: a task whose records are the ones of the round before keeps its verdict.
    """
    index = arranged(facts, memory)
    tasks = tuple(task_verdict(task, index) for task in facts.programme.tasks)
    indicators = indicator_verdicts(index)
    return Verdicts(
        rules_version=RULES_VERSION,
        as_of=facts.as_of,
        tasks=tasks,
        indicators=indicators,
        agencies=agency_totals(tasks, index),
        totals=programme_totals(tasks, indicators, index),
        duplicates=duplicate_use(index.uses(), facts.evidence),
    )

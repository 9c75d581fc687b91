"""Tests of arranging facts once: the same facts share one index, other facts never do."""

from dataclasses import replace

from tests.factories.facts import some_facts

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.rules.index import FactsIndex, arranged
from thuocdo.evaluation.rules.tasks import instance_verdicts, task_verdict


def test_the_same_facts_are_arranged_once():
    """Statuses and scores ask one after another with the very same facts."""
    facts = some_facts()
    assert arranged(facts) is arranged(facts)


def test_other_facts_are_arranged_anew():
    """Equal is not enough: what is remembered belongs to one object, and one changed record counts."""
    facts = some_facts()
    fewer = replace(facts, evidence=())
    assert arranged(facts) is not arranged(replace(facts))
    assert evaluate(facts).tasks != evaluate(fewer).tasks
    assert evaluate(facts) == evaluate(replace(facts))


def test_an_index_that_has_judged_before_judges_the_same():
    """What was remembered of periods and parts changes no verdict."""
    facts = some_facts()
    used = arranged(facts)
    evaluate(facts)
    for task in facts.programme.tasks:
        new = FactsIndex(facts)
        assert task_verdict(task, used) == task_verdict(task, new)
        assert instance_verdicts(task, used) == instance_verdicts(task, FactsIndex(facts))

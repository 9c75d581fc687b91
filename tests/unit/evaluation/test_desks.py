"""A body's desk, judged from its own records alone, is the desk that all records give."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from tests.factories.facts import a_task, some_facts
from tests.unit.evaluation.strategies import any_facts

from thuocdo.config.current import Known
from thuocdo.cycles.owing import with_predecessors
from thuocdo.evaluation.evaluate import evaluate, judge_body
from thuocdo.evaluation.rules.desks import OnDesk, desks
from thuocdo.evaluation.types import Facts
from thuocdo.programme.types import Deadline, DeadlineKind, Mode, Rhythm
from thuocdo.web.desk import desk


def narrowed(facts: Facts, agency: str) -> Facts:
    """Return the facts that a body's desk reads."""
    mine = desks(facts.programme, facts.register, facts.as_of).get(agency, OnDesk())
    agencies = with_predecessors(agency, facts.register)

    def concerns(record) -> bool:
        return record.task in mine.whole or (record.task in mine.own and record.agency in agencies)

    tasks = tuple(task for task in facts.programme.tasks if task.code in mine.own | mine.whole)
    return replace(
        facts,
        programme=replace(facts.programme, tasks=tasks, indicators=()),
        evidence=tuple(filter(concerns, facts.evidence)),
        reports=tuple(filter(concerns, facts.reports)),
        milestones=tuple(filter(concerns, facts.milestones)),
    )


def rows_of(facts: Facts, agency: str, *, alone: bool) -> tuple[object, ...]:
    """Return what stands on a body's desk, from its own records alone or from all of them."""
    verdicts = evaluate(facts)
    if alone:
        facts = narrowed(facts, agency)
        verdicts = replace(verdicts, tasks=judge_body(facts, agency))
    found = desk(Known(facts, verdicts), agency)
    return found.leads, found.takes_part, found.counts


@settings(max_examples=300, deadline=None)
@given(any_facts())
def test_own_records_give_the_same_desk(facts):
    """Whatever was filed and heard by whomever, each body's desk follows from what concerns it."""
    for agency in facts.register.agencies:
        assert rows_of(facts, agency.code, alone=True) == rows_of(facts, agency.code, alone=False)


ALONE = {"mode": Mode.EACH_LEAD, "leads": ("bo-a", "bo-b"), "coordinators": ("tinh-x",)}


@pytest.mark.parametrize(
    ("changes", "agency", "expected"),
    [
        (ALONE, "bo-a", OnDesk(own=frozenset({"1"}))),
        (ALONE, "tinh-x", OnDesk(whole=frozenset({"1"}))),
        (ALONE, "tinh-y", None),
        (ALONE | {"mode": Mode.ONE_FOR_ALL}, "bo-a", OnDesk(whole=frozenset({"1"}))),
        (ALONE | {"rhythm": Rhythm.EACH_CYCLE}, "bo-a", OnDesk(whole=frozenset({"1"}))),
        (ALONE | {"leads": ("bo-a",)}, "bo-a", OnDesk(whole=frozenset({"1"}))),
        (ALONE | {"coordinators": ("bo-a",)}, "bo-a", OnDesk(own=frozenset({"1"}))),
        (ALONE | {"deadline": Deadline(DeadlineKind.NONE)}, "bo-a", OnDesk(own=frozenset({"1"}))),
    ],
)
def test_what_lies_on_a_desk(changes, agency, expected):
    """Only of what each of several leads does for itself, and once, is the own part enough."""
    facts = some_facts()
    programme = replace(facts.programme, tasks=(a_task(**changes),))
    assert desks(programme, facts.register, date(2025, 12, 31)).get(agency) == expected

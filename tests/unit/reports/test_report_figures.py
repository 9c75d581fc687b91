"""Queries: what they count, that parts sum to the whole, and that every count is the snapshot's."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from tests.factories.composed import a_snapshot, figures_of
from tests.factories.facts import an_observation, some_facts
from tests.unit.evaluation.strategies import any_facts

from thuocdo.evaluation.types import Status
from thuocdo.reports.counting import DIMENSIONS
from thuocdo.reports.snapshots import frozen


def test_a_query_counts_rows_that_have_all_its_facets():
    """Facets narrow down; the keys are the rows that were counted."""
    figures = figures_of(a_snapshot())
    assert figures.value("tasks") == 6
    assert figures.keys("tasks.theme-II") == ("5", "6")
    assert figures.keys("tasks.done") == ("1",)
    assert figures.value("tasks.theme-II.done") == 0


def test_a_share_is_rounded_half_up_and_needs_a_whole():
    """One of six is 16.7 %; of nothing there is no share."""
    figures = figures_of(a_snapshot())
    assert figures.value("tasks.done/tasks") == Decimal("16.7")
    assert figures.shown("tasks.done/tasks", "vi") == "16,7\u00a0%"
    assert figures.shown("tasks/replaced", "vi") == "–"


def test_the_value_of_an_indicator_is_the_one_it_was_judged_by():
    """A row's value, target and required value are shown with the decimals of the row."""
    figures = figures_of(a_snapshot())
    assert figures.shown("value.1@2030", "vi") == "24,00"
    assert figures.shown("target.3@2030#2", "en") == "7.5"
    assert figures.shown("value.2@2030", "vi") == "–"


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("tasks.khong", "facet"),
        ("viec", "counts nothing"),
        ("tasks..done", "names no number"),
        ("value.9@2030", "indicators"),
        ("value.1@2030/tasks", "indicators"),
        ("tasks/viec", "counts nothing"),
        ("TASKS", "names no number"),
        ("", "names no number"),
    ],
)
def test_what_is_no_query_is_said(query, word):
    """Each kind of wrong query has its own sentence."""
    assert word in figures_of(a_snapshot()).wrong(query)


def test_only_reports_of_the_period_count():
    """A body that reported in another period only is silent in this one."""
    figures = figures_of(a_snapshot())
    assert figures.keys("bodies.silent") == ("tinh-x", "tinh-y")
    assert figures.keys("bodies.partly") == ("bo-a",)
    assert figures.value("reports.of-bo-a.received") == 1


def agree(figures, verdicts):
    """Assert that counts equal the totals of the snapshot, however those were made."""
    totals = verdicts.totals
    for status in Status:
        if status is not Status.REPLACED:
            assert figures.value(f"tasks.once.{status}") == totals.once.get(status, 0)
            assert figures.value(f"tasks.recurring.{status}") == totals.recurring.get(status, 0)
            for theme, counts in totals.by_theme.items():
                assert figures.value(f"tasks.theme-{theme}.{status}") == counts.get(status, 0)
    for cell, count in totals.office.items():
        replaced = sum(each.office_cell == cell and each.status is Status.REPLACED for each in verdicts.tasks)
        assert figures.value(f"tasks.once.{cell}") == count - replaced
    for status, count in totals.indicators.items():
        assert figures.value(f"indicators.{status}") == count
    for body in verdicts.agencies:
        for status in Status:
            if status is not Status.REPLACED:
                alone = body.lead.get(status, 0) + body.co_lead.get(status, 0)
                assert figures.value(f"parts.of-{body.agency}.once.{status}") == alone
                again = body.recurring.get(status, 0)
                assert figures.value(f"parts.of-{body.agency}.recurring.{status}") == again
        own = f"parts.of-{body.agency}"
        assert (figures.value(f"{own}.due"), figures.value(f"{own}.due_in_time")) == (
            body.due,
            body.due_done_in_time,
        )
        evidence = f"evidence.of-{body.agency}"
        assert figures.value(evidence) == body.evidence_filed
        assert figures.value(f"{evidence}.accepted") == body.evidence_verified


def sums(figures):
    """Assert that in each dimension of each set the parts sum to the whole."""
    for name in DIMENSIONS:
        for dimension in figures.dimensions(name):
            parts = sum(figures.value(f"{name}.{facet}") for facet in dimension)
            assert parts == figures.value(name), (name, dimension)


def test_counts_equal_the_totals_of_the_snapshot():
    """What the report counts and what the rules counted is the same, for tasks, bodies and indicators."""
    snapshot = a_snapshot()
    agree(figures_of(snapshot), snapshot.verdicts)
    sums(figures_of(snapshot))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_facts())
def test_whatever_was_filed_counts_agree_and_parts_sum(found):
    """For random facts, every count equals the snapshot's totals and every dimension shares out its set."""
    snapshot = frozen(some_facts(programme=found.programme, **_records(found)))
    figures = figures_of(snapshot)
    agree(figures, snapshot.verdicts)
    sums(figures)


def _records(found):
    return {
        "evidence": found.evidence,
        "reports": found.reports,
        "milestones": found.milestones,
        "register": found.register,
        "as_of": found.as_of,
        "observations": (an_observation(),) if found.programme.indicators else (),
    }

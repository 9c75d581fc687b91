"""Money per task and body: the last figures count, returned ones do not, and nothing is added up wrongly."""

from datetime import date
from decimal import Decimal

from thuocdo.cycles.types import Report, Situation, State
from thuocdo.programme.catalogue import catalogue
from thuocdo.web.money import sums_of

TASKS = catalogue("nq03").tasks


def report(number, day, allocated=None, disbursed=None, *, state=State.SENT, task="17", agency="BKHCN"):
    """Return a report of a day in 2025 with figures in million VND."""
    figures = [None if each is None else Decimal(each) for each in (allocated, disbursed)]
    return Report(
        id=f"R-{number}",
        task=task,
        agency=agency,
        cycle="2025-1",
        situation=Situation.WORKING,
        state=state,
        received_on=date(2025, day, 1),
        allocated=figures[0],
        disbursed=figures[1],
    )


def test_the_last_figures_stand_until_newer_ones_come():
    """A later report without figures leaves the earlier ones with their day; a returned one counts not."""
    given = [
        report(1, 3, 100, 20),
        report(2, 5, 100, 50),
        report(3, 6),
        report(4, 7, 100, 99, state=State.RETURNED),
    ]
    (found,) = sums_of(TASKS, given)
    assert (found.disbursed, found.reported_on, found.share) == (50, date(2025, 5, 1), Decimal(50))


def test_each_body_of_a_task_has_its_own_line():
    """Two bodies of one task stand apart, and tasks keep the order of the programme."""
    given = [report(1, 3, 1, 1, task="44"), report(2, 3, 5, 4), report(3, 3, 5, 4, agency="BYT")]
    assert [(each.task.code, each.agency) for each in sums_of(TASKS, given)] == [
        ("17", "BKHCN"),
        ("17", "BYT"),
        ("44", "BKHCN"),
    ]


def test_a_share_needs_both_figures():
    """Nothing allocated or nothing said gives no share."""
    alone, nought, whole = sums_of(
        TASKS,
        [report(1, 3, 5), report(2, 3, 0, 3, agency="BYT"), report(3, 3, 2, 2, agency="BTC")],
    )
    assert (alone.share, nought.share, whole.share) == (None, None, Decimal(100))

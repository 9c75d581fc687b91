"""What scores are counted from between bodies, read from the database as it was known on a day."""

from datetime import date, datetime, timedelta

import pytest
from tests.factories.rows import row
from tests.integration.test_matters import KIM, PHUC, opened

from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Fault
from thuocdo.cycles.actions import record_rows, verify_records
from thuocdo.cycles.matters.actions import move_matter
from thuocdo.cycles.matters.handling import handled
from thuocdo.cycles.matters.types import Answer, Kind, State
from thuocdo.cycles.opening import open_cycle
from thuocdo.cycles.types import Decision
from thuocdo.evaluation.queries import facts

pytestmark = pytest.mark.usefixtures("model_programme")

LATER = timedelta(days=3)


def by_day(now: datetime, days: int = 0) -> date:
    """Return a day after now."""
    return (now + timedelta(days=days)).date()


def test_each_body_has_its_turn_and_the_words_stay_between_them(an, now):
    """Passed on ends the first turn, an answer the second; before the answer the second still runs."""
    public_id = opened(an, now, Kind.DIFFICULTY)
    move_matter(
        matter=public_id,
        to=State.PASSED,
        answer=Answer(text="Thuộc Bộ khác.", body="BNV"),
        by=PHUC,
        now=now + LATER,
    )
    lan = Actor("lan", "Lan", frozenset({Role.REPORTER, Role.HEAD}), "BNV")
    move_matter(
        matter=public_id, to=State.SOLVED, answer=Answer(text="Đã hướng dẫn."), by=lan, now=now + 2 * LATER
    )
    early = handled("nq03", as_of=by_day(now, 4)).turns
    assert [(turn.asked, turn.until, turn.passed) for turn in early] == [
        ("BTC", by_day(now, 3), True),
        ("BNV", None, False),
    ]
    late = handled("nq03", as_of=by_day(now, 9)).turns
    assert [(turn.solved, turn.passed, turn.until) for turn in late] == [
        (False, True, by_day(now, 3)),
        (True, False, by_day(now, 6)),
    ]
    assert "hướng dẫn" not in str(late)


def test_a_dispute_carries_its_last_day_and_who_answered(an, now):
    """The body of the person who answered is named, once it has answered."""
    public_id = opened(an, now)
    assert handled("nq03", as_of=by_day(now)).disputes[0].answered_on is None
    move_matter(
        matter=public_id, to=State.NOT_UPHELD, answer=Answer(text="Chưa đủ."), by=KIM, now=now + LATER
    )
    found = handled("nq03", as_of=by_day(now, 5)).disputes[0]
    assert (found.answered_by, found.answered_on, found.due_on) == ("VPCP", by_day(now, 3), date(2025, 7, 4))
    assert handled("nq03", as_of=by_day(now, 2)).disputes[0].answered_on is None


def test_a_returned_report_is_known_from_its_return_on(an, binh, now):
    """It stays known after a later version has taken its place."""
    public_id = record_rows(
        rows=[row("report", task="17", cycle="2025-1", situation="working")], by=an, now=now
    ).added[0]
    assert handled("nq03", as_of=by_day(now)).earlier == ()
    decision = Decision(public_id, accept=False, faults=(Fault("report", "Thiếu số liệu", "situation"),))
    verify_records(decisions=[decision], by=binh, now=now + LATER)
    found = handled("nq03", as_of=by_day(now, 4)).earlier
    assert [(each.agency, each.received_on, each.returned_on) for each in found] == [
        ("BKHCN", by_day(now), by_day(now, 3))
    ]


def test_only_opened_cycles_are_carried_and_all_of_it_reaches_the_facts(binh, now):
    """The programme's own calendar is in the programme; days that somebody set are what is added."""
    assert handled("nq03", as_of=by_day(now)).cycles == ()
    open_cycle(slug="nq03", code="2025-1", by=binh, now=now)
    assert [each.code for each in handled("nq03", as_of=by_day(now)).cycles] == ["2025-1"]
    assert facts("nq03", as_of=by_day(now)).handled == handled("nq03", as_of=by_day(now))

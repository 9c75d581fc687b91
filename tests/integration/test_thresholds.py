"""Thresholds in time: two people, only days to come, facts of each day under the set of that day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from thuocdo.audit.queries import events_on
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.evaluation.queries import facts
from thuocdo.measurement.thresholds import actions
from thuocdo.measurement.thresholds.actions import (
    approve_thresholds,
    propose_thresholds,
    refuse_thresholds,
)
from thuocdo.measurement.thresholds.models import ThresholdSet
from thuocdo.measurement.thresholds.queries import history, in_force_on
from thuocdo.measurement.thresholds.rules import confirming_word
from thuocdo.measurement.thresholds.types import STANDARD, SetState

pytestmark = pytest.mark.django_db

HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}))
JULY = date(2025, 7, 1)
AUGUST = date(2025, 8, 1)
KINDER = replace(STANDARD, on_track_from=Decimal("0.90"), obstacle_days=45)


def proposed(by, now, **changes):
    """Propose the kinder set from July."""
    asked = {"thresholds": KINDER, "applies_from": JULY, "reason": "Hội đồng phương pháp", "changes": 4}
    asked |= changes
    typed = confirming_word(asked["applies_from"])
    return propose_thresholds(**{"typed": typed, **asked}, by=by, now=now)


def approved(by, second, now, **changes):
    """Propose and approve a set."""
    found = proposed(by, now, **changes)
    return approve_thresholds(
        id=found.id, typed=confirming_word(found.applies_from), changes=4, by=second, now=now
    )


def test_facts_take_the_set_of_their_day(model_programme, chi, now):
    """A past day keeps its thresholds, whenever it is asked for; a day to come gets the next."""
    approved(chi, HOA, now)
    approved(HOA, chi, now, thresholds=replace(KINDER, plan_months=6), applies_from=AUGUST)
    days = (date(2025, 6, 20), date(2025, 6, 30), JULY, date(2025, 7, 31), AUGUST)
    chosen = [facts(model_programme, as_of=day).thresholds for day in days]
    assert chosen == [STANDARD, STANDARD, KINDER, KINDER, replace(KINDER, plan_months=6)]


def test_a_proposal_alone_changes_nothing(chi, now):
    """Neither a proposal nor a refused one is ever in force."""
    found = proposed(chi, now)
    assert in_force_on(JULY) == STANDARD
    refuse_thresholds(id=found.id, note="Chưa đủ căn cứ", by=HOA, now=now)
    assert in_force_on(JULY) == STANDARD
    assert [(each.state, each.note) for each in history()] == [(SetState.REFUSED, "Chưa đủ căn cứ")]


def test_nobody_approves_their_own_proposal(chi, now):
    """Four eyes: who proposed may withdraw, and no more."""
    found = proposed(chi, now)
    with pytest.raises(NotAllowed):
        approve_thresholds(id=found.id, typed=confirming_word(JULY), changes=4, by=chi, now=now)
    assert refuse_thresholds(id=found.id, note="Nhầm số", by=chi, now=now).decided_by == "chi"


def test_who_may_not_set_thresholds(an, binh, dung, chi, now):
    """Reporters, monitors and citizens neither propose nor decide."""
    found = proposed(chi, now)
    for person in (an, binh, dung):
        with pytest.raises(NotAllowed):
            proposed(person, now, applies_from=AUGUST)
        with pytest.raises(NotAllowed):
            approve_thresholds(id=found.id, typed=confirming_word(JULY), changes=4, by=person, now=now)
        with pytest.raises(NotAllowed):
            refuse_thresholds(id=found.id, note="không", by=person, now=now)
    assert [each.state for each in history()] == [SetState.PROPOSED]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"applies_from": date(2025, 6, 20)}, "applies_from"),
        ({"reason": " "}, "reason"),
        ({"typed": "nguong"}, "typed"),
        ({"thresholds": STANDARD}, "thresholds"),
        ({"thresholds": replace(STANDARD, at_risk_from=Decimal("0.99"))}, "at_risk_from"),
    ],
)
def test_a_faulty_proposal_is_refused_with_its_fault(chi, now, changes, named):
    """Today is too early; a reason, the word, and some change are asked for."""
    with pytest.raises(Invalid) as caught:
        proposed(chi, now, **changes)
    assert [fault.field for fault in caught.value.faults] == [named]
    assert history() == ()


def test_an_approval_wants_its_word_and_its_time(chi, now):
    """Without the word it is refused; on the first day it is too late, and the proposal can only go."""
    found = proposed(chi, now)
    with pytest.raises(Invalid):
        approve_thresholds(id=found.id, typed="", changes=4, by=HOA, now=now)
    with pytest.raises(Conflict, match="first day"):
        approve_thresholds(
            id=found.id, typed=confirming_word(JULY), changes=4, by=HOA, now=now + timedelta(days=11)
        )
    assert in_force_on(AUGUST) == STANDARD


def test_one_proposal_waits_at_a_time(chi, now):
    """A second one is a conflict until the first is decided."""
    first = proposed(chi, now)
    with pytest.raises(Conflict):
        proposed(HOA, now, applies_from=AUGUST)
    refuse_thresholds(id=first.id, note="Nhầm số", by=chi, now=now)
    assert proposed(HOA, now, applies_from=AUGUST).state is SetState.PROPOSED


def test_of_two_decisions_one_wins(chi, now, monkeypatch):
    """Who decides while another one has just decided gets a conflict."""
    found = proposed(chi, now)

    def meanwhile(_found):
        monkeypatch.setattr(actions, "_check_waits", lambda _found: None)
        refuse_thresholds(id=found.id, note="Nhầm số", by=chi, now=now)

    monkeypatch.setattr(actions, "_check_waits", meanwhile)
    with pytest.raises(Conflict):
        approve_thresholds(id=found.id, typed=confirming_word(JULY), changes=4, by=HOA, now=now)


def test_a_decided_set_is_not_decided_again(chi, now):
    """Neither approved nor refused a second time; what does not exist is not found."""
    found = approved(chi, HOA, now)
    with pytest.raises(Conflict):
        refuse_thresholds(id=found.id, note="Muộn", by=chi, now=now)
    with pytest.raises(Conflict):
        approve_thresholds(id=found.id, typed=confirming_word(JULY), changes=4, by=HOA, now=now)
    with pytest.raises(NotFound):
        refuse_thresholds(id="N-0", note="Không có", by=chi, now=now)


def test_a_correction_before_the_first_day_replaces(chi, now):
    """Of two sets with one first day the one that was approved later applies."""
    approved(chi, HOA, now)
    approved(HOA, chi, now + timedelta(hours=1), thresholds=replace(STANDARD, obstacle_days=20))
    assert in_force_on(JULY) == replace(STANDARD, obstacle_days=20)


def test_every_act_leaves_its_event(chi, now):
    """Who, from which to which numbers, from which day, and how many statuses that person was shown."""
    found = approved(chi, HOA, now)
    asked, done = events_on(found.id)
    assert [(each.kind, each.by) for each in (asked, done)] == [
        ("thresholds_proposed", "chi"),
        ("thresholds_approved", "hoa"),
    ]
    assert asked.body["reason"] == "Hội đồng phương pháp"
    assert (done.body["proposed_by"], done.body["count"], done.body["applies_from"]) == (
        "chi",
        4,
        "2025-07-01",
    )
    assert (done.body["before"]["on_track_from"], done.body["after"]["on_track_from"]) == ("0.95", "0.90")


def test_the_database_keeps_what_was_decided(chi, now):
    """No statement changes or deletes a decided set, approves one's own, or reaches back."""
    found = approved(chi, HOA, now)
    rows = ThresholdSet.objects.filter(public_id=found.id)
    waiting = ThresholdSet.objects.filter(
        public_id=proposed(chi, now, applies_from=AUGUST, thresholds=STANDARD).id
    )
    own = {"state": "approved", "decided_by": "chi", "decided_at": now, "decided_on": now.date()}
    back = {**own, "decided_by": "hoa", "decided_on": AUGUST}
    for change in (
        lambda: rows.update(obstacle_days=1),
        rows.delete,
        lambda: waiting.update(**own),
        lambda: waiting.update(**back),
        lambda: waiting.update(at_risk_from=Decimal("0.97")),
        lambda: waiting.update(reason=""),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert in_force_on(AUGUST) == KINDER

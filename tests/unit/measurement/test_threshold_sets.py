"""Sets of thresholds: what is wrong with one, what a form says, and which one applies on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.measurement.thresholds.reading import cells_of, read_thresholds
from thuocdo.measurement.thresholds.rules import (
    COUNTS,
    FURTHEST,
    confirming_word,
    in_force,
    note_faults,
    proposal_faults,
    threshold_faults,
    thresholds_on,
    word_faults,
)
from thuocdo.measurement.thresholds.types import STANDARD, SetState, Thresholds, ThresholdSet

TODAY = date(2026, 3, 2)
NEXT = date(2026, 4, 1)


def fields(faults):
    """Return which fields the faults name."""
    return [fault.field for fault in faults]


def a_set(**changes):
    """Return an approved set that applies from April."""
    made = ThresholdSet(
        id="N-1",
        thresholds=Thresholds(on_track_from=Decimal("0.90")),
        applies_from=NEXT,
        reason="Hội đồng phương pháp",
        state=SetState.APPROVED,
        proposed_by="chi",
        proposed_at=datetime(2026, 3, 2, tzinfo=UTC),
        decided_by="hoa",
        decided_at=datetime(2026, 3, 3, tzinfo=UTC),
    )
    return replace(made, **changes)


def parts():
    """Draw whole per cents."""
    return st.integers(1, 100).map(lambda count: Decimal(count) / 100)


def sound():
    """Draw thresholds without a fault."""
    return st.builds(
        lambda bands, draft, days, months: Thresholds(max(bands), min(bands), draft, days, months),
        st.lists(parts(), min_size=2, max_size=2, unique=True),
        parts().filter(lambda part: part >= Decimal("0.1")),
        st.integers(*COUNTS["obstacle_days"]),
        st.integers(*COUNTS["plan_months"]),
    )


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({}, []),
        ({"on_track_from": Decimal(1), "at_risk_from": Decimal("0.01")}, []),
        ({"on_track_from": Decimal("0.60")}, ["at_risk_from"]),
        ({"on_track_from": Decimal("0.50")}, ["at_risk_from"]),
        ({"on_track_from": Decimal("1.01")}, ["on_track_from"]),
        ({"at_risk_from": Decimal(0)}, ["at_risk_from"]),
        ({"at_risk_from": Decimal("-0.6")}, ["at_risk_from"]),
        ({"on_track_from": Decimal("0.955")}, ["on_track_from"]),
        ({"on_track_from": Decimal("NaN")}, ["on_track_from"]),
        ({"draft_share": Decimal("Infinity")}, ["draft_share"]),
        ({"draft_share": Decimal("0.09")}, ["draft_share"]),
        ({"obstacle_days": -1}, ["obstacle_days"]),
        ({"obstacle_days": 366}, ["obstacle_days"]),
        ({"plan_months": 0, "draft_share": Decimal("0.805")}, ["draft_share", "plan_months"]),
    ],
)
def test_numbers_keep_range_places_and_order(changes, named):
    """Each number that is out of its range, too fine, or in the wrong order is named, all at once."""
    assert fields(threshold_faults(replace(STANDARD, **changes))) == named


@given(sound())
def test_a_form_says_the_same_thresholds_again(thresholds):
    """What a form shows of sound thresholds is read as the very same ones."""
    assert threshold_faults(thresholds) == ()
    assert read_thresholds(cells_of(thresholds)) == (thresholds, ())


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ({"on_track_from": "90"}, []),
        ({"on_track_from": " 90 % "}, []),
        ({"on_track_from": "90,0"}, []),
        ({"on_track_from": "90.5"}, ["on_track_from"]),
        ({"on_track_from": "0.95"}, ["on_track_from"]),
        ({"on_track_from": ""}, ["on_track_from"]),
        ({"on_track_from": "9e1"}, ["on_track_from"]),
        ({"on_track_from": "٩٠"}, ["on_track_from"]),
        ({"obstacle_days": "-3"}, ["obstacle_days"]),
        ({"obstacle_days": "3,5"}, ["obstacle_days"]),
        ({"obstacle_days": "9" * 50}, ["obstacle_days"]),
        ({"on_track_from": "x", "at_risk_from": "99", "draft_share": "5"}, ["on_track_from", "draft_share"]),
    ],
)
def test_cells_are_read_or_named(cells, named):
    """A cell is a per cent or a count; everything that is none is named with what else is wrong."""
    found, faults = read_thresholds({**cells_of(STANDARD), **cells})
    assert fields(faults) == named
    assert (found is None) is bool(named)


@pytest.mark.parametrize(
    ("applies_from", "reason", "named"),
    [
        (NEXT, "vì", []),
        (date(2026, 3, 3), "vì", []),
        (TODAY, "vì", ["applies_from"]),
        (date(2026, 3, 1), "vì", ["applies_from"]),
        (TODAY + FURTHEST, "vì", []),
        (date(2226, 3, 1), "vì", ["applies_from"]),
        (None, " ", ["applies_from", "reason"]),
        (NEXT, "x" * 1001, ["reason"]),
    ],
)
def test_a_proposal_lies_ahead_and_has_a_reason(applies_from, reason, named):
    """Today may have been published already, so the first day is tomorrow at the earliest."""
    new = replace(STANDARD, obstacle_days=20)
    assert fields(proposal_faults(new, applies_from, reason, today=TODAY, approved=STANDARD)) == named


def test_a_proposal_changes_something():
    """A set that applies on that day already is refused."""
    assert fields(proposal_faults(STANDARD, NEXT, "vì", today=TODAY, approved=STANDARD)) == ["thresholds"]


def test_the_word_names_the_day():
    """The word to be typed is plain letters and the first day; a note is a sentence."""
    assert confirming_word(NEXT) == "nguong-2026-04-01"
    assert word_faults(" nguong-2026-04-01 ", NEXT) == ()
    assert fields(word_faults("nguong-2026-04-02", NEXT)) == ["typed"]
    assert fields(note_faults(" ")) == fields(note_faults("x" * 1001)) == ["note"]
    assert note_faults("Chưa đủ căn cứ") == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 31), None),
        (NEXT, "N-1"),
        (date(2026, 5, 31), "N-1"),
        (date(2026, 6, 1), "N-3"),
        (date(2030, 1, 1), "N-3"),
    ],
)
def test_the_set_of_a_day(day, expected):
    """The newest approved set that has begun applies; of one day the one that was approved later."""
    june = {"applies_from": date(2026, 6, 1)}
    sets = (
        a_set(id="N-3", decided_at=datetime(2026, 5, 2, tzinfo=UTC), **june),
        a_set(id="N-4", decided_at=datetime(2026, 5, 1, tzinfo=UTC), **june),
        a_set(),
        a_set(id="N-5", state=SetState.REFUSED, applies_from=date(2026, 3, 20)),
        a_set(id="N-6", state=SetState.PROPOSED, applies_from=date(2026, 3, 20)),
    )
    found = in_force(sets, day)
    assert (found.id if found else None) == expected
    assert thresholds_on(sets, day) == (found.thresholds if found else STANDARD)

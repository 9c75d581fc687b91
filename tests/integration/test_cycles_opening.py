"""Cycles are opened from the calendar, changed with a trace, and close."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.cycles import WORKING, handed, reported, saved
from tests.factories.rows import row

from thuocdo.audit.queries import events_on
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.cycles import models
from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.opening import change_cycle, cycle_named, cycle_on, cycles_of, open_cycle

pytestmark = pytest.mark.usefixtures("model_programme")

JUNE = datetime(2025, 6, 10, 3, 0, tzinfo=UTC)


def at(day):
    """Return noon in Hà Nội of a day."""
    return datetime(day.year, day.month, day.day, 5, 0, tzinfo=UTC)


def test_a_cycle_is_opened_by_the_calendar(binh, now):
    """Without any day given, the calendar says them all: five working days of preview, holidays counted."""
    cycle = open_cycle(slug="nq03", code="2025-1", by=binh, now=now)
    assert (cycle.due_on, cycle.closes_on) == (date(2025, 6, 14), date(2025, 6, 27))
    assert (cycle.preview_on, cycle.publish_on) == (date(2025, 7, 4), date(2025, 7, 11))
    assert cycles_of("nq03") == (cycle,)
    assert events_on("nq03 2025-1")[0].kind == "cycle_opened"


def test_a_cycle_beyond_the_known_calendar_can_be_opened(binh, now):
    """The calendar goes on after the years that the programme names."""
    assert open_cycle(slug="nq03", code="2033-2", by=binh, now=now).due_on == date(2033, 11, 30)


@pytest.mark.parametrize("code", ["2025-3", "abc", "", "1999-1", "99999-1", "²025-1"])
def test_a_code_outside_the_calendar_is_not_found(binh, now, code):
    """What the calendar has not cannot be opened."""
    with pytest.raises(NotFound):
        open_cycle(slug="nq03", code=code, by=binh, now=now)


def test_a_cycle_is_opened_once_and_by_whom_it_may(binh, an, dung, now):
    """A second opening is a conflict; a reporter and a citizen may not open."""
    open_cycle(slug="nq03", code="2025-2", by=binh, now=now)
    with pytest.raises(Conflict):
        open_cycle(slug="nq03", code="2025-2", by=binh, now=now)
    for person in (an, dung):
        with pytest.raises(NotAllowed):
            open_cycle(slug="nq03", code="2025-1", by=person, now=now)
        with pytest.raises(NotAllowed):
            change_cycle(slug="nq03", code="2025-2", by=person, now=now)
    assert models.Cycle.objects.count() == 1


def test_days_change_with_a_trace(binh, now):
    """The old and the new days stand in the trail; the preview follows the publication."""
    open_cycle(slug="nq03", code="2025-2", by=binh, now=now)
    changed = change_cycle(
        slug="nq03", code="2025-2", publish_on=date(2025, 12, 31), reason="Họp muộn", by=binh, now=now
    )
    assert (changed.publish_on, changed.preview_on) == (date(2025, 12, 31), date(2025, 12, 24))
    event = events_on("nq03 2025-2")[-1]
    assert event.kind == "cycle_changed"
    assert event.body["before"]["publish_on"] == "2025-12-26"
    assert event.body["after"]["publish_on"] == "2025-12-31"
    assert event.body["reason"] == "Họp muộn"
    assert cycles_of("nq03") == (changed,)


def test_a_closed_cycle_is_changed_with_a_reason_only(binh):
    """Opening the door again after it closed needs a sentence; so does closing it at once."""
    open_cycle(slug="nq03", code="2025-1", by=binh, now=JUNE)
    late = at(date(2025, 7, 1))
    with pytest.raises(Invalid) as refused:
        change_cycle(slug="nq03", code="2025-1", closes_on=date(2025, 7, 3), by=binh, now=late)
    assert [fault.field for fault in refused.value.faults] == ["reason"]
    change_cycle(slug="nq03", code="2025-1", closes_on=date(2025, 7, 3), reason="Bão", by=binh, now=late)
    assert cycles_of("nq03")[0].closes_on == date(2025, 7, 3)


def test_faulty_days_are_refused_together(binh, now):
    """Every day out of order is named, and nothing is opened."""
    with pytest.raises(Invalid) as refused:
        open_cycle(
            slug="nq03",
            code="2025-1",
            closes_on=date(2025, 6, 1),
            publish_on=date(2025, 5, 1),
            by=binh,
            now=now,
        )
    assert "closes_on" in {fault.field for fault in refused.value.faults}
    assert cycles_of("nq03") == ()


def test_the_cycle_of_a_day(binh):
    """Without any opened cycle the calendar answers; an opened one answers by its own closing day."""
    assert cycle_on("nq03", date(2025, 6, 20)).code == "2025-1"
    assert not cycle_on("nq03", date(2025, 6, 20)).opened
    open_cycle(slug="nq03", code="2025-1", closes_on=date(2025, 6, 16), by=binh, now=JUNE)
    assert cycle_on("nq03", date(2025, 6, 16)).opened
    assert cycle_on("nq03", date(2025, 6, 17)).code == "2025-2"
    assert cycle_on("nq03", date(2035, 3, 1)).code == "2035-1"
    assert cycle_named("nq03", "2025-1", day=date(2025, 6, 1)).closes_on == date(2025, 6, 16)
    with pytest.raises(NotFound):
        cycle_named("nq03", "none", day=date(2025, 6, 1))


def test_after_closing_only_a_correction_is_taken(binh, an):
    """A first report, late as it is, is taken until the closing day and refused the day after."""
    cycle = open_cycle(slug="nq03", code="2025-1", by=binh, now=JUNE)
    last = at(cycle.closes_on)
    assert reported(an, last, cycle="2025-1").sent == ("17",)
    over = last + timedelta(days=1)
    saved(an, over, task="26", cycle="2025-1")
    refused = handed(an, over, "26", cycle="2025-1")
    assert (refused.sent, [fault.field for fault in refused.faulty["26"]]) == ((), ["cycle"])
    assert "closed on 2025-06-27" in refused.faulty["26"][0].message
    assert refused.receipt == ""
    saved(an, over, cycle="2025-1", cells={**WORKING, "situation": "done", "reason": "Đã ký"})
    assert handed(an, over, cycle="2025-1").sent == ("17",)


def test_after_closing_the_same_file_is_still_known(binh, an):
    """What was recorded in time is known when the file is given again, and nothing new enters beside it."""
    cycle = open_cycle(slug="nq03", code="2025-1", by=binh, now=JUNE)
    rows = [row("report", 2, task="17", situation="working", cycle="2025-1")]
    first = record_rows(rows=rows, by=an, now=JUNE)
    over = at(cycle.closes_on) + timedelta(days=1)
    assert record_rows(rows=rows, by=an, now=over).known == first.added
    other = [row("report", 2, task="17", situation="done", cycle="2025-1")]
    with pytest.raises(Invalid) as refused:
        record_rows(rows=other, by=an, now=over)
    assert [fault.field for fault in refused.value.faults] == ["corrects"]
    fixed = row("report", 2, task="17", situation="done", cycle="2025-1", corrects=first.added[0], reason="x")
    done = record_rows(rows=[fixed], by=an, now=over)
    assert record_rows(rows=[fixed], by=an, now=over).known == done.added


def test_a_correction_of_something_else_does_not_open_a_closed_cycle(binh, an):
    """A report without a cycle cannot be corrected into one that has closed."""
    cycle = open_cycle(slug="nq03", code="2025-1", by=binh, now=JUNE)
    between = record_rows(rows=[row("report", 2, task="17", situation="working")], by=an, now=JUNE)
    over = at(cycle.closes_on) + timedelta(days=1)
    trick = row(
        "report", 2, task="17", situation="done", cycle="2025-1", corrects=between.added[0], reason="x"
    )
    with pytest.raises(Invalid, match="Nothing was recorded"):
        record_rows(rows=[trick], by=an, now=over)
    assert models.Report.objects.count() == 1

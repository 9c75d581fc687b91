"""Where bodies stand: five words for one body, counts for all, and always as many queries."""

from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import pytest
from tests.factories.cycles import LINE, WORKING, handed, reported, saved
from tests.factories.rows import row

from thuocdo.audit.models import Event
from thuocdo.core.errors import Fault
from thuocdo.cycles import models
from thuocdo.cycles.actions import hand_back, record_rows, send_records, verify_records
from thuocdo.cycles.opening import open_cycle
from thuocdo.cycles.standing import matrix, questions, standing
from thuocdo.cycles.types import Asked, Cell, Decision, State
from thuocdo.programme.queries import programme

pytestmark = pytest.mark.usefixtures("model_programme")


def stands(now, *, task="17", cycle="2025-2", agency="BKHCN"):
    """Return where a body stands with a task."""
    return standing("nq03", agency=agency, cycle=cycle, day=now.date())[task]


def test_a_report_goes_through_five_words(em, an, binh, now):
    """Not reported, saved, submitted, saved again, sent, returned, verified: one word at a time."""
    seen = [stands(now).state]
    saved(em, now)
    seen.append(stands(now).state)
    first = reported(em, now, task="26").ids
    seen.append(stands(now, task="26").state)
    hand_back(ids=first, faults=[Fault("", "chưa rõ", "situation")], by=an, now=now)
    back = stands(now, task="26")
    seen.append(back.state)
    assert [(fault.field, fault.message) for fault in back.faults] == [("situation", "chưa rõ")]
    assert back.draft
    new = reported(an, now, task="60").ids
    seen.append(stands(now, task="60").state)
    verify_records(decisions=[Decision(new[0], accept=False, note="thiếu ngày")], by=binh, now=now)
    seen.append(stands(now, task="60").state)
    other = reported(an, now, task="61").ids
    verify_records(decisions=[Decision(other[0], accept=True)], by=binh, now=now)
    seen.append(stands(now, task="61").state)
    assert seen == ["not_reported", "saved", "submitted", "saved", "sent", "returned", "verified"]


def test_the_last_period_is_beside_this_one(an, now):
    """The values of the period before are at hand, and evidence of any time with its own state."""
    early = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
    reported(an, early, cycle="2025-1", cells={**WORKING, "allocated": "5"}, evidence=[{"text": LINE}])
    found = stands(now)
    assert (found.state, found.report) == ("not_reported", None)
    assert (found.before.cycle, str(found.before.allocated)) == ("2025-1", "5")
    assert [(piece.value.number, piece.state) for piece in found.evidence] == [("9017/QĐ-TTg", State.SENT)]
    reported(an, now)
    assert (stands(now).report.cycle, stands(now).before.cycle) == ("2025-2", "2025-1")


def test_a_late_report_says_so(an, now):
    """The server's day of receipt is held against the last day before 15 June."""
    reported(an, now, cycle="2025-1")
    assert stands(now, cycle="2025-1").late
    reported(an, now)
    assert not stands(now).late


def test_reports_of_a_merged_body_are_its_successors(an, now):
    """What was said under the code of a merged ministry is shown to the one that answers for it."""
    said = row("report", 2, task="60", agency="BTTTT", situation="working", cycle="2025-2")
    record_rows(rows=[said], by=an, now=now)
    assert stands(now, task="60").report.agency == "BTTTT"


def test_every_task_has_a_standing(an, now):
    """The list has each task of the programme, also those of which nobody has said anything."""
    reported(an, now)
    found = standing("nq03", agency="BKHCN", cycle="2025-2", day=now.date())
    assert len(found) == len(programme("nq03").tasks)
    assert found["1"].state == "not_reported"


def test_the_matrix_counts_what_was_sent(em, an, binh, now):
    """What is still inside the body is missing for everybody else; returned and verified are apart."""
    before = matrix("nq03", day=now.date()).cell("BKHCN", "2025-2")
    saved(em, now, task="17")
    waiting = reported(em, now, task="26").ids
    assert matrix("nq03", day=now.date()).cell("BKHCN", "2025-2") == before
    send_records(ids=waiting, by=an, now=now)
    verify_records(decisions=[Decision(waiting[0], accept=False, note="x")], by=binh, now=now)
    handed(an, now, "17")
    cell = matrix("nq03", day=now.date()).cell("BKHCN", "2025-2")
    assert (cell.owed, cell.sent, cell.returned, cell.verified) == (before.owed, 1, 1, 0)
    assert cell.missing == before.missing - 2
    reported(an, now, task="17", cycle="2025-1")
    late = matrix("nq03", day=now.date()).cell("BKHCN", "2025-1")
    assert (late.sent, late.late) == (1, 1)
    assert matrix("nq03", day=now.date()).cell("none", "2025-1") == Cell()


def test_the_matrix_has_bodies_that_answer_today(now):
    """A merged ministry owes nothing any more; groups are expanded into their members."""
    found = matrix("nq03", day=now.date())
    assert [cycle.code for cycle in found.cycles] == ["2025-1", "2025-2"]
    assert "BTTTT" not in found.agencies
    assert {"BKHCN", "BYT"} <= set(found.agencies)
    assert len(found.agencies) > 50


def test_who_has_proved_the_result_owes_no_further_report(an, binh, now):
    """Accepted evidence for every part ends the duty from the next cycle on."""
    owed = matrix("nq03", day=date(2025, 12, 20)).cell("BKHCN", "2026-1").owed
    proof = reported(an, now, evidence=[{"text": LINE}]).ids[1]
    verify_records(decisions=[Decision(proof, accept=True, note="đủ")], by=binh, now=now)
    found = matrix("nq03", day=date(2025, 12, 20))
    assert found.cell("BKHCN", "2026-1").owed == owed - 1
    assert found.cell("BKHCN", "2025-2").owed == owed


def test_open_cycles_stand_in_the_matrix_with_their_days(binh, now):
    """The days that somebody set are shown, not the calendar's."""
    open_cycle(slug="nq03", code="2025-2", closes_on=date(2025, 12, 5), by=binh, now=now)
    cycle = matrix("nq03", day=now.date()).cycles[1]
    assert (cycle.opened, cycle.closes_on) == (True, date(2025, 12, 5))


def test_due_dates_ask_what_nobody_has_answered(an, now):
    """The question of a due date goes away with a report without a cycle that was sent."""
    found = questions("nq03", day=now.date())
    mine = [question for question in found if question.agency == "BKHCN"]
    assert mine
    first = mine[0]
    assert first.asked in set(Asked)
    reported(an, now, task=first.task, cycle="")
    assert first not in questions("nq03", day=now.date())


def many_reports(now, tasks, agencies):
    """Store a report of each task by each body, as an installation of years has them."""
    rows = [
        models.Report(
            public_id=f"R-{task}-{body}",
            key=f"{task}-{body}",
            programme="nq03",
            task=task,
            agency=agency,
            state="sent",
            content={"task": task, "cycle": "2025-2", "situation": "working"},
            author="an",
            sent_by="an",
            received_at=now,
            received_on=now.date(),
        )
        for task in tasks
        for body, agency in enumerate(agencies)
    ]
    models.Report.objects.bulk_create(rows, batch_size=1000)


@pytest.mark.slow
def test_seven_thousand_assignments_take_half_a_second(now, django_assert_max_num_queries):
    """140 tasks of 56 bodies are counted with a fixed number of queries, in half a second."""
    found = matrix("nq03", day=now.date())
    tasks = [task.code for task in programme("nq03").tasks]
    many_reports(now, tasks, found.agencies[:56])
    assert models.Report.objects.count() == len(tasks) * 56
    seconds = []
    for _turn in range(3):
        started = perf_counter()
        with django_assert_max_num_queries(13):
            matrix("nq03", day=now.date())
        seconds.append(perf_counter() - started)
    assert min(seconds) <= 0.5
    with django_assert_max_num_queries(13):
        stands(now)


def test_reading_writes_nothing(an, now):
    """Looking leaves no event behind."""
    reported(an, now)
    before = Event.objects.count()
    stands(now + timedelta(days=1))
    matrix("nq03", day=now.date())
    questions("nq03", day=now.date())
    assert Event.objects.count() == before

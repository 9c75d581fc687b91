"""Matters in the database: opened, moved, answered, by the right people only."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.factories.rows import evidence

from thuocdo.accounts.actions import add_person
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.cycles.actions import record_rows, verify_evidence
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.matters import models, queries
from thuocdo.cycles.matters.actions import move_matter, open_matter
from thuocdo.cycles.matters.marks import mark_read
from thuocdo.cycles.matters.queries import View
from thuocdo.cycles.matters.types import Answer, Kind, Remedy, State
from thuocdo.cycles.opening import change_cycle, open_cycle
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.queries import facts
from thuocdo.programme import queries as programmes
from thuocdo.programme.rules import assigned_to

pytestmark = pytest.mark.usefixtures("model_programme")

REASON = {"text": "Văn bản đã ban hành đúng thẩm quyền.", "wished": "done"}
LATER = {"text": "Phải chờ ý kiến thẩm tra.", "wished_on": "31/12/2026"}
NEED = {"text": "Chưa có hướng dẫn về định mức.", "asked": "BTC"}
KIM = Actor("kim", "Kim", frozenset({Role.MONITOR}), "VPCP")
PHUC = Actor("phuc", "Phúc", frozenset({Role.REPORTER, Role.HEAD}), "BTC")


def opened(by, now, kind=Kind.DISPUTE, cells=None, task="17", once=""):
    """Open a matter of task 17 and return its id."""
    given = {Kind.DISPUTE: REASON, Kind.EXTENSION: LATER, Kind.NOTE: {"text": "Đang thẩm định."}}
    cells = cells or given.get(kind, NEED)
    return open_matter(slug="nq03", kind=kind, task=task, cells=cells, by=by, now=now, once=once)


def look(public_id, by, now):
    """Return the line that a person sees of a matter."""
    return queries.line(public_id, by=by, day=now.date())


def test_a_dispute_is_due_in_ten_working_days_and_public(an, binh, now):
    """A head's dispute is sent at once; its answer is due ten working days after the day of receipt."""
    found = look(opened(an, now), binh, now).matter
    assert (found.state, found.sent_on, found.due_on) == (State.OPEN, date(2025, 6, 20), date(2025, 7, 4))
    assert found.public
    assert found.words[0].text == REASON["text"]
    assert [event.kind for event in Event.objects.filter(on=found.id)] == ["dispute_opened"]


def test_an_overdue_answer_says_so(an, binh, now):
    """After its last day an answer that is missing is shown as overdue."""
    public_id = opened(an, now)
    assert not look(public_id, binh, datetime(2025, 7, 4, 12, tzinfo=UTC)).overdue
    assert look(public_id, binh, datetime(2025, 7, 5, 12, tzinfo=UTC)).overdue


def test_an_upheld_dispute_names_the_act_and_sets_no_status(an, binh, now):
    """The answer names what will correct it; the status of the task stays what the facts make it."""
    record_rows(rows=[evidence()], by=an, now=now)
    before = evaluate(facts("nq03", as_of=now.date()))
    public_id = opened(an, now)
    answer = Answer(text="Văn bản có trong Công báo.", remedy=Remedy.EVIDENCE)
    move_matter(matter=public_id, to=State.UPHELD, answer=answer, by=binh, now=now)
    found = look(public_id, an, now).matter
    assert (found.state, found.answered_by, found.words[-1].remedy) == ("upheld", "binh", "evidence_accepted")
    assert evaluate(facts("nq03", as_of=now.date())) == before


def test_an_answer_needs_reasons_and_the_act(an, binh, now):
    """Upholding without words and without naming an act is refused with both faults at once."""
    with pytest.raises(Invalid) as refused:
        move_matter(matter=opened(an, now), to=State.UPHELD, by=binh, now=now)
    assert {fault.field for fault in refused.value.faults} == {"text", "remedy"}


def test_who_verified_the_record_does_not_judge(an, binh, now):
    """The verifier of the disputed record is refused; another monitor judges."""
    public_id = record_rows(rows=[evidence()], by=an, now=now).added[0]
    verify_evidence(id=public_id, components=["a"], accept=True, note="Đúng.", by=binh, now=now)
    dispute = opened(an, now, cells={**REASON, "evidence": public_id})
    answer = Answer(text="Không đủ căn cứ.")
    with pytest.raises(OwnWork):
        move_matter(matter=dispute, to=State.NOT_UPHELD, answer=answer, by=binh, now=now)
    assert look(dispute, binh, now).moves == ()
    move_matter(matter=dispute, to=State.NOT_UPHELD, answer=answer, by=KIM, now=now)
    assert look(dispute, an, now).matter.answered_by == "kim"


@pytest.mark.parametrize("agency", ["BKHCN", "BTTTT"])
def test_no_monitor_of_a_lead_or_its_predecessor_judges(agency, an, now):
    """A monitor of the ministry that leads the task, or of the one merged into it, is refused."""
    judge = Actor("lan", "Lan", frozenset({Role.MONITOR}), agency)
    with pytest.raises(OwnWork):
        move_matter(matter=opened(an, now), to=State.NOT_UPHELD, answer=Answer("Không."), by=judge, now=now)


def test_only_records_of_the_own_body_on_the_task_are_disputed(an, giang, now):
    """An id of nothing, or of somebody else's record, is a fault of its field."""
    with pytest.raises(Invalid) as refused:
        opened(an, now, cells={"text": "", "wished": "late", "evidence": "E-nichts"})
    assert [fault.field for fault in refused.value.faults] == ["text", "wished", "evidence"]
    with pytest.raises(NotFound):
        opened(giang, now)


def test_one_open_dispute_a_task_and_one_key_one_matter(an, now):
    """A second dispute is a conflict while the first is open; the same form sent twice is one matter."""
    first = opened(an, now, once="abc")
    assert opened(an, now, once="abc") == first
    with pytest.raises(Conflict):
        opened(an, now, once="def")
    move_matter(matter=first, to=State.WITHDRAWN, by=an, now=now)
    assert opened(an, now, once="def") != first


def test_a_reporters_matter_waits_for_the_head(em, an, binh, now):
    """What a reporter writes is the body's own affair until the head sends it; then the ten days begin."""
    public_id = opened(em, now)
    with pytest.raises(NotFound):
        look(public_id, binh, now)
    assert look(public_id, an, now).moves == (State.OPEN, State.WITHDRAWN)
    later = now + timedelta(days=4)
    move_matter(matter=public_id, to=State.OPEN, by=an, now=later)
    assert look(public_id, binh, later).matter.due_on == date(2025, 7, 8)


def test_only_an_act_grants_a_later_deadline(an, binh, now):
    """A grant without an act is refused, a report is no act, and an act leaves the deadline as it is."""
    request = opened(an, now, Kind.EXTENSION)
    for document in ("", "theo ý kiến chỉ đạo", "Báo cáo số 12/BC-BKHCN ngày 01/06/2025"):
        with pytest.raises(Invalid) as refused:
            move_matter(matter=request, to=State.GRANTED, answer=Answer(document=document), by=binh, now=now)
        assert [fault.field for fault in refused.value.faults] == ["document"]
    act = Answer(document="Nghị quyết số 999/NQ-CP ngày 10/6/2025 của Chính phủ")
    before = programmes.task("nq03", "17").deadline
    move_matter(matter=request, to=State.GRANTED, answer=act, by=binh, now=now)
    assert look(request, an, now).matter.state is State.GRANTED
    assert programmes.task("nq03", "17").deadline == before


@pytest.mark.parametrize("day", ["", "bao giờ xong", "01/01/2025", "31/02/2026"])
def test_a_wished_day_is_a_later_day(day, an, now):
    """A day that is none, or not after the deadline, is a fault of its field."""
    with pytest.raises(Invalid) as refused:
        opened(an, now, Kind.EXTENSION, cells={"text": "Vì sao", "wished_on": day})
    assert [fault.field for fault in refused.value.faults] == ["wished_on"]


def test_a_difficulty_climbs_to_whoever_can_solve_it(an, binh, now):
    """The asked body passes it up, nobody gets it twice, and the ladder says who had it for how long."""
    public_id = opened(an, now, Kind.DIFFICULTY)
    up, later = Answer(text="Vượt thẩm quyền.", body="VPCP"), now + timedelta(days=12)
    move_matter(matter=public_id, to=State.PASSED, answer=up, by=PHUC, now=later)
    for body in ("BTC", "BKHCN", "NICHTS", ""):
        again = Answer(text="Tiếp", body=body)
        with pytest.raises(Invalid) as refused:
            move_matter(matter=public_id, to=State.PASSED, answer=again, by=binh, now=later)
        assert [fault.field for fault in refused.value.faults] == ["body"]
    with pytest.raises(NotAllowed):
        move_matter(matter=public_id, to=State.SOLVED, answer=Answer("Xong"), by=PHUC, now=later)
    solved = Answer(text="Đã hướng dẫn.", document="Công văn số 1/VPCP-KTTH ngày 01/7/2025")
    move_matter(matter=public_id, to=State.SOLVED, answer=solved, by=KIM, now=now + timedelta(days=40))
    found = look(public_id, PHUC, now + timedelta(days=90))
    assert [(step.body, step.days) for step in found.steps] == [("BTC", 12), ("VPCP", 28)]
    assert found.matter.state is State.SOLVED


def test_another_body_finds_nothing(an, giang, dung, now):
    """To a body that is not asked the matter does not exist, in page, list or move."""
    public_id = opened(an, now, Kind.PROPOSAL)
    for person in (giang, dung):
        with pytest.raises(NotFound):
            look(public_id, person, now)
        with pytest.raises(NotFound):
            move_matter(matter=public_id, to=State.SOLVED, answer=Answer("Xong"), by=person, now=now)
        for view in View:
            assert queries.page("nq03", by=person, day=now.date(), view=view).total == 0
    assert queries.page("nq03", by=PHUC, day=now.date(), view=View.ANSWER).total == 1


def test_a_mark_of_secrecy_is_refused(an, now):
    """A text with a mark of state secrecy never enters."""
    with pytest.raises(Invalid, match="Nothing was sent"):
        opened(an, now, Kind.DIFFICULTY, cells={**NEED, "text": "Kèm văn bản TUYỆT MẬT"})
    assert not models.Matter.objects.exists()


def preview(binh, now):
    """Let today be a day of preview."""
    open_cycle(slug="nq03", code="2025-1", by=binh, now=now)
    days = {"closes_on": date(2025, 6, 18), "preview_on": date(2025, 6, 19), "publish_on": date(2025, 6, 27)}
    change_cycle(slug="nq03", code="2025-1", reason="Thử.", by=binh, now=now, **days)


def test_a_note_only_in_the_days_of_preview(an, em, binh, now):
    """Outside the window nothing is taken; inside there is one note a task, and a new one replaces it."""
    with pytest.raises(Conflict):
        opened(an, now, Kind.NOTE)
    preview(binh, now)
    first = opened(an, now, Kind.NOTE)
    with pytest.raises(Invalid):
        opened(an, now, Kind.NOTE, cells={"text": "a" * 501})
    waiting = opened(em, now, Kind.NOTE, cells={"text": "Bản của chuyên viên."})
    assert look(first, an, now).matter.state is State.STANDING
    move_matter(matter=waiting, to=State.STANDING, by=an, now=now)
    assert look(first, an, now).matter.state is State.REPLACED
    found = queries.notes("nq03", cycle="2025-1", agency="BKHCN", by=an, day=now.date())
    assert [(task, line.matter.id) for task, line in found.items()] == [("17", waiting)]
    with pytest.raises(Conflict):
        move_matter(matter=waiting, to=State.WITHDRAWN, by=an, now=now + timedelta(days=30))


def test_publication_sees_each_text_as_it_stood(an, em, binh, now):
    """Disputes and standing notes of a day are handed on; what waits inside a body is not."""
    preview(binh, now)
    opened(em, now, Kind.NOTE, task="44")
    note, dispute = opened(an, now, Kind.NOTE), opened(an, now)
    opened(an, now, Kind.DIFFICULTY)
    later = now + timedelta(days=3)
    move_matter(matter=dispute, to=State.NOT_UPHELD, answer=Answer("Chưa đủ."), by=binh, now=later)
    then = {each.id: each for each in queries.published("nq03", as_of=now.date())}
    assert set(then) == {note, dispute}
    assert (then[dispute].state, then[dispute].answered_by, len(then[dispute].words)) == (State.OPEN, "", 1)
    after = {each.id: each for each in queries.published("nq03", as_of=later.date())}
    assert after[dispute].words[-1].text == "Chưa đủ."


MEMBERS = {
    "group": "G_LOC_SEL",
    "members": "48 01",
    "document": "Quyết định số 12/QĐ-TTg ngày 02/6/2025",
    "on": "02/06/2025",
}


def question():
    """Return a task whose lead is only named as "selected localities", and the codes of two provinces."""
    from thuocdo.programme.designating import candidates, questions  # noqa: PLC0415  only here

    register = programmes.register("nq03")
    found = questions(programmes.programme("nq03"), register, date(2025, 6, 20))
    asked = next(each for each in found if each.leads and each.named is None)
    return asked, [body.code for body in candidates(asked.group, register, date(2025, 6, 2))][:2]


def people(binh, chi, now):
    """Give Bình and Chi accounts, which confirming needs."""
    for person in (binh, chi):
        add_person(
            username=person.id,
            name=person.name,
            agency=person.agency,
            roles=person.roles,
            password=None,
            by=chi,
            now=now,
        )


def test_two_people_name_who_is_meant(binh, chi, now):
    """Members answer for the task from the document's day on, once a second person has confirmed."""
    people(binh, chi, now)
    asked, codes = question()
    cells = {**MEMBERS, "group": asked.group, "members": " ".join(codes)}
    public_id = opened(binh, now, Kind.DESIGNATION, cells=cells, task=asked.task.code)
    with pytest.raises(OwnWork):
        move_matter(matter=public_id, to=State.CONFIRMED, by=binh, now=now)
    assert programmes.register("nq03").designations == ()
    move_matter(matter=public_id, to=State.CONFIRMED, by=chi, now=now)
    register = programmes.register("nq03")
    assert [each.document for each in register.designations] == [MEMBERS["document"]]
    found = assigned_to(
        (asked.group,), task=asked.task.code, due=None, as_of=date(2025, 6, 20), register=register
    )
    assert (set(found.agencies), found.unnamed) == (set(codes), ())


def test_a_designation_names_bodies_that_can_be_meant(binh, now):
    """A ministry is no locality, a future document does not count, and all faults are named at once."""
    asked, _codes = question()
    cells = {**MEMBERS, "group": asked.group, "members": "NICHTS", "on": "01/01/2026"}
    with pytest.raises(Invalid) as refused:
        opened(binh, now, Kind.DESIGNATION, cells=cells, task=asked.task.code)
    assert {fault.field for fault in refused.value.faults} == {"members", "on"}


def test_the_database_keeps_the_rules(an, now):
    """A foreign state, an answer by the opener and a changed word are refused by the database itself."""
    public_id = opened(an, now)
    row = models.Matter.objects.filter(public_id=public_id)
    for fields in (
        {"state": "granted"},
        {"kind": "note"},
        {"state": "upheld"},
        {"state": "upheld", "answered_by": "an", "answered_on": now.date()},
        {"answered_by": "binh"},
        {"due_on": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**fields)
    for change in (models.Word.objects.all().delete, lambda: models.Word.objects.update(text="anders")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_of_two_answers_one_wins(an, binh, now):
    """An answer that was read before another was given changes nothing."""
    public_id = opened(an, now)
    answer = Answer(text="Chưa đủ.")
    move_matter(matter=public_id, to=State.NOT_UPHELD, answer=answer, by=binh, now=now)
    with pytest.raises(WrongState):
        move_matter(matter=public_id, to=State.NOT_UPHELD, answer=answer, by=KIM, now=now)
    assert models.Word.objects.filter(matter__public_id=public_id).count() == 2


def test_what_is_new_is_marked_until_it_is_read(an, binh, now):
    """Words of others count as new until the person has opened the matter; opening again writes nothing."""
    public_id = opened(an, now)
    found = look(public_id, binh, now)
    assert (found.unread, look(public_id, an, now).unread) == (True, False)
    mark_read(found.matter, by=binh, now=now)
    mark_read(found.matter, by=binh, now=now)
    assert not look(public_id, binh, now).unread
    assert models.Seen.objects.count() == 1


def test_a_list_costs_the_same_for_one_and_for_twenty(an, binh, now, django_assert_num_queries):
    """The number of queries does not grow with the matters."""
    from django.db import connection  # noqa: PLC0415  only here
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  same

    opened(an, now)
    with CaptureQueriesContext(connection) as one:
        queries.page("nq03", by=binh, day=now.date(), view=View.ALL)
    for _each in range(20):
        opened(an, now, Kind.DIFFICULTY)
    with django_assert_num_queries(len(one)):
        found = queries.page("nq03", by=binh, day=now.date(), view=View.ALL)
    assert (len(found.lines), found.last) == (21, 1)

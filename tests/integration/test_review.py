"""A draft in the database: two people review it, it becomes a version, and every step is kept."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.factories import versions
from tests.factories.reviewed import EDUCATION, a_draft, a_task, agree, stand

from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.documents.types import DocumentData
from thuocdo.programme.review.types import WHOLE, NewRow, Passage, Verdict

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 9)


@pytest.fixture
def room(db, model_programme, binh, chi, now):  # noqa: ARG001  bodies are loaded
    """Return the actions of the room with the draft taken in by Bình, and people who may log in."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.review import actions  # noqa: PLC0415  same

    for person in (binh, chi):
        add_person(
            username=person.id,
            name=person.name,
            agency=person.agency,
            roles=person.roles,
            password="mot-mat-khau-dai",
            by=chi,
            now=now,
        )
    return actions


@pytest.fixture
def draft(room, binh, now):
    """Take the small draft in as a new programme; returns its id."""
    passages = (Passage("Việc 1", 110), Passage("Việc 2", 120))
    return room.take_in_draft(
        slug="cay", draft=a_draft(), passages=passages, file_name=r"C:\tmp\ke hoach.docx", by=binh, now=now
    )


def found(draft):
    """Return the draft with its steps."""
    from thuocdo.programme.review import queries  # noqa: PLC0415  tables are ready only here

    return queries.review(draft)


def decide_all(room, draft, person, now):
    """Let a person decide everything that waits: two cells with words, else as read."""
    given = {("document", "issued_on"): "9/1/2025", ("task 3", "leads"): EDUCATION}
    for key in stand(found(draft).draft, found(draft).steps, person.id).open:
        if key in given:
            step = (Verdict.EDIT, given[key])
        else:
            (agreed,) = [each for each in agree(found(draft).draft, "x") if each.key == key]
            step = (agreed.verdict, "")
        room.decide_cell(
            draft=draft, where=key[0], field=key[1], verdict=step[0], value=step[1], by=person, now=now
        )


def test_two_people_make_a_version(room, draft, binh, chi, now):
    """Each decides every doubtful cell and finishes; then one of them adopts, and both answer for it."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme import queries as programmes  # noqa: PLC0415  same

    for person in (binh, chi):
        decide_all(room, draft, person, now)
        room.finish_review(draft=draft, by=person, now=now)
    assert room.adopt_reviewed(draft=draft, effective_on=DAY, by=chi, now=now) == 1
    programme = programmes.programme("cay")
    assert [task.title for task in programme.tasks] == ["Việc 1", "Việc 2", "Việc 3"]
    (version,) = programmes.versions("cay")
    assert (version.adopted_by, version.confirmed_by, version.effective_on) == ("binh", "chi", DAY)
    assert found(draft).head.version == 1
    kinds = list(Event.objects.filter(on="cay").order_by("id").values_list("kind", flat=True))
    steps = ["draft_step"] * 5 + ["draft_finished"]
    assert kinds == ["draft_taken_in", *steps, *steps, "version_adopted", "draft_adopted"]


def test_an_adopted_draft_no_longer_changes(room, draft, binh, chi, now):
    """After adoption there is no further step and no second adoption."""
    for person in (binh, chi):
        decide_all(room, draft, person, now)
        room.finish_review(draft=draft, by=person, now=now)
    room.adopt_reviewed(draft=draft, effective_on=DAY, by=chi, now=now)
    with pytest.raises(Conflict):
        room.undo_step(draft=draft, by=chi, now=now)
    with pytest.raises(Conflict):
        room.adopt_reviewed(draft=draft, effective_on=DAY, by=chi, now=now)


def test_one_person_is_not_two(room, draft, binh, now):
    """A person who has finished cannot adopt alone, nor finish twice."""
    decide_all(room, draft, binh, now)
    room.finish_review(draft=draft, by=binh, now=now)
    with pytest.raises(NotAllowed):
        room.adopt_reviewed(draft=draft, effective_on=DAY, by=binh, now=now)
    with pytest.raises(Conflict):
        room.finish_review(draft=draft, by=binh, now=now)


def test_a_step_after_the_finish_takes_it_back(room, draft, binh, now):
    """Who decides again has to finish again."""
    decide_all(room, draft, binh, now)
    room.finish_review(draft=draft, by=binh, now=now)
    room.undo_step(draft=draft, by=binh, now=now)
    assert found(draft).head.finished == ()
    with pytest.raises(Conflict):
        room.finish_review(draft=draft, by=binh, now=now)


def test_a_disagreement_keeps_both_from_adoption(room, draft, binh, chi, now):
    """Where the two differ neither the finish of the first nor the rest of the second is enough."""
    decide_all(room, draft, binh, now)
    room.finish_review(draft=draft, by=binh, now=now)
    key = {"draft": draft, "where": "task 3", "field": "leads", "by": chi, "now": now}
    decide_all(room, draft, chi, now)
    room.decide_cell(**key, verdict=Verdict.EDIT, value="Bộ Y tế")
    with pytest.raises(Conflict):
        room.finish_review(draft=draft, by=chi, now=now)
    room.decide_cell(**key, verdict=Verdict.EDIT, value=EDUCATION)
    room.finish_review(draft=draft, by=chi, now=now)
    assert room.adopt_reviewed(draft=draft, effective_on=DAY, by=chi, now=now) == 1


def test_what_keeps_the_draft_from_adoption_is_told_before(room, draft, binh, now):
    """A body that no register holds is named while the draft can still be changed."""
    from thuocdo.programme.review import queries  # noqa: PLC0415  tables are ready only here

    decide_all(room, draft, binh, now)
    assert queries.obstacles(found(draft)) == ()
    room.decide_cell(
        draft=draft, where="task 1", field="leads", verdict=Verdict.EDIT, value="Hội Chim", by=binh, now=now
    )
    assert [fault.where for fault in queries.obstacles(found(draft))] == ["task 1"]


def test_only_who_may_adopt_reviews(room, draft, an, now):
    """A reporter can take no part in it, whatever the way in."""
    acts = {"draft": draft, "by": an, "now": now}
    for refused in (
        lambda: room.decide_cell(where="task 1", field="title", verdict=Verdict.ACCEPT, **acts),
        lambda: room.add_row(row=NewRow("task", "9", "Việc 9"), **acts),
        lambda: room.choose_number(number="1", follows="2", **acts),
        lambda: room.undo_step(**acts),
        lambda: room.release_reviewer(person="binh", **acts),
        lambda: room.finish_review(**acts),
        lambda: room.adopt_reviewed(effective_on=DAY, **acts),
        lambda: room.discard_draft(**acts),
        lambda: room.take_in_draft(
            slug="x1", draft=a_draft(), passages=(), file_name="a.txt", by=an, now=now
        ),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_the_file_leaves_its_name_and_its_words_only(draft):
    """The path on the sender's machine is not kept, and the source stands beside the draft."""
    kept = found(draft)
    assert kept.head.file_name == "ke hoach.docx"
    assert [passage.text for passage in kept.passages] == ["Việc 1", "Việc 2"]
    assert kept.draft == a_draft()


def test_the_same_file_is_not_reviewed_twice_at_once(room, draft, binh, now):
    """It is refused while its draft waits, and taken again after that was discarded."""
    again = {"slug": "cay", "draft": a_draft(), "passages": (), "file_name": "a.txt", "by": binh, "now": now}
    with pytest.raises(Conflict):
        room.take_in_draft(**again)
    room.discard_draft(draft=draft, by=binh, now=now)
    assert room.take_in_draft(**again) != draft


@pytest.mark.parametrize("slug", ["", "A", "á", "a b", "../x", "a" * 41])
def test_a_short_name_stands_in_addresses(slug, room, binh, now):
    """What cannot stand there is refused before anything is stored."""
    with pytest.raises(Invalid):
        room.take_in_draft(slug=slug, draft=a_draft(), passages=(), file_name="a", by=binh, now=now)


def test_a_discarded_draft_keeps_no_words(room, draft, binh, now):
    """Its row tells that it was there; what the file said is gone."""
    from thuocdo.programme.models import Draft  # noqa: PLC0415  tables are ready only here

    room.discard_draft(draft=draft, by=binh, now=now)
    row = Draft.objects.get(pk=draft)
    assert (row.content, row.passages, row.discarded_by) == ({}, [], "binh")
    with pytest.raises(NotFound):
        found(draft)


def test_another_persons_work_is_not_discarded(room, draft, binh, chi, now):
    """Once somebody else has begun, only who sent the file in can discard the draft."""
    room.decide_cell(draft=draft, where="table 9", field=WHOLE, verdict=Verdict.ACCEPT, by=binh, now=now)
    with pytest.raises(NotAllowed):
        room.discard_draft(draft=draft, by=chi, now=now)


def test_a_released_reviewer_leaves_room_for_another(room, draft, binh, chi, now):
    """The finish of a released person counts no longer, and a third person can take part."""
    third = Actor("em", "Em", frozenset({Role.MONITOR}))
    step = {"draft": draft, "where": "table 9", "field": WHOLE, "verdict": Verdict.ACCEPT, "now": now}
    decide_all(room, draft, binh, now)
    room.finish_review(draft=draft, by=binh, now=now)
    room.decide_cell(**step, by=chi)
    with pytest.raises(Conflict):
        room.decide_cell(**step, by=third)
    room.release_reviewer(draft=draft, person="binh", by=third, now=now)
    room.decide_cell(**step, by=third)
    assert found(draft).head.finished == ()


def test_steps_cannot_be_changed_or_deleted(room, draft, binh, now):
    """The database itself refuses, whoever asks."""
    from thuocdo.programme.models import ReviewStep  # noqa: PLC0415  tables are ready only here

    room.decide_cell(draft=draft, where="table 9", field=WHOLE, verdict=Verdict.ACCEPT, by=binh, now=now)
    for change in (lambda rows: rows.update(value="x"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(ReviewStep.objects.all())
    assert ReviewStep.objects.count() == 1


def test_a_draft_of_an_adopted_programme_amends_it(room, binh, now, model_programme):
    """The slug decides; only an amendment can be partial."""
    taken = {"draft": a_draft(), "passages": (), "file_name": "a.txt", "by": binh, "now": now}
    amending = room.take_in_draft(slug=model_programme, partial=True, **taken)
    alone = room.take_in_draft(slug="cay", partial=True, **taken)
    assert (found(amending).head.amends, found(amending).head.partial) == (True, True)
    assert (found(alone).head.amends, found(alone).head.partial) == (False, False)


def test_the_scope_of_an_act_can_be_put_right(room, binh, chi, now, model_programme):
    """Whether unnamed rows stay is chosen again, and whoever had finished has to finish again."""
    taken = {"draft": a_draft(), "passages": (), "file_name": "a.txt", "by": binh, "now": now}
    amending = room.take_in_draft(slug=model_programme, **taken)
    decide_all(room, amending, chi, now)
    room.finish_review(draft=amending, by=chi, now=now)
    room.choose_scope(draft=amending, partial=True, by=binh, now=now)
    head = found(amending).head
    assert (head.partial, head.finished) == (True, ())
    with pytest.raises(Conflict):
        room.choose_scope(draft=room.take_in_draft(slug="cay", **taken), partial=True, by=binh, now=now)


def test_an_amendment_becomes_the_next_version(room, draft, binh, chi, now):
    """The same two steps make version 2 of a programme, and rows that the act does not name stay."""
    from thuocdo.programme import queries as programmes  # noqa: PLC0415  tables are ready only here

    for person in (binh, chi):
        decide_all(room, draft, person, now)
        room.finish_review(draft=draft, by=person, now=now)
    room.adopt_reviewed(draft=draft, effective_on=DAY, by=chi, now=now)
    document = DocumentData("2/KH-T", "Sửa đổi kế hoạch", "UBND", date(2025, 5, 1), sha256="cd" * 32)
    act = a_draft(document=document, tasks=(a_task("1", output="Đề án"),), indicators=(), remarks=())
    second = room.take_in_draft(
        slug="cay", draft=act, passages=(), file_name="b.txt", partial=True, by=binh, now=now
    )
    for person in (chi, binh):
        room.finish_review(draft=second, by=person, now=now)
    assert room.adopt_reviewed(draft=second, effective_on=date(2025, 5, 2), by=binh, now=now) == 2
    outputs = [task.output for task in programmes.programme("cay").tasks]
    assert outputs == ["Đề án", None, "Kế hoạch"]


@pytest.fixture
def amending(room, binh, chi, now):
    """Adopt the invented programme and take the act that amends it in; returns its draft."""
    from thuocdo.programme.actions import adopt_draft  # noqa: PLC0415  tables are ready only here

    first = {"slug": "cay-xanh", "draft": versions.first_draft(), "effective_on": versions.ISSUED}
    adopt_draft(**first, by=chi, confirmed_by=binh, now=now)
    return room.take_in_draft(
        slug="cay-xanh",
        draft=versions.second_draft(),
        passages=(),
        file_name="a.md",
        by=binh,
        now=now,
    )


def test_a_chosen_number_is_a_step_and_is_adopted(room, amending, binh, chi, now):
    """It is kept with who and when, takes the finish back, and the version follows it."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme import queries as programmes  # noqa: PLC0415  same

    for person in (binh, chi):
        room.choose_number(draft=amending, number="4", follows="2", by=person, now=now)
        room.finish_review(draft=amending, by=person, now=now)
    room.choose_number(draft=amending, number="3", follows="", by=chi, now=now)
    assert found(amending).head.finished == ("binh",)
    with pytest.raises(Conflict):
        room.finish_review(draft=amending, by=binh, now=now)
    room.choose_number(draft=amending, number="3", follows="", by=binh, now=now)
    for person in (binh, chi):
        room.finish_review(draft=amending, by=person, now=now)
    assert [(step.by, step.where, step.value, step.at) for step in found(amending).steps][:2] == [
        ("binh", "old 4", "2", now),
        ("chi", "old 4", "2", now),
    ]
    assert Event.objects.filter(kind="draft_step", on="cay-xanh").count() == 4
    room.adopt_reviewed(draft=amending, effective_on=versions.SECOND, by=chi, now=now)
    tasks = {task.code: task for task in programmes.programme("cay-xanh").tasks}
    assert (tasks["4"].number, tasks["4"].replaced_by) == ("2", "")
    assert tasks["3"].replaced_by == "902/NQ-CP"
    assert tasks["2"].number == "3"


def test_bodies_are_added_in_one_act(draft, binh, now):
    """What the draft names and the register lacks is entered as proposed; then nothing is unknown."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.actions import add_agencies  # noqa: PLC0415  same
    from thuocdo.programme.review import queries  # noqa: PLC0415  same

    bodies = queries.unknown(found(draft))
    assert [body.printed for body in bodies] == ["Hội Cây"]
    add_agencies(agencies=[body.proposed for body in bodies], by=binh, now=now)
    assert queries.unknown(found(draft)) == ()
    assert Event.objects.filter(kind="agencies_added").count() == 1

"""Bodies change on the database: nothing is deleted, the successor answers, its people go on reporting."""

import json
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.cycles import LINE, reported
from tests.factories.rows import evidence

from thuocdo.accounts.actions import add_person
from thuocdo.accounts.tokens import create_token
from thuocdo.accounts.types import Permission
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed
from thuocdo.cycles.actions import record_rows, send_records, verify_records
from thuocdo.cycles.held import in_hand
from thuocdo.cycles.owing import Owers
from thuocdo.cycles.types import Decision
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.queries import facts
from thuocdo.programme import models, queries
from thuocdo.programme.actions import add_agencies, designate
from thuocdo.programme.designating import questions
from thuocdo.programme.moving import led_by
from thuocdo.programme.reorganising import (
    preview_change,
    programmes_known,
    restructure,
    restructurings,
    to_appoint,
)
from thuocdo.programme.restructuring import Change, Turn
from thuocdo.programme.types import Agency, AgencyKind, Designation

pytestmark = pytest.mark.usefixtures("model_programme")

HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}), "VPTW")
DAY = date(2025, 6, 20)
FRESH = Agency("BMOI", "Bộ Mới", "New Ministry", AgencyKind.MINISTRY)


def merger(**more):
    """Return the change by which the Ministry of Science goes into the Ministry of Health."""
    plain = {
        "kind": Turn.MERGED,
        "on": DAY,
        "document": "Nghị quyết số 1/2025/QH15",
        "document_on": date(2025, 6, 1),
        "bodies": ("BKHCN",),
        "heirs": ("BYT",),
    }
    return Change(**{**plain, **more})


def order(change, now, *, typed=None, seen=None, by=HOA):
    """Look at a change and make it."""
    seen = seen or preview_change(change=change, by=by, now=now).digest
    typed = change.word if typed is None else typed
    return restructure(change=change, seen=seen, typed=typed, by=by, now=now)


def test_a_merger_is_one_event_and_deletes_nothing(an, now):
    """Rows stay, the old body gets its last day, and the event carries the counts that were shown."""
    add_person(username="an", name="An", agency="BKHCN", roles=an.roles, password="x" * 16, by=HOA, now=now)
    last_day = date(2025, 12, 31)
    common = {"scopes": [Permission.READ_ALL], "last_day": last_day, "by": HOA, "now": now}
    create_token(name="máy", agency="BKHCN", **common)
    before, events = models.Agency.objects.count(), Event.objects.count()
    found = order(merger(), now).moves
    assert (found.people, found.tokens) == (1, 1)
    assert models.Agency.objects.count() == before
    assert Event.objects.count() == events + 1
    event = Event.objects.get(kind="bodies_changed")
    body = json.loads(event.body)
    assert (event.on, event.by, body["people"], body["tokens"]) == ("register", "hoa", 1, 1)
    assert body["tasks_led"] == len(found.programmes[0].leads) > 0
    register = queries.register("nq03")
    old = next(each for each in register.agencies if each.code == "BKHCN")
    assert (old.name_vi, old.valid_until) == ("Bộ Khoa học và Công nghệ", DAY)
    row = models.Agency.objects.get(code="BKHCN")
    assert (row.valid_until, msgspec.convert(row.content, Agency)) == (DAY, old)
    (made,) = restructurings()
    assert (made.kind, made.bodies, made.takers, made.document) == (
        Turn.MERGED,
        ("BKHCN",),
        ("BYT",),
        "Nghị quyết số 1/2025/QH15",
    )


def test_people_of_the_merged_body_report_for_its_tasks(an, em, giang, binh, now):
    """From the day on the old officers and those of the successor hand in; a head sends; one verifies."""
    order(merger(), now)
    register = queries.register("nq03")
    task = queries.task("nq03", "17")
    assert Owers(register, DAY).of(task) == ("BYT",)
    old = reported(em, now, cells={"situation": "working", "public_sentence": "Đang làm"}).ids
    send_records(ids=old, by=an, now=now)
    new = reported(giang, now, task="26").ids
    decisions = [Decision(each, accept=True) for each in (*old, *new)]
    verify_records(decisions=decisions, by=binh, now=now)
    done = evaluate(facts("nq03", as_of=DAY))
    mine = [part for each in done.tasks if each.task in {"17", "26"} for part in each.assignments]
    assert mine
    assert {code for part in mine for code in part.agencies if code in {"BKHCN", "BYT"}} == {"BYT"}


def test_evidence_of_the_predecessor_counts_for_the_successor(an, binh, now):
    """A task that was done under the old name stays done, and is now one of the successor's."""
    public_id = record_rows(rows=[evidence()], by=an, now=now).added[0]
    accept = Decision(public_id, accept=True, components=("a",), in_gazette=True)
    verify_records(decisions=[accept], by=binh, now=now)

    def standing(day):
        return {each.task: each for each in evaluate(facts("nq03", as_of=day)).tasks}

    task = facts("nq03", as_of=DAY).evidence[0].task
    before = standing(DAY)[task]
    order(merger(), now)
    after = standing(DAY)
    assert (after[task].status, after[task].done_on) == (before.status, before.done_on)
    assert {each.task: each.status for each in after.values()} == {
        each.task: each.status for each in standing(DAY).values()
    }
    totals = {each.agency for each in evaluate(facts("nq03", as_of=DAY)).agencies}
    assert "BKHCN" not in totals
    assert "BYT" in totals
    early = facts("nq03", as_of=DAY - timedelta(days=1))
    assert "BKHCN" in {each.agency for each in evaluate(early).agencies}


def test_a_change_ahead_leaves_today_as_it_is(now):
    """Before the date of effect the old body answers; from the day on its successor."""
    day = date(2026, 3, 1)
    order(merger(on=day), now)
    register, task = queries.register("nq03"), queries.task("nq03", "17")
    assert Owers(register, date(2026, 2, 28)).of(task) == ("BKHCN",)
    assert Owers(register, day).of(task) == ("BYT",)


def test_what_moved_meanwhile_is_a_conflict(an, now):
    """A preview that no longer tells what moves is refused, and nothing is written."""
    seen = preview_change(change=merger(), by=HOA, now=now).digest
    add_person(username="an", name="An", agency="BKHCN", roles=an.roles, password="x" * 16, by=HOA, now=now)
    with pytest.raises(Conflict):
        order(merger(), now, seen=seen)
    with pytest.raises(Conflict):
        order(merger(), now, seen="0" * 64)
    assert not models.Restructuring.objects.exists()
    order(merger(), now)
    with pytest.raises(Invalid) as twice:
        order(merger(), now, seen=seen)
    assert [each.field for each in twice.value.faults] == ["bodies"]
    assert models.Restructuring.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "BYT", "BKHC"])
def test_without_the_typed_word_nothing_happens(typed, now):
    """Only the codes of the bodies concerned confirm; spaces and small letters do not matter."""
    with pytest.raises(Invalid) as refused:
        order(merger(), now, typed=typed)
    assert [each.field for each in refused.value.faults] == ["typed"]
    assert not Event.objects.filter(kind="bodies_changed").exists()
    order(merger(), now, typed=" bkhcn ")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_changes_bodies(role, now):
    """Neither the preview nor the act is anybody else's."""
    other = Actor("khac", "Khác", frozenset({role}), "VPTW")
    with pytest.raises(NotAllowed):
        preview_change(change=merger(), by=other, now=now)
    with pytest.raises(NotAllowed):
        restructure(change=merger(), seen="", typed="BKHCN", by=other, now=now)


def test_a_renamed_body_starts_with_its_code(now):
    """The new row carries the first day; what the old one had inherited goes on to it."""
    order(merger(kind=Turn.RENAMED, heirs=(), starts=FRESH), now)
    register = queries.register("nq03")
    new = next(each for each in register.agencies if each.code == "BMOI")
    assert (new.valid_from, new.kind) == (DAY, AgencyKind.MINISTRY)
    assert models.Agency.objects.get(code="BMOI").valid_from == DAY
    inherited = [task for task in queries.programme("nq03").tasks if "BTTTT" in task.leads]
    assert inherited
    owers = Owers(register, DAY)
    assert all("BMOI" in owers.of(task) for task in inherited)


def test_a_split_lead_is_named_task_by_task(binh, chi, now):
    """Each task that it led asks for a document; once two people have entered it, the named body leads."""
    order(merger(kind=Turn.SPLIT, heirs=("BYT", "BTP")), now)
    programme, register = queries.programme("nq03"), queries.register("nq03")
    asked = to_appoint("nq03")
    found = questions(programme, register, DAY, asked)
    assert ("17", "BKHCN") in {(each.task.code, each.group) for each in found if each.leads}
    task = queries.task("nq03", "17")
    assert Owers(register, DAY).of(task) == ("BYT",)
    named = Designation("17", "BKHCN", ("BTP",), "Quyết định số 5/QĐ-TTg", DAY)
    designate(slug="nq03", designation=named, by=binh, confirmed_by=chi, now=now)
    assert Owers(queries.register("nq03"), DAY).of(task) == ("BTP",)


def test_a_part_ends_nobody(now):
    """Only the chosen task asks for a document; the body goes on leading until it is named."""
    order(merger(kind=Turn.PART, heirs=("BTP",), tasks=(("nq03", "17"),)), now)
    assert to_appoint("nq03") == {("17", "BKHCN")}
    register = queries.register("nq03")
    assert next(each for each in register.agencies if each.code == "BKHCN").valid_until is None
    assert "17" in {task.code for task in led_by("BKHCN", queries.programme("nq03"), register, DAY)}


def test_what_is_in_hand_is_counted(em, an, now):
    """Drafts and reports before the head and the verifier are named before a body ends."""
    reported(em, now)
    reported(an, now, task="26", evidence=[{"text": LINE}])
    found = in_hand(["BKHCN"])
    assert (found.submitted, found.sent, found.matters) == (1, 2, 0)
    assert in_hand(["BYT"]).sent == 0


def test_the_preview_asks_the_same_number_of_questions_for_any_register(chi, now):
    """Hundreds of bodies more, or people, cost no query more."""
    preview_change(change=merger(), by=HOA, now=now)
    with CaptureQueriesContext(connection) as few:
        preview_change(change=merger(), by=HOA, now=now)
    more = [Agency(f"X{each}", f"Cơ quan {each}", f"Body {each}", AgencyKind.OTHER) for each in range(300)]
    add_agencies(agencies=more, by=chi, now=now)
    preview_change(change=merger(), by=HOA, now=now)
    with CaptureQueriesContext(connection) as many:
        preview_change(change=merger(bodies=("BKHCN", "X1", "X2")), by=HOA, now=now)
    assert len(many) == len(few)


def test_an_old_day_of_effect_is_followed_from_that_day():
    """A document that takes effect before today counts from its day, whenever it is entered."""
    order(merger(on=date(2025, 4, 1)), datetime(2025, 6, 20, tzinfo=UTC))
    register, task = queries.register("nq03"), queries.task("nq03", "17")
    days = (date(2025, 3, 31), date(2025, 4, 1))
    assert [Owers(register, day).of(task) for day in days] == [("BKHCN",), ("BYT",)]
    assert [slug.slug for slug, _register in programmes_known()] == ["nq03"]

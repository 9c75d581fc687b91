"""Handing in: good tasks go at once, faulty ones stay, nothing is doubled, lost or half."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from tests.factories.cycles import LINE, WORKING, handed, reported, saved

from thuocdo.audit.models import Event
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound
from thuocdo.cycles import handing, models, queries
from thuocdo.cycles.actions import hand_back, send_records, verify_records
from thuocdo.cycles.books import Books
from thuocdo.cycles.drafting import drafts_of
from thuocdo.cycles.types import Decision, State

pytestmark = pytest.mark.usefixtures("model_programme")


def states(model=models.Report):
    """Return the state of each record by id."""
    return dict(model.objects.values_list("public_id", "state"))


def drafts():
    """Return the drafts of the ministry by task."""
    return drafts_of("nq03", agency="BKHCN", cycle="2025-2")


def everything():
    """Return how many rows of each table are stored."""
    tables = (models.Report, models.Evidence, models.Draft, Event)
    return tuple(table.objects.count() for table in tables)


def test_a_head_sends_a_reporter_submits(an, em, giang, now):
    """What a head hands in is sent; what a reporter hands in waits for the head of the same body."""
    first = reported(an, now, evidence=[{"text": LINE}])
    assert (first.sent, first.state) == (("17",), State.SENT)
    assert set(states().values()) | set(states(models.Evidence).values()) == {"sent"}
    second = reported(em, now, task="26")
    assert second.state is State.SUBMITTED
    assert states()[second.ids[0]] == "submitted"
    with pytest.raises(NotFound):
        send_records(ids=second.ids, by=giang, now=now)
    assert send_records(ids=second.ids, by=an, now=now) == 1


def test_the_receipt_binds_what_was_sent(an, now):
    """The event that the receipt commits to names each record by its whole digest."""
    done = reported(an, now, evidence=[{"text": LINE}])
    event = Event.objects.get(commitment=done.receipt)
    keys = {row.key for model in (models.Report, models.Evidence) for row in model.objects.all()}
    assert set(json.loads(event.body)["digests"]) == keys
    assert len(keys) == 2


def test_good_tasks_go_and_faulty_ones_stay(an, now):
    """One transaction takes all good tasks; the others stay drafts with every fault of theirs."""
    saved(an, now, task="17", evidence=[{"text": LINE}])
    saved(an, now, task="26", cells={"situation": "obstacle", "expected_on": "mai"})
    saved(an, now, task="60", evidence=[{"text": LINE, "component": "zz"}, {"url": "x.vn"}])
    done = handed(an, now, "17", "26", "60", "61")
    assert done.sent == ("17",)
    assert {task: {(f.where, f.field) for f in faults} for task, faults in done.faulty.items()} == {
        "26": {("task 26", "expected_on"), ("task 26", "obstacle")},
        "60": {("task 60, evidence 2", "text"), ("task 60, evidence 1", "component")},
        "61": {("task 61", None)},
    }
    assert set(drafts()) == {"26", "60"}
    assert (models.Report.objects.count(), models.Evidence.objects.count()) == (1, 1)
    assert len(done.receipt) == 64
    assert Event.objects.get(commitment=done.receipt).kind == "handed_in"


def test_handing_in_twice_is_known(an, now):
    """A repeated hand-in adds nothing and brings the same ids and the same receipt."""
    first = reported(an, now, evidence=[{"text": LINE}])
    before = everything()
    again = handed(an, now + timedelta(hours=1))
    assert (again.sent, set(again.ids), again.receipt) == (first.sent, set(first.ids), first.receipt)
    assert everything() == before


def test_the_same_content_saved_again_is_known(an, now):
    """A draft that says what stands already makes no second report and needs no reason."""
    first = reported(an, now, evidence=[{"text": LINE}])
    again = reported(an, now + timedelta(days=1), evidence=[{"text": LINE}])
    assert again.sent == ("17",)
    assert set(again.ids) == set(first.ids)
    assert (models.Report.objects.count(), models.Evidence.objects.count()) == (1, 1)
    assert drafts() == {}


def test_what_was_sent_is_replaced_with_a_reason(an, now):
    """Without a reason the draft stays; with one the new report stands in the place of the old."""
    old = reported(an, now).ids[0]
    saved(an, now, cells={"situation": "done"})
    refused = handed(an, now)
    assert [fault.field for fault in refused.faulty["17"]] == ["reason"]
    assert states() == {old: "sent"}
    version = drafts()["17"].version
    saved(an, now, cells={"situation": "done", "reason": "Đã ký ban hành"}, version=version)
    new = handed(an, now).ids[0]
    assert states() == {old: "corrected", new: "sent"}
    assert models.Report.objects.get(public_id=old).corrected_by == new
    event = Event.objects.get(kind="report_corrected", on=old)
    assert "Đã ký ban hành" in event.body


@pytest.mark.parametrize("accept", [True, False])
def test_what_was_judged_is_replaced_with_a_reason(an, binh, now, accept):
    """A returned or verified report is answered by a new version, never changed."""
    old = reported(an, now).ids[0]
    faults = () if accept else (Fault(old, "nêu rõ ngày", "expected_on"),)
    verify_records(decisions=[Decision(old, accept, faults=faults)], by=binh, now=now)
    saved(an, now, cells={"situation": "working", "expected_on": "30/6/2025", "reason": "Bổ sung ngày"})
    new = handed(an, now).ids[0]
    assert states() == {old: "corrected", new: "sent"}


def test_what_nobody_outside_saw_is_replaced_without_a_reason(em, now):
    """A reporter may hand in again while the head has not sent it."""
    old = reported(em, now).ids[0]
    new = reported(em, now, cells={"situation": "done"}).ids[0]
    assert states() == {old: "corrected", new: "submitted"}


def test_the_head_hands_back_with_all_faults(em, an, now):
    """The report and its evidence are a draft again, as given, with everything the head said."""
    given = {**WORKING, "allocated": "1,5", "disbursed": "0", "has_plan": "0", "expected_on": "30/12/2025"}
    first = reported(em, now, cells=given, evidence=[{"text": LINE}])
    faults = [Fault(first.ids[0], "quá chung", "public_sentence"), Fault("", "xem lại ngày", "expected_on")]
    assert hand_back(ids=first.ids[:1], faults=faults, by=an, now=now) == 2
    assert {*states().values(), *states(models.Evidence).values()} == {"saved"}
    draft = drafts()["17"]
    assert draft.cells == {**given, "expected_on": "2025-12-30"}
    assert draft.evidence[0]["text"] == LINE
    assert {fault.field for fault in draft.faults} == {"public_sentence", "expected_on"}
    assert draft.saved_by == "em"
    assert queries.reports("nq03", as_of=now.date()) == ()


def test_after_handing_back_the_same_goes_again(em, an, now):
    """What the reporter leaves as it was goes to the head again, as the same records."""
    first = reported(em, now, evidence=[{"text": LINE}])
    hand_back(ids=first.ids, faults=[Fault("", "chưa rõ")], by=an, now=now)
    again = handed(em, now + timedelta(days=1))
    assert set(again.ids) == set(first.ids)
    assert {*states().values(), *states(models.Evidence).values()} == {"submitted"}
    assert models.Report.objects.get().faults == []


def test_after_handing_back_what_is_left_out_ends(em, an, now):
    """Evidence that is left out ends, evidence that stays goes again, the new report replaces the old."""
    other = LINE.replace("9017", "9018")
    first = reported(em, now, evidence=[{"text": LINE}, {"text": other}])
    hand_back(ids=first.ids, faults=[Fault("", "bỏ văn bản 9018")], by=an, now=now)
    draft = drafts()["17"]
    saved(em, now, cells={"situation": "done"}, evidence=draft.evidence[:1], version=draft.version)
    assert handed(em, now).sent == ("17",)
    assert sorted(states().values()) == ["corrected", "submitted"]
    assert sorted(states(models.Evidence).values()) == ["corrected", "submitted"]


def test_handing_back_needs_words_and_the_head(em, an, giang, binh, now):
    """Without a fault nothing is handed back; a reporter, another body's head and a monitor cannot."""
    ids = reported(em, now).ids
    with pytest.raises(Invalid):
        hand_back(ids=ids, faults=[], by=an, now=now)
    faults = [Fault("", "chưa rõ")]
    with pytest.raises(NotAllowed):
        hand_back(ids=ids, faults=faults, by=em, now=now)
    for person in (giang, binh):
        with pytest.raises(NotFound):
            hand_back(ids=ids, faults=faults, by=person, now=now)
    send_records(ids=ids, by=an, now=now)
    with pytest.raises(Conflict):
        hand_back(ids=ids, faults=faults, by=an, now=now)


def test_returned_evidence_is_not_given_again_unchanged(an, binh, now):
    """The same line once more would look sent and lie with nobody; the fault says so."""
    first = reported(an, now, evidence=[{"text": LINE}])
    proof = next(iter(states(models.Evidence)))
    verify_records(decisions=[Decision(proof, accept=False, note="thiếu trang ký")], by=binh, now=now)
    saved(an, now, evidence=[{"text": LINE}])
    assert proof in handed(an, now).faulty["17"][0].message
    version = drafts()["17"].version
    fixed = {"text": f"{LINE} (bản đủ trang)", "corrects": proof, "reason": "Thêm trang ký"}
    saved(an, now, evidence=[fixed], version=version)
    assert handed(an, now).sent == first.sent
    assert sorted(states(models.Evidence).values()) == ["corrected", "sent"]


@pytest.mark.parametrize("target", ["foreign", "none", "report", "other task"])
def test_evidence_corrects_only_its_own(an, giang, now, target):
    """What belongs to another body, another task or to nobody is the same fault, and the task stays."""
    books = Books(day=now.date())
    task = next(task.code for task in books.programme("nq03").tasks if books.takes_part("nq03", task, "BYT"))
    ids = {
        "foreign": reported(giang, now, task=task, evidence=[{"text": LINE}]).ids[1],
        "none": "E-0123456789ab",
        "report": reported(an, now, task="26", evidence=[{"text": LINE}]).ids[0],
        "other task": models.Evidence.objects.get(task="26").public_id,
    }
    saved(an, now, evidence=[{"text": LINE + " x", "corrects": ids[target], "reason": "x"}])
    saved(an, now, task="60")
    done = handed(an, now, "17", "60")
    assert done.sent == ("60",)
    assert [(fault.where, fault.field) for fault in done.faulty["17"]] == [
        ("task 17, evidence 1", "corrects")
    ]
    assert "BYT" not in done.faulty["17"][0].message


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"allocated": "10", "disbursed": "10"}, []),
        ({"allocated": "0", "disbursed": "0"}, []),
        ({"allocated": "10"}, []),
        ({"disbursed": "1"}, ["allocated"]),
        ({"allocated": "10", "disbursed": "10,5"}, ["disbursed"]),
        ({"allocated": "-1"}, ["allocated"]),
        ({"allocated": "10", "disbursed": "-1"}, ["disbursed"]),
        ({"allocated": "N/A", "disbursed": "1.234"}, ["allocated", "disbursed"]),
    ],
)
def test_money(an, now, cells, fields):
    """Money is decimal, not below zero, and no more is paid out than was given."""
    done = reported(an, now, cells={"situation": "working", **cells})
    assert [fault.field for fault in done.faulty.get("17", ())] == fields
    if not fields:
        (value,) = queries.reports("nq03", as_of=now.date())
        assert value.allocated == Decimal(cells["allocated"].replace(",", "."))


def test_a_report_between_cycles_answers_a_question(an, now):
    """A report without a cycle stands beside that of the cycle and replaces nothing."""
    reported(an, now)
    done = reported(an, now, cycle="", cells={"situation": "done"})
    assert done.sent == ("17",)
    assert sorted(states().values()) == ["sent", "sent"]


@pytest.mark.parametrize("where", ["write_entries", "_settle_handed_back", "_drop_drafts", "_receipt"])
def test_nothing_is_half_written(em, an, now, monkeypatch, where):
    """A failure at any step takes everything back: reports, evidence, drafts and events."""
    first = reported(em, now, evidence=[{"text": LINE}])
    hand_back(ids=first.ids, faults=[Fault("", "chưa rõ")], by=an, now=now)
    version = drafts()["17"].version
    saved(em, now, cells={"situation": "done"}, evidence=[{"text": LINE + " 2"}], version=version)
    saved(em, now, task="26")
    before = everything(), states(), states(models.Evidence)
    real = getattr(handing, where)

    def broken(*args, **kwargs):
        real(*args, **kwargs)
        raise OSError

    monkeypatch.setattr(handing, where, broken)
    with pytest.raises(OSError):  # noqa: PT011  the point is what is left behind
        handed(em, now, "17", "26")
    assert (everything(), states(), states(models.Evidence)) == before
    monkeypatch.undo()
    assert handed(em, now, "17", "26").sent == ("17", "26")


def test_a_draft_that_changes_while_it_is_handed_in_is_a_conflict(em, now, monkeypatch):
    """Whoever saves in the moment of the hand-in is not lost: the hand-in is."""
    saved(em, now)
    real = handing._write

    def meanwhile(good, known, **kwargs):
        models.Draft.objects.update(version=5)
        return real(good, known, **kwargs)

    monkeypatch.setattr(handing, "_write", meanwhile)
    with pytest.raises(Conflict):
        handed(em, now)
    assert states() == {}


def test_thirty_seven_tasks_in_one_hand_in_take_few_queries(an, now, django_assert_max_num_queries):
    """Reading does not grow with the tasks; each draft that goes costs one guarded delete."""
    tasks = [task.code for task in handing.Books(day=now.date()).programme("nq03").tasks]
    takes_part = []
    for task in tasks:
        try:
            saved(an, now, task=task, evidence=[{"text": f"{LINE} {task}"}])
        except Invalid:
            continue
        takes_part.append(task)
    assert len(takes_part) >= 37
    with django_assert_max_num_queries(len(takes_part[:37]) + 35):
        assert len(handed(an, now, *takes_part[:37]).sent) == 37

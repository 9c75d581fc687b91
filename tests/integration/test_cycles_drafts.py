"""Drafts: nobody overwrites anybody unseen, and a paste is undone whole or not at all."""

from datetime import timedelta

import pytest
from django.db import transaction
from tests.factories.cycles import LINE, WORKING, handed, saved

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.cycles import models
from thuocdo.cycles.drafting import (
    discard_draft,
    drafts_of,
    faults_of,
    save_batch,
    save_draft,
    submit,
    undo_batch,
    values_of,
)
from thuocdo.cycles.types import State

pytestmark = pytest.mark.usefixtures("model_programme")


def drafts(agency="BKHCN", cycle="2025-2"):
    """Return the body's drafts."""
    return drafts_of("nq03", agency=agency, cycle=cycle)


def batch(by, now, **rows):
    """Save a batch for tasks t17, t18, ..."""
    given = {task.removeprefix("t"): cells for task, cells in rows.items()}
    return save_batch(slug="nq03", cycle="2025-2", rows=given, by=by, now=now)


def test_a_draft_is_kept_as_typed(an, now):
    """Also what is not right yet is kept, and shown again as it was typed."""
    cells = {"situation": "mayby", "expected_on": "31/02/2025", "obstacle": "  "}
    draft = saved(an, now, cells=cells, evidence=[{"text": LINE}, {"text": " "}])
    assert draft.cells == {"situation": "mayby", "expected_on": "31/02/2025"}
    assert draft.evidence == ({"text": LINE},)
    assert drafts() == {"17": draft}
    assert drafts("BYT") == {}
    assert Event.objects.filter(kind="draft_saved").count() == 1


def sent(by, now, cells, *, version=None):
    """Submit task 17 as it is typed."""
    given = {"slug": "nq03", "task": "17", "cycle": "2025-2", "cells": cells, "evidence": [{"text": LINE}]}
    return submit(**given, version=version, by=by, now=now)


def test_what_is_right_goes_without_a_draft(an, now):
    """A form without fault is handed in at once: no draft stays, and none is in the trail."""
    handed_in, draft = sent(an, now, WORKING)
    assert (handed_in.sent, draft, drafts()) == (("17",), None, {})
    assert not Event.objects.filter(kind="draft_saved").exists()


def test_what_is_faulty_stays_a_draft(an, now):
    """A form with a fault becomes a draft with what was typed, and every fault is named."""
    handed_in, draft = sent(an, now, {"situation": "maybe", "expected_on": "31/02/2026"})
    assert {each.field for each in handed_in.faulty["17"]} >= {"situation", "expected_on"}
    assert drafts() == {"17": draft}
    assert not models.Report.objects.exists()


def test_submitting_needs_the_version_it_builds_on(an, em, now):
    """Who has not seen somebody's draft cannot send over it; who has seen it sends and ends it."""
    first = saved(an, now)
    with pytest.raises(Conflict), transaction.atomic():
        sent(em, now, WORKING)
    handed_in, _draft = sent(em, now, WORKING, version=first.version)
    assert (handed_in.sent, drafts()) == (("17",), {})


def test_a_second_save_needs_the_version_it_builds_on(an, em, now):
    """Who has not seen the last save cannot overwrite it; the version grows with each."""
    first = saved(an, now)
    for version in (None, first.version - 1, first.version + 1):
        with pytest.raises(Conflict):
            saved(em, now, version=version)
    second = saved(em, now, cells={"situation": "done"}, version=first.version)
    assert second.version > first.version
    assert (second.saved_by, drafts()["17"].cells) == ("em", {"situation": "done"})
    with pytest.raises(Conflict):
        saved(an, now, version=first.version)


def test_a_draft_begun_anew_never_bears_the_old_version(an, em, now):
    """Who looked at a draft that was thrown away cannot write over the one that followed."""
    first = saved(an, now)
    discard_draft(slug="nq03", task="17", cycle="2025-2", version=first.version, by=an, now=now)
    assert drafts() == {}
    saved(em, now + timedelta(seconds=1))
    with pytest.raises(Conflict):
        saved(an, now + timedelta(seconds=2), version=first.version)
    with pytest.raises(Conflict):
        discard_draft(slug="nq03", task="17", cycle="2025-2", version=first.version, by=an, now=now)


@pytest.mark.parametrize(
    ("cells", "evidence", "fields"),
    [
        ({"situation": "done", "public_sentence": "Tài liệu TỐI MẬT"}, [], ["public_sentence"]),
        ({}, [{"text": "Báo cáo MẬT số 3"}], ["text"]),
        ({"kind": "report", "agency": "BYT"}, [], ["kind", "agency"]),
        ({}, [{"task": "18"}, {"state": "verified"}], ["task", "state"]),
        ({"obstacle": "x" * 4001}, [], ["obstacle"]),
        ({"obstacle": "a\x00b"}, [], ["obstacle"]),
        ({}, [{"text": "x"}] * 51, ["evidence"]),
    ],
)
def test_what_is_never_kept(an, now, cells, evidence, fields):
    """Secret marks, unknown cells and overlong ones are refused together, and nothing is stored."""
    with pytest.raises(Invalid) as refused:
        saved(an, now, cells=cells, evidence=evidence)
    assert [fault.field for fault in refused.value.faults] == fields
    assert "MẬT" not in " ".join(fault.message for fault in refused.value.faults)
    assert models.Draft.objects.count() == 0


def test_a_draft_is_about_a_task_in_which_the_body_takes_part(an, now):
    """Unknown tasks and cycles, and tasks of others, are named as faults."""
    for task, cycle, field in (("999", "2025-2", "task"), ("41", "2025-2", "task"), ("17", "x", "cycle")):
        with pytest.raises(Invalid) as refused:
            saved(an, now, task=task, cycle=cycle)
        assert [fault.field for fault in refused.value.faults] == [field]


def test_who_may_not_report_saves_nothing(dung, binh, now):
    """A citizen, a monitor and a reporter without a body save no draft."""
    for person in (dung, binh, Actor("x", "X", frozenset({Role.REPORTER}))):
        with pytest.raises(NotAllowed):
            saved(person, now)


def test_a_batch_lays_its_cells_over_what_stands(an, now):
    """Given cells replace, empty ones clear, others stay; a citation becomes evidence."""
    saved(an, now, cells={"situation": "working", "obstacle": "Vốn", "obstacle_since": "1/6/2025"})
    batch(
        an,
        now,
        t17={"situation": "done", "obstacle": "", "obstacle_since": "", "text": LINE},
        t26={"situation": "working"},
    )
    found = drafts()
    assert found["17"].cells == {"situation": "done"}
    assert found["17"].evidence == ({"text": LINE},)
    assert found["26"].cells == {"situation": "working"}


def test_a_batch_is_undone_whole(an, em, now):
    """Undo puts back what stood there and takes away what did not; a colleague may do it."""
    first = saved(an, now)
    done = batch(an, now, t17={"situation": "done"}, t26={"situation": "done"})
    undo_batch(batch=done, by=em, now=now)
    found = drafts()
    assert set(found) == {"17"}
    assert found["17"].cells == first.cells
    assert found["17"].version > first.version
    with pytest.raises(Conflict, match="already"):
        undo_batch(batch=done, by=an, now=now)


@pytest.mark.parametrize("then", ["save", "discard", "anew", "hand in", "another batch"])
def test_undo_refuses_when_one_row_was_changed_since(an, now, then):
    """One changed row is enough: nothing of the batch is undone, and the row is named."""
    done = batch(an, now, t17=WORKING, t26=WORKING)
    version = drafts()["26"].version
    later = now + timedelta(minutes=1)
    if then == "save":
        saved(an, later, task="26", cells={"situation": "done"}, version=version)
    elif then == "hand in":
        handed(an, later, "26")
    elif then == "another batch":
        batch(an, later, t26={"situation": "done"})
    else:
        discard_draft(slug="nq03", task="26", cycle="2025-2", version=version, by=an, now=later)
        if then == "anew":
            saved(an, later, task="26")
    before = drafts()
    with pytest.raises(Conflict, match="task 26"):
        undo_batch(batch=done, by=an, now=later)
    assert drafts() == before
    assert before["17"].cells == WORKING
    assert models.Batch.objects.get(public_id=done).undone_at is None


def test_a_batch_with_a_fault_saves_nothing(an, now):
    """A secret mark in one row of a paste keeps the whole paste out."""
    with pytest.raises(Invalid) as refused:
        batch(an, now, t17=WORKING, t26={"obstacle": "Văn bản TUYỆT MẬT"}, t999={})
    assert {fault.where for fault in refused.value.faults} == {"task 26", "task 999"}
    assert models.Draft.objects.count() + models.Batch.objects.count() == 0


def test_a_batch_of_another_body_does_not_exist(an, giang, now):
    """Nobody undoes the paste of another body, nor learns that there was one."""
    done = batch(an, now, t17=WORKING)
    for name in (done, "B-none"):
        with pytest.raises(NotFound):
            undo_batch(batch=name, by=giang, now=now)
    assert set(drafts()) == {"17"}


def test_what_a_hand_in_would_find_is_told_before(an, now):
    """The faults of many drafts are told without writing, and those of what is only typed too."""
    saved(an, now, cells={"situation": "obstacle"})
    saved(an, now, task="26")
    found = faults_of(slug="nq03", cycle="2025-2", tasks=["17", "26"], by=an, day=now.date())
    assert {task: [fault.field for fault in faults] for task, faults in found.items()} == {"17": ["obstacle"]}
    assert models.Report.objects.count() == 0


def test_typed_cells_become_the_values_of_a_preview(an, now):
    """What was typed is read by the rules of the file; what is faulty is named and left out."""
    values = values_of(
        slug="nq03",
        task="17",
        cycle="2025-2",
        cells={"situation": "working", "allocated": "12,5", "disbursed": "3"},
        evidence=[{"text": LINE}, {"text": LINE, "issued_on": "31/02/2025"}],
        by=an,
        day=now.date(),
    )
    assert (values.report.state, str(values.report.allocated)) == (State.SENT, "12.5")
    assert [piece.number for piece in values.evidence] == ["9017/QĐ-TTg"]
    assert [(fault.where, fault.field) for fault in values.faults] == [("task 17, evidence 2", "issued_on")]
    nothing = values_of(slug="nq03", task="17", cycle="", cells={}, by=an, day=now.date())
    assert (nothing.report, nothing.evidence, nothing.faults) == (None, (), ())


def test_saving_keeps_nothing_of_another_cycle(an, now):
    """Each cycle, and the time between cycles, has a draft of its own."""
    saved(an, now)
    save_draft(slug="nq03", task="17", cycle="", cells={"situation": "done"}, version=None, by=an, now=now)
    assert drafts()["17"].cells == WORKING
    assert drafts(cycle="")["17"].cells == {"situation": "done"}

"""Drafts, pastes and their undoing in any order, beside a model in plain dictionaries."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import NOW
from tests.factories.cycles import handed, saved

from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict
from thuocdo.cycles import models
from thuocdo.cycles.drafting import discard_draft, drafts_of, save_batch, undo_batch

pytestmark = pytest.mark.usefixtures("model_programme")

EM = Actor("em", "Em", frozenset({Role.REPORTER}), "BKHCN")
TASKS = ("17", "26")
VALUES = st.sampled_from(["working", "done"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), st.sampled_from(TASKS), VALUES),
        st.tuples(st.just("stale"), st.sampled_from(TASKS), VALUES),
        st.tuples(st.just("discard"), st.sampled_from(TASKS)),
        st.tuples(st.just("batch"), st.dictionaries(st.sampled_from(TASKS), VALUES, min_size=1)),
        st.tuples(st.just("undo"), st.integers(0, 3)),
        st.tuples(st.just("hand in"), st.sampled_from(TASKS)),
    ),
    max_size=12,
)


class World:
    """The model: what each task's draft says, how often it was touched, and what each batch replaced."""

    def __init__(self):
        self.said, self.touched = {}, dict.fromkeys(TASKS, 0)
        self.batches = []
        self.clock = NOW

    def put(self, task, value):
        """Let a draft say something, or nothing with None."""
        self.touched[task] += 1
        if value is None:
            self.said.pop(task, None)
        else:
            self.said[task] = value

    def stored(self):
        """Return the drafts that are stored."""
        return drafts_of("nq03", agency="BKHCN", cycle="2025-2")

    def version(self, task):
        """Return the version that somebody who looks now would see."""
        draft = self.stored().get(task)
        return draft.version if draft else None


def save(world, task, value):
    """Save over what stands there."""
    saved(EM, world.clock, task=task, cells={"situation": value}, version=world.version(task))
    world.put(task, value)


def stale(world, task, value):
    """Save over what stood there before: refused."""
    version = world.version(task)
    with pytest.raises(Conflict), transaction.atomic():
        saved(EM, world.clock, task=task, cells={"situation": value}, version=(version or 0) + 1)


def discard(world, task):
    """Throw away what stands there, if anything does."""
    if task in world.said:
        version = world.version(task)
        discard_draft(slug="nq03", task=task, cycle="2025-2", version=version, by=EM, now=world.clock)
        world.put(task, None)


def batch(world, rows):
    """Paste some tasks."""
    before = {task: world.said.get(task) for task in rows}
    given_rows = {task: {"situation": value} for task, value in rows.items()}
    name = save_batch(slug="nq03", cycle="2025-2", rows=given_rows, by=EM, now=world.clock)
    for task, value in rows.items():
        world.put(task, value)
    world.batches.append([name, before, {task: world.touched[task] for task in rows}, False])


def undo(world, number):
    """Undo one of the pastes: whole when nothing was touched since, else not at all."""
    if number >= len(world.batches):
        return
    name, before, touched, undone = world.batches[number]
    if undone or any(world.touched[task] != count for task, count in touched.items()):
        with pytest.raises(Conflict), transaction.atomic():
            undo_batch(batch=name, by=EM, now=world.clock)
        return
    undo_batch(batch=name, by=EM, now=world.clock)
    world.batches[number][3] = True
    for task, value in before.items():
        world.put(task, value)


def hand_in(world, task):
    """Hand in what stands there; what it says is the report that stands afterwards."""
    value = world.said.get(task)
    handed(EM, world.clock, task)
    if value is not None:
        world.put(task, None)
        standing = models.Report.objects.exclude(state="corrected").get(task=task)
        assert (standing.content["situation"], standing.state) == (value, "submitted")


DO = {"save": save, "stale": stale, "discard": discard, "batch": batch, "undo": undo, "hand in": hand_in}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_drafts_are_what_the_last_act_left(steps):
    """After any steps each draft says what the model says, each task has at most one standing report."""
    with transaction.atomic():
        world = World()
        for name, *values in steps:
            world.clock += timedelta(seconds=30)
            DO[name](world, *values)
            assert {task: draft.cells["situation"] for task, draft in world.stored().items()} == world.said
        for task in TASKS:
            assert models.Report.objects.exclude(state="corrected").filter(task=task).count() <= 1
        transaction.set_rollback(True)

"""Two people go through a draft: what waits, what counts, who may finish."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.reviewed import HEALTH, a_draft, agree, fitting, stand

from thuocdo.core.errors import Conflict, Invalid, NotAllowed
from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.rules import (
    added_rows,
    agreed,
    check_finish,
    check_ready,
    check_step,
    counting,
    new_row_step,
    next_open,
)
from thuocdo.programme.review.types import WHOLE, NewRow, Step, Verdict, Why

A, E, B, D, U = Verdict.ACCEPT, Verdict.EDIT, Verdict.BLANK, Verdict.DROP, Verdict.UNDO
DRAFT = a_draft()
LEADS = ("task 3", "leads")
ISSUED = ("document", "issued_on")
OUTPUT = ("task 2", "output")
CLEAN = ("task 1", "title")
DOUBTS = [ISSUED, ("indicator 1@2030", "target"), OUTPUT, LEADS, ("table 9", WHOLE)]


def test_everything_doubtful_waits_at_first():
    """A person who has said nothing finds each doubtful cell open, in the order of the document."""
    found = stand(DRAFT, (), "an")
    assert list(found.open) == DOUBTS
    assert set(found.open.values()) == {Why.DOUBT}
    assert (found.decided, found.total) == (0, 5)


@pytest.mark.parametrize(
    ("steps", "an", "binh"),
    [
        ([Step("an", A, *LEADS)], None, Why.DOUBT),
        ([Step("an", A, *LEADS), Step("binh", A, *LEADS)], None, None),
        ([Step("an", A, *LEADS), Step("binh", E, *LEADS, "Hội Cây")], None, None),
        ([Step("an", A, *LEADS), Step("binh", E, *LEADS, HEALTH)], Why.CONFLICT, Why.CONFLICT),
        ([Step("an", E, *LEADS, HEALTH), Step("binh", E, *LEADS, f" {HEALTH}\n")], None, None),
        ([Step("an", A, *LEADS), Step("binh", B, *LEADS)], Why.CONFLICT, Why.CONFLICT),
        ([Step("an", A, *LEADS), Step("binh", B, *LEADS), Step("an", B, *LEADS)], None, None),
        ([Step("an", A, *LEADS), Step("binh", B, *LEADS), Step("binh", U)], None, Why.DOUBT),
        ([Step("an", A, *LEADS), Step("an", U)], Why.DOUBT, Why.DOUBT),
        ([Step("an", D, "task 3", WHOLE)], None, Why.DOUBT),
    ],
)
def test_a_doubtful_cell_waits_until_both_agree(steps, an, binh):
    """For each of the two the cell is open, settled or in conflict, as the table says."""
    assert stand(DRAFT, steps, "an").open.get(LEADS) == an
    assert stand(DRAFT, steps, "binh").open.get(LEADS) == binh


def test_a_clean_cell_that_one_person_changes_waits_for_the_other():
    """A silent fault found by one is put before the other, who does not see the new words yet."""
    steps = [Step("an", E, *CLEAN, "Tên khác")]
    assert stand(DRAFT, steps, "an").open.get(CLEAN) is None
    assert stand(DRAFT, steps, "binh").open[CLEAN] is Why.TOUCHED
    assert stand(DRAFT, [*steps, Step("binh", A, *CLEAN)], "an").open[CLEAN] is Why.CONFLICT


def test_a_dropped_row_asks_for_nothing_more():
    """Who drops a row need not decide its cells; the other decides whether it goes."""
    steps = [Step("an", D, "task 3", WHOLE)]
    assert ("task 3", "leads") not in stand(DRAFT, steps, "an").open
    assert stand(DRAFT, steps, "binh").open["task 3", WHOLE] is Why.TOUCHED
    both = [*steps, Step("binh", A, "task 3", WHOLE)]
    assert stand(DRAFT, both, "an").open["task 3", WHOLE] is Why.CONFLICT


def test_an_added_row_waits_for_the_other():
    """The row stands in its place for both, and only the other person has to keep or drop it."""
    step = new_row_step(NewRow("task", "1a", "Việc mới", after="task 1", theme="I"), (), by="an")
    rows = rows_of(DRAFT, added=added_rows([step]))
    assert [row.code for row in rows if row.kind == "task"] == ["1", "1a", "2", "3"]
    assert step.key not in stand(DRAFT, [step], "an").open
    assert stand(DRAFT, [step], "binh").open[step.key] is Why.TOUCHED
    gone = [step, Step("binh", E, step.where, "output", "Quyết định"), Step("an", U)]
    assert added_rows(gone) == []
    assert [task.code for task in agreed(DRAFT, gone).tasks] == ["1", "2", "3"]


def test_each_added_row_has_a_key_of_its_own():
    """Two people who add the same row add two, and taking one back frees no key."""
    row = NewRow("task", "4", "Việc 4")
    first = new_row_step(row, (), by="an")
    second = new_row_step(row, [first, Step("an", U)], by="binh")
    assert first.where != second.where


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (Step("an", A, *OUTPUT), "the blank is right"),
        (Step("an", E, *OUTPUT, "  "), "no words"),
        (Step("an", B, "task 1", "title"), "cannot do without"),
        (Step("an", D, *LEADS), "only a whole row"),
        (Step("an", E, "task 1", WHOLE, "x"), "kept or dropped"),
        (Step("an", D, "document", WHOLE), "can be dropped"),
        (Step("an", D, "table 9", WHOLE), "can be dropped"),
        (Step("an", E, *ISSUED, "tháng chín"), "a day is needed"),
        (Step("an", E, "indicator 1@2030", "horizon", "sớm"), "a year is needed"),
        (Step("an", E, "task 1", "theme", "IX"), "no such theme"),
        (Step("an", E, "task 1", "code", "9" * 15), "too long"),
        (Step("an", A, "task 99", "title"), "no such cell"),
        (Step("an", A, "task 1", "colour"), "no such cell"),
    ],
)
def test_a_word_that_says_nothing_is_refused(step, message):
    """Each is refused with the reason, and names the cell."""
    with pytest.raises(Invalid) as refused:
        check_step(step, rows_of(DRAFT), ())
    assert message in refused.value.faults[0].message
    assert refused.value.faults[0].where == step.where


def test_a_new_row_needs_number_words_and_year():
    """All that is missing is named at once."""
    step = new_row_step(NewRow("indicator", " ", ""), (), by="an")
    with pytest.raises(Invalid) as refused:
        check_step(step, rows_of(DRAFT), ())
    assert [fault.field for fault in refused.value.faults] == ["code", "title", "horizon"]


def test_nothing_is_taken_back_that_is_not_there():
    """Undo without a step of one's own, and release of somebody who does not review, are refused."""
    steps = [Step("an", A, *LEADS)]
    for step in (Step("binh", U), Step("binh", Verdict.RELEASE, value="chi")):
        with pytest.raises(Conflict):
            check_step(step, rows_of(DRAFT), steps)


def test_two_people_review_and_no_third():
    """A third person is refused until one of the two is released, whose words then count no longer."""
    steps = [Step("an", A, *LEADS), Step("binh", B, *LEADS)]
    mine = Step("chi", A, *LEADS)
    with pytest.raises(Conflict):
        check_step(mine, rows_of(DRAFT), steps)
    release = Step("chi", Verdict.RELEASE, value="binh")
    check_step(release, rows_of(DRAFT), steps)
    check_step(mine, rows_of(DRAFT), [*steps, release])
    assert list(counting([*steps, release, mine])) == ["an", "chi"]
    assert not stand(DRAFT, [*steps, release, mine], "an").open.get(LEADS)


def test_finish_needs_a_word_on_everything():
    """A person finishes when nothing waits, and the draft is ready when two different ones have."""
    first = agree(DRAFT, "an")
    with pytest.raises(Conflict):
        check_finish(stand(DRAFT, first[:-1], "an"))
    check_finish(stand(DRAFT, first, "an"))
    both = [*first, *agree(DRAFT, "binh", first)]
    for finished in ([], ["an"], ["an", "an"]):
        with pytest.raises(NotAllowed):
            check_ready(DRAFT, both, finished)
    assert check_ready(DRAFT, both, ["an", "binh"]) == ("an", "binh")


def test_a_late_word_of_the_other_takes_the_readiness_back():
    """When one changes a cell after both have finished, the draft is not ready any more."""
    both = [*agree(DRAFT, "an"), *agree(DRAFT, "binh")]
    with pytest.raises(Conflict):
        check_ready(DRAFT, [*both, Step("an", E, *CLEAN, "Tên khác")], ["an", "binh"])


def test_next_goes_down_and_round():
    """The next cell is the one below; from the last it is the first again, and none when all is done."""
    rows = rows_of(DRAFT)
    found = stand(DRAFT, (), "an")
    assert next_open(rows, found) == ISSUED
    assert next_open(rows, found, ("task 1", "title")) == OUTPUT
    assert next_open(rows, found, DOUBTS[-1]) == ISSUED
    assert next_open(rows, stand(DRAFT, agree(DRAFT, "an"), "an")) is None


KEYS = [*DOUBTS, CLEAN, ("task 1", "leads"), ("task 3", WHOLE)]
WORDS = st.tuples(
    st.sampled_from(["an", "binh"]),
    st.sampled_from(KEYS),
    st.sampled_from([A, E, B, D]),
    st.sampled_from([HEALTH, "Tên khác"]),
)


def possible(words):
    """Return the steps among these that the rules take, in order."""
    steps = []
    for person, key, verdict, value in words:
        step = Step(person, verdict, *key, value if verdict is E else "")
        try:
            check_step(step, rows_of(DRAFT), steps)
        except Invalid:
            continue
        steps.append(step)
    return steps


@given(st.lists(WORDS, max_size=12), WORDS)
def test_undo_restores(words, last):
    """Taking back one's last step leaves everything as it was before it, for both people."""
    before = possible(words)
    after = possible([*words, last])
    if len(after) == len(before):
        return
    undone = [*after, Step(after[-1].by, U)]
    assert agreed(DRAFT, undone) == agreed(DRAFT, before)
    for person in ("an", "binh"):
        assert stand(DRAFT, undone, person) == stand(DRAFT, before, person)


@given(st.lists(WORDS, max_size=12), st.randoms())
def test_the_order_between_two_people_does_not_matter(words, chance):
    """However the steps of the two interleave, what waits for each of them is the same."""
    steps = possible(words)
    queues = [[step for step in steps if step.by == person] for person in ("an", "binh")]
    mixed = []
    while any(queues):
        mixed.append(chance.choice([queue for queue in queues if queue]).pop(0))
    for person in ("an", "binh"):
        assert stand(DRAFT, mixed, person) == stand(DRAFT, steps, person)


@given(st.lists(WORDS, max_size=12))
def test_where_nothing_waits_the_later_word_says_the_same(words):
    """When both have settled everything, it does not matter whose words make the version."""
    steps = possible(words)
    for person in ("an", "binh", "an"):
        for key in list(stand(DRAFT, steps, person).open):
            other = stand(DRAFT, steps, person).theirs.get(key)
            if other is not None and other.verdict is not Verdict.ADD:
                steps.append(Step(person, other.verdict, *key, other.value))
            else:
                steps.append(Step(person, fitting(DRAFT, key, steps), *key))
    if any(stand(DRAFT, steps, person).open for person in ("an", "binh")):
        return
    alone = [[step for step in steps if step.by == person] for person in ("an", "binh")]
    backwards = list(chain(*reversed(alone)))
    assert agreed(DRAFT, backwards) == agreed(DRAFT, list(chain(*alone)))

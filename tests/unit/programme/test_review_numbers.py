"""Numbers that reviewers choose: what adoption is told, and what is refused."""

import pytest
from tests.factories import versions as acts

from thuocdo.core.errors import Conflict, Invalid
from thuocdo.programme.amending import difference
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.proposing import propose
from thuocdo.programme.registry import register
from thuocdo.programme.review.numbers import all_numbers, choice_faults, choice_key, may_choose
from thuocdo.programme.review.rules import (
    check_finish,
    check_step,
    chosen_numbers,
    rows_under_review,
    standing,
)
from thuocdo.programme.review.types import Step, Verdict, Why

BEFORE, DRAFT = acts.first_version(), acts.second_draft()


def numbers(chosen, *, partial=False):
    """Return what adoption is told when people chose this."""
    return all_numbers(BEFORE, DRAFT, chosen, partial=partial, register=register())


def choice(by, number, follows=""):
    """Return the step by which a person chooses; without a new number the row ends."""
    return Step(by, Verdict.EDIT if follows else Verdict.BLANK, *choice_key(number), follows)


def why(steps, person):
    """Return what of the choices waits for a person, by number."""
    rows = rows_under_review(DRAFT, steps)
    waiting = standing(rows, steps, person).open
    return {key[0].removeprefix("old "): reason for key, reason in waiting.items()}


def test_nobody_chose_anything():
    """Then the proposal by likeness stands, whoever asks."""
    assert numbers({}) is None


def test_a_choice_leaves_the_other_proposals_as_they_were():
    """Every other row keeps the number that was proposed beside it, also one under another number."""
    told = numbers({"2": ""})
    assert told == {
        "1": "1", "2": "", "3": "4", "4": "", "5": "5",
        "1@2030": "1@2030", "2@2030": "2@2030", "3@2030": "",
    }  # fmt: skip
    shown = difference(BEFORE, DRAFT, renumbered=told, register=register())
    assert [(row.old_number, row.number) for row in shown.tasks.renumbered] == [("3", "4")]
    assert [row.number for row in shown.tasks.added] == ["2", "3"]


def test_a_taken_number_frees_the_row_that_had_it():
    """The row that was proposed for a chosen number finds another one or ends."""
    told = numbers({"4": "3"})
    assert (told["4"], told["2"], told["3"]) == ("3", "", "4")


def test_adoption_does_what_was_chosen():
    """The version has the chosen pairs and no others."""
    version = propose(
        DRAFT,
        slug="cay",
        register=register(),
        before=BEFORE,
        effective_on=acts.SECOND,
        renumbered=numbers({"4": "2", "2": ""}),
    )
    found = {task.code: (task.number, bool(task.replaced_by)) for task in version.tasks}
    assert found["4"] == ("2", False)
    assert found["2"][1]
    assert found["3"] == ("4", False)


def test_an_act_that_amends_named_rows_is_told_the_choices_alone():
    """There the number decides for every other row."""
    assert numbers({"5": ""}, partial=True) == {"5": ""}


@pytest.mark.parametrize(
    ("pair", "standing_choices", "words"),
    [
        (("99", "1"), {}, "the programme has no row 99"),
        (("1", "99"), {}, "the document has no row 99"),
        (("1@2030", "1"), {}, "a row for another year is another row"),
        (("5", "2"), {"4": "2"}, "is said to continue 2 rows; it can continue one"),
        (("5", "1"), {"5": "2"}, None),
        (("5", ""), {"4": "77"}, None),
    ],
)
def test_a_choice_is_checked_against_both_lists(pair, standing_choices, words):
    """Numbers that do not exist and one number for two rows are refused; an older choice is not blamed."""
    faults = choice_faults(BEFORE, DRAFT, standing_choices, pair)
    assert [fault.message for fault in faults] == ([words] if words else [])


def test_numbers_need_words():
    """A whole list can be told apart only where the words of the programme are known."""
    assert may_choose(BEFORE, partial=False)
    assert not may_choose(catalogue("nq03"), partial=False)
    assert may_choose(catalogue("nq03"), partial=True)


def test_a_choice_waits_for_the_other():
    """Who chose has nothing left to do; the other has to say the same or something else."""
    steps = [choice("binh", "2")]
    assert why(steps, "binh") == {}
    assert why(steps, "chi") == {"2": Why.TOUCHED}
    assert why([*steps, choice("chi", "2")], "chi") == {}
    differing = [*steps, choice("chi", "2", "3")]
    assert why(differing, "binh") == why(differing, "chi") == {"2": Why.CONFLICT}


def test_the_later_word_stands_and_undo_takes_it_back():
    """What the page shows follows the last word that counts."""
    steps = [choice("binh", "2"), choice("chi", "2", "3")]
    assert chosen_numbers(steps) == {"2": "3"}
    assert chosen_numbers([*steps, Step("chi", Verdict.UNDO)]) == {"2": ""}
    assert chosen_numbers([*steps, Step("x", Verdict.RELEASE, value="chi")]) == {"2": ""}


def test_a_choice_can_only_name_a_number_or_an_end():
    """It is never accepted as read, because nothing was read."""
    steps = [choice("binh", "2")]
    rows = rows_under_review(DRAFT, steps)
    for verdict in (Verdict.ACCEPT, Verdict.DROP):
        with pytest.raises(Invalid):
            check_step(Step("chi", verdict, *choice_key("2")), rows, steps)
    with pytest.raises(Conflict):
        check_finish(standing(rows, steps, "chi"))

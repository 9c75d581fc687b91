"""Conditions on the level with a lower and an upper bound, and what is said of them and of experts."""

import pytest
from tests.unit.evaluation.scoring.sample import GOOD
from tests.unit.evaluation.scoring.test_engine import FULL, scored

from thuocdo.evaluation.scoring.explaining import explain
from thuocdo.evaluation.scoring.showing import unit_lines
from thuocdo.evaluation.scoring.words import reason_words

ON_LATE = GOOD.replace("    pillar: B\n    at_least: 20\n", "    input: late\n    at_most: 0\n")


@pytest.mark.parametrize(
    ("late", "level", "reasons"),
    [
        ("0", "tot", []),
        ("1", "kha", ["capped_level"]),
        ("", "kha", ["capped_level", "condition_missing"]),
    ],
)
def test_a_count_that_must_be_nought_caps_the_level(late, level, reasons):
    """With at_most: 0 one case caps the level; so does a value that nobody handed in, and that is said."""
    found = explain(scored(FULL.replace(",1,vb", f",{late},vb"), text=ON_LATE), 0)
    assert (found.level, [each.code for each in found.reasons]) == (level, reasons)


def test_a_condition_may_have_both_bounds():
    """Between at_least and at_most it holds, outside it does not; points are compared as they are shown."""
    text = GOOD.replace("    at_least: 20\n", "    at_least: 20\n    at_most: 35.99\n")
    assert explain(scored(FULL, text=text), 0).level == "kha"
    assert explain(scored(FULL, text=text.replace("35.99", "36")), 0).level == "tot"


def test_what_was_not_handed_in_for_a_condition_is_named_by_its_title():
    """The sentence names the input by its title in the language of the reader."""
    found = explain(scored(FULL.replace(",1,vb", ",,vb"), text=ON_LATE), 0)
    assert (
        reason_words(found.reasons[1], "vi") == "Chưa nộp số liệu cho “Số lần trễ” nên điều kiện không thỏa."
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("8;8;8", "Experts gave 8."),
        ("7;8;9", "Experts gave 7 to 9."),
        ("7;8", "2 of the 3 scores that are needed were handed in; it counts as nothing."),
        ("", "No value was handed in for given; it counts as nothing."),
    ],
)
def test_experts_are_told_as_they_scored(given, said):
    """One score of all, a spread, too few scores and none are four different sentences."""
    lines = unit_lines(scored(FULL.replace("8;9;10", given)), 0, "en")
    assert f"      {said}" in lines


@pytest.mark.parametrize(
    ("missing", "code"), [("no_total", "few_scores_no_total"), ("not_applicable", "few_scores_left_out")]
)
def test_too_few_experts_are_worth_what_the_set_says(missing, code):
    """What too few scores lead to follows `missing`, and the sentence says it."""
    text = GOOD.replace("missing: zero", f"missing: {missing}")
    found = explain(scored(FULL.replace("8;9;10", "8;9"), text=text), 0)
    assert found.lines[3].reasons[0].code == code


def test_what_does_not_apply_names_the_input_by_its_title():
    """Where an input of nought leaves a criterion out, a reader sees its title and no code."""
    text = GOOD.replace("not_applicable: {declared: true}", "not_applicable: {when_zero: late}")
    lines = unit_lines(scored(FULL.replace(",1,vb", ",0,vb"), text=text), 0, "vi")
    assert any(each.endswith("Số lần trễ bằng 0.") for each in lines), lines

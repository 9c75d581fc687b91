"""Whether the reader notices its own weakness while a part of its words is hidden from it."""

import pytest
from tests.corpus.calibrated import PARTS, Calibration, read_plan

FORMATS = ("docx", "html", "xlsx", "md")
SEEDS = range(400, 440)
HIDDEN = 0.33
LEAST_STRICT, MOST_ASKING, MOST_ASKING_FORGETFUL = 0.40, 0.10, 0.15


def measured(hidden):
    """Return what forty plans of the opened parts show, each in one format."""
    total = Calibration()
    for seed in SEEDS:
        total.add(read_plan(seed, PARTS[seed % len(PARTS)], FORMATS[seed % len(FORMATS)], hidden))
    return total


@pytest.mark.files
@pytest.mark.slow
def test_wrong_fields_are_doubted_where_words_are_hidden():
    """With a third of its words hidden many wrong fields bear a remark of their own, and few cells ask."""
    found = measured(HIDDEN)
    assert found.faults
    assert found.strict >= LEAST_STRICT
    assert found.asking <= MOST_ASKING_FORGETFUL


@pytest.mark.files
@pytest.mark.slow
def test_few_cells_of_ordinary_plans_ask():
    """With all its words the reader asks about less than one cell in ten."""
    assert measured(0).asking <= MOST_ASKING

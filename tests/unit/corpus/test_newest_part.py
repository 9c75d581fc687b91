"""What only the ranked parts of the corpus have: words by their use, and times and leads told elsewhere."""

import re
from collections import Counter

import pytest
from tests.corpus.chance import Dice, Pool
from tests.corpus.model import UNSCORED, Line
from tests.corpus.perfect import one
from tests.corpus.programmes import make
from tests.corpus.render import render

PLANS = [make(seed, "thirteenth") for seed in range(200)]


def having(flag):
    """Return the plans that have an irregularity."""
    return [plan for plan in PLANS if flag in plan.notes]


def timed(plan):
    """Return the words and the meaning of every deadline that ends on a day."""
    return [(str(one(task.deadline_text)), task.deadline) for task in plan.truth.tasks if task.deadline.due]


def test_the_most_usual_words_are_drawn_most_often():
    """The first of several words comes more often than the last, and the part's own as often as it says."""
    pool = Pool(shared=["a", "b"], dev=["d", "e"], usual=["c"], twelfth=["x", "y"], share=0.25)
    dice = Dice(1, "twelfth")
    drawn = Counter(dice.one(pool) for _ in range(4000))
    assert drawn["a"] > drawn["b"] > drawn["c"] > drawn["y"]
    assert 0.2 < (drawn["x"] + drawn["y"]) / 4000 < 0.3
    assert sorted(dice.some(pool, 9)) == ["a", "b", "c", "x", "y"]
    assert {Dice(seed, "dev").one(pool) for seed in range(60)} == {"a", "b", "d", "e"}


def test_the_year_of_a_title_is_the_year_of_the_deadlines():
    """Where a yearly plan names its year in the title alone, no cell has it and every day is in it."""
    found = having("titled")
    for plan in found:
        title = str(one(plan.truth.document["title"]))
        year = re.findall(r"20\d\d", title)[-1]
        assert {time.due[:4] for _, time in timed(plan)} == {year}
        assert not [words for words, _ in timed(plan) if re.search(r"20\d\d", words)]
    assert found


def test_a_note_tells_which_month_the_fiscal_years_end_with():
    """Where a sentence beside the table explains the fiscal years, a whole one ends as it says."""
    found = having("fiscal_noted")
    ends = {"March": "03-31", "June": "06-30", "September": "09-30"}
    for plan in found:
        lines = [" ".join(part.text.split()) for part in plan.parts if isinstance(part, Line)]
        note = next(line for line in lines if re.search("(?i)financial.years?", line))
        last = ends[re.findall("March|June|September", note)[-1]]
        whole = [
            time.due[5:]
            for words, time in timed(plan)
            if re.fullmatch(r"\D*20\d\d[/-]\d\d", words) and not re.search("[QH]", words)
        ]
        assert set(whole) <= {last}
    assert found


@pytest.mark.parametrize("flag", ["titled", "fiscal_noted"])
def test_a_table_alone_does_not_tell_what_its_times_mean(flag):
    """Where a format prints neither title nor note, the times that they explain are not scored."""
    plan = having(flag)[0]
    assert {task.deadline for task in render(plan, "csv").truth.tasks} == {UNSCORED}
    assert [task.deadline.due for task in render(plan, "md").truth.tasks if task.deadline is not UNSCORED]


def test_the_title_of_a_group_names_the_lead_of_its_tasks():
    """Where groups stand under the body that leads them, no column repeats it and no theme is scored."""
    found = having("grouped")
    for plan in found:
        assert "leads" not in plan.truth.columns
        assert plan.truth.themes == []
        led = {task.leads for task in plan.truth.tasks if not task.optional}
        said = " ".join(str(one(title)) for title in plan.truth.loose)
        assert all(len(leads) == 1 and leads[0] in said for leads in led)
        assert all(task.theme is UNSCORED for task in plan.truth.tasks)
        assert not [task for task in plan.truth.tasks if set(task.leads) & set(task.coordinators)]
    assert found


@pytest.mark.parametrize("flag", ["titled", "fiscal_noted", "grouped"])
def test_what_only_the_newest_part_has_is_met_now_and_then(flag):
    """Each of its own irregularities stands in one plan of fifty at least, and in one of eight at most."""
    assert len(PLANS) / 50 <= len(having(flag)) <= len(PLANS) / 8

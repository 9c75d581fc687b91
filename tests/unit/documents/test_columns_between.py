"""What the columns of a table say about each other, whatever their headings; our own words."""

import pytest
from tests.factories.columns import DAYS, WORK

from thuocdo.documents.reading.columns import assign
from thuocdo.documents.reading.sectiontimes import time_at_end

BODIES = (
    "Harbour Authority",
    "Coast Guard Service",
    "Power Board",
    "Survey Department",
    "Fisheries Division",
)
EARLIER = ("1 March 2026", "2 March 2026", "8 March 2026", "9 April 2026", "1 May 2026")
PRODUCTS = ("Report published", "Map issued", "Plan adopted", "Contract signed", "Manual issued")


def known(text):
    """Stand for a directory that knows nobody."""
    return not text


def roles(heads, *columns):
    """Return what the columns of five numbered rows hold."""
    samples = [["1", "2", "3", "4", "5"], *map(list, columns)]
    found = assign([(head,) for head in heads], samples, known)
    return found.roles if found else None


def test_sentences_are_the_work_whatever_programme_their_heading_names():
    """A heading that speaks of a programme may stand over the tasks, where nothing else can be these."""
    heads = ("No.", "Tasks under Resolution 7", "Products", "Lead agency", "Deadline")
    assert roles(heads, WORK, PRODUCTS, BODIES, DAYS)[1:] == ("title", "output", "leads", "deadline")


def test_of_two_columns_of_days_the_later_one_is_the_deadline():
    """The day on which a task was given lies before its deadline in each row."""
    heads = ("No.", "Task", "Date assigned", "Lead agency", "Date of completion (target)")
    assert roles(heads, WORK, EARLIER, BODIES, DAYS)[1:] == ("title", "other", "leads", "deadline")
    turned = ("No.", "Task", "Due date", "Lead agency", "Date assigned")
    assert roles(turned, WORK, DAYS, BODIES, EARLIER)[1:] == ("title", "deadline", "leads", "other")


def test_what_was_issued_on_days_before_the_deadline_stays_the_result():
    """Documents of a status report bear days, each before its deadline; they are no column of times."""
    heads = ("No.", "Task", "Lead agency", "Output", "Deadline", "Status", "Results achieved")
    issued = tuple(f"Decision No. {number}/QD-HB of {day}" for number, day in enumerate(EARLIER, start=3))
    found = roles(heads, WORK, BODIES, PRODUCTS, DAYS, ("Done",) * 5, issued)
    assert found[1:] == ("title", "leads", "output", "deadline", "status", "result")


def test_texts_that_stand_in_one_stretch_each_are_themes():
    """A column without a known heading whose texts each cover rows below each other names themes."""
    themes = ("Safe harbours for all",) * 2 + ("Light and power",) * 3
    heads = ("No.", "Plan strip", "Task", "Lead agency", "Deadline")
    assert roles(heads, themes, WORK, BODIES, DAYS)[1] == "theme"
    scattered = ("Safe harbours for all", "Light and power") * 2 + ("Safe harbours for all",)
    assert roles(heads, scattered, WORK, BODIES, DAYS)[1] != "theme"


def test_products_are_no_results_reported():
    """What is headed “Output/Evidence” and names products is the output."""
    heads = ("No.", "Task", "Lead agency", "Output/evidence", "Deadline")
    assert roles(heads, WORK, BODIES, PRODUCTS, DAYS)[3] == "output"


def test_acts_that_order_the_work_are_nothing_that_it_serves():
    """A letter that gives a task is its ground; a numbered goal of another plan is what it serves."""
    heads = ("No.", "Task", "Lead agency", "Legal basis", "Deadline")
    letters = (
        "Letter 12/HB-2026",
        "Letter 12/HB-2026",
        "Letter 15/HB-2026",
        "Letter 9/HB-2026",
        "Letter 8/HB-2026",
    )
    goals = ("Goal 12", "Goal 3", "Goal 7", "Goal 9", "Goal 3")
    assert roles(heads, WORK, BODIES, letters, DAYS)[3] == "other"
    assert roles(heads, WORK, BODIES, goals, DAYS)[3] == "serves"


def test_action_by_bodies_is_who_leads():
    """Of two headings that speak of action the one over bodies names who leads."""
    assert roles(("No.", "Action by", "Key actions", "Deadline"), BODIES, WORK, DAYS)[1:3] == (
        "leads",
        "title",
    )


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("Nhiệm vụ của bến cảng trong tháng 3/2027", "thang 3/2027"),
        ("II. Work of the harbour, Q2 2027", "q2 2027"),
        ("Repairs of the pier", ""),
        ("From March 2027 to May 2028", ""),
        ("Programme 2027 of the harbour", ""),
    ],
)
def test_a_title_ends_with_the_time_of_its_tasks(title, time):
    """A month or a quarter at the end of a title is the time of what stands below; a year is not."""
    assert time_at_end(title) == time

"""Labels in brackets: around a part, before its words or behind them; our own words."""

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.bracketed import bracketed_label, labels_behind, without_groups

TASKS = [
    ("Set the buoys", "Harbour Desk", "Pilot Guild", "Buoys afloat", "Q3 2027"),
    ("Light the mole", "Light Crew", "Pilot Guild", "Nine lamps", "May 2027"),
    ("Print the tides", "Harbour Desk", "Net Menders", "A tide table", "Ongoing"),
    ("Sell old ropes", "Rope Store", "Net Menders", "Ropes sold", "Q1 2028"),
]
FORMS = [
    "{n}. {0} (Lead: {1}; Support: {2}; Output: {3}; Deadline: {4})",
    "{n}. {0} [Lead: {1}] [Support: {2}] [Output: {3}] [Deadline: {4}]",
    "{n}. {0}\n   (Lead: {1}) (Support: {2}) (Output: {3}) (Deadline: {4})",
    "{n}. {0}\n   [Lead] {1}\n   [Support] {2}\n   [Output] {3}\n   [Deadline] {4}",
    "{n}. {0}\n   {1} (lead)\n   {2} (support)\n   {3} (output)\n   {4} (deadline)",
    "{n}. {0}\n{1} [lead]\n{2} [support]\n{3} [output]\n{4} [deadline]",
    "- {0}\n  (Lead: {1} | Support: {2} | Output: {3} | Deadline: {4})",
]


@pytest.mark.parametrize("form", FORMS)
def test_labels_in_brackets_say_what_each_part_is(form):
    """However brackets set off the labels, each task has its lead, its helper, its output and its time."""
    lines = ["HARBOUR ACTION PLAN 2027", "", "The members agreed on these actions in the winter.", ""]
    for number, cells in enumerate(TASKS, start=1):
        lines += [form.format(*cells, n=number), ""]
    draft = read_bytes("\n".join(lines).encode(), filename="plan.txt")
    read = [
        (task.title, *task.leads, *task.coordinators, task.output, task.deadline_text) for task in draft.tasks
    ]
    assert read == TASKS


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[Lead: A] [By: May]", "|Lead: A  |By: May "),
        ("Pump (Lead: A)", "Pump (Lead: A)"),
        ("a (b) c (d)", "a (b) c (d)"),
    ],
)
def test_several_brackets_with_labels_become_strokes(text, plain):
    """One pair of brackets, or brackets without a label, stay as they are."""
    assert without_groups(text) == plain


@pytest.mark.parametrize(
    ("text", "label"),
    [("[Lead] The Desk", ("Lead", "The Desk")), ("(a) The Desk", None), ("The Desk [lead]", None)],
)
def test_a_label_in_brackets_before_its_words(text, label):
    """A letter in brackets counts a row and is no label."""
    assert bracketed_label(text) == label


def test_names_that_bear_their_part_are_no_labelled_lines():
    """“A (lead)” alone may be the cell of a table; beside times that bear theirs it is a line of its own."""
    names = [f"{cells[1]} (lead)" for cells in TASKS]
    times = [f"{cells[4]} (deadline)" for cells in TASKS]
    assert labels_behind(names)(names[0]) is None
    assert labels_behind([*names, *times])(names[0]) == ("lead", "Harbour Desk")

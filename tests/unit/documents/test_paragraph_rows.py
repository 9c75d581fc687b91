"""Rows whose cells are paragraphs: numbers, borders, gaps, the end of the table."""

import pytest

from thuocdo.documents.files import read_bytes

START = "Chính phủ giao các bộ, ngành thực hiện các nhiệm vụ trong năm.\n\n"
HEADING = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian"]
BLANK = "\u00a0"


def read(*cells):
    """Return the draft of a document whose task table has these paragraphs."""
    return read_bytes((START + "\n\n".join([*HEADING, *cells]) + "\n").encode(), filename="a.txt")


def row(number, **cells):
    """Return the six paragraphs of a plain row."""
    plain = {"title": "Việc", "lead": "Bộ Y tế", "with": BLANK, "output": "Báo cáo", "time": "2025"} | cells
    return [number, *plain.values()]


def test_number_inside_a_cell_is_no_row():
    """A cell that holds the next row's number starts no row."""
    draft = read(*row("1.", output="2"), *row("2."))
    assert [(task.code, task.output) for task in draft.tasks] == [("1", "2"), ("2", "Báo cáo")]


def test_long_title_with_numbers_is_one_row():
    """Paragraphs of a title, also a bare number, stay in the row."""
    draft = read("1.", "Việc gồm", "- một", "- hai", "2", "Bộ Y tế", BLANK, "Báo cáo", "2025", *row("2."))
    assert [task.code for task in draft.tasks] == ["1", "2"]
    assert draft.tasks[0].title == "Việc gồm\n- một\n- hai\n2"


def test_letters_are_sub_rows():
    """Sub-rows a), b) of row 2 are 2.a and 2.b."""
    draft = read(*row("1."), *row("2."), *row("a)"), *row("b)"), *row("3."))
    assert [task.code for task in draft.tasks] == ["1", "2", "2.a", "2.b", "3"]


def test_gap_in_the_numbers_is_a_remark():
    """A number that is left out is said, the rows behind it are still read."""
    draft = read(*row("1."), *row("3."), *row("4."))
    assert [task.code for task in draft.tasks] == ["1", "3", "4"]
    assert [note.where for note in draft.remarks if note.code == "number_skipped"] == ["task 3"]


def test_two_rows_run_together_are_unclear():
    """Where a number is lost, the row that swallowed the next one says that its cells do not fit."""
    draft = read(*row("1."), *row("2."), *row("3.")[1:], *row("4."))
    assert "cells_unclear" in {note.code for note in draft.remarks if note.where == "task 2"}
    assert draft.tasks[1].confidence <= 0.5


def test_last_row_ends_before_what_follows():
    """Signatures and other text below the table are no part of the last row."""
    draft = read(*row("1."), *row("2.", time="6/2026"), BLANK, "TM. CHÍNH PHỦ", "Người ký")
    assert draft.tasks[-1].deadline_text == "6/2026"
    assert draft.tasks[-1].output == "Báo cáo"


def test_repeated_heading_goes_on():
    """A heading repeated on a new page is no row and does not restart the numbers."""
    draft = read(*row("1."), *HEADING, *row("2."))
    assert [task.code for task in draft.tasks] == ["1", "2"]


def test_column_numbers_are_no_row():
    """A row that numbers the columns is no task."""
    draft = read("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", *row("1."))
    assert [task.title for task in draft.tasks] == ["Việc"]


def test_row_with_missing_cells_says_so():
    """A row with fewer cells than columns is read by what fits, with low confidence."""
    draft = read(*row("1."), *row("2."), "3.", "Việc cuối", "Bộ Công an", "2026")
    last = draft.tasks[-1]
    assert (last.title, last.leads, last.deadline.due.year) == ("Việc cuối", ("Bộ Công an",), 2026)
    assert last.confidence <= 0.5
    assert "cells_missing" in {note.code for note in draft.remarks if note.where == "task 3"}


@pytest.mark.parametrize(
    ("paragraphs", "leads", "coordinators", "doubtful"),
    [
        (["Bộ Y tế", "Bộ Công an", BLANK], ("Bộ Y tế", "Bộ Công an"), (), False),
        (["Bộ Y tế,", "Bộ Công an", BLANK], ("Bộ Y tế", "Bộ Công an"), (), False),
        (["Bộ Y tế", "Bộ Công an", "Các bộ, ngành"], ("Bộ Y tế", "Bộ Công an"), ("Các bộ, ngành",), True),
    ],
)
def test_border_between_lead_and_coordinating(paragraphs, leads, coordinators, doubtful):
    """An empty paragraph marks the border; where nothing marks it the reading is doubtful."""
    draft = read("1.", "Việc", *paragraphs, "Báo cáo", "2025", *row("2.", lead="Bộ Nội vụ"))
    first = draft.tasks[0]
    assert (first.leads, first.coordinators) == (leads, coordinators)
    assert ("border_doubtful" in {note.code for note in draft.remarks}) is doubtful


def test_clear_rows_decide_a_doubtful_border():
    """Where two borders fit equally the one whose cells stand so in other rows is taken."""
    doubtful = ["1.", "Việc", "Bộ Y tế", "Bộ Công an", "Bộ Nội vụ", "Báo cáo", "2025"]
    alone = [*row("2.", lead="Bộ Y tế"), *row("3.", lead="Bộ Y tế")]
    pair = ["2.", "Việc", "Bộ Y tế", "Bộ Công an", BLANK, "Báo cáo", "2025"]
    assert read(*doubtful, *alone).tasks[0].leads == ("Bộ Y tế",)
    assert read(*doubtful, *pair, *row("3.")).tasks[0].leads == ("Bộ Y tế", "Bộ Công an")

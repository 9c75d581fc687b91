"""The reader notices its own weakness: each doubtful field bears a remark of its own, sure ones none."""

import pytest

from thuocdo.core.country import names
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import directory
from thuocdo.programme.review.cells import rows_of

HEAD = "| No. | Task | Lead agency | Support | Output | Deadline |\n|---|---|---|---|---|---|\n"
TITLE = "# Action plan on river care in 2031\n\n"


def remarks(rows, head=HEAD):
    """Return (where, field, code) of every remark on a plan with these rows."""
    draft = read_bytes(f"{TITLE}{head}{rows}".encode(), filename="plan.md")
    return {(note.where, note.field, note.code) for note in draft.remarks}


def rows(count=6, **cells):
    """Return rows of tasks; a cell named `output_3` replaces that of the third row."""
    usual = {
        "title": "Clean the banks of river {n} and count its fish",
        "lead": "Bộ Y tế",
        "help": "Bộ Công an",
        "output": "Report",
        "time": "30/6/2031",
    }
    lines = []
    for number in range(1, count + 1):
        found = [cells.get(f"{name}_{number}", text).format(n=number) for name, text in usual.items()]
        lines.append(f"| {number} | " + " | ".join(found) + " |\n")
    return "".join(lines)


def test_a_plain_plan_bears_no_new_remark():
    """Rows that are alike, with known bodies, days and outputs, ask nothing of anybody."""
    assert not {note for note in remarks(rows()) if note[0].startswith("task")}


@pytest.mark.parametrize(
    ("cell", "words", "expected"),
    [
        ("output", "30/9/2031", ("task 3", "output", "cell_of_other_kind")),
        ("title", "Sở Tư pháp", ("task 3", "title", "cell_of_other_kind")),
        ("output", "Report. Deadline: May 2031", ("task 3", "output", "label_inside")),
        ("title", "Clean " + "all banks of the river " * 20, ("task 3", "title", "cell_long")),
    ],
)
def test_a_cell_unlike_its_column_is_remarked(cell, words, expected):
    """A time, a body, another field's label or very many words within a cell are doubtful there."""
    assert expected in remarks(rows(**{f"{cell}_3": words}))


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Sở Công Thương, Truyền hình ngọc trai", True),
        ("Vụ Ngọc trai; Phòng Tơ lụa", False),
        ("Phòng Ngọc trai. Sản phẩm: Báo cáo", True),
        ("HM Prison and Pearl Service", True),
        ("Department of Pearls and Department of Silk", False),
        ("Pearl Boards Department of Silk", True),
        ("Bộ Y tế, Bộ Công an", False),
    ],
)
def test_where_a_name_ends_is_unsure_only_where_marks_leave_it_open(text, unsure):
    """A comma or “and” before what looks like no body, or a label inside, makes the names unsure."""
    codes = {doubt.code for doubt in directory(names()).read(text).doubts}
    assert ("names_unsure" in codes) is unsure


def test_an_unknown_body_is_asked_about_once():
    """A body that nobody knows has one remark, where it first stands; each row that names it is less sure."""
    text = rows(lead_2="Hội Ngọc trai", lead_4="Hội Ngọc trai", help_5="Hội Ngọc trai")
    found = {note for note in remarks(text) if note[2] == "unknown_agency"}
    assert found == {("task 2", "leads", "unknown_agency")}
    draft = read_bytes(f"{TITLE}{HEAD}{text}".encode(), filename="plan.md")
    assert [task.confidence for task in draft.tasks] == [1.0, 0.6, 1.0, 0.6, 0.6, 1.0]
    doubtful = {
        cell.key for row in rows_of(draft) for cell in row.cells if row.kind == "task" and cell.doubts
    }
    assert doubtful == {("task 2", "leads")}


def test_what_a_whole_column_asks_is_asked_once():
    """Rows that were all counted for want of numbers have one remark together."""
    head = "| Task | Lead agency | Output | Deadline |\n|---|---|---|---|\n"
    body = "".join(f"| Clean river {letter} | Bộ Y tế | Report | 30/6/2031 |\n" for letter in "ABCDEF")
    found = {note for note in remarks(body, head) if note[1] == "code"}
    assert found == {("document", "code", "codes_counted")}


def test_a_column_left_out_is_named_where_a_field_has_none():
    """Words that each stand above blank cells may head sections: one remark of the document names them."""
    head = "| Urgency | Code | Intervention | Lead agency | Deliverable | Completion date |\n"
    areas = ["River banks", "", "", "Lake shores", "", ""]
    body = "".join(
        f"| {area} | R{n} | Clean the banks of river {n} | Bộ Y tế | Report | May 2031 |\n"
        for n, area in enumerate(areas, 1)
    )
    assert ("document", "theme", "column_left_out") in remarks(body, f"{head}|---|---|---|---|---|---|\n")


def test_rows_that_are_all_taken_for_aims_are_remarked():
    """Where no task was read though a table was, one remark asks whether its rows are tasks."""
    head = "| No. | Indicator | Unit | Target 2031 |\n|---|---|---|---|\n"
    body = "".join(f"| {n} | Clean rivers of kind {n} | % | ≥ {n}0 |\n" for n in range(1, 5))
    assert ("document", None, "no_tasks") in remarks(body, head)

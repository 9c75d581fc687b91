"""“Kết quả” in a plan is what is to come out of the work; in a report it is what was done."""

import pytest

from thuocdo.documents.files import read_bytes

PLANNED = ("60 thúng câu", "12 bến sạch", "5 tổ đội ra khơi", "300 hộ có nước")
REPORTED = ("Đã mua 60 thúng", "Đang dọn 12 bến", "Chưa thực hiện", "Đã có 300 hộ")


def read(heads, rows):
    """Return the draft of a table in Markdown."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows)]
    return read_bytes("\n".join(["# Kế hoạch nghề cá năm 2027", "", *lines]).encode(), filename="ke-hoach.md")


def rows_of(results, *more):
    """Return four rows with these results and the cells of further columns."""
    work = ("Mua thúng câu", "Dọn bến cá", "Lập tổ đội", "Kéo nước sạch")
    return [
        [str(number), title, "Sở Tài chính", result, f"Quý {'I' * min(number, 3)}/2027", *more]
        for number, (title, result) in enumerate(zip(work, results, strict=True), start=1)
    ]


HEADS = ["TT", "Nhiệm vụ", "Chủ trì", "Kết quả", "Thời hạn"]


def test_results_of_a_plan_are_outputs_and_this_is_said():
    """Where no column says how far the work is and no cell reports, results are what is to come."""
    draft = read(HEADS, rows_of(PLANNED))
    assert [task.output for task in draft.tasks] == list(PLANNED)
    assert [note.field for note in draft.remarks if note.code == "column_by_cells"] == ["output"]


@pytest.mark.parametrize(
    ("heads", "results", "more"),
    [(HEADS, REPORTED, ()), ([*HEADS, "Tình trạng"], PLANNED, ("Đang làm",))],
)
def test_results_of_a_report_stay_results(heads, results, more):
    """Cells that tell what was done, or a column of status, make it a report."""
    draft = read(heads, rows_of(results, *more))
    assert [task.result_text for task in draft.tasks] == list(results)
    assert {task.output for task in draft.tasks} == {None}


def test_labelled_results_of_a_plan_are_outputs():
    """The same for labelled lines below each task."""
    lines = [
        "# Kế hoạch nghề cá năm 2027",
        "Ủy ban nhân dân xã ban hành kế hoạch giữ nghề cá và bến cá của xã.",
    ]
    for cells in rows_of(PLANNED):
        number, title, lead, result, time = cells
        lines += [
            f"### {number}. {title}",
            f"- **Chủ trì:** {lead}",
            f"- **Kết quả:** {result}",
            f"- **Thời hạn:** {time}",
        ]
    draft = read_bytes("\n\n".join(lines).encode(), filename="ke-hoach.md")
    assert [task.output for task in draft.tasks] == list(PLANNED)

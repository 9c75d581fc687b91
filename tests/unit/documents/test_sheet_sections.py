"""Sections of registers that stand above a heading, and columns that several heads call tasks."""

import pytest
from tests.factories import sheets

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.columns import assign
from thuocdo.documents.reading.headings import is_number_head
from thuocdo.documents.reading.labels import next_label

HEAD = sheets.TASK_HEAD
WORK = ["Nạo vét luồng vào cảng phía bắc", "Sơn lại cầu cảng số hai", "Khảo sát bãi đá ngoài khơi"]


def rows(first):
    """Return rows of tasks that are numbered from here on."""
    return [
        [str(number), f"{task} đợt {first}", "Bộ Y tế", "Bộ Công an", "Báo cáo", "6/2031"]
        for number, task in enumerate(WORK, first)
    ]


def themes(lines):
    """Return the themes of a register with the numbers of their tasks."""
    draft = read_bytes(sheets.csv_bytes(lines), filename="a.csv")
    return [
        (theme.code, theme.title, [task.code for task in draft.tasks if task.theme == theme.code])
        for theme in draft.themes
    ]


def section(words):
    """Return a row of one cell."""
    return [words, *[""] * (len(HEAD) - 1)]


@pytest.mark.parametrize("note", [[], [section("Các việc dưới đây nối tiếp những năm trước.")]])
def test_a_label_above_a_repeated_heading_heads_a_section(note):
    """Where people repeat the heading below the title of a section, the title stands above it."""
    lines = [HEAD, section("1. Luồng lạch và cầu cảng"), *rows(1), section("2. Khảo sát ngoài khơi"), *note]
    assert themes([*lines, HEAD, *rows(4)]) == [
        ("1", "Luồng lạch và cầu cảng", ["1", "2", "3"]),
        ("2", "Khảo sát ngoài khơi", ["4", "5", "6"]),
    ]


@pytest.mark.parametrize(("first", "second", "found"), [("A", "B", 2), ("I", "II", 2), ("A", "D", 1)])
def test_a_label_above_the_heading_is_the_first_of_those_below(first, second, found):
    """The title above the heading is a section where the next label stands in the table; else it is none."""
    lines = [section(f"{first}. Luồng lạch"), HEAD, *rows(1), section(f"{second}. Khảo sát"), *rows(4)]
    assert len(themes(lines)) == found


@pytest.mark.parametrize(
    ("code", "following"),
    [("2", "3"), ("III", "IV"), ("B", "C"), ("Z", ""), ("Pillar 1", "")],
)
def test_labels_follow_each_other(code, following):
    """Figures, Roman numerals and capitals count; other labels are not made up."""
    assert next_label(code) == following


def test_a_head_for_numbers_with_a_gloss_in_brackets():
    """“TT (nhiệm vụ)” numbers the tasks; brackets about something else do not."""
    assert is_number_head("TT (nhiệm vụ)")
    assert is_number_head("No. (task)") == is_number_head("No. task")
    assert not is_number_head("TT (kinh phí của tỉnh)")


@pytest.mark.parametrize("labels", [["1", "2", "3", "4", "5"], [""] * 5])
def test_the_column_of_sentences_holds_the_tasks(labels):
    """Two heads speak of tasks: figures or blanks below one of them are none."""
    heads = [("Task reference table",), ("Task to be carried out",), ("Lead agency",), ("Deadline",)]
    sentences = [f"{task} và báo cáo kết quả {place}" for place, task in enumerate([*WORK, *WORK[:2]])]
    columns = assign(
        heads, [labels, sentences, ["Bộ Y tế"] * 5, ["6/2031"] * 5], lambda text: text == "Bộ Y tế"
    )
    assert columns.roles[1] == "title"


@pytest.mark.parametrize(
    ("fields", "grouped"),
    [
        (("Cảng", "Cảng", "Cảng", "Bãi", "Bãi", "Bãi", "Cầu", "Cầu", "Bãi", "Cảng"), True),
        (("Cảng", "Bãi") * 5, False),
    ],
)
def test_a_list_in_another_order_comes_back_to_its_themes(fields, grouped):
    """A list may come back to a theme now and then; words that change in each row group nothing."""
    head = [*HEAD, "Lĩnh vực"]
    lines = [
        [*row, field] for row, field in zip([*rows(1), *rows(4), *rows(7), *rows(10)], fields, strict=False)
    ]
    draft = read_bytes(sheets.csv_bytes([head, *lines]), filename="a.csv")
    titles = {theme.code: theme.title for theme in draft.themes}
    assert [titles.get(task.theme) for task in draft.tasks] == (
        list(fields) if grouped else [None] * len(fields)
    )

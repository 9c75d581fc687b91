"""Tasks that no table holds: a paragraph each, and below it a line for each column."""

import pytest

from thuocdo.documents.files import read_bytes


def read(*lines: str, suffix: str = "md"):
    """Return the draft of a document with these paragraphs."""
    text = "\n\n".join(("# Action plan 2026 of the Ministry of Health", *lines))
    return read_bytes(text.encode(), filename=f"plan.{suffix}")


RECORDS = (
    "I. Institutions",
    "1. Build the register",
    "Lead agency: Ministry of Finance",
    "Deadline: Q4 2026",
    "2. Publish the plan",
    "Lead agency: Ministry of Health; Ministry of Justice",
    "Partners: Ministry of Finance",
    "II. Services",
    "3. Train the officers",
    "Lead agency: Ministry of Justice",
    "Deadline: June 2027",
    "4. Report every year",
    "Lead agency: Ministry of Health",
    "Deadline: Annually",
)


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_labelled_lines_are_the_cells_of_the_paragraph_above(suffix):
    """Each numbered paragraph is a task, what its line does not say stays blank."""
    draft = read(*RECORDS, suffix=suffix)
    assert [(task.code, task.title, task.deadline_text, task.theme) for task in draft.tasks] == [
        ("1", "Build the register", "Q4 2026", "I"),
        ("2", "Publish the plan", None, "I"),
        ("3", "Train the officers", "June 2027", "II"),
        ("4", "Report every year", "Annually", "II"),
    ]
    assert [len(task.leads) for task in draft.tasks] == [1, 2, 1, 1]
    assert [len(task.coordinators) for task in draft.tasks] == [0, 1, 0, 0]


def test_labels_stand_behind_bullets_and_letters_too():
    """“- Cơ quan chủ trì: …” and “a) Thời hạn: …” are labelled lines."""
    lines = []
    for number in range(1, 5):
        lines += [
            f"{number}. Xây dựng cơ sở dữ liệu số {number} của các địa phương",
            "- Cơ quan chủ trì: Bộ Tài chính",
            f"- Thời gian hoàn thành: Quý {'I' * min(number, 3)}/2027",
        ]
    draft = read("Thực hiện Nghị quyết về phát triển khoa học, công nghệ và chuyển đổi số của các bộ", *lines)
    assert [task.leads for task in draft.tasks] == [("Bộ Tài chính",)] * 4
    assert all(task.deadline.due for task in draft.tasks)


def test_a_list_below_a_label_is_its_cell():
    """What stands below a label without words of its own belongs to it."""
    lines = list(RECORDS)
    place = lines.index("Lead agency: Ministry of Health; Ministry of Justice")
    lines[place : place + 1] = ["Lead agency:", "- Ministry of Health", "- Ministry of Justice"]
    assert [len(task.leads) for task in read(*lines).tasks] == [1, 2, 1, 1]


def test_codes_of_two_parts_are_codes():
    """“II.1. …” is the number of a task, not a part of its title."""
    lines = [line.replace("1. ", "I.1. ").replace("3. ", "II.1. ") for line in RECORDS]
    assert [task.code for task in read(*lines).tasks] == ["I.1", "2", "II.1", "4"]


def test_words_with_a_colon_are_no_rows():
    """Labels that say nothing of a column, or come once, leave the paragraphs as they are."""
    rows = (
        "| No. | Action | Lead | Deadline |\n|---|---|---|---|\n| 1 | Build it | Ministry of Health | 2026 |"
    )
    notes = [f"Note {number}: the figures are those of the office." for number in range(5)]
    assert [task.title for task in read("Lead agency: Ministry of Health", *notes, rows).tasks] == [
        "Build it"
    ]


def test_labels_that_say_nothing_are_columns_beside_those_that_do():
    """Comments below the deadline are no titles of the task that follows."""
    lines = [line for text in RECORDS for line in (text, *(["Comments: new"] if "Lead" in text else []))]
    assert [task.code for task in read(*lines).tasks] == ["1", "2", "3", "4"]


def test_a_number_of_another_form_heads_a_section():
    """Between tasks A1.1, A1.2 … the paragraph “2. Services” is a section."""
    lines = ["1. Institutions", *RECORDS[1:]]
    lines = [
        line.replace("II.", "2.")
        if line.startswith("II.")
        else f"A{line[0]}.1{line[1:]}"
        if line[1:3] == ". "
        else line
        for line in lines
    ]
    draft = read("1. Institutions", *lines[1:])
    assert [theme.title for theme in draft.themes] == ["Institutions", "Services"]
    assert [task.code for task in draft.tasks] == ["A1.1", "A2.1", "A3.1", "A4.1"]

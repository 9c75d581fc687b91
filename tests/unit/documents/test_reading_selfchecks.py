"""What the reader finds out without knowing the words, and where it says that it is not sure."""

from datetime import date

import pytest

from thuocdo.core.country import names
from thuocdo.documents.blocks import Block
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.calendars import Calendar, calendar_of, read_within, year_of_title
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.shares import legend
from thuocdo.documents.reading.targets import read_targets
from thuocdo.documents.reading.together import together

ACTIONS = "| No. | Action | Output | Lead agency | Timeline |\n|---|---|---|---|---|\n"


def read(text: str, name: str = "plan.md"):
    """Return the draft of a document in Markdown."""
    return read_bytes(text.encode(), filename=name)


def codes(draft, where: str) -> set[str]:
    """Return the codes of the remarks on one row."""
    return {note.code for note in draft.remarks if note.where == where}


@pytest.mark.parametrize(
    ("title", "issued", "year"),
    [
        ("Kế hoạch công tác năm 2026", date(2025, 12, 20), 2026),
        ("Annual Work Plan 2026", None, 2026),
        ("Kế hoạch công tác năm 2026", date(2023, 1, 5), None),
        ("Kế hoạch đến năm 2030", date(2029, 1, 5), None),
        ("Programme 2025-2030", None, None),
        ("Thực hiện Nghị quyết ngày 22 tháng 12 năm 2024", None, None),
        (None, None, None),
    ],
)
def test_the_year_of_a_yearly_programme(title, issued, year):
    """The only year of a title is that of the times, unless the programme runs up to it."""
    assert year_of_title(title, issued) == year


def test_a_time_takes_the_year_of_the_title_with_a_remark():
    """A heading's own year goes before that of the title, which is remarked on its own."""
    of_title = calendar_of("Deadline", Calendar(year=2026))
    assert of_title == Calendar(2026, titled=True)
    assert calendar_of("Deadline in 2027", Calendar(year=2026)).year == 2027
    found, doubts = read_within("Quý II", of_title)
    assert found.due == date(2026, 6, 30)
    assert "deadline_year_of_title" in {doubt.code for doubt in doubts}
    assert read_within("December 25", of_title)[0].due == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        ("2025/26", date(2026, 6, 30)),
        ("Q1 2025/26", date(2025, 9, 30)),
        ("H2 of 2025/26", date(2026, 6, 30)),
        ("2025/26 to 2026/27", date(2027, 6, 30)),
    ],
)
def test_years_that_the_document_explains_are_fiscal(printed, due):
    """Where the document says with which month its years begin, two years are one fiscal year."""
    assert read_within(printed, Calendar(first_month=7))[0].due == due


@pytest.mark.parametrize(
    ("printed", "sign", "value", "code"),
    [
        ("Minimum: 28", ">=", "28", None),
        ("More than or equal to 13", ">=", "13", None),
        ("In the region of 50", "=", "50", "approximate"),
        ("Chạm mốc 40", "=", "40", "target_lead_words"),
        ("Level 4", "qualitative", None, "target_words_with_unit"),
    ],
)
def test_words_before_a_figure(printed, sign, value, code):
    """Unknown words before the only figure leave it a figure, and are remarked."""
    (part,), doubts = read_targets(printed, unit="%", english=printed.isascii())
    assert (part.targets[0].comparator, part.targets[0].value) == (sign, value)
    assert code is None or code in {doubt.code for doubt in doubts}


@pytest.mark.parametrize(
    "name",
    [
        "UBND các tỉnh, thành phố liên quan",
        "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh",
        "Báo và Đài Phát thanh, Truyền hình thành phố",
    ],
)
def test_words_that_begin_no_body_end_the_name_before(name):
    """A comma or “và” before words that no body begins with stands within a name."""
    assert directory(names()).read(f"{name}; Bộ Y tế").names == (name, "Bộ Y tế")


def test_a_capital_group_behind_a_comma_is_a_name_of_its_own():
    """“Các bộ, ngành, Các địa phương” are two groups."""
    assert directory(names()).read("Các bộ, ngành, Các địa phương").names == (
        "Các bộ, ngành",
        "Các địa phương",
    )


def test_a_mark_stands_for_the_words_right_before_it():
    """A heading explains a mark by bearing it."""
    assert legend("Cơ quan chủ trì (*) và phối hợp") == {"*": "leads"}


def test_a_printed_code_is_a_word_and_a_number():
    """“Action-07” is a label, “May-26” a time."""
    assert read_label("Action-07") is not None
    assert read_label("May-26") is None


def test_sections_name_who_leads_where_no_column_does():
    """The body of a section leads its tasks, with a remark."""
    draft = read(
        "| No. | Action | Output | Supporting agency | Timeline |\n|---|---|---|---|---|\n"
        "| I | Actions led by Ministry of Health | | | |\n"
        "| 1 | Build a clinic | Report | Ministry of Finance | 2026 |\n"
        "| 2 | Train nurses | Report | No partners | 2027 |\n"
    )
    assert draft.tasks[0].leads_text == "Ministry of Health"
    assert "lead_of_section" in codes(draft, "task 1")
    assert draft.tasks[1].coordinators == ()
    assert "nobody_named" in codes(draft, "task 2")


def test_a_gap_in_the_numbers_is_said_on_both_sides():
    """Rows 2 and 5 with nothing between them may have lost what stood there."""
    rows = "".join(f"| {n} | Build school {n} | Report | Ministry of Health | 2026 |\n" for n in (1, 2, 5, 6))
    draft = read(ACTIONS + rows)
    assert [n for n in ("1", "2", "5", "6") if "rows_missing" in codes(draft, f"task {n}")] == ["2", "5"]


def test_counted_words_in_the_column_of_numbers_head_a_section():
    """Whatever the words are: with a count, beside a title alone, they are no task."""
    draft = read(
        ACTIONS + "| Key Priority Area 1 | Health | | | |\n"
        "| 1 | Build a clinic | Report | Ministry of Health | 2026 |\n"
        "| Key Priority Area 2 | Schools | | | |\n"
        "| 2 | Build a school | Report | Ministry of Health | 2026 |\n"
    )
    assert [theme.title for theme in draft.themes] == ["Health", "Schools"]
    assert [task.code for task in draft.tasks] == ["1", "2"]


def test_telephone_numbers_show_a_list_of_persons():
    """A column of telephone numbers holds no tasks, whatever its head says."""
    draft = read(
        ACTIONS + "| 1 | Build a clinic | Report | Ministry of Health | 2026 |\n\nWho to ask\n\n"
        "| No. | Agency | Who answers | Line |\n|---|---|---|---|\n"
        "| 1 | Ministry of Health | An Nguyen | 0200 000 061 |\n"
        "| 2 | Ministry of Finance | Binh Tran | 0200 000 062 |\n"
    )
    assert [task.title for task in draft.tasks] == ["Build a clinic"]


def test_lines_that_stand_together_are_one_cell():
    """Where blank lines part the paragraphs, two lines without one between them are one cell."""
    blocks = [Block(f"cell {n}", 2 * n) for n in range(1, 25)]
    found = together([*blocks, Block("goes on", 49), Block("another", 51)])
    assert [block.text for block in found[-2:]] == ["cell 24\ngoes on", "another"]
    close = [Block(f"line {n}", n) for n in range(1, 30)]
    assert together(close) == close


def test_the_border_between_two_cells_is_where_the_blank_line_is():
    """In plain text the bodies on adjacent lines are those of one cell, without a doubt."""
    heads = ["No.", "Action", "Lead agency", "Supporting agency", "Timeline"]
    rows = [
        [
            str(n),
            f"Build school number {n}",
            "Ministry of Health\nMinistry of Finance",
            "Ministry of Justice",
            "2026",
        ]
        for n in range(1, 8)
    ]
    draft = read("\n\n".join([*heads, *(cell for row in rows for cell in row)]) + "\n", "plan.txt")
    assert {task.leads_text for task in draft.tasks} == {"Ministry of Health\nMinistry of Finance"}
    assert not any(note.code == "border_doubtful" for note in draft.remarks)

"""What stands around the rows of a table: titles above it, totals, captions, numbers."""

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.columns import heads_columns
from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import read_label

HEAD = ("No.", "Action", "Lead agency", "Deadline")


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> str:
    """Return a table of Markdown; without a heading its first row is blank."""
    width = len(rows[0])
    head = head or ("",) * width
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ("---",) * width, *rows))


def read(*parts: str):
    """Return the draft of a document of these parts."""
    return read_bytes(
        "\n\n".join(("# Action plan of the Ministry of Health", *parts)).encode(), filename="a.md"
    )


def row(
    number: str, title: str, lead: str = "Ministry of Health", time: str = "June 2026"
) -> tuple[str, ...]:
    """Return a row of a task."""
    return (number, title, lead, time)


@pytest.mark.parametrize(
    "head", [(), ("No.", "Activity", "Responsible body", "Time frame")], ids=["none", "other"]
)
def test_each_of_several_tables_has_its_section_above(head):
    """Tables of one annex stand below their sections, whether each repeats the heading or words it anew."""
    draft = read(
        "ANNEX 1", "List of actions", "1. Institutions", table(row("1.1", "Build it"), row("1.2", "Show it")),
        "2. Services", table(row("2.1", "Train them"), row("2.2", "Pay them"), head=head),
    )  # fmt: skip
    assert [theme.title for theme in draft.themes] == ["Institutions", "Services"]
    assert [task.theme for task in draft.tasks] == ["1", "1", "2", "2"]


def test_the_title_of_another_annex_is_no_section():
    """A table of targets as wide as that of the tasks makes no section of either title."""
    aims = table(("1", "Share of homes online", "%", "90"), head=("No.", "Indicator", "Unit", "Target 2030"))
    assert read("Strategic matrix", table(row("1", "Build it")), "Targets", aims).themes == ()


def test_a_caption_within_a_table_is_no_section():
    """“Table 1: …” merged over the heading names the table."""
    caption = ("Table 1: Tasks and who does them", "", "", "")
    draft = read(table(HEAD, row("1", "Build it"), row("2", "Show it"), head=caption))
    assert draft.themes == ()
    assert [task.title for task in draft.tasks] == ["Build it", "Show it"]


def test_sections_alone_may_be_numbered():
    """Where only the sections have numbers, every row below them is a task."""
    rows = [row("I", "Institutions", "", ""), *(row("", f"- Build part {name}") for name in "ABCD")]
    assert len(read(table(*rows)).tasks) == 4


def test_a_row_that_begins_with_total_may_be_a_row():
    """“Total value of exports” with a unit is an indicator; a sum of amounts is none."""
    head = ("Indicator", "Unit", "Target 2030", "Responsible")
    rows = (
        ("Share of homes online", "%", "90", "Ministry of Health"),
        ("Total value of exports", "USD", "46", "Ministry of Finance"),
        ("Total", "", "136", ""),
    )
    titles = [item.title for item in read(table(*rows, head=head)).indicators]
    assert titles == ["Share of homes online", "Total value of exports"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [("1.01", "1.01"), ("01", "1"), ("2.10", "2.10"), ("Goals", None), ("Goal 2", "Goal 2")],
)
def test_labels_keep_what_is_printed(printed, code):
    """A part of a number keeps its nought; the plural of a word for sections is no label."""
    label = read_label(printed)
    assert (label.code if label else None) == code


def test_the_number_of_a_workbook_may_have_a_comma():
    """“1,2” in the column of numbers is the task 1.2."""
    draft = read(table(row("1,1", "Build it"), row("1,2", "Show it"), row("1,3", "Sell it")))
    assert [task.code for task in draft.tasks] == ["1.1", "1.2", "1.3"]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Loại văn bản/Sản phẩm", "output"),
        ("Unit of measure/Type", "unit"),
        ("Budget/Source of funds", "other"),
        ("Dự kiến kết quả đạt được", "output"),
        ("Expected results", "output"),
    ],
)
def test_heads_with_a_choice(head, role):
    """Of two words with a stroke between them the one that is ours says what the column holds."""
    assert senses(head)[0].roles[0] == role


def test_the_plural_of_a_section_word_heads_a_column():
    """“Key interventions” is no label of a section."""
    assert heads_columns(["Key interventions", "Lead agency", "Deadline", "Output"])


@pytest.mark.parametrize("text", ["Quý I - năm 2027", "Quý I, năm 2027", "Quý I năm 2027"])
def test_a_quarter_parted_from_its_year(text):
    """A dash or a comma between a quarter and its year changes nothing."""
    assert read_deadline(text)[0].due.isoformat() == "2027-03-31"


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("Các phòng, đơn vị thuộc Sở", 1),
        ("Các tổ chức, doanh nghiệp liên quan; Bộ Tài chính", 2),
        ("Các sở, ngành; UBND cấp xã", 2),
    ],
)
def test_small_words_belong_to_the_group_before_them(cell, count):
    """Behind “Các …” a comma and small words go on with the same group."""
    text = table(
        row("1", "Xây dựng cơ sở dữ liệu của các địa phương", cell, "2027"),
        head=("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
    )
    assert len(read(text).tasks[0].leads) == count


def test_a_section_says_who_leads_whoever_that_is():
    """“Actions led by X” names the lead of the rows below it, also a body that nobody knows."""
    head = ("No.", "Action", "Partners", "Deadline")
    rows = [row("I", "Actions led by Historic Places", "", ""), row("1", "Build it"), row("2", "Show it")]
    rows += [row("II", "Actions led by Industry circles", "", ""), row("3", "Sell it")]
    tasks = read(table(*rows, head=head)).tasks
    assert [task.leads for task in tasks] == [("Historic Places",)] * 2 + [("Industry circles",)]

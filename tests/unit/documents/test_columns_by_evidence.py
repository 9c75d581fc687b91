"""What cells say against the words of their headings, and headings that only rows show; our own words."""

import pytest

from thuocdo.documents.blocks import Block
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.columns import assign, heads_columns
from thuocdo.documents.reading.contents import Contents
from thuocdo.documents.reading.evidence import holds_figure
from thuocdo.documents.reading.grids import grid_tables
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.marks import with_times
from thuocdo.documents.reading.misdealt import is_misdealt
from thuocdo.documents.reading.regularheads import regular_head

BODIES = (
    "Harbour Authority",
    "Coast Guard Service",
    "Power Board",
    "Survey Department",
    "Fisheries Division",
)
WORK = (
    "Repair the outer pier",
    "Light the fish market at night",
    "Map the reef south of the bay",
    "Dredge the small harbour",
    "Train the crews of the ferries",
)


def known(text):
    """Stand for a directory that knows nobody."""
    return not text


def roles(heads, *columns):
    """Return what the columns of five numbered rows hold."""
    samples = [["1", "2", "3", "4", "5"], *columns]
    found = assign([(head,) for head in heads], samples, known)
    return found.roles


def block(texts, row, table=1):
    """Return a row of cells."""
    return [Block(text, table=table, row=row, col=col) for col, text in enumerate(texts, start=1)]


def test_a_field_of_work_is_no_body():
    """“Field in charge” speaks of a body, but its cells name none while another column does."""
    fields = ["Bến cảng", "Bến cảng", "Bến cảng", "Nghề cá", "Nghề cá"]
    found = roles(
        ("TT", "Lĩnh vực phụ trách", "Nhiệm vụ", "Nơi làm", "Thời hạn"), fields, WORK, BODIES, ["2027"] * 5
    )
    assert found == ("number", "theme", "title", "leads", "deadline")


def test_groups_of_tasks_are_no_tasks():
    """Of two columns that speak of actions the one whose cells recur in stretches holds the groups."""
    groups = ["Harbours", "Harbours", "Harbours", "Ferries", "Ferries"]
    found = roles(("No.", "Set of actions", "Action", "Lead", "Deadline"), groups, WORK, BODIES, ["2027"] * 5)
    assert found[1:3] == ("theme", "title")


def test_figures_below_a_milestone_are_targets():
    """A milestone may be a time; figures below it are targets, and heads that differ in a year are alike."""
    figures = ["beyond 3", "some 4", "5", "6", "at least 9"]
    heads = ("No.", "Indicator", "Unit", "Mark for 2031", "Mark for 2033", "Lead")
    found = roles(heads, WORK, ["ships"] * 5, figures, figures, BODIES)
    assert found[3:5] == ("target", "target")
    assert roles(("TT", "Chỉ tiêu", "ĐVT", "Mốc năm 2031", "Cơ quan"), WORK, ["tàu"] * 5, figures, BODIES)[
        3
    ] == ("target")


def test_times_below_words_for_something_else_are_the_deadline():
    """A goal is no theme where times stand below it and no other column has any."""
    times = ["03/2027", "Q2 2027", "2028", "May 2029", "2030"]
    assert roles(("No.", "Action", "Lead", "Our goal"), WORK, BODIES, times)[3] == "deadline"


def test_grades_are_a_status():
    """A few short words again and again say how the work stands, not what came out of it."""
    grades = ["late", "in time", "late", "late", "in time"]
    assert roles(("No.", "Action", "Lead", "Progress"), WORK, BODIES, grades)[3] == "status"


def test_bodies_are_no_unit():
    """“Đơn vị” is a unit or a body: names of several words are bodies."""
    found = roles(
        ("TT", "Chỉ tiêu", "Đơn vị nêu số", "Mục tiêu 2031"), WORK, BODIES, ["5", "6", "7", "8", "9"]
    )
    assert found[2] == "leads"


def test_a_second_word_for_those_who_lead_names_those_who_help():
    """Two columns of bodies whose heads both speak of agencies: the second one helps."""
    found = roles(("No.", "Action", "Lead agency", "Agencies beside"), WORK, BODIES, BODIES[::-1])
    assert found[2:] == ("leads", "coordinators")


def test_bodies_are_seen_behind_the_words_for_their_part():
    """“First hand – A”, “A – F” and a bureau of standards are bodies."""
    contents = Contents((), (), None)
    assert contents.is_body("First hand – Harbour Authority\nSecond hand – Power Board")
    assert contents.is_body("Harbour Authority – F; Power Board – S")
    assert contents.is_body("Bureau of Standards")
    assert not contents.is_body("Standards adopted")


def test_the_only_year_is_past_beside_bounds():
    """A year over bare figures is the past where bounds stand in the column beside it."""
    bare, bound = ["3", "4", "5", "6", "9"], ["≥ 5", "≥ 6", "above 8", "≥ 9", "≥ 12"]
    heads = ("No.", "Indicator", "Unit", "Count of 2029", "Level")
    assert roles(heads, WORK, ["ships"] * 5, bare, bound)[3:] == ("baseline", "target")


def test_how_many_tasks_is_no_task():
    """A table that only counts the tasks of each theme holds none."""
    rows = [
        ["No.", "Theme", "Number of tasks"],
        ["1", "Harbours", "3"],
        ["2", "Ferries", "4"],
        ["3", "Reefs", "2"],
    ]
    cells = [cell for row, texts in enumerate(rows, 1) for cell in block(texts, row)]
    assert grid_tables(cells, known).tables == []


def test_a_theme_that_comes_back_is_none():
    """Words that return again and again head no stretch of rows: who gains by it, perhaps."""
    heads = ["No.", "Action", "Cluster", "Lead", "Deadline"]
    groups = ["fishers", "crews", "fishers", "crews", "fishers"]
    rows = [
        [str(number), WORK[number - 1], groups[number - 1], BODIES[number - 1], "2027"]
        for number in range(1, 6)
    ]
    cells = [cell for row, texts in enumerate([heads, *rows], 1) for cell in block(texts, row)]
    assert grid_tables(cells, known).tables[0].columns.roles[2] == "note"


@pytest.mark.parametrize("head", ["When (2031)", "Thời hạn trong năm 2031", "Timeline (2031)"])
def test_a_heading_with_a_year_heads_times(head):
    """Such words name no time themselves, so that they may stand over columns."""
    assert heads_columns(["Action", head, "Lead agency"])


def test_a_calendar_heads_columns_and_marks_do_not():
    """Quarters side by side are heads; a row with a mark in it is a row."""
    assert heads_columns(["Pillar", "Action", "Quarter 1", "Quarter 2", "Lead"])
    assert not heads_columns(["Pillar", "Action", "x", "Lead"])


def test_words_in_brackets_make_no_column_foreign():
    """“Timeline (financial year …)” is about time, not about money."""
    assert senses("Timeline (financial year: May to April)")[0].roles == ("deadline",)


def test_a_beginning_and_an_end_need_one_stem():
    """Times that go forward in two columns are one time where one of the heads says so."""
    rows = [["Action", "Opening", "To be complete"]] + [
        [work, f"0{month}/2031", f"0{month + 2}/2031"] for month, work in enumerate(WORK, 1)
    ]
    found = with_times([block(texts, row) for row, texts in enumerate(rows, 1)])
    assert [cell.text for cell in found[1]] == [WORK[0], "01/2031 - 03/2031"]


def test_numerals_below_a_year_are_its_quarters():
    """I to IV under a year are quarters, also where the words above are not repeated."""
    rows = [
        ["Việc", "Các quý của 2031", "", "", "", "Nơi làm"],
        ["Việc", "I", "II", "III", "IV", "Nơi làm"],
        ["Sửa cầu tàu", "", "x", "x", "", "Ban Cảng"],
        ["Thắp đèn", "x", "", "", "", "Ban Điện"],
    ]
    found = with_times([block(texts, row) for row, texts in enumerate(rows, 1)])
    assert [row[1].text for row in found[2:]] == ["Q2/2031 - Q3/2031", "Q1/2031"]


@pytest.mark.parametrize(
    ("text", "holds"), [("well over 40 ships", True), ("May 2031", False), ("none", False)]
)
def test_short_texts_with_a_figure(text, holds):
    """Whatever the words beside it, a short text with a number is a figure unless it is a time."""
    assert holds_figure(text) is holds


def plain_rows():
    """Return the cells of five regular rows."""
    return [
        text
        for number in range(5)
        for text in (str(number + 1), WORK[number], BODIES[number], f"0{number + 1}/2031")
    ]


def test_regular_rows_show_their_heading():
    """As many paragraphs as a row has cells are its heading, though no rule knows their words."""
    heads = ["No.", "Thing on our list", "Held by them", "Bell rings"]
    blocks = [Block(text, line) for line, text in enumerate([*heads, *plain_rows()], 1)]
    found = regular_head(blocks, 0, 0, known)
    assert found.columns.roles == ("number", "title", "leads", "deadline")
    assert regular_head(blocks, 1, 0, known) is None


def test_unknown_words_head_a_table_in_plain_text():
    """The rows of such a table are read, and every heading that only its cells explain is remarked."""
    heads = ["No.", "Thing on our list", "Held by them", "Bell rings"]
    text = "\n\n".join(
        ["The ports board adopts the plan of the harbour for the years to come.", *heads, *plain_rows()]
    )
    draft = read_bytes(text.encode(), filename="a.txt")
    assert [task.title for task in draft.tasks] == list(WORK)
    assert {"column_by_cells"} <= {note.code for note in draft.remarks}


def test_cells_that_fit_no_column_make_all_rows_doubtful():
    """Words where times belong say that the paragraphs were dealt wrongly."""
    rows = [(work, body, "2027") for work, body in zip(WORK, BODIES, strict=True)]
    assert not is_misdealt(("title", "leads", "deadline"), rows, known)
    assert is_misdealt(("title", "deadline", "leads"), rows, known)
    assert is_misdealt(("leads", "title", "deadline"), rows, known)

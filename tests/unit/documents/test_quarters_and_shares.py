"""Quarters that are marked below years, bodies that each carry their part, and heads read by grammar."""

import pytest

from thuocdo.documents.blocks import Block
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.columns import assign
from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.headings import is_number_head, senses
from thuocdo.documents.reading.headways import ways
from thuocdo.documents.reading.marks import times_after, with_times
from thuocdo.documents.reading.parcels import periods_of
from thuocdo.documents.reading.shares import by_shares, legend
from thuocdo.documents.reading.stream import Dealer
from thuocdo.documents.reading.targets import read_targets
from thuocdo.documents.reading.yearparts import parcel

BLANK = "\u00a0"


def line(*texts):
    """Return a row of cells."""
    return [Block(text) for text in texts]


def shown(rows):
    """Return the words of the rows."""
    return [[cell.text for cell in row] for row in rows]


def part(text):
    """Part a list of bodies that nobody knows."""
    return Directory((), abroad=True).parted(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quý III", ("quarter", 3)),
        ("3rd quarter", ("quarter", 3)),
        ("Qr. 4", ("quarter", 4)),
        ("Q2/2031", ("quarter", 2)),
        ("Tháng 11", ("month", 11)),
        ("M7", ("month", 7)),
        ("Quý vị", ("", 0)),
        ("Q5", ("", 0)),
        ("2031", ("", 0)),
    ],
)
def test_words_for_a_part_of_a_year(text, found):
    """A quarter or a month is known in both languages, with or without its year."""
    assert parcel(text) == found


def test_marks_below_quarters_are_one_time():
    """From the first marked quarter to the last, also over the end of a year."""
    rows = [
        line("Việc", *["Kế hoạch năm 2031"] * 4, *["Kế hoạch năm 2032"] * 4, "Chủ trì"),
        line("Việc", *["Quý I", "Quý II", "Quý III", "Quý IV"] * 2, "Chủ trì"),
        line("Đắp đê", "", "", "", "◆", "◆", "", "", "", "Bộ Y tế"),
        line("Nạo kênh", "", "◆", "", "", "", "", "", "", "Bộ Y tế"),
        line("Xây kè", *[""] * 8, "Bộ Y tế"),
    ]
    times = [row[1] for row in shown(with_times(rows))]
    assert times[2:] == ["Q4/2031 - Q1/2032", "Q2/2031", ""]
    assert read_deadline(times[0])[0].kind == read_deadline(times[1])[0].kind == "none"


def test_quarters_without_any_year_keep_their_bare_names():
    """Nothing over them says of which year they are: none is made up; out of order they are none."""
    found = periods_of([["Task", "Q1", "Q2", "Q3", "Q4"]])
    assert found.names == ("Q1", "Q2", "Q3", "Q4")
    assert found.yearless
    assert periods_of([["Task", "Q1", "Q4", "Q2"]]) is None


def test_a_table_that_goes_on_keeps_its_quarters():
    """The part of the table on the next page has no heading, and the repeated one is no row."""
    heads = [line("Task", "2031", "2031", "Lead"), line("Task", "Q1", "Q2", "Lead")]
    _rows, spreads = times_after([*heads, line("Dig", "x", "", "A"), line("Fill", "", "x", "B")], ())
    rows, _spreads = times_after([line("Pave", "x", "x", "C")], spreads)
    assert shown(rows) == [["Pave", "Q1/2031 - Q2/2031", "C"]]


def test_heads_in_plain_text_stand_below_their_years():
    """Among paragraphs the quarters come last: each year before them covers as many."""
    texts = ["No.", "Task", "2031", "2032", "Lead", "Q1", "Q2", "Q1", "Q2"]
    assert next(ways(texts)) == [
        ("No.",), ("Task",), ("2031", "Q1"), ("2031", "Q2"), ("2032", "Q1"), ("2032", "Q2"), ("Lead",),
    ]  # fmt: skip


def test_quarters_in_plain_text():
    """The marks of each row are dealt to the quarters and become its time."""
    heads = ["No.", "Task", "Lead agency", "Year 2031", "Q1", "Q2", "Q3", "Q4"]
    marks = [["◆", "◆", BLANK, BLANK], [BLANK, BLANK, "◆", BLANK], [BLANK] * 4, ["◆"] * 4]
    rows = [
        [str(number), f"Repair the harbour wall of section {number}", "Harbour Authority", *row]
        for number, row in enumerate(marks, 1)
    ]
    parts = ["ANNEX", "LIST OF TASKS", *heads, *(text for row in rows for text in row)]
    tasks = read_bytes("\n\n".join(parts).encode(), filename="a.txt").tasks
    assert [str(task.deadline.due) for task in tasks] == ["2031-06-30", "2031-09-30", "None", "2031-12-31"]


def test_where_marks_stand_no_words_do():
    """In a table with marks below its years a word is no mark, however it would fit."""
    texts = ["1", "Dig the harbour", "◆", "", "2", "Light the outer pier", "", "◆"]
    dealer = Dealer(("number", "title", "baseline", "baseline"), lambda _text: False)
    assert dealer.deal(texts) == [0, 1, 2, 3, 0, 1, 2, 3]
    assert dealer.fits("Final words", 2) < dealer.fits("", 2) < dealer.fits("◆", 2)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Đơn vị tham gia (dấu † là đầu mối)", {"†": "leads"}),
        ("Teams (O = owner, P = partner)", {"O": "leads", "P": "coordinators"}),
        ("Cơ quan chủ trì - phối hợp", {}),
        ("Agencies (2031)", {}),
    ],
)
def test_a_heading_may_explain_its_marks(head, found):
    """A sign or a letter with its meaning behind it says which part a name has."""
    assert legend(head) == found


@pytest.mark.parametrize(
    ("cell", "head", "leads", "helpers"),
    [
        ("Reef Board (lead), Tide Office, Pilot Guild", "Teams", "Reef Board", "Tide Office; Pilot Guild"),
        ("Tide Office\nReef Board†", "Teams († = lead)", "Reef Board", "Tide Office"),
        ("Tide Office (P); Reef Board (O)", "Teams (O = owner, P = partner)", "Reef Board", "Tide Office"),
        ("Reef Board (O), Tide\nOffice (P)", "Teams (O = owner, P =", "Reef Board", "Tide Office"),
        (
            "Ministry of Reefs, Tides and Piers (lead) and Pilot Guild (support)",
            "Teams",
            "Ministry of Reefs, Tides and Piers",
            "Pilot Guild",
        ),
    ],
)
def test_each_name_carries_its_part(cell, head, leads, helpers):
    """Names with the mark of a lead lead, wherever they stand; the others help."""
    assert by_shares(cell, head, part) == {"leads": leads, "coordinators": helpers}


@pytest.mark.parametrize("cell", ["Reef Board (RB); Tide Office", "Reef Board (support)", "(1) Reef Board"])
def test_other_brackets_are_no_parts(cell):
    """An abbreviation, a number or helpers alone part nothing."""
    assert by_shares(cell, "Teams", part) == {}


def test_as_well_as_parts_two_names():
    """“as well as” always parts, “and” and a comma may stand within a name abroad."""
    assert part("Ministry of Reefs, Tides and Piers as well as Pilot Guild") == [
        "Ministry of Reefs, Tides and Piers", "Pilot Guild",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Objective of the Sector Strategy", "serves"),
        ("Mục tiêu tương ứng tại Quyết định 12", "serves"),
        ("Đã có năm 2023", "baseline"),
        ("Where we stood (2022)", "baseline"),
        ("To be ready by", "deadline"),
        ("What we look at (output)", "output"),
        ("Chỉ số giám sát", "title"),
    ],
)
def test_heads_are_read_by_their_grammar(head, role):
    """A plan of others, a past, a closing “by” and a gloss in brackets say what a column holds."""
    assert senses(head)[0].roles[0] == role


@pytest.mark.parametrize(("head", "number"), [("Mã việc số", True), ("Revised code", False)])
def test_a_code_that_is_made_is_no_number(head, number):
    """A participle before “code” names an output; the number of a thing may end in “số”."""
    assert is_number_head(head) is number


def test_a_year_without_a_goal_beside_years_with_one_is_past():
    """The earliest year is the baseline where only the later heads speak of a goal."""
    heads = [("No.",), ("Indicator",), ("2023 score",), ("Goal 2030",)]
    found = assign(heads, [["1", "2"], ["Depth of the basin", "Ships"], ["4", "7"], ["6", "9"]])
    assert found is not None
    assert found.roles == ("number", "title", "baseline", "target")


@pytest.mark.parametrize(
    ("text", "kind", "start", "due"),
    [
        ("05/Nov/2031", "date", None, "2031-11-05"),
        ("Tháng 9 (2031)", "month", None, "2031-09-30"),
        ("Starting in May and ending in July 2031", "month", "2031-05-01", "2031-07-31"),
        ("To commence in 2031", "open_from", "2031-01-01", None),
        ("Từ 2029 cho đến 2031", "year_range", "2029-01-01", "2031-12-31"),
        ("Half 1 of 2031", "quarter", None, "2031-06-30"),
        ("Before end of 2031", "year", None, "2031-12-31"),
    ],
)
def test_further_times(text, kind, start, due):
    """Times whose words are joined in other ways are the same times."""
    found, _doubts = read_deadline(text)
    days = tuple(str(day) if day else None for day in (found.start, found.due))
    assert (found.kind, *days) == (kind, start, due)


@pytest.mark.parametrize(("text", "every"), [("4 lần/năm", "quarter"), ("Twelve times a year", "month")])
def test_a_count_within_a_unit_is_a_rhythm(text, every):
    """So many times a year is as often as the months between them."""
    assert read_deadline(text)[0].every == every


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("Held at 12", "=", "12"),
        ("Upwards of 12", ">", "12"),
        ("Thấp nhất 12", ">=", "12"),
        ("Kept at or below 12", "<=", "12"),
    ],
)
def test_verbs_before_a_target(text, sign, value):
    """A verb of keeping or setting leaves the bound behind it."""
    (found,), _doubts = read_targets(text, english=True)
    assert (found.targets[0].comparator, found.targets[0].value) == (sign, value)


def test_an_escaped_star_is_no_emphasis():
    """In Markdown a star behind a backslash is a star."""
    table = "| No. | Task | Teams (\\* = lead) | Due |\n|---|---|---|---|\n"
    rows = "| 1 | Dig the basin | Reef Board\\*; Tide Office; Pilot Guild\\* | 2031 |\n"
    text = f"# ACTION PLAN\n\n{table}{rows}"
    (task,) = read_bytes(text.encode(), filename="a.md").tasks
    assert task.leads == ("Reef Board", "Pilot Guild")
    assert task.coordinators == ("Tide Office",)

"""Quarters and months as columns: whose year they are, and what is said where nothing tells."""

import pytest

from thuocdo.documents.blocks import Block
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.calendars import (
    Calendar,
    calendar_of,
    fiscal_month,
    read_within,
    year_of_caption,
)
from thuocdo.documents.reading.columns import heads_columns
from thuocdo.documents.reading.looks import holds_figure
from thuocdo.documents.reading.marks import times_after
from thuocdo.documents.reading.parcels import periods_of
from thuocdo.documents.reading.yearparts import (
    YearPart,
    fiscal_label,
    is_fiscal_year,
    part_of_year,
    year_named,
)

QUARTERS = ["Q1", "Q2", "Q3", "Q4"]
LEFT = ["No.", "Task", "Lead agency", "Output"]
WORK = ["Dredge the north basin", "Repaint the old pier", "Light the breakwater", "Survey the reef"]


def plan(above, heads, marked):
    """Return a plan in Markdown whose tasks are marked below some of its heads, one row for each task."""
    rows = [
        [str(number), task, "Harbour Authority", "Report", *("x" if head in marks else "" for head in heads)]
        for number, (task, marks) in enumerate(zip(WORK, marked, strict=False), 1)
    ]
    table = [[*LEFT, *heads], ["---"] * (len(LEFT) + len(heads)), *rows]
    return "\n\n".join(above) + "\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in table)


def read(text):
    """Return the tasks of a plan by number, each with its last day, and the codes on its deadline."""
    draft = read_bytes(text.encode(), filename="plan.md")
    codes = {}
    for note in draft.remarks:
        if note.field == "deadline":
            codes.setdefault(note.where, set()).add(note.code)
    return [(str(task.deadline.due), codes.get(f"task {task.code}", set())) for task in draft.tasks]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Q3", YearPart("quarter", 3)),
        ("Quý IV/2031", YearPart("quarter", 4, "2031")),
        ("Q1 (Jul-Sep)", YearPart("quarter", 1, "", 7)),
        ("Q2: January to March", YearPart("quarter", 2, "", 10)),
        ("Quý I (tháng 1 - 3)", YearPart("quarter", 1, "", 1)),
        ("Q1 (Jul-Sep 2031)", YearPart("quarter", 3, "2031")),
        ("Q2 2031/32", YearPart("quarter", 2, "FY 2031/32")),
        ("H2", YearPart("half", 2)),
        ("Feb", YearPart("month", 2, in_words=True)),
        ("Aug-31", YearPart("month", 8, "2031", in_words=True)),
        ("4/2031", YearPart("month", 4, "2031")),
        ("Tháng 9", YearPart("month", 9)),
        ("Q1 (Jul-Aug)", None),
        ("Marine", None),
        ("2031", None),
        ("12", None),
    ],
)
def test_heads_that_name_a_part_of_a_year(head, found):
    """A quarter may say which months it has; a month is known by its name and by its figures."""
    assert part_of_year(head) == found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("FY 2031/32", "FY 2031/32"),
        ("Work plan FY 2031/2032 (July 2031 - June 2032)", "FY 2031/32"),
        ("Plan 2031/32", "FY 2031/32"),
        ("Financial year 2032", "FY 2032"),
        ("Work plan 2031-2032", ""),
        ("FY 2031/32 - FY 2032/33", ""),
        ("FY 2031/32 and the vision to 2040", ""),
        ("Năm 2031", ""),
    ],
)
def test_the_fiscal_year_of_a_title(text, label):
    """A stroke or a word makes two years one; other years beside it leave open which is meant."""
    assert fiscal_label(text) == label


def test_a_fiscal_year_is_told_from_two_years():
    """Over quarters two years with a hyphen are one; alone they are a stretch of two."""
    assert year_named("2031-2032", hyphen=True) == "FY 2031/32"
    assert is_fiscal_year("2031/32")
    assert not is_fiscal_year("2031-2032")
    assert not is_fiscal_year("2031/34")


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("The financial year begins on 1 July.", 7),
        ("Our fiscal year starts every April.", 4),
        ("Năm tài chính bắt đầu từ ngày 01/10.", 10),
        ("The financial year ends on 31 March.", 4),
        ("PLAN FOR FY 2031/2032 (JULY 2031 - JUNE 2032)", 7),
        ("The financial year starts with 3 pilots.", None),
        ("Năm ngân sách của tỉnh có 12 kỳ.", None),
    ],
)
def test_sentences_that_tell_when_years_begin(words, month):
    """The first month or the last one is enough, in figures or by name; a count is no month."""
    assert fiscal_month(words) == month


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([["Task", "FY 2031/32", "", "FY 2032/33", ""], ["Task", "Q1", "Q2", "Q1", "Q2"]],
         ("Q1 FY 2031/32", "Q2 FY 2031/32", "Q1 FY 2032/33", "Q2 FY 2032/33")),
        ([["Task", "2031-2032", ""], ["Task", "Q3", "Q4"]], ("Q3 FY 2031/32", "Q4 FY 2031/32")),
        ([["Task", "2031", ""], ["Task", "Q3 (Jan-Mar)", "Q4 (Apr-Jun)"]], ("Q3 FY 2031", "Q4 FY 2031")),
        ([["Task", "FY 2031/32", "FY 2032/33"]], ("FY 2031/32", "FY 2032/33")),
        ([["Task", "Năm 2031", ""], ["Task", "Tháng 1", "Tháng 2"]], ("01/2031", "02/2031")),
        ([["Task", "Jan", "Feb", "Mar"]], ("Jan", "Feb", "Mar")),
    ],
)  # fmt: skip
def test_periods_of_columns(rows, names):
    """A fiscal year over quarters stays one in each of their names."""
    assert periods_of(rows).names == names


def test_a_caption_names_the_year_of_bare_quarters():
    """The nearest words above the table with one year count; a sentence, a term and a day do not."""
    assert year_of_caption(["Plan 2033", "Table 2. Work of the port in 2031"]) == "2031"
    assert year_of_caption(["Plan FY 2031/32", "In 2030 all was done."]) == "FY 2031/32"
    assert year_of_caption(["Kèm theo Quyết định ngày 3/4/2031", "Kế hoạch đến năm 2035"]) == ""


def test_the_head_of_the_times_keeps_what_the_heads_said():
    """The words that take the place of the quarters name their year and its months."""
    heads = ["Q1 (Oct-Dec)", "Q2 (Jan-Mar)"]
    rows = [[Block(text) for text in row] for row in (["Task", *heads], ["Dig", "x", ""], ["Fill", "", "x"])]
    narrow, _spreads = times_after([[*row, Block("A"), Block("B")] for row in rows], (), ["Plan FY 2031/32"])
    calendar = calendar_of(narrow[0][1].text)
    assert calendar == Calendar(None, 10, fiscal="FY 2031/32")
    assert str(read_within("Q1 - Q2", calendar)[0].due) == "2032-03-31"
    assert heads_columns([cell.text for cell in narrow[0]]) == heads_columns(["Task", "Deadline", "A", "B"])


@pytest.mark.parametrize(
    ("text", "due"),
    [("Q1", "2031-09-30"), ("H2", "2032-06-30"), ("Feb", "2032-02-29"), ("Jul - Feb", "2032-02-29"),
     ("All year", "2032-06-30"), ("March 2033", "2033-03-31")],
)  # fmt: skip
def test_bare_parts_of_the_only_fiscal_year(text, due):
    """Months before the first one belong to the calendar year behind; a time with a year keeps it."""
    assert str(read_within(text, Calendar(None, 7, fiscal="FY 2031/32"))[0].due) == due


def test_a_quarter_of_no_known_year_is_not_read():
    """Where fiscal years begin in July and the heading names one calendar year, the quarter may be of two."""
    found, doubts = read_within("Q2", Calendar(2031, 7))
    assert found.kind == "none"
    assert [doubt.code for doubt in doubts] == ["deadline_no_year"]
    assert str(read_within("Q2", Calendar(2031, 1))[0].due) == "2031-06-30"


MARKS = [["Q1"], ["Q3"], ["Q1", "Q4"], ["Q2"]]


def test_bare_quarters_take_the_year_of_the_title():
    """A plan of one year may head its columns with nothing but quarters; each deadline is remarked."""
    found = read(plan(["# Harbour work plan 2031"], QUARTERS, MARKS))
    assert [due for due, _codes in found] == ["2031-03-31", "2031-09-30", "2031-12-31", "2031-06-30"]
    assert all("deadline_year_of_heading" in codes for _due, codes in found)


def test_bare_quarters_of_a_fiscal_year():
    """The title names the fiscal year and a sentence its first month: the quarters are those of that year."""
    above = ["# Harbour work plan FY 2031/32", "The fiscal year begins on 1 July."]
    found = read(plan(above, QUARTERS, MARKS))
    assert [due for due, _codes in found] == ["2031-09-30", "2032-03-31", "2032-06-30", "2031-12-31"]
    assert all("deadline_fiscal_months" in codes for _due, codes in found)


def test_quarters_of_an_unexplained_fiscal_year_are_remarked():
    """Nothing says when the year begins: no day is taken in silence."""
    found = read(plan(["# Harbour work plan 2031/32"], QUARTERS, MARKS))
    assert len(found) == len(WORK)
    assert all("deadline_no_year" in codes and due == "None" for due, codes in found)


def test_months_by_name():
    """Columns from January on are months of the year in the title."""
    heads = ["Jan", "Feb", "Mar", "Apr"]
    found = read(plan(["# Harbour work plan 2031"], heads, [["Jan"], ["Feb", "Mar"], ["Apr"], ["Mar"]]))
    assert [due for due, _codes in found] == ["2031-01-31", "2031-03-31", "2031-04-30", "2031-03-31"]


def test_quarters_that_tell_their_months():
    """Columns that name their months need no sentence: the year in the title is the fiscal one."""
    heads = ["Q1 (Apr-Jun)", "Q2 (Jul-Sep)", "Q3 (Oct-Dec)", "Q4 (Jan-Mar)"]
    found = read(plan(["# Harbour work plan FY 2031/32"], heads, [[head] for head in reversed(heads)]))
    assert [due for due, _codes in found] == ["2032-03-31", "2031-12-31", "2031-09-30", "2031-06-30"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [("Pillar 2: Clean rivers", False), ("Mũi 3. Bến cảng", False), ("Area 4 – Safe piers", False),
     ("120 boats", True), ("Target: 40 piers", True), ("7.5 %", True)],
)  # fmt: skip
def test_the_number_of_a_section_is_no_figure(text, figure):
    """A number before the words of a title counts the sections; what is counted stands behind a figure."""
    assert holds_figure(text) == figure


def test_themes_with_labels_of_their_own_in_a_column():
    """Cells of a column of themes may bear a label each: it becomes the code of the theme."""
    names = ["Pillar 1: Clean rivers", "Pillar 2: Safe piers"]
    rows = [
        ["Pillar", "No.", "Action", "Lead agency", "Output", "Deadline"],
        ["---"] * 6,
        *([names[number // 3], str(number + 1), f"{task} again", "Pilots", "Report", f"{number + 1}/2031"]
          for number, task in enumerate([*WORK, *WORK[:2]])),
    ]  # fmt: skip
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    text = "The harbour keeps its rivers and piers in order.\n\n" + table
    draft = read_bytes(text.encode(), filename="plan.md")
    assert [(theme.code, theme.title) for theme in draft.themes] == [
        ("Pillar 1", "Clean rivers"), ("Pillar 2", "Safe piers"),
    ]  # fmt: skip
    assert [task.theme for task in draft.tasks] == ["Pillar 1"] * 3 + ["Pillar 2"] * 3


def register(heads, marked, above=()):
    """Return a register in CSV with two rows of heads, the lower one of quarters."""
    upper, lower = heads
    lines = [*([text] for text in above), [*LEFT, *upper], ["", "", "", "", *lower]]
    for number, (task, marks) in enumerate(zip(WORK, marked, strict=True), 1):
        cells = ["✓" if place in marks else "" for place in range(len(lower))]
        lines.append([str(number), task, "Harbour Authority", "Report", *cells])
    return "\n".join(",".join(line) for line in lines)


FISCAL_HEADS = (["FY 2031/32", "", "FY 2032/33", ""], ["Q1", "Q3", "Q1", "Q3"])


@pytest.mark.parametrize(
    ("above", "due", "code"),
    [
        (["The financial year begins on 1 July."], "2032-03-31", "deadline_fiscal_months"),
        (["The financial year ends on 31 December."], "2031-09-30", "deadline_fiscal_months"),
        ([], "2032-12-31", "deadline_fiscal_year"),
    ],
)
def test_fiscal_years_over_quarters(above, due, code):
    """A sentence tells which months such quarters have; without any the deadline is remarked as doubtful."""
    draft = read_bytes(register(FISCAL_HEADS, [[1], [0], [2], [1]], above).encode(), filename="a.csv")
    assert [str(draft.tasks[place].deadline.due) for place in (0, 3)] == [due] * 2
    noted = {note.where for note in draft.remarks if note.field == "deadline" and note.code == code}
    assert noted == {f"task {task.code}" for task in draft.tasks}
    assert all(task.confidence < 1 for task in draft.tasks)

"""Plain text whose tables stand in columns, or whose cells a tab parts."""

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers.text import read

HEAD = (
    "No.  Action                          Lead agency              Deadline\n",
    """1    Build the national register     Ministry of Finance;     Q4 2026
     of rented homes in all          Ministry of Justice
     districts
""",
    "2    Publish the plan                Ministry of Health       June 2027\n",
    """3    Train the officers of the       Ministry of Education    2026 - 2028
     districts                       and Training
""",
)
LETTERHEAD = (
    "                    MINISTRY OF FINANCE                    SOCIALIST REPUBLIC OF VIET NAM\n"
    "                        No. 7/QD                          Independence - Freedom - Happiness\n\n"
    "                                       ACTION PLAN\n\n"
)


def laid(*rows: str, between: str = "\n") -> str:
    """Return a page with the table of these rows."""
    return LETTERHEAD + between.join(rows)


def told(text: str) -> list[tuple[object, ...]]:
    """Return what is read of each task."""
    draft = read_bytes(text.encode(), filename="plan.txt")
    return [(task.code, task.title, len(task.leads), task.deadline_text) for task in draft.tasks]


WHOLE = [
    ("1", "Build the national register of rented homes in all districts", 2, "Q4 2026"),
    ("2", "Publish the plan", 1, "June 2027"),
    ("3", "Train the officers of the districts", 1, "2026 - 2028"),
]


@pytest.mark.parametrize("between", ["\n", ""], ids=["blank lines between rows", "none"])
def test_columns_are_told_by_where_the_words_stand(between):
    """Lines of a cell are one text, with or without blank lines between the rows."""
    assert told(laid(*HEAD, between=between)) == WHOLE


def test_a_column_that_hardly_any_row_fills_is_still_one():
    """The heading tells of a column whose cells are nearly all blank."""
    text = laid(HEAD[0].rstrip("\n") + "      Partners\n", *HEAD[1:3], HEAD[3].rstrip("\n") + "\n")
    assert told(text) == WHOLE


def test_a_page_that_goes_on_repeats_its_heading():
    """A heading on the next page is no row, and the rows below it belong to the same table."""
    assert told(laid(*HEAD[:3], "\f" + HEAD[0], HEAD[3])) == WHOLE


def test_sections_stand_across_the_columns():
    """A line that runs over the borders heads the rows below it."""
    section = "A. Institutions and the strengthening of public services\n"
    draft = read_bytes(laid(HEAD[0], section, *HEAD[1:]).encode(), filename="plan.txt")
    assert [theme.title for theme in draft.themes] == [section[3:].strip()]
    assert {task.theme for task in draft.tasks} == {"A"}


def test_text_beside_text_is_read_one_side_after_the_other():
    """The issuer and the motto of a letterhead are not one line."""
    texts = [block.text for block in read(laid(*HEAD).encode()) if block.table is None]
    assert texts[:2] == ["MINISTRY OF FINANCE", "No. 7/QD"]


def test_names_on_a_line_each_stay_apart():
    """A line that left room for the next word ends an entry of a list."""
    row = (
        "4    Review the rules                Ministry of Health       2027\n"
        "                                     Ministry of Justice\n"
    )
    draft = read_bytes(laid(*HEAD, row).encode(), filename="plan.txt")
    assert len(draft.tasks[-1].leads) == 2


PASTED = "No.\tAction\tLead agency\tCost (million)\t\tDeadline\n\t\t\tYear 1\tYear 2\t\n"


def test_rows_with_tabs_are_a_table():
    """Tabs part the cells of a pasted table, quotation marks hold the lines of one together."""
    rows = '1\tBuild a register\t"Ministry of Finance\nMinistry of Justice"\t10\t\t2026\n'
    text = f"ACTION PLAN\n\n{PASTED}{rows}2\tPublish it\tMinistry of Health\t\t5\tQ1 2027\n"
    assert told(text) == [
        ("1", "Build a register", 2, "2026"),
        ("2", "Publish it", 1, "Q1 2027"),
    ]


def test_a_quotation_mark_that_nothing_closes_swallows_no_rows():
    """Rows below a cell that begins with a loose mark are read."""
    rows = '1\t"Build it\tMinistry of Health\t2026\n2\tShow it\tMinistry of Health\t2027\n'
    text = f"No.\tAction\tLead\tDeadline\n{rows}"
    assert [code for code, *_rest in told(text)] == ["1", "2"]


def test_a_place_of_a_row_is_its_line():
    """What is read tells on which line of the file it begins."""
    draft = read_bytes(laid(*HEAD).encode(), filename="plan.txt")
    lines = laid(*HEAD).split("\n")
    assert all(lines[task.source["row"] - 1].startswith(task.code) for task in draft.tasks)

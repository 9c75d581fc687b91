"""The page of a draft as values: which rows are open, what of the source stands beside them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.factories.reviewed import a_draft, a_task, agree

from thuocdo.programme.review.types import DraftHead, Passage, Review, Step, Verdict
from thuocdo.web.reviewing import PER_PAGE, Asked, address, address_after, draft_page

BASE = "/van-ban/1"
HEAD = DraftHead(1, "cay", False, False, "1/KH", "a.txt", "", "binh", datetime(2026, 1, 1, tzinfo=UTC))
SOURCE = tuple(Passage(f"Đoạn {line}", line) for line in range(400))


def page(draft=None, steps=(), person="an", **asked):
    """Return the page that an address asks for."""
    return draft_page(Review(HEAD, draft or a_draft(), SOURCE, tuple(steps)), BASE, person, Asked(**asked))


def shown(view):
    """Return the fields shown of each row that is not folded."""
    return {row.row.where: [each.cell.field for each in row.cells] for row in view.rows if row.cells}


def cells_of(view):
    """Return the cells of the current row by field."""
    return {each.cell.field: each for row in view.rows if row.current for each in row.cells}


def test_only_doubtful_cells_are_open():
    """Of each row stand the cells that wait; the first such row is the current one with all its cells."""
    found = shown(page())
    assert found.pop("document") == ["number", "title", "issuer", "issued_on"]
    assert found == {
        "indicator 1@2030": ["target"],
        "task 2": ["output"],
        "task 3": ["leads"],
        "table 9": ["row"],
    }


def test_a_row_that_is_asked_for_is_open():
    """All cells of a clean row stand there to be changed."""
    assert shown(page(row="task 1"))["task 1"] == [
        "code",
        "title",
        "theme",
        "leads",
        "coordinators",
        "output",
        "deadline",
    ]


def test_a_long_draft_is_shown_in_pages():
    """The page of a row is found by its key, and a page that is none is the last one."""
    draft = a_draft(tasks=tuple(a_task(str(number)) for number in range(1, 61)), remarks=())
    found = page(draft, row="task 45")
    assert [row.row.where for row in found.rows][:1] == ["task 37"]
    assert (found.page, found.pages, len(found.rows)) == (3, 4, PER_PAGE)
    assert page(draft, page=99).page == 4
    assert page(draft, row="task 999").page == 1


def test_the_short_list_has_what_waits_and_what_is_asked_for():
    """A row that nobody doubts is there only while it is the current one."""
    assert [row.row.where for row in page(only_open=True).rows] == [
        "document",
        "indicator 1@2030",
        "task 2",
        "task 3",
        "table 9",
    ]
    assert "task 1" in [row.row.where for row in page(only_open=True, row="task 1").rows]


def test_the_source_is_shown_around_the_row():
    """The passages from where the row begins to where the next one begins are marked."""
    found = page(row="task 1").passages
    assert [each.passage.line for each in found if each.mark] == list(range(110, 120))
    assert found[0].passage.line == 108
    assert not [each for each in page(row="document").passages if each.mark]


def test_a_table_row_is_marked_alone():
    """The last row of a table does not reach into the paragraphs below it."""
    task = replace(a_task("1"), source={"table": 1, "row": 2})
    source = (Passage("TT", 0, 0, 1, 1), Passage("1", 0, 0, 1, 2), Passage("Nơi nhận", 1))
    review = Review(HEAD, a_draft(tasks=(task,)), source, ())
    found = draft_page(review, BASE, "an", Asked(row="task 1")).passages
    assert [each.mark for each in found] == [False, True, False]


def test_the_other_word_is_hidden_until_ones_own():
    """On a cell that only the other has decided there is no trace of the value."""
    steps = [Step("binh", Verdict.EDIT, "task 1", "output", "Quyết định")]
    cells = cells_of(page(steps=steps, row="task 1"))
    assert (cells["output"].why, cells["output"].other, cells["output"].now.printed) == (
        "touched",
        None,
        "Kế hoạch",
    )
    mine = [*steps, Step("an", Verdict.ACCEPT, "task 1", "output")]
    cells = cells_of(page(steps=mine, row="task 1"))
    assert (cells["output"].why, cells["output"].other.printed) == ("conflict", "Quyết định")


def test_what_was_typed_stands_in_the_field_again():
    """A refused word and its reason come back to the same cell."""
    found = page(key=("document", "issued_on"), typed="hôm kia", problem="cần một ngày")
    (cell,) = [each for row in found.rows for each in row.cells if each.problem]
    assert (cell.cell.field, cell.typed, cell.problem) == ("issued_on", "hôm kia", "cần một ngày")


@pytest.mark.parametrize(
    ("key", "only_open", "expected"),
    [
        (None, False, BASE),
        (None, True, f"{BASE}?show=open"),
        (("task 3", "leads"), False, f"{BASE}?row=task+3#task_3%3Aleads"),
        (("task 1@30", "target"), True, f"{BASE}?row=task+1%4030&show=open#task_1%4030%3Atarget"),
    ],
)  # fmt: skip
def test_an_address_leads_to_a_cell(key, only_open, expected):
    """Row, list and anchor stand in it, so that it works without JavaScript."""
    assert address(BASE, key, only_open=only_open) == expected


def test_after_the_last_cell_one_stays():
    """When nothing waits any more the address is that of the cell just decided, in the full list."""
    draft = a_draft()
    steps = agree(draft, "an")
    review = Review(HEAD, draft, SOURCE, tuple(steps))
    assert address_after(review, BASE, "an", steps[-1].key, only_open=True) == address(BASE, steps[-1].key)
    assert page(steps=steps).next == ""


def test_next_leads_to_another_row():
    """From the current row the link goes to the next row that waits, even if this one still does."""
    assert page(row="task 2").next.startswith(f"{BASE}?row=task+3#")

"""Printed tables whose rows bear no numbers: lines between the rows only, or no line at all."""

import pytest
from tests.factories import browser
from tests.factories.printing import as_pdf

from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers.pdf import read

needs_browser = pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "never")
pytestmark = pytest.mark.browser
PLAIN = (
    "body { font: 12px 'DejaVu Sans' } table { border-collapse: collapse; width: 100% } td p { margin: 0 }"
)
BELOW = PLAIN + "td { border-bottom: 1px solid gray; padding: 4px 6px; vertical-align: top }"
NONE = PLAIN + "td { padding: 5px 10px; vertical-align: top }"
BOXES = PLAIN + "td { border: 1px solid; padding: 4px 6px; vertical-align: top }"
HEADS = ["Action", "Department in charge", "Working with", "Expected output", "Timing"]
WORK = [
    ["Dredge the north basin before the storms of the autumn", "Works Department", "Pilot Guild",
     "Basin eight metres deep", "2031-2032"],
    ["Light the outer breakwater", "Harbour Office", "Works Department", "12 lamps", "Q3 2031"],
    ["Repaint the old pier", "Works Department", "", "Pier reopened", "Q4 2031"],
    ["Survey the reef with the divers of the university", "Reef Board", "Pilot Guild", "Chart", "Q2 2032"],
]  # fmt: skip
FIRST, SECOND = "Area 1: Deep waters and safe piers", "Area 2: The reef and all that lives on it"
ROWS = [HEADS, [FIRST], *WORK[:3], [SECOND], WORK[3]]
INTRODUCTION = "The council agreed on this programme for the harbour and its waters."


def tables(blocks):
    """Return each table as rows of texts."""
    found = {}
    for block in blocks:
        if block.table:
            found.setdefault(block.table, {}).setdefault(block.row, []).append(block.text)
    return [list(rows.values()) for rows in found.values()]


def pdf(style, rows=ROWS):
    """Return the programme as a PDF; a row of one text is one cell over all columns."""
    wide = [row if len(row) > 1 else row * len(HEADS) for row in rows]
    return as_pdf([INTRODUCTION, wide], style + "tr { break-inside: avoid }", landscape=True)


@needs_browser
@pytest.mark.parametrize("style", [BELOW, NONE, BOXES])
def test_rows_without_numbers_are_parted(style):
    """The heading without a line above it, the sections and each row are those of the table with boxes."""
    blocks = read(pdf(style))
    (found,) = tables(blocks)
    assert [row for row in found if len(set(row)) > 1 and row[0] not in {FIRST, SECOND}] == [HEADS, *WORK]
    assert [row[0] for row in found if row[0] in {FIRST, SECOND}] == [FIRST, SECOND]
    assert [block.text for block in blocks if block.table is None] == [INTRODUCTION]


@needs_browser
@pytest.mark.parametrize("style", [BELOW, NONE, BOXES])
def test_tasks_of_such_tables(style):
    """Each task has its own bodies, output and time; that its number is counted is remarked."""
    draft = read_bytes(pdf(style), filename="plan.pdf")
    tasks = [
        [task.title, *task.leads, *task.coordinators, task.output, task.deadline_text] for task in draft.tasks
    ]
    assert tasks == [[text for text in row if text] for row in WORK]
    assert [theme.title for theme in draft.themes] == [title.partition(": ")[2] for title in (FIRST, SECOND)]
    inferred = {note.where for note in draft.remarks if note.code == "code_inferred"}
    assert inferred >= {f"task {task.code}" for task in draft.tasks}


@needs_browser
def test_lines_around_the_heading_only():
    """Where no line stands between the rows, they are not one: the distance between them parts them."""
    style = NONE + "tr:nth-child(1) td { border-top: 2px solid; border-bottom: 1px solid }"
    (found,) = tables(read(pdf(style + "tr:last-child td { border-bottom: 2px solid }", [HEADS, *WORK])))
    assert found == [HEADS, *WORK]


@needs_browser
def test_a_table_over_two_pages_goes_on():
    """Without lines and numbers too the rows of the next page belong to the table."""
    rows = [[f"{row[0]} of part {number}", *row[1:]] for number in range(1, 16) for row in WORK]
    blocks = read(pdf(BELOW, [HEADS, *rows]))
    assert max(block.page for block in blocks) > 1
    assert tables(blocks) == [[HEADS, *rows]]

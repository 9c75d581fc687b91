"""Plain text with drawn tables, and with one cell a paragraph; our own words."""

from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers.text import read
from thuocdo.documents.reading.cellwise import celled

DRAWN = """Harbour plan

+-----+--------------------+-------------------+---------------------+
| No. | Task               | Lead agency       | Deadline            |
+-----+--------------------+-------------------+---------------------+
| 1. Safe harbours                                                   |
+-----+--------------------+-------------------+---------------------+
| 1   | Repair the outer   | Harbour Authority | 3 May 2027          |
|     | pier               |                   |                     |
+-----+--------------------+-------------------+---------------------+
| 2   | Map the reef       | Survey Department | 30 August 2028      |
+-----+--------------------+-------------------+---------------------+
"""
BOXED = DRAWN.replace("+-----+--", "├─────┼──").replace("|", "│")
HEADS = ("Ref. zone", "Undertaking", "Keeper", "Ready at")
ROWS = [
    (f"{number}", f"Repair the pier of harbour {number} and its lamps", body, day)
    for number, (body, day) in enumerate(
        [("Harbour Board", "3 May 2027"), ("Power Board", "Q2 2027"), ("Survey Office", "9 June 2027")] * 3, 1
    )
]


def paragraphs(*groups):
    """Return text with a blank line between all paragraphs."""
    return "\n\n".join(text or "\u00a0" for group in groups for text in group).encode() + b"\n"


def test_a_drawn_table_is_a_grid():
    """Cells between strokes are read as in any table: wrapped words, and sections over all columns."""
    draft = read_bytes(DRAWN.encode(), filename="plan.txt")
    assert [(task.code, task.title, task.leads_text) for task in draft.tasks] == [
        ("1", "Repair the outer pier", "Harbour Authority"),
        ("2", "Map the reef", "Survey Department"),
    ]
    assert [theme.title for theme in draft.themes] == ["Safe harbours"]


def test_strokes_may_be_box_characters():
    """Box characters draw the same table as signs of ASCII."""
    blocks = read(BOXED.encode())
    assert [block.text for block in blocks if block.table and block.row == blocks[1].row] == [
        "No.", "Task", "Lead agency", "Deadline",
    ]  # fmt: skip


def test_a_line_of_signs_alone_is_no_table():
    """What only looks like a stroke stays a paragraph."""
    assert [block.text for block in read(b"+----+\n\nHarbour plan\n")] == ["+----+", "Harbour plan"]


def test_rows_of_paragraphs_are_as_long_as_their_heading():
    """Numbers in front and the kinds of the cells show rows, though hardly a word of the heading is known."""
    heads = ("No.", "Undertaking", "Lead agency", "Due date")
    blocks = read(paragraphs(["Harbour plan"], heads, *ROWS[:4], ["Southern harbours"], *ROWS[4:]))
    cells = celled(blocks, lambda _text: False)
    first = [block.text for block in cells if block.table == 1 and block.row == 1]
    assert first == list(heads)
    assert [block.text for block in cells if block.table == 1 and block.col == 1][1:] == [
        "1", "2", "3", "4", "Southern harbours", "5", "6", "7", "8", "9",
    ]  # fmt: skip


def test_prose_is_no_table():
    """Paragraphs that come in no regular order stay as they are."""
    blocks = read(
        paragraphs([f"The harbour has {number} lamps, and each of them needs care." for number in range(30)])
    )
    assert celled(blocks, lambda _text: False) == blocks

"""Tasks with their labelled parts on one line, parted by marks or by nothing but the labels."""

import pytest

from thuocdo.documents.files import read_bytes

PARTS = [
    (
        ("Lead", "Harbour Desk"),
        ("Support", "Pilot Guild"),
        ("Output", "Buoys afloat"),
        ("Timeframe", "Q3 2027"),
    ),
    (("Lead", "Light Crew"), ("Support", "Pilot Guild"), ("Output", "Nine lamps"), ("Timeframe", "May 2027")),
    (("Lead", "Harbour Desk"), ("Output", "A tide table"), ("Timeframe", "Ongoing")),
    (("Lead", "Rope Store"), ("Support", "Net Menders"), ("Output", "Ropes sold"), ("Timeframe", "Q1 2028")),
]
TITLES = ("Set the buoys", "Light the mole", "Print the tides", "Sell old ropes")


def read(mark: str, parts=PARTS, sections=("Harbour", "Market")):
    """Return the draft of a plan in Markdown whose parts stand on one line with the mark between them."""
    lines = ["# Harbour of Kilbrae – Action Plan 2027", "Made by the members in the winter."]
    for number, (title, cells) in enumerate(zip(TITLES, parts, strict=True)):
        if number in (0, 2) and sections:
            lines.append(f"## {sections[number // 2]}")
        line = mark.join(f"{label}: {words}" for label, words in cells)
        lines.append(f"{number + 1}. **{title}**  \n   {line}")
    return read_bytes("\n\n".join(lines).encode(), filename="plan.md")


@pytest.mark.parametrize("mark", [" | ", "; ", " • ", " · ", ". ", "  ", "    "])
def test_labels_part_a_line_whatever_stands_between_them(mark):
    """Each label begins a cell of its own: strokes, semicolons, dots, full stops, or blanks part them."""
    draft = read(mark)
    assert [task.title for task in draft.tasks] == list(TITLES)
    assert [task.leads for task in draft.tasks] == [
        ("Harbour Desk",),
        ("Light Crew",),
        ("Harbour Desk",),
        ("Rope Store",),
    ]
    assert [task.coordinators for task in draft.tasks] == [
        ("Pilot Guild",),
        ("Pilot Guild",),
        (),
        ("Net Menders",),
    ]
    assert [task.output for task in draft.tasks] == [
        "Buoys afloat",
        "Nine lamps",
        "A tide table",
        "Ropes sold",
    ]
    assert [task.deadline.kind for task in draft.tasks] == ["quarter", "month", "ongoing", "quarter"]


def test_unknown_labels_between_known_ones_keep_their_words_to_themselves():
    """“Mood: calm” between output and time is part of neither."""
    parts = [(*cells[:-1], ("Mood", "calm"), cells[-1]) for cells in PARTS]
    draft = read(" | ", parts)
    assert [task.output for task in draft.tasks] == [
        "Buoys afloat",
        "Nine lamps",
        "A tide table",
        "Ropes sold",
    ]
    assert draft.tasks[0].deadline_text == "Q3 2027"


def test_the_first_section_is_read_where_later_ones_show_how_they_look():
    """A title without a number above the first task is its section, and is said to be unsure."""
    draft = read(" | ")
    themes = {theme.code: theme.title for theme in draft.themes}
    assert [themes[task.theme] for task in draft.tasks] == ["Harbour", "Harbour", "Market", "Market"]
    first = draft.themes[0].code
    assert [note.where for note in draft.remarks if note.code == "theme_unsure"] == [f"theme {first}"]


def test_the_title_of_the_document_is_no_section():
    """Without words of their own above the first task no section is made up."""
    assert read(" | ", sections=()).themes == ()


def test_rows_above_the_first_section_of_a_table_are_remarked():
    """Rows above the first of several sections may have lost theirs, and the remark names the theme."""
    rows = [
        "| No. | Action | Lead | Deadline |",
        "|---|---|---|---|",
        "| 1 | Set the buoys | Harbour Desk | 2027 |",
    ]
    rows += [
        "| II | Market | | |",
        "| 2 | Sell old ropes | Rope Store | 2027 |",
        "| 3 | Buy nets | Net Menders | 2028 |",
    ]
    draft = read_bytes("\n".join(rows).encode(), filename="plan.md")
    notes = [note for note in draft.remarks if note.code == "rows_above_sections"]
    assert [(note.field, note.params["count"], note.params["first"]) for note in notes] == [
        ("theme", "1", "1")
    ]


def test_a_line_of_labels_in_brackets_is_parted_too():
    """Labels that recur behind full stops part a line, known or not, also where brackets hold it."""
    parts = [(*cells, ("Drawn from", "the guild's chest")) for cells in PARTS]
    lines = ["# Harbour of Kilbrae – Action Plan 2027", "Made by the members in the winter."]
    for number, (title, cells) in enumerate(zip(TITLES, parts, strict=True), start=1):
        lines += [f"{number}. {title}", f"({'. '.join(f'{label}: {words}' for label, words in cells)})"]
    draft = read_bytes("\n\n".join(lines).encode(), filename="plan.txt")
    assert [task.leads for task in draft.tasks] == [(dict(cells)["Lead"],) for cells in parts]
    assert [task.deadline_text for task in draft.tasks] == [dict(cells)["Timeframe"] for cells in parts]

"""What a heading means that only the other columns and the cells explain; our own words."""

import pytest
from tests.factories.columns import DAYS, WORK

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.columns import assign
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.shares import explains_marks

TEAMS = ("Harbours", "Roads and Lighting", "Sea Survey", "Harbours", "Roads and Lighting")
HELPERS = ("Coast Guard", "Power Board", "Reef Trust", "Coast Guard", "Ferry Union")
CELLS = ("Pier open to boats", "40 lamps burning", "Chart on the wall", "Depth of 3 m", "22 crews ready")
COSTS = ("$ 40,000", "USD 12,500", "9,000 USD", "$ 1,200", "7 million")
DONE = ("Completed in May", "Has been started", "Not yet started", "Completed", "In progress")


def roles(heads, *columns):
    """Return what the columns of five numbered rows hold."""
    samples = [["1", "2", "3", "4", "5"], *map(list, columns)]
    found = assign([(head,) for head in heads], samples, lambda text: not text)
    return found.roles if found else None


@pytest.mark.parametrize("head", ["Evidence", "Evidence of delivery", "Proof", "Minh chứng", "Bằng chứng"])
@pytest.mark.parametrize("work", ["Deliverable", "Action", "Commitment"])
def test_evidence_of_what_is_to_come_is_the_output(work, head):
    """Beside “Deliverable” or any other heading of tasks, evidence that reports nothing is the output."""
    found = roles(("No.", work, "Owner", head, "Timing"), WORK, HELPERS, CELLS, DAYS)
    assert found[1:] == ("title", "leads", "output", "deadline")


def test_evidence_that_reports_stays_a_result():
    """Cells that tell what was done make it a report."""
    found = roles(("No.", "Action", "Owner", "Evidence", "Timing"), WORK, HELPERS, DONE, DAYS)
    assert found[1:] == ("title", "leads", "result", "deadline")


def test_deliverables_beside_actions_are_outputs():
    """Where another column tells the work, a deliverable is what comes forth."""
    found = roles(("No.", "Action", "Owner", "Deliverable", "Timing"), WORK, HELPERS, CELLS, DAYS)
    assert found[1:] == ("title", "leads", "output", "deadline")


@pytest.mark.parametrize("head", ["Crew", "Sparte", "Where it goes"])
def test_names_beside_those_who_help_are_those_who_lead(head):
    """A column of names without a known heading leads, where another one helps and none leads."""
    found = roles(("No.", "Action", head, "Partners", "By when"), WORK, TEAMS, HELPERS, DAYS)
    assert found[1:] == ("title", "leads", "coordinators", "deadline")


@pytest.mark.parametrize(("cells", "role"), [(CELLS, "output"), (COSTS, "other"), (DONE, "other")])
def test_the_only_words_left_are_what_comes_forth(cells, role):
    """The one unknown column beside work, bodies and times tells the output, but no money and no report."""
    found = roles(("No.", "Action", "Owner", "The far shore", "By when"), WORK, HELPERS, cells, DAYS)
    assert found[1:] == ("title", "leads", role, "deadline")


def test_two_unknown_columns_stay_unread():
    """Where two columns may be the output neither is taken."""
    heads = ("No.", "Action", "Owner", "The far shore", "By when", "The near shore")
    assert roles(heads, WORK, HELPERS, CELLS, DAYS, CELLS[::-1])[3::2] == ("other", "other")


def test_goals_among_bodies_and_times_are_outputs():
    """What a table of tasks calls its target is what each task brings forth."""
    found = roles(("TT", "Hoạt động", "Chỉ tiêu giao", "Chủ trì", "Thời hạn"), WORK, CELLS, HELPERS, DAYS)
    assert found[1:] == ("title", "output", "leads", "deadline")


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Đơn vị", "unit"),
        ("Đơn vị tính", "unit"),
        ("Đơn vị (%, người)", "unit"),
        ("Đơn vị nào lo", "leads"),
        ("Ban/đơn vị đảm nhiệm", "leads"),
        ("Đơn vị phối kết hợp", "coordinators"),
    ],
)
def test_a_unit_with_words_behind_it_is_a_body(head, role):
    """“Đơn vị” alone may be what figures are counted in; with words behind it, it is somebody."""
    assert senses(head)[0].roles[0] == role


def table(heads, rows):
    """Return a table in Markdown."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows))


def test_tables_under_one_heading_tell_together_what_it_holds():
    """Two rows alone would not show that “Team” leads; the rows of all tables with this heading do."""
    heads = ["No.", "Action", "Team", "Partners", "By when"]
    rows = [list(cells) for cells in zip("12345", WORK, TEAMS, HELPERS, DAYS, strict=True)]
    text = "\n\n".join(
        ["# Harbour plan", "## Piers", table(heads, rows[:2]), "## Ships", table(heads, rows[2:])]
    )
    draft = read_bytes(text.encode(), filename="plan.md")
    assert [task.leads for task in draft.tasks] == [(name,) for name in TEAMS]


def test_themes_stand_in_the_first_of_their_rows_only():
    """A column of priorities whose other rows are blank heads sections, one row each or several."""
    heads = "Priority,No.,Action,Lead,By when"
    themes = ("Piers", "", "Ships", "", "")
    rows = [",".join(cells) for cells in zip(themes, "12345", WORK, HELPERS, DAYS, strict=True)]
    draft = read_bytes("\n".join([heads, *rows]).encode(), filename="plan.csv")
    assert [theme.title for theme in draft.themes] == ["Piers", "Ships"]
    assert [task.theme for task in draft.tasks] == ["1", "1", "2", "2", "2"]


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        ("2. Actions (L = lead; S = support)", True),
        ("CT: chủ trì; PH: phối hợp", True),
        ("L = lead", False),
        ("GDP: gross domestic product", False),
    ],
)
def test_letters_that_part_the_work_are_explained_beside_the_table(text, explains):
    """A paragraph explains letters where it names both those who lead and those who help."""
    assert explains_marks(text) == explains


def test_a_line_of_strokes_parts_a_heading_from_its_rows():
    """Strokes below the heads of a table in plain text are no words of the heading."""
    lines = ["HARBOUR PLAN 2027", "", "No  Action              Lead           By when", "-" * 50]
    for number, (work, lead, day) in enumerate(zip(WORK, HELPERS, DAYS, strict=True), start=1):
        lines += [f"{number:<4}{work[:18]:<20}{lead:<15}{day}", ""]
    draft = read_bytes("\n".join(lines).encode(), filename="plan.txt")
    assert [task.leads for task in draft.tasks] == [(name,) for name in HELPERS]


@pytest.mark.parametrize(
    "titles",
    [
        ("Nhiệm vụ Cục Đê điều chủ trì", "Nhiệm vụ Đảng ủy Cảng Mũi Nai chủ trì"),
        ("Các nhiệm vụ Đội Cứu hộ phụ trách", "Các nhiệm vụ Xưởng Lưới đảm nhiệm"),
        ("Nội dung do Trạm Thủy văn chủ trì", "Nội dung do Nhóm Bờ Tây chủ trì"),
    ],
)
def test_sections_tell_in_so_many_words_who_leads(titles):
    """“Tasks that X leads” names X, also where nobody knows that body."""
    rows = [
        f"{title},,,\n{place},{work},,{day}"
        for place, (title, work, day) in enumerate(zip(titles, WORK, DAYS, strict=False), start=1)
    ]
    text = "\n".join(["TT,Nhiệm vụ,Phối hợp,Thời hạn", *rows])
    draft = read_bytes(text.encode(), filename="ke-hoach.csv")
    words = (title.removeprefix("Các n").removeprefix("N") for title in titles)
    names = [found.split(" ", 2)[2].removeprefix("do ").rsplit(" ", 2)[0] for found in words]
    assert [task.leads for task in draft.tasks] == [(name,) for name in names]

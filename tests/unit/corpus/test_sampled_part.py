"""What the twelfth part of the corpus has alone: plans as a sample of real ones holds them, in real files."""

import csv
import io
import re
from collections import Counter
from html.parser import HTMLParser

import docx
import openpyxl
import pytest
from tests.corpus import bodies, irregular, render_columns
from tests.corpus.chance import Dice
from tests.corpus.deadlines import OF_COUNTRY
from tests.corpus.model import UNSCORED, Line, OneOf, Table
from tests.corpus.perfect import one
from tests.corpus.programmes import make
from tests.corpus.render import render
from tests.corpus.score import plain
from tests.corpus.typed import typed
from tests.factories.newness import shares_of_own

PLANS = [make(seed, "twelfth") for seed in range(300)]


def having(flag):
    """Return the plans that have an irregularity."""
    return [plan for plan in PLANS if flag in plan.notes]


def looking(name, *, value):
    """Return the plans of which a program makes this."""
    return [plan for plan in PLANS if plan.looks[name] == value]


def task_tables(plan):
    """Return the tables of tasks."""
    return [part for part in plan.parts if isinstance(part, Table) and part.name == "tasks"]


def words(plan):
    """Return the words of the task tables, cell by cell, without the hidden rows."""
    rows = [row for table in task_tables(plan) for row in table.rows if not row.hidden]
    return [plain(cell.text) for row in rows for cell in row.cells if cell and not cell.inner]


class Shown(HTMLParser):
    """Collects the words that a page shows."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        """Keep the words between two tags."""
        self.words.append(data)


def shown(page):
    """Return all words of a page, with white space collapsed as browsers do."""
    parser = Shown()
    parser.feed(page)
    return plain("".join(parser.words))


def test_at_least_a_third_of_what_every_plan_draws_is_new(monkeypatch):
    """Of all words that chance takes for one plan, a third or more stand in no earlier part."""
    shares = shares_of_own("twelfth", monkeypatch)
    assert min(shares) >= 1 / 3


@pytest.mark.parametrize("flag", sorted(irregular.CHANCES))
def test_what_is_rare_in_life_is_rare_here(flag):
    """Each irregularity is met now and then, and in no more plans than one of six."""
    assert 1 <= len(having(flag)) <= len(PLANS) / 6


def test_a_plan_without_a_table_says_all_that_its_table_would():
    """Where tasks are paragraphs, a text has each title and each time, and a workbook still has rows."""
    found = having("listed")
    for plan in found[:8]:
        text = plain(render(plan, "md").data.decode().replace("\\", ""))
        document = docx.Document(io.BytesIO(render(plan, "docx").data))
        cells = {plain(cell.text) for table in document.tables for row in table.rows for cell in row.cells}
        for task in plan.truth.tasks:
            assert plain(one(task.title)) in text
            assert plain(one(task.deadline_text)) in text
        assert not {plain(one(task.title)) for task in plan.truth.tasks} & cells
        assert len(openpyxl.load_workbook(io.BytesIO(render(plan, "xlsx").data)).active["A"]) > 1
    assert len(found) > 8


def test_a_theme_is_the_title_right_above_its_tasks():
    """Where themes stand in two levels, the upper titles may be called themes and no task is under them."""
    found = having("subthemes")
    for plan in found:
        titles = {one(task.theme[1]) for task in plan.truth.tasks if task.theme}
        assert plan.truth.loose
        assert not titles & set(map(str, plan.truth.loose))
        assert len(plan.truth.themes) > len(plan.truth.loose) / 2
    assert found


def test_money_by_year_stands_under_one_heading_and_is_no_deadline():
    """Where the costs have several columns, the plan keeps words for its times or says nothing of them."""
    found = having("budget_years")
    for plan in found:
        rows = [[row for row in table.rows if row.kind == "head"] for table in task_tables(plan)]
        assert all(any(cell and cell.columns > 1 for cell in heads[0].cells) for heads in rows if heads)
        assert "deadline" in plan.truth.columns
        assert not {"start", "end"} & plan.truth.columns
    assert found


def test_a_merged_cell_says_the_same_of_all_its_tasks():
    """Where a cell covers rows, the tasks in them share its deadline."""
    found = [plan for plan in having("merged_more") if "deadline" in plan.truth.columns]
    merged = 0
    for plan in found:
        rows = [row for table in task_tables(plan) for row in table.rows if row.kind in {"body", "sub"}]
        tasks = plan.truth.tasks
        for place, (row, task) in enumerate(zip([row for row in rows if not row.hidden], tasks, strict=True)):
            texts = [cell.text for cell in row.cells if cell and cell.rows > 1]
            if task.deadline_text in texts:
                merged += 1
                assert tasks[place + 1].deadline == task.deadline
    assert merged


def test_the_plan_of_a_department_gives_its_work_to_its_own_divisions():
    """A department's letterhead has the province above it, and its plan names the bodies within it."""
    found = [plan for plan in PLANS if str(one(plan.truth.document["issuer"])).startswith("Sở ")]
    for plan in found:
        head = next(part.text for part in plan.parts if isinstance(part, Line) and part.style == "letterhead")
        assert "\nSỞ " in plain(head.split("\n")[0]) + "\n" + plain(head.split("\n")[1])
        named = {name for task in plan.truth.tasks for name in task.leads}
        assert named <= set(bodies.DEPARTMENT.of["twelfth"])
    assert len(found) > 5


def test_a_draft_has_neither_a_number_nor_a_day():
    """Where number and day are left open, the truth has no day, and no digits in the number."""
    found = [plan for plan in PLANS if any(getattr(part, "text", "") == "DỰ THẢO" for part in plan.parts)]
    for plan in found:
        assert plan.truth.document["issued_on"] is None
        assert not re.search(r"\d", "".join(str(item) for item in plan.truth.document["number"].values))
    assert found


def test_the_mark_of_signing_stands_in_printed_files_alone():
    """The lines that an electronic signature prints are in the text of a printed file and in no page."""
    found = [plan for plan in PLANS if any(getattr(part, "style", "") == "stamp" for part in plan.parts)]
    for plan in found[:5]:
        mark = next(part.text for part in plan.parts if part.style == "stamp").split("\n")[1]
        assert plain(mark) in plain(render(plan, "txt").data.decode())
        assert plain(mark) not in plain(render(plan, "html").data.decode())
    assert len(found) > 5


@pytest.mark.parametrize("country", sorted(OF_COUNTRY))
def test_every_time_means_what_it_says(country):
    """Each own time ends on or after its beginning, and the year of its end stands in its words."""
    dice = Dice(5, "twelfth")
    for maker in OF_COUNTRY[country].own["twelfth"]:
        for _try in range(40):
            text, due = maker(dice)
            if due is UNSCORED or due.due is None:
                continue
            start = one(due.start)
            assert start is None or start <= due.due
            # Who has to be ready before the first of a year ends in the year before.
            assert due.due[:4] in text or due.due.endswith("12-31")


@pytest.mark.parametrize(
    ("text", "language", "value", "words"),
    [
        ("5/3/2026", "vi", "2026-03-05", "05/03/2026"),
        ("12 June 2026", "en", "2026-06-12", "2026-06-12"),
        ("85,5%", "vi", "0.855", "85.5%"),
        ("1.250", "vi", "1250", "1,250"),
        ("12.5", "en", "12.5", "12,5"),
    ],
)
def test_a_worksheet_keeps_days_and_figures_as_values(text, language, value, words):
    """What somebody types becomes a value, which may be read back in more than one form."""
    kept = typed(text, language)
    assert str(kept.value) == value
    assert text in kept.words
    assert words in kept.words


def test_a_typed_day_may_be_read_as_it_stands_or_as_it_is_shown():
    """The truth of a workbook takes both forms of a day, and that of a page only the words on it."""
    found = 0
    for plan in looking("typed", value=True):
        days = [task for task in plan.truth.tasks if typed(str(one(task.deadline_text)), plan.language)]
        if not days or isinstance(days[0].deadline_text, OneOf):
            continue
        place = plan.truth.tasks.index(days[0])
        wide = render(plan, "xlsx").truth.tasks[place].deadline_text
        assert days[0].deadline.due in wide.values
        assert render(plan, "html").truth.tasks[place].deadline_text == days[0].deadline_text
        found += 1
        if found == 3:
            break
    assert found


def test_a_cell_of_a_text_stands_below_its_heading():
    """Where a text keeps the columns of a page, cutting it at their beginnings gives every cell back."""
    found = [
        plan
        for plan in looking("text", value="columns")
        if not plan.looks["listed"] and render_columns.simple(plan) and render_columns.clear(plan)
    ]
    for plan in found[:20]:
        lines = render(plan, "txt").data.decode().split("\n")
        for table in task_tables(plan):
            widths = render_columns._widths(table)
            starts = [sum(widths[:place]) for place in range(len(widths) + 1)]
            columns = Counter()
            for place in range(len(widths)):
                columns[place] = plain(" ".join(line[starts[place] : starts[place + 1]] for line in lines))
            bodies_only = [row for row in table.rows if row.kind == "body" and not row.hidden]
            for row in bodies_only:
                assert all(
                    plain(cell.text) in columns[place]
                    for place, cell in enumerate(row.cells)
                    if cell and not cell.mark
                )
    assert len(found) > 10


def test_the_source_of_a_page_says_the_same_however_its_lines_are_broken():
    """A page that breaks its source lines, or that an office program saved, shows the words of every cell."""
    found = [plan for plan in PLANS if plan.looks["wrapped"] or plan.looks["office_page"]]
    found = [plan for plan in found if not plan.looks["listed"] and not plan.looks["split_rows"]]
    for plan in found[:20]:
        text = re.sub(r"\s", "", shown(render(plan, "html").data.decode()))
        assert all(re.sub(r"\s", "", word) in text for word in words(plan))
    assert len(found) > 20


def test_runs_torn_apart_and_lines_as_paragraphs_leave_the_words_of_a_cell():
    """A document's cells have the words of the plan whether or not a program tore their runs apart."""
    found = [
        plan for plan in looking("runs", value=True) if not plan.looks["tracked"] and not plan.looks["listed"]
    ]
    for plan in found[:12]:
        if "split_rows" in plan.notes or "nested" in plan.notes or "auto_numbers" in plan.notes:
            continue
        document = docx.Document(io.BytesIO(render(plan, "docx").data))
        cells = {plain(cell.text) for table in document.tables for row in table.rows for cell in row.cells}
        rows = [row for table in task_tables(plan) for row in table.rows if not row.hidden]
        wanted = {plain(cell.text) for row in rows for cell in row.cells if cell and not cell.mark}
        assert wanted <= cells
    assert len(found) > 12


def test_a_register_with_its_title_and_blank_rows_has_every_row_as_wide():
    """An exported sheet has the title above the rows and as many cells in each line."""
    found = looking("titled_csv", value=True)
    for plan in found[:12]:
        text = render(plan, "csv").data.decode().removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(text), delimiter=str(plan.looks["separator"])))
        assert len({len(row) for row in rows}) == 1
        assert plain(one(plan.truth.document["title"])).endswith(plain(rows[1][0] or rows[0][0]))
        assert not any(rows[-1])
    assert len(found) > 12


def test_a_margin_moves_the_rows_of_a_workbook_and_nothing_else():
    """Where people leave the first column blank, all cells stand one further to the right."""
    found = looking("offset", value=True)
    for plan in found[:6]:
        book = openpyxl.load_workbook(io.BytesIO(render(plan, "xlsx").data))
        seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
        cells = [cell for sheet in seen for row in sheet.iter_rows() for cell in row if cell.value]
        texts = {plain(cell.value) for cell in cells}
        assert all(cell.value is None for sheet in seen for cell in sheet["A"])
        assert {
            plain(one(task.title)) for task in plan.truth.tasks if not isinstance(task.title, OneOf)
        } <= texts
    assert found

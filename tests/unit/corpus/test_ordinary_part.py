"""What the thirteenth part of the corpus has alone: mostly regular plans, registers, and work by month."""

import csv
import io
import re

import docx
import openpyxl
import pytest
from tests.corpus import bodies, irregular, ordinary
from tests.corpus.chance import Dice, Pool
from tests.corpus.deadlines import OF_COUNTRY
from tests.corpus.model import UNSCORED, Line, OneOf, Table
from tests.corpus.perfect import one
from tests.corpus.programmes import make
from tests.corpus.render import render
from tests.corpus.render_columns import simple
from tests.corpus.score import plain
from tests.factories.newness import shares_of_own

PLANS = [make(seed, "thirteenth") for seed in range(300)]


def having(flag):
    """Return the plans that have an irregularity."""
    return [plan for plan in PLANS if flag in plan.notes]


def looking(name, *, value=True):
    """Return the plans of which a program makes this."""
    return [plan for plan in PLANS if plan.looks[name] == value]


def task_tables(plan):
    """Return the tables of tasks."""
    return [part for part in plan.parts if isinstance(part, Table) and part.name == "tasks"]


def titles(plan):
    """Return the words of all tasks that have one truth."""
    return {plain(task.title) for task in plan.truth.tasks if not isinstance(task.title, OneOf)}


def test_the_own_words_come_before_those_of_others():
    """The thirteenth part has no more words of others than of its own, and draws its own as it says."""
    pool = Pool(shared=["a", "b"], usual=["c"], twelfth=["p", "q", "r"], thirteenth=["x", "y"], fresh=0.75)
    dice = Dice(1, "thirteenth")
    drawn = [dice.one(pool) for _ in range(4000)]
    assert set(drawn) == {"a", "b", "x", "y"}
    assert 0.7 < sum(word in "xy" for word in drawn) / 4000 < 0.8
    marks = Pool(shared=["a", "b"], usual=["c"], twelfth=["p", "q", "r"], thirteenth=["x"], fresh=0.1)
    assert marks.of["thirteenth"] == ["a", "b", "c", "p", "x"]


def test_half_of_what_every_plan_draws_is_new(monkeypatch):
    """Of all words that chance takes for the plans, well over a half stand in no earlier part."""
    shares = shares_of_own("thirteenth", monkeypatch)
    assert sum(shares) / len(shares) > 0.55
    assert min(shares) > 0.45


def test_half_of_the_bodies_are_new():
    """Most bodies that the plans give work to are named by no plan of an earlier part of the same kind."""
    pools = [*bodies.OF_COUNTRY.values(), bodies.COMMUNE, bodies.DEPARTMENT, bodies.MINISTRY]
    own = {name for pool in pools for name in pool.own["thirteenth"]}
    named = [
        name.replace(" phường", " xã").replace(" thành phố", " tỉnh")
        for plan in PLANS
        for task in plan.truth.tasks
        for name in (*task.leads, *task.coordinators)
    ]
    assert sum(name in own for name in named) > len(named) / 2


def test_most_plans_are_regular_and_few_are_messy():
    """A half of the plans and more has one irregularity or none, and one of ten or fewer has six."""
    odd = [len(set(plan.notes) & irregular.ODD) for plan in PLANS]
    assert sum(count <= 1 for count in odd) > len(PLANS) / 2
    assert sum(count >= 3 for count in odd) > len(PLANS) / 20
    assert 1 <= sum(count >= 6 for count in odd) <= len(PLANS) / 10


@pytest.mark.parametrize("flag", sorted(irregular.OWN_CHANCES))
def test_what_only_this_part_has_is_no_rule(flag):
    """A register, work by month or a list in brackets is met now and then."""
    assert 1 <= len(having(flag)) <= len(PLANS) / 6


def test_the_title_above_the_tasks_tells_when_they_end():
    """Where the work stands by month or quarter, no column tells the time and each title names its year."""
    found = having("by_time")
    for plan in found:
        assert "deadline" not in plan.truth.columns
        assert not plan.truth.themes
        due = {task.deadline.due for task in plan.truth.tasks if not task.optional}
        said = " ".join(map(str, plan.truth.loose))
        assert len(due) > 1
        assert {day[:4] for day in due} <= set(re.findall(r"20\d\d", said))
        assert all(task.theme is UNSCORED and task.deadline_text is UNSCORED for task in plan.truth.tasks)
    assert len(found) > 5


def test_a_register_prints_what_its_clerk_keeps():
    """A register has two or three columns more, which are filled in every row and are no field of a task."""
    found = having("register")
    for plan in found:
        kept = [name for name in plan.truth.columns if name.startswith("kept ")]
        words = {
            heading.casefold()
            for pool in ordinary.REGISTERS.values()
            for heading, _ in pool.own["thirteenth"]
        }
        heads = [row for table in task_tables(plan) for row in table.rows if row.kind == "head"]
        shown = {plain(cell.text).casefold() for row in heads for cell in row.cells if cell}
        assert len(kept) in {2, 3}
        assert len(words & shown) == len(kept)
    assert len(found) > 10


def test_the_same_seed_gives_the_same_register_in_every_process():
    """What stands in the additional columns follows from the seed, not from the order of a set."""
    seed = having("register")[0].seed
    first, second = make(seed, "thirteenth"), make(seed, "thirteenth")
    assert [row.cells for table in task_tables(first) for row in table.rows] == [
        row.cells for table in task_tables(second) for row in table.rows
    ]
    assert sorted(first.truth.columns) == sorted(second.truth.columns)


def test_a_list_in_brackets_says_all_that_its_table_would():
    """Where a line in brackets stands below each task, it has the time and the product of that task."""
    found = having("bracketed")
    for plan in found:
        document = docx.Document(io.BytesIO(render(plan, "docx").data))
        texts = [plain(paragraph.text) for paragraph in document.paragraphs]
        for task in plan.truth.tasks:
            place = next(i for i, text in enumerate(texts) if text.endswith(f" {plain(one(task.title))}"))
            for value in (task.deadline_text, task.output):
                if one(value) not in {None, "?"}:
                    assert plain(one(value)).strip("-– ") in texts[place + 1]
    assert found


def test_a_ministry_gives_its_plan_to_its_own_units():
    """Some plans of a ministry name the bodies within it, and none of them names only some."""
    own = set(bodies.MINISTRY.of["thirteenth"])
    found = [plan for plan in PLANS if plan.truth.tasks and set(plan.truth.tasks[0].leads) & own]
    for plan in found:
        assert {name for task in plan.truth.tasks for name in task.leads} <= own
    assert len(found) > 5


def test_merged_cells_above_a_table_leave_every_row_in_place():
    """Where the title stands in cells merged across the table, the sheet has the titles of all tasks."""
    found = looking("merged_head")
    for plan in found[:6]:
        book = openpyxl.load_workbook(io.BytesIO(render(plan, "xlsx").data))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        assert titles(plan) <= {plain(cell.value) for cell in cells}
        assert any(sheet.merged_cells.ranges for sheet in book)
    assert len(found) > 20


def test_a_drawn_table_gives_every_cell_back():
    """Where bars part the cells of a text, what stands between two of them is the cell of that column."""
    found = [
        plan
        for plan in looking("text", value="ruled")
        if simple(plan) and not plan.looks["listed"] and len(task_tables(plan)) == 1
    ]
    for plan in found[:12]:
        text = render(plan, "txt").data.decode()
        rows = re.split(r"(?m)^\+[-+ ]*\+$", text)
        shown = [
            [plain(" ".join(words)) for words in zip(*lines, strict=True)]
            for lines in ([line[1:-1].split("|") for line in row.strip().split("\n")] for row in rows)
            if len({len(line) for line in lines}) == 1
        ]
        for row in task_tables(plan)[0].rows:
            wanted = [plain(cell.text) for cell in row.cells if cell]
            if row.kind == "body" and not row.hidden and not any(cell.mark for cell in row.cells if cell):
                assert wanted in shown
    assert len(found) > 5


def test_headings_without_styles_keep_their_words():
    """Where Word knows no headings, the title stands in bold in a plain paragraph."""
    found = [plan for plan in looking("plain_heads") if "text_box" not in plan.notes]
    for plan in found[:5]:
        document = docx.Document(io.BytesIO(render(plan, "docx").data))
        title = next(part.text for part in plan.parts if isinstance(part, Line) and part.style == "title")
        paragraph = next(item for item in document.paragraphs if plain(item.text) == plain(title))
        assert paragraph.style.name == "Normal"
        assert paragraph.runs[0].bold
    assert len(found) > 20


def test_an_exported_text_says_the_same_without_its_marks():
    """Where a word processor wrote the Markdown, the plan's words are left without its stars and strokes."""
    found = [
        plan for plan in looking("exported") if not plan.looks["listed"] and not plan.looks["markdown_html"]
    ]
    for plan in found[:8]:
        text = render(plan, "md").data.decode()
        bare = plain(re.sub(r"\\(.)", r"\1", text).replace("**", ""))
        assert all(title in bare for title in titles(plan) if "\n" not in title)
        assert not re.search(r"(?m)^#", text)
    assert len(found) > 20


def test_a_quoted_register_reads_back_as_it_was():
    """Where a program puts every cell in quotes, each row is as wide as the others."""
    found = looking("quoted")
    for plan in found[:8]:
        text = render(plan, "csv").data.decode().removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(text), delimiter=str(plan.looks["separator"])))
        assert text.startswith('"')
        assert len({len(row) for row in rows}) == 1
    assert len(found) > 20


def test_the_page_of_an_office_has_the_plan_and_menus_around_it():
    """A page within a site shows every title, and its tables are closed as often as they are opened."""
    found = [plan for plan in looking("site") if not plan.looks["listed"]]
    for plan in found[:8]:
        page = render(plan, "html").data.decode()
        assert page.count("<table") == page.count("</table>")
        assert page.count("<div") == page.count("</div>")
        assert page.count("<header") == 1 or "MsoNormal" in page
    assert len(found) > 20


@pytest.mark.parametrize("country", sorted(OF_COUNTRY))
def test_every_time_of_this_part_means_what_it_says(country):
    """Each own time ends on or after its beginning, and the year of its end stands in its words."""
    dice = Dice(7, "thirteenth")
    for maker in OF_COUNTRY[country].own["thirteenth"]:
        for _try in range(40):
            text, due = maker(dice)
            if due is UNSCORED or due.due is None:
                continue
            start = one(due.start)
            assert start is None or start <= due.due
            assert due.due[:4] in text or due.due.endswith("12-31")

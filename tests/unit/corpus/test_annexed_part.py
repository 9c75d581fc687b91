"""What the fourteenth part has alone: ordinary annexes, most of them Vietnamese, in new words."""

import re
from collections import Counter

import pytest
from tests.corpus import annexes, bodies, irregular, render_text, words_en, words_vi
from tests.corpus.chance import Dice, Pool
from tests.corpus.deadlines import OF_COUNTRY
from tests.corpus.headings import OF_LANGUAGE
from tests.corpus.model import UNSCORED, OneOf, Table
from tests.corpus.perfect import one
from tests.corpus.programmes import make
from tests.corpus.render import render
from tests.corpus.score import plain
from tests.corpus.titles import DOCUMENT_TITLES
from tests.factories.newness import shares_of_own

PLANS = [make(seed, "held_out") for seed in range(300)]


def having(flag):
    """Return the plans that have an irregularity."""
    return [plan for plan in PLANS if flag in plan.notes]


def task_tables(plan):
    """Return the tables of tasks."""
    return [part for part in plan.parts if isinstance(part, Table) and part.name == "tasks"]


def test_the_closed_part_has_few_words_of_others():
    """More than two thirds of what it may print are its own, which it draws three times of four."""
    known = {"shared": ["a", "b"], "usual": ["c"], "twelfth": ["p", "q", "r"], "thirteenth": ["s"] * 3}
    pool = Pool(**known, held_out=["v", "w", "x", "y", "z"])
    dice = Dice(1, "held_out")
    drawn = [dice.one(pool) for _ in range(4000)]
    assert set(drawn) == set("abvwxyz")
    assert 0.72 < sum(word in "vwxyz" for word in drawn) / 4000 < 0.78
    marks = Pool(**known, held_out=["x"], fresh=0.1)
    assert marks.of["held_out"] == ["a", "b", "c", "p", "s", "x"]


@pytest.mark.parametrize(
    "pool",
    [
        *(
            OF_LANGUAGE[language][name]
            for language in ("vi", "en")
            for name in ("title", "output", "deadline")
        ),
        *(OF_LANGUAGE[language][name] for language in ("vi", "en") for name in ("leads", "coordinators")),
        *(words.VERBS for words in (words_vi, words_en)),
        *(words.OBJECTS for words in (words_vi, words_en)),
        *(words.OUTPUTS for words in (words_vi, words_en)),
        *(words.THEMES for words in (words_vi, words_en)),
        *(words.MEASURES for words in (words_vi, words_en)),
        *(OF_COUNTRY[country] for country in OF_COUNTRY if country != "vn_english"),
        *DOCUMENT_TITLES.values(),
        *bodies.OF_COUNTRY.values(),
    ],
)
def test_two_thirds_of_the_words_are_new(pool):
    """Of headings, verbs, outputs, bodies, times, titles and units two thirds stand in no earlier part."""
    assert len(pool.own["held_out"]) * 3 >= len(pool.of["held_out"]) * 2


def test_most_of_what_every_plan_draws_is_new(monkeypatch):
    """Of all words that chance takes for the plans, about two thirds stand in no earlier part."""
    shares = shares_of_own("held_out", monkeypatch)
    assert sum(shares) / len(shares) > 0.63
    assert min(shares) > 0.5


def test_a_fifth_of_the_plans_is_in_english():
    """Most plans are Vietnamese, as most of those that the reader will meet."""
    english = sum(plan.language == "en" for plan in PLANS)
    assert len(PLANS) * 0.14 < english < len(PLANS) * 0.26


def test_half_of_the_plans_have_one_irregularity_or_none():
    """Ordinary annexes are the rule, and one plan of twelve or fewer has six irregularities."""
    odd = [len(set(plan.notes) & irregular.ODD) for plan in PLANS]
    assert sum(count <= 1 for count in odd) > len(PLANS) / 2
    assert 1 <= sum(count >= 6 for count in odd) <= len(PLANS) / 12


@pytest.mark.parametrize("flag", sorted(irregular.ANNEX_CHANCES))
def test_what_only_this_part_has_is_no_rule(flag):
    """Counts in titles, notes in the last row and slips of typing are met now and then."""
    assert len(PLANS) / 60 <= len(having(flag)) <= len(PLANS) / 4


def test_a_theme_that_tells_its_tasks_counts_them():
    """The number in the title of a theme is that of its tasks, and the title is right with and without it."""
    found = having("counted")
    for plan in found:
        for theme in plan.truth.themes:
            titles = [str(title) for title in theme[1].values]
            said = {int(number) for title in titles for number in re.findall(r"\((\d+) \D+\)$", title)}
            assert said == {sum(task.theme is theme for task in plan.truth.tasks)}
            assert [title for title in titles if not re.search(r"\(\d+ \D+\)$", title)]
    assert len(found) > 5


def test_a_note_in_the_last_row_is_no_task():
    """Where the table ends with a note, it covers all columns and stands below the last task."""
    found = having("noted_below")
    for plan in found:
        row = task_tables(plan)[-1].rows[-1]
        assert row.cells[0].columns == len(row.cells)
        assert plain(row.cells[0].text).casefold().startswith(("ghi chú", "note", "source", "*"))
        assert not [task for task in plan.truth.tasks if plain(row.cells[0].text) in plain(one(task.title))]
    assert len(found) > 5


def test_a_slip_in_a_heading_changes_one_word():
    """Where a typist mistook a letter, one heading has a wrong word, and the others are right."""
    wrong = [word for slips in annexes.SLIPS.values() for word in slips.values()]
    shown = []
    for plan in having("heading_slip"):
        heads = [cell for table in task_tables(plan)[:1] for row in table.rows for cell in row.cells if cell]
        words = {plain(cell.text).casefold() for cell in heads if cell.bold}
        shown.append(sum(any(slip.casefold() in text for slip in wrong) for text in words))
    assert max(shown) == 1
    assert sum(shown) > 3


def test_stray_blanks_change_no_word():
    """Where a typist left blanks, the words of every title still stand in the file."""
    found = having("spaced")
    for plan in found[:12]:
        text = plain(render(plan, "csv").data.decode().replace('""', '"'))
        wanted = [plain(task.title) for task in plan.truth.tasks if not isinstance(task.title, OneOf)]
        assert [title for title in wanted if title not in text] == []
    cells = [
        cell.text
        for plan in found
        for table in task_tables(plan)
        for row in table.rows
        for cell in row.cells
        if cell
    ]
    assert any("  " in text for text in cells)
    assert any(text.endswith(" ") for text in cells)


def test_plain_text_tells_where_its_cells_are():
    """A line for each cell is met only where each row begins with a number and one row holds the headings."""
    forms = Counter(render_text._form(plan) for plan in PLANS)
    for plan in PLANS:
        tables = [
            part for part in plan.parts if isinstance(part, Table) and part.name in {"tasks", "indicators"}
        ]
        rows = [
            row for table in tables for row in table.rows if row.kind in {"body", "sub"} and not row.hidden
        ]
        if render_text._form(plan) == "lines":
            assert all(re.search(r"\d", row.cells[0].text) for row in rows)
            assert all([row.kind for row in table.rows].count("head") <= 1 for table in tables)
    assert set(forms) == {"lines", "tabs", "columns", "ruled"}
    assert min(forms.values()) > 5


@pytest.mark.parametrize("country", sorted(OF_COUNTRY))
def test_every_time_of_this_part_means_what_it_says(country):
    """Each own time ends on or after its beginning, and the year of its end stands in its words."""
    dice = Dice(9, "held_out")
    for maker in OF_COUNTRY[country].own["held_out"]:
        for _try in range(40):
            text, due = maker(dice)
            if due is UNSCORED or due.due is None:
                continue
            start = one(due.start)
            assert start is None or start <= due.due
            assert due.due[:4] in text or due.due.endswith("12-31")


def test_the_bodies_of_one_place_stand_in_its_plans_alone():
    """A plan of a county or city names no body of another one."""
    from tests.corpus.closed.nations import NATIONS  # noqa: PLC0415  the words of the closed part

    for plan in PLANS:
        own = NATIONS.get(plan.country, [])
        named = {name for task in plan.truth.tasks for name in (*task.leads, *task.coordinators)}
        assert sum(bool(named & nation) for nation in own) <= 1

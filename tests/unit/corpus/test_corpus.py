"""The corpus that measures the reader: its plans and its parts differ, and its score counts right."""

import dataclasses
import re

import pytest
from tests.corpus import (
    aims,
    bodies,
    body_names,
    cell_words,
    column_words,
    deadlines,
    deadlines_yearless,
    extras,
    forewords,
    head,
    headings_en,
    headings_vi,
    irregular,
    issuers,
    measures_vi,
    more_columns,
    nations,
    offices,
    outputs_vi,
    programmes,
    progress,
    sampled,
    signatures,
    style,
    surroundings,
    tasks,
    titles,
    words_en,
    words_vi,
)
from tests.corpus.chance import RANKED, Dice, Pool
from tests.corpus.perfect import one, perfect
from tests.corpus.programmes import make
from tests.corpus.render import RENDERERS, render
from tests.corpus.score import plain, score_draft

from thuocdo.documents.types import Remark

PARTS = [
    "dev",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "held_out",
]
OPEN = PARTS[:13]
SEEDS = [1, 5, 17, 24, 33]
MODULES = [
    aims, bodies, body_names, cell_words, column_words, deadlines, deadlines_yearless, extras, head,
    headings_en, headings_vi, issuers, measures_vi, more_columns, offices, outputs_vi, programmes, progress,
    sampled, style, surroundings, tasks, titles, words_en, words_vi,
]  # fmt: skip


def pools(value):
    """Return the pools of words that a module or a dictionary holds, each once."""
    found = {}
    for item in value.values():
        if isinstance(item, Pool):
            found[id(item)] = item
        elif isinstance(item, dict):
            found |= {id(pool): pool for pool in pools(item)}
    return list(found.values())


def word(item):
    """Return a word of a pool for comparing: without line breaks and case, a deadline by examples of it."""
    if callable(item):
        return " | ".join(item(Dice(seed, "held_out"))[0].casefold() for seed in range(3, 15))
    text = str(item)
    return " ".join(text.split()).casefold() if any(map(str.isalnum, text)) else text


def texts(value):
    """Return all words that lists and dictionaries hold, however deep, without case."""
    if isinstance(value, str):
        return [value.casefold()]
    items = value.values() if isinstance(value, dict) else value
    return [text for item in items for text in texts(item)]


@pytest.mark.parametrize("pool", PARTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_perfect_reading_is_right_everywhere(seed, pool):
    """A draft made from the truth has no wrong field."""
    plan = make(seed, pool)
    score = score_draft(plan.truth, perfect(plan.truth), plan.aliases)
    assert score.fields > 80
    assert score.faults == []


def test_a_wrong_field_counts_once_and_a_remark_on_it_is_seen():
    """One changed output is one fault, remarked only when a remark names its row and field, or no field."""
    plan = make(1, "dev")
    draft = perfect(plan.truth)
    first = dataclasses.replace(draft.tasks[0], title=draft.tasks[0].title + " x")
    wrong = dataclasses.replace(draft, tasks=(first, *draft.tasks[1:]))
    where = f"task {first.code}"
    seen = {
        field: score_draft(
            plan.truth, dataclasses.replace(wrong, remarks=(Remark(where, "", field),)), plan.aliases
        ).faults
        for field in (None, "title", "output")
    }
    assert {field: [fault.remarked for fault in faults] for field, faults in seen.items()} == {
        None: [True],
        "title": [True],
        "output": [False],
    }


def test_a_missing_row_has_every_field_wrong_and_an_extra_row_one():
    """Leaving a task out costs all of its fields, inventing one costs a single field."""
    plan = make(1, "dev")
    draft = perfect(plan.truth)
    missing = score_draft(plan.truth, dataclasses.replace(draft, tasks=draft.tasks[1:]), plan.aliases)
    invented = dataclasses.replace(draft.tasks[0], code="999", title="An invented row")
    extra = score_draft(plan.truth, dataclasses.replace(draft, tasks=(*draft.tasks, invented)), plan.aliases)
    assert len(missing.faults) >= 6
    assert len(extra.faults) == 1


def test_the_same_seed_gives_the_same_plan_and_no_two_plans_are_alike():
    """Plans follow from their seed alone and share no task with all of another plan's tasks."""
    titles = [str([one(task.title) for task in make(seed, "held_out").truth.tasks]) for seed in range(30)]
    assert titles[3] == str([one(task.title) for task in make(3, "held_out").truth.tasks])
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("module", MODULES)
def test_a_third_of_the_held_out_words_are_its_own(module):
    """At least a third of what a held-out plan may print stands in no plan for work on the reader."""
    found = pools(vars(module))
    own = sum(len(set(map(word, pool.own["held_out"]))) for pool in found)
    everything = sum(len(set(map(word, pool.of["held_out"]))) for pool in found)
    assert found
    assert own >= everything / 3


@pytest.mark.parametrize("module", MODULES)
def test_no_own_word_of_the_held_out_part_stands_in_another_part(module):
    """What is called the held-out part's own is printed by no plan that work on the reader may explain."""
    found = pools(vars(module))
    others = [{word(item) for part in OPEN for item in pool.of[part]} for pool in found]
    both = [
        known & {word(item) for item in pool.own["held_out"]}
        for known, pool in zip(others, found, strict=True)
    ]
    assert all(pool.own["held_out"] for pool in found)
    assert [words for words in both if words] == []


@pytest.mark.parametrize(
    "words",
    [
        head.OF_PART, head.OF_DATE, nations.NATIONS, forewords.FOREWORDS, signatures.OF_CONTACT,
        signatures.OF_SIGNATURE, surroundings.OF_FOOTNOTES, *cell_words.DITTO.values(),
    ],
)  # fmt: skip
def test_the_words_by_part_have_the_held_out_part_apart(words):
    """Where words stand by part and in no pool, the held-out part has words that no other part has."""
    others = [text for part in OPEN for text in texts(words.get(part, []))]
    assert set(texts(words["held_out"])) - set(others)
    assert len(set(texts(words["held_out"])) & set(others)) <= 2


def test_each_part_has_its_own_irregularities():
    """Legends stand in the later parts, subtotals in the last ones, slips in the newest two."""
    later, own, newest = set(extras.CHANCES), set(extras.LAST_CHANCES), set(extras.NEWEST_CHANCES)
    closed, fresh = set(extras.CLOSED_CHANCES), set(extras.FRESH_CHANCES)
    latest, ranked = set(extras.LATEST_CHANCES), set(extras.OWN_CHANCES)
    sampled = set(irregular.CHANCES)
    known = later | own | newest | closed | fresh | latest | ranked | sampled
    found = {part: set() for part in PARTS}
    for part in PARTS:
        for seed in range(300 if part in RANKED else 150):
            found[part] |= set(make(seed, part).notes) & known
    last = later | own
    assert found == {
        "dev": set(),
        "second": set(),
        "third": later,
        "fourth": last,
        "fifth": last,
        "sixth": last | newest,
        "seventh": last | newest | closed,
        "eighth": last | newest | closed,
        "ninth": last | newest | closed | fresh,
        "tenth": last | newest | closed | fresh | latest,
        "eleventh": known - sampled,
        "twelfth": known,
        "thirteenth": known,
        "held_out": known,
    }


def test_bodies_with_one_canonical_name_do_not_stand_side_by_side():
    """No two bodies that a held-out plan may name are the same body for whoever compares them."""
    lists = [pool.of["held_out"] for pool in [*bodies.OF_COUNTRY.values(), bodies.COMMUNE]]
    twice = [len(names) - len({bodies.canonical(name, {}) for name in names}) for names in lists]
    assert twice == [0] * len(lists)


def test_the_marks_under_years_print_the_deadline_of_their_task():
    """Where columns of years stand for the deadline, the marked ones are exactly the years of the truth."""
    plans = [make(seed, "held_out") for seed in range(60)]
    found = [plan for plan in plans if "ticks" in plan.notes]
    for plan in found:
        table = next(part for part in plan.parts if getattr(part, "name", "") == "tasks")
        lower = [row for row in table.rows if row.kind == "head"][1]
        years = [int(cell.text) for cell in lower.cells if cell and cell.text.isdigit()]
        last = [task.deadline.due for task in plan.truth.tasks if task.deadline.due]
        assert len(years) > 2
        assert {int(due[:4]) for due in last} <= set(years)
    assert found


def test_the_columns_of_beginning_and_end_print_the_days_of_their_task():
    """Where two columns stand for the deadline, their years are those of the truth, in order."""
    plans = [make(seed, "held_out") for seed in range(200)]
    found = [plan for plan in plans if "ends" in plan.notes]
    for plan in found:
        due = [task.deadline for task in plan.truth.tasks if task.deadline.due]
        words = " ".join(
            cell.text
            for part in plan.parts
            for row in getattr(part, "rows", [])
            for cell in row.cells
            if cell
        )
        assert {"start", "end"} <= plan.truth.columns
        assert all(one(time.start) <= time.due for time in due)
        assert all(day[:4] in words for time in due for day in (one(time.start), time.due))
    assert found


def printed_tasks(plan):
    """Return each task of a plan with the cells of its row, and the first row of headings."""
    tables = [part for part in plan.parts if getattr(part, "name", "") == "tasks"]
    rows = [row for table in tables for row in table.rows if row.kind in {"body", "sub"} and not row.hidden]
    heads = next(row for row in tables[0].rows if row.kind == "head")
    return heads.cells, list(zip(rows, plan.truth.tasks, strict=True))


def test_the_marks_under_quarters_print_the_deadline_of_their_task():
    """Where a grid of quarters stands for the deadline, the truth runs from the first mark to the last."""
    plans = [make(seed, "held_out") for seed in range(60)]
    found = [plan for plan in plans if "quarters" in plan.notes]
    for plan in found:
        heads, rows = printed_tasks(plan)
        grid = {
            place + quarter: int(re.search(r"\d{4}", cell.text)[0]) * 4 + quarter
            for place, cell in enumerate(heads)
            if cell and cell.columns == 4
            for quarter in range(4)
        }
        assert len(grid) in {4, 8}
        for row, task in rows:
            marks = [quarter for place, quarter in grid.items() if row.cells[place].text]
            if not marks:
                assert task.optional or task.deadline.due is None
                continue
            starts = getattr(task.deadline.start, "values", (task.deadline.start,))
            assert marks == list(range(marks[0], marks[-1] + 1))
            assert f"{marks[0] // 4}-{marks[0] % 4 * 3 + 1:02}-01" in starts
            assert task.deadline.due[:7] == f"{marks[-1] // 4}-{marks[-1] % 4 * 3 + 3:02}"
    assert found


def test_the_marks_behind_the_names_print_the_part_of_each_body():
    """Where one column holds all bodies, as many names carry the mark of the lead as the truth has leads."""
    plans = [make(seed, "held_out") for seed in range(60)]
    found = [plan for plan in plans if "roles" in plan.notes]
    forms = [form for pool in column_words.ROLES.values() for form in pool.of["held_out"]]
    marks = {heading.casefold(): lead.removeprefix("{}").strip() for heading, lead, _ in forms}
    for plan in found:
        heads, rows = printed_tasks(plan)
        named = [plain(cell.text).casefold() if cell else "" for cell in heads]
        place, mark = next((named.index(word), mark) for word, mark in marks.items() if word in named)
        assert not {"leads", "coordinators"} & plan.truth.columns
        for row, task in rows:
            text = plain(row.cells[place].text)
            assert text.count(mark) == (len(task.leads) if text else 0)
            assert task.optional or (task.leads and task.coordinators)
    assert found


def test_a_year_in_the_heading_is_the_year_of_the_deadlines_below_it():
    """Where the heading names the year, no cell repeats it and the truth has it in every day."""
    plans = [make(seed, "held_out") for seed in range(60)]
    found = [plan for plan in plans if "one_year" in plan.notes]
    headings = set()
    for plan in found:
        heads, rows = printed_tasks(plan)
        texts = [str(one(task.deadline_text)) for _, task in rows]
        assert not [text for text in texts if re.search(r"20\d\d", text)]
        years = {task.deadline.due[:4] for _, task in rows if task.deadline.due}
        named = [found for cell in heads if cell for found in re.findall(r"20\d\d", cell.text)]
        headings |= years & set(named)
        assert len(years) == 1
    assert headings


def test_a_heading_of_fiscal_years_tells_which_month_they_end_with():
    """Where the heading explains the fiscal year, a whole one ends with the month that it names."""
    plans = [make(seed, "held_out") for seed in range(600)]
    found = [plan for plan in plans if "fiscal" in plan.notes]
    ends = {"March": "03-31", "June": "06-30", "September": "09-30"}
    for plan in found:
        said = str([part.rows for part in plan.parts if getattr(part, "name", "") == "tasks"]).title()
        last = next(day for month, day in ends.items() if re.search(rf"(?:To |–){month}", said))
        whole = [
            task.deadline
            for task in plan.truth.tasks
            if re.fullmatch(r"(End of )?FY ?20\d\d/\d\d", str(one(task.deadline_text)))
        ]
        assert [due.due[5:] for due in whole] == [last] * len(whole)
    assert found


def test_a_slip_of_numbering_leaves_a_number_out_or_prints_it_twice():
    """Where the numbers have a slip, they are no plain count, and a number printed twice is not scored."""
    plans = [make(seed, "held_out") for seed in range(150)]
    found = [plan for plan in plans if "misnumbered" in plan.notes and len(plan.truth.tasks) > 12]
    for plan in found:
        codes = [str(one(task.code)) for task in plan.truth.tasks]
        numbers = [int(re.sub(r"\D", "", code)) for code in codes if code != "?" and "not" not in code]
        twice = len(plan.truth.tasks) - len(numbers)
        assert twice in {0, 2}
        assert len(set(numbers)) == len(numbers)
        assert max(numbers) == len(codes) + (1 if twice == 0 else -1)
    assert found


def test_steps_and_units_within_a_cell_belong_to_its_task():
    """A list of steps stays in the words of one task, and a unit in brackets behind the name of its body."""
    plans = [make(seed, "held_out") for seed in range(60)]
    listed = [
        task
        for plan in plans
        if "bulleted" in plan.notes
        for task in plan.truth.tasks
        if "\n" in str(one(task.title))
    ]
    units = [unit for pool in cell_words.UNITS.values() for unit in pool.of["held_out"]]
    longer = {
        word: name
        for plan in plans
        if "units" in plan.notes
        for word, name in plan.aliases.items()
        if any(f"({unit})" in word for unit in units)
    }
    assert listed
    assert longer
    assert not [name for name in longer.values() if "(" in name]


def test_a_commune_names_its_own_bodies():
    """The plan of a commune gives its work to the bodies of a commune."""
    plans = [make(seed, "held_out") for seed in range(1000, 1040)]
    issued = [plan for plan in plans if " xã " in str(plan.truth.document["issuer"])]
    assert issued
    leads = {name for plan in issued for task in plan.truth.tasks for name in task.leads}
    assert leads <= set(bodies.COMMUNE.of["held_out"])


def test_the_place_of_a_tone_makes_no_other_body():
    """A name compares the same with its tone on either vowel, and another name does not."""
    assert bodies.canonical("Tỉnh uỷ Khánh Hoà", {}) == bodies.canonical("Tỉnh ủy Khánh Hòa", {})
    assert bodies.canonical("Tỉnh ủy Khánh Hòa", {}) != bodies.canonical("Tỉnh ủy Khánh Hoa", {})


@pytest.mark.parametrize("suffix", [suffix for suffix in RENDERERS if suffix != "pdf"])
@pytest.mark.parametrize("pool", PARTS)
def test_every_format_is_rendered(suffix, pool):
    """Each format gives a file that is not empty and names its format."""
    file = render(make(5, pool), suffix)
    assert file.name.endswith(f".{suffix}")
    assert len(file.data) > 1000

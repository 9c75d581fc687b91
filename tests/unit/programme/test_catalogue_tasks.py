"""The catalogue of the model programme: its tasks say something, hang together and match the document."""

import csv
import json
import re
import unicodedata
from dataclasses import fields
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from thuocdo.core.errors import NotFound
from thuocdo.core.messages import translate
from thuocdo.programme import reading_page
from thuocdo.programme.catalogue import catalogue, slugs
from thuocdo.programme.registry import register
from thuocdo.programme.types import Component, Cycle, DeadlineKind, Mode, Need, Programme, Rhythm, Task

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT.parent / "shared" / "reference"
DATA = ROOT / "src" / "thuocdo" / "programme" / "data" / "nq03"
LONGEST_NAME = 60
BLANK_OUTPUTS = {"3", "41", "42", "61", "76", "108", "114", "115", "131"}

seeds = pytest.mark.skipif(not REFERENCE.is_dir(), reason="needs ../shared with the seed documents")


@pytest.fixture(scope="module")
def programme() -> Programme:
    """Return the model programme."""
    return catalogue("nq03")


@pytest.fixture(scope="module")
def tasks(programme: Programme) -> dict[str, Task]:
    """Return its tasks by code."""
    return {task.code: task for task in programme.tasks}


# The programme as a whole


def test_programme_is_complete(programme: Programme) -> None:
    """The model programme carries seven themes and the tasks 1 to 140 in order."""
    assert [theme.code for theme in programme.themes] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [task.code for task in programme.tasks] == [str(number) for number in range(1, 141)]
    assert {task.theme for task in programme.tasks} == {theme.code for theme in programme.themes}


def test_slugs_name_what_can_be_read() -> None:
    """Each slug names a programme that carries that slug."""
    assert "nq03" in slugs()
    assert all(catalogue(slug).slug == slug for slug in slugs())


@pytest.mark.parametrize("slug", ["nq99", "", "vn", "../nq03"])
def test_unknown_slug_is_not_found(slug: str) -> None:
    """A slug without a programme is refused with the known ones as a hint."""
    with pytest.raises(NotFound) as refusal:
        catalogue(slug)
    assert "nq03" in refusal.value.hint


def test_cycles_follow_one_another_without_a_gap(programme: Programme) -> None:
    """Two cycles a year to 2030 share out every day from the programme's own date on."""
    cycles = programme.cycles
    assert [cycle.code for cycle in cycles] == [f"{y}-{n}" for y in range(2025, 2031) for n in (1, 2)]
    assert cycles[0].starts_on == programme.issued_on == date(2025, 1, 9)
    for before, after in pairwise(cycles):
        assert after.starts_on == before.ends_on + timedelta(days=1)


def test_cycles_end_before_their_reports_are_due(programme: Programme) -> None:
    """Reports are due before 15 June and before 1 December, the day after the cycle's last."""
    days = {(cycle.due_before.month, cycle.due_before.day) for cycle in programme.cycles}
    assert days == {(6, 15), (12, 1)}
    assert all(cycle.due_before == cycle.ends_on + timedelta(days=1) for cycle in programme.cycles)


def test_amendment_is_announced(programme: Programme) -> None:
    """The later act that changed the programme is named in both languages with its date."""
    (act,) = programme.amendments
    assert act.number == "71/NQ-CP"
    assert act.on > programme.issued_on
    assert act.note_vi
    assert act.note_en


def test_duties_stand_apart_from_tasks(programme: Programme, tasks: dict[str, Task]) -> None:
    """Seventeen clauses, three final provisions and two lost figures are duties without a task."""
    clauses = [duty.clause for duty in programme.duties]
    assert len(clauses) == len(set(clauses)) == 17 + 3 + 2
    assert {"II.1.đ", "II.1.i", "III.2", "III.3", "III.5", "57-NQ/TW III.6"} <= set(clauses)
    assert all(near in tasks for duty in programme.duties for near in duty.nearest_tasks)


@pytest.mark.parametrize(("file", "kinds"), [("tasks", (Task, Component)), ("programme", (Programme, Cycle))])
def test_data_files_hold_no_misspelt_field(file: str, kinds: tuple[type, type]) -> None:
    """Every key in the data is a field of its type, since unknown keys would be dropped in silence."""
    outer, inner = ({field.name for field in fields(kind)} for kind in kinds)
    content = json.loads((DATA / f"{file}.json").read_text(encoding="utf-8"))
    rows = content if isinstance(content, list) else [content]
    assert all(set(row) <= outer for row in rows)
    for row in rows:
        assert all(set(part) <= inner for part in (*row.get("components", ()), *row.get("cycles", ())))


# Names and readings


def test_names_are_short_and_distinct(programme: Programme) -> None:
    """Every task has a name of at most sixty characters in each language, shared with no other."""
    for names in ([t.name_vi for t in programme.tasks], [t.name_en for t in programme.tasks]):
        assert all(0 < len(name) <= LONGEST_NAME for name in names)
        assert len({name.casefold() for name in names}) == len(names)


def test_part_names_are_short_and_distinct_within_a_task(programme: Programme) -> None:
    """The parts of one task can be told apart by short names in each language."""
    for task in programme.tasks:
        for names in ([p.name_vi for p in task.components], [p.name_en for p in task.components]):
            assert all(0 < len(name) <= LONGEST_NAME for name in names), task.code
            assert len(set(names)) == len(names), task.code


def test_every_task_says_why_it_is_read_so(programme: Programme) -> None:
    """Each reading is one to three sentences in each language."""
    for task in programme.tasks:
        for reading in (task.reading_vi, task.reading_en):
            assert 1 <= len(re.findall(r"\.(?= |$)", reading)) <= 3, task.code
            assert len(reading) <= 300, task.code


def test_official_words_wait_for_the_document(programme: Programme) -> None:
    """No words of the document stand in the catalogue before it has been adopted."""
    assert all(task.title is task.output is task.leads_text is None for task in programme.tasks)


# What each task asks for


def test_every_task_asks_for_something_or_says_why_not(programme: Programme) -> None:
    """A task has parts, or it is not measurable and says the reason."""
    assert all(bool(task.components) != bool(task.unmeasurable) for task in programme.tasks)


def test_enough_tasks_can_reach_a_verdict(programme: Programme) -> None:
    """At least 120 tasks can be judged once evidence comes; only task 42 cannot."""
    assert [task.code for task in programme.tasks if task.unmeasurable] == ["42"]
    assert sum(not task.unmeasurable for task in programme.tasks) >= 120


def test_parts_are_lettered_and_prove_something(programme: Programme) -> None:
    """Parts are a, b, c…; each names at least one need, none twice."""
    for task in programme.tasks:
        assert "".join(p.code for p in task.components) == "abcdefghijklmnop"[: len(task.components)]
        assert all(p.any_of and len(set(p.any_of)) == len(p.any_of) for p in task.components)


def test_a_person_decides_only_where_no_rule_does(programme: Programme) -> None:
    """A part that a verifier decides has no other way of proof, and the other way round."""
    for task in programme.tasks:
        for part in task.components:
            assert part.check_person == (Need.PERSON in part.any_of), task.code
            assert not part.check_person or len(part.any_of) == 1, task.code


def test_blank_outputs_are_marked_as_read_elsewhere(tasks: dict[str, Task]) -> None:
    """Only the nine rows with a blank output take every part from the words or the lead's plan."""
    elsewhere = {
        code for code, task in tasks.items() if all(p.read_from in {"title", "plan"} for p in task.components)
    }
    assert elsewhere == BLANK_OUTPUTS
    assert {p.read_from for task in tasks.values() for p in task.components} == {"output", "title", "plan"}


@pytest.mark.parametrize(
    ("code", "needs"),
    [
        ("1", [Need.PM_DECISION, Need.RUNNING]),
        ("2", [Need.RUNNING]),
        ("7", [Need.PLAN]),
        ("10", [Need.DOSSIER]),
        ("20", [Need.LAW, Need.LAW]),
        ("26", [Need.DECREE] * 11),
        ("37", [Need.REPORT]),
        ("49", [Need.ASSEMBLY_RESOLUTION, Need.PM_DECISION, Need.FIGURE]),
        ("69", [Need.RUNNING, Need.RUNNING]),
        ("74", [Need.STANDARD, Need.STANDARD, Need.RUNNING]),
        ("140", [Need.PERSON]),
    ],
)
def test_first_noun_figures_and_verbs_decide(tasks: dict[str, Task], code: str, needs: list[Need]) -> None:
    """The output's noun, a figure and a verb of running each give the part that the rules name."""
    assert [need for part in tasks[code].components for need in part.any_of] == needs


@pytest.mark.parametrize("code", ["133", "134"])
def test_slash_means_either(tasks: dict[str, Task], code: str) -> None:
    """An output printed with a slash is one part with two ways of proof."""
    (part,) = tasks[code].components
    assert len(part.any_of) == 2


def test_listed_parts_are_all_required(tasks: dict[str, Task]) -> None:
    """Task 26 has eleven decrees, task 108 eleven items of which the third holds two systems."""
    assert len(tasks["26"].components) == len(tasks["108"].components) == 11
    assert [part.minimum for part in tasks["108"].components] == [1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1]


def test_special_rows_are_marked(programme: Programme) -> None:
    """Five tasks are checked against five parts, and task 11 has leads in doubt."""
    assert [t.code for t in programme.tasks if t.five_part] == ["1", "7", "60", "89", "128"]
    assert [t.code for t in programme.tasks if t.doubtful_leads] == ["11"]


# Who delivers, how often, by when


def test_modes_fit_leads_and_parts(programme: Programme) -> None:
    """Each its own needs several bodies, every part needs several parts, at least N stands once."""
    groups = {group.code for group in register().groups}
    for task in programme.tasks:
        several = len(task.leads) > 1 or bool(groups & set(task.leads))
        assert several or task.mode is not Mode.EACH_LEAD, task.code
        assert len(task.components) > 1 or task.mode is not Mode.EVERY_COMPONENT, task.code
        assert len(task.components) <= 1 or task.mode is not Mode.ONE_FOR_ALL, task.code
    counted = [task for task in programme.tasks if task.mode is Mode.AT_LEAST]
    assert [(task.code, task.minimum) for task in counted] == [("138", 10)]


def test_no_signature_is_asked_of_the_prime_minister_for_every_body(programme: Programme) -> None:
    """Only task 48, with schemes sector by sector, asks a Prime Minister's decision of each body."""
    asked = [
        task.code
        for task in programme.tasks
        if task.mode is Mode.EACH_LEAD and any(p.any_of == (Need.PM_DECISION,) for p in task.components)
    ]
    assert asked == ["48"]


def test_recurring_tasks_do_not_ask_for_the_same_act_twice_a_year(programme: Programme) -> None:
    """No half-yearly instance hangs on a high act alone, which nobody issues twice a year."""
    acts = {Need.LAW, Need.DECREE, Need.PM_DECISION, Need.APPROVED_SCHEME, Need.PLAN}
    for task in programme.tasks:
        if task.rhythm is Rhythm.EACH_CYCLE:
            assert all(not set(part.any_of) <= acts for part in task.components), task.code


def test_deadlines_agree_with_rhythm(programme: Programme) -> None:
    """What comes once has a due day; what recurs has none and its kind says how often."""
    allowed = {
        Rhythm.EACH_CYCLE: {DeadlineKind.ONGOING, DeadlineKind.OPEN_FROM},
        Rhythm.EACH_YEAR: {DeadlineKind.ANNUAL, DeadlineKind.ONGOING},
    }
    for task in programme.tasks:
        if task.rhythm is Rhythm.ONCE:
            assert (task.deadline.due is None) == bool(task.unmeasurable), task.code
        else:
            assert task.deadline.due is None, task.code
            assert task.deadline.kind in allowed[task.rhythm], task.code
        assert task.first_due == task.deadline.due, task.code


def test_only_yearly_work_plans_leave_the_half_year(programme: Programme) -> None:
    """Task 6 says ongoing and speaks of yearly plans, so it alone is counted by the year."""
    yearly = [t.code for t in programme.tasks if t.rhythm is Rhythm.EACH_YEAR]
    assert yearly == ["6", "49", "61", "124"]


def test_bodies_are_in_the_register(programme: Programme) -> None:
    """Every lead and coordinator is a body that existed on the programme's date, or a group."""
    bodies = register()
    known = {group.code for group in bodies.groups}
    known |= {body.code for body in bodies.agencies if body.exists_on(programme.issued_on)}
    named = {code for task in programme.tasks for code in (*task.leads, *task.coordinators)}
    assert named <= known
    assert all(task.leads for task in programme.tasks)


# The page made of it


def test_page_in_the_documents_is_what_the_catalogue_makes(capsys: pytest.CaptureFixture[str]) -> None:
    """The committed page equals what the catalogue makes of it today."""
    assert reading_page.main(["--check"]) == 0, capsys.readouterr().err


def test_stale_page_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An old page fails the check with the command that renews it, and writing heals it."""
    page = tmp_path / "how-we-read-each-task.md"
    page.write_text("old", encoding="utf-8")
    monkeypatch.setattr(reading_page, "_PAGE", page)
    assert reading_page.main(["--check"]) == 1
    assert "--write" in capsys.readouterr().err
    assert reading_page.main(["--write"]) == 0
    assert reading_page.main(["--check"]) == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_page_has_a_row_for_every_task_and_duty(programme: Programme, language: str) -> None:
    """Each task and each duty has one row with as many cells as the table has columns."""
    page = reading_page.how_we_read(programme, language)
    rows = [line for line in page.splitlines() if re.match(r"\| (\d|II|57)", line)]
    assert len(rows) == len(programme.tasks) + len(programme.duties)
    assert {row.count(" | ") for row in rows} == {7, 2}


def test_page_is_wholly_translated() -> None:
    """Every message of the page has its Vietnamese words."""
    tables = (reading_page.NEEDS, reading_page.MODES, reading_page.RHYTHMS, reading_page.SOURCES)
    messages = [message for table in tables for message in table.values()]
    messages += [*reading_page._COLUMNS, *reading_page._RULES, reading_page._SUMMARY, reading_page._TITLE]
    assert set(reading_page.NEEDS) == set(Need)
    assert [message for message in messages if translate(message, "vi") == message] == []


# Against the document's own rows


@pytest.mark.seeds
@seeds
def test_facts_equal_the_hand_checked_rows(tasks: dict[str, Task]) -> None:
    """Theme, leads, coordinators, deadline and clauses of all rows are those of the document."""
    for row in _reference("tasks"):
        task = tasks[str(row["no"])]
        due, start = row["deadline"]["due"], row["deadline"]["start"]
        assert task.theme == row["group"]
        assert list(task.leads) == [_codes()[key] for key in row["lead_ids"]], task.code
        assert list(task.coordinators) == [_codes()[key] for key in row["coordinating_ids"]], task.code
        assert task.deadline.text == row["deadline_raw"], task.code
        assert task.deadline.kind == row["deadline"]["kind"], task.code
        assert task.deadline.due == (date.fromisoformat(due) if due else None), task.code
        assert task.deadline.start == (date.fromisoformat(start) if start else None), task.code
        clauses = [c if c.startswith("III") else f"II.{c}" for c in row.get("clauses", [])]
        assert list(task.clauses) == clauses, task.code


@pytest.mark.seeds
@seeds
def test_duties_are_the_clauses_without_a_task(programme: Programme) -> None:
    """Each clause that no task covers is a duty with the same nearest tasks."""
    duties = {duty.clause: list(duty.nearest_tasks) for duty in programme.duties}
    uncovered = [row for row in _reference("coverage") if row["status"] == "none"]
    assert len(uncovered) == 17
    for row in uncovered:
        assert duties[f"II.{row['clause']}"] == [str(near) for near in row["nearest_tasks"]]


@pytest.mark.seeds
@seeds
def test_our_words_copy_no_sentence(programme: Programme) -> None:
    """No eight words in a row of the document's titles and clauses stand in our names or readings."""
    theirs: set[tuple[str, ...]] = set()
    for row in _reference("tasks"):
        theirs |= _runs(row["title_vi"]) | _runs(row.get("title_en") or "")
    for row in _reference("clauses"):
        theirs |= _runs(row["text_vi"]) | _runs(row.get("text_en") or "")
    ours = [
        text
        for task in programme.tasks
        for text in (
            *(task.name_vi, task.name_en, task.reading_vi, task.reading_en),
            *(name for part in task.components for name in (part.name_vi, part.name_en)),
        )
    ]
    ours += [text for duty in programme.duties for text in (duty.name_vi, duty.name_en)]
    assert [text for text in ours if _runs(text) & theirs] == []


@cache
def _reference(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((REFERENCE / "nq03" / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@cache
def _codes() -> dict[str, str]:
    """Return the reference's agency ids as codes of agencies.csv, unit ids of provinces, or themselves."""
    with (REFERENCE / "vn" / "agencies.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    known = {row["name_vi"].casefold(): row["code"] for row in rows} | {
        row["code"].casefold(): row["code"] for row in rows
    }
    with (REFERENCE / "vn" / "provinces.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["system"] == "63"]
    known |= {row["full_name_vi"].casefold(): row["unit_id"] for row in rows}
    return {row["id"]: known.get(row["name_vi"].casefold(), row["id"]) for row in _reference("agencies")}


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}

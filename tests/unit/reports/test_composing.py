"""The outline: which sections, whose words, and what is refused before anything is composed."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.composed import a_snapshot, asked_for, composed
from tests.factories.facts import some_facts

from thuocdo.core.errors import Invalid, NotFound
from thuocdo.cycles.types import Situation, State
from thuocdo.reports.composing import compose, cycle_of
from thuocdo.reports.types import Heading, Line, Own, Voice, lines_of

OUTLINE = [
    ("leadership", "I.", 1),
    ("results", "II.", 1),
    ("theme-I", "1.", 2),
    ("theme-II", "2.", 2),
    ("money", "3.", 2),
    ("assessment", "4.", 2),
    ("indicators", "III.", 1),
    ("shortcomings", "IV.", 1),
    ("causes", "1.", 2),
    ("next", "V.", 1),
    ("proposals", "VI.", 1),
]


@pytest.mark.parametrize("agency", ["", "bo-a"])
def test_the_outline_is_the_one_used_in_practice(agency):
    """Leadership, results by group, indicators, shortcomings and causes, next tasks, proposals."""
    report = composed(agency=agency).report
    assert [(each.key, each.number, each.level) for each in report.sections] == OUTLINE


def test_the_annex_of_tasks_has_the_seven_columns():
    """Number, task, lead, output, deadline, status by evidence, evidence and remarks; one row a task."""
    report = composed(language="en").report
    grid = report.annexes[0].grid
    assert grid.heads == (
        *("No.", "Task", "Lead", "Required output", "Deadline"),
        *("Status by evidence", "Evidence, remarks"),
    )
    numbers = [row[0][0].text for row in grid.rows]
    assert numbers == ["I", "1", "2", "3", "4", "II", "5", "6"]
    assert [cell[0].text for cell in grid.rows[1]][5] == "Done"


def test_ministries_and_provinces_never_share_a_table():
    """Who reported stands in one annex for ministries and in another for provinces."""
    annexes = {each.key: each.grid for each in composed().report.annexes}
    names = {key: [row[1][0].text for row in annexes[key].rows] for key in ("central", "provinces")}
    assert names == {"central": ["Bộ A", "Tổng"], "provinces": ["Tỉnh X", "Tỉnh Y", "Tổng"]}


def test_sentences_of_bodies_are_quoted_with_their_source():
    """A body's sentence stands word for word with its name, the task and the day, and with its report."""
    quoted = [line for _, line in lines_of(composed().report) if line.voice is Voice.QUOTED]
    assert [line.text for line in quoted] == [
        "“=Đã trình, chờ ký” (Bộ A, nhiệm vụ số 2, báo cáo ngày 28/11/2025)"
    ]
    assert [(each.agency, each.report, each.task) for each in quoted[0].sources] == [("bo-a", "r1", "2")]


def test_the_same_sentence_of_many_stands_once():
    """Equal sentences are one quote that names their bodies and tasks."""
    facts = some_facts()
    more = (
        replace(facts.reports[0], id="r2", task="1"),
        replace(facts.reports[0], id="r3", task="4", agency="tinh-x"),
    )
    snapshot = a_snapshot(reports=(*facts.reports, *more))
    quoted = [line for _, line in lines_of(composed(snapshot=snapshot).report) if line.voice is Voice.QUOTED]
    assert len(quoted) == 1
    assert "nhiệm vụ số 1, 2" in quoted[0].text
    assert "Tỉnh X, nhiệm vụ số 4" in quoted[0].text


def test_obstacles_stand_among_the_shortcomings():
    """What a body calls an obstacle is quoted where shortcomings stand."""
    told = replace(
        some_facts().reports[0], situation=Situation.OBSTACLE, obstacle="Thiếu kinh phí", public_sentence=""
    )
    report = composed(snapshot=a_snapshot(reports=(told,))).report
    section = next(each for each in report.sections if each.key == "shortcomings")
    assert any(isinstance(each, Line) and "“Thiếu kinh phí” (Bộ A" in each.text for each in section.blocks)


def test_what_has_not_left_a_body_is_never_quoted():
    """A returned report's sentence is not quoted."""
    returned = replace(some_facts().reports[0], state=State.RETURNED)
    report = composed(snapshot=a_snapshot(reports=(returned,))).report
    assert [line for _, line in lines_of(report) if line.voice is Voice.QUOTED] == []


def test_a_bodys_report_speaks_of_its_own_tasks_and_words_only():
    """A province's report counts its parts, lists its tasks, and quotes nobody else."""
    report = composed(agency="tinh-x").report
    assert [row[0][0].text for row in report.annexes[0].grid.rows] == ["I", "4"]
    assert [line for _, line in lines_of(report) if line.voice is Voice.QUOTED] == []
    assert report.heading.issuer == "Tỉnh X"
    assert "Tỉnh Y" not in "\n".join(line.text for _, line in lines_of(report))


def test_an_author_adds_paragraphs_and_items():
    """Each line is a paragraph after what the snapshot says; a dash makes an item."""
    report = composed({"causes": "Do {tasks.late} việc\n\n- một\n• hai"}).report
    section = next(each for each in report.sections if each.key == "causes")
    assert [(each.text, each.item, each.voice) for each in section.blocks] == [
        ("Do 3 việc", False, Voice.AUTHOR),
        ("một", True, Voice.AUTHOR),
        ("hai", True, Voice.AUTHOR),
    ]


def test_a_part_that_nobody_wrote_says_so():
    """An empty section asks its author instead of standing empty."""
    report = composed().report
    section = next(each for each in report.sections if each.key == "proposals")
    assert [each.text for each in section.blocks] == ["[Phần này do cơ quan soạn báo cáo viết.]"]


def test_periods_and_bodies_that_are_not_there_are_refused():
    """An unknown period, one that has not begun, and an unknown body are refused with what is known."""
    programme = some_facts().programme
    with pytest.raises(NotFound, match="2025-1"):
        cycle_of(programme, "2031-9", day=date(2025, 12, 31))
    with pytest.raises(Invalid, match="begins on"):
        cycle_of(programme, "2025-2", day=date(2025, 6, 1))
    snapshot = a_snapshot()
    with pytest.raises(NotFound, match="khong-co"):
        compose(replace(asked_for(snapshot), agency="khong-co"), snapshot)


def test_the_same_snapshot_gives_the_same_report():
    """Composing twice gives equal values; what stands above is the office's own."""
    snapshot = a_snapshot()
    own = Own(heading=Heading(issuer="Bộ A", place="Hà Nội", dated=date(2025, 6, 5)))
    first, second = (compose(asked_for(snapshot), snapshot, own).report for _ in range(2))
    assert first == second
    assert first.heading == own.heading

"""What people decided becomes the draft: edited words are read again, confirmed doubts are gone."""

from datetime import date

import pytest
from tests.factories.reviewed import EDUCATION, HEALTH, a_draft, agree

from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.rules import agreed, new_row_step
from thuocdo.programme.review.settling import read_day, reread, typed
from thuocdo.programme.review.types import WHOLE, NewRow, Step, Verdict

DRAFT = a_draft()


def after(where, field, verdict, value=""):
    """Return the draft after one word."""
    return agreed(DRAFT, [Step("an", verdict, where, field, value)])


def task(draft, code):
    """Return a task by its number."""
    return next(each for each in draft.tasks if each.code == code)


def test_agreeing_changes_no_fact():
    """Accepting everything as read leaves every value, removes the doubts and makes each row sure."""
    found = agreed(DRAFT, agree(DRAFT, "an"))
    assert [(each.title, each.leads, each.deadline) for each in found.tasks] == [
        (each.title, each.leads, each.deadline) for each in DRAFT.tasks
    ]
    assert {each.confidence for each in (*found.tasks, *found.indicators)} == {1.0}
    assert [note.code for note in found.remarks] == ["name_variant"]


def test_new_words_for_a_time_are_read_as_a_time():
    """The printed words and the typed deadline change together."""
    found = task(after("task 1", "deadline", Verdict.EDIT, "Quý II/2026"), "1")
    assert (found.deadline_text, found.deadline.kind) == ("Quý II/2026", "quarter")
    assert found.deadline.due == date(2026, 6, 30)


def test_new_words_for_owners_are_read_as_bodies():
    """Names are found in the new words, also by their short forms."""
    found = task(after("task 3", "leads", Verdict.EDIT, "Bộ GD&ĐT, Bộ Y tế"), "3")
    assert found.leads == (EDUCATION, HEALTH)
    assert found.leads_text == "Bộ GD&ĐT, Bộ Y tế"


@pytest.mark.parametrize(
    ("printed", "comparator", "value"), [("≥ 40", ">=", "40"), ("dưới 12,5", "<", "12.5")]
)
def test_new_words_for_a_target_are_read_as_a_target(printed, comparator, value):
    """Comparator and figure come from the new words."""
    (found,) = after("indicator 1@2030", "target", Verdict.EDIT, printed).indicators
    assert [(each.comparator, each.value) for each in found.targets] == [(comparator, value)]
    assert found.target_text == printed


@pytest.mark.parametrize(
    ("field", "name", "empty"),
    [("deadline", "deadline_text", None), ("coordinators", "coordinators", ()), ("output", "output", None)],
)
def test_a_cell_that_should_be_blank_becomes_blank(field, name, empty):
    """Words and reading are both gone."""
    assert getattr(task(after("task 1", field, Verdict.BLANK), "1"), name) == empty


def test_an_indicator_moves_to_another_year_and_loses_its_target():
    """The horizon is a number; a blank target has no figures."""
    (moved,) = after("indicator 1@2030", "horizon", Verdict.EDIT, "2045").indicators
    assert (moved.horizon, moved.targets) == (2045, DRAFT.indicators[0].targets)
    (blank,) = after("indicator 1@2030", "target", Verdict.BLANK).indicators
    assert (blank.target_text, blank.targets) == (None, ())


def test_the_head_a_theme_and_a_clause_can_be_put_right():
    """Day of issue, number, the title of a theme and the words of a clause take what was typed."""
    assert after("document", "issued_on", Verdict.EDIT, "9/1/2025").document.issued_on == date(2025, 1, 9)
    assert after("document", "number", Verdict.EDIT, "2/KH-T").document.number == "2/KH-T"
    assert after("theme II", "title", Verdict.EDIT, "Hoa hồng").themes[1].title == "Hoa hồng"
    assert after("clause I.1", "text", Verdict.EDIT, "Trồng hoa.").clauses[0].text == "Trồng hoa."


def test_a_dropped_row_is_gone_with_its_remarks():
    """Neither the row nor what was doubtful about it is left."""
    found = after("task 3", WHOLE, Verdict.DROP)
    assert [each.code for each in found.tasks] == ["1", "2"]
    assert "unknown_agency" not in [note.code for note in found.remarks]


def test_an_added_row_stands_in_its_place_and_takes_words():
    """It follows the row it was added below, and its cells are read like those of the document."""
    step = new_row_step(NewRow("task", "2a", "Việc mới", after="task 2", theme="II"), (), by="an")
    words = [step, Step("an", Verdict.EDIT, step.where, "deadline", "2026")]
    found = agreed(DRAFT, words)
    assert [each.code for each in found.tasks] == ["1", "2", "2a", "3"]
    assert (found.tasks[2].theme, found.tasks[2].deadline.due) == ("II", date(2026, 12, 31))
    row = new_row_step(NewRow("indicator", "9", "Chỉ tiêu mới", horizon=2035), (), by="an")
    assert [(each.code, each.horizon) for each in agreed(DRAFT, [row]).indicators] == [
        ("1", 2030),
        ("9", 2035),
    ]


def test_what_nobody_decided_keeps_its_remark():
    """A half-reviewed draft still says what is doubtful, and the row stays unsure."""
    found = after("task 2", "output", Verdict.BLANK)
    assert "unknown_agency" in [note.code for note in found.remarks]
    assert task(found, "3").confidence < 1


def test_new_words_may_be_doubtful_too():
    """A cell that is read again says what is doubtful about the new words."""
    row = next(row for row in rows_of(DRAFT) if row.where == "task 1")
    again = reread(row, row.cell("deadline"), "sớm nhất có thể")
    assert [note.code for note in again.doubts] == ["deadline_unread"]
    owners = reread(row, row.cell("leads"), "Hội Chim")
    assert (owners.names, [note.code for note in owners.doubts]) == (("Hội Chim",), ["unknown_agency"])


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("9/1/2025", date(2025, 1, 9)),
        ("2025-01-09", date(2025, 1, 9)),
        ("31/2/2025", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_day_is_read_or_refused(printed, day):
    """Both spellings of a day are read; what is no day is none."""
    assert read_day(printed) == day


def test_typed_words_get_the_spelling_of_the_readers():
    """Decomposed letters are composed, control characters and needless space go, lines stay."""
    assert typed("  Bộ \x00 Y\tte\u0302\u0301 \r\n\r\n- hai\x1b ") == "Bộ Y tế\n\n- hai"

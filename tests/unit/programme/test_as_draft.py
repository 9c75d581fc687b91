"""An adopted programme as a draft: its rows, its words where they were adopted, bodies that have ended."""

from dataclasses import replace
from datetime import date

import pytest

from thuocdo.programme.as_draft import as_draft, day_of, ended_bodies
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register

MERGED = date(2025, 3, 1)


@pytest.fixture(scope="module")
def programme():
    """Return the built-in programme."""
    return catalogue("nq03")


def test_all_rows_stand_in_the_draft(programme):
    """Tasks, indicator rows, themes, and the duties without a task as clauses."""
    draft = as_draft(programme, register())
    assert [item.code for item in draft.tasks] == [item.code for item in programme.tasks]
    assert len(draft.indicators) == len(programme.indicators)
    assert [item.code for item in draft.clauses] == [item.clause for item in programme.duties]
    assert (draft.document.number, draft.document.issued_on) == ("03/NQ-CP", date(2025, 1, 9))


@pytest.mark.parametrize(
    ("language", "lead", "scope"),
    [
        ("vi", "Bộ Thông tin và Truyền thông", "Đông Nam Á"),
        ("en", "Ministry of Information and Communications", "Southeast Asia"),
    ],
)
def test_names_and_scopes_in_either_language(programme, language, lead, scope):
    """Codes become the names that reading a document gives."""
    draft = as_draft(programme, register(), language=language)
    ranks = next(item for item in draft.indicators if item.code == "4")
    assert draft.tasks[0].leads == (lead,)
    assert (ranks.targets[0].comparator, ranks.targets[0].value, ranks.targets[0].scope) == ("<=", "3", scope)


def test_adopted_words_come_before_our_own(programme):
    """A title and output that were adopted are shown; an output that was not stays blank."""
    first, second = programme.tasks[:2]
    adopted = replace(programme, tasks=(replace(first, title="Tên in", output="Quyết định"), second))
    one, other = as_draft(adopted, register()).tasks
    assert (one.title, one.output) == ("Tên in", "Quyết định")
    assert (other.title, other.output) == (second.name_vi, None)


def test_what_a_later_act_replaced_is_left_out(programme):
    """A task that an act has replaced is no task of the version any more."""
    gone = replace(programme.tasks[0], replaced_by="71/NQ-CP", replaced_on=date(2025, 4, 1))
    draft = as_draft(replace(programme, tasks=(gone, *programme.tasks[1:])), register())
    assert draft.tasks[0].code == "2"


@pytest.mark.parametrize(
    ("name", "as_of", "successor"),
    [
        ("Bộ Kế hoạch và Đầu tư", MERGED, "Ministry of Finance"),
        ("Ministry of Transport", MERGED, "Ministry of Construction"),
        ("Bộ Kế hoạch và Đầu tư", date(2025, 2, 28), None),
        ("Bộ Y tế", MERGED, None),
        ("Câu lạc bộ làm vườn", MERGED, None),
    ],
)
def test_bodies_that_have_ended(name, as_of, successor):
    """A body is gone from the day after its last one; a name that nobody knows is no finding."""
    ended = ended_bodies(register(), as_of)(name, date(2025, 1, 9))
    assert (ended.successor_en if ended else None) == successor
    assert ended is None or ended.last_day == date(2025, 2, 28)


def test_the_later_document_gives_the_day(programme):
    """Without a day the later date of issue counts; a document without one gives none."""
    draft = as_draft(programme, register())
    undated = replace(draft, document=replace(draft.document, issued_on=None))
    assert day_of(draft, undated) == date(2025, 1, 9)
    assert day_of(undated, undated) is None

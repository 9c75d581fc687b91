"""The review in a terminal follows the same rules, and a sitting can be broken off at any key."""

import msgspec
import pytest
from tests.factories.reviewed import EDUCATION, a_draft

from thuocdo.cli.review import Progress, Walk, load, save
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.documents.types import DocumentData
from thuocdo.programme.review.types import Passage, Step, Verdict

DRAFT = a_draft()
PASSAGES = (Passage("1.", 110), Passage("Việc 1", 112), Passage("2.", 120), Passage("3.", 130))


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    """Let the terminal speak English."""
    monkeypatch.setenv("THUOCDO_LANG", "en")


def sit(answers, steps=()):
    """Let somebody type these answers, then leave; returns the sitting, what was shown, what was saved."""
    typed, shown, saved = iter(answers), [], []
    walk = Walk(DRAFT, PASSAGES, steps, by="an", ask=lambda _prompt: next(typed, "q"), say=shown.append)
    walk.run(save=lambda done: saved.append(list(done)))
    return walk, "\n".join(shown), saved


def test_somebody_goes_through_all_cells():
    """One key for each cell, words where they are needed; then nothing is left."""
    walk, shown, saved = sit(["e 9/1/2025", "a", "b", "e", EDUCATION, "a"])
    assert walk.standing().open == {}
    assert [step.verdict for step in walk.steps] == ["edit", "accept", "blank", "edit", "accept"]
    assert "[0/5] Document 1/KH-T · Issued on" in shown
    assert "! No day of issue was found." in shown
    assert len(saved) == 6


def test_the_source_stands_above_the_cell():
    """The passage of the row is shown with its place, up to where the next row begins."""
    _walk, shown, _saved = sit(["n", "n", "q"])
    assert "    | (paragraph 120)\n    | 2." in shown
    assert "3." not in shown


def test_next_skips_and_comes_round():
    """A skipped cell is asked again after the last one."""
    walk, shown, _saved = sit(["n", "n", "n", "n", "n", "e 9/1/2025"])
    assert shown.count("Issued on") == 2
    assert [step.field for step in walk.steps] == ["issued_on"]


def test_undo_asks_the_cell_again():
    """The step before is taken back and its cell is shown again."""
    walk, shown, _saved = sit(["e 9/1/2025", "u", "q"])
    assert len(walk.standing().open) == 5
    assert shown.count("Issued on") == 2
    assert "no step of yours" in sit(["u"])[1]


def test_a_row_can_be_dropped():
    """The key is about the row in which the cell stands."""
    walk, _shown, _saved = sit(["n", "n", "n", "d"])
    assert (walk.steps[-1].where, walk.steps[-1].field) == ("task 3", "row")


@pytest.mark.parametrize(
    ("answer", "words"), [("a", "blank is right"), ("x", "no such key"), ("e  ", "No words")]
)
def test_what_is_refused_is_asked_again(answer, words):
    """A wrong key, an accepted blank and an empty edit change nothing and say why."""
    walk, shown, _saved = sit([answer, " "])
    assert walk.steps == []
    assert words.lower() in shown.lower()


def test_new_words_are_shown_as_they_are_read():
    """Who types a body's short name sees whom it means, and what is doubtful about it."""
    _walk, shown, _saved = sit(["n", "n", "n", "e Bộ GD&ĐT, Hội Chim"])
    assert f"read as: {EDUCATION}; Hội Chim" in shown
    assert "“Hội Chim” is no known body" in shown


def test_a_sitting_goes_on_where_it_ended(tmp_path):
    """The file holds steps and draft; the next sitting asks only what is left."""
    out = tmp_path / "a.review.json"
    walk, _shown, _saved = sit(["e 9/1/2025", "a"])
    save(out, DRAFT, walk.steps)
    steps = load(out, DRAFT)
    assert steps == walk.steps
    again, shown, _saved = sit([], steps)
    assert len(again.standing().open) == 3
    assert "[2/5]" in shown
    found = msgspec.json.decode(out.read_bytes(), type=Progress)
    assert found.draft.document.issued_on.isoformat() == "2025-01-09"
    assert [path.name for path in tmp_path.iterdir()] == ["a.review.json"]


def test_two_people_can_share_the_file(tmp_path):
    """A second person is asked everything again, and a difference waits."""
    out = tmp_path / "a.json"
    save(out, DRAFT, [Step("binh", Verdict.BLANK, "task 3", "leads")])
    walk, _shown, _saved = sit(["n", "n", "n", "a"], load(out, DRAFT))
    assert walk.standing().open["task 3", "leads"] == "conflict"


def test_the_review_of_another_file_is_not_overwritten(tmp_path):
    """A file that belongs to another document, or is no review, is refused."""
    out = tmp_path / "a.json"
    assert load(out, DRAFT) == []
    save(out, DRAFT, [])
    other = a_draft(document=DocumentData(sha256="cd" * 32))
    with pytest.raises(Conflict):
        load(out, other)
    out.write_text("{}", encoding="utf-8")
    with pytest.raises(Invalid):
        load(out, DRAFT)

"""The words of the grid: all of them in both languages, and every reason of the rules has its sentence."""

import ast
from pathlib import Path

from thuocdo.core.messages import Reason, catalogue
from thuocdo.cycles import gridcells, pasting
from thuocdo.cycles.gridcells import Column
from thuocdo.cycles.headwords import meaning_of
from thuocdo.cycles.pasting import MEANINGS
from thuocdo.cycles.types import Situation
from thuocdo.web import grid_rows, grid_words
from thuocdo.web.language import words


def codes(module):
    """Return every code of a reason that a module writes down."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    reasons = [node.args[0] for node in calls if getattr(node.func, "id", "") == "Reason"]
    wrongs = [node.args[1] for node in calls if getattr(node.func, "id", "") == "_wrong"]
    inside = [node for found in (*reasons, *wrongs) for node in ast.walk(found)]
    return {
        node.value for node in inside if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } - {"situation_"}


def test_every_reason_has_its_sentence():
    """No fault, choice or unmatched row can come to a person without words."""
    known = set(grid_words._SENTENCES)
    offered = {choice.reason.code for column in Column for choice in gridcells._instead_of_nothing(column)}
    assert codes(gridcells) | codes(pasting) | offered <= known
    assert {f"situation_{each.value}" for each in Situation} <= known
    assert {f"locked_{state}" for state in grid_rows._LOCKED} <= known


def test_every_word_is_translated():
    """The catalogue has each sentence, head, state and meaning."""
    tables = (
        grid_words.HEADS,
        grid_words.MEANINGS,
        grid_words.SITUATIONS,
        grid_words.STATES,
        grid_words._SENTENCES,
    )
    assert {message for table in tables for message in table.values()} <= set(catalogue("vi"))
    assert set(grid_words.MEANINGS) == set(MEANINGS)


def test_a_situation_in_a_choice_is_said_in_words():
    """“As in the row above” names the situation, not its code."""
    said = grid_words.said(Reason("as_above", {"value": "working"}))
    assert words(grid_words.SITUATIONS["working"]) in said


def test_the_heads_of_the_file_are_known_when_it_comes_back():
    """What the download calls its columns, the upload reads as the same columns, in both languages."""
    for column, head in grid_words.HEADS.items():
        for name in (head, catalogue("vi")[head]):
            assert meaning_of(name) == column
    for head, meaning in ((grid_words.NUMBER_HEAD, "task"), (grid_words.NAME_HEAD, "name")):
        assert {meaning_of(head), meaning_of(catalogue("vi")[head])} == {meaning}


def test_the_four_answers_are_read_back():
    """The words of a situation, in both languages, are read as that situation."""
    for value, word in grid_words.SITUATIONS.items():
        for name in (word, catalogue("vi")[word]):
            assert gridcells._SITUATIONS[gridcells._one_word(gridcells.fold(name))] == value

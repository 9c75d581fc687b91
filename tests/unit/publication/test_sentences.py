"""Tests of the words for findings."""

import ast
import string
from pathlib import Path

import pytest

import thuocdo.publication
from thuocdo.core.messages import Reason, translate
from thuocdo.publication.sentences import GAP_KINDS, MESSAGES, OUTCOMES, STEPS, sentence

TEXTS = [*STEPS, *OUTCOMES.values(), *GAP_KINDS.values(), *MESSAGES.values()]


def placeholders(text):
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_has_a_vietnamese_one_with_the_same_placeholders(text):
    """No finding is left in English, and none loses a value on the way."""
    vietnamese = translate(text, "vi")
    assert vietnamese != text
    assert placeholders(vietnamese) == placeholders(text)


def test_every_reason_code_of_the_room_has_a_sentence():
    """A code written anywhere in publication/ can be said in words."""
    codes = set()
    for path in Path(thuocdo.publication.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                codes |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    assert codes
    assert codes <= set(MESSAGES)


def test_values_are_put_in_as_they_are():
    """A value with braces is text, not a placeholder."""
    reason = Reason("field_differs", {"published": "{0}", "recomputed": "late"})
    assert sentence(reason, "en") == "published {0}, recomputed late"

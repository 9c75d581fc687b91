"""Every sentence of this room exists in both languages."""

import string

import pytest

from thuocdo.core.messages import catalogue
from thuocdo.documents import errors
from thuocdo.documents.reading.doubts import COST
from thuocdo.documents.remarks import SENTENCES, remark, sentence

REFUSALS = [text for name, text in vars(errors).items() if name.isupper()]


def placeholders(text):
    """Return the names that a message's values fill."""
    return {name for _words, name, _format, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("message", [*SENTENCES.values(), *REFUSALS])
def test_message_is_translated(message):
    """Each message has a Vietnamese form with the same values."""
    translation = catalogue("vi")[message]
    assert translation != message
    assert placeholders(translation) == placeholders(message)


def test_every_cost_belongs_to_a_remark():
    """What lowers the confidence is a remark that a person can read."""
    assert set(COST) <= set(SENTENCES)


def test_remark_speaks_both_languages():
    """A remark keeps its values, so that it can be said in another language."""
    note = remark("task 3", "leads", "unknown_agency", printed="Hội Làm vườn")
    assert "is no known body" in note.message
    assert sentence(note, "en") == note.message
    assert sentence(note, "vi").startswith("“Hội Làm vườn” không có")

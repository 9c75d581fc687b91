"""The same programme in six formats gives the same draft."""

import json

import msgspec
import pytest
from tests.corpus.programmes import make
from tests.corpus.render import render

from thuocdo.documents.files import read_bytes

FORMATS = ["pdf", "html", "md", "txt", "xlsx"]
SEEDS = [2, 5, 12]
APART = {"source", "confidence", "sha256"}
REASONS = {
    "sha256": "each file is another one",
    "source": "places are pages, tables, rows or lines, as the format knows them",
    "confidence": "in text and PDF the borders of cells are found by what fits, elsewhere given",
    "remarks": "same",
    "clauses": "workbooks print no prose",
}


def plain(value):
    """Return a draft's value without what differs by nature, and with white space collapsed."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items() if name not in APART}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def draft(seed, suffix):
    """Return the parts of the draft that all formats share."""
    file = render(make(seed, "dev"), suffix)
    read = json.loads(msgspec.json.encode(read_bytes(file.data, filename=file.name)))
    return {name: plain(value) for name, value in read.items() if name not in REASONS}


@pytest.mark.browser
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_draft(seed, suffix):
    """Document, themes, indicators and tasks equal those that the Word document gives, field by field."""
    word, other = draft(seed, "docx"), draft(seed, suffix)
    assert [len(word[name]) for name in ("tasks", "indicators")] == [
        len(other[name]) for name in ("tasks", "indicators")
    ]
    assert word["tasks"]
    differing = [name for name in word if word[name] != other[name]]
    assert differing == []

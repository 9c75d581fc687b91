"""The same programme in six formats gives the same draft; plain text tells where it cannot be sure."""

import json

import msgspec
import pytest
from tests.corpus.programmes import make
from tests.corpus.render import render

from thuocdo.documents.files import read_bytes

FORMATS = ["pdf", "html", "md", "xlsx"]
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


CELLS = {"title", "output", "leads", "leads_text", "coordinators", "coordinators_text", "result_text"}
MOST = 0.15


@pytest.mark.parametrize("seed", SEEDS)
def test_plain_text_differs_only_where_it_says_so(seed):
    """In plain text nothing tells where a cell of several lines ends: each such row has a remark."""
    word, text = draft(seed, "docx"), draft(seed, "txt")
    assert [word[name] for name in ("document", "themes")] == [text[name] for name in ("document", "themes")]
    notes = read_bytes((file := render(make(seed, "dev"), "txt")).data, filename=file.name).remarks
    doubtful = {note.where for note in notes}
    for kind, rows in (("task", "tasks"), ("indicator", "indicators")):
        assert len(word[rows]) == len(text[rows])
        pairs = [pair for pair in zip(word[rows], text[rows], strict=True) if pair[0] != pair[1]]
        assert len(pairs) <= MOST * len(word[rows])
        for ours, other in pairs:
            assert {name for name in ours if ours[name] != other[name]} <= CELLS
            assert f"{kind} {ours['code']}" in doubtful

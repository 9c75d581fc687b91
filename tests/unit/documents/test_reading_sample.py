"""A document of our own with the irregularities of real ones is read as a person would."""

import json
from pathlib import Path

import msgspec
import pytest

from thuocdo.documents.files import read_bytes

FOLDER = Path(__file__).parents[2] / "documents"
SAMPLE = FOLDER / "chuong-trinh-mau.txt"
EXPECTED = json.loads((FOLDER / "chuong-trinh-mau.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def draft():
    """Return the sample's draft as plain JSON values."""
    read = read_bytes(SAMPLE.read_bytes(), filename=SAMPLE.name)
    return json.loads(msgspec.json.encode(read))


@pytest.fixture(scope="module")
def english():
    """Return the draft of the English part alone, in which most words are hidden."""
    text = SAMPLE.read_text(encoding="utf-8")
    return read_bytes(text[text.index("THE GOVERNMENT\n") :].encode(), filename="part.txt")


def test_head_themes_and_clauses(draft):
    """Number, title, issuer, day and language, the section rows and the clauses are found."""
    head = {name: draft["document"][name] for name in EXPECTED["document"]}
    assert head == EXPECTED["document"]
    assert len(draft["document"]["sha256"]) == 64
    assert [[theme["code"], theme["title"]] for theme in draft["themes"]] == EXPECTED["themes"]
    assert [clause["code"] for clause in draft["clauses"]] == EXPECTED["clauses"]
    assert draft["clauses"][1]["text"].endswith("gồm:\n- Cầu gỗ;\n- Cầu tre.")


@pytest.mark.parametrize("row", EXPECTED["indicators"], ids=lambda row: row["code"])
def test_indicator(draft, row):
    """Every field of an indicator row is read, a row number inside a cell disturbs nothing."""
    found = next(item for item in draft["indicators"] if item["code"] == row["code"])
    found["targets"] = [
        [target[name] for name in ("comparator", "value", "upper", "scope")] for target in found["targets"]
    ]
    assert {name: found[name] for name in row} == row


@pytest.mark.parametrize("row", EXPECTED["tasks"], ids=lambda row: row["code"])
def test_task(draft, row):
    """Every field of a task row is read, with cells of several paragraphs and blank cells."""
    found = next(item for item in draft["tasks"] if item["code"] == row["code"])
    found["deadline"] = [found["deadline"][name] for name in ("kind", "start", "due")]
    assert {name: found[name] for name in row} == row


def test_no_row_more(draft):
    """The draft has the rows of the tables and no other."""
    for kind in ("tasks", "indicators"):
        assert [item["code"] for item in draft[kind]] == [row["code"] for row in EXPECTED[kind]]


def test_remarks(draft):
    """Every doubt is a remark that names the row, in the order of the document."""
    found = dict.fromkeys((note["where"], note["code"]) for note in draft["remarks"])
    assert [list(pair) for pair in found] == EXPECTED["remarks"]


def test_hidden_words_are_said_and_not_filled_in(english):
    """The English part says what this copy hides; hidden cells stay empty with lower confidence."""
    second = english.tasks[1]
    assert (second.code, second.title, second.leads) == ("2", "Write a guide", ("Bộ Giáo dục và Đào tạo",))
    assert second.output is None
    assert second.deadline.due.isoformat() == "2025-03-31"
    assert second.confidence < 0.5
    third = english.tasks[2]
    assert (third.title, third.leads) == ("", ("Bộ Y tế",))
    codes = {(note.where, note.field, note.code) for note in english.remarks}
    assert ("document", None, "hidden_passages") in codes
    assert ("task 2", "code", "code_inferred") in codes
    assert ("task 3", "title", "hidden") in codes
    assert "sign up" not in msgspec.json.encode(english).decode()


def test_english_names_are_canonical(english):
    """English names give the same canonical bodies as Vietnamese ones."""
    first = english.tasks[0]
    assert first.leads == ("Bộ Văn hóa, Thể thao và Du lịch",)
    assert first.coordinators == ("Các bộ, ngành, địa phương", "VTV", "TTXVN")
    assert english.document.language == "en"
    assert [clause.code for clause in english.clauses] == ["II.1.a", "II.1.d"]

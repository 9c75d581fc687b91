"""Reading 03/NQ-CP equals the hand-checked reading in every field of every row."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from thuocdo.documents.files import read_bytes

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "reference" / "nq03"
TASK_FIELDS = {
    "group": "theme",
    "title_vi": "title",
    "leads": "leads",
    "coordinating": "coordinators",
    "output_raw": "output",
    "deadline_raw": "deadline_text",
    "leads_raw": "leads_text",
    "coordinating_raw": "coordinators_text",
}
INDICATOR_FIELDS = {
    "parent": "parent",
    "horizon": "horizon",
    "name_vi": "title",
    "unit_vi": "unit",
    "target_raw": "target_text",
    "lead_agencies": "agencies",
    "lead_raw": "agencies_text",
}
TARGET_FIELDS = {"comparator": "comparator", "value": "value", "value_high": "upper", "scope": "scope"}
DOUBTFUL = [8, 11, 12, 37, 38, 42, 46, 48, 56, 58, 63, 64, 70, 71, 73, 108, 121, 124, 129, 130]
BLANK = [3, 6, 7, 8, 9, 41, 55, 61, 69, 75, 76, 93, 97, 99, 101, 103, 104, 105, 106, 107, 108, 110]
BLANK += [114, 115, 116, 123, 127, 128, 131, 132, 133, 140]

Pair = tuple[str, Any, Any]


pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared with the seed documents"),
]


@pytest.fixture(scope="module")
def document():
    """Return the bytes of the document, Vietnamese and English in one file."""
    return next((SHARED / "seeds").glob("003_*.txt")).read_bytes()


@pytest.fixture(scope="module")
def draft(document):
    """Return the draft as the plain values that `--json` prints."""
    return json.loads(msgspec.json.encode(read_bytes(document, filename="003.txt")))


def gold(name: str) -> list[dict[str, Any]]:
    """Return one file of the hand-checked reading."""
    rows: list[dict[str, Any]] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def pairs(where: str, row: dict[str, Any], found: dict[str, Any], fields: dict[str, str]) -> list[Pair]:
    """Return (place, expected, found) of each field; a blank is null in ours and "" in the gold."""
    return [
        (f"{where} {ours}", plain(row[theirs]) if row[theirs] != "" else None, found[ours])
        for theirs, ours in fields.items()
    ]


def plain(value: Any) -> Any:
    """Return numbers as the decimal strings that a draft carries; years stay numbers."""
    return str(value) if isinstance(value, float) else value


def test_every_field_equals_the_gold(draft, capsys):
    """All fields of 140 tasks, 57 indicator rows, their targets and 110 clauses are equal."""
    compared: list[Pair] = []
    tasks = {row["code"]: row for row in draft["tasks"]}
    for row in gold("tasks"):
        found = tasks.pop(str(row["no"]))
        compared += [("task code", str(row["no"]), found["code"])]
        compared += pairs(f"task {row['no']}", row, found, TASK_FIELDS)
        times = {name: name for name in ("kind", "start", "due")}
        compared += pairs(f"task {row['no']}", row["deadline"], found["deadline"], times)
    indicators = {row["code"]: row for row in draft["indicators"]}
    for row in gold("indicators"):
        found = indicators.pop(row["no"])
        compared += [("indicator code", row["no"], found["code"])]
        compared += pairs(f"indicator {row['no']}", row, found, INDICATOR_FIELDS)
        compared += [(f"indicator {row['no']} targets", len(row["targets"]), len(found["targets"]))]
        for ours, theirs in zip(found["targets"], row["targets"], strict=True):
            numbers = {
                name: str(theirs[name]) for name in ("value", "value_high") if theirs[name] is not None
            }
            compared += pairs(f"indicator {row['no']}", theirs | numbers, ours, TARGET_FIELDS)
    clauses = {row["code"]: row["text"] for row in draft["clauses"]}
    for row in gold("clauses"):
        if row["kind"] in {"clause", "implementation"}:
            code = row["id"] if row["kind"] == "implementation" else f"II.{row['id']}"
            compared.append((f"clause {code}", row["text_vi"], clauses.pop(code)))
    differing = [pair for pair in compared if pair[1] != pair[2]]
    with capsys.disabled():
        print(f"\ncompared {len(compared):,} fields, {len(differing)} differ")  # noqa: T201  the count is asked for
    assert differing == []
    assert (tasks, indicators, clauses) == ({}, {}, {})
    assert [theme["code"] for theme in draft["themes"]] == ["I", "II", "III", "IV", "V", "VI", "VII"]


def test_head_of_the_document(draft):
    """Number, issuer and day of issue are those of the document."""
    head = draft["document"]
    assert (head["number"], head["issuer"], head["issued_on"]) == ("03/NQ-CP", "Chính phủ", "2025-01-09")


@pytest.mark.parametrize("number", sorted({*DOUBTFUL, *BLANK}))
def test_doubtful_row_carries_a_remark(draft, number):
    """Each row that the hand-checked reading calls irregular carries a remark on a field."""
    assert [note for note in draft["remarks"] if note["where"] == f"task {number}"]


def test_uncertain_readings_are_less_sure(draft):
    """A doubtful border or misprint lowers the confidence, a plain row has all of it."""
    sure = {row["code"]: row["confidence"] for row in draft["tasks"]}
    assert sure["11"] < sure["8"] < sure["1"] == 1.0
    assert sure["38"] < 1.0
    assert sure["56"] < 1.0


def test_draft_follows_the_schema(draft):
    """What `--json` prints is valid against the published schema."""
    schema = json.loads((SHARED / "reference" / "draft-programme.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(draft)


def test_english_part_alone_says_what_is_hidden(document):
    """Read on its own the English part gives the rows, says what is hidden, and fills in nothing."""
    text = document.decode()
    english = read_bytes(text[text.index("THE GOVERNMENT\n") :].encode(), filename="english.txt")
    assert english.document.language == "en"
    rows = {str(row["no"]): row for row in gold("tasks")}
    hidden = {note.where for note in english.remarks if note.code in {"hidden", "code_inferred"}}
    for task in english.tasks:
        row = rows[task.code]
        if row["en_redacted_cells"]:
            assert f"task {task.code}" in hidden
        shown = {"output": task.output, "deadline": task.deadline_text}
        for field, words in shown.items():
            assert words == row[f"{field}_en"] or f"task {task.code}" in hidden
    assert "sign up" not in msgspec.json.encode(english).decode().lower()

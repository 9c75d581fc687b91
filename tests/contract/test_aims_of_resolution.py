"""Four printings of resolution 57-NQ/TW, in two languages and four layouts, state the same aims."""

import datetime as dt
from pathlib import Path

import jsonschema
import msgspec
import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.prose import aims_of
from thuocdo.documents.reading.units import unit_kind
from thuocdo.documents.types import DraftProgramme

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="needs ../shared with the seed documents"),
]

Aim = tuple[int | None, str, str, str | None, str]
# Our own short words for each, and the horizon, comparator, value, upper value and kind of unit.
STATED: dict[str, Aim] = {
    "digital competitiveness, region": (2030, "<=", "3", None, "rank"),
    "digital competitiveness, world": (2030, "<=", "50", None, "rank"),
    "AI research": (2030, "<=", "3", None, "rank"),
    "digital firms": (2030, ">=", "5", None, "number"),
    "TFP": (2030, ">", "55", None, "percent"),
    "high-tech exports": (2030, ">=", "50", None, "percent"),
    "digital economy": (2030, ">=", "30", None, "percent"),
    "online services": (2030, ">", "80", None, "percent"),
    "cashless": (2030, "=", "80", None, "percent"),
    "innovative firms": (2030, ">", "40", None, "percent"),
    "HDI": (2030, ">", "0.7", None, "number"),
    "R&D": (2030, "=", "2", None, "percent"),
    "R&D from society": (2030, ">", "60", None, "percent"),
    "budget": (2030, ">=", "3", None, "percent"),
    "staff": (2030, "=", "12", None, "ratio"),
    "ranked organisations": (2030, "range", "40", "50", "number"),
    "publications": (2030, "=", "10", None, "percent_per_year"),
    "patents": (2030, "range", "16", "18", "percent_per_year"),
    "commercial use": (2030, "range", "8", "10", "percent"),
    "world firms": (2030, ">=", "3", None, "number"),
    "digital economy later": (2045, ">=", "50", None, "percent"),
    "innovation rank": (2045, "<=", "30", None, "rank"),
    "digital firms later": (2045, ">=", "10", None, "number"),
    "world firms later": (2045, ">=", "5", None, "number"),
    "strategic technology": (None, ">=", "15", None, "percent"),
    "sectors": (None, ">=", "70", None, "percent"),
}
# What a printing says otherwise, with the line of its file where it does. None leaves an aim out.
OTHERWISE: dict[str, dict[str, tuple[int, Aim]]] = {
    # The Vietnamese of line 70 has lost the first word of “at least”; the English of line 72 has it.
    "000_2b19a9feb7a3ef73.txt": {"world firms": (70, (2030, "=", "3", None, "number"))},
    # Line 21 translates “above” as “at least” for this share.
    "001_a7d13126424baea9.txt": {"innovative firms": (21, (2030, ">=", "40", None, "percent"))},
    "002_4c28a8462b5b4fc8.txt": {},
    "004_dfc601f1e682b5dd.txt": {},
}


def read(name: str) -> DraftProgramme:
    """Read one of the printings."""
    return read_bytes((SHARED / "seeds" / name).read_bytes(), filename=name)


def stated(draft: DraftProgramme) -> list[tuple[int, Aim]]:
    """Return each aim with its line."""
    return [
        (
            aim.source["line"],
            (
                aim.horizon,
                target.comparator,
                str(target.value),
                target.upper,
                unit_kind(aim.unit, aim.target_text),
            ),
        )
        for aim in aims_of(draft)
        for target in aim.targets
    ]


@pytest.mark.parametrize("name", OTHERWISE)
def test_same_aims_in_the_same_order(name):
    """Each printing states the same figures for the same years, but what is listed with its line."""
    found = stated(read(name))
    expected = [OTHERWISE[name].get(topic, (0, aim))[1] for topic, aim in STATED.items()]
    assert [aim for _line, aim in found] == expected
    lines = dict(zip(STATED, (line for line, _aim in found), strict=True))
    assert {topic: lines[topic] for topic in OTHERWISE[name]} == {
        topic: line for topic, (line, _aim) in OTHERWISE[name].items()
    }


def test_codes_are_stable_over_printings():
    """The printings with numbered clauses give each aim the same code."""
    codes = {name: [aim.code for aim in aims_of(read(name))] for name in list(OTHERWISE)[:3]}
    assert len({tuple(found) for found in codes.values()}) == 1
    expected = (
        [f"II.1/{n}" for n in range(1, 21)] + [f"II.2/{n}" for n in range(1, 5)] + ["III.3/1", "III.6/1"]
    )
    assert codes["002_4c28a8462b5b4fc8.txt"] == expected


def test_the_two_languages_of_one_printing_are_compared():
    """The printing in both languages differs from itself in one figure, and a remark says which."""
    notes = [note for note in read("000_2b19a9feb7a3ef73.txt").remarks if note.code == "languages_differ"]
    assert [note.where for note in notes] == ["indicator II.1/20"]


@pytest.mark.parametrize(
    ("name", "number", "issuer", "issued_on"),
    [
        ("000_2b19a9feb7a3ef73.txt", "57-NQ/TW", "Bộ Chính trị", dt.date(2024, 12, 22)),
        # These two files print neither number nor day, the translation no letterhead at all.
        ("001_a7d13126424baea9.txt", None, None, None),
        ("002_4c28a8462b5b4fc8.txt", None, "Bộ Chính trị", None),
        ("004_dfc601f1e682b5dd.txt", "57-NQ/TW", "Bộ Chính trị", dt.date(2024, 12, 22)),
    ],
)
def test_the_head(name, number, issuer, issued_on):
    """Number, issuer and day are what the file prints, in a letterhead or in its first sentence."""
    draft = read(name)
    document = draft.document
    assert (document.number, document.issuer, document.issued_on) == (number, issuer, issued_on)
    assert (document.title is None) == (name.startswith("001"))
    missing = {note.code for note in draft.remarks if note.where == "document"}
    assert ("no_number" in missing) == (number is None)


def test_duties_of_the_last_section():
    """Who has to do what is read out of the numbered clauses; the one with a year has its time."""
    tasks = {task.code: task for task in read("002_4c28a8462b5b4fc8.txt").tasks}
    assert list(tasks) == ["IV.2", "IV.3", "IV.4", "IV.5", "IV.6"]
    assert tasks["IV.3"].leads == ("Ban cán sự đảng Chính phủ",)
    assert tasks["IV.3"].coordinators == ("Đảng đoàn Quốc hội",)
    assert tasks["IV.3"].deadline.due == dt.date(2025, 12, 31)
    assert tasks["IV.6"].deadline.every == "half_year"


def test_prose_beside_the_tables_of_the_programme():
    """The programme keeps the indicators of its table; its clauses state three aims more."""
    draft = read("003_7ab47f71d36a34c5.txt")
    assert not [note for note in draft.remarks if note.code in {"aim_from_prose", "task_from_prose"}]
    found = {
        (aim.code, aim.targets[0].comparator, aim.targets[0].value, aim.targets[0].upper)
        for aim in aims_of(draft)
    }
    assert {
        ("II.1.i/1", ">=", "25", None),
        ("II.3.b/1", ">=", "5", None),
        ("II.6.i/1", "range", "1", "3"),
    } <= found


@pytest.mark.parametrize("name", OTHERWISE)
def test_drafts_follow_the_schema(name):
    """A draft out of prose has the same shape as one out of tables."""
    schema = msgspec.json.decode((SHARED / "reference" / "draft-programme.schema.json").read_bytes())
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(read(name))), schema)

"""One resolution in two languages and four layouts states the same aims."""

import pytest
from tests.factories import resolution

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.prose import aims_of
from thuocdo.documents.reading.units import unit_kind
from thuocdo.documents.types import DraftProgramme

LAYOUTS = {
    "bilingual": (resolution.bilingual, ()),
    "english": (resolution.english, ()),
    "wrapped": (resolution.wrapped, ()),
    "digest": (resolution.digest, resolution.NOT_IN_DIGEST),
}


def read(layout: str) -> DraftProgramme:
    """Read one of the layouts."""
    return read_bytes(LAYOUTS[layout][0]().encode(), filename="nghi-quyet.txt")


def figures(draft: DraftProgramme) -> list[tuple[object, ...]]:
    """Return what two documents in different languages have in common about each aim."""
    return [
        (aim.horizon, target.comparator, target.value, target.upper, unit_kind(aim.unit, aim.target_text))
        for aim in aims_of(draft)
        for target in aim.targets
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_same_aims_in_every_layout(layout):
    """Each layout gives the same figures in the same order, less what it leaves out."""
    left_out = LAYOUTS[layout][1]
    assert figures(read(layout)) == [aim for aim in resolution.AIMS if aim not in left_out]


@pytest.mark.parametrize("layout", ["bilingual", "english", "wrapped"])
def test_codes_follow_the_clauses(layout):
    """The code is that of the clause with a running number in it, the same in every layout."""
    codes = [aim.code for aim in aims_of(read(layout))]
    expected = [f"II.1/{number}" for number in range(1, 8)]
    assert codes == [*expected, "II.2/1", "II.2/2", "III.1/1", "III.2/1"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_aim_is_remarked_and_never_sure(layout):
    """A reviewer sees each row that came out of a sentence."""
    draft = read(layout)
    remarked = {note.where for note in draft.remarks if note.code == "aim_from_prose"}
    assert remarked == {f"indicator {entry.code}" for entry in draft.indicators}
    assert all(entry.confidence <= 0.6 for entry in draft.indicators)


def test_the_heads():
    """A letterhead and a newspaper's first sentence give the same number and day."""
    for layout in ("bilingual", "digest"):
        document = read(layout).document
        assert (document.number, str(document.issued_on)) == ("12-NQ/TU", "2025-03-05")
        assert document.title is not None
        assert document.title.removeprefix("về ") == "phát triển nghề cá bền vững"


def test_languages_that_differ_are_remarked():
    """A figure that the translation gets wrong is shown to the reviewer beside the one that is read."""
    text = resolution.bilingual().replace(
        "at least 40% of the total catch", "at least 45% of the total catch"
    )
    draft = read_bytes(text.encode(), filename="nghi-quyet.txt")
    notes = [note for note in draft.remarks if note.code == "languages_differ"]
    assert [(note.where, note.params["read"], note.params["other"]) for note in notes] == [
        ("indicator II.1/2", "tối thiểu 40%", "at least 45%")
    ]
    assert draft.document.language == "mixed"


def test_wrapped_lines_keep_the_place_of_the_paragraph():
    """The source of an aim is the line where its paragraph begins."""
    lines = resolution.wrapped().split("\n")
    for aim in aims_of(read("wrapped")):
        opening = lines[aim.source["line"] - 1]
        assert opening.startswith(("- ", "Nghề cá", "1. ", "2. "))

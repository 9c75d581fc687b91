"""Bodies whose own name holds a comma, a dash or “and”, known or not; our own words."""

import pytest

from thuocdo.core.country import names
from thuocdo.documents.files import read_bytes
from thuocdo.documents.flow import Frame, grouped, lines_of
from thuocdo.documents.letters import Word
from thuocdo.documents.reading.agencies import directory


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reef Planning, Moorings and Lights Directorate", 1),
        ("Ferries, Piers and Lights Unit, Harbour Council", 2),
        ("Tides, Reefs, and Sand Banks Division; Harbour Council", 2),
        ("Harbour Council, Ferries and Piers Office", 2),
        ("HDB, Ferries and Piers Office", 2),
        ("Department of Reefs, Tides and the Shore", 1),
        ("Ferries, Piers, Lights", 3),
    ],
)
def test_fields_of_work_share_the_noun_at_the_end(text, found):
    """Fields of work before “and” and one noun are one body; a body or an acronym before them is another."""
    assert len(directory(names(), abroad=True).read(text).names) == found


TASKS = (
    ("Sửa bến đò", "Vụ Bến bãi, Luồng lạch"),
    ("Vẽ luồng", "Vụ Phao tiêu; Vụ Bến bãi, Luồng lạch"),
    ("Thả phao", "Vụ Phao tiêu, Cục Đò ngang - Phà sông"),
)


def test_a_comma_in_the_name_of_an_office_parts_no_other_cell():
    """“Vụ Bến bãi, Luồng lạch” alone in a cell is one body, and does not make its halves stand alone."""
    rows = [f'{number},{work},"{lead}",Quý I/2027' for number, (work, lead) in enumerate(TASKS, start=1)]
    text = "\n".join(["TT,Nhiệm vụ,Chủ trì,Thời hạn", *rows])
    draft = read_bytes(text.encode(), filename="ke-hoach.csv")
    assert [task.leads for task in draft.tasks] == [
        ("Vụ Bến bãi, Luồng lạch",),
        ("Vụ Phao tiêu", "Vụ Bến bãi, Luồng lạch"),
        ("Vụ Phao tiêu", "Cục Đò ngang - Phà sông"),
    ]


def line(text, top, width=6.0):
    """Return the words of a line of a PDF, letters of six points."""
    words, x = [], 0.0
    for word in text.split():
        words.append(Word(word, x, top, x + width * len(word), top + 10.0))
        x += width * (len(word) + 1)
    return words


@pytest.mark.parametrize(
    ("texts", "paragraphs"),
    [
        (("Ferry Office of the Bay", "- Department of Piers"), 1),  # the dash had no room above
        (("Ferry Office:", "- Department of Piers"), 2),
        (("- Ferry Office of the Bay", "- Department of Piers"), 2),
        (("Ferry", "- Department of Piers"), 2),  # it would have had room
    ],
)
def test_a_name_may_break_before_its_dash(texts, paragraphs):
    """A line that begins with a dash goes on with a full line above that is no item of a list."""
    lines = lines_of([word for place, text in enumerate(texts) for word in line(text, 12.0 * place)])
    frame = Frame(0.0, 140.0, {10: 12.0})
    assert len(grouped(lines, frame)) == paragraphs

"""Who heads a body on a day, which days nobody is known for, and what makes an entry wrong."""

from dataclasses import replace
from datetime import date

import pytest

from thuocdo.programme.heads.reading import COLUMNS, read_file
from thuocdo.programme.heads.rules import gaps, head_on, overlap, term_faults
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.programme.types import Agency, AgencyKind, Register

TODAY = date(2025, 6, 20)
JANUARY, JULY = date(2025, 1, 1), date(2025, 7, 1)
TERM = HeadTerm("bo-a", "Trần Thí Dụ", "Bộ trưởng", "Minister", date(2025, 3, 1), "Quyết định 12/QĐ-TTg")
REGISTER = Register(
    agencies=(
        Agency("bo-a", "Bộ A", "Ministry A", AgencyKind.MINISTRY, valid_from=date(2025, 3, 1)),
        Agency("bo-b", "Bộ B", "Ministry B", AgencyKind.MINISTRY),
    ),
    successions=(),
    groups=(),
)


def wrong(*others, **changes):
    """Return the fields of everything that is wrong with a changed term."""
    return [each.field for each in term_faults(replace(TERM, **changes), others, REGISTER, TODAY)]


def test_a_right_term_has_no_fault():
    """A name, an office in both languages, days and an act of any kind of number."""
    assert wrong() == []
    assert wrong(document="Quyết định 1234-QĐNS/TW") == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"person": " "}, ["person"]),
        ({"person": "R2D2"}, ["person"]),
        ({"person": "=cmd"}, ["person"]),
        ({"office_en": ""}, ["office_en"]),
        ({"document": "theo phân công"}, ["document"]),
        ({"document": ""}, ["document"]),
        ({"office_vi": "x" * 121}, ["office_vi"]),
        ({"agency": "bo-z"}, ["agency"]),
        ({"since": date(2025, 2, 28)}, ["agency"]),
        ({"since": date(2026, 7, 1)}, ["since"]),
        ({"until": date(2025, 3, 1), "until_document": "1/QĐ"}, ["until"]),
        ({"until": date(2025, 6, 1)}, ["until_document"]),
    ],
)
def test_each_fault_is_named_on_its_field(changes, fields):
    """A body must exist on the first day, days follow each other, and every day has its act."""
    assert wrong(**changes) == fields


def test_terms_that_only_touch_do_not_overlap():
    """The first day of one is the day on which the other is no longer in office."""
    first = replace(TERM, since=date(2025, 3, 1), until=date(2025, 5, 1))
    second = replace(TERM, since=date(2025, 5, 1))
    assert not overlap(first, second)
    assert overlap(first, replace(second, since=date(2025, 4, 30)))
    assert wrong(first, since=date(2025, 4, 30)) == ["since"]
    assert wrong(replace(first, agency="bo-b"), since=date(2025, 4, 30)) == []
    assert (head_on("bo-a", date(2025, 4, 30), (first, second)), head_on("bo-a", JANUARY, (first,))) == (
        first,
        None,
    )


@pytest.mark.parametrize(
    ("spans", "missing"),
    [
        ([], [(JANUARY, JULY)]),
        ([(JANUARY, None)], []),
        ([(date(2025, 3, 1), None)], [(JANUARY, date(2025, 3, 1))]),
        ([(JANUARY, date(2025, 3, 1)), (date(2025, 4, 1), None)], [(date(2025, 3, 1), date(2025, 4, 1))]),
        ([(JANUARY, date(2025, 3, 1))], [(date(2025, 3, 1), JULY)]),
        ([(date(2024, 1, 1), date(2026, 1, 1))], []),
        ([(date(2025, 8, 1), None)], [(JANUARY, JULY)]),
    ],
)
def test_days_without_a_known_head_are_found(spans, missing):
    """Before the first term, between two, after the last; none where every day has somebody."""
    terms = [replace(TERM, since=since, until=until) for since, until in spans]
    assert [(gap.since, gap.until) for gap in gaps("bo-a", terms, JANUARY, JULY)] == missing


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "is no CSV file"),
        (b"", "has no column"),
        (",".join(COLUMNS).encode(), "has no line"),
        (b"agency;person\n", "has no column"),
        (f"{','.join(COLUMNS)}\na,b\n".encode(), "has 2 cells instead of 8"),
        (f"{','.join(COLUMNS)}\n".encode() + b"x" * 1_100_000, "is larger than"),
        ((",".join(COLUMNS) + "\n" + "a,b,c,d,2025-01-01,e,,\n" * 2001).encode(), "has more than 2000 lines"),
    ],
)
def test_a_file_of_the_wrong_shape_says_what_it_lacks(data, said):
    """Nothing of it is taken."""
    terms, faults = read_file(data)
    assert terms == []
    assert any(said in each.message for each in faults)


def test_a_file_may_use_semicolons_and_days_as_people_write_them():
    """A spreadsheet of either kind can be handed in."""
    line = "bo-a;Trần Thí Dụ;Bộ trưởng;Minister;1/3/2025;Quyết định 12/QĐ-TTg;;"
    terms, faults = read_file(("\ufeff" + ";".join(COLUMNS) + "\n" + line).encode())
    assert (terms, faults) == ([("line 2", TERM)], [])

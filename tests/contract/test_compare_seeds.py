"""57-NQ/TW against 03/NQ-CP: what a careful reader found is found, and no figure is invented."""

from datetime import date
from pathlib import Path

import pytest

from thuocdo.documents.comparing.types import Kind
from thuocdo.documents.files import read_bytes
from thuocdo.programme.as_draft import as_draft, compare_documents
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ISSUED = date(2025, 1, 9)
COMPARATORS = {"8": ("> 55", "≥ 55"), "11.1": ("> 80", "≥ 80"), "12": ("80", "≥ 80"), "13": ("> 40", "≥ 40")}
FIGURES_ADDED = {"23.4", "24", "26", "27", "28", "38"}
ONLY_IN_TABLE = {
    *(f"11.{number}" for number in range(2, 13)),
    *("23.1", "23.2", "23.3", "29", "30", "31", "32", "34", "35", "41"),
}
NO_TASK = {
    "II.1.đ",
    "II.2.n",
    "II.3.k",
    "II.3.n",
    "II.3.r",
    "II.4.b",
    "II.4.c",
    "II.4.e",
    "II.4.g",
    "II.4.p",
    "II.5.b",
    "II.5.g",
    "II.5.m",
    "II.5.r",
    "II.6.o",
    "II.7.d",
}
COVERED = {"II.1.m", "II.2.h", "II.3.đ", "II.5.h", "II.6.g", "II.6.m", "II.6.p", "II.7.c"}

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared with the seed documents"),
]


def read(number):
    """Return the draft of a seed document."""
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return read_bytes(path.read_bytes(), filename=path.name)


@pytest.fixture(scope="module")
def programme():
    """Return the draft of 03/NQ-CP."""
    return read("003")


@pytest.fixture(scope="module", params=["002", "000"])
def findings(request, programme):
    """Return what comparing a Vietnamese copy of the resolution with the programme finds."""
    return compare_documents(read(request.param), programme, register=register(), as_of=ISSUED).findings


def of(findings, kind, within=None):
    """Return the findings of a kind between the documents, or within one."""
    return [finding for finding in findings if finding.kind is kind and finding.within == within]


def test_the_four_comparators_that_differ(findings):
    """“Above” against “at least”, and a bare 80 against “at least 80”, are found with their figures."""
    said = {
        finding.second.code: (item.first, item.second)
        for finding in of(findings, Kind.AIM_DIFFERS)
        for item in finding.differences
        if item.field == "comparator"
    }
    assert COMPARATORS.items() <= said.items()
    # The bilingual copy prints one “at least” with a letter lost.
    assert said.keys() - COMPARATORS.keys() <= {"25"}


def test_figures_that_the_programme_adds(findings):
    """Aims in words that became figures are found, and no figure differs in value."""
    fields = [
        (item.field, finding.second.code)
        for finding in of(findings, Kind.AIM_DIFFERS)
        for item in finding.differences
    ]
    assert {code for field, code in fields if field == "figure_added"} == FIGURES_ADDED
    assert not [code for field, code in fields if field in {"value", "horizon", "scope"}]


def test_indicators_without_a_source(findings):
    """The 21 rows that the resolution does not hold are found; at most two others beside them."""
    codes = {finding.first.code for finding in of(findings, Kind.INDICATOR_WITHOUT_AIM)}
    assert codes >= ONLY_IN_TABLE
    assert codes - ONLY_IN_TABLE <= {"23", "33"}


def test_aims_without_an_indicator(findings):
    """The share of the recurrent budget is found in a task, the share of sectors nowhere."""
    near = {
        finding.first.code: finding.second and (finding.second.element, finding.second.code)
        for finding in of(findings, Kind.AIM_WITHOUT_INDICATOR)
    }
    assert near["III.3/1"] == ("task", "49")
    assert "III.6/1" in near


def test_clauses_without_a_task(findings):
    """16 of the 17 clauses without a task are found, and none that a task repeats word for word."""
    codes = {finding.first.code for finding in of(findings, Kind.CLAUSE_WITHOUT_TASK, "b")}
    assert codes >= NO_TASK
    assert not codes & COVERED


def test_the_english_copy_is_compared_by_figures(programme):
    """Across languages nothing is said of words, and the comparator of one shared sign is found."""
    found = compare_documents(read("001"), programme, register=register(), as_of=ISSUED)
    differing = {finding.second.code for finding in of(found.findings, Kind.AIM_DIFFERS)}
    assert not found.words_compared
    assert differing == {"8"}


def test_the_catalogue_says_what_the_document_says(programme):
    """The built-in programme and the document that it was made from do not differ in any row."""
    ours = as_draft(catalogue("nq03"), register())
    found = compare_documents(ours, programme, register=register(), as_of=ISSUED)
    assert not [finding for finding in found.findings if finding.within is None]


def test_bodies_of_the_programme_that_ended(programme):
    """On 1 March 2025 six leading ministries have successors, as the register says."""
    found = compare_documents(programme, programme, register=register(), as_of=date(2025, 3, 1))
    gone = of(found.findings, Kind.LEAD_GONE, "a")
    assert len(gone) == 6
    assert all(finding.params["successor_vi"] for finding in gone)

"""Bodies that a draft names and the register lacks: what is proposed for each, and what is refused."""

import dataclasses
from datetime import date

import pytest
from tests.factories.reviewed import HEALTH, a_draft, a_task, an_indicator

from thuocdo.programme.naming import Names
from thuocdo.programme.registry import register
from thuocdo.programme.review.bodies import body_faults, proposed_body, unknown_bodies
from thuocdo.programme.rules import check_register
from thuocdo.programme.types import Agency, AgencyKind

KNOWN, DAY = register(), date(2025, 1, 9)
BOARD = "National Trees Board"
OTHER_SCRIPT = "Управление садов"


def unknown(*tasks, indicators=(), known=KNOWN):
    """Return the unknown bodies of a draft of some rows."""
    draft = a_draft(tasks=tasks, indicators=indicators)
    return unknown_bodies(draft, Names(known, DAY), known)


def test_each_name_stands_once_with_all_its_cells():
    """The same name in other capitals is the same body; names that are known are left out."""
    found = unknown(
        a_task("1", leads=(BOARD,), coordinators=(HEALTH, "Hội Cây")),
        a_task("2", leads=(BOARD.upper(),)),
        indicators=(an_indicator("1", agencies=("Hội Cây",)),),
    )
    assert [(body.printed, body.cells) for body in found] == [
        ("Hội Cây", (("indicator 1@2030", "agencies"), ("task 1", "coordinators"))),
        (BOARD, (("task 1", "leads"), ("task 2", "leads"))),
    ]
    assert [body.proposed.code for body in found] == ["hoi-cay", "national-trees-board"]


def test_a_code_is_the_same_each_time_and_never_one_that_is_taken():
    """A number is added only where a body has the code; other scripts and long names get a code too."""
    assert proposed_body(BOARD, set()).code == proposed_body(BOARD, {"other"}).code
    assert proposed_body(BOARD, {"national-trees-board"}).code == "national-trees-board-2"
    assert proposed_body(OTHER_SCRIPT, set()) == proposed_body(OTHER_SCRIPT, set())
    long = proposed_body("Committee for the Protection of very old Trees in School Yards", set())
    proposals = (proposed_body(OTHER_SCRIPT, set()), long, proposed_body("2030 Board", set()))
    assert body_faults(proposals, KNOWN) == []


def test_what_the_readers_list_knows_is_proposed_as_it_stands_there():
    """A department of a province has its code and both names there; the register has no kind for it."""
    found = proposed_body("Sở KH&CN", set())
    assert (found.code, found.name_vi, found.name_en, found.kind) == (
        "SKHCN",
        "Sở Khoa học và Công nghệ",
        "Department of Science and Technology",
        AgencyKind.OTHER,
    )
    assert proposed_body("Bộ Y tế", set()).kind is AgencyKind.MINISTRY


def test_with_the_proposed_bodies_no_name_is_unknown():
    """The register stays coherent and knows every name of the draft."""
    rows = (a_task("1", leads=(BOARD, "Sở Y tế")), a_task("2", leads=("Hội Cây", OTHER_SCRIPT)))
    bodies = tuple(body.proposed for body in unknown(*rows))
    more = check_register(dataclasses.replace(KNOWN, agencies=(*KNOWN.agencies, *bodies)))
    assert len(bodies) == 4
    assert unknown(*rows, known=more) == ()


@pytest.mark.parametrize("code", ["", "2a", "a b", "a/b", "ã", "x" * 41, "BYT", "byt"])
def test_a_code_that_does_not_fit_is_refused(code):
    """It stands in addresses, so it holds plain letters and is nobody else's in any spelling."""
    assert len(body_faults([Agency(code, BOARD, BOARD, AgencyKind.OTHER)], KNOWN)) == 1


def test_two_bodies_with_one_code_are_refused():
    """Also when both are new."""
    twice = [Agency("abc", name, name, AgencyKind.OTHER) for name in (BOARD, "Hội Cây")]
    assert [fault.where for fault in body_faults(twice, KNOWN)] == ["Hội Cây"]

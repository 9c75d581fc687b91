"""Administrators at the same moment: one change is made, the others are refused, and no circle arises."""

from datetime import date

import pytest
from tests.integration.test_cycles_at_once import at_once, outcome

from thuocdo.core.actor import Actor, Role
from thuocdo.programme import models, queries
from thuocdo.programme.reorganising import preview_change, restructure
from thuocdo.programme.restructuring import Change, Turn
from thuocdo.programme.rules import check_register
from thuocdo.programme.types import Agency, AgencyKind

pytestmark = pytest.mark.usefixtures("committed")

HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}), "VPTW")
AT_ONCE = 8


def prepared(now, kind=Turn.MERGED, **more):
    """Return an act whose preview has been looked at."""
    common = {"on": date(2026, 3, 1), "document": "Nghị quyết số 1", "document_on": date(2025, 6, 1)}
    change = Change(kind, **{**common, **more})
    seen = preview_change(change=change, by=HOA, now=now).digest
    return lambda: restructure(change=change, seen=seen, typed=change.word, by=HOA, now=now)


def test_the_same_change_is_made_once(now):
    """Of many who press the button at the same moment one changes the bodies, the others learn why not."""
    act = prepared(now, bodies=("BTP",), heirs=("BYT",))
    assert outcome(at_once(*[act] * AT_ONCE)) == {"done": 1, "Invalid": AT_ONCE - 1}
    assert models.Restructuring.objects.count() == 1


def test_two_bodies_never_go_over_to_each_other(now):
    """Of two mergers in opposite directions one is made, so no circle can arise."""
    there = prepared(now, bodies=("BTP",), heirs=("BCT",))
    back = prepared(now, bodies=("BCT",), heirs=("BTP",))
    assert outcome(at_once(there, back)) == {"done": 1, "Invalid": 1}
    check_register(queries.register("nq03"))


def test_a_code_begins_once(now):
    """Of two new bodies with one code one begins."""
    acts = [
        prepared(now, Turn.NEW, starts=Agency("BMOI", name, name, AgencyKind.MINISTRY))
        for name in ("Bộ Một", "Bộ Hai")
    ]
    found = outcome(at_once(*acts))
    assert (found["done"], sum(found.values())) == (1, 2)
    assert models.Agency.objects.filter(code="BMOI").count() == 1

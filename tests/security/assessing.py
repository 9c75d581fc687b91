"""Assessments for the workspaces of these tests: one of each state, each text with the mark of its body."""

from dataclasses import replace

from tests.factories.assessed import EARLY, OWN, SMALL, filled, frozen, proposed, submitted, verified

from thuocdo.assessments import actions, models, proposing
from thuocdo.core.actor import Actor, Role

KEEPER = Actor("phuong-phap", "Phương pháp", frozenset({Role.METHODOLOGIST}), "VPTW")
SECOND = Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")
JUDGE = Actor("xu-ly", "Xử lý", frozenset({Role.MONITOR}), "VPCP")


def the_set():
    """Return the id of the one frozen set, made when it is asked for first."""
    known = models.SetVersion.objects.filter(state="frozen").values_list("public_id", flat=True).first()
    return known or frozen(KEEPER, SECOND)


def _typed(mark):
    lines = {"A1": [f"Quyết định số 77/QĐ-BKHCN ngày 12/3/2025 {mark}"], "A2": [f"https://{mark}.example.vn"]}
    return replace(OWN, lines=lines, note=f"Ghi chú {mark}")


def assessments_of(made, now):
    """Let a body hand in its own assessment and leave the form of a project open; notes their ids."""
    version, typed = the_set(), _typed(made.mark)
    unit = {"kind": "project", "name": f"Dự án {made.mark}"}
    made.ids["assessment"] = submitted(version, made.head, now, typed=typed)
    made.ids["open-assessment"] = filled(version, made.reporter, now, typed=typed, **unit)


def more_assessments(made, now, *, expert):
    """Add what other people see: a verified one, a disputed one, a proposal, and somebody who scores."""
    version, typed = the_set(), _typed(made.mark)
    for place, state in enumerate(("verified", "disputed")):
        unit = {"kind": "project", "name": f"Dự án {place} {made.mark}"}
        made.ids[state] = verified(version, made.head, JUDGE, now, typed=typed, **unit)
    actions.dispute(id=made.ids["disputed"], reasons={"A1": f"Sai {made.mark}"}, by=made.head, now=now)
    proposing.name_experts(id=version, names=[expert], by=KEEPER, now=now)
    made.ids["frozen-set"] = version
    made.ids["proposed-set"] = proposed(KEEPER, text=SMALL.replace("version: 1\n", "version: 2\n"), now=EARLY)

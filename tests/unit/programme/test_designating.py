"""Naming members: what a dated document changes, and what it cannot say."""

from dataclasses import replace
from datetime import date

import pytest

from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.designating import candidates, designation_faults, effect, questions
from thuocdo.programme.registry import register
from thuocdo.programme.types import Designation

TODAY = date(2025, 6, 20)
PROGRAMME, REGISTER = catalogue("nq03"), register()
ASKED = next(each for each in questions(PROGRAMME, REGISTER, TODAY) if each.group == "G_LOC_SEL")
PROVINCES = tuple(body.code for body in candidates("G_LOC_SEL", REGISTER, TODAY))


def named(*members, on=date(2025, 6, 1), group="G_LOC_SEL"):
    """Return a document that names members for the task."""
    return Designation(ASKED.task.code, group, members, "Quyết định số 12/QĐ-TTg", on)


def test_questions_are_the_names_that_need_a_document():
    """Only groups that ask for a choice are listed, those that lead a task first."""
    found = questions(PROGRAMME, REGISTER, TODAY)
    asking = {group.code for group in REGISTER.groups if group.needs_designation}
    assert {each.group for each in found} <= asking
    assert [each.leads for each in found] == sorted((each.leads for each in found), reverse=True)
    assert all(each.named is None for each in found)


def test_a_designation_answers_its_question_from_its_day_on():
    """The latest document that has taken effect counts."""
    known = (named(PROVINCES[0], on=date(2025, 3, 1)), named(*PROVINCES[:2]))
    full = replace(REGISTER, designations=known)
    for day, members in ((date(2025, 2, 1), None), (date(2025, 3, 1), 1), (TODAY, 2)):
        found = next(
            each
            for each in questions(PROGRAMME, full, day)
            if (each.task.code, each.group) == (ASKED.task.code, "G_LOC_SEL")
        )
        assert (len(found.named.members) if found.named else None) == members


def test_the_effect_counts_who_comes_and_who_goes():
    """A first document makes its members responsible; a later one lets go whom it no longer names."""
    first = effect(ASKED.task, named(*PROVINCES[:3]), REGISTER, TODAY)
    assert (len(first.gained), first.lost) == (3, ())
    assert first.parts_after >= 1
    standing = replace(REGISTER, designations=(named(*PROVINCES[:3]),))
    later = effect(ASKED.task, named(*PROVINCES[1:3], on=date(2025, 6, 10)), standing, TODAY)
    assert (later.gained, len(later.lost)) == ((), 1)


@pytest.mark.parametrize(
    ("meant", "fields"),
    [
        (named(*PROVINCES[:2]), []),
        (named(), ["members"]),
        (named("BKHCN"), ["members"]),
        (named(PROVINCES[0], on=date(2025, 6, 25)), ["on"]),
        (named("NICHTS", on=date(2026, 1, 1)), ["on", "members"]),
        (named(PROVINCES[0], group="DIPL"), ["group"]),
    ],
)
def test_what_a_document_cannot_say(meant, fields):
    """All reasons against it are named at once."""
    assert [fault.field for fault in designation_faults(ASKED.task, meant, REGISTER, TODAY)] == fields


def test_two_documents_of_one_day_contradict_each_other():
    """A second document of the same day about the same name is refused."""
    standing = replace(REGISTER, designations=(named(PROVINCES[0]),))
    found = designation_faults(ASKED.task, named(PROVINCES[1]), standing, TODAY)
    assert [fault.field for fault in found] == ["on"]

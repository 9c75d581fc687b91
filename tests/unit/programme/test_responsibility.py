"""Who answers on a given day: named leads, split bodies, merged provinces and collective names."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.errors import Invalid, NotFound
from thuocdo.programme.registry import register
from thuocdo.programme.rules import (
    assigned_to,
    existing_on,
    members,
    members_at_due,
    predecessors,
    responsible_on,
)
from thuocdo.programme.types import Agency, AgencyKind, Assigned, Designation, Register, Succession

ISSUED = date(2025, 1, 9)
TODAY = date(2026, 11, 22)
BODIES = register()
ENDED_OR_HERE = sorted(a.code for a in BODIES.agencies if a.valid_from is None or a.valid_from <= ISSUED)
PLAIN_GROUPS = sorted(group.code for group in BODIES.groups if not group.needs_designation)
CHOSEN_GROUPS = sorted(group.code for group in BODIES.groups if group.needs_designation)
DAYS = st.dates(min_value=ISSUED, max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("code", "day", "answers"),
    [
        ("BTTTT", date(2025, 1, 20), "BTTTT"),
        ("BTTTT", date(2025, 2, 28), "BTTTT"),
        ("BTTTT", date(2025, 3, 1), "BKHCN"),
        ("BTTTT", TODAY, "BKHCN"),
        ("BKHCN", ISSUED, "BKHCN"),
        ("BKHCN", TODAY, "BKHCN"),
        ("BKHĐT", TODAY, "BTC"),
        ("BGTVT", TODAY, "BXD"),
        ("BTNMT", TODAY, "BNNMT"),
        ("BNNPTNT", TODAY, "BNNMT"),
        ("BLĐTBXH", TODAY, "BNV"),
        ("UBDT", TODAY, "BDTTG"),
        ("BHXHVN", TODAY, "BTC"),
        ("BTGTW", date(2025, 2, 2), "BTGTW"),
        ("BTGTW", date(2025, 2, 3), "BTGDVTW"),
        ("VN63-27", date(2025, 6, 30), "VN63-27"),
        ("VN63-27", date(2025, 7, 1), "VN34-24"),
        ("VN63-74", TODAY, "VN34-79"),
        ("VN63-89", TODAY, "VN34-91"),
        ("VN63-70", date(2026, 4, 29), "VN34-75"),
        ("VN63-70", date(2026, 4, 30), "VN34-75b"),
    ],
)
def test_who_answers_on_a_day(code, day, answers):
    """Duties stay with a body while it exists and pass to its successor on the day it ends."""
    assert responsible_on(code, day, BODIES) == answers


@pytest.mark.parametrize(
    ("code", "day"), [("BNNMT", date(2025, 1, 20)), ("VN34-24", date(2025, 6, 30)), ("NOBODY", TODAY)]
)
def test_nobody_answers_for_what_does_not_exist(code, day):
    """A body asked for before it exists, or under an unknown code, is refused."""
    with pytest.raises(NotFound):
        responsible_on(code, day, BODIES)


def test_a_body_that_ended_without_successor_is_refused():
    """Duties that went nowhere are not silently kept by a body that is gone."""
    alone = Agency("A", "A", "A", AgencyKind.OTHER, valid_until=date(2025, 3, 1))
    with pytest.raises(NotFound):
        responsible_on("A", TODAY, Register((alone,), (), ()))


def test_a_circle_of_successors_is_refused():
    """Two bodies that follow each other are refused instead of being followed for ever."""
    end = date(2025, 3, 1)
    pair = tuple(Agency(code, code, code, AgencyKind.OTHER, valid_until=end) for code in "AB")
    circle = Register(pair, (Succession("A", "B", end), Succession("B", "A", end)), ())
    with pytest.raises(Invalid):
        responsible_on("A", TODAY, circle)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("BKHCN", ("BTTTT",)),
        ("BNNMT", ("BTNMT", "BNNPTNT")),
        ("BTC", ("BKHĐT", "BHXHVN", "UBQLVNN")),
        ("VN34-75b", ("VN34-75", "VN63-70", "VN63-75")),
        ("BQP", ()),
    ],
)
def test_predecessors_nearest_first(code, found):
    """An agency's page can name every body whose duties it carries, through all mergers."""
    assert predecessors(code, BODIES) == found


def test_task_seven_was_owed_by_63_provinces_and_is_answered_by_34():
    """The plan due in January 2025 was owed by 92 bodies; 56 answer for it today, 34 of them provinces."""
    asked = {"task": "7", "due": date(2025, 1, 31), "as_of": TODAY, "register": BODIES}
    owed, answer = members_at_due("G_ALL", **asked), members("G_ALL", **asked)
    assert len(owed) == 18 + 4 + 7 + 63
    assert sum(code.startswith("VN63") for code in owed) == 63
    assert len(answer) == len(set(answer)) == 14 + 3 + 5 + 34
    assert sum(code.startswith("VN34") for code in answer) == 34
    assert "VN34-75b" in answer


def test_a_task_due_after_the_merger_was_never_owed_by_the_old_bodies():
    """A duty due in December 2025 is owed by the bodies that exist then."""
    owed = members_at_due("G_ALL", task="58", due=date(2025, 12, 31), as_of=TODAY, register=BODIES)
    assert len(owed) == 56
    assert "BTTTT" not in owed


def test_while_the_due_date_lies_ahead_the_bodies_of_today_answer():
    """Seen from February 2025, a duty due in December is with the 63 provinces that exist."""
    answer = members("G_PROV", task="115", due=date(2025, 12, 31), as_of=date(2025, 2, 10), register=BODIES)
    assert len(answer) == 63


@pytest.mark.parametrize(("as_of", "count"), [(date(2025, 6, 30), 63), (date(2025, 7, 1), 34)])
def test_without_a_due_date_the_day_of_looking_decides(as_of, count):
    """A continuous duty of the localities is with those that exist on the day of looking."""
    assert len(members("G_LOC", task="2", due=None, as_of=as_of, register=BODIES)) == count


@pytest.mark.parametrize("group", CHOSEN_GROUPS)
def test_groups_that_ask_for_a_choice_have_no_members_until_named(group):
    """Words such as “selected”, “eligible” or “by the list” mean nobody until a document names them."""
    assert members(group, task="63", due=date(2026, 12, 31), as_of=TODAY, register=BODIES) is None


@pytest.mark.parametrize("group", ["G_ALL_REL", "G_MIN_REL", "G_MIN_DB", "G_LOC_SEL", "G_CITIES", "ENT_DIGI"])
def test_which_groups_ask_for_a_choice(group):
    """The groups whose words ask for a choice are marked so."""
    assert group in CHOSEN_GROUPS


def test_a_designation_names_the_members_for_its_task_from_its_day():
    """The named cities answer from the day of the document, for that task only, through their successors."""
    named = Designation("63", "G_LOC_SEL", ("VN63-48", "VN63-79"), "1/QĐ-TTg", date(2025, 5, 1))
    bodies = replace(BODIES, designations=(named,))
    due = date(2026, 12, 31)
    early = members("G_LOC_SEL", task="63", due=due, as_of=date(2025, 4, 30), register=bodies)
    then = members("G_LOC_SEL", task="63", due=due, as_of=date(2025, 5, 1), register=bodies)
    now = members("G_LOC_SEL", task="63", due=due, as_of=TODAY, register=bodies)
    other = members("G_LOC_SEL", task="64", due=due, as_of=TODAY, register=bodies)
    assert (early, then, now, other) == (None, named.members, ("VN34-48", "VN34-79"), None)


def test_the_latest_designation_counts():
    """A later document replaces the members that an earlier one named."""
    first = Designation("63", "G_LOC_SEL", ("VN63-48",), "1/QĐ-TTg", date(2025, 5, 1))
    second = Designation("63", "G_LOC_SEL", ("VN34-01",), "2/QĐ-TTg", date(2025, 9, 1))
    bodies = replace(BODIES, designations=(second, first))
    assert members("G_LOC_SEL", task="63", due=None, as_of=TODAY, register=bodies) == ("VN34-01",)


@pytest.mark.parametrize(
    ("leads", "task", "due", "as_of", "expected"),
    [
        (("BTTTT",), "60", date(2025, 9, 30), date(2025, 1, 20), Assigned(("BTTTT",))),
        (("BTTTT",), "60", date(2025, 9, 30), TODAY, Assigned(("BKHCN",))),
        (("BTTTT", "BKHCN"), "8", date(2025, 3, 31), ISSUED, Assigned(("BTTTT", "BKHCN"))),
        (("BTTTT", "BKHCN"), "8", date(2025, 3, 31), TODAY, Assigned(("BKHCN",))),
        (
            ("BCA", "BLĐTBXH", "BTNMT", "BGTVT", "NHNN", "BNNPTNT", "BKHCN", "BTC"),
            "108",
            date(2025, 12, 31),
            TODAY,
            Assigned(("BCA", "BNV", "BNNMT", "BXD", "NHNN", "BKHCN", "BTC")),
        ),
        (("ENT_DIGI",), "138", date(2030, 12, 31), TODAY, Assigned((), ("ENT_DIGI",))),
        (("BCA", "G_MIN_REL"), "38", date(2026, 9, 30), TODAY, Assigned(("BCA",), ("G_MIN_REL",))),
        (("BNNMT",), "x", None, ISSUED, Assigned(("BNNMT",))),
    ],
)
def test_assigned_leads(leads, task, due, as_of, expected):
    """Named leads are followed to whoever answers, each body stands once, unnamed groups are said so."""
    assert assigned_to(leads, task=task, due=due, as_of=as_of, register=BODIES) == expected


def test_named_leads_and_groups_together_keep_the_order_of_the_document():
    """A lead that is also a member of the group beside it stands once, where it was named first."""
    found = assigned_to(
        ("BTTTT", "BKHĐT", "G_LOC"), task="46", due=date(2030, 12, 31), as_of=TODAY, register=BODIES
    )
    assert found.agencies[:3] == ("BKHCN", "BTC", "VN34-01")
    assert len(found.agencies) == 36


def test_a_split_lead_passes_by_assignment_where_a_document_made_one():
    """A security task of the split ministry goes to the ministry that a document names for it."""
    named = Designation("105", "BTTTT", ("BCA",), "3/QĐ-TTg", date(2025, 4, 1))
    bodies = replace(BODIES, designations=(named,))
    seen = {
        task: assigned_to(("BTTTT",), task=task, due=None, as_of=TODAY, register=bodies).agencies
        for task in ("105", "60")
    }
    assert seen == {"105": ("BCA",), "60": ("BKHCN",)}


@given(code=st.sampled_from(ENDED_OR_HERE), day=DAYS)
def test_who_answers_always_exists_on_that_day(code, day):
    """Whoever is said to answer on a day exists on that day."""
    answers = responsible_on(code, day, BODIES)
    assert answers in {agency.code for agency in existing_on(day, BODIES)}


@given(code=st.sampled_from(ENDED_OR_HERE), day=DAYS)
def test_asking_again_changes_nothing(code, day):
    """The body that answers answers for itself on the same day."""
    answers = responsible_on(code, day, BODIES)
    assert responsible_on(answers, day, BODIES) == answers


@given(code=st.sampled_from(ENDED_OR_HERE), first=DAYS, second=DAYS)
def test_following_in_two_steps_ends_at_the_same_body(code, first, second):
    """Asking on an earlier day on the way leads to the same body as asking at once."""
    early, late = sorted((first, second))
    on_the_way = responsible_on(code, early, BODIES)
    assert responsible_on(on_the_way, late, BODIES) == responsible_on(code, late, BODIES)


@given(code=st.sampled_from(ENDED_OR_HERE), day=DAYS)
def test_successors_know_their_predecessors(code, day):
    """A body that answers for another lists it among its predecessors."""
    answers = responsible_on(code, day, BODIES)
    assert answers == code or code in predecessors(answers, BODIES)


@given(group=st.sampled_from(PLAIN_GROUPS), due=st.none() | DAYS, as_of=DAYS)
def test_members_exist_once_and_cover_every_holder(group, due, as_of):
    """Members exist on the day of looking, stand once, and leave no original holder without an answer."""
    asked = {"task": "1", "due": due, "as_of": as_of, "register": BODIES}
    holders, answer = members_at_due(group, **asked), members(group, **asked)
    here = {agency.code for agency in existing_on(as_of, BODIES)}
    assert set(answer) <= here
    assert len(set(answer)) == len(answer) <= len(holders)
    assert {responsible_on(holder, as_of, BODIES) for holder in holders} == set(answer)


@given(group=st.sampled_from(PLAIN_GROUPS), due=DAYS, as_of=DAYS)
def test_expansion_is_stable(group, due, as_of):
    """After the due date the original holders do not change with the day of looking."""
    asked = {"task": "1", "due": due, "register": BODIES}
    at_due = members_at_due(group, as_of=due, **asked)
    assert members_at_due(group, as_of=max(due, as_of), **asked) == at_due

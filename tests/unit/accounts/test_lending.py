"""What is lent, what a machine may be given, and how long a session or a confirmation counts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from thuocdo.accounts.rules import (
    ABSOLUTE,
    DELEGABLE,
    FRESH,
    GRANTS,
    IDLE,
    SCOPES,
    acting_for,
    can,
    check_not_self,
    check_token_body,
    check_two_people,
    delegation_faults,
    is_fresh,
    may_delegate,
    needs_factor,
    permissions_of_roles,
    scopes_for,
    session_ended,
    username_faults,
)
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Lent, Role
from thuocdo.core.errors import NotAllowed

TODAY = date(2025, 6, 20)
NOW = datetime(2025, 6, 20, 3, tzinfo=UTC)


def actor(*roles, name="an", agency="BKHCN", lent=()):
    return Actor(name, name, frozenset(roles), agency, lent)


def test_a_lent_permission_counts_and_says_whose_it_is():
    """What a head has lent allows exactly that, and the audit can name the head."""
    em = actor(Role.REPORTER, name="em", lent=(Lent("approve", "an"),))
    assert can(em, Permission.APPROVE)
    assert not can(em, Permission.MANAGE_TOKENS)
    assert (acting_for(em, Permission.APPROVE), acting_for(em, Permission.REPORT)) == ("an", "")


def test_who_acts_for_somebody_is_no_second_person_to_them():
    """A colleague with a lent permission cannot confirm the work of the person who lent it."""
    em = actor(Role.REPORTER, name="em", lent=(Lent("approve", "an"),))
    with pytest.raises(NotAllowed):
        check_two_people(actor(Role.HEAD, name="an"), em)
    check_two_people(actor(Role.REPORTER, name="khanh"), em)


def test_what_is_lent_cannot_be_lent_on():
    """Only what an own role brings may be lent, and only by somebody who belongs to a body."""
    assert may_delegate(actor(Role.HEAD)) == DELEGABLE
    assert may_delegate(actor(Role.REPORTER)) == (Permission.REPORT,)
    assert may_delegate(actor(Role.REPORTER, lent=(Lent("approve", "an"),))) == (Permission.REPORT,)
    assert may_delegate(actor(Role.HEAD, agency="")) == ()
    assert may_delegate(actor(Role.MONITOR, Role.ADMINISTRATOR)) == ()


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "fields"),
    [
        (TODAY, TODAY, []),
        (TODAY, TODAY + timedelta(days=89), []),
        (TODAY, TODAY + timedelta(days=90), ["ends_on"]),
        (TODAY, None, ["ends_on"]),
        (TODAY, TODAY - timedelta(days=1), ["ends_on"]),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=1), ["ends_on"]),
        (TODAY + timedelta(days=30), TODAY + timedelta(days=40), []),
    ],
)
def test_a_delegation_has_an_end_within_ninety_days(starts_on, ends_on, fields):
    """The end is named, is not over, and lies at most ninety days on, both days counted."""
    faults = delegation_faults(
        starts_on=starts_on, ends_on=ends_on, today=TODAY, same_body=True, self_given=False
    )
    assert [fault.field for fault in faults] == fields


def test_all_faults_of_a_delegation_are_named_at_once():
    """To oneself, outside the body and without an end are three faults of one answer."""
    faults = delegation_faults(starts_on=TODAY, ends_on=None, today=TODAY, same_body=False, self_given=True)
    assert [fault.field for fault in faults] == ["receiver", "receiver", "ends_on"]


@pytest.mark.parametrize(
    ("roles", "scopes"),
    [
        ((), ()),
        ((Role.REPORTER,), ()),
        ((Role.HEAD,), (Permission.REPORT,)),
        ((Role.MONITOR,), ()),
        ((Role.ADMINISTRATOR,), SCOPES),
    ],
)
def test_a_machine_gets_no_more_than_its_maker_may_give(roles, scopes):
    """A head gives the head's own scopes, an administrator any, everybody else none."""
    assert scopes_for(actor(*roles)) == scopes


def test_no_machine_approves_verifies_publishes_or_administers():
    """The scopes hold reading and reporting only."""
    assert set(SCOPES) <= {Permission.REPORT, Permission.READ_ALL, Permission.READ_AUDIT}


@pytest.mark.parametrize(
    ("roles", "own", "agency", "allowed"),
    [
        ((Role.HEAD,), "BKHCN", "BKHCN", True),
        ((Role.HEAD,), "BKHCN", "BYT", False),
        ((Role.HEAD,), "BKHCN", "", False),
        ((Role.HEAD,), "", "", False),
        ((Role.REPORTER,), "BKHCN", "BKHCN", False),
        ((Role.ADMINISTRATOR,), "VPTW", "BYT", True),
    ],
)
def test_a_token_is_made_for_the_own_body(roles, own, agency, allowed):
    """Only an administrator makes tokens for other bodies."""
    if allowed:
        check_token_body(actor(*roles, agency=own), agency)
    else:
        with pytest.raises(NotAllowed):
            check_token_body(actor(*roles, agency=own), agency)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_but_the_auditor_needs_a_second_factor(role):
    """Whoever can change anything needs one; who only reads may have one."""
    assert needs_factor(permissions_of_roles([role])) is (role is not Role.AUDITOR)


def test_nobody_without_a_role_needs_a_second_factor():
    """A citizen changes nothing."""
    assert not needs_factor(())


def test_nobody_administers_themselves():
    """Even the administrator's own roles are another's affair."""
    with pytest.raises(NotAllowed):
        check_not_self(actor(Role.ADMINISTRATOR, name="hoa"), "hoa")
    check_not_self(actor(Role.ADMINISTRATOR, name="hoa"), "an")


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("began", "seen", "ended"),
    [
        (timedelta(0), timedelta(0), False),
        (IDLE, IDLE - SECOND, False),
        (IDLE, IDLE, True),
        (ABSOLUTE - SECOND, SECOND, False),
        (ABSOLUTE, SECOND, True),
    ],
)
def test_a_session_ends_when_idle_and_when_old(began, seen, ended):
    """One hour without a page ends it, and twelve hours in any case."""
    assert session_ended(began=NOW - began, seen=NOW - seen, now=NOW) is ended


@pytest.mark.parametrize(
    ("given", "fresh"),
    [
        (None, False),
        (NOW, True),
        (NOW - FRESH + SECOND, True),
        (NOW - FRESH, False),
        (NOW + SECOND, False),
    ],
)
def test_a_confirmation_counts_for_a_quarter_of_an_hour(given, fresh):
    """Neither an old one nor one of the future counts."""
    assert is_fresh(given, NOW) is fresh


@pytest.mark.parametrize(
    ("username", "good"),
    [
        ("an", True),
        ("bc.bkhcn-2", True),
        ("An", False),
        ("ân", False),
        ("a b", False),
        ("a/b", False),
        ("", False),
        ("setup", False),
        ("unknown", False),
        ("may-1", False),
        ("x" * 61, False),
    ],
)
def test_a_log_in_name_can_stand_in_an_address(username, good):
    """Plain letters, digits, dots and dashes; no name of the system or of a machine."""
    assert (not username_faults(username)) is good


def test_no_role_brings_a_permission_that_nobody_named():
    """The table knows all permissions, and each is brought by some role."""
    assert set().union(*GRANTS.values()) == set(Permission)

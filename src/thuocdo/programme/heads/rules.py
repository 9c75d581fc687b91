"""What makes an entry of the register of heads right, who is in office on a day, and what is not known."""

from collections.abc import Iterable, Iterator
from datetime import date

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Fault, NotAllowed, fault
from thuocdo.core.text import clean
from thuocdo.programme.heads.types import Gap, HeadTerm
from thuocdo.programme.types import Register

KEEPERS = frozenset({Permission.ADOPT, Permission.MANAGE_AGENCIES})
"""Either permission lets a person propose or confirm who heads a body."""

LONGEST_NAME = 120
LONGEST_DOCUMENT = 200
LONGEST_NOTE = 500

WHERE = "heads"
EMPTY = N_("is empty")
TOO_LONG = N_("is longer than {most} characters")
NO_NAME = N_("is no name of a person")
NO_BODY = N_("{code} is no body of the register on {day}")
NO_ACT = N_("names no act; write its number, for example “Quyết định 12/QĐ-TTg ngày 5/1/2026”")
NO_DAY = N_("is no day; write it as 2025-03-01 or 1/3/2025")
NOT_AFTER = N_("must lie after {day}, the first day in office")
FAR_AWAY = N_("lies more than a year ahead")
OVERLAPS = N_("{person} heads this body from {since}; end that term first")

_AHEAD = 366


def may_keep(by: Actor) -> bool:
    """Ask whether a person may change the register."""
    return any(can(by, each) for each in KEEPERS)


def check_keeper(by: Actor) -> None:
    """Refuse who may not change the register."""
    if not may_keep(by):
        raise NotAllowed(
            N_("Your roles do not allow to change who heads a body."),
            hint=N_("Ask an administrator for a role that allows it."),
        )


def term_faults(
    term: HeadTerm, others: Iterable[HeadTerm], register: Register, today: date, where: str = WHERE
) -> Iterator[Fault]:
    """Yield everything that is wrong with a term beside the `others` that are confirmed."""
    for name, most in (
        ("person", LONGEST_NAME),
        ("office_vi", LONGEST_NAME),
        ("office_en", LONGEST_NAME),
        ("document", LONGEST_DOCUMENT),
    ):
        yield from _text_faults(where, name, getattr(term, name), most)
    if any(mark.isdigit() or mark in "<>@=;" for mark in term.person):
        yield fault(where, "person", NO_NAME)
    for name in ("document", "until_document"):
        text = getattr(term, name)
        # Personnel decisions of the Party have numbers that no rule of citing knows: any number will do.
        if clean(text) and not any(mark.isdigit() for mark in text):
            yield fault(where, name, NO_ACT)
    if term.until is not None and not clean(term.until_document):
        yield fault(where, "until_document", EMPTY)
    if (term.since - today).days > _AHEAD:
        yield fault(where, "since", FAR_AWAY)
    if term.until is not None and term.until <= term.since:
        yield fault(where, "until", NOT_AFTER, day=f"{term.since:%d/%m/%Y}")
    if not any(body.code == term.agency and body.exists_on(term.since) for body in register.agencies):
        yield fault(where, "agency", NO_BODY, code=term.agency[:40], day=f"{term.since:%d/%m/%Y}")
    for other in others:
        if other.agency == term.agency and overlap(term, other):
            yield fault(where, "since", OVERLAPS, person=other.person, since=f"{other.since:%d/%m/%Y}")


def overlap(one: HeadTerm, other: HeadTerm) -> bool:
    """Say whether two terms have a day in common."""
    ended_before = one.until is not None and one.until <= other.since
    begun_after = other.until is not None and other.until <= one.since
    return not ended_before and not begun_after


def head_on(agency: str, day: date, terms: Iterable[HeadTerm]) -> HeadTerm | None:
    """Return who heads a body on a day, None where that is not known."""
    return next((term for term in terms if term.agency == agency and term.covers(day)), None)


def gaps(agency: str, terms: Iterable[HeadTerm], since: date, until: date) -> tuple[Gap, ...]:
    """Return the stretches of days from `since` to before `until` in which nobody is known to head a body."""
    found, reached = [], since
    for term in sorted((each for each in terms if each.agency == agency), key=lambda each: each.since):
        if term.since >= until:
            break
        if term.since > reached:
            found.append(Gap(agency, reached, term.since))
        if term.until is None:
            return tuple(found)
        reached = max(reached, term.until)
    if reached < until:
        found.append(Gap(agency, reached, until))
    return tuple(found)


def _text_faults(where: str, name: str, text: str, most: int) -> Iterator[Fault]:
    if not clean(text):
        yield fault(where, name, EMPTY)
    elif len(text) > most:
        yield fault(where, name, TOO_LONG, most=most)

"""Who may compose, see and freeze a report, and what may be typed into one."""

from collections.abc import Iterable, Iterator

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Fault, NotFound, fault
from thuocdo.reports.types import Heading, Own, State

LONGEST_TEXT = 20_000
"""Characters of an author's text in one section."""

LONGEST_FIELD = 300
MOST_RECIPIENTS = 30
OFFICE = (Permission.VERIFY, Permission.PUBLISH)
"""Either lets somebody compose for the consolidating office."""

TOO_LONG = N_("has more than {most} characters")
TOO_MANY = N_("names more than {most} recipients")
UNKNOWN_SECTION = N_("is no section of the report")


def may_write(by: Actor, agency: str) -> bool:
    """Say whether somebody composes this report: the office's, or that of the own body."""
    if not agency:
        return any(can(by, permission) for permission in OFFICE)
    return by.agency == agency and (can(by, Permission.REPORT) or can(by, Permission.APPROVE))


def may_freeze(by: Actor, agency: str) -> bool:
    """Say whether somebody fixes the numbers for good: the office's people, of a body its head."""
    return may_write(by, agency) and (not agency or can(by, Permission.APPROVE))


def may_see(by: Actor, agency: str, state: State) -> bool:
    """Say whether somebody sees a report: who writes it does; once it is frozen, who reads all does."""
    return may_write(by, agency) or (state is State.FROZEN and can(by, Permission.READ_ALL))


def check_may_write(by: Actor, agency: str) -> None:
    """Refuse whoever does not compose this report; another body's does not exist for them."""
    if may_write(by, agency):
        return
    if agency and by.agency != agency:
        raise NotFound(_NO_REPORT, hint=_LOOK)
    check(by, Permission.REPORT if agency else Permission.VERIFY)


def check_may_freeze(by: Actor, agency: str) -> None:
    """Refuse whoever may not fix the numbers of this report."""
    check_may_write(by, agency)
    if not may_freeze(by, agency):
        check(by, Permission.APPROVE)


def no_report() -> NotFound:
    """Return the refusal for a report that is not there, or is not theirs to see."""
    return NotFound(_NO_REPORT, hint=_LOOK)


_NO_REPORT = N_("There is no such report.")
_LOOK = N_("Look at the list of reports.")


def own_faults(own: Own, keys: Iterable[str]) -> Iterator[Fault]:
    """Yield what cannot be kept of an author's words; `keys` are the sections of the outline."""
    known = frozenset(keys)
    for key, words in own.texts.items():
        if key not in known:
            yield fault("report", key, UNKNOWN_SECTION)
        elif len(words) > LONGEST_TEXT:
            yield fault("report", key, TOO_LONG, most=LONGEST_TEXT)
    yield from _heading_faults(own.heading)


def _heading_faults(heading: Heading) -> Iterator[Fault]:
    for name in ("parent", "issuer", "number", "place", "signing", "signer"):
        if len(getattr(heading, name)) > LONGEST_FIELD:
            yield fault("report", name, TOO_LONG, most=LONGEST_FIELD)
    if len(heading.recipients) > MOST_RECIPIENTS:
        yield fault("report", "recipients", TOO_MANY, most=MOST_RECIPIENTS)
    elif any(len(each) > LONGEST_FIELD for each in heading.recipients):
        yield fault("report", "recipients", TOO_LONG, most=LONGEST_FIELD)

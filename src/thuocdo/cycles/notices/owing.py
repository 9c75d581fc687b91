"""What bodies still owe of the reporting periods, counted once for notices, letters and reminders."""

from datetime import date

from thuocdo.core.errors import N_, NotFound
from thuocdo.cycles.notices.types import Owing, Period
from thuocdo.cycles.standing import Ledger, ledger
from thuocdo.cycles.types import OpenCycle

WATCHED = 2
"""Periods that reminders look at: the running one, and the one whose days of grace may still run."""


def periods(slug: str, *, day: date) -> tuple[Period, ...]:
    """Return the newest periods that have begun by a day, with what each body owes of them."""
    found = ledger(slug, day=day)
    return tuple(_period(found, cycle) for cycle in found.cycles[-WATCHED:])


def period(slug: str, code: str, *, day: date) -> tuple[Period, tuple[OpenCycle, ...]]:
    """Return one period, "" for the one that reports are taken for, and all there are, newest first."""
    found = ledger(slug, day=day)
    cycles = tuple(reversed(found.cycles))
    taken = [cycle for cycle in found.cycles if day <= cycle.closes_on] or found.cycles[-1:]
    for cycle in cycles if code else taken[:1]:
        if cycle.code == code or not code:
            return _period(found, cycle), cycles
    raise NotFound(
        N_("There is no period {code}."), hint=N_("Choose one of the list."), params={"code": code[:20]}
    )


def _period(found: Ledger, cycle: OpenCycle) -> Period:
    owing = []
    for agency in found.agencies:
        asked = found.owed.get((agency, cycle.code), ())
        if asked:
            silent = tuple(task for task in asked if (task, agency, cycle.code) not in found.heard)
            owing.append(Owing(agency, len(asked), len(asked) - len(silent), silent))
    return Period(cycle.code, cycle.due_on, tuple(owing))

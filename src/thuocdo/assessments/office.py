"""Values that no unit gives: the office of a set, or a verifier, hands them in for many units at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import models, queries
from thuocdo.assessments.errors import NOTHING_DONE, field_fault, no_set
from thuocdo.assessments.keeping import today_of
from thuocdo.assessments.reading import read_values
from thuocdo.assessments.rules import OPEN
from thuocdo.assessments.types import Giver, SetState, SetVersion, State
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Fault, Invalid, NotAllowed, fault

NOT_OFFICE = N_("Only the office of the set, or a verifier, gives these values.")
TOO_LATE = N_("was verified and takes no more values")
NO_UNIT = N_("is no unit that this set judges")
OWN_UNIT = N_("is your own body; somebody of another has to give its values")
NO_PERIOD = N_("is no period that this set judges and that has begun")


@dataclass(frozen=True, slots=True)
class Handed:
    """The units whose values were kept, and what is wrong with the others by unit."""

    kept: tuple[str, ...]
    faulty: Mapping[str, tuple[Fault, ...]]


def check_office(found: SetVersion, by: Actor) -> None:
    """Refuse who is neither a verifier nor of the body that answers for the set."""
    of_author = by.agency and by.agency == found.criteria_set.author and can(by, Permission.REPORT)
    if not of_author and not can(by, Permission.VERIFY):
        raise NotAllowed(NOT_OFFICE)


@transaction.atomic
def give_values(
    *, version: str, period: str, rows: Mapping[str, Mapping[str, str]], by: Actor, now: datetime
) -> Handed:
    """Keep values by unit: those of a right unit, the others are returned with their faults.

    A value given again replaces the one before, until the unit was verified.
    """
    found = queries.version(version, by=by)
    if found.state is not SetState.FROZEN:
        raise no_set()
    check_office(found, by)
    if period not in {each.code for each in queries.judged_periods(found, day=today_of(now))}:
        raise Invalid(NOTHING_DONE, faults=[field_fault("period", NO_PERIOD)])
    states = queries.states_of(found.id, period)
    units = found.criteria_set.units
    bodies = {each.code for each in queries.bodies_on(today_of(now)) if queries.type_of(each) in units}
    fresh, faulty = [], {}
    for unit, typed in rows.items():
        faults = _unit_faults(unit, states, bodies, by)
        values, wrong = read_values(found.criteria_set, typed, Giver.OFFICE)
        if faults or wrong:
            faulty[unit] = (*faults, *wrong)
            continue
        fresh += [(unit, name, value) for name, value in values.items()]
    _keep(found, period, fresh, by=by, now=now)
    kept = tuple(unit for unit in rows if unit not in faulty)
    if kept:
        body = {"period": period, "units": len(kept), "values": len(fresh)}
        audit.record(kind="office_values_given", on=found.id, by=by, at=now, body=body)
    return Handed(kept, faulty)


def _unit_faults(unit: str, states: Mapping[str, State], bodies: set[str], by: Actor) -> tuple[Fault, ...]:
    where = f"unit {unit[:60]}"
    if unit not in bodies and unit not in states:
        return (fault(where, "unit", NO_UNIT),)
    if unit.partition("/")[0] == by.agency:
        return (fault(where, "unit", OWN_UNIT),)
    if states.get(unit, State.SAVED) not in OPEN | {State.SUBMITTED}:
        return (fault(where, "unit", TOO_LATE),)
    return ()


def _keep(
    found: SetVersion, period: str, fresh: list[tuple[str, str, str]], *, by: Actor, now: datetime
) -> None:
    row = models.SetVersion.objects.get(public_id=found.id)
    models.OfficeValue.objects.bulk_create(
        [
            models.OfficeValue(
                version=row,
                unit=unit,
                period=period,
                question=name,
                value=value,
                given_by=by.id,
                given_at=now,
            )
            for unit, name, value in fresh
        ],
        update_conflicts=True,
        unique_fields=["version", "unit", "period", "question"],
        update_fields=["value", "given_by", "given_at"],
        batch_size=500,
    )

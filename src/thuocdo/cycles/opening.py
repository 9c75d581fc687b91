"""Opening the reporting cycles of a programme by its calendar, changing their days, and finding them."""

from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day, working_days_before
from thuocdo.core.errors import Conflict, Invalid, NotFound, fault
from thuocdo.core.workdays import holidays
from thuocdo.cycles import models
from thuocdo.cycles.calendar import (
    PREVIEW_DAYS,
    day_faults,
    periods,
    preset,
    publication_day,
    taking,
)
from thuocdo.cycles.faults import N_, REASON_TO_CLOSE
from thuocdo.cycles.types import OpenCycle
from thuocdo.programme import queries as programmes
from thuocdo.programme.kept import Kept
from thuocdo.programme.types import Programme

_DAYS = ("closes_on", "preview_on", "publish_on")


@transaction.atomic
def open_cycle(
    *,
    slug: str,
    code: str,
    closes_on: date | None = None,
    preview_on: date | None = None,
    publish_on: date | None = None,
    by: Actor,
    now: datetime,
) -> OpenCycle:
    """Open a period of the programme's calendar; days that are not given follow from it.

    From then on its closing day holds: a new report after it is refused.
    """
    check(by, Permission.MANAGE_CYCLES)
    found = _with_days(_of_calendar(slug, code), closes_on, preview_on, publish_on)
    cycle = replace(found, opened=True)
    _refuse_faults(cycle)
    row = models.Cycle(
        programme=slug,
        code=code,
        starts_on=cycle.starts_on,
        due_on=cycle.due_on,
        closes_on=cycle.closes_on,
        preview_on=cycle.preview_on,
        publish_on=cycle.publish_on,
        opened_by=by.id,
        opened_at=now,
    )
    taken = Conflict(
        N_("{code} of {slug} has been opened already."),
        hint=N_("Change its days instead."),
        params={"code": code, "slug": slug},
    )
    with inserting(taken):
        row.save(force_insert=True)
    audit.record(kind="cycle_opened", on=f"{slug} {code}", by=by, at=now, body=_days_of(cycle))
    return cycle


@transaction.atomic
def change_cycle(
    *,
    slug: str,
    code: str,
    closes_on: date | None = None,
    preview_on: date | None = None,
    publish_on: date | None = None,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> OpenCycle:
    """Change the days of an open cycle; a day that is not given stays. The due day is the document's.

    A cycle that has closed, or would be closed at once, is changed with a reason only.
    """
    check(by, Permission.MANAGE_CYCLES)
    old = next((cycle for cycle in _opened(slug) if cycle.code == code), None)
    if old is None:
        params = {"code": code, "slug": slug}
        raise NotFound(N_("{code} of {slug} has not been opened."), hint=N_("Open it first."), params=params)
    new = _with_days(old, closes_on, preview_on, publish_on)
    _refuse_faults(new)
    today = local_day(now, settings.THUOCDO_ZONE)
    if new.closes_on != old.closes_on and today > min(old.closes_on, new.closes_on) and not reason.strip():
        empty = fault(code, "reason", REASON_TO_CLOSE)
        raise Invalid(N_("Nothing was changed."), faults=[empty], hint=N_("Say why the closing day changes."))
    if new == old:
        return old
    before = {name: getattr(old, name) for name in _DAYS}
    fields = {name: getattr(new, name) for name in _DAYS}
    changed = models.Cycle.objects.filter(programme=slug, code=code, **before).update(**fields)
    if changed != 1:
        hint = N_("Look at its days and try again.")
        raise Conflict(N_("Somebody else changed the cycle meanwhile."), hint=hint)
    body = {"before": _days_of(old), "after": _days_of(new), "reason": reason.strip()}
    audit.record(kind="cycle_changed", on=f"{slug} {code}", by=by, at=now, body=body)
    return new


def cycles_of(slug: str) -> tuple[OpenCycle, ...]:
    """Return the cycles that were opened, the first one first."""
    return tuple(sorted(_opened(slug), key=lambda cycle: cycle.starts_on))


def calendar_of(slug: str, *, day: date, programme: Programme | None = None) -> tuple[OpenCycle, ...]:
    """Return all cycles that have begun by the end of a day, and the next; opened ones as opened.

    Who has read the programme already hands it on.
    """
    return with_calendar(programme or programmes.programme(slug), _opened(slug), day=day)


def with_calendar(programme: Programme, opened: tuple[OpenCycle, ...], *, day: date) -> tuple[OpenCycle, ...]:
    """Return the programme's calendar around a day, with opened cycles in the place of its presets."""
    days_off = holidays()
    known = {cycle.code: preset(cycle, days_off) for cycle in periods(programme, day.year + 1)}
    known |= {cycle.code: cycle for cycle in opened}
    in_order = sorted(known.values(), key=lambda cycle: cycle.starts_on)
    begun = [cycle for cycle in in_order if cycle.starts_on <= day]
    return tuple(in_order[: len(begun) + 1])


def cycle_on(slug: str, day: date) -> OpenCycle | None:
    """Return the cycle that takes reports on a day, by the programme's calendar when none was opened."""
    return taking(calendar_of(slug, day=day), day)


def cycle_named(slug: str, code: str, *, day: date) -> OpenCycle:
    """Return a cycle by its code, as opened or by the calendar; raises NotFound."""
    for cycle in (*calendar_of(slug, day=day), *_opened(slug)):
        if cycle.code == code:
            return cycle
    raise NotFound(N_("There is no cycle {code} in {slug}."), params={"code": code[:20], "slug": slug})


_cycles: Kept[tuple[OpenCycle, ...]] = Kept()


def _opened(slug: str) -> tuple[OpenCycle, ...]:
    return _cycles.get(
        slug,
        lambda: tuple(
            OpenCycle(row.code, row.starts_on, row.due_on, row.closes_on, row.preview_on, row.publish_on)
            for row in models.Cycle.objects.filter(programme=slug)
        ),
    )


def _of_calendar(slug: str, code: str) -> OpenCycle:
    programme = programmes.programme(slug)
    year = code.partition("-")[0]
    last = int(year) if year.isascii() and year.isdigit() and len(year) == len("2025") else 0
    for cycle in periods(programme, last):
        if cycle.code == code:
            return preset(cycle, holidays())
    known = ", ".join(cycle.code for cycle in programme.cycles)
    raise NotFound(
        N_("The calendar of {slug} has no cycle {code}; it has {known} and those that follow."),
        params={"slug": slug, "code": code[:20], "known": known},
    )


def _with_days(
    cycle: OpenCycle, closes_on: date | None, preview_on: date | None, publish_on: date | None
) -> OpenCycle:
    """Put the given days in; days of the preset, and the preview, follow what they depend on."""
    days_off = holidays()
    if closes_on is not None and publish_on is None and not cycle.opened:
        publish_on = publication_day(closes_on, days_off)
    if publish_on is not None and preview_on is None:
        preview_on = working_days_before(publish_on, PREVIEW_DAYS, days_off)
    return replace(
        cycle,
        closes_on=closes_on or cycle.closes_on,
        preview_on=preview_on or cycle.preview_on,
        publish_on=publish_on or cycle.publish_on,
    )


def _refuse_faults(cycle: OpenCycle) -> None:
    faults = day_faults(cycle, holidays())
    if faults:
        raise Invalid(N_("The days of the cycle are not in order."), faults=faults)


def _days_of(cycle: OpenCycle) -> dict[str, date | None]:
    return {name: getattr(cycle, name) for name in ("starts_on", "due_on", *_DAYS)}

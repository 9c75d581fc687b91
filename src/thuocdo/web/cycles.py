"""Reporting periods: the calendar with what was opened, and opening one or changing its days.

A change is first shown as what it means; the same form, pressed once more, writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.dates import working_days_between
from thuocdo.core.errors import Fault, Invalid
from thuocdo.core.workdays import holidays
from thuocdo.cycles.opening import calendar_of, change_cycle, cycle_named, open_cycle
from thuocdo.cycles.types import OpenCycle
from thuocdo.programme.review.settling import read_day
from thuocdo.web import matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_
from thuocdo.web.language import words as _

DAYS = ("closes_on", "preview_on", "publish_on")
LABELS: Mapping[str, str] = {
    "starts_on": N_("Begins"),
    "due_on": N_("Due"),
    "closes_on": N_("Closes"),
    "preview_on": N_("Preview from"),
    "publish_on": N_("Publication"),
    "reason": N_("Reason"),
}
_NO_DAY = N_("“{cell}” is no date; write 12/06/2025 or 2025-06-12")
_NO_REASON = N_("is empty; say why the days change")
_LONGEST = 500
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the days of a period mean, counted; `shut` says that new reports are refused from now on."""

    cycle: OpenCycle
    late_days: int
    note_days: int
    shut: bool
    moved: tuple[tuple[str, date | None, date | None], ...]


@require_safe
def cycles(request: HttpRequest) -> HttpResponse:
    """Show the periods of the calendar around today, opened ones with their own days."""
    known = current_of()
    day = today()
    shown = {
        "person": actor_of(request),
        "known": known,
        "rows": [(each, _state(each, day)) for each in reversed(calendar_of(_slug(), day=day))],
        "labels": LABELS,
        "done": request.GET.get("xong", "")[:10],
    }
    return render(request, "cycles.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def cycle(request: HttpRequest, code: str) -> HttpResponse:
    """Show one period with its days, what other days would mean, and write them when asked to."""
    person, old = actor_of(request), cycle_named(_slug(), code, day=today())
    if request.method != "POST":
        return _page(request, old)
    try:
        days, reason = _read(request.POST, old)
        new = _write(old, days, reason, by=person, keep=request.POST.get("do") == "save")
    except Invalid as refused:
        return _page(request, old, refused=refused)
    if request.POST.get("do") == "save":
        return redirect(f"{reverse('cycles')}?xong={new.code}")
    return _page(request, old, meaning=_meaning(old, new))


def _write(
    old: OpenCycle, days: Mapping[str, date | None], reason: str, *, by: Actor, keep: bool
) -> OpenCycle:
    """Open the period or change its days; what is only looked at is taken back in the same transaction."""
    with transaction.atomic():
        if old.opened:
            new = change_cycle(slug=_slug(), code=old.code, **days, reason=reason, by=by, now=timezone.now())
        else:
            new = open_cycle(slug=_slug(), code=old.code, **days, by=by, now=timezone.now())
        transaction.set_rollback(not keep)
    return new


def _read(form: Mapping[str, str], old: OpenCycle) -> tuple[dict[str, date | None], str]:
    """Return the days and the reason that were typed; an empty day follows from the others."""
    days: dict[str, date | None] = {}
    faults = []
    for name in DAYS:
        text = form.get(name, "").strip()[:40]
        days[name] = read_day(text) if text else None
        found = days[name]
        if text and (found is None or found.year not in _YEARS):
            faults.append(Fault(old.code, _NO_DAY.format(cell=text), name, _NO_DAY, {"cell": text}))
    reason = form.get("reason", "").strip()[:_LONGEST]
    if old.opened and not reason:
        faults.append(Fault(old.code, _NO_REASON, "reason", _NO_REASON))
    if faults:
        raise Invalid(_("Nothing was changed."), faults=faults)
    return days, reason


def _meaning(old: OpenCycle, new: OpenCycle) -> Meaning:
    free = holidays()
    first, last = new.preview_on, new.publish_on
    notes = working_days_between(first, last, free) if first is not None and last is not None else 0
    return Meaning(
        cycle=new,
        late_days=working_days_between(new.due_on, new.closes_on, free),
        note_days=notes,
        shut=today() > new.closes_on,
        moved=tuple(
            (name, getattr(old, name), getattr(new, name))
            for name in DAYS
            if getattr(old, name) != getattr(new, name)
        ),
    )


def _state(cycle: OpenCycle, day: date) -> str:
    if day < cycle.starts_on:
        return N_("has not begun")
    if day <= cycle.due_on:
        return N_("takes reports")
    return N_("takes late reports") if day <= cycle.closes_on else N_("takes no new reports")


def _page(
    request: HttpRequest, old: OpenCycle, *, meaning: Meaning | None = None, refused: Invalid | None = None
) -> HttpResponse:
    stored = {name: day.isoformat() for name in DAYS if (day := getattr(old, name)) is not None}
    if not old.opened:
        stored = {}
    if meaning is not None:
        days = ((name, getattr(meaning.cycle, name)) for name in DAYS)
        stored = {name: day.isoformat() for name, day in days if day is not None}
        stored["reason"] = request.POST.get("reason", "")[:_LONGEST]
    shown = {
        "person": actor_of(request),
        "known": current_of(),
        "cycle": old,
        "state": _state(old, today()),
        "labels": LABELS,
        "days": DAYS,
        "typed": request.POST if refused else stored,
        "meaning": meaning,
        "faulty": matters_words.faulty(refused, LABELS),
        "most": _LONGEST,
    }
    return render(request, "cycle.html", shown, status=refused.http_status if refused else 200)


def _slug() -> str:
    return str(settings.THUOCDO_PROGRAMME)

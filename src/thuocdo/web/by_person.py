"""What each person of a body has written for a period: for the head, and for everybody their own line."""

from dataclasses import astuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thuocdo.config.current import today
from thuocdo.cycles.by_person import written
from thuocdo.cycles.calendar import taking
from thuocdo.cycles.opening import calendar_of
from thuocdo.web import deskwords
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of


@require_safe
def by_person(request: HttpRequest) -> HttpResponse:
    """Show the counts of one period; `ky` names another than the one that takes reports now."""
    person, slug, day = actor_of(request), settings.THUOCDO_PROGRAMME, today()
    begun = [each for each in calendar_of(slug, day=day) if each.starts_on <= day]
    now = taking(begun, day) or (begun[-1] if begun else None)
    chosen = request.GET.get("ky", "") or (now.code if now else "")
    lines = written(slug, chosen, by=person, day=day) if chosen and person.agency else ()
    totals = [sum(column) for column in zip(*(astuple(line)[1:] for line in lines), strict=True)]
    shown = {
        "person": person,
        "known": current_of(),
        "cycles": begun,
        "chosen": chosen,
        "lines": lines,
        "totals": totals,
        "author": deskwords.names(),
    }
    return render(request, "by-person.html", shown)

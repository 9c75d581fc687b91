"""The audit trail: who did what to what and when, with filters, paging, and a table to keep."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thuocdo.audit import actions as trail
from thuocdo.audit.queries import has_newer, search
from thuocdo.audit.types import Entry, Wanted
from thuocdo.config.current import today
from thuocdo.core.errors import Fault, Invalid
from thuocdo.programme.review.settling import read_day
from thuocdo.web import audit_words, deskwords
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _
from thuocdo.web.tables import as_csv

PAGE = 50
MOST = 20_000
"""Events of one file; who wants more asks for fewer days at once."""

_LONGEST = 120
_DIGITS = 18
_YEARS = range(2000, 2200)
_NAMES = {"nguoi": "person", "loai": "kind", "viec": "thing", "tu": "first", "den": "last"}


@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show one page of the events that fit, newest first; a day that is none is said and not guessed."""
    typed = {name: request.GET.get(name, "").strip()[:_LONGEST] for name in _NAMES}
    wanted, faults = _read(typed)
    older, newer = _number(request.GET.get("truoc", "")), _number(request.GET.get("sau", ""))
    rows = () if faults else search(wanted, most=PAGE + 1, before=older, after=newer)
    more = len(rows) > PAGE
    shown = (rows[1:] if newer else rows[:PAGE]) if more else rows
    asked = urlencode({name: value for name, value in typed.items() if value})
    page = {
        "person": actor_of(request),
        "rows": shown,
        "typed": typed,
        "faults": faults,
        "asked": asked,
        "older": shown[-1].number if shown and (more or newer) else 0,
        "newer": shown[0].number if shown and has_newer(wanted, shown[0].number) else 0,
        "kinds": audit_words.kinds(),
        "names": deskwords.names(),
        "act": audit_words.act,
        "details": audit_words.details,
        "most": MOST,
    }
    return render(request, "audit.html", page, status=Invalid.http_status if faults else 200)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Give out the events that fit as a table; that somebody took it is itself an event."""
    typed = {name: request.GET.get(name, "").strip()[:_LONGEST] for name in _NAMES}
    wanted, faults = _read(typed)
    if faults:
        raise Invalid(_("Something has to be put right"), faults=faults)
    if request.method == "HEAD":
        return as_csv(_file_name(), (), ())
    with transaction.atomic():
        rows = search(wanted, most=MOST + 1)
        if len(rows) > MOST:
            raise Invalid(
                _("More than {most} events fit.", most=MOST), hint=_("Ask for fewer days, or for one person.")
            )
        body = {"count": len(rows), **{_NAMES[name]: value for name, value in typed.items() if value}}
        renamed = {"first": "starts_on", "last": "ends_on"}
        said = {renamed.get(name, name if name != "kind" else "event"): value for name, value in body.items()}
        trail.record(kind="trail_exported", on="trail", by=actor_of(request), at=timezone.now(), body=said)
    heads = [
        _("Number in the trail"),
        _("When"),
        _("Log-in name"),
        _("Name"),
        _("What was done"),
        _("Thing"),
        _("Details"),
        "kind",
    ]
    names = deskwords.names()
    return as_csv(_file_name(), [*heads, "commitment"], (_line(each, names) for each in rows))


def _line(entry: Entry, names: Mapping[str, str]) -> list[str]:
    event = entry.event
    at = event.at.astimezone(ZoneInfo(settings.THUOCDO_ZONE)).isoformat(timespec="seconds")
    said = "; ".join(f"{name}: {text}" for name, text in audit_words.details(event.body))
    named = names.get(event.by, "")
    act = audit_words.act(event.kind)
    return [str(entry.number), at, event.by, named, act, event.on, said, event.kind, event.commitment]


def _read(typed: Mapping[str, str]) -> tuple[Wanted, list[Fault]]:
    days: dict[str, date | None] = {}
    faults = []
    for name in ("tu", "den"):
        day = read_day(typed[name]) if typed[name] else None
        if typed[name] and (day is None or day.year not in _YEARS):
            template = "is no date; write 12/06/2025 or 2025-06-12"
            faults.append(Fault("form", template, name, template))
        days[_NAMES[name]] = day
    found = Wanted(typed["nguoi"], typed["loai"], typed["viec"], first=days["first"], last=days["last"])
    return found, faults


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else 0


def _file_name() -> str:
    return f"nhat-ky-{today().isoformat()}"

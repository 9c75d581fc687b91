"""Pages of notices: what one was told, how one wants to be told, and what could not be delivered."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.channels import mail_is_on
from thuocdo.core.errors import Invalid
from thuocdo.cycles.notices import actions, queries
from thuocdo.cycles.notices.making import mark_read
from thuocdo.cycles.notices.queries import Wishes
from thuocdo.cycles.notices.words import said
from thuocdo.evaluation.reasons import shown_day
from thuocdo.programme.queries import register
from thuocdo.web.gate import actor_of
from thuocdo.web.language import language, said_fault

LONGEST = 254
"""Characters of an e-mail address."""


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Show what the person was told, and mark it as read."""
    person = actor_of(request)
    if request.method == "POST":
        chosen = request.POST.getlist("id")
        ids = [int(each) for each in chosen if each.isascii() and each.isdecimal()]
        mark_read(person.id, ids=None if "all" in request.POST else ids, now=timezone.now())
        return redirect("notices")
    told = queries.told(person.id)
    names = body_names() if any("bodies" in each.notice.params for each in told) else {}
    shown = {
        "person": person,
        "told": [
            (each, said(each.notice, language(), names=lambda code, _l: names.get(code, code), day=_day))
            for each in told
        ],
        "waiting": sum(each.unread for each in told),
        "most": queries.SHOWN,
    }
    return render(request, "notices.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    """Show and take how the person wants to be told."""
    person = actor_of(request)
    if request.method != "POST":
        return _wishes(request, queries.wishes(person.id))
    form = request.POST
    wanted = Wishes(
        mail=form.get("mail") == "1",
        address=form.get("address", "").strip()[: LONGEST + 1],
        digest=form.get("digest") == "1",
        language=form.get("language", ""),
    )
    try:
        actions.set_wishes(wishes=wanted, by=person, now=timezone.now())
    except Invalid as refused:
        return _wishes(request, wanted, refused)
    return redirect(f"{reverse('notice-wishes')}?saved=1")


@require_http_methods(["GET", "HEAD", "POST"])
def stuck(request: HttpRequest) -> HttpResponse:
    """Show the messages that could not be delivered, and send one again."""
    person = actor_of(request)
    if request.method == "POST":
        number = request.POST.get("message", "")
        known = number.isascii() and number.isdecimal()
        actions.try_again(message=int(number) if known else 0, by=person, now=timezone.now())
        return redirect("stuck-messages")
    shown = {"person": person, "stuck": queries.stuck(), "counts": queries.counts()}
    return render(request, "stuck-messages.html", shown)


def body_names() -> dict[str, str]:
    """Return the names of all bodies by code, in the language of the request."""
    agencies = register(settings.THUOCDO_PROGRAMME).agencies
    return {each.code: each.name_vi if language() == "vi" else each.name_en for each in agencies}


def _wishes(request: HttpRequest, wanted: Wishes, problem: Invalid | None = None) -> HttpResponse:
    faults = {fault.field: said_fault(fault) for fault in problem.faults} if problem else {}
    shown = {
        "person": actor_of(request),
        "wishes": wanted,
        "faults": faults,
        "saved": "saved" in request.GET and not problem,
        "mail_is_on": mail_is_on(),
        "longest": LONGEST,
    }
    return render(request, "notice-wishes.html", shown, status=problem.http_status if problem else 200)


def _day(text: str, spoken: str) -> str:
    return shown_day(date.fromisoformat(text), spoken)

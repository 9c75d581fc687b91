"""Pages about how one is let in: second factors, recovery codes, password, sessions, the linked identity."""

import json
from typing import Any

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts import actions, factors, oidc, sessions
from thuocdo.accounts.rules import needs_factor, permissions_of
from thuocdo.accounts.types import FactorKind
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.web import attempts
from thuocdo.web.accounts import read_answer, scripted, show
from thuocdo.web.gate import actor_of, lacks_factor
from thuocdo.web.sessions import note_factor

_SECRET = "app-secret"  # noqa: S105  the name under which the session keeps it while it is set up
_TO_LINK = "to-link"


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Show everything that lets this person in."""
    return show(request, "security.html", _shown(request))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def app(request: HttpRequest) -> HttpResponse:
    """Set up an app that makes codes: show the secret, then take one right code."""
    person = actor_of(request)
    secret = request.session.get(_SECRET) or factors.new_secret()
    request.session[_SECRET] = secret
    faults: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            codes = factors.add_code_factor(
                secret=secret,
                code=request.POST.get("code", ""),
                keep_session=_key(request),
                by=person,
                now=timezone.now(),
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            del request.session[_SECRET]
            return _after_adding(request, codes)
    address = factors.secret_address(person, secret)
    grouped = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    shown = {
        "secret": grouped,
        "address": address,
        "picture": factors.secret_picture(address),
        "faults": faults,
    }
    return show(request, "security-app.html", shown, status=422 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest) -> HttpResponse:
    """Set up a security key; the browser asks for it with our script."""
    person = actor_of(request)
    faults: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            codes = factors.add_key(
                name=request.POST.get("name", ""),
                credential=read_answer(request.POST.get("credential", "")),
                keep_session=_key(request),
                by=person,
                now=timezone.now(),
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return _after_adding(request, codes)
    shown = {
        "options": json.dumps(factors.begin_key(person)),
        "faults": faults,
        "name": request.POST.get("name", ""),
    }
    return scripted(show(request, "security-key.html", shown, status=422 if faults else 200))


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Remove one of one's factors."""
    person, number = actor_of(request), request.POST.get("factor", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):  # noqa: PLR2004  digits of the largest id
        raise NotFound("There is no such second factor.", hint="Load the page again.")
    factors.remove_factor(
        factor=int(number),
        required=settings.THUOCDO_SECOND_FACTOR == "required",
        keep_session=_key(request),
        by=person,
        now=timezone.now(),
    )
    note_factor(request, given=factors.has_factor(person.id))
    return redirect("security")


@require_POST
def codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes and show them, once."""
    made = factors.new_recovery_codes(by=actor_of(request), now=timezone.now())
    return show(request, "security-codes.html", {"codes": made})


@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; one's other sessions end."""
    faults: tuple[Any, ...] = ()
    person = actor_of(request)
    if request.method == "POST":
        if not attempts.allowed(request, person.id, scope="password"):
            return show(request, "security-password.html", {"faults": (), "too_many": True}, status=429)
        try:
            user = actions.change_password(
                old=request.POST.get("old", ""),
                password=request.POST.get("password", ""),
                again=request.POST.get("again", ""),
                keep_session=_key(request),
                by=person,
                now=timezone.now(),
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            attempts.succeeded(request, person.id, scope="password")
            update_session_auth_hash(request, user)
            return redirect("security")
    shown = {"faults": faults, "too_many": False}
    return show(request, "security-password.html", shown, status=422 if faults else 200)


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End one of one's other sessions, or all of them."""
    actions.end_own_sessions(
        shown=request.POST.get("session", ""),
        keep_session=_key(request),
        by=actor_of(request),
        now=timezone.now(),
    )
    return redirect("security")


@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """Link the identity that the provider has just vouched for to this account."""
    subject = request.session.pop(_TO_LINK, "")
    if not subject:
        raise NotFound("There is nothing to link.", hint="Begin again.")
    oidc.link(subject=subject, by=actor_of(request), now=timezone.now())
    request.session.cycle_key()
    return redirect("security")


@require_POST
def unlink(request: HttpRequest) -> HttpResponse:
    """Remove the link to the provider."""
    oidc.unlink(by=actor_of(request), now=timezone.now())
    request.session.cycle_key()
    return redirect("security")


def _after_adding(request: HttpRequest, made: tuple[str, ...]) -> HttpResponse:
    note_factor(request, given=True)
    if not made:
        return redirect("security")
    return show(request, "security-codes.html", {"codes": made})


def _shown(request: HttpRequest) -> dict[str, Any]:
    person, now = actor_of(request), timezone.now()
    mine = _key(request)
    return {
        "factors": factors.factors_of(person.id),
        "kinds": FactorKind,
        "codes_left": factors.codes_left(person.id),
        "codes_given": factors.CODES,
        "lacks_factor": lacks_factor(request, person),
        "demanded": settings.THUOCDO_SECOND_FACTOR == "required" and needs_factor(permissions_of(person)),
        "sessions": sessions.open_sessions(person.id, now=now),
        "this_session": sessions.public_id(mine),
        "provider": settings.THUOCDO_OIDC_NAME if oidc.is_offered() else "",
        "linked": oidc.is_linked(person.id),
        "to_link": _TO_LINK in request.session,
    }


def _key(request: HttpRequest) -> str:
    return request.session.session_key or ""

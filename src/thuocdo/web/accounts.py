"""Pages of the accounts room: log in, log out, one's own account."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts import actions, delegating, factors, oidc, sessions
from thuocdo.accounts.backends import PasswordBackend
from thuocdo.accounts.rules import permissions_of
from thuocdo.accounts.types import FactorKind, Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.dates import local_day
from thuocdo.web import attempts
from thuocdo.web.gate import actor_of, lacks_factor
from thuocdo.web.language import N_
from thuocdo.web.programme import body_named
from thuocdo.web.sessions import begin

ROLES: Mapping[Role, str] = {
    Role.REPORTER: N_("reporter"),
    Role.HEAD: N_("head of the body"),
    Role.MONITOR: N_("verifier"),
    Role.PUBLISHER: N_("publisher"),
    Role.METHODOLOGIST: N_("keeper of the methods"),
    Role.ADMINISTRATOR: N_("administrator"),
    Role.AUDITOR: N_("auditor"),
}

PERMISSIONS: Mapping[Permission, str] = {
    Permission.REPORT: N_("report for the body"),
    Permission.APPROVE: N_("approve the body's reports"),
    Permission.VERIFY: N_("verify what others report"),
    Permission.ADOPT: N_("adopt documents"),
    Permission.PUBLISH: N_("publish"),
    Permission.MANAGE_PEOPLE: N_("manage accounts"),
    Permission.MANAGE_TOKENS: N_("make tokens for machines"),
    Permission.READ_ALL: N_("read the figures of all bodies"),
    Permission.JUDGE: N_("answer disputes and requests"),
    Permission.MANAGE_CYCLES: N_("open reporting periods"),
    Permission.MANAGE_AGENCIES: N_("keep the list of bodies"),
    Permission.READ_AUDIT: N_("read the audit trail"),
    Permission.SET_THRESHOLDS: N_("change the thresholds"),
    Permission.MANAGE_SOURCES: N_("keep the sources of measurement"),
}

SCRIPTED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}
"""For the pages that speak with a security key: our own script and nothing more."""

_LONGEST = 1024
"""Characters of a name or password that are looked at; more is no log-in."""

_LONGEST_ANSWER = 20_000
"""Characters that the answer of a security key may have."""

_PENDING = "pending"
_PATIENCE = timedelta(minutes=10)
"""How long a right password waits for the second factor."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to one's own work; the public site stands here where one server serves both."""
    return redirect(settings.LOGIN_REDIRECT_URL if request.user.is_authenticated else settings.LOGIN_URL)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Let a person in; a wrong name and a wrong password get the same answer."""
    if request.method != "POST":
        return _form(request)
    username, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
    if not attempts.allowed(request, username):
        return _form(request, username, problem="too_many", status=429)
    short = max(len(username), len(password)) <= _LONGEST
    user = auth.authenticate(request, username=username, password=password) if short else None
    if user is None:
        if attempts.worth_noting(username):
            actions.record_failed_log_in(
                username=username[:_LONGEST], step="password", by=actions.UNKNOWN, now=timezone.now()
            )
        return _form(request, username, problem="wrong", status=422)
    attempts.succeeded(request, username)
    return enter(request, user, how="password", wanted=_wanted(request))


def enter(request: HttpRequest, user: Any, *, how: str, wanted: str) -> HttpResponse:
    """Let somebody in who has shown the first factor, or ask for the second where there is one."""
    if factors.has_factor(user.get_username()):
        request.session.flush()
        at = timezone.now().timestamp()
        request.session[_PENDING] = {"user": user.pk, "at": at, "how": how, "wanted": wanted}
        return redirect("log-in-second")
    begin(request, user, factor=False)
    actions.record_log_in(how=how, by=actor_of(request), now=timezone.now())
    return redirect(wanted or settings.LOGIN_REDIRECT_URL)


@sensitive_post_parameters("code", "credential")
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor of somebody whose password was right a moment ago."""
    pending = request.session.get(_PENDING, {})
    user = PasswordBackend().get_user(pending.get("user", 0)) if _in_time(pending) else None
    if user is None:
        return redirect("log-in")
    person = user.to_actor()
    if request.method != "POST":
        return _second_form(request, person)
    if not attempts.allowed(request, person.id, scope="second"):
        return _second_form(request, person, problem="too_many", status=429)
    credential, now = request.POST.get("credential", ""), timezone.now()
    if credential:
        right = factors.check_key(credential=read_answer(credential), by=person, now=now)
    else:
        right = factors.check_code(code=request.POST.get("code", "")[:_LONGEST], by=person, now=now)
    if not right:
        if attempts.worth_noting(person.id):
            actions.record_failed_log_in(username=person.id, step="second", by=person, now=now)
        return _second_form(request, person, problem="wrong", status=422)
    attempts.succeeded(request, person.id, scope="second")
    begin(request, user, factor=True)
    actions.record_log_in(how=f"{pending['how']}+{'key' if credential else 'code'}", by=person, now=now)
    return redirect(pending["wanted"] or settings.LOGIN_REDIRECT_URL)


@require_safe
def provider(request: HttpRequest) -> HttpResponse:
    """Send the browser to the identity provider."""
    if not oidc.is_offered():
        return redirect("log-in")
    back = request.build_absolute_uri(reverse("log-in-return"))
    return redirect(oidc.leave(request, back=back, wanted=_wanted(request)))


@require_safe
def provider_return(request: HttpRequest) -> HttpResponse:
    """Let in whom the provider vouches for, or ask somebody who is logged in whether to link it."""
    if not oidc.is_offered():
        return redirect("log-in")
    back = request.build_absolute_uri(reverse("log-in-return"))
    returned = oidc.come_back(request, back=back)
    if request.user.is_authenticated:
        request.session["to-link"] = returned.subject
        return redirect("security")
    user = oidc.person_of(returned.subject)
    if user is None:
        if attempts.worth_noting("oidc"):
            actions.record_failed_log_in(username="", step="oidc", by=actions.UNKNOWN, now=timezone.now())
        return _form(request, problem="not_linked", status=403)
    return enter(request, user, how="oidc", wanted=returned.wanted)


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session here and in the store."""
    actions.record_log_out(by=actor_of(request), now=timezone.now())
    auth.logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Show who one is here: body, roles and what they allow, what is lent, and how one is let in."""
    person, now = actor_of(request), timezone.now()
    shown = {
        "person": person,
        "body": body_named(person.agency),
        "roles": [ROLES[role] for role in Role if role in person.roles],
        "permissions": [PERMISSIONS[each] for each in Permission if each in permissions_of(person)],
        "permission_words": PERMISSIONS,
        "factors": factors.factors_of(person.id),
        "sessions": len(sessions.open_sessions(person.id, now=now)),
        "lacks_factor": lacks_factor(request, person),
        "delegations": delegating.delegations_about(person.id, day=local_day(now, settings.THUOCDO_ZONE)),
    }
    return render(request, "account.html", shown)


def show(request: HttpRequest, template: str, shown: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Return a page of the workspace; its frame names the person."""
    return render(request, template, {"person": actor_of(request), **shown}, status=status)


def read_answer(text: str) -> Mapping[str, Any]:
    """Return what a security key answered, {} for anything that is no such answer."""
    try:
        answer = json.loads(text) if len(text) <= _LONGEST_ANSWER else {}
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def scripted(response: HttpResponse) -> HttpResponse:
    """Let the page run our own script."""
    for name, value in SCRIPTED.items():
        response[name] = value
    return response


def _form(request: HttpRequest, username: str = "", *, problem: str = "", status: int = 200) -> HttpResponse:
    shown = {
        "username": username[:_LONGEST],
        "problem": problem,
        "wanted": _wanted(request),
        "minutes": attempts.WINDOW // 60,
        "provider": settings.THUOCDO_OIDC_NAME if oidc.is_offered() else "",
    }
    response = render(request, "log-in.html", shown, status=status)
    if problem == "too_many":
        response["Retry-After"] = str(attempts.WINDOW)
    return response


def _second_form(
    request: HttpRequest, person: Actor, *, problem: str = "", status: int = 200
) -> HttpResponse:
    kinds = {factor.kind for factor in factors.factors_of(person.id)}
    options = json.dumps(factors.begin_key_check(person)) if FactorKind.KEY in kinds else ""
    if factors.guesses_are_used_up(person.id, now=timezone.now()):
        problem, status = "too_many", 429
    shown = {
        "problem": problem,
        "has_app": FactorKind.CODE in kinds,
        "options": options,
        "minutes": attempts.WINDOW // 60,
    }
    return scripted(render(request, "security-second.html", shown, status=status))


def _in_time(pending: Mapping[str, Any]) -> bool:
    at = pending.get("at")
    return at is not None and timezone.now() - datetime.fromtimestamp(at, UTC) < _PATIENCE


def _wanted(request: HttpRequest) -> str:
    """Return where the person was going, "" for an address that is not ours."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else ""

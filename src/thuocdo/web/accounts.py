"""Pages of the accounts room: log in, log out, one's own account."""

from collections.abc import Mapping

from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts.rules import permissions_of
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Role
from thuocdo.web import attempts
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_
from thuocdo.web.programme import body_named

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
    Permission.READ_ALL: N_("read the figures of all bodies"),
}

_LONGEST = 1024
"""Characters of a name or password that are looked at; more is no log-in."""


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
    if attempts.blocked(request, username):
        return _form(request, username, problem="too_many", status=429)
    short = max(len(username), len(password)) <= _LONGEST
    user = auth.authenticate(request, username=username, password=password) if short else None
    if user is None:
        attempts.failed(request, username)
        return _form(request, username, problem="wrong", status=422)
    attempts.succeeded(request, username)
    auth.login(request, user)  # gives the session a new key, so one fixed before is worth nothing
    return redirect(_wanted(request) or settings.LOGIN_REDIRECT_URL)


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session here and in the store."""
    auth.logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Show who one is here: body, roles and what they allow."""
    person = actor_of(request)
    shown = {
        "person": person,
        "body": body_named(person.agency),
        "roles": [ROLES[role] for role in Role if role in person.roles],
        "permissions": [PERMISSIONS[each] for each in Permission if each in permissions_of(person)],
    }
    return render(request, "account.html", shown)


def _form(request: HttpRequest, username: str = "", *, problem: str = "", status: int = 200) -> HttpResponse:
    shown = {
        "username": username[:_LONGEST],
        "problem": problem,
        "wanted": _wanted(request),
        "minutes": attempts.WINDOW // 60,
    }
    response = render(request, "log-in.html", shown, status=status)
    if problem == "too_many":
        response["Retry-After"] = str(attempts.WINDOW)
    return response


def _wanted(request: HttpRequest) -> str:
    """Return where the person was going, "" for an address that is not ours."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else ""

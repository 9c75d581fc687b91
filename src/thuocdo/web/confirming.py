"""Showing once more who one is, before a dangerous form is taken; the form itself is kept meanwhile.

The page that asks carries the fields of the refused form, so that they come again together with
the password or code, and nothing is lost or kept on the server.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thuocdo.accounts import actions, factors
from thuocdo.web import attempts, sessions
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_

FIELD = "confirm-secret"
_FORBIDDEN = 403
_CODE_DIGITS = 6
_LONGEST = 1024
_OURS = frozenset({FIELD, "csrfmiddlewaretoken"})

PROBLEMS = {
    "wrong": N_("This is neither your password nor a code that is valid now."),
    "too_many": N_("Too many attempts failed. Wait {minutes} minutes, then try again."),
}


def take(request: HttpRequest) -> None:
    """Note the fresh password or code that came with a form; the gate then lets the form through."""
    if request.method != "POST" or not request.user.is_authenticated or FIELD not in request.POST:
        return
    request.thuocdo_confirming = _problem(request, request.POST[FIELD])  # type: ignore[attr-defined]  # ours


def page(request: HttpRequest) -> HttpResponse:
    """Return the page that asks, with the fields of the form that waits."""
    fields = [(name, value) for name, values in request.POST.lists() if name not in _OURS for value in values]
    shown = {
        "problem": PROBLEMS.get(getattr(request, "thuocdo_confirming", ""), ""),
        "minutes": attempts.WINDOW // 60,
        "fields": fields,
        "has_app": any(each.kind.value == "totp" for each in factors.factors_of(request.user.get_username())),
        "field": FIELD,
    }
    return render(request, "security-confirm.html", shown, status=_FORBIDDEN)


def _problem(request: HttpRequest, secret: str) -> str:
    """Confirm the session, or return why not."""
    person, now = actor_of(request), timezone.now()
    if not attempts.allowed(request, person.id, scope="confirm"):
        return "too_many"
    code = "".join(secret.split())
    is_code = len(code) == _CODE_DIGITS and code.isdigit() and factors.has_factor(person.id)
    right = (
        factors.check_code(code=code, by=person, now=now)
        if is_code
        else len(secret) <= _LONGEST and request.user.check_password(secret)
    )
    if not right:
        actions.record_failed_log_in(username=person.id, step="confirm", by=person, now=now)
        return "wrong"
    attempts.succeeded(request, person.id, scope="confirm")
    sessions.confirm(request)
    return ""

"""The page behind an invitation's link: greet the person, take the password, open the first session."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thuocdo.accounts import actions, inviting
from thuocdo.core.actor import Role
from thuocdo.core.errors import Invalid
from thuocdo.web.accounts import ROLES
from thuocdo.web.gate import actor_of, lacks_factor
from thuocdo.web.programme import body_named
from thuocdo.web.sessions import begin


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Let the invited person choose a password; then lead to the second factor where one is demanded."""
    now = timezone.now()
    guest = inviting.welcome(code, now=now)
    faults: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            user = inviting.accept(
                code=code,
                password=request.POST.get("password", ""),
                again=request.POST.get("again", ""),
                now=now,
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            begin(request, user, factor=False)
            person = actor_of(request)
            actions.record_log_in(how="invitation", by=person, now=now)
            return redirect("security" if lacks_factor(request, person) else "account")
    shown = {
        "guest": guest,
        "code": code,
        "body": body_named(guest.agency),
        "roles": [ROLES[role] for role in Role if role in guest.roles],
        "faults": faults,
    }
    return render(request, "invitation.html", shown, status=422 if faults else 200)

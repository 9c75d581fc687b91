"""Pages of people: the administrator's list and one person, delegations, and tokens for machines."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts import administering, delegating, inviting, queries, tokens
from thuocdo.accounts.rules import LONGEST_DELEGATION, may_delegate, permissions_of_roles, scopes_for
from thuocdo.accounts.types import Invited, Permission
from thuocdo.core.actor import Role
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Fault, Invalid
from thuocdo.programme.queries import register
from thuocdo.programme.types import Agency
from thuocdo.web.accounts import PERMISSIONS, ROLES, show
from thuocdo.web.gate import actor_of
from thuocdo.web.programme import body_named

_UNREADABLE = "write the day as year-month-day"


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show all accounts, page by page, searched by name and body."""
    search, agency = request.GET.get("q", "").strip()[:100], request.GET.get("body", "")
    number = request.GET.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1  # noqa: PLR2004  no list is longer
    found = queries.list_people(search=search, agency=agency, page=page, now=timezone.now())
    shown = {"page": found, "search": search, "agency": agency, "bodies": _bodies(), "role_words": ROLES}
    return show(request, "people.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody; the link is shown once, to be handed over."""
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            made = inviting.invite(
                username=request.POST.get("username", "").strip(),
                name=request.POST.get("name", ""),
                agency=_known_body(request.POST.get("body", "")),
                roles=_roles(request),
                by=actor_of(request),
                now=timezone.now(),
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return _link_page(request, made)
    shown = {
        "faults": faults,
        "given": request.POST,
        "chosen": set(request.POST.getlist("role")),
        "bodies": _bodies(),
        "role_words": ROLES,
        "role_permissions": _role_permissions(),
        "permission_words": PERMISSIONS,
    }
    return show(request, "people-invite.html", shown, status=422 if faults else 200)


@require_safe
def person(request: HttpRequest, username: str) -> HttpResponse:
    """Show one account and what can be done with it."""
    return _person_page(request, username)


@require_POST
def roles(request: HttpRequest, username: str) -> HttpResponse:
    """Show what other roles would mean; with the typed name, give them."""
    chosen, now = _roles(request), timezone.now()
    if "typed" in request.POST:
        try:
            administering.change_roles(
                username=username,
                roles=chosen,
                seen=_known_roles(request.POST.getlist("seen")),
                typed=request.POST["typed"],
                by=actor_of(request),
                now=now,
            )
        except Invalid as wrong:
            return _roles_page(request, username, chosen, now, wrong.faults)
        return redirect("person", username)
    return _roles_page(request, username, chosen, now)


@require_POST
def reset(request: HttpRequest, username: str) -> HttpResponse:
    """Take password, factors and sessions from somebody and show a new link."""
    try:
        _check_typed(request, username)
        made = inviting.reset(username=username, by=actor_of(request), now=timezone.now())
    except Invalid as wrong:
        return _person_page(request, username, wrong.faults, about="reset")
    return _link_page(request, made)


@require_POST
def close(request: HttpRequest, username: str) -> HttpResponse:
    """Close an account."""
    typed = request.POST.get("typed", "")
    try:
        administering.deactivate(username=username, typed=typed, by=actor_of(request), now=timezone.now())
    except Invalid as wrong:
        return _person_page(request, username, wrong.faults, about="close")
    return redirect("person", username)


@require_POST
def reopen(request: HttpRequest, username: str) -> HttpResponse:
    """Open a closed account again."""
    administering.reactivate(username=username, by=actor_of(request), now=timezone.now())
    return redirect("person", username)


@require_POST
def end_sessions(request: HttpRequest, username: str) -> HttpResponse:
    """Log somebody out everywhere."""
    administering.end_all_sessions(username=username, by=actor_of(request), now=timezone.now())
    return redirect("person", username)


@require_http_methods(["GET", "HEAD", "POST"])
def delegations(request: HttpRequest) -> HttpResponse:
    """Show what one has lent and been lent; lend something."""
    me, now = actor_of(request), timezone.now()
    today = local_day(now, settings.THUOCDO_ZONE)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            delegating.delegate(
                receiver=request.POST.get("receiver", ""),
                permission=_permission(request.POST.get("permission", ""), may_delegate(me)),
                starts_on=_day(request, "starts_on") or today,
                ends_on=_day(request, "ends_on"),
                by=me,
                now=now,
            )
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return redirect("delegations")
    shown = {
        "faults": faults,
        "given": request.POST,
        "today": today,
        "longest": LONGEST_DELEGATION,
        "lending": delegating.delegations_about(me.id, day=today),
        "colleagues": delegating.colleagues(me),
        "offered": may_delegate(me),
        "permission_words": PERMISSIONS,
        "me": me,
    }
    return show(request, "people-delegations.html", shown, status=422 if faults else 200)


@require_POST
def revoke_delegation(request: HttpRequest, delegation: str) -> HttpResponse:
    """Take back what one has lent."""
    delegating.revoke_delegation(delegation=delegation, by=actor_of(request), now=timezone.now())
    return redirect("delegations")


@require_http_methods(["GET", "HEAD", "POST"])
def machine_tokens(request: HttpRequest) -> HttpResponse:
    """Show the tokens of machines; make one, whose secret is shown once."""
    me, now = actor_of(request), timezone.now()
    administers = Permission.MANAGE_PEOPLE in permissions_of_roles(me.roles)
    faults: tuple[Fault, ...] = ()
    made = None
    if request.method == "POST":
        try:
            made = tokens.create_token(
                name=request.POST.get("token", ""),
                agency=_known_body(request.POST.get("body", "")) if administers else me.agency,
                scopes=[scope for scope in scopes_for(me) if scope.value in request.POST.getlist("scope")],
                last_day=_day(request, "ends_on"),
                by=me,
                now=now,
            )
        except Invalid as wrong:
            faults = wrong.faults
    shown = {
        "faults": faults,
        "given": request.POST if faults else {},
        "chosen": set(request.POST.getlist("scope")) if faults else set(),
        "made": made,
        "tokens": tokens.tokens_of(me),
        "scopes": scopes_for(me),
        "bodies": _bodies() if administers else (),
        "own_body": body_named(me.agency),
        "permission_words": PERMISSIONS,
        "now": now,
    }
    return show(request, "people-tokens.html", shown, status=422 if faults else 200)


@require_POST
def revoke_token(request: HttpRequest, token: str) -> HttpResponse:
    """End a token."""
    tokens.revoke_token(token=token, by=actor_of(request), now=timezone.now())
    return redirect("tokens")


def _link_page(request: HttpRequest, made: Invited) -> HttpResponse:
    address = request.build_absolute_uri(reverse("invitation", args=[made.code]))
    return show(request, "people-invited.html", {"made": made, "address": address})


def _person_page(
    request: HttpRequest, username: str, faults: tuple[Fault, ...] = (), *, about: str = ""
) -> HttpResponse:
    found = queries.person(username, now=timezone.now())
    shown = {
        "found": found,
        "body": body_named(found.agency),
        "role_words": ROLES,
        "role_permissions": _role_permissions(),
        "permission_words": PERMISSIONS,
        "is_me": found.username == actor_of(request).id,
        "tokens": administering.tokens_made_by(username),
        "faults": faults,
        "about": about,
    }
    return show(request, "people-person.html", shown, status=422 if faults else 200)


def _roles_page(
    request: HttpRequest,
    username: str,
    chosen: frozenset[Role],
    now: datetime,
    faults: tuple[Fault, ...] = (),
) -> HttpResponse:
    found = queries.person(username, now=now)
    seen = _known_roles(request.POST.getlist("seen")) if "typed" in request.POST else found.roles
    shown = {
        "found": found,
        "seen": sorted(seen),
        "change": administering.preview_roles(username=username, roles=chosen, now=now),
        "role_words": ROLES,
        "permission_words": PERMISSIONS,
        "faults": faults,
    }
    return show(request, "people-roles.html", shown, status=422 if faults else 200)


def _bodies() -> tuple[Agency, ...]:
    return tuple(register(settings.THUOCDO_PROGRAMME).agencies)


def _known_body(code: str) -> str:
    """Return the code of a body of the register, "" for none; anything else is refused."""
    if code and body_named(code) is None:
        raise _wrong("body", "choose a body of the list")
    return code


def _roles(request: HttpRequest) -> frozenset[Role]:
    return _known_roles(request.POST.getlist("role"))


def _known_roles(names: Iterable[str]) -> frozenset[Role]:
    known = {role.value: role for role in Role}
    if not set(names) <= set(known):
        raise _wrong("role", "choose roles of the list")
    return frozenset(known[name] for name in names)


def _permission(name: str, offered: tuple[Permission, ...]) -> Permission:
    for permission in offered:
        if permission.value == name:
            return permission
    raise _wrong("permission", "choose something that your own role allows")


def _check_typed(request: HttpRequest, username: str) -> None:
    if request.POST.get("typed", "").strip() != username:
        raise _wrong("typed", "type the log-in name to confirm")


def _day(request: HttpRequest, field: str) -> date | None:
    """Return the day of a field, None where nothing was given."""
    text = request.POST.get(field, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _wrong(field, _UNREADABLE) from None


def _role_permissions() -> dict[Role, list[Permission]]:
    return {role: sorted(permissions_of_roles([role]), key=list(Permission).index) for role in Role}


def _wrong(field: str, template: str) -> Invalid:
    fault = Fault(where="form", message=template, field=field, template=template)
    return Invalid("Something has to be put right", faults=[fault])

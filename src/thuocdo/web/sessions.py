"""A session's limits: over after an hour without a page, and after twelve hours in any case."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thuocdo.accounts import sessions
from thuocdo.accounts.rules import is_fresh, session_ended

_EXACT = timedelta(minutes=1)
"""How exactly the last page is kept; more would write a row for each."""

# What a browser says of itself, the first that fits; Chromium's relatives name Chrome and Safari as well.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


class SessionLimitMiddleware:
    """Ends a session that is over before any page sees it, and notes that it is in use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass with a session that counts, or with none."""
        # A request without our cookie asks no table.
        if request.COOKIES and request.session.session_key and request.user.is_authenticated:
            now = timezone.now()
            began, seen = _kept(request, sessions.BEGAN), _kept(request, sessions.SEEN)
            if began is None or seen is None or session_ended(began=began, seen=seen, now=now):
                auth.logout(request)
            elif now - seen >= _EXACT:
                request.session[sessions.SEEN] = now.timestamp()
        return self.get_response(request)


def begin(request: HttpRequest, user: Any, *, factor: bool) -> None:
    """Log a person in: a new key, so that one fixed before is worth nothing, and the moments of now."""
    request.session.flush()
    auth.login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    now = timezone.now().timestamp()
    request.session[sessions.BEGAN] = request.session[sessions.SEEN] = now
    request.session[sessions.AGENT] = browser_name(request.headers.get("User-Agent", ""))
    request.session[sessions.FACTOR] = factor
    confirm(request)


def browser_name(said: str) -> str:
    """Return browser and system in the words that people use, "" for one that says neither."""
    found = (next((name for sign, name in table if sign in said), "") for table in (_BROWSERS, _SYSTEMS))
    return ", ".join(name for name in found if name)


def confirm(request: HttpRequest) -> None:
    """Note that the person has just shown who they are."""
    request.session[sessions.FRESH] = timezone.now().timestamp()


def gave_factor(request: HttpRequest) -> bool:
    """Say whether a second factor was given in this session."""
    return bool(request.session.get(sessions.FACTOR, False))


def note_factor(request: HttpRequest, *, given: bool) -> None:
    """Note a change of the person's factors, under a new key."""
    request.session[sessions.FACTOR] = given
    request.session.cycle_key()


def is_confirmed(request: HttpRequest) -> bool:
    """Say whether the person has shown who they are within the last quarter of an hour."""
    return is_fresh(_kept(request, sessions.FRESH), timezone.now())


def _kept(request: HttpRequest, name: str) -> datetime | None:
    return sessions.moment(request.session.get(name))

"""One mapper from refusals to pages, the gate in front of every page, and the security headers."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.template import loader
from django.urls import reverse
from django.utils import translation

from thuocdo.audit.looking import one_look
from thuocdo.core import messages
from thuocdo.core.errors import Invalid, NotFound, ThuocDoError
from thuocdo.core.messages import LANGUAGES
from thuocdo.web import confirming
from thuocdo.web.gate import OPEN_NAMESPACES, ConfirmFirst, FactorFirst, LogInFirst, check_entrance
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _

logger = logging.getLogger(__name__)

HEADERS: Mapping[str, str] = {
    # Nothing but our own style sheet is loaded and no script runs, so an injected one cannot either.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}

# What the heading says for each kind of refusal; the mapper adds the refusal's own sentence.
TITLES: Mapping[int, str] = {
    400: N_("This request could not be read"),
    403: N_("You may not open this page"),
    404: N_("There is no such page"),
    405: N_("This page does not take such a request"),
    409: N_("Somebody else was faster"),
    422: N_("Something has to be put right"),
    429: N_("Too many attempts"),
    500: N_("Something went wrong here"),
    503: N_("This is not available just now"),
}
_UNEXPECTED = N_("The fault is ours and has been written down. Nothing was changed.")
_NO_PAGE = N_("Check the address, or go to the start page.")
_SERVER_FAULT = 500
_YEAR = 365 * 24 * 3600
_READS = frozenset({"GET", "HEAD"})


class RefusalMiddleware:
    """Asks the gate before each page, turns refusals into pages, and adds the security headers.

    `?lang=en` chooses the language of the answer and is remembered; else the cookie, then the
    browser's wish decide (Django's LocaleMiddleware).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, in the language that it asks for; who only reads stands on one state."""
        with one_look() if request.method in _READS else nullcontext():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        if asked not in LANGUAGES or request.path.startswith("/api/"):  # a machine gets no cookie
            return protect(self.get_response(request))
        translation.activate(asked)
        response = protect(self.get_response(request))
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, asked, max_age=_YEAR, secure=secure, httponly=True, samesite="Lax"
        )
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],  # noqa: ARG002  Django hands it over
        args: tuple[Any, ...],  # noqa: ARG002  same
        kwargs: dict[str, Any],  # noqa: ARG002  same
    ) -> HttpResponse | None:
        """Refuse before the page does anything; None lets the request pass."""
        match = request.resolver_match
        if match is not None and OPEN_NAMESPACES.intersection(match.namespaces):
            return None
        try:
            check_readable(request)
            confirming.take(request)
            check_entrance(request, match.view_name if match is not None else "")
        except ThuocDoError as error:
            return refusal(request, error)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page of a refusal; Django goes on with everything else."""
        return refusal(request, error) if isinstance(error, ThuocDoError) else None


def check_readable(request: HttpRequest) -> None:
    """Refuse text with a NUL, which PostgreSQL cannot hold and no person types (400)."""
    sent = [request.path, *(value for form in (request.GET, request.POST) for value in _values(form))]
    if any("\0" in text for text in sent):
        raise SuspiciousOperation("a NUL in an address or form")


def _values(form: QueryDict) -> Iterator[str]:
    for name, values in form.lists():
        yield name
        yield from (value for value in values if isinstance(value, str))


def protect(response: HttpResponse) -> HttpResponse:
    """Add the security headers; pages of a person are kept by no cache."""
    for name, value in HEADERS.items():
        response.setdefault(name, value)
    response.setdefault("Cache-Control", "no-store")
    return response


def refusal(request: HttpRequest, error: ThuocDoError) -> HttpResponse:
    """Return the page of a refusal with its status; somebody unknown is sent to log in."""
    if isinstance(error, LogInFirst):
        return _to_log_in(request)
    if isinstance(error, FactorFirst):
        return redirect("security")
    if isinstance(error, ConfirmFirst):
        return protect(confirming.page(request))
    if error.http_status >= _SERVER_FAULT:
        logger.error("%s %s: %s", request.method, request.path, error)
    faults = error.faults if isinstance(error, Invalid) else ()
    message, hint = messages.said(error, language())
    return page(request, error.http_status, message=message, hint=hint, faults=faults)


def page(
    request: HttpRequest, status: int, *, message: str = "", hint: str = "", faults: object = ()
) -> HttpResponse:
    """Return an error page; what an outsider could learn from is not on it."""
    shown = {
        "title": _(TITLES[status]),
        "message": message,
        "hint": hint,
        "faults": faults,
        "status": status,
    }
    body = loader.render_to_string("refusal.html", shown, request)
    return protect(HttpResponse(body, status=status))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's form
    """Answer what could not be read (handler400)."""
    return page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's form
    """Answer what Django itself forbids (handler403)."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django's form
    """Answer an address that leads nowhere (handler404)."""
    return page(request, NotFound.http_status, hint=_(_NO_PAGE))


def unexpected(request: HttpRequest) -> HttpResponse:
    """Answer what nobody foresaw, without a word about the inside (handler500)."""
    return page(request, 500, message=_(_UNEXPECTED))


def _to_log_in(request: HttpRequest) -> HttpResponseRedirect:
    if request.method not in {"GET", "HEAD"}:
        return redirect(settings.LOGIN_URL)
    return redirect(f"{reverse('log-in')}?{urlencode({'next': request.get_full_path()})}")

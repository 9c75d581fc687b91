"""How the API answers: one form of refusal, an ETag on what everybody may read, no cache for the rest."""

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import BaseRenderer

from thuocdo import api as room
from thuocdo.api.describing import Api
from thuocdo.api.tokens import TooMany
from thuocdo.core.errors import Fault, Invalid, NotFound, ThuocDoError
from thuocdo.core.messages import translate

logger = logging.getLogger(__name__)

VERSION = "1"
_SAFE = ("GET", "HEAD")
_SERVER_FAULT = 500
_WRONG_METHOD = 405
_JSON = "application/json; charset=utf-8"
_HINT = "See /api/v1/openapi.json for the addresses and their parameters."


class Renderer(BaseRenderer):
    """JSON as UTF-8 with decimals as text, so that no value is rounded on the way."""

    media_type = "application/json"
    charset = "utf-8"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> Any:  # noqa: ARG002  ninja's form
        """Return the bytes."""
        return msgspec.json.encode(data)


def make_api() -> NinjaAPI:
    """Return the API without its documentation page, which would load scripts from elsewhere."""
    api = Api(
        title="Thước Đo",
        version=VERSION,
        description=(
            "Programmes, tasks, indicators and bodies with computed statuses and verdicts, for everybody;"
            " below /own/ what a body reports, with a token."
        ),
        urls_namespace="api-v1",
        docs_url=None,
        openapi_url="/openapi.json",
        renderer=Renderer(),
    )
    for kind, answer in _HANDLERS:
        api.add_exception_handler(kind, answer)
    return api


def reading(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only reading through, and answer 304 where the reader has the answer already."""

    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in _SAFE:
            return _only(_SAFE)
        if _is_unreadable(request):
            return nowhere(request)
        asked, request.method = request.method, "GET"
        response = view(request, *args, **kwargs)
        request.method = asked
        return _conditional(request, response)

    read.__name__ = getattr(view, "__name__", room.__name__)
    return csrf_exempt(read)  # nothing is written, and a cookie plays no part


def acting(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a machine act by its token; nothing of the answer is kept by any cache."""

    def act(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _is_unreadable(request):
            return nowhere(request)
        response = view(request, *args, **kwargs)
        if response.status_code == _WRONG_METHOD:
            response = _only(sorted(response.headers.get("Allow", "").replace(" ", "").split(",")))
        response["Cache-Control"] = "no-store"
        return response

    act.__name__ = getattr(view, "__name__", room.__name__)
    return csrf_exempt(act)  # the token is in a header that no browser adds by itself


def fault_shape(fault: Fault) -> dict[str, str | None]:
    """Return a fault as it is answered, in English and, where there are words for it, in Vietnamese."""
    words = translate(fault.template or fault.message, "vi")
    return {
        "where": fault.where,
        "field": fault.field,
        "message": fault.message,
        "vi": words.format(**fault.params) if fault.template else words,
    }


def nowhere(request: HttpRequest) -> HttpResponse:
    """Answer an address below the API that leads nowhere."""
    return _nowhere(request, Http404())


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"  # public data, read without cookies
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    if response.status_code != HttpResponse.status_code:
        return response
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    patch_cache_control(response, public=True, no_cache=True)
    found = get_conditional_response(request, etag=etag, response=response)
    answer = found if isinstance(found, HttpResponse) else response
    if request.method == "HEAD":
        answer["Content-Length"] = str(len(answer.content))
        answer.content = b""
    return answer


def _only(methods: Sequence[str]) -> HttpResponse:
    allowed = ", ".join(methods)
    if tuple(methods) == _SAFE:
        response = _answer(405, "method_not_allowed", "Here one can only read.", "Use GET or HEAD.")
    else:
        message = "This address does not take such a request."
        response = _answer(405, "method_not_allowed", message, f"Use {allowed}.")
    response["Allow"] = allowed
    return response


def _is_unreadable(request: HttpRequest) -> bool:
    """Say whether the address holds a NUL, which PostgreSQL cannot look for and no person types."""
    return "\0" in request.path or "%00" in request.META.get("QUERY_STRING", "")


def _refused(request: HttpRequest, error: ThuocDoError) -> HttpResponse:
    if error.http_status >= _SERVER_FAULT:
        logger.error("%s %s: %s", request.method, request.path, error)
    faults = error.faults if isinstance(error, Invalid) else ()
    response = _answer(error.http_status, error.code, error.message, error.hint or _HINT, faults)
    if isinstance(error, TooMany):
        response["Retry-After"] = str(error.retry_after)
    return response


def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    response = _answer(401, "unknown", "No token, or one that does not hold.", "See docs/api.md, Tokens.")
    response["WWW-Authenticate"] = "Bearer"
    return response


def _too_large(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    return _answer(413, "too_large", "The body is too large.", "Send it in several parts.")


def _unreadable(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return _answer(400, "error", "The request could not be read.", _HINT)


def _not_valid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [_fault(found) for found in error.errors]
    return _answer(Invalid.http_status, Invalid.code, "The request cannot be answered.", _HINT, faults)


def _fault(found: Mapping[str, Any]) -> Fault:
    """Return pydantic's finding without what was typed: an answer repeats nothing unescaped."""
    place, *_inner, name = [str(step) for step in found["loc"]]
    return Fault(place, str(found["msg"]), name)


def _http(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return _answer(error.status_code, "error", str(error), _HINT)


def _nowhere(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return _answer(NotFound.http_status, NotFound.code, "There is no such address.", _HINT)


def _unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("%s %s", request.method, request.path, exc_info=error)
    return _answer(_SERVER_FAULT, "error", "Something went wrong here.", "Try again later.")


def _answer(status: int, code: str, message: str, hint: str, faults: Sequence[Fault] = ()) -> HttpResponse:
    body = {
        "code": code,
        "message": message,
        "hint": hint,
        "faults": [fault_shape(each) for each in faults],
    }
    return HttpResponse(msgspec.json.encode(body), status=status, content_type=_JSON)


# ninja types a handler's error as instance or class; each of ours takes the instance it is named for.
_HANDLERS: tuple[tuple[type[Exception], Callable[[HttpRequest, Any], HttpResponse]], ...] = (
    (ThuocDoError, _refused),
    (ValidationError, _not_valid),
    (AuthenticationError, _unknown),
    (RequestDataTooBig, _too_large),
    (UnreadablePostError, _unreadable),
    (SuspiciousOperation, _unreadable),
    (RecursionError, _unreadable),
    (HttpError, _http),
    (Http404, _nowhere),
    (Exception, _unexpected),
)

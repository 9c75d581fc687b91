"""The machine-readable description: what ninja knows, and every refusal that an address can answer."""

from collections.abc import Iterable
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema

from thuocdo.api.schemas import Refusal

REFUSALS: dict[int, str] = {
    400: "The body is not JSON.",
    401: "No token, or one that does not hold.",
    403: "The token's scopes do not reach so far.",
    404: "There is no such thing, or it belongs to another body.",
    405: "The address does not take this method.",
    409: "The state moved meanwhile, or the thing exists already.",
    413: "The body is too large.",
    422: "A value is wrong, or a field or parameter is not known.",
    429: "Too many requests in one minute; `Retry-After` says how long to wait.",
    500: "Our fault.",
    503: "Something outside is down.",
}
OWN = "/own/"
"""How the addresses begin that need a token."""

_PUBLIC = (404, 405, 422, 500, 503)
_MACHINE = (401, 403, 404, 405, 422, 429, 500, 503)
_WRITING = (400, 409, 413)


class Api(NinjaAPI):
    """The API with a description that lists every answer."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """Return the description."""
        found = super().get_openapi_schema(**given)
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                _refusals(operation["responses"], _codes(path, method))
                if method == "get" and OWN not in path:
                    operation["responses"].setdefault(304, {"description": "You have this answer already."})
        schemas = Refusal.model_json_schema(ref_template=REF_TEMPLATE)
        inner = schemas.pop("$defs", {})
        found["components"]["schemas"] |= {"Refusal": schemas, **inner}
        return found


def _codes(path: str, method: str) -> Iterable[int]:
    if OWN not in path:
        return _PUBLIC
    return sorted((*_MACHINE, *(_WRITING if method != "get" else ())))


def _refusals(responses: dict[Any, Any], codes: Iterable[int]) -> None:
    shape = {"application/json": {"schema": {"$ref": REF_TEMPLATE.format(model="Refusal")}}}
    for code in codes:
        answer: dict[str, Any] = {"description": REFUSALS[code], "content": shape}
        if code == 429:  # noqa: PLR2004  the one refusal with a header
            answer["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
        responses.setdefault(code, answer)

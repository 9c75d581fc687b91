"""Refusals that every room shares: each has a fixed code, one sentence and what to do about it."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input: where it stands, which field, and the sentence to show.

    `template` and `params` are what `message` was made of, where a door can say it in another
    language (core.messages.fault_sentence).
    """

    where: str
    message: str
    field: str | None = None
    template: str = dataclasses.field(default="", compare=False)
    params: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        place = f"{self.where}, {self.field}" if self.field else self.where
        return f"{place}: {self.message}"


def fault(where: str, field: str | None, template: str, **params: object) -> Fault:
    """Return a fault of a field ("" for the whole) in English, with what a door needs to translate it."""
    said = {name: str(value) for name, value in params.items()}
    return Fault(where, template.format(**said), field or None, template, said)


N_ = str
"""Marks a sentence with placeholders for translation; `core.messages.said` says it."""


class Unnamed(StrEnum):
    """What a sentence says where a name is missing; the doors translate it."""

    BODY = "no body"
    ONE = "nobody"


_NOTHING: Mapping[str, object] = MappingProxyType({})


class ThuocDoError(Exception):
    """Base of all refusals; `exit_status` and `http_status` are what the doors answer with.

    `params` fill the placeholders of both sentences; the doors say them in another language from
    `template` and `hint_template` (core.messages.said).
    """

    code = "error"
    exit_status = 1
    http_status = 500

    def __init__(self, message: str, *, hint: str = "", params: Mapping[str, object] = _NOTHING) -> None:
        self.template, self.hint_template, self.params = message, hint, params
        self.message = message.format(**params) if params else message
        self.hint = hint.format(**params) if params else hint
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Invalid(ThuocDoError):
    """The input is wrong; carries every fault at once."""

    code = "invalid"
    exit_status = 10
    http_status = 422

    def __init__(
        self,
        message: str,
        *,
        faults: Sequence[Fault] = (),
        hint: str = "",
        params: Mapping[str, object] = _NOTHING,
    ) -> None:
        super().__init__(message, hint=hint, params=params)
        self.faults = tuple(faults)


class NotFound(ThuocDoError):
    """What was asked for does not exist."""

    code = "not_found"
    exit_status = 11
    http_status = 404


class NotAllowed(ThuocDoError):
    """The actor's role forbids it, or it is the actor's own work."""

    code = "not_allowed"
    exit_status = 12
    http_status = 403


class Conflict(ThuocDoError):
    """The state moved meanwhile, or the thing exists already."""

    code = "conflict"
    exit_status = 13
    http_status = 409


class Unavailable(ThuocDoError):
    """Something outside is down; trying again later may help."""

    code = "unavailable"
    exit_status = 14
    http_status = 503


class IntegrityBroken(ThuocDoError):
    """A signature, a hash or a recomputation disagrees with what was published."""

    code = "integrity_broken"
    exit_status = 15
    http_status = 500

    def __init__(self, message: str, *, faults: Sequence[Fault] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.faults = tuple(faults)

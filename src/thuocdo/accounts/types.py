"""What people and machines may do, and the values that pages show; who may is decided in `rules.py`."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thuocdo.core.actor import Role


class Permission(StrEnum):
    """One thing that somebody may be allowed to do."""

    REPORT = "report"
    APPROVE = "approve"
    VERIFY = "verify"
    ADOPT = "adopt"
    PUBLISH = "publish"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_TOKENS = "manage_tokens"
    READ_ALL = "read_all"
    JUDGE = "judge"
    MANAGE_CYCLES = "manage_cycles"
    MANAGE_AGENCIES = "manage_agencies"
    READ_AUDIT = "read_audit"
    SET_THRESHOLDS = "set_thresholds"
    MANAGE_SOURCES = "manage_sources"


class FactorKind(StrEnum):
    """How somebody shows a second time who they are."""

    CODE = "totp"
    KEY = "webauthn"


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor: an app that makes codes, or a security key under the name its owner gave it."""

    id: int
    kind: FactorKind
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One browser in which a person is logged in; `id` names it and opens nothing."""

    id: str
    agent: str
    began_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """An account as an administrator sees it."""

    username: str
    name: str
    agency: str
    roles: frozenset[Role]
    active: bool
    can_log_in: bool
    invited_until: datetime | None = None
    factors: int = 0
    sessions: int = 0
    last_login: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, with what is needed to leaf through it."""

    people: tuple[Person, ...]
    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class Invited:
    """A fresh invitation; `code` exists here only, the database keeps its hash."""

    username: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Welcome:
    """Whom an invitation is for, as its page greets the person."""

    username: str
    name: str
    agency: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Delegation:
    """A permission lent inside one body; both days belong to the window."""

    id: str
    giver: str
    giver_name: str
    receiver: str
    receiver_name: str
    permission: Permission
    starts_on: date
    ends_on: date
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Token:
    """A machine's token as it is shown: never the secret, only how it begins."""

    id: str
    name: str
    agency: str
    scopes: tuple[Permission, ...]
    prefix: str
    created_by: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A fresh token; `secret` is shown once and kept nowhere."""

    token: Token
    secret: str

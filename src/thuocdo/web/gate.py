"""Who may open which page: one table, and what does not stand in it stays closed."""

from collections.abc import Mapping
from enum import Enum, auto

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from thuocdo.accounts.rules import can, needs_factor, permissions_of
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import NotAllowed
from thuocdo.web.language import words as _
from thuocdo.web.sessions import gave_factor, is_confirmed


class Door(Enum):
    """Who passes without any permission: everybody, or everybody who has logged in."""

    ANYONE = auto()
    PERSON = auto()


PAGES: Mapping[str, Door | Permission] = {
    "log-in": Door.ANYONE,
    "log-in-second": Door.ANYONE,
    "log-in-provider": Door.ANYONE,
    "log-in-return": Door.ANYONE,
    "invitation": Door.ANYONE,
    "log-out": Door.PERSON,
    "home": Door.ANYONE,
    "work": Door.PERSON,
    "grid": Permission.REPORT,
    "grid-export": Permission.REPORT,
    "grid-save": Permission.REPORT,
    "grid-paste": Permission.REPORT,
    "grid-undo": Permission.REPORT,
    "work-task": Permission.REPORT,
    "work-line": Permission.REPORT,
    "work-file": Permission.REPORT,
    "work-receipt": Permission.REPORT,
    "work-receipt-log": Permission.REPORT,
    "account": Door.PERSON,
    "security": Door.PERSON,
    "security-app": Door.PERSON,
    "security-key": Door.PERSON,
    "security-remove": Door.PERSON,
    "security-codes": Door.PERSON,
    "security-password": Door.PERSON,
    "security-sessions": Door.PERSON,
    "security-link": Door.PERSON,
    "security-unlink": Door.PERSON,
    "delegations": Door.PERSON,
    "delegation-revoke": Door.PERSON,
    "people": Permission.MANAGE_PEOPLE,
    "person-invite": Permission.MANAGE_PEOPLE,
    "person": Permission.MANAGE_PEOPLE,
    "person-roles": Permission.MANAGE_PEOPLE,
    "person-reset": Permission.MANAGE_PEOPLE,
    "person-close": Permission.MANAGE_PEOPLE,
    "person-open": Permission.MANAGE_PEOPLE,
    "person-sessions": Permission.MANAGE_PEOPLE,
    "agencies": Permission.READ_ALL,
    "heads": Permission.READ_ALL,
    "agency": Permission.READ_ALL,
    "agency-change": Permission.MANAGE_AGENCIES,
    "agency-change-act": Permission.MANAGE_AGENCIES,
    "tokens": Permission.MANAGE_TOKENS,
    "token-revoke": Permission.MANAGE_TOKENS,
    "head": Permission.APPROVE,
    "by-person": Permission.REPORT,
    "bodies": Permission.READ_ALL,
    "bodies-csv": Permission.READ_ALL,
    "monitor-tasks": Permission.READ_ALL,
    "money": Permission.READ_ALL,
    "monitor-tasks-csv": Permission.READ_ALL,
    "monitor-body": Permission.READ_ALL,
    "monitor-body-csv": Permission.READ_ALL,
    "letters": Permission.MANAGE_CYCLES,
    "letter": Permission.MANAGE_CYCLES,
    "letters-remind": Permission.MANAGE_CYCLES,
    "notices": Door.PERSON,
    "notice-wishes": Door.PERSON,
    "stuck-messages": Permission.MANAGE_PEOPLE,
    "verify": Permission.VERIFY,
    "verify-record": Permission.VERIFY,
    "file": Door.PERSON,
    "matters": Door.PERSON,
    "matter": Door.PERSON,
    "dispute": Permission.REPORT,
    "extension": Permission.REPORT,
    "difficulty": Permission.REPORT,
    "milestones": Door.PERSON,
    "preview": Door.PERSON,
    "designations": Permission.READ_ALL,
    "designation": Permission.READ_ALL,
    "audit": Permission.READ_AUDIT,
    "audit-csv": Permission.READ_AUDIT,
    "cycles": Permission.MANAGE_CYCLES,
    "cycle": Permission.MANAGE_CYCLES,
    "thresholds": Permission.SET_THRESHOLDS,
    "metrics": Permission.READ_ALL,
    "metric-new": Permission.ADOPT,
    "metric": Permission.READ_ALL,
    "sources": Door.PERSON,
    "source-new": Permission.MANAGE_SOURCES,
    "measured": Permission.READ_ALL,
    "lineage": Door.PERSON,
    "source-runs": Door.PERSON,
    "source-quality": Door.PERSON,
    "source-run": Door.PERSON,
    "source": Door.PERSON,
    "source-edit": Permission.MANAGE_SOURCES,
    "publications": Permission.PUBLISH,
    "publication-manifest": Permission.PUBLISH,
    "corrections": Permission.PUBLISH,
    "reports": Door.PERSON,
    "report": Door.PERSON,
    "report-figure": Door.PERSON,
    "report-docx": Door.PERSON,
    "report-xlsx": Door.PERSON,
    "report-pdf": Door.PERSON,
    "compare": Door.PERSON,
    "criteria-sets": Door.PERSON,
    "criteria-propose": Door.PERSON,
    "criteria-shipped": Door.PERSON,
    "criteria-set": Door.PERSON,
    "assessments": Door.PERSON,
    "assessment": Door.PERSON,
    "assessment-form": Permission.REPORT,
    "assessment-check": Permission.VERIFY,
    "assessment-expert": Door.PERSON,
    "drafts": Permission.ADOPT,
    "draft": Permission.ADOPT,
    "draft-step": Permission.ADOPT,
    "draft-finish": Permission.ADOPT,
    "draft-changes": Permission.ADOPT,
    "draft-scope": Permission.ADOPT,
    "draft-number": Permission.ADOPT,
    "draft-bodies": Permission.ADOPT,
    "draft-adopt": Permission.ADOPT,
    "draft-discard": Permission.ADOPT,
}
"""Every page by the name of its address, with who may open it."""

STEP_UP = frozenset(
    {
        "head",
        "cycle",
        "draft-adopt",
        "security-app",
        "security-key",
        "security-remove",
        "security-codes",
        "security-link",
        "security-unlink",
        "delegations",
        "person-invite",
        "person-roles",
        "person-reset",
        "person-close",
        "person-open",
        "agency-change-act",
        "criteria-set",
        "tokens",
        "metric",
        "thresholds",
        "publications",
        "corrections",
    }
)
"""Pages whose forms are taken only from somebody who has just shown who they are (confirming.py)."""

BEFORE_FACTOR = frozenset(
    {"home", "log-out", "account", "security", "security-app", "security-key", "security-password"}
)
"""Pages that open before a person whose roles demand a second factor has one."""

OPEN_NAMESPACES = frozenset({"api-v1"})
"""Addresses that never look at the session: they show public data, or ask for a machine's token."""


class LogInFirst(NotAllowed):
    """Nobody has logged in, and this page needs somebody."""


class FactorFirst(NotAllowed):
    """The person's roles demand a second factor, and none was given."""


class ConfirmFirst(NotAllowed):
    """The form does something that wants a fresh password or code."""


def actor_of(request: HttpRequest) -> Actor:
    """Return the person of this request as the value that actions take, with what is lent to them today.

    It is looked up once for each request, however often menus ask.
    """
    if not request.user.is_authenticated:
        raise LogInFirst(_("Please log in."))
    kept: tuple[object, Actor] | None = getattr(request, "thuocdo_actor", None)
    if kept is not None and kept[0] == request.user.pk:
        return kept[1]
    person = request.user.to_actor(on=local_day(timezone.now(), settings.THUOCDO_ZONE))
    request.thuocdo_actor = (request.user.pk, person)  # type: ignore[attr-defined]  # ours on Django's request
    return person


def check_entrance(request: HttpRequest, page: str) -> None:
    """Refuse a person who may not open the page; a page that no table names is refused to all."""
    needed = PAGES.get(page)
    if needed is Door.ANYONE:
        return
    person = actor_of(request)
    if page not in BEFORE_FACTOR and lacks_factor(request, person):
        raise FactorFirst(_("Your roles demand a second factor."))
    if isinstance(needed, Permission):
        if not can(person, needed):
            raise NotAllowed(
                _("Your roles do not open this page."), hint=_("An administrator can give you a role.")
            )
    elif needed is not Door.PERSON:
        raise NotAllowed(_("Nobody may open this page."))
    if page in STEP_UP and request.method not in {"GET", "HEAD"} and not is_confirmed(request):
        raise ConfirmFirst(_("Please show once more who you are."))


def lacks_factor(request: HttpRequest, person: Actor) -> bool:
    """Say whether a second factor is demanded of the person and was not given in this session."""
    demanded = settings.THUOCDO_SECOND_FACTOR == "required" and needs_factor(permissions_of(person))
    return demanded and not gave_factor(request)


def may_enter(request: HttpRequest, page: str) -> bool:
    """Ask; the gate still checks."""
    try:
        check_entrance(request, page)
    except NotAllowed:
        return False
    return True

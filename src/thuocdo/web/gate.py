"""Who may open which page: one table, and what does not stand in it stays closed."""

from collections.abc import Mapping
from enum import Enum, auto

from django.http import HttpRequest

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import NotAllowed
from thuocdo.web.language import words as _


class Door(Enum):
    """Who passes without any permission: everybody, or everybody who has logged in."""

    ANYONE = auto()
    PERSON = auto()


PAGES: Mapping[str, Door | Permission] = {
    "log-in": Door.ANYONE,
    "log-out": Door.PERSON,
    "home": Door.ANYONE,
    "work": Door.PERSON,
    "account": Door.PERSON,
    "bodies": Permission.READ_ALL,
    "compare": Door.PERSON,
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

OPEN_NAMESPACES = frozenset({"api-v1"})
"""Addresses that show public data only and never look at the session."""


class LogInFirst(NotAllowed):
    """Nobody has logged in, and this page needs somebody."""


def actor_of(request: HttpRequest) -> Actor:
    """Return the person of this request as the value that actions take."""
    if not request.user.is_authenticated:
        raise LogInFirst(_("Please log in."))
    return request.user.to_actor()


def check_entrance(request: HttpRequest, page: str) -> None:
    """Refuse a person who may not open the page; a page that no table names is refused to all."""
    needed = PAGES.get(page)
    if needed is Door.ANYONE:
        return
    person = actor_of(request)
    if isinstance(needed, Permission):
        if not can(person, needed):
            raise NotAllowed(
                _("Your roles do not open this page."), hint=_("An administrator can give you a role.")
            )
    elif needed is not Door.PERSON:
        raise NotAllowed(_("Nobody may open this page."))


def may_enter(request: HttpRequest, page: str) -> bool:
    """Ask; the gate still checks."""
    try:
        check_entrance(request, page)
    except NotAllowed:
        return False
    return True

"""What the table of pages cannot say: whose thing an address names, and who finds it there."""

from enum import Enum, auto

from django.urls import URLResolver, get_resolver

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.web.gate import OPEN_NAMESPACES, PAGES, Door

ALL_BODIES = frozenset({Permission.READ_ALL})
CHECKERS = frozenset({Permission.READ_ALL, Permission.VERIFY})
NOBODY_ELSE = frozenset()


class Things(Enum):
    """What an address can name besides things of a body."""

    NONE = auto()
    """It names nothing that is there, so everybody finds nothing."""

    ANY = auto()
    """It names something that belongs to no body: who may enter finds it, whatever the body."""


OBJECTS = {
    # page: (thing of a body, permissions that open another body's), or what else it names
    "work-task": ("task", NOBODY_ELSE),
    "work-line": ("task", NOBODY_ELSE),
    "work-file": ("task", NOBODY_ELSE),
    "work-receipt": ("receipt", NOBODY_ELSE),
    "work-receipt-log": ("receipt", NOBODY_ELSE),
    "dispute": ("task", NOBODY_ELSE),
    "extension": ("task", NOBODY_ELSE),
    "difficulty": ("task", NOBODY_ELSE),
    "milestones": ("task", CHECKERS),
    "matter": ("matter", ALL_BODIES),
    "file": ("file", CHECKERS),
    "delegation-revoke": ("delegation", NOBODY_ELSE),
    "token-revoke": ("token", frozenset({Permission.MANAGE_PEOPLE})),
    "verify-record": ("record", ALL_BODIES),
    "assessment": ("assessment", frozenset({*CHECKERS, Permission.JUDGE})),
    "assessment-form": ("assessment", NOBODY_ELSE),
    "assessment-check": ("assessment", CHECKERS),
    "assessment-expert": Things.NONE,
    "criteria-shipped": Things.NONE,
    "criteria-set": Things.NONE,
    "report": ("report", NOBODY_ELSE),
    "report-figure": Things.NONE,
    "report-docx": ("report", NOBODY_ELSE),
    "report-xlsx": ("report", NOBODY_ELSE),
    "report-pdf": ("report", NOBODY_ELSE),
    "cycle": Things.ANY,
    "monitor-body": Things.ANY,
    "monitor-body-csv": Things.ANY,
    "agency": Things.ANY,
    "person": Things.ANY,
    "person-roles": Things.ANY,
    "person-reset": Things.ANY,
    "person-close": Things.ANY,
    "person-open": Things.ANY,
    "person-sessions": Things.ANY,
    "designation": Things.NONE,
    "publication-manifest": Things.NONE,
    "metric": Things.NONE,
    "source": Things.NONE,
    "source-edit": Things.NONE,
    "lineage": Things.NONE,
    "source-quality": Things.NONE,
    "source-run": Things.NONE,
    "invitation": Things.NONE,
    "draft": Things.NONE,
    "draft-step": Things.NONE,
    "draft-finish": Things.NONE,
    "draft-changes": Things.NONE,
    "draft-scope": Things.NONE,
    "draft-number": Things.NONE,
    "draft-bodies": Things.NONE,
    "draft-adopt": Things.NONE,
    "draft-discard": Things.NONE,
}
"""Every page whose address has a part that differs, with what it names and who finds it there."""

OWN_ACTS = frozenset({"delegation-revoke", "work-receipt", "work-receipt-log"})
"""Things that belong to one person and not to everybody of the body."""

WORKERS = {
    "matter": (Permission.REPORT, Permission.JUDGE, Permission.READ_ALL),
    "assessment": (Permission.REPORT, Permission.APPROVE, Permission.JUDGE, *CHECKERS),
    "milestones": (Permission.REPORT, *CHECKERS),
    **dict.fromkeys(
        ("report", "report-docx", "report-xlsx", "report-pdf"), (Permission.REPORT, Permission.APPROVE)
    ),
}
"""What somebody of the own body needs, where the page itself opens for everybody who has logged in."""


def routes():
    """Return all URL patterns by namespace and name: ("", "work") or ("api-v1", "programmes")."""
    found = {}
    for each in get_resolver().url_patterns:
        for pattern in each.url_patterns if isinstance(each, URLResolver) else (each,):
            found[(getattr(each, "namespace", None) or "", pattern.name)] = pattern
    return found


def pages():
    """Return the names of all pages, those of the workspace only."""
    return sorted(name for namespace, name in routes() if namespace not in OPEN_NAMESPACES)


def entrance(page, actor):
    """Return "log-in", "refused" or "in", as the table of pages and the roles of the person say."""
    needed = PAGES.get(page)
    if needed is Door.ANYONE:
        return "in"
    if actor is None:
        return "log-in"
    if needed is Door.PERSON:
        return "in"
    return "in" if needed is not None and can(actor, needed) else "refused"


def finds(page, actor, *, own, mine):
    """Say whether somebody who may enter finds the thing of an address; None where there is no rule.

    `own` says that the thing is of the person's body, `mine` that it is the person's very own.
    """
    rule = OBJECTS.get(page)
    if rule is None or rule is Things.ANY:
        return None
    if rule is Things.NONE:
        return False
    if page in OWN_ACTS:
        return mine
    _thing, others = rule
    works = any(can(actor, each) for each in WORKERS.get(page, Permission)) or page not in WORKERS
    return (own and works) or any(can(actor, each) for each in others)

"""Who may open which page: every address with every person, and nothing that the table does not name."""

from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, path, reverse
from tests.functional.conftest import PASSWORD

from thuocdo.core.actor import Role
from thuocdo.web.gate import OPEN_NAMESPACES, PAGES

IN, AWAY, NO, OFF, ON, NONE = 200, 302, 403, 405, 302, 404
PEOPLE = ("", "dung", "an", "giang", "binh", "chi")
GET = {
    "home": (ON, ON, ON, ON, ON, ON),
    "log-in": (IN, IN, IN, IN, IN, IN),
    "log-out": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "account": (AWAY, IN, IN, IN, IN, IN),
    "log-in-second": (AWAY, AWAY, AWAY, AWAY, AWAY, AWAY),
    "log-in-provider": (AWAY, AWAY, AWAY, AWAY, AWAY, AWAY),
    "log-in-return": (AWAY, AWAY, AWAY, AWAY, AWAY, AWAY),
    "invitation": (NONE, NONE, NONE, NONE, NONE, NONE),
    "security": (AWAY, IN, IN, IN, IN, IN),
    "security-app": (AWAY, IN, IN, IN, IN, IN),
    "security-key": (AWAY, IN, IN, IN, IN, IN),
    "security-password": (AWAY, IN, IN, IN, IN, IN),
    "security-remove": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "security-codes": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "security-sessions": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "security-link": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "security-unlink": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "delegations": (AWAY, IN, IN, IN, IN, IN),
    "delegation-revoke": (AWAY, OFF, OFF, OFF, OFF, OFF),
    "people": (AWAY, NO, NO, NO, NO, NO),
    "person-invite": (AWAY, NO, NO, NO, NO, NO),
    "person": (AWAY, NO, NO, NO, NO, NO),
    "person-roles": (AWAY, NO, NO, NO, NO, NO),
    "person-reset": (AWAY, NO, NO, NO, NO, NO),
    "person-close": (AWAY, NO, NO, NO, NO, NO),
    "person-open": (AWAY, NO, NO, NO, NO, NO),
    "person-sessions": (AWAY, NO, NO, NO, NO, NO),
    "tokens": (AWAY, NO, IN, IN, NO, NO),
    "token-revoke": (AWAY, NO, OFF, OFF, NO, NO),
    "work": (AWAY, IN, IN, IN, IN, IN),
    "grid": (AWAY, NO, IN, IN, NO, NO),
    "grid-export": (AWAY, NO, IN, IN, NO, NO),
    "grid-save": (AWAY, NO, ON, ON, NO, NO),
    "grid-paste": (AWAY, NO, ON, ON, NO, NO),
    "grid-undo": (AWAY, NO, ON, ON, NO, NO),
    "work-task": (AWAY, NO, IN, IN, NO, NO),
    "work-line": (AWAY, NO, OFF, OFF, NO, NO),
    "work-file": (AWAY, NO, OFF, OFF, NO, NO),
    "work-receipt": (AWAY, NO, NONE, NONE, NO, NO),
    "work-receipt-log": (AWAY, NO, NONE, NONE, NO, NO),
    "head": (AWAY, NO, IN, IN, NO, NO),
    "by-person": (AWAY, NO, IN, IN, NO, NO),
    "bodies": (AWAY, NO, NO, NO, IN, IN),
    "bodies-csv": (AWAY, NO, NO, NO, IN, IN),
    "monitor-tasks": (AWAY, NO, NO, NO, IN, IN),
    "monitor-tasks-csv": (AWAY, NO, NO, NO, IN, IN),
    "monitor-body": (AWAY, NO, NO, NO, NONE, NONE),
    "monitor-body-csv": (AWAY, NO, NO, NO, NONE, NONE),
    "verify": (AWAY, NO, NO, NO, IN, NO),
    "verify-record": (AWAY, NO, NO, NO, NONE, NO),
    "file": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "money": (AWAY, NO, NO, NO, IN, IN),
    "matters": (AWAY, IN, IN, IN, IN, IN),
    "criteria-sets": (AWAY, IN, IN, IN, IN, IN),
    "criteria-propose": (AWAY, NO, IN, IN, IN, IN),
    "criteria-shipped": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "criteria-set": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "assessments": (AWAY, IN, IN, IN, IN, IN),
    "assessment": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "assessment-form": (AWAY, NO, NONE, NONE, NO, NO),
    "assessment-check": (AWAY, NO, NO, NO, NONE, NO),
    "assessment-expert": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "matter": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "dispute": (AWAY, NO, IN, NONE, NO, NO),
    "extension": (AWAY, NO, IN, NONE, NO, NO),
    "difficulty": (AWAY, NO, IN, IN, NO, NO),
    "milestones": (AWAY, NONE, IN, NONE, IN, IN),
    "preview": (AWAY, IN, IN, IN, IN, IN),
    "designations": (AWAY, NO, NO, NO, IN, IN),
    "designation": (AWAY, NO, NO, NO, NONE, NONE),
    "letters": (AWAY, NO, NO, NO, IN, NO),
    "letter": (AWAY, NO, NO, NO, OFF, NO),
    "letters-remind": (AWAY, NO, NO, NO, OFF, NO),
    "notices": (AWAY, IN, IN, IN, IN, IN),
    "notice-wishes": (AWAY, IN, IN, IN, IN, IN),
    "stuck-messages": (AWAY, NO, NO, NO, NO, NO),
    "agencies": (AWAY, NO, NO, NO, IN, IN),
    "heads": (AWAY, NO, NO, NO, IN, IN),
    "agency": (AWAY, NO, NO, NO, NONE, NONE),
    "agency-change": (AWAY, NO, NO, NO, NO, NO),
    "agency-change-act": (AWAY, NO, NO, NO, NO, NO),
    "audit": (AWAY, NO, NO, NO, NO, NO),
    "audit-csv": (AWAY, NO, NO, NO, NO, NO),
    "cycles": (AWAY, NO, NO, NO, IN, NO),
    "cycle": (AWAY, NO, NO, NO, NONE, NO),
    "thresholds": (AWAY, NO, NO, NO, NO, IN),
    "metrics": (AWAY, NO, NO, NO, IN, IN),
    "metric-new": (AWAY, NO, NO, NO, NO, IN),
    "metric": (AWAY, NO, NO, NO, NONE, NONE),
    "reports": (AWAY, IN, IN, IN, IN, IN),
    "report": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "report-figure": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "report-docx": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "report-xlsx": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "report-pdf": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "sources": (AWAY, IN, IN, IN, IN, IN),
    "source-new": (AWAY, NO, NO, NO, IN, IN),
    "measured": (AWAY, NO, NO, NO, IN, IN),
    "lineage": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "source-runs": (AWAY, IN, IN, IN, IN, IN),
    "source-quality": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "source-run": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "source": (AWAY, NONE, NONE, NONE, NONE, NONE),
    "source-edit": (AWAY, NO, NO, NO, NONE, NONE),
    "publications": (AWAY, NO, NO, NO, NO, IN),
    "publication-manifest": (AWAY, NO, NO, NO, NO, NONE),
    "corrections": (AWAY, NO, NO, NO, NO, IN),
    "compare": (AWAY, IN, IN, IN, IN, IN),
    "drafts": (AWAY, NO, NO, NO, IN, IN),
    "draft": (AWAY, NO, NO, NO, NONE, NONE),
    "draft-step": (AWAY, NO, NO, NO, OFF, OFF),
    "draft-finish": (AWAY, NO, NO, NO, OFF, OFF),
    "draft-changes": (AWAY, NO, NO, NO, NONE, NONE),
    "draft-scope": (AWAY, NO, NO, NO, OFF, OFF),
    "draft-number": (AWAY, NO, NO, NO, OFF, OFF),
    "draft-bodies": (AWAY, NO, NO, NO, NONE, NONE),
    "draft-adopt": (AWAY, NO, NO, NO, OFF, OFF),
    "draft-discard": (AWAY, NO, NO, NO, OFF, OFF),
}
"""Status of a GET by page, for each of PEOPLE: nobody, a citizen, two reporters, a verifier, a publisher.

There is no draft, so whoever may open its page finds none.
"""

ELSEWHERE = {"home", "log-in-second", "log-in-provider", "log-in-return"}
"""Pages that send somebody unknown to log in without a way back: there is nothing to come back to."""

UNSAFE = (
    "criteria-propose",
    "criteria-set",
    "assessments",
    "assessment",
    "assessment-form",
    "assessment-check",
    "assessment-expert",
    "head",
    "verify-record",
    "log-in",
    "log-in-second",
    "invitation",
    "log-out",
    "security-app",
    "security-key",
    "security-password",
    "security-remove",
    "security-codes",
    "security-sessions",
    "security-link",
    "security-unlink",
    "delegations",
    "delegation-revoke",
    "person-invite",
    "person-roles",
    "person-reset",
    "person-close",
    "person-open",
    "person-sessions",
    "tokens",
    "token-revoke",
    "agency-change-act",
    "heads",
    "cycle",
    "thresholds",
    "metric",
    "metric-new",
    "source",
    "source-new",
    "source-edit",
    "publications",
    "corrections",
    "matter",
    "dispute",
    "extension",
    "difficulty",
    "milestones",
    "preview",
    "letter",
    "letters-remind",
    "notices",
    "notice-wishes",
    "stuck-messages",
    "designations",
    "designation",
    "grid-save",
    "grid-paste",
    "grid-undo",
    "work-task",
    "work-line",
    "work-file",
    "drafts",
    "draft-step",
    "draft-finish",
    "draft-scope",
    "draft-number",
    "draft-bodies",
    "draft-adopt",
    "draft-discard",
)

pytestmark = pytest.mark.django_db


def pages():
    """Return the names of all addresses that are not open to everybody as a whole."""
    names = set()
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace not in OPEN_NAMESPACES:
            names |= {each.name for each in pattern.url_patterns}
    return names


def address(page):
    """Return the address of a page; of a page about one thing that of the first."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return reverse(page, args=[1])


def test_every_address_stands_in_the_tables():
    """A page that is added without saying who may open it fails here, and is refused when it runs."""
    assert pages() == set(PAGES) == set(GET)


@pytest.mark.parametrize("username", PEOPLE)
def test_each_person_at_each_page(username, browser_of, model_programme):  # noqa: ARG001  loaded
    """Each page answers each person as the table says; somebody unknown is sent to log in."""
    client = browser_of(username)
    for page, row in GET.items():
        answer = client.get(address(page))
        assert (page, answer.status_code) == (page, row[PEOPLE.index(username)])
        if not username and page not in ELSEWHERE and answer.status_code == AWAY:
            assert answer["Location"] == f"/dang-nhap?next={address(page).replace('/', '%2F')}"


@pytest.mark.parametrize("page", [page for page in UNSAFE if page.startswith("draft")])
@pytest.mark.parametrize("username", ["dung", "an", "giang"])
def test_who_may_not_adopt_changes_no_draft(page, username, browser_of):
    """A form of the review from somebody without the permission is refused, with a file or without."""
    sent = {"file": SimpleUploadedFile("a.txt", b"x"), "verdict": "accept", "slug": "mau"}
    assert browser_of(username).post(address(page), sent).status_code == NO


@pytest.mark.parametrize("role", list(Role))
def test_each_role_at_the_page_of_all_bodies(role, accounts, now, model_programme):  # noqa: ARG001  loaded
    """The figures of all bodies open for every role but those that report for one body."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add_person(
        username="moi", name="Mới", agency="", roles={role}, password=PASSWORD, by=accounts["chi"], now=now
    )
    client = Client()
    client.post("/dang-nhap", {"username": "moi", "password": PASSWORD})
    reports_only = role in {Role.REPORTER, Role.HEAD}
    answer = client.get("/theo-doi")
    assert answer.status_code == (NO if reports_only else IN)
    assert ('href="/theo-doi"' in client.get("/viec").content.decode()) is not reports_only


def test_a_page_that_no_table_names_is_closed_to_everybody(browser_of, settings):
    """An address without an entry is refused even to somebody with every right."""
    client = browser_of("chi")
    page = path("moi", lambda _request: HttpResponse("open"), name="new")
    settings.ROOT_URLCONF = (*import_module("thuocdo.web.urls").urlpatterns, page)
    assert client.get("/moi").status_code == NO
    assert Client().get("/moi").status_code == AWAY


@pytest.mark.parametrize("page", UNSAFE)
@pytest.mark.parametrize("username", ["", "an"])
def test_a_form_without_its_token_is_refused(page, username, browser_of):
    """Each route that changes something refuses a form without the token, in a worker that has served."""
    client = browser_of(username)
    client.handler.enforce_csrf_checks = True
    assert client.get("/dang-nhap").status_code == IN  # primes the cookie and the worker
    answer = client.post(address(page), {"username": "an", "password": PASSWORD})
    assert answer.status_code == NO
    assert "403" in answer.content.decode()
    assert "script" not in answer.content.decode()


def test_a_form_with_its_token_is_taken(browser_of):
    """The token that stands in the page lets the same form through."""
    client = browser_of("", enforce_csrf_checks=True)
    page = client.get("/dang-nhap").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    form = {"username": "an", "password": PASSWORD, "csrfmiddlewaretoken": token}
    answer = client.post("/dang-nhap", form)
    assert (answer.status_code, answer["Location"]) == (302, "/viec")


@pytest.mark.parametrize("address", ["/dang-nhap", "/viec", "/nichts", "/api/v1/programmes", "/api/v1/x"])
def test_every_answer_carries_the_security_headers(address):
    """No page allows scripts, frames or guessing of content types, whatever its status."""
    headers = Client().get(address).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_need_no_inline_style_or_script(browser_of, model_programme):  # noqa: ARG001  loaded
    """What the policy forbids does not stand in any page."""
    client = browser_of("chi")
    for page in ("/dang-nhap", "/viec", "/theo-doi", "/van-ban", "/tai-khoan", "/nichts"):
        text = client.get(page).content.decode().replace('<script src="/static/', "<")
        assert not [bad for bad in ("<script", " style=", "<style", " onclick", "javascript:") if bad in text]

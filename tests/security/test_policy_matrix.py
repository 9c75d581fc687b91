"""Every address with every role, in the own body and in another, by GET and POST: made from the tables."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.security.policy import OBJECTS, Things, entrance, finds, pages, routes
from tests.security.twins import log_in, person, twin

from thuocdo.core.actor import Role
from thuocdo.web.confirming import FIELD
from thuocdo.web.gate import OPEN_NAMESPACES, PAGES

pytestmark = pytest.mark.usefixtures("scene")

AWAY, NAMELESS, NO, GONE, OFF, REFUSED = 302, 401, 403, 404, 405, 422
SERVER_FAULT = 500
OWN, OTHER = "BKHCN", "BYT"
THINGS = {
    "task": "132",
    "receipt": "receipt",
    "matter": "matter-0",
    "file": "file",
    "delegation": "delegation",
    "token": "token",
    "record": "sent-evidence",
    "assessment": "assessment",
    "report": "report",
}
ANY = {"agency": OTHER, "code": "2025-1", "username": "ai-do"}
ACTS = ("GET", "POST")


@pytest.fixture
def cast(pdf):
    """Return the owner of all things, and everybody who comes to the doors: each role in two bodies."""
    owner = twin(OWN, tasks=("17", "14", "15", "16", "26"), pdf=pdf)
    people = [None, person("khong", "Không", OWN)]
    for role in Role:
        people += [person(f"{role.value}-{body.lower()}", role.value, body, role) for body in (OWN, OTHER)]
    people.append(owner.head)
    person(ANY["username"], "Ai đó", OTHER, Role.REPORTER)
    return owner, people


def address(page, owner):
    """Return the address of a page, about the owner's thing where it names one."""
    names = routes()[("", page)].pattern.converters
    if not names:
        return reverse(page)
    rule = OBJECTS[page]
    if rule is Things.NONE:
        return reverse(page, args=[1])
    if rule is Things.ANY:
        return reverse(page, args=[ANY[next(iter(names))]])
    thing = THINGS[rule[0]]
    return reverse(page, args=[owner.ids.get(thing, thing)])


def ask(client, act, page, owner):
    """Return the status and the target of one request, and undo everything that it did."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.get(address(page, owner)) if act == "GET" else client.post(address(page, owner))
        transaction.set_rollback(True)
    client.cookies = cookies
    asks = f'name="{FIELD}"'.encode() in getattr(answer, "content", b"")
    return answer.status_code, "asks" if asks else answer.headers.get("Location", "")


def judge(act, page, actor, owner, answer):  # noqa: PLR0911  one line for each thing that can be wrong
    """Return what is wrong with an answer, "" for nothing."""
    status, target = answer
    if status >= SERVER_FAULT:
        return "fails"
    expected = entrance(page, actor)
    if expected == "log-in":
        return "" if status == AWAY and target.startswith("/dang-nhap") else "is open to everybody"
    if expected == "refused":
        return "" if status == NO else "is open to a role that may not"
    if target == "asks":
        return "asks again although the password was just given"
    if status == OFF:
        return ""  # the page knows no such act, for anybody
    if actor is not None:
        own, mine = actor.agency == owner.agency, actor.id == owner.head.id
        found = finds(page, actor, own=own, mine=mine)
        nothing = {GONE, REFUSED} if OBJECTS.get(page) is Things.NONE else {GONE}
        if found is False and status not in nothing:
            return "shows what is not the person's"
        if found and act == "GET" and status in {NO, GONE}:
            return "hides what is the person's own"
    return ""


def test_every_address_stands_in_the_tables():
    """An address that no table names, or a part of an address that no rule covers, fails here."""
    outside = {namespace for namespace, _name in routes()} - {""} - OPEN_NAMESPACES
    assert not outside
    assert set(pages()) == set(PAGES)
    named = {page for page in pages() if routes()[("", page)].pattern.converters}
    assert named == set(OBJECTS)


def test_each_role_at_each_address(cast):
    """What each answers follows from the table of pages, the permissions of the role, and whose it is."""
    owner, people = cast
    wrong, checked = [], 0
    for actor in people:
        client = Client() if actor is None else log_in(actor.id)
        for page in pages():
            for act in ACTS:
                answer = ask(client, act, page, owner)
                checked += 1
                if problem := judge(act, page, actor, owner, answer):
                    wrong.append((actor.id if actor else "", act, page, *answer, problem))
    assert not wrong, "\n".join(map(str, wrong))
    assert checked == len(people) * len(pages()) * len(ACTS)


def test_the_programming_interface_reads_public_things_only(cast):
    """Below the API everybody gets the same answer, whatever the session; nobody writes."""
    _owner, people = cast
    clients = [Client() if actor is None else log_in(actor.id) for actor in people[:4]]
    for (namespace, name), pattern in routes().items():
        if namespace not in OPEN_NAMESPACES:
            continue
        args = ["nq03", "17"][: len(pattern.pattern.converters)]
        at = "/api/v1/x" if name == "nowhere" else reverse(f"{namespace}:{name}", args=args)
        bodies = {client.get(at).content for client in clients}
        assert (name, len(bodies)) == (name, 1)
        assert {client.post(at).status_code for client in clients} <= {OFF, NAMELESS}


@pytest.mark.parametrize("primed", [False, True])
def test_no_form_without_its_token(cast, primed):
    """Each address refuses a form without the token, in a fresh worker and in one that has served."""
    owner, people = cast
    for actor in (None, people[1], owner.head, people[-2]):
        client = Client() if actor is None else log_in(actor.id)
        client.handler.enforce_csrf_checks = True
        if primed:
            Client().get("/dang-nhap")
        taken = [page for page in pages() if ask(client, "POST", page, owner)[0] != NO]
        assert not taken

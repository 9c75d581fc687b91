"""Two bodies with the same things: nothing of the one shows to the other, whatever the other asks for."""

import contextlib
import json

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from tests.security.policy import OPEN_NAMESPACES, entrance, pages, routes
from tests.security.twins import log_in, twin

from thuocdo.accounts.models import Delegation, MachineToken
from thuocdo.cycles import models
from thuocdo.cycles.matters.models import Matter
from thuocdo.cycles.notices.models import Notice

pytestmark = pytest.mark.usefixtures("scene")

SERVER_FAULT = 500
ENDS_SESSION = frozenset({"log-out"})
QUERY = (
    "batch", "nhan", "ky", "co-quan", "body", "q", "viec", "loai", "xem", "nhom", "a", "b", "row", "page",
    "id", "moi", "luu", "tinh-trang", "bao-cao", "trang", "next",
)  # fmt: skip
"""Every parameter that a page reads from its address."""

ONE_BY_ONE = {
    "batch": "batch",
    "nhan": "receipt",
    "co-quan": "agency",
    "body": "agency",
    "q": "username",
    "nhom": "task",
    "ky": "agency",
    "viec": "task",
}
"""Parameters that are asked alone too, so that no other one gets in their way."""

FIELDS = (
    "id", "matter", "batch", "task", "one", "key", "evidence", "files", "corrects", "proof-0-files",
    "proof-0-corrects", "receiver", "username", "typed", "token", "delegation", "message", "body", "send",
    "record", "factor", "session", "text", "list",
)  # fmt: skip
"""Every field of a form in which somebody might send the id of something."""

ACTS = {
    "head": [{"decision": each, "fault-": "sai"} for each in ("approve", "together", "return")],
    "grid-save": [{"act": "send"}, {}],
    "grid-paste": [{"act": each} for each in ("read", "apply")],
    "work-task": [{"do": each, "situation": "working"} for each in ("read-0", "save", "send", "drop-0")],
    "matter": [{"to": each, "asked": "VPCP"} for each in ("withdrawn", "open", "upheld", "answered")],
    "milestones": [
        {"act": each, "name": "x", "due_on": "01/09/2025", "reason": "y"}
        for each in ("correct", "accept", "return")
    ],
    "preview": [{"act": each} for each in ("send", "withdraw", "note")],
    "dispute": [{"wished": "done"}],
    "extension": [{"wished_on": "31/12/2026"}],
    "difficulty": [{"asked": "VPCP"}, {"kind": "proposal", "asked": "VPCP"}],
}  # fmt: skip
"""The buttons of the forms that do different things."""


FEW = ("submitted-report", "submitted-evidence", "batch", "matter-1", "inner-file", "delegation")
"""What a reporter could mistake for the own: things that a colleague of the same role made."""


@pytest.fixture
def twins(pdf):
    """Return two bodies; the first takes part in most tasks of the second."""
    first = twin("BKHCN", tasks=("17", "14", "15", "16", "26"), pdf=pdf)
    second = twin("BTC", tasks=("18", "35", "19", "88", "59"), pdf=pdf)
    for place, each in enumerate(Notice.objects.filter(person=second.head.id)):
        second.ids[f"notice-{place}"] = str(each.pk)
    return first, second


def content(answer):
    """Return everything that an answer says: headers, and the body of a page, table or file."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return heads + "\n" + body.decode(errors="replace")


def ask(client, method, address, data):
    """Return status and content of one request after which everything is as before, and what it changed."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(address, data)
        said, state = content(answer), None
        if method == "post":
            state = owned("BTC")
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer.status_code, said, state


def owned(agency):
    """Return everything that could be changed of what a body owns."""
    mark = f"zq{agency.lower()}qz"
    rows = [
        table.objects.filter(agency=agency).order_by("pk").values_list("public_id", *names)
        for table, names in (
            (models.Report, ("state", "corrected_by", "sent_by")),
            (models.Evidence, ("state", "corrected_by", "sent_by")),
            (models.Milestone, ("state", "corrected_by", "verified_by")),
            (models.Attachment, ("evidence", "received_at")),
            (models.Batch, ("undone_at",)),
            (Matter, ("state", "words")),
            (MachineToken, ("revoked_at",)),
        )
    ]
    rows.append(models.Draft.objects.filter(agency=agency).order_by("pk").values_list("task", "version"))
    rows.append(models.RememberedColumns.objects.filter(agency=agency).values_list("headings", "columns"))
    rows.append(Delegation.objects.filter(giver__agency=agency).values_list("public_id", "revoked_at"))
    rows.append(Notice.objects.filter(person__startswith=mark).order_by("pk").values_list("pk", "read_at"))
    return [list(each) for each in rows]


def strange(value):
    """Return an id of the same form that nothing has."""
    head, dash, tail = value.rpartition("-")
    turned = "".join(
        "0123456789abcdef"[(int(sign, 16) + 7) % 16] if sign in "0123456789abcdef" else sign for sign in tail
    )
    return head + dash + turned


def without(said, value):
    """Return an answer without the words that were sent; a refusal repeats twenty signs of them."""
    return said.replace(value, "").replace(value[:20], "")


def leaks(said, value, mark):
    """Say whether the other body's mark stands in an answer, beyond the words that were sent."""
    return mark in said.replace(value, "")


def entered(actor):
    """Return the pages that open for somebody, without the one that logs out."""
    return [page for page in pages() if entrance(page, actor) == "in" and page not in ENDS_SESSION]


def named(page, value):
    """Return the address of a page about a value, None where the page is about nothing or cannot take it."""
    converters = list(routes()[("", page)].pattern.converters.values())
    if not converters or not all(
        (each.regex and value.isdigit()) or not hasattr(each, "max") for each in converters
    ):
        return None
    try:
        return reverse(page, args=[value] * len(converters))
    except NoReverseMatch:  # a value that the converter refuses has no address
        return None


def own(page, made):
    """Return the address of a page about something of one's own."""
    return named(page, made.tasks[0]) or named(page, made.ids["matter-0"]) or reverse(page)


@pytest.mark.parametrize("who", ["head", "reporter"])
def test_nothing_of_another_body_stands_at_any_address(twins, who):
    """Each address with each id of the other body shows nothing and answers as for an id that is not."""
    first, second = twins
    actor = getattr(first, who)
    client, wrong, asked = log_in(actor.id), [], 0
    for page in entered(actor):
        for name, value in second.ids.items():
            at = named(page, value)
            if at is None or value.isdigit():  # a bare number names a task, which everybody knows
                continue
            status, said, _ = ask(client, "get", at, {})
            other, same, _ = ask(client, "get", named(page, strange(value)), {})
            asked += 2
            if leaks(said, value, second.mark) or status >= SERVER_FAULT:
                wrong.append((page, name, status, "shows"))
            if status != other or without(said, value) != without(same, strange(value)):
                wrong.append((page, name, status, other, "tells apart"))
        for task in (*second.tasks, second.agency):
            at = named(page, task)
            if at and leaks(ask(client, "get", at, {})[1], "", second.mark):
                wrong.append((page, task, "shows"))
    assert not wrong, "\n".join(map(str, wrong))
    assert asked > 100


def test_nothing_of_another_body_comes_by_a_query(twins):
    """Each page with each id of the other body in all its parameters shows nothing of that body."""
    first, second = twins
    actor = first.head
    client, wrong, values = log_in(actor.id), [], {**second.ids, "agency": second.agency, "task": "18"}
    for page in entered(actor):
        at = own(page, first)
        for name, value in {"": "", **values}.items():
            status, said, _ = ask(client, "get", at, dict.fromkeys(QUERY, value) if name else {})
            if leaks(said, value, second.mark) or status >= SERVER_FAULT:
                wrong.append((page, name, status))
    for each, name in ONE_BY_ONE.items():
        for page in {"grid", "work", "work-task", "preview", "matters", "grid-export"} & set(entered(actor)):
            status, said, _ = ask(client, "get", own(page, first), {each: values[name]})
            if leaks(said, values[name], second.mark) or status >= SERVER_FAULT:
                wrong.append((page, each, name, status))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("who", ["head", "reporter"])
def test_no_form_reaches_another_body(twins, who):
    """Each form with each id of the other body in all its fields shows nothing and changes nothing there."""
    first, second = twins
    actor = getattr(first, who)
    client, wrong, before = log_in(actor.id), [], owned(second.agency)
    for page in entered(actor):
        for name, value in second.ids.items():
            if who == "reporter" and name not in FEW:
                continue
            for act in ACTS.get(page, [{}]):
                sent = {**dict.fromkeys(FIELDS, value), **act}
                for at in filter(None, {own(page, first), named(page, value)}):
                    status, said, after = ask(client, "post", at, sent)
                    if leaks(said, value, second.mark) or status >= SERVER_FAULT:
                        wrong.append((page, name, act, status, "shows"))
                    if after != before:
                        wrong.append((page, name, act, status, "changes"))
    assert not wrong, "\n".join(map(str, wrong))


def below_the_api(value):
    """Return every address of the API that a value fits into."""
    for (namespace, name), pattern in routes().items():
        if namespace in OPEN_NAMESPACES and name != "nowhere":
            with contextlib.suppress(NoReverseMatch):
                count = len(pattern.pattern.converters)
                for args in {(value, "18")[:count], ("nq03", value)[:count]}:
                    yield reverse(f"{namespace}:{name}", args=args)


def test_the_programming_interface_shows_no_body_s_inside(twins):
    """Nobody reads at the API what bodies wrote, and the machine of one body reaches nothing of another."""
    first, second = twins
    machine = {"Authorization": f"Bearer {first.ids['secret']}"}
    wrong, before = [], owned(second.agency)
    for client in (Client(), log_in(first.head.id), Client(headers=machine)):
        for value in ("nq03", *second.ids.values()):
            for at in below_the_api(value):
                said = content(client.get(at, {"agency": value}))
                if leaks(said, value, second.mark):
                    wrong.append((at, "shows"))
                if "HTTP_AUTHORIZATION" not in client.defaults:
                    continue
                for verb in ("post", "put", "delete"):
                    sent = dict.fromkeys(FIELDS, value)
                    status, said, _ = ask_json(client, verb, at, sent)
                    if leaks(said, value, second.mark) or status >= SERVER_FAULT:
                        wrong.append((at, verb, status))
    assert not wrong, "\n".join(map(str, wrong))
    assert owned(second.agency) == before


def ask_json(client, verb, address, sent):
    """Return what the API answers to a body of JSON."""
    answer = getattr(client, verb)(address, json.dumps(sent), content_type="application/json")
    return answer.status_code, content(answer), None

"""The door for machines: a token and nothing else opens it, as far as its scopes and its body reach."""

import json
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import get_resolver
from tests.factories.api import OWN, WORKING, Machine, token_of

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.cycles import models

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

ADDRESSES = (
    ("get", "/programmes/nq03/periods"),
    ("get", "/programmes/nq03/tasks"),
    ("get", "/programmes/nq03/tasks/17/draft"),
    ("put", "/programmes/nq03/tasks/17/draft"),
    ("post", "/programmes/nq03/hand-ins"),
    ("post", "/programmes/nq03/matters"),
    ("get", "/programmes/nq03/mirror"),
    ("put", "/programmes/nq03/mirror"),
    ("post", "/programmes/nq03/mirror/reports"),
    ("get", "/matters/M-1"),
    ("get", "/receipts"),
    ("get", "/receipts/x"),
    ("post", "/files"),
    ("get", "/subscriptions"),
    ("post", "/subscriptions"),
    ("post", "/subscriptions/S-1/secret"),
    ("delete", "/subscriptions/S-1"),
    ("get", "/criteria-sets"),
    ("put", "/assessments"),
    ("put", "/office-values"),
    ("get", "/assessment-results"),
    ("put", "/sources/S-1/months/2025-03"),
)
HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}), "VPTW")


class Clock:
    """A clock that the test moves."""

    def __init__(self, at):
        self.at = at

    def now(self):
        """Return the time that it shows."""
        return self.at


@pytest.fixture(autouse=True)
def clock(monkeypatch, now):
    """Let the API's clock stand at the tests' time; returns it."""
    from thuocdo.api import tokens  # noqa: PLC0415  settings are ready only here

    caches["process"].clear()
    made = Clock(now)
    monkeypatch.setattr(tokens, "timezone", made)
    return made


@pytest.fixture
def token(an, now):
    """Return a token of An's ministry."""
    return token_of(an, now)


def send(method, address, **headers):
    """Send a request that would be right but for who asks."""
    return Client().generic(
        method.upper(), OWN + address, "{}", "application/json", headers={"idempotency-key": "k", **headers}
    )


def test_the_list_of_this_test_is_whole():
    """Every address that wants a token stands in the list, so a new one fails here first."""
    described = Client().get("/api/v1/openapi.json").json()["paths"]
    own = {
        (method, path.removeprefix(OWN))
        for path, methods in described.items()
        if path.startswith(OWN)
        for method in methods
    }
    assert len(own) == len(ADDRESSES)
    assert all(described[OWN + path][method]["security"] for method, path in own)
    assert {method for method, _ in own} == {method for method, _ in ADDRESSES}
    assert get_resolver("thuocdo.api.urls")


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_without_a_token_that_holds_nobody_gets_in(method, address, token, clock):
    """No token, a wrong, cut, spent or strange one: always the same 401, which tells nothing."""
    wrong = token[:-1] + ("A" if token[-1] != "A" else "B")
    answers = [send(method, address)]
    tries = ("", wrong, token[:20], "tdo_", "x" * 5000, "tdo_00000000_" + "x" * 43, f"{token} {token}")
    shown = [f"Basic {token}", token, *(f"Bearer {each}" for each in tries)]
    answers += [send(method, address, authorization=each) for each in shown]
    answers.append(send(method, address + f"?access_token={token}"))
    clock.at += timedelta(days=400)
    answers.append(send(method, address, authorization=f"Bearer {token}"))
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1
    assert {answer["WWW-Authenticate"] for answer in answers} == {"Bearer"}
    assert not models.Draft.objects.exists()


def test_a_revoked_token_is_none(token, an, now):
    """From the moment it is ended a token opens nothing."""
    from thuocdo.accounts.tokens import revoke_token, tokens_of  # noqa: PLC0415  tables are ready only here

    assert Machine(token).get("/receipts").status_code == 200
    revoke_token(token=tokens_of(an)[0].id, by=an, now=now)
    assert Machine(token).get("/receipts").status_code == 401


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_a_session_opens_no_address(method, address, an, chi, now):
    """Somebody who has logged in with a browser is nobody here."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.models import User  # noqa: PLC0415  same

    about = {"username": "an", "name": "An", "agency": "BKHCN", "roles": an.roles, "password": None}
    add_person(**about, by=chi, now=now)
    client = Client()
    client.force_login(User.objects.get(username="an"))
    answer = client.generic(method.upper(), OWN + address, "{}", "application/json")
    assert answer.status_code == 401


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_no_answer_sets_a_cookie_or_may_be_kept(method, address, token):
    """Whatever is answered, also in a language that was asked for: no cookie, and no cache keeps it."""
    machine = Machine(token)
    for answer in (machine.send(method, address), machine.send(method, address + "?lang=en")):
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in answer
        assert answer["Content-Type"].startswith("application/json")


def test_a_token_opens_no_page_of_people(token):
    """A token is no session: pages of the workspace send its bearer to log in."""
    answer = Client().get("/viec", headers={"authorization": f"Bearer {token}"})
    assert (answer.status_code, answer["Location"][:10]) == (302, "/dang-nhap")


@pytest.mark.parametrize(
    ("scopes", "agency"),
    [
        ({Permission.READ_ALL}, "BKHCN"),
        ({Permission.READ_AUDIT}, "BKHCN"),
        ({Permission.REPORT}, ""),
    ],
)
@pytest.mark.parametrize(("method", "address"), ADDRESSES[:13])
def test_who_does_not_report_for_a_body_gets_403(method, address, scopes, agency, now):
    """A token that only reads, or that belongs to no body, reads and writes no body's reports."""
    machine = Machine(token_of(HOA, now, scopes, agency))
    bodies = {
        "draft": {"cells": WORKING},
        "hand-ins": {"tasks": [{"task": "17"}]},
        "matters": {"kind": "difficulty", "task": "17", "cells": {}},
        "mirror": {"items": []},
        "reports": {"items": [{"id": "a", "version": "1", "cells": {}}]},
    }
    body = None if method == "get" else bodies.get(address.rpartition("/")[2])
    answer = machine.send(method, address, body)
    assert answer.status_code == 403, answer.content
    assert answer.json()["code"] == "not_allowed"


def test_scopes_of_subscriptions(now):
    """Who may read everything subscribes for all bodies, who reads only the audit trail to nothing."""
    assert Machine(token_of(HOA, now, {Permission.READ_ALL}, "")).get("/subscriptions").status_code == 200
    reader = Machine(token_of(HOA, now, {Permission.READ_AUDIT}, ""))
    assert reader.get("/subscriptions").status_code == 403


def test_what_is_another_bodys_does_not_exist(token, giang, now):
    """What another ministry wrote is not found, and nothing tells that it is there."""
    mine, other = Machine(token), Machine(token_of(giang, now))
    mine.save()
    receipt = mine.hand_in(("26", {"cells": WORKING})).json()["receipt"]
    assert other.get("/programmes/nq03/tasks/17/draft?period=2025-2").status_code == 404
    assert other.get(f"/receipts/{receipt}").status_code == 404
    nothing = other.get("/receipts/" + "0" * 64)
    assert nothing.json() == other.get(f"/receipts/{receipt}").json()
    states = {each["state"] for each in other.get("/programmes/nq03/tasks?period=2025-2").json()["items"]}
    assert states == {"not_reported"}
    assert other.get("/programmes/none/tasks").status_code == 404


def test_too_many_requests_wait(token, an, now, clock, monkeypatch):
    """Over the limit a token waits until the next minute; another token does not wait with it."""
    from thuocdo.api import tokens  # noqa: PLC0415  settings are ready only here

    monkeypatch.setattr(tokens, "PER_MINUTE", 3)
    machine, other = Machine(token), Machine(token_of(an, now))
    assert [machine.get("/receipts").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = machine.save()
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert other.get("/receipts").status_code == 200
    clock.at += timedelta(seconds=int(refused["Retry-After"]))
    assert machine.get("/receipts").status_code == 200


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 200_000,
        b"{" * 10,
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b'{"cells": ' + b"9" * 6000 + b"}",
        b'{"cells": {}, "version": 99999999999999999999999}',
        b'{"cells": {"situation": "a\\u0000b"}}',
        b'{"cells": {"situation": "\\ud800"}}',
        b'{"cells": {"\\ud800": "a"}}',
        b'{"cells": {"situation": 1}}',
        b'{"cells": {}, "period": "\\u0000"}',
        b'{"cells": {}, "cells2": {}}',
        json.dumps({"cells": {}, "evidence": [{}] * 51}).encode(),
    ],
)
def test_hostile_bodies_are_refused(token, raw):
    """What cannot be read or kept is a clear refusal, never a fault of ours."""
    answer = Machine(token).send("put", "/programmes/nq03/tasks/17/draft", raw=raw)
    assert answer.status_code in {400, 422}, answer.content
    assert set(answer.json()) == {"code", "message", "hint", "faults"}


def test_hostile_addresses_keys_and_sizes(token, settings):
    """A NUL, a strange key, too many tasks, a body or file too large: each is refused in its place."""
    settings.THUOCDO_MAX_FILE_MB = 1
    machine = Machine(token)
    assert machine.get("/receipts/a%00b").status_code == 404
    assert machine.get("/programmes/nq03/tasks?period=%00").status_code == 404
    assert machine.save(key="a b").status_code == 422
    assert machine.save(key="k" * 101).status_code == 422
    assert machine.hand_in(*(str(number) for number in range(501))).status_code == 422
    assert machine.hand_in("17", "17").status_code == 422
    too_much = machine.send("put", "/programmes/nq03/tasks/17/draft", raw=b"x" * (6 * 1024 * 1024))
    assert too_much.status_code == 413
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 1_100_000
    assert machine.send("post", "/files?name=a.png", raw=png, kind="image/png").status_code == 422
    bound = b'--b\r\nContent-Disposition: form-data; name="file"; filename="anh.png"\r\n\r\n'
    form = bound + png + b"\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    assert machine.send("post", "/files", raw=form, kind=kind).status_code == 422
    assert not models.Attachment.objects.exists()


def test_marks_of_secrecy_are_not_kept(token):
    """A draft with a mark of state secrecy is refused, and the words stand in no table."""
    from thuocdo.accounts.models import RequestKey  # noqa: PLC0415  tables are ready only here

    answer = Machine(token).save(cells={"situation": "working", "public_sentence": "Tài liệu TUYỆT MẬT"})
    assert answer.status_code == 422
    assert not models.Draft.objects.exists()
    assert not RequestKey.objects.exists()

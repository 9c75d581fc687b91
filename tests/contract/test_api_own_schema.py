"""What a body's machine is answered fits the description, for right requests and for whatever is sent."""

import pytest
import schemathesis
from django.core.cache import caches
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.factories import assessed
from tests.factories.api import LINE, OWN, WORKING, Machine, token_of
from tests.factories.deliveries import pushed_source

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme", "_quiet")]

EXAMPLES = 10
"""Requests that are made up for each address and method."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
DRAFT = {"cells": WORKING, "evidence": [{"text": LINE}]}
HOST = "hop.bkhcn.example.vn"
HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}), "VPTW")


@pytest.fixture
def _quiet(settings, monkeypatch, tmp_path, now):
    """Let the clocks stand, limits be far, and files go to a folder of the test."""
    from thuocdo.api import tokens  # noqa: PLC0415  settings are ready only here
    from thuocdo.config import current  # noqa: PLC0415  same

    class Clock:
        @staticmethod
        def now():
            return now

    caches["process"].clear()
    monkeypatch.setattr(tokens, "timezone", Clock)
    monkeypatch.setattr(current, "timezone", Clock)
    monkeypatch.setattr(tokens, "PER_MINUTE", 1_000_000)
    settings.THUOCDO_FILES = tmp_path / "files"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    settings.THUOCDO_WEBHOOK_HOSTS = [HOST]


@pytest.fixture
def description():
    """Return the published description."""
    return Client().get("/api/v1/openapi.json").json()


@pytest.fixture
def machine(an, now):
    """Return the system of An's ministry."""
    return Machine(token_of(an, now))


def check(description, path, method, answer):
    """Hold an answer against what the description says of its address."""
    described = description["paths"][OWN + path][method]["responses"][str(answer.status_code)]
    if answer.status_code == 204:
        assert answer.content == b""
        return
    schema = {**described["content"]["application/json"]["schema"], "components": description["components"]}
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer.json())


@pytest.fixture
def criteria_set(chi, binh):
    """Return the id of a frozen set that An's ministry answers for."""
    return assessed.frozen(chi, binh)


@pytest.fixture
def source(chi, binh, now):
    """Return the id of a source that An's ministry feeds itself."""
    return pushed_source(chi, binh, now)


def sent_month(machine, source):
    """Send a month of source data."""
    return machine.send("put", f"/sources/{source}/months/2025-01", raw=b"agency\nT01\n", kind="text/csv")


def assessments(machine, criteria_set):
    """Yield the addresses of criteria sets and assessments, used as they are meant."""
    in_period = {"set": criteria_set, "period": "2025-H1"}
    said = {"values": {"asked": "10", "done": "8"}, "evidence": {"A1": [LINE]}, "hand_up": True}
    saved = machine.send("put", "/assessments", {"items": [{**in_period, **said}]})
    office = {**in_period, "items": [{"unit": "BYT", "values": {"heard": "40"}}]}
    results = f"/assessment-results?set={criteria_set}&period=2025-H1"
    yield "/criteria-sets", "get", machine.get("/criteria-sets"), 200
    yield "/assessments", "put", saved, 200
    yield "/office-values", "put", machine.send("put", "/office-values", office), 200
    yield "/assessment-results", "get", machine.get(results), 200


def test_right_answers_fit_the_description(description, machine, criteria_set, source):
    """Each address is used as it is meant, and each answer has its described shape and status."""
    own, there = "/programmes/{slug}", "/programmes/nq03"
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
    matter = {"kind": "extension", "task": "17", "cells": {"text": "Cần thêm", "wished_on": "2026-12-31"}}
    hook = {"url": f"https://{HOST}/in", "events": ["report.sent"]}
    saved = machine.save("26")
    done = machine.hand_in(("17", DRAFT), "26")
    opened = machine.send("post", f"{there}/matters", matter)
    made = machine.send("post", "/subscriptions", hook)
    assert (opened.status_code, made.status_code) == (201, 201), opened.content + made.content
    hook_at = f"/subscriptions/{made.json()['id']}"
    machine.save("60")
    listed = machine.send("put", f"{there}/mirror", {"items": [{"id": "NV-61", "task": "61"}]})
    report = {"id": "NV-61", "version": "1", "cells": WORKING}
    mirrored = machine.send("post", f"{there}/mirror/reports", {"period": "2025-2", "items": [report]})
    used = [
        *assessments(machine, criteria_set),
        (f"{own}/mirror", "put", listed, 200),
        (f"{own}/mirror/reports", "post", mirrored, 200),
        (f"{own}/mirror", "get", machine.get(f"{there}/mirror"), 200),
        (f"{own}/tasks/{{task}}/draft", "put", saved, 200),
        (f"{own}/hand-ins", "post", done, 200),
        (f"{own}/hand-ins", "post", machine.hand_in("17", "999"), 207),
        (f"{own}/periods", "get", machine.get(f"{there}/periods"), 200),
        (f"{own}/tasks", "get", machine.get(f"{there}/tasks?limit=200"), 200),
        (f"{own}/tasks/{{task}}/draft", "get", machine.get(f"{there}/tasks/60/draft?period=2025-2"), 200),
        (f"{own}/matters", "post", opened, 201),
        ("/matters/{matter}", "get", machine.get(f"/matters/{opened.json()['item']['id']}"), 200),
        ("/receipts", "get", machine.get("/receipts"), 200),
        ("/receipts/{code}", "get", machine.get(f"/receipts/{done.json()['receipt']}"), 200),
        ("/files", "post", machine.send("post", "/files?name=a.png", raw=png, kind="image/png"), 201),
        ("/sources/{source}/months/{month}", "put", sent_month(machine, source), 200),
        ("/subscriptions", "post", made, 201),
        ("/subscriptions", "get", machine.get("/subscriptions"), 200),
        ("/subscriptions/{subscription}/secret", "post", machine.send("post", f"{hook_at}/secret"), 200),
        ("/subscriptions/{subscription}", "delete", machine.send("delete", hook_at), 204),
    ]
    for path, method, answer, status in used:
        assert answer.status_code == status, (path, answer.content)
        check(description, path, method, answer)
    paths = {path for path, *_ in used}
    assert paths == {path.removeprefix(OWN) for path in description["paths"] if path.startswith(OWN)}


def test_refusals_fit_the_description(description, machine, now):
    """No token, too few rights, nothing there, moved meanwhile, wrong: one shape for all, each described."""
    path, there = "/programmes/{slug}/tasks/{task}/draft", "/programmes/nq03/tasks/17/draft"
    machine.save()
    nobody = Machine("")
    found = {
        400: machine.send("put", there, raw="{"),
        401: nobody.send("put", there, {"cells": {}}),
        404: machine.send("put", there.replace("nq03", "none"), {"cells": {}}),
        409: machine.save(),
        413: machine.send("put", there, raw=b"x" * (6 * 1024 * 1024)),
        422: machine.save(cells={"colour": "red"}),
    }
    for status, answer in found.items():
        assert answer.status_code == status, answer.content
        check(description, path, "put", answer)
    wrong = machine.send("patch", there)
    assert (wrong.status_code, wrong["Allow"]) == (405, "GET, PUT")
    reader = Machine(token_of(HOA, now, {Permission.READ_ALL}, ""))
    refused = reader.send("put", there, {"cells": {}})
    assert refused.status_code == 403
    check(description, path, "put", refused)


@pytest.fixture
def application():
    """Return the application as WSGI; the end of a request closes no connection of the test."""
    from thuocdo.config.wsgi import application as found  # noqa: PLC0415  settings are ready only here

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
def test_whatever_is_sent_is_answered_as_described(application, machine):
    """Requests made up from the description, right and wrong ones: no fault of ours, no other shape."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    tried = 0

    def hold(operation):
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(), known=st.booleans(), task=st.sampled_from(["17", "26", "60"]))
        def one(case, known, task):
            nonlocal tried
            tried += 1
            if known and "slug" in (case.path_parameters or {}):
                case.path_parameters["slug"] = "nq03"
            if known and "task" in (case.path_parameters or {}):
                case.path_parameters["task"] = task
            headers = {"Authorization": f"Bearer {machine.token}"}
            case.call_and_validate(headers=headers, checks=CHECKS)

        one()

    for found in schema.get_all_operations():
        hold(found.ok())
    assert tried >= 25 * EXAMPLES // 2

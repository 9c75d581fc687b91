"""Each string that a machine may send is text wherever it is shown, or it is refused."""

import copy
import json
from itertools import count

import pytest
from tests.factories.api import LINE, Machine
from tests.security.everything import everything
from tests.security.filling import payload, samples, seen, stored
from tests.security.seeing import alive, computed
from tests.security.twins import log_in

from thuocdo.api import tokens
from thuocdo.api.urls import api
from thuocdo.cycles.cells import EVIDENCE_CELLS, REPORT_CELLS

pytestmark = pytest.mark.usefixtures("scene")

SERVER_FAULT, TAKEN = 500, 300
UNKNOWN = '"><svg onload=zq>'
CELLS = {"situation": "obstacle", "obstacle": "Chờ ý kiến", "obstacle_since": "2025-06-01"}
DRAFT = {"cells": CELLS, "evidence": [{"text": LINE}], "version": None}
MATTER_CELLS = ("text", "wished", "evidence", "wished_on", "asked")
PROGRAMME = "/api/v1/own/programmes/{slug}"
SET = "the frozen set"
NONE = {"not_applicable": {}, "evidence": {}, "files": {}}
BODIES = {
    f"put {PROGRAMME}/tasks/{{task}}/draft": {"period": "", **DRAFT},
    f"post {PROGRAMME}/hand-ins": {"period": "", "tasks": [{"task": "54", "draft": DRAFT}]},
    f"post {PROGRAMME}/matters": {
        "kind": "difficulty",
        "task": "36",
        "cells": {"text": "x", "asked": "VPCP"},
    },
    f"put {PROGRAMME}/mirror": {"items": [{"id": "N1", "task": "79"}]},
    f"post {PROGRAMME}/mirror/reports": {
        "period": "",
        "items": [{"id": "N1", "version": "1", "cells": CELLS, "evidence": [{"text": LINE}]}],
    },
    "post /api/v1/own/subscriptions": {"url": "https://may.example/tin", "events": ["report.verified"]},
    "put /api/v1/own/assessments": {
        "items": [
            {
                "set": SET,
                "period": "2025-H1",
                "kind": "project",
                "name": "Máy",
                "values": {"asked": "10"},
                **NONE,
            }
        ]
    },
    "put /api/v1/own/office-values": {
        "set": SET,
        "period": "2025-H1",
        "items": [{"unit": "BYT", "values": {"heard": "40"}}],
    },
}
"""A body that is taken, for each address that takes one."""

WORDS = {
    f"put {PROGRAMME}/tasks/{{task}}/draft": {"cells.obstacle", "cells.public_sentence", "evidence.0.text"},
    f"post {PROGRAMME}/hand-ins": {"tasks.0.draft.cells.public_sentence", "tasks.0.draft.cells.obstacle"},
    f"post {PROGRAMME}/matters": {"cells.text"},
    f"put {PROGRAMME}/mirror": {"items.0.id"},
    f"post {PROGRAMME}/mirror/reports": {"items.0.cells.obstacle", "items.0.cells.public_sentence"},
    "post /api/v1/own/subscriptions": set(),
    "put /api/v1/own/assessments": {"items.0.note"},
    "put /api/v1/own/office-values": set(),
}
"""Strings of which the sign has to be kept: what is free words. The others may be refused."""


def operations():
    """Yield "method path" and the schema of the body of each address that takes JSON."""
    schema = json.loads(json.dumps(api.get_openapi_schema()))
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if body:
                yield f"{method} {path}", body["schema"], schema["components"]["schemas"]


def strings(schema, known, at=()):
    """Yield path and limit of each string of a schema; a map of strings gives each name that we know."""
    schema = known[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    for each in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        yield from strings(each, known, at)
    if schema.get("type") == "string":
        yield at, schema.get("maxLength", 20_000)
    if schema.get("type") == "array":
        yield from strings(schema["items"], known, (*at, 0))
    for name, inner in schema.get("properties", {}).items():
        yield from strings(inner, known, (*at, name))
    if schema.get("additionalProperties") or schema.get("patternProperties") or "propertyNames" in schema:
        for name in dict.fromkeys((*REPORT_CELLS, *EVIDENCE_CELLS, *MATTER_CELLS, UNKNOWN)):
            yield (*at, name), 20_000


def with_string(body, at, text):
    """Return a body with one string in its place."""
    made = inner = copy.deepcopy(body)
    for step in at[:-1]:
        inner = inner[step]
    if isinstance(inner, list):
        inner[:1] = [text]
    else:
        inner[at[-1]] = text
    return made


def _of_the_set(body, there):
    """Return a body that names the set which is frozen in these workspaces."""
    return json.loads(json.dumps(body).replace(SET, there.made.ids["frozen-set"]))


def _renew(machine, sent, sign):
    """Name the versions that stand there now, so that what was kept before is in nobody's way."""
    if "tasks" in sent:
        sent["tasks"][0]["draft"]["version"] = _version(machine, "54")
    elif "cells" in sent and "period" in sent:
        sent["version"] = _version(machine, "36")
    elif "period" in sent and "set" not in sent:
        machine.send("put", "/programmes/nq03/mirror", BODIES[f"put {PROGRAMME}/mirror"])
        each = sent["items"][0]
        each["version"] = sign if each["version"] == "1" else each["version"]


def _version(machine, task):
    """Return the version of the draft of a task, None for none."""
    answer = machine.get(f"/programmes/nq03/tasks/{task}/draft?period=")
    return answer.json()["item"]["version"] if answer.status_code < TAKEN else None


def test_every_string_of_the_api_is_text_everywhere(pdf, monkeypatch):
    """A payload in each string that the description names is refused, or kept and text on every page."""
    there, numbers, signs, asked = everything(pdf), count(100), {}, 0
    monkeypatch.setattr(tokens, "PER_MINUTE", 10_000)  # the clock stands still
    machine = Machine(there.made.ids["secret"])
    for name, schema, known in operations():
        assert name in BODIES, "an address without a body that is taken"
        method, path = name.split()
        address = path.removeprefix("/api/v1/own").replace("{slug}", "nq03").replace("{task}", "36")
        for at, most in dict(strings(schema, known)).items():
            sign = f"zq{next(numbers)}qz"
            sent = with_string(_of_the_set(BODIES[name], there), at, payload(sign, most))
            _renew(machine, sent, sign)
            answer = machine.send(method, address, sent)
            asked += 1
            assert answer.status_code < SERVER_FAULT, (name, at)
            assert answer.headers["Content-Type"].startswith("application/json")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            signs[sign] = (name, ".".join(map(str, at)))
    held = stored()
    kept = {}
    for sign, (name, at) in signs.items():
        if sign in held:
            kept.setdefault(name, set()).add(at)
    lost = {name: words - kept.get(name, set()) for name, words in WORDS.items()}
    assert not any(lost.values()), lost
    assert asked > 100
    wrong = []
    for actor in there.people:
        for address, kind, body in seen(log_in(actor.id), actor, samples(there.made, there.question)):
            bad = computed(body) if kind == "csv" else alive(body.decode())
            wrong += [(actor.id, address, bad)] if bad else []
    assert wrong == []

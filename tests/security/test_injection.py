"""What people type is text: no page runs it, no table computes it, no header carries it on."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.pages import form_at
from tests.factories.panel import form_of, press
from tests.security.policy import entrance, pages, routes
from tests.security.seeing import SIGN, alive, computed
from tests.security.twins import CYCLE, NOON, log_in, person, twin

from thuocdo.accounts.actions import add_person
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import ThuocDoError
from thuocdo.cycles.attaching import attach
from thuocdo.cycles.drafting import save_draft
from thuocdo.cycles.matters.actions import open_matter
from thuocdo.cycles.matters.types import Kind

pytestmark = pytest.mark.usefixtures("scene")

PAYLOADS = (
    f"<script>{SIGN}9()</script>",
    f'"><img src=x onerror={SIGN}9()>',
    f"'><svg/onload={SIGN}9()>",
    f"</textarea><iframe src=javascript:{SIGN}9()></iframe>",
    f"{{{{7*7}}}}{{% {SIGN}9 %}}",
    f"javascript:{SIGN}9()",
    f"--><b onmouseover={SIGN}9()>",
    f"\u202e<{SIGN}9>\u2028x",
)
FORMULAS = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd",
    "@SUM(1+1)",
    "\t=1+1",
    '=HYPERLINK("https://x.example")',
)


@pytest.fixture
def owner(pdf):
    """Return a body with all things, so that every page has something to show."""
    return twin("BKHCN", tasks=("17", "14", "15", "16", "26"), pdf=pdf)


def addresses(owner):
    """Return every page of the workspace, about the owner's things where it is about one."""
    ids = {"task": "36", "about": "36", "agency": "BKHCN", "username": owner.head.id, "code": CYCLE}
    ids |= {"record": owner.ids["sent-evidence"], "file": owner.ids["file"], "matter": owner.ids["matter-0"]}
    ids |= {"key": owner.ids["receipt"]}
    for page in pages():
        names = list(routes()[("", page)].pattern.converters)
        if page != "log-out" and all(name in ids for name in names):
            yield page, "/" + str(routes()[("", page)].pattern), [ids[name] for name in names]


def shown(client, owner, actor):
    """Return every page that opens for somebody as text, by name, without files."""
    found = {}
    for page, _pattern, args in addresses(owner):
        if entrance(page, actor) != "in":
            continue
        answer = client.get(reverse(page, args=args))
        if not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
            found[page] = (answer.content.decode(), answer.headers["Content-Security-Policy"])
    return found


def everybody(owner):
    """Return clients of the body and of everybody who may read it."""
    readers = [person(role.value, role.value, "VPTW", role) for role in (Role.MONITOR, Role.ADMINISTRATOR)]
    return [(log_in(each.id), each) for each in (owner.head, owner.reporter, *readers)]


def test_no_page_runs_what_was_typed(owner, pdf):
    """A payload in each text that a person can type is shown as text, to everybody who may read it."""
    whole = " ".join(PAYLOADS)
    cells = {"situation": "obstacle", "obstacle": whole, "public_sentence": whole, "obstacle_since": whole}
    evidence = [{"text": whole, "url": whole, "number": whole, "issuer": whole}]
    given = {"slug": "nq03", "task": "36", "cycle": CYCLE, "cells": cells, "evidence": evidence}
    save_draft(**given, version=None, by=owner.head, now=NOON)
    asked = {"text": whole, "asked": "VPCP"}
    open_matter(slug="nq03", kind=Kind.DIFFICULTY, task="36", cells=asked, by=owner.head, now=NOON)
    maker = Actor("chi", "Chi", frozenset({Role.PUBLISHER}), "VPTW")
    for place, payload in enumerate(PAYLOADS):
        attach(name=f"{payload}.pdf", data=pdf + payload.encode(), by=owner.head, now=NOON)
        named = {"username": f"ten-la-{place}", "name": payload, "agency": "BKHCN", "roles": {Role.REPORTER}}
        add_person(**named, password=None, by=maker, now=NOON)
    client = log_in(owner.head.id)
    press(client, "54", "save", form_of(client, "54"), public_sentence=whole, **{"proof-0-text": whole})
    said = 0
    for reader, actor in everybody(owner):
        for page, (text, policy) in shown(reader, owner, actor).items():
            assert (page, alive(text)) == (page, [])
            assert "unsafe" not in policy
            assert policy.startswith("default-src 'none'")
            said += SIGN in text
    assert said > 3  # it was shown indeed


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_answer_runs_what_an_address_or_form_says(owner, payload):
    """A payload in each parameter and field comes back as text, or not at all."""
    client, fields = (
        log_in(owner.head.id),
        ("q", "nhom", "ky", "batch", "nhan", "co-quan", "text", "name", "next"),
    )
    sent = dict.fromkeys((*fields, "task", "reason", "token", "public_sentence", "do", "act"), payload)
    for at in (
        "/viec",
        "/viec/bang",
        "/viec/36",
        "/kien-nghi",
        "/cong-khai-thu",
        "/so-sanh",
        "/dang-nhap",
        f"/{payload}",
    ):
        for answer in (client.get(at, sent), Client().get(at, sent)):
            assert not alive(answer.content.decode())
    for at in (
        "/viec/36",
        "/viec/bang/dan",
        "/viec/bang/luu",
        "/viec/36/kho-khan",
        "/ma-may",
        "/tai-khoan/uy-quyen",
    ):
        answer = client.post(at, sent)
        assert answer.status_code < 500
        assert not alive(answer.content.decode())


def test_no_table_computes_what_was_typed(owner):
    """No cell of any table that is downloaded begins like a formula, whatever was typed."""
    for place, formula in enumerate(FORMULAS):
        cells = {"situation": "obstacle", "obstacle": formula, "public_sentence": formula}
        given = {"slug": "nq03", "task": ("36", "47", "54", "79", "132", "139")[place], "cycle": CYCLE}
        try:
            save_draft(**given, cells=cells, version=None, by=owner.head, now=NOON)
        except ThuocDoError as refused:
            assert refused.http_status == 422  # noqa: PT017  a sign that nobody may save is as good
    tables = 0
    for client, actor in everybody(owner):
        for page in pages():
            pattern = routes()[("", page)].pattern
            if not str(pattern).endswith(".csv") or entrance(page, actor) != "in":
                continue
            answer = client.get("/" + str(pattern).replace("<str:agency>", "BKHCN"))
            assert answer.status_code == 200
            tables += 1
            assert not computed(answer.content)
    assert tables > 5


def test_a_name_of_a_file_breaks_no_header(owner, pdf):
    """Line breaks, quotes and marks of direction in a file name come into no header."""
    name = 'a\r\nSet-Cookie: x=1\u202e"; filename="b.pdf'
    kept = attach(name=name, data=pdf + b"3", by=owner.head, now=NOON)
    answer = log_in(owner.head.id).get(f"/tep/{kept.public_id}")
    head = answer.headers["Content-Disposition"]
    assert head.startswith("attachment;")
    assert head.count('"') == 2
    assert not re.search(r"[\r\n\u202e]", head)
    assert "x" not in answer.cookies
    assert form_at(log_in(owner.head.id).get("/ma-may").content, "/ma-may")

"""Two bodies with the same things, each of whose texts carries the body's own mark."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.test import Client
from tests.factories.panel import form_of, press
from tests.security.assessing import assessments_of

from thuocdo.accounts.actions import add_person
from thuocdo.accounts.delegating import delegate
from thuocdo.accounts.tokens import create_token
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Fault
from thuocdo.cycles.actions import record_rows, verify_records
from thuocdo.cycles.attaching import attach
from thuocdo.cycles.drafting import hand_in, save_batch, save_draft
from thuocdo.cycles.matters.actions import open_matter
from thuocdo.cycles.matters.types import Kind
from thuocdo.cycles.models import Evidence
from thuocdo.cycles.notices import models as notices
from thuocdo.cycles.remembering import remember_columns
from thuocdo.cycles.types import Decision, RawRow
from thuocdo.reports.actions import begin_report, save_report
from thuocdo.reports.types import Heading, Layout, Own

PASSWORD = "mot-mat-khau-dai"
NOON = datetime(2025, 6, 20, 5, tzinfo=UTC)
"""Noon of 20 June 2025 in Hà Nội, in the days of grace of the first period of 2025."""

CYCLE = "2025-1"
SHARED = "108"
"""A task that both bodies lead beside others."""

VERIFIER = Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")
MAKER = Actor("chi", "Chi", frozenset({Role.PUBLISHER}), "VPTW")
LINE = "Quyết định số 90{number}/QĐ-TTg ngày 28/5/2025 của Thủ tướng Chính phủ {mark}"


@dataclass(frozen=True, slots=True)
class Twin:
    """One body: its people, its mark, and the public ids of everything it owns."""

    agency: str
    tasks: tuple[str, ...]
    head: Actor
    reporter: Actor
    mark: str
    ids: dict[str, str] = field(default_factory=dict)


def log_in(username):
    """Return a client in which somebody has logged in."""
    client = Client()
    client.post("/dang-nhap", {"username": username, "password": PASSWORD})
    return client


def person(username, name, agency, *roles):
    """Add somebody who logs in with the password of all."""
    add = {"password": PASSWORD, "by": MAKER, "now": NOON}
    return add_person(username=username, name=name, agency=agency, roles=set(roles), **add)


def twin(agency, *, tasks, pdf):
    """Fill a body with everything that a body can own; its mark stands in each text."""
    mark = f"zq{agency.lower()}qz"
    head = person(f"{mark}-head", f"Người đứng đầu {mark}", agency, Role.REPORTER, Role.HEAD)
    reporter = person(f"{mark}-officer", f"Cán bộ {mark}", agency, Role.REPORTER)
    made = Twin(agency, tasks, head, reporter, mark)
    made.ids["username"] = head.id
    _records(made, pdf)
    _drafts(made)
    _matters(made)
    _accounts(made)
    _receipt(made)
    assessments_of(made, NOON)
    _composed(made)
    return made


def _composed(made):
    """Begin the body's six-month report and write a sentence into it."""
    day = NOON.date()
    asked = {"slug": "nq03", "cycle": CYCLE, "agency": made.agency, "layout": Layout.STATE, "language": "vi"}
    begun = begin_report(**asked, as_of=day, by=made.head, now=NOON)
    own = Own({"assessment": f"Đánh giá {made.mark}"}, Heading(signer=f"Người ký {made.mark}"))
    kept = {"version": 1, "own": own, "as_of": day, "keys": ("assessment",)}
    made.ids["report"] = save_report(id=begun.id, **kept, by=made.head, now=NOON).id


def _cells(mark):
    return {
        "situation": "obstacle",
        "obstacle": f"Chờ ý kiến {mark}",
        "obstacle_since": "2025-06-01",
        "public_sentence": f"Đang soạn {mark}",
    }


def _proof(mark, number, **more):
    return {"text": LINE.format(number=number, mark=mark), "url": f"https://{mark}.example/{number}", **more}


def _save(by, task, mark, *, number, **more):
    evidence = [_proof(mark, number, **more)]
    given = {"slug": "nq03", "task": task, "cycle": CYCLE, "cells": _cells(mark), "evidence": evidence}
    save_draft(**given, version=None, by=by, now=NOON)


def _records(made, pdf):
    """Send a report with evidence and a file, submit a second, and get a third one back."""
    sent, submitted, returned = made.tasks[:3]
    marked = pdf + f"\n%{made.mark}".encode()
    kept = attach(name=f"to-trinh-{made.mark}.pdf", data=marked, by=made.head, now=NOON)
    inner = attach(name=f"du-thao-{made.mark}.pdf", data=marked + b"2", by=made.head, now=NOON)
    made.ids.update({"file": kept.public_id, "inner-file": inner.public_id})
    for place, (task, by) in enumerate(
        ((sent, made.head), (submitted, made.reporter), (returned, made.head))
    ):
        files = {"files": kept.public_id} if task == sent else {}
        _save(by, task, made.mark, number=10 + place, **files)
        done = hand_in(slug="nq03", cycle=CYCLE, tasks=[task], by=by, now=NOON)
        assert done.sent == (task,), done.faulty
        state = {sent: "sent", submitted: "submitted", returned: "returned"}[task]
        for public_id in done.ids:
            made.ids[f"{state}-{'report' if public_id.startswith('R') else 'evidence'}"] = public_id
        if task == returned:
            told = [Fault(public_id, f"chưa đúng {made.mark}", "text") for public_id in done.ids]
            decisions = [
                Decision(public_id, accept=False, faults=(each,), note=f"trả lại {made.mark}")
                for public_id, each in zip(done.ids, told, strict=True)
            ]
            verify_records(decisions=decisions, by=VERIFIER, now=NOON)
    step = RawRow(
        "form",
        {
            "kind": "milestone",
            "programme": "nq03",
            "task": sent,
            "name": f"Bước {made.mark}",
            "due_on": "2025-09-01",
        },
    )
    made.ids["milestone"] = record_rows(rows=[step], by=made.head, now=NOON).added[0]
    made.ids["sha"] = Evidence.objects.get(public_id=made.ids["sent-evidence"]).content["files"][0]


def _drafts(made):
    """Leave a draft on the task that both lead, and a batch."""
    _save(made.reporter, SHARED, made.mark, number=19)
    rows = {made.tasks[3]: {"situation": "working", "public_sentence": f"Đã họp {made.mark}"}}
    made.ids["batch"] = save_batch(slug="nq03", cycle=CYCLE, rows=rows, by=made.reporter, now=NOON)
    remember_columns(
        key=f"{made.mark}{'0' * 40}"[:40], columns=("task", "situation"), by=made.reporter, now=NOON
    )


def _matters(made):
    """Open a matter of each kind; what is asked goes to a third body."""
    text = {"text": f"Lý do {made.mark}"}
    given = (
        (Kind.DISPUTE, made.tasks[0], {**text, "wished": "done"}, made.head),
        (Kind.EXTENSION, made.tasks[0], {**text, "wished_on": "31/12/2026"}, made.reporter),
        (Kind.DIFFICULTY, SHARED, {**text, "asked": "VPCP"}, made.head),
        (Kind.DISPUTE, SHARED, {**text, "wished": "done"}, made.reporter),
    )
    for place, (kind, task, cells, by) in enumerate(given):
        made.ids[f"matter-{place}"] = open_matter(
            slug="nq03", kind=kind, task=task, cells=cells, by=by, now=NOON
        )


def _accounts(made):
    """Lend, make a token, and tell something."""
    day = date(2025, 6, 20)
    lent = delegate(
        permission=Permission.APPROVE,
        receiver=made.reporter.id,
        starts_on=day,
        ends_on=day + timedelta(days=9),
        by=made.head,
        now=NOON,
    )
    made.ids["delegation"] = lent.id
    token = create_token(
        name=f"Máy {made.mark}",
        agency=made.agency,
        scopes={Permission.REPORT},
        last_day=date(2025, 12, 31),
        by=made.head,
        now=NOON,
    )
    made.ids.update({"token": token.token.id, "secret": token.secret})
    for who in (made.head, made.reporter):
        notices.Notice.objects.create(
            key=f"{made.mark}-{who.id}",
            person=who.id,
            occasion="returned",
            params={"tasks": f"{made.tasks[2]} {made.mark}", "count": "1"},
            place="/viec",
            made_on=NOON.date(),
            made_at=NOON,
        )


def _receipt(made):
    """Send one report through the panel, as a person does, for its receipt."""
    client, task = log_in(made.head.id), made.tasks[4]
    form = form_of(client, task)
    cells = {"situation": "working", "public_sentence": f"Đang làm {made.mark}", "expected_on": "01/09/2025"}
    answer = press(client, task, "send", form, **cells)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    made.ids["receipt"] = form["key"]

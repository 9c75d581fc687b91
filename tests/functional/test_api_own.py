"""A ministry's own system reports with a token: drafts, hand-ins, files, where it stands, receipts."""

from datetime import timedelta

import pytest
from tests.factories.api import LINE, WORKING, Machine, token_of

from thuocdo.accounts.models import RequestKey
from thuocdo.accounts.requests import sweep_keys
from thuocdo.cycles import models

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("model_programme", "files_apart", "still_api_clock"),
]


@pytest.fixture
def machine(an, now):
    """Return the system of An's ministry."""
    return Machine(token_of(an, now))


@pytest.fixture
def other(giang, now):
    """Return the system of another ministry."""
    return Machine(token_of(giang, now))


def test_a_draft_is_saved_read_and_replaced(machine):
    """A draft has a version; who names the one that stands there replaces it, nobody else."""
    first = machine.save(evidence=[{"text": LINE}])
    assert first.status_code == 200, first.content
    item = first.json()["item"]
    assert machine.get("/programmes/nq03/tasks/17/draft?period=2025-2").json()["item"] == item
    assert machine.save(cells={"situation": "done"}).status_code == 409
    second = machine.save(cells={"situation": "done"}, version=item["version"])
    assert second.json()["item"]["version"] == item["version"] + 1
    assert second.json()["item"]["evidence"] == []


def test_a_faulty_draft_names_its_faults_in_both_languages(machine):
    """A cell that no report has is refused with its name, in English and Vietnamese."""
    answer = machine.save(cells={"colour": "red"})
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert fault["field"] == "colour"
    assert fault["vi"] != fault["message"]
    assert machine.save(period="2099-9").status_code == 422
    assert machine.send("put", "/programmes/nq03/tasks/17/draft", {"cell": {}}).status_code == 422
    assert machine.send("put", "/programmes/nq03/tasks/17/draft", raw="{").status_code == 400


def test_good_tasks_go_and_faulty_ones_come_back(machine):
    """One request with many tasks: each is answered for itself, and the faulty stay drafts."""
    machine.save("60")
    answer = machine.hand_in(
        ("17", {"cells": WORKING, "evidence": [{"text": LINE}]}),
        ("26", {"cells": {"situation": "obstacle", "expected_on": "mai"}}),
        ("60", {"cells": WORKING}),
        "61",
        "999",
        ("1", {"cells": {"colour": "red"}}),
    )
    assert answer.status_code == 207
    found = {each["task"]: each for each in answer.json()["results"]}
    assert {task: each["status"] for task, each in found.items()} == {
        "17": 201, "26": 422, "60": 409, "61": 422, "999": 422, "1": 422,
    }  # fmt: skip
    assert {fault["field"] for fault in found["26"]["faults"]} == {"expected_on", "obstacle"}
    assert answer.json()["state"] == "submitted"
    assert len(answer.json()["receipt"]) == 64
    assert models.Report.objects.count() == 1
    assert machine.get("/programmes/nq03/tasks/26/draft?period=2025-2").status_code == 200
    assert machine.get("/programmes/nq03/tasks/1/draft?period=2025-2").status_code == 404
    assert machine.hand_in("60").status_code == 200


def test_a_machine_is_no_head(machine, an, now):
    """What a machine hands in waits for the head, who sends it."""
    from thuocdo.cycles.actions import send_records  # noqa: PLC0415  tables are ready only here

    done = machine.hand_in(("17", {"cells": WORKING})).json()
    assert send_records(ids=done["records"], by=an, now=now) == 1


def test_a_body_sees_where_it_stands(machine):
    """Each task that the body takes part in stands once in the pages that follow each other."""
    machine.hand_in(("17", {"cells": WORKING, "evidence": [{"text": LINE}]}))
    found, cursor = [], ""
    while cursor is not None:
        more = f"&cursor={cursor}" if cursor else ""
        answer = machine.get(f"/programmes/nq03/tasks?period=2025-2&limit=20{more}").json()
        found += answer["items"]
        cursor = answer["next"]
    codes = [each["task"] for each in found]
    assert len(codes) == len(set(codes)) > 20
    mine = found[codes.index("17")]
    assert (mine["state"], mine["report"]["situation"]) == ("submitted", "working")
    assert [piece["number"] for piece in mine["evidence"]] == ["1234/QĐ-TTg"]
    periods = machine.get("/programmes/nq03/periods").json()["items"]
    assert sum(each["current"] for each in periods) == 1
    for wrong in ("cursor=nope", "period=2099-9", "limit=0", "colour=red"):
        assert machine.get(f"/programmes/nq03/tasks?{wrong}").status_code == 422


def test_receipts_can_be_listed_and_read(machine, other):
    """Receipts come newest first, page by page, and another body's do not exist."""
    for task in ("17", "26", "60"):
        machine.hand_in((task, {"cells": WORKING}))
    first = machine.get("/receipts?limit=2").json()
    rest = machine.get(f"/receipts?limit=2&cursor={first['next']}").json()
    assert [each["tasks"] for each in first["items"] + rest["items"]] == [["60"], ["26"], ["17"]]
    assert rest["next"] is None
    code = first["items"][0]["receipt"]
    assert machine.get(f"/receipts/{code}").json()["item"] == first["items"][0]
    assert other.get(f"/receipts/{code}").status_code == 404
    assert other.get("/receipts").json()["items"] == []


def test_a_file_is_taken_raw_or_in_a_form(machine):
    """The same bytes are one file, however they are sent, and a draft can name them."""
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
    raw = machine.send("post", "/files?name=anh.png", raw=png, kind="image/png")
    assert raw.status_code == 201, raw.content
    bound = b'--b\r\nContent-Disposition: form-data; name="file"; filename="anh.png"\r\n'
    form = bound + b"Content-Type: image/png\r\n\r\n" + png + b"\r\n--b--\r\n"
    again = machine.send("post", "/files", raw=form, kind="multipart/form-data; boundary=b")
    assert again.json() == raw.json()
    assert models.Attachment.objects.count() == 1
    done = machine.hand_in(
        ("17", {"cells": WORKING, "evidence": [{"text": LINE, "files": raw.json()["item"]["id"]}]})
    )
    assert done.status_code == 200, done.content


@pytest.mark.parametrize(
    ("address", "raw", "kind"),
    [
        ("/files", b"x", "application/pdf"),
        ("/files?name=a.pdf", b"MZ this is no PDF", "application/pdf"),
        ("/files?name=a.exe", b"MZ", "application/octet-stream"),
        ("/files", b"", "multipart/form-data; boundary=b"),
        ("/files", b"no form", "multipart/form-data"),
        ("/files?name=a.png&name=b.png", b"x", "image/png"),
    ],
)
def test_a_wrong_file_is_refused(machine, address, raw, kind):
    """No name, a disguise, a kind that is not taken, or a broken form: nothing is kept."""
    assert machine.send("post", address, raw=raw, kind=kind).status_code == 422
    assert not models.Attachment.objects.exists()


def test_the_same_key_is_answered_alike(machine):
    """A repeated request gets its first answer, though the world has moved on."""
    first = machine.hand_in(("17", {"cells": WORKING}), key="mine-1")
    again = machine.hand_in(("17", {"cells": WORKING}), key="mine-1")
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert models.Report.objects.count() == 1
    saved = machine.save("26", key="mine-2")
    assert machine.save("26", key="mine-2").json() == saved.json()


def test_the_same_key_with_something_else_is_refused(machine, other):
    """A key belongs to one request of one token; another token's is its own."""
    assert machine.save("17", key="mine").status_code == 200
    for answer in (machine.save("26", key="mine"), machine.save("17", {"situation": "done"}, key="mine")):
        assert answer.status_code == 422
        assert answer.json()["faults"][0]["field"] == "Idempotency-Key"
    assert other.hand_in("17", key="mine").status_code == 207
    assert RequestKey.objects.filter(key="mine").count() == 2


def test_a_key_is_needed_and_free_again_after_a_refusal(machine):
    """Nothing is written without a key; a refused request may be mended under its own."""
    assert machine.save(key="").status_code == 422
    assert not models.Draft.objects.exists()
    assert machine.save(cells={"colour": "red"}, key="again").status_code == 422
    assert machine.save(key="again").status_code == 200


def test_keys_are_forgotten_after_thirty_days(machine, now):
    """A key holds for thirty days."""
    machine.save(key="old")
    assert sweep_keys(now=now + timedelta(days=30)) == 0
    assert sweep_keys(now=now + timedelta(days=30, seconds=1)) == 1


def test_a_body_asks_about_its_task(machine, other):
    """A difficulty is opened once under its key, waits for the head, and is nobody else's to see."""
    body = {"kind": "extension", "task": "17", "cells": {"text": "Cần thêm", "wished_on": "2026-12-31"}}
    first = machine.send("post", "/programmes/nq03/matters", body, key="m")
    assert first.status_code == 201, first.content
    assert first.json()["item"]["state"] == "submitted"
    assert machine.send("post", "/programmes/nq03/matters", body, key="m").json() == first.json()
    address = f"/matters/{first.json()['item']['id']}"
    assert machine.get(address).json() == first.json()
    assert other.get(address).status_code == 404
    assert machine.send("post", "/programmes/nq03/matters", body).status_code == 409


def test_a_machine_subscribes(machine, other, settings):
    """A subscription shows its secret when made and replaced; another body cannot touch it."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hop.bkhcn.example.vn"]
    body = {"url": "https://hop.bkhcn.example.vn/in", "events": ["report.returned"]}
    made = machine.send("post", "/subscriptions", body, key="s")
    assert made.status_code == 201, made.content
    assert machine.send("post", "/subscriptions", body, key="s").json() == made.json()
    assert RequestKey.objects.get(key="s").answer == {"id": made.json()["id"], "secret_version": 1}
    (item,) = machine.get("/subscriptions").json()["items"]
    assert (item["url"], "secret" in item) == (body["url"], False)
    address = f"/subscriptions/{item['id']}"
    assert other.send("post", f"{address}/secret").status_code == 404
    assert other.send("delete", address).status_code == 404
    renewed = machine.send("post", f"{address}/secret").json()
    assert (renewed["secret_version"], renewed["secret"] != made.json()["secret"]) == (2, True)
    assert machine.send("delete", address).status_code == 204
    assert machine.send("delete", address).status_code == 404
    assert machine.send("post", "/subscriptions", {"url": "http://a", "events": ["x"]}).status_code == 422

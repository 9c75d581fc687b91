"""The API keeps its promises: its answers fit its own description, and its shapes only grow."""

import json
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

P = "/api/v1/programmes"
PROMISED = {
    "/api/v1/programmes": {"limit", "offset", "as_of"},
    "/api/v1/programmes/{slug}": {"as_of"},
    "/api/v1/programmes/{slug}/tasks": {"theme", "status", "agency", "limit", "offset", "as_of"},
    "/api/v1/programmes/{slug}/tasks/{code}": {"as_of"},
    "/api/v1/programmes/{slug}/indicators": {"status", "horizon", "agency", "limit", "offset", "as_of"},
    "/api/v1/programmes/{slug}/indicators/{key}": {"as_of"},
    "/api/v1/agencies": {"on", "kind", "limit", "offset"},
    "/api/v1/agencies/{code}": {"on"},
}
"""Addresses and parameters that others rely on; v1 may get more, never fewer."""

ASKED = (
    ("/api/v1/programmes", P),
    ("/api/v1/programmes/{slug}", f"{P}/nq03"),
    ("/api/v1/programmes/{slug}/tasks", f"{P}/nq03/tasks?limit=200"),
    ("/api/v1/programmes/{slug}/tasks", f"{P}/nq03/tasks?theme=II&status=late&as_of=2026-01-05"),
    ("/api/v1/programmes/{slug}/tasks/{code}", f"{P}/nq03/tasks/60"),
    ("/api/v1/programmes/{slug}/indicators", f"{P}/nq03/indicators?horizon=2030"),
    ("/api/v1/programmes/{slug}/indicators/{key}", f"{P}/nq03/indicators/1@2030"),
    ("/api/v1/agencies", "/api/v1/agencies?on=2025-01-01&kind=province&limit=200"),
    ("/api/v1/agencies/{code}", "/api/v1/agencies/BTTTT"),
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme", "_clock")]


@pytest.fixture
def _clock(monkeypatch):
    """Let the server's clock stand at 10 January 2026."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    class Clock:
        @staticmethod
        def now():
            return datetime(2026, 1, 10, 5, tzinfo=UTC)

    monkeypatch.setattr(current, "timezone", Clock)


@pytest.fixture
def description():
    """Return the published description."""
    return Client().get("/api/v1/openapi.json").json()


def items(address):
    """Return the rows of a list."""
    return Client().get(address).json()["items"]


def refusal(address, method="get"):
    """Return status and body of a refusal, which always has the same four fields."""
    answer = getattr(Client(raise_request_exception=False), method)(address)
    body = answer.json()
    assert set(body) == {"code", "message", "hint", "faults"}
    return answer.status_code, body


@pytest.mark.parametrize(("path", "address"), ASKED)
def test_an_answer_fits_the_description(path, address, description):
    """Each answer has the shape that is described, its day, and whether it is made up."""
    answer = Client().get(address)
    assert answer.status_code == 200, answer.content
    described = description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {**described, "components": description["components"]}
    Draft202012Validator(schema).validate(answer.json())
    assert date.fromisoformat(answer.json()["as_of"]) <= date(2026, 1, 10)
    assert answer.json()["illustrative"] is False


def test_nothing_that_was_promised_is_missing(description):
    """Addresses and parameters of version 1 are all there; without a token one can only read."""
    for path, names in PROMISED.items():
        described = description["paths"][path]
        assert set(described) == {"get"}
        found = {each["name"] for each in described["get"].get("parameters", []) if each["in"] == "query"}
        assert names <= found
    open_to_all = {path for path in description["paths"] if not path.startswith("/api/v1/own/")}
    assert open_to_all == set(PROMISED)


def test_values_are_the_rules_values():
    """A status in the API is the one that the rules give for that day, with both sentences."""
    from thuocdo.evaluation.evaluate import evaluate  # noqa: PLC0415  settings are ready only here
    from thuocdo.evaluation.queries import facts  # noqa: PLC0415  same

    verdicts = evaluate(facts("nq03", as_of=date(2025, 6, 30)))
    rows = items(f"{P}/nq03/tasks?limit=200&as_of=2025-06-30")
    assert [(row["code"], row["status"]) for row in rows] == [(v.task, v.status) for v in verdicts.tasks]
    assert all(row["reason"]["vi"] and row["reason"]["en"] for row in rows)


def test_filters_and_pages_are_parts_of_the_whole():
    """Filters keep what they name, and pages put together are the list."""
    whole = items(f"{P}/nq03/tasks?limit=200")
    by_pages = [row for at in range(0, 140, 60) for row in items(f"{P}/nq03/tasks?limit=60&offset={at}")]
    assert by_pages == whole
    assert len(whole) == 140
    late = items(f"{P}/nq03/tasks?limit=200&status=late&theme=II")
    assert late == [row for row in whole if (row["status"], row["theme"]) == ("late", "II")]
    mine = items(f"{P}/nq03/tasks?limit=200&agency=BKHCN")
    assert len(mine) < 140
    named = [row for row in whole if "BKHCN" in {*row["leads"], *row["coordinators"]}]
    assert named
    assert all(row in mine for row in named)


def test_bodies_in_time():
    """63 provinces before the merger and 34 after it, and an ended ministry names who answers for it."""
    ask = "/api/v1/agencies?kind=province&limit=200&on="
    assert [len(items(ask + day)) for day in ("2025-06-30", "2025-07-01")] == [63, 34]
    item = Client().get("/api/v1/agencies/BTTTT").json()["item"]
    assert (item["exists"], item["answers"]) == (False, "BKHCN")


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        (f"{P}/nq03/tasks?colour=red", 422, "colour"),
        (f"{P}/nq03?theme=II", 422, "theme"),
        (f"{P}/nq03/tasks?theme=I&theme=II", 422, "theme"),
        (f"{P}/nq03/tasks?limit=0", 422, "limit"),
        (f"{P}/nq03/tasks?limit=100000", 422, "limit"),
        (f"{P}/nq03/tasks?status=red", 422, "status"),
        (f"{P}/nq03/tasks?as_of=yesterday", 422, "as_of"),
        (f"{P}/nq03/tasks?as_of=2026-01-11", 422, "as_of"),
        (f"{P}/nq03/tasks?as_of=2024-12-31", 422, "as_of"),
        ("/api/v1/agencies?as_of=2025-01-01", 422, "as_of"),
        (f"{P}/none", 404, None),
        (f"{P}/nq03/tasks/999", 404, None),
        (f"{P}/nq03/indicators/999", 404, None),
        ("/api/v1/agencies/XX", 404, None),
        ("/api/v1/", 404, None),
        ("/api/v1/docs", 404, None),
    ],
)
def test_a_refusal_names_what_is_wrong(address, status, field):
    """Unknown parameters, values and addresses get one form of answer, with the field named."""
    found, body = refusal(address)
    assert found == status
    assert [fault["field"] for fault in body["faults"]] == ([field] if field else [])
    assert body["hint"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_reading(method):
    """Every other method is refused with the ones that are possible."""
    for address in (P, f"{P}/nq03/tasks", "/api/v1/openapi.json"):
        assert refusal(address, method)[0] == 405
    assert getattr(Client(), method)(P)["Allow"] == "GET, HEAD"


def test_a_reader_who_has_the_answer_gets_304():
    """The same answer keeps its ETag; HEAD tells length and ETag without a body."""
    first = Client().get(f"{P}/nq03/tasks")
    again = Client().get(f"{P}/nq03/tasks", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    other = Client().get(f"{P}/nq03/tasks?as_of=2025-06-30", headers={"if-none-match": first["ETag"]})
    assert other.status_code == 200
    head = Client().head(f"{P}/nq03/tasks")
    assert (head.content, head["ETag"]) == (b"", first["ETag"])
    assert head["Content-Length"] == str(len(first.content))


def test_a_cookie_plays_no_part():
    """The API sets no cookie, and its answer does not depend on the reader's language."""
    answer = Client().get(P, headers={"accept-language": "en"})
    assert not answer.cookies
    assert answer.content == Client().get(P, headers={"accept-language": "vi"}).content


def test_a_change_is_seen_at_once(an, now):
    """What was recorded changes the next answer and its ETag."""
    from thuocdo.cycles.actions import record_rows  # noqa: PLC0415  tables are ready only here
    from thuocdo.cycles.types import RawRow  # noqa: PLC0415  same

    address = f"{P}/nq03/tasks/44"
    before = Client().get(address)
    row = {
        "kind": "evidence",
        "programme": "nq03",
        "task": "44",
        "text": "Quyết định 9999/QĐ-TTg ngày 12/6/2025",
        "illustrative": "1",
    }
    record_rows(rows=[RawRow("row 2", row)], by=an, now=now)
    after = Client().get(address)
    assert (before.json()["item"]["evidence"], before.json()["illustrative"]) == ([], False)
    assert [piece["number"] for piece in after.json()["item"]["evidence"]] == ["9999/QĐ-TTg"]
    assert after.json()["illustrative"] is True
    assert after["ETag"] != before["ETag"]
    assert "verified_by" not in json.dumps(after.json())


def test_an_unforeseen_fault_says_nothing_of_the_inside(monkeypatch):
    """A fault of ours is answered in general words, without a traceback."""
    from thuocdo.api import evaluation  # noqa: PLC0415  settings are ready only here

    def broken(*_given):
        raise RuntimeError("/secret/path password=1")

    monkeypatch.setattr(evaluation, "known_on", broken)
    status, body = refusal(f"{P}/nq03/tasks")
    assert (status, body["code"]) == (500, "error")
    assert "secret" not in json.dumps(body)

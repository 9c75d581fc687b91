"""A ministry's own system and an office's: self-assessments, values that no unit gives, results in bulk."""

import pytest
from tests.factories.api import LINE, Machine, token_of
from tests.factories.assessed import frozen, verified

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("model_programme", "files_apart", "still_api_clock"),
]
HOA = Actor("hoa", "Hoa", frozenset({Role.ADMINISTRATOR}), "VPTW")
VALUES = {"asked": "10", "done": "8", "open": "1"}


@pytest.fixture
def version(chi, binh):
    """Return the id of a frozen set that An's ministry answers for."""
    return frozen(chi, binh)


@pytest.fixture
def machine(an, now):
    """Return the system of An's ministry."""
    return Machine(token_of(an, now))


@pytest.fixture
def other(giang, now):
    """Return the system of another ministry."""
    return Machine(token_of(giang, now))


def item(version, **more):
    """Return one self-assessment as it is sent."""
    given = {"set": version, "period": "2025-H1", "values": VALUES, "evidence": {"A1": [LINE], "A2": [LINE]}}
    return {**given, **more}


def test_many_are_saved_and_each_is_answered_for_itself(machine, version):
    """The right ones are kept and handed up, a wrong one is answered with its faults and keeps nothing."""
    sent = [
        item(version, hand_up=True),
        item(version, name="Nền tảng A", values={"asked": "mười"}),
        item(version, period="2031-H1"),
        item("B-0000000000"),
        item(version, name="Nền tảng B", number=7),
    ]
    answer = machine.send("put", "/assessments", {"items": sent})
    assert answer.status_code == 207, answer.content
    found = answer.json()["results"]
    assert [each["status"] for each in found] == [200, 422, 422, 404, 409]
    assert (found[0]["state"], found[1]["faults"][0]["field"]) == ("waiting", "v-asked")
    assert all(wrong["vi"] != wrong["message"] for each in found[1:] for wrong in each["faults"])


def test_the_same_key_is_answered_alike_and_saved_once(machine, version):
    """A request that is sent again is no second change."""
    body = {"items": [item(version)]}
    first = machine.send("put", "/assessments", body, key="mot")
    assert machine.send("put", "/assessments", body, key="mot").json() == first.json()
    changed = {"items": [item(version, note="x")]}
    assert machine.send("put", "/assessments", changed, key="mot").status_code == 422


def test_the_office_of_the_set_gives_values_and_nobody_else(machine, other, version):
    """Only the body that answers for the set hands in surveys, for others than itself."""
    rows = [{"unit": "BYT", "values": {"heard": "40", "content": "30"}}, {"unit": "BKHCN", "values": {}}]
    body = {"set": version, "period": "2025-H1", "items": rows}
    answer = machine.send("put", "/office-values", body)
    assert [each["status"] for each in answer.json()["results"]] == [200, 422]
    assert other.send("put", "/office-values", body).status_code == 403
    assert machine.send("put", "/office-values", {**body, "items": rows[:1] * 2}).status_code == 422


def test_results_come_in_bulk_and_only_what_one_may_see(machine, other, version, an, giang, binh, now):
    """A body's machine reads the own result, one that reads all reads everybody's; nobody gets a rank."""
    for head in (an, giang):
        verified(version, head, binh, now)
    at = f"/assessment-results?set={version}&period=2025-H1"
    (own,) = machine.get(at).json()["items"]
    assert (own["unit"], own["total"], own["criteria"]["A1"]) == ("BKHCN", "12.00", "8.00")
    assert [each["unit"] for each in other.get(at).json()["items"]] == ["BYT"]
    reader = Machine(token_of(HOA, now, {Permission.READ_ALL}, ""))
    first = reader.get(f"{at}&limit=1").json()
    assert ([each["unit"] for each in first["items"]], first["next"]) == (["BKHCN"], "BKHCN")
    rest = reader.get(f"{at}&limit=1&cursor={first['next']}").json()
    assert ([each["unit"] for each in rest["items"]], rest["next"]) == (["BYT"], None)
    assert reader.get(f"/assessment-results?set={version}&period=2024").status_code == 422
    assert reader.send("put", "/assessments", {"items": [item(version)]}).status_code == 403


def test_the_frozen_sets_say_who_gives_each_value(machine, version):
    """A machine learns from the list what it has to send."""
    (found,) = machine.get("/criteria-sets").json()["items"]
    assert (found["id"], found["periods"]) == (version, ["2025-H1"])
    givers = {each["name"]: each["giver"] for each in found["inputs"]}
    assert givers == {
        "done": "unit", "asked": "unit", "open": "unit", "content": "office", "heard": "office",
        "judged": "expert", "safe": "unit",
    }  # fmt: skip

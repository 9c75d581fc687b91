"""A system that keeps its own list reports under its own identifiers, each version once."""

import pytest
from tests.factories.api import LINE, WORKING, Machine, token_of

from thuocdo.cycles import models

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]
LIST = "/programmes/nq03/mirror"
DONE = {"situation": "done"}


@pytest.fixture
def machine(an, now, still_api_clock):  # noqa: ARG001  the clock stands
    """Return the system of An's ministry, with its list of three tasks."""
    found = Machine(token_of(an, now))
    assert named(found, **{"NV-17": "17", "NV-26": "26", "NV-60": "60"}).status_code == 200
    return found


def named(machine, **names):
    """Set the list."""
    items = [{"id": name, "task": task} for name, task in names.items()]
    return machine.send("put", LIST, {"items": items})


def report(machine, *items, period="2025-2"):
    """Report under the identifiers; each item is id, version and cells."""
    rows = [
        {"id": name, "version": version, "cells": cells, "evidence": [{"text": LINE}]}
        for name, version, cells in items
    ]
    return machine.send("post", f"{LIST}/reports", {"period": period, "items": rows})


def statuses(answer):
    """Return the status by identifier."""
    return {each["id"]: each["status"] for each in answer.json()["results"]}


def test_each_version_is_recorded_once(machine):
    """A version that comes again, under whatever key, makes no second report; the next one does."""
    first = report(machine, ("NV-17", "1", WORKING), ("NV-26", "1", WORKING))
    assert (first.status_code, statuses(first)) == (200, {"NV-17": 201, "NV-26": 201})
    again = report(machine, ("NV-17", "1", WORKING), ("NV-26", "2", DONE))
    assert (again.status_code, statuses(again)) == (200, {"NV-17": 200, "NV-26": 201})
    assert models.Report.objects.exclude(state="corrected").count() == 2
    assert models.Report.objects.count() == 3
    found = {each["id"]: each["version"] for each in machine.get(LIST).json()["items"]}
    assert found == {"NV-17": "1", "NV-26": "2", "NV-60": ""}


def test_what_was_sent_is_replaced_with_its_version_as_the_reason(machine, an, now):
    """After the head has sent a report, the next version takes its place and says why."""
    from thuocdo.cycles.actions import send_records  # noqa: PLC0415  tables are ready only here

    report(machine, ("NV-17", "1", WORKING))
    sent = models.Report.objects.get()
    send_records(ids=[sent.public_id], by=an, now=now)
    assert statuses(report(machine, ("NV-17", "2", DONE))) == {"NV-17": 201}
    assert models.Report.objects.get(public_id=sent.public_id).state == "corrected"


def test_faulty_and_unknown_ones_come_back_and_leave_nothing(machine):
    """A faulty report leaves no draft and no version, so the mended one goes; a draft of people stays."""
    machine.save("60")
    answer = report(
        machine, ("NV-17", "1", {"situation": "obstacle"}), ("NV-60", "1", DONE), ("NV-9", "1", DONE)
    )
    assert (answer.status_code, statuses(answer)) == (207, {"NV-17": 422, "NV-60": 409, "NV-9": 404})
    assert list(models.Draft.objects.values_list("task", flat=True)) == ["60"]
    assert statuses(report(machine, ("NV-17", "1", WORKING))) == {"NV-17": 201}
    assert report(machine, ("NV-17", "3", DONE), ("NV-17", "4", DONE)).status_code == 422


def test_a_list_is_whole_right_and_the_bodys_own(machine, giang, now):
    """PUT sets the whole list or names every fault; another body has its own."""
    report(machine, ("NV-17", "1", WORKING))
    wrong = named(machine, a="17", b="17", c="999")
    assert wrong.status_code == 422
    assert {(each["where"], each["field"]) for each in wrong.json()["faults"]} == {
        ("id a", "task"), ("id b", "task"), ("id c", "task"),
    }  # fmt: skip
    assert named(machine, **{"NV-17": "17", "X": "26"}).status_code == 200
    found = {each["id"]: each["version"] for each in machine.get(LIST).json()["items"]}
    assert found == {"NV-17": "1", "X": ""}
    other = Machine(token_of(giang, now))
    assert other.get(LIST).json()["items"] == []
    assert statuses(report(other, ("NV-17", "1", WORKING))) == {"NV-17": 404}

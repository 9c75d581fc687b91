"""The same request from many threads at once is recorded once, and everybody gets one answer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection
from tests.factories.api import LINE, WORKING, Machine, token_of
from tests.factories.emptied import empty, refuse_other_databases

from thuocdo.accounts.models import RequestKey
from thuocdo.accounts.requests import Answer, answer_once
from thuocdo.cycles import models

AT_ONCE = 10
everybody_sees = pytest.mark.usefixtures("committed", "files_apart")


@pytest.fixture
def committed(django_db_setup, django_db_blocker, binh, chi, now, still_api_clock):  # noqa: ARG001  tables first
    """Load the model programme so that every thread sees it, and empty the database afterwards."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  same
    from thuocdo.programme.registry import register  # noqa: PLC0415  same

    # pytest-django makes the tables only where some test of the run is marked with django_db.
    refuse_other_databases()
    with django_db_blocker.unblock():
        actions.load_register(register=register(), by=chi, now=now)
        actions.load_programme(programme=catalogue("nq03"), by=chi, confirmed_by=binh, now=now)
        yield
        empty()
        connection.close()


def at_once(token, send):
    """Let ten machines with one token send the same at one moment; returns their answers."""
    gate = Barrier(AT_ONCE)

    def one(_number):
        machine = Machine(token)
        gate.wait()
        try:
            return send(machine)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


@pytest.mark.django_db
def test_a_fault_of_the_work_is_not_taken_for_a_known_key(an, now):
    """When the work itself breaks a constraint, that is raised, and the key is free again."""

    def work():
        RequestKey(actor="other", key="k", request="", at=now).save()
        raise IntegrityError

    with pytest.raises(IntegrityError):
        answer_once(key="k", request="r", by=an, now=now, work=work)
    assert not RequestKey.objects.exists()
    done = answer_once(key="k", request="r", by=an, now=now, work=lambda: Answer(200, {"a": 1}))
    assert done == answer_once(key="k", request="r", by=an, now=now, work=work) == Answer(200, {"a": 1})


@everybody_sees
def test_one_hand_in_at_once_is_one_report(an, now):
    """Ten times the same hand-in under one key: one report, one receipt, ten equal answers."""
    row = ("17", {"cells": WORKING, "evidence": [{"text": LINE}]})
    answers = at_once(token_of(an, now), lambda machine: machine.hand_in(row, key="one"))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert (models.Report.objects.count(), models.Evidence.objects.count()) == (1, 1)
    assert RequestKey.objects.count() == 1


@everybody_sees
def test_one_file_at_once_is_one_file(an, now):
    """Ten times the same file under one key: one file and ten equal answers."""
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
    answers = at_once(
        token_of(an, now),
        lambda machine: machine.send("post", "/files?name=a.png", raw=png, kind="image/png", key="one"),
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert (models.Attachment.objects.count(), RequestKey.objects.count()) == (1, 1)


@everybody_sees
def test_ten_drafts_at_once_under_ten_keys(an, now):
    """Ten first versions of one draft under keys of their own: one stands, nine are told so."""
    answers = at_once(token_of(an, now), lambda machine: machine.save())
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 9
    assert (models.Draft.objects.count(), RequestKey.objects.count()) == (1, 1)

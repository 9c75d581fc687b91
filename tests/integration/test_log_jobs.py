"""The log and the database: what happened is appended once, in order, and proven with a receipt."""

import pytest
from django.db import connection
from tests.factories.cycles import LINE, reported
from tests.factories.logs import SIGNER, judged
from tests.factories.signers import Near, logged, told

from thuocdo.adapters.signer import Asked
from thuocdo.audit.models import Event
from thuocdo.core.errors import NotFound, Unavailable
from thuocdo.cycles import models
from thuocdo.cycles.actions import send_records, verify_records
from thuocdo.cycles.types import Decision
from thuocdo.jobs import log as jobs
from thuocdo.log import queries, reading, receipts
from thuocdo.log.appending import append_events, append_method, append_publication
from thuocdo.log.entries import read_entry
from thuocdo.log.errors import Unsound
from thuocdo.log.homes import Home
from thuocdo.log.models import Leaf
from thuocdo.log.queries import Standing
from thuocdo.log.types import Approval, Publication, Submission, Verification
from thuocdo.publication.method import method_in_use

pytestmark = pytest.mark.usefixtures("model_programme")


@pytest.fixture
def signer(tmp_path):
    """Make an empty log."""
    return Near(tmp_path)


def test_a_hand_in_a_verification_and_an_adoption_enter_in_order(signer, an, binh, now):
    """The log tells what happened in the order of the trail, and nothing of a person."""
    first = reported(an, now, evidence=[{"text": LINE}])
    proof = next(each for each in first.ids if each.startswith("E-"))
    verify_records(decisions=[Decision(proof, accept=True)], by=binh, now=now)
    second = reported(an, now, task="26")
    assert append_events(signer) == queries.size()
    found = told(signer)
    kinds = [type(each) for each in found]
    assert kinds == [Approval, Submission, Verification, Submission]
    handed = [each for each in found if isinstance(each, Submission)]
    assert [(each.commitment, each.revision) for each in handed] == [(first.receipt, 1), (second.receipt, 2)]
    assert {(each.agency, each.period) for each in handed} == {("BKHCN", "nq03/2025-2")}
    said = b"".join(reading.entries(reading.folder(signer.log), len(found)))
    assert not any(name in said for name in (b'"an"', b"binh", b'"17"', b"TTg"))
    assert judged(signer.log).faults == ()


def test_what_a_head_sends_of_others_is_an_approval(signer, an, em, now):
    """A reporter hands in, the head sends: two entries, one of each type."""
    done = reported(em, now)
    send_records(ids=done.ids, by=an, now=now)
    append_events(signer)
    assert [type(each) for each in told(signer)][-2:] == [Submission, Approval]


def test_nothing_is_appended_twice(signer, an, now):
    """A second round finds nothing and starts no signer."""
    reported(an, now)
    assert append_events(signer) == 2
    signer.fails = "before"
    assert append_events(signer) == 0


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_signer_that_is_killed_leaves_each_event_once(signer, an, now, when):
    """Killed before it signed or after, the next round has every event in the log once."""
    reported(an, now)
    signer.fails = when
    with pytest.raises(Unavailable):
        append_events(signer)
    assert queries.size() == 0
    signer.fails = ""
    reported(an, now, task="26")
    append_events(signer)
    right = list(Event.objects.filter(kind__in=["programme_adopted", "handed_in"]).order_by("id"))
    assert logged(signer) == [each.commitment for each in right]
    assert queries.size() == len(right)
    assert queries.waits() == 0


def test_two_jobs_that_saw_the_same_append_once(signer, an, now, monkeypatch):
    """While one looks, another appends: the first is told, looks again and appends nothing twice."""
    reported(an, now)
    real, once = signer.grow, []

    def grow_late(entries=(), *, base=None):
        if entries and not once:
            once.append(True)
            append_events(signer)  # the other job, in between
        return real(entries, base=base)

    monkeypatch.setattr(signer, "grow", grow_late)
    append_events(signer)
    assert len(logged(signer)) == len(set(logged(signer))) == queries.size() == 2


def test_the_receipt_of_a_hand_in_proves_itself(signer, an, now):
    """Pending before the log has it, then one file that holds with the log's key alone."""
    done = reported(an, now)
    assert queries.receipt(signer.log, done.receipt).standing is Standing.PENDING
    append_events(signer)
    proof = queries.receipt(signer.log, done.receipt)
    found, opened = receipts.check(proof.data, SIGNER.verifier)
    assert read_entry(found.entry).commitment == done.receipt
    assert (proof.standing, proof.number, opened.checkpoint.size) == (Standing.READY, 1, 2)
    assert queries.receipt(signer.log, done.receipt, held_from=1).standing is Standing.PENDING
    assert queries.receipt(signer.log, done.receipt, held_from=2).standing is Standing.READY
    with pytest.raises(NotFound):
        queries.receipt(signer.log, "0" * 64)


def test_the_method_is_logged_once(signer):
    """The same method keeps its entry; a publication names it and the one before."""
    method = method_in_use()
    assert (append_method(signer, method), append_method(signer, method)) == (0, 0)
    first, second = "a" * 64, "b" * 64
    numbers = [append_publication(signer, each, method=method) for each in (first, first, second)]
    assert numbers == [1, 1, 2]
    assert told(signer)[2] == Publication(second, 0, 1)


def test_the_background_work_appends(settings, tmp_path, signer, an, now):
    """A round logs the method first, then what waits; without a log it does nothing."""
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = tmp_path / "none", tmp_path / "log-signer"
    assert jobs.append_to_log() == {}
    settings.THUOCDO_LOG = signer.log
    reported(an, now)
    assert jobs.append_to_log() == {"logged": 2}
    assert [each.TYPE for each in told(signer)] == ["method", "approval", "submission"]
    assert isinstance(Asked(signer.log, signer.home.folder), Asked)
    assert jobs.audit_database() == ()


@pytest.fixture
def audited(settings, tmp_path, signer, an, now):
    """Log a hand-in; returns a function that says what the audit finds."""
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = signer.log, tmp_path / "log-signer"
    reported(an, now, evidence=[{"text": LINE}])
    jobs.append_to_log()
    assert Home(tmp_path / "log-signer").signed()[0].size == 3
    return lambda: [fault.message for fault in jobs.audit_database()]


def unguarded(statement, *values):
    """Do what only somebody with all rights over the database can."""
    if connection.vendor == "postgresql":
        table = ["ALTER TABLE audit_event {0} TRIGGER USER"]
        before, after = [each.format("DISABLE") for each in table], [each.format("ENABLE") for each in table]
    else:
        before = [f"DROP TRIGGER audit_event_no_{what}" for what in ("update", "delete")]
        after = []
    with connection.cursor() as cursor:
        for each in before:
            cursor.execute(each)
        cursor.execute(statement, values)
        for each in after:
            cursor.execute(each)


def test_a_changed_event_is_named(audited):
    """Who changes a row of the trail behind our back is found, with the entry and the row."""
    unguarded("UPDATE audit_event SET body = REPLACE(body, '2025-2', '2025-1') WHERE kind = %s", "handed_in")
    assert [each.split("; ")[1] for each in audited()] == ["that row was changed in the database."]
    assert audited()[0].startswith("Entry 2 stands for the event handed_in H-")


def test_a_dropped_event_is_named(audited):
    """A row of the trail that went is missed."""
    unguarded("DELETE FROM audit_event WHERE kind = %s", "handed_in")
    assert [each.split(" (")[0] for each in audited()] == [
        "Entry 2 stands for an event that the database no longer has"
    ]


def test_a_moved_moment_is_named(audited):
    """Back-dating a row shows, for the log has the moment."""
    unguarded("UPDATE audit_event SET at = '2024-01-01 00:00:00+00:00' WHERE kind = %s", "handed_in")
    assert "that row was changed" in audited()[0]


def test_a_record_with_other_content_is_named(audited):
    """A report that says something else than what was handed in does not go with its own name."""
    row = models.Report.objects.get()
    models.Report.objects.update(content=row.content | {"public_sentence": "Đã xong"})
    assert audited() == [
        f"Record {row.public_id} was changed in the database: its content is not what was handed in."
    ]


def test_an_index_that_points_elsewhere_is_named(audited, signer):
    """The table of entries is only a help: where it lies, the log says so, and a shorter log is refused."""
    Leaf.objects.filter(type="submission").update(number=77)
    assert "the database says entry 77" in audited()[0]
    with pytest.raises(Unsound, match="rewound"):
        append_events(signer)

"""Recording a file: all of it or nothing, once, by the right body."""

import pytest
from django.db import DatabaseError, transaction
from tests.factories.rows import evidence, observation, row

from thuocdo.audit.models import Event
from thuocdo.core.errors import Conflict, Invalid, NotAllowed
from thuocdo.cycles import models, queries
from thuocdo.cycles.actions import record_rows, send_records
from thuocdo.cycles.types import EvidenceKind, State
from thuocdo.measurement.models import Observation

pytestmark = pytest.mark.usefixtures("model_programme")


def counts():
    """Return how many records of each kind are stored."""
    tables = (models.Evidence, models.Report, models.Milestone, Observation)
    return tuple(table.objects.count() for table in tables)


def test_a_pasted_line_is_read(model_programme, an, now):
    """Number, day and issuer of a pasted citation are read when their columns are empty."""
    record_rows(rows=[evidence()], by=an, now=now)
    found = queries.evidence(model_programme, as_of=now.date())[0]
    assert (found.number, found.issued_on.isoformat(), found.issuer) == (
        "9017/QĐ-TTg",
        "2025-05-28",
        "Thủ tướng Chính phủ",
    )
    assert (found.kind, found.state, found.agency) == (EvidenceKind.DOCUMENT, State.SENT, "BKHCN")


def test_typed_columns_win_over_the_line(model_programme, an, now):
    """What the reporter typed is never overwritten by what the line says."""
    record_rows(rows=[evidence(number=2, issued_on="01/06/2025")], by=an, now=now)
    assert queries.evidence(model_programme, as_of=now.date())[0].issued_on.isoformat() == "2025-06-01"


def test_four_kinds_in_one_file(an, now):
    """One file carries evidence, a report and a milestone; each becomes one record with one event."""
    before = Event.objects.count()
    rows = [
        evidence(2),
        row("report", 3, task="17", situation="working", expected_on="30/6/2025", cycle="2025-2"),
        row("milestone", 4, task="17", name="Dự thảo", due_on="2025-06-25"),
    ]
    done = record_rows(rows=rows, by=an, now=now)
    assert counts() == (1, 1, 1, 0)
    assert len(done.added) == 3
    assert Event.objects.count() - before == 3


def test_same_file_twice_adds_nothing(an, now):
    """A row that is recorded already is known, also when it stands twice in one file."""
    rows = [evidence(2), evidence(3), row("report", 4, task="17", situation="done")]
    first = record_rows(rows=rows, by=an, now=now)
    events = Event.objects.count()
    second = record_rows(rows=rows, by=an, now=now)
    assert (len(first.added), len(second.added)) == (2, 0)
    assert set(second.known) == set(first.added)
    assert Event.objects.count() == events


def test_all_faults_at_once_and_nothing_written(an, now):
    """Every fault of every row is named with its row and column, and not one row is stored."""
    events = Event.objects.count()
    rows = [
        evidence(2),
        evidence(3, task="999"),
        evidence(4, issued_on="31/02/2025", illustrative="maybe"),
        row("report", 5, task="17", situation="obstacle"),
        row("report", 6, task="17", situation="fine", value="3"),
        evidence(7, issued_on="2026-01-01"),
        observation(8, indicator="999", value="1.234"),
    ]
    with pytest.raises(Invalid) as refused:
        record_rows(rows=rows, by=an, now=now)
    assert {(fault.where, fault.field) for fault in refused.value.faults} == {
        ("row 3", "task"),
        ("row 4", "issued_on"),
        ("row 4", "illustrative"),
        ("row 5", "obstacle"),
        ("row 6", "situation"),
        ("row 6", "value"),
        ("row 7", "issued_on"),
        ("row 8", "value"),
    }
    assert counts() == (0, 0, 0, 0)
    assert Event.objects.count() == events


def test_half_a_file_is_never_written(an, now):
    """A refusal that comes late, after the first tables were filled, takes everything back."""
    with pytest.raises(NotAllowed), transaction.atomic():
        record_rows(rows=[evidence(2), observation(3)], by=an, now=now)
    assert counts() == (0, 0, 0, 0)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "Tuyệt mật", "Độ mật: A", "MA\u0323\u0302T"])
def test_secret_mark_is_refused_and_not_repeated(an, now, mark):
    """A row that carries a mark of secrecy is neither stored nor quoted, in any spelling."""
    with pytest.raises(Invalid) as refused:
        record_rows(rows=[evidence(2, text=f"Báo cáo {mark} số 9001")], by=an, now=now)
    assert [fault.field for fault in refused.value.faults] == ["text"]
    assert "9001" not in " ".join(str(fault) for fault in refused.value.faults)
    assert counts() == (0, 0, 0, 0)


@pytest.mark.parametrize("words", ["Kế hoạch bảo mật", "QUY CHẾ BẢO MẬT", "Luật mật mã", "MẬT ĐỘ trạm"])
def test_words_that_are_no_mark_pass(an, now, words):
    """Security, cryptography and density are words, not marks of secrecy."""
    record_rows(rows=[evidence(2, text=words)], by=an, now=now)
    assert counts() == (1, 0, 0, 0)


def test_another_body_may_not_report(giang, an, now):
    """Nobody reports for another body, and nobody for a task in which the body has no part."""
    with pytest.raises(NotAllowed, match="may not report for BKHCN"):
        record_rows(rows=[evidence(2, agency="BKHCN")], by=giang, now=now)
    with pytest.raises(Invalid, match="Nothing was recorded"):
        record_rows(rows=[evidence(2, task="41")], by=an, now=now)


def test_a_citizen_may_not_record(dung, now):
    """Without a role nothing is recorded."""
    with pytest.raises((NotAllowed, Invalid)):
        record_rows(rows=[evidence(2)], by=dung, now=now)


def test_successor_speaks_for_its_predecessor(model_programme, an, now):
    """The ministry that took over may report under the code of the one that was merged."""
    record_rows(rows=[evidence(2, task="60", agency="BTTTT")], by=an, now=now)
    assert queries.evidence(model_programme, as_of=now.date())[0].agency == "BTTTT"


def test_reporter_waits_for_the_head(model_programme, em, an, now):
    """What a reporter records stays inside the body until its head sends it."""
    done = record_rows(rows=[evidence()], by=em, now=now)
    assert done.state is State.SUBMITTED
    assert queries.evidence(model_programme, as_of=now.date()) == ()
    assert [item.id for item in queries.waiting(State.SUBMITTED)] == list(done.added)
    assert send_records(ids=done.added, by=an, now=now) == 1
    assert queries.evidence(model_programme, as_of=now.date())[0].state is State.SENT


def test_correction_replaces_with_a_reason(model_programme, an, now):
    """A newer record takes the place of the old one, which stays stored and leaves the facts."""
    old = record_rows(rows=[evidence(text="Quyết định 9001/QĐ-TTg")], by=an, now=now).added[0]
    corrected = evidence(text="Quyết định 9002/QĐ-TTg", corrects=old, reason="sai số")
    record_rows(rows=[corrected], by=an, now=now)
    assert [item.number for item in queries.evidence(model_programme, as_of=now.date())] == ["9002/QĐ-TTg"]
    assert models.Evidence.objects.get(public_id=old).state == State.CORRECTED.value
    assert Event.objects.filter(on=old, kind="evidence_corrected").count() == 1


def test_closed_cycle_needs_a_reason(an, now):
    """After the cycle closed a second report is refused unless it corrects the first."""
    early = now.replace(month=6, day=10)
    first = row("report", 2, task="17", situation="working", cycle="2025-1")
    old = record_rows(rows=[first], by=an, now=early).added[0]
    late = row("report", 2, task="17", situation="done", cycle="2025-1")
    with pytest.raises(Invalid) as refused:
        record_rows(rows=[late], by=an, now=now)
    assert refused.value.faults[0].field == "corrects"
    good = row("report", 2, task="17", situation="done", cycle="2025-1", corrects=old, reason="đã xong")
    assert len(record_rows(rows=[good], by=an, now=now).added) == 1


def test_a_vintage_has_one_value(binh, now):
    """Another value needs its own day of publication; the older vintage stays."""
    record_rows(rows=[observation()], by=binh, now=now)
    with pytest.raises(Invalid) as refused:
        record_rows(rows=[observation(value="42")], by=binh, now=now)
    assert refused.value.faults[0].field == "value"
    record_rows(rows=[observation(value="42", published_on="1/6/2025")], by=binh, now=now)
    assert Observation.objects.count() == 2


def test_illustrative_and_real_values_never_share_a_series(binh, now):
    """An invented value is refused where a real one stands, and the other way round."""
    record_rows(rows=[observation()], by=binh, now=now)
    with pytest.raises(Invalid, match="contradict"):
        record_rows(rows=[observation(illustrative="1", period_end="30/4/2025")], by=binh, now=now)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_audit_events_cannot_change(change):
    """The database itself refuses to change or delete an event."""
    attempt = {"update": lambda: Event.objects.update(by="nobody"), "delete": Event.objects.all().delete}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        attempt[change]()
    assert Event.objects.exists()


def test_a_row_recorded_meanwhile_is_a_conflict(an, binh, now, monkeypatch):
    """When two people give the same file at once, the second is told to give it again."""
    record_rows(rows=[evidence()], by=an, now=now)
    record_rows(rows=[observation()], by=binh, now=now)
    events = Event.objects.count()
    monkeypatch.setattr("thuocdo.cycles.actions.queries.known", lambda *_: {})
    monkeypatch.setattr("thuocdo.measurement.actions.queries.known", lambda *_: {})
    monkeypatch.setattr("thuocdo.measurement.actions.queries.taken", lambda *_: {})
    with pytest.raises(Conflict, match="meanwhile"):
        record_rows(rows=[evidence()], by=an, now=now)
    with pytest.raises(Conflict, match="meanwhile"):
        record_rows(rows=[observation()], by=binh, now=now)
    assert (counts(), Event.objects.count()) == ((1, 0, 0, 1), events)

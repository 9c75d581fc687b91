"""What the pages and the API know is computed once for each change and each day."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import transaction
from tests.factories.rows import evidence

from thuocdo.audit import actions as audit
from thuocdo.config import current
from thuocdo.cycles.actions import record_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day")]


@pytest.fixture
def computed(monkeypatch):
    """Return the list of days for which the rules were asked."""
    days = []
    real = current.evaluate
    monkeypatch.setattr(current, "evaluate", lambda facts: days.append(facts.as_of) or real(facts))
    return days


def test_the_same_question_is_computed_once(model_programme, computed):
    """As long as nothing was recorded the same objects come back."""
    day = current.today()
    first = current.known(model_programme, as_of=day)
    assert current.known(model_programme, as_of=day) is first
    assert computed == [day]


def test_whatever_is_recorded_is_seen_at_once(model_programme, computed, an, now):
    """One new record makes the next answer a new one that holds it."""
    day = current.today()
    before = current.known(model_programme, as_of=day)
    record_rows(rows=[evidence()], by=an, now=now)
    after = current.known(model_programme, as_of=day)
    assert (len(before.facts.evidence), len(after.facts.evidence)) == (0, 1)
    assert computed == [day, day]


def test_old_events_are_not_counted_again(model_programme, computed, an, now, monkeypatch):
    """When the trail has grown long nothing is lost: what is recorded late is still seen at once."""
    monkeypatch.setattr(current, "_RECENT", 2)
    day = current.today()
    for number in range(5):
        record_rows(rows=[evidence(text=f"Quyết định số {number + 1}/QĐ-TTg ngày 2/6/2025")], by=an, now=now)
        assert len(current.known(model_programme, as_of=day).facts.evidence) == number + 1
        with transaction.atomic():
            audit.record(kind="logged_in", on="an", by=an, at=now, body={})
        assert len(current.known(model_programme, as_of=day).facts.evidence) == number + 1
    assert len(computed) >= 5


def test_asking_for_many_days_never_pushes_out_today(model_programme, computed, monkeypatch):
    """However many days are asked for, few are kept and today stays ready."""
    monkeypatch.setattr(current, "_KEPT", 2)
    day = current.today()
    first = current.known(model_programme, as_of=day)
    for back in range(1, 6):
        current.known(model_programme, as_of=day - timedelta(days=back))
    assert current.known(model_programme, as_of=day) is first
    assert len(computed) == 6
    assert len(current._cache) <= 3


def test_many_readers_wait_for_one_computation(model_programme, computed, monkeypatch):
    """Readers who ask at the same moment get the one answer that the first of them computes."""
    day = current.today()
    real_facts, trail = current.facts, current._trail()
    read = real_facts(model_programme, as_of=day)
    monkeypatch.setattr(current, "facts", lambda _slug, *, as_of: read)  # noqa: ARG005  as in the real one
    monkeypatch.setattr(current, "_trail", lambda: trail)  # the test's transaction belongs to its own thread
    found = []
    readers = [
        Thread(target=lambda: found.append(current.known(model_programme, as_of=day))) for _number in range(4)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 4
    assert all(each is found[0] for each in found)
    assert computed == [day]


def test_what_changes_no_fact_keeps_the_answer(an, now):
    """A log-in or a saved draft does not throw away what was computed; a record does."""
    before = current._trail()
    with transaction.atomic():
        for kind in ("logged_in", "draft_saved"):
            audit.record(kind=kind, on="an", by=an, at=now, body={})
    assert current._trail() == before
    with transaction.atomic():
        audit.record(kind="report_sent", on="R-1", by=an, at=now, body={})
    assert current._trail() != before

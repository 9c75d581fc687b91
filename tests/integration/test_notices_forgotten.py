"""What was told long ago goes, nothing unsent goes, and nothing is told a second time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.desks import report, submitted
from tests.integration.test_notices_outbox import Post, moment, nothing_stays, run, send

from thuocdo.cycles.models import Report
from thuocdo.cycles.notices import models
from thuocdo.cycles.notices.forgetting import Forgotten, forget
from thuocdo.cycles.notices.ports import Channels
from thuocdo.jobs import runner

pytestmark = pytest.mark.django_db
DAYS = 90
LATER = timedelta(days=DAYS + 1)
OLD = datetime(2025, 1, 10, 3, tzinfo=UTC)


def told(key, occasion="returned", *, at=OLD, message=""):
    """Put a notice into a list."""
    values = {"person": "em", "occasion": occasion, "params": {}, "place": "work", "message": message}
    return models.Notice.objects.create(key=key, made_on=at.date(), made_at=at, **values)


def message(key, state="sent", *, at=OLD):
    """Put a message into the outbox."""
    values = {"channel": "mail", "receiver": "em", "state": state, "made_at": at, "next_at": at}
    return models.Outbox.objects.create(key=key, sent_at=at if state == "sent" else None, **values)


def left():
    """Return the keys of everything that is still there."""
    return sorted([*models.Notice.objects.values_list("key", flat=True), *_messages()])


def _messages():
    return models.Outbox.objects.values_list("key", flat=True)


def test_only_what_is_old_and_sent_goes():
    """A message that waits or failed for good stays, with the notices it carries; what is young too."""
    for state in ("sent", "waiting", "dead"):
        told(f"n-{state}", message=f"m-{state}")
        message(f"m-{state}", state)
    told("plain")
    young = OLD + timedelta(days=1)
    told("young", at=young)
    message("late", at=young)
    assert forget(days=DAYS, now=OLD + timedelta(days=DAYS)) == Forgotten()
    assert forget(days=DAYS, now=OLD + timedelta(days=DAYS, hours=1)) == Forgotten(notices=2, messages=1)
    assert left() == ["late", "m-dead", "m-waiting", "n-dead", "n-waiting", "young"]
    assert forget(days=DAYS, now=OLD + timedelta(days=DAYS, hours=1)) == Forgotten()


@pytest.mark.usefixtures("model_programme")
@pytest.mark.parametrize("occasion", ["approval", "verification"])
def test_a_queue_that_still_waits_keeps_its_notices(occasion, em):
    """While something older waits the key can be made again, so its notice stays; then it goes."""
    submitted(report(), by=em)
    Report.objects.update(received_at=OLD)
    told(f"{occasion}:nq03:2025-01-10:em", occasion)
    assert forget(days=DAYS, now=OLD + LATER) == Forgotten()
    Report.objects.update(received_at=OLD + LATER)
    assert forget(days=DAYS, now=OLD + LATER) == Forgotten(notices=1)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(-40, 40), min_size=1, max_size=8).map(sorted))
def test_nothing_is_told_twice_after_it_was_forgotten(days):
    """Whatever the days of the runs: when all was forgotten, later runs tell and send nothing again."""
    with nothing_stays():
        post, keys = Post(), []
        for distance in days:
            run(distance)
            send(post, moment(distance))
            keys += models.Notice.objects.exclude(key__in=keys).values_list("key", flat=True)
        forget(days=DAYS, now=moment(days[-1]) + LATER)
        assert not models.Notice.objects.exists()
        for distance in (days[-1] + DAYS + 1, days[-1] + DAYS + 2):
            run(distance)
            send(post, moment(distance))
        assert not models.Notice.objects.filter(key__in=keys).exists()
        assert len(post.ids) == len(set(post.ids))


@pytest.mark.usefixtures("model_programme")
def test_the_background_work_forgets(settings, tmp_path):
    """The runner forgets by the setting, once an hour, and says how much."""
    settings.THUOCDO_FILES, settings.THUOCDO_NOTICE_DAYS = tmp_path, 100
    told("old")
    told("young", at=OLD + timedelta(days=10))
    now = OLD + timedelta(days=101)
    assert runner.run_once("nq03", Channels(), clock=lambda: now).counts["forgotten"] == 1
    assert "old" not in left()
    assert "young" in left()
    assert "forgotten" not in runner.run_once("nq03", Channels(), clock=lambda: now).counts

"""Administering reporting periods: the calendar, a preview that writes nothing, opening, changing days."""

import pytest
from tests.security.twins import NOON

from thuocdo.audit.models import Event
from thuocdo.cycles.opening import cycles_of, open_cycle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE = "/ky-bao-cao/2025-1"


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 June 2025."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


@pytest.fixture
def opened(binh):
    """Open the first period of 2025."""
    return open_cycle(slug="nq03", code="2025-1", by=binh, now=NOON)


def test_the_calendar_is_shown_before_anything_is_opened(browser_of):
    """All periods that have begun stand there with the days that the calendar gives, and the next."""
    page = browser_of("binh").get("/ky-bao-cao").content.decode()
    assert 'href="/ky-bao-cao/2025-1"' in page
    assert "theo lịch" in page
    assert "14/06/2025" in page


def test_what_opening_means_is_shown_and_nothing_is_written(browser_of):
    """The preview counts the working days and leaves table and trail as they were."""
    client = browser_of("binh")
    before = Event.objects.count()
    page = client.post(PAGE, {"do": "look", "closes_on": "2025-07-04"}).content.decode()
    assert "04/07/2025" in page
    assert "ngày làm việc" in page
    assert 'value="save"' in page
    assert cycles_of("nq03") == ()
    assert Event.objects.count() == before


def test_a_period_is_opened(browser_of):
    """Pressed once more the period is opened with these days, by this person."""
    client = browser_of("binh")
    answer = client.post(PAGE, {"do": "save", "closes_on": "2025-07-04"})
    assert answer["Location"] == "/ky-bao-cao?xong=2025-1"
    assert [cycle.closes_on.isoformat() for cycle in cycles_of("nq03")] == ["2025-07-04"]
    assert Event.objects.order_by("-id")[0].kind == "cycle_opened"
    assert "2025-1" in client.get(answer["Location"]).content.decode()


def test_days_out_of_order_are_said_by_their_names(browser_of):
    """The refusal names the fields as the page does and writes the day as people write it."""
    answer = browser_of("binh").post(PAGE, {"do": "look", "closes_on": "2025-06-01"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ngày đóng: sớm hơn Hạn (14/06/2025)" in page
    assert "due_on (" not in page


def test_a_change_needs_a_reason(browser_of, opened):
    """Days of an open period change with a reason only; with one they do, and the trail keeps both."""
    client = browser_of("binh")
    refused = client.post(PAGE, {"do": "save", "closes_on": "2025-07-10"})
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in refused.content.decode()
    assert cycles_of("nq03") == (opened,)
    sent = {"do": "save", "closes_on": "2025-07-10", "publish_on": "2025-07-31", "reason": "Bão số 3"}
    assert client.post(PAGE, {**sent, "preview_on": "2025-07-23"}).status_code == 302
    assert cycles_of("nq03")[0].closes_on.isoformat() == "2025-07-10"
    assert "Bão số 3" in Event.objects.order_by("-id")[0].body


def test_closing_at_once_is_said_before(browser_of, opened):
    """A closing day that has passed is shown as what it does to new reports."""
    assert opened.closes_on > NOON.date()
    sent = {"do": "look", "closes_on": "2025-06-17", "reason": "Đủ báo cáo"}
    assert "từ nay không nhận báo cáo mới" in browser_of("binh").post(PAGE, sent).content.decode()


@pytest.mark.parametrize(
    "days", [{"closes_on": "31/02/2025"}, {"closes_on": "2025-01-01"}, {"publish_on": "9999-12-31x"}]
)
def test_days_that_cannot_be_are_refused(browser_of, days):
    """A day that is none, or that comes before the one it follows, is named and nothing is opened."""
    answer = browser_of("binh").post(PAGE, {"do": "save", **days})
    assert answer.status_code == 422
    assert cycles_of("nq03") == ()


def test_a_period_that_no_calendar_has_is_not_there(browser_of):
    """A code that the calendar does not know leads nowhere."""
    assert browser_of("binh").get("/ky-bao-cao/1999-1").status_code == 404


def test_who_was_away_too_long_is_asked_again(browser_of, monkeypatch):
    """The form is taken only within a quarter of an hour of a password or code."""
    from datetime import timedelta  # noqa: PLC0415  only here

    client = browser_of("binh")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + timedelta(minutes=16))
    assert client.post(PAGE, {"do": "save"}).status_code == 403
    assert cycles_of("nq03") == ()

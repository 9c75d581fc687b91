"""The page of thresholds: looking writes nothing, one person proposes, a second one decides."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from thuocdo.audit.models import Event
from thuocdo.config.current import known
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.measurement.thresholds.queries import history, in_force_on
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE = "/nguong"
JULY = date(2025, 7, 1)
MAY = datetime(2025, 5, 20, 5, tzinfo=UTC)
CELLS = {
    "on_track_from": "90",
    "at_risk_from": "50",
    "draft_share": "10",
    "obstacle_days": "45",
    "plan_months": "6",
    "applies_from": "2025-07-01",
}
CHOSEN = Thresholds(Decimal("0.90"), Decimal("0.50"), Decimal("0.10"), 45, 6)
WORD = "nguong-2025-07-01"


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 May 2025, before the first period closes."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: MAY)


def seen(page):
    """Return how many statuses the page says would change."""
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def propose(client, **changes):
    """Look, then propose what was looked at."""
    count = seen(client.get(PAGE, CELLS).content.decode())
    form = {**CELLS, "seen": count, "reason": "Hội đồng họp", "typed": WORD, "act": "propose"}
    return client.post(PAGE, form | changes)


def test_what_is_in_force_is_shown(browser_of):
    """Before any set the standard ones stand there, in both languages, with the form."""
    client = browser_of("chi")
    page = client.get(PAGE).content.decode()
    assert "95 % quãng đường phải đi" in page
    assert "chưa ai thay đổi" in page
    assert 'value="60"' in page
    assert "95 % of the way due" in client.get(PAGE, {"lang": "en"}).content.decode()


def test_looking_names_what_would_change_and_writes_nothing(browser_of, model_programme):
    """The counts are those of the rules, each change with its task, and nothing is written."""
    client = browser_of("chi")
    before = Event.objects.count()
    page = client.get(PAGE, CELLS).content.decode()
    facts = known(model_programme, as_of=MAY.date()).facts
    given = [evaluate(replace(facts, thresholds=each)).tasks for each in (STANDARD, CHOSEN)]
    moved = [old.task for old, new in zip(*given, strict=True) if old.status is not new.status]
    assert f"<b>{len(moved)}</b>" in page
    assert int(seen(page)) >= len(moved) > 0
    assert "Còn trong hạn" in page
    assert "Có nguy cơ" in page
    assert WORD in page
    assert (Event.objects.count(), history()) == (before, ())


def test_cells_that_are_none_are_named_at_once(browser_of):
    """Every faulty cell says what is wrong with it; no proposal can be made of them."""
    cells = {**CELLS, "on_track_from": "<b>x", "draft_share": "5", "applies_from": "20/05/2025"}
    answer = browser_of("chi").get(PAGE, cells)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('role="alert"') == 3
    assert "&lt;b&gt;x" in page
    assert "<b>x" not in page
    assert 'name="seen"' not in page


def test_two_people_change_the_thresholds(browser_of, hoa):
    """One proposes, the other sees the same counts and approves; the day comes by itself."""
    chi = browser_of("chi")
    assert propose(chi)["Location"] == "/nguong?xong=propose"
    own = chi.get(PAGE).content.decode()
    assert "phải có người khác phê duyệt" in own
    assert 'value="approve"' not in own
    second = browser_of(hoa.id)
    page = second.get(PAGE).content.decode()
    assert "Hội đồng họp" in page
    found = history()[0]
    form = {"set": found.id, "seen": seen(page), "typed": WORD, "act": "approve"}
    assert second.post(PAGE, form)["Location"] == "/nguong?xong=approve"
    assert (in_force_on(date(2025, 6, 30)), in_force_on(JULY)) == (STANDARD, found.thresholds)
    done = second.get(PAGE).content.decode()
    assert "đã phê duyệt, chưa đến ngày áp dụng" in done
    assert second.post(PAGE, form).status_code == 409


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"typed": "nguong"}, f"hãy gõ {WORD}"),
        ({"reason": ""}, "hãy nêu lý do"),
        ({"seen": "0"}, "hãy xem lại rồi quyết định"),
        ({"act": ""}, "Hãy cho biết bạn quyết định thế nào"),
        ({"applies_from": "2025-05-20"}, "phải sau hôm nay, 20/05/2025"),
    ],
)
def test_a_proposal_that_lacks_something_is_refused(browser_of, changes, said):
    """The word, a reason, the count that was shown, and a day to come; what was typed stays there."""
    answer = propose(browser_of("chi"), **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert history() == ()


def test_a_refusal_says_why(browser_of, hoa):
    """A proposal is refused with a sentence, which the history keeps, and the next can be made."""
    propose(browser_of("chi"))
    second = browser_of(hoa.id)
    found = history()[0].id
    empty = second.post(PAGE, {"set": found, "note": " ", "act": "refuse"})
    assert empty.status_code == 422
    assert "hãy nêu lý do từ chối" in empty.content.decode()
    second.post(PAGE, {"set": found, "note": "Chưa đủ căn cứ", "act": "refuse"})
    assert "Chưa đủ căn cứ" in second.get(PAGE).content.decode()
    assert propose(second).status_code == 302


def test_a_set_that_is_none_is_not_found(browser_of):
    """A foreign id is answered as if there were nothing."""
    client = browser_of("chi")
    assert client.post(PAGE, {"set": "N-0", "act": "approve"}).status_code == 404
    assert client.post(PAGE, {"set": "N-0", "act": "refuse", "note": "x"}).status_code == 404


@pytest.mark.parametrize("who", ["an", "binh", "giang", "dung"])
def test_others_find_the_page_closed(browser_of, who):
    """Reporters, heads, monitors and citizens see neither page nor menu line."""
    client = browser_of(who)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"act": "propose"}).status_code == 403
    assert f'href="{PAGE}"' not in client.get("/tai-khoan").content.decode()


def test_the_trail_tells_it_in_words(browser_of, hoa):
    """The auditor's page names the act, the numbers before and after, and the day."""
    propose(browser_of("chi"))
    page = browser_of(hoa.id).get("/nhat-ky").content.decode()
    assert "Đề xuất ngưỡng cảnh báo" in page
    assert "đúng tiến độ từ 0.90" in page

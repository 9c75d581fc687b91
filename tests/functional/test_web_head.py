"""What the head of a body finds and decides on their page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.desks import NOON, Clock, decree, report, submitted
from tests.factories.rows import evidence

from thuocdo.cycles import models, queries
from thuocdo.cycles.actions import send_records, verify_records
from thuocdo.cycles.types import Decision, State
from thuocdo.programme.catalogue import catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]
PAGE = "/lanh-dao"
CONFLICT = "Đã có người khác làm trước"


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the pages look at noon of 20 June 2025."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here
    from thuocdo.web import head  # noqa: PLC0415  same

    monkeypatch.setattr(current, "timezone", Clock)
    monkeypatch.setattr(head, "timezone", Clock)


def text(client, address=PAGE):
    """Return a page's text, which has to be there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def state(public_id):
    """Return where a record stands."""
    return queries.rows([public_id])[public_id].state


def items(page):
    """Return the pieces of the page that stand for waiting items."""
    return page.split("data-item")[1:]


def test_nothing_waits(browser_of):
    """An empty page says so, with the period that takes reports and the next task that falls due."""
    page = text(browser_of("an"))
    assert "Không còn gì chờ." in page
    assert "Kỳ 2025-1 đến hạn ngày 14/06/2025; báo cáo muộn được nhận đến hết ngày " in page
    assert re.search(r"Nhiệm vụ đến hạn tiếp theo: \d+\. .*, ngày \d\d/\d\d/2025\.", page)
    assert "<script" not in page


def test_an_item_says_what_changed_and_what_the_public_will_read(browser_of, em, an):
    """Last period stands beside this one, with the sentence and the status that sending would bring."""
    submitted(
        report(cycle="2025-1", situation="working", has_plan="1", public_sentence="Đang khảo sát."),
        by=an,
    )
    submitted(report(cycle="", expected_on="2025-11-30"), by=em)
    (item,) = items(text(browser_of("an")))
    assert "Kỳ trước 2025-1" in item
    assert "30/11/2025" in item
    assert "Đang hoàn thiện danh mục." in item
    assert "Kỳ trước: Đang khảo sát." in item
    assert "Nếu duyệt, trang công khai sẽ ghi" in item
    assert 'class="status within_time"' in item
    assert "Em" in item or "em" in item


def test_the_preview_tells_what_verification_would_bring(browser_of, em):
    """Evidence that matches shows as claimed once sent, and as done once verified."""
    law = "Luật số 93/2025/QH15 ngày 27/5/2025 của Quốc hội"
    submitted(report(task="17", situation="done"), evidence(3, text=law), by=em)
    (item,) = items(text(browser_of("an")))
    assert 'class="status claimed"' in item
    assert "và khi đã xác minh" in item
    assert 'class="status done"' in item
    assert "warned" not in item


def test_approving_sends_report_and_evidence_together(browser_of, em, an):
    """One press sends all records of the item, as the head, and the page says how many."""
    ids = submitted(report(task="17"), evidence(3), by=em)
    answer = browser_of("an").post(PAGE, {"id": ids, "decision": "approve"}, follow=True)
    assert "Đã duyệt và gửi: 2 bản ghi." in answer.content.decode()
    assert {state(each) for each in ids} == {State.SENT.value}
    assert {queries.rows(ids)[each].sent_by for each in ids} == {an.id}


def test_returning_names_every_reason_on_its_field(browser_of, em):
    """Reasons of the report and of the evidence go each to its record, and the item leaves the page."""
    ids = submitted(report(task="17"), evidence(3), by=em)
    client = browser_of("an")
    given = {
        "fault-public_sentence": "Viết rõ hơn",
        "fault-text": "Thiếu ngày ban hành",
        "fault-": "Xem lại",
        "fault-files": "Thiếu bản có dấu",
    }
    answer = client.post(PAGE, {"id": ids, "decision": "return", **given}, follow=True)
    assert "Đã trả lại cán bộ báo cáo" in answer.content.decode()
    found = {row.public_id[0]: row for row in queries.rows(ids).values()}
    assert {row.state for row in found.values()} == {State.SAVED.value}
    assert [each["field"] for each in found["R"].faults] == ["public_sentence", ""]
    assert {each["field"] for each in found["E"].faults} == {"text", "files"}
    assert not items(text(client))


def test_a_return_without_reason_is_refused_where_it_was_made(browser_of, em):
    """The page comes back with the form of that item open and one sentence; nothing moved."""
    ids = submitted(report(), by=em)
    answer = browser_of("an").post(PAGE, {"id": ids, "decision": "return"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy nêu chỗ chưa đúng" in page
    assert "<details open>" in page
    assert state(ids[0]) == State.SUBMITTED.value


def test_a_reason_that_is_too_long_names_its_field(browser_of, em):
    """What was typed stays in the form beside the fault."""
    ids = submitted(report(), by=em)
    given = {"id": ids, "decision": "return", "fault-situation": "x" * 1001}
    answer = browser_of("an").post(PAGE, given)
    assert answer.status_code == 422
    assert "dài quá 1000 ký tự" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_only_items_without_warnings_go_together(browser_of, em):
    """The button names their number and sends them alone; the one with a warning stays."""
    good = submitted(report(), report(3, task="16"), by=em)
    doubtful = submitted(report(task="17", situation="done"), decree(3), by=em)
    client = browser_of("an")
    page = text(client)
    assert "Duyệt 2 việc không có cảnh báo" in page
    assert "Không quy tắc nào khớp minh chứng này" in page
    together = page.split("together")[1].split("</form>")[0]
    assert set(re.findall(r'name="id" value="([^"]+)"', together)) == set(good)
    client.post(PAGE, {"id": good, "decision": "together"})
    assert {state(each) for each in good} == {State.SENT.value}
    assert {state(each) for each in doubtful} == {State.SUBMITTED.value}


def test_what_has_a_warning_is_not_slipped_in_with_others(browser_of, em):
    """A form that asks to approve an item with a warning together with others is answered as a conflict."""
    good = submitted(report(), by=em)
    doubtful = submitted(report(task="17", situation="done"), by=em)
    answer = browser_of("an").post(PAGE, {"id": [*good, *doubtful], "decision": "together"})
    assert answer.status_code == 409
    assert "nhiệm vụ 17" in answer.content.decode()
    assert state(good[0]) == State.SUBMITTED.value


@pytest.mark.parametrize(
    ("rows", "warning"),
    [
        ((report(situation="done"),), "Báo là đã xong nhưng không có minh chứng."),
        ((report(expected_on="2026-03-31"),), "sau hạn"),
        (
            (report(situation="done"), evidence(3, task="44", text="Đã trình Thủ tướng Chính phủ ban hành")),
            "Minh chứng chỉ là thông báo sẽ làm",
        ),
    ],
)
def test_each_warning_stands_on_its_item(browser_of, em, rows, warning):
    """The head reads why an item needs an eye."""
    submitted(*rows, by=em)
    (item,) = items(text(browser_of("an")))
    assert warning in item


def test_the_same_document_from_another_body_is_pointed_out(browser_of, em, giang):
    """A document that another body has sent is a warning that does not name that body."""
    submitted(evidence(task="9", text="Quyết định số 9017/QĐ-TTg ngày 28/5/2025"), by=giang)
    submitted(evidence(), by=em)
    (item,) = items(text(browser_of("an")))
    assert "Cơ quan khác cũng đã nộp" in item
    assert "Bộ Y tế" not in item


def test_an_unchanged_sentence_is_pointed_out(browser_of, em, an):
    """A sentence that repeats the last period word for word is a warning."""
    submitted(report(), by=an)
    submitted(report(cycle=""), by=em)
    (item,) = items(text(browser_of("an")))
    assert "Không thay đổi so với kỳ trước: Câu công khai cho người dân." in item


def test_another_body_has_no_such_record(browser_of, em):
    """The head of another ministry gets 404 for every decision, and nothing of the record."""
    (public_id,) = submitted(report(), by=em)
    client = browser_of("giang")
    assert public_id not in text(client)
    for decision in ("approve", "together", "return"):
        answer = client.post(PAGE, {"id": public_id, "decision": decision, "fault-": "x"})
        assert answer.status_code == 404
        assert "44" not in answer.content.decode().split("<main")[1]
    assert state(public_id) == State.SUBMITTED.value


def test_somebody_faster_is_named(browser_of, em, an, binh):
    """A second approval or a return of what has gone says who did what, and changes nothing."""
    ids = submitted(report(), by=em)
    client = browser_of("an")
    send_records(ids=ids, by=an, now=NOON)
    for decision in ("approve", "return", "together"):
        answer = client.post(PAGE, {"id": ids, "decision": decision, "fault-": "x"})
        page = answer.content.decode()
        assert answer.status_code == 409
        assert CONFLICT in page
        assert "An đã xử lý ngày 20/06/2025" in page
        assert "đã gửi, chờ xác minh" in page
    verify_records(decisions=[Decision(ids[0], accept=True)], by=binh, now=NOON)
    page = client.post(PAGE, {"id": ids, "decision": "approve"}).content.decode()
    assert "Bình đã xử lý" in page
    assert "đã được người thứ hai xác minh" in page


def test_a_race_inside_the_action_is_a_conflict_too(browser_of, em, an, monkeypatch):
    """Where somebody sends between the look and the write, the loser gets the same page."""
    from thuocdo.cycles import actions  # noqa: PLC0415  tables are ready only here

    ids = submitted(report(), by=em)
    real = actions.send_records

    def slow(**given):
        real(ids=ids, by=an, now=NOON)
        return real(**given)

    client = browser_of("an")
    monkeypatch.setattr(actions, "send_records", slow)
    answer = client.post(PAGE, {"id": ids, "decision": "approve"})
    assert answer.status_code == 409
    assert "An đã xử lý" in answer.content.decode()


def test_a_press_without_a_decision_is_refused(browser_of, em):
    """A form that names no record or no decision gets one sentence."""
    ids = submitted(report(), by=em)
    client = browser_of("an")
    assert client.post(PAGE, {"decision": "approve"}).status_code == 422
    assert client.post(PAGE, {"id": ids, "decision": "burn"}).status_code == 422
    assert client.post(PAGE, {"id": "X-1", "decision": "approve"}).status_code == 404


def test_who_is_no_head_has_no_such_page(browser_of, accounts):  # noqa: ARG001  they have to be there
    """A monitor and a citizen may not open it, and nobody unknown either."""
    assert browser_of("binh").get(PAGE).status_code == 403
    assert browser_of("dung").get(PAGE).status_code == 403
    assert browser_of("").get(PAGE).status_code == 302


def test_overdue_tasks_say_why(browser_of):
    """The list of what is overdue gives each task with its computed reason."""
    page = text(browser_of("giang"))
    overdue = (
        page.split('id="qua-han"')[2] if page.count('id="qua-han"') > 1 else page.split('id="qua-han"')[1]
    )
    assert "Quá hạn" in overdue.split('id="bi-tra"')[0]


def test_what_was_returned_shows_every_fault(browser_of, an, binh):
    """A piece that a verifier gave back stands there with each reason on its field."""
    from thuocdo.core.errors import Fault  # noqa: PLC0415  with the others of this test
    from thuocdo.cycles.actions import return_evidence  # noqa: PLC0415  same

    (public_id,) = submitted(evidence(), by=an)
    faults = [Fault(public_id, "sai ngày", "issued_on"), Fault(public_id, "thiếu trang", "files")]
    return_evidence(id=public_id, faults=faults, by=binh, now=NOON)
    page = text(browser_of("an")).split('id="bi-tra"')[1]
    assert "<b>Ngày ban hành:</b> sai ngày" in page
    assert "<b>Tệp đính kèm:</b> thiếu trang" in page


def test_words_of_others_are_only_words(browser_of, em):
    """Markup in any text of a report is shown as it was typed."""
    submitted(
        report(
            public_sentence="<script>alert(1)</script>", obstacle="<img src=x>", obstacle_since="1/6/2025"
        ),
        evidence(3, task="44", text="<b>Quyết định</b> 1/QĐ-TTg"),
        by=em,
    )
    page = text(browser_of("an"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img src" not in page
    assert "&lt;b&gt;Quyết định" in page


def test_no_query_grows_with_the_items(browser_of, em):
    """Twelve items cost as many queries as two."""
    client = browser_of("an")
    codes = [task.code for task in catalogue("nq03").tasks if task.leads == ("BKHCN",)][:12]

    def count():
        with CaptureQueriesContext(connection) as caught:
            text(client)
        return len(caught)

    submitted(report(2, task=codes[0]), report(3, task=codes[1]), by=em)
    text(client)
    few = count()
    submitted(*(report(n, task=code) for n, code in enumerate(codes[2:], start=4)), by=em)
    text(client)
    assert models.Report.objects.filter(state="submitted").count() == len(codes)
    assert count() == few
    assert few <= 25

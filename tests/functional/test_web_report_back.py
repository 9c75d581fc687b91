"""What comes back to an officer, from the verifier or from the head: every fault on its field."""

import pytest
from tests.factories.panel import form_in, form_of, press

from thuocdo.core.errors import Fault
from thuocdo.cycles import models
from thuocdo.cycles.types import Decision, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "files_apart")]

TASK = "44"
LINE = "Quyết định số 9131/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"


def text(answer, status=200):
    """Return the page of an answer, which must have this status."""
    assert answer.status_code == status
    return answer.content.decode()


def test_a_returned_report_names_every_fault(browser_of, binh, now, model_programme):  # noqa: ARG001  loaded
    """What the verifier found wrong stands at the fields of the report and of its evidence."""
    from thuocdo.cycles.actions import verify_records  # noqa: PLC0415  tables are ready only here

    client = browser_of("an")
    press(client, TASK, "send", form_of(client, TASK), situation="done", **{"proof-0-text": LINE})
    wrong = {"R": ("public_sentence", "câu này khó hiểu"), "E": ("number", "số này không có")}
    decisions = [
        Decision(id=each, accept=False, faults=(Fault(each, wrong[each[0]][1], wrong[each[0]][0]),))
        for each in (models.Report.objects.get().public_id, models.Evidence.objects.get().public_id)
    ]
    verify_records(decisions=decisions, by=binh, now=now)
    page = text(client.get(f"/viec/{TASK}"))
    assert "bị trả lại" in page
    box = page.split('id="returned"')[1].split("</div>")[0]
    for field, said in (("public_sentence", "câu này khó hiểu"), ("proof-0-number", "số này không có")):
        assert f'href="#{field}"' in box
        assert said in page.split(f'id="{field}-fault"')[1].split("</p>")[0]
    form = form_in(page)
    assert form["proof-0-text"] == LINE
    mended = {
        "proof-0-text": LINE.replace("9131", "9141"),
        "reason": "Sửa số văn bản",
        "public_sentence": "Câu mới.",
    }
    mended |= {"proof-0-number": "9141/QĐ-TTg"}
    assert press(client, TASK, "send", form, **mended).status_code == 302
    assert sorted(models.Evidence.objects.values_list("state", flat=True)) == [State.CORRECTED, State.SENT]


def test_evidence_that_came_back_waits_like_a_report(browser_of, binh, now, model_programme):  # noqa: ARG001  loaded
    """Where only the evidence was returned the task waits again, with the line ready to be mended."""
    from thuocdo.cycles.actions import return_evidence  # noqa: PLC0415  tables are ready only here

    client = browser_of("an")
    press(client, TASK, "send", form_of(client, TASK), situation="done", **{"proof-0-text": LINE})
    piece = models.Evidence.objects.get().public_id
    return_evidence(id=piece, faults=[Fault(piece, "ngày này sai", "issued_on")], by=binh, now=now)
    page = text(client.get(f"/viec/{TASK}"))
    assert "bị trả lại" in page.split(f'id="t{TASK}"')[1].split("</tr>")[0]
    assert "ngày này sai" in page.split('id="proof-0-issued_on-fault"')[1].split("</p>")[0]
    sent = press(client, TASK, "send", form_in(page), reason="Sửa ngày", **{"proof-0-issued_on": "11/6/2025"})
    assert sent.status_code == 302
    assert models.Evidence.objects.get(state=State.SENT).content["issued_on"] == "2025-06-11"


def test_what_the_head_hands_back_is_a_draft_again(em_of, an, now, model_programme):  # noqa: ARG001  loaded
    """What the head says stands at the fields, and sending again ends it."""
    from thuocdo.cycles.actions import hand_back  # noqa: PLC0415  tables are ready only here

    press(em_of, TASK, "send", form_of(em_of, TASK), situation="done", **{"proof-0-text": LINE})
    report = models.Report.objects.get().public_id
    hand_back(ids=[report], faults=[Fault(report, "viết ngắn hơn", "public_sentence")], by=an, now=now)
    page = text(em_of.get(f"/viec/{TASK}"))
    assert "nháp" in page.split(f'id="t{TASK}"')[1].split("</tr>")[0]
    assert "viết ngắn hơn" in page.split('id="public_sentence-fault"')[1].split("</p>")[0]
    form = form_in(page)
    assert (form["situation"], form["proof-0-text"]) == ("done", LINE)
    assert press(em_of, TASK, "send", form, public_sentence="Ngắn.").status_code == 302
    assert models.Report.objects.get(state=State.SUBMITTED).content["public_sentence"] == "Ngắn."
    assert models.Evidence.objects.get().state == State.SUBMITTED


@pytest.mark.parametrize(("expected", "offered"), [("1/9/2025", "01/09/2025"), ("19/6/2025", "")])
def test_last_period_stands_greyed_beside_the_fields(
    expected,
    offered,
    browser_of,
    an,
    now,
    model_programme,  # noqa: ARG001  loaded
):
    """What was said before is shown, and typed in already where it lasts: a day that has passed is not."""
    from tests.factories.rows import row  # noqa: PLC0415  only here

    from thuocdo.cycles.actions import record_rows  # noqa: PLC0415  tables are ready only here

    said = {"situation": "working", "expected_on": expected, "has_plan": "1", "allocated": "120,5"}
    record_rows(rows=[row("report", task=TASK, **said)], by=an, now=now)
    page = text(browser_of("an").get(f"/viec/{TASK}"))
    assert "Kỳ trước: Đang làm" in page
    assert "Kỳ trước: 120,5" in page
    form = form_in(page)
    assert (form["expected_on"], form["has_plan"], form["allocated"]) == (offered, "1", "120,5")
    assert "situation" not in form

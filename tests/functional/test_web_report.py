"""An officer reports one task in the panel with plain forms: no JavaScript plays a part here."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.panel import form_in, form_of, press

from thuocdo.cycles import models, queries
from thuocdo.cycles.standing import standing
from thuocdo.cycles.types import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "files_apart")]

TASK, CYCLE = "44", "2025-1"
LINE = "Quyết định số 9131/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""


def text(answer, status=200):
    """Return the page of an answer, which must have this status."""
    assert answer.status_code == status
    return answer.content.decode()


def reports():
    """Return the reports that are kept, whatever their state."""
    return models.Report.objects.filter(task=TASK)


def test_the_panel_asks_three_questions(browser_of, model_programme):  # noqa: ARG001  loaded
    """Beside the list stand the task, what is required, three questions and what the public will read."""
    page = text(browser_of("an").get(f"/viec/{TASK}"))
    assert 'aria-current="true"' in page.split(f'id="t{TASK}"')[1].split(">")[0]
    for said in (
        "Tình hình",
        "Văn bản, minh chứng",
        "Một câu cho người dân",
        "Nếu gửi, trang công khai sẽ ghi",
    ):
        assert said in page
    assert 'class="law"' in page
    assert page.count('name="situation"') == 4
    assert "Gửi và sang việc tiếp theo" in page


def test_reading_a_line_without_javascript(browser_of, model_programme):  # noqa: ARG001  loaded
    """The button reads number, day and issuer into fields and says what they match; nothing is written."""
    client = browser_of("an")
    form = form_of(client, TASK)
    page = text(press(client, TASK, "read-0", form, situation="done", **{"proof-0-text": LINE}))
    read = form_in(page)
    assert read["proof-0-number"] == "9131/QĐ-TTg"
    assert read["proof-0-issued_on"] == "12/06/2025"
    assert read["proof-0-issuer"] == "Thủ tướng Chính phủ"
    assert "Khớp với đầu ra phải có" in page
    assert "Ban hành trước hạn 31/12/2025 202 ngày." in page
    assert read["public_sentence"].startswith("Thủ tướng Chính phủ đã ban hành Quyết định số 9131/QĐ-TTg")
    assert "Bản tiếng Anh" in page
    assert '<span class="status claimed">' in page.split('id="says"')[1]
    assert not models.Draft.objects.exists()


def test_what_a_person_mended_stays(browser_of, model_programme):  # noqa: ARG001  loaded
    """A field that a person changed keeps its words when another line is read; the others follow the line."""
    client = browser_of("an")
    first = form_in(text(press(client, TASK, "read-0", form_of(client, TASK), **{"proof-0-text": LINE})))
    changed = {"proof-0-issuer": "Thủ tướng", "proof-0-text": LINE.replace("9131", "9132")}
    second = form_in(text(press(client, TASK, "read-0", first, **changed)))
    assert (second["proof-0-issuer"], second["proof-0-number"]) == ("Thủ tướng", "9132/QĐ-TTg")


def test_a_line_that_only_announces(browser_of, model_programme):  # noqa: ARG001  loaded
    """A line that tells of something to come is called what it is, and the status ahead stays as it was."""
    client = browser_of("an")
    line = "Bộ đã trình Thủ tướng Chính phủ xem xét, ban hành Quyết định"
    page = text(
        press(client, TASK, "read-0", form_of(client, TASK), situation="done", **{"proof-0-text": line})
    )
    assert "chỉ thông báo kết quả sẽ có" in page
    assert '<span class="status claimed">' not in page.split('id="says"')[1]


def test_a_head_sends_and_goes_on(browser_of, model_programme):  # noqa: ARG001  loaded
    """Report and evidence are sent, the next open task opens, and the receipt names the server's time."""
    client = browser_of("an")
    given = {"situation": "done", "proof-0-text": LINE}
    answer = press(client, TASK, "send", form_of(client, TASK), **given)
    assert answer.status_code == 302
    opened = client.get(answer["Location"])["Location"]
    assert opened.startswith("/viec/")
    assert not opened.startswith(f"/viec/{TASK}?")
    page = text(client.get(answer["Location"], follow=True))
    assert "Đã nhận báo cáo nhiệm vụ 44" in page
    assert "lúc 12:00 ngày 20/06/2025 (giờ máy chủ)" in page
    assert reports().get().state == State.SENT
    evidence = models.Evidence.objects.get()
    assert (evidence.state, evidence.content["number"]) == (State.SENT, "9131/QĐ-TTg")
    row = page.split(f'id="t{TASK}"')[1].split("</tr>")[0]
    assert "đã gửi" in row
    assert '<span class="status claimed">' in row


def test_the_receipt_to_keep(browser_of, model_programme):  # noqa: ARG001  loaded
    """What was received can be read again by the person who sent it, and by nobody else."""
    client = browser_of("an")
    sent = press(client, TASK, "send", form_of(client, TASK), situation="working", expected_on="1/9/2025")
    key = sent["Location"].split("nhan=")[1]
    page = text(client.get(f"/viec/bien-nhan/{key}"))
    assert reports().get().public_id in page
    assert "Đang làm" in page
    assert "01/09/2025" in page
    assert browser_of("giang").get(f"/viec/bien-nhan/{key}").status_code == 404


def test_a_reporter_submits_to_the_head(em_of, model_programme):  # noqa: ARG001  loaded
    """Who is no head hands in to the head: another word on the button, another state of the report."""
    assert "Trình lãnh đạo và sang việc tiếp theo" in text(em_of.get(f"/viec/{TASK}"))
    answer = press(em_of, TASK, "send", form_of(em_of, TASK), situation="working")
    page = text(em_of.get(answer["Location"], follow=True))
    assert reports().get().state == State.SUBMITTED
    assert "chờ duyệt" in page.split(f'id="t{TASK}"')[1].split("</tr>")[0]


def test_every_fault_at_once_at_its_field(browser_of, model_programme):  # noqa: ARG001  loaded
    """All faults stand in a summary with links and at their fields, and nothing that was typed is lost."""
    client = browser_of("an")
    given = {
        "situation": "obstacle",
        "expected_on": "31/2/2027",
        "obstacle_since": "1/7/2030",
        "allocated": "nhiều",
        "public_sentence": "x" * 281,
        "proof-0-text": "Quyết định 9131/QĐ-TTg",
        "proof-0-issued_on": "hôm qua",
    }
    page = text(press(client, TASK, "send", form_of(client, TASK), **given), 422)
    summary = page.split('role="alert"')[1].split("</div>")[0]
    for field in ("expected_on", "allocated", "public_sentence", "obstacle", "proof-0-issued_on"):
        assert f'href="#{field}"' in summary
        assert f'id="{field}-fault"' in page
    assert "không có trong lịch" in summary
    kept = form_in(page)
    assert {name: kept[name] for name in given} == given
    assert not reports().exists()


def test_a_form_without_an_answer_is_told(browser_of, model_programme):  # noqa: ARG001  loaded
    """Sending an empty form names the first question, and in English too."""
    client = browser_of("an")
    answer = press(client, TASK, "send", form_of(client, TASK))
    assert 'href="#situation"' in text(answer, 422)
    again = client.post(f"/viec/{TASK}?lang=en", {**form_of(client, TASK), "do": "send"})
    assert "How does it stand?</a>: is empty" in text(again, 422)


def test_the_same_form_twice_is_one_report(browser_of, model_programme):  # noqa: ARG001  loaded
    """A form that comes again with its key gets the same receipt, and there is no second report."""
    client = browser_of("an")
    form = {**form_of(client, TASK), "situation": "done", "proof-0-text": LINE}
    first, second = press(client, TASK, "send", form), press(client, TASK, "send", form)
    assert first["Location"].split("nhan=")[1] == second["Location"].split("nhan=")[1] == form["key"]
    assert (reports().count(), models.Evidence.objects.count(), models.Draft.objects.count()) == (1, 1, 0)


def test_other_words_with_an_old_key_are_another_form(browser_of, model_programme):  # noqa: ARG001  loaded
    """Who goes back and changes what was sent is not told the old receipt: a reason is asked for."""
    client = browser_of("an")
    form = {**form_of(client, TASK), "situation": "working"}
    press(client, TASK, "send", form)
    page = text(press(client, TASK, "send", form, expected_on="1/9/2025"), 422)
    assert 'href="#reason"' in page
    again = press(client, TASK, "send", form_in(page), reason="Có ngày mới")
    assert again["Location"].split("nhan=")[1] != form["key"]
    assert sorted(reports().values_list("state", flat=True)) == [State.CORRECTED, State.SENT]


def test_a_key_counts_for_its_person_only(browser_of, em_of, model_programme):  # noqa: ARG001  loaded
    """Another person who sends the same key is not answered with somebody else's receipt."""
    form = {**form_of(browser_of("an"), TASK), "situation": "working"}
    press(browser_of("an"), TASK, "send", form)
    answer = press(em_of, TASK, "send", {**form, "public_sentence": "Một câu khác."})
    assert answer.status_code == 422
    assert 'href="#reason"' in answer.content.decode()


def test_a_draft_is_kept_and_opens_again(browser_of, model_programme):
    """What is saved comes back with the next opening, for everybody of the body, and nothing is sent."""
    client = browser_of("an")
    answer = press(client, TASK, "save", form_of(client, TASK), situation="working", expected_on="1/9/2025")
    assert answer["Location"] == f"/viec/{TASK}?luu=1"
    page = text(client.get(answer["Location"], follow=True))
    assert "Đã lưu nháp lúc" in page
    form = form_in(page)
    assert (form["situation"], form["expected_on"]) == ("working", "1/9/2025")
    assert form["version"]
    assert standing(model_programme, agency="BKHCN", cycle=CYCLE, day=_day())[TASK].state == "saved"
    assert not reports().exists()


def test_two_versions_side_by_side(browser_of, em_of, model_programme):  # noqa: ARG001  loaded
    """Who saves second sees both versions, chooses field by field, and nothing of either is lost."""
    client = browser_of("an")
    mine = {**form_of(client, TASK), "situation": "done", "proof-0-text": LINE}
    press(em_of, TASK, "save", form_of(em_of, TASK), situation="working", expected_on="1/9/2025")
    page = text(press(client, TASK, "save", mine), 409)
    conflict = page.split('id="conflict"')[1].split("</fieldset>")[0]
    assert "Em đã lưu bản nháp này" in conflict
    assert all(each in conflict for each in ("Đã có kết quả", "Đang làm", "1/9/2025", LINE))
    form = form_in(page)
    assert (form["situation"], form["proof-0-text"]) == ("done", LINE)
    press(client, TASK, "save", form, **{"choose-expected_on": "theirs", "choose-situation": "mine"})
    kept = form_of(client, TASK)
    assert (kept["situation"], kept["expected_on"], kept["proof-0-text"]) == ("done", "1/9/2025", LINE)


def test_our_own_draft_is_no_conflict(browser_of, model_programme):  # noqa: ARG001  loaded
    """A save whose answer was lost on the way may be repeated."""
    client = browser_of("an")
    form = {**form_of(client, TASK), "situation": "working"}
    assert press(client, TASK, "save", form).status_code == 302
    assert press(client, TASK, "save", form).status_code == 302
    assert models.Draft.objects.count() == 1


@pytest.mark.parametrize("address", ["/viec/{}", "/viec/{}/doc-dong", "/viec/{}/tep"])
def test_another_bodys_task_is_not_there(address, browser_of, model_programme):  # noqa: ARG001  loaded
    """A task that another body answers for is answered like one that does not exist, by every address."""
    own, others = (
        set(re.findall(r'data-task="([^"]+)"', text(browser_of(who).get("/viec")))) for who in ("giang", "an")
    )
    theirs = min(others - own)
    client = browser_of("giang")
    answers = [
        client.post(address.format(task), {"do": "send", "situation": "done"}) for task in (theirs, "999")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not models.Report.objects.exists()
    if address == "/viec/{}":
        assert client.get(address.format(theirs)).status_code == 404


def test_another_bodys_record_cannot_be_named(browser_of, model_programme, giang, now):  # noqa: ARG001  loaded
    """An id of another body in a hidden field changes nothing and tells nothing."""
    from tests.factories.rows import evidence  # noqa: PLC0415  only here

    from thuocdo.cycles.actions import record_rows  # noqa: PLC0415  tables are ready only here

    theirs = record_rows(rows=[evidence(task="1", text=LINE)], by=giang, now=now).added[0]
    client = browser_of("an")
    given = {
        "situation": "done",
        "proof-0-text": LINE,
        "proof-0-corrects": theirs,
        "proof-0-files": "F-0123456789ab",
    }
    page = text(press(client, TASK, "send", form_of(client, TASK), **given), 422)
    assert theirs not in page
    assert 'href="#proof-0-files"' in page
    assert models.Evidence.objects.get().state == State.SENT


def test_a_file_is_read_back(browser_of, model_programme):  # noqa: ARG001  loaded
    """A chosen file is kept at once and named with size and pages, also while something else is wrong."""
    client = browser_of("an")
    file = SimpleUploadedFile("quyet-dinh.pdf", PDF)
    given = {"proof-0-text": LINE, "proof-0-file": file, "expected_on": "bao giờ", "situation": "done"}
    page = text(press(client, TASK, "send", form_of(client, TASK), **given), 422)
    assert "quyet-dinh.pdf" in page
    assert "1 kB · 1 trang" in page
    assert press(client, TASK, "send", form_in(page), expected_on="").status_code == 302
    kept = queries.evidence("nq03", as_of=_day())
    assert len(kept[0].files) == 1


def test_a_disguised_file_is_refused_at_its_field(browser_of, model_programme):  # noqa: ARG001  loaded
    """A file that is not what its name says is refused beside the field, and the typed words stay."""
    client = browser_of("an")
    file = SimpleUploadedFile("quyet-dinh.pdf", b"MZ\x90\x00 program")
    page = text(
        press(client, TASK, "send", form_of(client, TASK), **{"proof-0-text": LINE, "proof-0-file": file}),
        422,
    )
    assert 'id="proof-0-files-fault"' in page
    assert form_in(page)["proof-0-text"] == LINE
    assert not models.Attachment.objects.exists()


def test_several_pieces_of_evidence(browser_of, model_programme):  # noqa: ARG001  loaded
    """A piece can be added and taken away again without losing the others, and all of them are sent."""
    client = browser_of("an")
    one = form_in(text(press(client, TASK, "add", form_of(client, TASK), **{"proof-0-text": LINE})))
    three = form_in(text(press(client, TASK, "add", one, **{"proof-1-text": LINE.replace("9131", "9132")})))
    two = form_in(
        text(press(client, TASK, "drop-1", three, **{"proof-2-text": LINE.replace("9131", "9133")}))
    )
    assert (two["proof-0-text"], two["proof-1-text"]) == (LINE, LINE.replace("9131", "9133"))
    press(client, TASK, "send", two, situation="done")
    assert models.Evidence.objects.count() == 2


def test_words_of_people_are_words(browser_of, model_programme):  # noqa: ARG001  loaded
    """Marks of HTML in any field are shown as they were typed and never run."""
    client = browser_of("an")
    bad = '"><script>alert(1)</script>'
    given = dict.fromkeys(
        ("obstacle", "public_sentence", "proof-0-text", "proof-0-issuer", "proof-0-url"), bad
    )
    page = text(press(client, TASK, "read-0", form_of(client, TASK), **given))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_secret_mark_is_not_kept(browser_of, model_programme):  # noqa: ARG001  loaded
    """Words with a mark of state secrecy are refused at their field and stand in no table."""
    client = browser_of("an")
    page = text(
        press(client, TASK, "save", form_of(client, TASK), situation="working", obstacle="TỐI MẬT: x"), 422
    )
    assert 'href="#obstacle"' in page
    assert not models.Draft.objects.exists()


def test_the_parts_that_follow_what_is_typed(browser_of, model_programme):  # noqa: ARG001  loaded
    """The address for a pasted line answers the parts of the panel alone, and writes nothing."""
    client = browser_of("an")
    form = {**form_of(client, TASK), "situation": "done", "proof-0-text": LINE}
    page = text(client.post(f"/viec/{TASK}/doc-dong", form))
    assert "<html" not in page
    assert 'value="9131/QĐ-TTg"' in page
    assert 'id="says"' in page
    assert not models.Draft.objects.exists()


def _day():
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    return current.today()

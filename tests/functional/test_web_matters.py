"""Matters through the web: who finds what, what is refused, and that nothing typed becomes markup."""

from datetime import date

import pytest
from django.utils.html import escape
from tests.factories.rows import evidence

from thuocdo.accounts.actions import add_person
from thuocdo.core.actor import Role
from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.matters import models
from thuocdo.cycles.opening import change_cycle, open_cycle
from thuocdo.cycles.types import RawRow
from thuocdo.programme import queries as programmes
from thuocdo.programme.designating import candidates, questions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme", "at_demo_day", "same_clock")]

PASSWORD = "mot-mat-khau-dai"
ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
DISPUTE = {"wished": "done", "text": "Đã ban hành đúng hạn."}
HELP = {"kind": "difficulty", "asked": "BYT", "text": "Chưa có định mức."}


@pytest.fixture
def same_clock(monkeypatch):
    """Let the pages that write look at the same clock as those that read."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here
    from thuocdo.web import designating, matters, matters_notes, matters_open, milestones  # noqa: PLC0415

    for module in (designating, matters, matters_notes, matters_open, milestones):
        monkeypatch.setattr(module, "timezone", current.timezone)


def text(answer, status=200):
    """Return a page's text, which must have that status."""
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


def opened(client, address, form):
    """Open a matter through its form and return the address of its page."""
    answer = client.post(address, form)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer["Location"]


def test_a_dispute_from_form_to_answer(browser_of):
    """An asks, Bình answers with the act that corrects it, An reads it; no page chooses a status."""
    an, binh = browser_of("an"), browser_of("binh")
    page = text(an.get("/viec/17/khieu-nai"))
    assert "Khiếu nại không đặt ra trạng thái" in page
    address = opened(an, "/viec/17/khieu-nai", DISPUTE)
    assert "Hạn trả lời: 04/07/2025" in text(an.get(address))
    assert "có một khiếu nại" in text(an.get("/viec/17/khieu-nai"))
    assert address in text(binh.get("/kien-nghi"))
    assert 'value="upheld"' in text(binh.get(address))
    refused = text(binh.post(address, {"to": "upheld"}), 422)
    assert "Lý do: đang để trống" in refused or "Lý do: còn trống" in refused
    answer = {"to": "upheld", "remedy": "evidence_accepted", "text": "Có trong Công báo."}
    assert binh.post(address, answer).status_code == 302
    page = text(an.get(address))
    assert "được chấp nhận" in page
    assert "Minh chứng được chấp nhận ở mục xác minh." in page
    assert 'name="to"' not in page


def test_what_was_typed_comes_back_with_its_faults(browser_of):
    """A refused form keeps its words and says each fault at its field, in the language of the reader."""
    an = browser_of("an")
    page = text(an.post("/viec/17/gia-han?lang=en", {"wished_on": "sớm", "text": "Vì chờ ý kiến."}), 422)
    assert "Wished day: is no date; write 12/06/2025 or 2025-06-12." in page
    assert "Vì chờ ý kiến." in page
    assert 'value="sớm"' in page


@pytest.mark.parametrize("who", ["giang", "dung"])
def test_another_bodys_matter_is_not_there(who, browser_of):
    """Page, form and list answer as if nothing existed: 404 or an empty list, whatever is sent."""
    an, other = browser_of("an"), browser_of(who)
    address = opened(an, "/viec/17/khieu-nai", DISPUTE)
    nothing = other.get("/kien-nghi/K-000000000000")
    assert nothing.status_code == 404
    assert other.get(address).status_code == 404
    assert text(other.get(address), 404).replace(address, "") == text(nothing, 404).replace(
        "/kien-nghi/K-000000000000", ""
    )
    assert other.post(address, {"to": "upheld", "text": "x"}).status_code == 404
    for view in ("can-tra-loi", "cua-toi", "tat-ca"):
        assert address not in text(other.get(f"/kien-nghi?xem={view}"))
    assert other.get("/viec/17/khieu-nai").status_code in {403, 404}
    assert other.get("/cong-khai-thu?co-quan=BKHCN").status_code == 404


def test_a_difficulty_climbs_through_the_pages(browser_of, accounts, chi, now):  # noqa: ARG001  cast is there
    """The asked body finds it, passes it up with reasons, and the ladder stands on the page."""
    add_person(
        username="phuc",
        name="Phúc",
        agency="BTC",
        roles=frozenset({Role.REPORTER, Role.HEAD}),
        password=PASSWORD,
        by=chi,
        now=now,
    )
    an, giang, phuc = browser_of("an"), browser_of("giang"), browser_of("phuc")
    address = opened(an, "/viec/17/kho-khan", HELP)
    assert address in text(giang.get("/kien-nghi"))
    assert phuc.get(address).status_code == 404
    wrong = text(giang.post(address, {"to": "passed", "body": "BYT", "text": ""}), 422)
    assert "đã từng được hỏi việc này" in wrong
    assert giang.post(address, {"to": "passed", "body": "BTC", "text": "Vượt thẩm quyền."}).status_code == 302
    solved = {"to": "solved", "text": "Đã hướng dẫn.", "document": "Công văn số 5/BTC-HCSN"}
    assert phuc.post(address, solved).status_code == 302
    page = text(giang.get(address))
    assert "Bộ Tài chính" in page.split("Ai giữ bao lâu")[-1]
    assert "Đã hướng dẫn." in page


def test_an_extension_says_that_only_an_act_changes_the_deadline(browser_of):
    """The page keeps the deadline, a grant names its act, and the link leads to the documents."""
    an, binh = browser_of("an"), browser_of("binh")
    address = opened(an, "/viec/17/gia-han", {"wished_on": "31/12/2026", "text": "Chờ thẩm tra."})
    assert "Chỉ văn bản của cấp có thẩm quyền" in text(an.get(address))
    assert "cần số của một văn bản" in text(
        binh.post(address, {"to": "granted", "document": "theo họp"}), 422
    )
    act = {"to": "granted", "document": "Nghị quyết số 999/NQ-CP ngày 10/6/2025"}
    assert binh.post(address, act).status_code == 302
    page = text(binh.get(address))
    assert "Thời hạn ở trên giữ nguyên cho đến khi" in page
    assert 'href="/van-ban"' in page
    assert "Đọc văn bản vào" not in text(an.get(address))


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/viec/17/khieu-nai", {**DISPUTE, "text": ATTACK}),
        ("/viec/17/gia-han", {"wished_on": "31/12/2026", "text": ATTACK}),
        ("/viec/17/kho-khan", {**HELP, "text": ATTACK}),
    ],
)
def test_no_text_becomes_markup(address, form, browser_of):
    """What somebody typed is shown as text on every page that shows it."""
    an, binh = browser_of("an"), browser_of("binh")
    made = opened(an, address, form)
    for page in (binh.get(made), binh.get("/kien-nghi?xem=tat-ca"), an.get(address)):
        shown = text(page)
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
    assert str(escape(ATTACK))[:20] in text(binh.get(made))


def test_a_fault_with_markup_is_text(browser_of):
    """Even what is refused comes back as text."""
    an = browser_of("an")
    page = text(an.post("/viec/17/kho-khan", {**HELP, "asked": ATTACK}), 422)
    assert "<script>alert" not in page


def test_the_same_form_twice_is_one_matter(browser_of):
    """A form that is sent again leads to the same page and makes nothing new."""
    an = browser_of("an")
    first = opened(an, "/viec/17/kho-khan", {**HELP, "once": "abc"})
    assert opened(an, "/viec/17/kho-khan", {**HELP, "once": "abc"}) == first
    assert models.Matter.objects.count() == 1


def test_forms_need_their_token(accounts):  # noqa: ARG001  the cast is there
    """A form from elsewhere is refused."""
    from django.test import Client  # noqa: PLC0415  only here

    client = Client(enforce_csrf_checks=True)
    page = client.get("/dang-nhap").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    client.post("/dang-nhap", {"username": "an", "password": PASSWORD, "csrfmiddlewaretoken": token})
    assert client.post("/viec/17/khieu-nai", DISPUTE).status_code == 403
    assert not models.Matter.objects.exists()


def test_the_start_of_a_new_matter_is_a_choice_of_task(browser_of):
    """The list leads on to the form of the chosen kind and task, and to no other place."""
    an = browser_of("an")
    answer = an.get("/kien-nghi", {"viec": "17", "moi": "gia-han"})
    assert (answer.status_code, answer["Location"]) == (302, "/viec/17/gia-han")
    for wrong in ({"viec": "//evil.example", "moi": "khieu-nai"}, {"viec": "17", "moi": "//evil"}):
        assert "Gửi việc mới" in text(an.get("/kien-nghi", wrong))


def test_notes_in_the_days_of_preview(browser_of, binh, now):
    """Outside the window there is no form; inside a note stands beside the sentence and can be withdrawn."""
    an = browser_of("an")
    page = text(an.get("/cong-khai-thu"))
    assert "Hiện không nhận ý kiến" in page
    assert "<textarea" not in page
    assert an.post("/cong-khai-thu", {"task": "17", "text": "Đang trình."}).status_code == 409
    open_cycle(slug="nq03", code="2025-1", by=binh, now=now)
    days = {"closes_on": date(2025, 6, 18), "preview_on": date(2025, 6, 19), "publish_on": date(2025, 6, 27)}
    change_cycle(slug="nq03", code="2025-1", reason="Thử.", by=binh, now=now, **days)
    long = text(an.post("/cong-khai-thu", {"task": "17", "text": "a" * 501}), 422)
    assert "có 501 ký tự; tối đa 500" in long
    assert an.post("/cong-khai-thu", {"task": "17", "text": ATTACK}).status_code == 302
    page = text(an.get("/cong-khai-thu"))
    assert "<script>alert" not in page
    assert "Ý kiến của cơ quan" in page
    assert "Ý kiến của cơ quan" in text(browser_of("binh").get("/cong-khai-thu?co-quan=BKHCN"))
    note = models.Matter.objects.get()
    form = {"task": "17", "matter": note.public_id, "act": "withdraw"}
    assert browser_of("giang").post("/cong-khai-thu", form).status_code == 404
    assert an.post("/cong-khai-thu", form).status_code == 302
    assert "Ý kiến của cơ quan" not in text(an.get("/cong-khai-thu"))


def test_milestones_are_registered_corrected_and_verified(browser_of):
    """The lead registers and corrects with a reason; another body sees nothing; a monitor verifies."""
    an, binh = browser_of("an"), browser_of("binh")
    assert an.post("/viec/17/moc", {"act": "register", "name": "", "due_on": "x"}).status_code == 422
    step = {"act": "register", "name": ATTACK, "due_on": "01/06/2025"}
    assert an.post("/viec/17/moc", step).status_code == 302
    page = text(an.get("/viec/17/moc"))
    assert "<script>alert" not in page
    first = page.split('name="id" value="')[1].split('"')[0]
    change = {"act": "correct", "id": first, "name": "Gửi lấy ý kiến", "due_on": "10/06/2025"}
    assert 'id="why-' in text(an.post("/viec/17/moc", {**change, "reason": ""}), 422)
    assert an.post("/viec/17/moc", {**change, "reason": "Đổi ngày họp."}).status_code == 302
    page = text(binh.get("/viec/17/moc"))
    assert "Gửi lấy ý kiến" in page
    assert first not in page
    second = page.split('name="id" value="')[1].split('"')[0]
    assert browser_of("giang").get("/viec/17/moc").status_code == 404
    decided = {"act": "accept", "id": second, "note": ""}
    assert an.post("/viec/17/moc", decided).status_code in {403, 404}
    assert binh.post("/viec/17/moc", decided).status_code == 302
    assert "người thứ hai xác minh" in text(an.get("/viec/17/moc"))


def test_a_record_of_another_page_is_no_milestone(browser_of, an, now):
    """An id that does not stand on the page is not found, though the person might decide it elsewhere."""
    public_id = record_rows(rows=[evidence()], by=an, now=now).added[0]
    form = {"act": "accept", "id": public_id, "note": "Đúng."}
    assert browser_of("binh").post("/viec/17/moc", form).status_code == 404


def test_milestones_of_an_indicator_belong_to_who_monitors_it(browser_of):
    """The body that monitors an indicator registers its steps; an address of nothing is not found."""
    item = next(each for each in programmes.programme("nq03").indicators if "BKHCN" in each.monitors)
    an = browser_of("an")
    step = {"act": "register", "name": "Điều tra thử", "due_on": "01/09/2025"}
    assert an.post(f"/viec/{item.key}/moc", step).status_code == 302
    assert "Điều tra thử" in text(an.get(f"/viec/{item.key}/moc"))
    assert an.get("/viec/999/moc").status_code == 404


def test_members_are_previewed_proposed_and_confirmed(browser_of, accounts):  # noqa: ARG001  cast is there
    """The count is shown before it is proposed; the proposer cannot confirm, a second person can."""
    register = programmes.register("nq03")
    asked = next(
        each
        for each in questions(programmes.programme("nq03"), register, date(2025, 6, 20))
        if each.leads and each.named is None
    )
    codes = [body.code for body in candidates(asked.group, register, date(2025, 6, 2))][:3]
    binh, chi = browser_of("binh"), browser_of("chi")
    assert browser_of("an").get("/chi-dinh").status_code == 403
    assert "chưa nêu thành viên" in text(binh.get("/chi-dinh"))
    address = f"/chi-dinh/{asked.task.code}~{asked.group}"
    form = {"document": "Quyết định số 12/QĐ-TTg ngày 02/6/2025", "on": "02/06/2025", "members": codes}
    assert "<b>3</b>" in text(binh.post(address, {**form, "act": "preview"}))
    assert not models.Matter.objects.exists()
    assert "chưa nêu thành viên nào" in text(
        binh.post(address, {**form, "members": [], "act": "propose"}), 422
    )
    assert binh.post(address, {**form, "act": "propose"}).status_code == 302
    public_id = models.Matter.objects.get().public_id
    confirm = {"matter": public_id, "to": "confirmed"}
    assert binh.post("/chi-dinh", confirm).status_code == 403
    assert "Xác nhận: 3 thành viên" in text(chi.get("/chi-dinh"))
    assert chi.post("/chi-dinh", confirm).status_code == 302
    assert [each.members for each in programmes.register("nq03").designations] == [tuple(codes)]
    assert "3 thành viên" in text(chi.get("/chi-dinh"))


def test_lists_cost_the_same_for_one_and_for_thirty(browser_of, django_assert_max_num_queries):
    """The number of queries of a page does not grow with its rows."""
    from django.db import connection  # noqa: PLC0415  only here
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  same

    an, binh = browser_of("an"), browser_of("binh")
    opened(an, "/viec/17/kho-khan", HELP)
    binh.get("/kien-nghi?xem=tat-ca")
    with CaptureQueriesContext(connection) as one:
        text(binh.get("/kien-nghi?xem=tat-ca"))
    allowed = len(one)
    for number in range(30):
        opened(an, "/viec/17/kho-khan", {**HELP, "text": f"Vướng mắc {number}"})
    binh.get("/kien-nghi?xem=tat-ca")
    with django_assert_max_num_queries(allowed):
        text(binh.get("/kien-nghi?xem=tat-ca"))


def test_the_monitor_sees_the_money_with_its_denominator(browser_of, an, now):
    """Figures stand by task with their share and how many tasks have any; a reporter may not look."""
    given = {"kind": "report", "task": "17", "cycle": "2025-2", "situation": "working"}
    money = RawRow("row 2", {**given, "allocated": "1234,5", "disbursed": "617,25"})
    record_rows(rows=[money], by=an, now=now)
    page = text(browser_of("binh").get("/theo-doi/kinh-phi"))
    assert "<b>1/140</b>" in page
    assert "50,0 %" in page
    assert browser_of("an").get("/theo-doi/kinh-phi").status_code == 403

"""What a person finds on the pages of the application."""

import pytest
from django.test import Client
from tests.factories.rows import evidence

from thuocdo.config import current
from thuocdo.cycles.actions import record_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day")]


def text(client, address):
    """Return a page's text, which has to be there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_my_work_shows_status_day_and_reason(browser_of, model_programme):
    """A reporter sees the body, the day, each task's computed status, its due date and why."""
    page = text(browser_of("an"), "/viec")
    known = current.known(model_programme, as_of=current.today())
    assert "Bộ Khoa học và Công nghệ" in page
    assert "tính đến 20/06/2025" in page
    row = page.split('<td class="number" data-label="Số">17</td>')[1].split("</tr>")[0]
    task = next(task for task in known.facts.programme.tasks if task.code == "17")
    assert task.name_vi in row
    assert 'class="status ' in row
    assert 'href="/viec/17"' in row


def test_my_work_follows_what_was_recorded(browser_of, model_programme, an, now):  # noqa: ARG001  loaded
    """Evidence that was just sent shows at the next look, as claimed and not as done, and is marked."""
    client = browser_of("an")
    assert '<span class="status claimed">' not in text(client, "/viec")
    assert "MINH HOẠ" not in text(client, "/viec")
    decision = evidence(task="44", illustrative="1")
    record_rows(rows=[decision], by=an, now=now)
    page = text(client, "/viec")
    row = page.split('<td class="number" data-label="Số">44</td>')[1].split("</tr>")[0]
    assert '<span class="status claimed">' in row
    assert "MINH HOẠ / ILLUSTRATIVE" in page


def test_my_work_speaks_english(browser_of, model_programme):  # noqa: ARG001  loaded
    """The same page in English carries no Vietnamese words of ours."""
    page = text(browser_of("an"), "/viec?lang=en")
    assert "<h1>My work</h1>" in page
    assert "Ministry of Science and Technology" in page
    assert "Nhiệm vụ" not in page


def test_who_belongs_to_no_body_is_told_so(browser_of, model_programme):  # noqa: ARG001  loaded
    """A person without a body and a body without tasks get one sentence instead of an empty table."""
    assert "không thuộc cơ quan nào" in text(browser_of("dung"), "/viec")
    assert "không chủ trì nhiệm vụ nào" in text(browser_of("binh"), "/viec")


def test_all_bodies_in_two_tables(browser_of, model_programme):  # noqa: ARG001  loaded
    """The overview has central bodies and the provinces of the day, with their denominators."""
    page = text(browser_of("binh"), "/theo-doi?xem=trang-thai")
    assert page.count("<table") == 2
    central, provinces = page.split("<caption>")[1:]
    assert "Bộ Khoa học và Công nghệ" in central
    assert provinces.count('scope="row"') == 63
    assert "/" in provinces.split('data-label="Đúng hạn trên số đã đến hạn">')[1].split("</td>")[0]


def test_my_account_says_who_i_am(browser_of, model_programme):  # noqa: ARG001  loaded
    """Body, roles and what they allow stand on the account page in words."""
    page = text(browser_of("an"), "/tai-khoan")
    assert "Bộ Khoa học và Công nghệ" in page
    assert "cán bộ báo cáo, thủ trưởng cơ quan" in page
    assert "duyệt báo cáo của cơ quan" in page
    assert "xem nội dung công khai" in text(browser_of("dung"), "/tai-khoan")


def test_without_a_programme_the_page_says_what_to_do(browser_of):
    """An installation without a programme answers 503 with the command that loads one."""
    answer = browser_of("an").get("/viec")
    assert answer.status_code == 503
    assert "thuocdo load" in answer.content.decode()


def test_an_unforeseen_fault_is_a_page_without_the_inside(browser_of, monkeypatch):
    """A fault of ours gives a general page with status 500, no traceback and no message of the fault."""
    from thuocdo.web import current as pages  # noqa: PLC0415  settings are ready only here

    def broken(*_given, **_more):
        raise RuntimeError("/secret/path password=1")

    client = browser_of("an", raise_request_exception=False)
    monkeypatch.setattr(pages, "known_of", broken)
    answer = client.get("/viec")
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi" in answer.content.decode()
    assert "secret" not in answer.content.decode()
    assert answer["Content-Security-Policy"]


def test_a_wrong_host_is_refused():
    """A request under a name that is not ours gets a page with status 400."""
    answer = Client(raise_request_exception=False).get("/dang-nhap", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Không đọc được" in answer.content.decode()

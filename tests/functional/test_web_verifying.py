"""What a verifier finds and decides: the queue, one record beside what was asked, and the files."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.desks import NOON, Clock, report, submitted
from tests.factories.rows import evidence, observation, row
from tests.functional.conftest import PASSWORD

from thuocdo.core.actor import Actor, Role
from thuocdo.cycles import queries
from thuocdo.cycles.actions import verify_records
from thuocdo.cycles.types import Decision, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]
QUEUE = "/xac-minh"
LAW = "Luật số 93/2025/QH15 ngày 27/5/2025 của Quốc hội"


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the pages look at noon of 20 June 2025."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here
    from thuocdo.web import verifying  # noqa: PLC0415  same

    monkeypatch.setattr(current, "timezone", Clock)
    monkeypatch.setattr(verifying, "timezone", Clock)


@pytest.fixture
def filed(an):
    """Return the id of a law that An has sent for task 17."""
    return submitted(evidence(text=LAW), by=an)[0]


def text(client, address):
    """Return a page's text, which has to be there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def at(public_id):
    """Return the address of a record."""
    return f"{QUEUE}/{public_id}"


def state(public_id):
    """Return where a record stands."""
    return queries.rows([public_id])[public_id].state


def check_of(page, name):
    """Return the outcome and the sentence of one automatic check."""
    found = re.search(rf'<li class="(\w+)">(?:(?!</li>).)*<b>{name}</b><span>(.*?)</span>', page, re.DOTALL)
    return found.group(1), found.group(2)


def test_the_queue_is_by_age_and_names_the_monitors_delay(browser_of, an, binh):
    """The oldest stands first; what waits longer than ten working days is called the monitor's delay."""
    submitted(evidence(text="Quyết định 2/QĐ-TTg ngày 28/5/2025"), by=an, now=NOON)
    submitted(evidence(text="Quyết định 1/QĐ-TTg ngày 28/4/2025"), by=an, now=NOON - timedelta(days=30))
    page = text(browser_of("binh"), QUEUE)
    assert page.index("1/QĐ-TTg") < page.index("2/QĐ-TTg")
    assert page.count('<span class="tag alarm">cơ quan theo dõi chậm</span>') == 1
    assert "<b>1</b> quá mười ngày làm việc" in page
    assert binh.name in page


def test_the_queue_is_filtered_by_kind_and_body(browser_of, an, giang):
    """Kind and body narrow the list, values of indicators stand in it, and odd filters find nothing."""
    submitted(evidence(), by=an)
    submitted(report(), by=an)
    submitted(evidence(task="9", text="Quyết định 5/QĐ-BYT ngày 2/6/2025"), by=giang)
    submitted(observation(), by=Actor("lan", "Lan", frozenset({Role.MONITOR}), "VPTW"))
    client = browser_of("binh")
    assert "4 hồ sơ đang chờ" in text(client, QUEUE)
    assert "41,5" in text(client, QUEUE)
    assert "41.5" in text(client, f"{QUEUE}?lang=en")
    assert "2 hồ sơ đang chờ" in text(client, f"{QUEUE}?loai=evidence&lang=vi")
    assert "1 hồ sơ đang chờ" in text(client, f"{QUEUE}?loai=evidence&co-quan=BYT")
    assert "Không có hồ sơ nào khớp" in text(client, f"{QUEUE}?loai=milestone&trang=9")
    assert "4 hồ sơ đang chờ" in text(client, f"{QUEUE}?loai=x&trang=-1&lang=vi")


def test_nothing_is_left(browser_of):
    """An empty queue says so."""
    assert "Không còn gì phải xác minh." in text(browser_of("binh"), QUEUE)


def test_required_stands_beside_evidence(browser_of, filed):
    """The page shows the task, each part with what it needs, the line and what was read from it."""
    page = text(browser_of("binh"), at(filed))
    left, right = page.split('id="offered"')
    assert "17." in left
    assert "khớp theo quy tắc" in left
    assert LAW in right
    assert "93/2025/QH15" in right
    assert "27/05/2025" in right
    assert check_of(page, "Thể thức số, ký hiệu")[0] == "pass"
    assert check_of(page, "Cấp ban hành")[0] == "pass"
    assert check_of(page, "Ngày so với hạn")[0] == "fail"
    assert check_of(page, "Nhận đúng thời gian")[0] == "fail"
    assert check_of(page, "Chữ ký số") == ("unknown", "Không có tệp PDF nào được nộp.")


def test_use_for_other_tasks_is_flagged(browser_of, an):
    """The same number for another task is flagged on the page, and can be accepted all the same."""
    ids = submitted(evidence(text=LAW), evidence(3, task="16", text=LAW), by=an)
    page = text(browser_of("binh"), at(ids[0]))
    assert check_of(page, "Dùng cho việc khác")[0] == "fail"
    assert "chỉ lưu ý, không từ chối" in page


def test_accept_goes_to_the_next_record(browser_of, an, filed):
    """Accepting stores who decided and for which part, and opens the next record of the same filter."""
    (following,) = submitted(evidence(3, text="Quyết định 7/QĐ-TTg ngày 2/6/2025"), by=an)
    given = {"decision": "accept", "part": ["a"], "gazette": "1", "note": "", "loai": "evidence"}
    answer = browser_of("binh").post(at(filed), given)
    assert answer.status_code == 302
    assert answer["Location"] == f"{at(following)}?loai=evidence"
    found = queries.rows([filed])[filed]
    assert (found.state, found.verified_by, found.verified_components) == ("verified", "binh", ["a"])
    assert found.in_gazette is True
    answer = browser_of("binh").post(at(following), {"decision": "accept", "part": ["a"]})
    assert answer["Location"] == QUEUE


def test_accept_in_part(browser_of, giang):
    """Only the ticked parts are accepted of a task with several."""
    proof = evidence(
        task="110",
        evidence_kind="running",
        text="Biên bản nghiệm thu ngày 12/6/2025, 100 tài khoản",
        url="https://vi-du.vn",
    )
    (public_id,) = submitted(proof, by=giang)
    page = text(browser_of("binh"), at(public_id))
    assert page.count('name="part"') == 2
    assert 'name="part" value="a" checked' not in page
    browser_of("binh").post(at(public_id), {"decision": "accept", "part": ["b"]})
    assert queries.rows([public_id])[public_id].verified_components == ["b"]


def test_a_person_decides_with_a_sentence(browser_of, an):
    """Where no rule decides, accepting without a sentence comes back with the fault beside the field."""
    (public_id,) = submitted(
        evidence(task="9", component="b", text="Quyết định 5/QĐ-BKHCN ngày 2/6/2025"), by=an
    )
    client = browser_of("binh")
    answer = client.post(at(public_id), {"decision": "accept", "part": ["b"], "note": " "})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="wrong-note"' in page
    assert 'name="part" value="b" checked' in page
    assert state(public_id) == State.SENT.value
    client.post(at(public_id), {"decision": "accept", "part": ["b"], "note": "Đã xem, phù hợp."})
    assert queries.rows([public_id])[public_id].verifier_note == "Đã xem, phù hợp."


def test_nothing_is_accepted_for_nothing(browser_of, an):
    """Evidence that no rule matches needs a ticked part; without one the fault stands beside the parts."""
    (public_id,) = submitted(evidence(), by=an)
    answer = browser_of("binh").post(at(public_id), {"decision": "accept"})
    assert answer.status_code == 422
    assert "hãy đánh dấu phần mà nó chứng minh" in answer.content.decode()
    assert state(public_id) == State.SENT.value


def test_a_part_that_the_task_has_not_is_refused(browser_of, filed):
    """A made-up part is a fault on the parts."""
    answer = browser_of("binh").post(at(filed), {"decision": "accept", "part": ["zz"]})
    assert answer.status_code == 422
    assert 'id="wrong-part"' in answer.content.decode()
    assert state(filed) == State.SENT.value


def test_a_return_names_every_fault_on_its_field(browser_of, filed):
    """All faults go at once, each on its field, with one sentence for the rest."""
    given = {
        "decision": "return",
        "fault-number": "sai số",
        "fault-files": "thiếu trang 2",
        "reason": "xem lại cả hồ sơ",
    }
    answer = browser_of("binh").post(at(filed), given)
    assert answer["Location"] == QUEUE
    found = queries.rows([filed])[filed]
    assert found.state == State.RETURNED.value
    assert [(each["field"], each["message"]) for each in found.faults] == [
        ("number", "sai số"),
        ("files", "thiếu trang 2"),
        ("", "xem lại cả hồ sơ"),
    ]


def test_a_return_needs_a_reason(browser_of, filed):
    """An empty return, an unknown decision and an endless sentence are refused."""
    client = browser_of("binh")
    answer = client.post(at(filed), {"decision": "return"})
    assert answer.status_code == 422
    assert "<details open>" in answer.content.decode()
    assert client.post(at(filed), {"decision": "burn"}).status_code == 422
    long = client.post(at(filed), {"decision": "return", "fault-number": "x" * 2001})
    assert long.status_code == 422
    assert 'id="wrong-number"' in long.content.decode()
    assert state(filed) == State.SENT.value


@pytest.mark.parametrize(
    ("kim", "why"),
    [
        (Actor("kim", "Kim", frozenset({Role.MONITOR}), "BKHCN"), "Cơ quan của bạn chủ trì nhiệm vụ"),
        (Actor("kim", "Kim", frozenset({Role.MONITOR}), "BTTTT"), "Cơ quan của bạn chủ trì nhiệm vụ"),
        (
            Actor("kim", "Kim", frozenset({Role.MONITOR, Role.REPORTER, Role.HEAD}), "BKHCN"),
            "Chính bạn đã lập hoặc gửi",
        ),
    ],
)
def test_who_may_not_decide_sees_why(browser_of, accounts, an, now, kim, why):
    """A lead, its predecessor and the author see the reason and no button; a forged decision is refused."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add_person(
        username=kim.id,
        name=kim.name,
        agency=kim.agency,
        roles=kim.roles,
        password=PASSWORD,
        by=accounts["chi"],
        now=now,
    )
    author = kim if Role.HEAD in kim.roles else an
    (public_id,) = submitted(evidence(text=LAW), by=author)
    client = browser_of("kim")
    page = text(client, at(public_id))
    assert why in page
    assert 'name="decision"' not in page
    answer = client.post(at(public_id), {"decision": "accept", "part": ["a"]})
    assert answer.status_code == 403
    assert why in answer.content.decode()
    assert state(public_id) == State.SENT.value
    assert "không do bạn quyết định" in text(client, QUEUE)


def test_somebody_faster_is_named(browser_of, filed, now):
    """A decision on what has been decided names who was first and with what, and changes nothing."""
    client = browser_of("binh")
    verify_records(
        decisions=[Decision(filed, accept=False, note="sai")],
        by=Actor("lan", "Lan", frozenset({Role.MONITOR}), "VPTW"),
        now=now,
    )
    answer = client.post(at(filed), {"decision": "accept", "part": ["a"]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "lan đã xử lý ngày 20/06/2025" in page
    assert "đã trả lại, có nêu lý do" in page
    assert state(filed) == State.RETURNED.value
    shown = text(client, at(filed))
    assert "Hồ sơ bị trả lại." in shown
    assert 'name="decision"' not in shown


def test_a_race_inside_the_action_is_a_conflict_too(browser_of, filed, monkeypatch, now):
    """Where somebody decides between the look and the write, the loser gets the same page."""
    from thuocdo.web import verifying  # noqa: PLC0415  settings are ready only here

    real = verifying.verify_records
    lan = Actor("lan", "Lan", frozenset({Role.MONITOR}), "VPTW")

    def slow(**given):
        real(decisions=[Decision(filed, accept=False, note="sai")], by=lan, now=now)
        return real(**given)

    monkeypatch.setattr(verifying, "verify_records", slow)
    answer = browser_of("binh").post(at(filed), {"decision": "accept", "part": ["a"]})
    assert answer.status_code == 409


def test_what_was_not_sent_is_not_there(browser_of, em):
    """What still waits for its head is nobody else's affair, and neither is what does not exist."""
    (public_id,) = submitted(evidence(), by=em)
    client = browser_of("binh")
    assert public_id not in text(client, QUEUE)
    assert client.get(at(public_id)).status_code == 404
    assert client.post(at(public_id), {"decision": "accept"}).status_code == 404
    assert client.get(at("E-000000000000")).status_code == 404
    assert client.get(at("O-000000000000")).status_code == 404
    assert client.get(at("nichts")).status_code == 404


def test_only_verifiers_come_in(browser_of, filed):
    """A head, a publisher and a citizen may open neither the queue nor a record."""
    for name in ("an", "chi", "dung"):
        assert browser_of(name).get(QUEUE).status_code == 403
        assert browser_of(name).get(at(filed)).status_code == 403


def test_reports_milestones_and_values_have_their_pages(browser_of, an):
    """Every kind of record can be read and decided."""
    said = submitted(report(), by=an)[0]
    step = submitted(row("milestone", task="44", name="Trình dự thảo", due_on="2025-09-30"), by=an)[0]
    value = submitted(observation(), by=Actor("lan", "Lan", frozenset({Role.MONITOR}), "VPTW"))[0]
    client = browser_of("binh")
    assert "Đang hoàn thiện danh mục." in text(client, at(said))
    assert "Trình dự thảo" in text(client, at(step))
    assert "41,5" in text(client, at(value))
    # Indicator 12 is not task 12, whose code is the same.
    shown = (text(client, at(value)), text(client, f"{QUEUE}?loai=observation"))
    assert ["Giao dịch không dùng tiền mặt" in page for page in shown] == [True, True]
    assert ["Đào tạo kiến thức khoa học" in page for page in shown] == [False, False]
    assert '<option value="" selected>' not in shown[1]
    assert client.post(at(said), {"decision": "accept"}).status_code == 302
    assert client.post(at(step), {"decision": "return", "fault-due_on": "sai"}).status_code == 302
    assert client.post(at(value), {"decision": "return", "reason": "sai kỳ"}).status_code == 302
    assert "Hồ sơ bị trả lại." in text(client, at(value))


def test_an_address_leads_only_to_the_web(browser_of, an):
    """A link is made of http and https alone; anything else, and all markup, is plain words."""
    bad = submitted(
        evidence(evidence_kind="running", text="<script>x</script>", url="javascript:alert(1)"), by=an
    )[0]
    good = submitted(evidence(3, evidence_kind="running", text="Chạy", url="https://vi-du.vn/a"), by=an)[0]
    client = browser_of("binh")
    page = text(client, at(bad))
    assert 'href="javascript' not in page
    assert "<script>x" not in page
    assert 'href="https://vi-du.vn/a" rel="noopener noreferrer' in text(client, at(good))


def test_no_query_grows_with_the_queue(browser_of, an):
    """Thirty records cost as many queries as two."""
    client = browser_of("binh")

    def fill(numbers):
        rows = [evidence(n, text=f"Quyết định {n}/QĐ-TTg ngày 28/5/2025") for n in numbers]
        submitted(*rows, by=an)

    def count():
        text(client, QUEUE)
        with CaptureQueriesContext(connection) as caught:
            text(client, QUEUE)
        return len(caught)

    fill(range(2, 4))
    few = count()
    fill(range(4, 32))
    assert count() == few
    assert few <= 22

"""Criteria sets and assessments through the web: plain forms from the proposal to the final result."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.assessed import EARLY, LINE, SMALL, frozen, proposed, submitted, verified
from tests.functional.conftest import PASSWORD

from thuocdo.accounts.actions import add_person
from thuocdo.assessments import models, proposing
from thuocdo.assessments.types import State
from thuocdo.core.actor import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme", "files_apart", "at_day")]
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
CHANGED = SMALL.replace("version: 1\n", "version: 2\n")


@pytest.fixture
def at_day(monkeypatch, now):
    """Let every clock stand still."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def version(chi, binh):
    """Return the id of a frozen set."""
    return frozen(chi, binh)


@pytest.fixture
def judge(accounts, browser_of, now):
    """Return the browser of Đức, a monitor of another body than Bình."""
    add = {"password": PASSWORD, "by": accounts["chi"], "now": now}
    add_person(username="duc", name="Đức", agency="VPCP", roles={Role.MONITOR}, **add)
    return browser_of("duc")


def said(answer):
    """Return the text of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_wrong_set_is_shown_with_every_fault_and_its_line(browser_of):
    """Nothing is loaded; each fault names its line, in Vietnamese and in English."""
    chi = browser_of("chi")
    wrong = SMALL.replace("points: 4", "points: 5").replace("total: 20", "total: 21").replace("A3", "A2")
    answer = chi.post("/bo-tieu-chi/de-xuat", {"text": wrong, "act": "look"})
    assert answer.status_code == 422
    assert len(re.findall(r"<li>dòng \d+", answer.content.decode())) >= 3
    english = chi.post("/bo-tieu-chi/de-xuat?lang=en", {"text": wrong, "act": "propose"})
    assert "things are wrong; nothing was loaded" in said(english)
    assert "total: 21" in english.content.decode()
    assert not models.SetVersion.objects.exists()


def test_a_set_is_looked_at_proposed_and_frozen_by_two_people(browser_of):
    """A file is checked and tried, proposed with its days, and frozen by somebody else."""
    chi, binh = browser_of("chi"), browser_of("binh")
    file = SimpleUploadedFile("bo.yaml", SMALL.encode())
    looked = chi.post("/bo-tieu-chi/de-xuat", {"file": file, "act": "look"})
    assert looked.status_code == 200
    assert "1000 đơn vị giả định" in said(looked)
    days = {"judges_from": "2025-07-01", "judges_until": "2026-06-30"}
    early = {**days, "judges_from": "2025-01-01", "text": SMALL, "reason": "Kỳ tới", "act": "propose"}
    refused = chi.post("/bo-tieu-chi/de-xuat", early)
    assert (refused.status_code, "chọn ngày muộn hơn" in said(refused)) == (422, True)
    done = chi.post("/bo-tieu-chi/de-xuat", {**days, "text": SMALL, "reason": "Kỳ tới", "act": "propose"})
    assert done.status_code == 302
    at = done["Location"].split("?")[0]
    assert "cần người khác khóa" in said(chi.get(at))
    assert chi.post(at, {"act": "freeze"}).status_code == 403
    assert binh.post(at, {"act": "freeze"}).status_code == 302
    assert models.SetVersion.objects.get().state == "frozen"
    assert chi.get(f"{at}?dang=json").content.startswith(b"{")
    assert chi.get(f"{at}?dang=yaml")["Content-Disposition"].endswith('"thu-nghiem-1.yaml"')


def test_a_changed_set_shows_who_would_move(browser_of, version, binh, an, now):
    """Before it is proposed and before it is frozen one sees whose total moves."""
    verified(version, an, binh, now)
    changed = CHANGED.replace("full_at: 100}\n      - id: A2", "full_at: 80}\n      - id: A2")
    looked = said(browser_of("chi").post("/bo-tieu-chi/de-xuat", {"text": changed, "act": "look"}))
    assert "Bộ Khoa học và Công nghệ 12,00 Yếu 14,00" in looked


def test_a_proposal_is_refused_or_withdrawn_with_a_sentence(browser_of, chi):
    """The sentence is needed, and stands on the page of the version."""
    at = f"/bo-tieu-chi/{proposed(chi)}"
    binh = browser_of("binh")
    assert binh.post(at, {"act": "refuse"}).status_code == 422
    assert binh.post(at, {"act": "refuse", "note": "Thiếu nguồn."}).status_code == 302
    assert "Thiếu nguồn." in said(binh.get(at))
    assert browser_of("giang").get(at).status_code == 404


def test_the_shipped_sets_can_be_read_and_started_from(browser_of):
    """Every shipped set has its page, its file and a start."""
    chi = browser_of("chi")
    page = chi.get("/bo-tieu-chi").content.decode()
    for name in re.findall(r"/bo-tieu-chi/mau/([\w-]+)", page):
        assert chi.get(f"/bo-tieu-chi/mau/{name}").status_code == 200
        assert chi.get(f"/bo-tieu-chi/mau/{name}?dang=yaml").content
        assert "format: 1" in said(chi.get(f"/bo-tieu-chi/de-xuat?tu={name}"))


def test_a_unit_fills_in_saves_and_hands_in(browser_of, em_of, version):
    """What is right is saved, what is wrong is named; a file is kept; the head hands in."""
    opened = em_of.post("/danh-gia", {"version": version, "period": "2025-H1"})
    form = opened["Location"]
    number = re.search(r'name="number" value="(\d+)"', em_of.get(form).content.decode())[1]
    typed = {"number": number, "v-asked": "mười", "v-done": "8", "v-open": "1", "p-A1": LINE, "act": "save"}
    wrong = em_of.post(form, {**typed, "f-A2": SimpleUploadedFile("anh.png", PNG)})
    page = wrong.content.decode()
    assert (wrong.status_code, "mười" in page, "anh.png" in page) == (422, True, True)
    file = re.search(r'name="k-A2" value="(F-\w+)"', page)[1]
    number = re.search(r'name="number" value="(\d+)"', page)[1]
    right = {**typed, "number": number, "v-asked": "10", "k-A2": file, "act": "waiting"}
    done = em_of.post(form, right)
    assert done.status_code == 302, said(done)
    at = done["Location"].split("?")[0]
    assert em_of.post(form, right).status_code == 409
    an = browser_of("an")
    assert browser_of("binh").get(at).status_code == 404
    assert browser_of("binh").get(f"/tep/{file}").status_code == 404
    assert an.post(at, {"act": "submitted"}).status_code == 302
    assert models.Assessment.objects.get().state == State.SUBMITTED
    assert browser_of("binh").get(f"/tep/{file}").status_code == 200
    assert browser_of("giang").get(at).status_code == 404


def test_a_verifier_scores_beside_and_the_unit_sees_both(browser_of, version, an, now):
    """What was found is saved, then finished; the result names what was lost and why."""
    made = submitted(version, an, now)
    binh, at = browser_of("binh"), f"/danh-gia/{made}/cham"
    assert LINE in said(binh.get(at))
    found = {"v-asked": "10", "v-done": "6", "v-open": "1", "e-A1": "yes", "e-A2": "no", "number": "3"}
    missing = binh.post(at, {**found, "act": "finish"})
    assert (missing.status_code, "hãy viết một câu" in said(missing)) == (422, True)
    office = binh.post(at, {"o-heard": "40", "o-content": "x", "act": "office"})
    assert office.status_code == 422
    assert binh.post(at, {"o-heard": "40", "o-content": "20", "act": "office"}).status_code == 302
    assert binh.post(at, {**found, "r-A2": "Trang trống.", "act": "save"}).status_code == 302
    assert 'value="6"' in binh.get(at).content.decode()
    done = binh.post(at, {**found, "number": "4", "r-A2": "Trang trống.", "act": "finish"})
    assert done.status_code == 302
    shown = said(browser_of("an").get(f"/danh-gia/{made}"))
    for part in ("13,50 /20", "7,50 /20", "Trang trống.", "60 % (6/10)", "Minh chứng không đạt", "+4,00"):
        assert part in shown
    assert binh.get(at).status_code == 302


def test_a_dispute_is_answered_by_another_again(browser_of, judge, version, an, binh, now):
    """The head disputes, the verifier cannot answer, somebody else does; then it is final."""
    made = verified(version, an, binh, now)
    at, head = f"/danh-gia/{made}", browser_of("an")
    assert head.post(at, {"act": "disputed"}).status_code == 422
    assert head.post(at, {"act": "disputed", "d-A1": "Biên bản ghi 8."}).status_code == 302
    assert browser_of("binh").post(at, {"act": "answered", "u-A1": "yes", "a-A1": "x"}).status_code == 403
    assert judge.post(at, {"act": "answered", "a-A1": "Đúng."}).status_code == 422
    assert judge.post(at, {"act": "answered", "u-A1": "yes", "a-A1": "Đúng."}).status_code == 302
    assert "Biên bản ghi 8." in said(head.get(at))
    assert head.post(at, {"act": "note", "note": "Ghi chú của Bộ."}).status_code == 302
    assert head.post(at, {"act": "final"}).status_code == 302
    assert "Ghi chú của Bộ." in said(head.get(at))
    assert head.post(at, {"act": "khong"}).status_code == 422


def test_an_expert_scores_alone(browser_of, version, chi, an, now):
    """A named expert finds the assessment in the list and keeps a score; nobody else opens the page."""
    proposing.name_experts(id=version, names=["dung"], by=chi, now=EARLY)
    made = submitted(version, an, now)
    dung = browser_of("dung")
    assert made in dung.get("/danh-gia").content.decode()
    at = f"/danh-gia/{made}/chuyen-gia"
    assert dung.post(at, {"v-judged": "11"}).status_code == 422
    assert dung.post(at, {"v-judged": "6,5"}).status_code == 302
    assert 'value="6,5"' in dung.get(at).content.decode()
    assert browser_of("chi").get(at).status_code == 403
    assert browser_of("giang").get(at).status_code == 404


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_speaks_both_languages(browser_of, version, chi, an, binh, now, language):
    """No page fails in either language, and none mixes a rank into a result."""
    waiting = proposed(chi, text=CHANGED)
    made = verified(version, an, binh, now)
    for who, at in (
        ("chi", "/bo-tieu-chi"), ("chi", f"/bo-tieu-chi/{version}"), ("binh", f"/bo-tieu-chi/{waiting}"),
        ("an", "/danh-gia"), ("binh", "/danh-gia"), ("an", f"/danh-gia/{made}"), ("chi", f"/danh-gia/{made}"),
    ):  # fmt: skip
        answer = browser_of(who).get(f"{at}?lang={language}")
        assert answer.status_code == 200
        assert not re.search(r"\b(xếp hạng thứ|rank)\b", said(answer), re.IGNORECASE)

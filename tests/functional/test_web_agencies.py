"""The register of bodies in the browser: looking up, and changing bodies behind a typed word."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories.logging_in import PASSWORD, events
from tests.factories.pages import form_at, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

LOOK, DO = "/co-quan/thay-doi", "/co-quan/thay-doi/thuc-hien"
MERGER = {
    "kind": "merged",
    "bodies": ["BTP", "BCT"],
    "heir": "BYT",
    "on": "1/3/2030",
    "document": "Nghị quyết số 1/2026/QH16 của Quốc hội",
    "document_on": "2025-06-01",
    "do": "look",
}
NEW = {
    "heir": "new",
    "code": "BMOI",
    "name_vi": "Bộ Mới",
    "name_en": "New Ministry",
    "kind_of_body": "ministry",
}


def looked(client, form=MERGER):
    """Return the fields that the preview of a change carries to the act."""
    page = client.post(LOOK, form)
    assert page.status_code == 200, text_of(page.content, "problem")
    return form_at(page.content, DO)


def row(code):
    """Return the row of a body."""
    from thuocdo.programme.models import Agency  # noqa: PLC0415  tables are ready only here

    return Agency.objects.get(code=code)


@pytest.mark.parametrize(
    ("query", "found", "missing"),
    [
        ("q=khoa+hoc+va+cong+nghe", "BKHCN", "BYT"),
        ("q=thong+tin+va+truyen+thong&state=ended", "BTTTT", "BKHCN"),
        ("kind=province&q=ha+noi", "VN34-01", "VN63-01"),
        ("kind=province&q=ha+noi&state=ended", "VN63-01", "VN34-01"),
        ("state=all&page=3", "VN", "BKHCN"),
        ("kind=khong&state=khong&page=x", "BKHCN", "BTTTT"),
        ("page=999999999999&q=bo+y+te", "BYT", "BKHCN"),
    ],
)
def test_bodies_are_found_by_words_without_tone_marks(query, found, missing, admin):
    """The list narrows by words, kind and state, page by page; odd values of the address do no harm."""
    page = admin.get(f"/co-quan?{query}").content.decode()
    assert f"<small>{found}" in page
    assert f"<small>{missing}<" not in page


def test_a_body_shows_where_it_comes_from(admin):
    """The page tells the names in time, the bodies before and after, and the duties with their number."""
    page = admin.get("/co-quan/BKHCN?lang=en").content.decode()
    assert "Ministry of Information and Communications" in page
    assert "its duties came over on 1 March 2025" in page
    assert "Tasks it leads, named by the document" in page
    after = admin.get("/co-quan/BTTTT").content.decode()
    assert 'href="/co-quan/BKHCN"' in after
    assert "has ended" in after
    assert admin.get("/co-quan/KHONG").status_code == 404


def test_who_reads_all_sees_the_register_and_changes_nothing(browser_of, admin):
    """A monitor finds the bodies and no button; an officer finds neither."""
    monitor = browser_of("binh")
    page = monitor.get("/co-quan/BYT")
    assert page.status_code == 200
    assert "thay-doi" not in page.content.decode()
    assert monitor.get(LOOK).status_code == 403
    assert monitor.post(DO, looked(admin) | {"typed": "BTP BCT"}).status_code == 403
    assert browser_of("an").get("/co-quan").status_code == 403
    assert row("BTP").valid_until is None


def test_each_kind_of_change_has_its_form(admin):
    """The form asks for what the kind needs, and a part lists the tasks of its body."""
    kinds = admin.get(LOOK).content.decode()
    for kind in ("new", "renamed", "merged", "split", "part"):
        assert f"kind={kind}" in kinds
        assert admin.get(f"{LOOK}?kind={kind}").status_code == 200
    part = admin.get(f"{LOOK}?kind=part&bodies=BKHCN").content.decode()
    assert 'value="nq03/17"' in part
    assert admin.get(f"{LOOK}?kind=khong").status_code == 200
    assert admin.post(DO, {"kind": "khong"}).status_code == 302


def test_all_faults_come_at_once_and_the_form_keeps_what_was_typed(admin):
    """An empty form is refused with each field named, and what was written stands there still."""
    answer = admin.post(f"{LOOK}?lang=en", {"kind": "merged", "document": "Số 9", "do": "look"})
    assert answer.status_code == 422
    (said,) = text_of(answer.content, "problem")
    for field in ("Date of effect", "Day of the document", "Bodies", "Who takes over"):
        assert f"{field}:" in said
    assert 'value="Số 9"' in answer.content.decode()


def test_a_merger_goes_through_preview_and_typed_word(admin):
    """The preview counts; a wrong word changes nothing; the right one makes the change, once."""
    page = admin.post(f"{LOOK}?lang=en", MERGER)
    assert "Type “BTP BCT” to confirm" in page.content.decode()
    assert "Duties, accounts and tokens that this touches:" in page.content.decode()
    fields = form_at(page.content, DO)
    assert row("BTP").valid_until is None
    wrong = admin.post(DO, fields | {"typed": "BTP"})
    assert wrong.status_code == 422
    assert row("BTP").valid_until is None
    done = admin.post(DO, fields | {"typed": "btp  bct"})
    assert (done.status_code, done["Location"]) == (302, "/co-quan/BYT?xong=1")
    assert str(row("BTP").valid_until) == "2030-03-01"
    ((on, body),) = events("bodies_changed")
    assert (on, body["bodies"], body["takers"], body["change"]) == (
        "register",
        ["BTP", "BCT"],
        ["BYT"],
        "merged",
    )
    shown = admin.get(done["Location"]).content.decode()
    assert "Nghị quyết số 1/2026/QH16" in shown
    again = admin.post(DO, fields | {"typed": "BTP BCT"})
    assert again.status_code == 422
    assert len(events("bodies_changed")) == 1


def test_a_new_body_takes_over(admin):
    """What is typed of the new body stands in the register from the day of the change on."""
    fields = looked(admin, {**MERGER, **NEW})
    done = admin.post(DO, fields | {"typed": "BTP BCT"})
    assert done["Location"] == "/co-quan/BMOI?xong=1"
    assert (row("BMOI").kind, str(row("BMOI").valid_from)) == ("ministry", "2030-03-01")
    page = admin.get("/co-quan/BMOI?lang=en").content.decode()
    assert "Ministry of Justice" in page
    assert "New Ministry" in page


def test_when_something_else_would_move_the_new_preview_is_shown(admin, now, chi):
    """A person who came meanwhile makes the act wait: 409 with the counts as they are by now."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    fields = looked(admin)
    add_person(username="lan", name="Lan", agency="BTP", roles=set(), password=PASSWORD, by=chi, now=now)
    answer = admin.post(DO, fields | {"typed": "BTP BCT"})
    assert answer.status_code == 409
    assert row("BTP").valid_until is None
    newer = form_at(answer.content, DO)
    assert newer["seen"] != fields["seen"]
    assert admin.post(DO, newer | {"typed": "BTP BCT"}).status_code == 302


def test_a_stale_session_is_asked_before_the_act_and_keeps_the_form(admin, monkeypatch):
    """After a quarter of an hour the act wants the password; preview and reading do not."""
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    fields = looked(admin) | {"typed": "BTP BCT"}
    asked = admin.post(DO, fields)
    assert asked.status_code == 403
    assert b'name="confirm-secret"' in asked.content
    assert row("BTP").valid_until is None
    assert admin.post(DO, fields | {"confirm-secret": PASSWORD}).status_code == 302


def test_a_split_lead_is_asked_for_where_members_are_named(admin, browser_of):
    """The tasks of the split body stand among the names that only a document can fill."""
    form = {**MERGER, "kind": "split", "bodies": "BKHCN", "heir": "BYT", "others": ["BTP"]}
    admin.post(DO, looked(admin, form) | {"typed": "BKHCN"})
    monitor = browser_of("binh")
    page = monitor.get("/chi-dinh").content.decode()
    assert "17~BKHCN" in page
    assert monitor.get("/chi-dinh/17~BKHCN").status_code == 200


def test_what_is_typed_never_becomes_markup(admin):
    """Names and the document are text, in the form, in the preview and on the page of the body."""
    evil = "<script>alert(1)</script>"
    form = {**MERGER, **NEW, "name_vi": f"Bộ {evil}", "document": evil}
    page = admin.post(LOOK, form)
    admin.post(DO, form_at(page.content, DO) | {"typed": "BTP BCT"})
    for shown in (page, admin.get("/co-quan/BMOI"), admin.get("/co-quan?state=all&page=4")):
        assert evil not in shown.content.decode()


@pytest.mark.parametrize("address", ["/co-quan?state=all", "/co-quan/BKHCN"])
def test_the_pages_ask_as_many_questions_for_any_register(address, admin, chi, now):
    """Three hundred bodies more cost no query more."""
    from thuocdo.programme.actions import add_agencies  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.types import Agency, AgencyKind  # noqa: PLC0415  same

    admin.get(address)
    with CaptureQueriesContext(connection) as few:
        admin.get(address)
    more = [Agency(f"X{each}", f"Bộ {each}", f"Ministry {each}", AgencyKind.MINISTRY) for each in range(300)]
    add_agencies(agencies=more, by=chi, now=now)
    admin.get(address)
    with CaptureQueriesContext(connection) as many:
        admin.get(address)
    assert len(many) <= len(few)
    assert len(few) <= 25

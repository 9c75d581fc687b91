"""A person compares two documents on the page: chooses them, reads counts and findings, in both languages."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(browser_of, model_programme):  # noqa: ARG001  loaded
    """Return a function that opens the page as a citizen who has logged in."""
    client = browser_of("dung")
    return lambda query="": client.get(f"/so-sanh{query}")


def test_the_page_offers_the_programmes_first(page):
    """Without a choice there is a form and no finding."""
    shown = page("?lang=en").content.decode()
    assert "03/NQ-CP · nq03" in shown
    assert "<table" not in shown


def test_findings_stand_with_their_place_and_certainty(page):
    """The adopted programme has duties without a task, and bodies that have ended since."""
    shown = page("?lang=en&a=nq03&b=nq03&as_of=2025-06-01").content.decode()
    assert "Clauses without a task" in shown
    assert "A, clause II.7.d" in shown
    assert "Existed until 28 February 2025; its duties are now with Ministry of Finance." in shown
    assert "Bodies as of 1 June 2025" in shown


def test_the_vietnamese_page(page):
    """All words of the page are Vietnamese."""
    shown = page("?lang=vi&a=nq03&b=nq03&as_of=2025-06-01").content.decode()
    assert "Khoản mục không có nhiệm vụ" in shown
    assert "Tồn tại đến hết ngày 28/02/2025; nay Bộ Tài chính đảm nhận." in shown


def test_a_wrong_day_and_an_unknown_document(page):
    """A wrong day is told on the form; a document that is not offered is not found."""
    shown = page("?lang=en&a=nq03&b=nq03&as_of=gestern")
    assert shown.status_code == 200
    assert "“gestern” is not a day" in shown.content.decode()
    assert page("?a=nq03&b=draft-1").status_code == 404


def test_a_draft_under_review_is_offered_to_reviewers_only(page, browser_of):
    """Who may review compares a draft with the programme; to others it is not offered."""
    reviewer = browser_of("chi")
    sent = {"file": SimpleUploadedFile("mau.txt", SAMPLE.read_bytes()), "slug": "mau", "amends": ""}
    made = reviewer.post("/van-ban", sent)["Location"].strip("/").split("/")[-1]
    shown = reviewer.get(f"/so-sanh?lang=en&a=nq03&b=draft-{made}&as_of=2025-02-01")
    assert "900/NQ-CP (draft under review)" in shown.content.decode()
    assert "Tasks of A without a task in B" in shown.content.decode()
    assert page(f"?a=nq03&b=draft-{made}").status_code == 404

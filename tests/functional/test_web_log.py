"""The log in the receipt that an officer keeps: first pending, then a file that proves it."""

import pytest
from tests.factories.logs import SIGNER
from tests.factories.panel import form_of, press
from tests.factories.signers import Near

from thuocdo.log import receipts
from thuocdo.log.appending import append_events
from thuocdo.log.entries import read_entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "files_apart", "model_programme")]
TASK = "44"


@pytest.fixture
def signer(tmp_path, settings):
    """Make an empty log for this installation."""
    made = Near(tmp_path)
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = made.log, made.home.folder
    return made


def handed_in(client):
    """Report one task; return the receipt's address."""
    sent = press(client, TASK, "send", form_of(client, TASK), situation="working", expected_on="1/9/2025")
    return f"/viec/bien-nhan/{sent['Location'].split('nhan=')[1]}"


def test_the_receipt_waits_and_then_proves_itself(browser_of, signer):
    """Before the log has the report the page says so; then the file holds with the log's key alone."""
    client = browser_of("an")
    address = handed_in(client)
    page = client.get(address).content.decode()
    assert "chưa ghi; hãy xem lại sau ít phút" in page
    early = client.get(f"{address}/nhat-ky")
    assert (early.status_code, early["Location"]) == (302, address)
    append_events(signer)
    page = client.get(address).content.decode()
    assert f'href="{address}/nhat-ky"' in page
    answer = client.get(f"{address}/nhat-ky")
    assert answer["Content-Disposition"].endswith('.tlog-proof"')
    found, opened = receipts.check(answer.content, SIGNER.verifier)
    assert read_entry(found.entry).commitment in page
    assert opened.checkpoint.size == found.index + 1 == 2


def test_the_receipt_is_for_who_handed_in(browser_of, signer):
    """For anybody else it does not exist."""
    address = handed_in(browser_of("an"))
    append_events(signer)
    assert browser_of("giang").get(f"{address}/nhat-ky").status_code == 404
    assert browser_of("").get(f"{address}/nhat-ky").status_code in {302, 403}


def test_without_a_log_the_page_says_nothing_of_one(browser_of, settings, tmp_path):
    """An installation without a log has the receipt as before."""
    settings.THUOCDO_LOG = tmp_path / "none"
    client = browser_of("an")
    address = handed_in(client)
    assert "Nhật ký công khai" not in client.get(address).content.decode()
    assert client.get(f"{address}/nhat-ky").status_code == 302

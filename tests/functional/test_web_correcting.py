"""Correcting a published value on a page: proposed by one, confirmed by another, then told to readers."""

import csv
from datetime import UTC, date, datetime

import pytest
from tests.factories.publication import plain_pages
from tests.functional.conftest import PASSWORD
from tests.security.seeing import SIGN, alive

from thuocdo.audit.models import Event
from thuocdo.config.transparency import entering, past
from thuocdo.core.actor import Role
from thuocdo.evaluation.queries import facts
from thuocdo.log.homes import make_log
from thuocdo.publication.keys import Purpose, new_key
from thuocdo.publication.publish import previous, publish
from thuocdo.publication.releases import actions, mending, queries
from thuocdo.publication.releases.types import RequestState
from thuocdo.publication.site import render_site
from thuocdo.publication.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE = "/cong-bo/dinh-chinh"
HOSTILE = f'{SIGN}"><script>{SIGN}()</script><img src=x onerror={SIGN}()>'
NOW = datetime(2025, 6, 20, 5, tzinfo=UTC)
RIGHT = {
    "act": "propose",
    "table": "nq03/nhiem-vu",
    "row": "task 44",
    "column": "status",
    "new": "done",
    "reason": "Đọc nhầm văn bản.",
    "document": "12/BC-VPTW",
    "document_on": "2025-06-19",
}


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 June 2025."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def site(settings, tmp_path):
    """Publish the model programme into a log; returns the folder that readers have."""
    settings.DATA, settings.SITE = tmp_path, tmp_path / "site"
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = tmp_path / "log", tmp_path / "log-signer"
    settings.THUOCDO_LOG_STAMPS = tmp_path / "stamps"
    make_log(settings.THUOCDO_LOG, home=settings.THUOCDO_LOG_HOME, name="log.example/correcting")
    published(settings.SITE, render=plain_pages)
    return settings.SITE


def published(site, on=date(2025, 6, 20), **more):
    """Publish the facts of a day."""
    key = new_key(name="K", role="publisher", purpose=Purpose.PRODUCTION, valid_from=date(2025, 1, 1))
    known = past()
    return publish(
        facts("nq03", as_of=on),
        out=site,
        signers=(key,),
        now=datetime(2026, 1, 1, tzinfo=UTC),
        accepted={"nothing_reported": "Đã xem xét."},
        past=known,
        enter=entering(known),
        **more,
    )


@pytest.fixture
def lan(accounts, browser_of, now):
    """Return the browser of Lan, a second publisher."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    given = {"password": PASSWORD, "by": accounts["chi"], "now": now}
    add_person(username="lan", name="Lan", agency="VPTW", roles={Role.PUBLISHER}, **given)
    return browser_of("lan")


def shown(client):
    """Return the page in words."""
    return client.get(PAGE, {"lang": "en"}).content.decode()


def the_only():
    """Return the only correction there is."""
    (found,) = queries.correction_requests("nq03")
    return found


def act(client, name, **form):
    """Do one act on the only correction."""
    return client.post(PAGE, {"act": name, "correction": the_only().id, **form})


def test_a_wrong_value_is_corrected_by_two_people_and_told_to_readers(browser_of, lan, site):
    """Proposed, confirmed, logged; the next publication lists it, marks the page, and verifies."""
    chi = browser_of("chi")
    assert chi.post(PAGE, RIGHT).status_code == 302
    found = the_only()
    assert (found.where, found.old, found.new) == ("nq03/nhiem-vu, task 44, status", "at_risk", "done")
    assert "somebody else has to confirm it" in shown(chi)
    assert "Confirm and bring it into the log" in shown(lan)
    assert act(lan, "confirm").status_code == 302
    logged = the_only()
    assert (logged.state, logged.ended_by) == (RequestState.LOGGED, "lan")
    assert logged.entry == past().corrections[0].entry
    published(site, date(2025, 6, 21), render=render_site)
    lines = list(csv.DictReader((site / "nq03/dinh-chinh.csv").read_text("utf-8-sig").splitlines()))
    assert [(each["row"], each["old"], each["new"], each["why"]) for each in lines] == [
        ("task 44", "at_risk", "done", "Đọc nhầm văn bản.")
    ]
    for page in ("nq03/dinh-chinh", "nq03/nhiem-vu/44", "en/nq03/nhiem-vu/44"):
        assert "Đọc nhầm văn bản." in (site / page / "index.html").read_text("utf-8")
    assert "<code>en/nq03/nhiem-vu/44/</code>" in shown(chi)
    assert verify(site).holds
    kinds = list(
        Event.objects.filter(kind__startswith="correction").order_by("id").values_list("kind", flat=True)
    )
    assert kinds == ["correction_proposed", "correction_logged", "correction_confirmed"]


def test_whoever_proposes_cannot_confirm(browser_of, site):
    """Four eyes: the log stays as it was."""
    chi = browser_of("chi")
    chi.post(PAGE, RIGHT)
    assert act(chi, "confirm").status_code == 403
    assert the_only().state is RequestState.PROPOSED
    assert past().corrections == ()
    assert previous(site) is not None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"row": "task 4444"}, "0 rows of this name"),
        ({"column": "colour"}, "no such column"),
        ({"table": "nq03/khong-co"}, "0 rows of this name"),
        ({"table": "../trust"}, "0 rows of this name"),
        ({"row": " "}, "name the table, the row and the column"),
        ({"new": "at_risk"}, "is what was published"),
        ({"document": ""}, "number and issuer of the signed document"),
        ({"document_on": "19/19/2025"}, "the day of the document"),
        ({"document_on": "2025-06-21"}, "has not come yet"),
        ({"reason": "x" * 1001}, "longer than 1000 characters"),
        ({"act": "all"}, "Say what you decide"),
    ],
)
def test_what_cannot_be_corrected_is_refused_on_its_field(browser_of, site, changes, said):  # noqa: ARG001  it has to be there
    """Each fault in one sentence, what was typed stands there again, and nothing is kept."""
    answer = browser_of("chi").post(f"{PAGE}?lang=en", RIGHT | changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert queries.correction_requests("nq03") == ()
    if "act" not in changes:
        assert "12/BC-VPTW" in page or "document" in changes


def test_what_is_typed_is_text_on_the_page_and_for_readers(browser_of, lan, site):
    """A script in any field is shown as text, refused or taken, also on the published pages."""
    chi = browser_of("chi")
    told = {name: HOSTILE for name in RIGHT if name != "act"}
    assert not alive(chi.post(PAGE, {"act": "propose", **told}).content.decode())
    taken = dict.fromkeys(("new", "reason", "document"), HOSTILE)
    assert chi.post(PAGE, RIGHT | taken).status_code == 302
    assert not alive(shown(chi))
    act(lan, "confirm")
    published(site, date(2025, 6, 21), render=render_site)
    for page in ("nq03/dinh-chinh", "nq03/nhiem-vu/44"):
        text = (site / page / "index.html").read_text("utf-8")
        assert SIGN in text
        assert not alive(text)


def test_all_faults_are_named_at_once(browser_of, site):  # noqa: ARG001  it has to be there
    """An empty form tells everything that is missing."""
    answer = browser_of("chi").post(f"{PAGE}?lang=en", {"act": "propose", "table": "nq03/nhiem-vu"})
    assert answer.content.decode().count('id="wrong-') == 4


def test_a_withdrawn_correction_is_never_logged(browser_of, lan, site):  # noqa: ARG001  it has to be there
    """A sentence is asked for; afterwards nobody can confirm it."""
    chi = browser_of("chi")
    chi.post(PAGE, RIGHT)
    assert act(chi, "withdraw", note=" ").status_code == 422
    assert act(chi, "withdraw", note="Giá trị vẫn đúng.").status_code == 302
    assert act(lan, "confirm").status_code == 409
    assert "Giá trị vẫn đúng." in shown(lan)
    assert past().corrections == ()


def test_killed_after_the_log_the_same_call_finishes(browser_of, lan, site, accounts, monkeypatch):
    """The log has the entry; the row follows with the next call, and no second entry is made."""
    browser_of("chi").post(PAGE, RIGHT)
    assert lan is not None
    monkeypatch.setattr(actions, "_end", lambda *_given, **_named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        _confirm(site, accounts)
    monkeypatch.undo()
    assert the_only().state is RequestState.PROPOSED
    assert _confirm(site, accounts).entry == past().corrections[0].entry
    assert len(past().corrections) == 1


def _confirm(site, accounts):
    from dataclasses import replace  # noqa: PLC0415  only here

    from thuocdo.config.transparency import desk, patient  # noqa: PLC0415  settings are ready only here

    second = replace(accounts["chi"], id="lan")
    assert desk().site == site
    return mending.confirm(desk=desk(), signer=patient(), id=the_only().id, by=second, now=NOW)


def test_without_a_log_or_a_publication_the_page_says_so(browser_of, settings, tmp_path):
    """Nobody fills in a form that cannot be taken."""
    settings.SITE = tmp_path / "none"
    settings.THUOCDO_LOG = tmp_path / "no-log"
    page = shown(browser_of("chi"))
    assert "There is no log here" in page
    assert "Nothing has been published yet" in page
    assert 'name="table"' not in page
    assert browser_of("chi").post(PAGE, RIGHT).status_code == 404

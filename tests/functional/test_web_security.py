"""Second factors, sessions and confirmations: what lets a person in, and what does not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.logging_in import DIGITS, RECOVERY, code_of, enrol, events, is_in, password, second
from tests.functional.conftest import PASSWORD

from thuocdo.accounts.factors import GUESSES

pytestmark = pytest.mark.django_db


@pytest.fixture
def enrolled(accounts):  # noqa: ARG001  they have to be there
    """Return the secret and recovery codes of An, who has added an app and logged out."""
    client = password()
    made = enrol(client)
    client.post("/dang-xuat")
    return made


def test_a_password_alone_opens_nothing_once_there_is_a_factor(enrolled):
    """After the password every page still asks to log in; the app's code opens them, under a new key."""
    client = password()
    waiting = client.cookies["sessionid"].value
    assert not is_in(client)
    assert second(client, "000000").status_code == 422
    assert second(client, code_of(enrolled[0]))["Location"] == "/viec"
    assert client.cookies["sessionid"].value != waiting
    assert is_in(client)
    stolen = Client()
    stolen.cookies["sessionid"] = waiting
    assert not is_in(stolen)


def test_a_code_is_accepted_once(enrolled):
    """The same code opens no second session, whoever brings it; the next one does."""
    code = code_of(enrolled[0])
    assert second(password(), code).status_code == 302
    again = password()
    assert second(again, code).status_code == 422
    assert second(again, code_of(enrolled[0], 1)).status_code == 302


def test_a_recovery_code_is_accepted_once(enrolled):
    """It lets in one time, in capitals too, and the audit trail keeps how many are left."""
    codes = enrolled[1]
    assert len(codes) == 10
    assert second(password(), codes[0].upper()).status_code == 302
    assert second(password(), codes[0]).status_code == 422
    assert events("recovery_code_used")[0][1]["left"] == 9
    assert codes[0] not in str(events("recovery_code_used"))


def test_new_recovery_codes_end_the_old_ones(enrolled):
    """Codes printed before are worth nothing after new ones were made."""
    secret, old = enrolled
    client = password()
    second(client, code_of(secret))
    new = RECOVERY.findall(client.post("/tai-khoan/xac-thuc/ma-du-phong").content.decode())
    assert len(new) == 10
    assert second(password(), old[1]).status_code == 422
    assert second(password(), new[1]).status_code == 302


def test_guesses_of_a_code_are_limited_from_all_addresses_together(enrolled):
    """After ten wrong codes even the right one waits, from an address that never guessed too."""
    for number in range(GUESSES):
        second(password(REMOTE_ADDR=f"192.0.2.{number}"), "000000")
    fresh = password(REMOTE_ADDR="192.0.2.200")
    assert fresh.get("/dang-nhap/buoc-hai").status_code == 429
    assert second(fresh, code_of(enrolled[0])).status_code == 429
    assert not is_in(fresh)


def test_the_second_step_waits_ten_minutes(enrolled, monkeypatch):
    """A password given long ago is asked for again."""
    client = password()
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get("/dang-nhap/buoc-hai")["Location"] == "/dang-nhap"
    assert second(client, code_of(enrolled[0]))["Location"] == "/dang-nhap"


@pytest.mark.usefixtures("accounts")
def test_the_second_step_is_nothing_without_the_first():
    """Nobody guesses codes for a person whose password was not given."""
    client = Client()
    assert second(client, "000000")["Location"] == "/dang-nhap"
    client.post("/dang-nhap", {"username": "an", "password": "wrong"})
    assert second(client, "000000")["Location"] == "/dang-nhap"


@pytest.mark.parametrize(
    ("username", "address", "leads_to"),
    [
        ("an", "/viec", "/tai-khoan/xac-thuc"),
        ("binh", "/theo-doi", "/tai-khoan/xac-thuc"),
        ("an", "/ma-may", "/tai-khoan/xac-thuc"),
    ],
)
@pytest.mark.usefixtures("accounts")
def test_a_writing_role_must_add_a_factor_first(username, address, leads_to, settings):
    """Where it is demanded, everything else leads to the page that adds one, and opens afterwards."""
    settings.THUOCDO_SECOND_FACTOR = "required"
    client = password(username)
    assert client.get(address)["Location"] == leads_to
    assert is_in(client)
    page = client.get(leads_to)
    assert page.status_code == 200
    assert 'href="/viec"' not in page.content.decode()
    enrol(client)
    answer = client.get(address)
    assert answer.get("Location") != leads_to


@pytest.mark.usefixtures("accounts", "model_programme")
def test_who_changes_nothing_needs_no_factor(settings):
    """A citizen with an account goes on with the password alone."""
    settings.THUOCDO_SECOND_FACTOR = "required"
    assert password("dung").get("/viec").status_code == 200


def test_the_last_factor_stays_where_it_is_demanded(enrolled, settings):
    """It cannot be removed by a form either; where it is only offered it can."""
    from thuocdo.accounts.factors import factors_of  # noqa: PLC0415  tables are ready only here

    client = password()
    second(client, code_of(enrolled[0]))
    form = {"factor": factors_of("an")[0].id}
    settings.THUOCDO_SECOND_FACTOR = "required"
    assert client.post("/tai-khoan/xac-thuc/bo", form).status_code == 403
    settings.THUOCDO_SECOND_FACTOR = "offered"
    assert client.post("/tai-khoan/xac-thuc/bo", form).status_code == 302
    assert factors_of("an") == ()
    assert is_in(password())
    assert [kind for kind, _body in events("factor_removed")] == ["an"]


def test_nobody_removes_the_factor_of_another(enrolled, browser_of):  # noqa: ARG001  An has one
    """The number of a stranger's factor leads nowhere."""
    from thuocdo.accounts.factors import factors_of  # noqa: PLC0415  tables are ready only here

    form = {"factor": factors_of("an")[0].id}
    assert browser_of("giang").post("/tai-khoan/xac-thuc/bo", form).status_code == 404
    for wrong in ("", "x", "9" * 40, "²"):
        assert browser_of("giang").post("/tai-khoan/xac-thuc/bo", {"factor": wrong}).status_code == 404
    assert len(factors_of("an")) == 1


@pytest.mark.usefixtures("accounts")
def test_a_wrong_code_adds_no_app():
    """The app is added only after it has shown a right code; the secret stays the same meanwhile."""
    client = password()
    first = DIGITS.search(client.get("/tai-khoan/xac-thuc/ung-dung").content.decode())[1]
    answer = client.post("/tai-khoan/xac-thuc/ung-dung", {"code": "000000"})
    assert answer.status_code == 422
    assert DIGITS.search(answer.content.decode())[1] == first
    assert is_in(password())


@pytest.mark.usefixtures("accounts")
def test_a_session_gets_a_new_key_when_a_factor_comes_and_all_others_end():
    """Whoever knew the old key is out, and so is every browser that came in without the factor."""
    client, other = password(), password()
    before = client.cookies["sessionid"].value
    enrol(client)
    assert client.cookies["sessionid"].value != before
    stolen = Client()
    stolen.cookies["sessionid"] = before
    assert (is_in(client), is_in(stolen), is_in(other)) == (True, False, False)


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize(
    ("minutes", "open_after"),
    [([59, 59, 59], True), ([61], False), ([50] * 14, True), ([50] * 15, False)],
)
def test_a_session_ends_idle_and_in_any_case(minutes, open_after, monkeypatch):
    """An hour without a page ends it, twelve hours of pages end it too, and the row goes from the table."""
    from thuocdo.accounts.models import Session  # noqa: PLC0415  tables are ready only here

    client = password()
    clock = timezone.now()
    results = []
    for step in minutes:
        clock += timedelta(minutes=step)
        monkeypatch.setattr(timezone, "now", lambda at=clock: at)
        results.append(is_in(client))
    assert results[-1] is open_after
    assert Session.objects.filter(account__username="an").exists() is open_after


@pytest.mark.usefixtures("accounts")
def test_a_person_ends_sessions_elsewhere():
    """One by its name on the page, then all others; the own one stays, and a stranger's is out of reach."""
    from thuocdo.accounts.sessions import open_sessions  # noqa: PLC0415  tables are ready only here

    here, there, third, stranger = password(), password(), password(), password("giang")
    shown = {each.id for each in open_sessions("an", now=timezone.now())}
    assert len(shown) == 3
    page = here.get("/tai-khoan/xac-thuc").content.decode()
    ended = next(each for each in shown if f'value="{each}"' in page)
    stranger.post("/tai-khoan/phien", {"session": ended})
    assert [is_in(each) for each in (here, there, third)] == [True, True, True]
    here.post("/tai-khoan/phien", {"session": ended})
    assert sorted(is_in(each) for each in (there, third)) == [False, True]
    here.post("/tai-khoan/phien", {"session": ""})
    assert [is_in(each) for each in (here, there, third, stranger)] == [True, False, False, True]


@pytest.mark.usefixtures("accounts")
def test_a_new_password_needs_the_old_one_and_ends_other_sessions():
    """All faults are named at once; after the change the old password and the other browser are out."""
    here, there = password(), password()
    wrong = {"old": "x", "password": "ngan", "again": "khac"}
    assert here.post("/tai-khoan/mat-khau", wrong).status_code == 422
    weak = {"old": PASSWORD, "password": "ngan", "again": "khac"}
    page = here.post("/tai-khoan/mat-khau?lang=en", weak)
    assert "the two passwords differ" in page.content.decode()
    assert "12" in page.content.decode()
    good = {"old": PASSWORD, "password": "mot-mat-khau-khac", "again": "mot-mat-khau-khac"}
    assert here.post("/tai-khoan/mat-khau", good)["Location"] == "/tai-khoan/xac-thuc"
    assert (is_in(here), is_in(there), is_in(password())) == (True, False, False)


@pytest.mark.usefixtures("accounts")
def test_a_stale_session_is_asked_again_and_keeps_the_form(monkeypatch):
    """After a quarter of an hour a dangerous form waits for the password, then goes through unchanged."""
    client = password()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    form = {
        "token": "Máy <b>một</b>",
        "scope": ["report"],
        "ends_on": f"{later + timedelta(days=9):%Y-%m-%d}",
    }
    asked = client.post("/ma-may", form)
    assert asked.status_code == 403
    page = asked.content.decode()
    assert 'name="token" value="Máy &lt;b&gt;một&lt;/b&gt;"' in page
    assert client.post("/ma-may", {**form, "confirm-secret": "wrong"}).status_code == 403
    assert "tdo_" not in client.get("/ma-may").content.decode()
    done = client.post("/ma-may", {**form, "confirm-secret": PASSWORD})
    assert "tdo_" in done.content.decode()
    assert client.post("/ma-may", form).status_code == 200
    assert client.get("/tai-khoan").status_code == 200


def test_a_code_confirms_as_well(enrolled, monkeypatch):
    """Somebody with an app confirms with a code, and each code does so once."""
    client = password()
    second(client, code_of(enrolled[0]))
    later = datetime.now(UTC) + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    code = code_of(enrolled[0])
    assert client.post("/tai-khoan/xac-thuc/ma-du-phong").status_code == 403
    assert client.post("/tai-khoan/xac-thuc/ma-du-phong", {"confirm-secret": code}).status_code == 200
    even_later = later + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: even_later)
    assert client.post("/tai-khoan/xac-thuc/ma-du-phong", {"confirm-secret": code}).status_code == 403


@pytest.mark.usefixtures("accounts")
def test_log_ins_leave_their_trace_without_a_secret():
    """Log-in, failure and log-out are events; a name that nobody has is not kept: it may be a password."""
    client = password()
    client.post("/dang-xuat")
    Client().post("/dang-nhap", {"username": "an", "password": "secret-one"})
    Client().post("/dang-nhap", {"username": "secret-two", "password": "secret-one"})
    assert [on for on, _body in events("logged_in")] == ["an"]
    assert [on for on, _body in events("logged_out")] == ["an"]
    assert [on for on, _body in events("log_in_failed")] == ["an", "unknown"]
    assert "secret" not in str(events("log_in_failed"))


@pytest.mark.usefixtures("accounts")
def test_a_flood_of_failures_does_not_fill_the_audit_trail():
    """Of one name, from ever new addresses, twenty failures are kept."""
    for number in range(30):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        client.post("/dang-nhap", {"username": "an", "password": "x"})
    assert len(events("log_in_failed")) == 20


def test_the_tables_of_the_gate_name_pages_that_exist():
    """A page that is renamed cannot fall out of those that ask for a fresh confirmation."""
    from thuocdo.web.gate import BEFORE_FACTOR, PAGES, STEP_UP  # noqa: PLC0415  it needs the settings

    assert set(PAGES) >= STEP_UP | BEFORE_FACTOR
    administering = {page for page in PAGES if page.startswith("person-")} - {"person-sessions"}
    assert administering <= STEP_UP


@pytest.mark.usefixtures("accounts", "model_programme")
def test_an_approval_asks_a_stale_head_once_more(monkeypatch):
    """After a quarter of an hour the head's decision waits for the password; reading goes on."""
    client = password()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get("/lanh-dao").status_code == 200
    asked = client.post("/lanh-dao", {"id": ["a", "b"], "decision": "approve"}).content.decode()
    assert asked.count('type="hidden" name="id"') == 2
    assert 'name="confirm-secret"' in asked

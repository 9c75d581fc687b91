"""A person logs in, is refused, chooses a language, and logs out."""

import pytest
from django.test import Client
from tests.functional.conftest import PASSWORD

from thuocdo.web import attempts

pytestmark = pytest.mark.django_db


def log_in(client, username, password, **more):
    """Send the form."""
    return client.post("/dang-nhap", {"username": username, "password": password, **more})


@pytest.mark.usefixtures("accounts")
def test_the_session_changes_at_log_in_and_ends_at_log_out():
    """A session that somebody knew before is worth nothing afterwards, and log-out ends it in the store."""
    client = Client()
    session = client.session
    session["mark"] = "before"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    assert log_in(client, "an", PASSWORD)["Location"] == "/viec"
    after = client.cookies["sessionid"].value
    assert after != before
    assert client.cookies["sessionid"]["httponly"]
    assert client.post("/dang-xuat")["Location"] == "/dang-nhap"
    stolen = Client()
    stolen.cookies["sessionid"] = after
    assert stolen.get("/tai-khoan").status_code == 302


def test_an_answer_tells_nobody_which_accounts_exist(accounts, chi, now):  # noqa: ARG001  they have to be there
    """A wrong name, a wrong password and an account without password get the same page and status."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add_person(username="cho", name="Chờ", agency="", roles=(), password=None, by=chi, now=now)
    pages = set()
    for username in ("an", "nobody", "cho"):
        answer = log_in(Client(), username, "wrong")
        text = answer.content.decode()
        token = text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        pages.add((answer.status_code, text.replace(token, "").replace(f'value="{username}"', "")))
    assert len(pages) == 1
    assert pages.pop()[0] == 422


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize("username", ["an", "nobody"])
def test_too_many_failures_close_the_door_for_that_name_and_address(username):
    """After the limit even the right password waits, for known and unknown names alike; others go on."""
    client = Client()
    for _attempt in range(attempts.PER_ACCOUNT):
        assert log_in(client, username, "wrong").status_code == 422
    answer = log_in(client, username.upper(), PASSWORD)
    assert (answer.status_code, answer["Retry-After"]) == (429, str(attempts.WINDOW))
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert log_in(elsewhere, "an", PASSWORD).status_code == 302
    assert log_in(client, "binh", PASSWORD).status_code == 302


@pytest.mark.usefixtures("accounts")
def test_one_address_cannot_try_every_name():
    """Failures under ever new names add up for the address."""
    client = Client()
    for number in range(attempts.PER_ADDRESS):
        attempts.allowed(client.request().wsgi_request, f"name{number}")
    assert log_in(client, "an", PASSWORD).status_code == 429


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [
        ("/tai-khoan", "/tai-khoan"),
        ("https://evil.example/", "/viec"),
        ("//evil.example/", "/viec"),
        ("javascript:alert(1)", "/viec"),
        ("", "/viec"),
    ],
)
def test_log_in_leads_back_to_our_own_pages_only(wanted, leads_to):
    """Where the person was going is kept, an address elsewhere is not."""
    assert log_in(Client(), "an", PASSWORD, next=wanted)["Location"] == leads_to


def test_the_language_is_vietnamese_first_and_remembered():
    """Vietnamese without a wish, the browser's wish, then the link, which a cookie keeps."""
    client = Client()
    assert "<h1>Đăng nhập</h1>" in client.get("/dang-nhap").content.decode()
    english = client.get("/dang-nhap", headers={"accept-language": "en-GB,en;q=0.9"})
    assert "<h1>Log in</h1>" in english.content.decode()
    assert 'lang="en"' in client.get("/dang-nhap?lang=en").content.decode()
    again = client.get("/dang-nhap")
    assert "<h1>Log in</h1>" in again.content.decode()
    assert again["Content-Language"] == "en"
    assert "<h1>Log in</h1>" in client.get("/dang-nhap?lang=xx").content.decode()


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize(
    ("username", "password"), [("an", "x" * 100_000), ("x" * 100_000, PASSWORD), ("", "")]
)
def test_what_nobody_types_is_no_log_in(username, password):
    """A name or password of absurd length, or none, is refused like any wrong one, with a short page."""
    answer = log_in(Client(), username, password)
    assert answer.status_code == 422
    assert len(answer.content) < 10_000


def test_what_was_typed_is_escaped():
    """A name that looks like markup stands in the page as text."""
    answer = log_in(Client(), '"><script>alert(1)</script>', "x")
    assert "<script>" not in answer.content.decode()
    assert "&lt;script&gt;" in answer.content.decode()

"""Logging in through an identity provider, with one that is honest and one that cheats."""

import time

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from tests.factories.logging_in import code_of, enrol, events, is_in, password_of, second
from tests.factories.provider import CLIENT, SECRET, provider

from thuocdo.config import env
from thuocdo.core.errors import Invalid

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]

START, BACK = "/dang-nhap/lien-thong", "/dang-nhap/lien-thong/ve"


@pytest.fixture
def issuer(settings):
    """Serve a provider and let the settings name it."""
    with provider() as found:
        apps = env.provider(issuer=found.issuer, client=CLIENT, secret=SECRET, name="Định danh")
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
        yield found


@pytest.fixture
def linked(issuer):
    """Link An's account, as An does; returns the provider."""
    client = password_of("an")
    go(client, issuer)
    assert client.post("/tai-khoan/xac-thuc/lien-ket").status_code == 302
    return issuer


def go(client, issuer, start=START):
    """Go to the provider, agree there, and come back; returns the answer."""
    return client.get(issuer.allow(client.get(start)["Location"]))


def test_the_page_offers_the_provider_only_where_the_settings_name_one(issuer, settings):
    """With a provider the log-in page links to it; without, its addresses lead to the log-in page."""
    assert START in Client().get("/dang-nhap").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert START not in Client().get("/dang-nhap").content.decode()
    assert Client().get(START)["Location"] == "/dang-nhap"
    assert Client().get(f"{BACK}?state=x&code=y")["Location"] == "/dang-nhap"
    assert issuer.exchanged == []


def test_a_linked_subject_logs_in(linked):
    """The person comes back logged in, under a new key, and the trail says how."""
    client = Client()
    client.get(START)
    before = client.cookies["sessionid"].value
    assert go(client, linked)["Location"] == "/viec"
    assert is_in(client)
    assert client.cookies["sessionid"].value != before
    assert events("logged_in")[-1][1]["with"] == "oidc"
    assert go(Client(), linked, f"{START}?next=/so-sanh")["Location"] == "/so-sanh"
    assert go(Client(), linked, f"{START}?next=//evil.example/")["Location"] == "/viec"


def test_the_request_carries_state_nonce_and_challenge(issuer):
    """Each is fresh for every attempt, and the secret is not in the address."""
    first, other = (Client().get(START)["Location"] for _number in range(2))
    issuer.allow(first)
    issuer.allow(other)
    asked = list(issuer.asked.values())
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
    assert asked[0]["code_challenge_method"] == "S256"
    assert asked[0]["scope"] == "openid"
    assert SECRET not in first


def test_an_unknown_subject_gets_no_account_whatever_name_it_bears(issuer):
    """The provider says it is An by name and verified e-mail; nobody is logged in, made or linked."""
    from allauth.socialaccount.models import SocialAccount  # noqa: PLC0415  tables are ready only here

    from thuocdo.accounts.models import User  # noqa: PLC0415  same

    before, client = User.objects.count(), Client()
    answer = go(client, issuer)
    assert answer.status_code == 403
    assert not is_in(client)
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert events("log_in_failed")[-1][0] == "unknown"


def test_a_second_factor_is_asked_for_after_the_provider_too(linked):
    """The provider stands in for the password only."""
    secret, _codes = enrol(password_of("an"))
    client = Client()
    assert go(client, linked)["Location"] == "/dang-nhap/buoc-hai"
    assert not is_in(client)
    assert second(client, code_of(secret)).status_code == 302
    assert is_in(client)


def test_a_closed_account_stays_closed(linked):
    """The link of somebody who has left opens nothing."""
    from thuocdo.accounts.models import User  # noqa: PLC0415  tables are ready only here

    User.objects.filter(username="an").update(is_active=False)
    client = Client()
    assert go(client, linked).status_code == 403
    assert not is_in(client)


def test_linking_is_asked_for_and_belongs_to_one_account(linked):
    """Coming back while logged in links nothing by itself, and a linked subject is nobody else's."""
    giang = password_of("giang")
    assert go(giang, linked)["Location"] == "/tai-khoan/xac-thuc"
    assert giang.post("/tai-khoan/xac-thuc/lien-ket").status_code == 409
    assert giang.post("/tai-khoan/xac-thuc/lien-ket").status_code == 404
    linked.subject = "subject-2"
    go(giang, linked)
    assert go(Client(), linked).status_code == 403
    assert giang.post("/tai-khoan/xac-thuc/lien-ket").status_code == 302
    assert is_in(giang)
    client = Client()
    go(client, linked)
    assert "Giang" in client.get("/tai-khoan").content.decode()


def test_a_link_that_is_removed_lets_nobody_in(linked):
    """Afterwards the subject is unknown again, and there is nothing more to remove."""
    an = password_of("an")
    assert an.post("/tai-khoan/xac-thuc/bo-lien-ket").status_code == 302
    assert an.post("/tai-khoan/xac-thuc/bo-lien-ket").status_code == 404
    assert go(Client(), linked).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "somebody-else"},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 60},
        {"azp": "somebody-else"},
        {"sub": ""},
    ],
)
def test_a_token_that_says_something_else_lets_nobody_in(claims, linked):
    """Another nonce, audience, issuer, party, or a time that has passed."""
    linked.claims = claims
    client = Client()
    assert go(client, linked).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("how", ["another key", "no signature"])
def test_a_token_that_the_provider_has_not_signed_lets_nobody_in(how, linked):
    """The signature is checked although the token came straight from the provider."""
    if how == "another key":
        linked.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    else:
        linked.algorithm = "none"
    client = Client()
    assert go(client, linked).status_code == 403
    assert not is_in(client)


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(linked):
    """A stranger's answer, a second use of one's own, and one without a code or state."""
    mine = Client()
    back = linked.allow(mine.get(START)["Location"])
    stranger = Client()
    assert stranger.get(back).status_code == 403
    assert not is_in(stranger)
    assert mine.get(back).status_code == 302
    assert mine.get(back).status_code == 403
    for query in ("", "?state=x", "?code=x", "?state=x&code=x", "?error=access_denied"):
        assert Client().get(BACK + query).status_code == 403


def test_a_provider_that_names_another_issuer_is_not_used(issuer):
    """What answers at the address must call itself what the settings call it."""
    issuer.issuer = "https://evil.example"
    assert Client().get(START).status_code == 503


def test_a_provider_that_is_down_says_so(settings):
    """The page names the remedy, and log-in by password goes on."""
    apps = env.provider(issuer="http://127.0.0.1:1", client=CLIENT, secret=SECRET, name="x")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
    assert Client().get(START).status_code == 503
    assert is_in(password_of("an"))


@pytest.mark.parametrize(
    ("issuer_address", "client", "secret"),
    [
        ("https://id.example", "", ""),
        ("https://id.example", "a", ""),
        ("", "a", "b"),
        ("http://id.example", "a", "b"),
    ],
)
def test_half_a_provider_stops_the_start(issuer_address, client, secret):
    """All three settings or none, and an address that is encrypted."""
    with pytest.raises(Invalid):
        env.provider(issuer=issuer_address, client=client, secret=secret, name="x")
    assert env.provider(issuer="", client="", secret="", name="x") == []

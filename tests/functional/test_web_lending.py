"""Heads delegate to colleagues, and machines of a body get tokens."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.logging_in import events, password_of

from thuocdo.core.actor import Role
from thuocdo.core.dates import local_day, start_of_day

pytestmark = pytest.mark.django_db

SECRET = re.compile(r"tdo_[0-9a-f]{8}_[\w-]{43}")


def lend(client, **more):
    """Send the form of a delegation; returns the answer."""
    today = local_day(timezone.now())
    form = {
        "receiver": "em",
        "permission": "approve",
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=9)).isoformat(),
        **more,
    }
    return client.post("/tai-khoan/uy-quyen", form)


@pytest.mark.usefixtures("hoa")
@pytest.mark.parametrize(("offset", "holds"), [(-1, False), (0, True), (9, True), (10, False)])
def test_a_delegation_holds_from_its_first_to_its_last_day(offset, holds):
    """The day before nothing, on both days the permission, the day after nothing; the giver keeps it."""
    from thuocdo.accounts.queries import actor  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.rules import Permission, can  # noqa: PLC0415  same

    start = local_day(timezone.now()) + timedelta(days=3)
    window = {"starts_on": start.isoformat(), "ends_on": (start + timedelta(days=9)).isoformat()}
    assert lend(password_of("an"), **window).status_code == 302
    day = start + timedelta(days=offset)
    assert can(actor("em", on=day), Permission.APPROVE) is holds
    assert not can(actor("em"), Permission.APPROVE)
    assert can(actor("an", on=day), Permission.APPROVE)


@pytest.mark.usefixtures("hoa")
def test_a_delegation_ends_when_it_is_taken_back():
    """Only the giver takes it back; then it is over at once, for pages that are open too."""
    an, em = password_of("an"), password_of("em")
    lend(an)
    assert "Thu hồi" in an.get("/tai-khoan/uy-quyen").content.decode()
    assert "duyệt báo cáo" in em.get("/tai-khoan").content.decode()
    name = events("delegation_given")[0][0]
    assert em.post(f"/tai-khoan/uy-quyen/{name}/thu-hoi").status_code == 404
    assert password_of("giang").post(f"/tai-khoan/uy-quyen/{name}/thu-hoi").status_code == 404
    assert an.post(f"/tai-khoan/uy-quyen/{name}/thu-hoi").status_code == 302
    assert an.post(f"/tai-khoan/uy-quyen/{name}/thu-hoi").status_code == 404
    assert "duyệt báo cáo" not in em.get("/tai-khoan").content.decode()


@pytest.mark.parametrize("what", ["giver closed", "giver lost the role", "receiver moved"])
def test_a_delegation_is_worth_what_its_giver_holds(what, hoa, now):
    """It lapses with the giver's account or role, and when the two no longer share a body."""
    from thuocdo.accounts.administering import change_roles, deactivate  # noqa: PLC0415  same
    from thuocdo.accounts.models import User  # noqa: PLC0415  same
    from thuocdo.accounts.queries import actor  # noqa: PLC0415  same

    lend(password_of("an"))
    today = local_day(timezone.now())
    assert actor("em", on=today).lent
    act_on = {"username": "an", "typed": "an", "by": hoa, "now": now}
    if what == "giver closed":
        deactivate(**act_on)
    elif what == "giver lost the role":
        change_roles(roles={Role.REPORTER}, seen={Role.REPORTER, Role.HEAD}, **act_on)
    else:
        User.objects.filter(username="em").update(agency="BYT")
    assert actor("em", on=today).lent == ()


@pytest.mark.usefixtures("hoa")
@pytest.mark.parametrize(
    "more",
    [
        {"ends_on": ""},
        {"ends_on": "2020-01-01"},
        {"ends_on": "2099-01-01"},
        {"ends_on": "31/12/2025"},
        {"receiver": "an"},
        {"receiver": "giang"},
        {"receiver": "nobody"},
        {"permission": "publish"},
        {"permission": "king"},
    ],
)
def test_a_faulty_delegation_is_refused(more):
    """No end, a past or far one, a stranger, oneself, or a permission one does not have."""
    answer = lend(password_of("an"), **more)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert events("delegation_given") == []


@pytest.mark.usefixtures("hoa")
def test_who_is_lent_a_permission_cannot_lend_it_on():
    """Em, who approves for An, is offered reporting only, and a forged form is refused."""
    lend(password_of("an"))
    em = password_of("em")
    assert 'value="approve"' not in em.get("/tai-khoan/uy-quyen").content.decode()
    assert lend(em, receiver="an").status_code == 422


@pytest.mark.usefixtures("hoa")
def test_the_audit_trail_says_for_whom_somebody_acts():
    """What Em does while An's permission is lent carries An's name; what Em does otherwise does not."""
    an, em = password_of("an"), password_of("em")
    em.post("/dang-xuat")
    lend(an)
    password_of("em").post("/dang-xuat")
    first, second = [body for on, body in events("logged_out") if on == "em"]
    assert "for" not in first
    assert second["for"] == {"approve": "an"}


def make_token(client, **more):
    """Send the form; returns the answer."""
    last = (local_day(timezone.now()) + timedelta(days=30)).isoformat()
    form = {"token": "Văn phòng điện tử", "scope": ["report"], "ends_on": last, **more}
    return client.post("/ma-may", form)


def actor_of(secret, now=None):
    from thuocdo.accounts.actions import actor_of_token  # noqa: PLC0415  tables are ready only here

    return actor_of_token(secret, now=now or timezone.now())


@pytest.mark.usefixtures("accounts")
def test_a_token_is_shown_once_and_acts_for_its_body_only():
    """Its actor has the body and the scope and no role; the table and the pages never show the secret."""
    from thuocdo.accounts.models import MachineToken  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.rules import permissions_of  # noqa: PLC0415  same

    client = password_of("an")
    secret = SECRET.search(make_token(client).content.decode())[0]
    machine = actor_of(secret)
    assert (machine.name, machine.agency, machine.roles) == ("Văn phòng điện tử", "BKHCN", frozenset())
    assert {each.value for each in permissions_of(machine)} == {"report"}
    assert not SECRET.search(client.get("/ma-may").content.decode())
    assert secret.rsplit("_", 1)[1] not in str(list(MachineToken.objects.values())) + str(
        events("token_created")
    )
    assert MachineToken.objects.get().used_at is not None


@pytest.mark.usefixtures("accounts")
def test_a_token_that_is_wrong_ended_or_expired_is_nobody():
    """Neither half of it, nor another's half, nor rubbish, nor one that was ended or is over."""
    client = password_of("an")
    secret, other = (SECRET.search(make_token(client).content.decode())[0] for _number in range(2))
    mixed = secret.rsplit("_", 1)[0] + "_" + other.split("_", 2)[2]
    for wrong in (
        "",
        "tdo",
        "tdo__",
        secret[:-1],
        secret + "x",
        mixed,
        "x" * 10_000,
        secret.upper(),
        "tdo_\x00_",
    ):
        assert actor_of(wrong) is None
    assert actor_of(secret, timezone.now() + timedelta(days=32)) is None
    assert client.post(f"/ma-may/may-{secret[4:12]}/thu-hoi").status_code == 302
    assert actor_of(secret) is None
    assert actor_of(other) is not None


@pytest.mark.usefixtures("accounts")
def test_a_token_never_becomes_a_session():
    """Shown as header, cookie, form or address it opens no page, and no answer sets a session cookie."""
    secret = SECRET.search(make_token(password_of("an")).content.decode())[0]
    client = Client()
    client.cookies["sessionid"] = secret
    ways = [
        client.get("/tai-khoan"),
        Client().get("/tai-khoan", headers={"authorization": f"Bearer {secret}"}),
        Client().get(f"/tai-khoan?token={secret}"),
        Client().post("/dang-nhap", {"username": "an", "password": secret}),
        Client().post("/dang-nhap", {"username": f"may-{secret[4:12]}", "password": secret}),
        Client().get("/api/v1/programmes", headers={"authorization": f"Bearer {secret}"}),
    ]
    assert [answer.status_code for answer in ways[:5]] == [302, 302, 302, 422, 422]
    assert all(
        not answer.cookies.get("sessionid") or not answer.cookies["sessionid"].value for answer in ways
    )


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize(
    "more",
    [
        {"token": " "},
        {"scope": []},
        {"scope": ["read_all"]},
        {"scope": ["approve"]},
        {"ends_on": ""},
        {"ends_on": "2020-01-01"},
        {"ends_on": "2099-01-01"},
    ],
)
def test_a_faulty_token_is_not_made(more):
    """It has a name, a scope its maker may give, and an end within a year."""
    answer = make_token(password_of("an"), **more)
    assert answer.status_code == 422
    assert not SECRET.search(answer.content.decode())
    assert events("token_created") == []


@pytest.mark.usefixtures("model_programme")
def test_a_head_sees_and_ends_the_tokens_of_the_own_body_only(admin):
    """Another body's tokens are not on the page, and ending one is as if it did not exist."""
    secret = SECRET.search(make_token(admin, body="BYT", token="Máy Y tế").content.decode())[0]
    assert actor_of(secret).agency == "BYT"
    an = password_of("an")
    assert "Máy Y tế" not in an.get("/ma-may").content.decode()
    assert an.post(f"/ma-may/may-{secret[4:12]}/thu-hoi").status_code == 404
    forged = make_token(an, body="BYT", token="Máy")
    assert actor_of(SECRET.search(forged.content.decode())[0]).agency == "BKHCN"
    assert "Máy Y tế" in password_of("giang").get("/ma-may").content.decode()


def test_the_day_of_a_token_is_a_whole_day(admin):
    """A token whose last day is today lives until midnight here."""
    today = local_day(timezone.now())
    secret = SECRET.search(make_token(admin, ends_on=today.isoformat()).content.decode())[0]
    midnight = start_of_day(today + timedelta(days=1))
    assert actor_of(secret, midnight - timedelta(seconds=1)) is not None
    assert actor_of(secret, midnight) is None


@pytest.mark.usefixtures("hoa")
def test_the_person_of_a_session_is_read_whole_in_one_statement(django_assert_num_queries):
    """Roles, none or many, and what is lent are those that the table says; only a borrower costs more."""
    from thuocdo.accounts.backends import PasswordBackend  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.models import Grant, User  # noqa: PLC0415  same
    from thuocdo.accounts.queries import actor  # noqa: PLC0415  same

    lend(password_of("an"))
    today = local_day(timezone.now())
    Grant.objects.filter(user__username="binh").delete()
    keys = dict(User.objects.values_list("username", "pk"))
    for name in ("an", "binh", "hoa"):
        with django_assert_num_queries(1):
            person = PasswordBackend().get_user(keys[name]).to_actor(on=today)
        assert person == actor(name, on=today)
    borrower = PasswordBackend().get_user(keys["em"])
    assert borrower.to_actor(on=today) == actor("em", on=today)
    assert borrower.to_actor(on=today).lent
    later = today + timedelta(days=30)
    assert PasswordBackend().get_user(keys["an"]).to_actor(on=later) == actor("an", on=later)


@pytest.mark.usefixtures("hoa")
def test_a_session_names_nobody_whose_account_is_closed_or_gone():
    """Who may not log in is nobody in a session either."""
    from thuocdo.accounts.backends import PasswordBackend  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.models import User  # noqa: PLC0415  same

    User.objects.filter(username="an").update(is_active=False)
    assert PasswordBackend().get_user(User.objects.get(username="an").pk) is None
    assert PasswordBackend().get_user(0) is None

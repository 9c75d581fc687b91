"""An administrator invites people, changes their roles, and closes accounts."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.logging_in import PASSWORD, enrol, events, is_in, password_of

from thuocdo.core.actor import Actor, Role

pytestmark = pytest.mark.django_db

LINK = re.compile(r"http://testserver(/moi/[\w-]+)")
CHOSEN = "mot-mat-khau-moi"


def invite(admin, **more):
    """Send the form; returns the answer."""
    form = {"username": "khanh", "name": "Khánh", "body": "", "role": ["auditor"], **more}
    return admin.post("/nguoi-dung/moi-nguoi", form)


def link_in(answer):
    """Return the address of the invitation that a page shows."""
    return LINK.search(answer.content.decode())[1]


def accept(address, password=CHOSEN, again=CHOSEN):
    """Open the account; returns the client and the answer."""
    client = Client()
    return client, client.post(address, {"password": password, "again": again})


def test_an_invitation_opens_one_account_once(admin):
    """The link greets, takes a password, logs in, and is worth nothing afterwards; only its hash is kept."""
    from thuocdo.accounts.models import Invitation  # noqa: PLC0415  tables are ready only here

    address = link_in(invite(admin))
    assert "Khánh" in Client().get(address).content.decode()
    assert address.rsplit("/", 1)[1] not in str(list(Invitation.objects.values()))
    client, answer = accept(address)
    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan")
    assert is_in(client)
    assert is_in(password_of("khanh", CHOSEN))
    assert accept(address)[1].status_code == 404
    assert [on for on, _body in events("invitation_accepted")] == ["khanh"]
    assert "moi/" not in str(events("person_invited"))


def test_a_form_changes_no_more_than_its_fields(admin):
    """Roles, body, name and state that are slipped into the form of an invitation change nothing."""
    from thuocdo.accounts.queries import person  # noqa: PLC0415  tables are ready only here

    address = link_in(invite(admin))
    slipped = {"role": "administrator", "roles": "administrator", "agency": "BYT", "body": "BYT"}
    slipped |= {"username": "hoa", "name": "Khác", "is_active": "", "password": CHOSEN, "again": CHOSEN}
    assert Client().post(address, slipped).status_code == 302
    found = person("khanh", now=timezone.now())
    assert (found.name, found.agency, found.active) == ("Khánh", "", True)
    assert found.roles == {Role.AUDITOR}


def test_before_the_invitation_is_accepted_nobody_logs_in(admin):
    """An invited account has no password that anybody could guess."""
    invite(admin)
    assert not is_in(password_of("khanh", ""))
    assert not is_in(password_of("khanh", "!"))


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [("ngan", "ngan", "12"), (CHOSEN, "khac", "the two passwords differ"), ("khanh-khanh", "x", "differ")],
)
def test_a_weak_or_mistyped_password_leaves_the_invitation_open(password, again, said, admin):
    """The page says what is wrong, and the link goes on working."""
    address = link_in(invite(admin))
    _client, answer = accept(f"{address}?lang=en", password, again)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert accept(address)[1].status_code == 302


def test_an_invitation_expires_and_a_new_one_ends_the_old(admin, monkeypatch):
    """After a week the link is over; a reset makes a new one, and only the newest works."""
    first = link_in(invite(admin))
    second = link_in(admin.post("/nguoi-dung/khanh/dat-lai", {"typed": "khanh"}))
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    later = timezone.now() + timedelta(days=7, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert Client().get(second).status_code == 404
    assert accept(second)[1].status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        {"username": "Khánh"},
        {"username": "a/b"},
        {"username": "unknown"},
        {"name": " "},
        {"name": "x" * 121},
        {"body": "KHONG-CO"},
        {"role": ["king"]},
    ],
)
def test_a_faulty_invitation_invites_nobody(more, admin):
    """Names that cannot stand in an address, unknown bodies and unknown roles are refused with the field."""
    from thuocdo.accounts.models import User  # noqa: PLC0415  tables are ready only here

    before = User.objects.count()
    answer = invite(admin, **more)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert User.objects.count() == before


def test_a_name_is_given_once(admin):
    """A log-in name that somebody has is a conflict."""
    assert invite(admin, username="an").status_code == 409


def test_what_is_typed_into_an_invitation_is_escaped(admin):
    """A name that looks like markup stands as text in the list, on the person's page and in the greeting."""
    bad = '"><script>alert(1)</script>'
    address = link_in(invite(admin, name=bad))
    for page in (Client().get(address), admin.get("/nguoi-dung"), admin.get("/nguoi-dung/khanh")):
        assert "<script>alert" not in page.content.decode()
        assert "&lt;script&gt;alert" in page.content.decode()


def test_roles_are_previewed_then_changed_and_the_person_logs_in_anew(admin):
    """The preview names what is won and lost and writes nothing; the change ends the person's sessions."""
    binh = password_of("binh")
    form = {"role": ["auditor"]}
    preview = admin.post("/nguoi-dung/binh/vai-tro?lang=en", form).content.decode()
    assert "verify what others report" in preview
    assert is_in(binh)
    assert binh.get("/theo-doi?x").status_code != 302
    done = admin.post("/nguoi-dung/binh/vai-tro", {**form, "seen": ["monitor"], "typed": "binh"})
    assert done.status_code == 302
    assert not is_in(binh)
    change = events("roles_changed")[0][1]
    assert (change["before"], change["after"], change["sessions"]) == (["monitor"], ["auditor"], 1)


def test_roles_that_somebody_changed_meanwhile_are_a_conflict(admin):
    """Who decided on roles that are no longer those decides again."""
    form = {"role": ["auditor"], "seen": ["publisher"], "typed": "binh"}
    assert admin.post("/nguoi-dung/binh/vai-tro", form).status_code == 409


@pytest.mark.parametrize("typed", ["", "binhh", "BINH"])
@pytest.mark.parametrize("act", ["vai-tro", "dat-lai", "khoa"])
def test_a_dangerous_act_wants_the_typed_name(act, typed, admin):
    """Without the very name nothing happens, and the person stays logged in."""
    binh = password_of("binh")
    form = {"typed": typed, "role": ["auditor"], "seen": ["monitor"]}
    assert admin.post(f"/nguoi-dung/binh/{act}", form).status_code == 422
    assert is_in(binh)


@pytest.mark.parametrize("act", ["vai-tro", "dat-lai", "khoa", "mo"])
def test_nobody_administers_the_own_account(act, admin):
    """An administrator's own roles and account are another administrator's affair."""
    form = {"typed": "hoa", "role": ["administrator", "publisher"], "seen": ["administrator"]}
    assert admin.post(f"/nguoi-dung/hoa/{act}", form).status_code == 403
    assert is_in(admin)


@pytest.mark.parametrize("act", ["roles", "close"])
def test_the_last_administrator_stays(act, hoa, now):
    """Neither the role nor the account of the last one who can log in is taken away."""
    from thuocdo.accounts.administering import change_roles, deactivate  # noqa: PLC0415  same
    from thuocdo.core.errors import Conflict  # noqa: PLC0415  same

    other = Actor("setup", "Setup", frozenset({Role.ADMINISTRATOR}))
    act_on = {"username": hoa.id, "typed": hoa.id, "by": other, "now": now}
    acts = {
        "roles": lambda: change_roles(roles=frozenset(), seen={Role.ADMINISTRATOR}, **act_on),
        "close": lambda: deactivate(**act_on),
    }
    with pytest.raises(Conflict, match="last administrator"):
        acts[act]()


def test_one_of_two_administrators_can_go(admin, hoa, now):
    """With another who can log in, an administrator's account is closed; one only invited does not count."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add = {"agency": "", "roles": {Role.ADMINISTRATOR}, "by": hoa, "now": now}
    add_person(username="khanh", name="Khánh", password=PASSWORD, **add)
    assert admin.post("/nguoi-dung/khanh/khoa", {"typed": "khanh"}).status_code == 302
    add_person(username="lan", name="Lan", password=None, **add)
    lan = Actor("lan", "Lan", frozenset({Role.ADMINISTRATOR}))
    from thuocdo.accounts.administering import deactivate  # noqa: PLC0415  tables are ready only here
    from thuocdo.core.errors import Conflict  # noqa: PLC0415  same

    with pytest.raises(Conflict):
        deactivate(username=hoa.id, typed=hoa.id, by=lan, now=now)


def test_a_closed_account_is_out_at_once_and_comes_back_as_it_was(admin):
    """Closing ends sessions and refuses the password; opening again lets the same password in."""
    giang = password_of("giang")
    assert admin.post("/nguoi-dung/giang/khoa", {"typed": "giang"}).status_code == 302
    assert not is_in(giang)
    assert not is_in(password_of("giang"))
    assert admin.post("/nguoi-dung/giang/khoa", {"typed": "giang"}).status_code == 409
    assert admin.post("/nguoi-dung/giang/mo").status_code == 302
    assert is_in(password_of("giang"))
    assert admin.post("/nguoi-dung/giang/mo").status_code == 409


def test_a_reset_takes_password_and_factors(admin):
    """Afterwards neither the old password nor the old app lets in; the new link does."""
    from thuocdo.accounts.factors import factors_of  # noqa: PLC0415  same

    giang = password_of("giang")
    enrol(giang)
    address = link_in(admin.post("/nguoi-dung/giang/dat-lai", {"typed": "giang"}))
    assert (is_in(giang), is_in(password_of("giang"))) == (False, False)
    assert factors_of("giang") == ()
    assert is_in(accept(address)[0])
    assert events("person_reset")[0][1]["factors"] == 1


def test_an_administrator_logs_somebody_out_everywhere(admin):
    """All sessions of that person end, and of nobody else."""
    giang, phone, an = password_of("giang"), password_of("giang"), password_of("an")
    assert admin.post("/nguoi-dung/giang/phien").status_code == 302
    assert [is_in(each) for each in (giang, phone, an)] == [False, False, True]


@pytest.mark.parametrize(
    "address", ["/nguoi-dung?q=%00", "/nguoi-dung/%00", "/moi/%00", "/dang-nhap?next=%00"]
)
def test_a_nul_in_an_address_is_unreadable(address, admin):
    """PostgreSQL holds no such text, so it is refused before any page asks, on every database."""
    assert admin.get(address).status_code == 400


def test_a_nul_in_a_form_is_unreadable(admin):
    """In a value or a field's name, logged in or not."""
    assert invite(admin, name="a\0b").status_code == 400
    assert Client().post("/dang-nhap", {"username": "a\0", "password": "x"}).status_code == 400
    assert Client().post("/dang-nhap", {"username": "a", "pass\0word": "x"}).status_code == 400


def test_nobody_else_reaches_the_pages_of_people(hoa):  # noqa: ARG001  she is there
    """Whatever the role but the administrator's: every page and act is refused, and nothing changes."""
    for username in ("an", "binh", "chi", "dung"):
        client = password_of(username)
        assert client.get("/nguoi-dung").status_code == 403
        assert invite(client).status_code == 403
        for act in ("vai-tro", "dat-lai", "khoa", "mo", "phien"):
            form = {"typed": "giang", "role": ["administrator"], "seen": ["reporter", "head"]}
            assert client.post(f"/nguoi-dung/giang/{act}", form).status_code == 403
    assert is_in(password_of("giang"))


def test_an_account_that_does_not_exist_is_not_found(admin):
    """A page and every act on a name that nobody has say so."""
    assert admin.get("/nguoi-dung/khong").status_code == 404
    for act in ("vai-tro", "dat-lai", "khoa", "phien"):
        assert admin.post(f"/nguoi-dung/khong/{act}", {"typed": "khong", "role": []}).status_code == 404


def test_the_list_is_searched_and_paged_in_constant_queries(admin, now, django_assert_max_num_queries):
    """Two hundred people are four pages; a search finds by either name; queries do not grow with rows."""
    from thuocdo.accounts.models import User  # noqa: PLC0415  tables are ready only here

    names = [f"nguoi{number:03}" for number in range(200)]
    User.objects.bulk_create(
        User(username=name, name=f"Người {name[-3:]}", agency="BYT", created_at=now) for name in names
    )
    with django_assert_max_num_queries(14):
        page = admin.get("/nguoi-dung?lang=en").content.decode()
    assert page.count('class="row-link"') == 50
    assert page.count("?page=") == 5
    last = admin.get("/nguoi-dung?page=99").content.decode()
    assert last.count('class="row-link"') == 200 + 7 - 4 * 50
    found = admin.get("/nguoi-dung?q=nguoi 017").content.decode()
    assert found.count('class="row-link"') == 1
    assert admin.get("/nguoi-dung?q=%25_").content.decode().count('class="row-link"') == 0
    assert admin.get("/nguoi-dung?page=x&body=%27").status_code == 200

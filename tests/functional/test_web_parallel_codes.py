"""Many browsers at the same moment: a code opens one session, and every guess is counted."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.factories.emptied import forgetful_trail, refuse_other_databases
from tests.factories.logging_in import PASSWORD, code_of, enrol, is_in, password, second

from thuocdo.accounts.factors import GUESSES
from thuocdo.core.actor import Role
from thuocdo.core.errors import Conflict


@pytest.fixture
def committed(django_db_setup, django_db_blocker, an, now):  # noqa: ARG001  the database has to be there
    """Add An, committed, so that threads see it; everything is taken away afterwards."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.models import Count, Session, User  # noqa: PLC0415  same

    refuse_other_databases()
    with django_db_blocker.unblock():
        roles = {"roles": an.roles, "password": PASSWORD}
        add_person(username="an", name="An", agency="BKHCN", **roles, by=an, now=now)
        yield
        Count.objects.all().delete()
        Session.objects.all().delete()
        User.objects.all().delete()
        forget_events()
        connection.close()


def forget_events():
    """Empty the audit trail."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here

    with forgetful_trail():
        Event.objects.all().delete()


@pytest.mark.usefixtures("committed")
def test_two_administrators_cannot_remove_each_other_at_once(an, now):
    """Of two who take the role from each other at the same moment one stays administrator."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.accounts.administering import change_roles  # noqa: PLC0415  same
    from thuocdo.accounts.queries import people  # noqa: PLC0415  same

    role = {Role.ADMINISTRATOR}
    two = [
        add_person(username=name, name=name, agency="", roles=role, password=PASSWORD, by=an, now=now)
        for name in ("hoa", "lan")
    ]

    def remove(pair):
        by, username = pair
        try:
            change_roles(username=username, roles=(), seen=role, typed=username, by=by, now=now)
        except Conflict as refused:
            return refused
        return None

    answers = together([(two[0], "lan"), (two[1], "hoa")], remove)
    assert sorted(answer is None for answer in answers) == [False, True]
    assert sum(Role.ADMINISTRATOR in person.roles for person in people()) == 1


def together(clients, act):
    """Let everybody act in a thread of their own, all released at once; returns what each gave."""
    gate = Barrier(len(clients))

    def run(client):
        gate.wait()
        try:
            return act(client)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(run, clients))


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("kind", ["app", "recovery"])
def test_one_code_at_the_same_moment_opens_one_session(kind):
    """Eight browsers that send one right code together: exactly one gets in."""
    secret, recovery = enrol(password())
    code = code_of(secret) if kind == "app" else recovery[0]
    clients = [password(REMOTE_ADDR=f"192.0.2.{number}") for number in range(8)]
    answers = together(clients, lambda client: second(client, code))
    assert sorted(answer.status_code for answer in answers) == [302] + [422] * 7
    assert sum(is_in(client) for client in clients) == 1


@pytest.mark.usefixtures("committed")
def test_guesses_at_the_same_moment_are_each_counted():
    """Twenty-four guesses at once are no more than the limit allows in a row."""
    from thuocdo.accounts.models import User  # noqa: PLC0415  tables are ready only here

    enrol(password())
    clients = [password(REMOTE_ADDR=f"192.0.2.{number}") for number in range(24)]
    answers = together(clients, lambda client: second(client, "000000"))
    assert User.objects.get(username="an").guesses == GUESSES
    assert {answer.status_code for answer in answers} <= {422, 429}
    assert not any(is_in(client) for client in clients)

"""The cast as accounts that can log in, for tests that go through the web."""

import pytest
from django.core.cache import cache
from django.test import Client

PASSWORD = "mot-mat-khau-dai"


@pytest.fixture(autouse=True)
def _forget_attempts():
    """Let no failed log-in of one test count in the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Hash passwords in no time; how slow the real hash is plays no part here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def accounts(db, an, binh, chi, dung, giang, now):  # noqa: ARG001  db opens the database
    """Add the cast, each with the same password; returns the actors by log-in name."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    cast = (an, binh, chi, dung, giang)
    for person in cast:
        add_person(
            username=person.id,
            name=person.name,
            agency=person.agency,
            roles=person.roles,
            password=PASSWORD,
            by=chi,
            now=now,
        )
    return {person.id: person for person in cast}


@pytest.fixture
def browser_of(accounts):  # noqa: ARG001  they have to be there
    """Return a function that gives a test client in which somebody has logged in; "" for nobody."""

    def open_for(username, **options):
        client = Client(**options)
        if username:
            client.post("/dang-nhap", {"username": username, "password": PASSWORD})
        return client

    return open_for


@pytest.fixture
def at_demo_day(monkeypatch):
    """Let the server's clock stand at noon of 20 June 2025 in Hà Nội."""
    from datetime import UTC, datetime  # noqa: PLC0415  only here

    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    class Clock:
        @staticmethod
        def now():
            return datetime(2025, 6, 20, 5, tzinfo=UTC)

    monkeypatch.setattr(current, "timezone", Clock)

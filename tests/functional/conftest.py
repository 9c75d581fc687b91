"""The cast as accounts that can log in, for tests that go through the web."""

import pytest
from django.core.cache import caches
from django.test import Client
from tests.factories.demo import made_demo
from tests.factories.serving import browsing, made, serving

PASSWORD = "mot-mat-khau-dai"


@pytest.fixture(autouse=True)
def _forget_attempts():
    """Let no failed log-in of one test count in the next."""
    caches["process"].clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Hash passwords in no time; how slow the real hash is plays no part here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _second_factor_is_offered(settings):
    """Let a password be enough, as in the demo; the tests of the second factor demand it themselves."""
    settings.THUOCDO_SECOND_FACTOR = "offered"


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
def hoa(accounts, now):
    """Add Hoa, the administrator, and Em, who reports beside An; returns Hoa."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.core.actor import Role  # noqa: PLC0415  only here

    add = {"password": PASSWORD, "by": accounts["chi"], "now": now}
    add_person(username="em", name="Em", agency="BKHCN", roles={Role.REPORTER}, **add)
    return add_person(username="hoa", name="Hoa", agency="VPTW", roles={Role.ADMINISTRATOR}, **add)


@pytest.fixture
def admin(browser_of, hoa):
    """Return a client in which Hoa, the administrator, has logged in."""
    return browser_of(hoa.id)


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

    from thuocdo.web import work  # noqa: PLC0415  same

    monkeypatch.setattr(current, "timezone", Clock)
    monkeypatch.setattr(work, "timezone", Clock)


@pytest.fixture
def still_api_clock(monkeypatch, now):
    """Let the API's clock stand still."""
    from thuocdo.api import tokens  # noqa: PLC0415  settings are ready only here

    class Clock:
        @staticmethod
        def now():
            return now

    monkeypatch.setattr(tokens, "timezone", Clock)


@pytest.fixture
def files_apart(settings, tmp_path):
    """Keep what is attached in a folder of the test."""
    settings.THUOCDO_FILES = tmp_path / "files"


@pytest.fixture
def em_of(browser_of, em, chi, now):
    """Return the browser of Em, who reports for the ministry of An and is no head."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add_person(
        username=em.id, name=em.name, agency=em.agency, roles=em.roles, password=PASSWORD, by=chi, now=now
    )
    return browser_of("em")


@pytest.fixture(scope="module")
def served(request, tmp_path_factory):
    """Serve with the real command what the MAKE of the file has filled in; returns the address."""
    data = tmp_path_factory.mktemp("data")
    made(request.module.MAKE, data)
    with serving(data) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def chromium():
    """Start one headless browser for all tests of a file."""
    with browsing() as started:
        yield started


def entered(username, language="en"):
    """Return a client in which somebody has logged in and reads a language."""
    client = Client()
    client.post("/dang-nhap", {"username": username, "password": PASSWORD})
    client.get("/tai-khoan", {"lang": language})
    return client


@pytest.fixture
def deliveries(settings, tmp_path):
    """Let deliveries and our own files lie in folders of the test."""
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    return settings.THUOCDO_DELIVERIES


@pytest.fixture
def switched(deliveries, chi, binh, now):  # noqa: ARG001  the folders of the test
    """Return a source of dossiers that two people agreed on."""
    from tests.factories.deliveries import declaration  # noqa: PLC0415  an engine is needed only here

    from thuocdo.measurement.sources import actions  # noqa: PLC0415  tables are ready only here

    version = actions.propose_source(declaration=declaration(), by=chi, now=now)
    actions.switch_on(id=version.source, number=1, by=binh, now=now)
    return version.source


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Make the demo once; returns its data folder and its published one, which nobody writes again."""
    with made_demo(tmp_path_factory.mktemp("demo")) as folders:
        yield folders

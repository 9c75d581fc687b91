"""What all tests share: the database (SQLite in a temporary folder, or DATABASE_URL) and the cast."""

import os
from datetime import UTC, datetime

import pytest
from hypothesis import settings

from thuocdo.core.actor import Actor, Role

# CI repeats the same examples, so that a red run can be repeated; elsewhere every run looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)  # how fast is told by benchmarks
if os.environ.get("CI"):
    settings.load_profile("ci")

NOW = datetime(2025, 6, 20, 3, 0, tzinfo=UTC)
"""The clock of the tests: 10 o'clock in Hà Nội on 20 June 2025."""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Keep SQLite in a real file, so that the tests run with the same journal as an installation."""
    from django.conf import settings  # noqa: PLC0415  settings are ready only here

    default = settings.DATABASES["default"]
    if default["ENGINE"].endswith("sqlite3"):
        default.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")


@pytest.fixture
def now():
    """Return the clock of the tests."""
    return NOW


@pytest.fixture
def an():
    """Return An, who reports for the Ministry of Science and Technology and heads the office."""
    return Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), "BKHCN")


@pytest.fixture
def em():
    """Return Em, who reports for the same ministry and is no head."""
    return Actor("em", "Em", frozenset({Role.REPORTER}), "BKHCN")


@pytest.fixture
def binh():
    """Return Bình, who verifies, from a body that leads no task."""
    return Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")


@pytest.fixture
def chi():
    """Return Chi, who publishes and keeps the methods."""
    return Actor("chi", "Chi", frozenset({Role.PUBLISHER, Role.METHODOLOGIST}), "VPTW")


@pytest.fixture
def dung():
    """Return Dũng, a citizen without any role."""
    return Actor("dung", "Dũng")


@pytest.fixture
def giang():
    """Return Giang, who reports for another ministry."""
    return Actor("giang", "Giang", frozenset({Role.REPORTER, Role.HEAD}), "BYT")


@pytest.fixture
def model_programme(db, binh, chi, now):  # noqa: ARG001  db opens the database
    """Load the register and the model programme as two people adopted them; returns its slug."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  same
    from thuocdo.programme.registry import register  # noqa: PLC0415  same

    actions.load_register(register=register(), by=chi, now=now)
    actions.load_programme(programme=catalogue("nq03"), by=chi, confirmed_by=binh, now=now)
    return "nq03"

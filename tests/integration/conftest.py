"""The model programme for tests in which several threads work at once, and commands as people type them."""

import sys

import pytest
from django.db import connection
from tests.factories.emptied import empty, refuse_other_databases

from thuocdo.cli import main


@pytest.fixture
def committed(django_db_setup, django_db_blocker, binh, chi, now):  # noqa: ARG001  the tables have to be there
    """Load the model programme so that every thread sees it, and empty the database afterwards."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  same
    from thuocdo.programme.registry import register  # noqa: PLC0415  same

    refuse_other_databases()
    with django_db_blocker.unblock():
        actions.load_register(register=register(), by=chi, now=now)
        actions.load_programme(programme=catalogue("nq03"), by=chi, confirmed_by=binh, now=now)
        yield
        empty()
        connection.close()


@pytest.fixture
def command(monkeypatch, capsys):
    """Return a function that runs a command: exit status, standard output, standard error."""

    def run(*words, language="en"):
        monkeypatch.setenv("THUOCDO_LANG", language)
        monkeypatch.setattr(sys, "argv", ["thuocdo", *[str(word) for word in words]])
        status = 0
        try:
            main.main()
        except SystemExit as stop:
            status = stop.code
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run

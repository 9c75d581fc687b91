"""For tests that commit: a guard, and tables emptied afterwards, only in the database of the tests."""

from contextlib import contextmanager
from importlib import import_module

from django.core.management import call_command
from django.db import connection


def refuse_other_databases():
    """Refuse a database that the test run did not make; it makes one when a marked test is chosen too."""
    name = str(connection.settings_dict["NAME"])
    assert "test" in name.rsplit("/", maxsplit=1)[-1], f"{name} is not the database of the tests"


@contextmanager
def forgetful_trail():
    """Let the audit trail be emptied, which refuses that: its triggers go and come back."""
    triggers = import_module("thuocdo.audit.migrations.0002_append_only")
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for statement in triggers.SQLITE_UNDO if sqlite else triggers.POSTGRESQL_UNDO:
            cursor.execute(statement)
        yield
        for statement in triggers.SQLITE if sqlite else triggers.POSTGRESQL:
            cursor.execute(statement)


def empty():
    """Empty all tables."""
    with forgetful_trail():
        call_command("flush", verbosity=0, interactive=False)

"""A guard for tests that commit and empty tables afterwards: only in the database of the tests."""

from django.db import connection


def refuse_other_databases():
    """Refuse a database that the test run did not make; it makes one when a marked test is chosen too."""
    name = str(connection.settings_dict["NAME"])
    assert "test" in name.rsplit("/", maxsplit=1)[-1], f"{name} is not the database of the tests"

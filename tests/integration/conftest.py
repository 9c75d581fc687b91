"""The model programme for tests in which several threads work at the same moment."""

import pytest
from django.db import connection
from tests.factories.emptied import empty, refuse_other_databases


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

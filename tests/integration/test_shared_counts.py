"""Counts that all server processes share: exact within their window, swept when it is over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from tests.factories.emptied import refuse_other_databases

from thuocdo.accounts import counting

WINDOW = timedelta(minutes=15)


def _count(key, now):
    return counting.count(key, window=WINDOW, now=now)


@pytest.mark.django_db
def test_a_count_begins_anew_when_its_window_is_over(now):
    """The window runs from the first of its kind; what comes later is the first again."""
    assert [_count("a", now + timedelta(minutes=late)) for late in (0, 1, 14, 15, 16)] == [1, 2, 3, 1, 2]


@pytest.mark.django_db
def test_counts_know_nothing_of_each_other(now):
    """Each key has a number of its own; forgetting one or taking one back leaves the others."""
    assert [_count(key, now) for key in ("a", "a", "b", "b", "c")] == [1, 2, 1, 2, 1]
    counting.forget("a")
    counting.take_back("b")
    counting.take_back("nobody")
    assert [_count(key, now) for key in ("a", "b", "c")] == [1, 2, 2]


@pytest.mark.django_db
def test_ended_counts_are_swept_when_another_begins(now):
    """The table holds what runs, however many names somebody has tried before."""
    from thuocdo.accounts.models import Count  # noqa: PLC0415  tables are ready only here

    for number in range(5):
        _count(f"old {number}", now)
    _count("new", now + WINDOW)
    assert list(Count.objects.values_list("key", flat=True)) == ["new"]


@pytest.fixture
def committed(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables have to be there
    """Let threads see what is written, and take it away afterwards."""
    from thuocdo.accounts.models import Count  # noqa: PLC0415  tables are ready only here

    refuse_other_databases()
    with django_db_blocker.unblock():
        yield
        Count.objects.all().delete()
        connection.close()


@pytest.mark.usefixtures("committed")
def test_each_of_many_at_once_gets_its_own_number(now):
    """Twenty attempts from eight threads count to twenty: none hides behind another."""

    def attempt(_number):
        try:
            return _count("at once", now)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attempt, range(20))) == list(range(1, 21))

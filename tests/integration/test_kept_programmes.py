"""Programmes and bodies are kept until an act changes them, and never longer."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from thuocdo.audit import looking
from thuocdo.programme import queries
from thuocdo.programme.actions import add_agencies
from thuocdo.programme.types import Agency, AgencyKind

pytestmark = pytest.mark.django_db

NEW = Agency("BMOI", "Bộ Thử nghiệm", "Ministry of Trials", AgencyKind.MINISTRY)


def test_an_unchanged_programme_is_read_once(model_programme, django_assert_num_queries):
    """As long as nothing changes the same value comes back, for one look at the audit trail."""
    day = date(2025, 12, 31)
    first = queries.programme(model_programme, as_of=day)
    with django_assert_num_queries(1):
        assert queries.programme(model_programme, as_of=day) is first
    assert queries.programme(model_programme) == replace(first)


def test_a_change_is_seen_at_once(model_programme, chi, now):
    """Whoever adds a body finds it at the next look, also within the same transaction."""
    before = queries.register(model_programme)
    with transaction.atomic():
        add_agencies(agencies=[NEW], by=chi, now=now)
        assert NEW in queries.register(model_programme).agencies
    assert NEW not in before.agencies


def test_what_is_taken_back_is_not_kept(model_programme, chi, now):
    """After a roll-back the value from before is there again, though the other one was read meanwhile."""
    with transaction.atomic():
        add_agencies(agencies=[NEW], by=chi, now=now)
        assert NEW in queries.register(model_programme).agencies
        transaction.set_rollback(True)
    assert NEW not in queries.register(model_programme).agencies


def test_one_look_asks_the_trail_once(model_programme, django_assert_num_queries):
    """Within one look every further question is answered from the first; outside it is asked again."""
    queries.register(model_programme)
    with looking.one_look():
        with django_assert_num_queries(1):
            queries.register(model_programme)
        with django_assert_num_queries(0):
            queries.register(model_programme)
    with django_assert_num_queries(1):
        queries.register(model_programme)


def test_one_look_sees_what_is_written_within(model_programme, chi, now):
    """A change made within the look is seen at once, and gone again when it is taken back."""
    with looking.one_look():
        assert NEW not in queries.register(model_programme).agencies
        with transaction.atomic():
            add_agencies(agencies=[NEW], by=chi, now=now)
            assert NEW in queries.register(model_programme).agencies
            transaction.set_rollback(True)
        assert NEW not in queries.register(model_programme).agencies

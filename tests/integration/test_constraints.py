"""What the database refuses by itself, whatever the code above it does."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.rows import evidence, observation

from thuocdo.core.errors import Invalid
from thuocdo.cycles import models
from thuocdo.cycles.actions import record_rows
from thuocdo.measurement.models import Observation
from thuocdo.programme.actions import load_register
from thuocdo.programme.models import Agency
from thuocdo.programme.types import Agency as AgencyValue
from thuocdo.programme.types import AgencyKind, Register

TWICE = (
    AgencyValue("X", "Một", "One", AgencyKind.MINISTRY, None, date(2025, 3, 1)),
    AgencyValue("X", "Hai", "Two", AgencyKind.MINISTRY, date(2025, 2, 1), None),
)


@pytest.mark.django_db
def test_two_bodies_never_hold_one_code_on_one_day(chi, now):
    """The action refuses on every database; PostgreSQL refuses also behind its back."""
    with pytest.raises(Invalid, match="contradicts itself"):
        load_register(register=Register(TWICE, (), ()), by=chi, now=now)
    rows = [
        Agency(position=at, code=item.code, kind=item.kind, valid_from=item.valid_from,
               valid_until=item.valid_until, content={})
        for at, item in enumerate(TWICE)
    ]  # fmt: skip
    Agency.objects.bulk_create(rows[:1])
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError, match="agency_periods_apart"), transaction.atomic():
            rows[1].save()
    assert Agency.objects.count() == 1


@pytest.mark.usefixtures("model_programme")
@pytest.mark.parametrize(
    "change",
    [
        {"verified_by": "binh"},
        {"verified_on": date(2025, 6, 20)},
        {"verified_by": "an", "verified_on": date(2025, 6, 20)},
        {"state": "verified"},
        {"state": "returned"},
    ],
)
def test_a_record_is_never_half_verified(an, now, change):
    """Who and when stand together, and the verifier is never the author."""
    record_rows(rows=[evidence()], by=an, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Evidence.objects.update(**change)
    assert models.Evidence.objects.get().verified_by == ""


@pytest.mark.usefixtures("model_programme")
def test_a_value_is_never_half_verified(binh, now):
    """Who, when and from when a value is known stand together."""
    record_rows(rows=[observation()], by=binh, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Observation.objects.update(verified_by="chi")
    assert Observation.objects.get().known_on is None


@pytest.mark.usefixtures("model_programme")
def test_public_ids_and_keys_are_unique(an, now):
    """The same record cannot be stored twice, also not by somebody who goes around the action."""
    record_rows(rows=[evidence()], by=an, now=now)
    again = models.Evidence.objects.get()
    again.pk = None
    with pytest.raises(DatabaseError), transaction.atomic():
        again.save(force_insert=True)
    assert models.Evidence.objects.count() == 1

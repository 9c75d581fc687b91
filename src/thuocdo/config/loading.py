"""Loading a programme of the built-in catalogue with everything that was published beside it."""

from datetime import datetime

from django.db import transaction

from thuocdo.core.actor import Actor
from thuocdo.measurement.actions import load_published
from thuocdo.measurement.baselines import published_baselines
from thuocdo.programme.actions import load_programme, load_register
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register


@transaction.atomic
def load_model_programme(*, slug: str, by: Actor, confirmed_by: Actor, now: datetime) -> None:
    """Load agencies, programme and published values as two people adopted them; all or nothing."""
    load_register(register=register(), by=by, now=now)
    load_programme(programme=catalogue(slug), by=by, confirmed_by=confirmed_by, now=now)
    values = published_baselines(slug)
    load_published(slug=slug, observations=values, by=by, confirmed_by=confirmed_by, now=now)

"""Loading the built-in programme with its published values: all of it once, by two people."""

from datetime import date

import pytest

from thuocdo.audit.models import Event
from thuocdo.config.loading import load_model_programme
from thuocdo.core.errors import Conflict, NotAllowed
from thuocdo.evaluation.queries import facts
from thuocdo.measurement.actions import load_published
from thuocdo.measurement.baselines import published_baselines
from thuocdo.measurement.models import Observation
from thuocdo.programme import queries

pytestmark = pytest.mark.django_db
LATER = date(2026, 2, 1)


def test_everything_is_loaded_once(chi, binh, now):
    """Bodies, tasks, indicators and published values are there; a second load is a conflict."""
    load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
    known = facts("nq03", as_of=LATER)
    assert (len(known.programme.tasks), len(known.programme.indicators)) == (140, 57)
    assert {item.id for item in known.observations} == {item.id for item in published_baselines("nq03")}
    assert not known.illustrative
    events = Event.objects.count()
    with pytest.raises(Conflict):
        load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
    assert Event.objects.count() == events


def test_a_refused_load_leaves_nothing(chi, an, now):
    """One person, or somebody without the role, loads nothing at all."""
    for second in (chi, an):
        with pytest.raises(NotAllowed):
            load_model_programme(slug="nq03", by=chi, confirmed_by=second, now=now)
    assert queries.slugs() == ()


def test_published_values_count_from_their_publication(model_programme, chi, binh, now):
    """A value is unknown before it was published, whenever it was loaded; loading again adds none."""
    values = published_baselines("nq03")
    given = {"slug": model_programme, "observations": values, "by": chi, "confirmed_by": binh, "now": now}
    assert load_published(**given) == len(values)
    assert load_published(**given) == 0
    before = {item.id for item in facts(model_programme, as_of=date(2026, 1, 5)).observations}
    after = {item.id for item in facts(model_programme, as_of=date(2026, 1, 6)).observations}
    assert after - before == {"baseline-10-2025"}
    assert Observation.objects.filter(verified_by="binh", author="chi").count() == len(values)

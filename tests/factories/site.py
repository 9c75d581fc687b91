"""Facts that the public site can be made of: the invented programme, and the model programme."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tests.factories.facts import some_evidence, some_facts
from tests.factories.written import file

from thuocdo.cycles.types import Report, Situation, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.baselines import published_baselines
from thuocdo.measurement.written.types import WrittenMethod
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.types import Register
from thuocdo.publication.scores import published_sets, results
from thuocdo.publication.site.build import render_site

AS_OF = date(2026, 7, 31)


def trial_facts(**changes: Any) -> Facts:
    """Return the small invented programme among the country's real provinces, which the map needs."""
    facts = some_facts()
    real = register()
    own = [each for each in facts.register.agencies if each.code.startswith("bo-")]
    merged = Register((*own, *real.agencies), real.successions, (*facts.register.groups, *real.groups))
    return replace(facts, register=merged, **changes)


def model_facts(**changes: Any) -> Facts:
    """Return the model programme with its published values and a few invented records."""
    proved = {"component": "a", "verified_components": ("a",)}
    open_ = {"verified_on": None, "verified_by": "", "verified_components": ()}
    facts = Facts(
        programme=catalogue("nq03"),
        register=register(),
        as_of=AS_OF,
        evidence=(
            some_evidence(id="e1", task="29", agency="BCA", **proved),
            some_evidence(id="e2", task="31", agency="BGDĐT", state=State.SENT, **open_),
            some_evidence(id="e3", task="33", agency="BGDĐT", state=State.RETURNED, **open_),
        ),
        reports=(_obstacle(),),
        observations=published_baselines(),
        illustrative=True,
        written=(a_written_method(),),
    )
    return replace(facts, **changes)


def a_written_method(**changes: Any) -> WrittenMethod:
    """Return an approved version of the illustrative written metric, as the public gets it."""
    code = "11.1-last-of-month"
    made = WrittenMethod(code, 1, file(code), date(2025, 6, 9), "BKHCN", 41, date(2025, 6, 10))
    return replace(made, **changes)


def _obstacle() -> Report:
    return Report(
        id="r1",
        task="32",
        agency="BGDĐT",
        cycle="",
        situation=Situation.OBSTACLE,
        state=State.SENT,
        received_on=date(2026, 5, 28),
        obstacle="Chưa thống nhất nguồn vốn (minh hoạ)",
        obstacle_since=date(2026, 5, 4),
        illustrative=True,
    )


def site_of(facts: Facts, **more: Any) -> dict[str, bytes]:
    """Return every file of the site by its path."""
    verdicts = evaluate(facts)
    return dict(render_site(facts, verdicts, scored=results(facts, verdicts, published_sets()), **more))


@cache
def trial_site() -> dict[str, bytes]:
    """Return the site of the invented programme, made once for all tests that only read it."""
    return site_of(trial_facts(), facts_sha256="ab" * 32, tables=("du-lieu/minh-chung",))


@cache
def model_site() -> dict[str, bytes]:
    """Return the site of the model programme, made once for all tests that only read it."""
    return site_of(model_facts(), facts_sha256="ab" * 32, tables=("du-lieu/minh-chung",))

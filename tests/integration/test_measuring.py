"""From a source that two people switched on to values that can be traced to their rows."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.deliveries import FIRST, declaration, register

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.jobs import measuring
from thuocdo.measurement.models import Observation
from thuocdo.measurement.months import Month, Period, year
from thuocdo.measurement.sources import actions, models, queries
from thuocdo.measurement.sources.types import Outcome, SourceState
from thuocdo.measurement.synthetic.types import Planted
from thuocdo.measurement.types import Origin

NOW = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)
METRIC = "11.6-online-payment"
MARCH = Month(2025, 3)


@pytest.fixture
def deliveries(settings, tmp_path):
    """Let deliveries and our own files lie in folders of the test."""
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    return settings.THUOCDO_DELIVERIES


@pytest.fixture
def switched(model_programme, deliveries, chi, binh, now):  # noqa: ARG001  the programme has the bodies
    """Return a source of dossiers that Chi proposed and Bình switched on."""
    version = actions.propose_source(declaration=declaration(), by=chi, now=now)
    actions.switch_on(id=version.source, number=1, by=binh, now=now)
    return version.source


def measure(*, at=NOW, **more):
    """Measure as the command does; returns what was done and what was told."""
    told = []
    done = measuring.measure("nq03", clock=lambda: at, tell=told.append, **more)
    return done, [each.code for each in told]


def values():
    """Return the measured values of the one metric, as pairs of end and value, in the order they came."""
    rows = Observation.objects.filter(content__method=f"{METRIC}@1").order_by("id")
    return [(row.content["period_end"], row.content["value"]) for row in rows]


def test_nothing_is_asked_before_a_second_person_agreed(model_programme, deliveries, chi, now):  # noqa: ARG001  same
    """A proposed source is no source yet, and its proposer cannot switch it on."""
    register(deliveries)
    version = actions.propose_source(declaration=declaration(), by=chi, now=now)
    with pytest.raises(NotAllowed):
        actions.switch_on(id=version.source, number=1, by=chi, now=now)
    done, _told = measure()
    assert (done.runs, done.values) == ((), ())


def test_measuring_gives_values_with_their_lineage(switched, deliveries):  # noqa: ARG001  it is measured
    """Every month is taken in, each metric has a value, and it names the runs that it was made of."""
    register(deliveries)
    done, _told = measure()
    assert [run.outcome for run in done.runs] == [Outcome.KEPT] * 4
    assert done.computed == 4
    row = Observation.objects.get(content__method=f"{METRIC}@1")
    assert (row.origin, row.review, row.illustrative) == (Origin.MEASURED, "waiting", True)
    assert row.content["numerator"]
    made = queries.lineage(row.public_id)
    assert (made.metric, made.first, made.last) == (METRIC, FIRST, Month(2025, 4))
    assert made.runs == tuple(run.id for run in done.runs)
    assert row.content["provisional"]


def test_second_run_with_nothing_new_does_nothing(switched, deliveries):  # noqa: ARG001  same
    """The same deliveries are the same, no partition is computed, and no value is written twice."""
    register(deliveries)
    measure()
    before = values()
    done, told = measure(at=NOW + timedelta(days=1))
    assert {run.outcome for run in done.runs} == {Outcome.SAME}
    assert (done.computed, done.values, values()) == (0, (), before)
    assert "measured_before" in told


def test_correction_rewrites_one_month_and_adds_a_vintage(switched, deliveries):
    """A month that comes again otherwise is computed alone; the earlier value stays beside the new one."""
    register(deliveries)
    measure()
    register(deliveries / "other", seed=2)
    corrected = deliveries / "other" / "dossiers" / f"month={MARCH}" / "illustrative-1.parquet"
    corrected.replace(deliveries / "dossiers" / f"month={MARCH}" / "illustrative-1.parquet")
    done, _told = measure(period=Period(FIRST, Month(2025, 4)))
    assert [run.outcome for run in done.runs] == [Outcome.SAME, Outcome.SAME, Outcome.KEPT, Outcome.SAME]
    assert done.computed == 1
    assert queries.kept(switched)[MARCH].revision == 2
    assert len({value for _end, value in values()}) == len(values()) == 2


def test_corrected_value_equals_a_whole_recomputation(switched, deliveries, settings, tmp_path):  # noqa: ARG001  same
    """After a correction the value is what a machine says that has never measured before."""
    register(deliveries)
    measure()
    register(deliveries, seed=2)
    measure(period=year(2025))
    (settings.THUOCDO_MEASURE / "partials.duckdb").unlink()
    done, told = measure(ask=False)
    assert (done.computed, done.values) == (4, ())
    assert "measured_before" in told


@pytest.mark.parametrize(
    ("planted", "check"),
    [
        (Planted.DUPLICATES, "duplicate"),
        (Planted.IMPOSSIBLE_DATES, "order"),
        (Planted.TIMES_HUNDRED, "unit"),
        (Planted.RENAMED_COLUMN, "missing"),
    ],
)
def test_broken_correction_changes_no_value(switched, deliveries, planted, check):
    """What is planted into a later delivery is held, named and told; values and partials stay."""
    register(deliveries)
    measure()
    before, kept = values(), queries.kept(switched)
    register(deliveries, planted={MARCH: planted})
    done, told = measure(period=Period(MARCH, MARCH))
    (run,) = done.runs
    assert (run.outcome, done.computed) == (Outcome.HELD, 0)
    assert check in {each.check for each in run.broken}
    assert "taken_held" in told
    assert (values()[: len(before)], queries.kept(switched)) == (before, kept)
    event = Event.objects.filter(kind="delivery_held").get()
    assert check in event.body
    measure(ask=False)
    assert values()[: len(before)] == before


def test_source_that_stops_is_late_and_then_down(switched, deliveries):
    """The last good value stays with its age, and the state says since when the source owes."""
    register(deliveries, planted={Month(2025, 4): Planted.STOPPED})
    measure()
    found = queries.source(switched, _reader())
    states = [
        queries.conditions([found], as_of=day)[switched].state
        for day in (NOW.date().replace(day=8), NOW.date().replace(day=12), NOW.date())
    ]
    assert states == [SourceState.UP, SourceState.LATE, SourceState.DOWN]
    assert [end for end, _value in values()] == ["2025-03-31"]


def test_one_month_is_read_once_at_a_time(switched, deliveries, now):
    """Two runs of the same month at once: the second one is refused; a dead one is given up."""
    from thuocdo.measurement.sources.taking_in import begin  # noqa: PLC0415  tables are ready only here

    version = queries.source(switched, _reader()).current
    begin(version, MARCH, by=_reader(), now=now)
    with pytest.raises(Conflict):
        begin(version, MARCH, by=_reader(), now=now)
    begin(version, MARCH, by=_reader(), now=now + timedelta(hours=4))
    outcomes = [run.outcome for run in queries.runs(switched)]
    assert outcomes == [Outcome.RUNNING, Outcome.FAILED]
    assert deliveries.name == "deliveries"


def test_paused_source_is_not_asked(switched, deliveries, chi, now):
    """Until it is resumed nothing is asked, and its values stay."""
    register(deliveries)
    actions.pause_source(id=switched, why="Bộ đang nâng cấp hệ thống", by=chi, now=now)
    assert measure()[0].runs == ()
    actions.resume_source(id=switched, by=chi, now=now)
    assert len(measure()[0].runs) == 4


def test_secret_is_kept_sealed_and_told_to_nobody(switched, chi, now):
    """Neither the table nor the trail holds the secret; a run can use it."""
    actions.set_secret(id=switched, secret="postgresql://a:mat-khau@db/x", by=chi, now=now)
    kept = models.Secret.objects.get().sealed + "".join(Event.objects.values_list("body", flat=True))
    assert "mat-khau" not in kept
    assert queries.secret(switched) == "postgresql://a:mat-khau@db/x"
    assert queries.source(switched, chi).has_secret


def test_who_may_not_keep_sources(switched, an, dung, now):
    """Reporters and citizens propose nothing, and see the sources of their own body only."""
    for person in (an, dung):
        with pytest.raises(NotAllowed):
            actions.propose_source(declaration=declaration(), by=person, now=now)
    assert [each.id for each in queries.sources(an)] == [switched]
    with pytest.raises(NotFound):
        queries.source(switched, dung)


def test_changed_version_waits_while_the_old_one_counts(switched, chi, binh, now):
    """A new version is asked only after its second person; refused, it leaves everything as it was."""
    changed = declaration(tolerance=5)
    actions.propose_source(declaration=changed, id=switched, by=binh, now=now)
    assert queries.source(switched, chi).current.number == 1
    actions.refuse_version(id=switched, number=2, note="Chưa cần.", by=chi, now=now)
    actions.propose_source(declaration=changed, id=switched, by=binh, now=now)
    actions.switch_on(id=switched, number=3, by=chi, now=now)
    found = queries.source(switched, chi)
    assert (found.current.number, found.current.declaration.tolerance, found.waiting) == (3, 5, None)


def test_declaration_is_refused_with_every_fault(model_programme, chi, now):  # noqa: ARG001  same
    """Name, body, place and mapping are all named at once, and nothing is written."""
    wrong = declaration(name=" ", owner="XYZ", place="/etc/passwd", mapping=(), first="2025")
    with pytest.raises(Invalid) as refused:
        actions.propose_source(declaration=wrong, by=chi, now=now)
    fields = {each.field for each in refused.value.faults}
    assert {"name", "owner", "place", "first", "map-agency", "map-dossier"} <= fields
    assert not models.Source.objects.exists()


def test_background_work_asks_a_little_at_a_time(switched, deliveries):  # noqa: ARG001  same
    """A round takes in two months; a month that gave nothing is left in peace for some hours."""
    register(deliveries, planted={Month(2025, 4): Planted.STOPPED})
    rounds = [measuring.measure_by_schedule("nq03", clock=lambda: NOW) for _ in range(3)]
    assert [each.get("taken", 0) for each in rounds] == [2, 2, 0]
    assert rounds[1]["measured"] > 0
    later = measuring.measure_by_schedule("nq03", clock=lambda: NOW + timedelta(hours=7))
    assert later["taken"] == 2


def test_period_is_read_in_three_forms():
    """A year, a quarter and a month are periods; anything else is refused."""
    assert measuring.read_period("2025") == year(2025)
    assert measuring.read_period("2025-Q2") == Period(Month(2025, 4), Month(2025, 6))
    assert measuring.read_period("2025-03") == Period(MARCH, MARCH)
    with pytest.raises(Invalid):
        measuring.read_period("hôm nay")


def _reader():
    return Actor("chi", "Chi", frozenset({Role.METHODOLOGIST}), "VPTW")

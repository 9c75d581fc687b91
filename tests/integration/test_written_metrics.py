"""Metrics that a methodologist writes: tried, proposed, approved by a second person, logged, measured."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import duckdb
import pytest
from django.db import DatabaseError, transaction
from tests.factories.deliveries import declaration, register
from tests.factories.signers import Near, told
from tests.factories.written import TABLES, file

from thuocdo.audit.queries import events_on
from thuocdo.config import written as wired
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from thuocdo.jobs import log as log_jobs
from thuocdo.jobs import measuring
from thuocdo.jobs import written as jobs
from thuocdo.log.types import Approval, Method
from thuocdo.measurement.declaring.types import Kind
from thuocdo.measurement.models import Observation
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.sources import actions as sources
from thuocdo.measurement.sources.models import Measured
from thuocdo.measurement.written import actions, queries
from thuocdo.measurement.written.models import Version
from thuocdo.measurement.written.rules import in_force, method_of
from thuocdo.measurement.written.types import Step

pytestmark = pytest.mark.usefixtures("model_programme")

HOA = Actor("hoa", "Hoa", frozenset({Role.METHODOLOGIST}))
JULY = date(2025, 7, 1)
REASON = "Hội đồng phương pháp (minh hoạ)"


@pytest.fixture
def signer(settings, tmp_path, monkeypatch):
    """Make an empty log that this installation uses."""
    near = Near(tmp_path)
    settings.THUOCDO_LOG = near.log
    monkeypatch.setattr("thuocdo.config.written.signer", lambda: near)
    monkeypatch.setattr(jobs, "signer", lambda: near)
    monkeypatch.setattr(log_jobs, "signer", lambda: near)
    return near


def proposed(by, now, **more):
    """Propose the illustrative metric."""
    return jobs.propose(file(**more), reason=REASON, by=by, now=now)


def approved(by, second, now, **more):
    """Propose it and approve it."""
    found = proposed(by, now, **more)
    return jobs.approve(found.id, seen=found.digest, by=second, now=now)


def test_a_trial_shows_what_a_statement_gives_and_keeps_nothing(chi):
    """The same made-up rows give the same value each time, by the engine that is named; no row is written."""
    written, trial = jobs.try_metric(file(), by=chi)
    assert jobs.try_metric(file(), by=chi) == (written, trial)
    assert (trial.engine, trial.rows) == (f"DuckDB {duckdb.__version__}", 600)
    assert 0 < float(trial.numerator) < float(trial.denominator)
    assert not Version.objects.exists()


def test_two_people_and_the_log_come_before_the_first_day(chi, binh, now, signer):
    """Proposed by one, approved by another: one event each, and the method with its digests in the log."""
    found = proposed(chi, now)
    assert (found.step, found.number, queries.approved()) == (Step.PROPOSED, 1, ())
    done = jobs.approve(found.id, seen=found.digest[:12], by=binh, now=now)
    assert (done.step, done.decided_by, done.entry, done.logged_on) == (Step.APPROVED, "binh", 0, now.date())
    kinds = [(event.kind, event.by) for event in events_on(done.id)]
    assert kinds == [("metric_proposed", "chi"), ("metric_approved", "binh"), ("metric_logged", "jobs")]
    assert told(signer) == [method_of(done)]
    log_jobs.append_to_log()
    entries = told(signer)
    assert [type(each) for each in entries[:3]] == [Method, Method, Approval]
    assert ("methodologist", "approved") in {(each.role, each.decision) for each in entries[2:]}
    log_jobs.append_to_log()
    assert told(signer) == entries, "a method of one code does not hide that of another"
    assert jobs.log_metrics(now) == {}


def test_an_approval_without_its_signer_is_logged_by_the_next_round(chi, binh, now, signer):
    """Where the signer fails, the approval stands, and the background work brings the method into the log."""
    signer.fails = "before"
    done = approved(chi, binh, now)
    assert (done.step, done.entry) == (Step.APPROVED, None)
    with pytest.raises(Unavailable):
        jobs.log_metrics(now)
    signer.fails = ""
    assert jobs.log_metrics(now) == {"methods": 1}
    assert queries.version(done.id).entry == 0


def test_nobody_approves_their_own_version(chi, now):
    """Four eyes: who proposed may withdraw, and no more."""
    found = proposed(chi, now)
    with pytest.raises(NotAllowed):
        jobs.approve(found.id, seen=found.digest, by=chi, now=now)
    assert actions.refuse_metric(id=found.id, note="Nhầm", by=chi, now=now).step is Step.REFUSED


def test_only_a_methodologist_writes(an, binh, dung, chi, now):
    """Others try and propose nothing; who may not adopt neither approves nor refuses."""
    for person in (an, binh, dung):
        with pytest.raises(NotAllowed):
            jobs.try_metric(file(), by=person)
        with pytest.raises(NotAllowed):
            proposed(person, now)
    found = proposed(chi, now)
    for person in (an, dung):
        with pytest.raises(NotAllowed):
            jobs.approve(found.id, seen=found.digest, by=person, now=now)
        with pytest.raises(NotAllowed):
            actions.refuse_metric(id=found.id, note="Nhầm", by=person, now=now)


@pytest.mark.parametrize("day", ["2025-06-01", "2025-07-15", "2028-01-01"])
def test_a_day_that_is_past_inside_a_month_or_too_far_is_refused(chi, now, day):
    """A method is fixed before the months that it measures, and no more than two years ahead."""
    with pytest.raises(Invalid) as refusal:
        proposed(chi, now, applies_from=day)
    assert [each.field for each in refusal.value.faults] == ["applies_from"]


def test_a_version_whose_first_day_has_come_cannot_be_approved(chi, binh, now):
    """On the first day it is too late: facts of that day may have been measured."""
    found = proposed(chi, now)
    later = datetime(2025, 7, 1, 3, 0, tzinfo=UTC)
    with pytest.raises(Conflict, match="first day"):
        jobs.approve(found.id, seen=found.digest, by=binh, now=later)


def test_a_version_that_changed_since_it_was_proposed_cannot_be_approved(chi, binh, now):
    """Another digest than that of the text, a short one, or another result on the same rows is refused."""
    found = proposed(chi, now)
    other = actions.digest_of(file(name="Khác"))
    for seen in (other, found.digest[:11], ""):
        with pytest.raises(Conflict, match="not the one that you read"):
            jobs.approve(found.id, seen=seen, by=binh, now=now)
    again = replace(found.trial, engine="DuckDB 99")
    with pytest.raises(Conflict, match="no longer gives"):
        actions.approve_metric(id=found.id, seen=found.digest, again=again, by=binh, now=now)
    assert queries.version(found.id).step is Step.PROPOSED


def test_the_database_keeps_a_text_and_a_decision(chi, binh, now):
    """A proposed text is never changed, a decided version neither changed nor deleted, whoever asks."""
    found = proposed(chi, now)
    rows = Version.objects.filter(public_id=found.id)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(text="other")
    jobs.approve(found.id, seen=found.digest, by=binh, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(note="other")
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()


def test_versions_count_on_and_one_waits_at_a_time(chi, binh, now):
    """Each version has the next number, a declared metric counts as one; the same text is no new one."""
    first = proposed(chi, now)
    with pytest.raises(Conflict, match="waits already"):
        proposed(chi, now, name="Khác")
    jobs.approve(first.id, seen=first.digest, by=binh, now=now)
    with pytest.raises(Conflict, match="stands as a version"):
        proposed(chi, now)
    assert proposed(HOA, now, name="Khác").number == 2
    assert proposed(HOA, now, code="11.6-online-payment").number == 2
    with pytest.raises(Conflict, match="decided already"):
        jobs.approve(first.id, seen=first.digest, by=binh, now=now)
    with pytest.raises(NotFound):
        queries.version("P-none")


def test_every_fault_of_a_file_is_named_at_once(chi):
    """Fields that lack, tables and columns that are none, and a text that hides something."""
    bad = file(
        unit_vi="",
        places=9,
        rival_of="1-none",
        indicators=["11.1", "99.9"],
        sql="select 1\u202e",
        tables={"none": (), "dossiers": ("x",)},
    )
    with pytest.raises(Invalid) as refusal:
        jobs.try_metric(bad, by=chi)
    fields = [each.field for each in refusal.value.faults]
    assert sorted(fields) == ["indicators", "places", "rival_of", "sql", "tables", "tables", "unit_vi"]
    for text in ("no toml [", file(sql=None), "x = '" + "x" * 70_000 + "'"):
        with pytest.raises(Invalid):
            jobs.try_metric(text, by=chi)


@pytest.mark.parametrize(
    "sql",
    ["select applicant from dossiers", "select 1.5 as other", "select count(*) from figures", "drop table x"],
)
def test_what_the_process_refuses_is_not_proposed(chi, now, sql):
    """A statement that reads more than the file names, or gives something else, never becomes a version."""
    with pytest.raises(Invalid):
        proposed(chi, now, sql=sql)
    assert not Version.objects.exists()


def test_a_version_measures_only_what_it_was_logged_before(chi, binh, now):
    """A version applies to periods from its first day; with a log, to those after the day of its entry."""
    version = approved(chi, binh, now)
    later = replace(version, number=2, written=replace(version.written, applies_from=date(2026, 1, 1)))
    for day, number in ((date(2025, 6, 1), None), (JULY, 1), (date(2025, 12, 1), 1), (date(2026, 1, 1), 2)):
        found = in_force([later, version], day, logged=False).get(version.code)
        assert (found.number if found else None) == number
    assert in_force([version], JULY, logged=True) == {}
    in_time = replace(version, entry=7, logged_on=date(2025, 6, 30))
    assert in_force([in_time], JULY, logged=True) == {version.code: in_time}
    too_late = replace(version, entry=7, logged_on=JULY)
    assert in_force([too_late], JULY, logged=True) == {}
    assert in_force([too_late], date(2025, 8, 1), logged=True) == {version.code: too_late}


@pytest.fixture
def delivered(model_programme, settings, tmp_path, chi, binh, now):  # noqa: ARG001  it has the bodies
    """Deliver a quarter of made-up dossiers, from a source that two people switched on."""
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    period = Period(Month(2025, 7), Month(2025, 9))
    register(settings.THUOCDO_DELIVERIES, period=period, seen=Month(2025, 9), rows=900)
    declared = declaration(first="2025-07")
    version = sources.propose_source(declaration=declared, by=chi, now=now)
    sources.switch_on(id=version.source, number=1, by=binh, now=now)
    return settings.THUOCDO_DELIVERIES


def measure(metric, *, at=datetime(2025, 11, 3, 3, 0, tzinfo=UTC)):
    """Measure the third quarter as the command does; returns the values of one metric."""
    done = measuring.measure(
        "nq03",
        metric=metric,
        period=Period(Month(2025, 7), Month(2025, 9)),
        clock=lambda: at,
        tell=lambda _reason: None,
    )
    assert done.refused == {}
    return [Observation.objects.get(public_id=each) for each in done.values]


def test_its_value_goes_the_way_of_every_measured_value(delivered, chi, binh, now):
    """The value is that of the rows, names its version, waits for verification, and is not measured twice."""
    approved(chi, binh, now)
    [row] = measure("11.1-last-of-month")
    with duckdb.connect() as connection:
        pattern = str(delivered / "dossiers" / "*" / "*.parquet")
        sql = (
            file()
            .split("'''")[1]
            .replace(
                "from dossiers",
                f"from (select substr(filename, length(filename) - 28, 7) as month, *"  # noqa: S608  our own file
                f" from read_parquet('{pattern}', filename = true, hive_partitioning = false))",
            )
            .replace("agency, month", "agency, date_trunc('month', received_at + interval 7 hour)")
        )
        expected = connection.execute(sql).fetchone()
    assert (Decimal(row.content["numerator"]), Decimal(row.content["denominator"])) == expected
    assert (row.content["method"], row.review, row.illustrative) == ("11.1-last-of-month@1", "waiting", True)
    made = Measured.objects.get(observation=row.public_id)
    assert (made.version, made.engine, len(made.runs)) == (1, f"DuckDB {duckdb.__version__}", 3)
    assert measure("11.1-last-of-month", at=datetime(2025, 11, 4, 3, 0, tzinfo=UTC)) == []


@pytest.mark.usefixtures("delivered")
def test_a_new_version_takes_the_place_of_a_declared_metric(chi, binh, now):
    """From its first day a written version measures in place of the declared one, and not before."""
    approved(chi, binh, now, code="11.6-online-payment")
    assert [row.content["method"] for row in measure("11.6-online-payment")] == ["11.6-online-payment@2"]
    assert measuring.measuring_on(date(2025, 6, 1)) == {}


@pytest.mark.usefixtures("delivered")
def test_rows_kept_without_a_column_are_asked_for_again(chi, binh, now):
    """A column that no metric read was not kept: the refusal says how to get it, and nothing else stops."""
    later = now + timedelta(days=150)
    measuring.measure("nq03", clock=lambda: later, tell=lambda _reason: None)
    approved(chi, binh, now, tables={**TABLES, "dossiers": (*TABLES["dossiers"], "due_at")})
    quarter = Period(Month(2025, 7), Month(2025, 9))
    done = measuring.measure(
        "nq03", period=quarter, ask=False, clock=lambda: later, tell=lambda _reason: None
    )
    assert list(done.refused) == ["11.1-last-of-month"]
    assert "without the column" in done.refused["11.1-last-of-month"]
    assert len(measure("11.1-last-of-month")) == 1


def test_every_declared_metric_is_a_start(chi, now):
    """Each but growth becomes a text without a fault; the one that is run gives what its words say."""
    day = date(2025, 7, 1)
    for metric in wired.metrics().metrics:
        if metric.declaration.kind is Kind.GROWTH:
            with pytest.raises(Conflict, match="growth"):
                wired.start(metric.code, day)
            continue
        text = wired.start(metric.code, day)
        assert wired.read(text).declaration(1).method_vi == metric.declaration.method_vi
    text = wired.start("18-researchers", day)
    _written, trial = jobs.rehearse(text, by=chi, now=now)
    found = wired.compared(text)
    assert (found.against, found.before, found.after) == ("18-researchers@1", trial, trial)


def test_a_version_is_compared_with_the_one_that_it_follows(chi, binh, now):
    """What applies on the first day is asked of the same rows, also where it reads other columns."""
    before = approved(chi, binh, now, code="11.6-online-payment")
    columns = {"dossiers": (*TABLES["dossiers"], "payment")}
    text = file(code="11.6-online-payment", tables=columns, name="Khác")
    found = wired.compared(text)
    assert (found.against, found.before) == ("11.6-online-payment@2", found.after)
    assert wired.start("11.6-online-payment", date(2025, 9, 1)) == before.text.replace("07-01", "09-01")
    growth = wired.compared(file(code="20-publications", indicators=["20"]))
    assert (growth.against, growth.before) == ("20-publications@1", None)


def test_faults_of_text_statement_day_and_reason_come_together(chi, now):
    """Nobody mends one thing only to be told of the next."""
    with pytest.raises(Invalid) as refusal:
        jobs.propose(file(sql="drop table x", applies_from="2025-06-01"), reason=" ", by=chi, now=now)
    assert [each.field for each in refusal.value.faults] == ["sql", "applies_from", "reason"]


def test_the_public_gets_what_was_approved_by_a_day(chi, binh, now, signer):
    """Text, day, body and entry of approved versions of these indicators, and no other version."""
    done = approved(chi, binh, now)
    actions.refuse_metric(id=proposed(chi, now, name="Khác").id, note="Nhầm", by=chi, now=now)
    proposed(chi, now, code="11.6-online-payment")
    [found] = queries.methods({"11.1"}, as_of=now.date())
    assert (found.code, found.number, found.text) == (done.code, 1, done.text)
    assert (found.approved_for, found.approved_on, found.entry) == ("VPTW", now.date(), 0)
    assert queries.methods({"11.2"}, as_of=now.date()) == ()
    assert queries.methods({"11.1"}, as_of=now.date() - timedelta(days=1)) == ()
    assert len(told(signer)) == 1

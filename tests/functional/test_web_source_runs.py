"""The runs of all sources, the quality of one source's data, and the end of what was set aside."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.deliveries import register
from tests.functional.conftest import entered

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.models import Run
from thuocdo.measurement.synthetic.types import Planted

pytestmark = pytest.mark.usefixtures("accounts", "model_programme")
NOON = datetime(2025, 5, 20, 5, tzinfo=UTC)
LIST = "/nguon-du-lieu"
WORKER = Actor(id="jobs", name="Background work")


def text(answer):
    """Return the words of a page."""
    return answer.content.decode()


@pytest.fixture
def read(switched, deliveries, settings):
    """Return a source that was read for four months, two of them broken."""
    from thuocdo.jobs.measuring import measure  # noqa: PLC0415  tables are ready only here

    planted = {Month(2025, 2): Planted.IMPOSSIBLE_DATES, Month(2025, 3): Planted.DUPLICATES}
    register(deliveries, planted=planted)
    measure(settings.THUOCDO_PROGRAMME, clock=lambda: NOON, tell=lambda _reason: None)
    return switched


@pytest.mark.parametrize("language", ["vi", "en"])
def test_runs_say_what_was_kept_and_what_was_refused(read, language):
    """Every run stands there with its outcome and reason, and can be sought by source and outcome."""
    client = entered("chi", language)
    page = text(client.get(f"{LIST}/lan-doc"))
    runs = queries.runs(read)
    assert all(f"{LIST}/lan-doc/{run.id}" in page for run in runs)
    twice = {
        "vi": "50 dòng bị trùng: cùng Mã hồ sơ (dossier).",
        "en": "the same Number of the dossier (dossier).",
    }
    assert (page.count(twice[language]), len(runs)) == (1, 4)
    held = text(client.get(f"{LIST}/lan-doc", {"source": read, "outcome": "held"}))
    assert [run.id in held for run in runs] == [run.outcome == "held" for run in runs]
    assert client.get(f"{LIST}/lan-doc", {"outcome": "?", "trang": "x", "source": "S-0"}).status_code == 200


def test_runs_of_others_are_not_listed(read):
    """Who belongs to another body sees none of the runs."""
    page = text(entered("giang").get(f"{LIST}/lan-doc"))
    assert [run.id for run in queries.runs(read) if run.id in page] == []
    assert entered("giang").get(f"{LIST}/{read}/chat-luong").status_code == 404


def test_a_run_that_goes_on_says_for_how_long(read):
    """What is being read at this moment stands there with its seconds and its limit."""
    Run.objects.filter(public_id=queries.runs(read)[0].id).update(
        outcome="running",
        ended_at=None,
        revision=0,
        file="",
        started_at=datetime.now(UTC) - timedelta(seconds=5),
    )
    page = text(entered("chi").get(f"{LIST}/lan-doc", {"outcome": "running"}))
    assert "at most 60" in page


@pytest.mark.parametrize("language", ["vi", "en"])
def test_quality_counts_what_was_not_kept(read, language):
    """Each check stands there with its column, rows and latest case, and how old the last value is."""
    page = text(entered("chi", language).get(f"{LIST}/{read}/chat-luong"))
    assert ("dòng lặp lại" if language == "vi" else "a row that comes twice") in page
    assert "2025-04" in page
    assert ("của 2 lần giao" if language == "vi" else "of 2 deliveries") in page


def test_quality_of_a_source_that_was_never_asked_says_so(switched):
    """Nothing is invented for a source without runs."""
    assert "It has never been asked" in text(entered("chi").get(f"{LIST}/{switched}/chat-luong"))


def test_old_quarantine_is_removed_and_its_counts_stay(read, settings):
    """After so many days the files and the sampled rows go, each with an event; what broke stays."""
    from thuocdo.config.measuring import stores  # noqa: PLC0415  settings are ready only here
    from thuocdo.measurement.sources.sweeping import sweep_quarantine  # noqa: PLC0415  same

    lie = stores()
    before = queries.runs(read)
    files = [lie.aside / run.aside for run in before if run.aside]
    assert (len(files), all(file.is_file() for file in files)) == (2, True)
    days = settings.THUOCDO_QUARANTINE_DAYS
    early = sweep_quarantine(stores=lie, days=days, by=WORKER, now=NOON + timedelta(days=days))
    assert (early, all(file.is_file() for file in files)) == (0, True)
    later = NOON + timedelta(days=days, seconds=5)
    assert sweep_quarantine(stores=lie, days=days, by=WORKER, now=later) == 2
    assert sweep_quarantine(stores=lie, days=days, by=WORKER, now=later) == 0
    after = {run.id: run for run in queries.runs(read)}
    assert [file for file in files if file.exists()] == []
    assert [after[run.id].quarantined for run in before] == [run.quarantined for run in before]
    broken = [(run, each) for run in before for each in run.broken]
    assert [each.rows for run in before for each in after[run.id].broken] == [
        each.rows for _r, each in broken
    ]
    assert [each for run in after.values() for each in run.broken if each.sample] == []
    assert Event.objects.filter(kind="quarantine_removed").count() == 2


def test_a_file_that_no_run_names_goes_once_it_is_old(read, settings):
    """What a crash left behind is removed with the rest; files that runs name stay."""
    from thuocdo.config.measuring import stores  # noqa: PLC0415  same
    from thuocdo.measurement.sources.sweeping import sweep_quarantine  # noqa: PLC0415  same

    stray = stores().aside / "dossiers" / read / "stray.parquet"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"left")
    Run.objects.update(ended_at=datetime.now(UTC) + timedelta(days=5000))
    days, now = settings.THUOCDO_QUARANTINE_DAYS, datetime.now(UTC)
    assert sweep_quarantine(stores=stores(), days=days, by=WORKER, now=now) == 0
    later = now + timedelta(days=days + 1)
    assert sweep_quarantine(stores=stores(), days=days, by=WORKER, now=later) == 1
    assert not stray.exists()
    assert all((stores().aside / run.aside).is_file() for run in queries.runs(read) if run.aside)


def test_the_background_work_sweeps_quarantine(read, settings):
    """A round of the background work removes what is old enough."""
    from thuocdo.jobs.runner import works  # noqa: PLC0415  same

    now = NOON + timedelta(days=settings.THUOCDO_QUARANTINE_DAYS + 1)
    done = works(settings.THUOCDO_PROGRAMME, None, clock=lambda: now)["files"]()
    assert (done["quarantine"], [run.aside for run in queries.runs(read) if run.aside]) == (2, [])

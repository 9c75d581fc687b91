"""The pages of sources: who sees what, the wizard's five steps, the second person, runs and samples."""

from datetime import UTC, datetime

import pytest
from tests.factories.deliveries import declaration, register
from tests.functional.conftest import entered

from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import actions, queries
from thuocdo.measurement.sources.reading import cells_of
from thuocdo.measurement.synthetic.types import Planted

pytestmark = pytest.mark.usefixtures("accounts", "model_programme")
NOON = datetime(2025, 5, 20, 5, tzinfo=UTC)
LIST = "/nguon-du-lieu"


def text(answer):
    """Return the words of a page."""
    return answer.content.decode()


def form(**changed):
    """Return the wizard as somebody has filled it."""
    return {**cells_of(declaration(**changed)), "month": "2025-03"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_list_and_source_say_how_it_stands(switched, language):
    """Name, state, the month that is owed and the contract stand on the pages."""
    client = entered("chi", language)
    listed, shown = client.get(LIST), client.get(f"{LIST}/{switched}")
    assert "Cổng dịch vụ công" in text(listed)
    assert ("2025-01" in text(listed), "minutes_taken" in text(shown)) == (True, True)
    assert (listed.status_code, shown.status_code) == (200, 200)


def test_wizard_goes_from_connecting_to_a_proposal(deliveries):
    """A look shows rows, a rehearsal shows what would be kept and moved, and only then it is proposed."""
    register(deliveries)
    client = entered("chi")
    blank = {name: cell for name, cell in form().items() if not name.startswith("map-")}
    looked = client.post(f"{LIST}/moi", {**blank, "act": "look"})
    assert "H01-000000" in text(looked)
    assert 'name="map-channel" value="channel"' in text(looked)
    tried = client.post(f"{LIST}/moi", {**form(), "act": "check"})
    assert "rows would count" in text(tried)
    assert "What this month" in text(tried)
    assert queries.switched_on() == ()
    done = client.post(f"{LIST}/moi", {**form(), "act": "propose", "secret": "mat-khau"})
    assert done.status_code == 302
    page = client.get(done["Location"])
    assert "somebody else has to switch it on" in text(page)
    assert "mat-khau" not in text(page)


def test_rehearsal_of_a_broken_month_says_what_would_be_held(switched, deliveries):
    """A planted fault is told before anything is switched on."""
    register(deliveries, planted={Month(2025, 3): Planted.DUPLICATES})
    client = entered("binh")
    assert client.get(f"{LIST}/{switched}/sua").status_code == 200
    tried = client.post(f"{LIST}/{switched}/sua", {**form(tolerance=1), "act": "check"})
    assert "would be held back" in text(tried)
    assert "come twice" in text(tried)


def test_wizard_names_every_fault_beside_its_field(deliveries):  # noqa: ARG001  the folders of the test
    """Nothing typed is lost, and each fault stands at its field."""
    wrong = {**form(name="", place="/etc"), "days": "mười", "month": "nay"}
    answer = entered("chi").post(f"{LIST}/moi", {**wrong, "act": "check"})
    assert answer.status_code == 422
    assert 'id="wrong-days"' in text(answer)
    right = {**wrong, "days": "10"}
    answer = entered("chi").post(f"{LIST}/moi", {**right, "act": "check"})
    assert ('id="wrong-name"' in text(answer), 'id="wrong-place"' in text(answer)) == (True, True)


def test_second_person_switches_on_and_pauses(deliveries, chi, now):  # noqa: ARG001  the folders of the test
    """The proposer is refused; the second person is taken, pauses it and has it asked again."""
    version = actions.propose_source(declaration=declaration(), by=chi, now=now)
    page = f"{LIST}/{version.source}"
    own = entered("chi").post(page, {"act": "on", "version": "1"})
    second = entered("binh")
    taken = second.post(page, {"act": "on", "version": "1"})
    assert (own.status_code, taken.status_code) == (403, 302)
    assert second.post(page, {"act": "pause", "why": ""}).status_code == 422
    assert second.post(page, {"act": "pause", "why": "Nâng cấp"}).status_code == 302
    assert "paused" in text(second.get(LIST))
    assert second.post(page, {"act": "resume"}).status_code == 302
    assert second.post(page, {"act": "lạ"}).status_code == 422


def test_rows_are_shown_to_the_owner_and_the_keepers_only(switched, deliveries, settings, chi, binh):
    """Counts are for all who may see the source; the first rows only for its owner and its keepers."""
    from thuocdo.jobs.measuring import measure  # noqa: PLC0415  tables are ready only here

    register(deliveries, planted={Month(2025, 3): Planted.IMPOSSIBLE_DATES})
    done = measure(
        settings.THUOCDO_PROGRAMME,
        source=switched,
        period=None,
        clock=lambda: NOON,
        tell=lambda _reason: None,
    )
    page = f"{LIST}/lan-doc/{done.runs[2].id}"
    assert "First rows" in text(entered("an").get(page))
    assert "First rows" in text(entered("chi").get(page))
    assert entered("giang").get(page).status_code == 404
    assert entered("dung").get(page).status_code == 404
    assert (chi.id, binh.id) == ("chi", "binh")


def test_measured_values_lead_to_their_runs(switched, deliveries, settings):
    """A value names its metric, period and runs, and each run has its page."""
    from thuocdo.jobs.measuring import measure  # noqa: PLC0415  tables are ready only here

    register(deliveries)
    done = measure(settings.THUOCDO_PROGRAMME, clock=lambda: NOON, tell=lambda _reason: None)
    page = text(entered("chi").get(f"{LIST}/so-do"))
    assert "11.6-online-payment" in page
    assert all(f"{LIST}/lan-doc/{run.id}" in page for run in done.runs)
    assert "11.6-online-payment" in text(
        entered("chi").get(f"{LIST}/so-do", {"metric": "11.6-online-payment"})
    )
    assert switched in {run.source for run in done.runs}

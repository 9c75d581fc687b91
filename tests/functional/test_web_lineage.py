"""From a measured value down to its rows: who may see what, and the same sums when counted again."""

from datetime import UTC, date, datetime

import pytest
from tests.factories.deliveries import register
from tests.functional.conftest import entered

from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Invalid
from thuocdo.measurement import queries as observed
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import queries
from thuocdo.programme.types import Agency, AgencyKind, Register, Succession

pytestmark = pytest.mark.usefixtures("accounts", "model_programme")
NOON = datetime(2025, 5, 20, 5, tzinfo=UTC)
LIST = "/nguon-du-lieu/so-do"
CHI = Actor(id="chi", name="Chi", roles=frozenset({Role.METHODOLOGIST}))
METRIC = "11.6-online-payment"
ON = date(2025, 3, 1)
MERGED = Register(
    (
        Agency("T00", "Tỉnh Không", "Province Nought", AgencyKind.PROVINCE),
        Agency("T01", "Tỉnh Một", "Province One", AgencyKind.PROVINCE, valid_until=ON),
    ),
    (Succession("T01", "T00", ON),),
    (),
)


def text(answer):
    """Return the words of a page."""
    return answer.content.decode()


@pytest.fixture
def measured(switched, deliveries, settings):  # noqa: ARG001  a source has to be on
    """Return the share of dossiers paid online, measured over four made-up months."""
    from thuocdo.jobs.measuring import measure  # noqa: PLC0415  tables are ready only here

    register(deliveries)
    measure(settings.THUOCDO_PROGRAMME, clock=lambda: NOON, tell=lambda _reason: None)
    return queries.measured(metric=METRIC)[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_value_leads_to_its_partitions_and_counts_the_same_again(measured, language):
    """Each month stands there with its rows, and the rows counted again give what was recorded."""
    client = entered("chi", language)
    page = client.get(f"{LIST}/{measured.observation}")
    assert page.status_code == 200
    assert all(f"{LIST}/{measured.observation}?lan={run}" in text(page) for run in measured.runs)
    assert (len(measured.runs), measured.digest in text(page)) == (4, True)
    again = text(client.get(f"{LIST}/{measured.observation}", {"dem": "1"}))
    assert ("Đúng như đã ghi" if language == "vi" else "The same as was recorded") in again


def test_months_add_up_to_the_value(measured):
    """The sums of the partitions are those of the value, and the bodies' those of each partition."""
    from thuocdo.config.measuring import recounting  # noqa: PLC0415  same
    from thuocdo.measurement.sources.recounting import by_body, recount  # noqa: PLC0415  same

    value = observed.by_id([measured.observation])[measured.observation]
    _found, runs = queries.lineage_for(measured.observation, CHI)
    with recounting() as counter:
        each = [recount(counter, measured, [one]) for one in runs]
        bodies = by_body(counter, measured, *runs[0])
    assert sum(one.numerator for one in each) == value.numerator
    assert sum(one.denominator for one in each) == value.denominator
    assert sum(one.denominator for one in bodies.values()) == each[0].denominator
    assert len(bodies) > 5


def test_rows_are_for_the_owner_and_the_keepers(measured):
    """An owner's reporter and a keeper see at most twenty rows, no identifiers; others find no page."""
    page = f"{LIST}/{measured.observation}?lan={measured.runs[0]}"
    for name in ("an", "chi"):
        seen = text(entered(name).get(page))
        assert "At most twenty" in seen
        assert ("H01-0" in seen, 3 < seen.count("<tr>") < 200) == (False, True)
    assert entered("giang").get(page).status_code == 404
    assert entered("dung").get(page).status_code == 404
    assert entered("giang").get(f"{LIST}/{measured.observation}").status_code == 404


def test_a_reader_of_all_bodies_sees_counts_without_rows(measured, monkeypatch):
    """Who reads everything but keeps no source sees the sums by body, not the rows."""
    monkeypatch.setattr(queries, "may_see_rows", lambda _person, _source: False)
    page = text(entered("binh").get(f"{LIST}/{measured.observation}?lan={measured.runs[0]}"))
    assert "Rows are shown to the owner" in page
    assert "At most twenty" not in page


def test_a_value_is_found_by_the_mark_on_the_public_page(measured):
    """What stands in brackets after the published source leads to the value."""
    value = observed.by_id([measured.observation])[measured.observation]
    mark = value.source.rpartition("[")[2].rstrip("]")
    client = entered("chi")
    assert measured.observation in text(client.get(LIST, {"mark": f"[{mark}]"}))
    assert "No measured value has this mark" in text(client.get(LIST, {"mark": "ffffffffff"}))


def test_a_correction_leaves_the_rows_that_were_counted(measured, deliveries, settings):
    """After a correction the old value still leads to its own rows, and says that they were corrected."""
    from thuocdo.jobs.measuring import measure  # noqa: PLC0415  same

    register(deliveries, seed=2)
    measure(settings.THUOCDO_PROGRAMME, clock=lambda: NOON, tell=lambda _reason: None)
    page = text(entered("chi").get(f"{LIST}/{measured.observation}", {"dem": "1"}))
    assert "The same as was recorded" in page
    assert "corrected since: revision 2 counts now" in page


def test_rows_that_are_gone_and_other_methods_are_refused_in_words(measured, settings):
    """Without the file, or with another version of the metric, nothing is counted and the page says why."""
    client = entered("chi")
    run = queries.run(measured.runs[0], CHI)
    file = settings.THUOCDO_MEASURE / "partitions" / run.file
    file.rename(file.with_suffix(".away"))
    gone = client.get(f"{LIST}/{measured.observation}", {"dem": "1"})
    assert (gone.status_code, "no longer kept" in text(gone)) == (404, True)
    from thuocdo.measurement.sources.models import Measured  # noqa: PLC0415  same

    Measured.objects.filter(observation=measured.observation).update(version=7)
    other = client.get(f"{LIST}/{measured.observation}", {"dem": "1"})
    assert (other.status_code, "no longer in force" in text(other)) == (409, True)
    assert client.get(f"{LIST}/O-nothing").status_code == 404
    assert client.get(f"{LIST}/{measured.observation}?lan=L-nothing").status_code == 404
    assert run.month == Month(2025, 1)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_value_by_province_now_and_then(measured, monkeypatch, language):
    """Both readings stand side by side; a merged province names its successor."""
    monkeypatch.setattr("thuocdo.web.lineage.register", lambda _slug: MERGED)
    answer = entered("chi", language).get(f"{LIST}/{measured.observation}", {"tinh": "1"})
    page = text(answer)
    assert answer.status_code == 200
    assert ("Như lúc đó" if language == "vi" else "As it was then") in page
    assert ("→ Tỉnh Không" if language == "vi" else "→ Province Nought") in page
    assert page.count('scope="row"') == 2


def test_the_command_lists_provinces_in_both_readings(measured, monkeypatch):
    """The same two readings come from the partial sums that are kept."""
    from thuocdo.jobs import measuring  # noqa: PLC0415  tables are ready only here

    monkeypatch.setattr(measuring, "register", lambda _slug: MERGED)
    areas = measuring.provinces(METRIC, measuring.read_period("2025"), clock=lambda: NOON)
    ours, gone = areas
    assert (ours.agency.code, gone.agency.code, gone.now) == ("T00", "T01", None)
    assert ours.now.denominator > ours.then.denominator > 0
    with pytest.raises(Invalid, match="There is no metric"):
        measuring.provinces("99-none", measuring.read_period("2025"), clock=lambda: NOON)
    assert measured.runs

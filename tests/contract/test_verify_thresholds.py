"""Thresholds in a publication: chosen ones are mentioned, older files hold, changed ones are named."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from tests.contract.test_verify_tampering import TRUST, edit, found, resign
from tests.factories.facts import an_observation, some_facts
from tests.factories.publication import publish_plainly

from thuocdo.core.canonical import canonical_json
from thuocdo.measurement.thresholds.types import STANDARD
from thuocdo.publication.verify import check

CHOSEN = replace(STANDARD, on_track_from=Decimal("0.30"), at_risk_from=Decimal("0.10"), plan_months=6)


def a_slow_row(**changes):
    """Return facts in which an indicator has moved a little."""
    values = (an_observation(), an_observation(id="o2", value=Decimal(21), period_end=date(2025, 6, 30)))
    return some_facts(observations=values, **changes)


@pytest.fixture
def site(tmp_path):
    """Return a folder that was published under the standard thresholds."""
    publish_plainly(a_slow_row(), tmp_path / "site")
    return tmp_path / "site"


def notes(site):
    """Return what a check that holds mentions about the facts."""
    report = check(site, trust=TRUST)
    return [str(note.fault("en")) for note in report.notes if note.where == "facts.json"]


def test_chosen_thresholds_are_mentioned(site, tmp_path):
    """The publication holds, and its reader learns which numbers are not the standard ones."""
    publish_plainly(a_slow_row(thresholds=CHOSEN), tmp_path / "chosen")
    said = "on_track_from 0.30 (0.95), at_risk_from 0.10 (0.60), plan_months 6 (12)"
    assert [said in note for note in notes(tmp_path / "chosen")] == [True]
    assert notes(site) == []


def test_a_publication_from_before_thresholds_holds(site):
    """Its facts name none, and the rules gave what the standard gives."""
    written = msgspec.json.decode((site / "facts.json").read_bytes())
    del written["facts"]["thresholds"]
    (site / "facts.json").write_bytes(canonical_json(written))
    resign(site)
    assert notes(site) == []


def test_thresholds_changed_after_publishing_are_named(site):
    """Signed again with kinder thresholds, the tables no longer follow from the facts."""
    edit(site, "facts.json", b'"at_risk_from":"0.60"', b'"at_risk_from":"0.01"')
    edit(site, "facts.json", b'"on_track_from":"0.95"', b'"on_track_from":"0.02"')
    resign(site)
    assert any(", status: published" in fault and "recomputed on_track" in fault for fault in found(site))


def test_thresholds_that_no_office_may_choose_are_refused(site):
    """Facts of a stranger are refused by the same rule as a proposal."""
    edit(site, "facts.json", b'"at_risk_from":"0.60"', b'"at_risk_from":"0.96"')
    resign(site)
    assert any(
        "facts.thresholds.at_risk_from: cannot be read: must lie below" in fault for fault in found(site)
    )

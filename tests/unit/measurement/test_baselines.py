"""Published values: each with source, period and definition, rivals kept apart."""

import csv
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from thuocdo.core.errors import Invalid, NotFound
from thuocdo.measurement import baselines
from thuocdo.measurement.baselines import published_baselines
from thuocdo.measurement.types import Origin, Standing
from thuocdo.programme.types import Indicator

REPOSITORY = Path(__file__).parents[3]
SHARED = REPOSITORY.parent / "shared"
ROWS = msgspec.convert(
    json.loads((REPOSITORY / "src/thuocdo/programme/data/nq03/indicators.json").read_text(encoding="utf-8")),
    tuple[Indicator, ...],
)
BY_CODE = {row.code: row for row in ROWS}
STANDINGS = {"declared candidate": Standing.DECLARED, "rival": Standing.RIVAL, "related": Standing.RELATED}


@pytest.mark.parametrize("value", published_baselines(), ids=lambda value: value.id)
def test_every_value_says_where_it_comes_from_and_what_it_means(value):
    """A value without source, method, definition in both languages or certainty is not shown as a fact."""
    assert value.source
    assert value.method
    assert value.certainty
    assert value.definition_vi.endswith(".")
    assert value.definition_en.endswith(".")
    assert value.origin in {Origin.OUTSIDE, Origin.REPORTED}
    assert not value.illustrative


@pytest.mark.parametrize("value", published_baselines(), ids=lambda value: value.id)
def test_every_value_fits_its_row(value):
    """Unit and scope are those of the row, so that a verdict never compares different things."""
    row = BY_CODE[value.indicator]
    assert value.unit == row.unit
    assert value.scope in {target.scope for target in row.targets}


def test_ids_are_unique():
    """Each value can be cited by its own id."""
    assert max(Counter(value.id for value in published_baselines()).values()) == 1


def test_one_declared_method_for_each_row():
    """Values that may decide a verdict are never of two methods."""
    methods = {
        (value.indicator, value.method)
        for value in published_baselines()
        if value.standing is Standing.DECLARED
    }
    assert max(Counter(indicator for indicator, _ in methods).values()) == 1


def test_the_rival_value_of_the_digital_economy_stands_apart():
    """For 2024 the statistics office says 13.17 and decides; the ministry's 18.3 is a rival."""
    found = {
        value.standing: value.value
        for value in published_baselines()
        if value.indicator == "10" and value.period_end == date(2024, 12, 31)
    }
    assert found == {Standing.DECLARED: Decimal("13.17"), Standing.RIVAL: Decimal("18.3")}


def test_one_quantity_is_stored_once():
    """Row 36 is served by the series of row 10."""
    stored = {value.indicator for value in published_baselines()}
    assert "10" in stored
    assert "36" not in stored
    assert BY_CODE["36"].shares_path_with == "10"


def test_a_printed_qualifier_is_kept():
    """The year-end figure for 5G is “above 90”, and marked as contradicted."""
    (value,) = [item for item in published_baselines() if item.qualifier]
    assert (value.indicator, value.qualifier, value.value) == ("23.4", ">", Decimal(90))
    assert value.certainty == "conflicting"


def test_a_value_is_not_published_before_its_period_ends_unless_provisional():
    """A publication day, where known, is not earlier than the day that the value describes."""
    dated = [value for value in published_baselines() if value.published_on]
    assert dated
    assert all(value.published_on >= value.period_end for value in dated)


@pytest.mark.parametrize("slug", ["nothing", "../nq03"])
def test_an_unknown_programme_is_refused(slug):
    """A programme without published values gets one sentence."""
    with pytest.raises(NotFound):
        published_baselines(slug)


def test_a_broken_file_is_refused(tmp_path, monkeypatch):
    """A file that cannot be read names itself and the fault."""
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "baselines.json").write_text('[{"id": 1}]', encoding="utf-8")
    monkeypatch.setattr(baselines, "_DATA", tmp_path)
    with pytest.raises(Invalid, match=r"baselines\.json of bad"):
        published_baselines("bad")


@pytest.mark.seeds
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared with the seed documents")
def test_values_are_the_publishable_ones_of_the_reference():
    """Every publishable number of the reference is here as it stands there, and no other world value."""
    rows = csv.DictReader((SHARED / "reference/vn/baselines.csv").open(encoding="utf-8"))
    expected = {
        (
            row["indicator_no_nq03"].split(";")[0],
            row["period_end"],
            Decimal(row["value_decimal"]),
            row["qualifier"],
            STANDINGS[row["method"]],
        )
        for row in rows
        if row["publishable"] == "yes" and row["value_decimal"]
    }
    found = {
        (value.indicator, value.period_end.isoformat(), value.value, value.qualifier, value.standing)
        for value in published_baselines()
        if value.scope != "southeast_asia"
    }
    assert found == expected
    assert len(expected) == 21


@pytest.mark.seeds
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared with the seed documents")
def test_the_regional_rank_is_the_one_that_the_reference_tells():
    """The only value for Southeast Asia is the rank that a publishable row tells in its note."""
    rows = csv.DictReader((SHARED / "reference/vn/baselines.csv").open(encoding="utf-8"))
    notes = " ".join(row["definition_note"] for row in rows if row["publishable"] == "yes")
    (value,) = [item for item in published_baselines() if item.scope == "southeast_asia"]
    assert f"rank {value.value} of 11 in ASEAN" in notes

"""Tests of the values on an indicator's page: path, vintages, other methods, and how a value was counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.factories.facts import an_observation
from tests.factories.site import model_facts

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.measurement.types import Origin, Standing
from thuocdo.publication.site import indicators
from thuocdo.publication.site.desk import Desk

JANUARY = date(2026, 1, 6)


def of(code, value, end, published, **changes):
    """Return a value of an indicator as a statistics office would publish it."""
    return an_observation(
        id=f"{code}-{end}-{published}-{changes.get('standing', '')}",
        indicator=code,
        value=Decimal(value),
        period_end=end,
        published_on=published,
        method=changes.pop("method", "one"),
        **changes,
    )


def page_of(code, *values, language="en"):
    """Return what the page of an indicator shows when it has these values and no others."""
    facts = model_facts()
    rest = tuple(one for one in facts.observations if one.indicator != code)
    facts = replace(facts, observations=(*rest, *values), as_of=date(2026, 1, 10))
    desk = Desk(facts, evaluate(facts), language)
    name = next(each.key for each in facts.programme.indicators if each.code == code)
    pages = {path: view for path, _template, view in indicators.pages(desk)}
    return next(
        view for path, view in pages.items() if view.get("row", {}).get("key") == name and path != "chi-tieu"
    )


END = date(2024, 12, 31)
BASE = of("13", "22", END, date(2025, 1, 6))
LAST = of("13", "23.5", date(2025, 12, 31), JANUARY)


def test_table_sets_each_value_beside_what_was_required():
    """The last value lies 1.5 above a baseline of 22 whose path to 40 by 2030 had reached 24.9."""
    rows = page_of("13", BASE, LAST)["tables"][0]["rows"]
    assert [(row["value"], row["required"], row["gap"]) for row in rows] == [
        ("22", "", ""),
        ("23.5", "24.9", "−1.4"),
    ]
    assert [(row["baseline"], row["latest"]) for row in rows] == [(True, False), (False, True)]


def test_a_revised_value_shows_what_was_published_first():
    """The newest vintage counts; the first one stays, with its day, and the chart has a tick for it."""
    first = of("13", "21", END, date(2024, 12, 20))
    view = page_of("13", first, BASE, LAST)
    row = view["tables"][0]["rows"][0]
    assert (row["value"], row["first"], row["revised"]) == ("22", "21", True)
    assert [(each["value"], each["published"]) for each in row["earlier"]] == [("21", "20 December 2024")]
    assert len(view["charts"][0]["wide"]["firsts"]) == 1
    assert view["others"] == []


def test_another_method_stands_apart_and_decides_nothing():
    """A rival value is in no row of the series; it is shown with its source and its day."""
    rival = of("13", "30", END, date(2025, 2, 1), standing=Standing.RIVAL, method="two", source="Bộ khác")
    view = page_of("13", BASE, LAST, rival)
    assert [row["value"] for row in view["tables"][0]["rows"]] == ["22", "23.5"]
    assert (view["rival"]["value"], view["rival"]["source"]) == ("30", "Bộ khác")
    assert view["rival"]["published"] == "1 February 2025"


def test_values_of_a_province_are_not_those_of_the_country():
    """A value of one province neither draws the line nor stands in the table."""
    view = page_of("13", BASE, LAST, of("13", "90", date(2025, 6, 30), JANUARY, place="01"))
    shown = [row["value"] for row in view["tables"][0]["rows"]]
    assert ("90" in shown, view["others"]) == (False, [])


@pytest.mark.parametrize(("version", "told"), [("1", True), ("999", False)])
def test_a_measured_value_says_how_it_was_counted(version, told):
    """Numerator and denominator stand there; the expressions only where the version is the one we have."""
    counted = of(
        "11.6",
        "61.25",
        date(2025, 12, 31),
        JANUARY,
        origin=Origin.MEASURED,
        method=f"11.6-online-payment@{version}",
        numerator=Decimal("6125.000"),
        denominator=Decimal(10000),
    )
    view = page_of("11.6", counted)
    assert (view["last"]["numerator"], view["last"]["denominator"]) == ("6,125", "10,000")
    assert (view["counted"]["code"], view["counted"]["version"]) == ("11.6-online-payment", version)
    assert ("count" in view["counted"]["numerator"]) is told
    assert view["trust"] == "measured from source data"


def test_a_second_person_is_told_without_the_name():
    """What a value is worth says that somebody verified it, not who."""
    view = page_of("13", BASE, replace(LAST, verified_by="binh", origin=Origin.REPORTED))
    assert view["trust"] == "reported by the agency, verified by a second person"


def test_the_path_of_a_later_horizon_passes_the_earlier_target():
    """Rows 10 and 36 are one quantity: until 2030 both have the same required value."""
    facts = model_facts()
    last = of("10", "14.02", date(2025, 12, 31), JANUARY, method="nso_value_added", unit="percent_gdp")
    values = [one for one in facts.observations if one.indicator == "10" and one.period_end <= END]
    ten, later = page_of("10", *values, last), page_of("36", *[])
    assert [row["required"] for row in ten["tables"][0]["rows"]][-1] == "15.92"
    assert len(later["charts"][0]["wide"]["bends"]) == 1
    assert ten["charts"][0]["wide"]["bends"] == []


def test_distance_bar_says_where_we_should_be():
    """Two marks: what the path required at the last value, and what it will at the end of the next year."""
    bar = page_of("13", BASE, LAST)["distance"]["bars"]["phone"]
    assert [(mark["day"], mark["value"]) for mark in bar["marks"]] == [
        ("31 December 2025", "24.9"),
        ("31 December 2026", "27.9"),
    ]
    assert 8 < bar["marks"][0]["x"] < bar["marks"][1]["x"] < 352

"""Made-up registers: the same for the same recipe, marked illustrative, and measured as what they are."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import duckdb
import pytest
from tests.factories.measures import PARSER
from tests.fakes.plain_engine import scan

from thuocdo.adapters.engines.duckdb import DuckDBEngine
from thuocdo.adapters.engines.duckdb_partials import DuckDBPartials
from thuocdo.adapters.engines.duckdb_session import Limits
from thuocdo.adapters.engines.duckdb_synthetic import deliver, write
from thuocdo.core.errors import Invalid
from thuocdo.measurement.declaring.reading import catalogue
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.places import Level
from thuocdo.measurement.planning import measure_name, plan
from thuocdo.measurement.sources.types import Declaration, Form, Kind, Mapped
from thuocdo.measurement.synthetic.types import LABEL, Planted, Recipe, body, tree
from thuocdo.measurement.tables.reading import standard_tables

TABLES = standard_tables()
PLAN = plan(catalogue(TABLES, PARSER), TABLES, TABLES)
SPRING = Period(Month(2025, 1), Month(2025, 4))
RECIPE = Recipe(3_000, SPRING, Month(2025, 4), bodies=60)


def lines(partition):
    """Return the rows of a partition as dictionaries."""
    names = ", ".join(f"'{path}'" for path in partition.files)
    found = duckdb.sql(f"select * from read_parquet([{names}], hive_partitioning = false)")  # noqa: S608  our own
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def made(folder, recipe=RECIPE, table="dossiers", revision=1):
    """Return the partitions of a register."""
    return list(write(recipe, table, folder, revision))


@pytest.mark.parametrize("table", ["dossiers", "payments"])
def test_a_register_fits_its_standard_table_and_measures_as_the_plain_engine_does(tmp_path, table):
    """Every column that metrics read is there in its type, and both engines see the same sums."""
    fused = PLAN.tables[table]
    engine = DuckDBEngine(Limits(folders=(tmp_path,)))
    for partition in made(tmp_path, table=table):
        assert engine.scan(fused, partition) == scan(fused, partition.key, 1, lines(partition))


def test_the_same_recipe_gives_the_same_rows_and_another_seed_others(tmp_path):
    """Who repeats a measurement gets the same register."""
    first = [sorted(map(str, lines(one))) for one in made(tmp_path / "a")]
    assert first == [sorted(map(str, lines(one))) for one in made(tmp_path / "b")]
    assert first != [sorted(map(str, lines(one))) for one in made(tmp_path / "c", replace(RECIPE, seed=2))]


def test_a_register_has_exactly_its_rows_and_says_that_it_is_made_up(tmp_path):
    """The rows are spread over the months, and folder and files are marked."""
    partitions = made(tmp_path)
    assert sum(len(lines(one)) for one in partitions) == RECIPE.rows
    assert sum(RECIPE.rows_of().values()) == RECIPE.rows
    assert LABEL in (tmp_path / "README.txt").read_text(encoding="utf-8")
    marks = duckdb.execute(
        "select value from parquet_kv_metadata(?)", [str(partitions[0].files[0])]
    ).fetchall()
    assert (LABEL.encode(),) in marks


def test_few_bodies_have_most_dossiers_and_all_stand_in_the_tree(tmp_path):
    """Registers are skewed, and every body is below a province or a ministry, below the nation."""
    found = [line["agency"] for one in made(tmp_path) for line in lines(one)]
    counts = sorted((found.count(agency) for agency in set(found)), reverse=True)
    assert sum(counts[:12]) > len(found) / 3
    places = tree(RECIPE)
    assert set(found) <= {body(RECIPE, number) for number in range(RECIPE.bodies)}
    assert all(places.line(agency)[-1] == "VN" for agency in set(found))
    assert {Level.COMMUNE, Level.PROVINCE, Level.REGION, Level.MINISTRY, Level.NATION} <= set(
        places.levels.values()
    )


def test_a_copy_seen_later_corrects_what_was_not_decided_yet(tmp_path):
    """The same dossiers come again with more results: that is a correction, and the totals follow it."""
    fused, places = PLAN.tables["dossiers"], tree(RECIPE)
    early = made(tmp_path, replace(RECIPE, seen=Month(2025, 2)), revision=1)
    late = made(tmp_path, revision=2)
    kept = DuckDBPartials(Limits(folders=(tmp_path,)))
    decided = measure_name(
        next(one for one in PLAN.metrics if one.code == "11.3-digitised").denominator.aggregate
    )
    for partition in (*early, *late, *early):
        kept.put(fused, partition)
    rolled = kept.roll_up(fused, SPRING, lambda _: places)
    anew = sum(line["resolved_at"] is not None for one in late for line in lines(one))
    before = sum(line["resolved_at"] is not None for one in early for line in lines(one))
    assert rolled.of("VN", decided) == anew > before
    assert {revision for _, revision in rolled.partitions} == {2}


def test_planted_faults_are_there(tmp_path):
    """Duplicates, impossible dates, minutes times a hundred, a month that does not come, a renamed column."""
    months = list(SPRING.months())
    planted = dict(
        zip(
            months,
            (Planted.DUPLICATES, Planted.IMPOSSIBLE_DATES, Planted.TIMES_HUNDRED, Planted.STOPPED),
            strict=True,
        )
    )
    clean = made(tmp_path / "clean")
    dirty = made(tmp_path / "dirty", replace(RECIPE, planted=planted))
    twice = [line["dossier"] for line in lines(dirty[0])]
    assert len(twice) - len(set(twice)) == 50
    backwards = [
        line for line in lines(dirty[1]) if line["resolved_at"] and line["resolved_at"] < line["received_at"]
    ]
    assert backwards
    assert all(line["received_at"] - line["resolved_at"] == timedelta(days=400) for line in backwards)
    right = {line["dossier"]: line["minutes_taken"] for line in lines(clean[2])}
    wrong = {line["dossier"]: line["minutes_taken"] for line in lines(dirty[2])}
    assert wrong == {dossier: minutes and minutes * 100 for dossier, minutes in right.items()}
    assert dirty[3].files == ()
    renamed = made(tmp_path / "renamed", replace(RECIPE, planted={months[0]: Planted.RENAMED_COLUMN}))
    with pytest.raises(Invalid) as refused:
        DuckDBEngine(Limits(folders=(tmp_path,))).scan(PLAN.tables["dossiers"], renamed[0])
    assert [fault.field for fault in refused.value.faults] == ["channel"]


@pytest.mark.parametrize("wrong", [{"rows": -1}, {"bodies": 0}, {"bodies": 10_000}])
def test_a_recipe_that_cannot_be_made_is_refused(wrong):
    """Fewer than no rows or no bodies cannot be made."""
    with pytest.raises(Invalid, match="0 or more rows"):
        replace(RECIPE, **wrong)


PAYMENTS = Declaration(
    name="Thanh toán",
    owner="NHNN",
    table="payments",
    kind=Kind.FOLDER,
    form=Form.CSV,
    place="thanh-toan/{month}.csv",
    mapping=(
        Mapped("agency", "Mã"),
        Mapped("method", "Cách", words={"TM": "cash"}),
        Mapped("amount", "Nghìn đồng", factor=Decimal(1000)),
    ),
)


def test_an_owner_delivers_in_its_own_columns_words_and_units(tmp_path):
    """What lies in the folder is what the mapping reads back: its names, words and factor."""
    april = Month(2025, 4)
    ours = [*lines(made(tmp_path, table="payments")[-1])]
    deliver(RECIPE, PAYMENTS, tmp_path, {april})
    assert [path.name for path in (tmp_path / "thanh-toan").iterdir()] == ["2025-04.csv"]
    with (tmp_path / "thanh-toan/2025-04.csv").open(encoding="utf-8", newline="") as file:
        theirs = list(csv.DictReader(file))
    assert {"TM", "transfer"} <= {each["Cách"] for each in theirs}
    assert "cash" not in {each["Cách"] for each in theirs}
    read = sorted((each["Mã"], int(Decimal(each["Nghìn đồng"]) * 1000)) for each in theirs)
    assert read == sorted((each["agency"], each["amount"]) for each in ours)


def test_bodies_may_have_codes_of_ours_and_the_first_has_most_rows(tmp_path):
    """Registers of a country's own bodies roll up by its own tree."""
    codes = ("VN34-79", "VN34-01", "VN34-48")
    recipe = replace(RECIPE, codes=codes)
    found = Counter(row["agency"] for one in made(tmp_path, recipe) for row in lines(one))
    assert [code for code, _rows in found.most_common()] == list(codes)
    assert [body(recipe, number) for number in range(3)] == list(codes)

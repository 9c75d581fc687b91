"""What is planted into a delivery is found, named and kept apart; what is sound is kept, in every form."""

import csv
import json
from dataclasses import replace
from decimal import Decimal

import duckdb
import openpyxl
import pytest
from tests.factories.deliveries import FIRST, LAST, declaration, order, register

from thuocdo.adapters.intake.taking import take
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.sources.types import Form, Kind, Mapped, Outcome
from thuocdo.measurement.synthetic.types import Planted

MONTH = Month(2025, 3)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Return a folder with a sound register, and what its first months look like."""
    folder = tmp_path_factory.mktemp("sound")
    register(folder)
    taken = [take(order(folder, folder / f"into-{month}", month)) for month in (FIRST, FIRST.later(1))]
    return folder, tuple(each.profile for each in taken)


def rows_of(path, *columns):
    """Return the rows of a Parquet file in their order."""
    return duckdb.read_parquet(str(path)).project(", ".join(columns)).fetchall()


def delivered(folder):
    """Return the rows of the month as they were delivered."""
    return duckdb.read_parquet(str(folder / "dossiers" / f"month={MONTH}" / "*.parquet"))


def planted(tmp_path, what, history):
    """Take in a month into which something was planted."""
    register(tmp_path / "in", planted={MONTH: what})
    return take(order(tmp_path / "in", tmp_path / "out", MONTH, history=history))


@pytest.mark.parametrize("month", list(Period(FIRST, LAST).months()))
def test_sound_delivery_is_kept_sorted_with_all_its_rows(sound, tmp_path, month):
    """Every row of a sound month is kept, sorted by body and words, and nothing is set aside."""
    taken = take(order(sound[0], tmp_path, month, history=sound[1]))
    rows = rows_of(tmp_path / taken.file, "agency", "applicant", "channel", "coalesce(payment, 'z')")
    assert (taken.outcome, taken.broken, taken.aside) == (Outcome.KEPT, (), "")
    assert (len(rows), rows) == (taken.rows, sorted(rows))


@pytest.mark.parametrize(
    ("what", "check", "column"),
    [
        (Planted.DUPLICATES, "duplicate", "dossier"),
        (Planted.IMPOSSIBLE_DATES, "order", "resolved_at"),
        (Planted.TIMES_HUNDRED, "unit", "minutes_taken"),
        (Planted.RENAMED_COLUMN, "missing", "channel"),
    ],
)
def test_planted_fault_is_caught_and_named(sound, tmp_path, what, check, column):
    """The check and the column are named, and nothing of the delivery counts."""
    taken = planted(tmp_path, what, sound[1])
    assert taken.outcome is Outcome.HELD
    assert (check, column) in {(each.check, each.column) for each in taken.broken}
    assert taken.file == ""


def test_source_that_stops_has_nothing(sound, tmp_path):
    """A month without files is no failure of the run: the schedule says that it is late."""
    taken = planted(tmp_path, Planted.STOPPED, sound[1])
    assert (taken.outcome, taken.reason.code) == (Outcome.NOTHING, "nothing")


def test_changed_unit_says_by_how_much(sound, tmp_path):
    """A unit that is a hundredth of the one before is told with its factor."""
    taken = planted(tmp_path, Planted.TIMES_HUNDRED, sound[1])
    unit = next(each for each in taken.broken if each.check == "unit")
    assert 80 <= int(unit.reason.params["times"]) <= 125


def test_rows_that_come_twice_are_set_aside_within_the_tolerance(sound, tmp_path):
    """With a tolerance one of two equal rows counts, the copies stand apart, and both are counted."""
    clean = take(order(sound[0], tmp_path / "clean", MONTH))
    into, few = tmp_path / "out", tmp_path / "few" / "dossiers" / f"month={MONTH}"
    few.mkdir(parents=True)
    whole = delivered(sound[0])
    whole.union(whole.order("dossier").limit(3)).write_parquet(str(few / "x.parquet"))
    taken = take(order(tmp_path / "few", into, MONTH, declared=declaration(tolerance=50)))
    kept = rows_of(into / taken.file, "dossier")
    assert (taken.outcome, taken.quarantined) == (Outcome.KEPT, 3)
    assert (len(kept), len(set(kept))) == (clean.rows, clean.rows)


def test_same_delivery_again_is_nothing_to_do(sound, tmp_path):
    """The digest of rows and declaration tells that everything is as it was."""
    first = take(order(sound[0], tmp_path / "a", MONTH))
    again = take(order(sound[0], tmp_path / "b", MONTH, earlier=first.digest))
    remapped = replace(declaration(), hours=7)
    other = take(order(sound[0], tmp_path / "c", MONTH, declared=remapped, earlier=first.digest))
    assert (again.outcome, other.outcome) == (Outcome.SAME, Outcome.HELD)


def test_half_a_delivery_is_another_extent(sound, tmp_path):
    """A month with a tenth of the usual rows is held back."""
    few = tmp_path / "in" / "dossiers" / f"month={MONTH}"
    few.mkdir(parents=True)
    history = tuple(replace(each, rows=5_000) for each in sound[1])
    delivered(sound[0]).limit(150).write_parquet(str(few / "x.parquet"))
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, history=history))
    assert [each.check for each in taken.broken if each.check == "extent"] == ["extent"]


ROWS = [
    {"Mã CQ": "T01.X1", "Tổ chức": "NH1", "Cách": "TM", "Số GD": "12", "Triệu": "1.5"},
    {"Mã CQ": "T01.X2", "Tổ chức": "NH1", "Cách": "CK", "Số GD": "7", "Triệu": "20"},
]
MAPPING = (
    Mapped("agency", "Mã CQ"),
    Mapped("institution", "Tổ chức"),
    Mapped("method", "Cách", words={"TM": "cash", "CK": "transfer"}),
    Mapped("transactions", "Số GD"),
    Mapped("amount", "Triệu", factor=Decimal(1_000_000)),
)


def payments(kind, form, place):
    """Return a declaration of payments with Vietnamese columns, words and another unit."""
    return declaration("payments", kind=kind, form=form, place=place, mapping=MAPPING)


def write_csv(folder, rows, name="2025-03.csv"):
    """Write rows as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def read_back(tmp_path, taken):
    """Return the rows that were kept."""
    return sorted(rows_of(tmp_path / taken.file, "agency", "method", "transactions", "amount"))


KEPT = [("T01.X1", "cash", 12, 1_500_000), ("T01.X2", "transfer", 7, 20_000_000)]


def test_csv_is_mapped_translated_and_scaled(tmp_path):
    """Columns, words and units of a source become ours."""
    write_csv(tmp_path / "in", ROWS)
    declared = payments(Kind.FOLDER, Form.CSV, "{month}.csv")
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=declared))
    assert (taken.outcome, read_back(tmp_path / "out", taken)) == (Outcome.KEPT, KEPT)


def test_spreadsheet_is_mapped_alike(tmp_path):
    """A workbook with the same rows gives the same values."""
    book = openpyxl.Workbook()
    book.active.append(list(ROWS[0]))
    for row in ROWS:
        book.active.append(
            [row["Mã CQ"], row["Tổ chức"], row["Cách"], int(row["Số GD"]), float(row["Triệu"])]
        )
    (tmp_path / "in").mkdir()
    book.save(tmp_path / "in" / "2025-03.xlsx")
    declared = payments(Kind.SHEETS, Form.XLSX, "{month}.xlsx")
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=declared))
    assert (taken.outcome, read_back(tmp_path / "out", taken)) == (Outcome.KEPT, KEPT)


def test_json_is_read_too(tmp_path):
    """A list of objects gives the same values."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2025-03.json").write_text(json.dumps(ROWS), encoding="utf-8")
    declared = payments(Kind.FOLDER, Form.JSON, "{month}.json")
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=declared))
    assert (taken.outcome, read_back(tmp_path / "out", taken)) == (Outcome.KEPT, KEPT)


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"Cách": "séc"}, "word"),
        ({"Số GD": "mười"}, "unreadable"),
        ({"Số GD": "1.5"}, "unreadable"),
        ({"Số GD": ""}, "empty"),
        ({"Số GD": "-3"}, "range"),
        ({"Mã CQ": " "}, "empty"),
    ],
)
def test_broken_cell_is_shown_as_it_was_written(tmp_path, changed, check):
    """Each broken row is counted under its check, with the cell as the source wrote it."""
    write_csv(tmp_path / "in", [*ROWS, {**ROWS[0], "Tổ chức": "NH2", **changed}])
    declared = payments(Kind.FOLDER, Form.CSV, "{month}.csv")
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=declared))
    (broken,) = taken.broken
    given = next(iter(changed.values())).strip()
    assert (taken.outcome, broken.check, broken.rows) == (Outcome.HELD, check, 1)
    assert given in broken.sample[0].values()


def test_moments_of_another_clock_become_utc(tmp_path):
    """Times without zone belong to the source's clock; those with one speak for themselves."""
    names = [each.column for each in declaration().mapping]
    row = dict.fromkeys(names, "true") | {
        "dossier": "H1", "agency": "T01", "procedure": "1", "applicant": "citizen", "channel": "post",
        "payment": "", "received_at": "05/03/2025 08:00", "due_at": "2025-03-31T17:00:00+07:00",
        "resolved_at": "2025-03-30 08:00:00", "minutes_taken": "10",
    }  # fmt: skip
    late = {
        **row,
        "dossier": "H2",
        "received_at": "2025-03-31 23:59:00",
        "due_at": "2025-04-07 08:00:00",
        "resolved_at": "",
    }
    write_csv(tmp_path / "in", [row, late])
    declared = declaration(form=Form.CSV, place="{month}.csv", hours=7)
    taken = take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=declared))
    found = sorted(rows_of(tmp_path / "out" / taken.file, "received_at::varchar", "due_at::varchar"))
    assert found == [
        ("2025-03-05 01:00:00", "2025-03-31 10:00:00"),
        ("2025-03-31 16:59:00", "2025-04-07 01:00:00"),
    ]


def test_place_outside_the_folder_is_refused(tmp_path):
    """Neither dots nor a link lead out of the folder of deliveries."""
    (tmp_path / "in").mkdir()
    write_csv(tmp_path, ROWS, "secret.csv")
    (tmp_path / "in" / "2025-03.csv").symlink_to(tmp_path / "secret.csv")
    linked = payments(Kind.FOLDER, Form.CSV, "{month}.csv")
    dotted = payments(Kind.FOLDER, Form.CSV, "../secret.csv")
    codes = [
        take(order(tmp_path / "in", tmp_path / "out", MONTH, declared=each)).reason.code
        for each in (linked, dotted)
    ]
    assert codes == ["outside", "outside"]


def test_too_many_rows_and_bytes_end_the_run(sound, tmp_path):
    """A delivery beyond its limits is a failed run, not a shortened month."""
    limits = declaration().limits
    few = declaration(limits=replace(limits, rows=100))
    fewer = declaration(limits=replace(limits, megabytes=1))
    big = tmp_path / "big" / "dossiers" / f"month={MONTH}"
    big.mkdir(parents=True)
    (big / "x.parquet").write_bytes(b"x" * 1_000_001)
    taken = [
        take(order(sound[0], tmp_path / "a", MONTH, declared=few)),
        take(order(tmp_path / "big", tmp_path / "b", MONTH, declared=fewer)),
        take(order(tmp_path / "big", tmp_path / "c", MONTH)),
    ]
    assert [(each.outcome, each.reason.code) for each in taken] == [
        (Outcome.FAILED, "too_many_rows"),
        (Outcome.FAILED, "too_large"),
        (Outcome.FAILED, "unreadable_file"),
    ]

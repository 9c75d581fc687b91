"""The register of bodies: what is loaded, what it is checked for, and that it agrees with its sources."""

import csv
import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from thuocdo.core.country import names
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.programme import registry
from thuocdo.programme.registry import register, tile_grid
from thuocdo.programme.rules import by_statistics_code, check_register, existing_on
from thuocdo.programme.types import Agency, AgencyKind, Designation, Group, Register, Succession

SHARED = Path(__file__).parents[4] / "shared"
SEEDS = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared with the seed documents")
KINDS = {
    "bo": AgencyKind.MINISTRY,
    "co_quan_ngang_bo": AgencyKind.MINISTERIAL,
    "co_quan_thuoc_chinh_phu": AgencyKind.GOVERNMENT,
    "dang": AgencyKind.PARTY,
    "khac_trung_uong": AgencyKind.COMMITTEE,
}
OLD = Agency("OLD", "Bộ Cũ", "Old Ministry", AgencyKind.MINISTRY, valid_until=date(2025, 3, 1))
NEW = Agency("NEW", "Bộ Mới", "New Ministry", AgencyKind.MINISTRY, valid_from=date(2025, 3, 1))
STEP = Succession("OLD", "NEW", date(2025, 3, 1))
SOUND = Register((OLD, NEW), (STEP,), (Group("G", "Các bộ", "Ministries", (AgencyKind.MINISTRY,)),))


def faults_of(broken):
    """Return the sentences of the refusal."""
    with pytest.raises(Invalid) as refused:
        check_register(broken)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("day", "ministries", "ministerial", "provinces"),
    [
        (date(2025, 1, 9), 18, 4, 63),
        (date(2025, 2, 28), 18, 4, 63),
        (date(2025, 3, 1), 14, 3, 63),
        (date(2025, 6, 30), 14, 3, 63),
        (date(2025, 7, 1), 14, 3, 34),
        (date(2026, 4, 29), 14, 3, 34),
        (date(2026, 4, 30), 14, 3, 34),
    ],
)
def test_counts_on_each_side_of_the_changes(day, ministries, ministerial, provinces):
    """There are 18 + 4 ministries before 1 March 2025 and 14 + 3 after; 63 provinces, then 34."""
    kinds = Counter(agency.kind for agency in existing_on(day, register()))
    assert kinds[AgencyKind.MINISTRY] == ministries
    assert kinds[AgencyKind.MINISTERIAL] == ministerial
    assert kinds[AgencyKind.PROVINCE] == provinces


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
    ],
)
def test_seven_province_codes_changed_meaning(code, before, after):
    """A statistics code is read together with its day, because seven were given to another province."""
    old = by_statistics_code(code, date(2025, 6, 30), register())
    new = by_statistics_code(code, date(2025, 7, 1), register())
    assert (old.short_vi, new.short_vi) == (before, after)


def test_only_those_seven_codes_changed_meaning():
    """Every other code that is still in use means the province of the same name."""
    codes = {agency.statistics_code for agency in register().agencies if agency.statistics_code}
    pairs = {
        code: (
            by_statistics_code(code, date(2025, 6, 30), register()),
            by_statistics_code(code, date(2025, 7, 1), register()),
        )
        for code in codes
    }
    changed = {code for code, (old, new) in pairs.items() if old and new and old.short_en != new.short_en}
    assert changed == {"15", "24", "44", "52", "80", "82", "91"}


def test_a_code_out_of_use_means_nothing():
    """The code of a province that was merged away means nobody after the merger."""
    assert by_statistics_code("02", date(2025, 6, 30), register()).short_vi == "Hà Giang"
    assert by_statistics_code("02", date(2025, 7, 1), register()) is None


def test_every_name_of_the_register_is_known_to_the_reader():
    """Each body and group can be read; what only reading knows is no ministry, agency or province."""
    bodies = register()
    known = {agency.code for agency in bodies.agencies} | {group.code for group in bodies.groups}
    read = {name.code: name.kind for name in names()}
    assert known <= set(read)
    assert {kind for code, kind in read.items() if code not in known} <= {
        "department",
        "group",
        "other",
        "party_body",
    }


def test_every_body_has_names_to_show_in_both_languages():
    """Pages show short names, so no body and no group lacks one in either language."""
    bodies = register()
    assert all(a.name_vi and a.name_en and a.short_vi and a.short_en for a in bodies.agencies)
    assert all(group.name_vi and group.name_en for group in bodies.groups)


def test_notes_come_in_both_languages():
    """A remark on a body is never there in one language only."""
    assert all(bool(agency.note_vi) == bool(agency.note_en) for agency in register().agencies)


def test_tiles_cover_the_provinces_of_today_once():
    """The grid has one tile for each province that exists, none on top of another."""
    grid = tile_grid()
    today = {a.statistics_code for a in existing_on(date(2026, 11, 22), register()) if a.statistics_code}
    assert {tile.code for tile in grid.tiles} == today
    assert len({(tile.col, tile.row) for tile in grid.tiles}) == len(grid.tiles) == 34


def test_every_special_zone_hangs_on_a_tile():
    """The thirteen special zones name the province that administers them."""
    grid = tile_grid()
    assert len(grid.zones) == 13
    assert {zone.parent for zone in grid.zones} <= {tile.code for tile in grid.tiles}


@pytest.mark.parametrize("country", ["xx", "../vn", ""])
def test_an_unknown_country_is_refused_with_what_it_needs(country):
    """A country without a data folder gets one sentence that names the files to add."""
    with pytest.raises(NotFound, match=r"agencies\.csv"):
        register(country)


def test_unreadable_rows_are_refused_all_at_once(tmp_path, monkeypatch):
    """A data folder with two wrong lines names both, with file and line."""
    folder = tmp_path / "zz"
    folder.mkdir()
    head = "code,name_vi,name_en,valid_from,valid_until,short_vi,short_en,note_vi,note_en"
    (folder / "agencies.csv").write_text(f"{head},kind\nA,a,a,,,a,a,,,kingdom\n", encoding="utf-8")
    (folder / "provinces.csv").write_text(f"{head}\nB,b,b,soon,,b,b,,\n", encoding="utf-8")
    (folder / "successions.csv").write_text("predecessor,successor,on\n", encoding="utf-8")
    (folder / "groups.csv").write_text("code,name_vi,name_en,kinds,needs_designation\n", encoding="utf-8")
    (folder / "tilegrid.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(registry, "_DATA", tmp_path)
    with pytest.raises(Invalid) as refused:
        register("zz")
    assert [fault.where for fault in refused.value.faults] == [
        "agencies.csv, line 2",
        "provinces.csv, line 2",
    ]


def test_a_sound_register_passes():
    """A register without faults is handed back unchanged."""
    assert check_register(SOUND) is SOUND


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (replace(SOUND, agencies=(OLD, NEW, NEW)), "stands twice"),
        (replace(SOUND, agencies=(OLD, replace(NEW, valid_until=date(2025, 1, 1)))), "ends before it starts"),
        (replace(SOUND, successions=()), "no succession says who carries its duties"),
        (replace(SOUND, successions=(STEP, STEP)), "second successor"),
        (replace(SOUND, successions=(replace(STEP, predecessor="GONE"),)), "predecessor is unknown"),
        (replace(SOUND, successions=(replace(STEP, successor="GONE"),)), "successor is unknown"),
        (replace(SOUND, successions=(replace(STEP, on=date(2025, 2, 1)),)), "does not end on that day"),
        (
            replace(SOUND, agencies=(OLD, replace(NEW, valid_from=date(2025, 4, 1)))),
            "successor does not exist on that day",
        ),
        (replace(SOUND, groups=(Group("G", "Nhóm", "Group"),)), "neither kinds nor a designation"),
        (
            replace(SOUND, designations=(Designation("1", "X", ("NEW",), "1/QĐ", date(2025, 5, 1)),)),
            "designated group or body is unknown",
        ),
        (
            replace(SOUND, designations=(Designation("1", "G", ("X",), "1/QĐ", date(2025, 5, 1)),)),
            "member X is unknown",
        ),
        (
            replace(
                SOUND,
                agencies=(
                    replace(OLD, valid_until=None, statistics_code="1"),
                    replace(NEW, statistics_code="1"),
                ),
            ),
            "statistics code of OLD at the same time",
        ),
    ],
)
def test_an_incoherent_register_is_refused(broken, sentence):
    """Each kind of incoherence is found and said in one sentence."""
    assert any(sentence in fault for fault in faults_of(broken))


def test_all_faults_are_told_at_once():
    """Two unrelated faults come back together, so that they are mended in one go."""
    broken = replace(SOUND, successions=(), groups=(Group("G", "Nhóm", "Group"),))
    assert len(faults_of(broken)) == 2


def rows_of(name):
    """Return the rows of a reference table."""
    return list(csv.DictReader((SHARED / "reference/vn" / name).open(encoding="utf-8")))


def exclusive(day):
    """Turn an inclusive last day of the reference into the first day after it."""
    return date.fromisoformat(day) + timedelta(days=1) if day else None


def by_code():
    """Return the bodies of the register by code."""
    return {agency.code: agency for agency in register().agencies}


@SEEDS
@pytest.mark.seeds
def test_agencies_equal_the_reference():
    """Names, kinds and periods of central bodies are those of the reference, ends made exclusive."""
    for row in rows_of("agencies.csv"):
        agency = by_code()[row["code"]]
        assert (agency.name_vi, agency.name_en) == (row["name_vi"], row["name_en"])
        assert agency.kind is KINDS[row["kind"]]
        assert (agency.valid_from.isoformat() if agency.valid_from else "") == row["valid_from"]
        assert agency.valid_until == exclusive(row["valid_to"])


@SEEDS
@pytest.mark.seeds
def test_provinces_equal_the_reference():
    """Names, codes and periods of provinces are those of the reference, ends made exclusive."""
    rows = rows_of("provinces.csv")
    for row in rows:
        agency = by_code()[row["unit_id"]]
        assert agency.name_vi == row["full_name_vi"]
        assert agency.statistics_code == row["code_gso"]
        assert (agency.valid_from.isoformat() if agency.valid_from else "") == row["valid_from"]
        assert agency.valid_until == exclusive(row["valid_to"])
    assert sum(agency.kind is AgencyKind.PROVINCE for agency in register().agencies) == len(rows)


@SEEDS
@pytest.mark.seeds
def test_successions_equal_the_reference():
    """Who follows whom, and from which day, is as in the reference, with nothing added."""
    expected = {
        (row[key], row[follows], exclusive(row["valid_to"]))
        for name, key, follows in (
            ("agencies.csv", "code", "successor_code"),
            ("provinces.csv", "unit_id", "successor_unit_id"),
        )
        for row in rows_of(name)
        if row[follows]
    }
    assert {(step.predecessor, step.successor, step.on) for step in register().successions} == expected


@SEEDS
@pytest.mark.seeds
def test_tiles_equal_the_reference():
    """Every tile and every special zone stands where the reference puts it."""
    grid = json.loads((SHARED / "reference/vn/tilegrid.json").read_text(encoding="utf-8"))
    assert {(t.code, t.name, t.short, t.col, t.row) for t in tile_grid().tiles} == {
        (t["code"], t["name"], t["short"], t["col"], t["row"]) for t in grid["provinces"]
    }
    assert {(z.name, z.parent, float(z.col), float(z.row)) for z in tile_grid().zones} == {
        (z["name"], z["parent"], z["x"], z["y"]) for z in grid["special_zones"]
    }


@SEEDS
@pytest.mark.seeds
def test_every_body_of_the_tables_is_known():
    """Each agency and group that the two appendices name has a code, under its name in the document."""
    codes = {name.name_vi: name.code for name in names()}
    known = set(by_code()) | {group.code for group in register().groups}
    gold = json.loads((SHARED / "reference/nq03/agencies.json").read_text(encoding="utf-8"))
    in_tables = [row["name_vi"] for row in gold if row["in_tables"]]
    assert len(in_tables) > 40
    assert all(codes[name] in known for name in in_tables)

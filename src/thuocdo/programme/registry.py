"""The bodies of a country in time, their collective names and its province tiles, from its data folder."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from thuocdo.core.errors import Fault, Invalid, NotFound
from thuocdo.core.typed import from_json
from thuocdo.programme.rules import check_register
from thuocdo.programme.types import Agency, AgencyKind, Group, Register, Succession

_DATA = Path(__file__).parent / "data"
_COLUMNS = (
    "code", "name_vi", "name_en", "kind", "valid_from", "valid_until", "short_vi", "short_en",
    "note_vi", "note_en",
)  # fmt: skip
_NEEDED = ("agencies.csv", "provinces.csv", "successions.csv", "groups.csv", "tilegrid.json")

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Tile:
    """The square of one province; `code` is its statistics code, row 1 is north, column 1 west."""

    code: str
    name: str
    short: str
    col: int
    row: int


@dataclass(frozen=True, slots=True)
class SpecialZone:
    """A special zone, drawn as a pill beside the tile of the province that administers it."""

    name: str
    parent: str
    col: Decimal
    row: Decimal


@dataclass(frozen=True, slots=True)
class TileGrid:
    """Provinces by relative position; the captions say that it is no map of boundaries."""

    caption_vi: str
    caption_en: str
    tiles: tuple[Tile, ...]
    zones: tuple[SpecialZone, ...]


@cache
def register(country: str = "vn") -> Register:
    """Return every body, succession and group of a country, checked; read once per process.

    Ministries and central bodies come first, then provinces. Designations are facts of a
    programme, not of a country: `dataclasses.replace(register(), designations=…)` adds them.
    """
    folder = _folder(country)
    faults: list[Fault] = []
    found = Register(
        agencies=(
            *_rows(folder / "agencies.csv", _agency, faults),
            *_rows(folder / "provinces.csv", _province, faults),
        ),
        successions=tuple(_rows(folder / "successions.csv", _succession, faults)),
        groups=tuple(_rows(folder / "groups.csv", _group, faults)),
    )
    if faults:
        raise Invalid(f"The register of {country} cannot be read.", faults=faults)
    return check_register(found)


def read_agencies(path: Path) -> tuple[Agency, ...]:
    """Return the bodies of a CSV file with the columns of agencies.csv; names every bad line at once.

    Only code, name_vi, name_en and kind must be there; a missing column is an empty cell.
    """
    faults: list[Fault] = []
    empty = dict.fromkeys(_COLUMNS, "")
    try:
        found = _rows(path, lambda row: _agency(empty | {key: row[key] or "" for key in row if key}), faults)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Invalid(f"{path.name} cannot be read.", hint="Give a CSV file in UTF-8.") from None
    faults += [
        Fault(row.code or path.name, "needs a code and both names", "code")
        for row in found
        if not _whole(row)
    ]
    if faults or not found:
        hint = f"Its columns are {', '.join(_COLUMNS)}."
        raise Invalid(f"{path.name} holds no usable list of bodies.", faults=faults, hint=hint)
    return tuple(found)


def _whole(agency: Agency) -> bool:
    return bool(agency.code and agency.name_vi and agency.name_en)


@cache
def tile_grid(country: str = "vn") -> TileGrid:
    """Return the province tiles of a country, read once per process."""
    return from_json((_folder(country) / "tilegrid.json").read_bytes(), TileGrid)


def _folder(country: str) -> Path:
    folder = _DATA / country
    if not country.isalpha() or not all((folder / name).is_file() for name in _NEEDED):
        raise NotFound(
            f"There is no register of agencies for {country!r}.",
            hint=f"Its data folder needs {', '.join(_NEEDED)}.",
        )
    return folder


def _lines(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            yield f"{path.name}, line {number}", row


def _rows(path: Path, make: Callable[[dict[str, str]], _Row], faults: list[Fault]) -> list[_Row]:
    found: list[_Row] = []
    for where, row in _lines(path):
        try:
            found.append(make(row))
        except (KeyError, ValueError) as wrong:
            faults.append(Fault(where, f"cannot be read ({wrong})"))
    return found


def _agency(row: dict[str, str]) -> Agency:
    return Agency(
        code=row["code"],
        name_vi=row["name_vi"],
        name_en=row["name_en"],
        kind=AgencyKind(row["kind"]),
        valid_from=_day(row["valid_from"]),
        valid_until=_day(row["valid_until"]),
        short_vi=row["short_vi"],
        short_en=row["short_en"],
        statistics_code=row.get("statistics_code", ""),
        note_vi=row["note_vi"],
        note_en=row["note_en"],
    )


def _province(row: dict[str, str]) -> Agency:
    return _agency({**row, "kind": AgencyKind.PROVINCE.value})


def _succession(row: dict[str, str]) -> Succession:
    return Succession(row["predecessor"], row["successor"], date.fromisoformat(row["on"]))


def _group(row: dict[str, str]) -> Group:
    return Group(
        code=row["code"],
        name_vi=row["name_vi"],
        name_en=row["name_en"],
        kinds=tuple(AgencyKind(kind) for kind in row["kinds"].split()),
        needs_designation={"yes": True, "no": False}[row["needs_designation"]],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

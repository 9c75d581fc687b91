"""The files of a delivery, by the kind of its source: found in a folder, or asked for and written down."""

import csv
import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from thuocdo.adapters.intake.asking_http import allowed, ask, refuse_page
from thuocdo.adapters.intake.asking_postgresql import ask_postgresql
from thuocdo.adapters.intake.receiving import Refused
from thuocdo.adapters.intake.signing_objects import read_keys, signed
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.ports import Order
from thuocdo.measurement.sources.types import Form, Kind

_MEGABYTE = 1_000_000
_PIECE = 1 << 20
_MOST_FILES = 500
_ACCEPT = {
    Kind.HTTP: "text/csv, application/json",
    Kind.SDMX: "application/vnd.sdmx.data+csv;version=1.0.0, text/csv",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The files of a delivery in a form that the engine reads, with size and digest of what came."""

    files: tuple[Path, ...]
    form: Form
    bytes: int
    digest: str


def fetch(order: Order, until: float) -> Fetched:
    """Return the files of the order's month, or raise Refused with the reason."""
    declaration = order.declaration
    match declaration.kind:
        case Kind.HTTP | Kind.OBJECTS | Kind.SDMX | Kind.POSTGRESQL:
            return _asked(order, until)
        case Kind.FOLDER | Kind.PUSH | Kind.SHEETS:
            paths = _found(Path(order.folder), place_of(order))
            size, digest = _measured(paths, declaration.limits.megabytes * _MEGABYTE, until)
    if declaration.kind is Kind.SHEETS:
        return Fetched((_sheets(paths, Path(order.into), declaration.limits.rows),), Form.CSV, size, digest)
    return Fetched(paths, declaration.form, size, digest)


def place_of(order: Order) -> str:
    """Return where the month lies: `{month}` is 2025-03, `{year}` 2025; what was sent has one name."""
    month = order.month
    if order.declaration.kind is Kind.PUSH:
        return f"{month}.{order.declaration.form.value}"
    return order.declaration.place.replace("{month}", month).replace("{year}", month[:4])


def _asked(order: Order, until: float) -> Fetched:
    declaration = order.declaration
    into = Path(order.into) / f"asked.{declaration.form.value}"
    may = allowed(order.hosts, order.networks)
    most = declaration.limits.megabytes * _MEGABYTE
    if declaration.kind is Kind.POSTGRESQL:
        month = Month.read(order.month)
        size, digest = ask_postgresql(declaration, month, order.secret, into, may=may, most=most, until=until)
    else:
        url = place_of(order)
        size, digest = ask(url, into, may=may, headers=_headers(order, url), most=most, until=until)
    if not size:
        raise Refused("nothing", nothing=True)
    return Fetched((into,), declaration.form, size, digest)


def _headers(order: Order, url: str) -> dict[str, str]:
    """Return what is asked for, and who asks: a bearer token, or the signature that storage wants."""
    kind = order.declaration.kind
    headers = {"Accept": _ACCEPT.get(kind, "*/*"), "Accept-Encoding": "identity"}
    if order.secret and kind is Kind.OBJECTS:
        return signed(url, headers, read_keys(order.secret), datetime.now(UTC))
    if order.secret:
        headers["Authorization"] = f"Bearer {order.secret}"
    return headers


def _found(folder: Path, place: str) -> tuple[Path, ...]:
    """Return the files that a place names; none may lie outside the folder, also not through a link."""
    root = folder.resolve()
    if place.startswith("/") or ".." in Path(place).parts:
        raise Refused("outside")
    paths = sorted(path for path in root.glob(place) if path.is_file())
    if not paths:
        raise Refused("nothing", nothing=True)
    if len(paths) > _MOST_FILES:
        raise Refused("too_many_files", most=_MOST_FILES)
    if not all(path.resolve().is_relative_to(root) for path in paths):
        raise Refused("outside")
    return tuple(paths)


def _measured(paths: tuple[Path, ...], most: int, until: float) -> tuple[int, str]:
    """Return size and SHA-256 of the files together; their names do not count."""
    size = sum(path.stat().st_size for path in paths)
    if size > most:
        raise Refused("too_large", megabytes=most // _MEGABYTE)
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            refuse_page(file.read(512))
            file.seek(0)
            digest.update(f"{path.stat().st_size};".encode())
            while piece := file.read(_PIECE):
                digest.update(piece)
                if time.monotonic() > until:
                    raise Refused("too_slow")
    return size, digest.hexdigest()


def _sheets(paths: tuple[Path, ...], into: Path, most: int) -> Path:
    """Write the first sheet of every workbook into one CSV file; all have the same first row."""
    written = into / "sheets.csv"
    with written.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for number, row in enumerate(_rows(paths)):
            if number > most:
                raise Refused("too_many_rows", rows=most)
            writer.writerow(row)
    return written


def _rows(paths: tuple[Path, ...]) -> Iterator[list[str]]:
    import python_calamine  # noqa: PLC0415  an extra of its own

    first: list[str] | None = None
    for path in paths:
        try:
            sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
            rows = sheet.iter_rows()
        except (python_calamine.CalamineError, OSError, ValueError, IndexError):
            raise Refused("unreadable_file", said=path.name) from None
        for number, cells in enumerate(rows):
            row = [_cell(cell) for cell in cells]
            if number:
                yield row
            elif first is None:
                first = row
                yield row
            elif row != first:
                raise Refused("other_columns", file=path.name)


def _cell(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat(sep=" ") if isinstance(cell, datetime) else _other(cell)


def _other(cell: Any) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell)

"""Files opened by LibreOffice, as whoever downloads them does: what it shows of sheets and documents."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

SECONDS = 180
_CSV = "CSV:44,34,76,1,,1033"
"""Commas, quotes, UTF-8, from the first line, English numbers; formulas are run, as it does by itself."""
_AT_ONCE = 240
"""LibreOffice stops without a word after 256 files of one call."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice (soffice) is not here; CONTRIBUTING.md says how to install it",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """One cell as LibreOffice has it: its formula ("" for none), its type, and what it holds."""

    formula: str
    kind: str
    value: str


Sheet = list[list[Opened]]


def sheets(files: Mapping[str, bytes], suffix: str) -> dict[str, list[Sheet]]:
    """Return the sheets of each file without empty ends, opened by as few processes as can be."""
    choice = ("--infilter=" + _CSV,) if suffix == ".csv" else ()
    made = converted(files, suffix, "fods", *choice)
    return {name: [_sheet(table) for table in _tables(data)] for name, data in made.items()}


def converted(files: Mapping[str, bytes], suffix: str, to: str, *options: str) -> dict[str, bytes]:
    """Return each file as another kind of file; a file that LibreOffice cannot open is missing."""
    made: dict[str, bytes] = {}
    names = list(files)
    for start in range(0, len(names), _AT_ONCE):
        some = {name: files[name] for name in names[start : start + _AT_ONCE]}
        made |= _converted(some, suffix, to, *options)
    return made


def _converted(files: Mapping[str, bytes], suffix: str, to: str, *options: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        given, made = Path(folder, "given"), Path(folder, "made")
        given.mkdir()
        numbered = {f"{number:04}": name for number, name in enumerate(files)}
        for number, name in numbered.items():
            (given / f"{number}{suffix}").write_bytes(files[name])
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", *options]
        command += ["--convert-to", to, "--outdir", str(made), *map(str, sorted(given.iterdir()))]
        _run(command, Path(folder))
        return {numbered[each.stem]: each.read_bytes() for each in sorted(made.glob("*"))}


def _run(command: list[str], home: Path) -> None:
    process = subprocess.Popen(
        command,
        env={**os.environ, "HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _tables(data: bytes) -> Iterator[etree._Element]:
    yield from etree.fromstring(data, etree.XMLParser(huge_tree=True)).iter(f"{_TABLE}table")


def _sheet(table: etree._Element) -> Sheet:
    rows: Sheet = []
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [cell for each in row for cell in _cells(each)]
        while cells and cells[-1] == Opened("", "", ""):
            cells.pop()
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        rows += [cells] * (times if cells else min(times, 1))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cells(cell: etree._Element) -> list[Opened]:
    if cell.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
        return []
    kind = cell.get(f"{_OFFICE}value-type", "")
    words = "\n".join(_words(each) for each in cell.findall(f"{_TEXT}p"))
    value = {
        "float": cell.get(f"{_OFFICE}value", ""),
        "percentage": cell.get(f"{_OFFICE}value", ""),
        "date": cell.get(f"{_OFFICE}date-value", ""),
        "boolean": cell.get(f"{_OFFICE}boolean-value", ""),
    }.get(kind, words)
    one = Opened(cell.get(f"{_TABLE}formula", ""), kind, value)
    # The empty rest of a line is told as thousands of cells; no file of ours is so wide.
    times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
    return [one] * (times if one.kind else min(times, 300))


def _words(paragraph: etree._Element) -> str:
    """Return the text of a paragraph; runs of blanks and tabs are elements there."""
    parts = [paragraph.text or ""]
    for each in paragraph:
        if each.tag == f"{_TEXT}s":
            parts.append(" " * int(each.get(f"{_TEXT}c", "1")))
        elif each.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif each.tag == f"{_TEXT}line-break":
            parts.append("\n")
        else:
            parts.append(_words(each))
        parts.append(each.tail or "")
    return "".join(parts)

"""Publishing a data set: one file in, a folder for any web server out, without a database.

The folder is built beside the old one and put in its place in one step. SHA256SUMS names every file of it.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import N_, Conflict
from thuocdo.publication.columns import Table
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import MAX_FILE_BYTES, SUMS_PATH
from thuocdo.publication.observations.described import Handed, describing_files
from thuocdo.publication.observations.tables import tables
from thuocdo.publication.observations.types import DataSet
from thuocdo.publication.staging import Stage, staged
from thuocdo.publication.writers import csv, json

_PACKAGE = "datapackage.json"
_JSON = (b",\n", b"\n]}\n")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many data files and pages, and how long each took."""

    data_files: int
    data_seconds: float
    pages: int
    page_seconds: float


def publish_data_set(given: DataSet, *, out: Path) -> Written:
    """Write data files and pages of a data set; readers see the old folder or the new one.

    A file of the folder that the data set before did not write is kept. A folder that holds something
    else than a published data set is refused.
    """
    before = _standing(out)
    with staged(out, mark=SUMS_PATH) as stage:
        started = time.perf_counter()
        sums = _put(stage, data_files(given))
        with_data = time.perf_counter()
        from thuocdo.publication.observations.pages import pages  # noqa: PLC0415  the data need no templates

        shown = _put(stage, pages(given))
        done = time.perf_counter()
        for path, _ in Folder(stage.published).walk() if before else ():
            if path not in before and path != SUMS_PATH and not (stage.folder / path).exists():
                stage.carry(path)
        every = sums | shown
        text = "".join(f"{every[path]}  {path}\n" for path in sorted(every))
        stage.put(SUMS_PATH, text.encode("ascii"), durable=True)
        stage.switch()
    return Written(len(sums), with_data - started, len(shown), done - with_data)


def data_files(given: DataSet) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every data file: tables as CSV and JSON, and what describes them."""
    found = tables(given)
    whole, *others = found
    parts = [table for table in others if table.part]
    head = {
        "title": given.title,
        "publisher": given.publisher,
        "as_of": given.as_of.isoformat(),
        "illustrative": given.illustrative,
    }
    for form in (
        _Form(csv.SUFFIX, csv.table_bytes),
        _Form(json.SUFFIX, partial(json.written, head=head), *_JSON),
    ):
        pieces = [form.write(table) for table in parts]
        yield whole.path + form.suffix, form.joined(form.write(replace(whole, rows=())), pieces)
        yield from ((table.path + form.suffix, data) for table, data in zip(parts, pieces, strict=True))
        yield from ((table.path + form.suffix, form.write(table)) for table in others if not table.part)
    yield from describing_files(Handed(given, found))


@dataclass(frozen=True, slots=True)
class _Form:
    """A format of rows: how a table is written, what stands between rows and after the last."""

    suffix: str
    write: Callable[[Table], bytes]
    between: bytes = b""
    end: bytes = b""

    def joined(self, empty: bytes, pieces: list[bytes]) -> bytes:
        """Return the file of all rows, made of files with some of them: each row is written once."""
        begin = len(empty) - len(self.end)
        rows = (piece[begin : len(piece) - len(self.end)] for piece in pieces)
        return empty[:begin] + self.between.join(rows) + self.end


def _put(stage: Stage, content: Iterator[tuple[str, bytes]]) -> dict[str, str]:
    digests: dict[str, str] = {}
    for path, data in content:
        stage.put(path, data)
        digests[path] = sha256_hex(data)
    return digests


def _standing(out: Path) -> frozenset[str]:
    """Return the files of the data set that stands in a folder; refuses what is another publication."""
    if not out.is_dir() or not any(out.iterdir()):
        return frozenset()
    try:
        lines = Folder(out).read(SUMS_PATH, MAX_FILE_BYTES).decode("ascii").splitlines()
    except (Unreadable, UnicodeDecodeError):
        lines = []
    paths = frozenset(line.partition("  ")[2] for line in lines)
    if _PACKAGE not in paths:
        raise Conflict(
            N_("{folder} holds files that are no data set."),
            hint=N_("Name an empty or a new folder."),
            params={"folder": out},
        )
    return paths

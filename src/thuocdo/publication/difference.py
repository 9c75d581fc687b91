"""What a publication changes for readers: each table row by row, and each status that becomes another one."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from thuocdo.publication.earlier import kept_files
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import MAX_FILE_BYTES, Manifest

_SUFFIX = ".csv"
_KEYS = {"nhiem-vu": "task", "chi-tieu": "indicator"}
_STATUS = "status"


@dataclass(frozen=True, slots=True)
class TableChange:
    """How one table differs: rows that are new, gone, and that say something else."""

    path: str
    new: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class Move:
    """Tasks or indicators whose status becomes another one; "" where they were not or will not be there."""

    kind: str
    before: str
    after: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes; `first` says that there is no publication to compare with."""

    tables: tuple[TableChange, ...] = ()
    moves: tuple[Move, ...] = ()
    files_new: int = 0
    files_gone: int = 0
    files_changed: int = 0
    first: bool = False


def difference(prepared: Path, manifest: Manifest, site: Path, before: Manifest | None) -> Difference:
    """Return how a prepared folder differs from the published one."""
    if before is None:
        return Difference(first=True, files_new=len(manifest.files))
    old, new = before.files, manifest.files
    both = [path for path in new if path in old]
    tables = [path for path in kept_files(manifest) if path.endswith(_SUFFIX)]
    rows = [(path, _rows(site, path), _rows(prepared, path)) for path in tables]
    return Difference(
        tuple(_changes(rows)),
        tuple(_moves(rows)),
        len(new.keys() - old.keys()),
        len(old.keys() - new.keys()),
        sum(new[path].sha256 != old[path].sha256 for path in both),
    )


_Rows = dict[tuple[str, int], Mapping[str, str]]


def _changes(rows: list[tuple[str, _Rows, _Rows]]) -> Iterator[TableChange]:
    for path, old, new in rows:
        changed = sum(old[key] != new[key] for key in new.keys() & old.keys())
        found = TableChange(path, len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed)
        if found.new or found.gone or found.changed:
            yield found


def _moves(rows: list[tuple[str, _Rows, _Rows]]) -> Iterator[Move]:
    for path, old, new in rows:
        kind = _KEYS.get(path.rpartition("/")[2].removesuffix(_SUFFIX))
        if kind is None:
            continue
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in dict.fromkeys((*new, *old)):
            before, after = (each.get(key, {}).get(_STATUS, "") for each in (old, new))
            if before != after:
                found[before, after].append(key[0])
        for (before, after), keys in sorted(found.items()):
            yield Move(kind, before, after, tuple(keys))


def _rows(folder: Path, path: str) -> _Rows:
    """Return the rows of a table by their first column; a name that stands twice is counted."""
    try:
        data = Folder(folder).read(path, MAX_FILE_BYTES)
    except Unreadable:
        return {}
    found: _Rows = {}
    for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")):
        name = next(iter(line.values()), "") or ""
        number = 0
        while (name, number) in found:
            number += 1
        found[name, number] = line
    return found

"""From a file to a draft: looks at size and format, lets the reader make blocks, and reads them."""

import dataclasses
import hashlib
import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from thuocdo.core.country import names
from thuocdo.documents import errors, readers
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.draft import read_document
from thuocdo.documents.types import DraftProgramme

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
LARGEST_REQUEST = 2 * MAX_BYTES
"""Bytes of a form that a server hands on, so that whoever sends too large a file is told so in words."""
_SECONDS = 3.0
_MEGABYTES = 400


class Reader(Protocol):
    """What a file of `documents/readers/` offers: its suffixes, and bytes to blocks.

    One that opens a heavier format may also name the SECONDS and MEGABYTES that reading may take.
    """

    SUFFIXES: tuple[str, ...]

    def read(self, data: bytes) -> Iterable[Block]:
        """Return the blocks, or refuse with Unreadable."""


@cache
def known_readers() -> Mapping[str, Reader]:
    """Return suffix → reader, found by looking in the folder: a new format is a new file there."""
    found: dict[str, Reader] = {}
    for module in sorted(pkgutil.iter_modules(readers.__path__), key=lambda entry: entry.name):
        reader = cast("Reader", importlib.import_module(f"{readers.__name__}.{module.name}"))
        found |= dict.fromkeys(reader.SUFFIXES, reader)
    return found


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """What reading a file may take."""

    seconds: float
    memory_bytes: int


def limits(filename: str) -> Limits:
    """Return the limits of the format that the file's name stands for."""
    reader = known_readers().get(Path(filename).suffix.lower())
    seconds = float(getattr(reader, "SECONDS", _SECONDS))
    return Limits(seconds, int(getattr(reader, "MEGABYTES", _MEGABYTES)) * MEGABYTE)


def read_bytes(data: bytes, *, filename: str) -> DraftProgramme:
    """Return the draft programme of a document.

    Raises Unreadable (an Invalid) with one sentence for everything that is no readable document,
    also for one in which neither a task nor an indicator was found.
    """
    return _read(data, filename)[0]


def _read(data: bytes, filename: str) -> tuple[DraftProgramme, list[Block]]:
    if not data:
        raise Unreadable(errors.EMPTY)
    check_size(len(data))
    blocks = list(_reader(filename).read(data))
    draft = read_document(blocks, names=names())
    if not draft.tasks and not draft.indicators:
        raise Unreadable(errors.NO_TASKS)
    document = dataclasses.replace(draft.document, sha256=hashlib.sha256(data).hexdigest())
    return dataclasses.replace(draft, document=document), blocks


def check_size(size: int) -> None:
    """Refuse more bytes than a document has."""
    if size > MAX_BYTES:
        raise Unreadable(errors.TOO_LARGE, limit=str(MAX_BYTES // MEGABYTE))


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """A reading as a value that crosses a process border: the draft, or why there is none.

    `blocks` are the words of the file, for those who compare the draft with them.
    """

    draft: DraftProgramme | None = None
    refusal: str = ""
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def read_with_source(data: bytes, filename: str) -> Outcome:
    """Read a document with its words, for a caller in another process; never raises for a bad one."""
    try:
        draft, blocks = _read(data, filename)
        return Outcome(draft, blocks=tuple(blocks))
    except Unreadable as refusal:
        return Outcome(refusal=refusal.template, params=refusal.params)


def read_file(path: str) -> Outcome:
    """Read a file for a caller in another process; never raises for a bad document."""
    try:
        file = Path(path)
        check_size(file.stat().st_size)
        return Outcome(read_bytes(file.read_bytes(), filename=file.name))
    except Unreadable as refusal:
        return Outcome(refusal=refusal.template, params=refusal.params)


def _reader(filename: str) -> Reader:
    suffix = Path(filename).suffix.lower()
    known = known_readers()
    if suffix not in known:
        raise Unreadable(errors.UNKNOWN_FORMAT, suffix=suffix or filename, known=", ".join(sorted(known)))
    return known[suffix]

"""manifest.json: what a publication consists of, as canonical JSON that the keys sign.

Outside the manifest stand only manifest.json itself, signatures.json (it signs the manifest),
SHA256SUMS (made from the manifest, for `sha256sum -c`), the folder log/ (its entries name the
manifest's hash, so they come after it) and the folder earlier/ (each publication before, under
its own signed manifest).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Fault, Invalid
from thuocdo.publication.strict import Malformed, read_strict, spell

MANIFEST_PATH = "manifest.json"
SIGNATURES_PATH = "signatures.json"
SUMS_PATH = "SHA256SUMS"
LOG_FOLDER = "log/"
EARLIER = "earlier/"
OUTSIDE = frozenset({MANIFEST_PATH, SIGNATURES_PATH, SUMS_PATH})
FORMAT = 1
MAX_BYTES = 16 * 1024 * 1024
MAX_FILES = 100_000
MAX_FILE_BYTES = 128 * 1024 * 1024
_MAX_PATH = 240
_SEGMENT = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_@.-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".toml": "application/toml",
    ".sql": "application/sql",
    ".br": "application/brotli",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".ics": "text/calendar; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One published file."""

    bytes: int
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What a reader cannot recompute from facts.json, and the reason code."""

    what: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A published value that was wrong: old → new, why, and the document that orders it.

    `what` is a table's address, `key` its row, `field` its column. `entry` is the number in the
    log, `supersedes` the digest of the manifest that had the old value.
    """

    what: str
    key: str
    field: str
    old: str
    new: str
    reason: str
    document: str
    document_on: date | None = None
    entry: int | None = None
    supersedes: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A published file that was taken away: from which manifest, why, and the document that orders it."""

    manifest: str
    path: str
    sha256: str
    reason: str
    document: str
    document_on: date
    entry: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """A warning that did not stop the publication, and the publisher's sentence about it."""

    warning: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MadeBy:
    """Versions of what made a publication: its rules, and the form of its describing files."""

    rules: str
    describing: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """One publication. `previous` is the SHA-256 of the manifest that this one follows.

    `made_by` is None in those that were made before the versions were named.
    """

    format: int
    programme: str
    programme_number: str
    programme_version: int
    as_of: date
    illustrative: bool
    rules_version: str
    methods: dict[str, tuple[str, ...]]
    not_recomputable: tuple[Gap, ...]
    files: dict[str, FileEntry]
    previous: str | None = None
    corrections: tuple[Correction, ...] = ()
    accepted: tuple[Accepted, ...] = field(default=())
    taken_away: tuple[Gone, ...] = ()
    made_by: MadeBy | None = None


def entry(path: str, data: bytes) -> FileEntry:
    """Return what the manifest says of a file."""
    return FileEntry(len(data), sha256_hex(data), media_type(path))


def media_type(path: str) -> str:
    """Return the media type by the file's ending."""
    return _MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the bytes that are signed; of a manifest that was read, those that it was read from."""
    if manifest.made_by is not None:
        return spell(manifest)
    return spell({name: value for name, value in _fields(manifest) if name != "made_by"})


def _fields(manifest: Manifest) -> Iterable[tuple[str, Any]]:
    return ((each.name, getattr(manifest, each.name)) for each in fields(manifest))


def sums_bytes(files: Mapping[str, FileEntry], manifest: bytes) -> bytes:
    """Return SHA256SUMS: every file and the manifest, for `sha256sum -c SHA256SUMS`."""
    digests = {path: file.sha256 for path, file in files.items()} | {MANIFEST_PATH: sha256_hex(manifest)}
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode("ascii")


def read_manifest(data: bytes) -> Manifest:
    """Return a manifest, or refuse it with every fault; only the canonical spelling is accepted."""
    try:
        manifest = read_strict(data, Manifest, limit=MAX_BYTES, format_number=FORMAT)
    except Malformed as error:
        raise _refused(Fault(MANIFEST_PATH, error.message, error.place or None)) from None
    faults = list(_faults(manifest))
    if faults:
        raise _refused(*faults)
    return manifest


def path_fault(path: str) -> str:
    """Return why a path may not stand in a publication, "" when it may."""
    if not path or len(path) > _MAX_PATH:
        return f"a path has 1 to {_MAX_PATH} characters"
    if not all(_SEGMENT.fullmatch(part) for part in path.split("/")):
        return (
            "a path is relative and has only letters, digits and . _ @ - in names that begin with none of . -"
        )
    if path in OUTSIDE or path.startswith((LOG_FOLDER, EARLIER)):
        return "stands outside the manifest"
    return ""


def checked_paths(paths: Iterable[str]) -> list[Fault]:
    """Return the faults of a list of paths: unsafe ones, and two that some disks hold as one file."""
    faults = []
    seen: dict[str, str] = {}
    for path in paths:
        problem = path_fault(path)
        if problem:
            faults.append(Fault(MANIFEST_PATH, problem, path[:_MAX_PATH]))
        other = seen.setdefault(path.lower(), path)
        if other != path:
            faults.append(Fault(MANIFEST_PATH, f"differs from {other} only in capital letters", path))
    # A file may not be another file's folder.
    folders = {parent for path in paths for parent in _parents(path)}
    faults += [Fault(MANIFEST_PATH, "is also a folder", path) for path in paths if path in folders]
    return faults


def _parents(path: str) -> Iterable[str]:
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _faults(manifest: Manifest) -> Iterable[Fault]:
    if len(manifest.files) > MAX_FILES:
        yield Fault(MANIFEST_PATH, f"names more than {MAX_FILES} files", "files")
        return
    yield from checked_paths(list(manifest.files))
    for path, file in manifest.files.items():
        if not 0 <= file.bytes <= MAX_FILE_BYTES:
            yield Fault(MANIFEST_PATH, f"a file has 0 to {MAX_FILE_BYTES} bytes", f"{path}, bytes")
        if not _SHA256.fullmatch(file.sha256):
            yield Fault(MANIFEST_PATH, "is no SHA-256 in lower-case hex", f"{path}, sha256")
    if manifest.previous is not None and not _SHA256.fullmatch(manifest.previous):
        yield Fault(MANIFEST_PATH, "is no SHA-256 in lower-case hex", "previous")
    if path_fault(manifest.programme) or "/" in manifest.programme:
        yield Fault(MANIFEST_PATH, "is no address", "programme")


def _refused(*faults: Fault) -> Invalid:
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    return Invalid(f"{faults[0]}{more}.", faults=faults, hint="Fetch the publication again.")

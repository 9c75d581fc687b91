"""Fetching a publication from a web address into a temporary folder, within limits."""

import contextlib
import http.client
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from thuocdo.core.errors import IntegrityBroken, Invalid, Unavailable
from thuocdo.log import checkpoints
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.homes import POLICY
from thuocdo.log.mirroring import wanted
from thuocdo.log.notes import read_note
from thuocdo.log.verifying import MAX_NOTE
from thuocdo.publication import manifest, signatures
from thuocdo.publication.earlier import MAX_KEPT, kept_files, place_of

_FILE_SECONDS = 20
_TOTAL_SECONDS = 900
_TOTAL_BYTES = 1024 * 1024 * 1024
_CHUNK = 256 * 1024


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A publication stands where it says; a redirect could lead to another host or scheme."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


class _Fetcher:
    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/") + "/"
        self.left = _TOTAL_BYTES
        self.until = time.monotonic() + _TOTAL_SECONDS
        self.opener = urllib.request.build_opener(_NoRedirect)

    def fetch(self, path: str, limit: int) -> bytes:
        """Return at most `limit` + 1 bytes, so that a longer file fails its check."""
        request = urllib.request.Request(self.base + path, headers={"Accept-Encoding": "identity"})  # noqa: S310  scheme checked in `downloaded`
        data = bytearray()
        try:
            with self.opener.open(request, timeout=_FILE_SECONDS) as answer:
                while len(data) <= limit and (chunk := answer.read(min(_CHUNK, limit + 1 - len(data)))):
                    data += chunk
                    self._spend(len(chunk))
        except urllib.error.HTTPError as error:
            raise Unavailable(f"{self.base}{path} answers {error.code}.") from None
        except (OSError, http.client.HTTPException) as error:
            raise Unavailable(f"{self.base}{path} cannot be fetched ({error}).") from None
        return bytes(data)

    def _spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0 or time.monotonic() > self.until:
            raise Unavailable(
                f"{self.base} gives more than can be checked from afar.",
                hint="Copy the folder and verify the copy.",
            )


def is_address(source: str) -> bool:
    """Say whether a source is a web address rather than a folder."""
    return "://" in source


@contextlib.contextmanager
def downloaded(address: str) -> Iterator[Path]:
    """Give a folder with the manifest's files; what else lies on the server cannot be seen.

    A file that the server does not give is left out, so that verifying names it as missing.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise Invalid(f"{address} is no http or https address of a folder.")
    fetcher = _Fetcher(address)
    head = fetcher.fetch(manifest.MANIFEST_PATH, manifest.MAX_BYTES)
    with tempfile.TemporaryDirectory(prefix="thuocdo-verify-") as name:
        root = Path(name)
        (root / manifest.MANIFEST_PATH).write_bytes(head)
        # An unreadable manifest is step 1's to name.
        files, before = {}, None
        with contextlib.suppress(Invalid):
            read = manifest.read_manifest(head)
            files, before = {path: each.bytes for path, each in read.files.items()}, read.previous
        outside = {manifest.SIGNATURES_PATH: signatures.MAX_BYTES, manifest.SUMS_PATH: manifest.MAX_BYTES}
        for path, limit in (outside | files).items() if files else ():
            _save(fetcher, root, path, limit)
        if files:
            _save_log(fetcher, root)
            _save_earlier(fetcher, root, before)
        yield root


def _save_earlier(fetcher: _Fetcher, root: Path, previous: str | None) -> None:
    """Fetch the publications before, each found by the digest that the one after it names."""
    for _ in range(MAX_KEPT):
        if previous is None or not _save(
            fetcher, root, f"{place_of(previous)}{manifest.MANIFEST_PATH}", manifest.MAX_BYTES
        ):
            return
        place = place_of(previous)
        _save(fetcher, root, f"{place}{manifest.SIGNATURES_PATH}", signatures.MAX_BYTES)
        try:
            head = manifest.read_manifest((root / place / manifest.MANIFEST_PATH).read_bytes())
        except Invalid:
            return  # verifying says what is wrong with it
        for path in kept_files(head):
            _save(fetcher, root, f"{place}{path}", head.files[path].bytes)
        previous = head.previous


def _save_log(fetcher: _Fetcher, root: Path) -> None:
    """Fetch the log's files as far as the server has them; what is wrong with them verifying says."""
    note = f"{manifest.LOG_FOLDER}{checkpoints.PATH}"
    _save(fetcher, root, f"{manifest.LOG_FOLDER}{POLICY}", MAX_NOTE)
    _save(fetcher, root, note, MAX_NOTE)
    if not (root / note).is_file():
        return
    with contextlib.suppress(IntegrityBroken):
        size = read_checkpoint(read_note((root / note).read_bytes()).text).size
        for paths, limit in wanted(size):
            # A partial file may have given way to the full one; one of them has to be there.
            if not any(_save(fetcher, root, f"{manifest.LOG_FOLDER}{path}", limit) for path in paths):
                return


def _save(fetcher: _Fetcher, root: Path, path: str, limit: int) -> bool:
    """Fetch one file; False where the server does not give it."""
    try:
        data = fetcher.fetch(path, limit)
    except Unavailable:
        if fetcher.left < 0 or time.monotonic() > fetcher.until:
            raise
        return False
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return True

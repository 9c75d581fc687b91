"""Files in a folder under their SHA-256: on the disk before anybody hears of them."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import NotFound
from thuocdo.log.durable import force_names

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20
_LEAVING = ".leaving"
_COMING = ".coming-"


class FolderStore:
    """A folder with one file for each digest, in sub-folders by the first two letters."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> tuple[str, Callable[[], None]]:
        """Begin to keep the bytes; returns their SHA-256, and what waits until they are on the disk.

        Then the names that lead to them are there too; it raises OSError where they could not be
        written. A file that is there already only becomes young again, so that no sweeper takes it.
        """
        sha256 = sha256_hex(data)
        beside = ThreadPoolExecutor(max_workers=1)
        keeping = beside.submit(self._keep, self._place(sha256), data)
        beside.shutdown(wait=False)
        return sha256, keeping.result

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a digest are; raises NotFound."""
        path = self._place(sha256)
        if not path.is_file():
            raise NotFound(
                "The file is not in the store.", hint="Restore the folder of files from the backup."
            )
        return path

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Return every digest with the moment at which it was last put."""
        for path in sorted(self._folder.glob("??/*")):
            if _DIGEST.fullmatch(path.name):
                with suppress(FileNotFoundError):
                    yield path.name, _put_at(path)

    def drop(self, sha256: str, *, older_than: datetime) -> bool:
        """Remove a file unless it was put again since that moment; says whether it was removed.

        It leaves its place first and is looked at then: whoever puts it again meanwhile either
        finds it gone and writes it anew, or has made it young before it left, and it comes back.
        """
        path = self._place(sha256)
        leaving = path.with_name(path.name + _LEAVING)
        try:
            path.rename(leaving)
        except FileNotFoundError:
            return False
        if _put_at(leaving) >= older_than:
            leaving.replace(path)
            return False
        leaving.unlink()
        return True

    def tidy(self, *, older_than: datetime) -> int:
        """Remove what was never finished: pieces of writing or leaving that a crash has cut off."""
        count = 0
        for path in self._folder.glob("??/*"):
            unfinished = path.name.startswith(_COMING) or path.name.endswith(_LEAVING)
            if unfinished and _put_at(path) < older_than:
                path.unlink(missing_ok=True)
                count += 1
        return count

    def _place(self, sha256: str) -> Path:
        if not _DIGEST.fullmatch(sha256):
            raise NotFound("There is no such file.")
        return self._folder / sha256[:2] / sha256

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            os.utime(path)
        except FileNotFoundError:
            self._write(path, data)

    def _write(self, path: Path, data: bytes) -> None:
        """Write beside the place, then take it in one step; a crash leaves all of the file or none."""
        made = not path.parent.exists()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=_COMING, dir=path.parent)
        coming = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                for start in range(0, len(data), _PIECE):
                    stream.write(data[start : start + _PIECE])
                stream.flush()
                os.fsync(stream.fileno())
            coming.replace(path)
        except BaseException:
            coming.unlink(missing_ok=True)
            raise
        force_names(path.parent)
        if made:
            force_names(self._folder)
            force_names(self._folder.parent)


def _put_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)

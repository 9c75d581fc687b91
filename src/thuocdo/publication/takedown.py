"""Taking a published file away: its bytes go, its digest and the entry of the log that says why stay."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import N_, NotFound
from thuocdo.log.history import Told
from thuocdo.log.types import Tombstone
from thuocdo.publication.compressed import SUFFIX
from thuocdo.publication.earlier import Kept, chain, kept_files, place_of
from thuocdo.publication.folder import Folder
from thuocdo.publication.manifest import LOG_FOLDER, Manifest
from thuocdo.publication.publish import previous
from thuocdo.publication.staging import staged


def standing(out: Path) -> tuple[Manifest, str]:
    """Return the manifest that readers have now, and its digest."""
    found = previous(out)
    if found is None:
        raise NotFound(N_("There is no publication in {folder}."), params={"folder": out})
    return found[0], sha256_hex(found[1])


def places(out: Path, path: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield (digest of the manifest, name in it, SHA-256, path below the folder) for each place of a file.

    Published or kept, both count; its compressed copy holds the same, so it is yielded too.
    """
    head, digest = standing(out)
    folder = Folder(out)
    for name in (path, path + SUFFIX):
        if name in head.files and (out / name).exists():
            yield digest, name, head.files[name].sha256, name
    for each in chain(folder, head.previous):
        if isinstance(each, Kept) and path in kept_files(each.manifest):
            where = f"{place_of(each.digest)}{path}"
            if (out / where).exists():
                yield each.digest, path, each.manifest.files[path].sha256, where


def tombstones(out: Path, path: str, told: Told, *, entry: Tombstone) -> tuple[tuple[Tombstone, str], ...]:
    """Return an entry for each publication that has the file, with its path below the folder.

    `entry` gives the reason and the document. NotFound where no logged publication has the file.
    """
    found = []
    for digest, name, sha256, where in places(out, path):
        number = told.number_of(digest)
        if number is not None:
            made = Tombstone(number, name, sha256, entry.reason, entry.document, entry.document_on)
            found.append((made, where))
    if not found:
        raise NotFound(
            N_("No logged publication in {folder} has the file {path}."),
            hint=N_("Name it as in manifest.json, like nq03/du-lieu/evidence.csv."),
            params={"folder": out, "path": path},
        )
    return tuple(found)


def take_away(out: Path, gone: Iterable[str], log: Iterable[tuple[str, bytes]]) -> None:
    """Remove files from the published folder and put the log beside the rest, in one step for readers."""
    left_out = set(gone)
    with staged(out) as stage:
        for path, data in log:
            stage.put(f"{LOG_FOLDER}{path}", data)
        for path, _ in Folder(stage.published).walk():
            if path not in left_out and not (stage.folder / path).exists():
                stage.carry(path)
        stage.switch()

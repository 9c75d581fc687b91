"""The publications before this one: each under the digest of its own signed manifest, never replaced.

Kept are the manifest, its signatures, facts.json and every whole table, so that an old figure can be
looked up and recomputed; pages and the parts of tables beside them follow from these.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.core.messages import Reason
from thuocdo.log.history import Told
from thuocdo.publication import signatures
from thuocdo.publication.facts_file import FACTS_PATH
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.keys import Trust
from thuocdo.publication.manifest import (
    EARLIER,
    MANIFEST_PATH,
    MAX_BYTES,
    SIGNATURES_PATH,
    Manifest,
    read_manifest,
)
from thuocdo.publication.staging import Stage
from thuocdo.publication.tables import DATA_FOLDER

MAX_KEPT = 1000
_WHOLE = (".csv", ".json")
_DOUBTS = frozenset({"too_few_signatures", "key_out_of_time", "key_for_other_purpose", "key_lost_before"})


@dataclass(frozen=True, slots=True)
class Kept:
    """One publication that is kept: its manifest, and where its files lie below the folder."""

    digest: str
    manifest: Manifest

    @property
    def place(self) -> str:
        """Return its folder, with a slash at the end."""
        return place_of(self.digest)

    @property
    def as_of(self) -> date:
        """Return the day that it looks from."""
        return self.manifest.as_of


def place_of(digest: str) -> str:
    """Return where the publication of a manifest is kept."""
    return f"{EARLIER}{digest}/"


def kept_files(manifest: Manifest) -> tuple[str, ...]:
    """Return which files of a publication are kept: what every figure of it follows from."""
    slug = manifest.programme
    return tuple(
        path
        for path in manifest.files
        if path == FACTS_PATH
        or (path.endswith(_WHOLE) and path.rpartition("/")[0] in {slug, f"{slug}/{DATA_FOLDER}"})
    )


def keep(stage: Stage, manifest: Manifest, data: bytes, *, gone: Collection[str]) -> None:
    """Keep the published folder's files beside the new ones; refuses one that somebody changed."""
    place = place_of(sha256_hex(data))
    folder = Folder(stage.published)
    for path in kept_files(manifest):
        if path in gone:
            continue
        if not stage.is_untouched(path) and folder.check(path, manifest.files[path]) is not None:
            raise Conflict(
                f"{stage.published / path} is not the file that was signed, and it has to be kept.",
                hint="Put it back from a copy, or publish the same facts once more; then publish.",
            )
        stage.keep(path, f"{place}{path}")
    for path in (MANIFEST_PATH, SIGNATURES_PATH):
        stage.keep(path, f"{place}{path}")


def chain(folder: Folder, previous: str | None) -> Iterator[Kept | str]:
    """Yield the kept publications from the newest on; a digest alone where one is missing or broken."""
    for _ in range(MAX_KEPT):
        if previous is None:
            return
        try:
            data = folder.read(f"{place_of(previous)}{MANIFEST_PATH}", MAX_BYTES)
            manifest = read_manifest(data)
        except (Unreadable, Invalid):
            yield previous
            return
        if sha256_hex(data) != previous:
            yield previous
            return
        yield Kept(previous, manifest)
        previous = manifest.previous


def faults(
    folder: Folder, head: Manifest, told: Told, *, trust: Trust | None
) -> Iterator[tuple[str, str, Reason]]:
    """Yield (where, what, reason) for what is wrong with the kept publications, or stands there besides."""
    expected: set[str] = set()
    for each in chain(folder, head.previous):
        if isinstance(each, str):
            yield place_of(each), "", Reason("earlier_missing", {"digest": each})
            break
        gone = told.gone_from(each.digest)
        expected.update((f"{each.place}{MANIFEST_PATH}", f"{each.place}{SIGNATURES_PATH}"))
        yield from _signed(folder, each, trust, entry=told.number_of(each.digest))
        for path in kept_files(each.manifest):
            reason = folder.check(f"{each.place}{path}", each.manifest.files[path])
            expected.add(f"{each.place}{path}")
            if path in gone:
                reason = _still_there(reason, gone[path][0])
            if reason is not None:
                yield f"{each.place}{path}", "", reason
    for path, _ in folder.walk():
        if path.startswith(EARLIER) and path not in expected:
            yield path, "", Reason("extra")


def _still_there(reason: Reason | None, number: int) -> Reason | None:
    missing = reason is not None and reason.code == "not_there"
    return None if missing else Reason("still_there", {"number": str(number)})


def doubts(
    folder: Folder, head: Manifest, told: Told, *, trust: Trust | None
) -> Iterator[tuple[str, Reason]]:
    """Yield (where, reason) for signatures over kept publications that the trust file does not count.

    These are no faults: the present publication names the digest of the one before, so whoever signed
    it vouches for the chain; keys and threshold may have been others then.
    """
    for each in chain(folder, head.previous):
        if isinstance(each, Kept):
            for reason in _signatures(folder, each, trust, entry=told.number_of(each.digest)):
                if reason.code in _DOUBTS:
                    yield f"{each.place}{SIGNATURES_PATH}", reason


def _signed(
    folder: Folder, each: Kept, trust: Trust | None, *, entry: int | None
) -> Iterator[tuple[str, str, Reason]]:
    for reason in _signatures(folder, each, trust, entry=entry):
        if reason.code not in _DOUBTS:
            yield f"{each.place}{SIGNATURES_PATH}", "", reason


def _signatures(folder: Folder, each: Kept, trust: Trust | None, *, entry: int | None) -> tuple[Reason, ...]:
    try:
        found = signatures.read_signatures(
            folder.read(f"{each.place}{SIGNATURES_PATH}", signatures.MAX_BYTES)
        )
        data = folder.read(f"{each.place}{MANIFEST_PATH}", MAX_BYTES)
    except Unreadable as error:
        return (error.reason,)
    except Invalid as error:
        return (Reason("unreadable", {"why": error.message}),)
    return signatures.check_signatures(
        data, found, trust, illustrative=each.manifest.illustrative, as_of=each.as_of, entry=entry
    ).faults

"""What the entries tell of publications: which there are, what was corrected, what was taken away."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from thuocdo.log import reading
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.entries import read_entry
from thuocdo.log.growing import shown_note
from thuocdo.log.notes import read_note
from thuocdo.log.types import Correction, Entry, Publication, Tombstone

_TYPES = tuple(f'"type":"{each.TYPE}"'.encode() for each in (Publication, Correction, Tombstone))
"""Stands in the canonical bytes of the entries that are told here; few of a log's entries are."""


@dataclass(frozen=True, slots=True)
class Told:
    """Entries with their numbers, in order."""

    publications: dict[int, Publication] = field(default_factory=dict)
    corrections: dict[int, Correction] = field(default_factory=dict)
    tombstones: dict[int, Tombstone] = field(default_factory=dict)

    def number_of(self, manifest: str) -> int | None:
        """Return the number of the entry that publishes a manifest."""
        return next((number for number, each in self.publications.items() if each.manifest == manifest), None)

    def manifest_of(self, number: int) -> str:
        """Return the digest of the manifest that an entry publishes, "" for an entry that does not."""
        return self.publications[number].manifest if number in self.publications else ""

    def gone_from(self, manifest: str) -> dict[str, tuple[int, Tombstone]]:
        """Return what was taken away from a publication: path → number and entry."""
        return {
            each.path: (number, each)
            for number, each in self.tombstones.items()
            if self.manifest_of(each.publication) == manifest
        }


def told_by(entries: Iterable[tuple[int, Entry]]) -> Told:
    """Return what entries tell that were read already."""
    told = Told()
    for number, entry in entries:
        match entry:
            case Publication():
                told.publications[number] = entry
            case Correction():
                told.corrections[number] = entry
            case Tombstone():
                told.tombstones[number] = entry
    return told


def history(root: Path) -> Told:
    """Return what the log in a folder tells, as far as readers get it; it is not verified here."""
    note = shown_note(root)
    size = 0 if note is None else read_checkpoint(read_note(note).text).size
    found = enumerate(reading.entries(reading.folder(root), size))
    return told_by(
        (number, read_entry(data, where=f"entry {number}"))
        for number, data in found
        if any(each in data for each in _TYPES)
    )

"""What the entries tell together: each may name earlier ones only, publications and keys are chains."""

from collections.abc import Iterator

import msgspec

from thuocdo.core.errors import Invalid
from thuocdo.log.entries import read_entry
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import VerifierKey, read_vkey
from thuocdo.log.rotation import rotation_faults
from thuocdo.log.types import Correction, Entry, Key, Method, Publication, Tombstone


class _Head(msgspec.Struct):
    type: str


_DECODER = msgspec.json.Decoder(_Head)
_CHAINED = (Publication.TYPE, Key.TYPE)


class Story:
    """The entries so far, in as little as the rules need.

    `take` checks an entry in full; `pass_over` believes one that was checked when it was signed,
    and is ten times as fast.
    """

    def __init__(self) -> None:
        self.size = 0
        self.methods: set[int] = set()
        self.publications: set[int] = set()
        self.last_publication: int | None = None
        self.keys: tuple[VerifierKey, ...] = ()

    def take(self, data: bytes) -> Entry:
        """Add an entry and return it; `Unsound` with every fault where it may not stand here."""
        index = self.size
        try:
            entry = read_entry(data, where=f"entry {index}")
        except Invalid as error:
            raise Unsound(
                "entry_refused", faults=error.faults, index=index, why=str(error.faults[0])
            ) from None
        for fault in self._faults(index, entry):
            raise fault
        self._note(index, entry)
        return entry

    def pass_over(self, data: bytes) -> None:
        """Add an entry that was checked before; only the chains are followed."""
        try:
            kind = _DECODER.decode(data).type
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self.take(data)
            return
        if kind in _CHAINED:
            self.take(data)
            return
        if kind == Method.TYPE:
            self.methods.add(self.size)
        self.size += 1

    def _note(self, index: int, entry: Entry) -> None:
        match entry:
            case Method():
                self.methods.add(index)
            case Publication():
                self.publications.add(index)
                self.last_publication = index
            case Key(old=old, new=new):
                self.keys = (*(self.keys or (read_vkey(old),)), read_vkey(new))
        self.size += 1

    def _faults(self, index: int, entry: Entry) -> Iterator[Unsound]:
        for field, number, kind, known in self._references(entry):
            if number >= index:
                yield Unsound("reference_later", index=index, number=number, field=field)
            elif number not in known:
                yield Unsound("reference_other", index=index, number=number, field=field, type=kind)
        if isinstance(entry, Publication) and entry.previous != self.last_publication:
            expected = _spelled(self.last_publication)
            yield Unsound(
                "publication_skipped", index=index, expected=expected, found=_spelled(entry.previous)
            )
        if isinstance(entry, Key):
            if self.keys and entry.old != str(self.keys[-1]):
                yield Unsound("rotation_broken", index=index, found=entry.old, expected=self.keys[-1])
            yield from rotation_faults(index, entry)

    def _references(self, entry: Entry) -> Iterator[tuple[str, int, str, set[int]]]:
        match entry:
            case Publication(method=method):
                yield "method", method, Method.TYPE, self.methods
            case Correction(supersedes=number):
                yield "supersedes", number, Publication.TYPE, self.publications
            case Tombstone(publication=number):
                yield "publication", number, Publication.TYPE, self.publications


def _spelled(index: int | None) -> str:
    return "null" if index is None else str(index)

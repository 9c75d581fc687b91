"""Verifying a whole log as a stranger does: entries, tiles, history, keys and witnesses, all at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from thuocdo.log import checkpoints, reading, tiles
from thuocdo.log.checking import compare, recompute
from thuocdo.log.checkpoints import Checkpoint, Opened, open_checkpoint, read_checkpoint
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import KEPT
from thuocdo.log.history import Told, told_by
from thuocdo.log.notes import Note, VerifierKey, check_signatures, read_note
from thuocdo.log.policy import Policy
from thuocdo.log.reading import Read
from thuocdo.log.story import Story
from thuocdo.log.types import Correction, Entry, Method, Publication, Tombstone

MAX_NOTE = 1_000_000
MAX_KEPT = 1_000_000


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found. `faults` is empty for a log that holds; `publications` are by number of entry.

    `pinned` says whether a policy from elsewhere named the key; without one, the log is only
    shown to be whole.
    """

    checkpoint: Checkpoint | None
    faults: tuple[Unsound, ...]
    publications: tuple[tuple[int, Publication], ...] = ()
    key: VerifierKey | None = None
    witnesses: tuple[str, ...] = ()
    pinned: bool = False
    methods: Mapping[int, Method] = field(default_factory=dict)
    told: Told = field(default_factory=Told)

    def number_of(self, manifest: str) -> int | None:
        """Return the number of the entry that publishes a manifest."""
        return next((number for number, each in self.publications if each.manifest == manifest), None)


def verify_log(
    read: Read, *, policy: Policy, pinned: bool, since: bytes | None = None, kept: Iterable[bytes] = ()
) -> Verified:
    """Verify the log that these files are; `since` is a checkpoint that the reader kept.

    `policy` comes from elsewhere (`pinned`), or is the one that lies beside the log. `kept` are
    checkpoints that the log itself offers; those that its keys have not signed say nothing.
    """
    try:
        note, shown = _shown(read)
    except Unsound as fault:
        return Verified(None, (fault,), pinned=pinned)
    faults: list[Unsound] = []
    story, noted, methods = Story(), list[tuple[int, Entry]](), dict[int, Method]()
    try:
        for number, entry in enumerate(_told(story, read, shown.size)):
            if isinstance(entry, Publication | Correction | Tombstone):
                noted.append((number, entry))
            elif isinstance(entry, Method):
                methods[number] = entry
    except Unsound as fault:
        faults.append(fault)
    keys = _chain(story.keys, note, policy)
    opened = _opened(note, keys[-1:], policy, faults)
    if not set(policy.logs) & set(keys):
        faults.append(Unsound("key_not_pinned", keys=", ".join(map(str, policy.logs))))
    earlier = [*_known(since, (*policy.logs, *keys), shown, faults), *_kept(kept, keys, shown, faults)]
    found = recompute(read, shown, earlier=earlier)
    signed = opened.witnesses if opened else frozenset()
    names = tuple(sorted(name for name, key in policy.witnesses.items() if key in signed))
    # Which file was changed comes first; what follows from it after.
    whole = _each_once([*found.faults, *faults])
    key = keys[-1] if opened else None
    told = told_by(noted)
    return Verified(shown, whole, tuple(told.publications.items()), key, names, pinned, methods, told)


def first_changed(read: Read, size: int, copy: Read, copy_size: int) -> Unsound | None:
    """Return the first entry in which a log and an older copy of it differ, None where none does."""
    pairs = zip(reading.entries(read, size), reading.entries(copy, copy_size), strict=False)
    for index, (mine, theirs) in enumerate(pairs):
        if mine != theirs:
            path = tiles.tile_of(None, index, size).path
            return Unsound("copy_differs", index=index, path=path)
    return None


def kept_notes(root: Path) -> Iterator[bytes]:
    """Yield every checkpoint that a log's folder keeps."""
    read = reading.folder(root)
    for count, path in enumerate(sorted((root / KEPT).rglob("*"))):
        if count >= MAX_KEPT:
            return
        if path.is_file() and not path.name.startswith("."):
            yield read(path.relative_to(root).as_posix(), MAX_NOTE) or b""


def _shown(read: Read) -> tuple[bytes, Checkpoint]:
    note = read(checkpoints.PATH, MAX_NOTE)
    if note is None:
        raise Unsound("nothing_shown", path=checkpoints.PATH)
    return note, read_checkpoint(read_note(note).text)


def _told(story: Story, read: Read, size: int) -> Iterator[Entry]:
    for data in reading.entries(read, size):
        yield story.take(data)


def _chain(told: Sequence[VerifierKey], note: bytes, policy: Policy) -> tuple[VerifierKey, ...]:
    """Return the log's keys in order, the one in force last."""
    if told:
        return tuple(told)
    signing = [each for each in policy.logs if _signs(note, each)]
    return tuple(signing[:1]) or policy.logs[:1]


def _opened(note: bytes, keys: Sequence[VerifierKey], policy: Policy, faults: list[Unsound]) -> Opened | None:
    try:
        opened = open_checkpoint(note, keys[0], policy.keys)
        policy.check(opened)
    except Unsound as fault:
        faults.append(fault)
        return None
    return opened


def _known(
    since: bytes | None, keys: Sequence[VerifierKey], shown: Checkpoint, faults: list[Unsound]
) -> Iterator[Checkpoint]:
    """Yield the checkpoint that the reader kept, or say what it proves against the log by itself."""
    if since is None:
        return
    try:
        known = _signed(since, keys)
    except Unsound as fault:
        faults.append(fault)
        return
    if (wrong := compare(known, shown)) is not None:
        faults.append(wrong)
    elif known.size:
        yield known


def _kept(
    notes: Iterable[bytes], keys: Sequence[VerifierKey], shown: Checkpoint, faults: list[Unsound]
) -> Iterator[Checkpoint]:
    for data in notes:
        try:
            known = _signed(data, keys)
        except Unsound:
            continue
        if known.origin == shown.origin and 0 < known.size < shown.size:
            yield known
        elif known.size == shown.size and (wrong := compare(known, shown)):
            faults.append(wrong)
        # A larger one may be about to be shown; that the log was rewound shows what a reader kept.


def _signs(note: bytes, key: VerifierKey) -> bool:
    try:
        return bool(check_signatures(read_note(note), (key,)))
    except Unsound:
        return False


def _signed(data: bytes, keys: Sequence[VerifierKey]) -> Checkpoint:
    note: Note = read_note(data)
    if not check_signatures(note, keys):
        raise Unsound("log_signature_missing", name=keys[-1].name, id=keys[-1].id.hex())
    return read_checkpoint(note.text)


def _each_once(faults: Iterable[Unsound]) -> tuple[Unsound, ...]:
    return tuple({fault.message: fault for fault in faults}.values())

"""Growing a log on disk: append, recompute the whole, sign, remember, and only then show it to readers.

The order makes every crash harmless. What lies beyond the last signed size was promised to nobody
and is replaced. What was signed is remembered before anybody gets it, so the signer never signs a
second history. What was remembered and not shown yet is shown by the next call. Readers see the
old checkpoint or the new one, and the files of both are there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thuocdo.core.errors import N_, Conflict, Invalid
from thuocdo.log import checkpoints, reading, tiles, writing
from thuocdo.log.checking import extension
from thuocdo.log.checkpoints import Checkpoint, Opened, open_checkpoint, read_checkpoint
from thuocdo.log.durable import make_folder, write_whole
from thuocdo.log.errors import Unsound
from thuocdo.log.homes import POLICY, Home
from thuocdo.log.notes import VerifierKey, check_signatures, read_note
from thuocdo.log.policy import Policy
from thuocdo.log.reading import Read

KEPT = "checkpoints"
MAX_ENTRIES = 10_000

Cosign = Callable[[bytes, Policy, Read], bytes]
"""Returns the note with the signatures of those witnesses that answered; never fails for one that did not."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What was signed last, and what readers get: the same, unless too few witnesses have answered."""

    signed: int
    shown: int
    missing: tuple[str, ...] = ()


def nobody(note: bytes, _policy: Policy, _read: Read) -> bytes:
    """Ask no witness."""
    return note


def grow(
    home: Home,
    root: Path,
    entries: Sequence[bytes] = (),
    *,
    base: int | None = None,
    cosign: Cosign = nobody,
) -> Grown:
    """Append entries after the first `base` ones and sign; without entries, finish what was left undone.

    Refuses with Conflict when the log has another size than `base`: then somebody else appended,
    and the caller has to look at what stands there. Raises `Unsound` when the log on disk is not
    the one that was signed last, or an entry may not stand there; then nothing was signed.
    """
    if len(entries) > MAX_ENTRIES:
        raise Invalid(N_("At most {limit} entries are appended at once."), params={"limit": MAX_ENTRIES})
    with home.lock():
        previous, note = home.signed()
        _check_shown(root, previous)
        if base is not None and base != previous.size:
            raise Conflict(
                N_("The log has {size} entries by now, not {base}."),
                hint=N_("Look at what was appended and try again."),
                params={"size": previous.size, "base": base},
            )
        if entries:
            previous, note = _extend(home, root, previous, entries)
        return _show(home, root, previous, note, cosign)


def shown_note(root: Path) -> bytes | None:
    """Return the checkpoint's note that readers get, None before the first."""
    return reading.folder(root)(checkpoints.PATH, 1_000_000)


def kept_path(size: int) -> str:
    """Return where below the log the checkpoint of a size is kept for ever."""
    return f"{KEPT}/{tiles.spelled(size)}"


def key_of(note: bytes, keys: Sequence[VerifierKey]) -> VerifierKey | None:
    """Return which of these keys signed a note, None when none did."""
    verified = check_signatures(read_note(note), keys)
    return verified[0].key if verified else None


def _check_shown(root: Path, signed: Checkpoint) -> None:
    """Refuse when readers got a checkpoint that this signer does not know of: its memory is not whole."""
    note = shown_note(root)
    shown = None if note is None else read_checkpoint(read_note(note).text)
    if shown is not None and shown.size > signed.size:
        raise Unsound("signed_elsewhere", size=shown.size, known=signed.size)
    if shown is not None and shown.size == signed.size and shown.root != signed.root:
        raise Unsound("forked", size=shown.size, one=signed.root.hex(), other=shown.root.hex())


def _extend(
    home: Home, root: Path, previous: Checkpoint, entries: Sequence[bytes]
) -> tuple[Checkpoint, bytes]:
    make_folder(root)
    size = writing.append(root, entries, signed=previous.size)
    found = extension(reading.folder(root), origin=previous.origin, size=size, previous=previous)
    signer = home.signer(found.keys[-1] if found.keys else None)
    note = checkpoints.signed(found.checkpoint, signer)
    home.remember(note)
    return found.checkpoint, note


def _show(home: Home, root: Path, signed: Checkpoint, note: bytes, cosign: Cosign) -> Grown:
    before = shown_note(root)
    shown = 0 if before is None else read_checkpoint(read_note(before).text).size
    if not signed.size or (shown == signed.size and before is not None):
        return Grown(signed.size, shown)
    policy = home.policy
    read = reading.folder(root)
    key = key_of(note, [each.verifier for each in home.signers()])
    if key is None:
        raise Unsound("record_foreign", size=signed.size)
    opened = open_checkpoint(cosign(note, policy, read), key, policy.keys)
    if opened.checkpoint != signed:
        raise Unsound("record_foreign", size=signed.size)
    if not policy.met_by(opened.witnesses):
        return Grown(signed.size, shown, _missing(policy, opened))
    _publish(home, root, opened)
    return Grown(signed.size, signed.size, _missing(policy, opened))


def _publish(home: Home, root: Path, opened: Opened) -> None:
    data = bytes(opened.note)
    kept = root / kept_path(opened.checkpoint.size)
    make_folder(kept.parent)
    write_whole(kept, data)
    policy = (home.folder / POLICY).read_bytes()
    if not (root / POLICY).is_file() or (root / POLICY).read_bytes() != policy:
        write_whole(root / POLICY, policy)
    write_whole(root / checkpoints.PATH, data)
    writing.prune(root, opened.checkpoint.size)


def _missing(policy: Policy, opened: Opened) -> tuple[str, ...]:
    return tuple(sorted(name for name, key in policy.witnesses.items() if key not in opened.witnesses))

"""Which checkpoint has a time stamp, and when receipts are held back because none comes.

A stamp over a checkpoint covers every entry before it. Without stamps nothing stops for four
hours; after that receipts for what is not stamped are pending until a stamp comes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from thuocdo.core.canonical import canonical_json
from thuocdo.core.typed import from_json
from thuocdo.log import tiles
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.durable import make_folder, write_whole
from thuocdo.log.growing import shown_note
from thuocdo.log.notes import read_note

PATIENCE = timedelta(hours=4)
STAMPS = "timestamps"
SUFFIX = ".tsr"
_STATE = "state.json"

Ask = Callable[[bytes], bytes]
"""Returns a time stamp over these bytes that was checked; raises a refusal with its reason."""


@dataclass(frozen=True, slots=True)
class State:
    """The size of the newest stamped checkpoint, and since when a newer one waits for its stamp."""

    stamped: int = 0
    waits_since: datetime | None = None

    def overdue(self, now: datetime) -> bool:
        """Say whether a stamp is missing for longer than may be passed over."""
        return self.waits_since is not None and now - self.waits_since > PATIENCE

    def held_from(self, now: datetime) -> int | None:
        """Return the entry from which on receipts are held back, None while none is."""
        return self.stamped if self.overdue(now) else None


def read_state(folder: Path) -> State:
    """Return what is known of stamps."""
    try:
        return from_json((folder / _STATE).read_bytes(), State)
    except (FileNotFoundError, msgspec.MsgspecError):
        return State()


def stamp(
    folder: Path, root: Path, asks: dict[str, Ask], *, now: datetime
) -> tuple[State, dict[str, Exception]]:
    """Ask every authority for a stamp over the checkpoint that readers get; one stamp is enough.

    Returns what is known then, and why an authority gave none.
    """
    make_folder(folder)
    state, note = read_state(folder), shown_note(root)
    size = 0 if note is None else read_checkpoint(read_note(note).text).size
    if note is None or size <= state.stamped:
        return state, {}
    problems: dict[str, Exception] = {}
    got = 0
    for number, (name, ask) in enumerate(asks.items(), 1):
        path = folder / stamp_path(size, number)
        try:
            token = ask(note)
        except Exception as problem:  # noqa: BLE001  whatever one authority does, the others are asked
            problems[name] = problem
            continue
        make_folder(path.parent)
        write_whole(path, token)
        got += 1
    state = State(size) if got else State(state.stamped, state.waits_since or now)
    write_whole(folder / _STATE, canonical_json(state))
    return state, problems


def stamp_path(size: int, number: int) -> str:
    """Return where the stamp of an authority over the checkpoint of a size lies."""
    return f"{STAMPS}/{tiles.spelled(size)}.{number}{SUFFIX}"


def stamp_files(folder: Path, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the stamps over checkpoints of at most this size."""
    for path in sorted((folder / STAMPS).rglob(f"*{SUFFIX}")):
        name = path.relative_to(folder / STAMPS).as_posix()
        if int(name.split(".")[0].replace("/", "").replace("x", "")) <= most:
            yield f"{STAMPS}/{name}", path.read_bytes()

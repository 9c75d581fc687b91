"""The sets that come with this software; each says in its head where it comes from and how sure that is."""

from pathlib import Path

from thuocdo.core.errors import NotFound
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.types import CriteriaSet

_FOLDER = Path(__file__).resolve().parent / "sets"


def names() -> tuple[str, ...]:
    """Return the names of the shipped sets."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def shipped_bytes(name: str) -> bytes:
    """Return the file of a shipped set."""
    if name not in names():
        raise NotFound(
            "There is no criteria set “{name}”.",
            hint="Name a file, or one of: {known}.",
            params={"name": name[:60], "known": ", ".join(names())},
        )
    return (_FOLDER / f"{name}.yaml").read_bytes()


def shipped(name: str) -> CriteriaSet:
    """Return a shipped set."""
    return load_set(shipped_bytes(name))

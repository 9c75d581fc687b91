"""One look at the trail for a whole request, so that nobody asks ten times whether anything changed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Stamp = tuple[int, str]
"""What changes with each event of some kinds: their number, and the newest's commitment."""


class _Look:
    def __init__(self) -> None:
        self.seen: dict[frozenset[str], Stamp] = {}
        self.wrote: set[str] = set()


_look: ContextVar[_Look | None] = ContextVar("look", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Let everything within see the trail as it was at the first look, beside what is written within.

    For acts that read much and change nothing that is kept by the trail: they then stand on one
    state throughout, as if they had come a moment earlier.
    """
    token = _look.set(_Look())
    try:
        yield
    finally:
        _look.reset(token)


def seen(kinds: Collection[str]) -> Stamp | None:
    """Return what the trail said of these kinds in this look, None where it has to be asked."""
    look = _look.get()
    return None if look is None or look.wrote.intersection(kinds) else look.seen.get(frozenset(kinds))


def remember(kinds: Collection[str], stamp: Stamp) -> None:
    """Keep what the trail says for the rest of the look, if there is one."""
    look = _look.get()
    if look is not None:
        look.seen[frozenset(kinds)] = stamp


def wrote(kind: str) -> None:
    """Have the trail asked again about this kind: whether the write stays is not known yet."""
    look = _look.get()
    if look is not None:
        look.wrote.add(kind)

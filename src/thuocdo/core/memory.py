"""What one round of a long work made, so that the next makes again only what follows from something else."""

import contextlib
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


class Same:
    """An origin that is the same only as the very same object: 1.0 equals 1.00 and is spelled otherwise."""

    def __init__(self, thing: object) -> None:
        self._thing = thing

    def __eq__(self, other: object) -> bool:
        """Say whether both are of one object, which is kept alive, so that no other takes its place."""
        return isinstance(other, Same) and self._thing is other._thing

    def __hash__(self) -> int:
        """Return the object's place."""
        return id(self._thing)


class Memory:
    """Things by name, each with what it was made from; the same origin means the same thing.

    Whoever asks names everything that the thing depends upon. What a round did not ask for is
    forgotten at its end, and a round that fails leaves what was known before. Origins are compared
    by value, which is quick where they are the very same objects as in the round before.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[Any, Any]] = {}
        self._now: dict[Hashable, tuple[Any, Any]] = {}
        self._lasting: dict[Hashable, Any] = {}

    @contextlib.contextmanager
    def round(self) -> Iterator[None]:
        """Do one round."""
        self._now = {}
        try:
            yield
            self._before = self._now
        finally:
            self._now = {}

    def of(self, name: Hashable, origin: Any, make: Callable[[], _Made]) -> _Made:
        """Return the thing of this name: the known one where its origin is the same, else a new one."""
        found = self._now.get(name) or self._before.get(name)
        if found is None or not (found[0] is origin or found[0] == origin):
            found = (origin, make())
        self._now[name] = found
        made: _Made = found[1]
        return made

    def lasting(self, name: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return a thing that stays from round to round and looks after itself."""
        if name not in self._lasting:
            self._lasting[name] = make()
        made: _Made = self._lasting[name]
        return made

    def each(
        self,
        name: Hashable,
        items: Sequence[_Item],
        make: Callable[[Sequence[_Item]], Sequence[_Made]],
        *,
        beside: Any = None,
    ) -> list[_Made]:
        """Return what `make` gives for each item; only items between equal beginnings and ends are made.

        `beside` is what all of them depend upon besides. `make` gives one thing for each item, in order.
        """
        (old, known), made = self._before.get(name, (((), None), []))
        if known != beside:
            old, made = (), []
        first = _alike(old, items)
        most = min(len(old), len(items)) - first
        last = _alike(old[::-1][:most], items[::-1][:most])
        between = make(items[first : len(items) - last])
        found = [*made[:first], *between, *made[len(made) - last :]]
        self._now[name] = ((items, beside), found)
        return found


def _alike(one: Sequence[Any], other: Sequence[Any]) -> int:
    """Return how many items two sequences have in common from the beginning."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b and a != b:
            return place
    return min(len(one), len(other))

"""Values of this room that are read again only when the audit trail tells of a change."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from thuocdo.audit.queries import trail_of

OF_CYCLES = frozenset({"cycle_changed", "cycle_opened"})
"""Events of the rooms on top after which what they keep by a programme reads otherwise."""

CHANGES = OF_CYCLES | frozenset(
    {
        "agencies_added", "bodies_changed", "draft_adopted", "members_designated", "programme_adopted",
        "register_loaded", "version_adopted", "words_adopted",
    }
)  # fmt: skip
"""Events after which a programme, the register or the cycles read otherwise; a test holds it complete."""

_MOST = 32

_Value = TypeVar("_Value")


class Kept(Generic[_Value]):
    """The answers of one query by its arguments, as long as nothing has changed.

    Every change writes its event in its own transaction, so whoever sees the event sees the rows;
    one that is rolled back takes its event along, whose commitment never comes again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._stamp: tuple[int, str] | None = None
        self._found: dict[Hashable, _Value] = {}

    def get(self, key: Hashable, read: Callable[[], _Value]) -> _Value:
        """Return the kept answer, else what `read` returns; an error is never kept."""
        stamp = trail_of(CHANGES)
        with self._lock:
            if self._stamp == stamp and key in self._found:
                return self._found[key]
        value = read()
        with self._lock:
            if self._stamp != stamp or len(self._found) >= _MOST:
                self._stamp, self._found = stamp, {}
            self._found[key] = value
        return value

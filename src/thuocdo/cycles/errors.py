"""Refusals of this room: the wrong state, and one's own work."""

from thuocdo.core.errors import Conflict, NotAllowed


class WrongState(Conflict):
    """There is no such move from the state in which the record stands."""


class OwnWork(NotAllowed):
    """The person, or the person's body, would judge its own work."""

"""Refusals of this room: a value judged twice, and one's own value."""

from thuocdo.core.errors import Conflict, NotAllowed


class NotWaiting(Conflict):
    """The value does not wait for verification (any more)."""


class OwnValue(NotAllowed):
    """The person, or the body that is measured, would verify its own value."""

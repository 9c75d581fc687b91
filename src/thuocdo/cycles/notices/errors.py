"""Refusals of this area: what a receiver outside did not take."""

from thuocdo.core.errors import Unavailable


class Undelivered(Unavailable):
    """A message was not taken; `permanent` says that trying again cannot help."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent

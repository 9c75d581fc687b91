"""One thing that was counted, with its days, and the stretch of days that a score looks at."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included.

    `carries` says whether what was still open when it began is counted in it again: a body keeps its
    open duties from period to period, a head answers only for those that fell due in the own term.
    `current` says whether what is a state of the facts' day belongs to it.
    """

    starts_on: date
    ends_on: date
    carries: bool = True
    current: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """One case of an input: the day that decides where it belongs and, where it stayed open, until when.

    `on` is None for a state of the facts' day. `open_since` marks what a later period takes over while
    it is open; `until` is None as long as it is.
    """

    name: str
    on: date | None
    until: date | None = None
    open_since: bool = False

    def lies_in(self, span: Span) -> bool:
        """Say whether it is counted in a stretch of days."""
        if self.on is None:
            return span.current
        if self.on > span.ends_on:
            return False
        if self.on >= span.starts_on:
            return True
        still_open = self.until is None or self.until >= span.starts_on
        return span.carries and self.open_since and still_open

"""The intake of an installation: each order in a child process that ends within its limits."""

from dataclasses import dataclass

from thuocdo.adapters.brood import TAKING_IN
from thuocdo.adapters.confined import run_confined
from thuocdo.adapters.intake.taking import FILE_BYTES, take
from thuocdo.core.errors import Invalid
from thuocdo.core.messages import Reason
from thuocdo.measurement.sources.ports import Order, Taken
from thuocdo.measurement.sources.types import Outcome

MEMORY_BYTES = 3_000_000_000
"""Addresses that a child may use; the engine itself gets far less memory (taking.MEMORY_MB)."""

_OVER = 5.0
"""Seconds beyond its own limit after which a child is killed that does not end by itself."""


@dataclass(frozen=True, slots=True)
class ConfinedIntake:
    """Takes in deliveries; whatever a source does, the caller goes on within the limits."""

    memory_bytes: int = MEMORY_BYTES

    def take(self, order: Order) -> Taken:
        """Return what came of an order; a child that was killed is a failed run."""
        limits = order.declaration.limits
        try:
            return run_confined(
                take,
                order,
                seconds=limits.seconds + _OVER,
                memory_bytes=self.memory_bytes,
                file_bytes=FILE_BYTES,
                purpose=TAKING_IN,
            )
        except Invalid:
            return Taken(Outcome.FAILED, Reason("ended", {"seconds": str(limits.seconds)}))

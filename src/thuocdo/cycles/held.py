"""What bodies have in hand at this moment: drafts, what waits for a head or a verifier, open matters."""

from collections.abc import Collection
from dataclasses import dataclass

from thuocdo.cycles import models, queries
from thuocdo.cycles.matters.models import Matter
from thuocdo.cycles.matters.types import State as MatterState
from thuocdo.cycles.types import State

_WAITING = (MatterState.SUBMITTED.value, MatterState.OPEN.value, MatterState.PASSED.value)


@dataclass(frozen=True, slots=True)
class InHand:
    """Counts of what is not finished: it stays where it is when bodies change, and its people finish it."""

    drafts: int
    submitted: int
    sent: int
    matters: int


def in_hand(agencies: Collection[str]) -> InHand:
    """Return what the bodies have in hand together."""
    records = [model.objects.filter(agency__in=agencies) for model in queries.MODELS.values()]
    return InHand(
        drafts=models.Draft.objects.filter(agency__in=agencies).count(),
        submitted=sum(rows.filter(state=State.SUBMITTED.value).count() for rows in records),
        sent=sum(rows.filter(state=State.SENT.value).count() for rows in records),
        matters=Matter.objects.filter(agency__in=agencies, state__in=_WAITING).count(),
    )

"""Reading publications on their way."""

from datetime import datetime

from thuocdo.core.errors import N_, NotFound
from thuocdo.publication.releases import models
from thuocdo.publication.releases.types import CorrectionRequest, Release, RequestState, State


def releases(programme: str, *, limit: int = 50) -> tuple[Release, ...]:
    """Return the newest publications of a programme, the last proposed first."""
    rows = models.Release.objects.filter(programme=programme).order_by("-id")[:limit]
    return tuple(row.to_value() for row in rows)


def waiting(programme: str) -> Release | None:
    """Return the one that is on its way, None for none."""
    states = [State.PROPOSED.value, State.CONFIRMED.value]
    row = models.Release.objects.filter(programme=programme, state__in=states).first()
    return None if row is None else row.to_value()


def due(now: datetime) -> tuple[Release, ...]:
    """Return what was confirmed and whose moment has come."""
    rows = models.Release.objects.filter(state=State.CONFIRMED.value, publish_at__lte=now).order_by("id")
    return tuple(row.to_value() for row in rows)


def release(id: str) -> Release:  # noqa: A002  public ids are called id everywhere
    """Return one; NotFound for another name."""
    row: models.Release | None = models.Release.objects.filter(public_id=id).first()
    if row is None:
        raise NotFound(N_("There is no such publication on its way."))
    return row.to_value()


def correction_requests(programme: str, *, limit: int = 100) -> tuple[CorrectionRequest, ...]:
    """Return the newest corrections of a programme: those that wait first, then the last proposed."""
    rows = models.CorrectionRequest.objects.filter(programme=programme).order_by("-id")[:limit]
    found = [row.to_value() for row in rows]
    return tuple(sorted(found, key=lambda each: each.state is not RequestState.PROPOSED))


def correction_request(id: str) -> CorrectionRequest:  # noqa: A002  public ids are called id everywhere
    """Return one; NotFound for another name."""
    row: models.CorrectionRequest | None = models.CorrectionRequest.objects.filter(public_id=id).first()
    if row is None:
        raise NotFound(N_("There is no such correction."))
    return row.to_value()

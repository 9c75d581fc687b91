"""The background work of publications: what was confirmed and signed is released when its moment comes."""

from collections.abc import Mapping
from datetime import datetime

from thuocdo.config.transparency import desk, entering
from thuocdo.core.actor import Actor
from thuocdo.publication.corrections import Past
from thuocdo.publication.prepared import read_prepared
from thuocdo.publication.releases import queries
from thuocdo.publication.releases.releasing import release_due


def release_publications(*, now: datetime, by: Actor) -> Mapping[str, int]:
    """Release what is due; {} where nothing is, so that no round asks for a log or a trust file in vain."""
    due = queries.due(now)
    if not due:
        return {}
    place = desk()
    released = 0
    for found in due:
        manifest, _data = read_prepared(place.folder(found.id))
        enter = entering(Past(manifest.corrections, manifest.taken_away))
        released += release_due(desk=place, id=found.id, enter=enter, by=by, now=now)
    return {"released": released}

"""Correcting what was published, and taking a file away: into the log first, then to the readers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, NotFound
from thuocdo.log.correcting import append_correction
from thuocdo.log.entries import entry_bytes
from thuocdo.log.history import Told, history
from thuocdo.log.ports import Signing
from thuocdo.log.types import Cell, Correction, Tombstone
from thuocdo.publication.corrections import SUFFIX, Place, check_old, value_at
from thuocdo.publication.earlier import place_of
from thuocdo.publication.folder import Folder
from thuocdo.publication.manifest import MAX_FILE_BYTES
from thuocdo.publication.takedown import standing, take_away, tombstones

Shown = Callable[[int], Iterable[tuple[str, bytes]]]
"""Gives the log's files once readers may have the entry of a number (config.transparency.log_with)."""


@dataclass(frozen=True, slots=True)
class Order:
    """Why something published is changed, and the signed document that orders it."""

    reason: str
    document: str
    document_on: date


def old_value(site: Path, place: Place) -> str:
    """Return the value that readers have at a place; `Invalid` where the publication has no such place."""
    path = place.table + SUFFIX
    published = path in standing(site)[0].files  # what was typed is no path to anything else
    return value_at(Folder(site).read(path, MAX_FILE_BYTES) if published else b"", place)


def correct(
    *,
    signer: Signing,
    site: Path,
    cells: Sequence[Cell],
    order: Order,
    by: Actor,
    now: datetime,
    manifest: str = "",
) -> int:
    """Log that published values were wrong and return the entry's number; the next publication lists it.

    `manifest` is the digest, or its beginning, of the publication that has the old values: the one that
    readers have, without it. Each old value must be the published one.
    """
    check(by, Permission.PUBLISH)
    digest, number = _publication(site, history(signer.log), manifest)
    place = "" if digest == standing(site)[1] else place_of(digest)
    check_old(cells, Folder(site).reader(place, MAX_FILE_BYTES))
    entry = Correction(number, tuple(cells), order.reason, order.document, order.document_on)
    entry_bytes(entry)  # says every fault of the order before the signer is asked
    logged = append_correction(signer, entry)
    body = {"entry": logged, "document": order.document, "places": [each.where for each in cells]}
    with transaction.atomic():
        audit.record(kind="correction_logged", on=digest, by=by, at=now, body=body)
    return logged


def remove(
    *, signer: Signing, site: Path, path: str, order: Order, shown: Shown, by: Actor, now: datetime
) -> tuple[int, ...]:
    """Take a file away from every publication that has it and return the numbers of the entries.

    Each gets an entry of its own; its digest stays there. The same call after a crash goes on.
    """
    check(by, Permission.PUBLISH)
    wanted = Tombstone(0, path, "0" * 64, order.reason, order.document, order.document_on)
    entry_bytes(wanted)
    found = tombstones(site, path, history(signer.log), entry=wanted)
    numbers = tuple(append_correction(signer, entry) for entry, _ in found)
    take_away(site, [where for _, where in found], shown(max(numbers)))
    body = {"entries": list(numbers), "document": order.document, "path": path}
    with transaction.atomic():
        audit.record(kind="file_taken_away", on=standing(site)[1], by=by, at=now, body=body)
    return numbers


def _publication(site: Path, told: Told, wanted: str) -> tuple[str, int]:
    """Return the digest and the number of the publication that is meant."""
    digest = wanted or standing(site)[1]
    found = [
        (each.manifest, number)
        for number, each in told.publications.items()
        if each.manifest.startswith(digest)
    ]
    if len(found) != 1:
        raise NotFound(
            N_("The log has {count} publications whose manifest begins with {digest}."),
            hint=N_("Name the manifest's SHA-256, as thuocdo verify prints it."),
            params={"count": len(found), "digest": digest},
        )
    return found[0]

"""The transparency log of this installation, where it has one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from django.conf import settings

from thuocdo.adapters.signer import Asked
from thuocdo.adapters.timestamps import asking, read_roots
from thuocdo.core.errors import N_, Conflict, Unavailable
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.log.appending import append_publication
from thuocdo.log.history import history
from thuocdo.log.homes import POLICY
from thuocdo.log.mirroring import log_files, proof_file
from thuocdo.log.patience import Patient
from thuocdo.log.stamping import Ask, read_state, stamp_files
from thuocdo.publication.corrections import NOTHING_PAST, Past, corrections_of, past_of, taken_away_of
from thuocdo.publication.keys import FORMAT, Trust, read_trust
from thuocdo.publication.method import method_in_use
from thuocdo.publication.publish import Enter
from thuocdo.publication.releases.places import Desk
from thuocdo.publication.scores import published_sets

TRUST = "trust.json"
WAITING = "prepared"


def signer() -> Asked | None:
    """Return how the log's signer is reached, None where no log was made (thuocdo log init)."""
    log: Path = settings.THUOCDO_LOG
    if not (log / POLICY).is_file():
        return None
    return Asked(log, settings.THUOCDO_LOG_HOME, settings.THUOCDO_LOG_SIGNER)


def patient() -> Patient | None:
    """Return the signer for somebody who waits while the background work uses it."""
    asked = signer()
    return None if asked is None else Patient(asked)


def pinned(trust: Trust) -> Trust:
    """Return a trust file that pins this installation's log too, where there is one."""
    path = settings.THUOCDO_LOG / POLICY
    return replace(trust, log=path.read_text(encoding="utf-8")) if path.is_file() else trust


def past() -> Past:
    """Return the corrections and removals that the log tells, for the next publication to list."""
    return NOTHING_PAST if signer() is None else past_of(history(settings.THUOCDO_LOG))


def desk() -> Desk:
    """Return where publications wait, where readers get them, and whose keys count."""
    path: Path = settings.DATA / TRUST
    known = read_trust(path.read_bytes(), where=str(path)) if path.is_file() else Trust(FORMAT, 1, ())
    return Desk(settings.DATA / WAITING, settings.SITE, known)


def scored_sets() -> tuple[CriteriaSet, ...]:
    """Return the criteria sets whose results a publication of this installation carries."""
    return published_sets(settings.THUOCDO_PUBLISHED_SETS)


def entering(listed: Past = NOTHING_PAST) -> Enter | None:
    """Return how a publication that lists this past enters the log, None where there is no log.

    The entry is appended and shown before the publication is; where witnesses have not signed it
    yet, nothing is published, and publishing again goes on from there.
    """
    asked = patient()
    if asked is None:
        return None

    def enter(manifest: str) -> Iterator[tuple[str, bytes]]:
        number = append_publication(asked, manifest, method=method_in_use())
        files = log_with(number)
        told = history(asked.log)
        if (corrections_of(told, before=number), taken_away_of(told, before=number)) != (
            listed.corrections,
            listed.taken_away,
        ):
            raise Conflict(
                N_("A correction was logged while this was being published. Nothing was published."),
                hint=N_("Publish again: the next try lists it."),
            )
        yield from files
        yield proof_file(asked.log, number)

    return enter


def log_with(number: int) -> Iterator[tuple[str, bytes]]:
    """Return the log's files for a copy beside a publication, once readers may have an entry.

    Unavailable while too few witnesses have signed for it.
    """
    asked = patient()
    if asked is None:
        return iter(())
    grown = asked.grow()
    if grown.shown <= number:
        raise Unavailable(
            "Entry {number} stands in the log, and too few witnesses have signed for it yet:"
            " {missing} are missing. Nothing was published.",
            hint="Publish again when they answer.",
            params={"number": number, "missing": ", ".join(grown.missing) or "?"},
        )
    return chain(log_files(asked.log), stamp_files(settings.THUOCDO_LOG_STAMPS, grown.shown))


def authorities() -> dict[str, Ask]:
    """Return how each time-stamping authority of the settings is asked, by address."""
    if not settings.THUOCDO_TSA:
        return {}
    roots = read_roots(Path(settings.THUOCDO_TSA_ROOTS or "THUOCDO_TSA_ROOTS"))
    return {address: asking(address, roots) for address in settings.THUOCDO_TSA}


def held_from(now: datetime) -> int | None:
    """Return the entry from which on receipts are held back for want of a time stamp; None for none."""
    if not settings.THUOCDO_TSA:
        return None
    return read_state(settings.THUOCDO_LOG_STAMPS).held_from(now)

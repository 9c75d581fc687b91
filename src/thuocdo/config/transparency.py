"""The transparency log of this installation, where it has one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings

from thuocdo.adapters.signer import Asked
from thuocdo.adapters.timestamps import asking, read_roots
from thuocdo.core.errors import Unavailable
from thuocdo.log.appending import append_publication
from thuocdo.log.homes import POLICY
from thuocdo.log.mirroring import log_files
from thuocdo.log.stamping import Ask, read_state, stamp_files
from thuocdo.publication.keys import Trust
from thuocdo.publication.method import method_in_use
from thuocdo.publication.publish import Enter


def signer() -> Asked | None:
    """Return how the log's signer is reached, None where no log was made (thuocdo log init)."""
    log: Path = settings.THUOCDO_LOG
    if not (log / POLICY).is_file():
        return None
    return Asked(log, settings.THUOCDO_LOG_HOME, settings.THUOCDO_LOG_SIGNER)


def pinned(trust: Trust) -> Trust:
    """Return a trust file that pins this installation's log too, where there is one."""
    path = settings.THUOCDO_LOG / POLICY
    return replace(trust, log=path.read_text(encoding="utf-8")) if path.is_file() else trust


def entering() -> Enter | None:
    """Return how a publication enters the log, None where there is no log.

    The entry is appended and shown before the publication is; where witnesses have not signed it
    yet, nothing is published, and publishing again goes on from there.
    """
    asked = signer()
    if asked is None:
        return None

    def enter(manifest: str) -> Iterator[tuple[str, bytes]]:
        number = append_publication(asked, manifest, method=method_in_use())
        grown = asked.grow()
        if grown.shown <= number:
            raise Unavailable(
                "The publication is entry {number} of the log, and too few witnesses have signed it yet:"
                " {missing} are missing. Nothing was published.",
                hint="Publish again when they answer.",
                params={"number": number, "missing": ", ".join(grown.missing) or "?"},
            )
        yield from log_files(asked.log)
        yield from stamp_files(settings.THUOCDO_LOG_STAMPS, grown.shown)

    return enter


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

"""The files of a publication on its way: written before its row, released before the row says so."""

import secrets
import shutil
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from django.conf import settings

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Invalid
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts
from thuocdo.publication.corrections import Past
from thuocdo.publication.prepared import prepare
from thuocdo.publication.prepared import release as switch_to
from thuocdo.publication.publish import Enter, Published, previous
from thuocdo.publication.releases import actions, queries
from thuocdo.publication.releases.places import Desk, missing, signatures
from thuocdo.publication.releases.rules import check_due, proposal_faults, undo_faults
from thuocdo.publication.releases.types import Release
from thuocdo.publication.site import render_site

_REFUSED = N_("Nothing was changed.")


def propose(
    *,
    desk: Desk,
    facts: Facts,
    publish_at: datetime | None,
    accepted: Mapping[str, str],
    past: Past,
    by: Actor,
    now: datetime,
    sets: Sequence[CriteriaSet] | None = None,
) -> Release:
    """Prepare a publication and propose it; errors block it, each warning needs a sentence.

    Its files are written before the row, so that a row always has its files. One waits at a time.
    """
    check(by, Permission.PUBLISH)
    today = local_day(now, settings.THUOCDO_ZONE)
    faults = [
        *proposal_faults(facts.as_of, publish_at, today=today, now=now),
        *undo_faults(facts.as_of, before=standing_in(desk.site), past=past),
    ]
    if faults or publish_at is None:
        raise Invalid(_REFUSED, faults=faults)
    name = f"P-{secrets.token_hex(5)}"
    folder = desk.folder(name)
    data = prepare(
        facts,
        into=folder,
        after=desk.site,
        now=now,
        accepted=accepted,
        past=past,
        sets=sets,
        render=partial(render_site, address=settings.THUOCDO_SITE_ADDRESS),
    )
    try:
        return actions.note_proposal(
            id=name,
            programme=facts.programme.slug,
            as_of=facts.as_of,
            manifest=sha256_hex(data),
            publish_at=publish_at,
            by=by,
            now=now,
        )
    except Conflict:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def check_way_back(site: Path, as_of: date, past: Past) -> None:
    """Refuse to replace a publication by one of an earlier day that no correction asks for."""
    faults = tuple(undo_faults(as_of, before=standing_in(site), past=past))
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults)


def standing_in(site: Path) -> tuple[str, date] | None:
    """Return digest and day of the publication that readers have, None before the first."""
    found = previous(site)
    return None if found is None else (sha256_hex(found[1]), found[0].as_of)


def release(*, desk: Desk, id: str, enter: Enter | None, by: Actor, now: datetime) -> Published:  # noqa: A002  public ids are called id everywhere
    """Release what was confirmed and signed by enough people, not before its moment.

    Readers have it before the row says so: killed between the two, the same call finishes.
    """
    check(by, Permission.PUBLISH)
    return _release(desk, queries.release(id), enter, by=by, now=now)


def release_due(*, desk: Desk, id: str, enter: Enter | None, by: Actor, now: datetime) -> bool:  # noqa: A002  public ids are called id everywhere
    """Release what was confirmed and whose moment has come; False while signatures are missing.

    `by` is the background work, which needs no permission: two people have decided before.
    """
    found = queries.release(id)
    if missing(desk, found):
        return False
    _release(desk, found, enter, by=by, now=now)
    return True


def _release(desk: Desk, found: Release, enter: Enter | None, *, by: Actor, now: datetime) -> Published:
    check_due(found, now)
    folder = desk.folder(found.id)
    done = switch_to(folder, out=desk.site, signatures=[signatures(found)], trust=desk.trust, enter=enter)
    actions.settle(id=found.id, by=by, now=now)
    shutil.rmtree(folder, ignore_errors=True)
    return done

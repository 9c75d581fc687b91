"""Correcting a published value by two people: looked up where it was published, then brought into the log."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Invalid
from thuocdo.log.ports import Signing
from thuocdo.log.types import Cell
from thuocdo.publication.correcting import Order, correct, old_value
from thuocdo.publication.corrections import Place
from thuocdo.publication.releases import actions, queries
from thuocdo.publication.releases.places import Desk
from thuocdo.publication.releases.rules import NO_PLACE, SAME_VALUE, check_open, fault, order_faults
from thuocdo.publication.releases.types import CorrectionRequest, RequestState
from thuocdo.publication.takedown import standing

_REFUSED = N_("Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What somebody says of a published value; nothing of it was looked at yet."""

    table: str
    row: str
    column: str
    new: str
    reason: str
    document: str
    document_on: date | None


def propose(*, desk: Desk, wrong: Wrong, by: Actor, now: datetime) -> CorrectionRequest:
    """Propose to correct a value of the publication that readers have; every fault at once.

    The old value is read from the published table, so nobody mistypes it.
    """
    check(by, Permission.PUBLISH)
    head, digest = standing(desk.site)
    today = local_day(now, settings.THUOCDO_ZONE)
    faults = list(order_faults(wrong.reason, wrong.document, wrong.document_on, today=today))
    place, old = Place(wrong.table, wrong.row, wrong.column), ""
    if not all((wrong.table, wrong.row, wrong.column)):
        faults.append(fault("row", NO_PLACE))
    else:
        try:
            old = old_value(desk.site, place)
        except Invalid as refused:
            faults += [replace(each, field="row") for each in refused.faults]
        else:
            if old == wrong.new.strip():
                faults.append(fault("new", SAME_VALUE))
    if faults or wrong.document_on is None:
        raise Invalid(_REFUSED, faults=faults)
    request = CorrectionRequest(
        id=f"C-{secrets.token_hex(5)}",
        programme=head.programme,
        manifest=digest,
        where=str(place),
        old=old,
        new=wrong.new.strip(),
        reason=wrong.reason.strip(),
        document=wrong.document.strip(),
        document_on=wrong.document_on,
        state=RequestState.PROPOSED,
        proposed_by=by.id,
        proposed_at=now,
    )
    return actions.note_correction(request=request, by=by, now=now)


def confirm(*, desk: Desk, signer: Signing, id: str, by: Actor, now: datetime) -> CorrectionRequest:  # noqa: A002  public ids are called id everywhere
    """Bring what another person proposed into the log; the next publication lists it.

    The log has it before the row says so: killed between the two, the same call finishes and makes no
    second entry.
    """
    check(by, Permission.PUBLISH)
    found = queries.correction_request(id)
    check_open(found)
    check_two_people(Actor(id=found.proposed_by, name=found.proposed_by), by)
    entry = correct(
        signer=signer,
        site=desk.site,
        cells=[Cell(found.where, found.old, found.new)],
        order=Order(found.reason, found.document, found.document_on),
        by=by,
        now=now,
        manifest=found.manifest,
    )
    return actions.settle_correction(id=id, entry=entry, by=by, now=now)

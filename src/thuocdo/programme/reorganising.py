"""Changing bodies: the preview of what moves, and the act, which refuses when that is no longer the same."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from thuocdo.accounts.belonging import accounts_of, tokens_of_bodies
from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.core.text import clean
from thuocdo.programme import models, queries
from thuocdo.programme.moving import Belonging, Moves, digest, moves, task_faults
from thuocdo.programme.restructuring import Change, Turn, after, change_faults, fault
from thuocdo.programme.rules import check_register
from thuocdo.programme.types import Agency, Programme, Register

N_ = str
"""Marks a message for translation; `core.messages.fault_sentence` says it."""

TYPE_IT = N_("type “{word}” to confirm")
WRONG = N_("Nothing was changed.")
CHANGED = N_("What would move is no longer what you looked at.")
LOOK_AGAIN = N_("Look at the new preview, then decide.")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change moves; `digest` is given back with the act, so that nothing else is ordered."""

    moves: Moves
    digest: str


@dataclass(frozen=True, slots=True)
class Restructured:
    """A change that was made, with the document that ordered it."""

    kind: Turn
    on: date
    document: str
    document_on: date
    bodies: tuple[str, ...]
    takers: tuple[str, ...]
    starts: str
    by: str
    at: datetime


def preview_change(*, change: Change, by: Actor, now: datetime) -> Preview:
    """Return what the change would move; raises Invalid with every fault at once. Nothing is written."""
    check(by, Permission.MANAGE_AGENCIES)
    return _preview(change, now)


@transaction.atomic
def restructure(*, change: Change, seen: str, typed: str, by: Actor, now: datetime) -> Preview:
    """Make the change; `seen` is the digest of the preview, `typed` the codes of the bodies concerned.

    Bodies that end keep their row, name and records; from the day on their heir answers for what
    they owed, and their people report for it. Raises Conflict when anything that moves has changed
    since the preview, Invalid with every fault at once.
    """
    check(by, Permission.MANAGE_AGENCIES)
    # All bodies are locked in one order before anything is read, so that two changes come in turn.
    rows = {row.code: row for row in models.Agency.objects.select_for_update().order_by("id")}
    found = _preview(change, now)
    if found.digest != seen:
        raise Conflict(CHANGED, hint=LOOK_AGAIN)
    if clean(typed).casefold() != clean(change.word).casefold():
        raise Invalid(WRONG, faults=[fault("typed", TYPE_IT, word=change.word)])
    _write(change, rows, found, by, now)
    return found


def restructurings() -> tuple[Restructured, ...]:
    """Return all changes that were made here, the earliest first."""
    return tuple(
        Restructured(
            kind=Turn(row.kind),
            on=row.on,
            document=row.document,
            document_on=row.document_on,
            bodies=tuple(row.content["bodies"]),
            takers=tuple(row.content["takers"]),
            starts=row.content["starts"],
            by=row.by,
            at=row.at,
        )
        for row in models.Restructuring.objects.all()
    )


def to_appoint(slug: str) -> frozenset[tuple[str, str]]:
    """Return (task, name in the document) of what split or handed-over bodies led in a programme."""
    contents = models.Restructuring.objects.filter(kind__in=[Turn.SPLIT, Turn.PART]).values_list(
        "content", flat=True
    )
    return frozenset(
        (task, lead) for content in contents for of, task, lead in content["appoint"] if of == slug
    )


def programmes_known() -> tuple[tuple[Programme, Register], ...]:
    """Return the newest version of every programme, each with the register and its own designations."""
    return tuple((queries.programme(slug), queries.register(slug)) for slug in queries.slugs())


def _preview(change: Change, now: datetime) -> Preview:
    register = queries.register("")
    today = local_day(now, settings.THUOCDO_ZONE)
    programmes = programmes_known()
    faults = (*change_faults(change, register, today), *task_faults(change, programmes))
    if faults:
        raise Invalid(WRONG, faults=faults)
    check_register(after(change, register))
    people = accounts_of(change.ends)
    tokens = tokens_of_bodies(change.ends, now=now)
    belongings = {code: Belonging(people.get(code, 0), tokens.get(code, 0)) for code in change.ends}
    found = moves(change, register, programmes, belongings)
    return Preview(found, digest(change, found))


def _write(change: Change, rows: dict[str, models.Agency], found: Preview, by: Actor, now: datetime) -> None:
    on = change.on
    if on is None or change.document_on is None:
        raise ValueError(change)
    for code in change.ends:
        row = rows[code]
        content = row.content | {"valid_until": on.isoformat()}
        # Guarded, so that of two at the same moment one finds nothing to end.
        open_row = models.Agency.objects.filter(pk=row.pk, valid_until=None)
        if open_row.update(valid_until=on, content=content) != 1:
            raise Conflict(CHANGED, hint=LOOK_AGAIN)
        models.Succession.objects.create(predecessor=code, successor=change.takers[0], on=on)
    if change.starts is not None:
        _begin(change.starts, on, len(rows))
    appoint = [
        [programme.slug, each.code, each.lead]
        for programme in found.moves.programmes
        for each in programme.appoint
    ]
    parts: dict[str, Any] = {
        "bodies": list(change.bodies),
        "takers": list(change.takers),
        "starts": "" if change.starts is None else change.starts.code,
    }
    models.Restructuring.objects.create(
        kind=change.kind.value,
        on=on,
        document=clean(change.document),
        document_on=change.document_on,
        content=parts | {"appoint": appoint},
        by=by.id,
        at=now,
    )
    body = {
        **parts,
        "change": change.kind.value,
        "day": on.isoformat(),
        "ordered_by": clean(change.document),
        "issued_on": change.document_on.isoformat(),
        **_counts(found.moves),
        "sha256": found.digest,
    }
    audit.record(kind="bodies_changed", on="register", by=by, at=now, body=body)


def _begin(body: Agency, on: date, position: int) -> None:
    content = msgspec.to_builtins(replace(body, valid_from=on))
    models.Agency.objects.create(
        position=position, code=body.code, kind=body.kind.value, valid_from=on, content=content
    )


def _counts(found: Moves) -> dict[str, int]:
    return {
        "tasks_led": sum(len(each.leads) for each in found.programmes),
        "tasks_supported": sum(len(each.partners) for each in found.programmes),
        "indicators": sum(len(each.monitors) for each in found.programmes),
        "people": found.people,
        "tokens": found.tokens,
        "to_appoint": found.appoint,
    }

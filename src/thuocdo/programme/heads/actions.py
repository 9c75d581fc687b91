"""Changing the register of heads: one person proposes with the document, a second one confirms or refuses."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import check_two_people
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid, fault
from thuocdo.core.text import clean
from thuocdo.programme import models as programme
from thuocdo.programme import queries as programmes
from thuocdo.programme.heads import models, queries, rules
from thuocdo.programme.heads.reading import read_file, read_term
from thuocdo.programme.heads.types import Entry, EntryState, HeadTerm

_REFUSED = N_("Nothing was changed.")
TWICE = N_("stands twice: {person} and {other} would head the same body on the same days")


@transaction.atomic
def propose_head(
    *, cells: Mapping[str, str], by: Actor, now: datetime, replaces: str = "", illustrative: bool = False
) -> Entry:
    """Propose who heads a body, or a change of an entry (`replaces`), such as its last day.

    It counts for nothing until a second person confirms it. Raises Invalid with every fault.
    """
    rules.check_keeper(by)
    term, faults = read_term(cells, illustrative=illustrative)
    if term is None:
        raise Invalid(_REFUSED, faults=faults)
    if replaces and queries.entry(replaces).state is not EntryState.CONFIRMED:
        raise _moved()
    return _propose([("", term)], by=by, now=now, replaces=replaces)[0]


@transaction.atomic
def import_heads(*, data: bytes, by: Actor, now: datetime, illustrative: bool = False) -> tuple[Entry, ...]:
    """Propose every term of a CSV file (reading.COLUMNS), or none: Invalid names every fault of every line.

    A line that stands in the register already is passed over, so that a file can be sent again.
    """
    rules.check_keeper(by)
    terms, faults = read_file(data, illustrative=illustrative)
    known = {each.term for each in queries.entries() if each.state is not EntryState.REFUSED}
    fresh = [(where, term) for where, term in terms if term not in known]
    return _propose(fresh, by=by, now=now, wrong=faults)


@transaction.atomic
def confirm_head(*, id: str, by: Actor, now: datetime) -> Entry:  # noqa: A002  public ids are called id everywhere
    """Confirm what another person proposed; from now on it counts, for facts of today and later."""
    rules.check_keeper(by)
    found = _waiting(id)
    check_two_people(Actor(id=found.proposed_by, name=found.proposed_by), by)
    # Terms of one body are confirmed one after another, so that no two overlap.
    list(programme.Agency.objects.select_for_update().filter(code=found.term.agency).order_by("id"))
    today = local_day(now, settings.THUOCDO_ZONE)
    others = queries.confirmed(found.term.agency, without=found.replaces)
    faults = tuple(rules.term_faults(found.term, others, programmes.register(""), today))
    if faults:
        raise Invalid(_REFUSED, faults=faults)
    if found.replaces:
        standing = models.Term.objects.filter(public_id=found.replaces, state=EntryState.CONFIRMED.value)
        if standing.update(state=EntryState.REPLACED.value, replaced_on=today) != 1:
            raise _moved()
    entry = _decide(found, EntryState.CONFIRMED, "", by, now)
    audit.record(kind="head_confirmed", on=id, by=by, at=now, body=_body(found))
    return entry


@transaction.atomic
def refuse_head(*, id: str, note: str, by: Actor, now: datetime) -> Entry:  # noqa: A002  public ids are called id everywhere
    """Refuse a proposal with a sentence; who made it withdraws it so."""
    rules.check_keeper(by)
    said = clean(note)
    if not said or len(said) > rules.LONGEST_NOTE:
        template = rules.EMPTY if not said else rules.TOO_LONG
        raise Invalid(_REFUSED, faults=[fault(rules.WHERE, "note", template, most=rules.LONGEST_NOTE)])
    found = _waiting(id)
    entry = _decide(found, EntryState.REFUSED, said, by, now)
    audit.record(kind="head_refused", on=id, by=by, at=now, body={"reason": said})
    return entry


def _propose(
    given: Sequence[tuple[str, HeadTerm]],
    *,
    by: Actor,
    now: datetime,
    replaces: str = "",
    wrong: Iterable[Fault] = (),
) -> tuple[Entry, ...]:
    today = local_day(now, settings.THUOCDO_ZONE)
    register = programmes.register("")
    others = queries.confirmed(without=replaces)
    faults = [
        *wrong,
        *(
            each
            for where, term in given
            for each in rules.term_faults(term, others, register, today, where or rules.WHERE)
        ),
    ]
    faults += _against_each_other(given)
    if faults:
        raise Invalid(_REFUSED, faults=faults)
    rows = [_row(term, by, now, replaces) for _where, term in given]
    taken = Conflict(
        N_("Another change of this entry waits already."),
        hint=N_("Have it confirmed or refused before you propose the next."),
    )
    with inserting(taken):
        models.Term.objects.bulk_create(rows)
    made = tuple(row.to_value() for row in rows)
    for each in made:
        audit.record(kind="head_proposed", on=each.id, by=by, at=now, body=_body(each))
    return made


def _against_each_other(given: Iterable[tuple[str, HeadTerm]]) -> list[Fault]:
    """Return the overlaps inside one file."""
    of_body: dict[str, list[HeadTerm]] = {}
    found = []
    for where, term in given:
        for other in of_body.setdefault(term.agency, []):
            if rules.overlap(term, other):
                names = {"person": term.person, "other": other.person}
                found.append(fault(where, "since", TWICE, **names))
        of_body[term.agency].append(term)
    return found


def _row(term: HeadTerm, by: Actor, now: datetime, replaces: str) -> models.Term:
    return models.Term(
        public_id=f"H-{secrets.token_hex(5)}",
        **asdict(term),
        replaces=replaces,
        state=EntryState.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )


def _waiting(public_id: str) -> Entry:
    found = queries.entry(public_id)
    if found.state is not EntryState.PROPOSED:
        raise _moved()
    return found


def _decide(found: Entry, state: EntryState, note: str, by: Actor, now: datetime) -> Entry:
    """Settle a proposal in the update itself, so that of two at once one wins."""
    waiting = models.Term.objects.filter(public_id=found.id, state=EntryState.PROPOSED.value)
    fields = {
        "state": state.value,
        "decided_by": by.id,
        "decided_at": now,
        "decided_on": local_day(now, settings.THUOCDO_ZONE),
        "note": note,
    }
    if waiting.update(**fields) != 1:
        raise _moved()
    return queries.entry(found.id)


def _moved() -> Conflict:
    return Conflict(
        N_("This entry has been decided or changed already."), hint=N_("Look at the register of heads.")
    )


def _body(found: Entry) -> dict[str, object]:
    """Return what the trail keeps; the person's name stands in the register, not in the trail."""
    term = found.term
    return {
        "agency": term.agency,
        "since": term.since.isoformat(),
        "until": _text(term.until),
        "document": term.document,
        "replaces": found.replaces,
    }


def _text(day: date | None) -> str:
    return "" if day is None else day.isoformat()

"""Composing a report: begin, save, freeze; each with its audit event, which carries no words of the text."""

import secrets
import zlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Invalid, fault
from thuocdo.evaluation.queries import facts
from thuocdo.programme import queries as programmes
from thuocdo.publication.facts_file import facts_bytes
from thuocdo.reports import models, queries
from thuocdo.reports.composing import asked_of, compose, cycle_of
from thuocdo.reports.rules import check_may_freeze, check_may_write, own_faults
from thuocdo.reports.snapshots import of_bytes
from thuocdo.reports.types import Heading, Layout, Own, Saved, State

FUTURE = N_("is later than today, {day}")
_REFUSED = N_("Nothing was saved.")


@transaction.atomic
def begin_report(
    *,
    slug: str,
    cycle: str,
    agency: str,
    layout: Layout,
    language: str,
    as_of: date,
    by: Actor,
    now: datetime,
    after: str = "",
) -> Saved:
    """Begin a draft, with the words of the report `after` where one is named.

    One draft of a kind is open at a time.
    """
    check_may_write(by, agency)
    _check_day(as_of, now)
    cycle_of(programmes.programme(slug, as_of=as_of), cycle, day=as_of)
    before = queries.report(after, by=by).own if after else Own()
    row = models.ReportDraft(
        public_id=f"BC-{secrets.token_hex(6)}",
        programme=slug,
        cycle=cycle,
        agency=agency,
        layout=layout.value,
        language=language,
        as_of=as_of,
        texts=dict(before.texts),
        heading=_kept(before.heading),
        state=State.DRAFT.value,
        saved_by=by.id,
        saved_at=now,
    )
    taken = Conflict(
        N_("A draft of this report is open already."), hint=N_("Go on with it in the list of reports.")
    )
    with inserting(taken):
        row.save(force_insert=True)
    body = {"cycle": cycle, "agency": agency, "template": layout.value, "language": language, "after": after}
    audit.record(kind="report_begun", on=row.public_id, by=by, at=now, body=body)
    return _value(row)


@transaction.atomic
def save_report(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    version: int,
    own: Own,
    as_of: date,
    keys: Iterable[str],
    by: Actor,
    now: datetime,
) -> Saved:
    """Keep the author's words and the day of the numbers; `keys` are the sections of the outline.

    Sentences may be faulty: the composer shows what is wrong, and freezing refuses it.
    """
    found = queries.report(id, by=by)
    check_may_write(by, found.agency)
    _check_day(as_of, now)
    faults = tuple(own_faults(own, keys))
    if faults:
        raise Invalid(_REFUSED, faults=faults)
    texts = {key: words for key, words in own.texts.items() if words.strip()}
    changed = sorted(key for key in {*texts, *found.own.texts} if texts.get(key) != found.own.texts.get(key))
    fields: dict[str, Any] = {"texts": texts, "heading": _kept(own.heading), "as_of": as_of}
    _move(found, version, fields, by, now)
    body = {"version": version + 1, "sections": changed, "as_of": as_of.isoformat()}
    audit.record(kind="report_saved", on=id, by=by, at=now, body=body)
    return queries.report(id, by=by)


@transaction.atomic
def freeze_report(*, id: str, version: int, by: Actor, now: datetime) -> Saved:  # noqa: A002  public ids are called id everywhere
    """Fix the numbers for good: the facts are kept with the report, and nothing of it changes again.

    Refused with everything that the consistency check finds.
    """
    found = queries.report(id, by=by)
    check_may_freeze(by, found.agency)
    data = facts_bytes(facts(found.programme, as_of=found.as_of))
    snapshot = of_bytes(data)
    faults = compose(asked_of(found, snapshot.facts.programme), snapshot, found.own).faults
    if faults:
        raise Invalid(N_("The report holds numbers that do not stand; nothing was frozen."), faults=faults)
    kept, _new = models.FrozenFacts.objects.get_or_create(
        digest=snapshot.digest, defaults={"data": zlib.compress(data, 6)}
    )
    fields = {"state": State.FROZEN.value, "facts": kept}
    _move(found, version, fields, by, now)
    body = {"version": version + 1, "digest": snapshot.digest, "as_of": found.as_of.isoformat()}
    audit.record(kind="report_frozen", on=id, by=by, at=now, body=body)
    return queries.report(id, by=by)


@transaction.atomic
def discard_report(*, id: str, version: int, by: Actor, now: datetime) -> None:  # noqa: A002  public ids are called id everywhere
    """Throw a draft away; a frozen report stays for good."""
    found = queries.report(id, by=by)
    check_may_write(by, found.agency)
    rows = models.ReportDraft.objects.filter(public_id=id, state=State.DRAFT.value, version=version)
    if rows.delete()[0] != 1:
        raise _moved(found)
    body = {"cycle": found.cycle, "agency": found.agency, "version": version}
    audit.record(kind="report_discarded", on=id, by=by, at=now, body=body)


def _move(found: Saved, version: int, fields: Mapping[str, object], by: Actor, now: datetime) -> None:
    """Change a draft in the update itself, so that of two at once one wins."""
    rows = models.ReportDraft.objects.filter(public_id=found.id, state=State.DRAFT.value, version=version)
    if rows.update(**fields, version=version + 1, saved_by=by.id, saved_at=now) != 1:
        raise _moved(found)


def _check_day(as_of: date, now: datetime) -> None:
    today = local_day(now, settings.THUOCDO_ZONE)
    if as_of > today:
        raise Invalid(_REFUSED, faults=[fault("report", "as_of", FUTURE, day=today)])


def _moved(found: Saved) -> Conflict:
    if found.state is State.FROZEN:
        return Conflict(
            N_("This report is frozen and never changes again."),
            hint=N_("Begin a new draft from it."),
        )
    return Conflict(
        N_("Somebody else has saved this report meanwhile."),
        hint=N_("Open it anew and put your sentences in again."),
    )


def _kept(heading: Heading) -> dict[str, object]:
    return {
        "parent": heading.parent,
        "issuer": heading.issuer,
        "number": heading.number,
        "place": heading.place,
        "dated": heading.dated.isoformat() if heading.dated else "",
        "signing": heading.signing,
        "signer": heading.signer,
        "recipients": list(heading.recipients),
    }


def _value(row: models.ReportDraft) -> Saved:
    found: Saved = row.to_value()
    return found

"""Writing programmes: loading the catalogue's facts and adopting the document's words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import can, check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme import models, queries
from thuocdo.programme.adopting import WordsKey, differences, official_words, without_words, words_of
from thuocdo.programme.designating import designation_faults
from thuocdo.programme.proposing import propose
from thuocdo.programme.rules import check_register
from thuocdo.programme.types import Agency, Designation, Programme, Register

_SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
_ROW_LISTS = ("tasks", "indicators")


@transaction.atomic
def load_register(*, register: Register, by: Actor, now: datetime) -> None:
    """Load bodies, successions and groups; replaces nothing that exists, refuses overlaps."""
    check(by, Permission.ADOPT)
    faults = _overlaps(register.agencies)
    if faults:
        raise Invalid("The list of agencies contradicts itself.", faults=faults, hint="Correct the periods.")
    if models.Agency.objects.exists():
        raise Conflict("The agencies are loaded already.", hint="Add successions for what changed.")
    models.Agency.objects.bulk_create(
        _agency_row(position, agency) for position, agency in enumerate(register.agencies)
    )
    models.Succession.objects.bulk_create(
        models.Succession(predecessor=row.predecessor, successor=row.successor, on=row.on)
        for row in register.successions
    )
    models.Group.objects.bulk_create(
        models.Group(code=group.code, content=msgspec.to_builtins(group)) for group in register.groups
    )
    body = {"agencies": len(register.agencies), "sha256": sha256_hex(canonical_json(register))}
    audit.record(kind="register_loaded", on="register", by=by, at=now, body=body)


@transaction.atomic
def add_agencies(*, agencies: Sequence[Agency], by: Actor, now: datetime) -> None:
    """Add bodies that the register lacks: those of a province, of another programme, of another country.

    The register as a whole must stay coherent; every fault is named at once.
    """
    check(by, Permission.ADOPT)
    standing = queries.register("")
    check_register(replace(standing, agencies=(*standing.agencies, *agencies)))
    first = len(standing.agencies)
    models.Agency.objects.bulk_create(
        _agency_row(first + place, agency) for place, agency in enumerate(agencies)
    )
    body = {"codes": [agency.code for agency in agencies], "sha256": sha256_hex(canonical_json(agencies))}
    audit.record(kind="agencies_added", on="register", by=by, at=now, body=body)


def _agency_row(position: int, agency: Agency) -> models.Agency:
    return models.Agency(
        position=position,
        code=agency.code,
        kind=agency.kind.value,
        valid_from=agency.valid_from,
        valid_until=agency.valid_until,
        content=msgspec.to_builtins(agency),
    )


def _overlaps(agencies: Sequence[Agency]) -> list[Fault]:
    """Return a fault for each code that two bodies hold on the same day."""
    faults = []
    by_code: dict[str, list[Agency]] = {}
    for agency in agencies:
        for other in by_code.setdefault(agency.code, []):
            starts_later = other.valid_until is not None and agency.valid_from is not None
            ends_before = agency.valid_until is not None and other.valid_from is not None
            apart = (starts_later and other.valid_until <= agency.valid_from) or (  # type: ignore[operator]
                ends_before and agency.valid_until <= other.valid_from  # type: ignore[operator]
            )
            if not apart:
                faults.append(Fault(where=agency.code, message="two bodies hold this code on the same day"))
        by_code[agency.code].append(agency)
    return faults


@transaction.atomic
def load_programme(*, programme: Programme, by: Actor, confirmed_by: Actor, now: datetime) -> None:
    """Adopt the catalogue's reading of a programme as version 1; two different people."""
    _check_adopters(by, confirmed_by)
    if models.Programme.objects.filter(slug=programme.slug).exists():
        hint = N_("Changes come as a new version.")
        raise Conflict(N_("{number} is loaded already."), hint=hint, params={"number": programme.number})
    row = models.Programme.objects.create(slug=programme.slug, number=programme.number)
    _save(row, programme, effective_on=programme.issued_on, by=by, confirmed_by=confirmed_by, now=now)
    body = {
        "version": programme.version,
        "confirmed_by": confirmed_by.id,
        "sha256": sha256_hex(canonical_json(programme)),
    }
    audit.record(kind="programme_adopted", on=programme.slug, by=by, at=now, body=body)


@transaction.atomic
def adopt_draft(
    *,
    slug: str,
    draft: DraftProgramme,
    effective_on: date,
    by: Actor,
    confirmed_by: Actor,
    now: datetime,
    partial: bool = False,
    renumbered: Mapping[str, str] | None = None,
) -> int:
    """Adopt an accepted draft as the first or the next version; returns its number.

    Two different people. The document's words are kept beside our reading; `partial` and
    `renumbered` as in proposing.propose, which names every fault at once. The same document
    (by its number or its file) is refused a second time.
    """
    _check_adopters(by, confirmed_by)
    if not _SLUG.fullmatch(slug):
        hint = N_("Use 2 to 40 small letters, digits and “-”, a letter first.")
        raise Invalid(N_("“{slug}” cannot name a programme."), hint=hint, params={"slug": slug})
    # The row is locked before it is read, so that two adoptions cannot both become version 2.
    row = models.Programme.objects.select_for_update().filter(slug=slug).first()
    before = None if row is None else queries.programme(slug)
    if before is not None:
        _refuse_twice(slug, before, draft)
    programme = propose(
        draft,
        slug=slug,
        register=queries.register(slug),
        before=before,
        effective_on=effective_on,
        partial=partial,
        renumbered=renumbered,
    )
    act = programme.acts[-1]
    row = row or _new_programme(slug, programme.number)
    _save(row, programme, effective_on=effective_on, by=by, confirmed_by=confirmed_by, now=now)
    body = {
        "version": programme.version,
        "act": act.number,
        "effective_on": effective_on.isoformat(),
        "partial": partial,
        "confirmed_by": confirmed_by.id,
        "document": act.sha256,
        "sha256": sha256_hex(canonical_json(programme)),
    }
    audit.record(kind="version_adopted", on=slug, by=by, at=now, body=body)
    return programme.version


def _new_programme(slug: str, number: str) -> models.Programme:
    row, created = models.Programme.objects.get_or_create(slug=slug, defaults={"number": number})
    if not created:
        hint = N_("Look at it and try again.")
        raise Conflict(N_("{slug} was adopted by others in this moment."), hint=hint, params={"slug": slug})
    return row


def _refuse_twice(slug: str, before: Programme, draft: DraftProgramme) -> None:
    number, sha256 = draft.document.number, draft.document.sha256
    for version in queries.versions(slug):
        if number == version.act or (sha256 and sha256 == version.document_sha256):
            raise Conflict(
                N_("{act} has been read in already, as version {version} of {number}."),
                hint=N_("Only an act that amends it makes the next version."),
                params={"act": version.act, "version": version.number, "number": before.number},
            )


def _save(
    row: models.Programme,
    programme: Programme,
    *,
    effective_on: date,
    by: Actor,
    confirmed_by: Actor,
    now: datetime,
) -> None:
    """Write one version: its rows as values, the document's words apart from them."""
    words = words_of(programme)
    plain = msgspec.to_builtins(without_words(programme))
    version = models.Version.objects.create(
        programme=row,
        number=programme.version,
        effective_on=effective_on,
        adopted_by=by.id,
        confirmed_by=confirmed_by.id,
        adopted_at=now,
        document_sha256=programme.acts[-1].sha256 if programme.acts else "",
        content={key: value for key, value in plain.items() if key not in _ROW_LISTS},
    )
    models.Task.objects.bulk_create(
        models.Task(
            version=version,
            position=position,
            code=task.code,
            theme=task.theme,
            due_on=task.deadline.due,
            content=content,
        )
        for position, (task, content) in enumerate(zip(programme.tasks, plain["tasks"], strict=True))
    )
    models.Indicator.objects.bulk_create(
        models.Indicator(
            version=version, position=position, code=item.code, horizon=item.horizon, content=content
        )
        for position, (item, content) in enumerate(
            zip(programme.indicators, plain["indicators"], strict=True)
        )
    )
    _save_words(version, words)


def _save_words(version: models.Version, words: Mapping[WordsKey, Mapping[str, Any]]) -> None:
    models.OfficialWords.objects.bulk_create(
        models.OfficialWords(version=version, kind=kind, code=code, horizon=horizon, content=content)
        for (kind, code, horizon), content in words.items()
    )


@transaction.atomic
def adopt_words(
    *, slug: str, draft: DraftProgramme, by: Actor, confirmed_by: Actor, now: datetime
) -> Mapping[str, int]:
    """Put the document's own words beside the catalogue; two different people.

    The facts of the document must agree with the catalogue row by row; every disagreement is
    named at once and nothing is written. Adopting the same words again does nothing.
    Returns how many rows of each kind now carry their words.
    """
    _check_adopters(by, confirmed_by)
    version = queries.latest_version(slug)
    known = queries.programme(slug)
    if known.acts:
        raise Conflict(
            N_("The words of {number} came with the acts that made version {version}."),
            hint=N_("A further act is read in as an amendment."),
            params={"number": known.number, "version": known.version},
        )
    faults = differences(known, draft)
    if faults:
        raise Invalid(
            N_("The document differs from the programme {number} in {count} places."),
            faults=faults,
            hint=N_("Nothing was adopted. Correct the reading, or take the document in as an amendment."),
            params={"number": known.number, "count": len(faults)},
        )
    words = official_words(draft)
    models.OfficialWords.objects.filter(version=version).delete()
    _save_words(version, words)
    version.document_sha256 = draft.document.sha256 or ""
    version.save(update_fields=["document_sha256"])
    counts: dict[str, Any] = {
        kind: sum(1 for key in words if key[0] == kind) for kind in ("theme", "task", "indicator")
    }
    body = {"confirmed_by": confirmed_by.id, "document": draft.document.sha256 or "", **counts}
    audit.record(kind="words_adopted", on=slug, by=by, at=now, body=body)
    return counts


@transaction.atomic
def designate(*, slug: str, designation: Designation, by: Actor, confirmed_by: Actor, now: datetime) -> None:
    """Record the dated document that names who is meant by a name in one task; two different people.

    Whoever keeps the cycles or adopts documents may do so. What was recorded never changes: a
    later document about the same name counts from its own day.
    """
    for person in (by, confirmed_by):
        if not can(person, Permission.ADOPT):
            check(person, Permission.MANAGE_CYCLES)
    check_two_people(by, confirmed_by)
    # The row is locked before it is read, so that two documents of one day cannot both be recorded.
    row = models.Programme.objects.select_for_update().get(pk=queries.latest_version(slug).programme_id)
    today = local_day(now, settings.THUOCDO_ZONE)
    task = queries.task(slug, designation.task, as_of=today)
    faults = list(designation_faults(task, designation, queries.register(slug), today))
    if faults:
        raise Invalid("Nobody was named.", faults=faults)
    fields = msgspec.to_builtins(designation) | {"on": designation.on}
    models.Designation.objects.create(programme=row, **fields)
    body = {**msgspec.to_builtins(designation), "day": designation.on, "confirmed_by": confirmed_by.id}
    audit.record(
        kind="members_designated",
        on=f"{slug} {designation.task}",
        by=by,
        at=now,
        body={key: value for key, value in body.items() if key != "on"},
    )


def _check_adopters(by: Actor, confirmed_by: Actor) -> None:
    for person in (by, confirmed_by):
        check(person, Permission.ADOPT)
    check_two_people(by, confirmed_by)

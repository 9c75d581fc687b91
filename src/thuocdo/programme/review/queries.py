"""Reading drafts under review: values, never rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from thuocdo.core.errors import Conflict, Fault, Invalid, NotFound
from thuocdo.core.typed import convert
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme import models, queries
from thuocdo.programme.amending import names_for
from thuocdo.programme.proposing import propose
from thuocdo.programme.review.bodies import UnknownBody, unknown_bodies
from thuocdo.programme.review.numbers import all_numbers
from thuocdo.programme.review.rules import agreed, chosen_numbers
from thuocdo.programme.review.types import DraftHead, Passage, Review, Step, Verdict
from thuocdo.programme.types import Programme, Register


@dataclass(frozen=True, slots=True)
class Adoptable:
    """What would be adopted now: the draft as decided so far, and what it is held against.

    `renumbered` is what adoption is told about numbers, None as long as nobody chose one.
    """

    draft: DraftProgramme
    register: Register
    before: Programme | None
    renumbered: Mapping[str, str] | None


def heads() -> tuple[DraftHead, ...]:
    """Return all drafts that were not discarded, the newest first."""
    rows = _rows().filter(discarded_by="").defer("content", "passages")
    return tuple(_head(row) for row in rows)


def review(draft: int) -> Review:
    """Return a draft with its source and steps."""
    row = _rows().filter(pk=draft).first()
    if row is None or row.discarded_by:
        raise NotFound("There is no such draft.", hint="See the list of drafts.")
    return to_review(row)


def locked(draft: int) -> models.Draft:
    """Return the row of a draft that may still change, locked (for actions of this room)."""
    row = models.Draft.objects.select_for_update().filter(pk=draft).first()
    if row is None or row.discarded_by:
        raise NotFound("There is no such draft.", hint="See the list of drafts.")
    if row.version_id is not None:
        raise Conflict("The draft has been adopted; what it says no longer changes here.")
    return row


def to_review(row: models.Draft) -> Review:
    """Return the value of a row."""
    steps = tuple(
        Step(each.by, Verdict(each.verdict), each.where, each.field, each.value, each.at)
        for each in row.steps.all()
    )
    return Review(
        _head(row),
        convert(row.content, DraftProgramme),
        tuple(Passage(*each) for each in row.passages),
        steps,
    )


def adoptable(found: Review) -> Adoptable:
    """Return what would be adopted as the reviewers decided so far."""
    slug, draft = found.head.slug, agreed(found.draft, found.steps)
    register = queries.register(slug)
    before = queries.programme(slug) if found.head.amends else None
    chosen = chosen_numbers(found.steps)
    if before is None:
        return Adoptable(draft, register, None, None)
    numbers = all_numbers(before, draft, chosen, partial=found.head.partial, register=register)
    return Adoptable(draft, register, before, numbers)


def obstacles(found: Review) -> tuple[Fault, ...]:
    """Return what would keep the draft from adoption, as it is decided so far."""
    slug, made = found.head.slug, adoptable(found)
    days = [version.effective_on for version in queries.versions(slug)]
    try:
        propose(
            made.draft,
            slug=slug,
            register=made.register,
            before=made.before,
            effective_on=max([*days, made.draft.document.issued_on or date.min]),
            partial=found.head.partial,
            renumbered=made.renumbered,
        )
    except Invalid as refused:
        return refused.faults
    return ()


def unknown(found: Review) -> tuple[UnknownBody, ...]:
    """Return the bodies that the draft names, as decided so far, and the register lacks."""
    made = adoptable(found)
    return unknown_bodies(made.draft, names_for(made.draft, made.before, made.register), made.register)


def known_bodies() -> Register:
    """Return the bodies that have been entered."""
    return queries.register("")


def adopted_programmes() -> Mapping[str, str]:
    """Return slug → number of every programme that a draft may amend."""
    return dict(models.Programme.objects.order_by("slug").values_list("slug", "number"))


def _rows() -> Any:
    finishes = Prefetch("finishes", queryset=models.Finished.objects.order_by("id"))
    return models.Draft.objects.select_related("version").prefetch_related("steps", finishes)


def _head(row: models.Draft) -> DraftHead:
    version = row.version
    effective_on: date | None = version.effective_on if version else None
    return DraftHead(
        id=row.pk,
        slug=row.slug,
        amends=row.amends,
        partial=row.partial,
        number=row.number,
        file_name=row.file_name,
        sha256=row.sha256,
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        finished=tuple(each.person for each in row.finishes.all()),
        version=version.number if version else 0,
        effective_on=effective_on,
    )

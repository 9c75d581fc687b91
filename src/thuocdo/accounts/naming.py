"""What a body's own system calls our tasks, so that it can report under its own identifiers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thuocdo.accounts.models import TaskName
from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict


@dataclass(frozen=True, slots=True)
class Mirrored:
    """A task under a name of the body's own; `version` is the last one recorded, "" for none."""

    name: str
    task: str
    version: str


def names_of(slug: str, *, agency: str) -> dict[str, Mirrored]:
    """Return a body's names of the tasks of a programme."""
    rows = TaskName.objects.filter(agency=agency, programme=slug).order_by("name")
    return {row.name: Mirrored(row.name, row.task, row.version) for row in rows}


@transaction.atomic
def set_names(*, slug: str, names: Mapping[str, str], by: Actor, now: datetime) -> None:
    """Let these be the body's names and no others; a name that keeps its task keeps its version."""
    check(by, Permission.REPORT)
    mine = TaskName.objects.filter(agency=by.agency, programme=slug)
    kept = {row.name for row in mine if names.get(row.name) == row.task}
    mine.exclude(name__in=kept).delete()
    TaskName.objects.bulk_create(
        TaskName(agency=by.agency, programme=slug, name=name, task=task)
        for name, task in names.items()
        if name not in kept
    )
    body = {"agency": by.agency, "programme": slug, "names": len(names)}
    audit.record(kind="names_mirrored", on=f"{slug} {by.agency}", by=by, at=now, body=body)


def note_versions(*, slug: str, versions: Mapping[str, tuple[str, str]], by: Actor) -> None:
    """Note by name which version took the place of which; raises Conflict when one has moved on."""
    mine = TaskName.objects.filter(agency=by.agency, programme=slug)
    for name, (old, new) in versions.items():
        if mine.filter(name=name, version=old).update(version=new) != 1:
            raise Conflict("Another request recorded a version at this moment.", hint="Send it again.")

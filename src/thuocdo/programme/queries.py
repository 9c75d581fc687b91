"""Reading programmes and bodies: values, never rows."""

from typing import Any, cast

import msgspec

from thuocdo.core.errors import NotFound
from thuocdo.programme import models
from thuocdo.programme.types import (
    Agency,
    Designation,
    Group,
    Indicator,
    Programme,
    Register,
    Succession,
    Task,
)


def slugs() -> tuple[str, ...]:
    """Return the slugs of all programmes."""
    return tuple(models.Programme.objects.order_by("slug").values_list("slug", flat=True))


def latest_version(slug: str) -> models.Version:
    """Return the row of the newest version (for actions of this room)."""
    found = models.Version.objects.filter(programme__slug=slug).order_by("-number").first()
    if found is None:
        raise NotFound(f"No programme {slug!r} is loaded.", hint="Load one with: thuocdo load")
    return found


def programme(slug: str) -> Programme:
    """Return the newest version with the official words where they were adopted."""
    version = latest_version(slug)
    words = {(row.kind, row.code, row.horizon): row.content for row in version.words.all()}
    tasks = [row.content | words.get(("task", row.code, 0), {}) for row in version.tasks.all()]
    indicators = [
        row.content | words.get(("indicator", row.code, row.horizon), {}) for row in version.indicators.all()
    ]
    header = cast("dict[str, Any]", version.content)
    themes = [theme | words.get(("theme", theme["code"], 0), {}) for theme in header["themes"]]
    full = header | {"themes": themes, "tasks": tasks, "indicators": indicators, "version": version.number}
    return msgspec.convert(full, Programme)


def task(slug: str, code: str) -> Task:
    """Return one task of the newest version."""
    for found in programme(slug).tasks:
        if found.code == code:
            return found
    raise NotFound(f"There is no task {code} in {slug}.", hint="See the list of tasks for the codes.")


def indicator(slug: str, code: str) -> Indicator:
    """Return one indicator by its code (or code@horizon)."""
    for found in programme(slug).indicators:
        if code in {found.code, found.key}:
            return found
    raise NotFound(f"There is no indicator {code} in {slug}.", hint="See the list of indicators.")


def register(slug: str) -> Register:
    """Return all bodies in time, with the designations of one programme."""
    designations = models.Designation.objects.filter(programme__slug=slug).order_by("on", "id")
    return Register(
        agencies=tuple(msgspec.convert(row.content, Agency) for row in models.Agency.objects.all()),
        successions=tuple(
            Succession(predecessor=row.predecessor, successor=row.successor, on=row.on)
            for row in models.Succession.objects.order_by("on", "predecessor")
        ),
        groups=tuple(msgspec.convert(row.content, Group) for row in models.Group.objects.order_by("code")),
        designations=tuple(
            Designation(
                task=row.task,
                group=row.group,
                members=tuple(row.members),
                document=row.document,
                on=row.on,
            )
            for row in designations
        ),
    )

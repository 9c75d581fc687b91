"""Reading programmes and bodies: values, never rows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Count

from thuocdo.core.errors import N_, NotFound
from thuocdo.core.typed import convert
from thuocdo.programme import models
from thuocdo.programme.kept import Kept
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


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version without its rows: what made it, from when it is in force, and who adopted it."""

    number: int
    act: str
    issued_on: date
    effective_on: date
    adopted_by: str
    confirmed_by: str
    adopted_at: datetime
    document_sha256: str
    tasks: int
    indicators: int


def slugs() -> tuple[str, ...]:
    """Return the slugs of all programmes."""
    return tuple(models.Programme.objects.order_by("slug").values_list("slug", flat=True))


def latest_version(slug: str) -> models.Version:
    """Return the row of the newest version (for actions of this room)."""
    found = models.Version.objects.filter(programme__slug=slug).order_by("-number").first()
    if found is None:
        hint = N_("Load one with: thuocdo load")
        raise NotFound(N_("No programme '{slug}' is loaded."), hint=hint, params={"slug": slug[:40]})
    return found


def versions(slug: str) -> tuple[VersionInfo, ...]:
    """Return all versions of a programme, the first one first."""
    rows = models.Version.objects.filter(programme__slug=slug).order_by("number")
    counted = rows.annotate(task_count=Count("tasks", distinct=True)).annotate(
        row_count=Count("indicators", distinct=True)
    )
    return tuple(_info(row) for row in counted)


def programme(slug: str, *, as_of: date | None = None) -> Programme:
    """Return the version in force on a day, with the official words where they were adopted.

    In force is the newest of the versions that had taken effect by `as_of`. Without a day the
    newest adopted version is meant, even if its effect lies ahead: that is what the next act is
    compared with. Before the first version there is nothing: NotFound says from when there is.
    """
    return _programmes.get((slug, as_of), lambda: _programme(slug, as_of))


def _programme(slug: str, as_of: date | None) -> Programme:
    newest = latest_version(slug)
    return _value(newest if as_of is None else _in_force(slug, as_of))


def _in_force(slug: str, as_of: date) -> models.Version:
    rows = models.Version.objects.filter(programme__slug=slug)
    found = rows.filter(effective_on__lte=as_of).order_by("-number").first()
    if found is None:
        first = rows.order_by("number")[0]
        raise NotFound(
            N_("{number} is in force from {first} only; nothing was in force on {day}."),
            hint=N_("Ask for {first} or a later day."),
            params={
                "number": first.programme.number,
                "first": first.effective_on.isoformat(),
                "day": as_of.isoformat(),
            },
        )
    return found


def _info(row: Any) -> VersionInfo:
    header = cast("dict[str, Any]", row.content)
    made = [act for act in header.get("acts", ()) if act["version"] == row.number]
    act = made[0] if made else {"number": header["number"], "issued_on": header["issued_on"]}
    return VersionInfo(
        number=row.number,
        act=act["number"],
        issued_on=date.fromisoformat(act["issued_on"]),
        effective_on=row.effective_on,
        adopted_by=row.adopted_by,
        confirmed_by=row.confirmed_by,
        adopted_at=row.adopted_at,
        document_sha256=row.document_sha256,
        tasks=row.task_count,
        indicators=row.row_count,
    )


def _value(version: models.Version) -> Programme:
    words = {(row.kind, row.code, row.horizon): row.content for row in version.words.all()}
    tasks = [row.content | words.get(("task", row.code, 0), {}) for row in version.tasks.all()]
    indicators = [
        row.content | words.get(("indicator", row.code, row.horizon), {}) for row in version.indicators.all()
    ]
    header = cast("dict[str, Any]", version.content)
    themes = [theme | words.get(("theme", theme["code"], 0), {}) for theme in header["themes"]]
    full = header | {"themes": themes, "tasks": tasks, "indicators": indicators, "version": version.number}
    return convert(full, Programme)


def task(slug: str, code: str, *, as_of: date | None = None) -> Task:
    """Return one task of a version (see `programme`)."""
    for found in programme(slug, as_of=as_of).tasks:
        if found.code == code:
            return found
    hint = N_("See the list of tasks for the codes.")
    raise NotFound(
        N_("There is no task {code} in {slug}."), hint=hint, params={"code": code[:40], "slug": slug}
    )


def indicator(slug: str, code: str, *, as_of: date | None = None) -> Indicator:
    """Return one indicator by its code (or code@horizon)."""
    for found in programme(slug, as_of=as_of).indicators:
        if code in {found.code, found.key}:
            return found
    hint = N_("See the list of indicators.")
    raise NotFound(
        N_("There is no indicator {code} in {slug}."), hint=hint, params={"code": code[:40], "slug": slug}
    )


def register(slug: str) -> Register:
    """Return all bodies in time, with the designations of one programme."""
    return _registers.get(slug, lambda: _register(slug))


def _register(slug: str) -> Register:
    designations = models.Designation.objects.filter(programme__slug=slug).order_by("on", "id")
    return Register(
        agencies=tuple(convert(row.content, Agency) for row in models.Agency.objects.all()),
        successions=tuple(
            Succession(predecessor=row.predecessor, successor=row.successor, on=row.on)
            for row in models.Succession.objects.order_by("on", "predecessor")
        ),
        groups=tuple(convert(row.content, Group) for row in models.Group.objects.order_by("code")),
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


_programmes: Kept[Programme] = Kept()
_registers: Kept[Register] = Kept()

"""What a request may ask for: known parameters only, a day that can be known, a part of a list."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from django.http import QueryDict
from ninja import Field, Schema
from pydantic import ValidationInfo, model_validator

from thuocdo.config.current import Known, known, today
from thuocdo.core.errors import Invalid, fault
from thuocdo.cycles.faults import N_
from thuocdo.evaluation.types import IndicatorStatus, Status
from thuocdo.programme.types import AgencyKind

_Row = TypeVar("_Row")
UNKNOWN = N_("is not known here (known: {names})")
TWICE = N_("stands more than once")
TOO_EARLY = N_("is before the programme ({day})")
TOO_LATE = N_("has not come yet (today is {day})")
_REFUSED = "The request cannot be answered."
MOST = 200
"""Rows in one answer at most."""


class Asked(Schema):
    """Parameters of a request; one that is not known is refused, because it would be a silent filter."""

    @model_validator(mode="before")
    @classmethod
    def refuse_unknown(cls, values: Any, info: ValidationInfo) -> Any:
        """Refuse parameters that this address does not know, and those that stand twice."""
        if info.context is None:
            return values
        given: QueryDict = info.context["request"].GET
        known_names = ", ".join(sorted(cls.model_fields))
        faults = [
            fault("query", name, UNKNOWN, names=known_names)
            for name in sorted(set(given) - set(cls.model_fields))
        ]
        faults += [fault("query", name, TWICE) for name in given if len(given.getlist(name)) > 1]
        if faults:
            raise Invalid(_REFUSED, faults=faults)
        return values


class Day(Asked):
    """The day to look from."""

    as_of: date | None = Field(None, description="The day to look from, as 2025-12-31; else today.")


class Page(Schema):
    """A part of a list."""

    limit: int = Field(50, ge=1, le=MOST, description="Rows in the answer at most.")
    offset: int = Field(0, ge=0, le=1_000_000, description="Rows to leave out at the start.")


class ProgrammesAsked(Day, Page):
    """What a list of programmes may be asked."""


class TasksAsked(Day, Page):
    """What a list of tasks may be asked."""

    theme: str | None = Field(None, description="Code of a theme, for example II.")
    status: Status | None = Field(None, description="Computed status.")
    agency: str | None = Field(None, description="Code of a body that leads, answers or takes part.")


class IndicatorsAsked(Day, Page):
    """What a list of indicators may be asked."""

    status: IndicatorStatus | None = Field(None, description="Verdict.")
    horizon: int | None = Field(None, description="Year of the target.")
    agency: str | None = Field(None, description="Code of a body that monitors.")


class AgenciesAsked(Asked, Page):
    """What a list of bodies may be asked."""

    on: date | None = Field(None, description="Bodies that exist on this day; else all that ever did.")
    kind: AgencyKind | None = Field(None, description="What sort of body.")


class AgencyAsked(Asked):
    """What one body may be asked."""

    on: date | None = Field(None, description="The day to look from; else today.")


def known_on(slug: str, as_of: date | None) -> Known:
    """Return what was known on a day; a day before the programme or still to come is refused."""
    now = today()
    current = known(slug, as_of=now)
    if as_of is None or as_of == now:
        return current
    begun = current.facts.programme.issued_on
    if as_of < begun:
        raise _wrong_day(TOO_EARLY, begun)
    if as_of > now:
        raise _wrong_day(TOO_LATE, now)
    return known(slug, as_of=as_of)


def part(rows: Sequence[_Row], page: Page) -> dict[str, Any]:
    """Return the rows that were asked for, with the size of the whole."""
    items = rows[page.offset : page.offset + page.limit]
    return {"items": items, "total": len(rows), "limit": page.limit, "offset": page.offset}


def _wrong_day(message: str, day: date) -> Invalid:
    return Invalid(_REFUSED, faults=[fault("query", "as_of", message, day=day.isoformat())])

"""Sources in words: labels of the wizard, checks of a contract as sentences, reasons and faults."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial

from django.conf import settings

from thuocdo.core.errors import Fault
from thuocdo.core.messages import Reason
from thuocdo.measurement.sources.contracts import contracts
from thuocdo.measurement.sources.types import Outcome, RunValue, SourceState
from thuocdo.measurement.sources.words import (
    KINDS,
    OUTCOMES,
    RHYTHMS,
    STATES,
    STEPS,
    sentence,
)
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import Column, ColumnType
from thuocdo.programme import queries as programmes
from thuocdo.publication.site.words import number as decimal
from thuocdo.web.language import N_, language, said_fault
from thuocdo.web.language import words as _

__all__ = ["KINDS", "OUTCOMES", "RHYTHMS", "STATES", "STEPS"]

LABELS: Mapping[str, str] = {
    "name": N_("Name of the source"),
    "owner": N_("Body that owns it"),
    "table": N_("Standard table that it feeds"),
    "kind": N_("How its rows reach us"),
    "form": N_("Form of the files"),
    "place": N_("Address, path or table"),
    "first": N_("First month"),
    "rhythm": N_("How often it delivers"),
    "days": N_("Days after the period's end"),
    "grace": N_("Days of grace"),
    "month_column": N_("Column that says the month"),
    "delimiter": N_("Sign between cells (CSV)"),
    "hours": N_("Hours that its clock is ahead of UTC"),
    "tolerance": N_("Rows in a thousand that may be set aside"),
    "seconds": N_("Seconds at most"),
    "megabytes": N_("Megabytes at most"),
    "rows": N_("Rows at most"),
    "secret": N_("Secret"),
    "why": N_("Why it is paused"),
    "note": N_("Why it is refused"),
    "month": N_("Month to try"),
    "illustrative": N_("Made-up data, only to try things out"),
}
MARKS: Mapping[SourceState, str] = {
    SourceState.NEW: "within_time",
    SourceState.UP: "done",
    SourceState.LATE: "at_risk",
    SourceState.DOWN: "late",
    SourceState.PAUSED: "replaced",
}
"""Whose shape and colour stands beside a state."""

CHECKS: Mapping[str, str] = {
    "missing": N_("a column is missing"),
    "empty": N_("nothing where something must stand"),
    "word": N_("a word that is not known"),
    "unreadable": N_("cannot be read"),
    "impossible": N_("an impossible day"),
    "range": N_("a number outside its range"),
    "order": N_("an end before its beginning"),
    "future": N_("a day in the future"),
    "month": N_("a day outside the month"),
    "duplicate": N_("a row that comes twice"),
    "stale": N_("the newest row is too old"),
    "extent": N_("many more or fewer rows than usual"),
    "unit": N_("values far from the usual ones"),
}
"""What a check looks for, by its name."""

_OF_THE_SOURCE = frozenset({"missing_column"})
"""Reasons whose column is the source's own, not one of a standard table."""

_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?", re.ASCII)

GOOD = frozenset({Outcome.KEPT, Outcome.SAME})


def reason(found: Reason | None, table: str = "") -> str:
    """Return a reason in the language of the request, its days and numbers as people write them.

    `table` is the standard table whose columns it may speak of.
    """
    if found is None:
        return ""
    shown = {name: _shown(text) for name, text in found.params.items()}
    if found.code not in _OF_THE_SOURCE:
        shown |= {name: columns(shown[name], table) for name in ("column", "first") if name in shown}
    return sentence(Reason(found.code, shown), language())


def columns(names: str, table: str) -> str:
    """Return columns of a standard table, parted by commas, by what they hold, each with its name."""
    return ", ".join(_column(name, table) for name in names.split(", "))


def _column(name: str, table: str) -> str:
    known = standard_tables().get(table)
    found = None if known is None else known.column(name)
    if found is None:
        return name
    return f"{label(found)} ({name})"


def label(column: Column) -> str:
    """Return what a column of a standard table holds."""
    return column.vi if language() == "vi" else column.en


def cell(text: str, column: Column) -> str:
    """Return a cell of a row as people read it; codes stay as they are."""
    if column.type is ColumnType.FLAG and text in {"true", "false"}:
        return _(N_("yes")) if text == "true" else _(N_("no"))
    return text or "–"


def title(table: str) -> str:
    """Return what a standard table is called."""
    known = standard_tables().get(table)
    if known is None:
        return table
    return known.title_vi if language() == "vi" else known.title_en


def faulty(faults: Iterable[Fault]) -> Mapping[str, str]:
    """Return what is wrong by field, each as a sentence that names the field."""
    found: dict[str, str] = {}
    for each in faults:
        key = each.field or ""
        column = key.removeprefix("map-")
        label = _(LABELS[key]) if key in LABELS else column
        said = f"{label}: {said_fault(each)}." if label else f"{said_fault(each)}."
        found[key] = f"{found[key]} {said}" if key in found else said
    return found


def checks_of(table: str) -> tuple[str, ...]:
    """Return what a table's deliveries must keep, as sentences."""
    tables = standard_tables()
    if table not in tables:
        return ()
    contract = contracts(tables)[table]
    named = partial(columns, table=table)
    said = [_("No two rows have the same {column}.", column=named(", ".join(tables[table].key)))]
    said += [
        _(
            "{column} lies between {least} and {most}.",
            column=named(each.column),
            least=amount(Decimal(each.least)),
            most=amount(Decimal(each.most)),
        )
        for each in contract.ranges
    ]
    said += [
        _("{column} never lies below {first}.", column=named(each.second), first=named(each.first))
        for each in contract.orders
    ]
    said += [
        _("{column} never lies after the day of the delivery.", column=named(name)) for name in contract.past
    ]
    if contract.month_of:
        said.append(_("{column} lies in the month of the delivery.", column=named(contract.month_of)))
    if contract.fresh_days:
        said.append(
            _("The newest row is at most {days} days older than the month's end.", days=contract.fresh_days)
        )
    said.append(
        _("Usual values change by less than {factor} times from month to month.", factor=contract.unit_factor)
    )
    said.append(_("There are at most {factor} times as many or as few rows.", factor=contract.extent_factor))
    return tuple(said)


def indicator(code: str) -> str:
    """Return an indicator by its code and its name."""
    slug = settings.THUOCDO_PROGRAMME
    rows = programmes.programme(slug).indicators if slug in programmes.slugs() else ()
    found = next((each for each in rows if each.code == code), None)
    if found is None:
        return code
    return f"{code} · {found.name_vi if language() == 'vi' else found.name_en}"


def missing(months: Iterable[str], names: Mapping[str, str]) -> str:
    """Return months that a source did not give, each with the source's name where that may be seen."""
    told = (each.partition(" ") for each in months)
    return ", ".join(f"{names.get(source, source)} {month}" for source, _space, month in told)


def aside(run: RunValue) -> str:
    """Return how many rows of a run were set aside; all of a delivery that is held."""
    return _(N_("all")) if run.outcome is Outcome.HELD else number(run.quarantined)


def age(last: date, today: date) -> str:
    """Return how old a value is."""
    return _("{count} days old", count=(today - last).days)


def number(count: int) -> str:
    """Return a count with its thousands apart, as the language writes it."""
    return f"{count:,}".replace(",", "." if language() == "vi" else ",")


def amount(value: Decimal | None) -> str:
    """Return a number as the language writes it, without trailing zeros; "–" for none."""
    if value is None:
        return "–"
    plain = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return decimal(plain, language())


def share(part: int, whole: int) -> str:
    """Return a part in per cent, a small one as "< 0.1 %"; the caller shows the whole."""
    if part and part * 1000 < whole:
        return f"< {amount(Decimal('0.1'))} %"
    return f"{amount((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.1')))} %"


def _shown(text: str) -> str:
    """Return a day or a number as the language writes it, other text as it is."""
    if _NUMBER.fullmatch(text):
        return amount(Decimal(text))
    return _day(text)


def _day(text: str) -> str:
    from thuocdo.evaluation.reasons import shown_day  # noqa: PLC0415  only days need it

    try:
        return shown_day(date.fromisoformat(text), language())
    except ValueError:
        return text

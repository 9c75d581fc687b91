"""Reads and checks the declarations of metrics; all faults of all files at once."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.declared import read_folder, refuse
from thuocdo.measurement.declaring.types import (
    Catalogue,
    Declaration,
    Kind,
    Metric,
    Part,
    Uncomputable,
)
from thuocdo.measurement.subset.reading import Parser, read
from thuocdo.measurement.subset.types import Function
from thuocdo.measurement.tables.types import Grain, Table

METRICS = Path(__file__).resolve().parent.parent / "metrics"
_CODE = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2})?(-[a-z0-9]+)+")
_RATIOS = frozenset({Kind.SHARE, Kind.KEEP_ABOVE})
_MAX_PLACES = 6


def catalogue(tables: Mapping[str, Table], parser: Parser, folder: Path = METRICS) -> Catalogue:
    """Return all metrics with their expressions read, or refuse with every fault of every file."""
    declared, faults = read_folder(folder, Declaration)
    metrics: list[Metric] = []
    waiting: list[Uncomputable] = []
    for code, declaration in declared.items():
        wrong = check(code, declaration, tables, frozenset(declared))
        if declaration.missing_en:
            waiting.append(Uncomputable(code, declaration))
        elif not wrong:
            metric, wrong = bound(code, declaration, tables, parser)
            metrics += [metric] if metric else []
        faults += wrong
    refuse(faults)
    return Catalogue(tuple(metrics), tuple(waiting))


def check(
    code: str, declaration: Declaration, tables: Mapping[str, Table], known: frozenset[str]
) -> list[Fault]:
    """Return what is wrong with a declaration before its expressions are read."""
    where = f"{code}.toml"
    faults = [*word_faults(where, code, declaration, known)]
    faults += _of_waiting(where, declaration) if _waits(declaration) else _of_sums(where, declaration, tables)
    return faults


def bound(
    code: str, declaration: Declaration, tables: Mapping[str, Table], parser: Parser
) -> tuple[Metric | None, list[Fault]]:
    """Return a metric with its expressions read, or the faults in them."""
    where = f"{code}.toml"
    table = tables[declaration.table]
    numerator, faults = read(declaration.numerator, table, parser, where=where, field="numerator")
    below = None
    if declaration.denominator:
        other = tables[declaration.denominator_table or declaration.table]
        denominator, wrong = read(declaration.denominator, other, parser, where=where, field="denominator")
        faults += wrong
        if denominator is not None and denominator.function is Function.QUANTILE:
            faults.append(fault(where, "denominator", N_("A quantile is no denominator.")))
        below = None if denominator is None else Part(other.name, denominator, declaration.denominator)
    if numerator is None or faults:
        return None, faults
    return Metric(code, declaration, Part(table.name, numerator, declaration.numerator), below), []


def _waits(declaration: Declaration) -> bool:
    return bool(declaration.missing_en or declaration.missing_vi or declaration.owed_by)


def word_faults(where: str, code: str, declaration: Declaration, known: frozenset[str]) -> Iterator[Fault]:
    """Yield what is wrong with the words of a declaration, however it computes."""
    if not _CODE.fullmatch(code):
        yield fault(where, None, N_("The file is named by the row and two words, such as 11.1-online-use."))
    if not declaration.indicators:
        yield fault(where, "indicators", N_("Name the rows of the programme that the metric serves."))
    if declaration.version < 1:
        yield fault(where, "version", N_("Versions count from 1."))
    if not 0 <= declaration.places <= _MAX_PLACES:
        yield fault(where, "places", N_("Give a number of decimals from 0 to {most}."), most=_MAX_PLACES)
    if not declaration.scale.is_finite() or declaration.scale <= 0:
        yield fault(where, "scale", N_("The ratio is multiplied by a number above 0."))
    if declaration.rival_of and declaration.rival_of not in known - {code}:
        yield fault(where, "rival_of", N_("There is no metric {code}."), code=declaration.rival_of)
    for field in ("name_vi", "name_en", "method_vi", "method_en", "unit_vi", "unit_en"):
        if not getattr(declaration, field).strip():
            yield fault(where, field, N_("This text is empty."))


def _of_waiting(where: str, declaration: Declaration) -> Iterator[Fault]:
    for field in ("missing_vi", "missing_en", "owed_by"):
        if not getattr(declaration, field):
            yield fault(where, field, N_("Say in both languages what is missing, and who owes it."))
    for field in ("table", "numerator", "denominator", "denominator_table", "dimensions"):
        if getattr(declaration, field):
            yield fault(where, field, N_("What is missing cannot be computed: take this field away."))


def _of_sums(where: str, declaration: Declaration, tables: Mapping[str, Table]) -> Iterator[Fault]:
    table = tables.get(declaration.table)
    below = tables.get(declaration.denominator_table or declaration.table)
    if table is None:
        yield fault(where, "table", N_("There is no standard table {table}."), table=declaration.table)
    if below is None and declaration.denominator_table:
        yield fault(
            where,
            "denominator_table",
            N_("There is no standard table {table}."),
            table=declaration.denominator_table,
        )
    if not declaration.numerator:
        yield fault(where, "numerator", N_("This text is empty."))
    for name in declaration.dimensions:
        for one in (table, below if declaration.denominator else None):
            column = one.column(name) if one else None
            if one and (column is None or not column.dimension):
                yield fault(
                    where, "dimensions", N_("{name} is no dimension of {table}."), name=name, table=one.name
                )
    yield from _of_kind(where, declaration, table)


def _of_kind(where: str, declaration: Declaration, table: Table | None) -> Iterator[Fault]:
    if declaration.kind in _RATIOS and not declaration.denominator:
        yield fault(where, "denominator", N_("A share needs a denominator."))
    if declaration.kind is Kind.RANK:
        yield fault(where, "kind", N_("A rank is given by its publisher; say what is missing instead."))
    growth = declaration.kind is Kind.GROWTH
    if growth != bool(declaration.base_year):
        yield fault(where, "base_year", N_("Growth needs its base year, and nothing else has one."))
    if growth and (declaration.denominator or (table and table.grain is not Grain.EVENTS)):
        yield fault(where, "kind", N_("Growth is that of a count or sum of events."))

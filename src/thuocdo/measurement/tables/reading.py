"""Reads and checks the declarations of the standard tables; all faults at once."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.declared import read_folder, refuse
from thuocdo.measurement.tables.types import Column, ColumnType, Grain, Table

STANDARD = Path(__file__).resolve().parent / "standard"
AGENCY = "agency"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_WORD = re.compile(r"[a-z0-9][a-z0-9_]{0,40}")


def standard_tables(folder: Path = STANDARD) -> Mapping[str, Table]:
    """Return all standard tables by name, or refuse with every fault."""
    found, faults = read_folder(folder, Table)
    for name, table in found.items():
        faults += check(name, table)
    refuse(faults)
    return found


def check(file: str, table: Table) -> list[Fault]:
    """Return what is wrong with one table."""
    where = f"{file}.toml"
    faults = list(_of_table(where, file, table))
    for column in table.columns:
        faults += _of_column(where, column)
    return faults


def _of_table(where: str, file: str, table: Table) -> Iterator[Fault]:
    names = [column.name for column in table.columns]
    if table.name != file or not _NAME.fullmatch(table.name):
        yield fault(where, "name", N_("The name must be that of the file, in small letters."))
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield fault(where, name, N_("There are two columns of this name."))
    agency = table.column(AGENCY)
    if agency is None or agency.type is not ColumnType.ID or agency.null:
        yield fault(where, AGENCY, N_("Every table has a column agency of type id that is never empty."))
    if not table.key:
        yield fault(where, "key", N_("Name the columns that tell rows apart."))
    for name in table.key:
        column = table.column(name)
        if column is None or column.null:
            yield fault(where, "key", N_("{column} is no column, or may be empty."), column=name)
    if table.carry_months and table.grain is Grain.EVENTS:
        yield fault(where, "carry_months", N_("Events are not carried on; only a snapshot is."))
    if table.carry_months < 0:
        yield fault(where, "carry_months", N_("Give a number of months from 0."))


def _of_column(where: str, column: Column) -> Iterator[Fault]:
    coded = column.type is ColumnType.CODE
    if not _NAME.fullmatch(column.name) or column.name == "month":
        yield fault(
            where, column.name, N_("A column's name has small letters, digits and _; month is the file's.")
        )
    if coded != bool(column.values):
        yield fault(where, column.name, N_("A code lists its words; no other type does."))
    if any(not _WORD.fullmatch(word) for word in column.values):
        yield fault(where, column.name, N_("A word of a code has small letters, digits and _."))
    if column.dimension and (column.type not in {ColumnType.CODE, ColumnType.FLAG} or column.null):
        yield fault(where, column.name, N_("Only a code or a flag that is never empty can be a dimension."))
    if bool(column.null) != bool(column.null_vi):
        yield fault(where, column.name, N_("Say in both languages what an empty cell means, or in none."))

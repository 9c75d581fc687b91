"""Reading the cells of the wizard into a declaration, and writing a declaration back into cells."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.sources.types import (
    FORMS,
    Declaration,
    Form,
    Kind,
    Limits,
    Mapped,
    Rhythm,
    Schedule,
)
from thuocdo.measurement.tables.types import ColumnType, Table

Word = TypeVar("Word", Kind, Rhythm, Form)

TEXTS = ("name", "owner", "table", "place", "first", "month_column")
NUMBERS: Mapping[str, int] = {
    "days": 10,
    "grace": 5,
    "hours": 7,
    "tolerance": 0,
    "seconds": 120,
    "megabytes": 500,
    "rows": 20_000_000,
}
"""Fields of whole numbers with what stands in them at first."""

LONGEST_CELL = 500
LONGEST_WORDS = 4_000
NUMBER_TYPES = frozenset({ColumnType.COUNT, ColumnType.MONEY, ColumnType.QUANTITY})
WORD_TYPES = frozenset({ColumnType.CODE, ColumnType.FLAG})
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_NO_NUMBER = N_("is no whole number")


def read_declaration(
    cells: Mapping[str, str], tables: Mapping[str, Table]
) -> tuple[Declaration | None, tuple[Fault, ...]]:
    """Return what the cells of the wizard say, or None with every cell that cannot be read.

    Whether it makes sense is judged by `rules.declaration_faults`.
    """
    faults: list[Fault] = []
    numbers = dict(_numbers(cells, faults))
    kind = _among(Kind, cells.get("kind", ""), "kind", faults)
    rhythm = _among(Rhythm, cells.get("rhythm", Rhythm.MONTHLY.value), "rhythm", faults)
    form = FORMS[kind][0] if kind else None
    if kind and cells.get("form"):
        form = _among(Form, cells["form"], "form", faults)
    texts = {name: cells.get(name, "").strip()[:LONGEST_CELL] for name in TEXTS}
    table = tables.get(texts["table"])
    mapping = tuple(_mapping(cells, table, faults)) if table else ()
    if faults or kind is None or rhythm is None or form is None:
        return None, tuple(faults)
    declared = Declaration(
        **texts,
        kind=kind,
        form=form,
        mapping=mapping,
        schedule=Schedule(rhythm, numbers["days"], numbers["grace"]),
        limits=Limits(numbers["seconds"], numbers["megabytes"], numbers["rows"]),
        delimiter=cells.get("delimiter", ",")[:3] or ",",
        hours=numbers["hours"],
        tolerance=numbers["tolerance"],
        illustrative=bool(cells.get("illustrative")),
    )
    return declared, ()


def cells_of(declaration: Declaration) -> dict[str, str]:
    """Return the cells of a wizard that says this declaration."""
    schedule, limits = declaration.schedule, declaration.limits
    cells = {name: str(getattr(declaration, name)) for name in TEXTS}
    cells |= {"kind": declaration.kind.value, "form": declaration.form.value, "rhythm": schedule.rhythm.value}
    cells |= {"delimiter": declaration.delimiter, "illustrative": "1" if declaration.illustrative else ""}
    cells |= {"days": str(schedule.days), "grace": str(schedule.grace), "hours": str(declaration.hours)}
    cells |= {"tolerance": str(declaration.tolerance), "seconds": str(limits.seconds)}
    cells |= {"megabytes": str(limits.megabytes), "rows": str(limits.rows)}
    for each in declaration.mapping:
        cells[f"map-{each.column}"] = each.given
        cells[f"constant-{each.column}"] = each.constant
        cells[f"factor-{each.column}"] = "" if each.factor == 1 else format(each.factor, "f")
        cells[f"words-{each.column}"] = "\n".join(f"{given} = {ours}" for given, ours in each.words.items())
    return cells


def guessed(table: Table, given: Collection[str]) -> dict[str, str]:
    """Return which column of a source each column of the table probably is: the one of the same name."""
    folded = {_folded(name): name for name in given}
    return {
        f"map-{column.name}": folded[_folded(column.name)]
        for column in table.columns
        if _folded(column.name) in folded
    }


def _folded(name: str) -> str:
    return name.casefold().replace("_", "").replace(" ", "").replace("-", "")


def _numbers(cells: Mapping[str, str], faults: list[Fault]) -> Iterator[tuple[str, int]]:
    for name, standard in NUMBERS.items():
        cell = cells.get(name, str(standard)).strip().replace(".", "").replace(" ", "")
        if _WHOLE.fullmatch(cell):
            yield name, int(cell)
        else:
            faults.append(fault("source", name, _NO_NUMBER))


def _among(words: type[Word], cell: str, field: str, faults: list[Fault]) -> Word | None:
    try:
        return words(cell)
    except ValueError:
        faults.append(fault("source", field, N_("is not chosen; choose one of the list")))
        return None


def _mapping(cells: Mapping[str, str], table: Table, faults: list[Fault]) -> Iterator[Mapped]:
    for column in table.columns:
        given = cells.get(f"map-{column.name}", "")[:LONGEST_CELL]
        constant = cells.get(f"constant-{column.name}", "").strip()[:LONGEST_CELL]
        if not given and not constant:
            continue
        words = cells.get(f"words-{column.name}", "")[:LONGEST_WORDS]
        factor = cells.get(f"factor-{column.name}", "").strip()
        yield Mapped(
            column.name,
            given,
            _words(words, column.name, faults) if column.type in WORD_TYPES else {},
            _factor(factor, column.name, faults) if column.type in NUMBER_TYPES else Decimal(1),
            constant,
        )


def _words(text: str, column: str, faults: list[Fault]) -> dict[str, str]:
    found = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        given, sign, ours = (part.strip() for part in line.rpartition("="))
        if not sign or not given or not ours:
            faults.append(
                fault(
                    "source",
                    f"map-{column}",
                    N_("has a line of words without a sign =; write: their word = our word"),
                )
            )
            break
        found[given] = ours
    return found


def _factor(cell: str, column: str, faults: list[Fault]) -> Decimal:
    if not cell:
        return Decimal(1)
    try:
        number = Decimal(cell.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        faults.append(fault("source", f"map-{column}", N_("has a factor that is no number")))
        return Decimal(1)
    return number

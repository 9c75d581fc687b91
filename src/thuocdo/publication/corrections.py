"""Corrections and removals: as the log tells them, as the manifest lists them, as the tables have them."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from thuocdo.core.errors import N_, Fault, Invalid
from thuocdo.core.messages import Reason
from thuocdo.evaluation.types import Facts
from thuocdo.log.history import Told
from thuocdo.log.types import Cell, Tombstone
from thuocdo.publication.columns import BOOLEAN, DATE, INTEGER, TEXT, Column, Table
from thuocdo.publication.manifest import Correction, Gone

PAGE = "dinh-chinh"
SUFFIX = ".csv"
_BETWEEN = ", "
_ARROWS = (" → ", " -> ")
_CHANGE = N_("needs TABLE, ROW, COLUMN: OLD → NEW, as in nq03/nhiem-vu, task 44, status: late → done")
_NO_ROW = N_("the published table has {found} rows of this name, not one")
_NO_COLUMN = N_("the published table has no such column")
_OTHER = N_("the published table says {found} there, not {old}")

Tables = Callable[[str], bytes | None]
"""Gives the bytes of a published file, None where there is none."""

_COLUMNS = tuple(
    Column(name, kind, meaning)
    for name, kind, meaning in (
        ("entry", INTEGER, N_("Number of the correction in the log.")),
        ("table", TEXT, N_("Address of the corrected table, without its ending.")),
        ("row", TEXT, N_("The corrected row, as column and value.")),
        ("column", TEXT, N_("Name of the corrected column.")),
        ("old", TEXT, N_("The value that was published.")),
        ("new", TEXT, N_("The value that is right.")),
        ("why", TEXT, N_("Why the value was wrong.")),
        ("document", TEXT, N_("The signed document that orders the change.")),
        ("document_on", DATE, N_("Day of that document.")),
        ("supersedes", TEXT, N_("SHA-256 of the manifest that has the old value.")),
        ("illustrative", BOOLEAN, N_("Whether the row rests on illustrative records that are not real.")),
    )
)


@dataclass(frozen=True, slots=True)
class Past:
    """What the log tells of the publications before, as the next one lists it."""

    corrections: tuple[Correction, ...] = ()
    taken_away: tuple[Gone, ...] = ()


NOTHING_PAST = Past()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the table's address without ending, the row's name, the column."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return _BETWEEN.join((self.table, self.row, self.column))


def read_place(where: str) -> Place:
    """Return the place that a logged change names; one that is not ours stays as it is."""
    table, first, rest = where.partition(_BETWEEN)
    row, second, column = rest.rpartition(_BETWEEN)
    return Place(table, row, column) if first and second else Place(where, "", "")


def read_change(text: str) -> Cell:
    """Return the change that a line spells, "nq03/nhiem-vu, task 44, status: late → done"."""
    arrow = next((each for each in _ARROWS if each in text), _ARROWS[0])
    # A value may be empty, and then no space stands beside it.
    padded = text if arrow in text else f"{text} "
    left, found, new = padded.rpartition(arrow)
    place, colon, old = left.partition(": ")
    if not (found and (colon or left.endswith(":"))) or not read_place(place.removesuffix(":")).column:
        raise Invalid(f"{text}: {_CHANGE}.", faults=[Fault(text, _CHANGE, "change", _CHANGE)])
    return Cell(str(read_place(place.removesuffix(":"))), old.strip(), new.strip())


def corrections_of(told: Told, *, before: int | None = None) -> tuple[Correction, ...]:
    """Return each logged change, as the manifest lists them; `before` is the publication's own entry."""
    return tuple(
        Correction(
            *_parts(cell),
            entry.reason,
            entry.document,
            entry.document_on,
            number,
            told.manifest_of(entry.supersedes),
        )
        for number, entry in told.corrections.items()
        if before is None or number < before
        for cell in entry.cells
    )


def _parts(cell: Cell) -> tuple[str, str, str, str, str]:
    place = read_place(cell.where)
    return place.table, place.row, place.column, cell.old, cell.new


def taken_away_of(told: Told, *, before: int | None = None) -> tuple[Gone, ...]:
    """Return each file that was taken away, as the manifest lists them."""
    return tuple(
        _gone(number, each, told.manifest_of(each.publication))
        for number, each in told.tombstones.items()
        if before is None or number < before
    )


def _gone(number: int, each: Tombstone, manifest: str) -> Gone:
    return Gone(manifest, each.path, each.sha256, each.reason, each.document, each.document_on, number)


def corrections_table(facts: Facts, corrections: Iterable[Correction]) -> Table:
    """Return the open data of the corrections; the verifier makes it again from the manifest."""
    rows = tuple(
        (
            *(each.entry, each.what, each.key, each.field, each.old, each.new, each.reason),
            *(each.document, each.document_on, each.supersedes, facts.illustrative),
        )
        for each in corrections
    )
    return Table("corrections", f"{facts.programme.slug}/{PAGE}", _COLUMNS, rows, keys=4)


def value_at(data: bytes, place: Place) -> str:
    """Return the text that a published CSV has at a place; `Invalid` where it has no such place."""
    try:
        lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        lines = []
    wanted = [part.partition(" ") for part in place.row.split(_BETWEEN)]
    rows = [line for line in lines if all(line.get(name) == value for name, _, value in wanted)]
    if len(rows) != 1:
        raise _refused(place, _NO_ROW, found=len(rows))
    value = rows[0].get(place.column)
    if value is None:
        raise _refused(place, _NO_COLUMN)
    return value.removeprefix("'")


def check_old(cells: Sequence[Cell], published: Tables) -> None:
    """Refuse a correction whose old values are not what was published, with every fault at once."""
    faults: list[Fault] = []
    for cell in cells:
        place = read_place(cell.where)
        try:
            found = value_at(published(place.table + SUFFIX) or b"", place)
        except Invalid as error:
            faults += error.faults
            continue
        if found != cell.old:
            faults.append(_fault(place, _OTHER, found=found, old=cell.old))
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults, hint=N_("Copy the old value from the published table."))


def not_made(corrections: Iterable[Correction], published: Tables) -> Iterator[tuple[Correction, Reason]]:
    """Yield each correction whose new value is not what the tables say, with the reason."""
    yield from _held(corrections, published, lambda each: each.new, "correction_not_made")


def not_old(corrections: Iterable[Correction], published: Tables) -> Iterator[tuple[Correction, Reason]]:
    """Yield each correction whose old value is not what the superseded publication says."""
    yield from _held(corrections, published, lambda each: each.old, "correction_of_nothing")


def _held(
    corrections: Iterable[Correction], published: Tables, value: Callable[[Correction], str], code: str
) -> Iterator[tuple[Correction, Reason]]:
    for each in corrections:
        data = published(each.what + SUFFIX)
        if data is None:
            continue  # whoever checks the files names what is missing
        try:
            found = value_at(data, Place(each.what, each.key, each.field))
        except Invalid:
            found = "–"
        if found != value(each):
            yield each, Reason(code, {"found": found, "logged": value(each), "entry": str(each.entry)})


def past_of(told: Told) -> Past:
    """Return what the next publication has to list and to make."""
    return Past(corrections_of(told), taken_away_of(told))


def made_after(previous: str, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections of a publication that the next one of the same day makes.

    Its tables must say the new values; of two corrections of one value the later one counts.
    """
    last = {(each.what, each.key, each.field): each for each in corrections if each.supersedes == previous}
    return tuple(last.values())


def _fault(place: Place, template: str, **params: object) -> Fault:
    values = {name: str(value) for name, value in params.items()}
    return Fault(str(place), template.format(**values), None, template, values)


def _refused(place: Place, template: str, **params: object) -> Invalid:
    fault = _fault(place, template, **params)
    return Invalid(f"{fault}.", faults=[fault])

"""A page's table as a CSV file that says what the page says, and that no spreadsheet runs."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from thuocdo.core.formulas import is_plain_number
from thuocdo.publication.columns import Cell
from thuocdo.publication.writers.csv import shown

_BOM = "\ufeff"


def as_csv(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Return a download; text that a spreadsheet might run gets a leading apostrophe, plain numbers none."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    response = HttpResponse((_BOM + stream.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _cell(cell: Cell) -> str:
    return cell if isinstance(cell, str) and is_plain_number(cell) else shown(cell)

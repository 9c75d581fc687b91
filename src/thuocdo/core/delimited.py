"""CSV as it comes from outside: quotes must close, and no cell may be longer than a long paragraph."""

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

LONGEST_CELL = 131_072
"""Characters of one cell; what is longer is no table but something that was never closed."""


def delimited(text: str, delimiter: str = ",", *, strict: bool = True) -> "Reader":
    """Return the rows of a text; `csv.Error` where quotes do not close or a cell is too long.

    Strict, because a quotation mark that is never closed would swallow all rows below it.
    """
    # The limit belongs to the whole process, and other packages lift it when they are imported.
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)

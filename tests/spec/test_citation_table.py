"""The table of document numbers holds."""

import pytest
from tests.spec.language import rows

from thuocdo.documents.citations import announcement, is_announcement, read_citations

ROWS = tuple(rows("citations.md"))


@pytest.mark.parametrize("row", ROWS, ids=[row.cells["line"] for row in ROWS])
def test_line_is_read_as_the_table_says(row):
    """Every line of citations.md gives the numbers, kinds, dates and the announcement that it says."""
    line = row.cells["line"]
    found = read_citations(line)
    shown = {
        "numbers": " ".join(f"{'~' if item.referenced else ''}{item.number}" for item in found) or "-",
        "kinds": " ".join(item.kind.value for item in found) or "-",
        "dates": " ".join(item.issued_on.isoformat() for item in found if item.issued_on) or "-",
        "announces": announcement(line) or "-",
    }
    assert shown == {name: row.cells[name] for name in shown}
    assert is_announcement(line) == (row.cells["announces"] != "-")

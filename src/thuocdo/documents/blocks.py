"""What every reader yields: the paragraphs and table cells of a document, with their place."""

from typing import NamedTuple


class Block(NamedTuple):
    """One paragraph, or one cell of a real table.

    `text` is NFC with inner white space collapsed; "" is a cell that holds nothing. In a format
    without tables (plain text) `table` is None and each paragraph may be a cell or a part of one;
    a format that knows its tables numbers `table`, `row` and `col` from 1 and joins the
    paragraphs of a cell with line breaks. A merged cell is repeated in every place it covers,
    and `merged` is then the same number in all of them; 0 stands for a cell of its own.
    `heads_page` is the heading of the whole page, in a format that tells it from the others.
    """

    text: str
    line: int = 0
    page: int = 0
    table: int | None = None
    row: int = 0
    col: int = 0
    merged: int = 0
    heads_page: bool = False

    def place(self) -> dict[str, int]:
        """Return where it stands, as the draft's `source` prints it."""
        spots = {"line": self.line, "page": self.page, "table": self.table or 0, "row": self.row}
        return {name: number for name, number in spots.items() if number}

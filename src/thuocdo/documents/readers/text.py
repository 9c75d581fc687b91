"""Plain text: one non-empty line is a paragraph, a line of one non-breaking space is an empty cell."""

from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import clean, decoded

SUFFIXES = (".txt",)


def read(data: bytes) -> list[Block]:
    """Return a block for each non-empty line."""
    text = clean(decoded(data))
    blocks = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        words = line.split()
        if words:
            blocks.append(Block(" ".join(words), number))
        elif "\u00a0" in line:
            blocks.append(Block("", number))
    return blocks

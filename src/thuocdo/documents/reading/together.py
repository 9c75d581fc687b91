"""Lines of plain text that stand right below each other: one cell, where blank lines part the cells."""

from collections.abc import Sequence
from itertools import pairwise

from thuocdo.documents.blocks import Block

_PARTED = 0.6  # of the lines, by a blank one
_FEWEST = 20


def together(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs with the lines of each as one, where blank lines part nearly all of them.

    Where no blank lines are, or each line is a paragraph, nothing tells so, and the lines stay as they are.
    """
    if not are_parted(blocks):
        return list(blocks)
    found: list[Block] = []
    last = 0
    for block in blocks:
        above = found[-1] if found else None
        if above and above.text and block.text and block.line == last + 1:
            found[-1] = above._replace(text=f"{above.text}\n{block.text}")
        else:
            found.append(block)
        last = block.line
    return found


def are_parted(blocks: Sequence[Block]) -> bool:
    """Say whether blank lines part nearly all lines."""
    steps = [below.line - above.line for above, below in pairwise(blocks)]
    return len(steps) >= _FEWEST and sum(step > 1 for step in steps) >= _PARTED * len(steps)

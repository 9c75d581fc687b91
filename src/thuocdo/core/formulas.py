"""Text that a spreadsheet might run as a formula, and how it is made harmless in files that people open."""

import re

GUARDED = frozenset("=+-@\t\r\n\0'＝＋－＠")
"""First signs of a cell that a spreadsheet might run.

The apostrophe is among them, so that dropping a leading one always gives the text back.
"""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet might run it."""
    return f"'{text}" if text[:1] in GUARDED else text


def is_plain_number(text: str) -> bool:
    """Say whether a text is a number as people type it, which no spreadsheet runs."""
    return _NUMBER.fullmatch(text) is not None

"""What is refused before any parser sees an expression: length, letters, comments, nesting."""

import unicodedata
from collections.abc import Iterator

from thuocdo.core.errors import N_, Fault, fault

MAX_LENGTH = 2_000
MAX_NESTING = 24
_OUTSIDE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ \n(),.=<>+-*'")


def check_text(text: str, *, where: str, field: str) -> list[Fault]:
    """Return why this text cannot be an expression; nothing is parsed here.

    Only plain letters, digits and a few signs stand outside of quotes, so comments, semicolons, quoted
    names, escapes, dollar quotes and letters that look like others cannot occur.
    """
    if not text.strip():
        return [fault(where, field, N_("The expression is empty."))]
    if len(text) > MAX_LENGTH:
        return [fault(where, field, N_("The expression has more than {count} letters."), count=MAX_LENGTH)]
    return [fault(where, field, marked, **params) for marked, params in _refusals(text)][:1]


def _refusals(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    if not unicodedata.is_normalized("NFC", text):
        yield N_("A quoted word holds an invisible or unusual character."), {}
    quoted, depth = False, 0
    for position, letter in enumerate(text):
        before = text[position - 1] if position else " "
        if quoted:
            if letter != "'" and not letter.isprintable():
                yield N_("A quoted word holds an invisible or unusual character."), {}
            quoted = letter != "'"
            continue
        if letter not in _OUTSIDE:
            yield N_("The sign {sign} may not stand outside of quotes."), {"sign": _named(letter)}
        if letter == "'":
            if before == "_" or before.isalnum():
                yield N_("Put a space before the quote: prefixes of quoted words are not known here."), {}
            quoted = True
        if letter == "-" and before == "-":
            yield N_("Comments are not known here."), {}
        depth += (letter == "(") - (letter == ")")
        if depth > MAX_NESTING:
            yield N_("More than {count} brackets stand inside each other."), {"count": str(MAX_NESTING)}
            return
    if quoted or depth:
        yield N_("A quote or a bracket is not closed."), {}


def _named(letter: str) -> str:
    return letter if letter.isprintable() and letter.isascii() else f"U+{ord(letter):04X}"

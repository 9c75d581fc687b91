"""What one cell of the file says: a number, a period, yes or no; None where it says nothing of the kind."""

import re
from datetime import date
from decimal import Decimal

from thuocdo.core.dates import month_end, quarter_end
from thuocdo.core.text import fold
from thuocdo.publication.observations.types import Period

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(?:[.,][0-9]{1,18})?")
_PERIOD = re.compile(r"(19|20)[0-9]{2}(?:-?Q[1-4]|-[0-9]{2}(?:-[0-9]{2})?)?")
_SAID = {
    **dict.fromkeys(("", "false", "no", "khong", "0", "a", "normal", "chinh thuc"), False),
    **dict.fromkeys(("true", "yes", "co", "1", "p", "provisional", "so bo"), True),
}
_MONTHS = 3


def number(text: str, mark: str) -> Decimal | None:
    """Return a number whose decimal sign is `mark`; thousands are not grouped, because nobody can be sure."""
    other = "." if mark == "," else ","
    if not _NUMBER.fullmatch(text) or other in text:
        return None
    return Decimal(text.replace(",", "."))


def said(text: str) -> bool | None:
    """Return yes or no, in either language or as SDMX's observation status (A, P)."""
    return _SAID.get(fold(text))


def period(text: str) -> Period | None:
    """Return a year (2025), a quarter (2025-Q2), a month (2025-07) or a day (2025-07-31)."""
    if not _PERIOD.fullmatch(text):
        return None
    year, rest = int(text[:4]), text[4:].lstrip("-")
    if not rest:
        return Period(text, date(year, 1, 1), date(year, 12, 31))
    try:
        if rest.startswith("Q"):
            end = quarter_end(year, int(rest[1]))
            return Period(f"{year}-{rest}", date(year, end.month - _MONTHS + 1, 1), end)
        if "-" in rest:
            day = date.fromisoformat(text)
            return Period(text, day, day)
        return Period(text, date(year, int(rest), 1), month_end(year, int(rest)))
    except ValueError:
        return None

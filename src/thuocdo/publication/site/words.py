"""Numbers, days and shares as people of each language write them."""

from datetime import date, timedelta
from decimal import Decimal

from thuocdo.core.messages import translate
from thuocdo.evaluation.reasons import shown_day


def number(value: Decimal | int | None, language: str, *, sign: bool = False) -> str:
    """Return a number with the language's decimal sign and grouped thousands, "–" for none."""
    if value is None:
        return "–"
    plain = format(value, "+,f" if sign else ",f") if isinstance(value, Decimal) else f"{value:,}"
    plain = plain.replace("-", "−")
    if language == "vi":
        plain = plain.translate(str.maketrans(",.", ".,"))
    return plain


def rounded(value: Decimal | None, decimals: int) -> Decimal | None:
    """Return the value with a fixed number of decimals, half up as statistics offices do."""
    if value is None:
        return None
    return value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")


def percent(part: int, whole: int, language: str) -> str:
    """Return a share with its denominator's absence told: "–" when there is nothing to divide."""
    if whole == 0:
        return "–"
    return number(rounded(Decimal(100 * part) / whole, 0), language) + " %"


def day(value: date | None, language: str) -> str:
    """Return a day, "" for none."""
    return "" if value is None else shown_day(value, language)


def age_in_months(value: date, as_of: date) -> int:
    """Return how many whole months a value is old."""
    # Counting to the day after makes 30 November to 31 May the six months that people count.
    start, end = value + timedelta(days=1), as_of + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(0, months - (1 if end.day < start.day else 0))


def say(message: str, language: str, **params: object) -> str:
    """Return a message in the language with its parameters filled in."""
    return translate(message, language).format(**params)

"""Exact numbers: values are whole numbers of a ten-thousandth, points of the set's last place."""

from decimal import Decimal
from fractions import Fraction

from thuocdo.evaluation.scoring.kinds import Rounds

PLACES = 4
UNIT = 10**PLACES
"""An input value is kept as a whole number of this part of one; a value with more places is refused."""


def scaled(value: Decimal, places: int = PLACES) -> int:
    """Return a decimal as a whole number of its last place; ValueError where something would be cut."""
    made = value.scaleb(places)
    whole = int(made)
    if made != whole:
        raise ValueError(f"{value} has more than {places} decimal places")
    return whole


def decimal(value: int, places: int) -> Decimal:
    """Return a whole number of the last place as the decimal it stands for."""
    return Decimal(value).scaleb(-places)


def rounded(value: Fraction, how: Rounds) -> int:
    """Return a number that is never negative as a whole one."""
    over, under = value.numerator, value.denominator
    return ROUND[how](over, under)


def half_up(over: int, under: int) -> int:
    """Return over ÷ under, a half rounded up."""
    return (2 * over + under) // (2 * under)


def half_even(over: int, under: int) -> int:
    """Return over ÷ under, a half rounded to the even neighbour."""
    whole, rest = divmod(over, under)
    if 2 * rest == under:
        return whole + (whole & 1)
    return whole + (2 * rest > under)


def down(over: int, under: int) -> int:
    """Return over ÷ under, the rest cut off."""
    return over // under


ROUND = {Rounds.HALF_UP: half_up, Rounds.HALF_EVEN: half_even, Rounds.DOWN: down}

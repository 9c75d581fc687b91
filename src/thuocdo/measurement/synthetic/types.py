"""What a made-up register looks like: how many rows, which months, which faults are planted where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thuocdo.core.errors import N_, Invalid
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.places import Level, Tree

LABEL = "MINH HOẠ / ILLUSTRATIVE"
PROVINCES, REGIONS, MINISTRIES = 34, 6, 22
_COMMUNES_OF_100 = 94
_MOST_BODIES = 9_999
# Fewer dossiers come in at Tết and at the year's end.
SEASON = (80, 70, 105, 104, 106, 105, 102, 103, 104, 108, 110, 103)


class Planted(StrEnum):
    """A fault that a register of ours carries on purpose, for what must find it."""

    DUPLICATES = "duplicates"
    IMPOSSIBLE_DATES = "impossible_dates"
    TIMES_HUNDRED = "times_hundred"
    STOPPED = "stopped"
    RENAMED_COLUMN = "renamed_column"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make a register. The same recipe gives the same rows, on every machine.

    `seen` is the month at whose end the register was copied: what was decided later is not in it, so
    a copy seen later corrects every month.
    """

    rows: int
    period: Period
    seen: Month
    bodies: int = 3_400
    seed: int = 1
    planted: Mapping[Month, Planted] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    """Codes of the bodies in place of made-up ones: there are as many, and the first has most rows."""

    def __post_init__(self) -> None:
        """Refuse what cannot be made."""
        if self.rows < 0 or not 1 <= self.many <= _MOST_BODIES:
            raise Invalid(
                N_("A register has 0 or more rows, and from 1 to {most} bodies."),
                params={"most": _MOST_BODIES},
            )

    @property
    def many(self) -> int:
        """Return how many bodies there are."""
        return len(self.codes) or self.bodies

    def rows_of(self) -> Mapping[Month, int]:
        """Return how many rows each month has, by season; together exactly `rows`."""
        months = list(self.period.months())
        weights = [SEASON[month.month - 1] for month in months]
        whole, found, given = sum(weights), {}, 0
        for place, month in enumerate(months, 1):
            until = self.rows * sum(weights[:place]) // whole
            found[month] = until - given
            given = until
        return found

    @property
    def communes(self) -> int:
        """Return how many of the bodies are communes; the others are departments of ministries."""
        return max(1, self.bodies * _COMMUNES_OF_100 // 100)


def body(recipe: Recipe, number: int) -> str:
    """Return the code of a body, from 0; the engine writes the same codes."""
    if recipe.codes:
        return recipe.codes[number]
    if number < recipe.communes:
        return f"T{number % PROVINCES:02d}.X{number:04d}"
    return f"B{number % MINISTRIES:02d}.V{number:04d}"


def tree(recipe: Recipe) -> Tree:
    """Return the places of a made-up register: communes, provinces, regions, ministries and the nation."""
    levels: dict[str, Level] = {"VN": Level.NATION}
    above: dict[str, str] = {}
    for number in range(recipe.bodies):
        code = body(recipe, number)
        parent = code.split(".", maxsplit=1)[0]
        commune = number < recipe.communes
        levels[code] = Level.COMMUNE if commune else Level.BODY
        above[code] = parent
        if commune:
            region = f"V{int(parent[1:]) % REGIONS}"
            levels |= {parent: Level.PROVINCE, region: Level.REGION}
            above |= {parent: region, region: "VN"}
        else:
            levels[parent] = Level.MINISTRY
            above[parent] = "VN"
    return Tree(levels, above)

"""Made-up files of observations, as agencies hand them in."""

import random
from datetime import date

from thuocdo.publication.observations.reading import read_observations
from thuocdo.publication.observations.types import DataSet

AS_OF = date(2026, 1, 5)
HEAD = "indicator,area,year,value,unit"


def table(indicators: int = 3, areas: int = 4, years: int = 2) -> str:
    """Return a file of so many indicators, areas and years, the same every time; its values are invented."""
    chance = random.Random(7)  # noqa: S311  no secret, only the same numbers each time
    lines = [f"{HEAD},numerator,denominator,status,source"]
    for indicator in range(indicators):
        for area in range(areas):
            for year in range(2026 - years, 2026):
                part = chance.randrange(1, 10000)
                state = "P" if year == 2025 else "A"
                lines.append(
                    f"{indicator // 10 + 1}.{indicator % 10 + 1},P{area:02},{year},{part / 100:.2f},%,"
                    f"{part},10000,{state},Survey {year}"
                )
    return "\n".join(lines) + "\n"


def read(text: str | bytes, **changes: object) -> DataSet:
    """Return a file's data set."""
    data = text if isinstance(text, bytes) else text.encode()
    named = {"where": "values.csv", "title": "Values", "publisher": "An office", "as_of": AS_OF}
    return read_observations(data, **{**named, **changes})  # type: ignore[arg-type]

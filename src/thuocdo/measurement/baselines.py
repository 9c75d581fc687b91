"""Values that were published before or beside the programme, with source, period and definition."""

from functools import cache
from pathlib import Path

import msgspec

from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.typed import from_json
from thuocdo.measurement.types import Observation

_DATA = Path(__file__).parent.parent / "programme" / "data"


@cache
def published_baselines(slug: str = "nq03") -> tuple[Observation, ...]:
    """Return the published values of a model programme, read once per process.

    Rows of one quantity (10 and 36) share one series, stored under the earlier row. A
    rival series is marked as such and never decides a verdict.
    """
    path = _DATA / slug / "baselines.json"
    if not slug.isalnum() or not path.is_file():
        raise NotFound(f"There are no published values for the programme {slug!r}.")
    try:
        return from_json(path.read_bytes(), tuple[Observation, ...])
    except msgspec.DecodeError as wrong:
        raise Invalid(f"{path.name} of {slug} cannot be read: {wrong}.") from wrong

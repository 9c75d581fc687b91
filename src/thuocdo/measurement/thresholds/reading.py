"""Reading the cells of the form: parts are typed as per cent, with a comma or a point."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from thuocdo.core.errors import N_, Fault
from thuocdo.measurement.thresholds.rules import (
    COUNTS,
    ORDER,
    SHARES,
    fault,
    percent,
    threshold_faults,
)
from thuocdo.measurement.thresholds.types import NAMES, STANDARD, Thresholds

NO_NUMBER = N_("“{cell}” is no number; write digits only, for example {example}")
_NUMBER = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,4}))?\s*%?")
_WHOLE = re.compile(r"[0-9]{1,6}")
_PLACES = Decimal("0.01")
_SHOWN = 40
_BANDS = frozenset({"on_track_from", "at_risk_from"})


def read_thresholds(cells: Mapping[str, str]) -> tuple[Thresholds | None, tuple[Fault, ...]]:
    """Return the thresholds of a form, or None with everything that is wrong with them, all at once."""
    found: dict[str, Decimal | int] = {}
    faults = []
    for name in NAMES:
        cell = cells.get(name, "").strip()[:_SHOWN]
        value = _share(cell) if name in SHARES else _count(cell)
        if value is None:
            faults.append(fault(name, NO_NUMBER, cell=cell, example="90" if name in SHARES else "30"))
        else:
            found[name] = value
    # What could not be read is judged as the standard, and those faults are left away.
    thresholds = replace(STANDARD, **found)  # type: ignore[arg-type]  # each name got its kind above
    faults.extend(
        each
        for each in threshold_faults(thresholds)
        if each.field in found and (each.template != ORDER or found.keys() >= _BANDS)
    )
    return (None, tuple(faults)) if faults else (thresholds, ())


def cells_of(thresholds: Thresholds) -> dict[str, str]:
    """Return the cells of a form that says these thresholds."""
    return {
        **{name: percent(getattr(thresholds, name)) for name in SHARES},
        **{name: str(getattr(thresholds, name)) for name in COUNTS},
    }


def _share(cell: str) -> Decimal | None:
    found = _NUMBER.fullmatch(cell)
    if found is None:
        return None
    value = Decimal(f"{found[1]}.{found[2] or 0}") / 100
    return value.quantize(_PLACES) if value == value.quantize(_PLACES) else value


def _count(cell: str) -> int | None:
    return int(cell) if _WHOLE.fullmatch(cell) else None

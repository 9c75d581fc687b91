"""Which body belongs to which: commune, province, region, nation, and ministry, as a tree for a month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.declared import refuse


class Level(StrEnum):
    """The levels for which numbers are given."""

    BODY = "body"
    COMMUNE = "commune"
    PROVINCE = "province"
    REGION = "region"
    MINISTRY = "ministry"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class Tree:
    """Every unit with its level and the unit above it, as they stand at one time.

    A number for "the province as it is now" rolls all months up by today's tree; "as it was then" rolls
    each month up by its own.
    """

    levels: Mapping[str, Level]
    above: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a tree that names unknown units or runs in a circle."""
        faults: list[Fault] = []
        for unit, parent in self.above.items():
            faults += [
                fault(unit, None, N_("The unit {unit} has no level."), unit=name)
                for name in (unit, parent)
                if name not in self.levels
            ]
            if self._circles(unit):
                faults.append(fault(unit, None, N_("The units above {unit} run in a circle."), unit=unit))
        refuse(faults)

    def line(self, unit: str) -> tuple[str, ...]:
        """Return the unit and all above it; a body that the tree does not know stands for itself alone."""
        found = [unit]
        while (parent := self.above.get(found[-1])) is not None:
            found.append(parent)
        return tuple(found)

    def _circles(self, unit: str) -> bool:
        seen = {unit}
        while (parent := self.above.get(unit)) is not None:
            if parent in seen:
                return True
            seen.add(parent)
            unit = parent
        return False

"""The numbers that an office may choose: from when a verdict is on track, and how early it warns."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How early the rules warn; they never make anything done, claimed or a task late.

    `on_track_from` and `at_risk_from` are parts of the way due, for indicators. For tasks:
    `draft_share` of the time may be used without a draft, an obstacle may stay open for
    `obstacle_days`, and more than `plan_months` before the due day a plan has to be there. The
    defaults are the numbers that the rules had before an office could choose.
    """

    on_track_from: Decimal = Decimal("0.95")
    at_risk_from: Decimal = Decimal("0.60")
    draft_share: Decimal = Decimal("0.80")
    obstacle_days: int = 30
    plan_months: int = 12


STANDARD = Thresholds()
"""What holds where nobody has chosen anything else."""

NAMES = tuple(each.name for each in fields(Thresholds))


class SetState(StrEnum):
    """Where a set stands: only an approved one ever comes into force."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ThresholdSet:
    """One set in time: from which day it applies, who proposed it and why, and who decided."""

    id: str
    thresholds: Thresholds
    applies_from: date
    reason: str
    state: SetState
    proposed_by: str
    proposed_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""

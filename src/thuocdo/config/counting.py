"""What this system counts for the units of an assessment: the rules of scoring over the programme's facts."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.conf import settings

from thuocdo.assessments.periods import Stretch
from thuocdo.config.current import Known, known, today
from thuocdo.evaluation.scoring.counting import Counts, count
from thuocdo.evaluation.scoring.counts import Span

_last: list[tuple[Known, Counts]] = []
"""The facts that were counted last: they stay the same object as long as nothing was recorded."""


def counted(
    units: Collection[str], stretch: Stretch, names: Collection[str]
) -> Mapping[str, Mapping[str, Decimal]]:
    """Return what is counted in a period for each body; a unit that is no body of the register has none."""
    current = known(settings.THUOCDO_PROGRAMME, as_of=today())
    bodies = {each.code for each in current.facts.register.agencies}
    counts = _counts(current)
    span = Span(stretch.starts_on, stretch.ends_on)
    found: dict[str, dict[str, Decimal]] = {}
    for unit in units:
        own = counts.inputs(unit, span) if unit in bodies else {}
        found[unit] = {name: Decimal(own.get(name, 0)) for name in names} if unit in bodies else {}
    return found


def _counts(current: Known) -> Counts:
    for facts, counts in _last:
        if facts is current:
            return counts
    made = count(current.facts, current.verdicts)
    _last[:] = [(current, made)]
    return made

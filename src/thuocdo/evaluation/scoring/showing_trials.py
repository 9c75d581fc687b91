"""What a set would do, as plain data and as lines of text: who would move, and how totals would spread."""

from collections.abc import Sequence
from typing import Any

from thuocdo.evaluation.scoring.showing import decimal_text, say
from thuocdo.evaluation.scoring.simulating import Simulation
from thuocdo.evaluation.scoring.types import CriteriaSet, Skipping
from thuocdo.evaluation.scoring.versions import Moved


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


_UNITS = _("{units} units, {without} of them without a total.")
_DECILES = _("Totals, from the lowest by tenths of the units to the highest: {totals}")
_AT_LEVEL = _("{level}: {count} units")
_SAME = _("Pillars {one} and {two} go together by {value} (1: they say the same).")
_SWING = _(
    "Pillar {pillar}: a fifth less weight moves {less} % of the units to another level, more {more} %."
)
_MOVED = _("{count} of {units} units would move.")
_MOVES = _("{unit}: {old} {old_level} → {new} {new_level}")
_TOO_MUCH = _(
    "{count} units have no total: more than {most} % of the points do not apply to them "
    "(not_applicable.at_most, {default} where the set says nothing)."
)
_LEFT_OUT = _("Criteria that do not apply to these units: {criteria}")
_AWAITED = _("Totals wait for values (missing: no_total) in: {criteria}")
_IDLE = _("Every unit has the same points in: {criteria}")


def moved_plain(found: Sequence[Moved], units: int) -> dict[str, Any]:
    """Return what would move under another version, as plain data."""
    return {
        "units": units,
        "moved": [
            {
                "unit": each.unit,
                "period": each.period,
                "old": decimal_text(each.old),
                "new": decimal_text(each.new),
                "old_level": each.old_level,
                "new_level": each.new_level,
            }
            for each in found
        ],
    }


def moved_lines(found: Sequence[Moved], units: int, language: str) -> list[str]:
    """Return what would move under another version, in the order of names."""
    lines = [say(_MOVED, language, count=len(found), units=units)]
    for each in sorted(found, key=lambda each: (each.period, each.unit)):
        name = " ".join(filter(None, (each.unit, each.period)))
        old, new = (decimal_text(value) or "–" for value in (each.old, each.new))
        shown = {
            "unit": name,
            "old": old,
            "new": new,
            "old_level": each.old_level,
            "new_level": each.new_level,
        }
        lines.append(say(_MOVES, language, **shown).rstrip())
    return lines


def simulation_plain(found: Simulation) -> dict[str, Any]:
    """Return a simulation as plain data."""
    return {
        "units": found.units,
        "without_total": found.without_total,
        "deciles": [str(each) for each in found.deciles],
        "levels": dict(found.levels),
        "correlations": [[one, two, str(value)] for one, two, value in found.correlations],
        "swings": [[name, str(less), str(more)] for name, less, more in found.swings],
        "idle": list(found.idle),
        "too_much_left_out": found.too_much,
        "left_out": dict(found.left_out),
        "awaited": dict(found.awaited),
    }


def simulation_lines(found: Simulation, given: CriteriaSet, language: str) -> list[str]:
    """Return a simulation in sentences; of units without a total also why they have none."""
    lines = [say(_UNITS, language, units=found.units, without=found.without_total)]
    if found.too_much:
        most, default = given.not_applicable.at_most, Skipping().at_most
        lines.append(say(_TOO_MUCH, language, count=found.too_much, most=most, default=default))
        lines.append(say(_LEFT_OUT, language, criteria=_counted(found.left_out)))
    if found.awaited:
        lines.append(say(_AWAITED, language, criteria=_counted(found.awaited)))
    lines.append(say(_DECILES, language, totals="  ".join(map(str, found.deciles))))
    lines += [say(_AT_LEVEL, language, level=level, count=count) for level, count in found.levels]
    lines += [say(_SAME, language, one=one, two=two, value=value) for one, two, value in found.correlations]
    lines += [say(_SWING, language, pillar=name, less=less, more=more) for name, less, more in found.swings]
    if found.idle:
        lines.append(say(_IDLE, language, criteria=", ".join(found.idle)))
    return lines


def _counted(found: Sequence[tuple[str, int]]) -> str:
    """Return criteria with how many units they stand for."""
    return ", ".join(f"{name} ({count})" for name, count in found)

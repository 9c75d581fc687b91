"""Scores as plain data and as lines of text: one table for each kind of unit, in the order of names."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from thuocdo.core.messages import translate
from thuocdo.evaluation.scoring.columns import WAITING
from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.explaining import Line, awaited, explain
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import fingerprint
from thuocdo.evaluation.scoring.simulating import Simulation
from thuocdo.evaluation.scoring.steps import Step, next_steps
from thuocdo.evaluation.scoring.totals import ABSENT
from thuocdo.evaluation.scoring.types import CriteriaSet, Share, Words
from thuocdo.evaluation.scoring.versions import Moved
from thuocdo.evaluation.scoring.words import TYPE_WORDS, reason_words, spoken

FEW = 5
_MARK = "*"
_NAME, _CELL = 36, 9


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


_SMALL = _("{mark} A share of this unit counts fewer than {few} cases; one case moves it far.")
_HEAD = _("{title}, version {version} ({set}, {print})")
_SOURCE = _("Source: {document}. {note}")
_COUNTS = _("{pillars} pillars, {criteria} criteria, {total} points in all.")
_TOTAL, _OF, _LEVEL = _("Total"), _("applies"), _("Level")
_NO_TOTAL = _("no total: {why}")
_WAITS, _GONE = _("waits for {criteria}"), _("did not exist in this period")
_STEPS = _("Steps that would gain most:")
_STEP = _("+{gain}: {title}, from {now} to {to}")
_STEP_MORE = _("+{gain}: {title}, from {now} to {to} ({more} more)")
_STEP_PROOF = _("+{gain}: {title}, by handing in the evidence")
_STEP_ALL = _("+{gain}: {title}, now {now}")
_SPREAD = _("Experts gave {low} to {high}.")
_UNITS = _("{units} units, {without} of them without a total.")
_DECILES = _("Totals, from the lowest by tenths of the units to the highest: {totals}")
_AT_LEVEL = _("{level}: {count} units")
_SAME = _("Pillars {one} and {two} go together by {value} (1: they say the same).")
_SWING = _(
    "Pillar {pillar}: a fifth less weight moves {less} % of the units to another level, more {more} %."
)
_MOVED = _("{count} of {units} units would move.")
_MOVES = _("{unit}: {old} {old_level} → {new} {new_level}")
_IDLE = _("Every unit has the same points in: {criteria}")


def _say(message: str, language: str, **params: object) -> str:
    shown = {
        name: spoken(str(value), language) if isinstance(value, Decimal) or name in _NUMBERS else value
        for name, value in params.items()
    }
    return translate(message, language).format(**shown)


_NUMBERS = frozenset({"gain", "now", "to", "low", "high", "old", "new", "totals", "total"})


def in_language(words: Words, language: str) -> str:
    """Return a text in a language."""
    return words.vi if language == "vi" else words.en


def set_plain(given: CriteriaSet) -> dict[str, Any]:
    """Return what a set is, as plain data."""
    return {
        "set": given.set,
        "version": given.version,
        "sha256": fingerprint(given),
        "standing": given.standing.value,
        "certainty": given.source.certainty.value,
        "criteria": len(given.criteria),
        "total": str(given.total),
    }


def set_lines(given: CriteriaSet, language: str) -> list[str]:
    """Return what a set is: name, version, source, standing and size."""
    counts = {"pillars": len(given.pillars), "criteria": len(given.criteria), "total": given.total}
    return [
        *_head(given, language),
        f"{given.standing.value} · {given.source.certainty.value}",
        _say(_COUNTS, language, **counts),
    ]


def _head(given: CriteriaSet, language: str) -> list[str]:
    title = in_language(given.title, language)
    shown = {"title": title, "version": given.version, "set": given.set, "print": fingerprint(given)[:12]}
    note = in_language(given.source.note, language)
    return [
        _say(_HEAD, language, **shown),
        _say(_SOURCE, language, document=given.source.document, note=note),
    ]


def table_plain(scored: Scored, rows: Iterable[int]) -> dict[str, Any]:
    """Return the results of some rows as plain data; numbers are decimal texts."""
    return {**set_plain(scored.criteria_set), "units": [row_plain(scored, row) for row in rows]}


def row_plain(scored: Scored, row: int) -> dict[str, Any]:
    """Return the result of one row as plain data."""
    found, given = explain(scored, row), scored.criteria_set
    return {
        "unit": found.unit,
        "type": scored.table.unit_of(row).type.value,
        "period": found.period,
        "total": _text(found.total),
        "possible": _text(found.possible),
        "level": found.level,
        "few_cases": is_small(scored, row),
        "reasons": [{"code": each.code, **each.params} for each in found.reasons],
        "pillars": {each.pillar: _text(each.points) for each in found.pillars},
        "criteria": {line.criterion: _text(line.points) for line in found.lines},
        "places": given.rounding.places,
    }


def unit_plain(scored: Scored, row: int) -> dict[str, Any]:
    """Return every point of a unit as plain data."""
    found = explain(scored, row)
    return {
        **set_plain(scored.criteria_set),
        **row_plain(scored, row),
        "lines": [
            {
                "criterion": line.criterion,
                "points": _text(line.points),
                "most": str(line.most),
                "lost": str(line.lost),
                "measure": line.measure,
                "reasons": [{"code": each.code, **each.params} for each in line.reasons],
            }
            for line in found.lines
        ],
        "next_steps": [
            {"criterion": step.criterion, "gain": str(step.gain), "to": step.to, "more": step.more}
            for step in next_steps(scored, row)
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _of(points: Decimal | None, most: Decimal, language: str) -> str:
    """Return points out of the most, as people write it."""
    return spoken(f"{_text(points) or '–'}/{most}", language)


def table_lines(scored: Scored, rows: Sequence[int], language: str) -> list[str]:
    """Return one table for each kind of unit, its lines by name and without rank."""
    lines = _head(scored.criteria_set, language)
    kinds: dict[UnitType, list[int]] = {}
    for row in rows:
        if scored.totals[row].total != ABSENT:
            kinds.setdefault(scored.table.unit_of(row).type, []).append(row)
    small = False
    for kind in scored.criteria_set.units:
        if kind in kinds:
            lines += ["", translate(TYPE_WORDS[kind], language), *_table(scored, kinds[kind], language)]
            small = small or any(is_small(scored, row) for row in kinds[kind])
    if small:
        lines += ["", _say(_SMALL, language, mark=_MARK, few=FEW)]
    return lines


def _table(scored: Scored, rows: list[int], language: str) -> Iterator[str]:
    pillars = [each.id for each in scored.criteria_set.pillars]
    heads = [*pillars, translate(_TOTAL, language), translate(_OF, language)]
    yield (
        " " * _NAME
        + "".join(each[: _CELL - 1].rjust(_CELL) for each in heads)
        + "  "
        + translate(_LEVEL, language)
    )
    names = {each.id: in_language(each.title, language) for each in scored.criteria_set.levels}
    for row in sorted(rows, key=lambda row: _name(scored, row)):
        total = scored.totals[row]
        cells = [
            spoken(_cell(scored, each), language) for each in (*total.pillars, total.total, total.possible)
        ]
        level = names.get(scored.levels[row][0], "") if total.total >= 0 else _why(scored, row, language)
        mark = f" {_MARK}" if is_small(scored, row) else ""
        yield (
            f"{_name(scored, row)[: _NAME - 1]:<{_NAME}}"
            + "".join(each.rjust(_CELL) for each in cells)
            + f"  {level}{mark}"
        ).rstrip()


def _name(scored: Scored, row: int) -> str:
    unit = scored.table.unit_of(row)
    return unit.name or unit.id


def _cell(scored: Scored, value: int) -> str:
    return "–" if value < 0 else format(decimal(value, scored.criteria_set.rounding.places), "f")


def _why(scored: Scored, row: int, language: str) -> str:
    """Return why a row has no total."""
    if scored.totals[row].total == WAITING:
        why = _say(_WAITS, language, criteria=", ".join(awaited(scored, row)))
    elif scored.totals[row].total == ABSENT:
        why = translate(_GONE, language)
    else:
        why = " ".join(reason_words(each, language) for each in explain(scored, row).reasons)
    return _say(_NO_TOTAL, language, why=why)


def is_small(scored: Scored, row: int) -> bool:
    """Say whether a share of the row counts fewer than five cases."""
    return bool(small_criteria(scored, row))


def small_criteria(scored: Scored, row: int) -> frozenset[str]:
    """Return the criteria of a row whose share counts fewer than five cases."""
    table, unit = scored.table, scored.table.unit_of(row)
    found = set()
    for place, criterion in enumerate(scored.criteria_set.criteria):
        rule = criterion.rule(unit.type, unit.phase)
        if rule is None or scored.points[place][row] < 0 or not isinstance(rule.measure, Share):
            continue
        names = rule.measure.out_of
        cells = [(sign, table.column(name)[row], table.parts.get(name, 1)) for sign, own in
                 ((1, names.plus), (-1, names.minus)) for name in own]  # fmt: skip
        whole = sum(sign * Decimal(cell) / parts for sign, cell, parts in cells if isinstance(cell, int))
        if 0 < whole < FEW:
            found.add(criterion.id)
    return frozenset(found)


def unit_lines(scored: Scored, row: int, language: str) -> list[str]:
    """Return every point of a unit with what was lost and why, and the next steps."""
    found, given = explain(scored, row), scored.criteria_set
    level = next((in_language(each.title, language) for each in given.levels if each.id == found.level), "")
    total = (
        _why(scored, row, language)
        if found.total is None
        else _of(found.total, given.total, language) + f" {level}"
    )
    lines = [
        *_head(given, language),
        "",
        " ".join(filter(None, (_name(scored, row), found.period))) + f": {total}",
    ]
    lines += [reason_words(each, language) for each in found.reasons if found.total is not None]
    own = iter(found.lines)
    for pillar, this in zip(found.pillars, given.pillars, strict=True):
        title = in_language(pillar.title, language)
        lines += ["", f"{pillar.pillar}. {title}: {_of(pillar.points, pillar.most, language)}"]
        lines += [f"  {reason_words(each, language)}" for each in pillar.reasons]
        lines += [each for _criterion in this.criteria for each in _line(next(own), language)]
    steps = next_steps(scored, row)
    if steps:
        titles = {each.id: in_language(each.title, language) for each in given.criteria}
        lines += ["", translate(_STEPS, language)]
        lines += [f"  {_step(each, titles[each.criterion], language)}" for each in steps]
    return lines


def _line(line: Line, language: str) -> Iterator[str]:
    points = _of(line.points, line.most, language)
    yield f"  {line.criterion} {in_language(line.title, language)}: {points}"
    for reason in line.reasons:
        yield f"      {reason_words(reason, language)}"
    if line.spread is not None:
        low, high = (format(each.normalize(), "f") for each in line.spread)
        yield f"      {_say(_SPREAD, language, low=low, high=high)}"


def _step(step: Step, title: str, language: str) -> str:
    sentence = _STEP_PROOF if step.evidence else _STEP_MORE if step.more else _STEP if step.to else _STEP_ALL
    shown = {"gain": step.gain, "title": title, "now": step.now or "–", "to": step.to, "more": step.more}
    return _say(sentence, language, **shown)


def moved_plain(found: Sequence[Moved], units: int) -> dict[str, Any]:
    """Return what would move under another version, as plain data."""
    return {
        "units": units,
        "moved": [
            {
                "unit": each.unit,
                "period": each.period,
                "old": _text(each.old),
                "new": _text(each.new),
                "old_level": each.old_level,
                "new_level": each.new_level,
            }
            for each in found
        ],
    }


def moved_lines(found: Sequence[Moved], units: int, language: str) -> list[str]:
    """Return what would move under another version, in the order of names."""
    lines = [_say(_MOVED, language, count=len(found), units=units)]
    for each in sorted(found, key=lambda each: (each.period, each.unit)):
        name = " ".join(filter(None, (each.unit, each.period)))
        old, new = (_text(value) or "–" for value in (each.old, each.new))
        shown = {
            "unit": name,
            "old": old,
            "new": new,
            "old_level": each.old_level,
            "new_level": each.new_level,
        }
        lines.append(_say(_MOVES, language, **shown).rstrip())
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
    }


def simulation_lines(found: Simulation, language: str) -> list[str]:
    """Return a simulation in sentences."""
    lines = [_say(_UNITS, language, units=found.units, without=found.without_total)]
    lines.append(_say(_DECILES, language, totals="  ".join(map(str, found.deciles))))
    lines += [_say(_AT_LEVEL, language, level=level, count=count) for level, count in found.levels]
    lines += [_say(_SAME, language, one=one, two=two, value=value) for one, two, value in found.correlations]
    lines += [_say(_SWING, language, pillar=name, less=less, more=more) for name, less, more in found.swings]
    if found.idle:
        lines.append(_say(_IDLE, language, criteria=", ".join(found.idle)))
    return lines

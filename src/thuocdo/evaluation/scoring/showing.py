"""Scores as plain data and as lines of text: one table for each kind of unit, in the order of names."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from thuocdo.core.messages import translate
from thuocdo.evaluation.scoring.columns import WAITING
from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.explaining import Line, awaited, explain
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import fingerprint
from thuocdo.evaluation.scoring.remarks import (
    FEW,
    beyond,
    is_small,
    judged,
    not_handed_in,
    without_data,
)
from thuocdo.evaluation.scoring.sheets import read_inputs
from thuocdo.evaluation.scoring.steps import Step, next_steps
from thuocdo.evaluation.scoring.table import Unit
from thuocdo.evaluation.scoring.totals import ABSENT, NO_DATA, NOT_JUDGED
from thuocdo.evaluation.scoring.types import CriteriaSet, Words
from thuocdo.evaluation.scoring.words import TYPE_WORDS, reason_words, spoken

ILLUSTRATIVE = "MINH HOẠ / ILLUSTRATIVE"
_MARK = "*"
_NAME, _CELL, _CODE = 36, 9, 20


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
_NOTHING = _("no data in this period")
_PERIOD = _("Period: {period}")
_WITHOUT_DATA = _("No data in this period, so not judged: {units}")
_NOT_HANDED_IN = _("Nobody handed in:")
_BEYOND = _("{unit}, {criterion}: {part} of {whole} is more than the whole; it counts as 100 %.")
_STEPS = _("Steps that would gain most:")
_STEP = _("+{gain}: {title}, from {now} to {to}")
_STEP_MORE = _("+{gain}: {title}, from {now} to {to} ({more} more)")
_STEP_PROOF = _("+{gain}: {title}, by handing in the evidence")
_STEP_ALL = _("+{gain}: {title}, now {now}")
_SPREAD, _SAME_SCORES = _("Experts gave {low} to {high}."), _("Experts gave {low}.")


def say(message: str, language: str, **params: object) -> str:
    """Return a sentence in a language, its numbers as people of the language write them."""
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
        say(_COUNTS, language, **counts),
    ]


def _head(given: CriteriaSet, language: str) -> list[str]:
    title = in_language(given.title, language)
    shown = {"title": title, "version": given.version, "set": given.set, "print": fingerprint(given)[:12]}
    note = in_language(given.source.note, language)
    return [
        say(_HEAD, language, **shown),
        say(_SOURCE, language, document=given.source.document, note=note),
    ]


def table_plain(scored: Scored, rows: Sequence[int]) -> dict[str, Any]:
    """Return the results of some rows as plain data; numbers are decimal texts."""
    own = [row for row in rows if scored.totals[row].total != NO_DATA]
    return {
        **set_plain(scored.criteria_set),
        "units": [row_plain(scored, row) for row in own],
        **remarks_plain(scored, rows),
    }


def remarks_plain(scored: Scored, rows: Sequence[int]) -> dict[str, Any]:
    """Return what to know of some rows beside their points, as plain data."""
    return {
        "remarks": list(scored.table.remarks),
        "illustrative": scored.table.illustrative,
        "without_data": [unit.id for unit in without_data(scored, rows)],
        "not_handed_in": list(not_handed_in(scored, rows)),
        "beyond_whole": [
            {"unit": each.unit, "criterion": each.criterion, "part": each.part, "whole": each.whole}
            for each in beyond(scored, rows)
        ],
    }


def row_plain(scored: Scored, row: int) -> dict[str, Any]:
    """Return the result of one row as plain data."""
    found, given = explain(scored, row), scored.criteria_set
    return {
        "unit": found.unit,
        "type": scored.table.unit_of(row).type.value,
        "period": found.period,
        "total": decimal_text(found.total),
        "possible": decimal_text(found.possible),
        "level": found.level,
        "few_cases": is_small(scored, row),
        "reasons": [{"code": each.code, **each.params} for each in found.reasons],
        "pillars": {each.pillar: decimal_text(each.points) for each in found.pillars},
        "criteria": {line.criterion: decimal_text(line.points) for line in found.lines},
        "places": given.rounding.places,
    }


def unit_plain(scored: Scored, row: int) -> dict[str, Any]:
    """Return every point of a unit as plain data."""
    found = explain(scored, row)
    return {
        **set_plain(scored.criteria_set),
        **row_plain(scored, row),
        "remarks": list(scored.table.remarks),
        "illustrative": scored.table.illustrative,
        "lines": [
            {
                "criterion": line.criterion,
                "points": decimal_text(line.points),
                "most": str(line.most),
                "lost": str(line.lost),
                "measure": line.measure,
                "reasons": [{"code": each.code, **each.params} for each in line.reasons],
            }
            for line in found.lines
            if scored.totals[row].total not in NOT_JUDGED
        ],
        "next_steps": [
            {"criterion": step.criterion, "gain": str(step.gain), "to": step.to, "more": step.more}
            for step in next_steps(scored, row)
        ],
    }


def decimal_text(value: Decimal | None) -> str | None:
    """Return a number as decimal text; nothing where there is none."""
    return None if value is None else format(value, "f")


def _of(points: Decimal | None, most: Decimal, language: str) -> str:
    """Return points out of the most, as people write it."""
    return spoken(f"{decimal_text(points) or '–'}/{most}", language)


def table_lines(scored: Scored, rows: Sequence[int], language: str) -> list[str]:
    """Return one table for each kind of unit, its lines by name and without rank."""
    lines = [*_head(scored.criteria_set, language), *data_lines(scored, rows, language)]
    kinds: dict[UnitType, list[int]] = {}
    for row in judged(scored, rows):
        kinds.setdefault(scored.table.unit_of(row).type, []).append(row)
    for kind in scored.criteria_set.units:
        if kind in kinds:
            lines += ["", translate(TYPE_WORDS[kind], language), *_table(scored, kinds[kind], language)]
    lines += remark_lines(scored, rows, language)
    if any(is_small(scored, row) for own in kinds.values() for row in own):
        lines += ["", say(_SMALL, language, mark=_MARK, few=FEW)]
    return lines


def data_lines(scored: Scored, rows: Sequence[int], language: str) -> list[str]:
    """Return which period it is, and what stands above the data."""
    period = scored.table.periods[rows[0] // len(scored.table.units)] if rows else ""
    return [*([say(_PERIOD, language, period=period)] if period else []), *above_lines(scored)]


def above_lines(scored: Scored) -> list[str]:
    """Return what stands above the data, and the mark where it is illustrative."""
    return [*scored.table.remarks, *([ILLUSTRATIVE] if scored.table.illustrative else [])]


def remark_lines(scored: Scored, rows: Sequence[int], language: str) -> list[str]:
    """Return what to know of some rows beside their points: what is missing, and shares beyond the whole."""
    missing, names = without_data(scored, rows), not_handed_in(scored, rows)
    known = read_inputs(scored.criteria_set)
    lines = []
    if missing:
        units = ", ".join(_with_name(unit) for unit in missing)
        lines.append(say(_WITHOUT_DATA, language, units=units))
    if names:
        lines.append(translate(_NOT_HANDED_IN, language))
        lines += [f"  {name}: {in_language(known[name].title, language)}" for name in names]
    for each in beyond(scored, rows):
        shown = {"unit": each.unit, "criterion": each.criterion, "part": each.part, "whole": each.whole}
        lines.append(say(_BEYOND, language, **shown))
    return ["", *lines] if lines else []


def _with_name(unit: Unit) -> str:
    return f"{unit.id} ({unit.name})" if unit.name not in {"", unit.id} else unit.id


def _table(scored: Scored, rows: list[int], language: str) -> Iterator[str]:
    pillars = [each.id for each in scored.criteria_set.pillars]
    heads = [*pillars, translate(_TOTAL, language), translate(_OF, language)]
    units = [scored.table.unit_of(row) for row in rows]
    named = any(unit.name not in {"", unit.id} for unit in units)
    code = min(_CODE, max(len(unit.id) for unit in units)) if named else 0
    yield (
        " " * (_NAME + code)
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
            f"{_name(scored, row)[: _NAME - 1]:<{_NAME}}{scored.table.unit_of(row).id[:code]:<{code}}"
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
        why = say(_WAITS, language, criteria=", ".join(awaited(scored, row)))
    elif scored.totals[row].total in NOT_JUDGED:
        why = translate(_GONE if scored.totals[row].total == ABSENT else _NOTHING, language)
    else:
        why = " ".join(reason_words(each, language) for each in explain(scored, row).reasons)
    return say(_NO_TOTAL, language, why=why)


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
        *above_lines(scored),
        "",
        " ".join(filter(None, (_name(scored, row), found.period))) + f": {total}",
    ]
    if scored.totals[row].total in NOT_JUDGED:
        return lines
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
        yield f"      {say(_SAME_SCORES if low == high else _SPREAD, language, low=low, high=high)}"


def _step(step: Step, title: str, language: str) -> str:
    sentence = _STEP_PROOF if step.evidence else _STEP_MORE if step.more else _STEP if step.to else _STEP_ALL
    shown = {"gain": step.gain, "title": title, "now": step.now or "–", "to": step.to, "more": step.more}
    return say(sentence, language, **shown)

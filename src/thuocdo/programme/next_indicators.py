"""The indicator rows of a new version: those that go on, those that are new and those that ended."""

from dataclasses import replace

from thuocdo.core.text import clean
from thuocdo.documents.types import DraftIndicator
from thuocdo.programme.drafted import indicator_words, pair_indicators, same_targets
from thuocdo.programme.making import Making, free_code, short_name
from thuocdo.programme.measures import kind, lower_is_better, unit_key
from thuocdo.programme.types import Indicator, IndicatorKind


def next_indicators(making: Making) -> tuple[Indicator, ...]:
    """Return the rows in the order of the act; those that it drops stand last, marked with it."""
    parents = {row.parent for row in making.draft.indicators if row.parent}
    if making.before is None:
        return tuple(_new_row(row, making, row.code, parents) for row in making.draft.indicators)
    before = making.before
    pairs = pair_indicators(
        before, making.draft, making.names, partial=making.partial, renumbered=making.renumbered
    )
    ended = {
        row.key: replace(row, replaced_by=making.act.number, replaced_on=making.act.effective_on)
        for row in pairs.dropped
    }
    going = {_number(row): _next_row(item, row, making) for item, row, _ in pairs.together}
    keys = {row.key for row in before.indicators}
    new = {
        _number(row): _new_row(
            row, making, free_code(row.code, taken=_number(row) in keys, act=making.act), parents
        )
        for row in pairs.added
    }
    if making.partial:
        by_key = ended | {row.key: row for row in going.values()}
        return (*(by_key.get(row.key, row) for row in before.indicators), *new.values())
    printed = going | new
    older = [row for row in before.indicators if row.replaced_by]
    return (*(printed[_number(row)] for row in making.draft.indicators), *ended.values(), *older)


def _number(row: DraftIndicator) -> str:
    return f"{row.code}@{row.horizon}"


def _new_row(row: DraftIndicator, making: Making, code: str, parents: set[str]) -> Indicator:
    words = indicator_words(row, making.names)
    found = kind(words, has_rows_below=row.code in parents)
    name = short_name(words.title)
    gap = {IndicatorKind.WORDS: "words_only", IndicatorKind.HEADER: ""}.get(found, "no_definition")
    return Indicator(
        code=code,
        horizon=row.horizon or 0,
        name_vi=name,
        name_en=name,
        kind=found,
        unit=unit_key(words.unit),
        unit_vi=words.unit or "",
        unit_en=words.unit or "",
        lower_is_better=lower_is_better(words.targets, found),
        targets=words.targets,
        monitors=words.monitors,
        parent=words.parent,
        gap=gap,
        gap_owner=words.monitors[0] if gap and words.monitors else "",
        title=words.title,
        target_text=words.target_text,
        printed="" if code == row.code else row.code,
    )


def _next_row(item: Indicator, row: DraftIndicator, making: Making) -> Indicator:
    words = indicator_words(row, making.names, item, partial=making.partial)
    going = replace(
        item,
        title=words.title,
        target_text=words.target_text,
        targets=item.targets if same_targets(item.targets, words.targets) else words.targets,
        monitors=words.monitors,
        parent=words.parent,
        printed="" if row.code == item.code else row.code,
    )
    if item.title is None or words.unit is None or clean(words.unit) == clean(item.unit_vi):
        return going
    found = kind(words, has_rows_below=item.kind is IndicatorKind.HEADER)
    return replace(
        going,
        kind=found,
        unit=unit_key(words.unit),
        unit_vi=words.unit,
        unit_en=words.unit,
        lower_is_better=lower_is_better(words.targets, found),
    )

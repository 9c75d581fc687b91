"""The page "How we read each indicator", written from the catalogue so that it cannot drift."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from thuocdo.core.messages import translate
from thuocdo.core.typed import from_json
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.rules import responsible_on
from thuocdo.programme.types import Indicator, IndicatorKind, Programme, Register, Target

_DATA = Path(__file__).parent / "data"
_PAGE = Path(__file__).parents[3] / "docs" / "how-we-read-each-indicator.md"

KINDS = {
    IndicatorKind.LEVEL: "level on a path",
    IndicatorKind.RANK: "rank",
    IndicatorKind.COUNT: "running count",
    IndicatorKind.GROWTH: "yearly growth",
    IndicatorKind.KEEP_ABOVE: "kept above",
    IndicatorKind.AVERAGE: "average of years",
    IndicatorKind.WORDS: "words only",
    IndicatorKind.HEADER: "heading",
}
"""How progress is judged, as an English message; translated through the message catalogues."""

GAPS = {
    "": "–",
    "words_only": "a measure: the target is words",
    "no_definition": "a definition",
    "criteria_missing": "criteria for what counts",
    "no_baseline": "a value from before the programme",
    "no_published_series": "a published series",
    "no_published_list": "a published list",
    "no_rank_published": "a published rank",
}
"""What keeps a row from a verdict today, by reason code, as an English message."""

STANDINGS = {
    "declared": "",
    "rival": "rival",
    "related": "related",
    "interim_target": "interim target",
}

_COLUMNS = (
    "Row",
    "Name",
    "Kind",
    "Unit",
    "As printed",
    "As read",
    "Monitor then and now",
    "Every, months",
    "Published values",
    "Missing, owed by",
    "Why we read it so",
)
_WRITTEN = (
    "Written by `python -m thuocdo.programme.indicator_page --write` from the catalogue; do not edit by hand."
)
_SUMMARY = (
    "{number} has {total} indicator rows; {able} of them can reach a verdict once values come, {words} are "
    "words and {headers} is a heading. The names are our own short words."
)
_RULES = (
    (
        "A bare number carries no comparator in the document: it is read “at least”, and “at most” where "
        "lower is better."
    ),
    "A range, higher better, is met from its lower end.",
    "A count up to ten goes by dated milestones instead of a path.",
    "Several targets of one row each get their verdict; the row takes the worst measured.",
    "After an arrow stands the body that answers for the monitor since {day}, the last change we know of.",
)


@dataclass(frozen=True, slots=True)
class _Value:
    """What the page shows of a published value."""

    indicator: str
    value: Decimal
    period_end: date
    standing: str
    qualifier: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class _Context:
    """What every row of the page needs besides itself."""

    language: str
    bodies: Register
    day: date
    values: tuple[_Value, ...]

    def say(self, message: str) -> str:
        return translate(message, self.language)

    def pick(self, text_vi: str, text_en: str) -> str:
        return text_vi if self.language == "vi" else text_en

    def number(self, value: Decimal) -> str:
        return str(value).replace(".", ",") if self.language == "vi" else str(value)


def how_we_read(programme: Programme, language: str) -> str:
    """Return the page in Markdown: rules that hold for all rows, then one line for each row.

    Rows are named in `language` first and in the other language below, so that readers of
    either find their row.
    """
    bodies = register()
    context = _Context(
        language=language,
        bodies=bodies,
        day=max(step.on for step in bodies.successions),
        values=from_json((_DATA / programme.slug / "baselines.json").read_bytes(), tuple[_Value, ...]),
    )
    lines = [f"# {context.say('How we read each indicator')}", "", context.say(_WRITTEN), ""]
    lines += [_summary(programme, context), ""]
    lines += [f"- {context.say(rule).format(day=_day(context.day, language))}" for rule in _RULES]
    lines += ["", _line(context.say(column) for column in _COLUMNS), "|---" * len(_COLUMNS) + "|"]
    lines += [_row(row, context) for row in programme.indicators]
    return "\n".join(lines) + "\n"


def _summary(programme: Programme, context: _Context) -> str:
    kinds = [row.kind for row in programme.indicators]
    words, headers = kinds.count(IndicatorKind.WORDS), kinds.count(IndicatorKind.HEADER)
    return context.say(_SUMMARY).format(
        number=programme.number,
        total=len(kinds),
        able=len(kinds) - words - headers,
        words=words,
        headers=headers,
    )


def _row(row: Indicator, context: _Context) -> str:
    names = (row.name_vi, row.name_en) if context.language == "vi" else (row.name_en, row.name_vi)
    reasons = [context.pick(row.reading_vi, row.reading_en)]
    if row.method_en:
        method = context.pick(row.method_vi, row.method_en)
        reasons.append(f"{context.say('Method')}: {method}")
    return _line(
        (
            f"{row.code} ({row.horizon})",
            "{}<br>*{}*".format(*names),
            context.say(KINDS[row.kind]),
            context.pick(row.unit_vi, row.unit_en) or "–",
            _joined(_printed(target, context) for target in row.targets),
            _joined(_read(target, context, lower=row.lower_is_better) for target in row.targets),
            _joined(_then_and_now(code, context) for code in row.monitors),
            "–" if row.kind is IndicatorKind.HEADER else str(row.frequency_months),
            _joined(_published(row, context)),
            _missing(row, context),
            "<br>".join(reasons),
        )
    )


def _printed(target: Target, context: _Context) -> str:
    if target.value is None:
        return context.say("words")
    comparator = "" if target.comparator in {"=", "range"} else f"{target.comparator} "
    upper = "" if target.upper is None else f" – {context.number(target.upper)}"
    return f"{comparator}{context.number(target.value)}{upper}{_scope(target, context)}"


def _read(target: Target, context: _Context, *, lower: bool) -> str:
    if target.test == "not_below_last_year":
        return context.say("not below the year before")
    if target.value is None:
        return context.say("no figure")
    words = {">": "above {value}", "<": "below {value}"}.get(
        target.comparator, "at most {value}" if lower else "at least {value}"
    )
    return context.say(words).format(value=context.number(target.value)) + _scope(target, context)


def _scope(target: Target, context: _Context) -> str:
    return f" ({context.pick(target.scope_vi, target.scope_en)})" if target.scope else ""


def _then_and_now(code: str, context: _Context) -> str:
    for group in context.bodies.groups:
        if group.code == code:
            return context.pick(group.name_vi, group.name_en)
    names = {body.code: context.pick(body.short_vi, body.short_en) for body in context.bodies.agencies}
    now = responsible_on(code, context.day, context.bodies)
    return names[code] if now == code else f"{names[code]} → {names[now]}"


def _published(row: Indicator, context: _Context) -> Iterator[str]:
    scopes = {target.scope: _scope(target, context) for target in row.targets}
    for value in context.values:
        if value.indicator in {row.code, row.shares_path_with}:
            standing = f", {context.say(STANDINGS[value.standing])}" if STANDINGS[value.standing] else ""
            shown = f"{value.qualifier}{context.number(value.value)}{scopes.get(value.scope, '')}"
            yield f"{shown}, {_day(value.period_end, context.language)}{standing}"


def _missing(row: Indicator, context: _Context) -> str:
    if not row.gap:
        return "–"
    parts = [context.say(GAPS[row.gap]), _then_and_now(row.gap_owner, context)]
    if row.gap_task:
        parts.append(context.say("task {task}").format(task=row.gap_task))
    return "<br>".join(parts)


def _day(day: date, language: str) -> str:
    return f"{day:%d/%m/%Y}" if language == "vi" else day.isoformat()


def _joined(parts: Iterable[str]) -> str:
    return "<br>".join(parts) or "–"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say with exit status 1 that it is not what the catalogue makes of it today."""
    parser = argparse.ArgumentParser(prog="python -m thuocdo.programme.indicator_page", description=__doc__)
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--write", action="store_true", help="write docs/how-we-read-each-indicator.md")
    choice.add_argument("--check", action="store_true", help="exit 1 when the page is stale")
    asked = parser.parse_args(arguments)
    page = how_we_read(catalogue(), "en")
    if asked.write:
        _PAGE.parent.mkdir(parents=True, exist_ok=True)
        _PAGE.write_text(page, encoding="utf-8")
        return 0
    if _PAGE.is_file() and _PAGE.read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write(f"docs/{_PAGE.name} is stale: run python -m thuocdo.programme.indicator_page --write.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

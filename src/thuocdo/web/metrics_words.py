"""Written metrics in words: where a version stands, faults with their lines, and what a text changes."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thuocdo.core.errors import Fault
from thuocdo.evaluation.reasons import shown_day
from thuocdo.measurement.declaring.types import Better
from thuocdo.measurement.written.lines import line_of
from thuocdo.measurement.written.types import Compared, Step, Trial, Version
from thuocdo.web.language import N_, language, said_fault
from thuocdo.web.language import words as _
from thuocdo.web.sources_words import amount

LABELS: Mapping[str, str] = {"reason": N_("Reason"), "note": N_("Why it is refused")}
DIRECTIONS: Mapping[Better, str] = {
    Better.HIGHER: N_("higher is better"),
    Better.LOWER: N_("lower is better"),
}
ROWS: Mapping[str, str] = {
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "value": N_("Value"),
}
_AROUND = 2
"""Lines that stay the same and are shown beside those that change."""

_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Wrong:
    """One fault of a text: its line with what stands there, or the field that lacks; and the sentence."""

    line: int | None
    field: str
    there: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One number of a trial, by the version in force and by the new one."""

    name: str
    before: str
    after: str
    difference: str


def by_metric(versions: Iterable[Version]) -> Mapping[str, Sequence[Version]]:
    """Return the versions by metric, the newest first."""
    found: dict[str, list[Version]] = {}
    for each in versions:
        found.setdefault(each.code, []).insert(0, each)
    return found


def state(version: Version, measuring: Mapping[str, Version], day: date) -> str:
    """Return where a version stands on a day; `measuring` are those that measure what begins then."""
    if version.step is not Step.APPROVED:
        return _("waits for a second person") if version.step is Step.PROPOSED else _("refused")
    if version.written.applies_from > day:
        return _("approved, not yet in force")
    current = measuring.get(version.code)
    if current is not None and current.number >= version.number:
        return _("in force") if current.id == version.id else _("was in force")
    if version.logged_on is None:
        return _("approved, waits for the log")
    return _("measures what begins after {day}", day=shown_day(version.logged_on, language()))


def rows(compared: Compared) -> Sequence[Row]:
    """Return the numbers of a trial beside those of the version in force."""
    return [
        Row(label, _number(compared.before, name), _number(compared.after, name), _moved(compared, name))
        for name, label in ROWS.items()
    ]


def lines(text: str, faults: Iterable[Fault]) -> Sequence[Wrong]:
    """Return what is wrong with a text in the order of its lines; what stands on no line comes last."""
    own = text.split("\n")
    found = []
    for each in faults:
        if each.field == "reason":
            continue
        line = line_of(text, each)
        there = own[line - 1].strip()[:_LONGEST_LINE] if line else ""
        found.append(Wrong(line, each.field or "", there, f"{said_fault(each).rstrip('.')}."))
    return sorted(found, key=lambda each: (each.line is None, each.line or 0))


def faulty(faults: Iterable[Fault]) -> Mapping[str, str]:
    """Return what is wrong by field of a form, each as a sentence that names the field."""
    found: dict[str, str] = {}
    for each in faults:
        key = each.field or ""
        sentence = f"{_(LABELS[key])}: {said_fault(each)}." if key in LABELS else f"{said_fault(each)}."
        found[key] = f"{found[key]} {sentence}" if key in found else sentence
    return found


def changes(before: str, after: str) -> Sequence[tuple[str, str]]:
    """Return the lines that a text changes, each with + for new, - for gone, a space for what stays."""
    if not before:
        return ()
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=_AROUND)
    # After two lines of names and one of numbers each line begins with its sign, whatever it says itself.
    return [("…", "") if each.startswith("@@") else (each[:1], each[1:]) for each in found][3:]


def _number(trial: Trial | None, name: str) -> str:
    text = getattr(trial, name) if trial is not None else ""
    return amount(Decimal(text)) if text else "–"


def _moved(compared: Compared, name: str) -> str:
    before = getattr(compared.before, name) if compared.before is not None else ""
    after = getattr(compared.after, name)
    if not before or not after:
        return "–"
    moved = Decimal(after) - Decimal(before)
    return f"+{amount(moved)}" if moved > 0 else amount(moved)

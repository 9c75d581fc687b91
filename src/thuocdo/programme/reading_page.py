"""The page "How we read each task", written from the catalogue so that it cannot drift."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from thuocdo.core.messages import translate
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.types import Component, Duty, Mode, Need, Programme, Rhythm, Task

_PAGE = Path(__file__).parents[3] / "docs" / "how-we-read-each-task.md"

NEEDS = {
    Need.LAW: "a law that was passed",
    Need.ASSEMBLY_RESOLUTION: "a National Assembly resolution",
    Need.DECREE: "a Government decree",
    Need.GOVERNMENT_RESOLUTION: "a Government resolution",
    Need.PM_DECISION: "a decision of the Prime Minister",
    Need.MINISTER_DECISION: "a decision of a minister",
    Need.COMPETENT_DECISION: "a decision of the competent authority",
    Need.NORMATIVE_ACT: "a legal act that was issued",
    Need.APPROVED_SCHEME: "the decision that approves it",
    Need.PLAN: "a plan that was issued",
    Need.GUIDANCE: "a guiding document that was sent",
    Need.STANDARD: "a standard or technical regulation",
    Need.DOSSIER: "a file that was sent",
    Need.PROPOSAL: "a proposal that was sent",
    Need.REPORT: "a report that was sent",
    Need.PUBLISHED_LIST: "a list or result made public",
    Need.AGREEMENT: "an agreement that was signed",
    Need.RUNNING: "proof that it runs",
    Need.FIGURE: "a figure with its source",
    Need.PERSON: "a verifier decides, with a sentence",
}
"""What would prove each need, as an English message; translated through the message catalogues."""

MODES = {
    Mode.EACH_LEAD: "each lead its own",
    Mode.ONE_FOR_ALL: "one output in all",
    Mode.EVERY_COMPONENT: "every part",
    Mode.AT_LEAST: "at least {minimum}",
}

RHYTHMS = {
    Rhythm.ONCE: "once",
    Rhythm.EACH_CYCLE: "each half-year",
    Rhythm.EACH_YEAR: "each year",
}

SOURCES = {
    "title": "from the task's own words",
    "plan": "from the lead's own plan",
}

_COLUMNS = ("Task", "Name", "What it asks for", "Proof", "Delivered", "How often", "Due", "Why we read it so")

_TITLE = "How we read each task"
_WRITTEN = (
    "Written by `python -m thuocdo.programme.reading_page --write` from the catalogue; do not edit by hand."
)
_SUMMARY = (
    "{number} assigns {tasks} tasks; {measurable} of them can be judged once evidence comes, {decided} of "
    "these with a part that only a verifier can decide. The names are our own short words."
)
_RULES = (
    "The output cell of the row decides what is asked for; its first noun names the kind of proof.",
    "Outputs joined by a comma, a semicolon or “và” are all required; a slash means either.",
    (
        "The task's own words add a part only for a figure, for a verb of running (triển khai, khai thác, "
        "vận hành, đưa vào, tổ chức thực hiện), for listed parts, or for an act of its own after a semicolon "
        "or a full stop. So a paper alone is “issued, not running”."
    ),
    "A verb of running that states only a purpose, or stands inside a plan's name, adds nothing.",
    "One document may prove several parts, and an equal or higher instrument satisfies.",
    (
        "Where one named output serves several leads it counts once; where each must act in its own field, "
        "each delivers its own."
    ),
    (
        "What is ongoing is judged in every half-year by evidence from that half-year; where the words also "
        "speak of a review, a report or an activity, that proves a half-year in which no new paper was due."
    ),
)


def how_we_read(programme: Programme, language: str) -> str:
    """Return the page in Markdown: a table for each theme, then the duties that no task carries.

    Tasks are named in `language` first and in the other language below, so that readers of either
    find their row.
    """
    lines = [f"# {translate(_TITLE, language)}", "", translate(_WRITTEN, language), ""]
    lines += [_summary(programme, language), ""]
    lines += [f"- {translate(rule, language)}" for rule in _RULES]
    for theme in programme.themes:
        lines += ["", f"## {theme.code}. {_name(theme.name_vi, theme.name_en, language)}", ""]
        lines += _head(_COLUMNS, language)
        lines += [_row(task, language) for task in programme.tasks if task.theme == theme.code]
    lines += ["", f"## {translate('Duties that no task carries', language)}", ""]
    lines += _head(("Clause", "Name", "Nearest tasks"), language)
    lines += [_duty(duty, language) for duty in programme.duties]
    return "\n".join(lines) + "\n"


def needs_in_words(component: Component, language: str) -> str:
    """Return what would prove the component, alternatives joined by "or"."""
    words = [translate(NEEDS[need], language) for need in component.any_of]
    return f" {translate('or', language)} ".join(words)


def _summary(programme: Programme, language: str) -> str:
    measurable = [task for task in programme.tasks if not task.unmeasurable]
    return translate(_SUMMARY, language).format(
        number=programme.number,
        tasks=len(programme.tasks),
        measurable=len(measurable),
        decided=sum(any(part.check_person for part in task.components) for task in measurable),
    )


def _row(task: Task, language: str) -> str:
    names = (task.name_vi, task.name_en) if language == "vi" else (task.name_en, task.name_vi)
    cells = (
        task.code,
        "{}<br>*{}*".format(*names),
        "<br>".join((*_parts(task, language), *_marks(task, language))),
        "<br>".join(_proofs(task, language)) or "–",
        translate(MODES[task.mode], language).format(minimum=task.minimum),
        translate(RHYTHMS[task.rhythm], language),
        _due(task, language) + _set_by(task, language),
        _name(task.reading_vi, task.reading_en, language),
    )
    return _line(cells)


def _parts(task: Task, language: str) -> Iterator[str]:
    for part in task.components:
        count = f" × {part.minimum}" if part.minimum > 1 else ""
        source = f" ({translate(SOURCES[part.read_from], language)})" if part.read_from in SOURCES else ""
        yield f"{part.code}) {_name(part.name_vi, part.name_en, language)}{count}{source}"


def _proofs(task: Task, language: str) -> list[str]:
    """Return what proves the parts: said once where all parts ask for the same."""
    words = [needs_in_words(part, language) for part in task.components]
    if len(set(words)) == 1:
        return words[:1]
    return [f"{part.code}) {proof}" for part, proof in zip(task.components, words, strict=True)]


def _marks(task: Task, language: str) -> Iterator[str]:
    marks = (
        (bool(task.unmeasurable), "not measurable: neither output nor time"),
        (task.five_part, "five parts are checked: targets, head, criteria, measuring, publishing"),
        (task.doubtful_leads, "leads in doubt, not scored"),
        (task.restricted, "may be closed by an authorised attestation"),
    )
    for holds, mark in marks:
        if holds:
            yield f"**{translate(mark, language)}**"
    if task.replaced_by and task.replaced_on:
        mark = translate("replaced by {act} on {day}", language)
        yield f"**{mark.format(act=task.replaced_by, day=_day(task.replaced_on, language))}**"


def _due(task: Task, language: str) -> str:
    printed = f"“{task.deadline.text}”" if task.deadline.text else translate("blank", language)
    if task.deadline.due is None:
        return printed
    day = _day(task.deadline.due, language)
    return translate("{printed}, read as {day}", language).format(printed=printed, day=day)


def _day(day: date, language: str) -> str:
    return f"{day:%d/%m/%Y}" if language == "vi" else day.isoformat()


def _set_by(task: Task, language: str) -> str:
    """Return the acts that set and moved the deadline, where a later act than the first has spoken."""
    lines = [
        f"{line.act} ({_day(line.effective_on, language)}): {line.text}" for line in task.deadline_history
    ]
    return "<br>".join(["", *lines])


def _duty(duty: Duty, language: str) -> str:
    nearest = ", ".join(duty.nearest_tasks) or "–"
    return _line((duty.clause, _name(duty.name_vi, duty.name_en, language), nearest))


def _name(name_vi: str, name_en: str, language: str) -> str:
    return name_vi if language == "vi" else name_en


def _head(columns: tuple[str, ...], language: str) -> list[str]:
    return [_line(tuple(translate(column, language) for column in columns)), "|---" * len(columns) + "|"]


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say whether it is what the catalogue makes of it today."""
    parser = argparse.ArgumentParser(prog="python -m thuocdo.programme.reading_page", description=__doc__)
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--write", action="store_true", help="write docs/how-we-read-each-task.md")
    choice.add_argument("--check", action="store_true", help="exit 1 when the page is stale")
    asked = parser.parse_args(arguments)
    page = how_we_read(catalogue(), "en")
    if asked.write:
        _PAGE.write_text(page, encoding="utf-8")
        return 0
    if _PAGE.is_file() and _PAGE.read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write(f"docs/{_PAGE.name} is stale: run python -m thuocdo.programme.reading_page --write.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

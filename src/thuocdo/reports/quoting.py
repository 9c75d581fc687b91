"""Sentences of the bodies, quoted word for word with their source; the same sentence stands once."""

from collections.abc import Callable, Sequence

from thuocdo.core.text import clean
from thuocdo.cycles.types import Report, State
from thuocdo.programme.types import Task
from thuocdo.publication.site.words import day
from thuocdo.reports import outline
from thuocdo.reports.setting import Setting
from thuocdo.reports.types import Line, Source, Voice, Words

MOST = 8
"""Quotes under one heading; the workbook has all."""

_NAMED = 4
_TOLD = frozenset({State.SENT, State.VERIFIED})
_Said = tuple[str, Report]


def quotes(found: Setting, theme: str) -> tuple[Line, ...]:
    """Return what the bodies say in public of the tasks of a theme in this period."""
    return _quoted(found, lambda task: task.theme == theme, lambda report: report.public_sentence)


def obstacles(found: Setting) -> tuple[Line, ...]:
    """Return the obstacles that the bodies name."""
    return _quoted(found, lambda _task: True, lambda report: report.obstacle)


def _quoted(
    found: Setting, wanted: Callable[[Task], bool], sentence: Callable[[Report], str]
) -> tuple[Line, ...]:
    facts = found.figures.snapshot.facts
    grouped: dict[str, list[_Said]] = {}
    for task in facts.programme.tasks:
        if not wanted(task):
            continue
        for agency, report in found.reports.get(task.code, ()):
            told = clean(sentence(report)).rstrip(" .;")
            if told and report.state in _TOLD and found.agency in {"", agency}:
                grouped.setdefault(told, []).append((agency, report))
    return tuple(_line(found, told, pairs) for told, pairs in grouped.items())


def _line(found: Setting, told: str, said: Sequence[_Said]) -> Line:
    by_body: dict[str, list[Report]] = {}
    for agency, report in said:
        by_body.setdefault(agency, []).append(report)
    named = [_source(found, agency, reports) for agency, reports in list(by_body.items())[:_NAMED]]
    if len(by_body) > _NAMED:
        named.append(found.say(outline.QUOTE_OTHERS))
    words = found.say(outline.QUOTE, sentence=told, sources="; ".join(named))
    sources = tuple(Source(agency, report.id, report.received_on, report.task) for agency, report in said)
    return Line((Words(words),), Voice.QUOTED, item=True, sources=sources)


def _source(found: Setting, agency: str, reports: Sequence[Report]) -> str:
    numbers = ", ".join(found.desk.task_of[report.task].number for report in reports)
    last = day(max(report.received_on for report in reports), found.asked.language)
    return found.say(outline.QUOTE_SOURCE, body=found.body(agency), numbers=numbers, day=last)

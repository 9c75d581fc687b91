"""The sections of the six-month report: the outline used in practice, filled from one snapshot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thuocdo.evaluation.types import Status
from thuocdo.programme.types import Task, Theme
from thuocdo.publication.site.words import day
from thuocdo.reports import outline, quoting
from thuocdo.reports.counting import STATUSES
from thuocdo.reports.markers import author_lines
from thuocdo.reports.setting import Setting, text
from thuocdo.reports.types import Block, Cell, Grid, Line, Own, Section

LISTED = 25
"""Lines of one list; the annexes have every task."""

_DOCUMENTS = 2
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def sections(found: Setting, own: Own) -> tuple[Section, ...]:
    """Return all sections in order, the author's sentences after what the snapshot says."""
    made = (
        (outline.LEADERSHIP, _leadership(found), ()),
        (outline.RESULTS, _overall(found), tuple(_within_results(found))),
        (outline.INDICATORS, _indicators(found), ()),
        (outline.SHORTCOMINGS, _shortcomings(found), (_plain(found, outline.CAUSES),)),
        (outline.NEXT, _next(found), ()),
        (outline.PROPOSALS, (), ()),
    )
    return tuple(
        _with_own(section, found, own)
        for roman, (key, blocks, inside) in zip(_ROMAN, made, strict=True)
        for section in (
            Section(key, f"{roman}.", found.say(outline.TITLES[key]), 1, tuple(blocks)),
            *(replace(each, number=f"{place}.") for place, each in enumerate(inside, start=1)),
        )
    )


def silent_bodies(found: Setting) -> tuple[str, ...]:
    """Return the codes of bodies that owed reports and sent none: in a body's own report, nobody."""
    return () if found.agency else found.figures.keys("bodies.silent")


def _with_own(section: Section, found: Setting, own: Own) -> Section:
    lines = author_lines(own.texts.get(section.key, ""), found.figures, found.asked.language)
    blocks: tuple[Block, ...] = (*section.blocks, *lines)
    if not blocks:
        blocks = (found.line(outline.PROMPT),)
    return replace(section, blocks=blocks)


def _plain(found: Setting, key: str, blocks: Sequence[Block] = ()) -> Section:
    return Section(key, "", found.say(outline.TITLES[key]), 2, tuple(blocks))


def _leadership(found: Setting) -> Iterator[Block]:
    programme = found.figures.snapshot.facts.programme
    yield found.line(outline.PERIOD)
    later = [act.number for act in programme.acts[1:]]
    if later:
        yield found.line(outline.AMENDED, words={"acts": "; ".join(later)})
    if not found.agency:
        yield found.line(outline.REPORTING)
    yield found.line(outline.RECEIVED)
    if found.agency:
        return
    silent = "; ".join(found.body(code) for code in silent_bodies(found))
    yield found.line(outline.SILENT, words={"names": silent}) if silent else found.line(outline.NONE_SILENT)


def _overall(found: Setting) -> Iterator[Block]:
    yield found.line(outline.OVERALL)
    yield found.line(outline.DUE_PARTS if found.agency else outline.CELLS)
    if not found.agency and found.figures.value("replaced"):
        yield found.line(outline.REPLACED)
    yield _themes_by_status(found)


def _themes_by_status(found: Setting) -> Grid:
    base = found.base["all"]
    programme = found.figures.snapshot.facts.programme
    words = tuple(found.desk.status_words[status] for status in STATUSES)

    def row(label: str, query: str) -> tuple[Cell, ...]:
        queries = (query, *(f"{query}.{status}" for status in STATUSES))
        return (text(label), *(found.number(each) for each in queries))

    rows = [
        row(f"{theme.code}. {_theme_name(found, theme)}", f"{base}.theme-{theme.code}")
        for theme in programme.themes
    ]
    rows.append(row(found.say(outline.TOTAL), base))
    heads = (found.say(outline.GROUP), found.say(outline.TOTAL), *words)
    widths = (20, *(10,) * (len(heads) - 1))
    return Grid("by-theme", found.say(outline.BY_THEME), heads, tuple(rows), widths, total=True)


def _theme_name(found: Setting, theme: Theme) -> str:
    return theme.title or str(found.desk.pick(theme, "name"))


def _within_results(found: Setting) -> Iterator[Section]:
    for theme in found.figures.snapshot.facts.programme.themes:
        key = f"theme-{theme.code}"
        yield Section(key, "", _theme_name(found, theme), 2, tuple(_theme(found, theme)))
    money = found.figures.rows(found.base["money_in"].split(".")[0])
    line = outline.MONEY_LINE if money else outline.NO_MONEY
    yield _plain(found, outline.MONEY, (found.line(line),))
    yield _plain(found, outline.ASSESSMENT)


def _theme(found: Setting, theme: Theme) -> Iterator[Block]:
    here = f"{found.base['all']}.theme-{theme.code}"
    if not found.figures.value(here):
        yield found.line(outline.NO_TASKS)
        return
    yield found.line(outline.THEME, here=here)
    done = found.figures.keys(f"{here}.done_in_period")
    yield from _listed(found, outline.DONE_LIST, [_done(found, task) for task in _tasks(found, done)])
    yield from _listed(found, outline.QUOTED_LIST, quoting.quotes(found, theme.code), most=quoting.MOST)


def _done(found: Setting, task: Task) -> Line:
    verified = [
        piece.number
        for piece in found.desk.evidence_of[task.code]
        if piece.verified_on and piece.number and found.agency in {"", piece.agency}
    ]
    documents = list(dict.fromkeys(verified))
    words = {
        "number": task.number,
        "name": found.task_name(task),
        "documents": "; ".join(documents[:_DOCUMENTS]),
    }
    few = 0 < len(documents) <= _DOCUMENTS
    return found.line(outline.DONE_ITEM if few else outline.DONE_PLAIN, item=True, words=words)


def _listed(found: Setting, heading: str, lines: Sequence[Line], most: int = LISTED) -> Iterator[Line]:
    if lines:
        yield found.line(heading)
        yield from lines[:most]
    if len(lines) > most:
        yield found.line(outline.MORE)


def _tasks(found: Setting, codes: Iterable[str]) -> list[Task]:
    wanted = frozenset(codes)
    return [task for task in found.figures.snapshot.facts.programme.tasks if task.code in wanted]


def _indicators(found: Setting) -> Iterator[Block]:
    if found.agency and not any(found.agency in known for known in found.desk.monitors_of.values()):
        yield found.line(outline.NO_INDICATORS)
        return
    yield found.line(outline.INDICATOR_OTHERS if found.agency else outline.INDICATOR_LINE)
    yield found.line(outline.INDICATOR_ANNEX)


def _shortcomings(found: Setting) -> Iterator[Block]:
    yield found.line(outline.LATE_LINE)
    late = _tasks(found, found.figures.keys(f"{found.base['all']}.late"))
    yield from _listed(found, outline.LATE_LIST, [_late(found, task) for task in late])
    yield found.line(outline.WAITING)
    yield from _listed(found, outline.OBSTACLES, quoting.obstacles(found))


def _late(found: Setting, task: Task) -> Line:
    verdict = found.desk.verdict_of[task.code]
    own = [
        part.reason
        for part in verdict.assignments
        if found.agency in part.agencies and part.status is Status.LATE
    ]
    reason = found.desk.sentence(own[0] if own else verdict.reason)
    words = {
        "number": task.number,
        "name": found.task_name(task),
        "leads": found.leads(task),
        "reason": reason,
    }
    return found.line(outline.LATE_ITEM, item=True, words=words)


def _next(found: Setting) -> Iterator[Block]:
    yield found.line(outline.NEXT_LINE)
    coming = _tasks(found, found.figures.keys(f"{found.base['all']}.due_next"))
    if not coming:
        return
    heads = tuple(found.say(head) for head in (outline.NUMBER, outline.TASK, outline.LEAD, outline.DEADLINE))
    rows = tuple(
        (
            text(task.number),
            text(found.task_name(task)),
            text(found.leads(task)),
            text(day(found.desk.verdict_of[task.code].due, found.asked.language)),
        )
        for task in coming
    )
    yield Grid("next", found.say(outline.NEXT_TABLE), heads, rows, (8, 48, 26, 18))

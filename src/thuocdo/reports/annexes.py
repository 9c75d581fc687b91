"""The annexes: every task with seven columns, the indicators, who reported, and the table of references."""

from collections.abc import Iterator

from thuocdo.evaluation.types import AssignmentVerdict, TaskVerdict
from thuocdo.programme.types import Indicator, Task
from thuocdo.publication.site.indicators import target_text
from thuocdo.publication.site.words import day
from thuocdo.reports import outline
from thuocdo.reports.checking import references
from thuocdo.reports.setting import Setting, text
from thuocdo.reports.types import Annex, Cell, Figure, Grid, Report

REPORT_QUERIES = ("", ".received", ".verified", ".returned", ".received_late", ".missing")
_DOCUMENTS = 3
_ROMAN = ("I", "II", "III", "IV", "V")


def annexes(found: Setting) -> tuple[Annex, ...]:
    """Return the annexes of a report but for the references, which need the text first."""
    made = [
        ("tasks", outline.ANNEX_TASKS, _tasks(found)),
        ("indicators", outline.ANNEX_INDICATORS, _indicators(found)),
    ]
    if not found.agency:
        made.append(("central", outline.ANNEX_CENTRAL, _reporting(found, "central")))
        made.append(("provinces", outline.ANNEX_PROVINCES, _reporting(found, "province")))
    kept = [each for each in made if each[2].rows]
    return tuple(
        Annex(key, _title(found, place, title), grid) for place, (key, title, grid) in enumerate(kept)
    )


def reference_annex(found: Setting, report: Report) -> Annex:
    """Return the numbers of the text, each query once, with its value and the places where it stands.

    Annexes name their queries in the workbook; here they would fill pages.
    """
    inside = {annex.title for annex in report.annexes}
    places: dict[tuple[str, str], dict[str, None]] = {}
    for each in references(report):
        if each.place not in inside:
            places.setdefault((each.query, each.shown), {})[each.place.split(" ", 1)[0].rstrip(".")] = None
    rows = tuple(
        (
            text(query),
            text(shown) if query.startswith("=") else (Figure(query, shown),),
            text(", ".join(standing)),
        )
        for (query, shown), standing in places.items()
    )
    heads = tuple(found.say(head) for head in (outline.QUERY, outline.SHOWN, outline.PLACES))
    note = found.say(outline.REFERENCE_NOTE, as_of=found.said["as_of"], digest=report.digest)
    title = _title(found, len(report.annexes), outline.ANNEX_REFERENCES)
    return Annex("references", title, Grid("references", note, heads, rows, (50, 20, 30)))


def _title(found: Setting, place: int, title: str) -> str:
    return f"{found.say(outline.ANNEX, number=_ROMAN[place])}. {found.say(title)}"


def _tasks(found: Setting) -> Grid:
    heads = (
        outline.NUMBER,
        outline.TASK,
        outline.LEAD,
        outline.OUTPUT,
        outline.DEADLINE,
        outline.STATUS,
        outline.EVIDENCE,
    )
    return Grid(
        "tasks",
        "",
        tuple(found.say(head) for head in heads),
        tuple(_task_rows(found)),
        (5, 23, 15, 15, 9, 11, 22),
    )


def _task_rows(found: Setting) -> Iterator[tuple[Cell, ...]]:
    programme = found.figures.snapshot.facts.programme
    for theme in programme.themes:
        tasks = [task for task in programme.tasks if task.theme == theme.code and found.mine(task)]
        if tasks:
            name = theme.title or str(found.desk.pick(theme, "name"))
            yield (text(theme.code), text(name), *(text(""),) * 5)
        for task in tasks:
            yield _task_row(found, task)


def _task_row(found: Setting, task: Task) -> tuple[Cell, ...]:
    verdict = found.desk.verdict_of[task.code]
    judged = _own_part(found, verdict)
    output = task.output or "; ".join(str(found.desk.pick(part, "name")) for part in task.components)
    due = day(verdict.due, found.asked.language)
    printed = task.deadline.text
    deadline = printed if not due or printed == due else f"{printed} ({due})" if printed else due
    cells = (
        task.number,
        found.task_name(task),
        found.leads(task),
        output,
        deadline,
        found.desk.status_words[judged.status.value],
        f"{found.desk.sentence(judged.reason)} {_documents(found, task)}".strip(),
    )
    return tuple(text(cell) for cell in cells)


def _own_part(found: Setting, verdict: TaskVerdict) -> TaskVerdict | AssignmentVerdict:
    own = (part for part in verdict.assignments if found.agency in part.agencies)
    return next(own, verdict) if found.agency else verdict


def _documents(found: Setting, task: Task) -> str:
    pieces = found.desk.evidence_of[task.code]
    numbers = dict.fromkeys(
        piece.number
        for piece in pieces
        if piece.number and piece.verified_on and found.agency in {"", piece.agency}
    )
    if (
        not numbers or len(numbers) > _DOCUMENTS
    ):  # of a duty of many, each body's document is in the open data
        return ""
    return f"({'; '.join(numbers)})"


def _indicators(found: Setting) -> Grid:
    heads = (
        *(outline.NUMBER, outline.INDICATOR, outline.TARGET, outline.VALUE),
        *(outline.REQUIRED, outline.VERDICT, outline.REMARK),
    )
    programme = found.figures.snapshot.facts.programme
    wanted = (row for row in programme.indicators if _monitored(found, row))
    return Grid(
        "indicators",
        "",
        tuple(found.say(head) for head in heads),
        tuple(_indicator_row(found, each) for each in wanted),
        (6, 26, 13, 11, 11, 12, 21),
    )


def _monitored(found: Setting, indicator: Indicator) -> bool:
    return not found.agency or found.agency in found.desk.monitors_of[indicator.key]


def _indicator_row(found: Setting, indicator: Indicator) -> tuple[Cell, ...]:
    verdict = found.desk.indicator_verdict_of[indicator.key]
    place = next((at for at, one in enumerate(verdict.targets, 1) if one.value is not None), 1)
    key = indicator.key if place == 1 else f"{indicator.key}#{place}"
    name, unit = found.indicator_name(indicator), found.desk.pick(indicator, "unit")
    return (
        text(indicator.number),
        text(f"{name} ({unit})" if unit else name),
        text(target_text(found.desk, indicator)),
        found.number(f"value.{key}"),
        found.number(f"required.{key}"),
        text(str(found.desk.indicator_mark(verdict.status.value)["word"])),
        text(found.desk.sentence(verdict.reason)),
    )


def _reporting(found: Setting, side: str) -> Grid:
    """Return who reported on one side: ministries and provinces never share a table."""
    heads = (
        *(outline.NUMBER, outline.BODY, outline.OWED, outline.RECEIVED_HEAD, outline.VERIFIED_HEAD),
        *(outline.RETURNED_HEAD, outline.LATE_HEAD, outline.MISSING_HEAD),
    )
    codes = found.figures.keys(f"bodies.{side}")
    rows = [
        (text(str(place)), text(found.body(code)), *_counts(found, f"reports.{side}.of-{code}"))
        for place, code in enumerate(codes, start=1)
    ]
    if rows:
        rows.append((text(""), text(found.say(outline.TOTAL)), *_counts(found, f"reports.{side}")))
    widths = (6, 34, 10, 10, 10, 10, 10, 10)
    return Grid(side, "", tuple(found.say(head) for head in heads), tuple(rows), widths, total=True)


def _counts(found: Setting, query: str) -> tuple[Cell, ...]:
    return tuple(found.number(query + facet) for facet in REPORT_QUERIES)

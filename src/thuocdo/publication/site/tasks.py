"""Pages of tasks and themes: what was asked, what was delivered, who answers, and why the status."""

from collections.abc import Iterator

from thuocdo.cycles.types import Evidence, EvidenceKind, Report, Situation, State
from thuocdo.evaluation.reasons import office_cell_word, status_explanation
from thuocdo.evaluation.types import AssignmentVerdict, TaskVerdict
from thuocdo.programme.acts import DeadlineSet
from thuocdo.programme.history import deadline_history
from thuocdo.programme.reading_page import MODES, RHYTHMS, needs_in_words
from thuocdo.programme.types import Component, DeadlineKind, Task
from thuocdo.publication.site.desk import ORDER, URGENCY, Desk, View
from thuocdo.publication.site.words import day

Page = tuple[str, str, View]
_MANY = 8
_LISTED = 200
"""Parts that a page lists; thousands of communes stand in the data beside it."""


def _(message: str) -> str:
    return message


STATES = {
    State.SAVED: _("saved"),
    State.SUBMITTED: _("submitted to the head"),
    State.SENT: _("sent, awaiting verification"),
    State.RETURNED: _("returned with reasons"),
    State.VERIFIED: _("verified by a second person"),
    State.CORRECTED: _("replaced by a correction"),
}
SITUATIONS = {
    Situation.DONE: _("reports it done"),
    Situation.WORKING: _("reports work under way"),
    Situation.OBSTACLE: _("reports an obstacle"),
    Situation.NOT_OURS: _("says it is not theirs"),
}
EVIDENCE = {
    EvidenceKind.DOCUMENT: _("document"),
    EvidenceKind.RUNNING: _("proof that it runs"),
    EvidenceKind.ATTESTATION: _("attestation, not open"),
}


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the themes, each theme, the list of tasks and each task."""
    views = desk.task_views
    themes = [_theme_view(desk, theme.code) for theme in desk.programme.themes]
    yield desk.path("nhom"), "themes.html", {"themes": themes}
    for theme in themes:
        yield theme["path"], "theme.html", {"theme": theme, "others": themes}
    by_status = [
        {**desk.mark(status), "rows": [view for view in views.values() if view["status"] == status]}
        for status in ORDER
    ]
    groups = [group for group in by_status if group["rows"]]
    yield desk.path("nhiem-vu"), "tasks.html", {"groups": groups, "total": len(views), "themes": themes}
    for task in desk.programme.tasks:
        yield views[task.code]["path"], "task.html", {"task": views[task.code], **_kept(desk, task)}


def _theme_view(desk: Desk, code: str) -> View:
    theme = next(each for each in desk.programme.themes if each.code == code)
    rows = [view for view in desk.task_views.values() if view["theme"] == code]
    once = [row for row in rows if not row["recurring"]]
    late = sorted((row for row in once if row["status"] == "late"), key=lambda row: row["due_iso"])
    served = {row["code"] for row in rows}
    return {
        "code": code,
        "name": desk.pick(theme, "name"),
        "title": theme.title,
        "path": desk.path("nhom", code),
        "rows": rows,
        "done": sum(1 for row in once if row["status"] == "done"),
        "once": len(once),
        "recurring": len(rows) - len(once),
        "late": len(late),
        "oldest": late[:3],
        "indicators": [
            {"name": desk.pick(item, "name"), "path": desk.indicator_path(item), "number": item.number}
            for item in desk.programme.indicators
            if served.intersection(item.tasks)
        ],
    }


def _kept(desk: Desk, task: Task) -> View:
    origin = (desk.verdict_of[task.code], desk.evidence_of[task.code], desk.reports_of[task.code])
    return desk.kept(desk.task_views[task.code]["path"], origin, lambda: _page(desk, task))


def _page(desk: Desk, task: Task) -> View:
    verdict = desk.verdict_of[task.code]
    evidence, reports = desk.evidence_of[task.code], desk.reports_of[task.code]
    parts = _assignments(desk, verdict)
    return {
        "kind": "task",
        "explanation": status_explanation(verdict.status, desk.language),
        "office": office_cell_word(verdict.office_cell, desk.language) if verdict.office_cell else "",
        "official": task.title,
        "official_output": task.output,
        "official_leads": task.leads_text,
        "reading": desk.pick(task, "reading"),
        "mode": desk.say(MODES[task.mode], minimum=task.minimum),
        "rhythm": desk.say(RHYTHMS[task.rhythm]),
        "deadline_text": task.deadline.text,
        "no_deadline": task.deadline.kind is DeadlineKind.NONE,
        "first_due": _first_due(desk, task, verdict),
        "deadlines": _deadlines(desk, task),
        "printed": desk.printed(task),
        "components": _components(desk, task, verdict, evidence),
        "coordinators": [desk.body(code) for code in task.coordinators],
        "assignments": parts if len(verdict.assignments) > 1 else [],
        "parts": len(verdict.assignments),
        "counts": _counts(desk, verdict),
        "parts_total": sum(verdict.counts.values()),
        "unnamed": verdict.members_unnamed,
        "run": _run(desk, verdict),
        "timeline": _timeline(desk, task, evidence, reports),
        "indicators": [
            {"name": desk.pick(item, "name"), "path": desk.indicator_path(item), "number": item.number}
            for item in desk.programme.indicators
            if task.code in item.tasks
        ],
        "clauses": task.clauses,
        "five_part": task.five_part,
        "doubtful_leads": task.doubtful_leads,
        "restricted": task.restricted,
    }


def _first_due(desk: Desk, task: Task, verdict: TaskVerdict) -> str:
    moved = task.first_due is not None and verdict.due is not None and task.first_due != verdict.due
    return day(task.first_due, desk.language) if moved and not verdict.recurring else ""


def _deadlines(desk: Desk, task: Task) -> list[str]:
    """Return which act set the deadline and which moved it, oldest first."""
    lines: list[str] = []
    old = ""
    for each in deadline_history(task, desk.programme):
        new = _time(desk, each)
        on = day(each.act_on, desk.language)
        if not lines:
            lines.append(desk.say(_("Set by {act} of {on}: {new}."), act=each.act, on=on, new=new))
        else:
            message = _("Moved by {act} of {on}, in force from {from_day}: {old} → {new}.")
            from_day = day(each.effective_on, desk.language)
            lines.append(desk.say(message, act=each.act, on=on, from_day=from_day, old=old, new=new))
        old = new
    return lines


def _time(desk: Desk, one: DeadlineSet) -> str:
    """Return the time as the act prints it, with the day that it is read as."""
    if one.due is None:
        return f"“{one.text}”" if one.text else desk.say(_("no date"))
    read = day(one.due, desk.language)
    return f"“{one.text}” ({read})" if one.text else read


def _counts(desk: Desk, verdict: TaskVerdict) -> list[View]:
    return [
        {**desk.mark(status), "count": verdict.counts[status]}
        for status in ORDER
        if verdict.counts.get(status)
    ]


def _run(desk: Desk, verdict: TaskVerdict) -> View | None:
    if not verdict.recurring:
        return None
    current = desk.mark(verdict.current_status.value) if verdict.current_status else None
    return {
        "instance": verdict.instance,
        "done": verdict.run_done,
        "total": verdict.run_total,
        "current": verdict.current,
        "mark": current,
    }


def _components(desk: Desk, task: Task, verdict: TaskVerdict, evidence: list[Evidence]) -> list[View]:
    """Return each required part with what was delivered for it; many bodies give counts, not lists."""
    by_id = {each.id: each for each in evidence}
    return [_component(desk, each, verdict, by_id) for each in task.components]


def _component(desk: Desk, part: Component, verdict: TaskVerdict, by_id: dict[str, Evidence]) -> View:
    found = [
        each
        for assignment in verdict.assignments
        for each in assignment.components
        if each.component == part.code
    ]
    delivered = list(dict.fromkeys(key for each in found for key in (*each.verified, *each.filed)))
    known = [by_id[key] for key in delivered if key in by_id]
    return {
        "code": part.code,
        "name": desk.pick(part, "name"),
        "need": needs_in_words(part, desk.language),
        "from_title": part.read_from != "output",
        "person": part.check_person,
        "verified": sum(1 for each in found if each.verified),
        "of": len(found),
        "many": len(verdict.assignments) > 1,
        "evidence": [_evidence(desk, each) for each in known[:_MANY]],
        "more": max(0, len(known) - _MANY),
    }


def _evidence(desk: Desk, one: Evidence) -> View:
    return {
        "number": one.number or desk.say(EVIDENCE[one.kind]),
        "kind": desk.say(EVIDENCE[one.kind]),
        "on": day(one.issued_on, desk.language),
        "issuer": one.issuer,
        "agency": desk.body(one.agency),
        "received": day(one.received_on, desk.language),
        "state": desk.say(STATES[one.state]),
        "verified": one.state is State.VERIFIED,
        "url": one.url if one.url.startswith(("https://", "http://")) else "",
        "illustrative": one.illustrative,
    }


def _assignments(desk: Desk, verdict: TaskVerdict) -> list[View]:
    """Return the parts in the document's order; of more than can be read, the most urgent."""
    parts = verdict.assignments
    if len(parts) > _LISTED:
        parts = tuple(sorted(parts, key=lambda part: URGENCY.index(part.status.value))[:_LISTED])
    return [_assignment(desk, each) for each in parts]


def _assignment(desk: Desk, one: AssignmentVerdict) -> View:
    origin = desk.body(one.origin) if one.origin and one.origin not in one.agencies else None
    return {
        "bodies": [desk.body(code) for code in one.agencies],
        "origin": origin,
        "reason": desk.sentence(one.reason),
        **desk.mark(one.status.value),
    }


def _timeline(desk: Desk, task: Task, evidence: list[Evidence], reports: list[Report]) -> list[View]:
    """Return what happened, newest first; for tasks of many bodies only what stands out."""
    records: list[Evidence | Report] = [*evidence, *reports]
    records.sort(key=lambda one: (one.received_on, one.id), reverse=True)
    events = [_event(desk, one) for one in records[:_MANY]]
    if len(records) > _MANY:
        more = desk.say(_("… and {count} earlier entries, all in the data."), count=len(records) - _MANY)
        events.append({"on": "", "said": more, "words": "", "illustrative": False})
    first = deadline_history(task, desk.programme)[0]
    said = desk.say(_("Assigned by {number}."), number=first.act)
    issued = day(first.act_on, desk.language)
    return [*events, {"on": issued, "said": said, "words": "", "illustrative": False}]


def _event(desk: Desk, one: Evidence | Report) -> View:
    name = desk.body(one.agency)["short"]
    if isinstance(one, Evidence):
        what, state = one.number or desk.say(EVIDENCE[one.kind]), desk.say(STATES[one.state])
        said = desk.say(_("{agency} filed {what}: {state}."), agency=name, what=what, state=state)
        words = ""
    else:
        said = f"{name} {desk.say(SITUATIONS[one.situation])}."
        words = one.public_sentence or one.obstacle
    on = day(one.received_on, desk.language)
    return {"on": on, "said": said, "words": words, "illustrative": one.illustrative}

"""Pages about the publication itself: how we compute, data, verifying, duties, and the landing page."""

from collections.abc import Iterator

from thuocdo.evaluation.reasons import (
    indicator_status_explanation,
    office_cell_word,
    status_explanation,
    threshold_sentences,
)
from thuocdo.evaluation.types import RULES_VERSION, IndicatorStatus, OfficeCell
from thuocdo.programme.reading_page import MODES, RHYTHMS
from thuocdo.publication.site import written
from thuocdo.publication.site.desk import ORDER, Desk, View

Page = tuple[str, str, View]


def _(message: str) -> str:
    return message


LISTS = (
    ("nhiem-vu", _("Tasks with status and reason")),
    ("chi-tieu", _("Indicators with verdict")),
    ("co-quan", _("Agencies with counts")),
    ("dia-phuong", _("Provinces with counts")),
    ("nghia-vu", _("Duties that no task assigns")),
    ("dinh-chinh", _("Corrections of published values")),
)

TABLES = {
    "assignments": _("Each body’s part in each task"),
    "components": _("Required parts of each task"),
    "targets": _("Verdict on each target"),
    "observations": _("Values of indicators"),
    "evidence": _("Evidence"),
    "reports": _("Reports of agencies"),
    "milestones": _("Milestones"),
    "shared_documents": _("Documents offered for several tasks"),
    "totals": _("Totals"),
    "scores": _("Scores: points of each criterion"),
    "score_inputs": _("Scores: what was counted"),
    "dictionary": _("What each column means"),
}


def pages(desk: Desk, *, facts_sha256: str, tables: tuple[str, ...]) -> Iterator[Page]:
    """Yield these pages; only the page on verifying prints the digest of facts.json."""
    yield desk.path("cach-tinh"), "method.html", _method(desk)
    lists = [{"path": f"{desk.slug}/{name}", "title": desk.say(title)} for name, title in LISTS]
    more = [{"path": path, "title": _title(desk, path.rsplit("/", 1)[-1])} for path in tables]
    yield desk.path("du-lieu"), "data.html", {"lists": lists, "more": more, "folder": desk.slug}
    yield desk.path("kiem-chung"), "verify.html", {"facts_sha256": facts_sha256}
    duties = [
        {
            "clause": duty.clause,
            "name": desk.pick(duty, "name"),
            "tasks": [desk.task_views[code] for code in duty.nearest_tasks if code in desk.task_views],
        }
        for duty in desk.programme.duties
    ]
    yield desk.path("nghia-vu"), "duties.html", {"duties": duties}


def _title(desk: Desk, name: str) -> str:
    return desk.say(TABLES[name]) if name in TABLES else name


def _method(desk: Desk) -> View:
    statuses = [
        {**desk.mark(status), "explanation": status_explanation(status, desk.language)} for status in ORDER
    ]
    verdicts = [
        {
            **desk.indicator_mark(status.value),
            "explanation": indicator_status_explanation(status, desk.language, desk.facts.thresholds),
        }
        for status in IndicatorStatus
    ]
    return {
        "statuses": statuses,
        "verdicts": verdicts,
        "office": [office_cell_word(cell, desk.language) for cell in OfficeCell],
        "modes": [desk.say(words, minimum="N") for words in MODES.values()],
        "rhythms": [desk.say(words) for words in RHYTHMS.values()],
        "rules_version": RULES_VERSION,
        "thresholds": threshold_sentences(desk.facts.thresholds, desk.language),
        "written": written.all_of(desk),
    }

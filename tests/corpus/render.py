"""`render(plan, suffix)`: the file of a plan in one format, and the truth as far as it prints it."""

from dataclasses import dataclass, replace

from tests.corpus.listed import WORDS, as_lines
from tests.corpus.model import UNSCORED, Line, Plan, Truth
from tests.corpus.render_docx import word
from tests.corpus.render_html import html
from tests.corpus.render_ods import opendocument
from tests.corpus.render_sheets import workbook
from tests.corpus.render_text import comma, markdown, txt
from tests.corpus.typed import widened


def _printed(plan: Plan) -> bytes:
    from tests.corpus.render_pdf import pdf  # noqa: PLC0415  only this format needs a browser

    return pdf(plan)


RENDERERS = {
    "docx": word,
    "html": html,
    "md": markdown,
    "txt": txt,
    "xlsx": workbook,
    "csv": comma,
    "pdf": _printed,
    "ods": opendocument,
}


@dataclass(frozen=True)
class File:
    """A rendered plan."""

    name: str
    data: bytes
    truth: Truth


def render(plan: Plan, suffix: str) -> File:
    """Return the plan as a file of this format."""
    data = RENDERERS[suffix](_shown(plan, suffix))
    return File(f"plan-{plan.pool}-{plan.seed}.{suffix}", data, _truth(plan, suffix))


def _shown(plan: Plan, suffix: str) -> Plan:
    """Return the plan as far as a format can show it: marks of signing stand in printed files alone."""
    if plan.looks.get("listed") and suffix in WORDS:
        plan = as_lines(plan)
    if suffix in {"pdf", "txt"}:
        return plan
    parts = [part for part in plan.parts if not (isinstance(part, Line) and part.style == "stamp")]
    return replace(plan, parts=parts)


def _truth(plan: Plan, suffix: str) -> Truth:
    truth = plan.truth
    if plan.looks.get("typed") and suffix in {"xlsx", "ods"}:
        truth = widened(truth, plan)
    if suffix == "csv":
        language = truth.document["language"]
        truth = replace(
            truth, indicators=[], document=dict.fromkeys(truth.document, UNSCORED) | {"language": language}
        )
        if {"titled", "fiscal_noted"} & set(plan.notes):
            # Neither the title nor a note beside the table comes with it, and both tell what its times mean.
            truth = replace(truth, tasks=[replace(task, deadline=UNSCORED) for task in truth.tasks])
    return truth

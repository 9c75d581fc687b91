"""Plans without a table: each task a paragraph, and below it a line for each of its columns."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.model import Line, Part, Plan, Table

WORDS = ("docx", "html", "md", "txt", "pdf")
"""The formats that print text; a workbook or a register has its tasks in rows."""


def as_lines(plan: Plan) -> Plan:
    """Return the plan with its tasks as paragraphs."""
    fields = tuple(plan.looks["listed"])
    parts: list[Part] = []
    for part in plan.parts:
        if isinstance(part, Table) and part.name == "tasks":
            parts += _lines(part, fields, plan.language, bracketed=bool(plan.looks.get("bracketed")))
        else:
            parts.append(part)
    return replace(plan, parts=parts)


def _lines(table: Table, fields: tuple[str, ...], language: str, *, bracketed: bool) -> Iterator[Line]:
    heads: list[str] = []
    for row in table.rows:
        texts = [cell.text if cell else "" for cell in row.cells]
        if row.kind == "head":
            heads = [" ".join(text.split()) for text in texts]
        elif row.kind == "section":
            yield Line(". ".join(text for text in texts if text), "theme")
        elif row.kind == "aside":
            yield Line(texts[0], "text")
        else:
            cells = dict(zip(fields, zip(heads, texts, strict=True), strict=True))
            yield from _in_brackets(cells) if bracketed else _task(cells, language)


def _task(cells: dict[str, tuple[str, str]], language: str) -> Iterator[Line]:
    number = cells["no"][1]
    mark = "" if number.endswith((".", ")")) else "."
    yield Line(f"{number}{mark} {cells['title'][1]}", "text")
    for name, (heading, text) in cells.items():
        if name in {"no", "title"} or not text.strip("-– "):
            continue
        words = _names(text) if name in {"leads", "coordinators"} else " ".join(text.split())
        yield Line(f"{'- ' if language == 'vi' else ''}{heading}: {words}", "text")


def _in_brackets(cells: dict[str, tuple[str, str]]) -> Iterator[Line]:
    """Yield a task, and below it all that its columns say as one line in brackets."""
    number = cells["no"][1]
    mark = "" if number.endswith((".", ")")) else "."
    yield Line(f"{number}{mark} {cells['title'][1]}", "text")
    said = [
        f"{heading}: {_names(text) if name in {'leads', 'coordinators'} else ' '.join(text.split())}"
        for name, (heading, text) in cells.items()
        if name not in {"no", "title"} and text.strip("-– ")
    ]
    if said:
        yield Line(f"({'. '.join(said)})", "text")


def _names(text: str) -> str:
    """Return names that stood on a line each as one line."""
    lines = [re.sub(r"^(?:[-+*•·–—▪] ?|\d\. )", "", line).strip(" ;,.") for line in text.split("\n")]
    return text if len(lines) == 1 else "; ".join(line for line in lines if line)

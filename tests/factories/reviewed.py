"""A small draft with known doubts, and reviewers who decide on it."""

import dataclasses

from thuocdo.documents.remarks import remark
from thuocdo.documents.types import (
    DocumentData,
    DraftClause,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    DraftTheme,
)
from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.rules import added_rows, standing
from thuocdo.programme.review.types import WHOLE, Step, Verdict

EDUCATION = "Bộ Giáo dục và Đào tạo"
HEALTH = "Bộ Y tế"


def a_task(code, **changes):
    """Return a task that is whole and sure."""
    task = DraftTask(
        code=code,
        title=f"Việc {code}",
        leads=(EDUCATION,),
        coordinators=(HEALTH,),
        output="Kế hoạch",
        deadline_text="6/2025",
        deadline=DraftDeadline("month"),
        confidence=1.0,
        theme="I",
        leads_text=EDUCATION,
        coordinators_text=HEALTH,
        source={"line": 100 + 10 * int(code.split(".")[0])},
    )
    return dataclasses.replace(task, **changes)


def an_indicator(code, horizon=2030, **changes):
    """Return an indicator row with a figure."""
    row = DraftIndicator(
        code=code,
        title=f"Chỉ tiêu {code}",
        unit="%",
        target_text="30",
        targets=(DraftTarget("=", "30"),),
        agencies=(HEALTH,),
        horizon=horizon,
        confidence=0.95,
        agencies_text=HEALTH,
    )
    return dataclasses.replace(row, **changes)


def a_draft(**changes):
    """Return a draft of three tasks and one indicator; five cells are doubtful."""
    draft = DraftProgramme(
        document=DocumentData("1/KH-T", "Kế hoạch trồng cây", "UBND", None, sha256="ab" * 32),
        themes=(DraftTheme("I", "Cây"), DraftTheme("II", "Hoa")),
        clauses=(DraftClause("I.1", "Trồng cây."),),
        indicators=(an_indicator("1"),),
        tasks=(
            a_task("1"),
            a_task("2", output=None),
            a_task("3", leads=("Hội Cây",), leads_text="Hội Cây", confidence=0.6),
        ),
        remarks=(
            remark("document", "issued_on", "no_date"),
            remark("indicator 1", "targets", "no_comparator"),
            remark("task 2", "output", "blank_cell"),
            remark("task 3", "leads", "unknown_agency", printed="Hội Cây"),
            remark("task 3", "coordinators", "name_variant", printed="Bộ Ytế", read=HEALTH),
            remark("table 9", None, "cells_missing"),
        ),
    )
    return dataclasses.replace(draft, **changes)


def stand(draft, steps, person):
    """Return where a person stands after some steps."""
    return standing(rows_of(draft, added=added_rows(steps)), steps, person)


def fitting(draft, key, steps=()):
    """Return the verdict that agrees with the reading of a cell."""
    rows = rows_of(draft, added=added_rows(steps))
    cell = next(cell for row in rows for cell in row.cells if cell.key == key)
    return Verdict.ACCEPT if cell.printed or cell.field == WHOLE else Verdict.BLANK


def agree(draft, person, steps=()):
    """Return steps with which a person agrees to everything that waits."""
    return [Step(person, fitting(draft, key, steps), *key) for key in stand(draft, tuple(steps), person).open]

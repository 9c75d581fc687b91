"""Drafts of our own writing that are compared with each other."""

from datetime import date

from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.targets import read_targets
from thuocdo.documents.types import (
    DocumentData,
    DraftClause,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftStatement,
    DraftTask,
)


def aim(code, title, target=None, *, unit="%", horizon=2030, sure=1.0, agencies=()):
    """Return a row of a table of indicators; without a target it only heads others."""
    read = read_targets(target, unit=unit)[0] if target else ()
    targets = tuple(each for part in read for each in part.targets)
    return DraftIndicator(code, title, unit, target, targets, tuple(agencies), horizon, sure)


def task(code, title, time=None, *, leads=("Bộ Y tế",), output=None, serves=None):
    """Return a row of a table of tasks."""
    deadline = read_deadline(time)[0] if time else DraftDeadline("none")
    return DraftTask(code, title, tuple(leads), (), output, time, deadline, 1.0, serves=serves)


def document(*rows, number=None, issued_on=None):
    """Return a draft of clauses ("II.1.a", words), aims, statements and tasks in any order."""
    return DraftProgramme(
        DocumentData(number=number, issued_on=issued_on),
        clauses=tuple(DraftClause(*row) for row in rows if isinstance(row, tuple)),
        indicators=tuple(row for row in rows if isinstance(row, DraftIndicator)),
        tasks=tuple(row for row in rows if isinstance(row, DraftTask)),
        statements=tuple(row for row in rows if isinstance(row, DraftStatement)),
    )


GARDENS = document(
    ("II.1.a", "a) Xây dựng vườn ươm cây giống cho các trường học ở miền núi"),
    ("II.1.b", "b) Ban hành quy định về nước tưới tiết kiệm trong mùa khô"),
    aim("1", "Tỷ lệ trường học có vườn cây", "≥ 60"),
    aim("2", "Số vườn mẫu của mỗi huyện", "≥ 5", unit="Vườn"),
    aim("3", "Tỷ lệ cây sống sau một năm", "90"),
    task("1", "Xây dựng vườn ươm cây giống cho trường học miền núi", "6/2025", output="Vườn ươm"),
    task("2", "Ban hành quy định tưới nước tiết kiệm mùa khô", "2025", output="Quyết định"),
    task("3", "Tổ chức lớp học trồng cây cho giáo viên", "Hằng năm", output="Lớp học"),
    number="900/NQ-CP",
    issued_on=date(2025, 1, 9),
)
"""A programme in which every clause has its task."""

"""An invented programme and two acts that amend it, as drafts that people have accepted."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from thuocdo.documents.types import (
    DocumentData,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    DraftTheme,
)
from thuocdo.programme.naming import Names
from thuocdo.programme.proposing import propose
from thuocdo.programme.registry import register
from thuocdo.programme.types import Programme, Target

ISSUED = date(2025, 2, 5)
SECOND = date(2025, 7, 1)
THIRD = date(2025, 10, 1)
SCIENCE = "Bộ Khoa học và Công nghệ"
HEALTH = "Bộ Y tế"
JUSTICE = "Bộ Tư pháp"


def a_row(code: str, title: str, **changes: Any) -> DraftTask:
    """Return a task row: a plan by the science ministry, due at the end of June 2025."""
    row = DraftTask(
        code=code,
        title=title,
        leads=(SCIENCE,),
        coordinators=(JUSTICE,),
        output="Quyết định của Thủ tướng Chính phủ",
        deadline_text="6/2025",
        deadline=DraftDeadline("month", due=date(2025, 6, 30)),
        confidence=1.0,
        theme="I",
        leads_text=SCIENCE,
        coordinators_text=JUSTICE,
    )
    return replace(row, **changes)


def due(year: int, month: int, day: int) -> dict[str, Any]:
    """Return the fields of a deadline by a month's end."""
    return {
        "deadline_text": f"{month}/{year}",
        "deadline": DraftDeadline("month", due=date(year, month, day)),
    }


def a_measure(code: str, title: str, **changes: Any) -> DraftIndicator:
    """Return an indicator row in percent for 2030."""
    row = DraftIndicator(
        code=code,
        title=title,
        unit="%",
        target_text="≥ 60",
        targets=(DraftTarget(">=", "60"),),
        agencies=(SCIENCE,),
        horizon=2030,
        confidence=1.0,
    )
    return replace(row, **changes)


def _document(number: str, title: str, issued_on: date) -> DocumentData:
    return DocumentData(number, title, "Chính phủ", issued_on, sha256=number[:3].ljust(64, "0"))


def first_draft() -> DraftProgramme:
    """Return the programme as first adopted: five tasks in two themes, three indicator rows."""
    return DraftProgramme(
        document=_document("901/NQ-CP", "Chương trình trồng cây trong trường học", ISSUED),
        themes=(DraftTheme("I", "Vườn ươm và giống cây"), DraftTheme("II", "Chăm sóc và theo dõi")),
        tasks=(
            a_row("1", "Lập danh mục giống cây bản địa cho sân trường"),
            a_row("2", "Mở vườn ươm ở mỗi huyện miền núi", leads=(HEALTH,), output="Vườn ươm"),
            a_row("3", "Biên soạn sổ tay chăm cây cho học sinh", theme="II", **due(2025, 9, 30)),
            a_row("4", "Tổ chức ngày hội cây xanh toàn quốc", theme="II", **due(2025, 12, 31)),
            a_row("5", "Đo bóng mát sân trường bằng ảnh vệ tinh", theme="II", **due(2026, 6, 30)),
        ),
        indicators=(
            a_measure("1", "Tỷ lệ sân trường có bóng mát"),
            a_measure("2", "Tỷ lệ cây sống sau ba năm"),
            a_measure("3", "Số vườn ươm", unit="Vườn", target_text="100", targets=(DraftTarget("=", "100"),)),
        ),
    )


def second_draft() -> DraftProgramme:
    """Return the act that prints the whole list anew.

    It moves the deadline of 1, puts a new 2 in, so that 2 and 3 become 3 and 4, drops the festival
    and the count of nurseries, and raises a target.
    """
    rows = {row.code: row for row in first_draft().tasks}
    return DraftProgramme(
        document=_document(
            "902/NQ-CP", "Cập nhật chương trình trồng cây trong trường học", date(2025, 6, 20)
        ),
        themes=first_draft().themes,
        tasks=(
            replace(rows["1"], **due(2025, 12, 31)),
            a_row("2", "Kiểm kê đất trống quanh trường học", **due(2025, 11, 30)),
            replace(rows["2"], code="3"),
            replace(rows["3"], code="4", leads=(JUSTICE,), leads_text=JUSTICE),
            rows["5"],
        ),
        indicators=(
            a_measure(
                "1", "Tỷ lệ sân trường có bóng mát", target_text="≥ 70", targets=(DraftTarget(">=", "70"),)
            ),
            a_measure("2", "Tỷ lệ cây sống sau ba năm"),
        ),
    )


def third_draft() -> DraftProgramme:
    """Return the act that amends named rows: a new time for 1, an added 6, and 5 repealed."""
    blank = {"output": None, "leads": (), "coordinators": (), "leads_text": None, "coordinators_text": None}
    nothing = DraftDeadline("none")
    return DraftProgramme(
        document=_document("903/NQ-CP", "Sửa đổi, bổ sung chương trình trồng cây", date(2025, 9, 25)),
        tasks=(
            a_row(
                "1", "Lập danh mục giống cây bản địa cho sân trường", theme=None, **due(2026, 3, 31) | blank
            ),
            a_row("5", "Bãi bỏ", theme=None, deadline_text=None, deadline=nothing, **blank),
            a_row("6", "Cấp giống cây cho trường vùng hạn", **due(2026, 6, 30)),
        ),
    )


@cache
def first_version() -> Programme:
    """Return version 1."""
    return propose(first_draft(), slug="cay", register=register(), effective_on=ISSUED)


@cache
def second_version() -> Programme:
    """Return version 2, of the act that prints the whole list."""
    return propose(
        second_draft(), slug="cay", register=register(), before=first_version(), effective_on=SECOND
    )


@cache
def third_version() -> Programme:
    """Return version 3, of the act that amends named rows."""
    return propose(
        third_draft(),
        slug="cay",
        register=register(),
        before=second_version(),
        effective_on=THIRD,
        partial=True,
    )


def draft_of(programme: Programme, number: str = "999/NQ-CP") -> DraftProgramme:
    """Return the draft that prints a version as it stands, in the names of the country's list."""
    names = Names(register(), programme.issued_on)

    def shown(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.shown((code,)) for code in codes)

    return DraftProgramme(
        document=_document(number, programme.name_vi, programme.issued_on),
        themes=tuple(DraftTheme(theme.code, theme.title or theme.name_vi) for theme in programme.themes),
        tasks=tuple(
            DraftTask(
                code=task.number,
                title=task.title or task.name_vi,
                leads=shown(task.leads),
                coordinators=shown(task.coordinators),
                output=task.output,
                deadline_text=task.deadline.text or None,
                deadline=DraftDeadline(
                    task.deadline.kind.value,
                    task.deadline.start,
                    task.deadline.due,
                    task.deadline.every,  # type: ignore[arg-type]
                    task.deadline.day,
                ),
                confidence=1.0,
                theme=task.theme,
                leads_text=task.leads_text,
                coordinators_text=task.coordinators_text,
            )
            for task in programme.tasks
            if not task.replaced_by
        ),
        indicators=tuple(
            DraftIndicator(
                code=row.number,
                title=row.title or row.name_vi,
                unit=row.unit_vi,
                target_text=row.target_text,
                targets=tuple(_printed(target) for target in row.targets if target.test == "level"),
                agencies=shown(row.monitors),
                horizon=row.horizon,
                confidence=1.0,
                parent=row.parent or None,
            )
            for row in programme.indicators
            if not row.replaced_by
        ),
    )


def _printed(target: Target) -> DraftTarget:
    value = None if target.value is None else str(target.value)
    upper = None if target.upper is None else str(target.upper)
    return DraftTarget(target.comparator, value, upper, target.scope_vi or None)  # type: ignore[arg-type]

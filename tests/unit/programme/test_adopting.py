"""Putting the words of a document beside the catalogue."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thuocdo.documents.types import (
    DocumentData,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    DraftTheme,
)
from thuocdo.programme.adopting import differences, official_words
from thuocdo.programme.types import (
    Component,
    Deadline,
    DeadlineKind,
    Indicator,
    IndicatorKind,
    Mode,
    Need,
    Programme,
    Rhythm,
    Target,
    Task,
    Theme,
)

TASK = Task(
    code="1",
    theme="I",
    name_vi="Kế hoạch mẫu",
    name_en="Sample plan",
    leads=("BKHCN",),
    coordinators=(),
    deadline=Deadline(kind=DeadlineKind.MONTH, text="6/2025", due=date(2025, 6, 30)),
    components=(Component(code="a", any_of=(Need.PLAN,), name_vi="Kế hoạch", name_en="Plan"),),
    mode=Mode.ONE_FOR_ALL,
    rhythm=Rhythm.ONCE,
)
ROW = Indicator(
    code="1",
    horizon=2030,
    name_vi="Tỷ lệ mẫu",
    name_en="Sample share",
    kind=IndicatorKind.LEVEL,
    unit="percent",
    unit_vi="%",
    unit_en="%",
    lower_is_better=False,
    targets=(Target(comparator=">=", value=Decimal("0.70")),),
    monitors=("BTTTT",),
)
PROGRAMME = Programme(
    slug="mau",
    number="01/NQ-CP",
    name_vi="Chương trình mẫu",
    name_en="Sample programme",
    issuer_vi="Chính phủ",
    issuer_en="Government",
    issued_on=date(2025, 1, 9),
    version=1,
    themes=(Theme(code="I", name_vi="Một", name_en="One"),),
    tasks=(TASK,),
    indicators=(ROW,),
)
DRAFT_TASK = DraftTask(
    code="1",
    theme="I",
    title="Lập kế hoạch mẫu cho năm 2025",
    leads=("Bộ Khoa học và Công nghệ",),
    coordinators=(),
    output="Kế hoạch",
    deadline_text="6/2025",
    deadline=DraftDeadline(kind="month", due=date(2025, 6, 30)),
    confidence=1.0,
    leads_text="Bộ Khoa học và Công nghệ",
)
DRAFT_ROW = DraftIndicator(
    code="1",
    title="Tỷ lệ mẫu của năm",
    unit="%",
    target_text="≥ 0,7",
    targets=(DraftTarget(comparator=">=", value="0.7"),),
    agencies=("Bộ Thông tin và Truyền thông",),
    horizon=2030,
    confidence=1.0,
)
DRAFT = DraftProgramme(
    document=DocumentData(number="01/NQ-CP"),
    themes=(DraftTheme(code="I", title="Nhóm thứ nhất"),),
    clauses=(),
    indicators=(DRAFT_ROW,),
    tasks=(DRAFT_TASK,),
    remarks=(),
)


def test_a_document_that_agrees_has_no_differences():
    """The same facts in other spellings (0,7 and 0.70, names and codes) agree."""
    assert differences(PROGRAMME, DRAFT) == []


@pytest.mark.parametrize(
    ("draft", "where", "field"),
    [
        (replace(DRAFT, document=DocumentData(number="71/NQ-CP")), "document", "number"),
        (replace(DRAFT, tasks=()), "task 1", None),
        (replace(DRAFT, tasks=(DRAFT_TASK, replace(DRAFT_TASK, code="2"))), "task 2", None),
        (replace(DRAFT, tasks=(replace(DRAFT_TASK, leads=("Bộ Công an",)),)), "task 1", "leads"),
        (
            replace(
                DRAFT,
                tasks=(replace(DRAFT_TASK, deadline=DraftDeadline(kind="month", due=date(2025, 7, 31))),),
            ),
            "task 1",
            "deadline",
        ),
        (
            replace(
                DRAFT,
                indicators=(replace(DRAFT_ROW, targets=(DraftTarget(comparator=">", value="0.7"),)),),
            ),
            "indicator 1@2030",
            "targets",
        ),
    ],
)
def test_each_difference_is_named_with_its_row_and_field(draft, where, field):
    """Whatever somebody would answer for is compared, and the fault says where."""
    assert [(fault.where, fault.field) for fault in differences(PROGRAMME, draft)] == [(where, field)]


def test_the_words_come_over_verbatim():
    """Titles, outputs and agency cells are taken as printed."""
    words = official_words(DRAFT)
    assert words["task", "1", 0] == {
        "title": "Lập kế hoạch mẫu cho năm 2025",
        "output": "Kế hoạch",
        "leads_text": "Bộ Khoa học và Công nghệ",
        "coordinators_text": None,
    }
    assert words["indicator", "1", 2030] == {"title": "Tỷ lệ mẫu của năm", "target_text": "≥ 0,7"}
    assert words["theme", "I", 0] == {"title": "Nhóm thứ nhất"}

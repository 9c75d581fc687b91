"""Duties in numbered prose become tasks: who, with whom, what, by when; talk does not."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thuocdo.core.country import names
from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.duties import find_tasks
from thuocdo.documents.reading.passages import Outline
from thuocdo.documents.types import DraftTask


def tasks(*lines: str) -> list[tuple[DraftTask, tuple[Doubt, ...]]]:
    """Return the tasks of these paragraphs."""
    blocks = [Block(text, line) for line, text in enumerate(lines, start=1)]
    return find_tasks(Outline().passages(blocks), directory(names()))


SENTENCES = [
    (
        (
            "1. Giao Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ xây dựng đề án thuê tàu, hoàn "
            "thành trong quý "
            "II/2025."
        ),
        ("Bộ Tài chính",),
        ("Bộ Nội vụ",),
        "xây dựng đề án thuê tàu, hoàn thành trong quý II/2025",
        dt.date(2025, 6, 30),
    ),
    (
        (
            "2. Bộ Công an chủ trì, phối hợp với Bộ Quốc phòng, các địa phương rà soát bến đò trước ngày "
            "01/7/2025."
        ),
        ("Bộ Công an",),
        ("Bộ Quốc phòng", "Các địa phương"),
        "rà soát bến đò trước ngày 01/7/2025",
        dt.date(2025, 6, 30),
    ),
    (
        "a) Bộ Xây dựng: ban hành định mức sửa cầu phao, xong trong tháng 9/2025.",
        ("Bộ Xây dựng",),
        (),
        "ban hành định mức sửa cầu phao, xong trong tháng 9/2025",
        dt.date(2025, 9, 30),
    ),
    (
        "b) Bộ Y tế có trách nhiệm trình Chính phủ nghị định về trạm y tế nổi, chậm nhất là ngày 15/10/2026.",
        ("Bộ Y tế",),
        (),
        "trình Chính phủ nghị định về trạm y tế nổi, chậm nhất là ngày 15/10/2026",
        dt.date(2026, 10, 15),
    ),
    (
        (
            "3. The Ministry of Finance shall, in coordination with the Ministry of Home Affairs, submit a "
            "scheme for "
            "ferries by 30 June 2026."
        ),
        ("Bộ Tài chính",),
        ("Bộ Nội vụ",),
        "submit a scheme for ferries by 30 June 2026",
        dt.date(2026, 6, 30),
    ),
    (
        "4. The Ministry of Health is responsible for opening floating clinics before 1 March 2027.",
        ("Bộ Y tế",),
        (),
        "opening floating clinics before 1 March 2027",
        dt.date(2027, 2, 28),
    ),
    (
        "5. The Prime Minister assigns the Ministry of Finance to publish ferry prices by Q3 2025.",
        ("Bộ Tài chính",),
        (),
        "publish ferry prices by Q3 2025",
        dt.date(2025, 9, 30),
    ),
    (
        (
            "6. Build one ticket for all ferries. Lead: Ministry of Finance. Coordination: Ministry "
            "of Health. "
            "Deadline: Q3 2025. Output: ticket in use."
        ),
        ("Bộ Tài chính",),
        ("Bộ Y tế",),
        "Build one ticket for all ferries",
        dt.date(2025, 9, 30),
    ),
    (
        (
            "7. Lập bản đồ luồng lạch (Cơ quan chủ trì: Bộ Xây dựng; Cơ quan phối hợp: Bộ Quốc "
            "phòng; Thời gian "
            "hoàn "
            "thành: Quý IV/2025)."
        ),
        ("Bộ Xây dựng",),
        ("Bộ Quốc phòng",),
        "Lập bản đồ luồng lạch",
        dt.date(2025, 12, 31),
    ),
]


@pytest.mark.parametrize(
    ("text", "leads", "coordinators", "title", "due"), SENTENCES, ids=lambda _value: None
)
def test_sentence(text, leads, coordinators, title, due):
    """Who leads, who helps, the deed in the words of the document, and the last day in time."""
    [(task, doubts)] = tasks(text)
    assert (task.leads, task.coordinators, task.title) == (leads, coordinators, title)
    assert task.deadline.due == due
    assert doubts[0].code == "task_from_prose"
    assert task.confidence == 0.7


def test_output_behind_a_label():
    """An output is taken where the words name it as one."""
    [(task, _doubts)] = tasks(SENTENCES[7][0])
    assert task.output == "ticket in use"


def test_list_under_a_body():
    """A body and a colon: each item of the list below is a task of its own."""
    found = tasks(
        "IV. TỔ CHỨC THỰC HIỆN",
        "1. Bộ Nội vụ:",
        "- Rà soát biên chế bến đò trước 30/6/2025;",
        "- Trình đề án tuyển thợ máy trong tháng 9/2025.",
        "2. Bộ Y tế hướng dẫn sơ cứu trên sông.",
    )
    assert [(task.code, task.leads) for task, _doubts in found] == [
        ("IV.1", ("Bộ Nội vụ",)),
        ("IV.1-2", ("Bộ Nội vụ",)),
        ("IV.2", ("Bộ Y tế",)),
    ]


def test_unknown_body_is_proposed_with_a_remark():
    """A body that nobody knows keeps its printed name, and the reviewer is told."""
    [(task, doubts)] = tasks("1. Giao Ban Quản lý Bến đò Sông Con chủ trì lập quy chế trước ngày 01/9/2025.")
    assert task.leads == ("Ban Quản lý Bến đò Sông Con",)
    assert "unknown_agency" in {doubt.code for doubt in doubts}
    assert task.confidence < 0.7


def test_rhythm():
    """What is to be reported again and again has a rhythm and no last day."""
    [(task, _doubts)] = tasks("1. Bộ Y tế theo dõi, định kỳ 6 tháng báo cáo Chính phủ.")
    assert (task.deadline.kind, task.deadline.every, task.deadline.due) == ("ongoing", "half_year", None)


def test_task_without_a_time_is_remarked():
    """A duty without a time is proposed, less surely."""
    [(task, doubts)] = tasks("1. Bộ Y tế chủ trì hướng dẫn sơ cứu trên sông.")
    assert (task.deadline_text, task.confidence) == (None, 0.5)
    assert "task_without_time" in {doubt.code for doubt in doubts}


NO_TASKS = [
    "Nơi nhận: Bộ Tài chính, Bộ Y tế.",
    "Căn cứ đề nghị của Bộ Tài chính trình ngày 5/3/2025.",
    "Theo đề nghị của Bộ trưởng Bộ Y tế tại Tờ trình số 5/TTr-BYT ngày 5/3/2025.",
    "1. Nghề chèo đò có từ lâu đời và gắn với đời sống người dân.",
    "1. Hạ tầng bến bãi còn thiếu; nhiều bến chưa được cấp phép.",
    "1. Xây dựng bến đò an toàn, văn minh.",
    "1. Ban hành chính sách hỗ trợ người lái đò.",
    "Bộ Tài chính vui mừng trước kết quả này.",
    "Pursuant to the proposal of the Ministry of Finance of 5 March 2025.",
    "1. Ferries will carry two million people by 2030.",
    "1. Safe landings are a common good and everyone must care for them.",
]


@pytest.mark.parametrize("text", NO_TASKS)
def test_no_task(text):
    """Recipients, legal bases, aims and descriptions give nobody a duty."""
    assert tasks(text) == []


PLAN = """Số: 9/KH-UBND

KẾ HOẠCH

an toàn bến đò

II. NHIỆM VỤ

1. Giao Bộ Công an chủ trì, phối hợp với Bộ Xây dựng kiểm tra bến đò trước ngày 30/6/2025.

2. Mỗi bến có biển báo và áo phao.

Nơi nhận:

- Bộ Y tế chủ trì;
"""


def test_plan_without_a_table_is_read():
    """A plan in numbered prose is a draft with tasks, each remarked as read out of a sentence."""
    draft = read_bytes(PLAN.encode(), filename="ke-hoach.txt")
    assert [(task.code, task.leads, task.coordinators) for task in draft.tasks] == [
        ("II.1", ("Bộ Công an",), ("Bộ Xây dựng",))
    ]
    assert {note.where for note in draft.remarks if note.code == "task_from_prose"} == {"task II.1"}
    assert [clause.code for clause in draft.clauses] == ["II.1", "II.2"]


def test_prose_without_tasks_or_aims_is_refused():
    """Text that neither names a duty nor an aim is refused with what is missing."""
    text = "Nghề chèo đò có từ lâu đời và gắn với đời sống của người dân ven sông.\n" * 5
    with pytest.raises(Unreadable) as refusal:
        read_bytes(text.encode(), filename="van-ban.txt")
    assert refusal.value.template == errors.NO_TASKS


SCRAPS = [
    "Giao",
    "Bộ Tài chính",
    "chủ trì",
    ",",
    "phối hợp với",
    "Bộ Y tế",
    "xây dựng",
    ":",
    ";",
    ". ",
    "shall",
]
SCRAPS += [
    "The Ministry of Health",
    "in coordination with",
    "by 30 June 2026",
    "trước ngày 01/7/2025",
    "Lead:",
    "to",
]
SCRAPS += [
    "Deadline:",
    "a)",
    "1.",
    "-",
    "định kỳ 6 tháng",
    "các địa phương",
    "Ban",
    "tổ chức",
    "(",
    ")",
    "Output:",
]
LINES = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=6)), max_size=16).map(" ".join)


def _close(text):
    """Return the text without blanks: what stood around words taken out is closed up."""
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=5))
def test_any_text_gives_tasks_in_its_own_words(lines):
    """Whatever the text, nothing is raised, codes differ, and titles are words of the paragraphs."""
    texts = [" ".join(line.split()) for line in lines]
    found = tasks(*texts)
    codes = [task.code for task, _doubts in found if task.code]
    for task, doubts in found:
        assert _close(task.title) in _close("\n".join(texts))
        assert task.confidence <= 0.7
        assert doubts[0].code == "task_from_prose"
    assert len(set(codes)) == len(found)

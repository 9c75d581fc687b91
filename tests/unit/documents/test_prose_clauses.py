"""Clauses of prose in full: what stands behind the duty, where names end, and what was not read."""

import datetime as dt

import pytest

from thuocdo.core.country import names
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.helpers import names_end
from thuocdo.documents.reading.saidafter import parted, time_said


def read(*lines: str):
    """Return the draft of a text with these paragraphs."""
    return read_bytes("\n\n".join(lines).encode(), filename="plan.txt")


HEAD = ("UBND TỈNH CÀ MAU", "Số: 9/KH-UBND", "KẾ HOẠCH", "Giữ rừng ngập mặn ven biển")

VIETNAMESE = [
    (
        "Sản phẩm: Bản đồ rừng. Thời gian hoàn thành: trước ngày 20/5/2027.",
        "Bản đồ rừng",
        dt.date(2027, 5, 19),
    ),
    ("Kết quả: Bản đồ rừng. Thời hạn: quý III/2027.", "Bản đồ rừng", dt.date(2027, 9, 30)),
    ("Kinh phí: 2 tỷ đồng. Hoàn thành: tháng 4/2027. Sản phẩm: Bản đồ.", "Bản đồ", dt.date(2027, 4, 30)),
    ("Hoàn thành trong quý II/2027.", None, dt.date(2027, 6, 30)),
    ("Thời hạn hoàn thành trước ngày 01/7/2027.", None, dt.date(2027, 6, 30)),
    ("Báo cáo UBND tỉnh trước ngày 01/7/2027.", None, dt.date(2027, 6, 30)),
    ("(Sản phẩm: Bản đồ rừng; thời hạn: quý III/2027)", "Bản đồ rừng", dt.date(2027, 9, 30)),
]


@pytest.mark.parametrize(("behind", "output", "due"), VIETNAMESE)
def test_later_sentences_belong_to_the_duty_before_them(behind, output, due):
    """Output and time are read where labels or a sentence of their own name them, and never in the title."""
    draft = read(*HEAD, f"1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ vẽ bản đồ rừng. {behind}")
    [task] = draft.tasks
    assert (task.title, task.output, task.deadline.due) == ("vẽ bản đồ rừng", output, due)
    assert (task.leads, task.coordinators) == (("Sở Tài chính",), ("Sở Nội vụ",))


def test_a_time_from_a_sentence_with_a_verb_of_its_own_is_remarked():
    """The day of the report may not be that of the task, and the remark names the field."""
    draft = read(
        *HEAD, "1. Giao Sở Tài chính chủ trì vẽ bản đồ rừng. Báo cáo UBND tỉnh trước ngày 01/7/2027."
    )
    assert [note.field for note in draft.remarks if note.code == "deadline_of_sentence"] == ["deadline_text"]


ENGLISH = [
    ("Expected output: 40 wells tested. Timeline: by June 2027.", "40 wells tested", dt.date(2027, 6, 30)),
    ("Deliverable: a register. Budget: 2 million. Deadline: Q3 2027.", "a register", dt.date(2027, 9, 30)),
    ("Deadline: June 2027.", None, dt.date(2027, 6, 30)),
    ("To be completed by 30 June 2027.", None, dt.date(2027, 6, 30)),
]


@pytest.mark.parametrize(("behind", "output", "due"), ENGLISH)
def test_later_sentences_in_english(behind, output, due):
    """The same in English, also for a body whose name says no kind."""
    draft = read(
        "REPUBLIC OF KENYA",
        "Water plan of Turkana",
        "1. The Northern Water Works shall, in coordination with the Kenya Red Cross, test all wells. "
        f"{behind}",
    )
    [task] = draft.tasks
    assert (task.title, task.output, task.deadline.due) == ("test all wells", output, due)
    assert (task.leads, task.coordinators) == (("Northern Water Works",), ("Kenya Red Cross",))


def test_labels_on_bullets_belong_to_the_clause():
    """Labels on paragraphs of their own below the clause say the same."""
    draft = read(
        *HEAD,
        "1. Giao Sở Tài chính chủ trì vẽ bản đồ rừng.",
        "- Sản phẩm: Bản đồ rừng.",
        "- Thời hạn: tháng 5/2027.",
    )
    [task] = draft.tasks
    assert (task.output, task.deadline.due) == ("Bản đồ rừng", dt.date(2027, 5, 31))


LEADS = [
    ("Giao Xí nghiệp Muối Năm Căn chủ trì thu mua muối.", "Xí nghiệp Muối Năm Căn", "thu mua muối"),
    (
        "Giao Ban Quản lý dự án phát triển nông thôn tỉnh chủ trì, phối hợp với Sở Tài chính đắp đê.",
        "Ban Quản lý dự án phát triển nông thôn tỉnh",
        "đắp đê",
    ),
    (
        "Quỹ hỗ trợ phát triển nghề biển chủ trì cho vay đóng tàu.",
        "Quỹ hỗ trợ phát triển nghề biển",
        "cho vay đóng tàu",
    ),
    ("Giao Báo Đất Mũi kẻ biển báo bến đò.", "Báo Đất Mũi", "kẻ biển báo bến đò"),
    ("Sở Tài chính là cơ quan đầu mối xếp lịch.", "Sở Tài chính", "là cơ quan đầu mối xếp lịch"),
    ("UBND xã Đất Mũi đào ao trữ nước.", "UBND xã Đất Mũi", "đào ao trữ nước"),
    ("Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành thả cá.", "Sở Tài chính", "thả cá"),
    ("Sở Tài chính phối hợp nghiên cứu giống cá.", "Sở Tài chính", "phối hợp nghiên cứu giống cá"),
    ("Sở Tài chính báo cáo và chủ trì họp.", "Sở Tài chính", "báo cáo và chủ trì họp"),
]


@pytest.mark.parametrize(("sentence", "lead", "title"), LEADS)
def test_the_sentence_shows_where_the_name_of_the_lead_ends(sentence, lead, title):
    """Between “Giao” and “chủ trì” stands the body, whatever its kind and the words in its name."""
    [task] = read(*HEAD, f"1. {sentence} Thời hạn: tháng 5/2027.").tasks
    assert (task.leads_text, task.title) == (lead, title)


def test_bodies_in_brackets_behind_the_work():
    """“… (Sở A chủ trì; UBND các xã phối hợp; hoàn thành …)” names lead, helpers and time."""
    work = "Vẽ bản đồ rừng (Sở Tài chính chủ trì; UBND các xã phối hợp; hoàn thành tháng 5/2027)."
    [task] = read(*HEAD, f"1. {work}").tasks
    assert (task.title, task.leads, task.deadline.due) == (
        "Vẽ bản đồ rừng",
        ("Sở Tài chính",),
        dt.date(2027, 5, 31),
    )
    assert task.coordinators_text == "UBND các xã"


def test_a_name_that_only_its_place_shows_is_remarked_on_its_fields():
    """Where the name of an unknown body ends is said to be unsure, for the lead and for the title."""
    draft = read(*HEAD, "1. Giao Xí nghiệp Muối Năm Căn chủ trì thu mua muối. Thời hạn: tháng 5/2027.")
    assert {note.field for note in draft.remarks if note.code == "name_by_place"} == {"leads", "title"}


HELPERS = [
    ("Mobifone Cà Mau kẻ biển báo", "Mobifone Cà Mau"),
    ("Sở Tài chính, Sở Nội vụ và Hội Nghề cá tỉnh thả rùa", "Sở Tài chính, Sở Nội vụ và Hội Nghề cá tỉnh"),
    ("các xã ven biển trồng đước", "các xã ven biển"),
    ("Ban Quản lý dự án hạ tầng xây dựng tỉnh khởi công kè", "Ban Quản lý dự án hạ tầng xây dựng tỉnh"),
    ("trồng đước", ""),
    ("Sở Giáo dục và Đào tạo kẻ bảng", "Sở Giáo dục và Đào tạo"),
    ("Hội Đào tạo nghề biển dạy bơi", "Hội Đào tạo nghề biển"),
    ("Trung tâm Muối số 5 và Công ty Cổ phần Lưới kẻ biển", "Trung tâm Muối số 5 và Công ty Cổ phần Lưới"),
    (
        "các sở, ban, ngành liên quan và UBND các xã ven sông thả cá",
        "các sở, ban, ngành liên quan và UBND các xã ven sông",
    ),
    ("Công ty Muối biển Bạc, Sở Tài chính cân muối", "Công ty Muối biển Bạc, Sở Tài chính"),
]


@pytest.mark.parametrize(("words", "bodies"), HELPERS)
def test_where_a_list_of_helpers_ends(words, bodies):
    """Known names, capitals, and the verb of the duty show where the bodies end."""
    assert words[: names_end(words, directory(names()))] == bodies


NO_TITLES = [
    "Đề nghị các đơn vị khẩn trương thực hiện.",
    "Yêu cầu các sở, ban, ngành nghiêm túc triển khai thực hiện Kế hoạch này.",
]


@pytest.mark.parametrize("closing", NO_TITLES)
def test_a_closing_sentence_is_no_task(closing):
    """What asks only that the plan be carried out gives no task of its own."""
    draft = read(*HEAD, "1. Giao Sở Tài chính chủ trì vẽ bản đồ. Thời hạn: tháng 5/2027.", closing)
    assert [task.code for task in draft.tasks] == ["1"]


def test_an_output_with_a_figure_is_no_indicator():
    """“Sản phẩm: …” behind a duty says what comes out of it and sets no aim."""
    draft = read(
        *HEAD, "1. Giao Sở Tài chính chủ trì vẽ bản đồ. Sản phẩm: Tỷ lệ phủ đạt 85%. Thời hạn: năm 2027."
    )
    assert [task.output for task in draft.tasks] == ["Tỷ lệ phủ đạt 85%"]
    assert draft.indicators == ()


CLAUSES = (
    "1. Giao Sở Tài chính chủ trì vẽ bản đồ. Thời hạn: tháng 5/2027.",
    "2. Giao Sở Nội vụ chủ trì lập đội tuần tra. Thời hạn: tháng 6/2027.",
    "3. Việc thả rùa thì mấy anh em ngoài bến lo.",
    "4. Giao Sở Y tế chủ trì đặt tủ thuốc. Thời hạn: tháng 7/2027.",
    "5. Giao Sở Xây dựng chủ trì dựng chòi. Thời hạn: tháng 8/2027.",
    "6. Còn lại thì tùy nơi.",
)


def test_a_clause_without_a_task_among_tasks_is_remarked():
    """The clause is named with its words, and the tasks beside the gap say that numbers are missing."""
    draft = read(*HEAD, *CLAUSES)
    assert [task.code for task in draft.tasks] == ["1", "2", "4", "5"]
    assert [note.where for note in draft.remarks if note.code == "clause_unread"] == ["clause 3", "clause 6"]
    assert [note.where for note in draft.remarks if note.code == "rows_missing"] == ["task 2", "task 4"]


@pytest.mark.parametrize("text", ["Sở Y tế: ban hành sổ tay", "Nghề đóng tàu: nghề xưa", "Lưu ý: mùa gió"])
def test_words_with_a_colon_that_are_no_label(text):
    """A body with a colon, and words that name no field, leave the paragraph as it is."""
    assert parted(text, directory(names())).texts == (text,)


@pytest.mark.parametrize("text", ["Trồng đước năm 2027 là việc khó.", "Rừng đước đẹp.", "Hoàn thành."])
def test_sentences_that_say_no_time_for_the_duty(text):
    """A year in other talk is no deadline."""
    assert time_said(text) is None

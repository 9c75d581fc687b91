"""Clauses below a heading that names a body are its tasks, however both are written."""

import datetime as dt

from thuocdo.documents.files import read_bytes

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH AN GIANG\nSố: 31/CT-UBND\nAn Giang, ngày 04 tháng 5 năm 2026\n"
    "CHỈ THỊ\nVề việc giữ gìn bờ kênh mùa nước nổi\n"
)


def read(text, name="chi-thi.txt"):
    """Return the draft of a text."""
    return read_bytes(text.encode(), filename=name)


def shown(draft):
    """Return of each task its number, leads, last day and rhythm."""
    return [(task.code, task.leads, task.deadline.due, task.deadline.every) for task in draft.tasks]


def test_lettered_clauses_and_paragraphs_have_the_lead_of_their_heading():
    """Letters, a plain paragraph and bullets are led by the body in the numbered heading above them."""
    draft = read(
        HEAD
        + "1. Sở Xây dựng\n"
        + "a) Chủ trì, phối hợp với Công an tỉnh kiểm tra bờ kè, hoàn thành trước ngày 10/7/2026.\n"
        + "b) Định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh về các đoạn sạt lở.\n"
        + "2. Sở Tài chính\n"
        + "Bố trí kinh phí sửa cống, xong trong tháng 6/2026.\n"
        + "3. Ủy ban nhân dân các xã, phường:\n"
        + "- Cắm biển báo ở các bến đò trong tháng 8/2026;\n"
        + "- Trực canh đê từ ngày 01/8/2026 đến ngày 30/11/2026.\n"
        + "Yêu cầu Thủ trưởng các cơ quan nghiêm túc triển khai thực hiện./."
    )
    works, money, wards = ("Sở Xây dựng",), ("Sở Tài chính",), ("Ủy ban nhân dân các xã, phường",)
    assert shown(draft) == [
        ("1.a", works, dt.date(2026, 7, 9), None),
        ("1.b", works, None, "quarter"),
        ("2", money, dt.date(2026, 6, 30), None),
        ("3", wards, dt.date(2026, 8, 31), None),
        ("3-2", wards, dt.date(2026, 11, 30), None),
    ]
    assert draft.tasks[0].coordinators == ("Công an tỉnh",)
    assert draft.tasks[0].title.startswith("kiểm tra bờ kè")


def test_english_bodies_with_will_and_a_colon():
    """“The … will:” leads the letters below it, a name known or not; the last “and” is no word of theirs."""
    draft = read(
        "MINISTRY OF CANALS\nCircular No. 4 of 2026\n3 March 2026\nKEEPING THE LOCKS OPEN\n"
        "1. The Department of Locks will:\n"
        "(a) oil every gate by 30 June 2026; and\n"
        "(b) together with the Harbour Office, count the barges every month.\n"
        "2. Towpath Volunteers shall:\n(a) paint the mile posts before 1 May 2026.\n",
        "circular.txt",
    )
    assert shown(draft) == [
        ("1.a", ("Department of Locks",), dt.date(2026, 6, 30), None),
        ("1.b", ("Department of Locks",), None, "month"),
        ("2.a", ("Towpath Volunteers",), dt.date(2026, 4, 30), None),
    ]
    assert draft.tasks[0].title == "oil every gate by 30 June 2026"
    assert (draft.document.number, draft.document.title) == (
        "Circular No. 4 of 2026",
        "KEEPING THE LOCKS OPEN",
    )


def test_headings_without_a_number_and_lists_that_begin_anew():
    """Where several loose lines are names of bodies, what stands below each is its own; a topic ends it."""
    draft = read(
        "# Harbour Plan 2026-2028\n\nAdopted 9 April 2026\n\n## Fisheries Department\n\n"
        "1. Mend the nets by 31 July 2026.\n2. Count the boats each year.\n\n## Harbour Council\n\n"
        "1. Light the pier by March 2027.\n\n## Review\n\nThe plan is looked at again in 2028.\n",
        "plan.md",
    )
    assert [task.leads for task in draft.tasks] == [
        ("Fisheries Department",),
        ("Fisheries Department",),
        ("Harbour Council",),
    ]


def test_headings_that_name_topics_lead_nothing():
    """A heading that only begins like a body, or stands alone among topics, gives nobody a task."""
    draft = read(
        HEAD
        + "1. Phòng ngừa sạt lở\na) Trồng cây chắn sóng ở những nơi xung yếu.\n"
        + "2. Nâng cao nhận thức\na) Treo băng rôn ở các bến.\n"
        + "3. Giao Sở Xây dựng báo cáo kết quả trước ngày 15/12/2026.\n"
    )
    assert [task.code for task in draft.tasks] == ["3"]


def test_a_clause_with_a_time_and_no_task_is_remarked():
    """Clauses that name a time by which something is due are named where no task was read out of them."""
    draft = read(
        HEAD
        + "1. Phòng ngừa sạt lở\na) Trồng cây chắn sóng, hoàn thành trước ngày 30/9/2026.\n"
        + "b) Giữ sạch lòng kênh.\n"
        + "2. Giao Sở Xây dựng báo cáo kết quả trước ngày 15/12/2026.\n"
    )
    found = [note.where for note in draft.remarks if note.code == "clause_unread"]
    assert ([task.code for task in draft.tasks], found) == (["2"], ["clause 1.a"])


def test_bodies_that_are_only_addressed_get_no_task():
    """A list of bodies below “…:” is whom the document is sent to."""
    draft = read(
        HEAD + "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Sở Xây dựng;\n- Công an tỉnh.\n"
        "1. Sở Xây dựng:\n- Kiểm tra bờ kè trước ngày 10/7/2026.\n"
    )
    assert [(task.code, task.leads) for task in draft.tasks] == [("1", ("Sở Xây dựng",))]


def test_decimal_numbers_keep_the_number_above_them_once():
    """“2.1” below “2.” is 2.1."""
    draft = read(
        "Winter Plan\n\n2. Actions\n2.1 The Water Board shall close the sluice by 1 May 2026.\n"
        "2.2 The Road Board shall salt the bridge by 1 June 2026.\n",
        "plan.txt",
    )
    assert [task.code for task in draft.tasks] == ["2.1", "2.2"]

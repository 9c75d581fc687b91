"""The head of a document: number, title, issuer and day, out of letterheads, mails, pages and annexes."""

import datetime as dt

import pytest

from thuocdo.documents.files import read_bytes

ROWS = (
    "| No. | Task | Lead agency | Deadline |",
    "|---|---|---|---|",
    "| 1 | Plant the trees of the park | Parks Office | 30 June 2027 |",
    "| 2 | Count the trees of the town | Parks Office | 31 July 2027 |",
)
ROWS_VI = (
    "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |",
    "|---|---|---|---|",
    "| 1 | Trồng cây trong công viên | Sở Xây dựng | 30/6/2027 |",
    "| 2 | Kiểm đếm cây của các phường | Sở Tài chính | 31/7/2027 |",
)
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def draft_of(*lines, rows=ROWS, suffix="md"):
    """Return the draft of a document with these lines above a table."""
    return read_bytes("\n\n".join((*lines, "\n".join(rows))).encode(), filename=f"plan.{suffix}")


def doubted(draft):
    """Return the fields of the head that a remark names."""
    return {note.field for note in draft.remarks if note.where == "document"}


@pytest.mark.parametrize(
    ("lines", "issuer", "doubtful"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"), "Tỉnh Cao Bằng", False),
        (("UBND TỈNH CAO BẰNG", "SỞ TÀI CHÍNH", "Số: 12/KH-STC"), "Sở Tài chính tỉnh Cao Bằng", False),
        (("UBND THÀNH PHỐ CẦN THƠ", "SỞ Y TẾ", "Số: 7/KH-SYT"), "Sở Y tế thành phố Cần Thơ", False),
        (
            ("UBND TỈNH CAO BẰNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 5/KH-SGDĐT"),
            "Sở Giáo dục và Đào tạo tỉnh Cao Bằng",
            False,
        ),
        (("UBND TỈNH CAO BẰNG", "SỞ TÀI CHÍNH"), "Sở Tài chính tỉnh Cao Bằng", True),
        (("UBND TỈNH CAO BẰNG", "SỞ TÀI CHÍNH", "Số: 12/KH-UBND"), "Tỉnh Cao Bằng", True),
        (("BỘ Y TẾ", "Số: 3/QĐ-BYT"), "Bộ Y tế", False),
        (("UBND TỈNH CAO BẰNG", "Số: 12/KH-STC"), "Tỉnh Cao Bằng", True),
    ],
)
def test_the_lowest_body_of_a_letterhead_issued_it(lines, issuer, doubtful):
    """The lower line is the issuer, as the letters of the number say; where they do not, a remark asks."""
    head = (*lines, *STATE, "Cao Bằng, ngày 03 tháng 5 năm 2026", "KẾ HOẠCH", "Trồng cây năm 2026")
    draft = draft_of(*head, rows=ROWS_VI)
    assert draft.document.issuer == issuer
    assert ("issuer" in doubted(draft)) == doubtful


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("Harbour Department", "Harbour Plan 2027"), "Harbour Department"),
        (("Republic of Arcania", "MINISTRY OF RIVERS", "River Plan 2027"), "MINISTRY OF RIVERS"),
        (("River Plan 2027", "Ministry of Rivers"), "Ministry of Rivers"),
        (("River Plan 2027", "Prepared by the Department of Rivers"), "Department of Rivers"),
        (("Elmbrook Town Council Road Plan 2027",), "Elmbrook Town Council"),
        (("Elmbrook Rural District – Road Plan 2027",), "Elmbrook Rural District"),
        (("River Plan 2027", "As agreed with the council, all offices take part."), None),
    ],
)
def test_an_english_issuer_stands_beside_or_within_the_title(lines, issuer):
    """Letterhead, line beside the title, words that name the maker, the title itself; never a sentence."""
    draft = draft_of(*lines)
    assert draft.document.issuer == issuer
    assert draft.document.title == next(line for line in lines if "Plan" in line)


def test_a_body_out_of_the_title_is_remarked():
    """A name within a title is weaker evidence than a letterhead."""
    draft = draft_of("Elmbrook Town Council Road Plan 2027")
    assert "head_from_words" in {note.code for note in draft.remarks if note.field == "issuer"}


def test_a_sheet_has_the_national_heading_between_the_lines_of_the_issuer():
    """Cells of a letterhead come row by row; a place and a day are no title."""
    rows = (
        "ỦY BAN NHÂN DÂN,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,",
        "XÃ BÌNH LÂM,,Độc lập - Tự do - Hạnh phúc,",
        'Số: 31/KH-UBND,,"Bình Lâm, ngày 09 tháng 01 năm 2026",',
        "KẾ HOẠCH TRỒNG CÂY NĂM 2026,,,",
        ",,,",
        "TT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn",
        "1,Trồng cây,Sở Xây dựng,30/6/2026",
    )
    head = read_bytes("\n".join(rows).encode(), filename="plan.csv").document
    assert (head.title, head.issuer) == ("KẾ HOẠCH TRỒNG CÂY NĂM 2026", "ỦY BAN NHÂN DÂN XÃ BÌNH LÂM")
    assert (head.number, head.issued_on) == ("31/KH-UBND", dt.date(2026, 1, 9))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 12/KH-UBND", "12/KH-UBND"),
        ("UBND xã Bình Lâm · Số 12/KH-UBND · ngày 3/2/2026", "12/KH-UBND"),
        ("Ref: RIV/AP/4/2027", "RIV/AP/4/2027"),
        ("Our reference: AB-12/2027", "AB-12/2027"),
        ("Document reference: RIV/AP/2027", "RIV/AP/2027"),
        ("Committee paper no. TC/RIV/2027/02, tabled on 3 March 2027", "TC/RIV/2027/02"),
        ("ADMINISTRATIVE ORDER NO. 9", "ADMINISTRATIVE ORDER NO. 9"),
        ("Table no. A-1/2027", None),
        ("Tel. no. 555-1234", None),
    ],
)
def test_labels_of_a_number(line, number):
    """What stands behind “Ref”, “Document reference” or “paper no.” is the number; a telephone is none."""
    assert draft_of("Harbour Department", line, "Harbour Plan 2027").document.number == number


def test_an_act_counted_within_a_year_keeps_its_words():
    """“ORDER NO. 9” with its series below is one number."""
    head = draft_of("Harbour Department", "MEMORANDUM ORDER NO. 9", "Series of 2027", "Harbour Plan").document
    assert head.number == "MEMORANDUM ORDER NO. 9, Series of 2027"


def test_an_annex_says_which_document_it_came_with():
    """Number, day and issuer of the act are those of its annex, each with a remark that names the field."""
    line = "(Kèm theo Quyết định số 56/QĐ-UBND ngày 11/02/2026 của UBND xã Bình Lâm)"
    draft = draft_of("DANH MỤC CÔNG VIỆC CỦA KẾ HOẠCH TRỒNG CÂY 2026", line, rows=ROWS_VI)
    head = draft.document
    assert (head.number, head.issued_on) == ("56/QĐ-UBND", dt.date(2026, 2, 11))
    assert head.issuer == "UBND xã Bình Lâm"
    assert {"number", "issued_on", "issuer"} <= doubted(draft)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Nghệ An, ngày 05/02/2026", (2026, 2, 5)),
        ("Nghệ An, ngày 5 tháng 2 năm 2026", (2026, 2, 5)),
        ("Bình Lâm · ngày 20/01/2026", (2026, 1, 20)),
        ("12 March 2026", (2026, 3, 12)),
        ("Adopted by the members on 4 March 2026", (2026, 3, 4)),
        ("Given at the town hall this 9th day of February 2026.", (2026, 2, 9)),
        ("Posted on: March 12, 2026", (2026, 3, 12)),
    ],
)
def test_forms_of_the_day_of_issue(line, day):
    """A place and a day, a day alone, or a word that says something was issued."""
    draft = draft_of("Cây xanh Plan", line)
    assert draft.document.issued_on == dt.date(*day)
    assert "issued_on" not in doubted(draft)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("Comments are welcome until 3 May 2026.",),
        ("Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;",),
        ("Bình Lâm, ngày      tháng      năm 2026", "Theo tờ trình ngày 3 tháng 2 năm 2026"),
        ("Deadline: 3 May 2026",),
    ],
)
def test_other_days_are_no_day_of_issue(lines):
    """A day in a row of the table, of another act, or for something else says nothing of the document."""
    draft = draft_of("Harbour Plan 2027", *lines)
    assert draft.document.issued_on is None
    assert "issued_on" in doubted(draft)


def test_a_day_in_figures_may_have_the_month_first():
    """In English 3/4 is March or April; 13/4 can only be April."""
    assert "issued_on" in doubted(draft_of("Harbour Plan 2027", "Adopted 03/04/2026"))
    assert "issued_on" not in doubted(draft_of("Harbour Plan 2027", "Adopted 13/04/2026"))


def test_a_day_that_only_stands_there_is_remarked():
    """A line that names a day among other words may be of something else."""
    draft = draft_of("Harbour Plan 2027", "The pier opened with a feast on 3 May 2026 in the rain")
    assert draft.document.issued_on == dt.date(2026, 5, 3)
    assert "issued_on" in doubted(draft)


def test_the_head_of_a_mail_is_no_head_of_a_document():
    """Sender, subject and greeting stand above the letterhead and say nothing of it."""
    mail = (
        "From: Records <records@example.org>\nDate: Mon, 12 Jan 2026 09:14\nSubject: FW: plan of yore\n\n"
        "Dear all,\n\nplease find the plan below.\n\nTOWN ARCHIVES OFFICE\nPLAN FOR OLD MAPS 2026-2027\n"
        "Reference: TAO/4/2026\n9 January 2026\n\nNo.\tTask\tLead agency\tDeadline\n"
        "1\tScan the maps\tArchives Office\t30 June 2026\n2\tFrame the maps\tArchives Office\t31 July 2026\n"
    )
    head = read_bytes(mail.encode(), filename="mail.txt").document
    assert (head.title, head.issuer) == ("PLAN FOR OLD MAPS 2026-2027", "TOWN ARCHIVES OFFICE")
    assert (head.number, head.issued_on) == ("TAO/4/2026", dt.date(2026, 1, 9))


def test_a_plan_of_action_is_a_title():
    """“Plan of Action on …” names no maker, and “Programme of Actions” below a text heads a part of it."""
    draft = draft_of(
        "Plan of Action on Old Trees 2027", "Elmbrook Town Council", "It was agreed.", "Programme of Actions"
    )
    assert draft.document.title == "Plan of Action on Old Trees 2027"
    assert draft.document.issuer == "Elmbrook Town Council"


def test_a_title_may_begin_with_words_and_a_colon():
    """A short line with a colon right above the title belongs to it, with a remark."""
    draft = draft_of("Harbour Department", "Closer to the sea:", "Harbour Action Plan 2027")
    assert draft.document.title == "Closer to the sea:\nHarbour Action Plan 2027"
    assert "title" in doubted(draft)


def test_the_heading_of_a_page_is_the_title():
    """What a page calls its only heading is the title, whatever the site shows above it."""
    pytest.importorskip("lxml")
    page = (
        "<div>This site uses cookies.</div><p>You are here: Home / Papers</p><h1>Harbour Plan<br>2027</h1>"
        "<p>Department of Harbours</p><table><tr><th>No.<th>Task<th>Lead agency<th>Deadline</tr>"
        "<tr><td>1<td>Mend the pier<td>Pier Office<td>30 June 2027</tr></table>"
    )
    head = read_bytes(page.encode(), filename="page.html").document
    assert (head.title, head.issuer) == ("Harbour Plan\n2027", "Department of Harbours")


def test_attributes_that_a_portal_prints_are_no_letterhead():
    """The document begins at its national heading; the portal's table of attributes stands above."""
    pytest.importorskip("lxml")
    page = (
        "<h1>Kế hoạch 2/KH-UBND năm 2026 do tỉnh Cao Bằng ban hành</h1><table><tr><td>Số hiệu:<td>2/KH-UBND"
        "<td>Loại văn bản:<td>Kế hoạch</tr><tr><td>Nơi ban hành:<td>Tỉnh Cao Bằng<td>Người ký:<td>Bà Mẫu</tr>"
        "</table><table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH CAO BẰNG<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</tr>"
        "<tr><td>Số: 2/KH-UBND<td>Cao Bằng, ngày 6 tháng 3 năm 2026</tr></table><p>KẾ HOẠCH</p>"
        "<p>TRỒNG CÂY TRÊN ĐỊA BÀN TỈNH CAO BẰNG NĂM 2026</p><p>Thực hiện chỉ đạo của cấp trên.</p><table>"
        "<tr><th>TT<th>Nhiệm vụ<th>Cơ quan chủ trì<th>Thời hạn</tr>"
        "<tr><td>1<td>Trồng cây<td>Sở Xây dựng<td>30/6/2027</tr></table>"
    )
    head = read_bytes(page.encode(), filename="page.html").document
    assert (head.title, head.issuer) == ("TRỒNG CÂY TRÊN ĐỊA BÀN TỈNH CAO BẰNG NĂM 2026", "Tỉnh Cao Bằng")
    assert (head.number, head.issued_on) == ("2/KH-UBND", dt.date(2026, 3, 6))

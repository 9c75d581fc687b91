"""Years that only a heading names, fiscal years, words that tell a part; sentences here are our own."""

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.calendars import Calendar, calendar_of, legend_of, read_within
from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.labelled import by_labels, learn_labels
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.names import read_cell
from thuocdo.documents.reading.shares import by_shares, legend
from thuocdo.documents.reading.targets import read_targets

OPENING = "The ports board adopts the plan of the harbour for the years to come.\n\n"


def nobody(text):
    """Stand for a directory that knows nobody."""
    return not text


@pytest.mark.parametrize(
    ("head", "year", "month"),
    [
        ("Finished by (2031)", 2031, None),
        ("Thời hạn trong năm 2031", 2031, None),
        ("Timing 2031-2033", None, None),
        ("Due (fiscal year: 1 May to 30 April)", None, 5),
        ("Hạn (năm tài chính từ 01/10 đến 30/9)", None, 10),
        ("Due (fiscal year May to June)", None, None),
    ],
)
def test_what_a_heading_says_of_its_times(head, year, month):
    """One year is that of all times below; a fiscal year has twelve months."""
    assert calendar_of(head) == Calendar(year, month)


def test_a_paragraph_may_explain_the_fiscal_years():
    """Where the heading says nothing, a sentence of the document does."""
    legend_ = legend_of(["All is well.", "The financial year runs from August to July."])
    assert calendar_of("Due", legend_) == Calendar(None, 8)


@pytest.mark.parametrize(
    ("text", "kind", "start", "due"),
    [
        ("May", "month", None, "2031-05-31"),
        ("T4", "month", None, "2031-04-30"),
        ("Trước ngày 9/8", "date", None, "2031-08-08"),
        ("Before 9 August", "date", None, "2031-08-08"),
        ("Quý III", "quarter", None, "2031-09-30"),
        ("Second half", "quarter", None, "2031-12-31"),
        ("Cả năm", "year", None, "2031-12-31"),
        ("10/2 - 15/3", "date", "2031-02-10", "2031-03-15"),
    ],
)
def test_times_take_the_year_of_their_heading(text, kind, start, due):
    """A time without a year is one of the year above it, and a remark says so."""
    found, doubts = read_within(text, Calendar(2031))
    assert (found.kind, found.start and found.start.isoformat(), found.due.isoformat()) == (kind, start, due)
    assert doubts[-1].code == "deadline_year_of_heading"


@pytest.mark.parametrize("text", ["05/2033", "Ongoing", "to be agreed"])
def test_other_times_stay_as_they_are(text):
    """A time with its own year, a standing one and none at all take nothing from the heading."""
    assert read_within(text, Calendar(2031)) == read_deadline(text)


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("FY 2031/32", None, "2032-04-30"),
        ("Q1 FY 2031/32", None, "2031-07-31"),
        ("H2, FY2031/32", None, "2032-04-30"),
        ("FY 2031/32 - FY 2032/33", "2031-05-01", "2033-04-30"),
        ("2031/32 financial year", None, "2032-04-30"),
        ("FY 2032", None, "2032-04-30"),
    ],
)
def test_fiscal_years_that_begin_in_may(text, start, due):
    """Parts of explained fiscal years have their true last day."""
    found, doubts = read_within(text, Calendar(None, 5))
    assert (found.start and found.start.isoformat(), found.due.isoformat()) == (start, due)
    assert [doubt.code for doubt in doubts] == ["deadline_fiscal_months"]


@pytest.mark.parametrize(
    ("text", "kind", "start", "due"),
    [
        ("Bắt đầu tháng 2, kết thúc tháng 5 năm 2031", "month", "2031-02-01", "2031-05-31"),
        ("Starting 2031, ending 2033", "year_range", "2031-01-01", "2033-12-31"),
        ("Từ T2 - T5/2031", "month", "2031-02-01", "2031-05-31"),
        ("Starting and ending in Q3 2031", "quarter", None, "2031-09-30"),
        ("Q3 of calendar year 2031", "quarter", None, "2031-09-30"),
        ("2031, H1", "quarter", None, "2031-06-30"),
    ],
)
def test_times_in_several_wordings(text, kind, start, due):
    """What begins and ends is a stretch, never an open beginning."""
    found, _doubts = read_deadline(text)
    assert (found.kind, found.start and found.start.isoformat(), found.due.isoformat()) == (kind, start, due)


@pytest.mark.parametrize(
    "text", ["Không ngừng nghỉ", "At all times", "Month by month", "For the life of the fleet"]
)
def test_standing_work(text):
    """Words for work without an end are ongoing."""
    assert read_deadline(text)[0].kind == "ongoing"


@pytest.mark.parametrize(
    ("first", "second", "guessed", "weak"),
    [
        ("Chủ trì", "Cùng lo", ("Cùng lo",), False),
        ("Lead", "Support", (), False),
        ("Right hand", "Left hand", ("Right hand", "Left hand"), True),
    ],
)
def test_words_that_recur_before_names_tell_their_part(first, second, guessed, weak):
    """One known word explains the other; where none is known the first leads, and this is unsure."""
    cells = [
        f"{first} – Pier Trust\n{second} – Reef Trust; Net Trust",
        f"{first}: Net Trust\n{second}: Pier Trust",
    ] * 2
    labels = learn_labels(cells, nobody)
    assert (labels.guessed, labels.weak) == (guessed, weak)
    assert by_labels(cells[0], labels) == {"leads": "Pier Trust", "coordinators": "Reef Trust; Net Trust"}
    assert by_labels("Pier Trust", labels) == {}


def test_a_guessed_part_is_remarked():
    """The document says which words no rule knows, and each row that it is not sure."""
    rows = [
        f"| {number} | Repair pier {number} | Right hand – Pier Trust<br>Left hand – Net Trust | 2031 |"
        for number in range(1, 5)
    ]
    text = "\n".join([OPENING, "| No. | Action | Agencies | Deadline |", "|---|---|---|---|", *rows])
    draft = read_bytes(text.encode(), filename="a.md")
    assert [task.coordinators for task in draft.tasks] == [("Net Trust",)] * 4
    codes = [(note.where, note.code) for note in draft.remarks]
    assert ("document", "part_guessed") in codes
    assert ("task 1", "part_unsure") in codes


@pytest.mark.parametrize(
    "head", ["Bodies (the lead bears *)", "Đơn vị (chủ trì có dấu *)", "* lead; others help"]
)
def test_a_heading_explains_its_star(head):
    """Whatever the words around, a mark beside the word for a part stands for it."""
    assert legend(head) == {"*": "leads"}


def test_letters_behind_a_dash_tell_the_part():
    """“A – L” is the name with its part where the heading explains the letter."""
    found = by_shares(
        "Pier Trust – L plus Net Trust – P", "Bodies (L = lead, P = partner)", lambda text: [text]
    )
    assert found == {"leads": "Pier Trust", "coordinators": "Net Trust"}


@pytest.mark.parametrize("join", ["plus", "together with", "in addition to", "alongside", "kết hợp với"])
def test_words_that_join_two_bodies(join):
    """Each of these parts two names."""
    assert Directory(()).parted(f"Pier Trust {join} Net Trust") == ["Pier Trust", "Net Trust"]


def test_a_stroke_within_small_words_parts_nothing():
    """“a/b” in small letters is one name, with blanks or capitals it is two."""
    assert Directory(()).parted("Hội Người nuôi cá/tôm miền Trung") == ["Hội Người nuôi cá/tôm miền Trung"]
    assert len(Directory(()).parted("Pier Trust/Net Trust")) == 2
    assert "/" in read_cell("cá/tôm").words


@pytest.mark.parametrize("blank", ["None", "Nil", "n/a", "Không có"])
def test_words_for_nobody_name_no_body(blank):
    """A cell that says that nobody helps stays without a body."""
    text = (
        OPENING
        + f"| No. | Action | Lead | Support |\n|---|---|---|---|\n| 1 | Repair a pier | Pier | {blank} |\n"
    )
    assert read_bytes(text.encode(), filename="a.md").tasks[0].coordinators == ()


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("Past 40", ">", "40"),
        ("Capped at 40", "<=", "40"),
        ("40 at a minimum", ">=", "40"),
        ("Bằng hoặc cao hơn 40", ">=", "40"),
        ("Thấp hơn hoặc bằng 40", "<=", "40"),
        ("Meet or exceed 40", ">=", "40"),
        ("Come to 40", "=", "40"),
    ],
)
def test_words_for_a_bound(text, sign, value):
    """Synonyms of at least, at most, above and exactly."""
    found, _doubts = read_targets(text, english=text.isascii())
    assert [(target.comparator, target.value) for target in found[0].targets] == [(sign, value)]


def test_a_label_may_have_a_shortened_word():
    """“Rec. 7” is the label of a row, “Dec. 25” is a day."""
    assert read_label("Rec. 7").code == "Rec. 7"
    assert read_label("Dec. 25") is None

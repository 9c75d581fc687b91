"""Figures in sentences are taken for aims by grammar: tables of examples, titles, years, doubts."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.aims import Aim, find_aims, proposals
from thuocdo.documents.reading.passages import Outline, Passage
from thuocdo.documents.reading.prose import aims_of, read_aims, read_prose
from thuocdo.documents.types import DocumentData, DraftClause, DraftDeadline, DraftProgramme, DraftTask

DOCUMENTS = Path(__file__).parents[2] / "documents"
ISSUED = 2025


def examples(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the sentences of a table with what they aim at."""
    found: list[tuple[str, list[str]]] = []
    for line in (DOCUMENTS / f"aims-{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return [(sentence, tuple(aims)) for sentence, aims in found]


def aims(text: str, *, english: bool = False, stage: str = "", horizon: int | None = None) -> list[Aim]:
    """Return the aims of a paragraph."""
    return find_aims([Passage("", text, {}, stage, horizon)], english=english, issued=ISSUED)  # type: ignore[arg-type]


def shown(aim: Aim) -> str:
    """Return an aim as the tables print it."""
    target = aim.figure.target
    figure = f"{target.value}-{target.upper}" if target.upper else target.value
    return f"{aim.horizon or '-'} {target.comparator} {figure} {aim.figure.kind}"


EXAMPLES = [
    *((sentence, expected, False) for sentence, expected in examples("vi")),
    *((sentence, expected, True) for sentence, expected in examples("en")),
]


@pytest.mark.parametrize(("sentence", "expected", "english"), EXAMPLES, ids=lambda _value: None)
def test_sentence(sentence, expected, english):
    """Each sentence of the tables states just the aims below it."""
    assert tuple(shown(aim) for aim in aims(sentence, english=english)) == expected


TITLES = [
    ("Tỷ lệ thất thoát nước đạt dưới 15% vào năm 2027.", False, "Tỷ lệ thất thoát nước", "dưới 15%", "%"),
    (
        "Tối thiểu có 8 cảng cá đạt chuẩn xanh.",
        False,
        "cảng cá đạt chuẩn xanh",
        "Tối thiểu có 8 cảng cá",
        "cảng cá",
    ),
    (
        "Bố trí ít nhất 5% ngân sách cho giống biển.",
        False,
        "Bố trí ít nhất 5% ngân sách cho giống biển",
        "ít nhất 5%",
        "%",
    ),
    (
        "Chi cho đê biển đạt 2% GDP, trong đó vốn tư nhân chiếm hơn 30%.",
        False,
        "vốn tư nhân",
        "hơn 30%",
        "%",
    ),
    (
        "Tỉnh thuộc nhóm 5 địa phương dẫn đầu cả nước về nuôi biển.",
        False,
        "nuôi biển",
        "nhóm 5 địa phương dẫn đầu cả nước",
        None,
    ),
    (
        "The share of tracked boats will reach at least 90%.",
        True,
        "The share of tracked boats",
        "at least 90%",
        "%",
    ),
    (
        "At least eight ports will be upgraded.",
        True,
        "ports will be upgraded",
        "At least eight ports",
        "ports",
    ),
    (
        "Wages will increase by an average of 7-9% per year.",
        True,
        "Wages will increase",
        "7-9% per year",
        "% per year",
    ),
    ("The city will be in the top ten in Asia for clean air.", True, "clean air", "top ten in Asia", None),
]


@pytest.mark.parametrize(("text", "english", "title", "target_text", "unit"), TITLES)
def test_words_of_the_proposal(text, english, title, target_text, unit):
    """What is measured, the target and the unit are words of the sentence."""
    entry = proposals(aims(text, english=english, stage="aims"))[-1][0]
    assert (entry.title, entry.target_text, entry.unit) == (title, target_text, unit)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Khoảng 70% hồ sơ sẽ được nộp qua mạng vào năm 2027.", "approximate"),
        ("Tỷ lệ hộ nghèo còn 2% vào năm 2027.", "no_comparator"),
        ("Tỷ lệ hộ nghèo còn dưới 2%.", "aim_without_year"),
        ("Vốn đầu tư đạt tối thiểu 1,500 tỷ đồng vào năm 2027.", "number_ambiguous"),
    ],
)
def test_doubt(text, code):
    """What is unsure about an aim is said beside the remark that every aim carries."""
    codes = [doubt.code for doubt in proposals(aims(text))[0][1]]
    assert codes[0] == "aim_from_prose"
    assert code in codes


def test_doubtful_aims_are_less_sure():
    """A share with a bound and a verb is surer than a bare share, and nothing is surer than 0.6."""
    sure, unsure = aims("Bảo đảm tối thiểu 80% số xã có trạm."), aims("Hoạt động ở 80% số xã.")
    assert (sure[0].confidence, unsure[0].confidence) == (0.6, 0.3)


HEADINGS = [
    "I. KẾT QUẢ ĐẠT ĐƯỢC",
    "Tỷ lệ che phủ rừng ở mức 41%.",
    "II. MỤC TIÊU",
    "1. Mục tiêu đến năm 2030",
    "a) Tỷ lệ che phủ rừng 43%;",
    "b) Trồng 500 ha rừng ngập mặn.",
    "2. Tầm nhìn đến năm 2045",
    "- Tỷ lệ che phủ rừng 45%.",
    "III. NHIỆM VỤ VÀ GIẢI PHÁP",
    "1. Dành ít nhất 2% ngân sách cho kiểm lâm.",
    "Nơi nhận: 12 sở, ngành đạt tối thiểu 50%.",
]


def test_headings_give_year_stage_and_code():
    """A figure takes the year and the clause of the headings above; results are no aims."""
    prose = read_prose([Block(text, line) for line, text in enumerate(HEADINGS, start=1)], "vi")
    found = [(aim.code, aim.horizon, aim.targets[0].value) for aim in read_aims(prose, ISSUED)[0]]
    assert found == [
        ("II.1.a/1", 2030, "43"),
        ("II.1.b/1", 2030, "500"),
        ("II.2/1", 2045, "45"),
        ("III.1/1", None, "2"),
    ]


def test_year_carries_on_within_a_paragraph():
    """A year that opens a sentence holds for the sentences behind it, but not for the next paragraph."""
    text = "Đến năm 2030, 60% số xã có thư viện. Tỷ lệ đọc sách đạt tối thiểu 70%."
    found = find_aims([Passage("", text, {}), Passage("", "Giảm 5% chi phí.", {})], english=False)
    assert [aim.horizon for aim in found] == [2030, 2030, None]


def test_aims_of_a_document_with_a_table():
    """Where indicators stand in a table, the aims of the clauses and of the tasks are found beside them."""
    draft = DraftProgramme(
        document=DocumentData(),
        clauses=(DraftClause("II.1.a", "a) Bố trí tối thiểu 25% biên chế cho cán bộ trẻ."),),
        tasks=(
            DraftTask(
                "49", "Dành ít nhất 15% ngân sách cho bảo tồn", (), (), None, None, DraftDeadline("none"), 1.0
            ),
        ),
    )
    assert [aim.code for aim in aims_of(draft)] == ["II.1.a/1"]
    assert [aim.code for aim in aims_of(draft, tasks=True)] == ["II.1.a/1", "task 49/1"]


SCRAPS = [
    "đạt",
    "tối thiểu",
    "at least",
    "30%",
    "2.000",
    "năm 2030",
    "by 2030",
    "Điều 5",
    "nhóm 3 nước",
    "top",
    "từ",
    "-",
]
SCRAPS += [
    "đến",
    "to",
    "12/2025",
    "GDP",
    ";",
    ",",
    ". ",
    "người",
    "trên một vạn dân",
    "per 10,000",
    "về",
    "II. MỤC TIÊU",
]
SCRAPS += [
    "một",
    "five",
    "gấp đôi",
    "from",
    "1) ",
    "a) ",
    "- ",
    "(",
    ")",
    "%",
    "0,7",
    "khoảng",
    "Bộ Tài chính",
    ":",
    "5G",
]
TEXTS = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=8)), max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_any_text_gives_aims_in_order_and_in_its_own_words(texts):
    """Whatever the text, nothing is raised; aims come in its order and their words stand in it."""
    blocks = [Block(" ".join(text.split()), line) for line, text in enumerate(texts, start=1)]
    for english in (False, True):
        found = find_aims(Outline().passages(blocks), english=english, issued=ISSUED)
        places = [(aim.passage.place["line"], aim.figure.number) for aim in found]
        assert [line for line, _number in places] == sorted(line for line, _number in places)
        for aim in found:
            words = re.sub(r"\s+", " ", aim.passage.text)
            assert re.sub(r"\s+", " ", aim.target_text) in words
            assert re.sub(r"\s+", " ", aim.title) in words
            assert 0 < aim.confidence <= 0.6
        for sentence in {aim.sentence for aim in found}:
            numbers = [aim.figure.number for aim in found if aim.sentence is sentence]
            assert numbers == sorted(numbers)


@pytest.mark.parametrize("scrap", ["đạt tối thiểu 30% GDP, nhóm 3 nước dẫn đầu ", "1 ", "từ 3 đến ", "2030 "])
def test_a_hostile_paragraph_is_read_quickly(scrap):
    """A paragraph of very many figures is read in a few seconds, up to a bound of its sentences."""
    before = time.process_time()
    assert len(aims(scrap * 20_000)) < 2_000
    assert time.process_time() - before < 5

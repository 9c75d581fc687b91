"""What holds for every two documents: a document against itself, and both ways round."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.drafts import aim, document, task

from thuocdo.documents.comparing.compare import compare
from thuocdo.documents.comparing.likeness import Likeness, Shelf
from thuocdo.documents.comparing.types import Kind

DAY = date(2025, 6, 1)
WORDS = [
    "vườn",
    "ươm",
    "cây",
    "giống",
    "trường",
    "học",
    "miền",
    "núi",
    "nước",
    "tưới",
    "tiết",
    "kiệm",
    "giáo",
    "viên",
    "lớp",
    "hạt",
    "sân",
    "ong",
    "mật",
    "giếng",
    "xã",
    "rừng",
    "đất",
    "độ",
    "ẩm",
    "thư",
    "viện",
    "kho",
    "bãi",
    "đường",
    "cầu",
    "chợ",
    "đò",
    "bến",
]
OPPOSITE = {
    Kind.AIM_WITHOUT_INDICATOR: Kind.INDICATOR_WITHOUT_AIM,
    Kind.INDICATOR_WITHOUT_AIM: Kind.AIM_WITHOUT_INDICATOR,
    Kind.AIM_DIFFERS: Kind.AIM_DIFFERS,
    Kind.TASK_DIFFERS: Kind.TASK_DIFFERS,
    Kind.TWO_DEADLINES: Kind.TWO_DEADLINES,
}

titles = st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join)
figures = st.sampled_from(["≥ 5", "> 5", "60", "16 - 18", "Đạt mức khá", "≤ 3 Đông Nam Á; ≤ 50 Thế giới"])
times = st.sampled_from([None, "6/2025", "2025", "2026", "Thường xuyên", "Hằng năm"])
leads = st.lists(st.sampled_from(["Bộ Y tế", "Bộ Tài chính", "Bộ Công an"]), max_size=2)


@st.composite
def documents(draw):
    """Draw a document of random words: aims, clauses and tasks."""
    aims = [
        aim(str(number), draw(titles), draw(figures), horizon=draw(st.sampled_from([2030, 2045])))
        for number in range(draw(st.integers(0, 5)))
    ]
    clauses = [(f"II.1.{letter}", draw(titles)) for letter in "abc"[: draw(st.integers(0, 3))]]
    tasks = [
        task(str(number), draw(titles), draw(times), leads=draw(leads))
        for number in range(draw(st.integers(0, 5)))
    ]
    return document(*aims, *clauses, *tasks)


def between(first, second):
    """Return the findings between two drafts, within none of them."""
    findings = compare(first, second, as_of=DAY, ended=lambda _name, _day: None).findings
    return [finding for finding in findings if finding.within is None]


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_document_says_the_same_as_itself(draft):
    """Nothing lies between a document and itself, with a number and without one."""
    assert between(draft, draft) == []
    numbered = replace(draft, document=replace(draft.document, number="9/KH-UBND"))
    assert between(numbered, numbered) == []


@settings(max_examples=60, deadline=None)
@given(documents(), documents())
def test_the_other_way_round(first, second):
    """Swapped documents give as many findings on aims, tasks and times, with the sides swapped."""
    there, back = between(first, second), between(second, first)
    for kind, other in OPPOSITE.items():
        ours = [finding for finding in there if finding.kind is kind]
        theirs = [finding for finding in back if finding.kind is other]
        assert (kind, len(ours)) == (kind, len(theirs))


@given(titles, titles)
def test_likeness_is_even_handed(one, other):
    """Two texts are as alike as they are the other way round, from 0 to 1, and a text is itself."""
    likeness = Likeness([one, other])
    score = likeness.between(one, other)
    assert 0 <= score <= 1
    assert abs(score - likeness.between(other, one)) < 1e-9
    assert abs(likeness.between(one, one) - 1) < 1e-9


@given(st.lists(titles, min_size=1, max_size=6), titles)
def test_a_shelf_gives_what_each_pair_gives(texts, one):
    """Looking through a shelf is the same as comparing with each text."""
    likeness = Likeness([*texts, one])
    scores = Shelf(likeness, texts).score(one)
    assert all(
        abs(score - likeness.between(one, text)) < 1e-9 for score, text in zip(scores, texts, strict=True)
    )

"""What a task and an indicator row ask for, proposed from their words."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.programme.amending import difference
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.drafted import IndicatorWords, TaskWords
from thuocdo.programme.measures import kind, lower_is_better, unit_key
from thuocdo.programme.needs import asked
from thuocdo.programme.proposing import propose
from thuocdo.programme.registry import register
from thuocdo.programme.types import Deadline, DeadlineKind, IndicatorKind, Mode, Need, Rhythm, Target

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "003_7ab47f71d36a34c5.txt"
YEAR = Deadline(DeadlineKind.YEAR, "2025", due=date(2025, 12, 31))


def ask(title, output, leads=("BYT",), deadline=YEAR):
    """Return what a task with these words asks for."""
    words = TaskWords(title, output, leads, (), None, None, deadline, "I")
    return asked(words, register())


@pytest.mark.parametrize(
    ("title", "output", "needs"),
    [
        ("Soạn nghị định về cây xanh", "Nghị định của Chính phủ", [Need.DECREE]),
        ("Soạn luật", "Luật của Quốc hội", [Need.LAW]),
        ("Lập hồ sơ luật cây", "Hồ sơ đề nghị xây dựng Luật", [Need.DOSSIER]),
        ("Rà soát vườn", "Đề xuất sửa đổi Luật", [Need.PROPOSAL]),
        ("Tổng kết vườn", "Báo cáo Thủ tướng Chính phủ", [Need.REPORT]),
        ("Xây dựng đề án", "Quyết định của Thủ tướng Chính phủ", [Need.PM_DECISION]),
        (
            "Xây dựng, triển khai đề án",
            "Quyết định của Thủ tướng Chính phủ",
            [Need.PM_DECISION, Need.RUNNING],
        ),
        ("Xây dựng kế hoạch triển khai chương trình", "Kế hoạch", [Need.PLAN]),
        ("Lập vườn", "Quyết định ban hành Chương trình", [Need.APPROVED_SCHEME]),
        ("Lập vườn", "Nghị định và Kế hoạch", [Need.DECREE, Need.PLAN]),
        ("Mở vườn", "Nền tảng số", [Need.RUNNING]),
        ("Mở vườn", "Cơ sở dữ liệu; Báo cáo", [Need.RUNNING, Need.REPORT]),
        ("Plant trees", "Decision of the Prime Minister", [Need.PM_DECISION]),
        ("Plant trees and operate nurseries", "Action plan", [Need.PLAN, Need.RUNNING]),
        ("Nuôi cây lớn nhanh", "Cây cao hơn trước", [Need.PERSON]),
        ("Trồng cây", "Tỷ lệ bóng mát đạt 15%", [Need.FIGURE]),
        ("Sửa đổi Luật Vườn; Luật Rừng", "Luật của Quốc hội", [Need.LAW, Need.LAW]),
        ("Soạn các nghị định:\n- Về vườn\n- Về rừng", "Nghị định", [Need.DECREE, Need.DECREE]),
        ("Xây dựng đề án trồng cây", None, [Need.APPROVED_SCHEME]),
    ],
)
def test_the_first_noun_names_the_proof(title, output, needs):
    """The output's first noun decides; running verbs, joined outputs and lists add parts."""
    found = ask(title, output)
    assert [part.any_of[0] for part in found.components] == needs
    assert [part.check_person for part in found.components] == [need is Need.PERSON for need in needs]


def test_either_will_do():
    """A slash between two outputs makes them alternatives of one part."""
    found = ask("Làm vườn", "Đề án/thỏa thuận hợp tác")
    assert found.components[0].any_of == (Need.APPROVED_SCHEME, Need.AGREEMENT)


def test_who_must_deliver_and_how_often():
    """A group delivers each its own, a central act once for all; the deadline says how often."""
    ongoing, yearly = (
        Deadline(DeadlineKind.ONGOING, "Thường xuyên"),
        Deadline(DeadlineKind.ANNUAL, "Hằng năm"),
    )
    assert ask("Lập vườn", "Kế hoạch", leads=("G_ALL",)).mode is Mode.EACH_LEAD
    assert ask("Lập vườn", "Nghị định", leads=("G_ALL",)).mode is Mode.ONE_FOR_ALL
    assert ask("Lập vườn", "Nghị định; Kế hoạch").mode is Mode.EVERY_COMPONENT
    many = ask("Lập vườn", "Ít nhất 10 vườn")
    assert (many.mode, many.minimum) == (Mode.AT_LEAST, 10)
    assert ask("Chăm vườn", "Báo cáo", deadline=ongoing).rhythm is Rhythm.EACH_CYCLE
    assert ask("Chăm vườn", "Báo cáo", deadline=yearly).rhythm is Rhythm.EACH_YEAR


def test_nothing_to_measure():
    """With neither output nor date the task is not measurable, and nothing is guessed."""
    found = ask("Chăm vườn", None, deadline=Deadline(DeadlineKind.NONE))
    assert (found.components, found.unmeasurable) == ((), "no_output_no_date")


@pytest.mark.parametrize(
    ("title", "unit", "comparator", "value", "expected", "lower"),
    [
        ("Tỷ lệ bóng mát", "%", ">=", "60", IndicatorKind.LEVEL, False),
        ("Hạng vườn cây", "Thứ bậc", "<=", "50", IndicatorKind.RANK, True),
        ("Số vườn ươm", "Vườn", "=", "100", IndicatorKind.COUNT, False),
        ("Số lượng cây tăng trung bình", "%/năm", "=", "10", IndicatorKind.GROWTH, False),
        ("Cây trên một vạn dân", "Cây/vạn dân", "=", "12", IndicatorKind.LEVEL, False),
        ("Duy trì tỷ lệ cây sống", "%", ">=", "80", IndicatorKind.KEEP_ABOVE, False),
        ("Tỷ lệ cây chết", "%", "<=", "5", IndicatorKind.LEVEL, True),
        ("Vườn tốt", "", "qualitative", None, IndicatorKind.WORDS, False),
    ],
)
def test_how_an_indicator_is_judged(title, unit, comparator, value, expected, lower):
    """Unit, target and words propose the kind and the better side."""
    target = Target(comparator, None if value is None else Decimal(value))
    words = IndicatorWords(title, None, unit, (target,), (), "")
    found = kind(words, has_rows_below=False)
    assert (found, lower_is_better(words.targets, found)) == (expected, lower)


def test_units_of_many_programmes():
    """A unit that programmes share has one key, another one a safe form of its own words."""
    found = [unit_key(unit) for unit in ("%", "% GDP", "%/năm", "Thứ bậc", "Cây/vạn dân", None)]
    assert found == ["percent", "percent_gdp", "percent_per_year", "rank", "cay_van_dan", ""]


@pytest.mark.seeds
@pytest.mark.skipif(not SEED.is_file(), reason="needs ../shared with the seed documents")
def test_the_real_programme_against_our_own_reading():
    """The catalogue differs nowhere from its document; proposals agree with it as docs/versions.md says."""
    draft = read_bytes(SEED.read_bytes(), filename=SEED.name)
    by_hand = catalogue("nq03")
    assert difference(by_hand, draft).empty
    proposed = propose(draft, slug="nq03", register=register(), effective_on=by_hand.issued_on)
    ours = {task.code: task for task in by_hand.tasks}
    rows = {row.key: row for row in by_hand.indicators}

    def needs(task):
        return sorted(sorted(part.any_of) for part in task.components)

    same = sum(needs(task) == needs(ours[task.code]) for task in proposed.tasks)
    modes = sum(task.mode is ours[task.code].mode for task in proposed.tasks)
    rhythms = sum(task.rhythm is ours[task.code].rhythm for task in proposed.tasks)
    kinds = sum(row.kind is rows[row.key].kind for row in proposed.indicators)
    assert (same >= 93, modes >= 113, rhythms >= 139, kinds >= 55) == (True, True, True, True)

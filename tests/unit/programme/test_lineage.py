"""Names in time, the graph of successions, and finding a body by words without tone marks."""

from datetime import date

import pytest

from thuocdo.core.errors import NotFound
from thuocdo.programme.lineage import Step, lineage, search, steps_of
from thuocdo.programme.registry import register
from thuocdo.programme.types import AgencyKind

REGISTER, TODAY = register(), date(2025, 6, 20)


def of(code, *more):
    """Return the lineage of a body with further steps."""
    return lineage(code, REGISTER, steps_of(REGISTER, more))


def test_a_body_stands_between_those_before_and_after_it():
    """The names of the main line come in the order of time."""
    found = of("BNNMT")
    assert {node.body.code for node in found.before} == {"BTNMT", "BNNPTNT"}
    assert found.after == ()
    assert {each.code for each in found.came} == {"BTNMT", "BNNPTNT"}
    assert [each.code for each in found.names][-1] == "BNNMT"
    assert [node.body.code for node in of("BTTTT").after] == ["BKHCN"]


def test_a_document_joins_its_step_and_a_part_stands_beside():
    """What was ordered here adds its document to the register's step; a part is no step of the main line."""
    told = Step("BTTTT", "BKHCN", date(2025, 3, 1), document="Nghị quyết số 9")
    part = Step("BTTTT", "BCA", date(2025, 3, 1), main=False, document="Nghị quyết số 9")
    after = of("BTTTT", told, part).after
    assert [(node.body.code, node.step.main, node.step.document) for node in after] == [
        ("BKHCN", True, "Nghị quyết số 9"),
        ("BCA", False, "Nghị quyết số 9"),
    ]


def test_bodies_that_exchange_parts_end_the_drawing():
    """Parts that go to and fro never make the graph endless."""
    there = Step("BYT", "BNV", date(2025, 3, 1), main=False)
    back = Step("BNV", "BYT", date(2025, 4, 1), main=False)
    found = of("BYT", there, back)
    assert [node.body.code for node in found.after] == ["BNV"]
    assert [node.body.code for node in found.before] == ["BNV"]


def test_an_unknown_body_is_not_found():
    """A code of no register is refused."""
    with pytest.raises(NotFound):
        of("KHONG")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "khoa hoc cong nghe", "kind": AgencyKind.MINISTRY}, {"BKHCN"}),
        ({"words": "BỘ THÔNG TIN", "alive": False}, {"BTTTT"}),
        ({"words": "bo thong tin va truyen thong", "alive": True}, set()),
        ({"words": "moh", "kind": AgencyKind.MINISTRY, "alive": True}, {"BYT", "BNV"}),
        ({"words": "bộ y tế"}, {"BYT"}),
        ({"words": "KH&CN", "kind": AgencyKind.MINISTRY}, {"BKHCN"}),
        ({"words": "khong co co quan nao"}, set()),
    ],
)
def test_search_reads_words_with_and_without_tone_marks(asked, found):
    """All words must stand in the names or the code; kind and state narrow it."""
    assert {each.code for each in search(REGISTER, day=TODAY, **asked)} == found

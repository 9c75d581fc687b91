"""Where a version of a metric stands, and which lines a text changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.factories.written import file

from thuocdo.measurement.written.reading import as_said
from thuocdo.measurement.written.types import Step, Trial, Version
from thuocdo.web.metrics_words import by_metric, changes, state

MOMENT = datetime(2025, 6, 9, 2, tzinfo=UTC)
ONE = Version(
    id="P-1",
    number=1,
    written=as_said(file()),
    text=file(),
    digest="ab",
    trial=Trial("DuckDB", 600, "1", "1"),
    reason="x",
    step=Step.APPROVED,
    proposed_by="chi",
    proposed_at=MOMENT,
    entry=7,
    logged_on=date(2025, 6, 9),
)
TWO = replace(ONE, id="P-2", number=2)


@pytest.mark.parametrize(
    ("version", "measuring", "day", "said"),
    [
        (replace(ONE, step=Step.PROPOSED), None, date(2025, 7, 1), "chờ người thứ hai"),
        (replace(ONE, step=Step.REFUSED), None, date(2025, 7, 1), "không chấp nhận"),
        (ONE, None, date(2025, 6, 30), "đã phê duyệt, chưa đến ngày áp dụng"),
        (ONE, ONE, date(2025, 7, 1), "đang áp dụng"),
        (ONE, TWO, date(2025, 7, 1), "đã hết áp dụng"),
        (replace(TWO, entry=None, logged_on=None), ONE, date(2025, 7, 1), "chờ vào nhật ký"),
        (replace(TWO, logged_on=date(2025, 7, 1)), ONE, date(2025, 7, 1), "sau 01/07/2025"),
    ],
)
def test_each_standing_has_its_word(version, measuring, day, said):
    """Waiting, refused, to come, in force, past, and approved but not logged before the day."""
    found = {} if measuring is None else {version.code: measuring}
    assert said in state(version, found, day)


def test_versions_stand_by_metric_the_newest_first():
    """What came last is what a reader looks for."""
    assert by_metric([ONE, TWO]) == {ONE.code: [TWO, ONE]}


def test_lines_that_change_stand_among_those_that_stay():
    """A changed line is one that went and one that came; without a text before there is nothing to show."""
    found = changes("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nx\ne\nf\ng\ny\n")
    assert [each for each in found if each[0] in "+-"] == [("-", "d"), ("+", "x"), ("-", "h"), ("+", "y")]
    assert (" ", "a") not in found
    assert changes("", "a\n") == ()
    assert changes("a\n", "a\n") == []


def test_a_line_that_looks_like_a_heading_of_the_comparison_is_shown():
    """A remark of SQL begins with two dashes; nothing that changes is left out."""
    found = changes("-- old\n", "++ new\n")
    assert found == [("-", "-- old"), ("+", "++ new")]

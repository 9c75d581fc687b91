"""Every reason can be said in both languages."""

import ast
import string
from pathlib import Path

import pytest

import thuocdo.evaluation.rules
from thuocdo.core.messages import Reason, catalogue
from thuocdo.documents import citations
from thuocdo.evaluation import reasons
from thuocdo.evaluation.rules.indicators import GAPS
from thuocdo.evaluation.types import IndicatorStatus, OfficeCell, Status
from thuocdo.measurement.thresholds.types import STANDARD

RULES = Path(thuocdo.evaluation.rules.__path__[0])
BUILT = {
    *(f"gap_{gap}" for gap in (*GAPS, "no_value")),
    *(f"attested_{how}" for how in ("late", "in_time")),
    *(f"done_{how}" for how in ("late", "in_time")),
    *(f"path_{status}" for status in ("on_track", "at_risk", "late")),
    *(f"some_{status}" for status in ("late", "at_risk", "within_time", "on_track", "claimed")),
    *citations._ANNOUNCES,
}
"""Codes that rules put together from two words."""


def constants() -> set[str]:
    """Return every text constant in the rules."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in RULES.glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def codes_given() -> set[str]:
    """Return every code that stands as first argument of a Reason in the rules."""
    found = set()
    for path in RULES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason" and node.args:
                found |= {leaf.value for leaf in ast.walk(node.args[0]) if isinstance(leaf, ast.Constant)}
    return {code for code in found if isinstance(code, str) and code}


def fields(template: str) -> set[str]:
    """Return the placeholders of a template."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}


def test_every_code_of_the_rules_has_a_message():
    """No rule gives a reason that cannot be said."""
    parts = {"attested", "late", "in_time", "done", "gap_", "path_", "some_", "_"}
    assert codes_given() - parts <= set(reasons.MESSAGES)
    assert set(reasons.MESSAGES) >= BUILT


def test_no_message_is_left_over():
    """Every message belongs to a code that a rule gives."""
    assert set(reasons.MESSAGES) <= constants() | BUILT


@pytest.mark.parametrize("code", sorted(reasons.MESSAGES))
def test_every_reason_is_translated_with_the_same_values(code):
    """The Vietnamese sentence exists and names only what the English one names."""
    message = reasons.MESSAGES[code]
    translated = catalogue("vi")[message]
    assert translated != message
    assert fields(translated) == fields(message)
    given = dict.fromkeys(fields(message), "1")
    assert "1" in reasons.sentence(Reason(code, given), "vi") or not given


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_status_has_its_own_word(language):
    """No two statuses share a word, and each has an explanation."""
    tasks = [reasons.status_word(status, language) for status in Status]
    rows = [reasons.indicator_status_word(status, language) for status in IndicatorStatus]
    cells = [reasons.office_cell_word(cell, language) for cell in OfficeCell]
    assert all(len(set(words)) == len(words) for words in (tasks, rows, cells))
    assert all(reasons.status_explanation(status, language).endswith(".") for status in Status)
    assert all(
        reasons.indicator_status_explanation(status, language, STANDARD).endswith(".")
        for status in IndicatorStatus
    )


def test_late_is_another_word_for_a_task_than_for_an_indicator():
    """Vietnamese says "quá hạn" of a task and "chậm" of an indicator, English late of both."""
    assert (reasons.status_word("late", "vi"), reasons.indicator_status_word("late", "vi")) == (
        "Quá hạn",
        "Chậm",
    )
    assert reasons.status_word("late", "en") == reasons.indicator_status_word("late", "en") == "Late"


def test_days_and_decimals_are_written_as_the_language_does():
    """Vietnamese writes 30/06/2025 and 14,02; English 30 June 2025 and 14.02."""
    reason = Reason("gap_stale", {"value": "14.02", "end": "2025-06-30"})
    assert "14,02" in reasons.sentence(reason, "vi")
    assert "30/06/2025" in reasons.sentence(reason, "vi")
    assert "14.02" in reasons.sentence(reason, "en")
    assert "30 June 2025" in reasons.sentence(reason, "en")


def test_a_hurried_reader_gets_one_plain_sentence():
    """The sentence of a task that nobody reported on says how late, since when and what is missing."""
    reason = Reason("late_nothing_filed", {"days": "184", "due": "2025-06-30"})
    assert reasons.sentence(reason, "vi") == "Quá hạn 184 ngày: hạn 30/06/2025, chưa có văn bản nào được nộp."


def test_english_counts_one_day_as_one_day():
    """One day late is a day, two are days."""
    said = [
        reasons.sentence(Reason("late", {"days": days, "due": "2025-06-30"}), "en") for days in ("1", "2")
    ]
    assert [text.split(":")[0] for text in said] == ["Late by 1 day", "Late by 2 days"]


def test_who_owes_what_is_said_in_the_reader_s_language():
    """A gap names its owner and the task that would close it."""
    reason = Reason("gap_no_definition", {"owner_vi": "Bộ A", "owner_en": "Ministry A", "task": "8"})
    assert reasons.sentence(reason, "vi").endswith("Bộ A còn nợ việc này; nhiệm vụ 8 sẽ lấp chỗ trống.")
    assert reasons.sentence(reason, "en").endswith("Ministry A owes it; task 8 would close the gap.")

"""The table of task statuses holds."""

from dataclasses import replace

import pytest
from tests.spec.language import rows, task_facts

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.reasons import sentence
from thuocdo.programme.types import Group

ROWS = tuple(rows("task_status.md"))


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_status_is_as_the_table_says(row):
    """Every line of task_status.md comes out as it says, and its reason can be said in both languages."""
    facts = task_facts(row.given, row.cells["facts"], row.cells["as of"])
    chosen = Group("chosen", "Các tỉnh được chọn", "Chosen provinces", needs_designation=True)
    facts = replace(facts, register=replace(facts.register, groups=(*facts.register.groups, chosen)))
    verdict = evaluate(facts).tasks[0]
    claim = verdict.claim_reason.code if verdict.claim_reason else ""
    got = (verdict.status.value, str(verdict.days_late), verdict.reason.code, claim)
    assert got == tuple(row.cells[name] for name in ("status", "days late", "reason", "claim"))
    for reason in filter(None, (verdict.reason, verdict.claim_reason)):
        assert all("{" not in sentence(reason, language) for language in ("vi", "en"))

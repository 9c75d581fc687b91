"""The table of indicator verdicts holds."""

import pytest
from tests.spec.language import indicator_facts, rows

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.reasons import sentence

ROWS = tuple(rows("indicator_verdict.md"))


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_verdict_is_as_the_table_says(row):
    """Every line of indicator_verdict.md comes out as it says and can be said in both languages."""
    verdict = evaluate(indicator_facts(row.given, row.cells["values"], row.cells["as of"])).indicators[0]
    worst = next((item for item in verdict.targets if item.status is verdict.status), None)
    shown = {
        "status": verdict.status.value,
        "progress": "-" if worst is None or worst.progress is None else str(worst.progress),
        "required": "-" if worst is None or worst.required is None else str(worst.required),
        "reason": verdict.reason.code,
    }
    assert shown == {name: row.cells[name] for name in shown}
    assert all("{" not in sentence(verdict.reason, language) for language in ("vi", "en"))

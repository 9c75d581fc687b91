"""A person compares two documents in the terminal: `thuocdo compare A B [--as-of D] [--json]`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
COMMAND = Path(sys.executable).parent / "thuocdo"
PLAN = """# KẾ HOẠCH

| TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả | Thời hạn |
| --- | --- | --- | --- | --- |
| 1 | Xây dựng vườn ươm cây giống cho trường học miền núi | Bộ Y tế | Vườn ươm | 6/2025 |
| 2 | Ban hành quy định tưới nước tiết kiệm mùa khô | Bộ Thông tin và Truyền thông | Quyết định | 2025 |
"""
LATER = PLAN.replace("6/2025", "9/2025").replace("Bộ Y tế", "Bộ Tài chính")


@pytest.fixture
def plans(tmp_path):
    """Write two plans that give one task another lead and time; returns their paths."""
    paths = [tmp_path / "mot.md", tmp_path / "hai.md"]
    for path, text in zip(paths, (PLAN, LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def run(*words, language="en", folder=None):
    """Run the command and return the finished process."""
    environment = {**os.environ, "THUOCDO_LANG": language, "COLUMNS": "100", "THUOCDO_DATA": "none"}
    command = [str(COMMAND), "compare", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


def test_counts_come_first_and_each_finding_names_both_places(plans, tmp_path):
    """The counts of all kinds, then each finding with its rows, what differs and how sure it is."""
    shown = run(*plans, "--as-of", "2025-02-01", folder=tmp_path)
    words = " ".join(shown.stdout.split())
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "1 Two deadlines for one task 0 Bodies that no longer exist" in words
    assert "A, task 1: Xây dựng vườn ươm" in words
    assert "Lead: Bộ Y tế · Bộ Tài chính [likely, likeness 100%]" in words
    assert "Time: 6/2025 · 9/2025" in words
    assert max(map(len, shown.stdout.splitlines())) <= 100


def test_bodies_are_judged_on_the_day_that_is_asked(plans, tmp_path):
    """A ministry that was merged on 1 March 2025 is named from that day on, with its successor."""
    before = run(*plans, "--as-of", "2025-02-28", folder=tmp_path).stdout
    after = " ".join(run(*plans, "--as-of", "2025-03-01", language="vi", folder=tmp_path).stdout.split())
    assert "Existed until" not in before
    assert "Tồn tại đến hết ngày 28/02/2025; nay Bộ Khoa học và Công nghệ đảm nhận. Nhiệm vụ: 2;" in after


def test_json_holds_counts_and_findings(plans, tmp_path):
    """`--json` prints the same findings in a stable order."""
    first, second = (run(*plans, "--json", "--as-of", "2025-02-01", folder=tmp_path) for _time in range(2))
    assert first.stdout == second.stdout
    found = json.loads(first.stdout)
    assert (found["counts"]["task_differs"], found["counts"]["two_deadlines"]) == (1, 1)
    assert {finding["kind"] for finding in found["findings"]} == {"task_differs", "two_deadlines"}


def test_a_programme_of_the_catalogue_is_named_by_its_slug(plans, tmp_path):
    """The built-in programme needs no file and no database; its own duties without a task are listed."""
    found = json.loads(run("nq03", plans[0], "--json", folder=tmp_path).stdout)
    within = [finding for finding in found["findings"] if finding["within"] == "a"]
    assert {f["first"]["code"] for f in within if f["kind"] == "clause_without_task"} >= {"II.1.đ", "II.7.d"}
    assert found["as_of"] == "2025-01-09"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("nichts.md", SAMPLE), 11, "nichts.md: "),
        ((SAMPLE, SAMPLE, "--as-of", "31/12/2025"), 10, "--as-of 31/12/2025: not a day"),
    ],
)
def test_refusals_are_one_line(words, status, said, tmp_path):
    """A missing document and a wrong day are refused with one sentence."""
    refused = run(*words, folder=tmp_path)
    assert refused.returncode == status
    assert said in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1

"""A person holds a status report against the programme: `thuocdo claims FILE`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.reports import word_report, workbook_report

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
COMMAND = Path(sys.executable).parent / "thuocdo"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Return the path of an illustrative report."""
    path = tmp_path_factory.mktemp("report") / "bao-cao.docx"
    path.write_bytes(word_report())
    return path


def run(*words, home, language="en"):
    """Run the command without a database and return the finished process."""
    environment = {
        **os.environ,
        "THUOCDO_LANG": language,
        "COLUMNS": "100",
        "THUOCDO_DATA": str(home / "none"),
    }
    environment.pop("DATABASE_URL", None)
    command = [str(COMMAND), "claims", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_summary_comes_first_and_differences_next(report, tmp_path):
    """The first line counts; rows whose claim nothing supports stand above the others."""
    shown = run(report, home=tmp_path)
    assert shown.returncode == 0
    assert shown.stdout.startswith("Claimed done 4 · supported by evidence 2 · difference 2\n")
    assert "of the built-in catalogue" in shown.stdout
    assert shown.stdout.index("45/TTr-BNV") < shown.stdout.index("1234/QĐ-TTg")
    assert max(map(len, shown.stdout.splitlines())) <= 100


def test_vietnamese_terminal(report, tmp_path):
    """With a Vietnamese locale the summary and the reasons are Vietnamese."""
    shown = " ".join(run(report, home=tmp_path, language="vi").stdout.split())
    assert shown.startswith("Báo cáo hoàn thành 4 · có minh chứng 2 · chênh lệch 2")
    assert "Đã trình, chưa được" in shown


def test_json_holds_every_row(tmp_path):
    """`--json` prints the counts, the rows and where the programme came from; a workbook gives the same."""
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(workbook_report())
    found = json.loads(run(path, "--json", home=tmp_path).stdout)
    assert (found["claimed_done"], found["supported"], found["difference"]) == (4, 2, 2)
    assert found["source"] == "catalogue"
    assert [row["task"] for row in found["rows"]] == ["4", "5", "6", "34", None]


def test_document_without_progress_is_refused(tmp_path):
    """A plan that reports nothing is refused in one sentence, with what to do."""
    shown = run(SAMPLE, home=tmp_path)
    assert shown.returncode == 10
    assert "no column says how far the tasks are" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_unknown_programme_is_refused(report, tmp_path):
    """A programme that does not exist is refused as by the other commands."""
    shown = run(report, "--programme", "khong-co", home=tmp_path)
    assert shown.returncode == 11
    assert "Traceback" not in shown.stderr

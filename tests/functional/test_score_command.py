"""A person scores units in the terminal: `thuocdo score SET --data FILE [--explain UNIT] [--check]`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly

from thuocdo.evaluation.scoring.shipped import shipped_bytes

COMMAND = Path(sys.executable).parent / "thuocdo"
SHEET = """unit,type,period,name,a_points,b_points,c_points,d_points,e_points,{evidence}
BYT,ministry,2026-01,Bộ Y tế,17.5,18,20,19.25,16,{proof}
BCA,ministry,2026-01,Bộ Công an,18,20,22,22,17,{proof}
01,province,2026-01,Hà Nội,18,19,21,20,15,{proof}
"""
ANSWERED = """unit,type,tasks.lead_due,tasks.lead_done_in_time,tasks.lead_done_late
BYT,ministry,4,3,0
"""


@pytest.fixture
def sheet(tmp_path):
    """Write the points of two ministries and a province; returns the path."""
    path = tmp_path / "diem.csv"
    evidence = ",".join(f"evidence:{each}1" for each in "ABCDE")
    path.write_text(SHEET.format(evidence=evidence, proof="vb,vb,vb,vb,vb"), encoding="utf-8")
    return path


def run(*words, language="en"):
    """Run the command and return the finished process."""
    environment = {**os.environ, "THUOCDO_LANG": language, "THUOCDO_DATA": "none"}
    command = [str(COMMAND), "score", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def run_text(name):
    """Return the text of a shipped set."""
    return shipped_bytes(name).decode()


def test_ministries_and_provinces_stand_in_tables_of_their_own(sheet):
    """Each kind of unit has its table, in the order of names, with the points of every pillar and no rank."""
    shown = run("qd766", "--data", sheet)
    lines = shown.stdout.splitlines()
    assert (shown.returncode, shown.stderr) == (0, "")
    assert lines.index("Ministries") < lines.index("Provinces")
    between = lines[lines.index("Ministries") + 2 : lines.index("Provinces") - 1]
    assert [each.split()[:3] for each in between] == [["Bộ", "Công", "an"], ["Bộ", "Y", "tế"]]
    assert between[0].split()[3:] == ["BCA", "18.00", "20.00", "22.00", "22.00", "17.00", "99.00", "100.00"]
    assert "Hà Nội" in lines[-1]


def test_json_carries_exact_decimals_and_the_fingerprint_of_the_set(sheet):
    """The same as data: decimal texts, the set's version and SHA-256, so that it can be recomputed."""
    found = json.loads(run("qd766", "--data", sheet, "--period", "2026-01", "--json").stdout)
    assert len(found["sha256"]) == 64
    assert found["units"][0]["total"] == "90.75"
    assert found["units"][0]["pillars"]["D"] == "19.25"


def test_every_point_of_a_unit_is_explained_in_vietnamese(sheet):
    """Explaining a unit says what was lost and why, and what would gain most."""
    shown = run("qd766", "--data", sheet, "--explain", "BYT", language="vi").stdout
    assert "Bộ Y tế 2026-01: 90,75/100" in shown
    assert "19,25: đạt điểm tối đa ở mức 22." in shown
    assert "Những việc giúp tăng điểm nhiều nhất:" in shown


def test_small_denominators_are_marked(tmp_path):
    """Who has a share of fewer than five cases is marked, with the reason below the table."""
    path = tmp_path / "nho.csv"
    path.write_text(ANSWERED, encoding="utf-8")
    shown = run("nq57-scorecard", "--data", path).stdout
    assert shown.splitlines()[-1].startswith("* ")
    assert any(line.startswith("BYT") and line.endswith("*") for line in shown.splitlines())


def test_a_set_is_checked_without_data_and_its_faults_named(tmp_path):
    """--check says what a set is, or every fault with its line and exit status 10."""
    good = run("provincial-rule", "--check")
    assert (good.returncode, "4 pillars, 12 criteria, 100 points in all." in good.stdout) == (0, True)
    wrong = tmp_path / "sai.yaml"
    wrong.write_text("format: 1\nset: sai\nunits: [moon]\n", encoding="utf-8")
    refused = run(wrong, "--check")
    assert refused.returncode == 10
    assert "line 3, units: “moon” is unknown" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_what_is_missing_or_odd_is_told_beside_the_points(sheet):
    """Who handed in nothing, what nobody handed in and the mark of illustrative data stand in the output."""
    lines = [each.split(",") for each in sheet.read_text(encoding="utf-8").splitlines()]
    lines.append([each.replace("2026-01", "2026-02") for each in lines[1]])
    kept = [",".join(each[:4] + each[5:]) for each in lines]
    sheet.write_text("\n".join(["# Số liệu minh hoạ", *kept]), encoding="utf-8")
    shown = run("qd766", "--data", sheet).stdout
    assert "Period: 2026-02\nSố liệu minh hoạ\nMINH HOẠ / ILLUSTRATIVE\n" in shown
    assert "No data in this period, so not judged: 01 (Hà Nội), BCA (Bộ Công an)" in shown
    assert "Nobody handed in:\n  a_points: " in shown
    found = json.loads(run("qd766", "--data", sheet, "--json").stdout)
    assert (found["without_data"], found["not_handed_in"]) == (["01", "BCA"], ["a_points"])
    assert ([each["unit"] for each in found["units"]], found["illustrative"]) == (["BYT"], True)
    explained = run("qd766", "--data", sheet, "--explain", "BCA").stdout
    assert "Bộ Công an 2026-02: no total: no data in this period" in explained


def test_a_period_is_tried_alone(sheet):
    """--simulate and --against look at the named period, --simulate else at the last one."""
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(f"{text}{text.splitlines()[1].replace('2026-01', '2026-02')}\n", encoding="utf-8")
    tried = [
        run("qd766", "--data", sheet, "--simulate", *more).stdout for more in ((), ("--period", "2026-01"))
    ]
    assert ["1 units" in tried[0], "3 units" in tried[1]] == [True, True]
    assert run("qd766", "--data", sheet, "--simulate", "--period", "2030").returncode == 11
    same = run("qd766", "--against", "qd766", "--data", sheet, "--period", "2026-02").stdout
    assert same == "0 of 1 units would move.\n"


def test_a_unit_is_named_by_code_or_by_name(sheet):
    """--explain takes the code or the name, with or without marks; what is near is named."""
    by_code = run("qd766", "--data", sheet, "--explain", "BCA").stdout
    assert run("qd766", "--data", sheet, "--explain", "bo cong an").stdout == by_code
    both = run("qd766", "--data", sheet, "--explain", "Bộ")
    assert (both.returncode, "Near: BYT, BCA." in both.stderr) == (11, True)


def test_a_changed_set_shows_who_would_move(sheet, tmp_path):
    """Before a new version is adopted, the units whose total or level moves are named with old and new."""
    new = tmp_path / "moi.yaml"
    text = run_text("qd766").replace("full_at: 20}", "full_at: 18}").replace("version: 1", "version: 2")
    new.write_text(text, encoding="utf-8")
    shown = run(new, "--against", "qd766", "--data", sheet)
    assert shown.stdout.splitlines() == [
        "2 of 3 units would move.",
        "01 2026-01: 93.00  → 94.00",
        "BYT 2026-01: 90.75  → 92.75",
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["no-such-set", "--check"], 11, "There is no criteria set"),
        (["no-such-file.yaml", "--check"], 11, "does not exist"),
        (["qd766"], 10, "There is nothing to score."),
        (["qd766", "--data", "{sheet}", "--period", "2030"], 11, "no period 2030"),
        (["qd766", "--data", "{sheet}", "--explain", "X"], 11, "no unit X"),
        (["provincial-rule", "--data", "{sheet}"], 10, "no input is called"),
    ],
)
def test_refusals_say_what_to_do(sheet, words, status, said):
    """A refusal is one sentence with the exit status of its kind."""
    refused = run(*(sheet if each == "{sheet}" else each for each in words))
    assert refused.returncode == status
    assert said in refused.stderr


def test_a_set_is_tried_on_invented_units():
    """--simulate shows spread, levels, pillars that go together and levels that hang on one weight."""
    shown = run("investment-efficiency", "--simulate")
    assert shown.returncode == 0
    assert "1000 units" in shown.stdout
    assert "Pillars A and B go together" in shown.stdout
    assert json.loads(run("investment-efficiency", "--simulate", "--json").stdout)["levels"]


def test_a_shipped_set_is_printed_to_be_copied(tmp_path):
    """--print gives the file of a set byte by byte, so that the first step needs no source folder."""
    printed = run("qd766", "--print").stdout
    assert printed == run_text("qd766")
    copy = tmp_path / "bo.yaml"
    copy.write_text(printed, encoding="utf-8")
    assert run(copy, "--check").stdout == run("qd766", "--check").stdout
    assert run("no-such-set", "--print").returncode == 11


def test_a_trial_says_why_totals_are_missing(tmp_path):
    """Where too much does not apply, the limit, its default and the criteria that do not apply are named."""
    path = tmp_path / "bo.yaml"
    path.write_text(run_text("investment-of-a-body").replace("at_most: 30", "at_most: 0"), encoding="utf-8")
    shown = run(path, "--simulate").stdout
    assert "more than 0 % of the points do not apply to them (not_applicable.at_most, 30 where" in shown
    assert "Criteria that do not apply to these units: " in shown
    assert json.loads(run(path, "--simulate", "--json").stdout)["too_much_left_out"] > 0


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Publish the trial programme once, with its scores."""
    out = tmp_path_factory.mktemp("score") / "site"
    publish_plainly(some_facts(), out)
    return out


def test_a_published_folder_is_scored_as_it_was_published(published):
    """Anybody gets from the folder alone the points that stand in it, for the last closed period."""
    own = json.loads((published / "scores.json").read_bytes())["boards"][0]
    shown = json.loads(run("nq57-scorecard", "--from", published, "--json").stdout)
    assert shown["sha256"] == own["sha256"]
    assert {each["unit"]: each["total"] for each in shown["units"]} == {
        each["unit"]: each["total"] for each in own["units"]
    }
    assert {each["period"] for each in shown["units"]} == {"2025-2"}


def test_a_unit_of_a_published_folder_is_explained_with_what_it_lost(published):
    """Every point of a body in a period that is named, in sentences."""
    shown = run("nq57-scorecard", "--from", published, "--period", "2025-1", "--explain", "bo-a").stdout
    assert "Bộ A 2025-1: " in shown
    assert "A1 Tasks led that are done: " in shown


def test_a_period_that_has_not_closed_is_refused(published):
    """The refusal names the periods that can be scored."""
    refused = run("nq57-scorecard", "--from", published, "--period", "2031-1")
    assert refused.returncode == 11
    assert "There are: 2025-1, 2025-2." in refused.stderr

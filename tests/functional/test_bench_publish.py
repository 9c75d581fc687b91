"""The benchmark of the public site at a small size: it prints its figures, and all it invents says so."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "benchmarks"
SMALL = ("--communes", "40", "--tasks", "12", "--years", "2")


def run(*command):
    """Run Python beside the benchmarks; return what it prints."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_figures_are_printed():
    """What is published, rewritten after one change and recomputed byte for byte, and the log."""
    said = run(BENCHMARKS / "publish_full.py", *SMALL, "--entries", "300", "--rounds", "0")
    found = dict(line.split(": ") for line in said.splitlines())
    assert {
        "files_per_second",
        "site_files_per_second",
        "one_change_seconds",
        "recompute_seconds",
        "log_70k_seconds",
    } <= found.keys()
    assert (found["communes"], found["cycles"], found["recompute_equal_share"]) == ("40", "4", "1.0000")
    assert 0 < int(found["rewritten_after_one_change"]) < int(found["left_after_one_change"])


def test_the_same_numbers_give_the_same_marked_facts():
    """Two processes make the same bytes; no record and no commune is without its mark."""
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]);"
        "from full_size import MARK, Size, full_size; from thuocdo.publication.facts_file import facts_bytes;"
        "facts = full_size(Size(40, 12, 2));"
        "assert facts.illustrative and MARK in facts.programme.name_vi;"
        "assert all(each.illustrative for each in (*facts.evidence, *facts.reports));"
        "made = [each for each in facts.register.agencies if each.kind == 'commune'];"
        "assert len(made) == 40 and all('minh hoạ' in each.name_vi for each in made);"
        "print(len(facts.evidence), hashlib.sha256(facts_bytes(facts)).hexdigest())"
    )
    one, other = (run("-c", code, BENCHMARKS) for _ in range(2))
    assert one == other
    assert int(one.split()[0]) > 40

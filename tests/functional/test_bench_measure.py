"""The benchmark of measuring at a small size: all ways give equal numbers, and its data are used again."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

MEASURE = Path(__file__).resolve().parents[2] / "benchmarks" / "measure.py"
RATIOS = {"scan_ratio", "compact_ratio", "pandas_ratio", "spark_ratio", "incremental_ratio", "memory_mb"}


def run(*options):
    """Run the benchmark; return the lines that it prints, by their names."""
    command = [sys.executable, str(MEASURE), "--runs", "1", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return [line.split(": ", 1) for line in done.stdout.splitlines()]


def test_every_way_has_the_same_numbers_for_any_number_of_rows(tmp_path):
    """Delivered rows, kept rows, pandas and a month that came again agree; every ratio is printed."""
    said = dict(run("--rows", "4321", "--data", tmp_path))
    assert said["rows"] == "4321"
    assert {"measure", "compact", "pandas", "one month again"} <= set(said["equal_numbers"].split(", "))
    assert said.keys() >= RATIOS
    assert 0 < float(said["memory_mb"]) < 500


def test_the_cost_of_several_sizes_is_drawn_and_their_data_are_kept(tmp_path):
    """Each size has its line and its point; the second time nothing is made, and a half-made size is."""
    chart = tmp_path / "cost.svg"
    sizes = ("--chart", "2000,4000", "--data", tmp_path, "--svg", chart)
    first = run(*sizes)
    made = next(tmp_path.glob("dossiers-2000-*"))
    made.rename(made.with_name(made.name + ".part"))
    second = run(*sizes)
    assert [line[0] for line in first].count("cost") == 2
    assert [line[1] == "0, used again" for line in second if line[0] == "made_s"] == [False, True]
    drawn = ET.parse(chart)  # noqa: S314  ours
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == 4

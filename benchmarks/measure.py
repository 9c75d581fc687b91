"""How fast ten ratios come out of a register of dossiers, beside merely decoding it, pandas and Spark.

Makes its data (illustrative), measures each way in a process of its own, alternating, and takes the
least disturbed run of each. Prints one `name: value` line each. `--data` names a folder in which what
was made stays and is used again; without it all is removed afterwards. `--chart` measures several
sizes instead, and draws what a pass over each takes. Spark is compared where it and Java are installed
(`make bench-measure` installs it).
"""

import argparse
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
from cost_chart import Point, chart, fitted
from measured import WAYS, Figures, Given

from thuocdo.adapters import intake
from thuocdo.adapters.engines import duckdb_synthetic
from thuocdo.measurement.synthetic import types

_COMPARED = ("decode", "measure", "compact", "pandas", "spark")


def has_spark() -> bool:
    """Say whether Spark can run here."""
    return importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


def child(way: str, given: Given) -> Figures:
    """Run one way in a process of its own and return what it says."""
    folders = ["--delivered", str(given.delivered), "--kept", str(given.kept)]
    command = [sys.executable, __file__, "--way", way, "--rows", str(given.rows), *folders]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603  ourselves
    found: Figures = json.loads(done.stdout)
    return found


def made(data: Path, rows: int, *, keep: bool = True) -> Given:
    """Return the data of so many rows; what lies there is used again where the same code would make it.

    `keep` has the platform take them in as well.
    """
    makers = [Path(str(module.__file__)) for module in (duckdb_synthetic, types)]
    delivered = data / f"dossiers-{rows}-{_mark(makers)}"
    takers = sorted(Path(str(intake.__file__)).parent.glob("*.py"))
    given = Given(rows, delivered, data / f"kept-{rows}-{_mark([*makers, *takers])}")

    def write(folder: Path) -> None:
        for _ in duckdb_synthetic.write(given.recipe, "dossiers", folder):
            pass

    def take_in(folder: Path) -> None:
        told = child("ingest", Given(rows, delivered, folder))
        print(f"ingested_cpu_s: {told['cpu']:.1f}")

    _whole(delivered, write, "made_s")
    if keep:
        _whole(given.kept, take_in, "ingested_s")
    return given


def _mark(files: list[Path]) -> str:
    """Return what names the code that makes data, and the engine that runs it."""
    code = b"".join(path.read_bytes() for path in files)
    return hashlib.sha256(code + duckdb.__version__.encode()).hexdigest()[:8]


def _whole(folder: Path, make: Callable[[Path], None], name: str) -> None:
    """Make a folder unless it is there; one that was left half done is begun anew."""
    if folder.exists():
        print(f"{name}: 0, used again")
        return
    begun = folder.with_name(folder.name + ".part")
    shutil.rmtree(begun, ignore_errors=True)
    started = time.perf_counter()
    make(begun)
    begun.rename(folder)
    print(f"{name}: {time.perf_counter() - started:.1f}", flush=True)


def compare(given: Given, runs: int) -> None:
    """Run every way several times, alternating, and print the figures."""
    ways = [way for way in _COMPARED if way != "spark" or has_spark()]
    found: dict[str, list[Figures]] = {way: [] for way in ways}
    for _ in range(runs):
        for way in ways:
            found[way].append(child(way, given))
    one = found["measure"][0]
    others = {way: found[way][0]["numbers"] for way in ways if way not in {"decode", "measure"}}
    others["one month again"] = one["incremental_numbers"]
    for way, numbers in others.items():
        if numbers != one["numbers"]:
            raise SystemExit(f"{way} has other numbers")
    print(f"equal_numbers: {', '.join(['measure', *others])}")
    print_sizes(given)
    print_figures(found)


def print_sizes(given: Given) -> None:
    """Print how large the data are, as delivered and as kept."""
    print(f"rows: {given.rows}")
    for name, folder in (("bytes_per_row", given.delivered), ("kept_bytes_per_row", given.kept)):
        size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
        print(f"{name}: {size / max(1, given.rows):.1f}")


def print_figures(found: dict[str, list[Figures]]) -> None:
    """Print seconds, the ratios that are promised, and the same in processor time."""

    def best(way: str, figure: str = "seconds") -> float:
        return min(float(run[figure]) for run in found[way])

    def ratio(name: str, over: tuple[str, str], under: tuple[str, str]) -> None:
        print(f"{name}: {best(*over) / best(*under):.2f}")

    for name, way, figure in (
        ("decode_s", "decode", "seconds"),
        ("scan_s", "measure", "seconds"),
        ("full_s", "measure", "full"),
        ("compact_s", "compact", "seconds"),
        ("pandas_s", "pandas", "seconds"),
        ("new_month_s", "measure", "new_seconds"),
        ("correction_s", "measure", "correction_seconds"),
    ):
        print(f"{name}: {best(way, figure):.3f}")
    for unit, second in (("", "seconds"), ("cpu_", "cpu")):
        whole = ("measure", "full" if second == "seconds" else "full_cpu")
        ratio(f"scan_{unit}ratio", ("measure", second), ("decode", second))
        ratio(f"compact_{unit}ratio", ("compact", second), ("decode", second))
        ratio(f"pandas_{unit}ratio", ("pandas", second), whole)
        if "spark" in found:
            ratio(f"spark_{unit}ratio", ("spark", second), whole)
        slower = max(("new", "correction"), key=lambda name: best("measure", f"{name}_{second}"))
        ratio(f"incremental_{unit}ratio", whole, ("measure", f"{slower}_{second}"))
    if "spark" in found:
        print(f"spark_s: {best('spark'):.3f}")
    else:
        print("spark_ratio: not measured, it needs pyspark (make bench-measure installs it) and Java")
    for name, way in (
        ("memory_mb", "measure"),
        ("compact_memory_mb", "compact"),
        ("pandas_memory_mb", "pandas"),
    ):
        print(f"{name}: {max(float(run['memory']) for run in found[way]):.0f}")


def several(data: Path, sizes: list[int], runs: int, svg: Path) -> None:
    """Print and draw what one pass over each size takes, on the clock and in processor time."""
    points = []
    for rows in sizes:
        given = made(data, rows, keep=False)
        found = [child("scan", given) for _ in range(runs)]
        points.append(Point(rows, min(run["full"] for run in found), min(run["full_cpu"] for run in found)))
        memory = max(run["memory"] for run in found)
        point = points[-1]
        print(
            f"cost: {rows} rows, {point.seconds:.3f} s, {point.cpu:.3f} s of processors,"
            f" {point.cpu / rows * 1e9:.1f} ns a row, {memory:.0f} MB",
            flush=True,
        )
    fixed, slope = fitted([(point.rows, point.cpu) for point in points])
    off = max(abs(point.cpu / (fixed + slope * point.rows) - 1) for point in points)
    print(f"cost_line: {fixed:.3f} s of processors + {slope * 1e9:.1f} ns a row")
    print(f"cost_farthest_from_line: {off:.1%}")
    svg.write_text(chart(points), encoding="utf-8")
    print(f"chart: {svg}")


def numbers(text: str) -> list[int]:
    """Return the sizes of a list."""
    return [int(each) for each in text.replace(" ", "").split(",") if each]


def options() -> Any:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--chart", type=numbers, default=[])
    parser.add_argument("--svg", type=Path, default=Path("measure-cost.svg"))
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--delivered", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--kept", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Make the data and compare, or draw; or be one of the children."""
    said = options()
    if said.way:
        print(json.dumps(WAYS[said.way](Given(said.rows, said.delivered, said.kept))))
        return
    with tempfile.TemporaryDirectory(prefix="thuocdo-measure-") as removed:
        data = said.data or Path(removed)
        data.mkdir(parents=True, exist_ok=True)
        if said.chart:
            several(data, said.chart, said.runs, said.svg)
        else:
            compare(made(data, said.rows), said.runs)


if __name__ == "__main__":
    main()

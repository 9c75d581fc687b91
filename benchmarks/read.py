"""How long reading a document takes, beside a bare loop over its lines; one `name: value` per line."""

import time
from collections.abc import Callable
from pathlib import Path

from thuocdo.documents.files import read_bytes

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "documents" / "chuong-trinh-mau.txt"
ROUNDS = 15
WARM_UP = 3


def document() -> Path:
    """Return 03/NQ-CP where it is at hand, else our own sample."""
    return next((ROOT.parent / "shared" / "seeds").glob("003_*.txt"), SAMPLE)


def dispatch(text: str) -> int:
    """Look at every line once, the least that any reading must do."""
    kinds = {"": 0, "\u00a0": 1}
    return sum(kinds.get(line, 2) for line in text.split("\n"))


def milliseconds(function: Callable[[], object]) -> float:
    """Return the best of some rounds, after warming up."""
    for _round in range(WARM_UP):
        function()
    best = float("inf")
    for _round in range(ROUNDS):
        started = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - started)
    return best * 1000


def main() -> None:
    """Measure and print."""
    path = document()
    data, text = path.read_bytes(), path.read_text(encoding="utf-8")
    read = milliseconds(lambda: read_bytes(data, filename=path.name))
    bare = milliseconds(lambda: dispatch(text))
    print(f"read_ms: {read:.1f}")
    print(f"line_dispatch_ms: {bare:.2f}")
    print(f"read_to_dispatch: {read / bare:.1f}")


if __name__ == "__main__":
    main()

"""Whether the reader notices its own weakness: remarks on wrong fields, doubts on right ones, by field.

The reader reads plans of the opened parts while a share of its words, chosen by the seed, is hidden
from it, so that it errs as on words that nobody has seen. `strict` is the share of wrong fields whose
remark names this very field, on the row or for its column; `row` those with a remark on the whole
row only. `doubtful` is the share of all cells that ask for a person's word.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.corpus.calibrated import PARTS, Calibration, read_plan

FORMATS = ("docx", "html", "xlsx", "pdf", "txt", "md")


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hidden", type=float, default=0.33, help="the share of words that are hidden")
    parser.add_argument("--seeds", default="1-60", help="A-B: these plans, each in one format")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--silent", type=int, default=0, metavar="N", help="show N wrong fields of a kind")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    asked = arguments()
    formats = asked.formats.split(",")
    first, _, last = asked.seeds.partition("-")
    total = Calibration()
    for seed in range(int(first), int(last or first) + 1):
        total.add(read_plan(seed, PARTS[seed % len(PARTS)], formats[seed % len(formats)], asked.hidden))
    print("\n".join(total.lines()))
    shown: Counter[str] = Counter()
    for fault in total.faults:
        if not fault.said and shown[fault.kind] < asked.silent:
            shown[fault.kind] += 1
            print(f"\n{fault.kind}: {fault.where}\n    truth {fault.truth!r}\n    read  {fault.read!r}"[:600])


if __name__ == "__main__":
    main()

"""How well documents are read that the reader's authors never saw; one `name: value` per line.

`--pool dev` (the parts of the corpus in OPEN) is for work on the reader and may be explained;
`held_out` decides and stays closed until it has been measured once.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.corpus.programmes import make
from tests.corpus.render import RENDERERS, render
from tests.corpus.score import Fault, Score, refused, score_draft

from thuocdo.core.errors import Invalid
from thuocdo.documents.files import known_readers, read_bytes

PLANS = 120
# The fourteenth part, `held_out`, is closed: nobody who works on the reader has seen its words.
OPEN = (
    "dev", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth",
)  # fmt: skip
CLOSED = "The faults of the held_out pool are not shown: whoever saw them would write the reader to fit them."


def measure(seed: int, pool: str, suffix: str) -> Score:
    """Return the score of one plan in one format."""
    plan = make(seed, OPEN[seed % len(OPEN)] if pool == "dev" else pool)
    file = render(plan, suffix)
    started = time.perf_counter()
    try:
        draft = read_bytes(file.data, filename=file.name)
    except Invalid as refusal:
        return _placed(refused(file.truth, str(refusal)), suffix, seed)
    except Exception as error:  # noqa: BLE001  a reader that breaks has all fields wrong, and said nothing
        score = refused(file.truth, repr(error))
        for fault in score.faults:
            fault.kind, fault.remarked = "broken", False
        return _placed(score, suffix, seed)
    seconds = time.perf_counter() - started
    score = score_draft(file.truth, draft, plan.aliases)
    score.seconds = seconds
    return _placed(score, suffix, seed)


def _placed(score: Score, suffix: str, seed: int) -> Score:
    for fault in score.faults:
        fault.where = f"{suffix} seed {seed}: {fault.where}"
    return score


def explain(faults: list[Fault], most: int) -> None:
    """Print the most frequent kinds of faults, each with examples."""
    groups: dict[tuple[str, bool], list[Fault]] = defaultdict(list)
    for fault in faults:
        groups[fault.kind.split(":")[0], fault.remarked].append(fault)
    ranked = sorted(groups.items(), key=lambda item: -len(item[1]))
    for (kind, remarked), found in ranked[:most]:
        print(f"\n{kind}: {len(found)} {'remarked' if remarked else 'NOT REMARKED'}")
        step = max(1, len(found) // 5)
        for fault in found[::step][:6]:
            print(f"  {fault.where}")
            print(f"    truth  {fault.truth!r}"[:400])
            print(f"    read   {fault.read!r}"[:400])
            print(f"    remark {fault.remark!r}"[:200])


def report(name: str, score: Score) -> None:
    """Print the figures of one format."""
    print(f"{name}_fields: {score.fields}")
    print(f"{name}_right: {score.right:.4f}")
    print(f"{name}_wrong: {len(score.faults)}")
    print(f"{name}_wrong_remarked: {score.remarked:.4f}")


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pool", choices=["dev", "held_out"], default="held_out")
    parser.add_argument("--seeds", default="", help="A-B: these plans in every format")
    readable = [suffix for suffix in RENDERERS if f".{suffix}" in known_readers()]
    parser.add_argument("--formats", default=",".join(readable))
    parser.add_argument("--explain", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    if asked.explain and asked.pool != "dev":
        parser.error(CLOSED)
    return asked


def main() -> None:
    """Measure and print."""
    asked = arguments()
    formats = asked.formats.split(",")
    each = max(1, PLANS // len(formats))
    total = Score()
    for place, suffix in enumerate(formats):
        seeds = range(1000 + place * each, 1000 + (place + 1) * each)
        if asked.seeds:
            first, _, last = asked.seeds.partition("-")
            seeds = range(int(first), int(last or first) + 1)
        score = Score()
        for seed in seeds:
            score.add(measure(seed, asked.pool, suffix))
        report(suffix, score)
        total.add(score)
    report("all", total)
    if asked.explain:
        explain(total.faults, asked.explain)


if __name__ == "__main__":
    main()

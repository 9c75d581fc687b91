"""How fast the model programme is published, beside the speed of writing the same bytes plainly.

Prints one `name: value` line for each figure, of the least disturbed of the runs: other work on
the machine can only slow one down. The illustrative evidence is made here, so that the
benchmark needs no database.
"""

import argparse
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from thuocdo.cycles.types import Evidence, EvidenceKind, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.baselines import published_baselines
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.publication.keys import Purpose, new_key, trust_of
from thuocdo.publication.publish import publish
from thuocdo.publication.verify import verify

AS_OF = date(2025, 12, 31)
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def illustrative_facts() -> Facts:
    """Return the catalogue with one verified document for every body's part of every second task."""
    bare = Facts(catalogue(), register(), AS_OF, observations=tuple(published_baselines()), illustrative=True)
    parts = [
        (verdict.task, agency)
        for verdict in evaluate(bare).tasks[::2]
        for part in verdict.assignments
        for agency in part.agencies
    ]
    components = {task.code: tuple(part.code for part in task.components) for task in bare.programme.tasks}
    evidence = tuple(
        Evidence(
            id=f"bench-{number}",
            task=task,
            agency=agency,
            kind=EvidenceKind.DOCUMENT,
            text=f"Nghị định {number}/2025/NĐ-CP ngày 30/10/2025",
            state=State.VERIFIED,
            received_on=AS_OF - timedelta(days=60),
            number=f"{number}/2025/NĐ-CP",
            issuer="Chính phủ",
            issued_on=AS_OF - timedelta(days=62),
            in_gazette=True,
            verified_on=AS_OF - timedelta(days=50),
            verified_by="binh",
            verified_components=components[task],
            illustrative=True,
        )
        for number, (task, agency) in enumerate(parts, 1)
    )
    return replace(bare, evidence=evidence)


def write_plainly(source: Path, target: Path) -> float:
    """Write the bytes of every file of `source` under `target`; return the seconds of writing alone."""
    files = [(path.relative_to(source), path.read_bytes()) for path in source.rglob("*") if path.is_file()]
    started = time.perf_counter()
    for path, data in files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return time.perf_counter() - started


def main() -> None:
    """Publish, publish again after one changed record, verify; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    key = new_key(name="bench", role="publisher", purpose=Purpose.DEMO, valid_from=AS_OF - timedelta(days=1))
    facts = illustrative_facts()
    seconds, limits = [], []
    with tempfile.TemporaryDirectory(prefix="thuocdo-bench-") as folder:
        out, plain = Path(folder) / "site", Path(folder) / "plain"
        for _ in range(runs):
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(plain, ignore_errors=True)
            first = publish(facts, out=out, signers=[key], now=NOW)
            seconds.append(first.seconds)
            limits.append(write_plainly(out, plain))
        withdrawn = replace(facts.evidence[0], verified_on=None, verified_by="", state=State.SENT)
        changed = replace(facts, evidence=(withdrawn, *facts.evidence[1:]))
        again = publish(changed, out=out, signers=[key], now=NOW)
        started = time.perf_counter()
        report = verify(out, trust=trust_of((key,)))
        checked = time.perf_counter() - started
        total = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    if not report.holds:
        raise SystemExit(str(report.faults[0].fault("en")))
    speed, limit = first.files / min(seconds), first.files / min(limits)
    print(f"evidence: {len(facts.evidence)}")
    print(f"files_published: {first.files}")
    print(f"published_mib: {total / 2**20:.1f}")
    print(f"files_per_second: {speed:.0f}")
    print(f"publish_ms: {min(seconds) * 1000:.0f}")
    print(f"write_limit_files_per_second: {limit:.0f}")
    print(f"publish_to_write_limit: {speed / limit:.3f}")
    print(f"republish_written: {len(again.written)}")
    print(f"republish_unchanged: {again.unchanged}")
    print(f"republish_ms: {again.seconds * 1000:.0f}")
    print(f"verify_ms: {checked * 1000:.0f}")


if __name__ == "__main__":
    main()

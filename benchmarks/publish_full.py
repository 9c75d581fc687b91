"""The public site at full size: how fast it is written, rewritten after one change, served and recomputed.

Prints one `name: value` line for each figure. Seconds are wall time; the names with `cpu` are the
processor time of this one process, which other work on the machine disturbs less.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import log
import served
from full_size import Size, full_size

from thuocdo.core.collector import collector_resting, look_now
from thuocdo.core.memory import Memory
from thuocdo.cycles.types import State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts
from thuocdo.publication.keys import Purpose, SigningKey, new_key
from thuocdo.publication.placing import put_all
from thuocdo.publication.publish import Published, publish
from thuocdo.publication.site.build import render_site
from thuocdo.publication.staging import staged

_CALL = "from thuocdo.cli.main import main; main()"


@dataclass(frozen=True, slots=True)
class Timed:
    """What a piece of work gave, and what it took."""

    made: Any
    wall: float
    cpu: float


def timed(work: Callable[[], Any]) -> Timed:
    """Do the work once."""
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    return Timed(made, time.perf_counter() - wall, time.process_time() - cpu)


def with_one_change(facts: Facts) -> Facts:
    """Return the facts as they are when one verification of one ministry's task is taken back."""
    at = next(
        place
        for place, each in enumerate(facts.evidence)
        if each.state is State.VERIFIED and "." not in each.agency
    )
    changed = replace(
        facts.evidence[at],
        state=State.SENT,
        verified_on=None,
        verified_by="",
        verifier_note="",
        verified_components=(),
    )
    return replace(facts, evidence=(*facts.evidence[:at], changed, *facts.evidence[at + 1 :]))


def main() -> None:
    """Make the facts, publish, change one task, recompute elsewhere, serve; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("communes", "tasks", "years", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Size(), name))
    parser.add_argument("--entries", type=int, default=70_000, help="entries of the log")
    parser.add_argument("--rounds", type=int, default=5, help="pairs of nginx measurements; 0 for none")
    asked = parser.parse_args()
    size = Size(asked.communes, asked.tasks, asked.years, asked.seed)
    facts = full_size(size)
    day = size.as_of + timedelta(days=5)
    now = datetime(day.year, day.month, day.day, tzinfo=UTC)
    key = new_key(name="bench", role="publisher", purpose=Purpose.DEMO, valid_from=size.as_of)
    _tell_size(facts, size)
    with tempfile.TemporaryDirectory(prefix="thuocdo-bench-") as folder:
        site = Path(folder) / "site"
        _publish(facts, site, key, now)
        _render(facts, Path(folder) / "rendered")
        _recompute(site)
        if asked.rounds:
            _serve(site, f"{facts.programme.slug}/", Path(folder), asked.rounds)
    *entries, more = log.entries(asked.entries + 1)
    run = log.run(entries, more)
    print(f"log_70k_seconds: {run.build + run.verify:.2f}")


def _tell_size(facts: Facts, size: Size) -> None:
    print(f"communes: {size.communes}")
    print(f"tasks: {len(facts.programme.tasks)}")
    print(f"indicators: {len(facts.programme.indicators)}")
    print(f"cycles: {len(facts.programme.cycles)}")
    print(f"evidence: {len(facts.evidence)}")
    print(f"reports: {len(facts.reports)}")


def _publish(facts: Facts, site: Path, key: SigningKey, now: datetime) -> None:
    memory = Memory()  # of the one process that publishes, as `thuocdo publish --every` has it
    first = timed(lambda: publish(facts, out=site, signers=[key], now=now, memory=memory))
    done: Published = first.made
    look_now()  # as that process does while it waits
    again = timed(lambda: publish(with_one_change(facts), out=site, signers=[key], now=now, memory=memory))
    rewritten: Published = again.made
    print(f"files_published: {done.files}")
    print(f"published_mib: {sum(each.stat().st_size for each in site.rglob('*') if each.is_file()) >> 20}")
    print(f"publish_seconds: {first.wall:.2f}")
    print(f"publish_cpu_seconds: {first.cpu:.2f}")
    print(f"files_per_second: {done.files / first.wall:.0f}")
    print(f"files_per_cpu_second: {done.files / first.cpu:.0f}")
    print(f"rewritten_after_one_change: {len(rewritten.written)}")
    print(f"left_after_one_change: {rewritten.unchanged}")
    print(f"one_change_seconds: {again.wall:.2f}")
    print(f"one_change_cpu_seconds: {again.cpu:.2f}", flush=True)


def _render(facts: Facts, site: Path) -> None:
    """Render the site alone, from what was judged before: pages, copies, digests, on disk."""
    verdicts = evaluate(facts)
    with collector_resting(), staged(site) as stage:
        done = timed(lambda: put_all(stage, render_site(facts, verdicts)))
    print(f"site_files: {len(done.made)}")
    print(f"site_files_per_second: {len(done.made) / done.wall:.0f}")
    print(f"site_files_per_cpu_second: {len(done.made) / done.cpu:.0f}", flush=True)


def _recompute(site: Path) -> None:
    """Recompute in a process of its own that has read nothing of this one's."""
    command = [sys.executable, "-c", _CALL, "verify", str(site), "--recompute", "--json"]
    said = timed(lambda: subprocess.run(command, capture_output=True, text=True, check=False))  # noqa: S603  our own arguments
    if said.made.returncode:
        raise SystemExit(said.made.stderr.strip())
    found = json.loads(said.made.stdout)
    print(f"recompute_seconds: {said.wall:.2f}")
    print(f"recompute_rows: {sum(found['rows'].values())}")
    print(f"recompute_equal_share: {found['share']:.4f}")
    print(f"recompute_others: {len(found['others'])}", flush=True)


def _serve(site: Path, page: str, folder: Path, rounds: int) -> None:
    """Nothing of the application runs meanwhile: nginx has the folder alone."""
    lacking = served.missing()
    if lacking:
        print(f"nginx_ratio: not measured, this machine lacks {lacking}")
        return
    work = folder / "nginx"
    work.mkdir()
    found = served.measure(site, page, work, rounds=rounds)
    print(f"nginx_ratio: {found.ratio:.3f}")
    print(f"nginx_page_requests_per_second: {found.page:.0f}")
    print(f"nginx_plain_file_requests_per_second: {found.plain:.0f}")
    print(f"nginx_page_bytes: {found.bytes}")
    print(f"nginx_brotli_copies: {'yes' if found.packed else 'no, its module is not installed'}", flush=True)


if __name__ == "__main__":
    main()

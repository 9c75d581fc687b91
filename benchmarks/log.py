"""How fast a log of 70 000 entries is built and verified whole, beside hashing the same bytes once.

Prints one `name: value` line for each figure, of the least disturbed of the runs. Built means
entries to tiles, tree and signed checkpoint; verified means opening the checkpoint, reading
every file again, recomputing the tree and comparing every tile.
"""

import argparse
import hashlib
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from thuocdo.log import checkpoints, reading, writing
from thuocdo.log.checking import extended, recompute
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.entries import entry_bytes
from thuocdo.log.notes import Signer
from thuocdo.log.tree import Tree
from thuocdo.log.types import Submission

SIGNER = Signer("bench.example/log", bytes(32))
MOMENT = datetime(2026, 1, 5, 3, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of one run."""

    build: float
    verify: float
    append_one: float
    sign_next: float
    prove: float


def entries(count: int) -> list[bytes]:
    """Return submissions as they stand in a log."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(count))
    return [
        entry_bytes(Submission("BYT", "2025-12", number, MOMENT, digest))
        for number, digest in enumerate(digests, 1)
    ]


def hash_once(data: list[bytes]) -> float:
    """Return the seconds that the SHA-256 of all bytes in one go takes."""
    whole = b"".join(data)
    started = time.perf_counter()
    hashlib.sha256(whole).digest()
    return time.perf_counter() - started


def build(root: Path, data: list[bytes]) -> Checkpoint:
    """Write tiles, bundles and the signed checkpoint."""
    writing.append(root, data, signed=0, durable=False)
    checkpoint = Checkpoint(SIGNER.name, len(data), Tree.of_entries(data).root())
    (root / checkpoints.PATH).write_bytes(checkpoints.signed(checkpoint, SIGNER))
    return checkpoint


def verify(root: Path) -> None:
    """Verify the log as somebody who has only its files and its key."""
    note = (root / checkpoints.PATH).read_bytes()
    found = checkpoints.open_checkpoint(note, SIGNER.verifier)
    checked = recompute(reading.folder(root), found.checkpoint)
    if checked.faults:
        raise SystemExit(str(checked.faults[0]))


def run(data: list[bytes], more: bytes) -> Run:
    """Build, verify, then add one entry and make the next checkpoint; return the seconds of each."""
    with tempfile.TemporaryDirectory(prefix="thuocdo-bench-") as folder:
        root = Path(folder)
        times = [time.perf_counter()]
        checkpoint = build(root, data)
        times.append(time.perf_counter())
        verify(root)
        times.append(time.perf_counter())
        size = writing.append(root, [more], signed=checkpoint.size)
        times.append(time.perf_counter())
        extended(reading.folder(root), origin=SIGNER.name, size=size, previous=checkpoint)
        times.append(time.perf_counter())
        reading.Tiled(reading.folder(root), size).inclusion(size // 3)
        times.append(time.perf_counter())
    return Run(*(after - before for before, after in pairwise(times)))


def main() -> None:
    """Measure; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=70_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    *data, more = entries(asked.entries + 1)
    runs = [run(data, more) for _ in range(asked.runs)]
    once = min(hash_once(data) for _ in range(asked.runs))
    whole = min(each.build + each.verify for each in runs)
    print(f"log_entries: {len(data)}")
    print(f"log_mib: {sum(map(len, data)) / 2**20:.1f}")
    print(f"log_70k_seconds: {whole:.2f}")
    print(f"log_build_ms: {min(each.build for each in runs) * 1000:.0f}")
    print(f"log_verify_ms: {min(each.verify for each in runs) * 1000:.0f}")
    print(f"log_hash_once_ms: {once * 1000:.1f}")
    print(f"log_to_hash_once: {whole / once:.1f}")
    print(f"log_append_one_ms: {min(each.append_one for each in runs) * 1000:.1f}")
    print(f"log_next_checkpoint_ms: {min(each.sign_next for each in runs) * 1000:.0f}")
    print(f"log_proof_from_tiles_ms: {min(each.prove for each in runs) * 1000:.2f}")


if __name__ == "__main__":
    main()

"""A small transparency log of invented entries, its key and its witnesses."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from thuocdo.log import checkpoints, growing, homes, keyfiles, reading, writing
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.entries import entry_bytes
from thuocdo.log.homes import Home
from thuocdo.log.notes import Kind, Signer
from thuocdo.log.policy import Policy
from thuocdo.log.tree import EMPTY_ROOT, Tree
from thuocdo.log.types import Method, Publication, Submission
from thuocdo.log.verifying import Verified, kept_notes, verify_log

ORIGIN = "log.example.vn/thuoc-do"
SIGNER = Signer(ORIGIN, hashlib.sha256(b"log").digest())
WITNESSES = tuple(
    Signer(f"{name}.example.vn", hashlib.sha256(name.encode()).digest(), Kind.COSIGNATURE)
    for name in ("audit", "university", "press")
)
SECONDS = 1_767_582_000
MOMENT = datetime(2026, 1, 5, 3, tzinfo=UTC)


def digest(name: object) -> str:
    """Return a SHA-256 that nobody else has."""
    return hashlib.sha256(str(name).encode()).hexdigest()


METHOD = Method("scoring", digest("formula"), digest("queries"), "duckdb 1.4")


def submission(number: int) -> Submission:
    """Return the number-th report of a body."""
    return Submission("BYT", "2025-12", number + 1, MOMENT, digest(number))


def entries(count: int) -> list[bytes]:
    """Return a method, a publication, then reports: `count` entries that may stand in this order."""
    first = [entry_bytes(METHOD), entry_bytes(Publication(digest("manifest"), 0, None))]
    return (first + [entry_bytes(submission(number)) for number in range(count - 2)])[:count]


def checkpoint_of(data: list[bytes], origin: str = ORIGIN) -> Checkpoint:
    """Return the checkpoint of a log of these entries."""
    return Checkpoint(origin, len(data), Tree.of_entries(data).root())


def logged(root: Path, data: list[bytes]) -> Checkpoint:
    """Write a log of these entries with its signed checkpoint; return the checkpoint."""
    root.mkdir(parents=True, exist_ok=True)
    writing.append(root, data, signed=0, durable=False)
    checkpoint = checkpoint_of(data)
    (root / checkpoints.PATH).write_bytes(checkpoints.signed(checkpoint, SIGNER))
    return checkpoint


def reader(root: Path) -> reading.Read:
    """Return the reader of a log's folder."""
    return reading.folder(root)


def homed(folder: Path) -> Home:
    """Make the folder of a signer whose key is `SIGNER`; nothing is signed yet but the empty log."""
    folder.mkdir(parents=True)
    keyfiles.write_signer(folder / homes.KEY, SIGNER)
    (folder / homes.POLICY).write_text(f"log {SIGNER.verifier}\nquorum none\n", encoding="utf-8")
    home = Home(folder)
    home.remember(checkpoints.signed(Checkpoint(ORIGIN, 0, EMPTY_ROOT), SIGNER))
    return home


def grown(folder: Path, count: int) -> tuple[Home, Path]:
    """Make a signer's folder and a log of `count` entries that it has signed."""
    home, root = homed(folder / "home"), folder / "log"
    growing.grow(home, root, entries(count), base=0)
    return home, root


def judged(root: Path, **more: Any) -> Verified:
    """Verify a log as a reader who pinned its key."""
    policy = Policy((SIGNER.verifier,))
    given = {"policy": policy, "pinned": True, "kept": kept_notes(root)} | more
    return verify_log(reader(root), **given)

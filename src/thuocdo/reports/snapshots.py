"""Frozen snapshots: facts read back from their canonical bytes, so that a digest names every number."""

from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import N_, IntegrityBroken, NotFound
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts
from thuocdo.publication.facts_file import FACTS_PATH, MAX_BYTES, facts_bytes, read_facts
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import MANIFEST_PATH, read_manifest
from thuocdo.publication.manifest import MAX_BYTES as MAX_MANIFEST
from thuocdo.reports.types import Snapshot


def frozen(facts: Facts) -> Snapshot:
    """Return facts as a snapshot: what is counted is what their canonical bytes say."""
    return of_bytes(facts_bytes(facts))


def of_bytes(data: bytes) -> Snapshot:
    """Return the snapshot that a facts.json holds."""
    facts = read_facts(data)
    return Snapshot(facts, evaluate(facts), sha256_hex(data))


def published(root: Path) -> Snapshot:
    """Return the snapshot of a published folder.

    Its facts.json must be the one that the manifest names; signatures are what `thuocdo verify` checks.
    """
    folder = Folder(root)
    try:
        manifest = read_manifest(folder.read(MANIFEST_PATH, MAX_MANIFEST))
        data = folder.read(FACTS_PATH, MAX_BYTES)
    except Unreadable:
        raise NotFound(
            N_("{folder} is no publication: manifest.json or facts.json is missing."),
            hint=N_("Name a folder that thuocdo publish has written."),
            params={"folder": root},
        ) from None
    entry = manifest.files.get(FACTS_PATH)
    if entry is None or entry.sha256 != sha256_hex(data):
        raise IntegrityBroken(
            N_("facts.json is not the file that the manifest names."),
            hint=N_("Fetch the publication again, and run thuocdo verify on it."),
        )
    return of_bytes(data)

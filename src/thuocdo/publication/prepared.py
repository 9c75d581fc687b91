"""Publishing in two steps: a folder is prepared, people sign its manifest elsewhere, then it is released."""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.collector import collector_resting
from thuocdo.core.errors import N_, Conflict, Invalid
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts
from thuocdo.publication.corrections import NOTHING_PAST, Past
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.keys import Trust
from thuocdo.publication.manifest import MANIFEST_PATH, MAX_BYTES, Manifest, manifest_bytes, read_manifest
from thuocdo.publication.offline import merged
from thuocdo.publication.publish import Enter, Evaluate, Published, Render, build, finish, previous
from thuocdo.publication.signatures import Signature
from thuocdo.publication.site import render_site
from thuocdo.publication.staging import staged
from thuocdo.publication.threshold import check_threshold


def prepare(
    facts: Facts,
    *,
    into: Path,
    after: Path,
    now: datetime,
    accepted: Mapping[str, str] | None = None,
    past: Past = NOTHING_PAST,
    rules: Evaluate = evaluate,
    render: Render = render_site,
    sets: Sequence[CriteriaSet] | None = None,
) -> bytes:
    """Write a whole publication without signatures into a folder of its own; return its manifest.

    `after` is the published folder that it will replace. Readers get nothing of it: keep `into`
    where no web server looks.
    """
    with collector_resting(), staged(into) as stage:
        manifest = build(
            stage,
            facts,
            before=previous(after),
            now=now,
            accepted=accepted,
            past=past,
            rules=rules,
            render=render,
            sets=sets,
        )
        data = manifest_bytes(manifest)
        stage.put(MANIFEST_PATH, data, durable=True)
        stage.switch()
    return data


def read_prepared(folder: Path) -> tuple[Manifest, bytes]:
    """Return the manifest of a prepared folder."""
    try:
        data = Folder(folder).read(MANIFEST_PATH, MAX_BYTES)
    except Unreadable:
        raise Invalid(
            N_("{folder} holds no prepared publication."),
            hint=N_("thuocdo prepare makes one."),
            params={"folder": folder},
        ) from None
    return read_manifest(data), data


def release(
    prepared: Path,
    *,
    out: Path,
    signatures: Sequence[Sequence[Signature]],
    trust: Trust,
    enter: Enter | None = None,
) -> Published:
    """Publish a prepared folder with the collected signatures; below the threshold nothing changes.

    Refuses one that was prepared after another publication than the one that stands in `out`, and
    one in which a file is no longer the one that the people signed for.
    """
    started = time.perf_counter()
    manifest, data = read_prepared(prepared)
    check_threshold(manifest, data, [each for part in signatures for each in part], trust)
    source = Folder(prepared)
    with staged(out) as stage:
        before = previous(stage.published)
        standing = None if before is None else sha256_hex(before[1])
        if manifest.previous != standing and standing != sha256_hex(data):
            raise Conflict(
                N_("Another publication was released since this one was prepared."),
                hint=N_("Prepare it anew, and let people sign that one."),
            )
        for path, entry in manifest.files.items():
            reason = source.check(path, entry)
            if reason is not None:
                raise Conflict(
                    N_("{path} in the prepared folder is not the file that was signed."),
                    hint=N_("Prepare it anew, and let people sign that one."),
                    params={"path": path},
                )
            stage.put(path, source.read(path, entry.bytes))
        return finish(stage, manifest, data, merged(signatures), before=before, enter=enter, started=started)

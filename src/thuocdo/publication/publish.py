"""Publishing: from facts to a folder of static files that anyone can verify."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.collector import collector_resting
from thuocdo.core.errors import Conflict, Fault, Invalid
from thuocdo.core.memory import Memory
from thuocdo.core.messages import Reason
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication import checks, earlier, pages, texts
from thuocdo.publication.corrections import NOTHING_PAST, Past, made_after, not_made
from thuocdo.publication.described import DESCRIBING, describing_files
from thuocdo.publication.describing.snapshot import Snapshot
from thuocdo.publication.facts_file import FACTS_PATH, spelled_and_read
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.keys import SigningKey, Trust
from thuocdo.publication.limits import methods, not_recomputable
from thuocdo.publication.manifest import (
    FORMAT,
    LOG_FOLDER,
    MANIFEST_PATH,
    MAX_BYTES,
    MAX_FILE_BYTES,
    SIGNATURES_PATH,
    SUMS_PATH,
    Accepted,
    FileEntry,
    MadeBy,
    Manifest,
    manifest_bytes,
    read_manifest,
    sums_bytes,
)
from thuocdo.publication.open_data import all_tables, data_files
from thuocdo.publication.placing import checked_entry, put_all
from thuocdo.publication.scores import SCORES_PATH, Result, published_sets, results, scores_bytes
from thuocdo.publication.sentences import sentence
from thuocdo.publication.signatures import read_signatures, sign
from thuocdo.publication.site import render_site
from thuocdo.publication.staging import Stage, staged
from thuocdo.publication.standing import Standing
from thuocdo.publication.tables import DATA_FOLDER
from thuocdo.publication.threshold import check_threshold

Evaluate = Callable[[Facts], Verdicts]
Render = Callable[..., Iterable[tuple[str, bytes]]]
"""`render(facts, verdicts, facts_sha256=…, tables=…)` yields the path and bytes of every page.

`tables` are the addresses, without ending, of the tables that no list page shows.
"""
Before = tuple[Manifest, bytes] | None
"""The publication that stands in the folder: its manifest and the bytes of it."""
Enter = Callable[[str], Iterable[tuple[str, bytes]]]
"""`enter(digest)` lets the log take in a manifest and yields the log's files, which prove it.

So the digest stands in the log before readers get the publication, never after.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did to its folder; `files` counts all of them."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    files: int
    seconds: float
    manifest_sha256: str


def publish(
    facts: Facts,
    *,
    out: Path,
    signers: Sequence[SigningKey],
    now: datetime,
    accepted: Mapping[str, str] | None = None,
    past: Past = NOTHING_PAST,
    rules: Evaluate = evaluate,
    render: Render = render_site,
    enter: Enter | None = None,
    trust: Trust | None = None,
    sets: Sequence[CriteriaSet] | None = None,
    memory: Memory | None = None,
) -> Published:
    """Check, evaluate, render, sign and write a publication; readers see the old or the new one.

    `accepted` gives a sentence for each warning, by its code. `now` is only compared with the
    facts' day: the same facts give the same bytes whenever they are published. The manifest
    names the SHA-256 of the one that stood in `out` before, which is kept beside the new one; when
    nothing else changed, nothing is written. `past` is what the log tells of corrections. With `trust`,
    signatures that readers would not count, or too few of them, publish nothing. `sets` are the criteria
    sets that are scored, else those of the programme. Who publishes again from the same process hands
    in the same `memory`: what follows from unchanged records is not made again.
    """
    started = time.perf_counter()
    standing = None if memory is None else memory.lasting(("standing", out.resolve()), Standing)
    memory = memory or Memory()
    with collector_resting(), memory.round(), staged(out, standing=standing) as stage:
        before = previous(stage.published, memory)
        manifest = build(
            stage,
            facts,
            before=before,
            now=now,
            accepted=accepted,
            past=past,
            rules=rules,
            render=render,
            sets=sets,
            memory=memory,
        )
        data = manifest_bytes(manifest)
        signed = sign(data, signers, illustrative=manifest.illustrative, as_of=manifest.as_of)
        if trust is not None:
            check_threshold(manifest, data, read_signatures(signed), trust)
        _remember(memory, manifest, data)
        return finish(stage, manifest, data, signed, before=before, enter=enter, started=started)


def build(
    stage: Stage,
    facts: Facts,
    *,
    before: Before,
    now: datetime,
    accepted: Mapping[str, str] | None = None,
    past: Past = NOTHING_PAST,
    rules: Evaluate = evaluate,
    render: Render = render_site,
    sets: Sequence[CriteriaSet] | None = None,
    memory: Memory | None = None,
) -> Manifest:
    """Put everything that the manifest names into the stage, and return the manifest that is to be signed."""
    memory = memory or Memory()
    answers = _checked(facts, now, accepted or {})
    # The published bytes are read back, so that what is evaluated is what a verifier will read.
    data, facts = spelled_and_read(facts, memory)
    verdicts = evaluate(facts, memory) if rules is evaluate else rules(facts)
    judging = memory.lasting("sets", published_sets) if sets is None else sets
    scored = results(facts, verdicts, judging, memory)
    content = _content(facts, verdicts, data, render, past=past, scored=scored, memory=memory)
    files = put_all(stage, _watched(content, facts, verdicts, memory), memory)
    _check_past(stage, files, past, before=before if before and before[0].as_of == facts.as_of else None)
    manifest = replace(
        _manifest(facts, verdicts, files, memory),
        corrections=past.corrections,
        accepted=answers,
        taken_away=past.taken_away,
    )
    return _following(manifest, before)


def finish(
    stage: Stage,
    manifest: Manifest,
    data: bytes,
    signed: bytes,
    *,
    before: Before,
    enter: Enter | None,
    started: float,
) -> Published:
    """Add the manifest (`data` are its bytes) and signatures, enter the log, keep the one before, switch."""
    stage.put(SUMS_PATH, sums_bytes(manifest.files, data))
    stage.put(SIGNATURES_PATH, signed, durable=True)
    stage.put(MANIFEST_PATH, data, durable=True)
    for path, logged in () if enter is None else enter(sha256_hex(data)):
        stage.put(f"{LOG_FOLDER}{path}", logged)
    if before is not None and before[1] != data:
        old = sha256_hex(before[1])
        gone = {each.path for each in manifest.taken_away if each.manifest == old}
        earlier.keep(stage, *before, gone=gone)
    removed = _carry_over(stage, before, manifest.files)
    if stage.written or removed:
        stage.switch()
    return Published(
        tuple(sorted(stage.written)),
        removed,
        len(stage.unchanged),
        len(stage.written) + len(stage.unchanged),
        time.perf_counter() - started,
        sha256_hex(data),
    )


def _check_past(stage: Stage, files: Mapping[str, FileEntry], past: Past, *, before: Before) -> None:
    """Refuse to show again what was taken away, and to leave a correction of the same day undone."""
    away = {each.sha256: each for each in past.taken_away}
    faults = [
        Fault(path, sentence(Reason("taken_away_again", {"number": str(away[file.sha256].entry)}), "en"))
        for path, file in files.items()
        if file.sha256 in away
    ]
    folder = Folder(stage.folder)
    due = () if before is None else made_after(sha256_hex(before[1]), past.corrections)
    found = not_made(due, lambda path: folder.read(path, MAX_FILE_BYTES) if path in files else None)
    faults += [Fault(f"{each.what}, {each.key}, {each.field}", sentence(why, "en")) for each, why in found]
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults, hint="Nothing was published.")


def _manifest(facts: Facts, verdicts: Verdicts, files: dict[str, FileEntry], memory: Memory) -> Manifest:
    return Manifest(
        FORMAT,
        facts.programme.slug,
        facts.programme.number,
        facts.programme.version,
        facts.as_of,
        facts.illustrative,
        verdicts.rules_version,
        methods(facts),
        not_recomputable(facts, memory),
        files,
        made_by=MadeBy(verdicts.rules_version, DESCRIBING),
    )


def _checked(facts: Facts, now: datetime, accepted: Mapping[str, str]) -> tuple[Accepted, ...]:
    faults = [_fault(problem) for problem in checks.errors(facts, now)]
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults, hint="Nothing was published.")
    answers = []
    for problem in checks.warnings(facts):
        said = accepted.get(problem.reason.code, "").strip()
        if said:
            answers.append(Accepted(problem.reason.code, said))
        else:
            faults.append(_fault(problem))
    if faults:
        codes = ", ".join(problem.reason.code for problem in checks.warnings(facts))
        raise Invalid(f"{faults[0]}.", faults=faults, hint=f"Answer each with a sentence: {codes}.")
    return tuple(answers)


def _fault(problem: checks.Problem) -> Fault:
    return Fault(problem.where, sentence(problem.reason, "en"))


def _remember(memory: Memory, manifest: Manifest, data: bytes) -> None:
    """Know the manifest by its bytes when it stands as the one before."""
    made = memory.lasting("made", _no_manifests)
    made.clear()
    made[data] = manifest


def _no_manifests() -> dict[bytes, Manifest]:
    return {}


def previous(published: Path, memory: Memory | None = None) -> Before:
    """Return the manifest that stands in a folder, with its bytes; None where none does."""
    try:
        data = Folder(published).read(MANIFEST_PATH, MAX_BYTES)
        known = {} if memory is None else memory.lasting("made", _no_manifests)
        return known.get(data) or read_manifest(data), data
    except Unreadable as error:
        if error.reason.code == "not_there":
            return None
        raise Conflict(f"{published / MANIFEST_PATH} {sentence(error.reason, 'en')}.") from None
    except Invalid as error:
        raise Conflict(
            f"The publication in {published} is broken ({error.message})", hint="Name another folder."
        ) from None


def _content(
    facts: Facts,
    verdicts: Verdicts,
    data: bytes,
    render: Render,
    *,
    past: Past,
    scored: tuple[Result, ...],
    memory: Memory,
) -> Iterator[tuple[str, bytes]]:
    found = all_tables(facts, verdicts, past.corrections, scored, memory)
    more = tuple(table.path for table in found if f"/{DATA_FOLDER}/" in table.path)
    yield FACTS_PATH, data
    yield from data_files(found, facts, memory)
    yield from describing_files(Snapshot(facts, found, past.corrections), memory)
    yield from texts.files(facts)
    if scored:
        yield SCORES_PATH, scores_bytes(facts, scored)
    yield from render(
        facts,
        verdicts,
        facts_sha256=memory.of(("entry", FACTS_PATH), data, partial(checked_entry, FACTS_PATH, data)).sha256,
        tables=more,
        past=past,
        scored=scored,
        memory=memory,
    )


def _watched(
    content: Iterable[tuple[str, bytes]], facts: Facts, verdicts: Verdicts, memory: Memory
) -> Iterator[tuple[str, bytes]]:
    """Pass the files on and look at each page as the verifier will; refuses at the end."""
    statuses = pages.expected(verdicts)
    before: dict[tuple[str, str], str] = memory.lasting("statuses", dict)
    changed = {key for key, _ in statuses.items() ^ before.items()}
    seen: set[tuple[str, str, str]] = set()
    found: list[tuple[str, str, Reason]] = []
    looks: list[pages.Look] = []
    for path, data in content:
        if path.endswith(".html"):
            page = memory.of(("look", path, facts.illustrative), data, partial(_look, data))
            seen.update(pages.own_pages(path, page))
            looks.append(page)
            if not page.right or not page.things.isdisjoint(changed):
                wrong = pages.page_faults(page, statuses, illustrative=facts.illustrative)
                found += [(path, what, reason) for what, reason in wrong]
        yield path, data
    found += [("pages", what, reason) for what, reason in pages.missing_pages(seen, verdicts)]
    if found:
        faults = [Fault(where, sentence(reason, "en"), what or None) for where, what, reason in found]
        raise Invalid(f"{faults[0]}.", faults=faults, hint="Nothing was published.")
    before.clear()
    before.update(statuses)
    for page in looks:
        page.right = True


def _look(data: bytes) -> pages.Look:
    return pages.look(data.decode("utf-8"))


def _following(manifest: Manifest, before: Before) -> Manifest:
    """Return the manifest with the one that it follows; the same content does not follow itself."""
    if before is None:
        return manifest
    old, old_bytes = before
    again = replace(manifest, previous=old.previous)
    return again if again == old else replace(manifest, previous=sha256_hex(old_bytes))


def _carry_over(stage: Stage, before: Before, files: Mapping[str, FileEntry]) -> tuple[str, ...]:
    """Drop what only the old manifest names; what no manifest names is not ours to delete."""
    if before is None:
        return ()
    listed = before[0].files
    for path in stage.others(listed):
        stage.carry(path)
    return tuple(sorted(path for path in listed if path not in files))

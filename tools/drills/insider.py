"""What somebody inside can do, and who finds it: each attack returns the sentences that name it."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drills.installed import Place, prepare, publish, publisher, watch

Says = list[str]


@dataclass(frozen=True)
class Attack:
    """One attack: what is done, by whom it is found, and what the sentence has to name."""

    name: str
    finder: str
    names: tuple[str, ...]
    act: Callable[[Place], Says]


def verify(place: Place, *, kept: bytes | None = None) -> Says:
    """Return what a citizen's `thuocdo verify` says."""
    from thuocdo.publication.keys import read_trust  # noqa: PLC0415  after the start
    from thuocdo.publication.verify import verify as verified  # noqa: PLC0415  same

    trust = read_trust((place.folder / "trust.json").read_bytes())
    return [str(each.fault("en")) for each in verified(place.site, trust=trust, since=kept).faults]


def check(place: Place, *, kept: bytes | None = None) -> Says:
    """Return what `thuocdo log check` says of the log, with the checkpoint that somebody kept."""
    from thuocdo.log.checkpoints import read_checkpoint  # noqa: PLC0415  after the start
    from thuocdo.log.notes import read_note  # noqa: PLC0415  same
    from thuocdo.log.policy import read_policy  # noqa: PLC0415  after the start
    from thuocdo.log.reading import folder  # noqa: PLC0415  same
    from thuocdo.log.verifying import first_changed, kept_notes, verify_log  # noqa: PLC0415  same
    from thuocdo.publication.keys import read_trust  # noqa: PLC0415  same

    policy = read_policy(read_trust((place.folder / "trust.json").read_bytes()).log.encode())
    found = verify_log(folder(place.log), policy=policy, pinned=True, since=kept, kept=kept_notes(place.log))
    said = [fault.message for fault in found.faults]
    if said and kept is not None and found.checkpoint is not None:
        older = read_checkpoint(read_note(kept).text).size
        first = first_changed(folder(place.log), found.checkpoint.size, folder(place.copy), older)
        said = [f"{each} {first.message}" if first else each for each in said]
    return said


def audit(_place: Place) -> Says:
    """Return what `thuocdo log audit` says of the database."""
    from thuocdo.jobs.log import audit_database  # noqa: PLC0415  after the start

    return [fault.message for fault in audit_database()]


def edited_csv(place: Place) -> Says:
    """Change one word in a published table."""
    _replace(place.site / "nq03/nhiem-vu.csv", b"late", b"done")
    return verify(place)


def edited_page(place: Place) -> Says:
    """Change one status on a page."""
    path = next(
        each
        for each in sorted((place.site / "nq03/nhiem-vu").glob("*/index.html"))
        if b'"late"' in each.read_bytes()
    )
    _replace(path, b'data-status="late"', b'data-status="done"')
    return verify(place)


def edited_tile(place: Place) -> Says:
    """Turn a bit in a hash of the log."""
    path = next((place.log / "tile/0").rglob("*[0-9]"))
    path = path if path.is_file() else next(path.iterdir())
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(bytes(data))
    return check(place)


def edited_entry(place: Place) -> Says:
    """Back-date a hand-in in the log."""
    path = next(
        each
        for each in (place.log / "tile/entries").rglob("*")
        if each.is_file() and b'"submission"' in each.read_bytes()
    )
    data = path.read_bytes()
    at = data.index(b'"received_at":"') + len(b'"received_at":"')
    path.write_bytes(data[:at] + b"2020" + data[at + 4 :])
    return check(place)


def edited_event(place: Place) -> Says:
    """Change a row of the audit trail, with all rights over the database."""
    with _unguarded() as cursor:
        cursor.execute("UPDATE audit_event SET body = REPLACE(body, '2025', '2024') WHERE kind = 'handed_in'")
        return audit(place)


def dropped_event(place: Place) -> Says:
    """Delete a row of the audit trail."""
    with _unguarded() as cursor:
        cursor.execute("DELETE FROM audit_event WHERE kind = 'evidence_verified'")
        return audit(place)


def edited_record(place: Place) -> Says:
    """Let a report in the database say something else than what was handed in."""
    from thuocdo.cycles.queries import MODELS  # noqa: PLC0415  after the start
    from thuocdo.cycles.types import RecordKind  # noqa: PLC0415  same

    with _unguarded():
        model = MODELS[RecordKind.EVIDENCE]
        row = model.objects.order_by("id").first()
        model.objects.filter(pk=row.pk).update(content={**row.content, "name": "x"})
        return audit(place)


def dropped_leaf(place: Place) -> Says:
    """Leave an entry out, write every file anew to fit and sign with the log's own key."""
    entries = _entries(place)
    _rewrite(place, entries[:3] + entries[4:])
    return check(place, kept=place.kept)


def reordered(place: Place) -> Says:
    """Let two entries change places, and sign."""
    entries = _entries(place)
    entries[3], entries[4] = entries[4], entries[3]
    _rewrite(place, entries)
    return check(place, kept=place.kept)


def rewound(place: Place) -> Says:
    """Put an older log back, with the checkpoint that was signed for it."""
    _rewrite(place, _entries(place)[:-1])
    return check(place, kept=place.kept)


def forked(place: Place) -> Says:
    """Show one citizen another history of the same length, signed with the same key."""
    entries = _entries(place)
    entries[4] = entries[5]
    _rewrite(place, entries)
    return check(place, kept=place.kept)


def forked_for_the_witness(place: Place) -> Says:
    """Ask the witness to sign the other history."""
    forked(place)
    status = watch(place)
    return (
        [f"witness answers {status}: it does not continue the log that it signed"]
        if status in {409, 422}
        else []
    )


def forgotten(place: Place) -> Says:
    """Put the signer's memory back and let it sign a second history."""
    return _refused(place, lambda: _older_memory(place))


def rewritten_under_the_signer(place: Place) -> Says:
    """Put another past into the log's files and let the signer go on."""

    def act() -> None:
        entries = _entries(place)
        shutil.rmtree(place.log / "tile")
        _write(place.log, [entries[1], entries[0], *entries[2:]])

    return _refused(place, act)


def one_key(place: Place) -> Says:
    """Publish other facts with one of the three keys, logged and all."""
    publish(place, 1, logged=False, as_of=date(2025, 11, 30))
    return verify(place)


def unlogged(place: Place) -> Says:
    """Publish with two keys, and not in the log."""
    publish(place, 1, 2, logged=False, as_of=date(2025, 11, 30))
    return verify(place)


def one_key_prepared(place: Place) -> Says:
    """Release a prepared publication with the signature of one of the three people."""
    from thuocdo.core.errors import NotAllowed  # noqa: PLC0415  after the start
    from thuocdo.publication.keys import read_key, read_trust  # noqa: PLC0415  same
    from thuocdo.publication.offline import signature  # noqa: PLC0415  same
    from thuocdo.publication.prepared import read_prepared, release  # noqa: PLC0415  same
    from thuocdo.publication.signatures import read_signatures  # noqa: PLC0415  same

    waiting = prepare(place, date(2025, 11, 30))
    sent = read_signatures(signature(*read_prepared(waiting), read_key(publisher(1))))
    trust = read_trust((place.folder / "trust.json").read_bytes())
    try:
        release(waiting, out=place.site, signatures=[sent], trust=trust)
    except NotAllowed as refused:
        return [refused.message]
    return []


def deleted_file(place: Place) -> Says:
    """Delete a published table, without an entry that says why."""
    (place.site / "nq03/du-lieu/evidence.csv").unlink()
    return verify(place)


def edited_earlier(place: Place) -> Says:
    """Change a value of the publication before, where few look."""
    publish(place, 1, 2, logged=False, as_of=date(2025, 11, 30))
    path = next((place.site / "earlier").glob("*/nq03/nhiem-vu.csv"))
    _replace(path, b"late", b"done")
    return verify(place)


def dropped_earlier(place: Place) -> Says:
    """Let the publication before vanish."""
    publish(place, 1, 2, logged=False, as_of=date(2025, 11, 30))
    shutil.rmtree(place.site / "earlier")
    return verify(place)


def other_rules(place: Place) -> Says:
    """Change the facts, and write manifest and sums anew to fit, without a key."""
    path = place.site / "facts.json"
    _replace(path, b'"received_on":"2025', b'"received_on":"2024')
    from thuocdo.core.canonical import canonical_json, sha256_hex  # noqa: PLC0415  after the start

    manifest = json.loads((place.site / "manifest.json").read_bytes())
    manifest["files"]["facts.json"] |= {"sha256": sha256_hex(path.read_bytes())}
    (place.site / "manifest.json").write_bytes(canonical_json(manifest))
    return verify(place)


ATTACKS = (
    Attack("edit a published CSV", "verify", ("nq03/nhiem-vu.csv", "changed"), edited_csv),
    Attack("edit a published page", "verify", ("nq03/nhiem-vu/", "changed"), edited_page),
    Attack("edit facts and manifest, without a key", "verify", ("signature of key", "manifest"), other_rules),
    Attack("edit a tile", "log check", ("tile/0/", "was changed", "hash 1"), edited_tile),
    Attack(
        "back-date an entry of the log", "log check", ("Entry", "tile/entries/", "was changed"), edited_entry
    ),
    Attack(
        "edit a row of the audit trail",
        "log audit",
        ("Entry", "handed_in", "changed in the database"),
        edited_event,
    ),
    Attack("delete rows of the audit trail", "log audit", ("Entry", "no longer has"), dropped_event),
    Attack(
        "edit a record in the database", "log audit", ("Record E-", "changed in the database"), edited_record
    ),
    Attack("drop an entry, sign anew", "log check --since", ("rewound", "Entry 3 in"), dropped_leaf),
    Attack("reorder entries, sign anew", "log check --since", ("forked", "Entry 3 in"), reordered),
    Attack("rewind the log", "log check --since", ("rewound",), rewound),
    Attack("fork with the same key", "log check --since", ("forked", "roots", "Entry 4 in"), forked),
    Attack("fork, shown to the witness", "witness", ("witness answers 4",), forked_for_the_witness),
    Attack("put the signer's memory back", "signer", ("Readers have a checkpoint",), forgotten),
    Attack(
        "rewrite the past under the signer",
        "signer",
        ("rewritten", "entries 0 to"),
        rewritten_under_the_signer,
    ),
    Attack("publish with one offline key", "verify", ("1 trusted signatures count, 2 are needed",), one_key),
    Attack(
        "release with one offline signature",
        "the publisher's release",
        ("1 trusted signatures count, 2 are needed",),
        one_key_prepared,
    ),
    Attack("delete a published table", "verify", ("nq03/du-lieu/evidence.csv", "is missing"), deleted_file),
    Attack("edit the publication before", "verify", ("earlier/", "nhiem-vu.csv", "changed"), edited_earlier),
    Attack("delete the publication before", "verify", ("earlier/", "is not kept here"), dropped_earlier),
    Attack("publish with two keys past the log", "verify", ("stands in none of the log's",), unlogged),
)


def _replace(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    if old not in data:
        raise LookupError(f"{path} does not hold {old!r}")
    path.write_bytes(data.replace(old, new, 1))


def _entries(place: Place) -> list[bytes]:
    from thuocdo.log.homes import Home  # noqa: PLC0415  after the start
    from thuocdo.log.reading import entries, folder  # noqa: PLC0415  same

    return list(entries(folder(place.log), Home(place.home).signed()[0].size))


def _rewrite(place: Place, entries: list[bytes]) -> None:
    """Write a whole log anew and sign it with the stolen key, past the signer."""
    from thuocdo.log import checkpoints  # noqa: PLC0415  after the start
    from thuocdo.log.checkpoints import Checkpoint  # noqa: PLC0415  same
    from thuocdo.log.homes import Home  # noqa: PLC0415  same
    from thuocdo.log.tree import Tree  # noqa: PLC0415  same

    for name in ("tile", "checkpoints"):
        shutil.rmtree(place.log / name)
    _write(place.log, entries)
    home = Home(place.home)
    signer = home.signers()[0]
    note = checkpoints.signed(Checkpoint(signer.name, len(entries), Tree.of_entries(entries).root()), signer)
    (place.log / checkpoints.PATH).write_bytes(note)
    home.remember(note)


def _write(root: Path, entries: list[bytes]) -> None:
    from thuocdo.log.writing import append  # noqa: PLC0415  after the start

    append(root, entries, signed=0, durable=False)


def _older_memory(place: Place) -> None:
    from thuocdo.log import checkpoints  # noqa: PLC0415  after the start
    from thuocdo.log.checkpoints import Checkpoint  # noqa: PLC0415  same
    from thuocdo.log.homes import Home  # noqa: PLC0415  same
    from thuocdo.log.tree import Tree  # noqa: PLC0415  same

    home, entries = Home(place.home), _entries(place)[:-2]
    signer = home.signers()[0]
    home.remember(
        checkpoints.signed(Checkpoint(signer.name, len(entries), Tree.of_entries(entries).root()), signer)
    )


def _refused(place: Place, act: Callable[[], None]) -> Says:
    """Return with what the signer refuses to append one more entry."""
    from thuocdo.adapters.signer import Asked  # noqa: PLC0415  after the start
    from thuocdo.core.errors import IntegrityBroken  # noqa: PLC0415  same

    last = _entries(place)[-3]
    act()
    try:
        Asked(place.log, place.home).grow([last])
    except IntegrityBroken as refused:
        return [refused.message]
    return []


@contextmanager
def _unguarded() -> "Iterator[object]":
    """Give all rights over the database, and undo in the end what was done with them."""
    from importlib import import_module  # noqa: PLC0415  after the start

    from django.db import connection, transaction  # noqa: PLC0415  same

    triggers = import_module("thuocdo.audit.migrations.0002_append_only")
    undo = triggers.SQLITE_UNDO if connection.vendor == "sqlite" else triggers.POSTGRESQL_UNDO
    with transaction.atomic():
        with connection.cursor() as cursor:
            for statement in undo:
                cursor.execute(statement)
            yield cursor
        transaction.set_rollback(True)

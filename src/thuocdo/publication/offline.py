"""Signing a manifest on a machine that has neither the application nor its database.

Whoever signs sees first what it is: the day, how much it holds, and how it differs from the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import N_, Conflict, Invalid, NotFound
from thuocdo.publication.keys import SigningKey
from thuocdo.publication.manifest import MAX_BYTES, Correction, Gone, Manifest, read_manifest
from thuocdo.publication.signatures import Signature, read_signatures, sign

MAX_SIGNATURES = 20


@dataclass(frozen=True, slots=True)
class Summary:
    """What a signature over a manifest would vouch for; the paths compare it with the one before."""

    digest: str
    programme: str
    as_of: date
    illustrative: bool
    rules_version: str
    files: int
    bytes: int
    not_recomputable: int
    corrections: tuple[Correction, ...]
    taken_away: tuple[Gone, ...]
    previous: str | None
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    compared: bool = False


def read_file(path: Path) -> tuple[Manifest, bytes]:
    """Return a manifest out of a file; refuses every spelling but the canonical one."""
    if not path.is_file():
        raise NotFound(N_("There is no manifest {path}."), params={"path": path})
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    return read_manifest(data), data


def summary(manifest: Manifest, data: bytes, before: tuple[Manifest, bytes] | None = None) -> Summary:
    """Return what is about to be signed; refuses a `before` that the manifest does not follow."""
    if before is not None and sha256_hex(before[1]) != manifest.previous:
        raise Conflict(
            N_("The manifest does not follow this one: it names {previous} as the one before."),
            hint=N_("Fetch manifest.json of the publication that readers have now."),
            params={"previous": manifest.previous or "—"},
        )
    old = {} if before is None else before[0].files
    new = manifest.files
    return Summary(
        sha256_hex(data),
        manifest.programme_number,
        manifest.as_of,
        manifest.illustrative,
        manifest.rules_version,
        len(new),
        sum(each.bytes for each in new.values()),
        len(manifest.not_recomputable),
        manifest.corrections,
        manifest.taken_away,
        manifest.previous,
        tuple(sorted(new.keys() - old.keys())) if before else (),
        tuple(sorted(path for path in new.keys() & old.keys() if new[path].sha256 != old[path].sha256)),
        tuple(sorted(old.keys() - new.keys())),
        compared=before is not None,
    )


def signature(manifest: Manifest, data: bytes, key: SigningKey) -> bytes:
    """Return signatures.json with the signature of one key; refuses as `signatures.sign` does."""
    return sign(data, (key,), illustrative=manifest.illustrative, as_of=manifest.as_of)


def read_signature_file(path: Path) -> tuple[Signature, ...]:
    """Return the signatures that somebody sent."""
    if not path.is_file():
        raise NotFound(N_("There is no file of signatures {path}."), params={"path": path})
    with path.open("rb") as stream:
        return read_signatures(stream.read(MAX_BYTES + 1))


def merged(parts: Sequence[Sequence[Signature]]) -> bytes:
    """Return one signatures.json of all; the same person's signature counts once."""
    found = {each.public_key: each for each in _each(parts)}
    if not 1 <= len(found) <= MAX_SIGNATURES:
        raise Invalid(
            N_("A publication has from 1 to {limit} signatures, not {found}."),
            params={"limit": MAX_SIGNATURES, "found": len(found)},
        )
    return canonical_json(sorted(found.values(), key=lambda each: (each.key_id, each.public_key)))


def _each(parts: Sequence[Sequence[Signature]]) -> Iterator[Signature]:
    for part in parts:
        yield from part

"""Where publications wait and are published, and whose signatures over one of them count."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thuocdo.publication.keys import Trust
from thuocdo.publication.manifest import Manifest
from thuocdo.publication.prepared import read_prepared
from thuocdo.publication.releases.types import Release
from thuocdo.publication.signatures import ALGORITHM, Signature, check_signatures


@dataclass(frozen=True, slots=True)
class Desk:
    """Where publications wait, where readers get them, and whose keys count."""

    waiting: Path
    site: Path
    trust: Trust

    def folder(self, id: str) -> Path:  # noqa: A002  public ids are called id everywhere
        """Return where the files of one publication wait."""
        return self.waiting / id


def missing(desk: Desk, found: Release) -> int:
    """Return how many signatures are still needed."""
    manifest, data = read_prepared(desk.folder(found.id))
    known = counted(desk, manifest, data, signatures(found))
    return max(0, desk.trust.threshold - len(known))


def counted(desk: Desk, manifest: Manifest, data: bytes, sent: Sequence[Signature]) -> tuple[str, ...]:
    """Return the ids of the keys whose signatures over a manifest count."""
    return check_signatures(
        data, sent, desk.trust, illustrative=manifest.illustrative, as_of=manifest.as_of
    ).counted


def signatures(found: Release) -> tuple[Signature, ...]:
    """Return the signatures that came in for a publication."""
    return tuple(
        Signature(each.key_id, ALGORITHM, each.public_key, each.signature) for each in found.signatures
    )

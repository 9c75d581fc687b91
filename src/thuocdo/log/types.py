"""What stands in the log: one frozen dataclass for each type of entry.

Nothing of a person and nothing that is not public stands here; what must be provable later and
is not public enters as a salted commitment (audit.commitment), so that it can be erased.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from thuocdo.core.errors import N_
from thuocdo.log import kinds


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field takes: the test of its JSON value, and the sentence where it fails."""

    fits: Callable[[Any], bool]
    says: str


Digest = Annotated[str, Kind(kinds.is_digest, N_("needs a SHA-256 in lower-case hex"))]
Index = Annotated[int, Kind(kinds.is_index, N_("needs the number of an entry, from 0"))]
Earlier = Annotated[int | None, Kind(kinds.is_index_or_none, N_("needs the number of an entry, or null"))]
Count = Annotated[int, Kind(kinds.is_count, N_("needs a whole number from 1"))]
Code = Annotated[str, Kind(kinds.is_code, N_("needs a code of letters, digits and . _ / - without spaces"))]
Words = Annotated[str, Kind(kinds.is_words, N_("needs a text of 1 to 2000 characters in one line"))]
Moment = Annotated[
    datetime, Kind(kinds.is_moment, N_("needs a moment in UTC of whole seconds, like 2026-01-05T03:00:00Z"))
]
Day = Annotated[date, Kind(kinds.is_day, N_("needs a day like 2026-01-05"))]
Address = Annotated[str, Kind(kinds.is_path, N_("needs the address of a published file, relative"))]
PublicKey = Annotated[str, Kind(kinds.is_log_key, N_("needs the vkey of a log"))]
Signed = Annotated[str, Kind(kinds.is_signature, N_("needs a signature of 64 bytes in base64"))]


@dataclass(frozen=True, slots=True)
class Cell:
    """One published value that changes: where it stands, what stood there, and what is right."""

    where: str
    old: str
    new: str


Cells = Annotated[
    tuple[Cell, ...],
    Kind(kinds.is_cells, N_("needs at least one change of where, old and new, and no place twice")),
]


@dataclass(frozen=True, slots=True)
class Method:
    """How values are computed; logged before the period opens in which it is used."""

    TYPE: ClassVar[str] = "method"
    code: Code
    formula: Digest
    queries: Digest
    engine: Words


@dataclass(frozen=True, slots=True)
class Submission:
    """A body handed in a report; `commitment` is over the report and the digests of its evidence."""

    TYPE: ClassVar[str] = "submission"
    agency: Code
    period: Code
    revision: Count
    received_at: Moment
    commitment: Digest


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody in a role verified, or did not; what and why is in the commitment."""

    TYPE: ClassVar[str] = "verification"
    role: Code
    decision: Code
    decided_at: Moment
    commitment: Digest


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody in a role approved, or did not; what and why is in the commitment."""

    TYPE: ClassVar[str] = "approval"
    role: Code
    decision: Code
    decided_at: Moment
    commitment: Digest


@dataclass(frozen=True, slots=True)
class Publication:
    """A snapshot became public: the digest of its manifest.json, its method, and the one before it."""

    TYPE: ClassVar[str] = "publication"
    manifest: Digest
    method: Index
    previous: Earlier


@dataclass(frozen=True, slots=True)
class Correction:
    """Published values were wrong; the publication stays, and the signed document orders the change."""

    TYPE: ClassVar[str] = "correction"
    supersedes: Index
    cells: Cells
    reason: Words
    document: Words
    document_on: Day


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A published file was taken away, by a signed document; its digest and this entry stay."""

    TYPE: ClassVar[str] = "tombstone"
    publication: Index
    path: Address
    sha256: Digest
    reason: Words
    document: Words
    document_on: Day


@dataclass(frozen=True, slots=True)
class Key:
    """The log's key gives way to another one: both sign the same statement (log.rules)."""

    TYPE: ClassVar[str] = "key"
    old: PublicKey
    new: PublicKey
    valid_from: Moment
    signed_by_old: Signed
    signed_by_new: Signed


Entry = Method | Submission | Verification | Approval | Publication | Correction | Tombstone | Key

TYPES: dict[str, type[Entry]] = {
    each.TYPE: each
    for each in (Method, Submission, Verification, Approval, Publication, Correction, Tombstone, Key)
}

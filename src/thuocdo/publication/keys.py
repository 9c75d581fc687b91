"""Ed25519 keys: the private key in its file (0600), and trust.json that says whose keys count."""

import base64
import binascii
import os
import stat
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound
from thuocdo.core.typed import from_json

FORMAT = 1
KEY_BYTES = 32
DEMO_KEY = "demo-key.json"
"""The name under which the demo keeps its key in the data folder."""

_ID_LENGTH = 16
_MAX_FILE_BYTES = 64 * 1024
_Read = TypeVar("_Read")


class Purpose(StrEnum):
    """A demo key signs only illustrative facts, a production key never does."""

    DEMO = "demo"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with its holder; never printed, because `seed` stays out of the repr."""

    seed: bytes = field(repr=False)
    name: str
    role: str
    purpose: Purpose
    valid_from: date
    valid_until: date | None = None

    @property
    def public_key(self) -> bytes:
        """Return the 32 raw bytes that verify this key's signatures."""
        return self._private().public_key().public_bytes_raw()

    @property
    def id(self) -> str:
        """Return the key's id, derived from the public key."""
        return key_id(self.public_key)

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte signature over `data`."""
        return self._private().sign(data)

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key that counts from `valid_from` until before `valid_until` (None: open).

    `until_entry` is for a key that was lost or stolen, with which any day could be claimed: it counts
    only for publications that the log has before the entry of this number.
    """

    id: str
    public_key: str
    name: str
    role: str
    valid_from: date
    valid_until: date | None = None
    illustrative_only: bool = False
    until_entry: int | None = None

    def valid_on(self, day: date) -> bool:
        """Say whether the key counts for a publication as of that day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    def good_at(self, entry: int | None) -> bool:
        """Say whether the key was still its holder's when a publication was logged (None: it was not)."""
        return self.until_entry is None or (entry is not None and entry < self.until_entry)


@dataclass(frozen=True, slots=True)
class Trust:
    """What a citizen pins: `threshold` different keys of these must have signed.

    `log` is the policy of the transparency log (log.policy), "" where no log is pinned.
    """

    format: int
    threshold: int
    keys: tuple[TrustedKey, ...]
    log: str = ""


@dataclass(frozen=True, slots=True)
class _KeyFile:
    format: int
    private_key: str
    name: str
    role: str
    purpose: Purpose
    valid_from: date
    valid_until: date | None = None


def key_id(public_key: bytes) -> str:
    """Return the first 16 hex digits of the SHA-256 of a raw public key."""
    return sha256_hex(public_key)[:_ID_LENGTH]


def new_key(
    *, name: str, role: str, purpose: Purpose, valid_from: date, valid_until: date | None = None
) -> SigningKey:
    """Return a fresh key from the system's random source."""
    seed = Ed25519PrivateKey.generate().private_bytes_raw()
    return SigningKey(seed, name, role, purpose, valid_from, valid_until)


def write_key(path: Path, key: SigningKey) -> None:
    """Write a key file that only its owner may read; refuses to overwrite one."""
    kept = _KeyFile(
        FORMAT, encode(key.seed), key.name, key.role, key.purpose, key.valid_from, key.valid_until
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # O_EXCL with the mode: at no moment does the file exist with wider rights.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except FileExistsError:
        raise Conflict(f"{path} exists.", hint="Name another file: keys are never overwritten.") from None
    with os.fdopen(handle, "wb") as stream:
        stream.write(canonical_json(kept))
        stream.flush()
        os.fsync(stream.fileno())


def read_key(path: Path) -> SigningKey:
    """Return the key in a file; refuses one that others may read."""
    if not path.is_file():
        raise NotFound(f"There is no key file {path}.")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NotAllowed(f"{path} can be read by others.", hint=f"Run: chmod 600 {path}")
    kept = _parsed(path.read_bytes(), _KeyFile, str(path))
    return SigningKey(
        decode(kept.private_key, KEY_BYTES, str(path)),
        kept.name,
        kept.role,
        kept.purpose,
        kept.valid_from,
        kept.valid_until,
    )


def trust_of(keys: tuple[SigningKey, ...], *, threshold: int = 1) -> Trust:
    """Return the trust file that pins these keys; it holds no secret."""
    return Trust(
        FORMAT,
        threshold,
        tuple(
            TrustedKey(
                key.id,
                encode(key.public_key),
                key.name,
                key.role,
                key.valid_from,
                key.valid_until,
                illustrative_only=key.purpose is Purpose.DEMO,
            )
            for key in keys
        ),
    )


def trust_bytes(trust: Trust) -> bytes:
    """Return trust.json; a log is named only where one is pinned, a lost key's entry where it has one."""
    plain = msgspec.to_builtins(trust)
    for each in plain["keys"]:
        if each["until_entry"] is None:
            del each["until_entry"]
    return canonical_json({name: value for name, value in plain.items() if name != "log" or value})


def read_trust(data: bytes, *, where: str = "trust.json") -> Trust:
    """Return a trust file, or refuse it with every fault at once."""
    trust = _parsed(data, Trust, where)
    faults = []
    if not 1 <= trust.threshold <= len(trust.keys):
        faults.append(Fault(where, f"needs from 1 to {len(trust.keys)} keys", "threshold"))
    if len({key.public_key for key in trust.keys}) != len(trust.keys):
        faults.append(Fault(where, "names a key twice", "keys"))
    faults += [
        Fault(where, "is not the id of its public key", f"keys, {key.id}")
        for key in trust.keys
        if key.id != key_id(decode(key.public_key, KEY_BYTES, where))
    ]
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults, hint="Fetch trust.json again from where it is printed.")
    return trust


def encode(raw: bytes) -> str:
    """Return standard base64."""
    return base64.b64encode(raw).decode("ascii")


def decode(text: str, length: int, where: str) -> bytes:
    """Return `length` bytes from the one base64 spelling that `encode` gives."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != length or encode(raw) != text:
        raise Invalid(f"{where} holds a key or signature that is not {length} bytes in base64.")
    return raw


def _parsed(data: bytes, kind: type[_Read], where: str) -> _Read:
    if len(data) > _MAX_FILE_BYTES:
        raise Invalid(f"{where} is larger than {_MAX_FILE_BYTES} bytes.")
    try:
        head = from_json(data, kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid(f"{where} cannot be read: {error}.") from None
    if getattr(head, "format", None) != FORMAT:
        raise Invalid(f"{where} has another format than {FORMAT}: a newer thuocdo may read it.")
    return head

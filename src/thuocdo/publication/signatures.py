"""signatures.json: who signed the manifest, and whether enough trusted keys did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import Fault, Invalid, NotAllowed
from thuocdo.core.messages import Reason
from thuocdo.publication.keys import KEY_BYTES, Purpose, SigningKey, Trust, decode, encode, key_id
from thuocdo.publication.manifest import SIGNATURES_PATH
from thuocdo.publication.strict import Malformed, read_strict

ALGORITHM = "ed25519"
_SIGNATURE_BYTES = 64
_MAX_SIGNATURES = 20
MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature over the bytes of manifest.json.

    `public_key` lets a reader without trust.json check that the file is whole; only a key
    pinned in trust.json says who signed.
    """

    key_id: str
    algorithm: str
    public_key: str
    signature: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What checking found: the ids that count, why it is not enough, and what else to say."""

    counted: tuple[str, ...]
    faults: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()


def sign(data: bytes, keys: Sequence[SigningKey], *, illustrative: bool, as_of: date) -> bytes:
    """Return signatures.json over `data`, in the order of the key ids.

    Refuses a production key on illustrative facts, a demo key on real ones, a key outside its
    time, the same key twice and an empty list.
    """
    faults = [fault for key in keys for fault in _why_not(key, illustrative=illustrative, as_of=as_of)]
    if not keys:
        faults.append(Fault("signing", "no key was given"))
    if len({key.id for key in keys}) != len(keys):
        faults.append(Fault("signing", "the same key was given twice"))
    if faults:
        raise NotAllowed("; ".join(str(fault) for fault in faults) + ".", hint="Choose another key.")
    return canonical_json(
        [
            Signature(key.id, ALGORITHM, encode(key.public_key), encode(key.sign(data)))
            for key in sorted(keys, key=lambda each: each.id)
        ]
    )


def _why_not(key: SigningKey, *, illustrative: bool, as_of: date) -> list[Fault]:
    where = f"key {key.id} ({key.name})"
    faults = []
    if illustrative and key.purpose is Purpose.PRODUCTION:
        faults.append(Fault(where, "a production key does not sign illustrative facts"))
    if not illustrative and key.purpose is Purpose.DEMO:
        faults.append(Fault(where, "a demo key signs only illustrative facts"))
    if as_of < key.valid_from or (key.valid_until is not None and as_of >= key.valid_until):
        faults.append(Fault(where, f"is not valid on {as_of}"))
    return faults


def read_signatures(data: bytes) -> tuple[Signature, ...]:
    """Return the signatures of a file, or refuse it; only the canonical spelling is accepted."""
    try:
        found = read_strict(data, tuple[Signature, ...], limit=MAX_BYTES)
    except Malformed as error:
        raise Invalid(f"{SIGNATURES_PATH}: {error}.") from None
    if not 1 <= len(found) <= _MAX_SIGNATURES:
        raise Invalid(f"{SIGNATURES_PATH}: holds {len(found)} signatures, not 1 to {_MAX_SIGNATURES}.")
    for each in found:
        _check_form(each)
    return found


def _check_form(each: Signature) -> None:
    if each.algorithm != ALGORITHM:
        raise Invalid(f"{SIGNATURES_PATH} uses the algorithm {each.algorithm}, not {ALGORITHM}.")
    if each.key_id != key_id(decode(each.public_key, KEY_BYTES, SIGNATURES_PATH)):
        raise Invalid(f"{SIGNATURES_PATH} names key {each.key_id} beside another public key.")
    decode(each.signature, _SIGNATURE_BYTES, SIGNATURES_PATH)


def check_signatures(
    data: bytes,
    found: Sequence[Signature],
    trust: Trust | None,
    *,
    illustrative: bool,
    as_of: date,
    entry: int | None = None,
) -> Signed:
    """Say which signatures over `data` count.

    With `trust`, `threshold` different keys valid on `as_of` must have signed. Without it the
    signatures are checked against the keys beside them, which shows that the folder is whole
    but not whose it is: the note "key_not_pinned" says so. `entry` is the number under which the
    log has the manifest: a key that was lost counts only before that happened.
    """
    holding = [(each, _holds(each, data)) for each in found]
    faults = [Reason("bad_signature", {"key": each.key_id}) for each, holds in holding if not holds]
    good = {each.public_key: each.key_id for each, holds in holding if holds}
    if trust is None:
        return Signed(tuple(sorted(good.values())), tuple(faults), (Reason("key_not_pinned"),))
    counted, notes = set(), []
    # Whole keys are compared, not ids: an id is short enough that another key could be made for it.
    trusted = {key.public_key: key for key in trust.keys}
    for public_key, key in sorted(good.items()):
        known = trusted.get(public_key)
        if known is None:
            notes.append(Reason("unknown_key", {"key": key}))
        elif not known.valid_on(as_of):
            faults.append(Reason("key_out_of_time", {"key": key, "as_of": as_of.isoformat()}))
        elif not known.good_at(entry):
            faults.append(Reason("key_lost_before", {"key": key, "number": str(known.until_entry)}))
        elif known.illustrative_only != illustrative:
            faults.append(Reason("key_for_other_purpose", {"key": key}))
        else:
            counted.add(key)
    if len(counted) < trust.threshold:
        need = {"counted": str(len(counted)), "threshold": str(trust.threshold)}
        faults.append(Reason("too_few_signatures", need))
    return Signed(tuple(sorted(counted)), tuple(faults), tuple(notes))


def _holds(each: Signature, data: bytes) -> bool:
    public = decode(each.public_key, KEY_BYTES, SIGNATURES_PATH)
    signature = decode(each.signature, _SIGNATURE_BYTES, SIGNATURES_PATH)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True

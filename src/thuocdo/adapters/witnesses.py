"""Asking the witnesses of a policy for their signatures (c2sp.org/tlog-witness), within limits."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from thuocdo.log.checkpoints import Checkpoint, read_checkpoint
from thuocdo.log.durable import write_whole
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import Cosign
from thuocdo.log.notes import Note, Signature, VerifierKey, check_signatures, read_note
from thuocdo.log.policy import Policy
from thuocdo.log.reading import Read, Tiled
from thuocdo.log.witnessing import SIZE_TYPE, request_bytes

SECONDS = 5.0
MAX_ANSWER = 16 * 1024
SEEN = "witnesses.json"
_CONFLICT = 409


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A witness stands where the policy says."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def cosigned_by(home: Path) -> Cosign:
    """Return how to collect cosignatures; `home` remembers what size each witness saw last."""

    def cosign(note: bytes, policy: Policy, read: Read) -> bytes:
        if not policy.addresses:
            return note
        path = home / SEEN
        seen = _sizes(path)
        size = read_checkpoint(read_note(note).text).size
        with ThreadPoolExecutor(len(policy.addresses)) as pool:
            asked = {
                name: pool.submit(_ask, address, policy.witnesses[name], note, read, seen.get(name, 0))
                for name, address in policy.addresses.items()
            }
            answers = {name: each.result() for name, each in asked.items()}
        good = {name: lines for name, lines in answers.items() if lines}
        if good:
            write_whole(path, json.dumps({**seen, **dict.fromkeys(good, size)}, sort_keys=True).encode())
        whole = read_note(note)
        lines = tuple(line for each in good.values() for line in each)
        return bytes(Note(whole.text, (*whole.signatures, *lines)))

    return cosign


def _sizes(path: Path) -> Mapping[str, int]:
    """Return what is remembered; the witness itself says when that is not true."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: size for name, size in found.items() if type(size) is int}


def _ask(address: str, key: VerifierKey, note: bytes, read: Read, old: int) -> tuple[Signature, ...]:
    """Return the witness's signature lines, none where it gave none that holds."""
    checkpoint = read_checkpoint(read_note(note).text)
    if old > checkpoint.size:
        old = 0  # what we remember cannot be: the witness will say
    for _ in range(2):  # the second time from the size that the witness names
        status, kind, body = _post(address, _request(checkpoint, note, read, old))
        if status == _CONFLICT and kind == SIZE_TYPE and body.strip().isdigit():
            old = int(body)
            if old <= checkpoint.size:
                continue
        return _lines(note, body, key) if status == 200 else ()  # noqa: PLR2004  HTTP
    return ()


def _request(checkpoint: Checkpoint, note: bytes, read: Read, old: int) -> bytes:
    proof = Tiled(read, checkpoint.size).consistency(old) if 0 < old < checkpoint.size else ()
    return request_bytes(old=old, proof=proof, note=note)


def _lines(note: bytes, body: bytes, key: VerifierKey) -> tuple[Signature, ...]:
    text = read_note(note).text
    try:
        answered = read_note(text.encode() + b"\n" + body)
        check_signatures(answered, (key,))
    except Unsound:
        return ()
    return tuple(each for each in answered.signatures if (each.name, each.key_id) == (key.name, key.id))[:1]


def _post(address: str, body: bytes) -> tuple[int, str, bytes]:
    """Return status, kind and body of the answer; 0 for no answer."""
    url = f"{address.rstrip('/')}/add-checkpoint"
    if not url.startswith(("http://", "https://")):
        return 0, "", b""
    request = urllib.request.Request(url, data=body, method="POST")  # noqa: S310  scheme checked above
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=SECONDS) as found:
            return found.status, found.headers.get_content_type(), found.read(MAX_ANSWER)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers.get_content_type(), refused.read(MAX_ANSWER)
    except (OSError, ValueError):
        return 0, "", b""

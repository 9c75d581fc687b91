"""The signer's own process: it alone reads the log's key, and all it can do with it is extend the log.

Either it serves a Unix socket as an account of its own (`thuocdo log signer`), or it is started for
one call. It imports neither the application nor its database.
"""

import contextlib
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import msgspec

from thuocdo.adapters.witnesses import cosigned_by
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound, ThuocDoError, Unavailable
from thuocdo.core.typed import from_msgpack
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import Grown, grow
from thuocdo.log.homes import Home

MAX_BYTES = 64 * 1024 * 1024
_PIECE = 1 << 16
_SECONDS = 30
_POLL_SECONDS = 0.5
_KINDS: dict[str, type[ThuocDoError]] = {
    each.code: each for each in (Conflict, Invalid, NotAllowed, NotFound, Unavailable)
}


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to append after the first `base` entries; no entries: finish what was left undone."""

    base: int | None
    entries: list[bytes]


class Reply(msgspec.Struct, frozen=True):
    """What was done, or why nothing was."""

    grown: Grown | None = None
    code: str = ""
    template: str = ""
    hint: str = ""
    params: dict[str, str] = {}


def answer(data: bytes, *, home: Path, log: Path) -> bytes:
    """Return the reply to one request; whatever goes wrong, a reply comes."""
    try:
        request = from_msgpack(data, Request)
        own = Home(home)
        grown = grow(own, log, request.entries, base=request.base, cosign=cosigned_by(home))
        reply = Reply(grown)
    except Unsound as refused:
        reply = Reply(code=refused.code, template=refused.reason.code, params=dict(refused.reason.params))
    except ThuocDoError as refused:
        said = {name: str(value) for name, value in refused.params.items()}
        reply = Reply(code=refused.code, template=refused.template, hint=refused.hint_template, params=said)
    except (msgspec.MsgspecError, OSError) as error:
        reply = Reply(code=Unavailable.code, template="{why}", params={"why": str(error)[:200]})
    return msgspec.msgpack.encode(reply)


def understood(data: bytes) -> Grown:
    """Return what the signer did, or raise what it refused with."""
    try:
        reply = from_msgpack(data, Reply)
    except msgspec.MsgspecError:
        raise Unavailable("The signer ended without an answer.", hint="Look at its log.") from None
    if reply.grown is not None:
        return reply.grown
    if reply.code == Unsound.code:
        named: dict[str, Any] = dict(reply.params)
        raise Unsound(reply.template, **named)
    kind = _KINDS.get(reply.code, ThuocDoError)
    raise kind(reply.template, hint=reply.hint, params=reply.params)


def serve(path: Path, *, home: Path, log: Path, stop: Event, ready: Callable[[], None]) -> None:
    """Answer one request after the other on a Unix socket until `stop` is set."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(path))
        os.chmod(path, 0o660)  # noqa: PTH101  who may ask: the socket's owner and group
        line.listen(8)
        line.settimeout(_POLL_SECONDS)
        ready()
        while not stop.is_set():
            with contextlib.suppress(OSError):
                peer, _ = line.accept()
                with peer:
                    peer.settimeout(_SECONDS)
                    peer.sendall(answer(read_all(peer.recv), home=home, log=log))
    path.unlink(missing_ok=True)


def read_all(receive: Callable[[int], bytes]) -> bytes:
    """Return what comes until the other side ends; more than the limit is cut, and then no request."""
    pieces, left = [], MAX_BYTES
    while left > 0 and (piece := receive(min(_PIECE, left))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def main(arguments: list[Any]) -> None:
    """Answer the one request on standard input."""
    home, log = map(Path, arguments)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(MAX_BYTES), home=home, log=log))


if __name__ == "__main__":
    main(sys.argv[1:])

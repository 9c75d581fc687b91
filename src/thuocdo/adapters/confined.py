"""Runs a function in a killable child process with limits on time and memory.

Nothing that the child sends back is executed: arguments and result travel as MessagePack and
become the types that the function's annotations name. One helper process is kept that has the
readers imported and does nothing but fork (brood.py), so that a child costs milliseconds.
"""

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import RLock
from typing import IO, TypeVar

import msgspec

from thuocdo.adapters.brood import BEGUN, READING, Answer, Call, laid_out
from thuocdo.core.errors import Invalid
from thuocdo.core.typed import from_msgpack

Result = TypeVar("Result")

_TOO_MUCH = "The input needs more than the {seconds} seconds or {megabytes} MB that reading may take."
_HINT = "Give a smaller or simpler file."
_MEGABYTE = 1_000_000
_GRACE = 1.0
"""Seconds beyond its own after which a child that does not answer is given up."""
_PIECE = 1 << 16
KEPT_IN_ENVIRONMENT = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "TMPDIR"})
"""A child needs no database address and no key of ours, so it never gets them."""


def run_confined(
    function: Callable[..., Result],
    *args: object,
    seconds: float,
    memory_bytes: int,
    file_bytes: int = 0,
    purpose: bytes = READING,
) -> Result:
    """Return what a module-level function returns, computed in a child that can be killed.

    The function's parameters and result carry annotations that msgspec can convert. It writes no file
    unless `file_bytes` says how large one may be. `purpose` is one of brood.py's. Raises Invalid when the
    function refuses with it, crashes, or exceeds its time or memory.
    """
    large = {place: each for place, each in enumerate(args) if isinstance(each, bytes)}
    small = [b"" if place in large else each for place, each in enumerate(args)]
    call = Call(
        path=sys.path,
        module=function.__module__,
        function=function.__qualname__,
        args=msgspec.Raw(msgspec.msgpack.encode(small)),
        seconds=seconds,
        memory_bytes=memory_bytes,
        file_bytes=file_bytes,
        bulk={place: len(each) for place, each in large.items()},
    )
    answer = _ask([*laid_out(msgspec.msgpack.encode(call), large.values())], seconds, purpose)
    if answer is None:
        limits = {"seconds": f"{seconds:g}", "megabytes": str(memory_bytes // _MEGABYTE)}
        raise Invalid(_TOO_MUCH, hint=_HINT, params=limits)
    if answer.refusal:
        raise Invalid(answer.refusal, hint=answer.hint)
    kind = typing.get_type_hints(function)["return"]
    return typing.cast("Result", from_msgpack(answer.result, kind))


def _ask(call: Sequence[bytes], seconds: float, purpose: bytes) -> Answer | None:
    """Give the call to a new child and return its answer, None when there is none in time."""
    try:
        output = _try(call, seconds, purpose)
        if not output:  # it was ended while it waited: nobody has looked at the call
            output = _try(call, seconds, purpose)
        return from_msgpack(output.removeprefix(BEGUN), Answer)
    except (OSError, msgspec.DecodeError):
        return None


def _try(call: Sequence[bytes], seconds: float, purpose: bytes) -> bytes:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs, _written(call) as paper:
            _mother.send(purpose, [theirs.fileno(), paper.fileno()])
        return _answer(ours, time.monotonic() + seconds + _GRACE)


def _written(call: Sequence[bytes]) -> IO[bytes]:
    """Return a file without a name that holds the call: read at once, where a line hands on small pieces."""
    paper: IO[bytes]
    if hasattr(os, "memfd_create"):
        paper = os.fdopen(os.memfd_create("call"), "w+b")
    else:
        paper = tempfile.TemporaryFile()  # noqa: SIM115  the caller closes it
    paper.writelines(call)
    paper.flush()
    return paper


def _answer(line: socket.socket, until: float) -> bytes:
    """Read until the child closes its end, nothing when it never began; raises OSError when time is over."""
    pieces: list[bytes] = []
    while True:
        line.settimeout(max(until - time.monotonic(), 0.001))
        try:
            piece = line.recv(_PIECE)
        except ConnectionResetError:  # it went without reading all
            piece = b""
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


class _Mother:
    """The helper process that forks the children: started when first needed, and again if it ended."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._line: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def send(self, purpose: bytes, handles: list[int]) -> None:
        """Let a child have the call that lies in the second handle, and answer on the first."""
        with self._lock:
            if self._line is None or self._owner != os.getpid():  # after a fork of ours it is another's
                self._start()
            try:
                self._hand_over(purpose, handles)
            except OSError:  # somebody has ended it
                self._start()
                self._hand_over(purpose, handles)

    def _hand_over(self, purpose: bytes, handles: list[int]) -> None:
        if self._line is not None:
            socket.send_fds(self._line, [purpose], handles)

    def _start(self) -> None:
        self.end()
        self._line, line = socket.socketpair()
        self._owner = os.getpid()
        kept = {name: value for name, value in os.environ.items() if name in KEPT_IN_ENVIRONMENT}
        path = os.pathsep.join([root(), kept.get("PYTHONPATH", "")])
        command = [
            sys.executable,
            "-B",
            "-c",
            f"from thuocdo.adapters.brood import mother; mother({line.fileno()})",
        ]
        # The whole command is made here; nothing of the input stands in it. It ends when our end closes.
        with line, contextlib.ExitStack() as stack:
            silent = stack.enter_context(open(os.devnull, "r+b"))  # noqa: PTH123  a device, both ways
            self._process = subprocess.Popen(  # noqa: S603
                command,
                stdin=silent,
                stdout=silent,
                stderr=silent,
                env={**kept, "PYTHONPATH": path},
                pass_fds=[line.fileno()],
                start_new_session=True,
            )

    def end(self) -> None:
        """Let it go, once its children are gone; what they have used counts as used by us then."""
        with self._lock:
            if self._owner == os.getpid() and self._line is not None and self._process is not None:
                self._line.close()
                self._line = None
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(_GRACE)
                self._process.kill()
                self._process.wait()


def root() -> str:
    """Return the folder that holds the package, for another interpreter."""
    return str(Path(__file__).resolve().parents[2])


_mother = _Mother()
atexit.register(_mother.end)

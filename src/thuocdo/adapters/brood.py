"""The other end of confined.py: a process that only forks, and what each of its children does once.

The mother never looks at input: a child gets its socket, its limits and its call, answers, and is gone,
so nothing of one file can reach the next. She ends when the line to her owner closes.
"""

import contextlib
import gc
import importlib
import os
import resource
import signal
import socket
import sys
import typing
from typing import Any, NoReturn, cast

import msgspec

from thuocdo.core.errors import Invalid
from thuocdo.core.typed import from_msgpack

_NOTHING = msgspec.Raw(msgspec.msgpack.encode(None))
_LIBRARIES = ("pypdfium2", "lxml.etree", "lxml.html", "openpyxl")
"""What readers import when they first need it; here it is there before the fork."""
_READERS = ("thuocdo.documents.files", "thuocdo.adapters.looking", "thuocdo.cycles.sheets")
_PIECE = 1 << 16


class Call(msgspec.Struct):
    """What a child is asked to do."""

    path: list[str]
    module: str
    function: str
    args: msgspec.Raw
    seconds: float
    memory_bytes: int


class Answer(msgspec.Struct):
    """What a child answers: a result, or the sentence of a refusal."""

    result: msgspec.Raw = _NOTHING
    refusal: str = ""
    hint: str = ""


def mother(handle: int) -> None:
    """Fork a child for each socket that comes over the line, until the line closes."""
    for name in (*_LIBRARIES, *_READERS):
        with contextlib.suppress(ImportError):  # a small installation lacks some of the libraries
            importlib.import_module(name)
    gc.freeze()  # the children share these pages as long as nobody writes to them
    signal.signal(signal.SIGCHLD, lambda _signal, _frame: _bury(os.WNOHANG))
    with socket.socket(fileno=handle) as line:
        while True:
            said, handles, _flags, _address = socket.recv_fds(line, 1, 1)
            if not said:
                break
            if os.fork() == 0:
                line.close()
                _live(handles[0])
            for each in handles:
                os.close(each)
    _bury(0)


def _bury(how: int) -> None:
    """Take in the children that have ended, so that their owner can tell what they have used."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, how)[0]:
            pass


def _live(handle: int) -> NoReturn:
    """Answer one call as the child: limits first, then the function."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        with socket.socket(fileno=handle) as line:
            call = from_msgpack(_read(line), Call)
            _limit(call)
            sys.path[:] = call.path
            reply = _reply(call)
            if reply is not None:
                line.sendall(msgspec.msgpack.encode(reply))
    finally:
        os._exit(0)  # nothing of the mother's is to be tidied up here


def _read(line: socket.socket) -> bytes:
    pieces = []
    while piece := line.recv(_PIECE):
        pieces.append(piece)
    return b"".join(pieces)


def _reply(call: Call) -> Answer | None:
    try:
        function = getattr(importlib.import_module(call.module), call.function)
        hints = typing.get_type_hints(function)
        kinds = tuple(kind for name, kind in hints.items() if name != "return")
        whole = cast("type[tuple[Any, ...]]", tuple.__class_getitem__(kinds))
        args = from_msgpack(call.args, whole)
        return Answer(result=msgspec.Raw(msgspec.msgpack.encode(function(*args))))
    except Invalid as refusal:
        return Answer(refusal=refusal.message, hint=refusal.hint)
    except Exception:  # noqa: BLE001  whatever a parser does with hostile input, the caller gets a refusal
        return None


def _limit(call: Call) -> None:
    # The alarm has no handler: the kernel ends the process, also in the middle of a library's code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, call.seconds)
    whole = int(call.seconds) + 1
    resource.setrlimit(resource.RLIMIT_AS, (call.memory_bytes, call.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

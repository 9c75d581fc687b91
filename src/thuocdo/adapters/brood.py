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
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, cast

import msgspec

from thuocdo.core.errors import Invalid
from thuocdo.core.typed import from_msgpack

_NOTHING = msgspec.Raw(msgspec.msgpack.encode(None))
_LIBRARIES = ("pypdfium2", "lxml.etree", "lxml.html", "openpyxl")
"""What readers import when they first need it; here it is there before the fork."""
_READERS = ("thuocdo.documents.files", "thuocdo.adapters.looking", "thuocdo.cycles.sheets")
BEGUN = b"+"
"""What a child says first: until then its owner may give the call to another."""
_SIZE = 8
"""Bytes that say how long a call is."""
_HANDLES = 2
"""What comes for each call: the line on which the child answers, and the memory in which the call stands."""
READING, TAKING_IN = b"r", b"t"
"""What a call is for. Whoever took in one delivery takes in more: what that imports is kept from then on."""
_FOR_TAKING_IN = ("duckdb", "thuocdo.adapters.intake.taking")
_EMPTY_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""
"""Our own page: the mother looks at nothing that comes from outside."""


class Call(msgspec.Struct):
    """What a child is asked to do."""

    path: list[str]
    module: str
    function: str
    args: msgspec.Raw
    seconds: float
    memory_bytes: int
    file_bytes: int = 0
    """The largest file that it may write; as a rule it has nothing to write."""
    bulk: dict[int, int] = {}
    """The places of those arguments that follow behind the call as they are, each with its length."""


class Answer(msgspec.Struct):
    """What a child answers: a result, or the sentence of a refusal."""

    result: msgspec.Raw = _NOTHING
    refusal: str = ""
    hint: str = ""


def mother(handle: int) -> None:
    """Fork a child for each socket that comes over the line, until the line closes."""
    sys.modules["numpy"] = None  # type: ignore[assignment]  # a reader may bring it along, and each child pays
    _learn((*_LIBRARIES, *_READERS))
    _rehearse()
    gc.freeze()  # the children share these pages as long as nobody writes to them
    signal.signal(signal.SIGCHLD, lambda _signal, _frame: _bury(os.WNOHANG))
    with socket.socket(fileno=handle) as line:
        spare = _bear(line)
        while True:
            said, handles, _flags, _address = socket.recv_fds(line, 1, _HANDLES)
            if not said:
                break
            if not _handed(spare, handles):  # somebody has ended it while it waited
                _handed(_bear(line), handles)
            for each in handles:
                os.close(each)
            spare.close()
            if said == TAKING_IN:
                _learn(_FOR_TAKING_IN)
            spare = _bear(line)
        spare.close()
    _bury(0)


def _learn(modules: Iterable[str]) -> None:
    """Import what children will need, so that each has it from birth."""
    for name in modules:
        if name not in sys.modules:
            with contextlib.suppress(ImportError):  # a small installation lacks some of the libraries
                importlib.import_module(name)


def _bear(line: socket.socket) -> socket.socket:
    """Fork a child that waits for its one call, and return the line to it: nobody waits for a birth."""
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        line.close()
        ours.close()
        _wait(theirs)
    theirs.close()
    return ours


def _handed(child: socket.socket, handles: list[int]) -> bool:
    try:
        socket.send_fds(child, [b"c"], handles)
    except OSError:
        return False
    return True


def _wait(line: socket.socket) -> NoReturn:
    """Wait as the child for a call; go when the mother lets go of the line first."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _rehearse()  # what it will write to becomes its own while nobody waits
    with line:
        said, handles, _flags, _address = socket.recv_fds(line, 1, _HANDLES)
    if not said:
        os._exit(0)
    _live(*handles)


def _rehearse() -> None:
    """Do once what every child would else do for the first time: types are learnt, functions are found."""
    with contextlib.suppress(ImportError):
        looking = importlib.import_module("thuocdo.adapters.looking")
        args = msgspec.Raw(msgspec.msgpack.encode((b"", ".pdf")))
        call = Call(sys.path, looking.__name__, looking.look.__qualname__, args, 1, 1, bulk={0: 1})
        reply = _reply(from_msgpack(msgspec.msgpack.encode(call), Call), [_EMPTY_PAGE])
        msgspec.msgpack.encode(reply)


def _bury(how: int) -> None:
    """Take in the children that have ended, so that their owner can tell what they have used."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, how)[0]:
            pass


def _live(handle: int, paper: int) -> NoReturn:
    """Answer one call as the child: limits first, then the function."""
    try:
        with socket.socket(fileno=handle) as line:
            line.sendall(BEGUN)
            call, bulk = _opened(paper)
            _limit(call)
            sys.path[:] = call.path
            reply = _reply(call, bulk)
            if reply is not None:
                line.sendall(msgspec.msgpack.encode(reply))
    finally:
        os._exit(0)  # nothing of the mother's is to be tidied up here


def laid_out(call: bytes, bulk: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a call on paper: how long it is, the call, then the large arguments as they are."""
    yield len(call).to_bytes(_SIZE)
    yield call
    yield from bulk


def _opened(paper: int) -> tuple[Call, list[bytes]]:
    with open(paper, "rb") as stream:
        stream.seek(0)
        call = from_msgpack(stream.read(int.from_bytes(stream.read(_SIZE))), Call)
        return call, [stream.read(length) for length in call.bulk.values()]


def _reply(call: Call, bulk: list[bytes]) -> Answer | None:
    try:
        function = getattr(importlib.import_module(call.module), call.function)
        hints = typing.get_type_hints(function)
        kinds = tuple(kind for name, kind in hints.items() if name != "return")
        whole = cast("type[tuple[Any, ...]]", tuple.__class_getitem__(kinds))
        args: list[Any] = list(from_msgpack(call.args, whole))
        for place, data in zip(call.bulk, bulk, strict=True):
            args[place] = data
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
    resource.setrlimit(resource.RLIMIT_FSIZE, (call.file_bytes, call.file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

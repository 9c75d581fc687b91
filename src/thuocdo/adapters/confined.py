"""Runs a function in a killable child process with limits on time and memory.

Nothing that the child sends back is executed: arguments and result travel as MessagePack and
become the types that the function's annotations name.
"""

import importlib
import os
import resource
import signal
import subprocess
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from thuocdo.core.errors import Invalid

Result = TypeVar("Result")

_TOO_MUCH = "The input needs more than the {seconds} seconds or {megabytes} MB that reading may take."
_HINT = "Give a smaller or simpler file."
_MEGABYTE = 1_000_000
_NOTHING = msgspec.Raw(msgspec.msgpack.encode(None))


class _Call(msgspec.Struct):
    """What the child is asked to do."""

    path: list[str]
    module: str
    function: str
    args: msgspec.Raw
    seconds: int
    memory_bytes: int


class _Answer(msgspec.Struct):
    """What the child answers: a result, or the sentence of a refusal."""

    result: msgspec.Raw = _NOTHING
    refusal: str = ""
    hint: str = ""


def run_confined(function: Callable[..., Result], *args: object, seconds: float, memory_bytes: int) -> Result:
    """Return what a module-level function returns, computed in a child that can be killed.

    The function's parameters and result carry annotations that msgspec can convert. Raises
    Invalid when the function refuses with it, crashes, or exceeds its time or memory.
    """
    call = _Call(
        path=sys.path,
        module=function.__module__,
        function=function.__qualname__,
        args=msgspec.Raw(msgspec.msgpack.encode(args)),
        seconds=int(seconds) + 1,
        memory_bytes=memory_bytes,
    )
    answer = _ask(msgspec.msgpack.encode(call), seconds)
    if answer is None:
        limits = {"seconds": f"{seconds:g}", "megabytes": str(memory_bytes // _MEGABYTE)}
        raise Invalid(_TOO_MUCH.format(**limits), hint=_HINT)
    if answer.refusal:
        raise Invalid(answer.refusal, hint=answer.hint)
    kind = typing.get_type_hints(function)["return"]
    return typing.cast("Result", msgspec.msgpack.decode(answer.result, type=kind))


def _ask(call: bytes, seconds: float) -> _Answer | None:
    """Start the child, give it the call, and return its answer, None when it had to be killed."""
    command = [sys.executable, "-B", "-c", f"from {__name__} import answer; answer()"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([_root(), os.environ.get("PYTHONPATH", "")])}
    # The whole command is made here; nothing of the input stands in it.
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as child:
        try:
            output, _errors = child.communicate(call, timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            return None
    try:
        return msgspec.msgpack.decode(output, type=_Answer)
    except msgspec.DecodeError:
        return None


def answer() -> None:
    """Answer one call as the child: limits first, then the function."""
    call = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Call)
    out = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the function prints is no answer
    _limit(call)
    sys.path[:] = call.path
    try:
        function = getattr(importlib.import_module(call.module), call.function)
        hints = typing.get_type_hints(function)
        kinds = tuple(kind for name, kind in hints.items() if name != "return")
        args = msgspec.msgpack.decode(call.args, type=tuple.__class_getitem__(kinds))
        reply = _Answer(result=msgspec.Raw(msgspec.msgpack.encode(function(*args))))
    except Invalid as refusal:
        reply = _Answer(refusal=refusal.message, hint=refusal.hint)
    except Exception:  # noqa: BLE001  whatever a parser does with hostile input, the caller gets a refusal
        reply = None
    if reply is not None:
        with os.fdopen(out, "wb") as stream:
            stream.write(msgspec.msgpack.encode(reply))


def _limit(call: _Call) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (call.memory_bytes, call.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (call.seconds, call.seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _root() -> str:
    return str(Path(__file__).resolve().parents[2])

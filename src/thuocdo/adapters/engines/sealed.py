"""Shuts a process in before it does what a stranger wrote: limits, no network, nothing opened or started.

Each layer stands by itself, and says whether it holds on this kernel; who starts such a process does so
for one task, in a fresh interpreter that has no thread of its own yet.
"""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

NOBODY = 65534
"""Who a process of the system's owner becomes; one of an ordinary user stays who it is."""


class Layer(StrEnum):
    """What may hold beyond the limits, which hold everywhere but for memory on macOS."""

    MEMORY = "memory"
    USER = "user"
    NETWORK = "network"
    CALLS = "calls"


_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SET_FILTER, _ALL_THREADS = 1, 1
_NEW_NET, _NEW_USER, _NEW_IPC = 0x40000000, 0x10000000, 0x08000000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_X32 = 0x40000000
_ARCHITECTURES: Mapping[str, tuple[int, int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        317,
        (
            *(2, 85, 257, 304, 437),  # open, creat, openat, open_by_handle_at, openat2
            *(41, 42, 43, 49, 50, 53, 288),  # socket, connect, accept, bind, listen, socketpair, accept4
            *(56, 57, 58, 59, 322, 435),  # clone, fork, vfork, execve, execveat, clone3
            *(76, 77, 82, 83, 84, 86, 87, 88, 90, 91, 92, 94, 133, 132, 235),  # change of files by name
            *(258, 259, 260, 261, 263, 264, 265, 266, 268, 280, 316, 452),  # the same, within folders
            *(101, 310, 311, 438),  # ptrace, process_vm_readv and _writev, pidfd_getfd
            *(155, 161, 165, 272, 308, 428, 429, 430, 431, 432, 442),  # roots, mounts, name spaces
            *(160, 248, 249, 250, 298, 319, 321, 323, 425, 426, 427),  # limits, keys, bpf, io_uring
        ),
    ),
    "aarch64": (
        0xC00000B7,
        277,
        (
            *(56, 265, 437),  # openat, open_by_handle_at, openat2
            *(198, 199, 200, 201, 202, 203, 242),  # socket, socketpair, bind, listen, accept, connect
            *(220, 221, 281, 435),  # clone, execve, execveat, clone3
            *(33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 88, 276, 452),  # change of files by name
            *(117, 270, 271, 438),  # ptrace, process_vm_readv and _writev, pidfd_getfd
            *(39, 40, 41, 51, 97, 268, 428, 429, 430, 431, 432, 442),  # roots, mounts, name spaces
            *(164, 217, 218, 219, 241, 279, 280, 282, 425, 426, 427),  # limits, keys, bpf, io_uring
        ),
    ),
}
"""Number of the architecture, of the call that sets a filter, and of the calls that are not permitted
once nothing more is needed."""


def limit(*, memory_bytes: int, cpu_seconds: int) -> Iterator[Layer]:
    """Take what a process of one task does not need; nothing can be taken back. Yields what holds."""
    _call("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if _call("unshare", _NEW_NET | _NEW_IPC) or _call("unshare", _NEW_USER | _NEW_NET | _NEW_IPC):
        yield Layer.NETWORK
    if os.geteuid() == 0:
        with contextlib.suppress(OSError):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
    if os.geteuid() != 0:
        yield Layer.USER
    _lower(resource.RLIMIT_CPU, cpu_seconds)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    if _lower(resource.RLIMIT_AS, memory_bytes):
        yield Layer.MEMORY


def shut() -> Iterator[Layer]:
    """From here on nothing is opened, connected to or started, where the kernel has a filter for calls."""
    known = _ARCHITECTURES.get(platform.machine())
    if known is not None and refuse_calls(known[2]):
        yield Layer.CALLS


def refuse_calls(numbers: Sequence[int]) -> bool:
    """Have the kernel refuse these calls to us and to what we start; False where it cannot."""
    known = _ARCHITECTURES.get(platform.machine())
    if known is None or not sys.platform.startswith("linux"):
        return False
    architecture, setting, _refused = known
    code = b"".join(_program(architecture, numbers))
    room = ctypes.create_string_buffer(code)
    # struct sock_fprog: how many instructions, and where they stand.
    program = ctypes.create_string_buffer(struct.pack("HP", len(code) // 8, ctypes.addressof(room)))
    alone = _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return alone and _call("syscall", setting, _SET_FILTER, _ALL_THREADS, ctypes.addressof(program))


def _program(architecture: int, refused: Sequence[int]) -> Iterator[bytes]:
    """Yield the filter: another architecture ends the process, a call of the list is not permitted."""
    yield struct.pack("HBBI", _LOAD, 0, 0, 4)
    yield struct.pack("HBBI", _EQUAL, 1, 0, architecture)
    yield struct.pack("HBBI", _RETURN, 0, 0, _KILL)
    yield struct.pack("HBBI", _LOAD, 0, 0, 0)
    yield struct.pack("HBBI", _AT_LEAST, 0, 1, _X32)
    yield struct.pack("HBBI", _RETURN, 0, 0, _KILL)
    for number in refused:
        yield struct.pack("HBBI", _EQUAL, 0, 1, number)
        yield struct.pack("HBBI", _RETURN, 0, 0, _REFUSE)
    yield struct.pack("HBBI", _RETURN, 0, 0, _ALLOW)


def _call(name: str, *args: int) -> bool:
    """Call the system's library; False where it has no such call, or refuses it."""
    try:
        function = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError):
        return False
    return int(function(*(ctypes.c_ulong(each) for each in args))) == 0


def _lower(kind: int, most: int) -> bool:
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        return False
    return True

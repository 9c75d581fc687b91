"""Killing a child of ours at the n-th thing that it does with files."""

import os
import signal
import sys
from collections.abc import Callable

WATCHED = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.link", "os.rmdir", "os.scandir"})


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Run `act` in a forked child that is killed before its step-th use of files.

    False when it got to its end before that. The child is killed by the kernel: nothing of it is tidied up.
    """
    child = os.fork()
    if child == 0:
        try:
            die_at(step)
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def die_at(step: int) -> None:
    """Let the kernel kill this process before its step-th use of files from now on; 0 for never."""
    left = step

    def count(event: str, _args: object) -> None:
        nonlocal left
        if event in WATCHED:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)

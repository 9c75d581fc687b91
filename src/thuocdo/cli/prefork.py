"""Several server processes on one address: forked once, started again when one ends, ended together."""

import os
import signal
import threading
from collections.abc import Callable
from typing import NoReturn

_PAUSE = 1.0
"""Seconds before what ended is started again, so that what cannot live does not fill the machine."""
_ENDS = {signal.SIGTERM, signal.SIGINT}


def run(serve: Callable[[], None], *, processes: int) -> None:
    """Let so many processes serve until this one is told to end.

    Only for the main thread, before anything has started a thread or opened a connection: a child has
    the memory of its parent and nothing else. The children also end when the parent is gone, however
    it went.
    """
    lives, ends = os.pipe()  # nobody ever writes: it closes when the parent ends, and the children see it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {*_ENDS, signal.SIGCHLD})
    children = {_bear(serve, lives, ends) for _number in range(processes)}
    while signal.sigwait({*_ENDS, signal.SIGCHLD}) == signal.SIGCHLD:
        gone = {child for child in children if os.waitpid(child, os.WNOHANG)[0]}
        if not gone:
            continue
        if signal.sigtimedwait(_ENDS, _PAUSE) is not None:
            children -= gone
            break
        children = (children - gone) | {_bear(serve, lives, ends) for _child in gone}
    os.close(ends)
    for child in children:
        os.waitpid(child, 0)
    os.close(lives)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _bear(serve: Callable[[], None], lives: int, ends: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {*_ENDS, signal.SIGCHLD})
        os.close(ends)
        threading.Thread(target=_follow, args=(lives,), daemon=True).start()
        serve()
    finally:
        os._exit(1)  # nothing of the parent's is to be tidied up here


def _follow(lives: int) -> NoReturn:
    """End with the parent."""
    os.read(lives, 1)
    os._exit(0)

"""Commands that run until somebody ends them: what is under way is finished first."""

import signal
from threading import Event


def until_stopped() -> Event:
    """Return what is set by Ctrl+C and by the end that a service manager asks for."""
    stop = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_given: stop.set())
    return stop

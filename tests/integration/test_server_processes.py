"""Several server processes: they answer together, one that ends is replaced, and none outlives the parent."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

SERVER = """
import os, time
from thuocdo.cli import prefork
def serve():
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, beside the other's
    time.sleep(60)
print("parent", os.getpid(), flush=True)
prefork.run(serve, processes=2)
print("over", flush=True)
"""


@pytest.fixture
def server():
    """Return a parent of two, with the children's process ids."""
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout.readline().startswith("parent")
        try:
            yield parent, {int(parent.stdout.readline()) for _child in range(2)}
        finally:
            parent.kill()


def _is_gone(pid: int) -> bool:
    """Say whether a process ends within five seconds."""
    for _attempt in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_all_end_when_the_parent_is_told_to(server, kind):
    """Ctrl+C and a service manager's word end the parent in good order, after its children."""
    parent, children = server
    parent.send_signal(kind)
    assert parent.stdout.read() == "over\n"
    assert parent.wait(5) == 0
    assert all(_is_gone(child) for child in children)


def test_none_outlives_a_parent_that_was_killed(server):
    """Nobody answers from yesterday's program because its parent was killed without a word."""
    parent, children = server
    parent.kill()
    assert all(_is_gone(child) for child in children)


def test_one_that_ended_is_replaced(server):
    """A process that was killed leaves its place to a new one; the others go on."""
    parent, children = server
    lost = children.pop()
    os.kill(lost, signal.SIGKILL)
    new = int(parent.stdout.readline())
    assert new not in {lost, *children}
    os.kill(children.pop(), 0)

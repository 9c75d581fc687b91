"""A function that runs confined gives its value, its refusal, or is killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from thuocdo.adapters.confined import run_confined
from thuocdo.core.errors import Invalid

MEMORY = 300_000_000


def double(number: int, words: str) -> dict[str, int]:
    """Return a value that travels."""
    print("what a parser prints is no answer")  # noqa: T201  the test is about this
    return {words: number * 2}


def refuse(words: str) -> str:
    """Refuse the input."""
    raise Invalid(words, hint="Give another one.")


def crash() -> str:
    """Break in an unexpected way."""
    raise RuntimeError


def length(words: str) -> int:
    """Return how much came."""
    return len(words)


def sleep_long() -> str:
    """Take too long without using the processor."""
    time.sleep(60)
    return ""


def loop() -> str:
    """Take too long and use the processor."""
    while True:
        pass


def swallow_memory() -> str:
    """Ask for more memory than there is to be."""
    return "a" * 2_000_000_000


def write_file(path: str) -> str:
    """Try to write a file."""
    with open(path, "w", encoding="utf-8") as stream:  # noqa: PTH123  as a parser would
        stream.write("x" * 100_000)
    return path


def whereabouts() -> list[int]:
    """Return the numbers of this process and of the one that made it."""
    return [os.getpid(), os.getppid()]


def environment() -> list[str]:
    """Return the names of what the environment tells."""
    return sorted(os.environ)


def remember(word: str) -> list[str]:
    """Leave a word behind and return all that were left."""
    kept = sys.__dict__.setdefault("_left_behind", [])
    kept.append(word)
    return list(kept)


def test_value_comes_back_with_its_type():
    """Arguments and result travel and keep their types."""
    assert run_confined(double, 4, "cây", seconds=5, memory_bytes=MEMORY) == {"cây": 8}


def test_refusal_comes_back():
    """A refusal in the child is the same refusal here."""
    with pytest.raises(Invalid) as refusal:
        run_confined(refuse, "The file is odd.", seconds=5, memory_bytes=MEMORY)
    assert (refusal.value.message, refusal.value.hint) == ("The file is odd.", "Give another one.")


@pytest.mark.parametrize("function", [crash, swallow_memory], ids=lambda function: function.__name__)
def test_breakdown_is_a_refusal(function):
    """A crash or too much memory is a refusal in one sentence."""
    with pytest.raises(Invalid, match="needs more than"):
        run_confined(function, seconds=5, memory_bytes=MEMORY)


@pytest.mark.parametrize("function", [sleep_long, loop], ids=lambda function: function.__name__)
def test_too_long_is_killed(function):
    """A child that takes too long is killed."""
    started = time.monotonic()
    with pytest.raises(Invalid):
        run_confined(function, seconds=1, memory_bytes=MEMORY)
    assert time.monotonic() - started < 4


def test_child_writes_no_file(tmp_path):
    """A confined function cannot write into a file."""
    with pytest.raises(Invalid):
        run_confined(write_file, str(tmp_path / "x"), seconds=5, memory_bytes=MEMORY)
    assert (tmp_path / "x").stat().st_size == 0


def test_each_call_has_a_process_of_its_own():
    """What one child leaves behind is gone for the next, though one process makes them all."""
    first, second = (run_confined(whereabouts, seconds=5, memory_bytes=MEMORY) for _time in range(2))
    assert first[0] != second[0]
    assert first[1] == second[1] != os.getpid()
    left = [run_confined(remember, word, seconds=5, memory_bytes=MEMORY) for word in ("one", "two")]
    assert left == [["one"], ["two"]]


def test_child_knows_no_secret_of_ours(monkeypatch):
    """The address of the database and our keys never stand in a child's environment."""
    monkeypatch.setenv("THUOCDO_SECRET_KEY", "of ours")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:secret@localhost/x")
    _pid, mother = run_confined(whereabouts, seconds=5, memory_bytes=MEMORY)
    os.kill(mother, signal.SIGKILL)  # a new one inherits what stands in our environment now
    told = run_confined(environment, seconds=5, memory_bytes=MEMORY)
    assert "PATH" in told
    assert not [name for name in told if name.startswith(("THUOCDO", "DATABASE", "DJANGO"))]


def test_helper_that_was_ended_is_started_again():
    """When the process that makes the children is gone, the next call makes a new one."""
    _pid, mother = run_confined(whereabouts, seconds=5, memory_bytes=MEMORY)
    os.kill(mother, signal.SIGKILL)
    assert run_confined(double, 2, "x", seconds=5, memory_bytes=MEMORY) == {"x": 4}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")
def test_child_that_was_ended_while_it_waited_is_replaced():
    """A child waits for the next call; when somebody has ended it, another one takes the call."""
    _pid, mother = run_confined(whereabouts, seconds=5, memory_bytes=MEMORY)
    children = Path(f"/proc/{mother}/task/{mother}/children")
    for number in children.read_text().split():
        os.kill(int(number), signal.SIGKILL)
    pid, same = run_confined(whereabouts, seconds=5, memory_bytes=MEMORY)
    assert same == mother != pid


def test_large_input_reaches_the_child_whole():
    """Twenty megabytes come in at once, as every file that may be sent."""
    words = "x" * 20_000_000
    assert run_confined(length, words, seconds=10, memory_bytes=MEMORY) == len(words)


def test_many_calls_at_once_each_get_their_own_answer():
    """Threads that ask at the same moment never get each other's answers."""
    got = {}

    def ask(number: int) -> None:
        got[number] = run_confined(double, number, "x", seconds=20, memory_bytes=MEMORY)["x"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {number: number * 2 for number in range(12)}


def test_helper_ends_with_its_owner():
    """When the program that reads files ends, the process that makes its children ends too."""
    words = (
        "import tests.unit.documents.test_confined as t;"
        "print(t.run_confined(t.whereabouts, seconds=9, memory_bytes=t.MEMORY)[1])"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    until = time.monotonic() + 10
    while time.monotonic() < until and _lives(int(told.stdout)):
        time.sleep(0.05)
    assert not _lives(int(told.stdout))


def _lives(number: int) -> bool:
    try:
        with open(f"/proc/{number}/stat", encoding="ascii") as stream:  # noqa: PTH123  no file
            return stream.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False

"""A function that runs confined gives its value, its refusal, or is killed."""

import time

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

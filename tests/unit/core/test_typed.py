"""Plain data become our types, and the first use of a type by many threads at once breaks nothing."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import date

import msgspec
import pytest

from thuocdo.core.typed import convert, from_json, from_msgpack

RACE = """
import sys, threading
from dataclasses import make_dataclass
from thuocdo.core.typed import convert
sys.setswitchinterval(1e-6)
for number in range(400):
    inner = make_dataclass(f"Inner{number}", [(f"a{i}", int) for i in range(20)], frozen=True)
    outer = make_dataclass(f"Outer{number}", [("one", inner), ("all", tuple[inner, ...])], frozen=True)
    plain = {f"a{i}": i for i in range(20)}
    gate = threading.Barrier(8)
    def ask():
        gate.wait()
        convert({"one": plain, "all": [plain]}, outer)
    threads = [threading.Thread(target=ask) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
print("alive")
"""


@dataclass(frozen=True)
class Day:
    """A value with a type that plain data lack."""

    on: date


def test_plain_data_become_values():
    """All three spellings give the same value; JSON without a type stays plain."""
    value = Day(date(2025, 6, 12))
    assert convert({"on": "2025-06-12"}, Day) == value
    assert from_json(b'{"on": "2025-06-12"}', Day) == value
    assert from_msgpack(msgspec.msgpack.encode(value), Day) == value
    assert from_json(b'{"on": "2025-06-12"}') == {"on": "2025-06-12"}


@pytest.mark.parametrize("wrong", [{"on": "12/6/2025"}, {}, []])
def test_what_does_not_fit_is_refused(wrong):
    """A value that the type does not allow is refused with its place."""
    with pytest.raises(msgspec.ValidationError):
        convert(wrong, Day)


def test_many_threads_may_use_a_type_first():
    """Eight threads that use a new type at the same moment, four hundred times, leave the process alive."""
    told = subprocess.run(
        [sys.executable, "-c", RACE], capture_output=True, text=True, check=False, timeout=120
    )
    assert (told.returncode, told.stdout.strip()) == (0, "alive")

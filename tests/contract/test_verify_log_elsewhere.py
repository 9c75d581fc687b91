"""A second verifier, in another language and without our code, judges logs as ours does."""

import random
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.factories.logs import ORIGIN, SIGNER, WITNESSES, checkpoint_of, entries, homed, judged, logged

from thuocdo.log import checkpoints, writing
from thuocdo.log.changing import change_key
from thuocdo.log.growing import grow
from thuocdo.log.homes import Home

PROGRAM = Path(__file__).resolve().parents[2] / "tools" / "verify-log.pl"
LACKING = shutil.which("perl") is None or shutil.which("openssl") is None
pytestmark = [
    pytest.mark.files,
    pytest.mark.skipif(LACKING, reason="needs Debian's perl and openssl"),
]


def says(folder, *key):
    """Return the other program's status and sentence."""
    done = subprocess.run(
        ["perl", PROGRAM, folder, *map(str, key)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Grow a log of 3, then of 300 entries, as the signer does."""
    folder = tmp_path_factory.mktemp("elsewhere")
    homed(folder / "home")
    for start, end in ((0, 3), (3, 300)):
        grow(Home(folder / "home"), folder / "log", entries(300)[start:end], base=start)
    return folder


@pytest.fixture
def folder(original, tmp_path):
    """Return a copy of log and signer to be changed."""
    shutil.copytree(original, tmp_path / "copy")
    return tmp_path / "copy"


def test_our_log_opens_there(folder):
    """Size, root and every kept checkpoint agree; the key may be pinned."""
    status, said = says(folder / "log", SIGNER.verifier)
    assert (status, said.startswith(f"log: {ORIGIN} holds: 300 entries, root ")) == (0, True)
    assert checkpoint_of(entries(300)).root.hex() in said
    assert "2 kept checkpoints, 1 keys" in said
    assert says(folder / "log")[0] == 0


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 513, 1000])
def test_each_shape_of_the_tree_opens_there(tmp_path, size):
    """Full and partial tiles, and one level more."""
    logged(tmp_path, entries(size))
    assert says(tmp_path, SIGNER.verifier)[0] == 0


def test_sixty_five_thousand_entries_open_there(tmp_path):
    """A second level with full tiles and a third one."""
    logged(tmp_path, entries(65_800))
    assert says(tmp_path, SIGNER.verifier)[0] == 0


def test_a_change_of_key_is_followed_there(folder):
    """From the pinned first key to the one in force; the new key alone is not the first one."""
    new = change_key(Home(folder / "home"), folder / "log", now=datetime(2026, 1, 5, tzinfo=UTC))
    assert says(folder / "log", SIGNER.verifier)[0] == 0
    assert says(folder / "log")[0] == 0
    assert "changes another key" in says(folder / "log", new)[1]


def test_a_witness_beside_the_log_is_passed_over_there(folder):
    """A signature by a key that it does not know says nothing."""
    path = folder / "log" / checkpoints.PATH
    path.write_bytes(checkpoints.cosigned(path.read_bytes(), WITNESSES[0], seconds=1_767_582_000))
    assert says(folder / "log", SIGNER.verifier)[0] == 0


def files_of(root):
    """Return every file of a log that must not change, and where its bytes are looked at."""
    chance = random.Random(7)  # noqa: S311  which bytes are changed is no secret
    for path in sorted(each for each in root.rglob("*") if each.is_file() and each.name != "policy"):
        size = path.stat().st_size
        for at in sorted({0, size - 1, *(chance.randrange(size) for _ in range(12))}):
            yield path.relative_to(root), at


def test_every_changed_byte_is_found_by_both(folder):
    """Wherever it lies, in a tile, an entry, a checkpoint or a signature, both programs refuse the log."""
    root = folder / "log"
    passed = []
    for name, at in list(files_of(root)):
        data = (root / name).read_bytes()
        (root / name).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        ours, theirs = bool(judged(root).faults), says(root, SIGNER.verifier)[0]
        # A kept checkpoint that no key signed says nothing to ours; the other program is stricter.
        if theirs != 1 or not (ours or name.parts[0] == "checkpoints"):
            passed.append((name, at, ours, theirs))
        (root / name).write_bytes(data)
    assert passed == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("checkpoint", "checkpoint is missing"),
        ("tile/entries/000", "tile/entries/000 is missing"),
        ("tile/1/000.p/1", "tile/1/000.p/1 is missing"),
    ],
)
def test_a_missing_file_is_named_there(folder, name, what):
    """The line says which."""
    (folder / "log" / name).unlink()
    assert says(folder / "log", SIGNER.verifier) == (1, f"log: {what}\n")


def test_a_rewritten_past_is_found_there(folder):
    """All files fit and the key has signed; the kept checkpoints tell."""
    root = folder / "log"
    data = entries(300)
    data[1], data[2] = data[2], data[1]
    for path in (root / "tile").rglob("*"):
        if path.is_file():
            path.unlink()
    writing.append(root, data, signed=0, durable=False)
    (root / checkpoints.PATH).write_bytes(checkpoints.signed(checkpoint_of(data), SIGNER))
    status, said = says(root, SIGNER.verifier)
    assert (status, "the log was rewritten after checkpoints/" in said) == (1, True)

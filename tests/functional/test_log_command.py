"""The command `thuocdo log`, as somebody types it."""

import shutil
import subprocess
import sys

import pytest
from tests.factories.logs import entries

from thuocdo.adapters.signer import Asked
from thuocdo.log import checkpoints, homes, writing
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.homes import Home
from thuocdo.log.tree import Tree

pytestmark = pytest.mark.files


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Return a function that runs the command in a data folder of its own."""
    monkeypatch.setenv("THUOCDO_DATA", str(tmp_path))
    monkeypatch.setenv("THUOCDO_LANG", "en")
    for name in ("THUOCDO_LOG", "THUOCDO_LOG_HOME", "THUOCDO_LOG_SIGNER"):
        monkeypatch.delenv(name, raising=False)

    def run(*words):
        start = "from thuocdo.cli.main import main; main()"
        given = [sys.executable, "-c", start, *map(str, words)]
        return subprocess.run(given, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def made(command, tmp_path):
    """Make a log of three entries; returns its folder."""
    assert command("log", "init", "log.example.vn/thuoc-do").returncode == 0
    asked = Asked(tmp_path / "log", tmp_path / "log-signer")
    asked.grow(entries(3), base=0)
    return tmp_path / "log"


def test_a_new_log_says_what_it_promises(command, tmp_path):
    """The first command makes key and policy, and says that nobody watches yet."""
    done = command("log", "init", "log.example.vn/thuoc-do")
    assert "tamper-evident only to those who keep checkpoints" in done.stdout
    assert (tmp_path / "log-signer" / homes.KEY).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "log" / "policy").read_text() in done.stdout
    assert command("log", "init", "log.example.vn/other").returncode == 13
    assert "0 entries signed, readers have 0" in command("log", "status").stdout


def test_a_log_that_holds_is_said_to_hold(command, made, tmp_path):
    """The check names size and root, and whether the key is pinned."""
    done = command("log", "check", made)
    assert (done.returncode, "3 entries" in done.stdout, "not pinned" in done.stdout) == (0, True, True)
    shutil.copy(made / "policy", tmp_path / "pinned")
    pinned = command("log", "check", made, "--trust", tmp_path / "pinned")
    assert (pinned.returncode, "not pinned" in pinned.stdout) == (0, False)


def test_what_was_kept_shows_a_rewound_log(command, made, tmp_path):
    """An older copy passes by itself, and not for somebody who kept a later checkpoint."""
    shutil.copytree(made, tmp_path / "old")
    Asked(made, tmp_path / "log-signer").grow(entries(5)[3:], base=3)
    assert command("log", "check", made, "--since", tmp_path / "old").returncode == 0
    assert command("log", "check", tmp_path / "old").returncode == 0
    done = command("log", "check", tmp_path / "old", "--since", made / "checkpoint")
    assert (done.returncode, "rewound: it has 3 entries" in done.stderr) == (15, True)


def test_a_changed_entry_is_named(command, made):
    """The sentence says which file was changed, on standard error with its exit status."""
    path = made / "tile/entries/000.p/3"
    path.write_bytes(path.read_bytes().replace(b"2025-12", b"2025-11"))
    done = command("log", "check", made)
    assert done.returncode == 15
    assert "Entry 2 in tile/entries/000.p/3 was changed" in done.stderr


def test_a_kept_copy_says_which_entry_is_another_one(command, made, tmp_path):
    """Who kept the whole older log learns where the rewritten one begins to differ."""
    shutil.copytree(made, tmp_path / "old")
    home = Home(tmp_path / "log-signer")
    data = [*entries(2), entries(4)[3]]
    for name in ("tile", "checkpoints"):
        shutil.rmtree(made / name)
    writing.append(made, data, signed=0)
    signer = home.signers()[0]
    root = Tree.of_entries(data).root()
    (made / "checkpoint").write_bytes(checkpoints.signed(Checkpoint(signer.name, 3, root), signer))
    assert command("log", "check", made).returncode == 0
    done = command("log", "check", made, "--since", tmp_path / "old")
    assert (done.returncode, "was forked" in done.stderr) == (15, True)
    assert "Entry 2 in tile/entries/000.p/3 is another one than in the copy" in done.stdout


def test_a_key_gives_way_by_one_command(command, made, tmp_path):
    """After a rotation the log holds for those who pinned the old key."""
    shutil.copy(made / "policy", tmp_path / "pinned")
    done = command("log", "rotate")
    assert (done.returncode, "is now log.example.vn/thuoc-do+" in done.stdout) == (0, True)
    assert command("log", "check", made, "--trust", tmp_path / "pinned").returncode == 0
    assert Home(tmp_path / "log-signer").signed()[0].size == 4


def test_the_check_needs_no_framework(command, made):
    """Who only checks a log loads neither Django nor a database driver."""
    words = ["log", "check", str(made)]
    code = (
        "import sys; sys.argv=['thuocdo', *" + repr(words) + "]\n"
        "from thuocdo.cli.main import main\n"
        "try: main()\n"
        "finally: assert 'django' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert command("log", "check", made.parent / "none").returncode == 11

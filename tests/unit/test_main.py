"""The command's front door: usage faults and refusals are one line, never a traceback."""

import subprocess
import sys

import pytest


def run(*words):
    """Run the command and return status, output and errors."""
    command = [sys.executable, "-c", "from thuocdo.cli.main import main; main()", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["verify"], 10, "Missing argument"),
        (["no-such-command"], 10, "No such command"),
        (["read", "--no-such-option"], 10, "No such option"),
        (["read", "/no/such/file.txt"], 11, "no such file"),
        (["verify", "/no/such/folder"], 11, "no folder"),
    ],
)
def test_a_wrong_call_is_one_sentence_with_the_remedy(words, status, said):
    """Standard error holds one line, standard output nothing, and the status says what kind of fault."""
    done = run(*words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_help_needs_no_application():
    """Without words the command prints its help and succeeds."""
    done = run()
    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_a_database_that_is_not_there_is_one_sentence(tmp_path):
    """Without a data folder the command says what to do first, and shows no traceback."""
    code = "from thuocdo.cli.main import main; main()"
    environment = {"PATH": "/usr/bin", "THUOCDO_DATA": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-c", code, "status"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 11
    assert done.stderr.count("\n") == 1
    assert "There is no database yet" in done.stderr


def test_where_the_application_is_not_installed_the_command_says_so():
    """The verifier's install names what is missing instead of failing with an import."""
    code = "import sys; sys.modules['django'] = None; from thuocdo.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "status"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 14
    assert "thuocdo[app]" in done.stderr
    assert "Traceback" not in done.stderr

"""Whatever file is handed over: one sentence, exit code 10, within 10 seconds and 600 MB."""

import sys
from pathlib import Path

import pytest
from tests.factories.hostile import cases
from tests.factories.measured import measured
from tests.factories.seeds import seeds

COMMAND = Path(sys.executable).parent / "thuocdo"
SECONDS = 10.0
HANGS = 60.0  # by the clock, on a machine that does much else
MEGABYTES = 600
KILOBYTES = MEGABYTES * 1_000
FILES = dict(cases())


def read(file):
    """Run the command; return exit code, outputs, seconds of computing, and the kB of its largest process."""
    return measured(COMMAND, "read", file, timeout=HANGS, environment={"THUOCDO_LANG": "en"})


@pytest.mark.files
@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_refused_in_one_sentence(tmp_path, name):
    """The file is refused by name, in one line, with code 10, in time and within the memory."""
    file = tmp_path / name
    file.write_bytes(FILES[name]())
    code, output, words, seconds, kilobytes = read(file)
    assert "Traceback" not in words
    assert code == 10, words
    assert output == b""
    assert len(words.strip().splitlines()) == 1
    assert name in words
    assert seconds < SECONDS
    assert kilobytes < KILOBYTES


def test_a_folder_is_refused_in_one_sentence(tmp_path):
    """A folder with the name of a document is no document."""
    for suffix in seeds():
        folder = tmp_path / f"folder{suffix}"
        folder.mkdir()
        code, _output, words, _seconds, _kilobytes = read(folder)
        assert (code, len(words.strip().splitlines())) == (10, 1)


@pytest.mark.parametrize("suffix", seeds())
def test_the_file_that_the_others_are_made_of_is_read(tmp_path, suffix):
    """What was changed into the hostile files above can be read, so it is the change that is refused."""
    file = tmp_path / f"whole{suffix}"
    file.write_bytes(seeds()[suffix])
    code, output, words, _seconds, _kilobytes = read(file)
    assert (code, words.strip()) == (0, "")
    assert b"1" in output

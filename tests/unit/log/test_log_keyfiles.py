"""The key of a log in its file."""

import pytest
from tests.factories.logs import SIGNER, WITNESSES

from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.log import keyfiles
from thuocdo.log.homes import make_home


@pytest.mark.parametrize("signer", [SIGNER, WITNESSES[0]])
def test_a_key_is_read_as_it_was_written(tmp_path, signer):
    """A key keeps its name and its use; only the owner may read the file."""
    keyfiles.write_signer(tmp_path / "key", signer)
    assert keyfiles.read_signer(tmp_path / "key") == signer
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_key_that_others_may_read_is_refused(tmp_path, mode):
    """The refusal says how to mend it."""
    keyfiles.write_signer(tmp_path / "key", SIGNER)
    (tmp_path / "key").chmod(mode)
    with pytest.raises(NotAllowed, match="chmod 600"):
        keyfiles.read_signer(tmp_path / "key")


def test_a_key_is_never_overwritten(tmp_path):
    """The key that stands there stays."""
    keyfiles.write_signer(tmp_path / "key", SIGNER)
    with pytest.raises(Conflict, match="exists"):
        keyfiles.write_signer(tmp_path / "key", WITNESSES[0])
    assert keyfiles.read_signer(tmp_path / "key") == SIGNER


def test_a_link_to_a_key_is_none(tmp_path):
    """Only a plain file counts."""
    keyfiles.write_signer(tmp_path / "key", SIGNER)
    (tmp_path / "link").symlink_to(tmp_path / "key")
    with pytest.raises(NotFound):
        keyfiles.read_signer(tmp_path / "link")


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"format":1}', '{"format":1,"name":"a","private_key":"c2VjcmV0","use":"log"}', "x" * 9000],
)
def test_a_file_that_is_no_key_is_refused_without_its_words(tmp_path, text):
    """Nothing of the file is repeated, for it may hold a secret."""
    path = tmp_path / "key"
    path.touch(0o600)
    path.write_text(text)
    with pytest.raises(Invalid) as refused:
        keyfiles.read_signer(path)
    assert "c2Vj" not in str(refused.value)


def test_a_log_has_one_home(tmp_path):
    """A second beginning in the same folder is refused, and the folder is for its owner only."""
    home = make_home(tmp_path / "home", "log.example.vn/a")
    assert home.signed()[0].size == 0
    assert home.folder.stat().st_mode & 0o777 == 0o700
    with pytest.raises(Conflict, match="already"):
        make_home(tmp_path / "home", "log.example.vn/b")
    assert home.origin == "log.example.vn/a"

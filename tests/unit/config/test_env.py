"""Settings read from the environment."""

from pathlib import Path

import pytest

from thuocdo.config import env
from thuocdo.core.errors import Invalid


def test_a_flag_that_is_neither_yes_nor_no_stops(monkeypatch):
    """A slip in a flag stops with its name instead of being taken for no."""
    monkeypatch.setenv("THUOCDO_DEBUG", "ture")
    with pytest.raises(Invalid, match="THUOCDO_DEBUG"):
        env.flag("THUOCDO_DEBUG")


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    """NAME_FILE names the file that holds the secret."""
    (tmp_path / "key").write_text("quiet\n")
    monkeypatch.setenv("THUOCDO_SECRET_KEY_FILE", str(tmp_path / "key"))
    assert env.text("THUOCDO_SECRET_KEY") == "quiet"
    monkeypatch.setenv("THUOCDO_SECRET_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(Invalid, match="cannot be read"):
        env.text("THUOCDO_SECRET_KEY")


def test_a_database_address_is_read_whole():
    """User, password with escapes, host, port and name come out of the address."""
    found = env.database("postgresql://u:p%40ss@db:5433/nq", Path("/data"))
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "u",
        "p@ss",
        "db",
        "5433",
        "nq",
    )


def test_without_an_address_the_database_is_a_file_in_the_data_folder():
    """SQLite in the data folder is the embedded default."""
    assert env.database("", Path("/data"))["NAME"] == "/data/thuocdo.sqlite3"


def test_an_unknown_database_is_refused_with_the_remedy():
    """Another scheme stops and says what to write."""
    with pytest.raises(Invalid, match="postgresql://"):
        env.database("mysql://x/y", Path("/data"))

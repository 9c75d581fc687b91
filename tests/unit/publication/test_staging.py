"""Tests of writing a folder: old or new, only what changed, nothing foreign lost."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from thuocdo.core.errors import Conflict, Unavailable
from thuocdo.publication import staging
from thuocdo.publication.manifest import MANIFEST_PATH
from thuocdo.publication.staging import staged

ROOT = Path(__file__).resolve().parents[3]


def write(out, **files):
    """Write a folder with these files and a manifest; `__` in a name stands for a slash."""
    with staged(out) as stage:
        for name, text in {**files, MANIFEST_PATH: "{}"}.items():
            stage.put(name.replace("__", "/"), text.encode())
        stage.switch()
    return stage


def content(out):
    """Return path → text of a folder."""
    return {
        str(path.relative_to(out)): path.read_text(encoding="utf-8")
        for path in out.rglob("*")
        if path.is_file()
    }


def beside(out):
    """Return what stands beside the folder."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_a_new_folder_is_written_whole(tmp_path):
    """Missing parents are made and nothing is left beside the folder."""
    out = tmp_path / "a" / "site"
    write(out, x="1", d__e__f="2")
    assert content(out) == {"x": "1", "d/e/f": "2", MANIFEST_PATH: "{}"}
    assert beside(out) == []


def test_only_changed_files_are_written(tmp_path):
    """An unchanged file keeps its inode and its time."""
    out = tmp_path / "site"
    write(out, same="1", other="1")
    before = (out / "same").stat(), (out / "other").stat()
    stage = write(out, same="1", other="2")
    assert (stage.written, stage.unchanged) == (["other"], ["same", MANIFEST_PATH])
    after = (out / "same").stat(), (out / "other").stat()
    assert (before[0].st_ino, before[0].st_mtime_ns) == (after[0].st_ino, after[0].st_mtime_ns)
    assert before[1].st_ino != after[1].st_ino


def test_a_file_of_the_same_size_with_other_bytes_is_put_right(tmp_path):
    """Somebody's edit does not survive the next publication."""
    out = tmp_path / "site"
    write(out, same="12")
    (out / "same").write_text("13")
    assert write(out, same="12").written == ["same"]
    assert content(out)["same"] == "12"


def test_a_link_in_the_old_folder_is_not_written_through(tmp_path):
    """The file that a planted link points to stays as it is."""
    out, secret = tmp_path / "site", tmp_path / "secret"
    write(out, page="1")
    secret.write_text("mine")
    (out / "page").unlink()
    (out / "page").symlink_to(secret)
    write(out, page="2")
    assert secret.read_text() == "mine"
    assert not (out / "page").is_symlink()


def test_readers_see_the_old_folder_until_the_switch(tmp_path):
    """Nothing that was put can be seen before."""
    out = tmp_path / "site"
    write(out, page="old")
    with staged(out) as stage:
        stage.put("page", b"new")
        assert content(out)["page"] == "old"
        stage.put(MANIFEST_PATH, b"{}")
        stage.switch()
    assert content(out)["page"] == "new"


def test_a_failure_leaves_the_old_folder(tmp_path):
    """An exception in the middle changes nothing and cleans up."""
    out = tmp_path / "site"
    write(out, page="old")

    def failing():
        with staged(out) as stage:
            stage.put("page", b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert content(out)["page"] == "old"
    assert beside(out) == []


def test_a_killed_run_leaves_the_old_folder_and_the_next_one_cleans_up(tmp_path):
    """Kill -9 in the middle is the crash that no handler sees."""
    out = tmp_path / "site"
    write(out, page="old")
    code = f"""
        import os, signal
        from pathlib import Path
        from thuocdo.publication.staging import staged
        with staged(Path({str(out)!r})) as stage:
            stage.put("page", b"new")
            stage.put("half", b"written")
            os.kill(os.getpid(), signal.SIGKILL)
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert content(out) == {"page": "old", MANIFEST_PATH: "{}"}
    assert beside(out) == [".site.next"]
    write(out, page="new")
    assert content(out) == {"page": "new", MANIFEST_PATH: "{}"}
    assert beside(out) == []


def test_two_runs_at_once_are_refused(tmp_path):
    """The second is told to wait and the first is not disturbed."""
    out = tmp_path / "site"
    with staged(out) as stage:
        stage.put("page", b"1")
        with pytest.raises(Conflict, match="under way"), staged(out):
            pass
        stage.put(MANIFEST_PATH, b"{}")
        stage.switch()
    assert content(out)["page"] == "1"


def test_a_folder_that_is_no_publication_is_refused(tmp_path):
    """A mistyped --out costs nobody the home folder."""
    out = tmp_path / "home"
    out.mkdir()
    (out / "thesis.txt").write_text("years")
    with pytest.raises(Conflict, match="no publication"):
        write(out, page="1")
    assert content(out) == {"thesis.txt": "years"}
    assert beside(out) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    """The file stays."""
    out = tmp_path / "site"
    out.write_text("a file")
    with pytest.raises(Conflict, match="is a file"):
        write(out, page="1")
    assert out.read_text() == "a file"


def test_foreign_files_can_be_carried_over(tmp_path):
    """A file that the publication does not know is kept when asked for."""
    out = tmp_path / "site"
    write(out, page="1")
    (out / "log").mkdir()
    (out / "log" / "checkpoint").write_text("c")
    with staged(out) as stage:
        stage.put(MANIFEST_PATH, b"{}")
        stage.carry("log/checkpoint")
        stage.switch()
    assert content(out) == {MANIFEST_PATH: "{}", "log/checkpoint": "c"}


@pytest.mark.parametrize("missing", ["link", "exchange"])
def test_disks_without_links_or_exchange_work_too(tmp_path, monkeypatch, missing):
    """Without hard links files are written again; without exchange two renames do it."""
    out = tmp_path / "site"
    write(out, page="1", old="1")
    if missing == "link":
        monkeypatch.setattr(os, "link", lambda *_a, **_k: (_ for _ in ()).throw(OSError(95, "no links")))
    else:
        monkeypatch.setattr(staging.ctypes, "CDLL", lambda *_a, **_k: object())
    write(out, page="1", new="2")
    assert content(out) == {"page": "1", "new": "2", MANIFEST_PATH: "{}"}
    assert beside(out) == []


def test_a_crash_between_the_two_renames_is_healed(tmp_path):
    """Where exchange is missing, the old folder comes back with the next run."""
    out = tmp_path / "site"
    write(out, page="old")
    out.rename(tmp_path / ".site.old")
    with staged(out):
        assert content(out)["page"] == "old"
    assert beside(out) == []


def test_a_folder_that_cannot_change_places_is_refused(tmp_path, monkeypatch):
    """A mount point gives one sentence with the way out."""
    out = tmp_path / "site"
    write(out, page="1")

    def busy(*_names):
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(staging, "_exchange", busy)
    with pytest.raises(Unavailable, match="mount point"):
        write(out, page="2")
    assert content(out)["page"] == "1"

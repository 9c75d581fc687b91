"""Tests of the manifest: what it may name, and strict reading."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Invalid
from thuocdo.publication.manifest import (
    MAX_BYTES,
    Correction,
    Gap,
    MadeBy,
    Manifest,
    entry,
    manifest_bytes,
    path_fault,
    read_manifest,
    sums_bytes,
)

MANIFEST = Manifest(
    format=1,
    programme="thu",
    programme_number="1/NQ-THU",
    programme_version=1,
    as_of=date(2025, 12, 31),
    illustrative=True,
    rules_version="1",
    methods={"1": ("m1",)},
    not_recomputable=(Gap("task", "6", "person_decides"),),
    files={
        "thu/nhiem-vu.csv": entry("thu/nhiem-vu.csv", b"a,b\r\n"),
        "index.html": entry("index.html", b"x"),
    },
    previous="0" * 64,
    corrections=(Correction("task", "1", "status", "done", "late", "wrong date", "1/CV"),),
)


def with_files(*paths):
    """Return the bytes of a manifest that names these paths."""
    return manifest_bytes(replace(MANIFEST, files={path: entry("a", b"") for path in paths}))


def with_field(**fields):
    """Return the bytes of a manifest with plain JSON fields replaced."""
    return canonical_json({**msgspec.json.decode(manifest_bytes(MANIFEST)), **fields})


def test_reading_gives_back_what_was_written():
    """The whole manifest survives the file."""
    assert read_manifest(manifest_bytes(MANIFEST)) == MANIFEST


def test_a_manifest_from_before_versions_were_named_keeps_its_bytes():
    """It is read as it was signed, and spelled so again, with no word of what it did not know."""
    data = manifest_bytes(MANIFEST)
    assert b"made_by" not in data
    assert manifest_bytes(read_manifest(data)) == data
    made = replace(MANIFEST, made_by=MadeBy("1", 7))
    assert read_manifest(manifest_bytes(made)) == made
    assert manifest_bytes(made) == canonical_json(msgspec.to_builtins(made))


def test_an_entry_tells_size_digest_and_media_type():
    """These three are what a reader checks or serves by."""
    found = MANIFEST.files["thu/nhiem-vu.csv"]
    assert (found.bytes, found.sha256) == (5, sha256_hex(b"a,b\r\n"))
    assert found.media_type.startswith("text/csv; charset=utf-8")


@pytest.mark.parametrize(
    "path", ["a.html", "thu/nhiem-vu/12.a/index.html", "en/chi-tieu/10@2030.html", "_x/y-1.js"]
)
def test_plain_paths_are_accepted(path):
    """Addresses of tasks, indicators and assets fit."""
    assert path_fault(path) == ""
    assert list(read_manifest(with_files(path)).files) == [path]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "/etc/passwd",
            "../up",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            ".hidden",
            "a/.git/config",
            "a\\b",
            "C:x",
        ),
        *("a b", "a\nb", "nhiệm-vụ", "a\0", "-rf", "x" * 300, "%2e%2e/a", "~/a"),
        *("manifest.json", "signatures.json", "SHA256SUMS", "log/checkpoint"),
    ],
)
def test_a_path_that_could_leave_the_folder_is_refused(path):
    """Traversal, absolute, hidden, encoded and reserved names never reach the disk."""
    assert path_fault(path)
    with pytest.raises(Invalid):
        read_manifest(with_files(path))


def test_two_names_that_some_disks_hold_as_one_are_refused():
    """A.html and a.html, and a file that is also a folder, cannot both be written everywhere."""
    with pytest.raises(Invalid, match="capital"):
        read_manifest(with_files("A.html", "a.html"))
    with pytest.raises(Invalid, match="also a folder"):
        read_manifest(with_files("a", "a/b"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"format": 2}, "newer thuocdo"),
        ({"format": None}, "newer thuocdo"),
        ({"as_of": "yesterday"}, "as_of"),
        ({"previous": "abc"}, "previous"),
        ({"programme": "../x"}, "programme"),
        ({"more": 1}, "more: is an unknown field"),
        ({"files": {"a": {"bytes": 1, "sha256": "AB" * 32, "media_type": ""}}}, "sha256"),
        ({"files": {"a": {"bytes": -1, "sha256": "ab" * 32, "media_type": ""}}}, "bytes"),
        ({"files": {"a": {"bytes": 10**12, "sha256": "ab" * 32, "media_type": ""}}}, "bytes"),
        ({"files": {"a": {"bytes": "1", "sha256": "ab" * 32, "media_type": ""}}}, "files"),
    ],
)
def test_a_wrong_field_is_named(fields, said):
    """The refusal names the field in one sentence."""
    with pytest.raises(Invalid, match=said) as caught:
        read_manifest(with_field(**fields))
    assert "\n" not in str(caught.value)


def test_a_repeated_name_is_refused():
    """Two readers could keep different ones of two equal names."""
    data = manifest_bytes(MANIFEST).replace(b'"format":1', b'"format":1,"format":1')
    with pytest.raises(Invalid, match="not canonical"):
        read_manifest(data)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 100_000, b" " * (MAX_BYTES + 1)]
)
def test_a_hostile_file_is_refused(data):
    """Empty, binary, nested and huge files give a refusal and nothing else."""
    with pytest.raises(Invalid):
        read_manifest(data)


def test_all_faults_are_named_at_once():
    """Somebody who repairs a manifest sees everything in one go."""
    with pytest.raises(Invalid, match="and 2 more") as caught:
        read_manifest(with_files("../a", "/b", "c d"))
    assert len(caught.value.faults) == 3


def test_sums_are_in_the_form_of_sha256sum():
    """Each line has the digest, two spaces and the path, and the manifest is among them."""
    lines = sums_bytes(MANIFEST.files, b"{}").decode().splitlines()
    assert lines[0] == f"{sha256_hex(b'x')}  index.html"
    assert f"{sha256_hex(b'{}')}  manifest.json" in lines

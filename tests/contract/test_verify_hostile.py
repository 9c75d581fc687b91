"""A folder made to harm its reader gives findings: no crash, no waiting, no unbounded memory."""

import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import a_key, publish_plainly, repack

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import NotFound
from thuocdo.publication.facts_file import facts_bytes
from thuocdo.publication.manifest import entry, manifest_bytes, read_manifest, sums_bytes
from thuocdo.publication.signatures import sign
from thuocdo.publication.verify import verify

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return a published folder that no test changes."""
    out = tmp_path_factory.mktemp("published") / "site"
    publish_plainly(some_facts(), out)
    return out


@pytest.fixture
def site(original, tmp_path):
    """Return a copy to be tampered with."""
    return shutil.copytree(original, tmp_path / "site")


def signed_again(site, **files):
    """Write files and sign everything as the publisher would."""
    for path, data in files.items():
        (site / path).write_bytes(data)
    repack(site)
    old = read_manifest((site / "manifest.json").read_bytes())
    entries = {path: entry(path, (site / path).read_bytes()) for path in {**old.files, **files}}
    data = manifest_bytes(replace(old, files=entries))
    (site / "manifest.json").write_bytes(data)
    (site / "SHA256SUMS").write_bytes(sums_bytes(entries, data))
    signed = sign(data, [a_key()], illustrative=True, as_of=old.as_of)
    (site / "signatures.json").write_bytes(signed)


def codes(site):
    """Return the codes of the faults."""
    return {finding.reason.code for finding in verify(site).faults}


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """The refusal names the folder."""
    with pytest.raises(NotFound, match="nowhere"):
        verify(tmp_path / "nowhere")


def test_an_empty_folder_has_no_manifest(tmp_path):
    """One finding, and the other steps say that they were skipped."""
    report = verify(tmp_path)
    assert [(finding.where, finding.reason.code) for finding in report.faults] == [
        ("manifest.json", "not_there")
    ]
    assert {report.outcome(step) for step in range(2, 9)} == {"skipped"}


@pytest.mark.parametrize(
    "name", ["manifest.json", "signatures.json", "SHA256SUMS", "facts.json", "thu/nhiem-vu.csv"]
)
@pytest.mark.parametrize("kind", ["symlink", "pipe", "folder", "huge", "nothing"])
def test_special_files_in_any_place_are_findings(site, tmp_path, name, kind):
    """Links, pipes, folders, sparse giants and empty files neither hang nor crash the reader."""
    path = site / name
    path.rename(tmp_path / "kept")
    if kind == "symlink":
        path.symlink_to(tmp_path / "kept")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as stream:
            stream.truncate(40 * 1024 * MIB if kind == "huge" else 0)
    assert name in {finding.where for finding in verify(site).faults}


def test_a_linked_folder_is_not_entered(site, tmp_path):
    """A link to elsewhere is named; what lies there is not listed."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "private.txt").write_text("x")
    (site / "link").symlink_to(tmp_path / "else")
    assert [(each.where, each.reason.code) for each in verify(site).faults] == [("link", "symlink")]


def test_deep_folders_end_somewhere(site):
    """Nesting is bounded and named."""
    deep = site
    for _ in range(60):
        deep /= "d"
    deep.mkdir(parents=True)
    assert codes(site) == {"too_deep"}


def test_names_that_a_terminal_would_obey_are_shown_as_codes(site):
    """An escape sequence or a broken encoding in a file's name is printed, not obeyed."""
    (site / "a\x1b[2Jb").write_text("x")
    (Path(os.fsdecode(os.fsencode(site) + b"/\xff"))).write_text("x")
    said = [str(finding.fault("en")) for finding in verify(site).faults]
    assert sorted(said) == [
        "\\udcff: is not named in the manifest",
        "a\\x1b[2Jb: is not named in the manifest",
    ]


@pytest.mark.parametrize(
    "facts",
    [
        b"",
        b"[" * 300_000,
        b'{"a":' * 300_000,
        b"\xff" * 100,
        b'{"facts":{},"format":1,"rules_version":"1"}',
        b'{"facts":{},"format":1,"rules_version":"99"}',
    ],
)
def test_signed_facts_that_are_none_are_findings(site, facts):
    """A signature does not make them readable."""
    signed_again(site, **{"facts.json": facts})
    report = verify(site)
    assert next((finding.step, finding.where) for finding in report.faults) == (4, "facts.json")
    assert report.outcome(5) == "skipped"


def test_facts_that_break_the_rules_are_a_finding(site):
    """A rule that stumbles over a stranger's facts is reported as that, with its words."""

    def stumbling(_facts):
        raise KeyError("no such thing")

    report = verify(site, rules=stumbling)
    assert [(finding.step, finding.reason.code) for finding in report.faults] == [(5, "rules_failed")]


def test_facts_of_another_programme_are_findings(site):
    """Each published table is then not the one that the rules give."""
    facts = some_facts()
    other = replace(facts, programme=replace(facts.programme, slug="../../etc"))
    signed_again(site, **{"facts.json": facts_bytes(other)})
    assert "not_there" in codes(site)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b"\0" * 5000, b'\xef\xbb\xbf"', b"," * 200_000, b"task\r\n" * 10, b"[" * 50_000],
)
@pytest.mark.parametrize("path", ["thu/nhiem-vu.csv", "thu/nhiem-vu.json"])
def test_signed_tables_that_are_none_are_findings(site, path, data):
    """Each is named with its file."""
    signed_again(site, **{path: data})
    faults = verify(site).faults
    assert {(finding.step, finding.where) for finding in faults} == {(5, path)}


def test_a_signed_page_of_binary_is_a_finding(site):
    """A page that is no text has no status."""
    signed_again(site, **{"thu/task/2/index.html": b"\xff<main data-status=" * 1000})
    assert "page_missing" in codes(site)


def test_memory_and_time_stay_bounded(site):
    """Forty sparse gigabytes, a nested manifest and a giant table are refused within 700 MB and seconds."""
    with (site / "thu/chi-tieu.csv").open("wb") as stream:
        stream.truncate(40 * 1024 * MIB)
    with (site / "extra.bin").open("wb") as stream:
        stream.truncate(40 * 1024 * MIB)
    (site / "thu/nhiem-vu.json").write_bytes(b'{"rows":[' + b"[]," * (8 * MIB) + b"[]]}")
    code = (
        "import sys\nfrom pathlib import Path\nfrom thuocdo.publication.verify import verify\n"
        "print(len(verify(Path(sys.argv[1])).faults))"
    )

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (700 * MIB, 700 * MIB))

    done = subprocess.run(
        [sys.executable, "-c", code, site],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        preexec_fn=limit,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= 3


def test_a_giant_manifest_is_refused_unread(site):
    """A manifest beyond its limit is not parsed."""
    files = {f"f{number}": {"bytes": 0, "media_type": "", "sha256": "0" * 64} for number in range(160_000)}
    plain = json.loads((site / "manifest.json").read_bytes())
    (site / "manifest.json").write_bytes(canonical_json({**plain, "files": files}))
    assert {finding.step for finding in verify(site).faults} == {1}

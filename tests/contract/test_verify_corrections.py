"""Corrections, removals and the publications before: what the log tells is what readers see."""

import functools
import shutil
from datetime import date

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.logged_site import installed, pinned
from tests.factories.site import trial_facts
from tests.unit.publication.test_download import Quiet, serving

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.log.entries import entry_bytes
from thuocdo.log.history import history
from thuocdo.log.mirroring import log_files
from thuocdo.log.types import Cell, Correction, Tombstone
from thuocdo.publication.corrections import past_of, read_change, read_place, value_at
from thuocdo.publication.download import downloaded
from thuocdo.publication.site import render_site
from thuocdo.publication.takedown import take_away, tombstones
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.files
OTHER = some_facts(evidence=(some_evidence(), some_evidence(id="e2")))
WHERE = "thu/du-lieu/evidence, evidence e1, verifier_note"
EVIDENCE = "thu/du-lieu/evidence.csv"
ORDER = ("Nhập sai.", "12/CV-VPTW", date(2026, 1, 6))


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return an installation that no test changes."""
    return installed(tmp_path_factory.mktemp("corrected"), reports=5)


@pytest.fixture
def made(original, tmp_path):
    """Return a copy to be changed."""
    shutil.copytree(original.folder, tmp_path / "copy")
    return type(original)(tmp_path / "copy")


def faults(made, site=None):
    """Return the faults in English."""
    return [str(each.fault("en")) for each in verify(site or made.site, trust=pinned()).faults]


def digest(made):
    """Return the digest of the manifest that readers have."""
    return sha256_hex((made.site / "manifest.json").read_bytes())


def correct(made, old, new, where=WHERE):
    """Log a correction of the publication that readers have."""
    number = history(made.log).number_of(digest(made))
    made.append(entry_bytes(Correction(number, (Cell(where, old, new),), *ORDER)))


def publish(made, facts, **changes):
    """Publish with what the log tells of corrections."""
    return made.publish(facts, **{"past": past_of(history(made.log))} | changes)


def evidence_name(made):
    """Return what is published as the evidence's name."""
    return value_at((made.site / EVIDENCE).read_bytes(), read_place(WHERE))


def renamed(name):
    """Return the facts with another name of the evidence."""
    return trial_facts(evidence=(some_evidence(id="e1", verifier_note=name),))


def test_a_correction_is_listed_made_and_the_old_publication_stays(made):
    """The manifest, the table and the page name old and new, and the old folder still has the old value."""
    publish(made, renamed("Sai"))
    before = digest(made)
    correct(made, "Sai", "Đúng")
    publish(made, renamed("Đúng"), render=render_site)
    assert faults(made) == []
    (listed,) = verify(made.site).corrections
    assert (listed.old, listed.new, listed.supersedes) == ("Sai", "Đúng", before)
    table = (made.site / "thu/dinh-chinh.csv").read_text("utf-8-sig")
    assert "Sai,Đúng,Nhập sai.,12/CV-VPTW,2026-01-06" in table
    for lead, words in (("", "Đính chính"), ("en/", "Corrections")):
        page = (made.site / f"{lead}thu/dinh-chinh/index.html").read_text()
        assert all(word in page for word in (words, "<del>Sai</del>", "<ins>Đúng</ins>", "12/CV-VPTW"))
    kept = made.site / f"earlier/{before}"
    assert value_at((kept / EVIDENCE).read_bytes(), read_place(WHERE)) == "Sai"
    assert evidence_name(made) == "Đúng"


def test_a_publication_that_leaves_a_correction_out_is_named(made):
    """Whoever publishes past the log's corrections is found by every reader."""
    publish(made, renamed("Sai"))
    correct(made, "Sai", "Đúng")
    made.publish(renamed("Đúng"))
    (said,) = faults(made)
    assert said.startswith(
        "manifest.json, corrections: lists 0 corrections and removals; the log told 1 before"
    )


def test_a_correction_that_the_tables_do_not_make_is_refused(made):
    """The publisher is stopped, and a reader names it where somebody published all the same."""
    publish(made, renamed("Sai"))
    correct(made, "Sai", "Đúng")
    with pytest.raises(Invalid, match=r"corrects it to Đúng, and Khác is published"):
        publish(made, renamed("Khác"))


def test_a_correction_of_what_was_never_published_is_named(made):
    """A past that never was cannot be put right."""
    publish(made, renamed("Sai"))
    correct(made, "Chưa từng có", "Đúng")
    publish(made, renamed("Đúng"))
    (said,) = faults(made)
    assert "says that Chưa từng có was published, and it was Sai" in said


def test_each_publication_before_is_kept_as_it_was(made):
    """Two publications later the first one can be read; a changed or missing one is named."""
    first = digest(made)
    publish(made, OTHER)
    second = digest(made)
    publish(made, renamed("Ba"))
    assert faults(made) == []
    path = made.site / f"earlier/{first}/facts.json"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data.replace(b"2025", b"2024", 1))
    assert faults(made) == [
        f"earlier/{first}/facts.json: was changed after it was signed (its SHA-256 differs)"
    ]
    shutil.rmtree(made.site / f"earlier/{second}")
    assert f"the publication before, with the manifest {second}, is not kept here" in faults(made)[0]


def test_what_nobody_signed_does_not_stand_among_the_earlier_ones(made):
    """A file that no earlier manifest names is extra, as anywhere else."""
    publish(made, OTHER)
    extra = made.site / "earlier/facts.json"
    extra.write_text("{}")
    assert faults(made) == ["earlier/facts.json: is not named in the manifest"]


def test_a_changed_file_is_not_kept_as_if_it_were_the_old_one(made):
    """What somebody changed since has to be put back first; nothing is published."""
    path = made.site / EVIDENCE
    path.unlink()
    path.write_text("x")
    with pytest.raises(Conflict, match=r"evidence.csv is not the file that was signed"):
        publish(made, OTHER)


def test_earlier_publications_come_with_the_files_from_afar(made):
    """Over the web they are fetched by the digest that the later one names."""
    publish(made, OTHER)
    with serving(functools.partial(Quiet, directory=made.site)) as address, downloaded(address) as root:
        assert faults(made, root) == []
        assert len(list((root / "earlier").iterdir())) == 1


def taken(made, path=EVIDENCE):
    """Take a file away from every publication that has it."""
    found = tombstones(made.site, path, history(made.log), entry=Tombstone(0, path, "0" * 64, *ORDER))
    made.append(*(entry_bytes(entry) for entry, _ in found))
    take_away(made.site, [where for _, where in found], log_files(made.log))
    return [where for _, where in found]


def test_a_file_that_was_taken_away_is_a_note_and_not_a_fault(made):
    """The file is gone from this publication and from the one before; everything else still holds."""
    first = digest(made)
    publish(made, OTHER)
    assert taken(made) == [EVIDENCE, f"earlier/{first}/{EVIDENCE}"]
    assert not (made.site / EVIDENCE).exists()
    report = verify(made.site, trust=pinned())
    assert [str(each.fault("en")) for each in report.faults] == []
    said = [str(each.fault("en")) for each in report.notes if each.step == 3]
    assert said == [f"{EVIDENCE}: was taken away by entry 8 of the log: Nhập sai. (12/CV-VPTW)"]


def test_the_page_of_a_task_can_be_taken_away(made):
    """Its own page and its card are not missed then, and the other ones still are checked."""
    publish(made, renamed("Khác"), render=render_site)
    for language in ("", "en/"):
        taken(made, f"{language}thu/nhiem-vu/1/index.html")
        taken(made, f"{language}thu/nhiem-vu/1/the/index.html")
    assert not (made.site / "thu/nhiem-vu/1").exists()  # the compressed copies went with them
    assert faults(made) == []


def test_a_file_that_came_back_is_named(made):
    """An entry that says it is gone does not hide that it is there again."""
    data = (made.site / EVIDENCE).read_bytes()
    taken(made)
    (made.site / EVIDENCE).write_bytes(data)
    assert faults(made) == [f"{EVIDENCE}: was taken away by entry 7 of the log, and is still there"]


def test_a_file_that_is_missing_without_an_entry_is_named(made):
    """Deleting a file is no removal."""
    (made.site / EVIDENCE).unlink()
    assert faults(made) == [f"{EVIDENCE}: is missing"]


def test_what_was_taken_away_is_not_published_again(made):
    """The same bytes are refused until the record says something else; then the page lists the removal."""
    taken(made)
    with pytest.raises(Invalid, match=r"was taken away by entry 7 of the log: change the record first"):
        publish(made, some_facts())
    publish(made, renamed("Đã bỏ thông tin riêng"), render=render_site)
    assert faults(made) == []
    assert 'data-entry="7"' in (made.site / "thu/dinh-chinh/index.html").read_text()


def test_a_page_that_hides_a_correction_is_named(made):
    """The page of corrections has every entry, in both languages."""
    publish(made, renamed("Sai"))
    correct(made, "Sai", "Đúng")

    def hiding(*given, **named):
        for path, data in render_site(*given, **named):
            yield path, data.replace(b"data-entry=", b"data-x=") if path.startswith("en/") else data

    publish(made, renamed("Đúng"), render=hiding)
    assert faults(made) == ["en/thu/dinh-chinh/index.html: does not show the correction of entry 8"]


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ("a/b, task 4, status: late → done", Cell("a/b, task 4, status", "late", "done")),
        ("a/b, task 4, status: late -> done", Cell("a/b, task 4, status", "late", "done")),
        ("a/b, agency X, part Y, count: 1: 2 → ", Cell("a/b, agency X, part Y, count", "1: 2", "")),
        ("a/b, task 4, note: → x", Cell("a/b, task 4, note", "", "x")),
    ],
)
def test_a_change_is_read_from_one_line(line, cell):
    """Table, row, column, the old value and the new one; either may be empty."""
    assert read_change(line) == cell


@pytest.mark.parametrize("line", ["", "late → done", "a/b, status: x → y", "a/b, task 4, status: late"])
def test_a_line_that_names_no_place_is_refused(line):
    """The refusal shows how it is spelled."""
    with pytest.raises(Invalid, match="needs TABLE, ROW, COLUMN: OLD → NEW"):
        read_change(line)

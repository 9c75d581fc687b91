"""Whatever is changed in a published folder is named; what holds passes, with and without keys."""

import json
import shutil
from dataclasses import replace

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.publication import a_key, plain_pages, publish_plainly, repack

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import IntegrityBroken
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Status
from thuocdo.measurement.types import Origin
from thuocdo.publication.compressed import packed
from thuocdo.publication.keys import Purpose, trust_of
from thuocdo.publication.manifest import entry, manifest_bytes, read_manifest, sums_bytes
from thuocdo.publication.signatures import sign
from thuocdo.publication.verify import check, verify

TRUST = trust_of((a_key(),))


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


def found(site, trust=TRUST):
    """Return the faults in English."""
    return [str(finding.fault("en")) for finding in verify(site, trust=trust).faults]


def edit(site, path, old, new):
    """Replace one piece of a file."""
    data = (site / path).read_bytes()
    assert old in data
    (site / path).write_bytes(data.replace(old, new, 1))


def rehash(site, *, repacked=True, **changes):
    """Write manifest and sums anew for the files as they are; the signature stays."""
    if repacked:
        repack(site)
    old = read_manifest((site / "manifest.json").read_bytes())
    files = {path: entry(path, (site / path).read_bytes()) for path in old.files if (site / path).exists()}
    data = manifest_bytes(replace(old, files=files, **changes))
    (site / "manifest.json").write_bytes(data)
    (site / "SHA256SUMS").write_bytes(sums_bytes(files, data))
    return data


def resign(site, **changes):
    """Write manifest, sums and a signature by the demo key."""
    data = rehash(site, **changes)
    manifest = read_manifest(data)
    signed = sign(data, [a_key()], illustrative=manifest.illustrative, as_of=manifest.as_of)
    (site / "signatures.json").write_bytes(signed)


def test_a_publication_as_published_holds(site):
    """Every step passes, the key counts, and what cannot be recomputed is listed."""
    report = check(site, trust=TRUST)
    assert [report.outcome(step) for step in range(1, 10)] == [*["passed"] * 8, "absent"]
    assert report.signed_by == (a_key().id,)
    assert {gap.reason for gap in report.gaps} == {"verified_by_person", "value_outside", "person_decides"}


def test_measured_values_are_listed_and_publications_from_before_that_hold(tmp_path):
    """The rows behind a value are not published; a list of the time when that went without saying holds."""
    facts = some_facts()
    values = [replace(each, origin=Origin.MEASURED) for each in facts.observations]
    out = tmp_path / "site"
    publish_plainly(replace(facts, observations=tuple(values)), out)
    report = check(out, trust=TRUST)
    assert "value_measured" in {gap.reason for gap in report.gaps}
    resign(out, not_recomputable=tuple(gap for gap in report.gaps if gap.reason != "value_measured"))
    assert found(out) == []
    resign(out, not_recomputable=tuple(gap for gap in report.gaps if gap.reason == "value_measured"))
    assert len(found(out)) == 1


def test_without_a_trust_file_it_holds_and_warns(site):
    """The key is not pinned, and everything else is still checked."""
    report = verify(site)
    assert report.holds
    assert [finding.reason.code for finding in report.notes] == ["key_not_pinned"]


def test_a_signed_copy_that_says_something_else_is_named(site):
    """A web server sends the compressed copy to most readers, so it may not say what the page does not."""
    (site / "facts.json.br").write_bytes(packed(b"{}"))
    resign(site, repacked=False)
    said = "is a compressed copy that does not hold what facts.json holds"
    assert found(site) == [f"facts.json.br: {said}"]


def test_a_signed_copy_of_nothing_is_named(site):
    """A copy without its file would be a page that nobody checked."""
    (site / "more.html.br").write_bytes(packed(b"<p>"))
    old = read_manifest((site / "manifest.json").read_bytes())
    more = {**old.files, "more.html.br": entry("more.html.br", (site / "more.html.br").read_bytes())}
    (site / "manifest.json").write_bytes(manifest_bytes(replace(old, files=more)))
    resign(site, repacked=False)
    assert found(site) == ["more.html.br: is a compressed copy that does not hold what more.html holds"]


def test_one_digit_in_any_csv_is_named(original, tmp_path):
    """Whichever table it is, the file's name is the first thing said."""
    for source in sorted(original.rglob("*.csv")):
        path = str(source.relative_to(original))
        copy = shutil.copytree(original, tmp_path / "copy", dirs_exist_ok=True)
        data = bytearray((copy / path).read_bytes())
        digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
        if not digits:
            continue
        data[digits[-1]] = 48 + (data[digits[-1]] - 47) % 10
        (copy / path).write_bytes(data)
        with pytest.raises(IntegrityBroken) as caught:
            check(copy, trust=TRUST)
        assert str(caught.value).startswith(f"{path}: ")
        assert caught.value.exit_status == 15


def test_a_changed_table_is_named_with_row_field_and_both_values(site):
    """Step 3 names the file, step 5 the row."""
    edit(site, "thu/nhiem-vu.csv", b",late,late,", b",done,late,")
    assert found(site) == [
        "thu/nhiem-vu.csv: was changed after it was signed (its SHA-256 differs)",
        "thu/nhiem-vu.csv, task 2, status: published done, recomputed late",
    ]


def test_a_rehashed_manifest_fails_by_its_signature(site):
    """Digests can be made to fit; the signature cannot."""
    edit(site, "thu/nhiem-vu.json", b'"status":"late"', b'"status":"done"')
    rehash(site)
    assert found(site)[0].startswith(f"signatures.json: the signature of key {a_key().id} does not belong")
    assert "bad_signature" in {finding.reason.code for finding in verify(site).faults}


def test_a_wrong_verdict_signed_with_the_demo_key_is_named_by_recomputing(site):
    """Everything fits but one row: only the rules can tell, and they do."""
    edit(site, "thu/nhiem-vu.json", b'"status":"late"', b'"status":"done"')
    resign(site)
    assert found(site) == ["thu/nhiem-vu.json, task 2, status: published done, recomputed late"]


def test_a_wrong_verdict_everywhere_is_named_everywhere(tmp_path):
    """A publisher whose rules flatter one task is found by the rules of the reader."""

    def flattering(facts):
        verdicts = evaluate(facts)
        tasks = tuple(
            replace(each, status=Status.DONE) if each.task == "2" else each for each in verdicts.tasks
        )
        return replace(verdicts, tasks=tasks)

    publish_plainly(some_facts(), tmp_path / "site", rules=flattering)
    faults = found(tmp_path / "site")
    faults.remove("thu/nhiem-vu.parquet: is spelled differently from what the rules give")
    assert {fault.split(",")[0] for fault in faults} == {
        *("thu/nhiem-vu.csv", "thu/nhiem-vu.json"),
        *("thu/task/2/index.html", "en/thu/task/2/index.html"),
    }
    assert all("published done, recomputed late" in fault for fault in faults)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("thu/nghia-vu.csv", b"\r\n", b"\n"),
        ("thu/nghia-vu.csv", b"III.1", b'"III.1"'),
        ("thu/nghia-vu.json", b'"rows":[', b'"rows": ['),
    ],
)
def test_a_table_in_another_spelling_is_named(site, path, old, new):
    """The same values in other bytes are not what the rules give: the same facts give the same bytes."""
    edit(site, path, old, new)
    resign(site)
    assert found(site) == [f"{path}: is spelled differently from what the rules give"]


def test_a_wrong_total_is_named(site):
    """Sums are recomputed like statuses."""
    edit(site, "thu/du-lieu/totals.csv", b"once,late,3", b"once,late,2")
    resign(site)
    assert found(site) == ["thu/du-lieu/totals.csv, part once, key late, count: published 2, recomputed 3"]


def test_a_wrong_count_of_a_body_is_named(site):
    """The tables of agencies and provinces are recomputed too."""
    edit(site, "thu/dia-phuong.json", b'"lead_late":1', b'"lead_late":0')
    resign(site)
    assert found(site) == ["thu/dia-phuong.json, agency tinh-x, lead_late: published 0, recomputed 1"]


def test_changed_facts_are_named_and_nothing_is_made_of_them(site):
    """What other facts would give is of no interest: the later steps say that they were skipped."""
    edit(site, "facts.json", b"20.5", b"30.5")
    report = verify(site, trust=TRUST)
    assert [finding.where for finding in report.faults] == ["facts.json"]
    assert [report.outcome(step) for step in (3, 4, 5, 6, 7, 8)] == ["failed"] + ["skipped"] * 5


def test_changed_facts_signed_again_are_named_in_every_table(site):
    """Evidence that was withdrawn after the fact changes what the rules give."""
    edit(site, "facts.json", b'"verified_on":"2025-06-27"', b'"verified_on":null        ')
    edit(site, "facts.json", b'"verified_on":null        ', b'"verified_on":null')
    resign(site)
    faults = found(site)
    assert any(fault.startswith("thu/nhiem-vu.csv, task 1, status: published done") for fault in faults)
    assert any(fault.startswith("thu/du-lieu/evidence.csv, evidence e1, verified_on") for fault in faults)


def test_missing_and_extra_files_are_named(site):
    """Both, at once."""
    (site / "thu/nghia-vu.csv").unlink()
    (site / "thu/more.html").write_text("<p>")
    (site / ".hidden").write_text("x")
    assert found(site) == [
        "thu/nghia-vu.csv: is missing",
        ".hidden: is not named in the manifest",
        "thu/more.html: is not named in the manifest",
    ]


def test_no_page_may_stand_in_the_log(site):
    """The log stands beside the signed files; a page there would be one that nobody checked."""
    (site / "log").mkdir()
    (site / "log/page.html").write_text("<p>")
    assert "log/page.html: is not named in the manifest" in found(site)


def test_a_table_left_out_by_the_publisher_is_named(site):
    """A signed publication without one of the tables is not whole."""
    (site / "thu/nghia-vu.csv").unlink()
    resign(site)
    assert found(site) == ["thu/nghia-vu.csv: is missing"]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "thu/task/2/index.html",
            b'data-status="late"',
            b'data-status="done"',
            "published done, recomputed late",
        ),
        (
            "thu/task/2/index.html",
            b' data-status="late"',
            b"",
            "has no page of its own with its status (language: vi)",
        ),
        (
            "en/thu/task/2/index.html",
            b"<main",
            b"<div",
            "has no page of its own with its status (language: en)",
        ),
        ("thu/task/2/index.html", b'data-code="2"', b'data-code="77"', "that the facts do not hold"),
        ("thu/indicator/1@2030/index.html", b"on_track", b"met", "published met, recomputed on_track"),
        ("thu/task/2/index.html", "MINH HOẠ".encode(), b"", "does not carry the mark"),
    ],
)
def test_a_page_that_says_otherwise_is_named(site, path, old, new, said):
    """A page's attributes are compared although its digest and signature fit."""
    edit(site, path, old, new)
    resign(site)
    faults = found(site)
    assert any(said in fault for fault in faults)


def test_a_shape_on_another_page_is_compared_too(site):
    """The overview draws every task; one wrong shape is enough."""
    shape = '<a data-kind="task" data-code="2" data-status=done>'
    (site / "index.html").write_text(f"MINH HOẠ {shape}", encoding="utf-8")
    resign(site)
    assert found(site) == ["index.html, task 2: published done, recomputed late"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rules_version": "9"}, "rules_version: published 9, recomputed 1"),
        ({"programme_number": "2/NQ"}, "programme_number: published 2/NQ, recomputed 1/NQ-THU"),
        ({"methods": {}}, "methods: published {}"),
        ({"not_recomputable": ()}, "not_recomputable: published 0, recomputed 4"),
    ],
)
def test_a_manifest_that_says_otherwise_than_the_facts_is_named(site, changes, said):
    """The signed head is compared with the facts, field by field."""
    resign(site, **changes)
    assert any(said in fault for fault in found(site))


def test_dropping_the_illustrative_mark_is_named(site):
    """A demo turned into a real publication fails in the keys, the head and the records."""
    data = rehash(site, illustrative=False)
    key = a_key(2, Purpose.PRODUCTION)
    signed = sign(data, [key], illustrative=False, as_of=some_facts().as_of)
    (site / "signatures.json").write_bytes(signed)
    assert "manifest.json, illustrative: published False, recomputed True" in found(site, trust_of((key,)))


@pytest.mark.parametrize("path", ["manifest.json", "signatures.json", "SHA256SUMS"])
def test_any_flipped_bit_in_the_signed_head_is_seen(site, path):
    """Every part of manifest, signatures and sums is covered by a check."""
    data = (site / path).read_bytes()
    for at in [*range(0, len(data), max(1, len(data) // 60)), len(data) - 1]:
        broken = bytearray(data)
        broken[at] ^= 1
        (site / path).write_bytes(broken)
        assert not verify(site, trust=TRUST).holds, at


@pytest.mark.parametrize("old_new", [(b"{", b"{ "), (b":", b": "), (b"}", b"}\n")])
def test_white_space_in_the_head_is_seen(site, old_new):
    """The manifest has one spelling."""
    edit(site, "manifest.json", *old_new)
    assert not verify(site, trust=TRUST).holds


def test_a_missing_signature_is_named(site):
    """An unsigned folder does not pass, pinned or not."""
    (site / "signatures.json").unlink()
    assert found(site) == ["signatures.json: is missing"]
    assert found(site, None) == ["signatures.json: is missing"]


def test_a_stranger_s_signature_is_not_enough(tmp_path):
    """Whole but signed by another: fine without a trust file, a fault with it."""
    publish_plainly(some_facts(), tmp_path / "site", signers=[a_key(5)])
    assert found(tmp_path / "site", None) == []
    assert found(tmp_path / "site") == ["signatures.json: 0 trusted signatures count, 1 are needed"]


def test_an_older_publication_put_back_is_a_publication(tmp_path):
    """Verifying one folder says nothing of newer ones: the day in the report does."""
    publish_plainly(some_facts(evidence=()), tmp_path / "site")
    report = verify(tmp_path / "site", trust=TRUST)
    assert report.holds
    assert report.manifest.as_of == some_facts().as_of


def test_many_differences_are_counted_and_not_all_named(tmp_path):
    """A broken table does not flood the terminal."""
    evidence = tuple(some_evidence(id=f"e{number}") for number in range(60))
    publish_plainly(some_facts(evidence=evidence), tmp_path / "site")
    path = tmp_path / "site" / "thu/du-lieu/evidence.csv"
    path.write_bytes(path.read_bytes().replace(b",true,", b",false,"))
    resign(tmp_path / "site")
    faults = found(tmp_path / "site")
    assert len(faults) == 21
    assert faults[-1].endswith("and 40 more differences")


def test_findings_are_in_vietnamese_too(site):
    """The reader's language decides the words, never what is found."""
    edit(site, "thu/nhiem-vu.csv", b",late,late,", b",done,late,")
    said = [str(finding.fault("vi")) for finding in verify(site, trust=TRUST).faults]
    assert said[1] == "thu/nhiem-vu.csv, task 2, status: công bố done, tính lại late"


def test_sums_serve_those_who_have_no_verifier(site):
    """Each line of SHA256SUMS is the digest of the file it names."""
    for line in (site / "SHA256SUMS").read_text().splitlines():
        digest, path = line.split("  ")
        assert sha256_hex((site / path).read_bytes()) == digest


def test_an_unknown_open_data_file_is_mentioned(tmp_path):
    """A signed table that no rule gives was not recomputed, and the report says so."""

    def with_more(facts, verdicts, **more):
        yield from plain_pages(facts, verdicts, **more)
        yield "thu/search.json", json.dumps([1]).encode()

    publish_plainly(some_facts(), tmp_path / "site", render=with_more)
    report = verify(tmp_path / "site", trust=TRUST)
    assert report.holds
    assert [(each.where, each.reason.code) for each in report.notes] == [
        ("thu/search.json", "not_recomputed")
    ]

"""The demo as a newcomer runs it: one command from the catalogue to a published, verifiable site."""

import html
import json
import re
import shutil
import signal
import time
from pathlib import Path

import pytest
from tests.factories.demo import started, thuocdo
from tests.factories.serving import free_port

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def test_the_published_demo_verifies_with_its_trust_file(demo):
    """What the demo publishes holds in every step, with the key pinned."""
    data, out = demo
    done = thuocdo("verify", out, "--trust", data / "trust.json", data=data)
    assert "failed" not in done.stdout
    assert "the publication holds" in done.stdout
    assert "stands in the log as entry" in done.stdout


def test_without_a_trust_file_verifying_warns_and_still_holds(demo):
    """A citizen without trust.json is told that the key is not pinned, and everything else is checked."""
    data, out = demo
    done = thuocdo("verify", out, data=data)
    assert "not pinned" in done.stdout


def test_every_report_and_decision_of_the_demo_stands_in_its_log(demo):
    """The log has the method before the publication, a receipt's entry for each hand-in, and agrees."""
    data, out = demo
    done = thuocdo("log", "check", out, "--trust", data / "trust.json", data=data)
    assert "thuoc-do.example/demo" in done.stdout
    assert int(re.search(r"(\d+) entries", done.stdout).group(1)) > 2000
    assert thuocdo("log", "audit", data=data).returncode == 0
    proof = (out / "log" / "publication.tlog-proof").read_text(encoding="utf-8")
    assert proof.startswith("c2sp.org/tlog-proof@v1")


def child_with(parent, word):
    """Return the child of a process whose command has this word, as soon as there is one."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for child in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split():
            if word in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
        time.sleep(0.1)
    raise AssertionError(word)


@pytest.mark.files
def test_the_served_demo_does_the_background_work_and_ends_with_it(demo, tmp_path):
    """While the demo is served a process of its own brings new reports into the log; Ctrl+C ends both."""
    data = tmp_path / "data"
    shutil.copytree(demo[0], data)
    words = ("demo", "--data", data, "--out", tmp_path / "site", "--port", free_port())
    served = started(*words, data=data)
    try:
        for line in served.stdout:
            if "Ctrl+C" in line:
                break
        work = child_with(served.pid, b"--every")
    finally:
        served.send_signal(signal.SIGINT)
        served.wait(60)
    assert not Path(f"/proc/{work}").exists()


def test_a_second_run_is_quick_and_writes_nothing(demo):
    """The demo can be started again at once: the same facts are the same publication."""
    data, out = demo
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    started = time.perf_counter()
    thuocdo("demo", "--data", data, "--out", out, "--no-serve", data=data)
    assert time.perf_counter() - started < 15
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before


def test_every_page_of_the_demo_says_that_it_is_illustrative(demo):
    """No page of the demo can be mistaken for real reports, in either language."""
    _data, out = demo
    pages = list(out.rglob("*.html"))
    assert len(pages) > 500
    for page in pages:
        text = html.unescape(page.read_text(encoding="utf-8"))
        assert "MINH HOẠ / ILLUSTRATIVE" in text, page
        assert "71/NQ-CP" in text, page


def test_the_demo_shows_every_status(demo):
    """A newcomer sees each status at work, and dated tasks apart from recurring ones."""
    data, _out = demo
    done = thuocdo("status", "--json", "--as-of", "2025-12-31", data=data)
    found = json.loads(done.stdout)
    statuses = {task["status"] for task in found["tasks"]}
    assert len(found["tasks"]) == 140
    assert statuses >= {"done", "claimed", "late", "at_risk", "on_track", "within_time", "not_measurable"}


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared with the seed documents")
def test_adopting_the_document_puts_its_words_on_the_pages(demo, tmp_path):
    """Two people adopt the document, and the task's page then quotes it beside our short name."""
    data, _out = demo
    document = next(SEEDS.glob("003_*.txt"))
    refused = thuocdo("adopt", document, "--by", "binh", "--confirmed-by", "binh", data=data, check=False)
    assert refused.returncode == 12
    done = thuocdo("adopt", document, "--by", "binh", "--confirmed-by", "chi", data=data)
    assert "140 tasks" in done.stdout
    again = tmp_path / "site"
    thuocdo("demo", "--data", data, "--out", again, "--no-serve", data=data)
    page = (again / "nq03" / "nhiem-vu" / "44" / "index.html").read_text(encoding="utf-8")
    assert 'class="law" lang="vi"' in page


def test_one_verified_document_changes_its_pages_and_no_others(demo, tmp_path):
    """An officer hands in one line, a second person verifies it, and only what it touches is rewritten."""
    data, _out = demo
    out = tmp_path / "site"
    thuocdo("publish", "--out", out, data=data)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    line = "evidence,BKHCN,4,Quyết định số 9555/QĐ-TTg ngày 2/1/2026 của Thủ tướng Chính phủ,1"
    (tmp_path / "one.csv").write_text(f"kind,agency,task,text,illustrative\n{line}\n", encoding="utf-8")
    recorded = thuocdo("record", tmp_path / "one.csv", "--by", "an", data=data)
    evidence = re.search(r"E-\w+", recorded.stdout).group()
    assert thuocdo("check", evidence, "--by", "an", "--accept", data=data, check=False).returncode == 12
    note = "Compared with the required decision."
    thuocdo("check", evidence, "--by", "binh", "--accept", "--component", "a", "--note", note, data=data)
    thuocdo("publish", "--out", out, data=data)
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    written = {path.relative_to(out).as_posix() for path, time in after.items() if before.get(path) != time}
    assert {"facts.json", "nq03/nhiem-vu.csv", "nq03/nhiem-vu/4/index.html"} <= written
    assert not any(path.startswith(("nq03/chi-tieu", "nq03/nhiem-vu/60")) for path in written)
    assert "Done" in thuocdo("status", "--task", "4", data=data).stdout


@pytest.mark.files
def test_a_publisher_that_stays_brings_a_change_to_its_readers(demo, tmp_path):
    """`publish --every` publishes at once, again after a change, and ends when it is told to."""
    data = tmp_path / "data"
    shutil.copytree(demo[0], data)
    out = tmp_path / "site"
    served = started("publish", "--out", out, "--every", 1, data=data)
    try:
        assert "written" in served.stdout.readline()
        assert ", 0 written," in served.stdout.readline()
        line = "evidence,BKHCN,5,Quyết định số 9556/QĐ-TTg ngày 2/1/2026 của Thủ tướng Chính phủ,1"
        (tmp_path / "one.csv").write_text(f"kind,agency,task,text,illustrative\n{line}\n", encoding="utf-8")
        thuocdo("record", tmp_path / "one.csv", "--by", "an", data=data)
        told = next(each for each in served.stdout if ", 0 written," not in each)
        assert 0 < int(re.search(r"(\d+) written", told).group(1)) < 200
        assert "9556/QĐ-TTg" in (out / "facts.json").read_text(encoding="utf-8")
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait(60)
    assert served.returncode == 0
    assert "failed" not in thuocdo("verify", out, "--trust", data / "trust.json", data=data).stdout

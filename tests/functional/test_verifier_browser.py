"""The page that checks files, in a real browser: served, out of a copied folder, and without a script."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.factories.browser import lacking
from tests.factories.facts import some_evidence
from tests.factories.logged_site import KEYS, installed, pinned
from tests.factories.served_folder import served_folder
from tests.factories.site import trial_facts

from thuocdo.core.canonical import sha256_hex
from thuocdo.log import reading, receipts
from thuocdo.log.checkpoints import PATH
from thuocdo.publication.keys import trust_bytes
from thuocdo.publication.site import render_site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]
HERE = "thu/kiem-chung/tep/"
TABLE = "thu/nhiem-vu.csv"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Publish the small programme with its site in a log, and pin the three people."""
    found = installed(tmp_path_factory.mktemp("verifier"), reports=300)
    found.publish(trial_facts(evidence=(some_evidence(),)), render=render_site)
    (found.folder / "trust.json").write_bytes(trust_bytes(pinned()))
    return found


@pytest.fixture(scope="module")
def address(made) -> Iterator[str]:
    """Serve it on this machine."""
    with served_folder(made.site) as address:
        yield address


@pytest.fixture
def page(chromium) -> Iterator[Page]:
    """Return a window; nothing may be refused by the policy of the page, and no script may fail."""
    wrong: list[str] = []
    with chromium.new_context() as context:
        opened = context.new_page()
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda said: wrong.append(said.text) if "Security Policy" in said.text else None)
        yield opened
    assert wrong == []


def given(page, *files):
    """Give files to the page and return what it says, as kind and name."""
    page.set_input_files("#files", [str(each) for each in files])
    expect(page.locator("#answers li").first).to_be_visible()
    expect(page.locator("#verifier")).not_to_have_attribute("aria-busy", "true")
    lines = page.locator("#answers li").all()
    return [(each.get_attribute("class"), each.get_attribute("data-answer")) for each in lines]


def altered(path, folder, at=100):
    """Return a copy of a file in which one byte is another one."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    target = folder / path.name
    target.write_bytes(bytes(data))
    return target


@pytest.mark.parametrize("lead", ["", "en/"])
def test_a_published_table_is_recognised(page, made, address, lead):
    """The digest is in the manifest, enough people signed it, and it stands in the log."""
    page.goto(f"{address}{lead}{HERE}")
    answers = given(page, made.site / TABLE, made.folder / "trust.json")
    assert answers == [("right", "belongs"), ("note", "digest"), ("right", "enough"), ("right", "logged")]
    said = page.locator("#answers").inner_text()
    assert all(words in said for words in (TABLE, sha256_hex((made.site / "manifest.json").read_bytes())))
    assert "‹" not in said
    assert "303" in said


def test_without_a_trust_file_it_says_so(page, made, address):
    """The signatures hold, and whose they are nobody has said."""
    page.goto(f"{address}{HERE}")
    assert ("note", "unpinned") in given(page, made.site / TABLE)


def test_a_changed_table_is_named(page, made, address, tmp_path):
    """One byte is enough; a file of another name is a stranger."""
    page.goto(f"{address}{HERE}")
    assert given(page, altered(made.site / TABLE, tmp_path))[0] == ("wrong", "altered")
    other = tmp_path / "cua-toi.csv"
    other.write_text("x")
    assert given(page, other)[0] == ("wrong", "stranger")


def test_a_changed_manifest_has_no_signature_and_no_entry(page, made, address, tmp_path):
    """Whoever changes the manifest needs the people's keys and the log."""
    page.goto(f"{address}{HERE}")
    data = (made.site / "manifest.json").read_bytes()
    (tmp_path / "manifest.json").write_bytes(data.replace(b'"bytes":1', b'"bytes":2', 1))
    answers = given(page, tmp_path / "manifest.json", made.folder / "trust.json")
    assert answers[1:] == [("wrong", "bad_signature"), ("wrong", "not_logged")]


def test_one_of_three_is_too_few(page, made, address, tmp_path):
    """The threshold of the reader's own trust file counts."""
    page.goto(f"{address}{HERE}")
    (tmp_path / "trust.json").write_bytes(trust_bytes(pinned(threshold=3)))
    assert ("wrong", "too_few") in given(page, made.site / TABLE, tmp_path / "trust.json")


@pytest.mark.parametrize("at", [30, 400, -20, -120])
def test_a_changed_proof_is_refused(page, made, address, tmp_path, at):
    """Wherever the byte lies: in the entry, in the path, in the checkpoint or in its signature."""
    page.goto(f"{address}{HERE}")
    proof = made.site / "log/publication.tlog-proof"
    answers = given(page, made.site / TABLE, altered(proof, tmp_path, at))
    assert answers[-1] == ("wrong", "bad_proof")


def test_a_receipt_of_a_report_is_read(page, made, address, tmp_path):
    """An officer's receipt is proven by the same page; one of another entry does not pass."""
    read = reading.folder(made.log)
    note = (made.log / PATH).read_bytes()
    proof = receipts.make(
        entry=reading.entry(read, 5, 303), index=5, proof=reading.Tiled(read, 303).inclusion(5), note=note
    )
    path = tmp_path / "bien-nhan.tlog-proof"
    path.write_bytes(bytes(proof))
    page.goto(f"{address}{HERE}")
    assert given(page, path)[0] == ("right", "receipt")
    other = tmp_path / "khac.tlog-proof"
    other.write_bytes(bytes(proof).replace(b"index 5", b"index 6"))
    assert given(page, other)[0] == ("wrong", "bad_proof")


def test_it_works_out_of_a_copied_folder(page, made):
    """Opened from the disk it asks for the files that it cannot fetch, and then says the same."""
    page.goto(f"file://{made.site}/{HERE}index.html")
    assert given(page, made.site / TABLE) == [("note", "no_manifest")]
    names = ("manifest.json", "signatures.json", "log/policy", "log/publication.tlog-proof")
    files = [made.site / name for name in names]
    answers = given(page, made.site / TABLE, made.folder / "trust.json", *files)
    assert answers == [("right", "belongs"), ("note", "digest"), ("right", "enough"), ("right", "logged")]


def test_without_a_script_the_commands_stand_there(chromium, address):
    """Nothing is offered that would not work, and the recipe is there."""
    with chromium.new_context(java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto(f"{address}{HERE}")
        expect(opened.locator("#verifier")).to_be_hidden()
        text = opened.locator("main").inner_text()
    assert all(words in text for words in ("sha256sum", "openssl pkeyutl"))


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible(chromium, made, address, width):
    """With answers on it: no fault of WCAG, and nothing to scroll sideways for."""
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        opened = context.new_page()
        opened.goto(f"{address}en/{HERE}")
        given(opened, made.site / TABLE)
        found = Axe().run(opened).response["violations"]
        wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert ([each["id"] for each in found], wide) == ([], 0)


def test_the_keys_of_the_test_are_the_pinned_ones():
    """The trust file that the tests give names the people who signed."""
    assert {key.id for key in pinned().keys} == {key.id for key in KEYS}

"""Tests of the whole site: addresses, links, statuses, marks, escaping, weight and sameness."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import normpath

import pytest
from tests.factories.facts import some_evidence
from tests.factories.site import model_facts, model_site, site_of, trial_facts, trial_site

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication import texts
from thuocdo.publication.described import describing_files
from thuocdo.publication.describing.snapshot import Snapshot
from thuocdo.publication.open_data import all_tables, data_files
from thuocdo.publication.pages import expected, look, marked, missing_pages, own_pages, page_faults
from thuocdo.publication.scores import published_sets, results

WHOLE = (
    *("facts.json", "scores.json", "manifest.json", "signatures.json", "assets/style.css"),
    "assets/verify.js",
    "assets/search.js",
)
SITES = pytest.mark.parametrize("site", [trial_site, model_site], ids=["trial", "model"])
LIMIT = 100 * 1024
CARD = "/the/index.html"
SCRIPTED = ("/kiem-chung/tep/index.html", "/tim/index.html")
HOSTILE = '<script>alert("x")</script><b onclick=1>&\'{{ 7*7 }}'


class Reader(HTMLParser):
    """Collects the addresses, identifiers, elements and tag faults of a page."""

    VOID = frozenset({"meta", "link", "br", "input", "img", "hr"})

    def __init__(self, text):
        """Read the whole page."""
        super().__init__()
        self.links, self.ids, self.elements, self.open = [], [], Counter(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note the element, its links and its identifier."""
        self.elements[tag] += 1
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src") if found.get(name)]
        self.ids += [found["id"]] if "id" in found else []
        self.handlers = [name for name in found if name.startswith("on")]
        assert not self.handlers, (tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Treat <path/> like an element that is closed at once."""
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        """Demand that elements close in the order in which they opened."""
        assert self.open, tag
        assert self.open.pop() == tag


def pages(site):
    """Return the pages of a site as text by path."""
    return {path: content.decode() for path, content in site.items() if path.endswith(".html")}


def published(facts):
    """Return the paths of files beside the pages that links may name."""
    verdicts = evaluate(facts)
    tables = all_tables(facts, verdicts, scored=results(facts, verdicts, published_sets()))
    data = {path for path, _ in data_files(tables, facts)}
    described = {path for path, _ in describing_files(Snapshot(facts, tables))}
    more = {f"du-lieu/minh-chung.{ending}" for ending in ("csv", "json", "parquet")}
    word_for_word = {path for path, _ in texts.files(facts)}
    return {*data, *described, *word_for_word, *WHOLE, *more}


@SITES
def test_every_address_exists_in_both_languages(site):
    """Whoever changes the language stays on the same thing."""
    paths = set(pages(site()))
    vietnamese = {path for path in paths if not path.startswith("en/")}
    assert paths - vietnamese == {f"en/{path}" for path in vietnamese}


@pytest.mark.parametrize(("site", "facts"), [(trial_site, trial_facts), (model_site, model_facts)])
def test_every_link_leads_somewhere(site, facts):
    """A link names a rendered page, one of its identifiers or a published file, relative to the page."""
    files = pages(site())
    readers = {path: Reader(text) for path, text in files.items()}
    known = {*files, *published(facts())}
    dead = []
    for path, reader in readers.items():
        folder = path.rpartition("/")[0]
        for link in reader.links:
            if link.startswith(("https://", "http://", "data:")):
                continue
            where, _, anchor = link.partition("#")
            target = normpath(f"{folder}/{where}" if folder else where or ".") if where else path
            if where.endswith("/") or target == ".":
                target = "index.html" if target == "." else f"{target}/index.html"
            if target not in known or (anchor and anchor not in readers[target].ids):
                dead.append((path, link))
    assert dead == []


@SITES
def test_no_link_starts_at_a_root(site):
    """The folder works under any address, also from a disk."""
    for path, text in pages(site()).items():
        assert not [link for link in Reader(text).links if link.startswith("/")], path


@pytest.mark.parametrize(("site", "facts"), [(trial_site, trial_facts), (model_site, model_facts)])
def test_each_page_shows_the_status_that_the_rules_give(site, facts):
    """The attributes of every task and indicator page agree with the verdicts, in both languages."""
    verdicts = evaluate(facts())
    statuses, seen, faults = expected(verdicts), [], []
    for path, text in pages(site()).items():
        faults += [(path, each) for each in page_faults(look(text), statuses, illustrative=True)]
        seen += own_pages(path, look(text))
    assert faults == []
    assert list(missing_pages(seen, verdicts)) == []
    assert max(Counter(seen).values()) == 1


@SITES
def test_the_illustrative_mark_stands_on_every_page(site):
    """Nobody can take an invented figure for a real one."""
    assert [path for path, text in pages(site()).items() if not marked(text)] == []


def test_real_facts_carry_no_band():
    """The mark means something: without invented records it is nowhere in the head of a page."""
    facts = replace(model_facts(), evidence=(), reports=(), illustrative=False)
    assert [path for path, text in pages(site_of(facts)).items() if "MINH HOẠ / ILLUSTRATIVE" in text] == []


@SITES
def test_pages_are_whole_and_run_nothing(site):
    """Every element closes in order, identifiers are unique; only two pages have a script of ours."""
    for path, text in pages(site()).items():
        reader = Reader(text)
        assert reader.open == [], path
        assert len(reader.ids) == len(set(reader.ids)), path
        scripts = sum(text.count(f'assets/{name}.js" defer></script>') for name in ("verify", "search"))
        assert reader.elements["script"] == scripts == int(path.endswith(SCRIPTED)), path
        assert reader.elements["iframe"] == 0, path
        assert reader.elements["form"] == int(path.endswith("/tim/index.html")), path
        assert (reader.elements["h1"], reader.elements["main"]) == (1, 1), path


@SITES
def test_no_placeholder_or_value_of_the_program_is_left(site):
    """Neither {name} nor None nor undefined reaches a reader."""
    for path, text in pages(site()).items():
        assert not re.search(
            r"\{\w*\}|\{%|\{\{|>\s*(?:None|undefined)\s*<|\b[A-Z][a-z]+\.[A-Z_]{3,}", text
        ), path


@SITES
def test_every_language_says_its_own_words(site):
    """The page says which language it is in, and English pages hold no Vietnamese navigation."""
    for path, text in pages(site()).items():
        language = "en" if path.startswith("en/") else "vi"
        assert f'<html lang="{language}">' in text
        said = ("Mở trang", "Open the page") if path.endswith(CARD) else ("Tổng quan", "Overview")
        assert [f">{word}</a>" in text for word in said] == [language == "vi", language == "en"], path


@SITES
def test_no_page_is_heavy(site):
    """A page of the real catalogue with its style sheet stays readable on a slow line."""
    files = site()
    style = len(files["assets/style.css"])
    heavy = {path: len(content) for path, content in files.items() if len(content) + style > LIMIT}
    assert heavy == {}


def test_the_same_facts_give_the_same_bytes():
    """Two runs of one input publish the same site."""
    assert site_of(trial_facts(), facts_sha256="ab" * 32, tables=("du-lieu/minh-chung",)) == trial_site()


def test_the_digest_of_the_facts_is_printed_once_per_language():
    """Only the page on verifying carries it, so the other pages do not change with every input."""
    holding = [path for path, text in pages(trial_site()).items() if "ab" * 32 in text]
    assert holding == ["thu/kiem-chung/index.html", "en/thu/kiem-chung/index.html"]


def _hostile_facts():
    facts = trial_facts()
    programme, register = facts.programme, facts.register
    bad = {"name_vi": HOSTILE, "name_en": HOSTILE}
    tasks = tuple(
        replace(each, title=HOSTILE, output=HOSTILE, reading_vi=HOSTILE, reading_en=HOSTILE, **bad)
        for each in programme.tasks
    )
    indicators = tuple(replace(each, title=HOSTILE, unit_vi=HOSTILE, **bad) for each in programme.indicators)
    themes = tuple(replace(each, title=HOSTILE, **bad) for each in programme.themes)
    agencies = tuple(
        replace(each, short_vi=HOSTILE, short_en=HOSTILE, note_vi=HOSTILE, note_en=HOSTILE, **bad)
        if each.code.startswith("bo-")
        else each
        for each in register.agencies
    )
    return replace(
        facts,
        programme=replace(
            programme, tasks=tasks, indicators=indicators, themes=themes, number=HOSTILE, **bad
        ),
        register=replace(register, agencies=agencies),
        evidence=(
            some_evidence(number=HOSTILE, issuer=HOSTILE, text=HOSTILE, url="javascript:alert(1)"),
            some_evidence(id="e2", task="2", url=f'https://example.org/"{HOSTILE}'),
        ),
        reports=tuple(replace(each, public_sentence=HOSTILE) for each in facts.reports),
        observations=tuple(
            replace(each, source=HOSTILE, definition_vi=HOSTILE) for each in facts.observations
        ),
    )


def test_hostile_names_are_shown_as_text():
    """Markup in a name, a number, a source or an address makes no element, and no template is run in it."""
    files = pages(site_of(_hostile_facts()))
    assert files.keys() == pages(trial_site()).keys()
    for path, text in files.items():
        reader = Reader(text)
        assert reader.elements["script"] == int(path.endswith(SCRIPTED)), path
        assert reader.open == [], path
        assert "alert(&quot;x&quot;)" in text, path
        assert not [link for link in reader.links if link.lower().startswith("javascript")], path


def test_only_web_addresses_become_links():
    """Another kind of address in a piece of evidence stays words."""
    facts = trial_facts(evidence=(some_evidence(url="javascript:alert(1)"),))
    assert "javascript" not in pages(site_of(facts))["thu/nhiem-vu/1/index.html"]
    facts = trial_facts(evidence=(some_evidence(url="https://example.org/a"),))
    assert "https://example.org/a" in Reader(pages(site_of(facts))["thu/nhiem-vu/1/index.html"]).links

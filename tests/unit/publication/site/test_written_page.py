"""The method page of a written metric: text, first day, office, entry and digests, in both languages."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from tests.factories.facts import an_observation
from tests.factories.site import a_written_method, model_facts
from tests.factories.written import SQL, file

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.measurement.types import Origin
from thuocdo.publication.site.build import render_site

CODE = "11.1-last-of-month"
HOSTILE = "</code></pre><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7 * 7 }} &#x2f;"
FIRST = a_written_method()
SECOND = replace(
    FIRST, number=2, text=file(CODE, applies_from="2026-01-01"), approved_for="", entry=None, logged_on=None
)


@pytest.fixture(scope="module")
def site():
    """Return every page of a site with two versions of a metric, and a value measured by the first."""
    measured = an_observation(
        indicator="11.1", method=f"{CODE}@1", origin=Origin.MEASURED, period_end=date(2025, 12, 31)
    )
    facts = model_facts(written=(FIRST, SECOND), observations=(*model_facts().observations, measured))
    return {path: data.decode() for path, data in render_site(facts, evaluate(facts)) if path.endswith("l")}


@pytest.mark.parametrize(("lead", "office", "from_day"), [
    ("", "Bộ Khoa học và Công nghệ", "01/07/2025"),
    ("en/", "Ministry of Science and Technology", "1 July 2025"),
])  # fmt: skip
def test_the_page_says_what_a_reader_compares(site, lead, office, from_day):
    """Text word for word, its first day, the office, the entry, both digests and the command."""
    page = site[f"{lead}nq03/phep-do/{CODE}/index.html"]
    first = page.split('id="v1"')[1]
    assert "rank() over (partition by agency, month order by received_at desc)" in first
    for said in (office, from_day, "41", "sha256sum 1.toml 1.sql", f"phep-do/{CODE}/1.toml"):
        assert said in first
    for text in (FIRST.text, SQL.lstrip("\n")):
        assert hashlib.sha256(text.encode()).hexdigest() in first
    assert page.index('id="v2"') < page.index('id="v1"')


def test_a_version_without_entry_or_office_says_so(site):
    """Nothing is made up where nothing is known."""
    second = site[f"en/nq03/phep-do/{CODE}/index.html"].split('id="v2"')[1].split('id="v1"')[0]
    assert "not in the log" in second
    assert "a second person" in second


def test_the_indicator_and_the_page_of_methods_lead_there(site):
    """Who reads a value measured by it, or how we compute, finds the text."""
    target = f"nq03/phep-do/{CODE}/"
    assert target in site["nq03/cach-tinh/index.html"]
    assert target in site["en/nq03/chi-tieu/11.1/index.html"]
    assert target not in site["nq03/chi-tieu/12/index.html"]


def test_words_of_people_stay_words():
    """Markup and template signs in a name, a method or a remark are letters on every page."""
    text = file(CODE, name="Z").replace('"Z"', f"'{HOSTILE}'").replace("[tables]", f"# {HOSTILE}\n[tables]")
    facts = model_facts(written=(replace(FIRST, text=text),))
    pages = {path: data.decode() for path, data in render_site(facts, evaluate(facts)) if path.endswith("l")}
    page = pages[f"nq03/phep-do/{CODE}/index.html"]
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    for each in pages.values():
        assert "<script>alert" not in each
        assert "<img src=x" not in each


def test_without_written_metrics_nothing_is_said():
    """A site of declared metrics has neither the page nor a word of it."""
    facts = model_facts(written=())
    pages = {path: data for path, data in render_site(facts, evaluate(facts)) if path.endswith("l")}
    assert not [path for path in pages if "/phep-do/" in path]
    assert b"phep-do" not in pages["nq03/cach-tinh/index.html"]

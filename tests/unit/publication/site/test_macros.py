"""Tests that the shared macros say the same in the public site and in the application."""

from pathlib import Path

import jinja2
import pytest

import thuocdo.publication.site.build as site
from thuocdo.core.messages import LANGUAGES, translate

TEMPLATES = Path(site.__file__).parent / "templates"
HOSTILE = "<script>“Tên” & 'tên' \"x\"</script>"


def a_view(**changes):
    """Return a task's row as pages show it."""
    view = {
        "code": "44", "number": "44", "name": HOSTILE, "short": HOSTILE,
        "path": "thu/nhiem-vu/44/", "shape": "late",
        "word": "Quá hạn", "status": "late", "reason": "Quá hạn 3 ngày & hơn.", "recurring": True,
        "illustrative": True, "due": "30/06/2025", "due_iso": "2025-06-30", "count": 7, "now": None,
        "until": "01/03/2025",
    }  # fmt: skip
    return view | changes


def a_chart(**changes):
    """Return a chart with everything that a macro can draw."""
    chart = {
        "width": 720, "height": 340, "left": 56, "right": 624, "base": 306, "top": 24,
        "ticks": [(280.5, "10"), (120.0, "20")], "years": [(80.1, 2025), (300.4, 2027), (624.0, 2030)],
        "line": "80.1,250.0 120.5,240.25", "points": [(80.1, 250.0, "13,17"), (120.5, 240.25, "14,02")],
        "rivals": [(121.3, 200.0, "18,3")], "rivals_labelled": [True],
        "target": (624.0, 60.0), "goal": "≥ 30 %",
        "path": (82.0, 250.0, 624.0, 60.0), "marks": [(120.5, 230.0)],
        "illustrative": True, "outlook": "120.5,240.0 624.0,200.0 624.0,150.0",
        "labelled": [False, True],
        "wedge": "82.0,250.0 624.0,70.0 624.0,130.0", "gap": (120.5, 240.25, 230.0), "required": "15,92",
        "bends": [(300.0, 150.0)], "firsts": [(80.1, 252.0)], "short": True,
        "gap_size": "1,96", "gap_words": {"x": 112.5, "lines": (208.0, 223.0), "side": "end"},
        "outlook_at": (624.0, 180.0),
    }  # fmt: skip
    return chart | changes


EMPTY = {
    "path": None,
    "marks": [],
    "labelled": [],
    "outlook": "",
    "wedge": "",
    "gap": None,
    "target": None,
    "line": "",
    "points": [],
    "rivals": [],
    "bends": [],
    "firsts": [],
    "gap_size": "",
    "outlook_at": None,
}
PACE = {"low": "15,4", "high": "18,3"}
BAR = {
    "width": 720, "left": 8, "inner": 704, "top": 57, "gone": 35.2,
    "marks": [
        {"x": 120.5, "line": 34, "value": "15,98", "day": "31/12/2025", "end": False},
        {"x": 420.5, "line": 51, "value": "18,78", "day": "31/12/2026", "end": True},
    ],
}  # fmt: skip
ONE = {"value": "14,02", "baseline": "13,17", "target": "30"}
BODY = a_view(path="thu/co-quan/bo-a/")
CALLS = {
    "sprite()": {},
    "shape('late')": {},
    "shape(x)": {"x": HOSTILE},
    "mark(x)": {"x": a_view()},
    "example()": {},
    "body(x, root)": {"x": BODY},
    "body(x, root) ": {"x": a_view(path="")},
    "holder(x, root)": {"x": BODY | {"now": a_view(short="Bộ B")}},
    "bodies(x, root)": {"x": [BODY, a_view(path="")]},
    "counts(x)": {"x": [a_view(), a_view(count=0)]},
    "counts(x) ": {"x": []},
    "taskrow(x, root)": {"x": a_view()},
    "taskrow(x, root) ": {"x": a_view(recurring=False, illustrative=False, due_iso="")},
    "tasktable(x, root, title)": {"x": [a_view(), a_view(code="45")]},
    "mini(x, title)": {"x": a_chart()},
    "mini(x, title) ": {"x": a_chart(**EMPTY)},
    "trajectory(x, title, text, 'wide', pace)": {"x": a_chart(), "pace": PACE},
    "trajectory(x, title, text, 'phone', pace)": {"x": a_chart(short=False), "pace": PACE},
    "trajectory(x, title, text, 'wide', pace) ": {"x": a_chart(**EMPTY), "pace": None},
    "way(x, one, title, 'wide')": {"x": BAR, "one": ONE},
    "way(x, one, title, 'phone')": {"x": BAR | {"gone": 0.0, "marks": []}, "one": ONE},
}


def words_of(language):
    """Return the templates' `_` for one language."""

    def words(message, **params):
        text = translate(message, language)
        return text.format(**params) if params else text

    return words


def by_minijinja(source, language, context):
    """Render as the public site does."""
    environment = site.environment_of(language)
    return environment.render_str(source, "page.html", **context)


def by_jinja2(source, language, context):
    """Render as the application does."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals |= {"_": words_of(language), "language": language}
    return environment.from_string(source).render(**context)


def plain(text):
    """Spell the escapes of text alike; minijinja writes &#x2f; where Jinja2 leaves the slash."""
    for ours, theirs in (("&#x2f;", "/"), ("&#x27;", "&#39;"), ("&quot;", "&#34;")):
        text = text.replace(ours, theirs)
    return text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", CALLS)
def test_a_macro_renders_the_same_in_both_engines(call, language):
    """What a clerk sees in the application is what the public sees."""
    source = '{% import "macros.html" as m %}{{ m.' + call.strip() + " }}"
    context = {"root": "../../", "title": HOSTILE, "text": "Chậm.", **CALLS[call]}
    ours, theirs = by_minijinja(source, language, context), by_jinja2(source, language, context)
    assert plain(ours) == plain(theirs)
    assert "<script" not in ours


def test_every_macro_is_compared():
    """A new macro needs a call here."""
    names = {
        line.partition("macro ")[2].partition("(")[0]
        for line in (TEMPLATES / "macros.html").read_text(encoding="utf-8").splitlines()
        if line.startswith("{% macro")
    }
    assert names == {call.partition("(")[0] for call in CALLS}

"""Rendering: every page of a snapshot, in both languages, as bytes with their paths."""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from minijinja import Environment

from thuocdo.core.memory import Memory
from thuocdo.core.messages import LANGUAGES, catalogue
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.programme.history import acts
from thuocdo.publication.corrections import NOTHING_PAST, Past
from thuocdo.publication.scores import Result
from thuocdo.publication.site import (
    about,
    bodies,
    cards,
    corrections,
    indicators,
    overview,
    previews,
    scores,
    search,
    tasks,
    verifier,
    written,
)
from thuocdo.publication.site.addresses import PREFIX, root_of
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.words import day

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"


def render_site(
    facts: Facts,
    verdicts: Verdicts,
    *,
    facts_sha256: str = "",
    tables: tuple[str, ...] = (),
    past: Past = NOTHING_PAST,
    scored: tuple[Result, ...] = (),
    address: str = "",
    memory: Memory | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each page and of the style sheet.

    `tables` are addresses (without ending) of the data files beyond the lists, for the data
    page. `past` are the corrections and removals that the site shows, `scored` the
    results of criteria sets. `address` is where readers find the site, as in https://a.example: social
    networks take pictures by whole addresses only. The same input gives the same bytes, and a page that
    shows the same as in the round before that `memory` knows gives the very same object.
    """
    memory = memory or Memory()
    yield "assets/style.css", (_HERE / "style.css").read_bytes()
    yield from verifier.files()
    yield from search.files()
    if address:
        yield from previews.files(illustrative=facts.illustrative)
    for language in LANGUAGES:
        desk = Desk(facts, verdicts, language, memory)
        common = _common(desk, scored) | {"address": address}
        corrected = corrections.by_page(past)
        findable = search.index(desk)
        everything = chain(
            [(PREFIX[language], "landing.html", {})],
            overview.pages(desk),
            tasks.pages(desk),
            indicators.pages(desk),
            bodies.pages(desk),
            about.pages(desk, facts_sha256=facts_sha256, tables=tables),
            corrections.pages(desk, past),
            verifier.pages(desk),
            search.pages(desk, findable),
            scores.pages(desk, scored),
            written.pages(desk),
            cards.pages(desk),
        )
        yield from search.parts(desk, findable)
        around = memory.of(("around", language), common, object)
        for path, template, context in everything:
            here = _here(path, language, corrected)
            page = partial(_page, language, template, common, here, context)
            yield f"{path}index.html", memory.of(("page", path), (around, template, here, context), page)


def _page(language: str, template: str, common: View, here: View, context: View) -> bytes:
    text = environment_of(language).render_template(template, **(common | here | context))
    # The engine writes / as a reference, which is needless in HTML and makes pages longer.
    return text.replace("&#x2f;", "/").encode()


_SAID = re.compile(r"""\b_\(("[^"\\]*"|'[^'\\]*')\)""")
"""A message without values: it is translated as the template is read, not each time that a page is made."""


@cache
def environment_of(language: str) -> Environment:
    """Return the templates of one language, compiled once."""
    environment = Environment(
        loader=lambda name: _SAID.sub(said, (_TEMPLATES / name).read_text(encoding="utf-8")),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined_behavior="strict",
    )

    known = catalogue(language)

    def said(found: re.Match[str]) -> str:
        message = found[1][1:-1]
        return json.dumps(known.get(message, message), ensure_ascii=False)

    def words(message: str, **params: Any) -> str:
        text = known.get(message, message)
        return text.format(**params) if params else text

    environment.add_global("_", words)
    environment.add_global("language", language)
    return environment


def _here(path: str, language: str, corrected: dict[str, list[View]]) -> View:
    """Return what a page says of itself: its links, and the corrections of values that it shows."""
    links = _links(path, language)
    found = corrected.get(links["here"])
    return links | {"corrected": found} if found else links


@lru_cache(maxsize=1 << 16)
def _links(path: str, language: str) -> View:
    """Return the way to the root and the same page in the other language."""
    bare = path.removeprefix(PREFIX["en"])
    other = "en" if language == "vi" else "vi"
    return {"root": root_of(path), "other": PREFIX[other] + bare, "here": bare, "corrected": []}


def _latest(desk: Desk) -> View | None:
    """Return the act that made the version in force, None while that is the programme's own."""
    *earlier, last = acts(desk.programme)
    return {"number": last.number, "on": day(last.issued_on, desk.language)} if earlier else None


def _common(desk: Desk, scored: tuple[Result, ...]) -> View:
    programme = desk.programme
    return {
        "slug": desk.slug,
        "home": desk.path(),
        "programme": {"name": desk.pick(programme, "name"), "number": programme.number},
        "latest": _latest(desk),
        "issuer": desk.pick(programme, "issuer"),
        "issued_on": day(programme.issued_on, desk.language),
        "as_of": day(desk.facts.as_of, desk.language),
        "illustrative": desk.facts.illustrative,
        "amendments": [
            {"number": each.number, "on": day(each.on, desk.language), "note": desk.pick(each, "note")}
            for each in programme.amendments
            if each.on <= desk.facts.as_of
        ],
        "sections": _sections(desk, with_scores=bool(scored)),
        "kind": "",
        "frame": {"width": cards.WIDTH, "height": cards.HEIGHT},
    }


def _(message: str) -> str:
    return message


SCORES = "phieu-diem"
SECTIONS = (
    ("", _("Overview")),
    ("nhom", _("Themes")),
    ("nhiem-vu", _("Tasks")),
    ("chi-tieu", _("Indicators")),
    ("co-quan", _("Agencies")),
    ("dia-phuong", _("Provinces")),
    (SCORES, _("Scores")),
    ("du-lieu", _("Open data")),
)


def _sections(desk: Desk, *, with_scores: bool) -> list[View]:
    return [
        {
            "path": desk.path(name) if name else desk.path(),
            "title": desk.say(title),
            "key": f"{desk.slug}/{name}/" if name else f"{desk.slug}/",
        }
        for name, title in SECTIONS
        if with_scores or name != SCORES
    ]

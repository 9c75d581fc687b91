"""Cards for the frames of other sites, and what social networks show beside a link."""

import base64
import html
import re
import struct
import zlib
from dataclasses import replace
from hashlib import sha256
from itertools import groupby

import pytest
from tests.factories.site import model_facts, model_site, site_of, trial_facts, trial_site
from tests.unit.publication.site.test_site import Reader, pages

from thuocdo.cli.serving import site_headers
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication.pages import look, marked, own_pages, shown
from thuocdo.publication.site import previews
from thuocdo.publication.site.canvas import Canvas

ADDRESS = "https://tien-do.example.vn"
CARD = "the/index.html"
META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')


def cards(site):
    """Return the cards of a site by path."""
    return {path: text for path, text in pages(site).items() if path.endswith(f"/{CARD}")}


@pytest.fixture(scope="module")
def addressed():
    """Return the site of the invented programme that knows where readers find it."""
    return site_of(trial_facts(), address=ADDRESS)


def test_every_task_and_indicator_has_a_card_in_both_languages():
    """A card lies below its page, shows the same status, and says whose it is and of which day."""
    files = pages(model_site())
    found = cards(model_site())
    facts = model_facts()
    count = len(facts.programme.tasks) + len(evaluate(facts).indicators)
    assert len(found) == 2 * count
    for path, text in found.items():
        ((language, kind, code),) = own_pages(
            path.removesuffix(CARD), look(files[path.replace(CARD, "index.html")])
        )
        (card,) = shown(text)
        page = next(each for each in shown(files[path.replace(CARD, "index.html")]) if each.tag == "main")
        assert (card.kind, card.code, card.status) == (kind, code, page.status)
        assert ("31 July 2026" if language == "en" else "31/07/2026") in text
        assert marked(text)


def test_a_card_loads_and_runs_nothing():
    """Its policy allows its own style by its digest and nothing else; its one link opens the page apart."""
    for path, text in cards(model_site()).items():
        (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        digest = base64.b64encode(sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        assert f'content="{policy}"' in text, path
        reader = Reader(text)
        assert [reader.elements[name] for name in ("script", "link", "img", "form")] == [0, 0, 0, 0]
        assert len(reader.links) == 1 + text.count("<use ")
        assert ' style="' not in text
        assert len(text.encode()) < 12 * 1024


def test_each_page_offers_the_lines_that_frame_its_card(addressed):
    """The frame's address is the card's, whole where the site knows its address, with a hint where not."""
    for site, start in ((addressed, ADDRESS), (trial_site(), "https://…")):
        for path in cards(site):
            page = html.unescape(site[path.replace(CARD, "index.html")].decode())
            assert f'<iframe src="{start}/{path.removesuffix("index.html")}"' in page
            assert ("“https://…”" in page) == (start != ADDRESS)


def test_a_name_cannot_leave_the_lines_that_are_copied():
    """Quotation marks of a name do not end the attribute that other people paste into their page."""
    programme = trial_facts().programme
    changed = replace(programme.tasks[0], name_vi='a" onload="x')
    again = replace(programme, tasks=(changed, *programme.tasks[1:]))
    site = site_of(trial_facts(programme=again))
    page = html.unescape(site[f"thu/nhiem-vu/{changed.code}/index.html"].decode())
    (frame,) = re.findall(r"<iframe .*?></iframe>", page, re.DOTALL)
    assert 'onload="' not in frame


def test_other_sites_may_frame_cards_and_nothing_else():
    """Only the address of a card is served with a policy that lets anybody frame it."""
    for path, framed in (
        ("/nq03/chi-tieu/10/the/", True),
        ("/en/nq03/nhiem-vu/44/the/index.html", True),
        ("/en/nq03/nhiem-vu/44/the/?x=1", True),
        ("/nq03/chi-tieu/10/", False),
        ("/nq03/chi-tieu/10/?/nhiem-vu/1/the/", False),
        ("/nq03/the/", False),
        ("/nq03/du-lieu/nhiem-vu/the.csv", False),
        ("/nq03/nhiem-vu/the/index.htmlx", False),
        ("/", False),
    ):
        policy = site_headers(path)["Content-Security-Policy"]
        assert policy.endswith("frame-ancestors *" if framed else "frame-ancestors 'none'"), path
        assert "script-src" not in policy


def test_every_page_tells_networks_its_title_and_its_status(addressed):
    """Title, description, the mark of invented data, and a picture that is one of the site's files."""
    for path, text in pages(addressed).items():
        if path.endswith(f"/{CARD}"):
            continue
        said = dict(META.findall(text))
        assert said["og:title"].startswith("[MINH HOẠ / ILLUSTRATIVE] "), path
        assert said["og:description"], path
        assert said["og:url"] == f"{ADDRESS}/{path.removesuffix('index.html')}"
        assert said["og:image"].removeprefix(f"{ADDRESS}/") in addressed
        (main,) = [each for each in shown(text) if each.tag == "main"] or [None]
        assert (main is None) == said["og:image"].endswith("/general.png"), path


def test_without_an_address_there_is_no_picture():
    """Networks take whole addresses only, so pictures that nobody could find are not published."""
    assert not any("og:image" in text or "og:url" in text for text in pages(trial_site()).values())
    assert not any(path.startswith(previews.FOLDER) for path in trial_site())
    assert all("og:title" in text for path, text in pages(trial_site()).items() if not path.endswith(CARD))


def decoded(data):
    """Return width, height and the palette's colour of each pixel, row by row."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size]) == (zlib.crc32(name + body),)
        chunks[name], at = body, at + 12 + size
    width, height, *rest = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert rest == [8, 3, 0, 0, 0]
    rows = zlib.decompress(chunks[b"IDAT"])
    assert len(rows) == height * (width + 1)
    palette = [chunks[b"PLTE"][place : place + 3] for place in range(0, len(chunks[b"PLTE"]), 3)]
    lines = [rows[place + 1 : place + width + 1] for place in range(0, len(rows), width + 1)]
    return width, height, [[palette[index] for index in line] for line in lines]


def test_pictures_are_the_size_that_networks_ask_for_and_all_different():
    """Nine PNG files of 1200 × 630, small, the same each time; no two statuses look alike."""
    files = dict(previews.files(illustrative=False))
    assert len(set(files.values())) == len(files) == 9
    assert max(map(len, files.values())) < 10_000
    assert dict(previews.files(illustrative=False)) == files
    for data in files.values():
        assert decoded(data)[:2] == (1200, 630)


def test_the_shape_of_late_is_a_red_diamond_and_invented_data_are_marked():
    """The middle row goes from paper through red to the white stroke; the mark's band stands on top."""
    name = f"{previews.FOLDER}late.png"
    for illustrative in (False, True):
        _width, _height, rows = decoded(dict(previews.files(illustrative=illustrative))[name])
        solid = [colour for colour, run in groupby(rows[300]) if len(list(run)) > 20]
        assert [colour.hex() for colour in solid] == ["fbfaf6", "ba2d20", "ffffff", "ba2d20", "fbfaf6"]
        assert (rows[2][600].hex() == "f0b429") == illustrative


def test_edges_are_smooth_and_overlapping_pieces_leave_no_seam():
    """A disc that lies on a square of its colour changes nothing inside it."""
    canvas = Canvas(40, 40, "#FFFFFF")
    canvas.fill([(5.5, 5.5), (34.5, 5.5), (34.5, 34.5), (5.5, 34.5)], "#000000", "#FFFFFF")
    alone = canvas.png()
    canvas.fill([(10.3, 20), (20, 10.3), (29.7, 20), (20, 29.7)], "#000000", "#FFFFFF")
    assert canvas.png() == alone
    _width, _height, rows = decoded(alone)
    assert [rows[20][x].hex() for x in (4, 5, 6, 33, 34, 35)] == [
        "ffffff",
        "7f7f7f",
        *["000000"] * 2,
        "7f7f7f",
        "ffffff",
    ]

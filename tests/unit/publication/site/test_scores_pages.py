"""Pages of scores: one kind of unit in a table, levels without ranks, margins, few cases, notes, heads."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from tests.factories.pages import text_of
from tests.factories.site import site_of, trial_facts

from thuocdo.cycles.handled import BodyNote, Handled
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.publication.site.scores import unit_folder

CYCLE = "2025-2"
TERM = HeadTerm("bo-a", "Nguyễn Thí Dụ", "Bộ trưởng", "Minister", date(2025, 8, 1), "Quyết định 12/QĐ-TTg")
NOTE = BodyNote("K-9", "1", "bo-a", CYCLE, "Chờ ý kiến của <Bộ B>.", date(2025, 11, 20))
SHARED = "phieu-diem/nq57-scorecard"


@cache
def scored_site():
    """Return the trial site with a head and a note."""
    return site_of(
        replace(trial_facts(), as_of=date(2025, 12, 31), heads=(TERM,), handled=Handled(notes=(NOTE,)))
    )


def page(where, language="vi"):
    """Return one page of the scores as text."""
    lead = "en/" if language == "en" else ""
    return scored_site()[f"{lead}thu/{SHARED}/{where}/index.html"].decode()


def test_ministries_and_provinces_never_share_a_table():
    """Each kind has a page of its own; no page names a unit of another kind as scored."""
    ministries, provinces = page("bo-nganh"), page("dia-phuong")
    assert "bo-nganh/bo-a/" in ministries
    assert "bo-nganh" not in provinces.split("<main", 1)[1]
    assert "dia-phuong/" not in ministries.split("<main", 1)[1].replace(f"{SHARED}/", "")
    assert "nguoi-dung-dau/bo-a-2025-08-01/" in page("nguoi-dung-dau")


def test_levels_stand_from_the_best_and_names_in_order_without_a_rank():
    """At most four levels, within each the order of names, and no ordinal anywhere."""
    text = page("dia-phuong", "en")
    heads = re.findall(r"<h2>([^<]+)</h2>", text)
    known = ["Very good", "Good", "Fair", "Not yet", "No total: too little applies"]
    assert heads == [each for each in known if each in heads]
    assert len(heads) <= 5
    assert not re.search(r"\brank(?:ed)? (?:\d|no)", text.lower().replace("without ranks", ""))


def test_few_cases_are_greyed_and_the_margin_stands_beside_the_total():
    """A share of fewer than five cases greys the total, says so in words, and shows what one case does."""
    text = page("bo-nganh", "en")
    assert 'class="n few"' in text
    assert "few cases" in text
    assert re.search(r"between [\d.]+ and [\d.]+", text)


def test_a_unit_shows_every_point_with_what_was_lost_and_why():
    """Criteria with points, loss, measure with its denominator, and the counts they came from."""
    text = page("bo-nganh/bo-a", "en")
    for said in ("Tasks led that are done", "What was counted", "tasks.lead_due", "of 25"):
        assert said in text
    assert re.search(r"\d+ % \(\d+/\d+\)", text)
    assert "nhiệm vụ chủ trì đã đến hạn" in page("bo-nganh/bo-a")


def test_a_unit_stands_beside_its_own_past_and_no_half_of_few_is_told():
    """Totals of earlier periods stand on the page; of fewer than ten similar units nothing is said."""
    text = page("bo-nganh/bo-a", "en")
    past = text.partition("Its own past")[2].partition("</section>")[0]
    assert re.search(r"<li>2025-1: <b>[\d.]+</b> / 100", past), past
    assert "the middle half" not in text


def test_the_note_of_a_body_stands_on_its_page_and_cannot_carry_markup():
    """What a body says is shown word for word, its signs made harmless."""
    text = page("bo-nganh/bo-a")
    assert "Chờ ý kiến của &lt;Bộ B&gt;." in text
    assert "<Bộ B>" not in text


def test_a_head_is_shown_with_office_days_and_act_and_gaps_are_named():
    """The term and its document stand on the page; bodies and days without a known head are listed."""
    assert "Giữ chức từ 01/08/2025: Quyết định 12/QĐ-TTg." in " ".join(
        text_of(page("nguoi-dung-dau/bo-a-2025-08-01"), "lead")
    )
    listed = page("nguoi-dung-dau")
    assert "Chưa rõ người đứng đầu" in listed
    assert "01/07/2025 – 31/07/2025" in listed


def test_without_a_closed_period_there_are_no_scores_and_no_link_to_them():
    """Early in a programme the site is as it was."""
    early = site_of(replace(trial_facts(), as_of=date(2025, 2, 1)))
    assert not [path for path in early if "phieu-diem" in path]
    assert "Phiếu điểm" not in early["thu/index.html"].decode()


@pytest.mark.parametrize(
    ("unit", "folder"),
    [("BKHCN", "bkhcn"), ("BGDĐT.2025-03-01", "bgddt-2025-03-01"), ("VN-01", "vn-01")],
)
def test_addresses_of_units_hold_plain_letters_only(unit, folder):
    """A code becomes part of a path."""
    assert unit_folder(unit) == folder

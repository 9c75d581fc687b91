"""Pages of an amended programme: who moved a deadline, which number is printed, what has ended."""

import re
from functools import cache

from tests.factories import versions as acts
from tests.factories.site import site_of

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts
from thuocdo.programme.reading_page import how_we_read
from thuocdo.programme.registry import register
from thuocdo.publication.facts_file import facts_bytes, read_facts
from thuocdo.publication.tables import tables

FACTS = Facts(programme=acts.third_version(), register=register(), as_of=acts.THIRD)


@cache
def site():
    """Return the site of the programme after two amendments."""
    return site_of(FACTS)


def text(path):
    """Return what a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", site()[path].decode()))


def test_a_task_page_names_every_act_that_moved_its_deadline():
    """Each line has the act, its day and the old and the new time, in both languages."""
    page = text("cay/nhiem-vu/1/index.html")
    for line in (
        "901/NQ-CP ngày 05/02/2025 đặt hạn: “6/2025” (30/06/2025).",
        "902/NQ-CP ngày 20/06/2025, hiệu lực từ 01/07/2025, đổi hạn: “6/2025” (30/06/2025) → “12/2025”",
        "903/NQ-CP ngày 25/09/2025, hiệu lực từ 01/10/2025, đổi hạn: “12/2025” (31/12/2025) → “3/2026”",
    ):
        assert line in page
    assert "Moved by 903/NQ-CP of 25 September 2025, in force from 1 October 2025:" in text(
        "en/cay/nhiem-vu/1/index.html"
    )


def test_a_task_of_one_act_names_that_act():
    """An unmoved deadline is that of the act that added the task."""
    assert "Set by 901/NQ-CP of" in text("en/cay/nhiem-vu/3/index.html")
    added = text("en/cay/nhiem-vu/2-v2/index.html")
    assert "Set by 902/NQ-CP of" in added
    assert "Assigned by 902/NQ-CP" in added
    assert "Moved by" not in added


def test_a_renumbered_task_keeps_its_address_and_says_its_number():
    """The page stays under the key and says under which number later acts print it."""
    assert "Number 4 in the programme as amended; the key 3 stays" in text("en/cay/nhiem-vu/3/index.html")
    assert "the key" not in text("en/cay/nhiem-vu/1/index.html")


def test_lists_show_the_printed_number_and_link_to_the_key():
    """Every list and the page's own heading show what a reader of the act sees; the address stays."""
    row = re.compile(r'class="code">([^<]*)</th><td class="main"><a href="[^"]*nhiem-vu/([^/"]*)/"')
    for path in ("en/cay/nhiem-vu/index.html", "en/cay/nhom/II/index.html", "en/cay/co-quan/btp/index.html"):
        assert ("4", "3") in row.findall(site()[path].decode())
    assert "<h1>4. Biên soạn" in site()["en/cay/nhiem-vu/3/index.html"].decode()


def test_the_head_of_the_programme_names_the_latest_act():
    """Beside the act that made the programme stands the last that amended it; before any, nothing."""
    assert "901/NQ-CP, as amended by 903/NQ-CP" in text("en/cay/index.html")
    assert "đã được sửa đổi bởi 903/NQ-CP ngày 25/09/2025" in text("cay/index.html")
    first = site_of(Facts(programme=acts.first_version(), register=register(), as_of=acts.ISSUED))
    assert "as amended by" not in first["en/cay/index.html"].decode()


def test_the_open_data_have_printed_number_and_act():
    """A row of the tables says under which number the act prints it and which act set its deadline."""
    found = {table.name: table for table in tables(FACTS, evaluate(FACTS))}
    rows = {
        name: {
            row[0]: dict(zip([each.name for each in table.columns], row, strict=True)) for row in table.rows
        }
        for name, table in found.items()
    }
    task = rows["tasks"]["3"]
    assert (task["printed_number"], task["deadline_act"]) == ("4", "901/NQ-CP")
    assert rows["tasks"]["1"]["deadline_act"] == "903/NQ-CP"
    assert rows["indicators"]["1@2030"]["printed_number"] == "1"


def test_dropped_rows_keep_their_pages():
    """A dropped task or indicator has a page that names the act that ended it."""
    assert "Replaced by 902/NQ-CP on" in text("en/cay/nhiem-vu/4/index.html")
    dropped = next(path for path in site() if path.startswith("en/cay/chi-tieu/3") and path.endswith(".html"))
    assert "Replaced by 902/NQ-CP on" in text(dropped)


def test_the_reading_page_tells_the_same():
    """The page of our reading lists the acts of a moved deadline and marks what has ended."""
    page = how_we_read(FACTS.programme, "en")
    assert "901/NQ-CP (2025-02-05): 6/2025<br>902/NQ-CP (2025-07-01): 12/2025" in page
    assert "replaced by 903/NQ-CP on 2025-10-01" in page


def test_a_snapshot_keeps_the_history():
    """Acts, printed numbers and histories survive the file of facts."""
    assert read_facts(facts_bytes(FACTS)) == FACTS

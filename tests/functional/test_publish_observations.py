"""An office without a database publishes one CSV file from the command line, and people read it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.factories.browser import CHROMIUM, SWITCHES, lacking
from tests.factories.observations import table
from tests.functional.test_verify_command import thuocdo


@pytest.fixture
def file(tmp_path):
    """Write a file of values."""
    path = tmp_path / "values.csv"
    path.write_text(table(), encoding="utf-8")
    return path


def test_one_command_publishes_a_file(file, tmp_path):
    """It says how many values and files there are and how long it took."""
    done = thuocdo("publish", "--observations", file, "--out", tmp_path / "out", "--title", "Bộ chỉ tiêu")
    assert done.returncode == 0, done.stderr
    assert "24 values; 22 data files in" in done.stdout
    assert "Bộ chỉ tiêu" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_faulty_file_publishes_nothing_and_names_every_fault(file, tmp_path):
    """One line for the refusal and one for each fault, in the reader's language; no folder, no traceback."""
    file.write_text("indicator,area,year,value,unit\n1,A,2024,x,%\n1,,2024,1,%\n", encoding="utf-8")
    done = thuocdo("publish", "--observations", file, "--out", tmp_path / "out", language="vi")
    assert done.returncode == 10
    refusal, *faults = done.stderr.splitlines()
    assert str(file) in refusal
    assert [each.split(":")[0].strip() for each in faults] == ["dòng 2, “value”", "dòng 3, “area”"]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--observations", "{file}", "--key", "k"), "--key is for a programme"),
        (("--observations", "nowhere.csv"), "There is no file nowhere.csv"),
        (("--title", "x"), "describe a data set"),
        ((), "Missing option '--out'"),
    ],
)
def test_options_that_do_not_belong_together_are_refused(file, options, said):
    """A sentence says what to do instead."""
    done = thuocdo("publish", *(each.format(file=file) for each in options))
    assert done.returncode in {10, 11}
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.browser
@pytest.mark.skipif(bool(lacking()), reason=lacking())
def test_the_pages_are_readable_by_everybody(file, tmp_path):
    """No rule of WCAG is broken on phone or desk, and nothing runs out of the screen."""
    done = thuocdo("publish", "--observations", file, "--out", tmp_path / "out", "--illustrative")
    assert done.returncode == 0, done.stderr
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        for width in (390, 1280):
            for path in ("index.html", "en/chi-tieu/1.1/index.html"):
                page = browser.new_page(viewport={"width": width, "height": 844})
                page.goto((tmp_path / "out" / path).as_uri())
                assert Axe().run(page).response["violations"] == []
                gone = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                assert page.evaluate(gone) == 0
        browser.close()

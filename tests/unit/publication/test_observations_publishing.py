"""A data set in a folder: read back by other people's libraries, whole or not at all."""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package, system
from pysdmx.io import read_sdmx
from tests.factories.observations import HEAD, read, table
from tests.factories.shapes import broken, catalogue_of
from tests.unit.publication.test_described import DCAT

from thuocdo.core.errors import Conflict
from thuocdo.publication.columns import Table
from thuocdo.publication.observations import publish as publishing
from thuocdo.publication.observations.publish import data_files, publish_data_set
from thuocdo.publication.observations.tables import addresses, tables
from thuocdo.publication.writers import csv as csv_writer
from thuocdo.publication.writers import json as json_writer

ALONE = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "ninja", "sqlite3", "psycopg", "jinja2"}:
            raise ImportError(f"{name} is not here")

sys.meta_path.insert(0, Blocked())
from thuocdo.cli.main import build
build()(["publish", "--observations", sys.argv[1], "--out", sys.argv[2]])
"""


@pytest.fixture(scope="module")
def data_set():
    """Return a small data set, marked as invented."""
    return read(table(), illustrative=True)


@pytest.fixture(scope="module")
def folder(data_set, tmp_path_factory):
    """Publish it once for all that only look."""
    folder = tmp_path_factory.mktemp("set") / "out"
    publish_data_set(data_set, out=folder)
    return folder


def files(folder):
    """Return the bytes of every file of a folder by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_data_package_keeps_what_it_promises(folder):
    """Frictionless reads every table by its schema and finds no fault."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["type", "title", "note"]) == []
    assert [task.type for task in report.tasks] == ["table", "file"] * 4


def test_the_catalogue_entry_names_files_that_are_there(folder, data_set):
    """The data set with its span of time and each whole table in three formats, by DCAT-AP's rules."""
    graph = catalogue_of((folder / "dcat.jsonld").read_bytes(), "dcat.jsonld")
    assert broken(graph) == []
    found = [str(address) for address in graph.objects(None, DCAT.downloadURL)]
    assert len(found) == 12
    assert all((folder / address.removeprefix("https://a.example/")).is_file() for address in found)
    (days,) = graph.subject_objects(DCAT.startDate)
    assert str(days[1]) == data_set.values[0].period.start.isoformat()


def test_sdmx_keeps_to_the_standard_and_is_read_back_as_the_same_values(folder, data_set):
    """The official XSD holds, pysdmx reads the data, and our own reader gets every number again."""
    structure = read_sdmx(folder / "sdmx" / "structure.xml", validate=True)
    (data,) = read_sdmx(folder / "sdmx" / "observations.csv").data
    (definition,) = structure.get_data_structure_definitions()
    assert [each.id for each in definition.components] == list(data.data.columns)
    assert not data.data.duplicated(["INDICATOR", "REF_AREA", "TIME_PERIOD"]).any()
    codes = {code.id for each in structure.get_codelists() for code in each.items}
    assert set(data.data["INDICATOR"]) | set(data.data["REF_AREA"]) <= codes
    again = read((folder / "sdmx" / "observations.csv").read_bytes())
    assert [each[1:] for each in again.values] == [each[1:] for each in data_set.values]


def test_all_values_are_those_of_the_indicators_and_the_writers_own(data_set):
    """The file of all values is made of the indicators' files, and is what the writers would write."""
    found = dict(data_files(data_set))
    whole = tables(data_set)[0]
    assert isinstance(whole, Table)
    assert found["observations.csv"] == csv_writer.table_bytes(whole)
    head = {key: value for key, value in json.loads(found["observations.json"]).items() if key != "rows"}
    assert found["observations.json"] == json_writer.written(whole, head)
    rows = list(csv.DictReader(io.StringIO(found["observations.csv"].decode("utf-8-sig"))))
    assert [row["value"] for row in rows] == [str(each.value) for each in data_set.values]
    assert {row["illustrative"] for row in rows} == {"true"}


def test_each_indicator_has_a_page_in_both_languages_without_script(folder, data_set):
    """A chart and a table with every value; invented ones are marked; every link leads to a file."""
    for code in data_set.indicators:
        for prefix in ("", "en/"):
            text = (folder / prefix / "chi-tieu" / code / "index.html").read_text(encoding="utf-8")
            assert "<script" not in text
            assert '<svg class="chart wide"' in text
            assert "MINH HOẠ / ILLUSTRATIVE" in text
            assert text.count("<td") == sum(each.indicator == code for each in data_set.values)
    for page in folder.rglob("index.html"):
        for link in re.findall(r'(?:href|src)="([^":#]+)"', page.read_text(encoding="utf-8")):
            target = (page.parent / link).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (page, link)


def test_the_list_of_digests_names_every_file(folder):
    """`sha256sum --check SHA256SUMS` covers the folder, and nothing beside it."""
    found = files(folder)
    lines = found.pop("SHA256SUMS").decode().splitlines()
    assert {line.split("  ")[1]: line.split("  ")[0] for line in lines} == {
        path: hashlib.sha256(data).hexdigest() for path, data in found.items()
    }


def test_the_same_file_gives_the_same_bytes(folder, data_set, tmp_path):
    """Nothing of a clock or of chance stands in the folder."""
    publish_data_set(data_set, out=tmp_path / "again")
    assert files(tmp_path / "again") == files(folder)


def test_a_new_data_set_replaces_the_old_one_and_leaves_what_others_put_there(data_set, tmp_path):
    """Files of an indicator that is gone go with it; a file that was never ours stays."""
    out = tmp_path / "out"
    publish_data_set(data_set, out=out)
    (out / "robots.txt").write_text("ours no less")
    publish_data_set(read(table(indicators=1)), out=out)
    assert (out / "robots.txt").is_file()
    assert (out / "chi-tieu" / "1.1.csv").is_file()
    assert not (out / "chi-tieu" / "1.2.csv").exists()


@pytest.mark.parametrize("name", ["notes.txt", "SHA256SUMS", "manifest.json", "datapackage.json"])
def test_a_folder_that_holds_something_else_is_left_alone(data_set, tmp_path, name):
    """A mistyped name costs nobody a folder."""
    (tmp_path / name).write_text("mine")
    with pytest.raises(Conflict, match="no data set"):
        publish_data_set(data_set, out=tmp_path)
    assert files(tmp_path) == {name: b"mine"}


def test_a_run_that_breaks_leaves_the_old_folder(data_set, tmp_path, monkeypatch):
    """Readers never see half of a data set."""
    out = tmp_path / "out"
    publish_data_set(data_set, out=out)
    before = files(out)

    def broken(_of):
        raise OSError("the disk is full")
        yield

    monkeypatch.setattr(publishing, "describing_files", broken)
    with pytest.raises(OSError, match="full"):
        publish_data_set(read(table(indicators=1)), out=out)
    assert files(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_codes_of_any_kind_get_an_address_of_their_own(tmp_path):
    """Slashes, dots, signs and capital letters lead to no other folder and to no other indicator."""
    codes = ["../../x", "a/b", "A-B", "a-b", "Tỷ lệ", "ty le", "=1+1", "x.csv", "😀", "...", "SI_POV"]
    rows = "".join(f"{code},A,2024,1,%\n" for code in codes)
    data_set = read(f"{HEAD}\n{rows}")
    named = addresses(data_set)
    assert list(named) == codes
    assert len({name.lower() for name in named.values()}) == len(codes)
    assert named["SI_POV"] == "SI_POV"
    out = tmp_path / "out"
    publish_data_set(data_set, out=out)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    assert len(list((out / "chi-tieu").glob("*.csv"))) == len(codes)
    read_sdmx(out / "sdmx" / "structure.xml", validate=True)
    assert "'=1+1" in (out / "chi-tieu.csv").read_text(encoding="utf-8-sig")


def test_names_are_text_on_pages_and_never_markup(tmp_path):
    """A name that looks like a script is shown as it was written."""
    publish_data_set(
        read(f"{HEAD},indicator_name\n1,<b>,2024,1,%,<script>x</script>\n"), out=tmp_path / "out"
    )
    text = (tmp_path / "out" / "chi-tieu" / "1" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_missing_value_is_a_dash_and_draws_no_bar(tmp_path):
    """Who has no number leaves the cell empty; the chart takes the newest period that has one."""
    text = f"{HEAD}\n1,A,2024,-5.5,%\n1,B,2024,7,%\n1,A,2025,,%\n2,A,2025,,%\n3,A,2024,2,%\n3,A,2025,3,%\n"
    publish_data_set(read(text), out=tmp_path / "out")
    page = (tmp_path / "out" / "en" / "chi-tieu" / "1" / "index.html").read_text(encoding="utf-8")
    assert "<h2>2024</h2>" in page
    assert page.count("<rect") == 4 + 1
    assert "−5.5" in page
    bare = (tmp_path / "out" / "chi-tieu" / "2" / "index.html").read_text(encoding="utf-8")
    assert '<svg class="chart' not in bare
    line = (tmp_path / "out" / "chi-tieu" / "3" / "index.html").read_text(encoding="utf-8")
    assert "<polyline" in line


def test_the_command_needs_neither_django_nor_a_database(tmp_path):
    """Importing them is blocked, and the folder is written all the same."""
    (tmp_path / "values.csv").write_text(table(), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path / "values.csv"), str(tmp_path / "out")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "24 values" in done.stdout or "24 giá trị" in done.stdout
    assert (tmp_path / "out" / "index.html").is_file()

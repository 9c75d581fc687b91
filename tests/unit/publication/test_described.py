"""Files by which machines find a publication: read back by independent libraries, the same every time."""

import json
from collections import Counter
from datetime import date
from shutil import copytree
from types import SimpleNamespace

import feedparser
import icalendar
import pytest
import rdflib
from frictionless import Package, system
from pysdmx.io import read_sdmx
from rdflib.namespace import DCTERMS, RDF
from tests.factories.facts import some_facts
from tests.factories.shapes import broken, catalogue_of

from thuocdo.core.canonical import sha256_hex
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication.described import DESCRIBING, altered, describing_files
from thuocdo.publication.describing.sdmx import period
from thuocdo.publication.describing.snapshot import MARK, Snapshot
from thuocdo.publication.folder import Folder
from thuocdo.publication.manifest import Correction, FileEntry
from thuocdo.publication.open_data import all_tables, data_files

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
CORRECTION = Correction(
    "p/nhiem-vu", "task 1", "status", "late", "done", "was read wrongly", "12/BC", date(2026, 1, 5), 7, "ab"
)


@pytest.fixture(scope="module")
def snapshot():
    """Return a small publication with one correction."""
    facts = some_facts()
    tables = all_tables(facts, evaluate(facts), (CORRECTION,))
    return Snapshot(facts, tables, (CORRECTION,))


@pytest.fixture(scope="module")
def files(snapshot):
    """Return its describing files by path."""
    return dict(describing_files(snapshot))


@pytest.fixture(scope="module")
def folder(snapshot, files, tmp_path_factory):
    """Write it as a copied folder."""
    folder = tmp_path_factory.mktemp("copied")
    for path, data in (*files.items(), *data_files(snapshot.tables, snapshot.facts)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_package_is_valid_and_every_table_keeps_what_it_promises(snapshot, folder):
    """Frictionless reads each CSV by its schema: types, row names used once, no value out of its list."""
    with system.use_context(trusted=True):
        report = Package(str(folder / snapshot.slug / "datapackage.json")).validate()
    assert report.flatten(["type", "title", "note"]) == []
    tables = len(list(snapshot.whole_tables))
    assert Counter(task.type for task in report.tasks) == {"table": tables, "file": tables}


def test_catalogue_is_read_as_dcat(snapshot, files, folder):
    """An RDF library finds one dataset and files that are there; a SHACL validator holds DCAT-AP's rules."""
    path = f"{snapshot.slug}/dcat.jsonld"
    graph = catalogue_of(files[path], path)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert {title.language for title in graph.objects(dataset, DCTERMS.title)} == {"vi", "en"}
    assert str(graph.value(dataset, DCAT.version)) == snapshot.facts.as_of.isoformat()
    found = [str(address) for address in graph.objects(None, DCAT.downloadURL)]
    assert len(found) == 3 * len(list(snapshot.whole_tables))
    assert all((folder / address.removeprefix("https://a.example/")).is_file() for address in found)
    assert broken(graph) == []


def test_sdmx_keeps_to_the_standards_schema_and_to_its_own_structure(snapshot, folder):
    """The official XSD holds for the structure; pysdmx reads the data by it, every value once."""
    place = folder / snapshot.slug / "sdmx"
    structure = read_sdmx(place / "structure.xml", validate=True)
    definition = structure.get_data_structure_definitions()[0]
    (flow,) = structure.get_dataflows()
    (data,) = read_sdmx(place / "observations.csv").data
    assert data.short_urn == f"Dataflow={flow.agency}:{flow.id}({flow.version})"
    assert [each.id for each in definition.components] == list(data.data.columns)
    keys = [each.id for each in definition.components.dimensions]
    assert not data.data.duplicated(keys).any()
    codes = {code.id for each in structure.get_codelists() for code in each.items}
    assert set(data.data["INDICATOR"]) | set(data.data["OBS_STATUS"]) <= codes
    values = [format(each.value, "f") for each in snapshot.facts.observations]
    assert list(data.data["OBS_VALUE"]) == values


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 4, 1), date(2025, 6, 30), "2025-Q2"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (None, date(2025, 6, 30), "2025-06-30"),
        (date(2025, 1, 1), date(2025, 6, 30), "2025-01-01/P181D"),
        (date(2025, 2, 1), date(2025, 4, 30), "2025-02-01/P89D"),
    ],
)
def test_stretches_of_time_are_written_as_sdmx_does(start, end, written):
    """A year, a quarter, a month, a day; what is none of these has its length."""
    assert period(start, end) == written


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("en/", "en")])
def test_feed_tells_of_the_publication_and_of_each_correction(snapshot, files, prefix, language):
    """A feed reader gets well-formed Atom with the newest day and the corrected value."""
    feed = feedparser.parse(files[f"{prefix}{snapshot.slug}/tin.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.language == language
    assert snapshot.facts.as_of.isoformat() in feed.entries[0].title
    assert "late → done" in feed.entries[1].title
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_calendar_holds_every_due_day(snapshot, files, prefix):
    """A calendar library reads the due days of the tasks, one event each, with lines short enough."""
    data = files[f"{prefix}{snapshot.slug}/lich.ics"]
    calendar = icalendar.Calendar.from_ical(data)
    days = {str(each["uid"]): each.decoded("dtstart") for each in calendar.walk("VEVENT")}
    due = {task.code: task.deadline.due for task in snapshot.facts.programme.tasks if task.deadline.due}
    assert {f"task-{code}@{snapshot.slug}": day for code, day in due.items()}.items() <= days.items()
    assert len(days) == len(due) + len(snapshot.facts.programme.cycles)
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_illustrative_data_are_marked_in_every_describing_file(snapshot, files):
    """Whoever reads only the feed, the calendar or the catalogue sees that the data are not real."""
    assert snapshot.facts.illustrative
    unmarked = [path for path, data in files.items() if MARK not in _unfolded(data)]
    unmarked.remove(f"{snapshot.slug}/sdmx/observations.csv")  # each row says it of itself
    assert unmarked == []


def test_the_same_snapshot_gives_the_same_bytes(snapshot, files):
    """Nothing of a clock or of chance stands in them."""
    assert dict(describing_files(snapshot)) == files
    assert json.loads(files[f"{snapshot.slug}/datapackage.json"])["version"] == str(snapshot.facts.as_of)


def test_a_change_of_the_files_gives_their_form_a_new_version(files):
    """An older publication is no longer held to what this version writes: count DESCRIBING on, then this."""
    lines = [f"{sha256_hex(files[path])}  {path}\n" for path in sorted(files)]
    assert (DESCRIBING, sha256_hex("".join(lines).encode())) == (
        1,
        "d75338e1966af9b11a05fd0f79e0e22db6cac626fd24e8b275526e2cf0fff429",
    )


@pytest.mark.parametrize(
    "change", [lambda data: data[:-2] + b" \n", lambda data: data + b"\n", lambda _data: b""]
)
def test_a_describing_file_that_says_otherwise_is_named(snapshot, folder, tmp_path, change):
    """Whoever signs a feed, a calendar or a catalogue of their own making is found out by recomputing."""
    copied = copytree(folder, tmp_path / "copied")
    entries = {path: FileEntry(1, "0" * 64, "text/plain") for path, _ in describing_files(snapshot)}
    head = SimpleNamespace(files=entries)
    assert {path for path, faults in altered(Folder(copied), head, snapshot) if faults} == set()
    wrong = f"en/{snapshot.slug}/lich.ics"
    (copied / wrong).write_bytes(change((copied / wrong).read_bytes()))
    found = {path: faults[0][1].code for path, faults in altered(Folder(copied), head, snapshot) if faults}
    assert found == {wrong: "bytes_differ"}


def _unfolded(data):
    return data.decode(errors="replace").replace("\r\n ", "")

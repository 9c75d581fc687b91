"""The commands of records and people, called as a person calls them."""

import ast
import json
import re
from pathlib import Path

import pytest
from tests.factories.reports import word_report

from thuocdo.accounts.actions import add_person
from thuocdo.accounts.queries import actor
from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.audit.models import Event
from thuocdo.cli import main
from thuocdo.cli.people import SETUP
from thuocdo.core.messages import catalogue
from thuocdo.cycles import models
from thuocdo.cycles.rows import NAMES

CSV = "kind;task;text;illustrative\nevidence;17;Luật số 917/2025/QH15 ngày 28/5/2025 của Quốc hội;1\n"


@pytest.fixture
def cast(model_programme, an, binh, em, now):
    """Store the people of the commands; returns the slug of their programme."""
    for person in (an, binh, em):
        add_person(
            username=person.id, name=person.name, agency=person.agency, roles=person.roles,
            password=None, by=SETUP, now=now,
        )  # fmt: skip
    return model_programme


@pytest.fixture
def run(command, settings, tmp_path):
    """Run the command; returns exit status, standard output and standard error."""
    settings.DATA = tmp_path
    return command


@pytest.fixture
def file(tmp_path):
    """Return a file with one row of evidence."""
    path = tmp_path / "minh-chung.csv"
    path.write_text(CSV, encoding="utf-8-sig")
    return path


@pytest.mark.usefixtures("cast")
def test_record_check_status(run, file):
    """A file is recorded, a second person accepts it, and the task is done."""
    status, out, _ = run("record", file, "--by", "an")
    assert (status, "1 recorded, 0 known" in out) == (0, True)
    public_id = out.split()[-1]
    assert "0 recorded, 1 known" in run("record", file, "--by", "an")[1]
    assert public_id in run("check", "--by", "binh")[1]
    assert run("check", public_id, "--by", "binh", "--accept")[:2] == (0, "1 verified.\n")
    status, out, _ = run("status", "--task", "17", "--json")
    assert (status, json.loads(out)["status"]) == (0, "done")
    assert "Done" in run("status", "--task", "17")[1]
    assert "Indicators (57)" in run("status")[1]


@pytest.mark.usefixtures("cast")
def test_rehearsal_writes_nothing(run, file):
    """--dry-run checks the file against the programme and stores nothing."""
    events = Event.objects.count()
    status, out, _ = run("record", file, "--by", "an", "--dry-run")
    assert (status, "1 rows can be recorded" in out) == (0, True)
    assert (models.Evidence.objects.count(), Event.objects.count()) == (0, events)


@pytest.mark.usefixtures("cast")
def test_reporter_head_second_person(run, file):
    """A reporter's file waits for the head, then for the second person; --all takes everything."""
    assert "thuocdo send" in run("record", file, "--by", "em")[1]
    assert run("check", "--by", "binh", "--accept", "--all")[1] == "0 verified.\n"
    assert "1 wait, 1 of them for you" in run("send", "--by", "an")[1]
    assert run("send", "--all", "--by", "an")[1] == "1 sent.\n"
    assert run("check", "--by", "binh", "--return", "--all", "--note", "sai")[1] == "1 returned.\n"


@pytest.mark.usefixtures("cast")
def test_template_can_be_rehearsed(run, tmp_path):
    """The printed template is a file that the command itself accepts."""
    path = tmp_path / "template.csv"
    path.write_text(run("record", "--template")[1], encoding="utf-8")
    status, out, err = run("record", path, "--by", "an", "--dry-run")
    assert (status, err) == (0, "")
    assert "4 rows can be recorded" in out


@pytest.mark.usefixtures("cast")
def test_faults_are_listed_with_row_and_column(run, tmp_path):
    """Exit 10, one line that says nothing was recorded, and each fault below it."""
    path = tmp_path / "wrong.csv"
    path.write_text("kind,task,text,issued_on\nevidence,999,x,\nevidence,17,y,45820\n", encoding="utf-8")
    status, _, err = run("record", path, "--by", "an")
    assert status == 10
    assert err.startswith(f"thuocdo: {path}: Nothing was recorded")
    assert "row 2, task" in err
    assert "Traceback" not in err
    path.write_text("kind,task,text,issued_on\nevidence,17,y,45820\n", encoding="utf-8")
    assert "row 2, issued_on" in run("record", path, "--by", "an")[2]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("record",), 10),
        (("record", "absent.csv", "--by", "an"), 11),
        (("record", ".", "--by", "an"), 10),
        (("check", "--by", "nobody"), 11),
        (("check", "E-1", "--by", "binh"), 10),
        (("check", "E-1", "--by", "binh", "--accept"), 11),
        (("check",), 10),
        (("status", "--as-of", "tomorrow"), 10),
        (("status", "--task", "999"), 11),
        (("status", "--slug", "other"), 11),
    ],
)
def test_refusals_have_their_exit_status(run, words, status):
    """Each refusal is one line with its exit status."""
    found, _, err = run(*words)
    assert found == status
    assert err.count("\n") == 1


@pytest.mark.django_db
def test_first_person_then_administrators_add(run):
    """The first person needs no administrator; afterwards only an administrator adds people."""
    assert run("people")[1].startswith("Nobody can log in yet")
    assert run("people", "add", "hoa", "--name", "Hoa", "--role", "administrator")[0] == 0
    assert run("people", "add", "an", "--name", "An", "--agency", "BKHCN", "--by", "hoa")[0] == 0
    assert run("people", "add", "binh", "--name", "Bình", "--by", "an")[0] == 12
    assert run("people", "add", "an", "--name", "An", "--by", "hoa")[0] == 13
    assert run("people", "add", "An Nguyễn", "--name", "An", "--by", "hoa")[0] == 10
    assert can(actor("hoa"), Permission.MANAGE_PEOPLE)
    assert "administrator" in run("people")[1]


@pytest.mark.parametrize("name", ["cycles", "people"])
def test_every_word_of_the_commands_has_its_translation(name):
    """Each message of these commands stands in the Vietnamese catalogue with the same placeholders."""
    tree = ast.parse((Path(main.__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "_"]
    messages = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    assert messages
    for message in messages:
        words = catalogue("vi")[message]
        assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", message))


def test_every_column_is_documented():
    """docs/records.md explains each column of the file."""
    page = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in page] == []


def test_claims_are_held_against_the_adopted_programme(cast, run, tmp_path):
    """Where a programme is adopted, a status report is held against it, not against the catalogue."""
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(word_report())
    status, shown, _error = run("claims", path, "--programme", cast, "--json")
    found = json.loads(shown)
    assert status == 0
    assert found["source"] == "adopted"
    assert (found["claimed_done"], found["supported"], found["difference"]) == (4, 2, 2)

"""The commands amend and adopt over two documents of our own, called as a person calls them."""

import json
from pathlib import Path

import pytest

from thuocdo.accounts.actions import add_person
from thuocdo.cli.people import SETUP
from thuocdo.programme import actions, models
from thuocdo.programme.registry import register

pytestmark = pytest.mark.django_db
DOCUMENTS = Path(__file__).parents[1] / "documents"
FIRST = DOCUMENTS / "chuong-trinh-cay-xanh.md"
SECOND = DOCUMENTS / "chuong-trinh-cay-xanh-sua-doi.md"
PEOPLE = ("--by", "chi", "--confirmed-by", "binh")


@pytest.fixture
def run(command, settings, tmp_path, chi, binh, now):
    """Store two people and the register; returns the command: exit status, output, errors."""
    settings.DATA = tmp_path
    for person in (chi, binh):
        add_person(
            username=person.id, name=person.name, agency=person.agency, roles=person.roles,
            password=None, by=SETUP, now=now,
        )  # fmt: skip
    actions.load_register(register=register(), by=chi, now=now)
    return command


@pytest.fixture
def adopted(run):
    """Adopt the first document as version 1; returns the command."""
    status, out, err = run("adopt", FIRST, "--programme", "cay", "--effective-on", "2025-02-05", *PEOPLE)
    assert (status, err) == (0, "")
    assert "Version 1 of 901/NQ-CP adopted: 4 tasks, 2 indicator rows" in out
    return run


def test_the_difference_is_printed_and_nothing_changes(adopted):
    """Counts come first, then every row field by field; the programme stays as it was."""
    status, out, _ = adopted("amend", SECOND, "--programme", "cay")
    assert status == 0
    lines = out.splitlines()
    assert lines[0] == "902/NQ-CP against version 1 of 901/NQ-CP"
    assert lines[2] == "Tasks: 1 added, 1 changed, 1 dropped, 2 renumbered, 0 unchanged"
    assert "      deadline: 6/2025 (30/06/2025) → 12/2025 (31/12/2025)" in lines
    assert "  2 → 3. Mở vườn ươm ở mỗi huyện miền núi (100 % alike)" in lines
    assert "      targets: ≥ 60 → ≥ 70" in lines
    assert models.Version.objects.count() == 1


def test_the_difference_speaks_vietnamese(adopted):
    """The same counts in Vietnamese."""
    _, out, _ = adopted("amend", SECOND, "--programme", "cay", language="vi")
    assert "Nhiệm vụ: 1 bổ sung, 1 thay đổi, 1 bỏ, 2 đổi số, 0 giữ nguyên" in out
    assert "thời hạn: 6/2025 (30/06/2025) → 12/2025 (31/12/2025)" in out


def test_the_difference_as_json(adopted):
    """Read as an act that amends named rows, nothing is dropped; the JSON says what keeps it back."""
    _, out, _ = adopted(
        "amend", SECOND, "--programme", "cay", "--partial", "--effective-on", "2025-01-01", "--json"
    )
    found = json.loads(out)
    assert (found["partial"], found["tasks"]["dropped"]) == (True, [])
    assert [fault["field"] for fault in found["faults"]] == ["effective_on"]


def test_adopting_the_amendment(adopted):
    """Two people make the next version of it; a second time is a conflict, and so is no programme."""
    words = ("adopt", SECOND, "--programme", "cay", "--effective-on", "2025-07-01", *PEOPLE)
    status, out, _ = adopted(*words, "--json")
    assert (status, json.loads(out)) == (0, {"version": 2, "tasks": 4, "indicators": 2})
    status, _, err = adopted(*words)
    assert status == 13
    assert "has been read in already, as version 2 of 901/NQ-CP" in err
    status, _, err = adopted("amend", SECOND, "--programme", "khong-co")
    assert status == 11
    assert "thuocdo load" in err


def test_bodies_that_the_register_lacks(run, tmp_path):
    """A document that names an unknown body is refused with its row; once added, it is adopted."""
    local = tmp_path / "ke-hoach.md"
    words = FIRST.read_text(encoding="utf-8").replace("Bộ Y tế", "Sở Cây xanh tỉnh Mẫu")
    local.write_text(words, encoding="utf-8")
    adopt = ("adopt", local, "--programme", "cay", "--effective-on", "2025-02-05", *PEOPLE)
    status, _, err = run(*adopt)
    assert status == 10
    assert "task 2, leads: “Sở Cây xanh tỉnh Mẫu” is no body of the register" in err
    assert (
        "nhiệm vụ 2, chủ trì: “Sở Cây xanh tỉnh Mẫu” không có trong danh bạ" in run(*adopt, language="vi")[2]
    )
    bodies = tmp_path / "co-quan.csv"
    bodies.write_text(
        "code,name_vi,name_en,kind\nSCX,Sở Cây xanh tỉnh Mẫu,Tree Department,other\n", encoding="utf-8-sig"
    )
    status, out, _ = run("add-agencies", bodies, "--by", "chi")
    assert (status, out) == (0, "1 bodies added to the register.\n")
    assert run("add-agencies", bodies, "--by", "chi")[0] == 10
    assert run(*adopt)[0] == 0
    bodies.write_text("code,name_vi,name_en,kind\nX,Một sở,A department,planet\n", encoding="utf-8")
    status, _, err = run("add-agencies", bodies, "--by", "chi")
    assert status == 10
    assert "co-quan.csv, line 2" in err

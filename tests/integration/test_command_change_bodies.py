"""The command change-bodies, called as a person calls it."""

import pytest

from thuocdo.accounts.actions import add_person
from thuocdo.cli.people import SETUP
from thuocdo.core.actor import Role
from thuocdo.programme import models

pytestmark = pytest.mark.usefixtures("model_programme")

ORDER = ("--document", "Nghị quyết số 1/2025/QH15", "--document-on", "1/6/2025", "--on", "2026-03-01")
MERGER = ("merged", "--body", "BTP", "--body", "BCT", "--heir", "BYT", *ORDER)


@pytest.fixture
def run(command, now):
    """Store an administrator and a monitor; returns the command: exit status, output, errors."""
    for name, role in (("hoa", Role.ADMINISTRATOR), ("kim", Role.MONITOR)):
        add_person(username=name, name=name, agency="", roles={role}, password=None, by=SETUP, now=now)

    return lambda *words, by="hoa": command("change-bodies", *words, "--by", by)


def test_without_the_word_only_the_preview_is_shown(run):
    """The command counts and names the word; nothing is written."""
    status, out, _err = run(*MERGER)
    assert status == 0
    assert "Tasks whose lead changes: " in out
    assert "--confirm “BTP BCT”" in out
    assert not models.Restructuring.objects.exists()


def test_with_the_word_the_change_is_made(run):
    """A wrong word is refused, the right one makes the change once."""
    assert run(*MERGER, "--confirm", "BTP")[0] == 10
    status, out, _err = run(*MERGER, "--confirm", "BTP BCT")
    assert (status, "audit trail" in out) == (0, True)
    assert models.Agency.objects.get(code="BTP").valid_until is not None
    status, _out, err = run(*MERGER)
    assert (status, err.count("ends on")) == (10, 2)


def test_a_renamed_body_and_a_part(run):
    """A new name asks for a code and both names; a part for its tasks."""
    new = ("--code", "BMOI", "--name-vi", "Bộ Mới", "--name-en", "New Ministry", "--agency-kind", "ministry")
    assert run("renamed", "--body", "BTP", *new, *ORDER, "--confirm", "BTP")[0] == 0
    part = ("part", "--body", "BKHCN", "--heir", "BYT", *ORDER)
    assert "document must name who leads: 1 (17)" in run(*part, "--task", "nq03/17")[1]
    status, _out, err = run(*part)
    assert (status, "choose the tasks that move" in err) == (10, True)


def test_only_an_administrator_may(run):
    """A monitor sees not even the preview."""
    status, out, _err = run(*MERGER, by="kim")
    assert (status != 0, out) == (True, "")

"""The commands of measuring, called as a person calls them."""

import json

import msgspec
import pytest
from tests.factories.deliveries import declaration, register

from thuocdo.accounts.actions import add_person
from thuocdo.cli.people import SETUP
from thuocdo.measurement.months import Month
from thuocdo.measurement.synthetic.types import Planted


@pytest.fixture
def run(command, settings, tmp_path, model_programme, chi, binh, now):  # noqa: ARG001  the stage
    """Run the command; returns exit status, standard output and standard error."""
    settings.DATA = tmp_path
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    for person in (chi, binh):
        add_person(
            username=person.id, name=person.name, agency=person.agency, roles=person.roles,
            password=None, by=SETUP, now=now,
        )  # fmt: skip
    return command


def test_source_is_proposed_switched_on_and_measured(run, tmp_path):
    """Two people agree by command, months are taken in with a line each, and a bad one ends with 14."""
    register(tmp_path / "deliveries", planted={Month(2025, 4): Planted.RENAMED_COLUMN})
    file = tmp_path / "source.json"
    file.write_bytes(msgspec.json.encode(declaration()))
    _status, said, _err = run("sources", "propose", file, "--by", "chi")
    source = said.split(",")[0]
    assert run("sources", "on", source, "--by", "chi")[0] == 12
    assert run("sources", "on", source, "--by", "binh")[0] == 0
    good = run("measure", "--period", "2025-Q1")
    assert good[0] == 0
    assert "11.6-online-payment, 2025-01 to 2025-03" in good[1]
    bad = run("measure", "--source", source, "--period", "2025-04", "--metric", "11.6-online-payment")
    assert (bad[0], "“channel” is missing" in bad[1]) == (14, True)
    listed = run("sources", "list")[1]
    assert (source in listed, "down" in listed) == (True, True)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ("Không có phép đo", "không phải là tháng", "sẽ lẫn số liệu thật")),
        ("en", ("There is no metric", "is no month", "would mix real and invented")),
    ],
)
def test_measure_refuses_in_the_language_of_the_person(run, tmp_path, language, words):
    """What is refused as a whole, and value by value, is said in Vietnamese or English."""
    assert words[0] in run("measure", "--metric", "99-none", "--no-ask", language=language)[2]
    assert words[1] in run("measure", "--period", "13-2025", language=language)[2]
    register(tmp_path / "deliveries")
    file = tmp_path / "source.json"
    for invented in (False, True):
        file.write_bytes(msgspec.json.encode(declaration(illustrative=invented)))
        source = run("sources", "propose", file, "--by", "chi")[1].split(",")[0]
        run("sources", "on", source, "--by", "binh")
        last = run("measure", "--period", "2025-Q1", language=language)
    assert (last[0], words[2] in last[1]) == (10, True)


def test_what_cannot_be_read_is_refused_in_one_line(run, tmp_path):
    """A file that is no declaration, an unknown metric and a period that is none are bad input."""
    file = tmp_path / "source.json"
    file.write_text(json.dumps({"name": "x"}))
    answers = [
        run("sources", "propose", file, "--by", "chi"),
        run("sources", "propose", tmp_path / "none.json", "--by", "chi"),
        run("measure", "--metric", "99-none", "--no-ask"),
        run("measure", "--period", "hôm nay"),
        run("sources", "on", "S-none", "--by", "binh"),
    ]
    assert [status for status, _out, _err in answers] == [10, 11, 10, 10, 11]
    assert all(err.startswith("thuocdo: ") for _status, _out, err in answers)

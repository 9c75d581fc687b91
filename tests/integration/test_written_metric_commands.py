"""The commands of written metrics, called as two people call them."""

from datetime import UTC, datetime

import pytest
from tests.factories.written import file

from thuocdo.accounts.actions import add_person
from thuocdo.cli.people import SETUP
from thuocdo.measurement.written.rules import digest_of


@pytest.fixture
def run(command, settings, tmp_path, model_programme, chi, binh, now):  # noqa: ARG001  the stage
    """Run the command; returns exit status, standard output and standard error."""
    settings.DATA = tmp_path
    for person in (chi, binh):
        add_person(
            username=person.id, name=person.name, agency=person.agency, roles=person.roles,
            password=None, by=SETUP, now=now,
        )  # fmt: skip
    return command


@pytest.fixture
def metric(tmp_path):
    """Write the file of a metric that applies from the next year on."""
    path = tmp_path / "metric.toml"
    path.write_text(file(applies_from=f"{datetime.now(UTC).year + 1}-02-01"), encoding="utf-8")
    return path


def test_metric_is_tried_proposed_read_and_approved(run, metric):
    """A trial shows its value, a proposal its digest; only a second person who read that digest approves."""
    tried = run("metric", "try", metric, "--by", "chi")
    assert (tried[0], "On 600 made-up rows (illustrative)" in tried[1]) == (0, True)
    status, said, _err = run("metric", "propose", metric, "--by", "chi", "--reason", "Minh hoạ")
    digest = digest_of(metric.read_text(encoding="utf-8"))
    version = said.split(":")[0]
    assert (status, digest in said) == (0, True)
    assert metric.read_text(encoding="utf-8").strip() in run("metric", "show", version)[1]
    assert run("metric", "approve", version, "--by", "chi", "--seen", digest)[0] == 12
    assert run("metric", "approve", version, "--by", "binh", "--seen", "0" * 64)[0] == 13
    status, said, _err = run("metric", "approve", version, "--by", "binh", "--seen", digest[:12])
    assert (status, "approved by binh" in said, "not in the log" in said) == (0, True, True)
    assert run("metric", "list")[1].startswith(f"{version}  11.1-last-of-month@1  approved by binh")
    assert run("metric", "refuse", version, "--by", "binh", "--note", "x")[0] == 13


def test_what_cannot_run_is_refused_in_one_line(run, metric, tmp_path):
    """A file that is none, a statement that may not run, a person without the role: one line each."""
    bad = tmp_path / "bad.toml"
    bad.write_text(file(sql="select * from read_text('x')"), encoding="utf-8")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    answers = [
        run("metric", "try", bad, "--by", "chi"),
        run("metric", "try", binary, "--by", "chi"),
        run("metric", "try", tmp_path / "none.toml", "--by", "chi"),
        run("metric", "try", metric, "--by", "binh"),
        run("metric", "show", "P-none"),
    ]
    assert [status for status, _out, _err in answers] == [10, 10, 11, 12, 11]
    assert all(err.startswith("thuocdo: ") for _status, _out, err in answers)
    assert "read_text" in answers[0][2]

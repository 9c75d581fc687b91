"""A body that may not be asked sends its months itself, with a machine's token of its own."""

from datetime import UTC, datetime

import pytest
from tests.factories.api import Machine, token_of
from tests.factories.deliveries import declaration, pushed_source

from thuocdo.api import measuring as door
from thuocdo.api import tokens
from thuocdo.audit.models import Event
from thuocdo.jobs import measuring
from thuocdo.measurement.sources import actions, queries
from thuocdo.measurement.sources.types import Outcome

pytestmark = pytest.mark.usefixtures("model_programme")
NOW = datetime(2025, 2, 20, 3, 0, tzinfo=UTC)
ROWS = b"agency,institution,method,transactions,amount\nT01,NH1,cash,3,100\n"


@pytest.fixture(autouse=True)
def _clock(monkeypatch, now):
    """Let the API's clock stand still."""
    monkeypatch.setattr(tokens, "moment", lambda: now)
    monkeypatch.setattr(door, "moment", lambda: now)


@pytest.fixture
def pushed(settings, tmp_path, chi, binh, now):
    """Return a source of payments that An's ministry feeds."""
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    return pushed_source(chi, binh, now)


def test_month_that_was_sent_is_taken_in_by_the_next_run(pushed, an, now):
    """The owner's machine sends January; the run checks and keeps it, and the trail has its digest."""
    machine = Machine(token_of(an, now))
    answer = machine.send("put", f"/sources/{pushed}/months/2025-01", raw=ROWS, kind="text/csv")
    assert (answer.status_code, answer.json()["item"]["size"]) == (200, len(ROWS))
    done = measuring.measure("nq03", clock=lambda: NOW, tell=lambda _reason: None)
    assert [(run.outcome, run.rows) for run in done.runs] == [(Outcome.KEPT, 1)]
    assert answer.json()["item"]["sha256"] in Event.objects.get(kind="delivery_pushed").body


def test_only_the_owner_sends_and_only_so_much(pushed, an, giang, chi, binh, now):
    """Another body's machine finds nothing, and what is wrong with a month is named."""
    own, other = Machine(token_of(an, now)), Machine(token_of(giang, now))
    plain = actions.propose_source(declaration=declaration(), by=chi, now=now)
    actions.switch_on(id=plain.source, number=1, by=binh, now=now)
    statuses = [
        machine.send("put", f"/sources/{source}/months/{month}", raw=body, kind="text/csv").status_code
        for machine, source, month, body in (
            (other, pushed, "2025-01", ROWS),
            (own, "S-none", "2025-01", ROWS),
            (own, plain.source, "2025-01", ROWS),
            (own, pushed, "January", ROWS),
            (own, pushed, "2025-01", b""),
            (own, pushed, "2025-01", b"x" * 1_000_001),
        )
    ]
    assert statuses == [404, 404, 422, 422, 422, 422]
    assert queries.runs(pushed) == ()

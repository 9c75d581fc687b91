"""Several jobs at the same moment: every event is in the log once, whoever was faster."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.factories.cycles import reported
from tests.factories.logs import judged
from tests.factories.signers import Near, logged

from thuocdo.core.errors import Conflict
from thuocdo.log import queries
from thuocdo.log.appending import append_events

JOBS = 6


@pytest.mark.usefixtures("committed")
def test_jobs_at_once_append_each_event_once(tmp_path, an, now):
    """Some are told that another one signs; none appends what another has appended."""
    signer = Near(tmp_path)
    for task in ("17", "26", "60"):
        reported(an, now, task=task)
    gate = Barrier(JOBS)

    def work(_number):
        gate.wait()
        try:
            return append_events(signer, limit=2)
        except Conflict:
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(JOBS) as pool:
        done = sum(pool.map(work, range(JOBS)))
    while added := append_events(signer, limit=2):
        done += added
    assert (done, queries.size(), queries.waits()) == (4, 4, 0)
    assert len(logged(signer)) == len(set(logged(signer))) == 4
    assert judged(signer.log).faults == ()

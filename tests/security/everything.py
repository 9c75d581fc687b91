"""A workspace in which every page has something to show and every form stands on some page."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories import versions as acts
from tests.factories.deliveries import TABLES, declaration
from tests.factories.written import file as metric_file
from tests.security.assessing import more_assessments
from tests.security.twins import NOON, VERIFIER, log_in, person, twin

from thuocdo.core.actor import Actor, Role
from thuocdo.cycles.opening import change_cycle, open_cycle
from thuocdo.jobs import written
from thuocdo.measurement.sources.actions import propose_source, switch_on
from thuocdo.measurement.sources.types import Mapped
from thuocdo.programme import actions, queries
from thuocdo.programme.designating import questions

DOCUMENTS = Path(__file__).parents[1] / "documents"
MAKER = Actor("chi", "Chi", frozenset({Role.PUBLISHER, Role.METHODOLOGIST}), "VPTW")


@dataclass(frozen=True, slots=True)
class Everything:
    """The body that owns things, everybody who reads them, and a name that nobody has filled."""

    made: object
    people: tuple[Actor, ...]
    question: str
    day: date = date(2025, 6, 20)


def everything(pdf):
    """Fill the workspace; the days of preview are open, and documents are under review."""
    made = twin("BKHCN", tasks=("17", "14", "15", "16", "26"), pdf=pdf)
    open_cycle(slug="nq03", code="2025-1", by=VERIFIER, now=NOON)
    days = {"closes_on": date(2025, 6, 18), "preview_on": date(2025, 6, 19), "publish_on": date(2025, 6, 27)}
    change_cycle(slug="nq03", code="2025-1", reason="Thử.", by=VERIFIER, now=NOON, **days)
    asked = person("hoi", "Người được hỏi", "VPCP", Role.REPORTER, Role.HEAD)
    others = [person(f"vai-{each.value}", each.value, "VPTW", each) for each in Role if each not in _BODY]
    more_assessments(made, NOON, expert=asked.id)
    _sources()
    written.propose(metric_file("11.2-waits"), reason="Thử.", by=MAKER, now=NOON)
    _documents()
    today = queries.register("nq03"), date(2025, 6, 20)
    open_ones = questions(queries.programme("nq03"), *today)
    named = next(each for each in open_ones if each.leads and each.named is None)
    return Everything(made, (made.reporter, made.head, asked, *others), f"{named.task.code}~{named.group}")


_BODY = frozenset({Role.REPORTER, Role.HEAD})


def _sources():
    """Agree on one source of payments, and leave another one to the second person."""
    names = [column.name for column in TABLES["payments"].columns]
    columns = tuple(Mapped(name, name) for name in names)
    declared = declaration("payments", place="payments/{month}.parquet", mapping=columns)
    for name in ("Nguồn đã bật", "Nguồn đang chờ"):
        version = propose_source(declaration=replace(declared, name=name), by=MAKER, now=NOON)
        if name == "Nguồn đã bật":
            switch_on(id=version.source, number=1, by=VERIFIER, now=NOON)


def _documents():
    """Send in a plan with unknown bodies, and an act that amends a programme in force."""
    given = {"draft": acts.first_draft(), "effective_on": acts.ISSUED, "by": MAKER, "now": NOON}
    actions.adopt_draft(slug="cay", confirmed_by=VERIFIER, **given)
    client = log_in(f"vai-{Role.METHODOLOGIST.value}")
    for name, source, form in (
        ("plan.md", "tree-plan-en.md", {"slug": "trees"}),
        ("sua.md", "chuong-trinh-cay-xanh-sua-doi.md", {"amends": "cay"}),
    ):
        sent = SimpleUploadedFile(name, (DOCUMENTS / source).read_bytes())
        answer = client.post("/van-ban", {"file": sent, **form})
        assert answer.status_code == 302, answer.content.decode()

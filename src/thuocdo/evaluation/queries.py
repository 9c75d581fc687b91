"""The facts of a programme as they were known on a day: what rules, pages and snapshots start from."""

from datetime import date

from thuocdo.cycles import queries as cycles
from thuocdo.evaluation.types import Facts
from thuocdo.measurement import queries as measurement
from thuocdo.programme import queries as programmes


def facts(slug: str, *, as_of: date) -> Facts:
    """Return everything that a status, a verdict or a total of this programme needs.

    Only what had been received (and for values: verified or published) by the end of `as_of`
    is in it, and the programme is the version in force on that day (NotFound before the first).
    One illustrative record makes the whole illustrative.
    """
    evidence = cycles.evidence(slug, as_of=as_of)
    reports = cycles.reports(slug, as_of=as_of)
    milestones = cycles.milestones(slug, as_of=as_of)
    observations = measurement.observations(slug, as_of=as_of)
    marked = (
        any(item.illustrative for item in evidence),
        any(item.illustrative for item in reports),
        any(item.illustrative for item in milestones),
        any(item.illustrative for item in observations),
    )
    return Facts(
        programme=programmes.programme(slug, as_of=as_of),
        register=programmes.register(slug),
        as_of=as_of,
        evidence=evidence,
        reports=reports,
        milestones=milestones,
        observations=observations,
        illustrative=any(marked),
    )

"""Composed reports of the small invented programme, for tests of the six-month report."""

from dataclasses import replace

from tests.factories.facts import some_facts

from thuocdo.reports.composing import compose, cycle_of
from thuocdo.reports.counting import Figures
from thuocdo.reports.snapshots import frozen
from thuocdo.reports.types import Asked, Figure, Layout, Line, Own

CYCLE = "2025-2"


def a_snapshot(**changes):
    """Return a snapshot of the small programme."""
    return frozen(some_facts(**changes))


def asked_for(snapshot, agency="", *, language="vi", layout=Layout.STATE):
    """Return what is asked for: the second period of 2025, or the first where that has not begun."""
    facts = snapshot.facts
    begun = [each.code for each in facts.programme.cycles if each.starts_on <= facts.as_of]
    code = CYCLE if CYCLE in begun else begun[0]
    return Asked(cycle_of(facts.programme, code, day=facts.as_of), agency, layout, language)


def figures_of(snapshot):
    """Return the numbers of a snapshot for that period."""
    return Figures(snapshot, asked_for(snapshot).cycle)


def composed(texts=None, agency="", *, snapshot=None, **how):
    """Return the composed report with an author's texts."""
    snapshot = snapshot or a_snapshot()
    return compose(asked_for(snapshot, agency, **how), snapshot, Own(texts or {}))


def tampered(report, query, shown):
    """Return the report with the first number of a query replaced in its text by another."""
    done = False

    def part(each):
        nonlocal done
        if isinstance(each, Figure) and each.query == query and not done:
            done = True
            return replace(each, shown=shown)
        return each

    sections = tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, parts=tuple(map(part, block.parts))) if isinstance(block, Line) else block
                for block in section.blocks
            ),
        )
        for section in report.sections
    )
    assert done
    return replace(report, sections=sections)

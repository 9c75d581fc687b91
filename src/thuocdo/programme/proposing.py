"""The next version of a programme as a value, made of an accepted draft and the version before it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from thuocdo.core.errors import N_, Invalid
from thuocdo.documents.types import DocumentData, DraftProgramme, DraftTheme
from thuocdo.programme.acts import Act
from thuocdo.programme.amending import names_for
from thuocdo.programme.drafted import UNGROUPED
from thuocdo.programme.faults import draft_faults
from thuocdo.programme.halves import cycles_until
from thuocdo.programme.history import acts
from thuocdo.programme.making import Making, short_name
from thuocdo.programme.next_indicators import next_indicators
from thuocdo.programme.next_tasks import next_tasks
from thuocdo.programme.types import Indicator, Programme, Register, Task, Theme

_LAST_YEARS = 1


def propose(
    draft: DraftProgramme,
    *,
    slug: str,
    register: Register,
    before: Programme | None = None,
    effective_on: date,
    partial: bool = False,
    renumbered: Mapping[str, str] | None = None,
) -> Programme:
    """Return the first or the next version; refuses with every fault at once.

    Rows that go on keep their key, names, clauses, method and, while the output's words are the
    same, their required parts; what a new row asks for is proposed from its words. Rows that the
    act drops stay, marked with the act that replaced them. `partial` and `renumbered` as in
    amending.difference: `renumbered` maps old number to new ("" ends a row), None takes the proposal.
    """
    if before is not None and before.slug != slug:
        params = {"other": before.slug, "slug": slug}
        raise Invalid(N_("The version before is of {other}, not of {slug}."), params=params)
    names = names_for(draft, before, register)
    faults = draft_faults(
        draft,
        names=names,
        before=before,
        effective_on=effective_on,
        partial=partial,
        renumbered=renumbered,
    )
    if faults:
        raise Invalid(
            N_("The draft cannot become a version yet: {count} places are wrong."),
            faults=faults,
            hint=N_("Nothing was adopted. Correct these places and try again."),
            params={"count": len(faults)},
        )
    act = _act(draft.document, 1 if before is None else before.version + 1, effective_on)
    making = Making(draft, register, names, act, before, partial, renumbered)
    tasks, indicators = next_tasks(making), next_indicators(making)
    head = _head(slug, making) if before is None else before
    return replace(
        head,
        version=act.version,
        themes=_themes(making, tasks),
        tasks=tasks,
        indicators=indicators,
        cycles=cycles_until(_last_year(tasks, indicators, act), start=head.issued_on, known=head.cycles),
        amendments=tuple(item for item in head.amendments if item.number != act.number),
        acts=(act,) if before is None else (*acts(before), act),
    )


def _act(document: DocumentData, version: int, effective_on: date) -> Act:
    """Return the act that makes the version; the draft has been checked to name itself."""
    return Act(
        version=version,
        number=document.number or "",
        issued_on=document.issued_on or effective_on,
        effective_on=effective_on,
        title=document.title or "",
        sha256=document.sha256,
    )


def _head(slug: str, making: Making) -> Programme:
    document, act = making.draft.document, making.act
    issuer = document.issuer or ""
    name = short_name(document.title or act.number)
    return Programme(
        slug=slug,
        number=act.number,
        name_vi=name,
        name_en=name,
        issuer_vi=issuer,
        issuer_en=making.names.english(issuer),
        issued_on=act.issued_on,
        version=1,
        themes=(),
        tasks=(),
        indicators=(),
    )


def _last_year(tasks: tuple[Task, ...], indicators: tuple[Indicator, ...], act: Act) -> int:
    """Return the year to which reports are asked for: of the last deadline or the nearest horizon."""
    years = [task.deadline.due.year for task in tasks if task.deadline.due is not None]
    nearest = min((row.horizon for row in indicators), default=0)
    return max([*years, nearest, act.effective_on.year + _LAST_YEARS])


def _themes(making: Making, tasks: tuple[Task, ...]) -> tuple[Theme, ...]:
    """Return the themes of the act, then those that only older rows still stand under."""
    known = {theme.code: theme for theme in (making.before.themes if making.before else ())}
    printed = {theme.code: _theme(theme, known.get(theme.code)) for theme in making.draft.themes}
    used = {task.theme for task in tasks}
    if UNGROUPED in used:
        known.setdefault(UNGROUPED, Theme(UNGROUPED, "Nhiệm vụ", "Tasks"))
    if making.partial:
        return tuple((known | printed).values())
    rest = {code: theme for code, theme in known.items() if code in used and code not in printed}
    return (*printed.values(), *rest.values())


def _theme(row: DraftTheme, before: Theme | None) -> Theme:
    if before is None or (before.title is not None and before.name_vi == short_name(before.title)):
        return Theme(row.code, short_name(row.title), short_name(row.title), row.title)
    return replace(before, title=row.title)

"""The open data: every list of the publication as a table, made from facts and verdicts alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from thuocdo.core.memory import Memory
from thuocdo.core.messages import Reason, translate
from thuocdo.cycles.types import Evidence, Report
from thuocdo.evaluation.types import (
    AgencyTotals,
    AssignmentVerdict,
    Facts,
    IndicatorVerdict,
    Status,
    TargetVerdict,
    TaskVerdict,
    Verdicts,
)
from thuocdo.programme.history import deadline_history
from thuocdo.programme.types import Agency, AgencyKind, Indicator, Target, Task
from thuocdo.publication.columns import Row, Table, columns, counts
from thuocdo.publication.parts import parts

DATA_FOLDER = "du-lieu"


def tables(facts: Facts, verdicts: Verdicts, memory: Memory | None = None) -> tuple[Table, ...]:
    """Return all tables in the order of the data page; the verifier makes the same ones again."""
    memory = memory or Memory()
    slug = facts.programme.slug
    data = f"{slug}/{DATA_FOLDER}"
    assignments = _assignments(f"{data}/assignments", facts, verdicts, memory)
    observations = _observations(f"{data}/observations", facts)
    return (
        _tasks(f"{slug}/nhiem-vu", facts, verdicts),
        _indicators(f"{slug}/chi-tieu", facts, verdicts),
        _bodies("agencies", f"{slug}/co-quan", facts, verdicts, memory),
        _bodies("provinces", f"{slug}/dia-phuong", facts, verdicts, memory),
        _duties(f"{slug}/nghia-vu", facts),
        assignments,
        _components(f"{data}/components", facts),
        _targets(f"{data}/targets", facts, verdicts),
        observations,
        _evidence(f"{data}/evidence", facts, memory),
        _reports(f"{data}/reports", facts, memory),
        _milestones(f"{data}/milestones", facts),
        _shared_documents(f"{data}/shared_documents", facts, verdicts),
        _totals(f"{data}/totals", facts, verdicts),
        *parts(facts.programme, assignments, observations),
    )


def dictionary(facts: Facts, described: tuple[Table, ...]) -> Table:
    """Return the data dictionary: what each column of each table means, in both languages."""
    return dictionary_of(f"{facts.programme.slug}/{DATA_FOLDER}/dictionary", described)


def dictionary_of(path: str, described: tuple[Table, ...]) -> Table:
    """Return what each column of these tables means, as a table at an address."""
    return Table(
        "dictionary",
        path,
        columns("table", "file", "column", "type", "meaning_vi", "meaning_en", "values", "illustrative"),
        tuple(
            (
                table.name,
                table.path,
                column.name,
                column.type,
                _meaning(column.meaning, column.name, "vi"),
                _meaning(column.meaning, column.name, "en"),
                column.values,
                False,
            )
            for table in described
            if not table.part
            for column in table.columns
        ),
        keys=3,
    )


def _meaning(message: str, name: str, language: str) -> str:
    status = next((each for each in Status if name.endswith(f"_{each}")), "")
    return translate(message, language).format(status=status)


def _tasks(path: str, facts: Facts, verdicts: Verdicts) -> Table:
    names = columns(
        *("task", "theme", "theme_name_vi", "theme_name_en", "name_vi", "name_en", "leads", "coordinators"),
        *("deadline_text", "deadline_kind", "due", "first_due", "rhythm", "mode", "status", "reason"),
        *("reason_values", "done_on", "days_late", "overdue", "claimed_without_proof", "claim_reason"),
        *("office_cell", "recurring", "instance", "run_done", "run_total", "current", "current_status"),
        *("members_unnamed", "printed_number", "deadline_act"),
    )
    verdict_of = {verdict.task: verdict for verdict in verdicts.tasks}
    themes = {theme.code: theme for theme in facts.programme.themes}

    def row(task: Task, verdict: TaskVerdict) -> Row:
        theme = themes.get(task.theme)
        return (
            *(task.code, task.theme, theme.name_vi if theme else "", theme.name_en if theme else ""),
            *(task.name_vi, task.name_en, task.leads, task.coordinators),
            *(task.deadline.text, task.deadline.kind, verdict.due, verdict.first_due),
            *(task.rhythm, task.mode, verdict.status, verdict.reason.code, _values(verdict.reason)),
            *(verdict.done_on, verdict.days_late, verdict.overdue, verdict.claimed_without_proof),
            *(_code(verdict.claim_reason), verdict.office_cell, verdict.recurring, verdict.instance),
            *(verdict.run_done, verdict.run_total, verdict.current, verdict.current_status),
            *(verdict.members_unnamed, task.number, deadline_history(task, facts.programme)[-1].act),
            *_by_status(verdict.counts),
            facts.illustrative,
        )

    return Table(
        "tasks",
        path,
        (*names, *counts("assignments"), *columns("illustrative")),
        tuple(row(task, verdict_of[task.code]) for task in facts.programme.tasks),
    )


def _assignments(path: str, facts: Facts, verdicts: Verdicts, memory: Memory) -> Table:
    names = columns(
        *(
            "task",
            "agencies",
            "original_agency",
            "agencies_names_vi",
            "agencies_names_en",
            "status",
            "reason",
        ),
        *("reason_values", "due", "done_on", "days_late", "overdue", "claimed_without_proof"),
        *("claim_reason", "components_total", "components_filed", "components_verified", "illustrative"),
    )
    bodies = {agency.code: agency for agency in facts.register.agencies}

    def row(task: str, part: AssignmentVerdict) -> Row:
        known = [bodies[code] for code in part.agencies if code in bodies]
        return (
            *(task, part.agencies, part.origin, tuple(each.name_vi for each in known)),
            *(tuple(each.name_en for each in known), part.status, part.reason.code, _values(part.reason)),
            *(part.due, part.done_on, part.days_late, part.overdue, part.claimed_without_proof),
            *(_code(part.claim_reason), len(part.components)),
            sum(bool(each.filed or each.verified) for each in part.components),
            sum(bool(each.verified) for each in part.components),
            facts.illustrative,
        )

    ground = (facts.register, facts.illustrative)
    rows = tuple(
        each
        for verdict in verdicts.tasks
        for each in memory.of(
            (path, verdict.task),
            (verdict, ground),
            partial(_each, row, verdict),
        )
    )
    # Of two bodies that have merged since, one answers for two parts: only the origin tells them apart.
    return Table("assignments", path, names, rows, keys=3)


def _each(row: Callable[[str, AssignmentVerdict], Row], verdict: TaskVerdict) -> list[Row]:
    return [row(verdict.task, part) for part in verdict.assignments]


def _components(path: str, facts: Facts) -> Table:
    names = columns(
        *("task", "component", "name_vi", "name_en", "any_of", "minimum", "check_person", "read_from"),
        "illustrative",
    )
    rows = tuple(
        (
            *(task.code, each.code, each.name_vi, each.name_en, tuple(map(str, each.any_of))),
            *(each.minimum, each.check_person, each.read_from, False),
        )
        for task in facts.programme.tasks
        for each in task.components
    )
    return Table("components", path, names, rows, keys=2)


def _indicators(path: str, facts: Facts, verdicts: Verdicts) -> Table:
    names = columns(
        *("indicator", "code", "horizon", "name_vi", "name_en", "kind", "unit", "unit_vi", "unit_en"),
        *("lower_is_better", "monitors", "status", "reason", "reason_values", "measured", "targets"),
        *("gap", "gap_owner", "gap_task", "printed_number", "illustrative"),
    )
    verdict_of = {verdict.indicator: verdict for verdict in verdicts.indicators}

    def row(each: Indicator, verdict: IndicatorVerdict) -> Row:
        return (
            *(each.key, each.code, each.horizon, each.name_vi, each.name_en, each.kind),
            *(each.unit, each.unit_vi, each.unit_en, each.lower_is_better, each.monitors),
            *(verdict.status, verdict.reason.code, _values(verdict.reason)),
            *(verdict.measured, verdict.total, each.gap, each.gap_owner, each.gap_task),
            *(each.number, facts.illustrative),
        )

    rows = tuple(row(each, verdict_of[each.key]) for each in facts.programme.indicators)
    return Table("indicators", path, names, rows)


def _targets(path: str, facts: Facts, verdicts: Verdicts) -> Table:
    names = columns(
        *("indicator", "target", "interim", "scope", "comparator", "target_value", "target_upper"),
        *(
            "test",
            "due",
            "status",
            "reason",
            "reason_values",
            "progress",
            "baseline",
            "baseline_end",
            "value",
        ),
        *("value_end", "required", "distance", "distance_share", "time_share", "at_target_from_start"),
        *("observation", "illustrative"),
    )
    verdict_of = {verdict.indicator: verdict for verdict in verdicts.indicators}
    rows = tuple(
        _target_row(each.key, place, target, verdict, illustrative=facts.illustrative)
        for each in facts.programme.indicators
        for place, target, verdict in _with_verdicts(each, verdict_of[each.key])
    )
    return Table("targets", path, names, rows, keys=2)


def _with_verdicts(
    indicator: Indicator, verdict: IndicatorVerdict
) -> Iterator[tuple[int, Target | None, TargetVerdict]]:
    # A row without measured targets may carry no target verdicts: the row's own verdict stands for each.
    whole = TargetVerdict(scope="", status=verdict.status, reason=verdict.reason)
    for index, target in enumerate(indicator.targets):
        found = verdict.targets[index] if index < len(verdict.targets) else whole
        yield index + 1, target, found
    for index, found in enumerate(verdict.interim, len(indicator.targets) + 1):
        yield index, None, found


def _target_row(
    key: str, place: int, target: Target | None, found: TargetVerdict, *, illustrative: bool
) -> Row:
    interim = target is None
    target = target or Target("", found.target, scope=found.scope, due=found.due)
    return (
        *(key, place, interim, target.scope, target.comparator, target.value, target.upper),
        *(target.test, found.due or target.due),
        *(found.status, found.reason.code, _values(found.reason), found.progress, found.baseline),
        *(found.baseline_end, found.value, found.value_end, found.required, found.gap),
        *(found.distance_share, found.time_share, found.at_target_from_start, found.observation),
        illustrative,
    )


def _bodies(name: str, path: str, facts: Facts, verdicts: Verdicts, memory: Memory) -> Table:
    names = (
        *columns("agency", "name_vi", "name_en", "kind", "valid_from", "valid_until"),
        *(*counts("lead"), *counts("co_lead"), *counts("partner"), *counts("recurring")),
        *columns("due_tasks", "due_done_in_time", "evidence_filed", "evidence_verified", "open_tasks"),
        *columns("illustrative"),
    )
    wanted_provinces = name == "provinces"
    totals = {each.agency: each for each in verdicts.agencies}

    def row(body: Agency, total: AgencyTotals) -> Row:
        return (
            *(body.code, body.name_vi, body.name_en, body.kind, body.valid_from, body.valid_until),
            *(*_by_status(total.lead), *_by_status(total.co_lead), *_by_status(total.partner)),
            *_by_status(total.recurring),
            *(total.due, total.due_done_in_time, total.evidence_filed, total.evidence_verified),
            *(total.open_codes, facts.illustrative),
        )

    # A code that came back for another body stands once, under the body that holds it now.
    bodies = {body.code: body for body in facts.register.agencies}
    bodies |= {body.code: body for body in facts.register.agencies if body.exists_on(facts.as_of)}
    wanted = [
        (body, totals[code])
        for code, body in bodies.items()
        if code in totals and (body.kind is AgencyKind.PROVINCE) == wanted_provinces
    ]
    rows = memory.each(path, wanted, lambda some: [row(*each) for each in some], beside=facts.illustrative)
    return Table(name, path, names, tuple(rows))


def _duties(path: str, facts: Facts) -> Table:
    names = columns("clause", "name_vi", "name_en", "nearest_tasks", "illustrative")
    rows = tuple(
        (duty.clause, duty.name_vi, duty.name_en, duty.nearest_tasks, False)
        for duty in facts.programme.duties
    )
    return Table("duties", path, names, rows)


def _observations(path: str, facts: Facts) -> Table:
    names = columns(
        *("observation", "code", "value", "unit", "period_start", "period_end", "place", "scope"),
        *("qualifier", "source", "origin", "standing", "method", "published_on", "received_on"),
        *("provisional", "numerator", "denominator", "definition_vi", "definition_en", "verified_by"),
        "illustrative",
    )
    rows = tuple(
        (
            *(each.id, each.indicator, each.value, each.unit, each.period_start, each.period_end),
            *(each.place, each.scope, each.qualifier, each.source, each.origin, each.standing),
            *(each.method, each.published_on, each.received_on, each.provisional, each.numerator),
            *(each.denominator, each.definition_vi, each.definition_en, each.verified_by),
            each.illustrative,
        )
        for each in facts.observations
    )
    return Table("observations", path, names, rows)


def _evidence(path: str, facts: Facts, memory: Memory) -> Table:
    names = columns(
        *("evidence", "task", "agency", "kind", "text", "state", "received_on", "number", "issuer"),
        *("issued_on", "in_gazette", "url", "component", "verified_on", "verified_by", "verifier_note"),
        *("verified_components", "illustrative"),
    )

    def rows(some: Sequence[Evidence]) -> list[Row]:
        return [
            (
                *(each.id, each.task, each.agency, each.kind, each.text, each.state, each.received_on),
                *(each.number, each.issuer, each.issued_on, each.in_gazette, each.url, each.component),
                *(each.verified_on, each.verified_by, each.verifier_note, each.verified_components),
                each.illustrative,
            )
            for each in some
        ]

    return Table("evidence", path, names, tuple(memory.each(path, facts.evidence, rows)))


def _reports(path: str, facts: Facts, memory: Memory) -> Table:
    names = columns(
        *("report", "task", "agency", "cycle", "situation", "state", "received_on", "expected_on"),
        *("obstacle", "obstacle_since", "public_sentence", "illustrative"),
    )

    def rows(some: Sequence[Report]) -> list[Row]:
        return [
            (
                *(each.id, each.task, each.agency, each.cycle, each.situation, each.state),
                *(each.received_on, each.expected_on, each.obstacle, each.obstacle_since),
                *(each.public_sentence, each.illustrative),
            )
            for each in some
        ]

    return Table("reports", path, names, tuple(memory.each(path, facts.reports, rows)))


def _milestones(path: str, facts: Facts) -> Table:
    names = columns("milestone", "task", "agency", "text", "due", "verified_on", "illustrative")
    rows = tuple(
        (each.id, each.task, each.agency, each.name, each.due_on, each.verified_on, each.illustrative)
        for each in facts.milestones
    )
    return Table("milestones", path, names, rows)


def _shared_documents(path: str, facts: Facts, verdicts: Verdicts) -> Table:
    names = columns("number", "tasks", "pieces", "illustrative")
    rows = tuple((each.number, each.tasks, each.evidence, facts.illustrative) for each in verdicts.duplicates)
    return Table("shared_documents", path, names, rows)


def _totals(path: str, facts: Facts, verdicts: Verdicts) -> Table:
    totals = verdicts.totals
    parts: dict[str, Mapping[str, int]] = {
        "once": totals.once,
        "recurring": totals.recurring,
        "office": totals.office,
        "indicators": totals.indicators,
        **{f"theme {code}": found for code, found in totals.by_theme.items()},
    }
    rows = tuple(
        (part, str(key), count, facts.illustrative)
        for part, found in parts.items()
        for key, count in sorted(found.items())
    )
    return Table("totals", path, columns("part", "key", "count", "illustrative"), rows, keys=2)


def _by_status(found: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(found.get(status, 0) for status in Status)


def _values(reason: Reason) -> tuple[str, ...]:
    return tuple(f"{name}={value}" for name, value in sorted(reason.params.items()))


def _code(reason: Reason | None) -> str:
    return reason.code if reason else ""

"""What is wrong with a set, and why points were lost, in words; rules and checks only name the codes."""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thuocdo.core.errors import Fault
from thuocdo.core.messages import Reason, translate
from thuocdo.evaluation.scoring.kinds import UnitType


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a set: its line, a code, and the values that its sentence names."""

    line: int
    code: str
    field: str = ""
    params: Mapping[str, str] = dataclasses.field(default_factory=lambda: _NOTHING)


MOST_FAULTS = 500
"""Nobody reads more at once, and a file made to be wrong shall not fill a page."""

SENTENCES: Mapping[str, str] = {
    # the file
    "too_large": _("the file is larger than {most} KB; split the set or shorten its texts"),
    "not_utf8": _("the file is not in UTF-8; save it as UTF-8"),
    "tab": _("a tab; indent with spaces"),
    "odd_letter": _("an invisible or control character ({code}); delete it"),
    "no_yaml": _("this is not YAML; look at the colon, quote, dash and indent here and on the line before"),
    "empty": _("the file is empty; begin from one of the shipped sets"),
    "second_document": _("a second document begins; one file holds one set"),
    "alias": _("anchors and aliases (& and *) are not allowed; write the text out"),
    "tag": _("tags (!) are not allowed; delete it"),
    "key_no_text": _("a key must be plain text"),
    "too_deep": _("nested deeper than {most} levels; nothing in a set is that deep"),
    "too_many": _("more than {most} values; no set is that long"),
    "key_twice": _("“{key}” was given before, on line {first}; keep one of the two"),
    # the shape
    "no_mapping": _("“{key}: value” lines are expected here"),
    "no_list": _("a list is expected here, each item after a dash"),
    "no_text": _("a text is expected here"),
    "no_value": _("nothing is written after the colon"),
    "unknown_key": _("unknown word “{key}”; possible here: {known}"),
    "comma_in_text": _("“{key}” stands after a comma; a text that has a comma stands in quotes: 'one, two'"),
    "missing_key": _("“{key}” is missing"),
    "not_a_choice": _("“{value}” is unknown; choose among: {known}"),
    "unknown_function": _("unknown scoring function “{value}”; choose among: {known}"),
    "unknown_measure": _("this says nothing to measure; begin with one of: {known}"),
    "not_a_number": _("“{value}” is no number; write digits with a point, for example 12.5"),
    "quoted_number": _("the number {value} stands in quotes; take the quotes away"),
    "comma_number": _("“{value}” has a comma; in a set the decimal sign is a point"),
    "not_finite": _("“{value}” is no number that can be counted with"),
    "number_too_long": _("{value} is too long; at most 12 digits before the point and 6 after it"),
    "not_whole": _("“{value}” must be a whole number"),
    "not_true_false": _("“{value}” must be true or false"),
    "not_a_day": _("“{value}” is no day; write it as 2026-01-31"),
    "not_an_id": _(
        "“{value}” is no short name; use letters without marks, digits, point, dash and underscore"
    ),
    "not_terms": _("“{value}” cannot be read; write names of inputs with + and - between them"),
    "text_too_long": _("the text is longer than {most} characters"),
    "empty_list": _("the list is empty; at least one item is needed"),
    # the sense
    "format_unknown": _("this version of the language is unknown; write format: {known}"),
    "version_low": _("a version is 1 or higher"),
    "negative": _("{value} is negative; points are never negative, penalties say how much is taken away"),
    "zero_points": _("0 points can never count; give points or take the criterion away"),
    "too_fine": _("{value} has more decimal places than the {places} that the set keeps (rounding.places)"),
    "places_range": _("between 0 and 4 decimal places can be kept"),
    "percent_range": _("a share in per cent lies between 0 and 100"),
    "id_twice": _("“{id}” was used before, on line {first}; every id is used once"),
    "pillar_sum": _("the criteria of pillar {id} add up to {sum} points, and the pillar says {points}"),
    "pillar_short": _("pillar {id} says {points} points, and its criteria reach {sum} at most"),
    "total_sum": _("the pillars add up to {sum} points, and the set says {total}"),
    "group_unknown": _("there is no group “{id}” in this pillar"),
    "group_unused": _("group “{id}” has no criteria"),
    "group_idle": _("the cap {cap} can never bind: the group’s criteria reach {sum} at most"),
    "unknown_input": _("there is no input “{name}” that this set may read; near: {near}"),
    "strange_input": _("there is no input “{name}” that this set may read"),
    "unused_input": _("no criterion or condition reads the input “{name}”"),
    "shadows_input": _("names with a point belong to this system; call your input otherwise"),
    "input_range": _("“least” must be smaller than “most”"),
    "input_needs_most": _("a score needs “most”, the highest that can be given"),
    "input_fixed_range": _("an input of kind {kind} has its own range; take “least” and “most” away"),
    "computed_own": _("a computed criterion reads this system only, and “{name}” is handed in"),
    "no_rule": _("a measure and a score are needed, or alternatives"),
    "two_rules": _("either a measure and a score, or alternatives, not both"),
    "alternative_gap": _("no alternative covers {case}"),
    "alternative_overlap": _("two alternatives cover {case}"),
    "type_not_judged": _("“{type}” is not among the units of this set"),
    "type_twice": _("“{value}” stands twice"),
    "phase_unknown": _("there is no phase “{id}”; name it under “phases” first"),
    "never_applies": _("the criterion applies to no unit"),
    "minimum_needed": _("must be 1 or more: a share of nothing says nothing"),
    "minimum_survey": _("a survey counts from 5 answers on at least"),
    "evidence_needed": _("a self-assessed criterion says which evidence must be handed in"),
    "expert_needs_scores": _("an expert criterion measures “scores”"),
    "scores_need_expert": _("“scores” are for criteria whose source is expert"),
    "survey_needs_share": _("a survey criterion measures a share or a mean"),
    "yes_no_needs": _("yes_no reads one input of kind yes_no"),
    "band_order": _("the band is empty: it ends before it begins"),
    "band_two_ends": _("give one lower and one upper end: from or above, below or to"),
    "band_gap": _("between this band and the one on line {first} no band covers {values}"),
    "band_overlap": _("this band and the one on line {first} both cover {values}"),
    "band_low_gap": _("no band covers values below {value}"),
    "band_high_gap": _("no band covers values above {value}"),
    "band_beyond": _("no value can fall in this band: the measure lies {range}"),
    "band_points_high": _("the band gives {value} points, more than the criterion’s {points}"),
    "band_not_monotone": _("more should earn more here (better: {better}), and this band breaks it"),
    "never_full": _("full points can never be reached: the most is {most} of {points}"),
    "always_full": _("every value earns full points, so the criterion tells nobody apart"),
    "ends_equal": _("zero_at and full_at are equal, so nothing lies between them"),
    "ends_beyond": _("{value} can never be measured: the measure lies {range}"),
    "ends_against_better": _("full_at lies on the wrong side of zero_at for better: {better}"),
    "floor_outside": _("the floor must lie between zero_at and full_at"),
    "each_zero": _("each must be more than 0"),
    "ratio_range": _("a ratio lies between 0 and 10"),
    "ratio_negative": _("relative compares amounts from 0 up only; this measure can be negative"),
    "score_alone": _("several experts give the score “{name}”; measure it with scores"),
    "scores_kind": _("“{name}” must be an input of kind score"),
    "relative_between": _("relative needs better: more or less"),
    "skip_idle": _("not_applicable says nothing; name declared, when_zero or for"),
    "skip_penalty": _("a bonus or penalty that does not apply counts nothing; take not_applicable away"),
    "all_skippable": _("every criterion can be left out; at least one must always apply"),
    "bonus_missing": _("bonus_within_total needs a pillar of kind bonus"),
    "base_missing": _("at least one pillar of kind base is needed"),
    "condition_one": _("a condition names one of: criterion, pillar, input"),
    "criterion_unknown": _("there is no criterion “{id}”"),
    "pillar_unknown": _("there is no pillar “{id}”"),
    "level_unknown": _("there is no level with the id “{id}”; ids of levels: {known}"),
    "condition_never": _("it can never hold: at most {most} can be reached"),
    "condition_bound": _("a condition says at_least or at_most"),
    "condition_low": _("it can never hold: it is {least} at least"),
    "condition_always": _("it always holds, so it caps nothing: at most {most} can be reached"),
    "condition_idle": _("the best level is no cap"),
    "levels_too_many": _("public bodies stand in four levels at most, and there are {count}"),
    "levels_order": _("levels stand from the best to the lowest, and this one is higher than the one before"),
    "sum_needs_counts": _("merged: sum_of_inputs adds counts and amounts only, and “{name}” is a {kind}"),
    # the data that a set is applied to
    "data_large": _("the file is larger than {most} MB"),
    "data_no_csv": _("this cannot be read as CSV; save it as UTF-8 with commas or semicolons"),
    "data_no_column": _("there is no column “{name}”"),
    "data_unknown_column": _("no input is called “{name}”; near: {near}"),
    "data_strange_column": _("no input is called “{name}”"),
    "data_column_twice": _("there are two columns “{name}”"),
    "data_no_rows": _("there is no unit in the file"),
    "data_no_unit": _("no unit stands here; write its code"),
    "data_cells": _("{count} cells instead of {columns}"),
    "data_unit_twice": _("unit {unit} was given for {period} before, on line {first}"),
    "data_unit_changed": _("unit {unit} says another {what} than on line {first}"),
    "data_type": _("“{value}” is no kind of unit that this set judges; choose among: {known}"),
    "data_phase": _("“{value}” is no phase of this set; choose among: {known}"),
    "data_no_phases": _("“{value}” is no phase: this set has none"),
    "data_period_form": _("“{value}” is no period of this set (period: {length}); write it as {example}"),
    "data_period_alike": _("“{value}” is written otherwise than {first} above; write all periods one way"),
    "data_no_period": _("no period stands here, and other lines have one"),
    "data_period": _("there is no period {period} in the file"),
    "data_unit": _("there is no unit {unit} in the file"),
    "data_number": _("“{value}” is no number; write digits, with a point for decimals"),
    "data_yes_no": _("“{value}” is neither yes nor no; write yes or no (có or không)"),
    "data_grouped": _("“{value}”: no grouped thousands; write 6300, and 6300.5 with a point for decimals"),
    "data_ambiguous": _("“{value}” may mean {one} or {other}; write one of the two"),
    "data_places": _("“{value}” has more than {places} decimal places"),
    "data_limits": _("{value} cannot be: it must lie {range}"),
    "data_several": _("several values stand here, and {name} has one"),
    "data_criterion": _("there is no criterion “{id}” for which this can be said"),
    "data_no_evidence": _("criterion {id} takes no evidence: only self_assessed ones do, and it is {source}"),
    "data_no_not_applicable": _(
        "of criterion {id} no unit can say that it does not apply; the set says so with declared: true"
    ),
    "frozen_needed": _("a set in force or frozen says frozen_on and judges"),
    "frozen_late": _("frozen_on must lie before the first day that it judges, {day}"),
    "span_order": _("“until” must not lie before “from”"),
}
"""Everything that can be wrong with a set, one sentence each."""


def fault(finding: Finding) -> Fault:
    """Return a finding as a fault that the doors can say in both languages."""
    code, params = finding.code, finding.params
    return Fault(
        f"line {finding.line}",
        SENTENCES[code].format(**params),
        finding.field or None,
        SENTENCES[code],
        params,
    )


def faults(findings: Iterable[Finding]) -> tuple[Fault, ...]:
    """Return the findings as faults in the order of their lines, each once; of very many the first ones."""
    unique = {(each.line, each.code, each.field, tuple(each.params.items())): each for each in findings}
    return tuple(fault(each) for each in sorted(unique.values(), key=lambda each: each.line)[:MOST_FAULTS])


def reason_words(reason: Reason, language: str) -> str:
    """Return why points are as they are, in a language."""
    params = dict(reason.params)
    for name in [each for each in params if each.endswith(("_vi", "_en"))]:
        value = params.pop(name)
        if name.endswith(f"_{language}"):
            params[name[:-3]] = value
    shown = {key: value if key in _VERBATIM else spoken(value, language) for key, value in params.items()}
    return translate(REASONS[reason.code], language).format_map(shown)


_VERBATIM = frozenset({"name", "why", "group", "level", "condition"})
_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")


def spoken(number: str, language: str) -> str:
    """Return a number, or a text that holds some, as people of the language write it: 12,5 in Vietnamese."""
    return _POINT.sub(",", number) if language == "vi" else number


TYPE_WORDS: Mapping[UnitType, str] = {
    UnitType.COUNTRY: _("The country"),
    UnitType.MINISTRY: _("Ministries"),
    UnitType.AGENCY: _("Agencies"),
    UnitType.PROVINCE: _("Provinces"),
    UnitType.COMMUNE: _("Communes"),
    UnitType.HEAD: _("Heads"),
    UnitType.ENTERPRISE_SMALL: _("Small and medium enterprises"),
    UnitType.ENTERPRISE_LARGE: _("Large enterprises"),
    UnitType.ENTERPRISE_GROUP: _("Groups of enterprises"),
    UnitType.STATE_ENTERPRISE: _("State enterprises"),
    UnitType.SCIENCE_ORGANISATION: _("Public science organisations"),
    UnitType.PROJECT: _("Projects"),
    UnitType.PLAN: _("Plans"),
}
"""What a table of one kind of unit is headed with."""

REASONS: Mapping[str, str] = {
    "full": _("Full points."),
    "missing": _("No value was handed in for {name}; it counts as nothing."),
    "missing_no_total": _("No value was handed in for {name}; there is no total until it comes."),
    "missing_left_out": _("No value was handed in for {name}; the set leaves the criterion out then."),
    "few_scores": _("{count} of the {least} scores that are needed were handed in; it counts as nothing."),
    "few_scores_no_total": _(
        "{count} of the {least} scores that are needed were handed in; there is no total until they come."
    ),
    "few_scores_left_out": _(
        "{count} of the {least} scores that are needed were handed in; the set leaves the criterion out then."
    ),
    "no_evidence": _("No evidence was handed in, so the self-assessment does not count."),
    "band": _("{measure}: in the band {band}, which earns {points} of {most}."),
    "below_floor": _("{measure} is beyond the floor of {floor}, from where points begin."),
    "no_way_yet": _("{measure}: points begin beyond {zero}."),
    "part_of_way": _("{measure}: full points at {full}."),
    "wrong_answer": _("The answer does not earn the points."),
    "counted": _("{measure}: {each} points for each, full at {needed}."),
    "against_best": _("{measure}: the best of the same kind of unit has {reference}."),
    "against_median": _("{measure}: the middle of the same kind of unit is {reference}."),
    "against_past": _("{measure}: it had {reference} in the period before."),
    "no_reference": _("There is no value to compare with."),
    "group_cap": _("The group {group} is capped at {cap}."),
    "pillar_cap": _("The pillar is capped at {cap}."),
    "too_few": _("Only {count} cases, and a share counts from {least} on."),
    "nothing_counted": _("There is no case to count, so there is no share."),
    "declared": _("The unit says that it does not apply: {why}"),
    "when_zero": _("It does not apply: {name} is 0."),
    "not_for_type": _("It does not apply to this kind of unit."),
    "beyond_whole": _("{part} of {whole} is more than the whole; it counts as 100 %."),
    "penalty": _("{measure}: takes {points} points away."),
    "no_penalty": _("Nothing is taken away."),
    "too_much_left_out": _(
        "{share} % of the points do not apply, more than the {most} % that the set allows."
    ),
    "capped_level": _("The level is no better than {level}: {condition}"),
    "condition_missing": _("No value was handed in for “{name}”, so the condition does not hold."),
    "nothing_applies": _("No criterion applies, so there is no total."),
    "merged_mean": _("First period after a merger: the plain mean of its predecessors."),
    "merged_sum": _("First period after a merger: the sum of its predecessors’ data."),
    "merged_none": _("First period after a merger: the set gives no total."),
}
"""Why a criterion has the points it has, and a unit its total and level."""

"""Every way in which a set can be wrong gives one sentence with its line, and nothing is half loaded."""

import pytest
from tests.unit.evaluation.scoring.sample import GOOD, found_in, line_of, lines_of, the_set

from thuocdo.core.errors import Invalid
from thuocdo.core.messages import catalogue, fault_sentence
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.words import REASONS, SENTENCES

_EXTRA_LEVELS = "\n".join(
    f"  - {{id: l{n}, title: Mức, from: {20 * n}, {'to: 100' if n == 4 else f'below: {20 * n + 20}'}}}"
    for n in (4, 3, 2, 1, 0)
)
_LEVELS = GOOD[GOOD.index("  - {id: tot") :]
_TOP = "  - {id: tot, title: Tốt, from: 80, to: 100}\n"
_MIDDLE = "  - {id: kha, title: Khá, from: 50, below: 80}\n"
_JUDGES = "period: year\nfrozen_on: 2026-01-01\njudges: {from: 2026-01-01, until: 2026-12-31}"
_B1 = "measure: {scores: given, at_least: 3}"

CASES = {
    # name: (what stands there, what stands there instead, words of the line that is named, code)
    "pillar does not add up": ("    points: 60", "    points: 59", "points: 59", "pillar_sum"),
    "pillar cannot be filled": (
        "    points: 40\n    crit",
        "    points: 41\n    capped: true\n    crit",
        "points: 41",
        "pillar_short",
    ),
    "total does not add up": ("total: 100", "total: 90", "total: 90", "total_sum"),
    "unknown input": ("value: rate", "value: ratte", "value: ratte", "unknown_input"),
    "input that nobody reads": (
        "  late: {t",
        "  x: {title: x, kind: count}\n  late: {t",
        "  x:",
        "unused_input",
    ),
    "own input with a name of the system": ("  late:", "  tasks.late:", "tasks.late:", "shadows_input"),
    "computed from what is handed in": ("source: expert", "source: computed", _B1, "scores_need_expert"),
    "criterion that never reaches its points": (
        "{from: 100, points: 10}",
        "{from: 100, points: 9}",
        "        score:$",
        "never_full",
    ),
    "target beyond what can be measured": ("full_at: 85", "full_at: 120", "full_at: 120", "ends_beyond"),
    "criterion that is always full": (
        "{by: linear, full_at: 10}",
        "{by: linear, zero_at: -1, full_at: 0}",
        "full_at: 0}",
        "always_full",
    ),
    "bands that all give the same": (
        "below: 70, points: 0",
        "below: 70, points: 10",
        "points: 4",
        "band_not_monotone",
    ),
    "gap between bands": (
        "{from: 70, below: 90",
        "{from: 70, below: 89",
        "below: 100, points: 8",
        "band_gap",
    ),
    "overlap of bands": ("{from: 70, below: 90", "{from: 70, to: 90", "from: 90", "band_overlap"),
    "no band at the bottom": (
        "{below: 70, points: 0}",
        "{from: 10, below: 70, points: 0}",
        "from: 10",
        "band_low_gap",
    ),
    "no band at the top": (
        "{from: 100, points: 10}",
        "{from: 100, below: 100, points: 10}",
        "below: 100, points: 10",
        "band_order",
    ),
    "two lower ends": ("{from: 70, below", "{from: 70, above: 70, below", "above: 70", "band_two_ends"),
    "band above the points": (
        "below: 100, points: 8",
        "below: 100, points: 11",
        "points: 11",
        "band_points_high",
    ),
    "band that no value reaches": (
        "{from: 100, points: 10}",
        "{from: 101, points: 10}\n            - {from: 100, points: 10}",
        "from: 101",
        "band_beyond",
    ),
    "more earns less": ("below: 100, points: 8", "below: 100, points: 2", "points: 2", "band_not_monotone"),
    "id twice": ("- id: A2", "- id: A1", "- id: A1", "id_twice"),
    "level twice": ("{id: kha", "{id: tot", "title: Khá", "id_twice"),
    "share without minimum": ("out_of: due, at_least: 5", "out_of: due", "out_of: due", "missing_key"),
    "minimum of nothing": ("at_least: 5", "at_least: 0", "at_least: 0", "minimum_needed"),
    "unknown function": ("by: yes_no", "by: yesno", "by: yesno", "unknown_function"),
    "nothing measured": ("measure: {value: open}", "measure: {valeu: open}", "valeu", "unknown_measure"),
    "unknown unit type": (
        "units: [ministry, province]",
        "units: [ministry, provinz]",
        "provinz",
        "not_a_choice",
    ),
    "unit type that the set does not judge": (
        "- for: [ministry]",
        "- for: [commune]",
        "for: [commune]",
        "type_not_judged",
    ),
    "unit type twice": (
        "units: [ministry, province]",
        "units: [ministry, province, ministry]",
        "units:",
        "type_twice",
    ),
    "alternatives that miss a case": (
        "- for: [ministry]",
        "- for: [ministry]\n            phase: [run]",
        "alternatives:",
        "alternative_gap",
    ),
    "alternatives that overlap": (
        "            phase: [run]\n",
        "",
        "- for: [province]",
        "alternative_overlap",
    ),
    "unknown phase": ("phase: [run]", "phase: [end]", "phase: [end]", "phase_unknown"),
    "not a number": ("full_at: 85", "full_at: nan", "nan", "not_finite"),
    "infinite": ("full_at: 85", "full_at: .inf", ".inf", "not_finite"),
    "exponent": ("full_at: 85", "full_at: 8.5e1", "8.5e1", "not_a_number"),
    "decimal comma": ("at_least: 20", "at_least: 20,5", "20,5", "comma_number"),
    "number in quotes": ("total: 100", 'total: "100"', "total:", "quoted_number"),
    "too many digits": ("full_at: 85", "full_at: 85.1234567", "85.1234567", "number_too_long"),
    "too fine for the rounding": ("points: 8}", "points: 8.125}", "8.125", "too_fine"),
    "negative points": ("below: 70, points: 0", "below: 70, points: -1", "points: -1", "negative"),
    "no points": ("        points: 20", "        points: 0", "points: 0", "zero_points"),
    "part of a whole number": ("version: 1", "version: 1.5", "version: 1.5", "not_whole"),
    "key twice": ("period: year", "period: year\nperiod: month", "period: month", "key_twice"),
    "unknown key": ("period: year", "periode: year", "periode", "unknown_key"),
    "key missing": ("period: year\n", "", "format: 1", "missing_key"),
    "nothing after the colon": ("author: VPTW", "author:", "author:", "no_value"),
    "list expected": ("units: [ministry, province]", "units: ministry", "units:", "no_list"),
    "mapping expected": ("rounding: {places: 2, how: half_up}", "rounding: 2", "rounding:", "no_mapping"),
    "empty list": ("phases: [start, run]", "phases: []", "phases:", "empty_list"),
    "true or false": ("declared: true", "declared: maybe", "maybe", "not_true_false"),
    "id with marks": ("- id: A2", "- id: Ấ2", "Ấ2", "not_an_id"),
    "no such day": ("period: year", "period: year\nfrozen_on: 2026-02-30", "frozen_on", "not_a_day"),
    "terms that cannot be read": ("value: late", "value: late * 2", "late * 2", "not_terms"),
    "tab": ("  document", "\tdocument", "\tdocument", "tab"),
    "invisible letter": ("author: VPTW", "author: VP\u202eTW", "author", "odd_letter"),
    "no YAML": ("title: {vi: Bộ mẫu, en", "title: {vi: Bộ mẫu, en: [", "en: [", "no_yaml"),
    "alias": ("title: Kết quả", "title: &t Kết quả", "&t", "alias"),
    "tag": ("author: VPTW", "author: !!str VPTW", "!!str", "tag"),
    "second document": ("levels:", "---\nlevels:", "---", "second_document"),
    "no evidence asked": ("        evidence: Báo cáo có số\n", "", "- id: A1", "evidence_needed"),
    "expert without scores": (_B1, "measure: {value: rate}", "measure: {value: rate}", "expert_needs_scores"),
    "score without highest": ("kind: score, most: 10", "kind: score", "given:", "input_needs_most"),
    "score read alone": ("value: late", "value: given", "value: given", "score_alone"),
    "yes_no of a number": (
        "measure: {value: open}",
        "measure: {value: rate}",
        "score: {by: yes_no}",
        "yes_no_needs",
    ),
    "ends that are equal": (
        "{by: linear, full_at: 10}",
        "{by: linear, zero_at: 10, full_at: 10}",
        "zero_at: 10",
        "ends_equal",
    ),
    "wrong way round": (
        "{by: linear, full_at: 10}",
        "{by: linear, zero_at: 10, full_at: 0}",
        "zero_at: 10",
        "ends_against_better",
    ),
    "floor outside": ("floor: 60", "floor: 90", "floor: 90", "floor_outside"),
    "nothing for each": ("each: 2", "each: 0", "each: 0", "each_zero"),
    "better than the best": ("to: best}", "to: best, full_at: 2}", "full_at: 2", "never_full"),
    "ratio out of range": ("to: best}", "to: best, full_at: 20}", "full_at: 20", "ratio_range"),
    "penalty that is left out": (
        "evidence: Sổ theo dõi",
        "evidence: Sổ\n        not_applicable: {declared: true}",
        "declared: true}",
        "skip_penalty",
    ),
    "not_applicable that says nothing": (
        "{declared: true}",
        "{declared: false}",
        "declared: false",
        "skip_idle",
    ),
    "applies to nobody": (
        "{declared: true}",
        "{for: [ministry, province]}",
        "not_applicable: {for",
        "never_applies",
    ),
    "too much may fall away": ("at_most: 50", "at_most: 150", "at_most: 150", "percent_range"),
    "unknown pillar": ("    pillar: B", "    pillar: Z", "- id: K1", "pillar_unknown"),
    "condition that never holds": ("at_least: 20", "at_least: 41", "at_least: 41", "condition_never"),
    "unknown level": ("else_at_most: kha", "else_at_most: kem", "else_at_most", "level_unknown"),
    "cap that is none": ("else_at_most: kha", "else_at_most: tot", "else_at_most", "condition_idle"),
    "condition on two things": (
        "    pillar: B",
        "    pillar: B\n    criterion: A1",
        "- id: K1",
        "condition_one",
    ),
    "gap between levels": ("from: 50, below: 80", "from: 50, below: 79", "id: tot", "band_gap"),
    "overlap of levels": ("from: 50, below: 80", "from: 50, to: 80", "id: tot", "band_overlap"),
    "levels upside down": (_TOP + _MIDDLE, _MIDDLE + _TOP, "id: tot", "levels_order"),
    "too many levels for public bodies": (_LEVELS, _EXTRA_LEVELS + "\n", "levels:", "levels_too_many"),
    "frozen without days": ("standing: draft", "standing: frozen", "standing", "frozen_needed"),
    "frozen after it began": ("period: year", _JUDGES, "frozen_on", "frozen_late"),
    "days upside down": (
        "period: year",
        "period: year\njudges: {from: 2026-12-31, until: 2026-01-01}",
        "judges",
        "span_order",
    ),
    "unknown version of the language": ("format: 1", "format: 2", "format: 2", "format_unknown"),
    "version nought": ("version: 1", "version: 0", "version: 0", "version_low"),
    "too many places": ("places: 2", "places: 7", "places: 7", "places_range"),
    "sum of what cannot be added": (
        "missing: zero",
        "missing: zero\nmerged: sum_of_inputs",
        "merged",
        "sum_needs_counts",
    ),
    "both rule and alternatives": (
        "        alternatives:",
        "        measure: {value: open}\n        alternatives:",
        "- id: A3",
        "two_rules",
    ),
    "neither rule nor alternatives": ("        measure: {value: late}\n", "", "- id: P1", "no_rule"),
    "group that is not there": ("- id: A2", "- id: A2\n        group: g", "group: g", "group_unknown"),
    "range of a percentage": (
        "kind: percent",
        "kind: percent, most: 50",
        "kind: percent",
        "input_fixed_range",
    ),
    "range upside down": (
        "title: Số lần trễ, kind: count",
        "title: Số lần trễ, kind: count, least: 5, most: 5",
        "least: 5",
        "input_range",
    ),
    "condition without a bound": ("    at_least: 20\n", "", "- id: K1", "condition_bound"),
    "upper bound that never holds": ("at_least: 20", "at_most: -1", "at_most: -1", "condition_low"),
    "condition that always holds": ("at_least: 20", "at_most: 40", "at_most: 40", "condition_always"),
    "bounds that exclude each other": (
        "at_least: 20",
        "at_least: 20\n    at_most: 10",
        "at_most: 10",
        "condition_low",
    ),
    "level by its name": ("else_at_most: kha", "else_at_most: Khá", "else_at_most: Khá", "level_unknown"),
    "comma without quotes": (
        "en: Sample set}",
        "en: Sample, first set}",
        "Sample, first set",
        "comma_in_text",
    ),
    "bonus that is not there": (
        "total: 100",
        "total: 100\nbonus_within_total: true",
        "bonus_within",
        "bonus_missing",
    ),
}


def test_the_sample_is_right():
    """The set from which the wrong ones are made has no fault."""
    assert found_in(GOOD) == (set(), ())


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_set_is_refused_with_its_line(name):
    """Each kind of wrong set names its line, in one sentence that both languages have."""
    old, new, words, code = CASES[name]
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    codes, faults = found_in(text)
    named = {each for each, found in codes if found == code}
    assert named & lines_of(words, text), codes
    for fault in faults:
        for language in ("vi", "en"):
            said = fault_sentence(fault, language)
            assert "{" not in said.partition(": ")[2].replace(fault.params.get("value", ""), "")
            assert "\n" not in said


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"", 1, "empty"),
        (b"# nothing\n", 1, "empty"),
        (b"- a\n", 1, "no_mapping"),
        (GOOD.encode("utf-16"), 1, "not_utf8"),
        (
            GOOD.encode("utf-8").replace("Tốt".encode(), "Tốt".encode("cp1258", "replace") + b"\xe8"),
            97,
            "not_utf8",
        ),
        (b"a: b\n" * 60_000, 1, "too_large"),
        (b"a: " + b"[" * 100, 1, "too_deep"),
        (b"x: &a [1,1]\ny: &b [*a,*a]\nz: &c [*b,*b]\n", 1, "alias"),
        (b"a: [" + b"a," * 30_000 + b"]", 1, "too_many"),
        (b"? [a, b]\n: c\n", 1, "key_no_text"),
        (b"<<: {a: b}\n", 1, "unknown_key"),
    ],
)
def test_a_file_that_is_no_set_is_refused(data, line, code):
    """Wrong encodings, bombs, huge and empty files stop before anything is built from them."""
    assert (line, code) in found_in(data)[0]


def test_all_faults_come_at_once_in_the_order_of_lines():
    """Faults of shape and of sense come together, in the order of the file, and nothing is loaded."""
    text = GOOD.replace("units: [ministry, province]", "units: [ministry, planet]")
    text = text.replace("value: rate", "value: ratte").replace("at_least: 5", "at_least: 0")
    with pytest.raises(Invalid) as refused:
        load_set(text.encode())
    lines = [int(fault.where.split()[1]) for fault in refused.value.faults]
    assert lines == sorted(lines)
    assert {line_of("planet", text), line_of("ratte", text), line_of("at_least: 0", text)} <= set(lines)


def test_one_fault_hides_no_other_and_brings_no_false_one():
    """A wrong sum, a gap of levels, an unknown input and an unknown source are named, all and only these."""
    text = GOOD.replace("    points: 40\n    criteria", "    points: 39\n    criteria").replace(
        "total: 100", "total: 99"
    )
    text = text.replace("from: 50, below: 80", "from: 50, below: 79").replace("value: rate", "value: ratte")
    text = text.replace("source: expert", "source: panel").replace("from: 80, to: 100", "from: 80, to: 99")
    text = text.replace("  rate: {title: Tỷ lệ, kind: percent}\n", "")
    assert {code for _line, code in found_in(text)[0]} == {
        "pillar_sum",
        "band_gap",
        "unknown_input",
        "not_a_choice",
    }


def test_a_level_that_is_not_there_is_told_with_those_that_are():
    """Who writes the title of a level is told that the id is meant, and which ids there are."""
    (fault,) = found_in(GOOD.replace("else_at_most: kha", "else_at_most: khá"))[1]
    assert fault.message == "there is no level with the id “khá”; ids of levels: tot, kha, yeu"


FOLLOWS = {
    "an input of unknown kind": ("kind: percent", "kind: share", {"not_a_choice"}),
    "phases that are no list": ("phases: [start, run]", "phases: start", {"no_list"}),
    "an alternative with a phase that is no list": ("phase: [run]", "phase: run", {"no_list"}),
    "a criterion without points": ("        points: 30\n", "", {"missing_key"}),
    "a level that cannot be read": ("id: kha, title: Khá", "id: khá, title: Khá", {"not_an_id"}),
    "a pillar without title": ("    title: Chất lượng\n", "", {"missing_key"}),
    "a measure without a smallest denominator": ("out_of: due, at_least: 5", "out_of: due", {"missing_key"}),
    "a set without total": ("total: 100\n", "", {"missing_key"}),
    "an unknown kind of unit": ("units: [ministry, province]", "units: [ministry, planet]", {"not_a_choice"}),
    "an unknown function": ("by: linear, full_at: 10", "by: line, full_at: 10", {"unknown_function"}),
    "a condition on a criterion that is wrong": (
        "pillar: B\n    at_least: 20",
        "criterion: B1\n    at_least: 20.\n",
        {"not_a_number"},
    ),
    "rounding that is wrong": ("places: 2", "places: two", {"not_a_number"}),
}


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_follows_from_a_fault_is_not_said(name):
    """What only looks wrong because a part could not be read is not named beside it."""
    old, new, codes = FOLLOWS[name]
    assert old in GOOD
    assert {code for _line, code in found_in(GOOD.replace(old, new, 1))[0]} == codes


def test_what_the_author_may_not_see_does_not_exist():
    """A set that reads a hidden input is told that there is no such input, and nothing more."""
    text = GOOD.replace("source: self_assessed\n        evidence: Sổ theo dõi", "source: computed")
    text = text.replace("value: late", "value: claims.without_proof").replace(
        "  late: {title: Số lần trễ, kind: count}\n", ""
    )
    assert the_set(text).set == "mau"
    with pytest.raises(Invalid) as refused:
        load_set(text.encode(), inputs={})
    assert [fault.template for fault in refused.value.faults] == [SENTENCES["strange_input"]]


def test_every_sentence_has_vietnamese_words():
    """Each fault and each reason can be said in Vietnamese with the same placeholders."""
    words = catalogue("vi")
    assert [each for each in (*SENTENCES.values(), *REASONS.values()) if each not in words] == []

"""English deadlines by quarters that only the closed part has, each with what it means."""

from tests.corpus.moments import (
    arguable,
    between_months,
    between_quarters,
    between_years,
    by_day,
    by_half,
    by_month,
    by_quarter,
    by_year,
    each_year,
    in_words,
    open_from,
    relative,
)

TRANSLATED = [
    by_quarter("Quarter {r}/{y} (completed)"), by_month("No later than the end of {name} {y}"),
    in_words("Regular work of the agency", "ongoing"), by_quarter("Submit in Quarter {r} of {y}"),
    between_years("In the period of {a} - {b}"), by_day("Earlier than {name} {d}, {y}", before=True),
    each_year("On a regular, yearly basis"), by_year("All through {y}"),
]  # fmt: skip
QUARTERS = [
    by_quarter("{q_th} Quarter, CY {y}"), by_month("On or before {name} {y}"), by_year("CY {y}"),
    in_words("Year-round", "ongoing"), by_quarter("{q_th} Qtr of {y}"),
    by_day("On or before {abbr} {d}, {y}"), between_years("CY {a}-{b}"), by_month("{abbr}. {y}"),
    by_quarter("Within Quarter {q} of {y}"), by_half("{name} Semester, {y}", ("1st", "2nd")),
    in_words("Running activity", "ongoing"), by_quarter("{nth} Quarter of CY {y}"),
    in_words("Conducted annually", "annual", "year"), by_month("Target: {name} {y}"),
    between_quarters("Quarters {q} to {t}, {y}"), in_words("Half-yearly reporting", "ongoing", "half_year"),
    by_year("Whole of {y}"), relative("Within 60 days of Cabinet approval"),
    open_from("Begins {y} and continues yearly"),
    between_months("{name} to {other} of {y}"), in_words("Every quarter of the year", "ongoing", "quarter"),
    by_day("Target: {d} {name} {y}"), arguable("As scheduled by the Steering Committee"),
    by_quarter("Last day of Q{q} {y}"), relative("Upon signing of the agreement"),
]  # fmt: skip

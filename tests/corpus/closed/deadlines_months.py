"""English deadlines by months that only the closed part has, each with what it means."""

from tests.corpus.moments import (
    across_quarters,
    arguable,
    between_months,
    between_years,
    by_day,
    by_half,
    by_month,
    by_quarter,
    by_year,
    each_year,
    in_words,
    mid_year,
    relative,
)

MONTH_NAMES = [
    by_quarter("Deliver by Q{q} {y}"), by_month("End-{name} {y}"),
    in_words("Ongoing over the life of the plan", "ongoing"),
    by_year("Up to 31 December {y}", kinds=("year", "month", "date")),
    by_quarter("Q{q} {y} (delivery)"), by_month("By close of {name} {y}"),
    in_words("Carried out each year in full", "annual", "year"), by_day("By 5 p.m. on {d} {name} {y}"),
    between_years("Spread over {a} to {b}"), by_half("{name} half-year {y}", ("First", "Second")),
    by_month("{name} {y} at the latest"), by_quarter("Complete in Q{q} {y}"),
    between_months("Works from {name} to {other} {y}"), in_words("Part of everyday work", "ongoing"),
    each_year("Ongoing, annually"), by_year("Close of {y}", kinds=("year", "month", "date")),
    relative("Within 12 months of adoption"), mid_year("Midway through {y}"),
    across_quarters("From Q{q} {y} until Q{t} {z}"), in_words("Annual report each year", "annual", "year"),
    by_day("Due on {d} {name} {y}"), arguable("Short term"),
]  # fmt: skip

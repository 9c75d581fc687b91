"""English headings of indicators that only the closed part has."""

AIMS = {
    "no_of_aims": ["KPI no. (ref)", "Indicator Ref. No.", "PI No."],
    "indicator": [
        "Performance indicators (PIs)", "Key result indicator", "Sign of success (indicator)",
        "Tracked indicator", "Corporate indicator", "Indicator/Measure of success",
    ],
    "unit": ["Unit counted", "Unit/type"],
    "baseline": [
        "Base data 2024", "Previous result", "2024 position", "Latest result (2024)",
        "Where we were in 2024", "Status in 2024",
    ],
    "target": ["Desired result {y}", "Committed for {y}", "Result aimed at in {y}", "Target at end {y}"],
    "targets": ["Physical targets by year", "Targets set", "Yearly performance targets"],
    "monitor": [
        "Office in charge of data", "Data owner (department)", "Directorate reporting",
        "Measured by (office)", "Accountable for reporting",
    ],
}  # fmt: skip

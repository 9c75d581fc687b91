"""English indicators that only the closed part has."""

MEASURES = [
    ("Percentage of planning applications decided on time", "%"),
    ("Number of learners awarded bursaries", "Learners"), ("Own-source revenue collected", "Ksh million"),
    ("Number of farm-to-market road sections completed", "Sections"), ("Tree canopy cover", "%"),
    ("Number of barangays with functional councils", "Barangays"),
    ("Percentage of anganwadi centres with electricity", "%"), ("Library visits", "Visits"),
    ("Vacant homes brought back into use", "Homes"), ("Households with metered water", "Households"),
    ("Immunisation coverage of children", "%"), ("Investment realised", "RM million"),
    ("Volunteer hours recorded", "Hours"), ("Percentage of streetlights working", "%"),
    ("Number of enterprises assisted", "Enterprises"), ("Response time to emergency calls", "Minutes"),
]  # fmt: skip
MEASURE_TAILS = ["in the county", "(year to date)", "by barangay", "in growth areas", "(rolling average)"]

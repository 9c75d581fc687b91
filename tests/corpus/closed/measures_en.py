"""English indicators that only the closed part has."""

MEASURES = [
    ("Percentage of planning applications decided on time", "%"),
    ("Number of learners awarded bursaries", "Learners"), ("Own-source revenue collected", "Million"),
    ("Number of farm-to-market road sections completed", "Sections"), ("Tree canopy cover", "%"),
    ("Number of villages with working councils", "Villages"),
    ("Percentage of childcare centres with electricity", "%"), ("Library visits", "Visits"),
    ("Vacant homes brought back into use", "Homes"), ("Households with metered water", "Households"),
    ("Immunisation coverage of children", "%"), ("Investment realised", "Million dollars"),
    ("Volunteer hours recorded", "Hours"), ("Percentage of streetlights working", "%"),
    ("Number of enterprises assisted", "Enterprises"), ("Response time to emergency calls", "Minutes"),
]  # fmt: skip
MEASURE_TAILS = ["in the county", "(year to date)", "by village", "in growth areas", "(rolling average)"]

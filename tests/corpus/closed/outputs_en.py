"""English outputs and themes that only the closed part has."""

OUTPUTS = [
    "Council resolution", "Ordinance enacted", "Capacity-building sessions conducted",
    "Guidelines adopted by Council", "Terms of reference approved",
    "Facility operational", "Quarterly monitoring report", "Beneficiary list validated", "Signed MOA",
    "Working paper tabled",
    "Certificate of acceptance", "Updated asset inventory", "Bill submitted to the Assembly",
    "Signage installed",
    "Community workshops delivered", "System go-live", "Annual progress statement", "Sub-committee minutes",
    "Grant round completed",
    "Inspection log", "Concept design", "Advocacy materials distributed", "Minutes of review meeting",
    "Revised by-laws", "Site handover report", "Consolidated returns", "Participants' feedback summary",
]  # fmt: skip
THEMES = [
    "Mobility and Accessibility", "Markets and Enterprise", "Civil Registration", "Talent and Workplace",
    "Strong Local Economy", "Good Governance and Accountability", "Inclusive Communities",
    "Natural Resources and Resilience",
    "Education, Youth and Sports", "Agriculture and Agro-industry", "Human Capital and Talent",
    "Connected Places",
    "Primary Health and Nutrition", "Revenue and Financial Management", "Women and Child Welfare",
    "Trade, Industry and Enterprise",
    "Physical Planning and Housing", "Climate Action and Energy", "Digital City Services",
    "Peace, Order and Public Safety",
    "Arts, Culture and Recreation", "Institutional Capacity", "Liveable Towns",
    "Livestock and Veterinary Services",
    "Environmental Stewardship", "Statistics and Research",
]  # fmt: skip
THEME_TAILS = ["for Everyone", "in the County", "at Local Level", "(Pillar Actions)"]

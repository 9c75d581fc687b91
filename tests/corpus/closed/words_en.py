"""English words of tasks that only the closed part has."""

VERBS = [
    "Progress", "Review and strengthen", "Initiate", "Undertake works to", "Accelerate",
    "Conduct capacity building on",
    "Develop and roll out", "Engage stakeholders on", "Operate and maintain", "Prepare a proposal on",
    "Ensure compliance with", "Continue the delivery of", "Finalise the design of",
    "Strengthen enforcement of",
    "Issue a circular on", "Maintain and upgrade", "Promote the use of", "Reactivate",
    "Document good practice in",
    "Collaborate with partners on", "Publish an annual report on", "Seek approval for", "Run", "Standardise",
    "Prioritise",
    "Strengthen partnerships for",
]  # fmt: skip
OBJECTS = [
    "the integrated development plan", "community land registration", "ward-level health facilities",
    "the flood mitigation projects", "the food industry ecosystem", "industrial parks and free zones",
    "the community health stations", "the local revenue code", "farm-to-market roads",
    "the solid waste management plan",
    "the comprehensive land use plan", "the Citizen's Charter", "the block-level training calendar",
    "childcare centres",
    "the drinking water quality monitoring system", "millet cultivation",
    "piped water connections to schools",
    "the age-friendly strategy", "playgrounds and public parks", "the vacant homes programme",
    "biodiversity action areas",
    "the public library service", "the local enterprise supports", "the reconciliation action plan",
    "bushfire preparedness",
    "stormwater infrastructure", "the disability access audit", "arts and cultural events",
    "bursaries for needy students",
    "the revenue automation system", "early childhood development centres", "the talent database",
    "smart city applications",
    "the national registry of volunteers", "market stalls and slaughterhouses",
    "the school canteen standard", "the drainage master plan", "the mobile outreach clinics",
    "a buy-local campaign",
]  # fmt: skip
SCOPES = [
    "in informal markets", "for small contractors", "across the municipality", "in coastal villages",
    "in all sub-counties", "for lower-income households", "across all municipal districts",
    "in upland villages",
    "for hill communities",
    "with the support of line agencies", "in every block", "with community councils and clubs",
    "for residents aged 65 and over",
    "in identified growth centres", "among out-of-school youth", "at the workplace", "on Council-owned land",
    "in line with the Corporate Plan",
]  # fmt: skip
TAILS = [
    "and report to the Executive Committee", "within the approved ceilings",
    "with quarterly updates to members",
    "ensuring participation of women and persons with disabilities", "as provided for in the Act",
    "using the agreed template", "with technical support from universities",
    "and adopt a schedule of follow-up",
    "drawing on lessons from the pilot",
]  # fmt: skip

"""English headings of the columns of bodies that only the closed part has."""

BODIES = {
    "leads": [
        "Lead Department/Office", "Office Responsible", "Implementing Office", "Lead Department/Section",
        "Directorate responsible", "Agency-in-charge",
        "Responsible Directorate", "Lead Business Unit", "Person/Office Responsible", "Owner (department)",
        "Responsible Sector/Department", "Lead Implementing Office",
        "Lead section", "Principal Office", "Responsible Manager/Unit", "Council lead",
        "Lead Office or Section", "Office with primary responsibility",
    ],
    "coordinators": [
        "Support Offices", "Partner Departments", "Cooperating Offices", "Internal/external partners",
        "Support teams", "Key partners and departments",
        "Other Offices Involved", "Supporting directorates", "Concerned Agencies (support)",
        "Partner (internal/external)", "Support Department/Agency", "Other collaborators",
    ],
    "bodies": [
        "Responsible Offices", "Lead/Partner", "Lead office and partners",
        "Responsible department(s) and partners", "Implementing offices (lead and support)",
    ],
}  # fmt: skip

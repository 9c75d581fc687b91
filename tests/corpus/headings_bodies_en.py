"""English headings of the columns that name the bodies of a task."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import headings_bodies_en as closed

BODIES = {
    "leads": Pool(
        shared=["Lead", "Lead agency", "Responsible"], dev=["Lead Department", "Lead body", "LEAD"],
        second=["Lead Organisation", "Owner", "Implementing agency", "Lead responsibility", "Responsible institution", "Action owner", "Lead Implementing Agency", "Lead/Owner"],
        third=[
            "Lead\n(Department/Agency)", "Lead Ministry", "Who leads", "Lead MDA", "Lead partner", "Responsible agency",
            "Accountable body",
        ],
        fourth=[
            "Led by", "Responsible Ministry", "Lead entity", "Lead institution", "Primary responsibility", "Responsible department(s)",
            "Lead Agency/Ministry", "Delivery lead",
        ],
        fifth=[
            "Lead Organization", "Lead Responsible", "Lead Implementer", "Lead Department/Agency", "Lead Institution(s)",
            "Lead department or agency", "Responsible body",
        ],
        sixth=[
            "Lead Office", "Lead Actor", "Lead/Responsible Agency", "Agency responsible", "Responsible lead",
            "Implementing Entity", "Lead Agency (Responsible)",
        ],
        seventh=[
            "Responsible office", "Lead Ministry/Agency", "Main responsible body", "Leading institution",
            "Lead department(s)", "Responsible Authority", "Agency in charge",
        ],
        eighth=[
            "Lead agency/agencies", "Responsible entity", "Lead organisation(s)",
            "Lead Implementing Institution", "Principal agency", "Department responsible",
            "Responsible lead agency",
        ],
        ninth=[
            "Lead (responsible)", "Who will lead", "Lead Unit", "Main implementing agency",
            "Body in the lead", "Responsible Lead Institution", "Lead Division",
        ],
        tenth=[
            "Lead party", "Answerable body", "Led by (agency)", "Lead Ministry or Agency",
            "Responsible Officer/Agency", "In charge", "Lead public body", "Action lead",
        ],
        usual=[
            "Responsible agency", "Owner", "Lead Department", "Responsible institution",
            "Lead Organisation",
        ],
        eleventh=[
            "Lead(s)", "Lead Agencies", "Responsible Department", "Implementing Institution",
            "Lead responsible agency", "Lead Agency / Department", "Delivery owner",
        ],
        twelfth=[
            "Responsible Institution(s)", "Responsible Person/Agency", "Lead Agency(ies)", "Responsible Agency/Unit", "Implementing Agencies", "Lead Agency/Unit",
            "Lead Implementing Unit", "Responsible party", "Who will do it", "Lead/Responsible",
            "Primary Implementing Agency", "Lead Agency/Office",
        ],
        thirteenth=[
            "Office in charge (lead)", "Department in charge", "Lead service area", "Lead officer/team",
            "Nodal office", "Director responsible", "Nodal Department", "Action by", "Lead Officer",
            "Nodal agency", "Responsible Division", "Lead service", "Executing Agency",
            "Office of Primary Responsibility", "Concerned Department", "Accountable department",
            "Lead Directorate", "Lead office/unit",
        ],
        held_out=closed.BODIES["leads"],
    ),
    "coordinators": Pool(
        shared=["Partners", "Key stakeholders", "Supporting agencies"], dev=["Other stakeholders", "Support", "Supporting bodies"],
        second=["Key partners", "Collaborating institutions", "In partnership with", "Contributing bodies", "Support Agencies", "Other actors", "Supported by"],
        third=[
            "Supporting partners", "Collaborators", "Working with", "Support\n(Departments/Agencies)", "Collaborating MDAs",
            "Co-operating bodies",
        ],
        fourth=[
            "Partner agencies", "Supporting Departments", "Supporting entities", "Stakeholders", "Collaborating agencies",
            "Partner organisations", "Other agencies involved",
        ],
        fifth=[
            "Supporting institutions", "Supporting Organisations", "Key Partners/Stakeholders", "Partner(s)", "Supporting stakeholders",
            "Other partners", "Support partners",
        ],
        sixth=[
            "Other partners/stakeholders", "Partners involved", "Collaborating partners", "Contributing agencies",
            "Key collaborators", "Assisting agencies", "Supporting Departments/Agencies",
        ],
        seventh=[
            "Supporting partner agencies", "Cooperating partners", "Co-implementing agencies",
            "Other participating agencies", "Partner institutions", "Supporting ministries", "Other bodies involved",
        ],
        eighth=[
            "Partners and stakeholders", "Other implementing partners", "Contributing partners",
            "Partner bodies", "Other contributors", "Support agency/agencies",
            "Supporting organisations and partners",
        ],
        ninth=[
            "Working in partnership with", "Secondary agencies", "Others involved", "Support provided by",
            "Associated agencies", "Participating institutions", "With help from",
        ],
        tenth=[
            "Partnering bodies", "Supported in this by", "Other agencies taking part", "Helping agencies",
            "Joint partners", "Secondary partners", "Support from",
        ],
        usual=["Key partners", "Supporting partners", "Support", "Stakeholders"],
        eleventh=[
            "Supporting Agency", "Partners/Stakeholders", "Supporting Agency(ies)",
            "Supporting organisation(s)", "Collaborating Agency", "Support Departments",
            "Key supporting agencies",
        ],
        twelfth=[
            "Support/Partners", "Supporting Institution(s)", "Other Responsible Agencies",
            "Supporting Agencies/Partners", "Partners/Collaborators", "Partner Agencies/Organizations",
            "Supporting Units", "Cooperating Agencies", "Delivery partners", "Partners (Support)",
            "Secondary Implementing Agencies",
        ],
        thirteenth=[
            "Departments in support", "Associate departments", "Service areas in support",
            "Offices in support", "Other partners in delivery", "Associated Departments",
            "Line departments", "Contributing departments", "Offices of Secondary Responsibility",
            "In collaboration with", "Supporting offices", "Other departments involved",
        ],
        held_out=closed.BODIES["coordinators"],
    ),
    "bodies": Pool(
        shared=["Responsibility", "Organisations"], dev=["Who"], second=["Institutional responsibility", "Delivery partners", "Actors"],
        third=["Lead and partners", "Responsible parties", "Who is involved"],
        fourth=["Lead and supporting agencies", "Roles and responsibilities", "Responsible entities"],
        fifth=["Institutions responsible", "Responsible organisations", "Lead and support"],
        sixth=["Lead and supporting bodies", "Responsibilities", "Lead and partner agencies"],
        seventh=["Lead/Support", "Responsible bodies (lead and support)", "Lead and contributing bodies"],
        eighth=["Lead and partner institutions", "Responsible and supporting agencies", "Lead & support"],
        ninth=["Agencies (lead and support)", "Lead and other bodies", "Bodies responsible"],
        tenth=[
            "Agencies (lead; partners)", "Lead and helping agencies", "Responsible and partner bodies",
        ],
        usual=["Lead and partners"],
        eleventh=["Responsible agencies and partners", "Institutions", "Lead / Partners"],
        twelfth=[
            "Responsible", "Responsible Institutions (Lead and Support)",
            "Implementing and supporting agencies", "Lead/Supporting Agencies", "Actors responsible",
        ],
        thirteenth=[
            "Departments concerned", "Lead and supporting departments",
            "Agencies responsible (lead/support)", "Lead and support offices",
            "Responsible departments (lead and support)",
        ],
        held_out=closed.BODIES["bodies"],
    ),
}  # fmt: skip

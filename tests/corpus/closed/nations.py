"""Bodies that stand in the plans of one nation, county or city of the closed part."""

NATIONS = {
    "quarters": [
        {
            "County Government of Makueni", "County Department of Lands and Urban Planning",
            "County Department of Gender, Children and Youth", "County Public Service Board",
            "Makueni Water and Sanitation Company", "Office of the County Secretary",
        },
        {
            "Sarawak Economic Development Corporation", "Sarawak Multimedia Authority",
            "Sarawak Rivers Board", "Natural Resources and Environment Board", "Land and Survey Department",
            "Rural Water Supply Department",
        },
        {
            "City Government of Iloilo", "City Planning and Development Office", "City Health Office",
            "City Social Welfare and Development Office", "City Engineer's Office", "Barangay Councils",
        },
        {
            "Odisha Livelihoods Mission", "Panchayati Raj and Drinking Water Department",
            "Women and Child Development Department", "Department of Agriculture and Farmers' Empowerment",
            "District Collectors", "Mission Shakti Department",
        },
    ],
    "months": [
        {
            "Waterford City and County Council", "Waterford Local Community Development Committee",
            "Waterford Area Partnership", "Waterford Sports Partnership", "South East Energy Agency",
        },
        {
            "City of Ballarat", "Grampians Health", "Central Highlands Water",
            "Ballarat Neighbourhood Centre", "Committee for Ballarat",
        },
        {
            "Gwynedd Council", "Betsi Cadwaladr University Health Board", "Mantell Gwynedd",
            "North Wales Fire and Rescue Service",
        },
        {"Dunedin City Council", "Otago Regional Council", "Enterprise Dunedin", "Aukaha"},
        {
            "Northern Territory Department of Health", "Power and Water Corporation",
            "Aboriginal Housing NT", "Charles Darwin University",
        },
    ],
}  # fmt: skip

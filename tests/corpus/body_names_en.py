"""English names of bodies that lead and coordinate, and how they are shortened."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

TRANSLATED = Pool(
    shared=[
        "Ministry of Finance", "Ministry of Health", "Ministry of Public Security", "Ministry of Construction", "Ministry of Justice",
        "Ministry of Science and Technology", "Ministry of Education and Training",
    ],
    dev=["Ministry of Home Affairs", "Government Inspectorate", "Ministry of Foreign Affairs"],
    second=["Ministry of Industry and Trade", "Ministry of National Defence", "Ministry of Information and Communications", "Localities"],
    third=[
        "Ministry of Agriculture and Environment", "State Bank of Viet Nam", "Ministry of Culture, Sports and Tourism",
        "Ministry of Ethnic and Religious Affairs", "Provincial People's Committees",
    ],
    fourth=[
        "Ministry of Natural Resources and Environment", "Ministry of Transport", "Ministry of Planning and Investment",
        "Ministry of Agriculture and Rural Development", "Viet Nam Social Security", "Office of the Government",
    ],
    fifth=[
        "Ministry of Labour, Invalids and Social Affairs", "Relevant ministries and agencies",
        "People's Committees of provinces and cities", "State Audit Office", "Viet Nam Television", "Supreme People's Court",
        "Viet Nam Academy of Social Sciences",
    ],
    sixth=[
        "Viet Nam Academy of Science and Technology", "Viet Nam Fatherland Front Central Committee",
        "Viet Nam Chamber of Commerce and Industry", "Voice of Viet Nam", "Viet Nam News Agency",
        "Supreme People's Procuracy", "Viet Nam Electricity",
    ],
    seventh=[
        "Ho Chi Minh National Academy of Politics", "Viet Nam Cooperative Alliance", "Viet Nam Farmers' Union",
        "Viet Nam Women's Union", "Viet Nam General Confederation of Labour", "Concerned ministries and localities",
        "State-owned groups and corporations",
    ],
    eighth=[
        "Ho Chi Minh Communist Youth Union", "Viet Nam Veterans' Association",
        "Viet Nam Bank for Social Policies", "Viet Nam Union of Science and Technology Associations",
        "Viet Nam Railways", "Business associations", "Line ministries and provinces",
    ],
    ninth=[
        "Viet Nam Fatherland Front", "Viet Nam Bar Federation", "National Traffic Safety Committee",
        "Viet Nam Development Bank", "Viet Nam Red Cross Society", "Relevant localities",
        "Universities and research institutes",
    ],
    tenth=[
        "State Treasury", "Viet Nam Journalists Association", "Viet Nam Business Forum",
        "Viet Nam Textile and Garment Group", "Provincial Departments of Health",
        "Central Highlands provinces", "Press agencies", "National Data Centre",
    ],
    usual=[
        "Ministry of Home Affairs", "Ministry of Industry and Trade",
        "Ministry of Agriculture and Environment", "Ministry of Culture, Sports and Tourism",
        "State Bank of Viet Nam",
    ],
    held_out=[
        "Line ministries", "Relevant agencies", "Ministries, agencies and localities",
        "Provincial authorities", "National Statistics Office",
        "Viet Nam Posts and Telecommunications Group", "Viet Nam Maritime Corporation",
    ],
)  # fmt: skip

QUARTERS = Pool(
    shared=[
        "Ministry of Transport", "State Department for Roads", "National Treasury", "Office of the Prime Minister", "County Governments",
        "Bureau of Standards", "National Planning Commission", "Ministry of Labour and Employment",
    ],
    dev=["Civil Service Agency", "Port Authority", "Department of Tourism", "Local Government Units"],
    second=["Kenya Roads Board", "Department of Budget and Management", "Economic Development Board", "Housing and Development Authority", "Council of Governors", "NEDA", "Ministry of Water, Sanitation and Irrigation"],
    third=[
        "Ghana Highway Authority", "Planning Institute of Jamaica", "MINECOFIN", "Bangladesh Bank",
        "Ministry of Planning, Development and Special Initiatives", "Federal Ministry of Power", "Fiji Roads Authority",
        "MMDAs", "Local Government Division", "Rwanda Transport Development Agency", "Development Bank of Jamaica",
        "Water Authority of Fiji", "Nigerian Electricity Regulatory Commission",
    ],
    fourth=[
        "National Planning Authority", "Uganda National Roads Authority", "Ministry of Gender, Labour and Social Development",
        "Nepal Rastra Bank", "Ministry of Federal Affairs and General Administration", "Central Bank of Sri Lanka",
        "Road Development Authority", "Divisional Secretariats", "Tobago House of Assembly", "Regional Health Authorities",
        "Department of Basic Education", "SALGA", "Eskom", "Local Governments",
    ],
    fifth=[
        "Private sector", "Development Partners", "Ministry of Local Government and Rural Development", "Zambia Development Agency",
        "Zambia Revenue Authority", "PO-RALG", "TANROADS", "Tanzania Revenue Authority", "Statistics Botswana",
        "Botswana Investment and Trade Centre", "District Councils", "NamPower", "Regional Councils",
        "Ministry of Works and Transport", "Barbados Water Authority", "Barbados Tourism Marketing Inc.", "Statistics Mauritius",
        "Rodrigues Regional Assembly", "Samoa Water Authority", "Ministry of Women, Community and Social Development",
    ],
    sixth=[
        "Malawi Revenue Authority", "ESCOM", "Ministry of Local Government, Unity and Culture",
        "Ministry of Planning and Economic Development", "Sierra Leone Roads Authority", "National Revenue Authority",
        "Local Councils", "Department of National Planning and Monitoring", "PNG Power", "Provincial Administrations",
        "National Fisheries Authority", "Ministry of Natural Resources", "Guyana Water Inc.",
        "Regional Democratic Councils", "Ministry of Climate Change, Environment and Energy", "Island Councils",
        "Utility Regulatory Authority", "Vanuatu National Statistics Office", "Area Councils",
        "Civil society organisations",
    ],
    seventh=[
        "Gambia Revenue Authority", "National Water and Electricity Company",
        "Ministry of Finance and Economic Affairs", "Seychelles Planning Authority", "Public Utilities Corporation",
        "Eswatini Water Services Corporation", "Ministry of Economic Planning and Development", "Solomon Power",
        "Provincial Governments", "Ministry of National Planning and Development Coordination", "Tonga Power Limited",
        "Ministry of Infrastructure and Tourism", "Belize Water Services Limited", "Statistical Institute of Belize",
        "Invest Saint Lucia", "Dzongkhag Administrations", "Druk Green Power Corporation", "ZESA Holdings",
        "Rural District Councils", "Traditional leaders", "Academia",
    ],
    eighth=[
        "Liberia Revenue Authority", "Liberia Electricity Corporation",
        "Ministry of Finance and Development Planning", "County Administrations",
        "Ministry of Development Planning", "Revenue Services Lesotho", "Water and Sewerage Company",
        "Community Councils", "Ministry of Finance and Economic Management", "Te Aponga Uira",
        "Island Governments", "Ministry of Finance and Economic Development", "Public Utilities Board",
        "Ministry of Economic Affairs", "Water and Sewerage Corporation", "Bahamas Power and Light",
        "Grenada Development Bank", "National Water and Sewerage Authority",
        "Antigua Public Utilities Authority", "Faith-based organisations", "Research institutions",
    ],
    ninth=[
        "Ethiopian Roads Administration", "Ethiopian Electric Utility",
        "Ministry of Women and Social Affairs", "Regional States", "Dominica Water and Sewerage Company",
        "Ministry of Finance, Economic Development and Climate Resilience", "Village Councils",
        "Central Water and Sewerage Authority",
        "Ministry of Finance, Economic Planning and Information Technology",
        "St. Vincent Electricity Services", "Tuvalu Electricity Corporation", "Kaupule",
        "Federal Board of Revenue", "Ministry of National Food Security and Research",
        "Provincial Planning Departments", "Council for the Development of Cambodia",
        "Ministry of Economy and Finance", "Commune Councils", "Ministry of Finance and Planning",
        "State Governments", "Chambers of commerce",
    ],
    tenth=[
        "Nauru Utilities Corporation", "Ministry of Education and Sports", "Électricité du Laos",
        "Provincial Governors' Offices", "Marshalls Energy Company",
        "Ministry of Natural Resources and Commerce", "Atoll Local Governments",
        "Ministry of Public Infrastructure and Industries", "Palau Public Utilities Corporation",
        "State Legislatures", "Ministry of Planning, Investment and Economic Development",
        "Federal Member States", "Mogadishu Municipality", "Malaysian Investment Development Authority",
        "Ministry of Economy", "State Economic Planning Units",
        "Department of Finance and Sustainable Development", "Ministry of Sustainable Development",
        "St. Kitts Electricity Company", "Nevis Island Administration", "Farmers' associations",
        "Ministry of Communications and Works",
    ],
    usual=["Development Partners", "Private sector", "Local Governments", "Civil society organisations"],
    held_out=[
        "Ministry of Agriculture", "Non-governmental organisations",
        "Federal Ministry of Budget and Economic Planning",
        "Federal Ministry of Agriculture and Food Security", "Central Bank of Nigeria",
        "National Bureau of Statistics", "Department of the Interior and Local Government",
        "Department of Public Works and Highways", "Philippine Statistics Authority",
        "National Development Planning Commission", "Ministry of Roads and Highways",
        "Ghana Statistical Service", "Ghana Education Service", "State Department for Economic Planning",
        "Kenya National Bureau of Statistics", "Kenya Rural Roads Authority", "Kenya Revenue Authority",
        "Ministry of Rural Development", "Ministry of Jal Shakti", "NABARD",
        "Ministry of Economic Growth and Infrastructure Development", "National Works Agency",
        "Statistical Institute of Jamaica",
    ],
)  # fmt: skip

MONTHS = Pool(
    shared=[
        "Department of Health", "Department of Finance", "Local Authorities", "Education Authority", "Office of Public Works",
        "Department of Housing", "Food Safety Board",
    ],
    dev=["Department of Rural Affairs", "Heritage Council", "Revenue", "Regional Assemblies"],
    second=["Department of Enterprise, Trade and Employment", "Transport Scotland", "HSE", "SEAI", "NITI Aayog", "Health and Social Care Partnerships", "An Post", "Ministry of Tourism, Arts and Culture"],
    third=[
        "Department of Social Protection", "Natural Resources Wales", "Te Puni Kōkiri", "Waka Kotahi", "Teagasc",
        "Fáilte Ireland", "Environment and Resources Authority", "Ministry for Gozo", "Health Boards", "Enterprise Ireland",
        "Visit Wales", "Ministry for Primary Industries", "Malta Enterprise",
    ],
    fourth=[
        "NatureScot", "COSLA", "Public Health Scotland", "HM Treasury", "Homes England",
        "Ministry of Housing, Communities and Local Government", "Parks Canada", "Employment and Social Development Canada",
        "Provinces and territories", "Services Australia", "CSIRO", "State and territory governments", "Development Bureau",
        "Hospital Authority",
    ],
    fifth=[
        "Community groups", "Ministry of Education", "Ministry for the Environment", "Stats NZ",
        "Ministry of Business, Innovation and Employment", "Kāinga Ora", "Enterprise Singapore", "National Environment Agency",
        "Land Transport Authority", "People's Association", "Fingal County Council", "Local Enterprise Office", "Uisce Éireann",
        "An Garda Síochána", "Department for Communities", "Department for Infrastructure", "Invest NI",
    ],
    sixth=[
        "Department of Children, Disability and Equality", "Tusla", "Pobal", "Cork City Council",
        "Department for Energy Security and Net Zero", "Ofgem", "Natural England", "Environment Agency",
        "Department for Business and Trade", "Department of Families, Fairness and Housing", "VicHealth",
        "Victoria Police", "Cabinet Office", "Health Services Authority",
        "Ministry of Planning, Agriculture, Housing and Infrastructure", "Voluntary sector partners",
    ],
    seventh=[
        "Department of Rural and Community Development and the Gaeltacht", "Galway County Council", "Bord Bia",
        "Department for Environment, Food and Rural Affairs", "Forestry Commission", "Marine Management Organisation",
        "Ministry of Children and Family Development", "BC Housing", "First Nations Health Authority",
        "Transport for NSW", "NSW Health", "Local Land Services", "Department of Environment, Food and Agriculture",
        "Manx Care", "Visit Isle of Man", "Business representative bodies",
    ],
    eighth=[
        "Department of Climate, Energy and the Environment", "Coillte", "Inland Fisheries Ireland",
        "Limerick City and County Council", "Department for Work and Pensions", "NHS England",
        "Local Government Association", "Ministry of Environment and Protected Areas",
        "Alberta Health Services", "Alberta Energy Regulator", "Department of Transport and Main Roads",
        "Queensland Health", "TAFE Queensland", "Government of Jersey", "Visit Jersey", "Local charities",
    ],
    ninth=[
        "Department of Culture, Communications and Sport", "Sport Ireland", "Kerry County Council",
        "Department for Education", "Ofsted", "UK Health Security Agency",
        "Department for Infrastructure and Transport", "SA Health", "Green Industries SA",
        "Ministry of Long-Term Care", "Ontario Health", "Metrolinx", "States of Guernsey", "Guernsey Water",
        "Parent associations",
    ],
    tenth=[
        "College of Policing", "National Crime Agency", "Crown Prosecution Service", "Mayo County Council",
        "Irish Prison Service", "Probation Service", "Northern Ireland Environment Agency", "Loughs Agency",
        "Tasmania Police", "TasWater", "Oranga Tamariki", "Te Whatu Ora", "Ministry of Disabled People",
        "Nova Scotia Health", "Department of Communities, Culture, Tourism and Heritage",
        "Neighbourhood groups",
    ],
    usual=["Ministry of Education", "Voluntary sector partners"],
    held_out=[
        "Community organisations", "Department for Culture, Media and Sport", "Arts Council England",
        "Sport England", "Historic England", "Department of Transport", "National Transport Authority",
        "Road Safety Authority", "Transport Infrastructure Ireland", "Department of Conservation",
        "Fire and Emergency New Zealand", "Health New Zealand", "Glasgow City Council", "Police Scotland",
        "Skills Development Scotland", "Natural Resources Canada", "Transport Canada", "Health Canada",
        "Statistics Canada", "Department of Water and Environmental Regulation",
        "Main Roads Western Australia", "WA Country Health Service",
    ],
)  # fmt: skip

ENGLISH_SHORT = {
    "vn_english": {
        "Ministry of Finance": ("MOF",), "Ministry of Health": ("MOH",), "Ministry of Public Security": ("MPS",),
        "Ministry of Construction": ("MOC",), "Ministry of Justice": ("MOJ",),
        "Ministry of Science and Technology": ("MOST",), "Ministry of Education and Training": ("MOET",),
        "National Data Centre": ("NDC",), "Viet Nam Textile and Garment Group": ("Vinatex",),
    },
    "quarters": {
        "Ministry of Transport": ("MoT",), "Office of the Prime Minister": ("OPM",),
        "National Planning Commission": ("NPC",), "Ministry of Labour and Employment": ("MoLE",),
        "Nauru Utilities Corporation": ("NUC",), "Ministry of Education and Sports": ("MoES",),
        "Électricité du Laos": ("EDL",), "Marshalls Energy Company": ("MEC",),
        "Ministry of Natural Resources and Commerce": ("MoNRC",), "Palau Public Utilities Corporation": ("PPUC",),
        "Ministry of Public Infrastructure and Industries": ("MPII",),
        "Ministry of Planning, Investment and Economic Development": ("MoPIED",),
        "Malaysian Investment Development Authority": ("MIDA",), "Nevis Island Administration": ("NIA",),
        "Kenya Rural Roads Authority": ("KeRRA",), "Kenya Revenue Authority": ("KRA",),
        "National Bureau of Statistics": ("NBS",), "Philippine Statistics Authority": ("PSA",),
        "Department of Public Works and Highways": ("DPWH",), "Ghana Education Service": ("GES",),
        "National Works Agency": ("NWA",), "Department of the Interior and Local Government": ("DILG",),
        "St. Kitts Electricity Company": ("SKELEC",), "Ministry of Communications and Works": ("MCW",),
    },
    "months": {
        "Department of Health": ("DoH",), "Department of Finance": ("DoF",), "Education Authority": ("EA",),
        "Office of Public Works": ("OPW",), "National Crime Agency": ("NCA",), "Crown Prosecution Service": ("CPS",),
        "Mayo County Council": ("Mayo CC",), "National Transport Authority": ("NTA",),
        "Road Safety Authority": ("RSA",), "Transport Infrastructure Ireland": ("TII",), "Irish Prison Service": ("IPS",), "Nova Scotia Health": ("NSH",),
        "Northern Ireland Environment Agency": ("NIEA",),
        "Department of Communities, Culture, Tourism and Heritage": ("CCTH",),
    },
}  # fmt: skip
"""How plans in English shorten the names of bodies, by country; no part before the tenth does so."""

"""Which bodies stand in the plans of one nation alone."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.closed import nations as closed

NATIONS = {
    "third": {"quarters": [
        {"Ghana Highway Authority", "MMDAs"},
        {"Planning Institute of Jamaica", "Development Bank of Jamaica"},
        {"Rwanda Development Board", "MINECOFIN", "Rwanda Transport Development Agency"},
        {"Bangladesh Bank", "Local Government Division"},
        {"Ministry of Planning, Development and Special Initiatives"},
        {"Federal Ministry of Power", "Nigerian Electricity Regulatory Commission"},
        {"Fiji Roads Authority", "Water Authority of Fiji"},
    ], "months": [
        {"Department of Social Protection", "Teagasc", "Fáilte Ireland", "Enterprise Ireland"},
        {"Welsh Government", "Natural Resources Wales", "Health Boards", "Visit Wales"},
        {"Ministry for Primary Industries", "Te Puni Kōkiri", "Waka Kotahi"},
        {"Ministry for Gozo", "Environment and Resources Authority", "Malta Enterprise"},
    ]},
    "fourth": {
        "quarters": [
            {"National Planning Authority", "Uganda National Roads Authority", "Ministry of Gender, Labour and Social Development", "Ministry of Finance, Planning and Economic Development"},
            {"Nepal Rastra Bank", "Ministry of Federal Affairs and General Administration"},
            {"Central Bank of Sri Lanka", "Road Development Authority", "Divisional Secretariats"},
            {"Ministry of Planning and Development", "Tobago House of Assembly", "Regional Health Authorities"},
            {"Department of Planning, Monitoring and Evaluation", "Department of Basic Education", "SALGA", "Eskom"},
        ],
        "months": [
            {"Scottish Government", "NatureScot", "COSLA", "Public Health Scotland"},
            {"Department for Transport", "HM Treasury", "Homes England", "Ministry of Housing, Communities and Local Government"},
            {"Indigenous Services Canada", "Parks Canada", "Employment and Social Development Canada", "Provinces and territories"},
            {"Department of Climate Change, Energy, the Environment and Water", "Services Australia", "CSIRO", "State and territory governments"},
            {"Health Bureau", "Development Bureau", "Hospital Authority"},
        ],
    },
    "fifth": {
        "quarters": [
            {"Ministry of Finance and National Planning", "Ministry of Local Government and Rural Development", "Zambia Development Agency", "Zambia Revenue Authority"},
            {"Prime Minister's Office", "PO-RALG", "TANROADS", "Tanzania Revenue Authority"},
            {"Statistics Botswana", "Botswana Investment and Trade Centre", "District Councils"},
            {"Ministry of Works and Transport", "NamPower", "Regional Councils"},
            {"Barbados Water Authority", "Barbados Tourism Marketing Inc."},
            {"Ministry of Finance, Economic Planning and Development", "Statistics Mauritius", "Rodrigues Regional Assembly"},
            {"Samoa Water Authority", "Ministry of Women, Community and Social Development"},
        ],
        "months": [
            {"Ministry of Sustainability and the Environment", "Enterprise Singapore", "National Environment Agency", "Land Transport Authority", "People's Association"},
            {"Ministry for the Environment", "Ministry of Business, Innovation and Employment", "Ministry of Education", "Stats NZ", "Kāinga Ora"},
            {"Fingal County Council", "Local Enterprise Office", "Uisce Éireann", "An Garda Síochána"},
            {"Department for Communities", "Department for Infrastructure", "Invest NI"},
        ],
    },
    "sixth": {
        "quarters": [
            {"Malawi Revenue Authority", "ESCOM", "Ministry of Local Government, Unity and Culture"},
            {"Ministry of Planning and Economic Development", "Sierra Leone Roads Authority", "National Revenue Authority", "Local Councils"},
            {"Department of National Planning and Monitoring", "PNG Power", "Provincial Administrations", "National Fisheries Authority"},
            {"Ministry of Natural Resources", "Guyana Water Inc.", "Regional Democratic Councils"},
            {"Ministry of Climate Change, Environment and Energy", "Island Councils", "Utility Regulatory Authority"},
            {"Vanuatu National Statistics Office", "Area Councils"},
        ],
        "months": [
            {"Department of Children, Disability and Equality", "Tusla", "Pobal", "Cork City Council"},
            {"Department for Energy Security and Net Zero", "Ofgem", "Natural England", "Environment Agency", "Department for Business and Trade"},
            {"Department of Families, Fairness and Housing", "VicHealth", "Victoria Police"},
            {"Cabinet Office", "Health Services Authority", "Ministry of Planning, Agriculture, Housing and Infrastructure"},
        ],
    },
    "seventh": {
        "quarters": [
            {"Ministry of Finance and Economic Affairs", "Gambia Revenue Authority", "National Water and Electricity Company"},
            {"Seychelles Planning Authority", "Public Utilities Corporation"},
            {"Ministry of Economic Planning and Development", "Eswatini Water Services Corporation"},
            {"Ministry of National Planning and Development Coordination", "Solomon Power", "Provincial Governments"},
            {"Ministry of Infrastructure and Tourism", "Tonga Power Limited"},
            {"Belize Water Services Limited", "Statistical Institute of Belize"},
            {"Invest Saint Lucia"},
            {"Dzongkhag Administrations", "Druk Green Power Corporation"},
            {"ZESA Holdings", "Rural District Councils"},
        ],
        "months": [
            {"Department of Rural and Community Development and the Gaeltacht", "Galway County Council", "Bord Bia"},
            {"Department for Environment, Food and Rural Affairs", "Forestry Commission", "Marine Management Organisation"},
            {"Ministry of Children and Family Development", "BC Housing", "First Nations Health Authority"},
            {"Transport for NSW", "NSW Health", "Local Land Services"},
            {"Department of Environment, Food and Agriculture", "Manx Care", "Visit Isle of Man"},
        ],
    },
    "eighth": {
        "quarters": [
            {"Ministry of Finance and Development Planning", "Liberia Revenue Authority", "Liberia Electricity Corporation", "County Administrations"},
            {"Ministry of Development Planning", "Revenue Services Lesotho", "Water and Sewerage Company", "Community Councils"},
            {"Ministry of Finance and Economic Management", "Te Aponga Uira", "Island Governments"},
            {"Ministry of Finance and Economic Development", "Public Utilities Board"},
            {"Ministry of Economic Affairs", "Water and Sewerage Corporation", "Bahamas Power and Light"},
            {"Grenada Development Bank", "National Water and Sewerage Authority"},
            {"Antigua Public Utilities Authority"},
        ],
        "months": [
            {"Department of Climate, Energy and the Environment", "Coillte", "Inland Fisheries Ireland", "Limerick City and County Council"},
            {"Department for Work and Pensions", "NHS England", "Local Government Association"},
            {"Ministry of Environment and Protected Areas", "Alberta Health Services", "Alberta Energy Regulator"},
            {"Department of Transport and Main Roads", "Queensland Health", "TAFE Queensland"},
            {"Government of Jersey", "Visit Jersey"},
        ],
    },
    "ninth": {
        "quarters": [
            {"Ministry of Women and Social Affairs", "Ethiopian Roads Administration", "Ethiopian Electric Utility", "Regional States"},
            {"Ministry of Finance, Economic Development and Climate Resilience", "Dominica Water and Sewerage Company", "Village Councils"},
            {"Ministry of Finance, Economic Planning and Information Technology", "Central Water and Sewerage Authority", "St. Vincent Electricity Services"},
            {"Tuvalu Electricity Corporation", "Kaupule"},
            {"Ministry of National Food Security and Research", "Federal Board of Revenue", "Provincial Planning Departments"},
            {"Ministry of Economy and Finance", "Council for the Development of Cambodia", "Commune Councils"},
            {"Ministry of Finance and Planning", "State Governments"},
        ],
        "months": [
            {"Department of Culture, Communications and Sport", "Sport Ireland", "Kerry County Council"},
            {"Department for Education", "Ofsted", "UK Health Security Agency"},
            {"Department for Infrastructure and Transport", "SA Health", "Green Industries SA"},
            {"Ministry of Long-Term Care", "Ontario Health", "Metrolinx"},
            {"States of Guernsey", "Guernsey Water"},
        ],
    },
    "eleventh": {
        "quarters": [
            {"Federal Ministry of Budget and Economic Planning", "Federal Ministry of Agriculture and Food Security", "Central Bank of Nigeria", "National Bureau of Statistics"},
            {"Department of the Interior and Local Government", "Department of Public Works and Highways", "Philippine Statistics Authority"},
            {"National Development Planning Commission", "Ministry of Roads and Highways", "Ghana Statistical Service", "Ghana Education Service"},
            {"State Department for Economic Planning", "Kenya National Bureau of Statistics", "Kenya Rural Roads Authority", "Kenya Revenue Authority"},
            {"Ministry of Rural Development", "Ministry of Jal Shakti", "NABARD"},
            {"Ministry of Economic Growth and Infrastructure Development", "National Works Agency", "Statistical Institute of Jamaica"},
        ],
        "months": [
            {"Department for Culture, Media and Sport", "Arts Council England", "Sport England", "Historic England"},
            {"Department of Transport", "National Transport Authority", "Road Safety Authority", "Transport Infrastructure Ireland"},
            {"Department of Conservation", "Fire and Emergency New Zealand", "Health New Zealand"},
            {"Glasgow City Council", "Police Scotland", "Skills Development Scotland"},
            {"Natural Resources Canada", "Transport Canada", "Health Canada", "Statistics Canada"},
            {"Department of Water and Environmental Regulation", "Main Roads Western Australia", "WA Country Health Service"},
        ],
    },
    "twelfth": {
        "quarters": [
            {"Department of Trade and Industry", "Department of Agriculture", "Department of Labor and Employment", "Commission on Higher Education", "TESDA", "LGUs"},
            {"Ministry of National Development Planning", "Ministry of Villages", "Provincial and district governments", "BPS-Statistics Indonesia"},
            {"Department of Water and Sanitation", "Department of Small Business Development", "CoGTA", "Statistics South Africa"},
            {"Ministry of Lands and Physical Planning", "Kenya Power", "NEMA"},
            {"Vice President's Office", "Office of the President", "Tanzania Bureau of Standards", "NACTVET"},
            {"Ministry of Green Economy and Environment", "Zambia Statistics Agency", "ZESCO"},
        ],
        "months": [
            {"Department of Agriculture, Food and the Marine", "Environmental Protection Agency", "Met Éireann", "Dublin City Council"},
            {"NHS", "Leeds City Council", "West Yorkshire Combined Authority", "Leeds Teaching Hospitals"},
            {"Ministry of Justice", "HM Prison and Probation Service", "Youth Custody Service"},
            {"Auckland Council", "Auckland Transport", "Watercare"},
            {"Department of Health, Disability and Ageing", "National Disability Insurance Agency", "Australian Bureau of Statistics"},
            {"City of Vancouver", "TransLink", "Vancouver Coastal Health"},
            {"Women and Gender Equality Canada", "Public Health Agency of Canada", "Justice Canada"},
            {"Department of Education", "Department for the Economy", "Council for the Curriculum, Examinations and Assessment"},
        ],
    },
    "thirteenth": {
        "quarters": [
            {"Planning and Economic Affairs Department", "Local Self Government Department", "Local Self Government Institutions", "Kudumbashree", "Kerala Water Authority", "Kerala State IT Mission", "Kerala Institute of Local Administration"},
            {"Planning and Development Board", "Punjab Information Technology Board", "Local Government and Community Development Department", "Rescue 1122", "Urban Development Authority", "Land Registry Department"},
            {"Department of Social Welfare and Development", "Department of Environment and Natural Resources", "Department of Information and Communications Technology", "Provincial LGUs", "Civil Service Commission"},
            {"Ministry of Primary Resources and Tourism", "Ministry of Development", "Authority for Info-communications Technology Industry"},
            {"City of Windhoek", "NamWater", "Ministry of Rural and Urban Development"},
        ],
        "months": [
            {"Cardiff Council", "Cardiff and Vale University Health Board", "Careers Wales", "South Wales Fire and Rescue Service", "Town and community councils"},
            {"Clare County Council", "Limerick and Clare Education and Training Board"},
            {"Greater Wellington Regional Council", "Metlink", "Wellington Water", "Te Kāinga Community Trust"},
            {"ACT Health Directorate", "Transport Canberra", "Canberra Institute of Technology", "Icon Water"},
            {"Department for Science, Innovation and Technology", "UK Research and Innovation", "Ofcom"},
            {"City of Halifax", "Halifax Water", "Nova Scotia Power"},
            {"Fife Council", "NHS Fife", "Fife College"},
            {"Belfast City Council", "Tourism Northern Ireland", "Northern Ireland Housing Executive Area Office"},
        ],
    },
    "held_out": closed.NATIONS,
    "tenth": {
        "quarters": [
            {"Department of Finance and Sustainable Development", "Nauru Utilities Corporation"},
            {"Ministry of Education and Sports", "Électricité du Laos", "Provincial Governors' Offices"},
            {"Ministry of Natural Resources and Commerce", "Marshalls Energy Company", "Atoll Local Governments"},
            {"Ministry of Public Infrastructure and Industries", "Palau Public Utilities Corporation", "State Legislatures"},
            {"Ministry of Planning, Investment and Economic Development", "Federal Member States", "Mogadishu Municipality"},
            {"Ministry of Economy", "Malaysian Investment Development Authority", "State Economic Planning Units"},
            {"Ministry of Sustainable Development", "St. Kitts Electricity Company", "Nevis Island Administration"},
        ],
        "months": [
            {"Home Office", "College of Policing", "National Crime Agency", "Crown Prosecution Service"},
            {"Department of Justice, Home Affairs and Migration", "Mayo County Council", "Irish Prison Service", "Probation Service"},
            {"Department of Agriculture, Environment and Rural Affairs", "Northern Ireland Environment Agency", "Loughs Agency"},
            {"Department of State Growth", "Tasmania Police", "TasWater"},
            {"Ministry of Social Development", "Oranga Tamariki", "Te Whatu Ora", "Ministry of Disabled People"},
            {"Department of Seniors and Long-term Care", "Nova Scotia Health", "Department of Communities, Culture, Tourism and Heritage"},
        ],
    },
}  # fmt: skip
"""Bodies of a part that stand in one nation's plans; those that no nation claims stand in any."""

"""English words of outputs and of themes."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import outputs_en as closed

OUTPUTS = Pool(
    shared=["Report published", "Plan adopted", "Guidelines issued", "System in operation", "Regulations", "Training delivered", "Strategy document"],
    dev=["New scheme launched", "Data set published, with metadata", "Bill", "Pilot completed"],
    second=["Memorandum of understanding signed", "Number of officers trained", "Operational centre; staff in place", "Policy brief", "Contract awarded", "Revised curriculum", "Bill approved by Cabinet"],
    third=[
        "Gazetted regulations", "Baseline study", "Cabinet memorandum", "Website live", "Two workshops held",
        "Signed agreements", "Manual/Toolkit", "Equipment installed and tested", "Directory of services",
        "Annual report laid before Parliament",
    ],
    fourth=[
        "Approved policy", "Report to Parliament", "Number of sites upgraded", "Framework developed and approved",
        "New guidance published", "Staff trained", "Legislation enacted", "Completed feasibility study", "Updated standards",
        "Monitoring system established",
    ],
    fifth=[
        "Policy approved", "Strategy developed", "Reports", "Training manual", "Signed contract", "Awareness campaign conducted",
        "Number of people trained", "Act amended", "Facilities constructed", "Guidelines developed and disseminated",
    ],
    sixth=[
        "Regulations gazetted", "Signed compact", "Implementation report", "Audit report", "Operational plan approved",
        "New unit staffed", "Published guidance", "Completed building", "Minutes of meetings",
        "Toolkit for practitioners", "White Paper",
    ],
    seventh=[
        "Cabinet paper", "Signed memorandum", "Standard operating procedures", "Communications plan", "Costed plan",
        "Vehicles delivered", "Register of members", "Evaluation findings", "Draft Bill", "Rules made under the Act",
        "Clinics opened",
    ],
    eighth=[
        "Approved budget", "Final report", "Inspection reports", "Signed contract with supplier",
        "Published register", "Stations in service", "Instruments of ratification", "Survey results",
        "Handbook", "Amended by-laws", "Teams trained and equipped",
    ],
    ninth=[
        "Deed of agreement", "Map and data set", "Trained inspectors", "Revised fee schedule",
        "Completed registers", "Opening ceremony held", "Tender awarded", "Published code",
        "Three workshops and a report", "Working prototype", "Tabled legislation",
    ],
    tenth=[
        "Bill introduced", "Memo to the Permanent Secretary", "Completion certificate", "Training records",
        "Map of sites", "Consultation paper", "Signed lease", "Vehicles in use",
        "Leaflets in four languages", "Court rules amended", "Costing and business case",
        "Procurement notice", "Minutes of the first meeting",
    ],
    usual=["Policy approved", "Cabinet memorandum", "Staff trained", "Draft Bill", "Reports"],
    eleventh=[
        "Report", "Guidelines", "Approved plan", "Policy document", "Training report", "Published report",
        "Signed MoU", "Workshop report", "Approved strategy", "Assessment report", "Regulations approved",
        "New system in use", "Procedures manual", "Campaign materials",
    ],
    twelfth=[
        "Training conducted", "Workshops held", "Reports submitted", "Framework in place",
        "Awareness materials", "Committee established", "MoU", "Guidelines published", "Study report",
        "Database established", "Meetings held; minutes", "Approved guidelines", "Needs assessment report",
        "Campaigns conducted", "Action plan developed", "Concept note", "Terms of reference",
        "System upgraded", "Quarterly progress reports", "Staff recruited", "Cabinet decision",
        "Draft law submitted",
    ],
    thirteenth=[
        "Notification issued", "Circular issued", "Report to Council", "Scheme launched",
        "Compliance report", "Work completed and handed over", "Training programmes held",
        "Survey report published", "Policy note", "Online module launched", "Standard operating procedure",
        "Memorandum circulated", "Signed agreement with partners", "Revised rules notified",
        "Annual statement published", "Dashboard updated", "Public consultation report",
        "Service plan agreed", "Baseline survey", "Order issued", "Evaluation report",
    ],
    held_out=closed.OUTPUTS,
)  # fmt: skip

THEMES = Pool(
    shared=["Skills and Learning", "Digital Government", "Clean Energy", "Health and Wellbeing", "Transport and Mobility", "Governance and Coordination"],
    dev=["Homes and Communities", "Enterprise and Innovation", "Nature and Biodiversity"],
    second=["Inclusive Growth", "Water, Sanitation and Irrigation", "Food Security", "Research, Data and Evidence", "Access to Justice", "Our Islands and Coast"],
    third=[
        "Resilient Infrastructure", "Private Sector Growth", "Early Years and Schools", "Peace and Security",
        "Sport, Language and Culture", "Fiscal Reform", "Agriculture and Blue Economy",
    ],
    fourth=[
        "Strong Communities", "A Skilled Workforce", "Sustainable Economy", "Public Safety", "Human Capital Development",
        "Climate and Environment", "Good Governance and Rule of Law",
    ],
    fifth=[
        "Economic Transformation and Job Creation", "Human and Social Development", "Environmental Sustainability",
        "Good Governance Environment", "Safe and Inclusive Communities", "Infrastructure Development", "A Thriving Local Economy",
    ],
    sixth=[
        "Public Sector Reform", "Natural Resources and Fisheries", "Children and Families", "Connected Islands",
        "Warm and Efficient Homes", "Land, Water and Livelihoods", "Trade and Investment", "Safety from Violence",
    ],
    seventh=[
        "Tourism and Culture", "Decent Work", "A Fair Society", "Oceans and Coasts", "Justice and Security",
        "Financial Inclusion", "Energy and Mineral Resources", "Culture, Heritage and Identity",
    ],
    eighth=[
        "Rural Development", "Health and Nutrition", "Roads, Ports and Airports",
        "Democracy and Participation", "Clean Water for Everyone", "Arts and Creative Industries",
        "Disaster Preparedness", "Innovation and Technology",
    ],
    ninth=[
        "Roads, Bridges and Drainage", "Children and Young People", "A Cleaner Environment", "Law and Order",
        "Farming and Forestry", "Learning Throughout Life", "Money and Public Assets", "Safe Food and Water",
    ],
    tenth=[
        "Prosperous Islands", "Safer Streets and Homes", "Food, Farms and Fisheries",
        "Public Money Well Spent", "Working Lives", "Town, Coast and Countryside", "Courts and Prisons",
        "Ready for Storms and Drought", "Health Close to Home",
    ],
    usual=["Sustainable Economy", "Good Governance and Rule of Law", "Infrastructure Development"],
    eleventh=[
        "Governance and Institutions", "Economic Growth and Jobs", "Health", "Education and Skills",
        "Climate Change and Environment", "Infrastructure and Connectivity", "Social Protection",
        "Data and Digital Services", "Capacity Building",
    ],
    twelfth=[
        "Improving Access to Quality Services", "Institutional Strengthening",
        "Policy and Legal Framework", "Monitoring, Evaluation and Learning",
        "Partnerships and Resource Mobilisation", "To strengthen the policy and institutional framework",
        "Advocacy and Communication", "Human Resource Development", "Inclusive and Sustainable Growth",
        "Service Delivery", "Strengthened coordination among stakeholders", "Research and Innovation",
        "Prevention and Early Intervention", "To promote the participation of women and youth",
        "Community Engagement", "Production and Productivity",
    ],
    thirteenth=[
        "Service Delivery and Citizen Engagement", "Local Economy and Jobs",
        "Safe and Healthy Communities", "People and Workforce", "Finance and Assets",
        "Agriculture and Allied Sectors", "Rural Livelihoods", "Urban Development",
        "Water Resources and Irrigation", "Environment and Climate Change",
        "Information Technology and e-Governance", "Ease of Doing Business", "Roads and Public Works",
        "Culture and Heritage", "Our Places", "Our People", "Fisheries and Coastal Development",
        "Disaster Preparedness and Response", "Regulatory Reform", "Administrative Reform",
    ],
    held_out=closed.THEMES,
    share=0.55,
)  # fmt: skip
THEME_TAILS = Pool(
    shared=["", "", "for All"],
    dev=["in Every Region"],
    second=["Across the Life Course", "at Home and Abroad"],
    third=[
        "for a Fairer Nation",
        "by 2040",
    ],
    fourth=["for the Next Generation", "and Resilience", "in Partnership"],
    fifth=["for Future Generations", "and Wellbeing", "at Every Level"],
    sixth=["for Lasting Prosperity", "Close to Home", "by 2035"],
    seventh=["for a Shared Future", "by and for Communities", "in a Changing Climate"],
    eighth=["for a Stronger Nation", "Close to the People", "in Every Parish"],
    ninth=["for Every Household", "on Land and at Sea", "Within a Generation"],
    tenth=["in Hard Times", "for the Years Ahead", "Without Delay", "Beyond the Capital"],
    eleventh=["in the Regions", "and Inclusion", "for Growth"],
    twelfth=["by 2030", "at All Levels", "in the Sector", "and Accountability"],
    thirteenth=[
        "in the State",
        "in our City",
        "2026",
        "and Outreach",
    ],
    held_out=closed.THEME_TAILS,
    fresh=0.2,
    share=0.15,
)

"""English words of tasks, outputs, themes and indicators: pools that grammar combines."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Dice, Pool
from tests.corpus.measures_en import MEASURE_TAILS, MEASURES

VERBS = Pool(
    shared=[
        "Develop", "Publish", "Review", "Implement", "Establish", "Strengthen", "Complete", "Expand", "Design and pilot",
        "Prepare", "Update",
    ],
    dev=["Carry out", "Increase funding for", "Commence work on", "Support", "Roll out"],
    second=["Undertake", "Finalise", "Enhance", "Conduct an evaluation of", "Continue to deliver", "Explore options for", "Embed", "Legislate for"],
    third=[
        "Introduce", "Appoint", "Draft and table", "Scale up", "Map", "Rehabilitate", "Convene", "Deliver", "Commission",
        "Sign into law", "Digitise", "Put in place",
    ],
    fourth=[
        "Create", "Improve", "Launch", "Work with partners to deliver", "Build", "Identify and pilot", "Provide", "Revise",
        "Increase access to", "Operationalize", "Formulate",
    ],
    fifth=[
        "Upgrade", "Construct", "Facilitate", "Promote", "Amend", "Pilot", "Coordinate", "Continue to implement", "Mainstream",
        "Secure funding for", "Develop and implement",
    ],
    sixth=[
        "Enact", "Negotiate", "Install", "Reform", "Extend", "Renew", "Recruit staff for", "Assess", "Consult on",
        "Trial", "Monitor", "Refurbish",
    ],
    seventh=[
        "Ratify", "Repair", "Decentralise", "Produce", "Train staff to run", "Consolidate", "Simplify", "Modernise",
        "Advocate for", "Replace", "Co-design", "Audit",
    ],
    eighth=[
        "Set up", "Gazette", "Restore", "Procure", "Equip", "Regulate", "Raise awareness of",
        "Conduct a review of", "Streamline", "Relocate", "Widen access to", "Work with councils on",
    ],
    ninth=[
        "Draw up", "Reopen", "Agree", "Test", "Translate and distribute", "Rebuild", "Subsidise", "Inspect",
        "Open", "Hire staff for", "Merge", "Bring into force",
    ],
    held_out=[
        "Finish", "Overhaul", "Pass into law", "Fit out", "Re-tender", "Bring together", "Fund", "Hand over",
        "Digitalise", "Enforce", "Write and adopt", "Register", "Phase out", "Staff", "Insure",
    ],
)  # fmt: skip

OBJECTS = Pool(
    shared=[
        "a national register of rented homes", "the rural bus network", "guidance for school meals", "a coastal flood map",
        "the training scheme for carers", "an open data portal", "the code of practice for hedge cutting",
        "community health centres", "a fund for small harbours", "teacher housing in remote areas",
    ],
    dev=[
        "a strategy for urban trees", "the walking and cycling plan", "a licence for drone operators", "the seed bank",
        "an apprenticeship programme in construction", "water meters in public buildings", "the language support service",
        "the national park rangers' service",
    ],
    second=[
        "a retrofit programme for council housing", "the farm safety campaign", "ferry timetables for the islands", "the dispute resolution service",
        "a mobile library", "the tender rules for works below the threshold", "electronic prescriptions", "fish landing sites",
        "a graduate placement scheme", "the noise monitoring network", "irrigation works in dry counties", "the youth employment fund",
    ],
    third=[
        "a skills passport for seasonal workers", "the feeder roads of the cocoa belt", "a register of beneficial owners",
        "early warning sirens", "the te reo Māori teacher pipeline", "a cruise pier levy", "the cyclone shelter network",
        "solar pumps for smallholders", "the bilingual signage rules", "a deposit return scheme", "the primary care centres",
        "a code of conduct for recruiters", "the sugar mill upgrade", "a single window for exporters", "the coral reef survey",
        "land titling in peri-urban areas",
    ],
    fourth=[
        "a national hazard map", "a shared booking system for clinics", "the early childhood workforce strategy",
        "a benefit-sharing protocol with First Nations", "bus priority lanes", "the climbing paths of the upper valley",
        "a one-stop shop for investors", "the disability employment standard", "a cold chain for vaccines",
        "the national ID enrolment centres", "smart traffic lights", "tea smallholder cooperatives", "the water quality laboratory",
        "a code of ethics for procurement officers", "the peatland restoration programme", "a community policing model",
    ],
    fifth=[
        "a national single window for business licences", "boreholes in drought-prone districts",
        "the farmer input support programme", "a community grants scheme", "the town centre renewal plan",
        "the vehicle inspection service", "grain storage facilities", "a digital literacy curriculum", "the marine spatial plan",
        "the national health insurance scheme", "a gender-responsive budgeting manual", "sea walls and mangrove belts",
        "the school dental service", "a volunteer coordination platform", "the food waste collection service",
        "the freight rail corridor",
    ],
    sixth=[
        "the district referral hospital", "a national anti-corruption hotline", "the inter-island shipping subsidy",
        "a fisheries observer scheme", "the customs tariff book", "village water committees", "a family hub in each town",
        "the heat pump grant", "a register of private landlords", "the youth justice diversion scheme",
        "a public procurement portal", "the agricultural extension service", "sports grounds in secondary schools",
        "a flood insurance pool", "the civil registration system", "hurricane shelters", "an elder abuse helpline",
    ],
    seventh=[
        "a national tree-planting campaign", "the maternity waiting homes", "a credit line for women traders",
        "the cassava processing hubs", "airstrips on the outer islands", "the birth registration desks",
        "a rural broadband voucher", "the school feeding kitchens", "the legal aid clinics",
        "a hate crime reporting tool", "public toilets in markets", "the livestock quarantine station",
        "an overseas workers help desk", "the wetland reserves", "a code for holiday lettings",
        "greenways along disused railways", "the radio service in local languages",
    ],
    eighth=[
        "the fire and rescue stations", "a mentoring scheme for young farmers", "the traffic safety bureau",
        "a national food composition table", "rainwater tanks for schools", "the island health posts",
        "an induction course for councillors", "the slipway and boat ramp", "a small claims procedure",
        "the foundational learning programme", "night shelters for homeless people", "the honey value chain",
        "a rapid response team for outbreaks", "the public service charter", "streetlights in market towns",
        "a repair and reuse centre", "the meteorological radar",
    ],
    ninth=[
        "the cancer registry", "a national grazing policy", "the ferry terminal",
        "a hardship fund for tenants", "the teachers' code of conduct", "a rabies vaccination drive",
        "the land registry offices", "crossings outside schools", "a scholarship scheme for nurses",
        "the seed certification laboratory", "an early help service for families",
        "the boundary survey of reserves", "a clean cookstove programme", "the archive of oral history",
        "a whistle-blower policy", "the lagoon clean-up", "a shared payroll system",
    ],
    held_out=[
        "the boat safety inspectorate", "a hearing aid service for children",
        "the weighbridges on the trunk road", "a code for short-term lets", "the prison education scheme",
        "seagrass nurseries", "the farm animal tracing system", "a bursary for trainee midwives",
        "the drought relief stores", "a parents' portal for school reports", "the bridge over the estuary",
        "the survey of vacant shops", "mobile courts", "an electricity tariff study",
        "the passport application counter", "debris barriers above the town",
        "a phone line for victims of crime", "the young inventors' fair",
    ],
)  # fmt: skip

SCOPES = Pool(
    shared=[
        "in every county", "for older people", "in line with international practice", "with local partners", "by sharing existing data",
        "to cut waiting times", "in rural areas", "across the public service",
    ],
    dev=["for first-time users", "(including the islands)", "through a public call", "with a yearly report"],
    second=[
        "on a pilot basis", "with particular regard to women and young people", "subject to available resources", "at sub-national level",
        "following public consultation", "using the “once only” principle", "to support a low-carbon economy", "for micro, small and medium enterprises",
    ],
    third=[
        "in all 16 regions", "in partnership with iwi", "under the Recovery and Resilience Plan", "for returning emigrants",
        "at ward level", "with support from development partners", "in the outer islands", "for persons with disabilities",
    ],
    fourth=[
        "in all provinces and territories", "with Indigenous communities", "at parish and sub-county level", "across government",
        "in the most deprived areas", "for first-home buyers", "with the private sector", "by means of open tender",
    ],
    fifth=[
        "in all districts", "in all constituencies", "for women and youth", "in collaboration with the private sector",
        "at community level", "in low-income households", "in primary and secondary schools", "across the county",
        "through public-private partnerships",
    ],
    sixth=[
        "in all wards and constituencies", "for coastal communities", "within existing structures",
        "by joining up existing services", "on the outer atolls", "for carers and their families", "in every chiefdom",
        "with trade unions and employers", "in the most affected areas",
    ],
    seventh=[
        "in each province", "for seasonal workers", "with town and parish councils", "in the drier regions",
        "at the main border posts", "in informal settlements", "among small island communities",
        "in hard-to-reach villages",
    ],
    eighth=[
        "in each island council", "for school leavers", "on customary land", "within the existing mandate",
        "in the northern districts", "with community volunteers", "for households below the poverty line",
        "at all points of entry",
    ],
    ninth=[
        "on both main islands", "for nomadic households", "in towns of fewer than 10,000 people",
        "in every secondary school", "under the new licence rules", "for first-time parents",
        "in flood-prone settlements", "with churches and youth clubs",
    ],
    held_out=[
        "in the atoll communities", "for shift workers", "on land held in trust",
        "within the present establishment", "in the uplands", "at the airport and the port",
        "with water users' associations", "in every police district", "among families who rent",
    ],
)  # fmt: skip

TAILS = Pool(
    shared=["including clear roles for each partner", "with attention to accessibility", "building on earlier work", "and report on progress"],
    dev=["so that costs fall over time", "with at least two sites in each region"],
    second=["and agree next steps", "in consultation with user groups", "ensuring value for money", "and remove duplication", "while protecting habitats"],
    third=[
        "making use of existing offices", "so that nobody travels more than 5 km", "with yearly targets agreed in advance",
        "and report to Cabinet", "drawing on the census",
    ],
    fourth=[
        "taking account of lessons learned", "with a mid-term review", "to improve outcomes for families",
        "and publish the results", "in accordance with the law",
    ],
    fifth=[
        "in line with the national development plan", "with a focus on vulnerable groups", "and monitor implementation",
        "to ensure timely delivery", "based on evidence",
    ],
    sixth=[
        "with results shared openly", "starting with the poorest wards", "and set out next steps",
        "guided by the children's views", "keeping charges low",
    ],
    seventh=[
        "with lessons shared across districts", "keeping paperwork to a minimum", "and keep the public informed",
        "in step with the new Act", "led by local people",
    ],
    eighth=[
        "with clear rules for everyone", "and brief Cabinet on the outcome", "while respecting local custom",
        "in good time for the rainy season", "using open standards",
    ],
    ninth=[
        "so that savings can be reinvested", "and tell the public what has changed",
        "with a named officer in charge", "without adding to waiting lists", "in plain language",
    ],
    held_out=[
        "so that no district is left for last", "with costs published each year",
        "and repeat the survey two years later", "without charging those who cannot pay",
        "under a single contract", "once the money is secured",
    ],
)  # fmt: skip

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
    held_out=[
        "Bill introduced", "Memo to the Permanent Secretary", "Completion certificate", "Training records",
        "Map of sites", "Consultation paper", "Signed lease", "Vehicles in use",
        "Leaflets in four languages", "Court rules amended", "Costing and business case",
        "Procurement notice", "Minutes of the first meeting",
    ],
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
    held_out=[
        "Prosperous Islands", "Safer Streets and Homes", "Food, Farms and Fisheries",
        "Public Money Well Spent", "Working Lives", "Town, Coast and Countryside", "Courts and Prisons",
        "Ready for Storms and Drought", "Health Close to Home",
    ],
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
    held_out=["in Hard Times", "for the Years Ahead", "Without Delay", "Beyond the Capital"],
)


def title(dice: Dice) -> str:
    """Return the words of a task."""
    words = f"{dice.one(VERBS)} {dice.one(OBJECTS)}"
    if dice.often(0.3):
        words += f" and {dice.one(OBJECTS)}"
    if dice.often(0.85):
        words += f" {dice.one(SCOPES)}"
    if dice.often(0.4):
        words += f", {dice.one(TAILS)}"
    return words + dice.one(["", "", ".", ""])


def theme(dice: Dice) -> str:
    """Return the title of a theme."""
    return f"{dice.one(THEMES)} {dice.one(THEME_TAILS)}".strip()


def measure(dice: Dice) -> tuple[str, str]:
    """Return the name of an indicator and its unit."""
    name, unit = dice.one(MEASURES)
    return f"{name} {dice.one(MEASURE_TAILS)}".strip(), unit


def output(dice: Dice) -> str:
    """Return a required output."""
    text = dice.one(OUTPUTS)
    return f"{text} {dice.one(SCOPES)}" if dice.often(0.15) else text

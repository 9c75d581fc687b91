"""English words of tasks, and how grammar combines the pools of words."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import words_en as closed
from tests.corpus.measures_en import MEASURE_TAILS, MEASURES
from tests.corpus.outputs_en import OUTPUTS, THEME_TAILS, THEMES

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
    tenth=[
        "Finish", "Overhaul", "Pass into law", "Fit out", "Re-tender", "Bring together", "Fund", "Hand over",
        "Digitalise", "Enforce", "Write and adopt", "Register", "Phase out", "Staff", "Insure",
    ],
    usual=["Develop and implement", "Improve", "Provide"],
    eleventh=[
        "Finalise and publish", "Strengthen the capacity of", "Conduct a feasibility study for",
        "Review and update", "Develop guidelines for", "Improve access to",
        "Build the capacity of staff in", "Implement a programme for", "Undertake a review of", "Design",
        "Extend coverage of", "Prepare a costed plan for",
    ],
    twelfth=[
        "Conduct", "Organise", "Develop and disseminate", "Enhance the capacity of", "Conduct training on",
        "Advocate for the adoption of", "Establish and operationalise", "Prepare and submit",
        "Support the implementation of", "Carry out an assessment of", "Ensure effective coordination of",
        "Work with local authorities to improve", "Conduct public awareness on", "Continue support for",
        "Review and amend", "Mobilise resources for", "Identify gaps in", "Sensitise communities on",
    ],
    thirteenth=[
        "Work with communities on", "Issue revised instructions on", "Bring into operation",
        "Review and refresh", "Facilitate access to", "Notify", "Prepare guidelines for",
        "Monitor the delivery of", "Strengthen coordination for", "Organise training on",
        "Work in partnership to deliver", "Ensure timely completion of", "Draft and consult on",
        "Increase the uptake of",
    ],
    held_out=closed.VERBS,
    share=0.5,
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
    tenth=[
        "the boat safety inspectorate", "a hearing aid service for children",
        "the weighbridges on the trunk road", "a code for short-term lets", "the prison education scheme",
        "seagrass nurseries", "the farm animal tracing system", "a bursary for trainee midwives",
        "the drought relief stores", "a parents' portal for school reports", "the bridge over the estuary",
        "the survey of vacant shops", "mobile courts", "an electricity tariff study",
        "the passport application counter", "debris barriers above the town",
        "a phone line for victims of crime", "the young inventors' fair",
    ],
    eleventh=[
        "the national data strategy", "primary health care services",
        "the public sector training programme", "a monitoring and evaluation framework",
        "small-scale irrigation schemes", "the climate adaptation plan", "a communications strategy",
        "vocational training centres", "the business licensing system", "the road maintenance programme",
        "the social protection register", "a national awareness campaign", "digital services for citizens",
        "the water safety plans", "regional innovation hubs", "the energy efficiency standards",
        "school infrastructure",
    ],
    twelfth=[
        "the social health insurance scheme", "gender-responsive budgeting", "the early warning system",
        "technical and vocational education", "the e-procurement platform", "community health workers",
        "the national employment policy", "agricultural value chains", "the anti-corruption strategy",
        "renewable energy projects", "the child protection framework", "the disaster risk management plan",
        "an integrated data management system", "market access for smallholder farmers",
        "the legal framework for data protection", "the quality of teaching and learning",
        "water and sanitation facilities", "the investment promotion agenda",
        "mental health services in schools", "the occupational safety standards",
        "the national tourism master plan", "inter-agency coordination mechanisms",
    ],
    thirteenth=[
        "the one-stop service centres", "the district disaster management plans",
        "the annual procurement plan", "solid waste segregation at source",
        "the grievance redress mechanism", "a customer satisfaction survey", "the youth employment scheme",
        "the integrated land records system", "flood defence works", "active travel routes",
        "the primary care network", "the local housing strategy", "early years provision",
        "school infrastructure upgrades", "the asset management register",
        "the river basin management plan", "the community sports programme", "digital inclusion support",
        "the staff performance appraisal system", "post-harvest facilities", "the tourism circuit",
        "local heritage sites", "the carbon budget report", "skills certification for informal workers",
        "the internal audit function", "the city centre regeneration plan", "women's self-help groups",
        "e-office in all subordinate offices",
    ],
    held_out=closed.OBJECTS,
    share=0.75,
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
    tenth=[
        "in the atoll communities", "for shift workers", "on land held in trust",
        "within the present establishment", "in the uplands", "at the airport and the port",
        "with water users' associations", "in every police district", "among families who rent",
    ],
    usual=["for women and youth"],
    eleventh=[
        "at national and local level", "for young people", "in all regions", "in priority districts",
        "for vulnerable groups", "in the public sector", "across all departments",
    ],
    twelfth=[
        "at district level", "at all levels", "in line with the Strategy", "among key stakeholders",
        "for MSMEs", "in underserved areas", "(at least two per year)", "under Section 12 of the Act",
        "by 2028", "for persons with disabilities and older persons",
    ],
    thirteenth=[
        "across all service areas", "for low-income households", "in schools and colleges",
        "in priority municipalities", "within the existing budget", "in partnership with local bodies",
        "for small producers", "at barangay level", "in the city centre", "for people leaving care",
        "during the plan period", "for coastal and hill areas",
    ],
    held_out=closed.SCOPES,
    share=0.5,
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
    tenth=[
        "so that no district is left for last", "with costs published each year",
        "and repeat the survey two years later", "without charging those who cannot pay",
        "under a single contract", "once the money is secured",
    ],
    usual=["and publish the results"],
    eleventh=[
        "in consultation with stakeholders", "in line with national priorities",
        "and build public awareness", "to improve service delivery", "including monitoring and reporting",
    ],
    twelfth=[
        "in collaboration with development partners", "including training of staff",
        "to ensure sustainability", "as provided for in the National Policy (2021)",
        "and develop an implementation roadmap", "with emphasis on rural areas",
        "and disseminate findings",
    ],
    thirteenth=[
        "with regular review meetings", "giving priority to vulnerable groups",
        "as recommended by the review committee", "and place a report before the council",
        "subject to the usual approvals", "in consultation with staff and users",
        "using the new data standard", "and submit a compliance report",
    ],
    held_out=closed.TAILS,
    share=0.5,
)  # fmt: skip


def title(dice: Dice) -> str:
    """Return the words of a task."""
    words = f"{dice.one(VERBS)} {dice.one(OBJECTS)}"
    if dice.often(0.3):
        words = dice.further(words, " and ", OBJECTS)
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

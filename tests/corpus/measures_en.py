"""English names of indicators with their units, and what limits them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import measures_en as closed

MEASURES = Pool(
    shared=[
        ("Share of homes with fibre access", "%"), ("Number of new social homes", "Number"), ("Employment rate", "%"), ("Forest cover", "ha"),
        ("Households with piped water", "%"), ("Average waiting time", "Days"),
    ],
    dev=[("Share of renewable electricity", "%"), ("New cycle lanes", "km"), ("Visitors to museums", "Thousand")],
    second=[("Literacy rate", "%"), ("Greenhouse gas emissions", "Mt CO2e"), ("Number of farmers insured", "No."), ("Road deaths", "Persons"), ("Exports of services", "US$ million"), ("Schools with clean water", "Percent")],
    third=[
        ("Maternal mortality ratio", "per 100,000 live births"), ("Tourist arrivals", "'000"),
        ("Installed solar capacity", "MW"), ("Tax-to-GDP ratio", "%"), ("Post-harvest losses", "%"),
        ("Average journey to work", "Minutes"), ("Nurses per 10,000 people", "Ratio"), ("Land under irrigation", "Hectares"),
    ],
    fourth=[
        ("Under-five mortality rate", "per 1,000 live births"), ("Access to electricity", "% of households"),
        ("Unemployment rate", "%"), ("Average broadband speed", "Mbps"), ("Paddy yield", "t/ha"), ("New homes completed", "Homes"),
        ("Public satisfaction with services", "%"), ("Foreign direct investment", "US$ billion"),
    ],
    fifth=[
        ("Stunting among children under five", "%"), ("Poverty rate", "%"), ("Households connected to electricity", "%"),
        ("Number of jobs created", "Jobs"), ("Recycling rate", "%"), ("Maize yield", "MT/ha"),
        ("Length of roads upgraded", "Kilometres"), ("Number of teachers trained", "Teachers"),
    ],
    sixth=[
        ("Births registered within one year", "%"), ("Fish catch landed locally", "Tonnes"),
        ("Average heating cost per home", "€"), ("People reached by mobile clinics", "Persons"),
        ("Crop area under drip irrigation", "Acres"), ("Children in foster care", "Children"),
        ("Customs clearance time", "Hours"), ("Households in fuel poverty", "%"),
    ],
    seventh=[
        ("Students completing lower secondary school", "%"), ("Area of reef under protection", "km2"),
        ("Average time to register a company", "Hours"), ("Cases cleared by the courts", "Cases"),
        ("Cereal production", "Thousand tonnes"), ("Women in local councils", "%"),
        ("Electricity losses in the network", "%"), ("Overnight stays", "Nights"),
    ],
    eighth=[
        ("Pupils per qualified teacher", "Pupils"), ("Share of roads in good condition", "%"),
        ("Tuberculosis treatment success rate", "%"), ("Tourism receipts", "US$ thousand"),
        ("Average response time of ambulances", "Minutes"), ("Coconut oil exports", "Tonnes"),
        ("Persons in temporary accommodation", "Persons"), ("Land under sustainable management", "Acres"),
    ],
    ninth=[
        ("Share of births attended by a midwife", "%"), ("Length of power lines rebuilt", "Miles"),
        ("Average class size", "Pupils"), ("Vaccinated cattle", "Head"),
        ("Revenue from licences", "US$ thousand"), ("Average age of buses in service", "Years"),
        ("Water lost from the mains", "Litres per second"), ("Complaints resolved within 30 days", "%"),
    ],
    tenth=[
        ("Share of pupils reaching the reading standard", "%"), ("Homes repaired after storms", "Dwellings"),
        ("Diesel used for power", "Million litres"), ("Days lost to flooding", "Days per year"),
        ("Share of tenders with three bids or more", "%"), ("Prisoners in training", "Prisoners"),
        ("Area of seagrass restored", "m2"), ("Median rent", "£ per month"),
        ("Average length of court cases", "Weeks"),
    ],
    eleventh=[
        ("Share of population with access to safe water", "%"),
        ("Proportion of births attended by skilled staff", "%"),
        ("Number of businesses registered online", "Number"), ("GDP growth rate", "%"),
        ("Youth unemployment rate", "%"), ("Kilometres of road rehabilitated", "km"),
        ("Renewable energy capacity installed", "MW"), ("Number of farmers trained", "Number"),
        ("Net enrolment rate in primary school", "%"),
    ],
    twelfth=[
        ("Number of people trained in digital skills", "Number"),
        ("Proportion of population covered by health insurance", "%"),
        ("Number of policies approved", "Number"), ("Percentage of budget executed", "%"),
        ("Number of women-led enterprises supported", "No."),
        ("Contribution of tourism to GDP", "% of GDP"), ("Number of jobs created for youth", "Persons"),
        ("Area of degraded land restored", "Hectares"),
        ("Share of public services available online", "Percent"),
        ("Score on the corruption perceptions index", "Score"),
        ("Number of households connected to the grid", "Households"), ("Prevalence of stunting", "%"),
        ("Total value of exports", "USD billion"), ("Greenhouse gas emissions reduced", "tCO2e"),
        ("Number of schools with internet access", "Schools"),
        ("Rank in the ease of doing business", "Rank"),
    ],
    thirteenth=[
        ("Percentage of grievances resolved within the time limit", "%"),
        ("Number of self-help groups supported", "Number"), ("Length of rural roads upgraded", "km"),
        ("Number of affordable homes completed", "Homes"),
        ("Share of journeys made on foot or by bicycle", "%"), ("Household recycling rate", "%"),
        ("Number of apprenticeships started", "Number"),
        ("Infant mortality rate", "per 1,000 live births"), ("Percentage of staff appraised on time", "%"),
        ("Number of visitors", "Thousand"), ("Area under irrigation", "Hectares"),
        ("Share of budget spent by year end", "%"), ("Number of e-office files", "Files"),
        ("Female labour force participation rate", "%"),
        ("Percentage of calls answered within five minutes", "%"), ("Solar capacity installed", "MW"),
    ],
    held_out=closed.MEASURES,
    share=0.65,
)  # fmt: skip
MEASURE_TAILS = Pool(
    shared=["", "in rural areas", "among young adults", "in state bodies"], dev=["by household type", "in the west"], second=["in border counties", "per year", "in low-income settlements", "in the public sector"],
    third=[
        "(all islands)", "among women aged 15-49", "at district level", "in the lowest quintile",
    ],
    fourth=["among Indigenous peoples", "in urban areas", "for persons with disabilities", "nationwide"],
    fifth=["at national level", "among youth", "in rural districts", "(both sexes)"],
    sixth=["in the outer islands", "by the end of the plan", "(cumulative)", "among first-time applicants"],
    seventh=["in the dry season", "by island group", "(three-year average)", "among school leavers"],
    eighth=["in the capital", "(end of year)", "on the main island", "of working age"],
    ninth=["in the northern region", "(at year end)", "among people over 65", "per district"],
    tenth=[
        "on the outer reefs", "in the state sector", "in the last quarter of the year",
        "for every 1,000 residents", "(excluding the capital)",
    ],
    eleventh=["in all regions", "(national)", "among women", "at community level"],
    twelfth=[
        "(by sex)", "in target districts", "(per year)", "(cumulative number)", "among rural households",
    ],
    thirteenth=[
        "in the district", "(annual)", "under the scheme", "by local bodies", "as reported by departments",
    ],
    held_out=closed.MEASURE_TAILS,
    fresh=0.3,
    share=0.2,
)  # fmt: skip

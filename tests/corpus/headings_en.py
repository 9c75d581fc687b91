"""English headings of columns, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

HEADINGS = {
    "no_of_aims": Pool(shared=["No.", "#"], third=["Item", "Serial No."], fourth=["S/N", "Indicator No."], fifth=["Indicator code", "KPI No."], sixth=["Ind. No.", "Indicator ID"], seventh=["Indicator Ref.", "KPI Ref."], held_out=["Indicator #", "KPI code"]),
    "no": Pool(
        shared=["No.", "#", "No"], dev=["Action No.", "Ref"], second=["S/No", "", "Ref.", "S. No.", "Action number", "Sl. No."],
        third=["Item", "Serial No.", "Code"],
        fourth=["S/N", "Ref No.", "ID", "Action #", "Action ref."],
        fifth=["Sr. No.", "Action ID", "Activity No.", "Ref. No."],
        sixth=["Activity Ref.", "Ref #", "Task No.", "Activity ID", "Action Code"],
        seventh=["Task ID", "Measure No.", "Action Ref. No.", "Reference", "Activity Code"],
        held_out=["Action Reference", "S.No", "Item No.", "Measure Ref.", "Task Ref."],
    ),
    "title": Pool(
        shared=["Action", "Activity", "Actions"], dev=["Task", "Key action", "ACTION"],
        second=["Strategic action", "Measure", "Initiative", "Planned activities", "Description of action", "Commitment", "Priority Action"],
        third=[
            "Action Point", "Planned action", "Specific actions", "Action/Measure", "What we will do", "Key activities",
            "Intervention",
        ],
        fourth=[
            "Key Actions", "Description", "Proposed action", "Actions to be taken", "Main activities", "Action item", "Agreed action",
            "Action description",
        ],
        fifth=[
            "Action Items", "Planned Actions", "Key Activity", "Specific action", "Strategic actions", "Actions required",
            "Proposed activities",
        ],
        sixth=[
            "Action to be taken", "Key Action/Activity", "Activities/Actions", "Our commitments", "Priority activities",
            "Action or measure", "Actions we will take", "Recommended action",
        ],
        seventh=[
            "Activity/Action", "Actions/Interventions", "Initiatives and actions", "What we are going to do",
            "Action commitments", "Agreed activity", "Tasks/Activities", "Policy action",
        ],
        held_out=[
            "Action to be undertaken", "Measures to be taken", "Main action", "What will be done",
            "Planned measures", "Actions and activities", "Specific activity", "Action/Task",
        ],
    ),
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
        held_out=[
            "Lead agency/agencies", "Responsible entity", "Lead organisation(s)",
            "Lead Implementing Institution", "Principal agency", "Department responsible",
            "Responsible lead agency",
        ],
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
        held_out=[
            "Partners and stakeholders", "Other implementing partners", "Contributing partners",
            "Partner bodies", "Other contributors", "Support agency/agencies",
            "Supporting organisations and partners",
        ],
    ),
    "output": Pool(
        shared=["Output", "Outputs", "Deliverable"], dev=["Expected output", "Product"],
        second=["Deliverables", "Expected outputs", "Key output", "Milestone/Output", "Expected result", "Verifiable output"],
        third=[
            "Output/Deliverable", "Output(s)", "What will be delivered", "Tangible output", "Outputs to be delivered",
        ],
        fourth=["Key deliverables", "Deliverable(s)", "Expected results", "Outputs/Deliverables", "Product/Output", "Expected deliverable"],
        fifth=["Expected Output(s)", "Key Outputs", "Expected deliverables", "Output / Deliverable", "Planned outputs"],
        sixth=[
            "Results/Outputs", "Planned output", "Deliverable/Product", "Expected Output/Deliverable",
            "Output to be produced", "End product",
        ],
        seventh=[
            "Expected products", "Output description", "Concrete output", "Results to be delivered",
            "Final product/output", "Output or deliverable",
        ],
        held_out=[
            "Deliverables/Outputs", "Main output", "Key output/deliverable", "What we will produce",
            "Output expected", "Expected end product",
        ],
    ),
    "deadline": Pool(
        shared=["Timeline", "Timeframe", "Deadline"], dev=["Due date", "TIMELINE", "Completion date"],
        second=["Time frame", "Target date", "Delivery date", "When", "Timescale", "Target completion date", "By when", "Timing"],
        third=[
            "Deadline\n(quarter/year)", "Delivery by", "To be completed by", "Timelines", "Implementation period",
            "Timeline for delivery",
        ],
        fourth=[
            "Completion by", "Expected completion", "Delivery timeframe", "Time-frame", "Implementation timeline", "Due",
            "Estimated completion date", "Target timeframe",
        ],
        fifth=[
            "Completion Timeline", "Target timeline", "Target completion", "Time Line", "Timeline for completion", "Delivery timeline",
            "Due by",
        ],
        sixth=[
            "Target deadline", "Finish date", "Completion target", "Expected delivery date", "Date for completion",
            "Timeline/Deadline", "End date", "Delivery deadline",
        ],
        seventh=[
            "Complete by", "Deadline for completion", "Timeframe for completion", "Expected date of completion",
            "Delivery time frame", "Finish by", "Planned completion date", "Deadline\n(month/year)",
        ],
        held_out=[
            "Target delivery date", "Time for completion", "Latest completion date", "Deadline/Timeline",
            "Completion deadline", "Due date for completion", "Target date for completion",
            "Time of completion",
        ],
    ),
    "serves": Pool(
        shared=["Link to national plan"], dev=["Related objective of the national plan"], second=["Alignment with national strategy"],
        third=["Related goal of the National Development Plan"],
        fourth=["Linkage to National Development Plan", "Contribution to the national plan"],
        fifth=["Link to National Development Plan", "Alignment to the National Development Plan"],
        sixth=["Related goal of the national plan", "Corresponding goal of the National Development Plan"],
        seventh=["Linked goal of the National Development Plan", "National plan goal supported"],
        held_out=["National Development Plan goal", "Goal of the national plan served"],
    ),
    "status": Pool(
        shared=["Status"], dev=["Progress status"], second=["Current status", "RAG status", "Implementation status"],
        third=["State of play", "Delivery status"],
        fourth=["Status of implementation", "Action status"],
        fifth=["Status update", "Status (at reporting date)"],
        sixth=["Status to date", "Completion status"],
        seventh=["Progress status of the action", "Present status"],
        held_out=["Status at present", "Action progress status"],
    ),
    "result": Pool(
        shared=["Progress", "Progress to date"], dev=["Update"], second=["Progress update", "Results achieved", "Achievements to date"],
        third=["Progress so far", "Results to date"],
        fourth=["Progress made", "Summary of progress"],
        fifth=["Progress achieved", "Progress report"],
        sixth=["Progress narrative", "Progress since last report"],
        seventh=["Achievements so far", "Summary of achievements"],
        held_out=["Progress made so far", "Results so far"],
    ),
    "notes": Pool(
        shared=["Remarks", "Notes"], dev=["Comment"], second=["Comments", "Additional information"],
        third=["Observations", "Further remarks"],
        fourth=["Comments/Remarks", "Note"],
        fifth=["Comments and remarks", "Additional comments"],
        sixth=["Explanatory notes", "Remarks/Comments"],
        seventh=["Notes/Comments", "Supplementary notes"],
        held_out=["Notes and comments", "General remarks"],
    ),
    "money": Pool(
        shared=["Budget"], dev=["Cost"], second=["Indicative budget", "Estimated cost (million)", "Resources", "Source of funding"],
        third=["Budget\n(US$ million)", "Funding source", "Estimated budget"],
        fourth=["Estimated cost", "Indicative cost ($'000)", "Funding"],
        fifth=["Budget estimate", "Indicative cost", "Cost estimate"],
        sixth=["Cost (US$)", "Projected cost", "Funding required"],
        seventh=["Required budget", "Budget required (million)", "Financing"],
        held_out=["Estimated cost (US$)", "Total cost", "Budget allocation"],
    ),
    "theme": Pool(
        shared=["Theme", "Pillar"], dev=["Area"], second=["Strategic priority", "Key result area", "Thematic area", "Outcome area"],
        third=["Priority area", "Workstream", "Strategic objective"],
        fourth=["Focus area", "Strategic pillar", "Strategic area"],
        fifth=["Strategic theme", "Priority theme", "Strategic focus area"],
        sixth=["Thematic priority", "Theme area", "Policy area"],
        seventh=["Priority pillar", "Goal area", "Thematic pillar"],
        held_out=["Strategic thrust", "Key priority area", "Priority field"],
    ),
    "bodies": Pool(
        shared=["Responsibility", "Organisations"], dev=["Who"], second=["Institutional responsibility", "Delivery partners", "Actors"],
        third=["Lead and partners", "Responsible parties", "Who is involved"],
        fourth=["Lead and supporting agencies", "Roles and responsibilities", "Responsible entities"],
        fifth=["Institutions responsible", "Responsible organisations", "Lead and support"],
        sixth=["Lead and supporting bodies", "Responsibilities", "Lead and partner agencies"],
        seventh=["Lead/Support", "Responsible bodies (lead and support)", "Lead and contributing bodies"],
        held_out=["Lead and partner institutions", "Responsible and supporting agencies", "Lead & support"],
    ),
    "plan": Pool(
        shared=["Implementation"], dev=["Delivery"], second=["Results and timing", "Planned delivery"],
        third=["Delivery plan", "Output and timing"],
        fourth=["Delivery and timing", "Implementation details"],
        fifth=["Deliverables and timelines", "Implementation plan"],
        sixth=["Delivery schedule", "Outputs and timelines"],
        seventh=["Delivery details", "Results and timeframe"],
        held_out=["Output and deadline", "Deliverable and due date"],
    ),
    "indicator": Pool(
        shared=["Indicator", "Indicators"], dev=["Performance indicator"], second=["Key performance indicator", "KPI", "Outcome indicator", "Measure of success"],
        third=["Headline indicator", "Results indicator", "Indicator name"],
        fourth=["Performance measure", "Key indicator", "Indicator/Measure", "Outcome measure"],
        fifth=["Performance indicators", "Key indicators", "Key performance indicators (KPIs)"],
        sixth=["Success indicator", "Indicator description", "Indicator of success"],
        seventh=["Measure/Indicator", "Name of indicator", "Progress indicator"],
        held_out=["Indicator of progress", "Indicator title", "Performance indicator (KPI)"],
    ),
    "unit": Pool(
        shared=["Unit"], dev=["Unit of measure"], second=["Unit of measurement", "Units", "UoM"],
        third=["Measurement unit", "Unit\n(of measure)"],
        fourth=["Units of measure", "Unit of measure (UoM)"],
        fifth=["Measure unit", "Unit of Measurement (UoM)"],
        sixth=["Indicator unit", "Measured in"],
        seventh=["Measuring unit", "Unit in use"],
        held_out=["Unit used", "Unit of the indicator"],
    ),
    "baseline": Pool(
        shared=["Baseline"], dev=["Baseline 2024", "Baseline (2023)"], second=["Current value", "Baseline value (2023)", "2024 actual"],
        third=["Baseline year 2023", "Starting point (2024)", "Baseline\n(2022)"],
        fourth=["Baseline value", "2023 baseline", "Actual 2023", "Baseline (2024)"],
        fifth=["Baseline (2023/24)", "Baseline 2023", "Baseline data (2024)"],
        sixth=["Baseline figure (2024)", "Base year 2024", "Latest value (2024)"],
        seventh=["Baseline for 2024", "Baseline level (2023)", "Value in 2024"],
        held_out=["Baseline (2024 value)", "Starting value (2023)", "Level in 2024"],
    ),
    "target": Pool(
        shared=["Target {y}", "{y} target"], dev=["Target for {y}"], second=["Target by {y}", "{y} Target value", "Projected {y}"],
        third=["Target for end of {y}", "{y}\nTarget", "Target ({y})"],
        fourth=["End-{y} target", "Target value {y}", "Target by end {y}", "{y} goal"],
        fifth=["Target for year {y}", "Target, {y}", "Target: {y}"],
        sixth=["{y} planned target", "{y} (target)", "Annual target {y}"],
        seventh=["Goal for {y}", "Target set for {y}", "Target level {y}"],
        held_out=["{y}: target", "Aim for {y}", "Target to be reached in {y}"],
    ),
    "targets": Pool(
        shared=["Targets", "Target"], dev=["Planned targets"], second=["Annual targets", "Target by year", "Projections"],
        third=["Milestone targets", "Targets by year", "Yearly targets"],
        fourth=["Performance targets", "Target values", "Annual milestones"],
        fifth=["Targets per year", "Target for each year", "Planned annual targets"],
        sixth=["Targets for each year", "Annual target values", "Target trajectory"],
        seventh=["Target per year", "Annual target levels", "Yearly milestones"],
        held_out=["Targets over time", "Annual goals", "Goals by year"],
    ),
    "monitor": Pool(
        shared=["Responsible", "Lead agency"], dev=["Lead Department"], second=["Reporting agency", "Data owner", "Monitoring institution"],
        third=["Agency responsible for monitoring", "Monitoring agency", "Reporting body"],
        fourth=["Reporting entity", "Responsible for reporting", "Monitoring body"],
        fifth=["Responsible for monitoring", "Responsible institution for monitoring", "Lead agency for reporting"],
        sixth=["Entity responsible for monitoring", "Reporting lead", "Monitoring lead"],
        seventh=["Responsible for data", "Indicator owner", "Body reporting progress"],
        held_out=["Body responsible for data", "Monitoring responsibility", "Agency reporting progress"],
    ),
}  # fmt: skip

"""English headings of columns, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.headings_aims_en import AIMS

HEADINGS = {
    "no": Pool(
        shared=["No.", "#", "No"], dev=["Action No.", "Ref"], second=["S/No", "", "Ref.", "S. No.", "Action number", "Sl. No."],
        third=["Item", "Serial No.", "Code"],
        fourth=["S/N", "Ref No.", "ID", "Action #", "Action ref."],
        fifth=["Sr. No.", "Action ID", "Activity No.", "Ref. No."],
        sixth=["Activity Ref.", "Ref #", "Task No.", "Activity ID", "Action Code"],
        seventh=["Task ID", "Measure No.", "Action Ref. No.", "Reference", "Activity Code"],
        eighth=["Action Reference", "S.No", "Item No.", "Measure Ref.", "Task Ref."],
        ninth=["Ref. no", "Line No.", "Action Serial No.", "Unique ID"],
        tenth=["Action line No.", "Cmt. No.", "Activity #", "Nr.", "Action/Ref."],
        usual=["S/N", "Ref", "Ref."],
        eleventh=["S.N.", "Action Ref", "Sr.", "No/Ref"],
        held_out=["SN", "S.No.", "Nº", "Ser. No.", "Act. No."],
        share=0.2,
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
        eighth=[
            "Action to be undertaken", "Measures to be taken", "Main action", "What will be done",
            "Planned measures", "Actions and activities", "Specific activity", "Action/Task",
        ],
        ninth=[
            "Action we commit to", "Steps to be taken", "Undertaking", "Intervention/Activity",
            "What needs to be done", "Detailed action", "Measures and actions", "Action line",
        ],
        tenth=[
            "Commitment/Action", "Work to be done", "Practical steps", "Action planned", "Reform action",
            "What will happen", "Task description", "Measure/Action",
        ],
        usual=["Key action", "Strategic action", "Key activities", "Key Actions", "Measure"],
        eleventh=[
            "Activities", "Planned Activity", "Strategic Initiative", "Action(s)", "Key Activities/Actions",
            "Actions to be implemented", "Action Statement",
        ],
        held_out=[
            "Key Actions/Activities", "Activity Description", "Specific Actions/Activities",
            "Strategies/Activities", "Key Interventions", "Recommendation", "Actions/Activities",
            "Proposed Actions", "Our actions", "Programme/Activity", "Action required",
            "Interventions/Activities",
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
        held_out=[
            "Responsible Institution(s)", "Responsible Person/Agency", "Lead Agency(ies)", "Responsible Agency/Unit", "Implementing Agencies", "Lead Agency/Unit",
            "Lead Implementing Unit", "Responsible party", "Who will do it", "Lead/Responsible",
            "Primary Implementing Agency", "Lead Agency/Office",
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
        held_out=[
            "Support/Partners", "Supporting Institution(s)", "Other Responsible Agencies",
            "Supporting Agencies/Partners", "Partners/Collaborators", "Partner Agencies/Organizations",
            "Supporting Units", "Cooperating Agencies", "Delivery partners", "Partners (Support)",
            "Secondary Implementing Agencies",
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
        eighth=[
            "Deliverables/Outputs", "Main output", "Key output/deliverable", "What we will produce",
            "Output expected", "Expected end product",
        ],
        ninth=[
            "What you will see", "Product delivered", "Resulting output", "Evidence of delivery (output)",
            "Output delivered", "Tangible result",
        ],
        tenth=[
            "What will exist at the end", "Output or product", "Deliverables expected",
            "Product to be delivered", "Visible output", "Outputs produced",
        ],
        usual=["Deliverables", "Expected output", "Expected outputs", "Key deliverables"],
        eleventh=[
            "Key Deliverable", "Expected Deliverable(s)", "Output/Product", "Outputs and deliverables",
            "Main deliverables", "Deliverable/Output",
        ],
        held_out=[
            "Expected Output/Result", "Output/Expected Result", "Expected Result(s)", "Key Output(s)",
            "Targeted outputs", "Immediate output", "Deliverables/Milestones", "Output/Target deliverable",
            "Expected Outputs/Deliverables", "Main outputs",
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
        eighth=[
            "Target delivery date", "Time for completion", "Latest completion date", "Deadline/Timeline",
            "Completion deadline", "Due date for completion", "Target date for completion",
            "Time of completion",
        ],
        ninth=[
            "Date due", "Delivery target date", "Time limit", "Completion by (date)", "Scheduled completion",
            "To be done by", "Latest date", "Expected timeline",
        ],
        tenth=[
            "Finish by (date)", "Final date", "Done by", "Target month", "Delivery window", "Deadline set",
            "Timeframe/Deadline", "Completion month",
        ],
        usual=["Due date", "Target date", "Time frame", "Completion date", "By when", "When"],
        eleventh=[
            "Estimated completion", "Timescales", "Implementation timeframe", "Completion timeframe",
            "Timeframe for delivery", "Date of completion", "Target Timescale",
        ],
        held_out=[
            "Timeframe (Year)", "Time Frame for Implementation", "Implementation Period (Quarter)",
            "Time period", "Period", "Target Time Frame", "Completion Date (Target)",
            "Timeline (Quarter/Year)", "Expected Completion Date", "Delivery Timescale",
            "Planned completion", "Implementation Timelines",
        ],
    ),
    "serves": Pool(
        shared=["Link to national plan"], dev=["Related objective of the national plan"], second=["Alignment with national strategy"],
        third=["Related goal of the National Development Plan"],
        fourth=["Linkage to National Development Plan", "Contribution to the national plan"],
        fifth=["Link to National Development Plan", "Alignment to the National Development Plan"],
        sixth=["Related goal of the national plan", "Corresponding goal of the National Development Plan"],
        seventh=["Linked goal of the National Development Plan", "National plan goal supported"],
        eighth=["National Development Plan goal", "Goal of the national plan served"],
        ninth=["National plan goal addressed", "Goal in the National Development Plan"],
        tenth=["Goal of the National Development Plan supported", "Related national plan goal"],
        eleventh=["Link to the National Development Plan", "National Development Plan objective"],
        held_out=[
            "NDP goal", "Link with National Development Plan", "National Development Plan outcome",
        ],
    ),
    "status": Pool(
        shared=["Status"], dev=["Progress status"], second=["Current status", "RAG status", "Implementation status"],
        third=["State of play", "Delivery status"],
        fourth=["Status of implementation", "Action status"],
        fifth=["Status update", "Status (at reporting date)"],
        sixth=["Status to date", "Completion status"],
        seventh=["Progress status of the action", "Present status"],
        eighth=["Status at present", "Action progress status"],
        ninth=["How it stands (status)", "Progress rating"],
        tenth=["State of progress", "Current progress status"],
        usual=["Current status"],
        eleventh=["Overall status", "Status (RAG)"],
        held_out=["Status of action", "Status of activity", "Action status (RAG)"],
    ),
    "result": Pool(
        shared=["Progress", "Progress to date"], dev=["Update"], second=["Progress update", "Results achieved", "Achievements to date"],
        third=["Progress so far", "Results to date"],
        fourth=["Progress made", "Summary of progress"],
        fifth=["Progress achieved", "Progress report"],
        sixth=["Progress narrative", "Progress since last report"],
        seventh=["Achievements so far", "Summary of achievements"],
        eighth=["Progress made so far", "Results so far"],
        ninth=["What has been done so far", "Work done to date"],
        tenth=["What we have achieved so far", "Account of progress"],
        usual=["Progress update"],
        eleventh=["Update on progress", "Key achievements to date"],
        held_out=["Progress/Achievements", "Achievements", "Progress as at reporting date"],
    ),
    "notes": Pool(
        shared=["Remarks", "Notes"], dev=["Comment"], second=["Comments", "Additional information"],
        third=["Observations", "Further remarks"],
        fourth=["Comments/Remarks", "Note"],
        fifth=["Comments and remarks", "Additional comments"],
        sixth=["Explanatory notes", "Remarks/Comments"],
        seventh=["Notes/Comments", "Supplementary notes"],
        eighth=["Notes and comments", "General remarks"],
        ninth=["Further notes", "Remarks and notes"],
        tenth=["Remark", "Notes for readers"],
        usual=["Comments"],
        eleventh=["Comments/Notes", "Remarks/Notes"],
        held_out=["Remarks (if any)", "Comment/Remark", "Comments / Notes"],
        share=0.2,
    ),
    "money": Pool(
        shared=["Budget"], dev=["Cost"], second=["Indicative budget", "Estimated cost (million)", "Resources", "Source of funding"],
        third=["Budget\n(US$ million)", "Funding source", "Estimated budget"],
        fourth=["Estimated cost", "Indicative cost ($'000)", "Funding"],
        fifth=["Budget estimate", "Indicative cost", "Cost estimate"],
        sixth=["Cost (US$)", "Projected cost", "Funding required"],
        seventh=["Required budget", "Budget required (million)", "Financing"],
        eighth=["Estimated cost (US$)", "Total cost", "Budget allocation"],
        ninth=["Cost in US$", "Money needed", "Estimated resources"],
        tenth=["Expected outlay (US$)", "Expected cost", "Budget needed"],
        usual=["Estimated cost", "Source of funding"],
        eleventh=["Estimated Cost (USD)", "Indicative Cost (US$)", "Budget (USD)"],
        held_out=[
            "Budget (Million)", "Estimated Budget (US$)", "Resource requirement",
            "Indicative Budget (million)", "Budget/Source of funds",
        ],
    ),
    "theme": Pool(
        shared=["Theme", "Pillar"], dev=["Area"], second=["Strategic priority", "Key result area", "Thematic area", "Outcome area"],
        third=["Priority area", "Workstream", "Strategic objective"],
        fourth=["Focus area", "Strategic pillar", "Strategic area"],
        fifth=["Strategic theme", "Priority theme", "Strategic focus area"],
        sixth=["Thematic priority", "Theme area", "Policy area"],
        seventh=["Priority pillar", "Goal area", "Thematic pillar"],
        eighth=["Strategic thrust", "Key priority area", "Priority field"],
        ninth=["Strand", "Priority heading", "Action theme"],
        tenth=["Reform area", "Priority strand", "Group of actions"],
        usual=["Strategic priority", "Priority area", "Strategic objective"],
        eleventh=["Strategic Goal", "Programme area", "Policy theme", "Thematic Focus"],
        held_out=[
            "Key Result Area (KRA)", "Objective", "Strategic Focus", "Strategic Priority Area", "Goal",
            "Outcome",
        ],
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
        held_out=[
            "Responsible", "Responsible Institutions (Lead and Support)",
            "Implementing and supporting agencies", "Lead/Supporting Agencies", "Actors responsible",
        ],
    ),
    "plan": Pool(
        shared=["Implementation"], dev=["Delivery"], second=["Results and timing", "Planned delivery"],
        third=["Delivery plan", "Output and timing"],
        fourth=["Delivery and timing", "Implementation details"],
        fifth=["Deliverables and timelines", "Implementation plan"],
        sixth=["Delivery schedule", "Outputs and timelines"],
        seventh=["Delivery details", "Results and timeframe"],
        eighth=["Output and deadline", "Deliverable and due date"],
        ninth=["Planned result and date", "Delivery arrangements"],
        tenth=["Result and date", "What and by when"],
        usual=["Output and timing"],
        eleventh=["Deliverables and timing", "Output and timeframe"],
        held_out=["Implementation arrangements", "Outputs and timeframe", "Delivery and timeframe"],
    ),
} | AIMS  # fmt: skip

"""English headings of columns, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import headings_en as closed
from tests.corpus.headings_aims_en import AIMS
from tests.corpus.headings_bodies_en import BODIES

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
        twelfth=["SN", "S.No.", "Nº", "Ser. No.", "Act. No."],
        thirteenth=[
            "Sl. no. of action", "Item ref.", "Action point no.",
        ],
        held_out=closed.HEADINGS["no"],
        fresh=0.3,
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
        twelfth=[
            "Key Actions/Activities", "Activity Description", "Specific Actions/Activities",
            "Strategies/Activities", "Key Interventions", "Recommendation", "Actions/Activities",
            "Proposed Actions", "Our actions", "Programme/Activity", "Action required",
            "Interventions/Activities",
        ],
        thirteenth=[
            "Description of action point", "Work to be undertaken", "Actions to be carried out",
            "Department's action", "Action agreed by partners", "Planned work", "Description of Activity",
            "Work item", "Activity/Task", "Actionable points", "Implementation action", "Scheme/Activity",
            "Action Steps", "Programme of work",
        ],
        held_out=closed.HEADINGS["title"],
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
        twelfth=[
            "Expected Output/Result", "Output/Expected Result", "Expected Result(s)", "Key Output(s)",
            "Targeted outputs", "Immediate output", "Deliverables/Milestones", "Output/Target deliverable",
            "Expected Outputs/Deliverables", "Main outputs",
        ],
        thirteenth=[
            "Output to be delivered", "Deliverable expected", "Result to be delivered", "Output/Evidence",
            "Results expected", "Measurable output",
            "Deliverable (output)", "Expected product", "Deliverables/Outputs expected",
        ],
        held_out=closed.HEADINGS["output"],
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
        twelfth=[
            "Timeframe (Year)", "Time Frame for Implementation", "Implementation Period (Quarter)",
            "Time period", "Period", "Target Time Frame", "Completion Date (Target)",
            "Timeline (Quarter/Year)", "Expected Completion Date", "Delivery Timescale",
            "Planned completion", "Implementation Timelines",
        ],
        thirteenth=[
            "Date of completion (target)", "Date by which to complete", "Time-frame for completion",
            "Target for completion", "Target month/quarter", "Time schedule for completion",
            "Target Date of Completion", "Implementation date", "Expected by", "Schedule of completion",
        ],
        held_out=closed.HEADINGS["deadline"],
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
        twelfth=[
            "NDP goal", "Link with National Development Plan", "National Development Plan outcome",
        ],
        thirteenth=[
            "Goal in the National Plan", "Goal of the National Plan",
            "Contribution to National Development Plan",
        ],
        held_out=closed.HEADINGS["serves"],
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
        twelfth=["Status of action", "Status of activity", "Action status (RAG)"],
        thirteenth=[
            "Status as reported", "Status at review", "Status of implementation of action",
            "Status (Completed/Ongoing)",
        ],
        held_out=closed.HEADINGS["status"],
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
        twelfth=["Progress/Achievements", "Achievements", "Progress as at reporting date"],
        thirteenth=[
            "Achievement as on date", "What has been done", "Action taken", "Achievement so far",
        ],
        held_out=closed.HEADINGS["result"],
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
        twelfth=["Remarks (if any)", "Comment/Remark", "Comments / Notes"],
        thirteenth=[
            "Remarks by department", "Notes for reviewers", "Comments by lead", "Any other remarks",
        ],
        held_out=closed.HEADINGS["notes"],
        fresh=0.25,
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
        twelfth=[
            "Budget (Million)", "Estimated Budget (US$)", "Resource requirement",
            "Indicative Budget (million)", "Budget/Source of funds",
        ],
        thirteenth=[
            "Cost to be met", "Outlay (Rs. in crore)", "Financial implication", "Budget provision",
            "Funds required",
        ],
        held_out=closed.HEADINGS["money"],
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
        twelfth=[
            "Key Result Area (KRA)", "Objective", "Strategic Focus", "Strategic Priority Area", "Goal",
            "Outcome",
        ],
        thirteenth=[
            "Plan sector", "Service theme", "Sector", "Thrust area", "Key area",
        ],
        held_out=closed.HEADINGS["theme"],
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
        twelfth=["Implementation arrangements", "Outputs and timeframe", "Delivery and timeframe"],
        thirteenth=[
            "Outputs and dates", "Output and schedule",
        ],
        held_out=closed.HEADINGS["plan"],
    ),
} | BODIES | AIMS  # fmt: skip

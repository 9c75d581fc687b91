"""English headings of tasks that only the closed part has."""

HEADINGS = {
    "no": ["PPA No.", "Action Point #", "Sub-action no."],
    "title": [
        "Programs/Projects/Activities", "Actions to Deliver", "Key Tasks", "Specific Action Points",
        "Activity/Intervention", "Delivery action",
        "Planned Interventions", "Actions and Tasks", "Sub-actions", "What we plan to do",
        "Particulars of activity", "Council action",
        "Strategic Activities", "Action Description/Task", "Activities to be undertaken",
    ],
    "output": [
        "Expected Output/Deliverables", "Key result/deliverable", "Physical output",
        "Evidence of completion (output)", "Deliverable by end of period",
        "Product/Deliverable", "Output Description/Deliverable", "What will be in place",
        "Results (outputs)", "Major Output",
    ],
    "deadline": [
        "Schedule of Implementation", "Implementation Schedule", "Target completion (quarter)",
        "Completion schedule", "Timeline (completion)",
        "Delivery Quarter", "Time Period for completion", "Date to be completed", "Target Delivery",
        "Expected time of completion",
        "Due (month/year)",
    ],
    "serves": [
        "Corresponding National Plan goal", "National Development Plan goal no.",
        "Linked national plan goal",
    ],
    "status": [
        "Status of the activity", "Traffic light status", "Implementation progress status",
        "Present state (status)",
    ],
    "result": [
        "Accomplishments to date", "Actual accomplishment", "Progress comment", "Progress as reported",
    ],
    "notes": ["Remarks/Justification", "Other comments", "Notes for Council", "Explanation/Remarks"],
    "money": [
        "Budgetary requirement", "Cost (Ksh. million)", "Amount (PhP)", "Estimated Cost (RM million)",
        "Budget line",
    ],
    "theme": [
        "Field of programme", "Result area", "Council focus area", "Community priority", "Policy field",
    ],
    "plan": ["Output and timeline", "Product and date"],
}  # fmt: skip

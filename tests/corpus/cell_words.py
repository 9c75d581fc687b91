"""Words within the cells of tasks that are no names: theme words, ditto marks, labels of lists."""

from tests.corpus.chance import Pool

THEME_WORDS = Pool(
    shared=["Theme"],
    dev=["Pillar", "Goal"],
    second=["Strategic Priority", "Objective", "Outcome", "Pillar"],
    third=["Priority Area", "Mission", "Objective", "Thrust"],
    fourth=["Focus Area", "Priority", "Strategic Objective", "Key Result Area"],
    fifth=["Strategic Pillar", "Strategic Goal", "Workstream", "Strategic Theme"],
    sixth=["Strategic Direction", "Programme Area", "Policy Objective", "Key Theme"],
    seventh=["Strategic Aim", "Action Area", "Priority Theme", "Programme"],
    eighth=["Component", "Key Priority", "Cluster", "Strategic Outcome"],
    ninth=["Key Objective", "Target Area", "Policy Area", "Building Block"],
    held_out=["Strategic Area", "Commitment Area", "Result Area", "Programme Strand"],
)
DITTO = {
    "vi": {
        "dev": ["-nt-"],
        "second": ["-nt-", "nt", "- nt -"],
        "third": ["-nt-", "nt", '"'],
        "fourth": ["-nt-", "nt", "Như trên"],
        "fifth": ["-nt-", "- nt -", "Nt"],
        "sixth": ["-nt-", "- như trên -", "(như trên)"],
        "seventh": ["-nt-", "Như trên.", "n/t"],
        "eighth": ["-nt-", "(nt)", "Như dòng trên"],
        "ninth": ["-nt-", "- Như trên", "Như mục trên"],
        "held_out": ["-nt-", "”", "Như nhiệm vụ trên"],
    },
    "en": {
        "dev": ["-do-"],
        "second": ["-do-", "As above"],
        "third": ["-do-", "Same as above", "ditto"],
        "fourth": ["-do-", '"', "Ditto"],
        "fifth": ["-do-", "As above", "Same as above"],
        "sixth": ["-do-", "(as above)", "- ditto -"],
        "seventh": ["-do-", "As above.", "(ditto)"],
        "eighth": ["-do-", "Same as above.", "As per above"],
        "ninth": ["-do-", "As in the row above", "(same as above)"],
        "held_out": ["-do-", "See above", "– ditto –"],
    },
}

LABELS = {"vi": ("Chủ trì: ", "Phối hợp: "), "en": ("Lead: ", "Support: ")}
NEW_LABELS = {
    "vi": Pool(
        sixth=[
            ("- Chủ trì: ", "- Phối hợp: "),
            ("Đơn vị chủ trì: ", "Đơn vị phối hợp: "),
            ("Cơ quan chủ trì: ", "Cơ quan phối hợp: "),
        ],
        seventh=[
            ("Chủ trì thực hiện: ", "Phối hợp thực hiện: "),
            ("CQ chủ trì: ", "CQ phối hợp: "),
            ("+ Chủ trì: ", "+ Phối hợp: "),
        ],
        eighth=[
            ("Cơ quan chủ trì thực hiện: ", "Cơ quan phối hợp thực hiện: "),
            ("* Chủ trì: ", "* Phối hợp: "),
            ("ĐV chủ trì: ", "ĐV phối hợp: "),
        ],
        ninth=[
            ("Chịu trách nhiệm chính: ", "Tham gia phối hợp: "),
            ("Đầu mối: ", "Cùng thực hiện: "),
            ("• Chủ trì: ", "• Phối hợp: "),
        ],
        held_out=[
            ("Cơ quan đứng đầu: ", "Cơ quan tham gia: "),
            ("CT: ", "PH: "),
            ("1. Chủ trì: ", "2. Phối hợp: "),
        ],
    ),
    "en": Pool(
        sixth=[
            ("Lead agency: ", "Supporting agencies: "),
            ("Led by: ", "Supported by: "),
            ("Lead – ", "Partners – "),
        ],
        seventh=[
            ("Responsible: ", "Partners: "),
            ("Lead body: ", "Supporting bodies: "),
            ("Lead department: ", "Working with: "),
        ],
        eighth=[
            ("Lead institution: ", "Supporting institutions: "),
            ("Lead ministry: ", "Partner bodies: "),
            ("Implementing body: ", "In collaboration with: "),
        ],
        ninth=[
            ("Lead entity: ", "Supporting entities: "),
            ("Owner: ", "With: "),
            ("Lead organisation: ", "Partner organisations: "),
        ],
        held_out=[
            ("Led by – ", "Helped by – "),
            ("Lead body – ", "Other bodies – "),
            ("Accountable: ", "Contributing: "),
        ],
    ),
}
"""What stands before the two lists of a cell that holds both."""
UNITS = {
    "Bộ ": Pool(held_out=["Vụ Pháp chế", "Văn phòng Bộ", "Cục Quản lý chuyên ngành"]),
    "Sở ": Pool(held_out=["Văn phòng Sở", "Phòng Nghiệp vụ", "Phòng Quản lý chuyên ngành"]),
    "Ministry of ": Pool(held_out=["Planning Division", "Legal Unit", "Office of the Permanent Secretary"]),
    "Department of ": Pool(held_out=["Policy Branch", "Strategy Unit", "Corporate Services"]),
}
"""Units within a body, which stand in brackets behind its name, by how the name begins."""
NOBODY = {
    "vi": Pool(held_out=["Không", "Không có"]),
    "en": Pool(held_out=["None", "N/A", "Nil"]),
}
"""What stands where no body helps."""
LISTING = {
    "vi": Pool(held_out=[", gồm:", ", cụ thể:", ", trong đó:"]),
    "en": Pool(held_out=[":", ", including:", ", as follows:"]),
}
"""What stands before the list of steps within a task."""

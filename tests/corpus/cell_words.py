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
    tenth=["Strategic Area", "Commitment Area", "Result Area", "Programme Strand"],
    usual=["Pillar", "Objective", "Goal", "Outcome"],
    held_out=["Strategic Priority Area", "Goal Area", "Key Priority Area", "Programme Goal"],
    share=0.2,
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
        "tenth": ["-nt-", "”", "Như nhiệm vụ trên"],
        "held_out": ["-nt-", "-//-"],
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
        "tenth": ["-do-", "See above", "– ditto –"],
        "held_out": ["-do-", "Same as previous"],
    },
}
GROUPED = {
    "vi": Pool(held_out=["Nhiệm vụ {} chủ trì", "{}", "Nhiệm vụ giao {} chủ trì thực hiện"]),
    "en": Pool(held_out=["Actions led by {}", "{}", "Lead: {}"]),
}
"""Titles of groups of tasks that name the body which leads all of them."""

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
        tenth=[
            ("Cơ quan đứng đầu: ", "Cơ quan tham gia: "),
            ("CT: ", "PH: "),
            ("1. Chủ trì: ", "2. Phối hợp: "),
        ],
        usual=[("Chủ trì: ", "Phối hợp: ")],
        held_out=[
            ("- Cơ quan chủ trì: ", "- Cơ quan phối hợp: "),
            ("- Đơn vị chủ trì: ", "- Đơn vị phối hợp: "),
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
        tenth=[
            ("Led by – ", "Helped by – "),
            ("Lead body – ", "Other bodies – "),
            ("Accountable: ", "Contributing: "),
        ],
        usual=[("Lead agency: ", "Supporting agencies: ")],
        held_out=[("Lead: ", "Partners: "), ("Lead agency: ", "Partners: ")],
    ),
}
"""What stands before the two lists of a cell that holds both."""
UNITS = {
    "Bộ ": Pool(
        tenth=["Vụ Pháp chế", "Văn phòng Bộ", "Cục Quản lý chuyên ngành"],
        held_out=["Vụ Kế hoạch - Tài chính", "Cục Công nghệ thông tin"],
    ),
    "Sở ": Pool(
        tenth=["Văn phòng Sở", "Phòng Nghiệp vụ", "Phòng Quản lý chuyên ngành"],
        held_out=["Phòng Kế hoạch - Tài chính", "Thanh tra Sở"],
    ),
    "Ministry of ": Pool(
        tenth=["Planning Division", "Legal Unit", "Office of the Permanent Secretary"],
        held_out=["Policy and Planning Unit", "ICT Department"],
    ),
    "Department of ": Pool(
        tenth=["Policy Branch", "Strategy Unit", "Corporate Services"],
        held_out=["Policy Division", "Programme Office"],
    ),
}
"""Units within a body, which stand in brackets behind its name, by how the name begins."""
NOBODY = {
    "vi": Pool(
        tenth=["Không", "Không có"],
        held_out=["Không có đơn vị phối hợp", "Không phối hợp"],
    ),
    "en": Pool(
        tenth=["None", "N/A", "Nil"],
        usual=["N/A"],
        held_out=["Not applicable", "No partners"],
    ),
}
"""What stands where no body helps."""
LISTING = {
    "vi": Pool(
        tenth=[", gồm:", ", cụ thể:", ", trong đó:"],
        usual=[", cụ thể:"],
        held_out=[", bao gồm:", ", như sau:"],
    ),
    "en": Pool(
        tenth=[":", ", including:", ", as follows:"],
        usual=[", including:"],
        held_out=[", comprising:", ", in particular:"],
    ),
}
"""What stands before the list of steps within a task."""

"""Words within the cells of tasks that are no names: theme words, ditto marks, labels of lists."""

from tests.corpus.chance import Pool
from tests.corpus.closed import cell_words as closed

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
    eleventh=["Strategic Priority Area", "Goal Area", "Key Priority Area", "Programme Goal"],
    twelfth=["Strategic Goal Area", "Area", "KRA", "Priority Programme", "Intervention Area"],
    thirteenth=[
        "Delivery Area",
        "Thematic Track",
        "Thrust Area",
        "Commitment",
        "Service Area",
        "Sector",
    ],
    held_out=closed.THEME_WORDS,
    fresh=0.4,
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
        "eleventh": ["-nt-", "-//-"],
        "twelfth": ["-nt-", "“", "n.t"],
        "thirteenth": ["-nt-", "- N.T -", "(như nhiệm vụ trên)"],
        "held_out": closed.DITTO["vi"],
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
        "eleventh": ["-do-", "Same as previous"],
        "twelfth": ["-do-", "idem", "″"],
        "thirteenth": ["-do-", "(do)", "As for the action above"],
        "held_out": closed.DITTO["en"],
    },
}
GROUPED = {
    "vi": Pool(
        eleventh=["Nhiệm vụ {} chủ trì", "{}", "Nhiệm vụ giao {} chủ trì thực hiện"],
        twelfth=["Nhiệm vụ của {}", "{} chủ trì", "Nhóm nhiệm vụ do {} chủ trì"],
        thirteenth=[
            "{}:",
            "Phân công {}",
            "Đơn vị thực hiện: {}",
        ],
        held_out=closed.GROUPED["vi"],
    ),
    "en": Pool(
        eleventh=["Actions led by {}", "{}", "Lead: {}"],
        twelfth=["{} (lead)", "Responsible body: {}", "Actions for {}"],
        thirteenth=[
            "Lead department: {}",
            "{} - actions",
            "To be carried out by {}",
        ],
        held_out=closed.GROUPED["en"],
    ),
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
        eleventh=[
            ("- Cơ quan chủ trì: ", "- Cơ quan phối hợp: "),
            ("- Đơn vị chủ trì: ", "- Đơn vị phối hợp: "),
        ],
        twelfth=[
            ("- Chủ trì thực hiện: ", "- Phối hợp thực hiện: "),
            ("Cơ quan chủ trì là: ", "Cơ quan phối hợp là: "),
            ("Chủ trì (CT): ", "Phối hợp (PH): "),
        ],
        thirteenth=[
            ("Đầu mối chủ trì: ", "Đơn vị phối hợp: "),
            ("Giao chủ trì: ", "Giao phối hợp: "),
            ("Chủ trì - ", "Phối hợp - "),
        ],
        held_out=closed.NEW_LABELS["vi"],
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
        eleventh=[("Lead: ", "Partners: "), ("Lead agency: ", "Partners: ")],
        twelfth=[
            ("Lead: ", "Support: "),
            ("Responsible: ", "Supporting: "),
            ("Lead Agency - ", "Support Agencies - "),
        ],
        thirteenth=[
            ("Lead dept: ", "Support dept: "),
            ("Nodal: ", "Associated: "),
            ("Lead office: ", "Support offices: "),
        ],
        held_out=closed.NEW_LABELS["en"],
    ),
}
"""What stands before the two lists of a cell that holds both."""
UNITS = {
    "Bộ ": Pool(
        tenth=["Vụ Pháp chế", "Văn phòng Bộ", "Cục Quản lý chuyên ngành"],
        eleventh=["Vụ Kế hoạch - Tài chính", "Cục Công nghệ thông tin"],
        twelfth=["Vụ Tổ chức cán bộ", "Thanh tra Bộ", "Trung tâm Thông tin", "Vụ Hợp tác quốc tế"],
        thirteenth=[
            "Vụ Cải cách hành chính",
            "đầu mối là Văn phòng Bộ",
            "Cục Chuyển đổi số",
            "đơn vị thường trực",
        ],
        held_out=closed.UNITS["Bộ "],
    ),
    "Sở ": Pool(
        tenth=["Văn phòng Sở", "Phòng Nghiệp vụ", "Phòng Quản lý chuyên ngành"],
        eleventh=["Phòng Kế hoạch - Tài chính", "Thanh tra Sở"],
        twelfth=[
            "cơ quan thường trực",
            "Phòng Tổ chức cán bộ",
            "Trung tâm Công nghệ thông tin",
            "Phòng Quản lý ngân sách",
        ],
        thirteenth=[
            "qua Văn phòng Sở",
            "Chi cục Kiểm lâm",
            "Phòng Quy hoạch",
            "cơ quan đầu mối",
        ],
        held_out=closed.UNITS["Sở "],
    ),
    "Ministry of ": Pool(
        tenth=["Planning Division", "Legal Unit", "Office of the Permanent Secretary"],
        eleventh=["Policy and Planning Unit", "ICT Department"],
        twelfth=["Department of Planning", "Directorate of Policy", "Monitoring and Evaluation Unit"],
        thirteenth=[
            "Projects Wing",
            "Registry",
            "Budget Section",
            "Policy Wing",
        ],
        held_out=closed.UNITS["Ministry of "],
    ),
    "Department of ": Pool(
        tenth=["Policy Branch", "Strategy Unit", "Corporate Services"],
        eleventh=["Policy Division", "Programme Office"],
        twelfth=["Finance Branch", "Communications Team", "Statistics Unit"],
        thirteenth=[
            "Directorate",
            "Regional Office",
            "Field Operations Service",
        ],
        held_out=closed.UNITS["Department of "],
    ),
}
"""Units within a body, which stand in brackets behind its name, by how the name begins."""
NOBODY = {
    "vi": Pool(
        tenth=["Không", "Không có"],
        eleventh=["Không có đơn vị phối hợp", "Không phối hợp"],
        twelfth=["./.", "Không phân công", "(không)"],
        thirteenth=[
            "(không có đơn vị phối hợp)",
            "Không có phối hợp",
            "(không có)",
        ],
        held_out=closed.NOBODY["vi"],
    ),
    "en": Pool(
        tenth=["None", "N/A", "Nil"],
        usual=["N/A"],
        eleventh=["Not applicable", "No partners"],
        twelfth=["–/–", "None identified", "Not required"],
        thirteenth=[
            "No other agency",
            "(nil)",
            "No partner",
            "– none –",
        ],
        held_out=closed.NOBODY["en"],
    ),
}
"""What stands where no body helps."""
LISTING = {
    "vi": Pool(
        tenth=[", gồm:", ", cụ thể:", ", trong đó:"],
        usual=[", cụ thể:"],
        eleventh=[", bao gồm:", ", như sau:"],
        twelfth=[":", ", tập trung vào:", ", trong đó có:"],
        thirteenth=[
            " như sau:",
            ", bao gồm các nội dung:",
            ", cụ thể như sau:",
        ],
        held_out=closed.LISTING["vi"],
    ),
    "en": Pool(
        tenth=[":", ", including:", ", as follows:"],
        usual=[", including:"],
        eleventh=[", comprising:", ", in particular:"],
        twelfth=[", with the following steps:", ", through:", ", namely:"],
        thirteenth=[
            ". This will include:",
            " by means of:",
            ", covering:",
        ],
        held_out=closed.LISTING["en"],
    ),
}
"""What stands before the list of steps within a task."""

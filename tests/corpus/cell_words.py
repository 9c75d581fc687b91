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
    held_out=["Key Objective", "Target Area", "Policy Area", "Building Block"],
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
        "held_out": ["-nt-", "- Như trên", "Như mục trên"],
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
        "held_out": ["-do-", "As in the row above", "(same as above)"],
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
        held_out=[
            ("Chịu trách nhiệm chính: ", "Tham gia phối hợp: "),
            ("Đầu mối: ", "Cùng thực hiện: "),
            ("• Chủ trì: ", "• Phối hợp: "),
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
        held_out=[
            ("Lead entity: ", "Supporting entities: "),
            ("Owner: ", "With: "),
            ("Lead organisation: ", "Partner organisations: "),
        ],
    ),
}
"""What stands before the two lists of a cell that holds both."""

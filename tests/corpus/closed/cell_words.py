"""Words of cells that only the closed part has: themes, labels, units within bodies, lists."""

THEME_WORDS = ["Strategic Field", "Chapter", "Workstream Area", "Flagship", "Domain", "Mandate"]
DITTO = {"vi": ["-nt-", "-như trên-", "nt."], "en": ["-do-", "- do -", "same above"]}
GROUPED = {
    "vi": ["Đơn vị chủ trì: {}", "Giao {} chủ trì", "Các nhiệm vụ do {} chủ trì thực hiện"],
    "en": ["Office responsible: {}", "{} as lead", "{} leads on:"],
}
NEW_LABELS = {
    "vi": [
        ("Đơn vị giao chủ trì: ", "Đơn vị giao phối hợp: "),
        ("Đơn vị đầu mối: ", "Đơn vị tham gia: "),
        ("- CT: ", "- PH: "),
    ],
    "en": [
        ("Lead office: ", "Partner offices: "),
        ("Responsible: ", "Supported by: "),
        ("Led by ", "With: "),
    ],
}
UNITS = {
    "Bộ ": ["qua Vụ Pháp chế", "Ban Thư ký", "Cục Kế hoạch - Tài chính", "đơn vị được giao đầu mối"],
    "Sở ": ["Phòng Tổ chức", "Ban Giám đốc", "Phòng Chuyên môn 2", "bộ phận đầu mối"],
    "Ministry of ": ["Planning Wing", "Reform Unit", "Procurement Section", "Field Services"],
    "Department of ": ["District Office", "Strategy Branch", "Programs Section"],
}
NOBODY = {
    "vi": ["(không phân công phối hợp)", "Không có cơ quan phối hợp", "[không]"],
    "en": ["None required", "No support office", "(none assigned)", "No partner office"],
}
LISTING = {
    "vi": [", chú trọng các việc:", ", gồm các việc sau:", ", chi tiết như sau:"],
    "en": [", made up of:", ", with these steps:", ". The steps are:"],
}

"""Names of annexes that only the closed part has."""

LATER_ANNEX = {
    "vi": ["Phụ lục nhiệm vụ số", "Bảng phụ lục số", "Biểu phân công số"],
    "en": ["Annex to the Plan", "Plan Table", "Attachment (Matrix)"],
}

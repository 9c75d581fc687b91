"""How numbers are printed: digits, number words, per cent and powers of ten."""

NUMBER = r"\d+(?:[.,]\d+)*"
PERCENT = r"%|phần trăm|điểm phần trăm|điểm %|percentage points?|percent|per cent"
MAGNITUDE = r"nghìn|ngàn|vạn|trăm|triệu|tỷ|tỉ|hundred|thousand|million|billion|trillion"
SCALES = rf"(?:(?:{MAGNITUDE})\b\s*)*"
NUMBER_WORDS = {
    **dict.fromkeys(["một", "one"], 1),
    **dict.fromkeys(["hai", "two"], 2),
    **dict.fromkeys(["ba", "three"], 3),
    **dict.fromkeys(["bốn", "four"], 4),
    **dict.fromkeys(["năm", "five"], 5),
    **dict.fromkeys(["sáu", "six"], 6),
    **dict.fromkeys(["bảy", "bẩy", "seven"], 7),
    **dict.fromkeys(["tám", "eight"], 8),
    **dict.fromkeys(["chín", "nine"], 9),
    **dict.fromkeys(["mười", "ten"], 10),
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
NUMBER_WORDS |= ORDINALS
WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
ENGLISH_WORDS = frozenset(
    word for word in NUMBER_WORDS.keys() - ORDINALS.keys() if word.isascii() and word not in {"hai", "ba"}
)
WINDOW = 120
"""So many letters before and behind a figure are looked at."""

"""What notices say, in both languages."""

import pytest

from thuocdo.core.messages import catalogue
from thuocdo.cycles.notices import words
from thuocdo.cycles.notices.types import Notice, Occasion, Place
from thuocdo.cycles.notices.words import mail_words, said

PARAMS = {
    "cycle": "2025-1",
    "due": "2025-06-14",
    "since": "2025-06-02",
    "days": "7",
    "open": "12",
    "count": "2",
    "tasks": "5, 12",
    "bodies": "BKHCN, BYT",
    "late": "3",
    "source": "Cổng dịch vụ công",
    "month": "2025-03",
}
NAMES = {"BKHCN": "Bộ Khoa học", "BYT": "Bộ Y tế"}


def notice(occasion, key="k", **params):
    """Return a notice of an occasion."""
    return Notice(key, "an", occasion, {**PARAMS, **params}, Place.WORK)


def speak(each, language="vi"):
    """Return what a notice says."""
    return said(
        each,
        language,
        names=lambda code, _language: NAMES.get(code, code),
        day=lambda text, _language: "/".join(reversed(text.split("-"))),
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("occasion", Occasion)
def test_every_occasion_speaks_both_languages(occasion, language):
    """Each occasion has one sentence without an open placeholder, in words of the asked language."""
    words_of = speak(notice(occasion), language)
    assert words_of.sentence.endswith(".")
    assert "{" not in words_of.sentence
    assert (speak(notice(occasion), "en").sentence == words_of.sentence) == (language == "en")


@pytest.mark.parametrize(
    ("days", "part"), [("7", "còn 7 ngày"), ("1", "ngày mai"), ("0", "hôm nay"), ("-1", "Nộp ngay")]
)
def test_a_deadline_speaks_of_its_day(days, part):
    """The sentence says how many days are left, tomorrow, today, or that the day has passed."""
    assert part in speak(notice(Occasion.TASK_DUE, days=days)).sentence


def test_bodies_are_named_and_long_lists_are_cut():
    """Bodies stand with their names; of many tasks the first are listed and the rest counted."""
    assert "Bộ Khoa học; Bộ Y tế" in speak(notice(Occasion.BODIES_OWE)).sentence
    many = ", ".join(str(number) for number in range(1, 41))
    sentence = speak(notice(Occasion.TASK_DUE, tasks=many)).sentence
    assert "12, và 28 mục khác" in sentence
    assert "13" not in sentence


def test_the_summary_lists_what_is_there():
    """The weekly summary has one line for each count that it was given, and no other."""
    only = Notice("k", "an", Occasion.DIGEST, {"late": "3", "returned": "1"}, Place.WORK)
    assert speak(only).lines == ("Quá hạn: 3", "Bị trả lại để sửa: 1")


def test_a_mail_begins_with_the_most_urgent():
    """Subject and first line are the most urgent notice; every notice has the address where to act."""
    subject, text = mail_words(
        [notice(Occasion.DIGEST, "b"), notice(Occasion.RETURNED, "a")],
        "vi",
        address="https://thuocdo.example.vn",
        names=lambda code, _language: code,
        day=lambda text, _language: text,
    )
    assert subject.startswith("Thước Đo: Sửa nội dung")
    assert text.startswith("Sửa nội dung")
    assert text.count("https://thuocdo.example.vn/viec") == 2
    assert "https://thuocdo.example.vn/tai-khoan/thong-bao" in text


def test_a_subject_is_one_short_line():
    """A long sentence is cut at a word, and no line break gets into a header."""
    subject, _text = mail_words(
        [notice(Occasion.TASK_DUE, tasks=", ".join(["1000.1000.1000"] * 12), due="2025\n-06-14")],
        "en",
        address="",
        names=lambda code, _language: code,
        day=lambda text, _language: text,
    )
    assert len(subject) <= 120
    assert "\n" not in subject
    assert subject.endswith("…")


def test_every_sentence_has_vietnamese_words():
    """No sentence of the tables is left without a translation."""
    sentences = [*words._PLAIN.values(), *words._DIGEST.values(), words._MORE, words._LINK, words._ENDING]
    sentences += [each for table in words._DATED.values() for each in table.values()]
    assert [each for each in sentences if each not in catalogue("vi")] == []

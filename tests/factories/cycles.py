"""Drafts and hand-ins, as short as a test needs them."""

from thuocdo.cycles.drafting import hand_in, save_draft

LINE = "Quyết định số 9017/QĐ-TTg ngày 28/5/2025 của Thủ tướng Chính phủ"
WORKING = {"situation": "working", "public_sentence": "Đang soạn thảo"}


def saved(by, now, *, task="17", cycle="2025-2", cells=WORKING, evidence=(), version=None):
    """Save a draft and return it."""
    return save_draft(
        slug="nq03", task=task, cycle=cycle, cells=cells, evidence=evidence, version=version, by=by, now=now
    )


def handed(by, now, *tasks, cycle="2025-2"):
    """Hand in drafts and return what became of them."""
    return hand_in(slug="nq03", cycle=cycle, tasks=tasks or ("17",), by=by, now=now)


def reported(by, now, *, task="17", cycle="2025-2", cells=WORKING, evidence=()):
    """Save a draft and hand it in."""
    saved(by, now, task=task, cycle=cycle, cells=cells, evidence=evidence)
    return handed(by, now, task, cycle=cycle)

"""What a person may do; which role brings it stands in `rules.py`."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that somebody may be allowed to do."""

    REPORT = "report"
    APPROVE = "approve"
    VERIFY = "verify"
    ADOPT = "adopt"
    PUBLISH = "publish"
    MANAGE_PEOPLE = "manage_people"
    READ_ALL = "read_all"

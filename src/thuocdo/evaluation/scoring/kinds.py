"""The words with a fixed choice in a criteria set."""

from enum import StrEnum


class UnitType(StrEnum):
    """Kinds of units that a set can judge; two kinds never stand in one table."""

    COUNTRY = "country"
    MINISTRY = "ministry"
    AGENCY = "agency"
    PROVINCE = "province"
    COMMUNE = "commune"
    HEAD = "head"
    ENTERPRISE_SMALL = "enterprise_small"
    ENTERPRISE_LARGE = "enterprise_large"
    ENTERPRISE_GROUP = "enterprise_group"
    STATE_ENTERPRISE = "state_enterprise"
    SCIENCE_ORGANISATION = "science_organisation"
    PROJECT = "project"
    PLAN = "plan"


PUBLIC_BODIES = frozenset(
    {UnitType.MINISTRY, UnitType.AGENCY, UnitType.PROVINCE, UnitType.COMMUNE, UnitType.HEAD}
)
"""Units for which a set has four levels at most."""


class Certainty(StrEnum):
    """How sure it is that the set says what its source says."""

    OFFICIAL = "official"
    PUBLISHED_IN_PART = "published_in_part"
    SECONDARY = "secondary"
    OURS = "ours"
    DRAFT = "draft"


class Standing(StrEnum):
    """Whether the set may judge anybody."""

    IN_FORCE = "in_force"
    FROZEN = "frozen"
    ILLUSTRATIVE = "illustrative"
    DRAFT = "draft"
    SUPERSEDED = "superseded"


class Period(StrEnum):
    """How long a period is that the set judges."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class Kind(StrEnum):
    """What an input counts: decides which values it can have."""

    COUNT = "count"
    PERCENT = "percent"
    YES_NO = "yes_no"
    AMOUNT = "amount"
    SCORE = "score"


class Origin(StrEnum):
    """Where the points of a criterion come from."""

    COMPUTED = "computed"
    SELF_ASSESSED = "self_assessed"
    EXPERT = "expert"
    SURVEY = "survey"


class Better(StrEnum):
    """Which way of the measure earns points; `between` promises nothing."""

    MORE = "more"
    LESS = "less"
    BETWEEN = "between"


class Missing(StrEnum):
    """What a value that never came is worth."""

    ZERO = "zero"
    NO_TOTAL = "no_total"
    NOT_APPLICABLE = "not_applicable"


class TooFew(StrEnum):
    """What a share is worth whose denominator is under the minimum."""

    NOT_APPLICABLE = "not_applicable"
    ZERO = "zero"


class Rescale(StrEnum):
    """What takes the place of criteria that do not apply: the rest of the pillar, of the set, or nothing."""

    PILLAR = "pillar"
    SET = "set"
    NONE = "none"


class Merged(StrEnum):
    """What a unit made of several gets in its first period."""

    MEAN_OF_PREDECESSORS = "mean_of_predecessors"
    SUM_OF_INPUTS = "sum_of_inputs"
    OWN_DATA = "own_data"
    NO_SCORE = "no_score"


class Rounds(StrEnum):
    """How a half is rounded."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class PillarKind(StrEnum):
    """Whether a pillar makes up the total, adds to it, or takes away."""

    BASE = "base"
    BONUS = "bonus"
    PENALTY = "penalty"

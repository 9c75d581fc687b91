"""Bodies in English that only plans of the closed part name."""

from tests.corpus.closed import nations

TRANSLATED = [
    "Specialised divisions of the Ministry", "Provincial Departments of Justice",
    "Viet Nam Maritime and Waterway Administration", "Authority of Plant Production and Protection",
    "Viet Nam Tourism Authority", "Viet Nam Young Entrepreneurs Association",
    "Radio and television stations", "Credit institutions", "Viet Nam Logistics Business Association",
    "Provinces along the Mekong River", "Central Committee of the Fatherland Front",
]  # fmt: skip
QUARTERS = [
    "Heads of offices concerned", "Accredited NGOs", "Academe", "Concerned line agencies",
    "Chambers of industry",
    *(name for nation in nations.NATIONS["quarters"] for name in sorted(nation)),
]  # fmt: skip
MONTHS = [
    "Chief Executive's Office", "Schools and childcare services", "Local sports clubs",
    "Business improvement groups", "Service providers", "Council committees",
    *(name for nation in nations.NATIONS["months"] for name in sorted(nation)),
]  # fmt: skip

"""Marks between bodies in one cell that only the closed part has."""

SEPARATORS = {"vi": [".\n", ",\n– "], "en": [".\n", ",\n– "]}

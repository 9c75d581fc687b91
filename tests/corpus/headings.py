"""Headings of columns, by language."""

from tests.corpus import headings_en, headings_vi

OF_LANGUAGE = {"vi": headings_vi.HEADINGS, "en": headings_en.HEADINGS}

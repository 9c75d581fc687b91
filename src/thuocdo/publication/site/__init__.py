"""The public site: every page of a snapshot as static files, in both languages."""

from thuocdo.publication.site.build import render_site

__all__ = ["render_site"]

"""Files that people send: kept in memory only, never more than a document may have, from nobody unknown."""

from typing import Any, cast

from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest

from thuocdo.documents.files import MAX_BYTES
from thuocdo.web.gate import may_enter

PAGES = frozenset(
    {"drafts", "work-task", "work-file", "grid-paste", "heads", "criteria-propose", "assessment-form"}
)
"""The pages that take a file."""


class DocumentUpload(MemoryFileUploadHandler):
    """Keeps a file in memory; drops it at the first byte too many and tells so by `request.too_large`.

    Django reads a form before the gate is asked, so this asks first: who may not send files here
    sends none, and a page that takes no file gets none.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002  Django hands them over
        """Take every file of the form; there is no other handler, and so no temporary file."""
        self.activated = True
        self._kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file, if the person may send one to this page."""
        request = cast("HttpRequest", self.request)
        page = request.resolver_match.view_name if request.resolver_match is not None else ""
        if page not in PAGES or not may_enter(request, page):
            raise StopUpload
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a piece, or let go of everything."""
        self._kept += len(raw_data)
        if self._kept > MAX_BYTES:
            cast("Any", self.request).too_large = True
            raise StopUpload
        return super().receive_data_chunk(raw_data, start)

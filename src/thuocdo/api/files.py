"""The address for files: one file as the body of a request, or as the part `file` of a form."""

from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from ninja import Query, Router
from ninja.responses import Status

from thuocdo.api.asking import Asked
from thuocdo.api.own_schemas import Key, OneFile, Words
from thuocdo.api.tokens import MachineToken, before, moment, once, reporter_of
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Invalid, fault
from thuocdo.cycles.attaching import attach
from thuocdo.cycles.faults import N_

router = Router(tags=["own"], auth=MachineToken())
_TAKEN = 201
NAME_IT = N_("name the file, as in ?name=quyet-dinh.pdf")
ONE_FILE = N_("send one file as the part “file” of the form")
TOO_LARGE = N_("is larger than a file may be")

_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                }
            },
        },
    }
}


class FileAsked(Asked):
    """The name of a file that comes as the body."""

    name: Words | None = None


class _OneFile(MemoryFileUploadHandler):
    """Keeps the one file in memory, and lets go of it at the first byte too many."""

    def handle_raw_input(self, *_args: Any, **_kwargs: Any) -> None:
        self.activated = True
        self._kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._kept += len(raw_data)
        if self._kept > _most():
            cast("Any", self.request).too_large = True
            raise StopUpload(connection_reset=True)
        return super().receive_data_chunk(raw_data, start)


@router.post("/own/files", response={_TAKEN: OneFile}, summary="Hand over a file", openapi_extra=_BODY)
def post_file(request: HttpRequest, asked: Query[FileAsked], key: Key) -> Status[Any]:
    """Keep a file of the body; name its id in the cell `files` of a piece of evidence."""
    machine = reporter_of(request)
    name, data = _given(request, asked.name)
    said = f"{name}\n{sha256_hex(data)}".encode()
    answered = before(request, key, said=said)
    if answered is not None:
        return answered
    # Outside the transaction of the key: looking inside a file takes its time, and the same bytes
    # are one file however often they come.
    kept = attach(name=name, data=data, by=machine, now=moment())
    item = {
        "id": kept.public_id,
        "name": kept.name,
        "size": kept.size,
        "media": kept.media,
        "sha256": kept.sha256,
        "pages": kept.pages,
    }

    def work(_now: datetime) -> tuple[int, Any]:
        return _TAKEN, {"item": item}

    return once(request, key, work, said=said)


def _given(request: HttpRequest, name: str | None) -> tuple[str, bytes]:
    if request.content_type != "multipart/form-data":
        if not (name or "").strip():
            raise _refused("query", NAME_IT, "name")
        return name or "", request.read(_most())
    request.upload_handlers = [_OneFile(request)]
    try:
        sent = request.FILES.getlist("file")
    except MultiPartParserError:
        sent = []
    if getattr(request, "too_large", False):
        raise _refused("body", TOO_LARGE, "file")
    if len(sent) != 1 or len(request.FILES) != 1:
        raise _refused("body", ONE_FILE, "file")
    return name or sent[0].name or "", sent[0].read()


def _most() -> int:
    """Return how many bytes are read: one more than a file may have, so that `attach` refuses it."""
    return int(settings.THUOCDO_MAX_FILE_MB) * 1_000_000 + 1


def _refused(where: str, message: str, field: str) -> Invalid:
    return Invalid("Nothing was received.", faults=[fault(where, field, message)])

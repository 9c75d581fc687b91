"""The address to which the owner of source data sends a month, where nobody may ask its systems."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Router, Schema

from thuocdo.api.own_schemas import Code, Period
from thuocdo.api.tokens import MachineToken, moment, reporter_of
from thuocdo.config.measuring import stores
from thuocdo.measurement.sources.pushing import receive_month

router = Router(tags=["own"], auth=MachineToken())
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class ReceivedShape(Schema):
    """What was received, for the owner to compare."""

    source: str
    month: str
    size: int
    sha256: str


class OneReceived(Schema):
    """A month that was received."""

    item: ReceivedShape


@router.put(
    "/own/sources/{source}/months/{month}",
    response=OneReceived,
    summary="Send a month of source data",
    openapi_extra=_BODY,
)
def put_month(request: HttpRequest, source: Path[Code], month: Path[Period]) -> Any:
    """Keep a month whole (CSV or Parquet, as agreed); the next run checks it against its contract."""
    machine = reporter_of(request)
    received = receive_month(
        source=source, month=month, read=request.read, stores=stores(), by=machine, now=moment()
    )
    return {
        "item": {
            "source": received.source,
            "month": received.month,
            "size": received.size,
            "sha256": received.sha256,
        }
    }

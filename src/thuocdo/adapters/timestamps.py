"""Asking a time-stamping authority (RFC 3161), and believing only what its certificate signed."""

import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from thuocdo.core.errors import N_, Invalid, Unavailable

SECONDS = 10.0
MAX_BYTES = 64 * 1024
TOLERANCE = timedelta(minutes=10)
"""How far an authority's clock may be from ours; one that is off further says nothing of use."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An authority stands where the settings say."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def read_roots(path: Path) -> tuple[x509.Certificate, ...]:
    """Return the certificates that authorities are trusted by."""
    try:
        return tuple(x509.load_pem_x509_certificates(path.read_bytes()))
    except (OSError, ValueError):
        raise Invalid(
            N_("{path} holds no certificates in PEM."),
            hint=N_("Set THUOCDO_TSA_ROOTS to the file with the authority's root certificates."),
            params={"path": path},
        ) from None


def asking(
    address: str, roots: Sequence[x509.Certificate], *, clock: Callable[[], datetime] | None = None
) -> Callable[[bytes], bytes]:
    """Return how to get a checked stamp of this authority over some bytes."""
    now = clock or (lambda: datetime.now(UTC))

    def ask(data: bytes) -> bytes:
        request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
        answer = _post(address, request.as_bytes())
        try:
            response = decode_timestamp_response(answer)
            builder = VerifierBuilder.from_request(request)
            for root in roots:
                builder = builder.add_root_certificate(root)
            builder.build().verify_message(response, data)
            moment = response.tst_info.gen_time
        except (ValueError, VerificationError) as error:
            raise _refused(address, str(error)) from None
        if abs(moment - now()) > TOLERANCE:
            raise _refused(address, f"its clock says {moment:%Y-%m-%d %H:%M:%S} UTC")
        return answer

    return ask


def _post(address: str, body: bytes) -> bytes:
    if not address.startswith(("http://", "https://")):
        raise _refused(address, "no http or https address")
    headers = {"Content-Type": "application/timestamp-query"}
    request = urllib.request.Request(address, data=body, headers=headers, method="POST")  # noqa: S310  checked above
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=SECONDS) as found:
            data = bytes(found.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        raise _refused(address, str(error)) from None
    if len(data) > MAX_BYTES:
        raise _refused(address, f"more than {MAX_BYTES} bytes")
    return data


def _refused(address: str, why: str) -> Unavailable:
    return Unavailable(
        N_("{address} gave no time stamp that holds ({why})."),
        hint=N_("It is asked again in the next round."),
        params={"address": address, "why": " ".join(why.split())[:200]},
    )

"""Signs a request to object storage: AWS Signature Version 4, which S3, MinIO and Ceph all ask for.

https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlsplit

from thuocdo.adapters.intake.receiving import Refused

_METHOD = "AWS4-HMAC-SHA256"
_SERVICE = "s3"
_ANYWHERE = "us-east-1"
"""The region that storage of one's own takes when it was given no name."""
_NO_BODY = hashlib.sha256(b"").hexdigest()
_PIECES = (2, 3)


class Keys(NamedTuple):
    """Who asks: the name of the key, its secret, and the region that the storage stands in."""

    access: str
    secret: str
    region: str = _ANYWHERE


def read_keys(secret: str) -> Keys:
    """Return the keys that the owner gave as `access:secret`, or `access:secret:region`."""
    pieces = secret.split(":")
    if len(pieces) not in _PIECES or not all(pieces):
        raise Refused("no_keys")
    return Keys(*pieces)


def signed(url: str, headers: Mapping[str, str], keys: Keys, moment: datetime) -> dict[str, str]:
    """Return the headers of a GET with those that sign it; `moment` is in UTC.

    The host is signed as `http.client` sends it: without the port where it is the usual one.
    """
    parts = urlsplit(url)
    stamp, day = moment.strftime("%Y%m%dT%H%M%SZ"), moment.strftime("%Y%m%d")
    host = parts.netloc.removesuffix({"http": ":80", "https": ":443"}.get(parts.scheme, ""))
    given = {**headers, "Host": host, "x-amz-content-sha256": _NO_BODY, "x-amz-date": stamp}
    named = {name.lower(): " ".join(value.split()) for name, value in sorted(given.items(), key=_lower)}
    names = ";".join(named)
    canonical = "\n".join(
        (
            "GET",
            parts.path or "/",
            _query(parts.query),
            *(f"{name}:{value}" for name, value in named.items()),
            "",
            names,
            _NO_BODY,
        )
    )
    scope = f"{day}/{keys.region}/{_SERVICE}/aws4_request"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    key = f"AWS4{keys.secret}".encode()
    for piece in scope.split("/"):
        key = _mac(key, piece)
    signature = _mac(key, f"{_METHOD}\n{stamp}\n{scope}\n{digest}").hex()
    credential = f"{_METHOD} Credential={keys.access}/{scope}, SignedHeaders={names}, Signature={signature}"
    return {**given, "Authorization": credential}


def _query(query: str) -> str:
    given = parse_qsl(query, keep_blank_values=True)
    pairs = sorted((quote(key, safe="-_.~"), quote(value, safe="-_.~")) for key, value in given)
    return "&".join(f"{key}={value}" for key, value in pairs)


def _lower(item: tuple[str, str]) -> str:
    return item[0].lower()


def _mac(key: bytes, message: str) -> bytes:
    return hmac.new(key, message.encode(), hashlib.sha256).digest()

"""A machine of a ministry that speaks to the API with its token, as the tests use it."""

import json
from itertools import count

from django.test import Client

from thuocdo.accounts.types import Permission

OWN = "/api/v1/own"
LINE = "Quyết định số 1234/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"
WORKING = {"situation": "working"}
_keys = count()


def token_of(head, now, scopes=(Permission.REPORT,), agency=None):
    """Make a token for the head's body; returns its secret."""
    from thuocdo.accounts.tokens import create_token  # noqa: PLC0415  tables are ready only here
    from thuocdo.core.dates import local_day  # noqa: PLC0415  same

    made = create_token(
        name="Hệ thống của Bộ",
        agency=head.agency if agency is None else agency,
        scopes=scopes,
        last_day=local_day(now).replace(month=12),
        by=head,
        now=now,
    )
    return made.secret


class Machine:
    """Sends requests with a token, and a new key with each one that writes."""

    def __init__(self, token):
        self.client = Client(raise_request_exception=False)
        self.token = token

    def send(self, method, address, body=None, *, key=None, raw=None, kind="application/json", **headers):
        """Send one request; returns the answer."""
        given = {"authorization": f"Bearer {self.token}", **headers} if self.token else headers
        if method != "get" and key != "":
            given["idempotency-key"] = key or f"key-{next(_keys)}"
        data = raw if raw is not None else json.dumps(body) if body is not None else ""
        return self.client.generic(method.upper(), OWN + address, data, kind, headers=given)

    def get(self, address):
        """Read."""
        return self.send("get", address)

    def save(self, task="17", cells=None, *, period="2025-2", version=None, evidence=(), **more):
        """Save a draft."""
        body = {"period": period, "cells": cells or WORKING, "evidence": list(evidence), "version": version}
        return self.send("put", f"/programmes/nq03/tasks/{task}/draft", body, **more)

    def hand_in(self, *tasks, period="2025-2", **more):
        """Hand in tasks, each a code or a pair of code and draft."""
        rows = [
            {"task": each} if isinstance(each, str) else {"task": each[0], "draft": each[1]} for each in tasks
        ]
        return self.send("post", "/programmes/nq03/hand-ins", {"period": period, "tasks": rows}, **more)

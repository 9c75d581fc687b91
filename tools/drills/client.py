"""A browser of a drill: logs in and sends the panel's form with a file, over the ordinary web addresses."""

import hashlib
import http.client
import re
import urllib.parse
from dataclasses import dataclass
from http.cookies import SimpleCookie

from drills.world import PASSWORD

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_LINE = "drill-boundary-7d1f"
LOST = (OSError, http.client.HTTPException)
"""What the end of the server looks like from here; whether the report was written is not known then."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One report as its sender knows it; the key stays the same however often it is sent."""

    key: str
    username: str
    agency: str
    task: str
    number: int
    name: str
    data: bytes

    @property
    def sentence(self) -> str:
        """Return the sentence by which the report is found again."""
        return f"Drill {self.key}"

    @property
    def line(self) -> str:
        """Return the document that proves it."""
        return f"Quyết định số {self.number}/QĐ-TTg ngày 28/5/2025 của Thủ tướng Chính phủ"

    @property
    def sha256(self) -> str:
        """Return the digest of the file."""
        return hashlib.sha256(self.data).hexdigest()

    def body(self, token: str) -> bytes:
        """Return the form as a browser sends it."""
        fields = {
            "csrfmiddlewaretoken": token,
            "key": self.key,
            "version": "",
            "situation": "working",
            "expected_on": "31/12/2029",
            "public_sentence": self.sentence,
            "reason": "Diễn tập",
            "proof-0-text": self.line,
            "do": "send",
        }
        parts = [
            f'--{_LINE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        heading = f'Content-Disposition: form-data; name="proof-0-file"; filename="{self.name}"'
        parts.append(f"--{_LINE}\r\n{heading}\r\n\r\n")
        return b"".join([*(part.encode() for part in parts), self.data, _END])

    def told(self, *, acknowledged: bool) -> dict[str, object]:
        """Return what whoever counts has to know."""
        return {
            "key": self.key,
            "username": self.username,
            "agency": self.agency,
            "sentence": self.sentence,
            "number": f"{self.number}/QĐ-TTg",
            "sha256": self.sha256,
            "acknowledged": acknowledged,
        }


_END = f"\r\n--{_LINE}--\r\n".encode()


class Browser:
    """One person's connection; after the server ended it opens a new one and stays logged in."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None, timeout: float = 60) -> None:
        self._port, self._timeout = port, timeout
        self.cookies = dict(cookies or {})
        self.next_page = ""
        self._line: http.client.HTTPConnection | None = None

    def log_in(self, username: str) -> None:
        """Log in as a person does."""
        page = self.ask("GET", "/dang-nhap")[2].decode()
        token = _TOKEN.search(page)
        form = {"csrfmiddlewaretoken": token[1] if token else "", "username": username, "password": PASSWORD}
        kind = "application/x-www-form-urlencoded"
        status, _where, _page = self.ask("POST", "/dang-nhap", urllib.parse.urlencode(form).encode(), kind)
        if status != http.client.FOUND:
            message = f"{username} could not log in: {status} {_page[:300]!r}"
            raise RuntimeError(message)

    def submit(self, one: Submission) -> tuple[bool, int, bytes]:
        """Send a report; says whether it was acknowledged, with the status and the page."""
        kind = f"multipart/form-data; boundary={_LINE}"
        body = one.body(self.cookies["csrftoken"])
        status, where, page = self.ask("POST", f"/viec/{one.task}", body, kind)
        self.next_page = where
        return status == http.client.FOUND and f"nhan={one.key}" in where, status, page

    def follow(self) -> int:
        """Open the page to which the last answer sent this person, as a browser does; returns its status."""
        where, status = self.next_page, 0
        while where:
            status, where, _page = self.ask("GET", where)
        return status

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str, bytes]:
        """Send one request and return status, Location and page; raises one of LOST."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        try:
            line = self._line or http.client.HTTPConnection("127.0.0.1", self._port, timeout=self._timeout)
            self._line = line
            line.request(method, path, body or None, headers)
            answer = line.getresponse()
            page = answer.read()
        except LOST:
            self.close()
            raise
        for each in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(each).items()}
        return answer.status, answer.headers.get("Location", ""), page

    def close(self) -> None:
        """Let the connection go."""
        if self._line is not None:
            self._line.close()
            self._line = None

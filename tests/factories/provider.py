"""A small identity provider on this machine, which can also be told to cheat."""

import base64
import hashlib
import json
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "thuocdo", "shared-secret-of-the-test"


class Provider:
    """Signs in whoever `subject` names; `claims` and `key` let a test forge the token."""

    def __init__(self):
        self.key = self.published = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.subject = "subject-1"
        self.claims = {}
        self.algorithm = "RS256"
        self.issuer = ""
        self.asked = {}
        self.exchanged = []

    def allow(self, address):
        """Act as the person who agrees at the provider; returns the address to go back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.asked)}"
        self.asked[code] = asked
        return f"{urlsplit(asked['redirect_uri']).path}?code={code}&state={asked['state']}"

    def token(self, form):
        """Return the answer to a code, None where anything about it is wrong."""
        asked = self.asked.pop(form.get("code", [""])[0], None)
        verifier = form.get("code_verifier", [""])[0]
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        if asked is None or asked["code_challenge_method"] != "S256" or asked["code_challenge"] != challenge:
            return None
        self.exchanged.append(form)
        claims = {
            "iss": self.issuer,
            "sub": self.subject,
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "email": "an@example.vn",
            "email_verified": True,
            "preferred_username": "an",
            "iat": int(time.time()),
            "exp": int(time.time()) + 300,
            **self.claims,
        }
        signed = jwt.encode(
            claims, "" if self.algorithm == "none" else self.key, self.algorithm, {"kid": "one"}
        )
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": signed}

    def keys(self):
        """Return the keys that the provider publishes."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}


@contextmanager
def provider():
    """Serve a provider on loopback; yields it."""
    found = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            """Answer discovery and keys."""
            base = f"http://127.0.0.1:{self.server.server_port}"
            pages = {
                "/.well-known/openid-configuration": {
                    "issuer": found.issuer,
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/token",
                    "jwks_uri": f"{base}/keys",
                    "userinfo_endpoint": f"{base}/userinfo",
                },
                "/keys": found.keys(),
            }
            self.answer(pages.get(self.path))

        def do_POST(self):
            """Answer the exchange of a code."""
            length = int(self.headers.get("Content-Length", 0))
            self.answer(found.token(parse_qs(self.rfile.read(length).decode())))

        def answer(self, value):
            """Send a value as JSON, or a refusal."""
            body = json.dumps(value if value is not None else {"error": "invalid_grant"}).encode()
            self.send_response(200 if value is not None else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

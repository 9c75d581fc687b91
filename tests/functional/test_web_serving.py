"""One process serves the published folder and the application, and gives nothing else away."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path):
    """Return a published folder with a secret beside it."""
    folder = tmp_path / "site"
    (folder / "nq03" / "nhiem-vu").mkdir(parents=True)
    (folder / "viec").mkdir()
    (folder / "index.html").write_text("<p>Trang đầu", encoding="utf-8")
    (folder / "viec" / "index.html").write_text("<p>not this one", encoding="utf-8")
    (folder / "nq03" / "nhiem-vu" / "index.html").write_text("<p>Nhiệm vụ", encoding="utf-8")
    (folder / "nq03" / "nhiem-vu.csv").write_text("ma,ten\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture
def ask(site):
    """Return a function that sends one request to the WSGI application: status, headers, body."""
    from thuocdo.cli.serving import front  # noqa: PLC0415  settings are ready only here

    application = front(site)
    # The end of a request closes the connection, and with it the test's own transaction.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)

    def send(path, method="GET", **headers):
        environ = {"PATH_INFO": path, "REQUEST_METHOD": method, "HTTP_HOST": "localhost", **headers}
        setup_testing_defaults(environ)
        environ["wsgi.input"] = io.BytesIO()
        answer = {}

        def start(status, found, _info=None):
            answer.update(status=int(status.split()[0]), headers=dict(found))

        body = application(environ, start)
        content = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return answer["status"], answer["headers"], content.decode()

    yield send
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_files_have_their_types(ask):
    """Pages, tables and the application's style sheet come with the right type."""
    assert ask("/")[2] == "<p>Trang đầu"
    types = {
        "/nq03/nhiem-vu/": "text/html",
        "/nq03/nhiem-vu.csv": "text/csv",
        "/static/app.css": "text/css",
        "/static/mark.svg": "image/svg+xml",
    }
    for address, media_type in types.items():
        status, headers, _body = ask(address)
        assert (address, status, headers["Content-Type"].split(";")[0]) == (address, 200, media_type)
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_gets_its_slash(ask):
    """An address without the slash leads to the folder's page."""
    status, headers, _body = ask("/nq03/nhiem-vu")
    assert (status, headers["Location"]) == (302, "nhiem-vu/")


def test_a_reader_who_has_the_file_gets_304(ask, site):
    """The same file keeps its ETag, a new publication changes it, without a restart."""
    address, file = "/nq03/nhiem-vu.csv", site / "nq03" / "nhiem-vu.csv"
    etag = ask(address)[1]["ETag"]
    assert ask(address, HTTP_IF_NONE_MATCH=etag)[0] == 304
    file.write_text("ma,ten\n1,moi\n", encoding="utf-8")
    status, headers, body = ask(address, HTTP_IF_NONE_MATCH=etag)
    assert (status, headers["ETag"] != etag, body) == (200, True, "ma,ten\n1,moi\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/nq03/../../secret.txt", "//secret.txt", "/static/../urls.py", "/a\\..\\b"]
)
def test_nothing_outside_the_folders_is_served(ask, path):
    """Whatever climbs out of the published folder gets the page that there is no such page."""
    status, headers, body = ask(path)
    assert status == 404
    assert "secret" not in body.replace("secret.txt", "")
    assert headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_the_application_stands_before_the_files(ask):
    """A file cannot take the place of a page of the application or of the API."""
    assert ask("/viec")[1]["Location"] == "/dang-nhap?next=%2Fviec"
    assert ask("/dang-nhap")[0] == 200
    assert ask("/api/v1/programmes")[0] == 200
    assert ask("/nichts")[0] == 404


def test_files_are_only_read(ask):
    """A file answers no other method than GET and HEAD."""
    assert ask("/nq03/nhiem-vu.csv", method="POST")[0] == 405
    assert ask("/nq03/nhiem-vu.csv", method="HEAD")[0] == 200


def test_a_port_that_is_taken_is_one_sentence(tmp_path):
    """A second server on the port says so, exits 14, and shows no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", "from thuocdo.cli.main import main; main()", "serve", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "THUOCDO_LANG": "en", "THUOCDO_DATA": str(tmp_path), "DATABASE_URL": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 14
    assert f"127.0.0.1:{port} cannot be served on" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr

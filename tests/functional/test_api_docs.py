"""The examples of docs/api.md run as they stand there."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from tests.factories.api import token_of

from thuocdo.cycles import models
from thuocdo.cycles.notices.signing import signature

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
CURL = [
    line for block in SHELL for line in block.replace("\\\n", " ").splitlines() if line.startswith("curl ")
]
BODY = b'{"id":"8f0c","event":"evidence.returned","task":"17"}'
SECRET = "whsec_example"


def run(line, token):
    """Send what a curl command would send; returns the answer."""
    words = shlex.split(line.replace("$TOKEN", token).replace("$API", "/api/v1"))
    headers, method, body, address = {}, "GET", "", ""
    rest = iter(words[1:])
    for word in rest:
        if word == "-H":
            name, _, value = next(rest).partition(": ")
            headers[name.lower()] = value
        elif word == "-X":
            method = next(rest)
        elif word == "-d":
            body = next(rest)
        elif word == "--data-binary":
            assert next(rest) == "@quyet-dinh.pdf"
            body = paper()
        else:
            address = word
    kind = headers.pop("content-type", "")
    return Client().generic(method, address, body, kind, headers=headers)


def paper():
    """Return a small PDF of one empty page."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


@pytest.mark.django_db
@pytest.mark.usefixtures("model_programme", "files_apart", "still_api_clock")
def test_the_curl_examples_run_one_after_the_other(an, now, settings):
    """Each example is answered 200 or 201, and the reports that they make are there."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hop.bkhcn.example.vn"]
    token = token_of(an, now)
    answers = [(line, run(line, token)) for line in CURL]
    assert len(answers) == 7
    assert [(line, each.content) for line, each in answers if each.status_code not in {200, 201}] == []
    assert set(models.Report.objects.values_list("task", flat=True)) == {"17", "26", "60"}


def test_the_python_example_tells_genuine_calls():
    """The function of the page takes what our own signing signs, and nothing else, and nothing old."""
    space = {}
    exec(PYTHON[0], space)  # noqa: S102  our own page
    is_genuine = space["is_genuine"]
    header = signature(BODY, at=1_750_388_460, secrets=["whsec_old", SECRET])
    assert is_genuine(BODY, header, SECRET, 1_750_388_500)
    assert not is_genuine(BODY + b" ", header, SECRET, 1_750_388_500)
    assert not is_genuine(BODY, header, "whsec_other", 1_750_388_500)
    assert not is_genuine(BODY, header, SECRET, 1_750_389_460)


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl here")
@pytest.mark.parametrize(("change", "said"), [(b"", "genuine\n"), (b" ", "")])
def test_the_shell_example_tells_genuine_calls(tmp_path, change, said):
    """The lines of the page print `genuine` for what we signed, and nothing for what was changed."""
    (tmp_path / "body.json").write_bytes(BODY + change)
    header = signature(BODY, at=1_750_388_460, secrets=["whsec_old", SECRET])
    script = next(block for block in SHELL if "openssl" in block)
    environment = {"SIGNATURE": header, "SECRET": SECRET, "PATH": "/usr/bin:/bin:/usr/local/bin"}
    done = subprocess.run(
        ["/bin/sh", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == said

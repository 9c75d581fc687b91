"""Files that come with the panel's form: kept at once, so that a fault elsewhere never loses one."""

import re
from datetime import datetime

from django.http import HttpRequest

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.cycles.attaching import attach
from thuocdo.web.language import N_
from thuocdo.web.work_form import Typed, blank_proof

_FILE = re.compile(r"proof-(\d{1,3})-file")
_LOST = N_("the file was too large to be received; choose a smaller one")


def take_files(request: HttpRequest, typed: Typed, *, by: Actor, now: datetime) -> tuple[Typed, list[Fault]]:
    """Attach what was chosen and return the form with the files' ids, and what was refused."""
    proofs = [dict(proof) for proof in typed.proofs] or [blank_proof()]
    faults: list[Fault] = []
    for name in request.FILES:
        mark = _FILE.fullmatch(name)
        if mark is None or int(mark[1]) >= len(proofs):
            continue
        at = int(mark[1])
        for sent in request.FILES.getlist(name):
            where = f"evidence {at + 1}"
            try:
                kept = attach(name=sent.name or "", data=sent.read(), by=by, now=now)
            except Invalid as refused:
                faults += [
                    Fault(where, each.message, "files", each.template, each.params) for each in refused.faults
                ]
                if not refused.faults:
                    faults.append(Fault(where, refused.message, "files"))
                continue
            ids = proofs[at]["files"].split()
            proofs[at]["files"] = " ".join(dict.fromkeys([*ids, kept.public_id]))
    if getattr(request, "too_large", False):
        faults.append(Fault("evidence 1", _LOST, "files", _LOST))
    return typed.with_proofs(proofs), faults

"""Files that come with the panel's form: kept whatever else is wrong, so that no fault loses one."""

import re
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.cycles import attaching
from thuocdo.cycles.types import Taken
from thuocdo.web.language import N_
from thuocdo.web.work_form import Typed, blank_proof

_FILE = re.compile(r"proof-(\d{1,3})-file")
_LOST = N_("the file was too large to be received; choose a smaller one")


def take_files(request: HttpRequest, typed: Typed, *, by: Actor) -> tuple[Typed, list[Fault]]:
    """Look at what was chosen and return the form with the files, and what was refused.

    What is taken has to be kept: by `keep_files`, or in the transaction of what the form asks for.
    """
    proofs = [dict(proof) for proof in typed.proofs] or [blank_proof()]
    faults: list[Fault] = []
    found: list[Taken] = []
    for name in request.FILES:
        mark = _FILE.fullmatch(name)
        if mark is None or int(mark[1]) >= len(proofs):
            continue
        at = int(mark[1])
        for sent in request.FILES.getlist(name):
            where = f"evidence {at + 1}"
            try:
                taken = attaching.take(name=sent.name or "", data=sent.read(), by=by)
            except Invalid as refused:
                faults += [
                    Fault(where, each.message, "files", each.template, each.params) for each in refused.faults
                ]
                if not refused.faults:
                    faults.append(Fault(where, refused.message, "files"))
                continue
            found.append(taken)
            ids = proofs[at]["files"].split()
            proofs[at]["files"] = " ".join(dict.fromkeys([*ids, taken.file.public_id]))
    if getattr(request, "too_large", False):
        faults.append(Fault("evidence 1", _LOST, "files", _LOST))
    return replace(typed.with_proofs(proofs), taken=tuple(found)), faults


@transaction.atomic(savepoint=False)
def keep_files(typed: Typed, *, by: Actor, now: datetime) -> None:
    """Write down the files that came with a form."""
    for taken in typed.taken:
        attaching.keep(taken, by=by, now=now)

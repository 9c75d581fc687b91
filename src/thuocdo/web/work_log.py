"""The log's receipt of a report: one file that proves offline that the log has it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thuocdo.config.transparency import held_from, signer
from thuocdo.core.errors import NotFound
from thuocdo.log import queries
from thuocdo.log.queries import Proof, Standing
from thuocdo.log.receipts import SUFFIX
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _
from thuocdo.web.work_sending import received

_SHOWN = 16


def proof_of(code: str) -> Proof | None:
    """Return where the log's receipt for a report stands, None where nothing is logged here."""
    asked = signer()
    return None if asked is None else queries.receipt(asked.log, code, held_from=held_from(timezone.now()))


@require_safe
def log_receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Give the log's receipt of what this person handed in; while there is none, the page that says so."""
    found = received(key, by=actor_of(request))
    if found is None:
        raise NotFound(_("There is no such receipt."))
    proof = proof_of(found.code)
    if proof is None or proof.standing is not Standing.READY:
        return HttpResponseRedirect(reverse("work-receipt", args=[key]))
    response = HttpResponse(proof.data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{found.code[:_SHOWN]}{SUFFIX}"'
    response["Cache-Control"] = "private, no-store"
    return response

"""An illustrative written metric for the demo: beside the deciding one, by bodies and not by dossiers."""

from datetime import UTC, datetime

from thuocdo.config import written as wired
from thuocdo.core.actor import Actor
from thuocdo.measurement.written.actions import approve_metric, propose_metric
from thuocdo.measurement.written.types import Version

_TEXT = """\
# MINH HOẠ / ILLUSTRATIVE
code = "11.1-bodies-mostly-online"
name_vi = "Tỷ lệ cơ quan có quá nửa hồ sơ nộp trực tuyến (minh hoạ)"
name_en = "Share of bodies with most dossiers filed online (illustrative)"
indicators = ["11.1"]
unit_vi = "%"
unit_en = "%"
direction = "higher"
method_vi = "Số cơ quan có quá nửa hồ sơ trong kỳ được nộp trực tuyến, chia cho số cơ quan có hồ sơ."
method_en = "Bodies that got most dossiers of the period online, divided by those with dossiers."
rival_of = "11.1-online-use"
scale = "100"
applies_from = 2025-07-01
sql = '''
select count(*) filter (where online * 2 > filed)::decimal(38, 6) as numerator,
       count(*)::decimal(38, 6) as denominator
from (
  select agency,
         count(*) as filed,
         count(*) filter (where channel in ('online_full', 'online_partial')) as online
  from dossiers
  group by agency
) body
'''

[tables]
dossiers = ["agency", "channel"]
"""
_REASON = "Một cơ quan nhiều hồ sơ có thể che lấp các cơ quan khác (minh hoạ)."
_PROPOSED = datetime(2025, 6, 2, 2, tzinfo=UTC)
_APPROVED = datetime(2025, 6, 9, 2, tzinfo=UTC)


def write_metric(*, by: Actor, confirmed_by: Actor) -> Version | None:
    """Have two people fix it, through the actions that people use; None where no engine is installed."""
    try:
        import duckdb as _duckdb  # noqa: F401, PLC0415  the demo also runs without measuring
    except ImportError:
        return None
    written = wired.read(_TEXT)
    trial = wired.try_out(written)
    version = propose_metric(
        text=_TEXT, written=written, trial=trial, declared=0, reason=_REASON, by=by, now=_PROPOSED
    )
    return approve_metric(id=version.id, seen=version.digest, again=trial, by=confirmed_by, now=_APPROVED)

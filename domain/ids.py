"""The kinds of identity an event can carry; each field of such a type becomes a tag of its event.

Ids are a prefix and a UUIDv7 (`person-0199...`), made outside the domain and given to its commands.
"""

from datetime import date
from typing import NewType

PersonId = NewType("PersonId", str)
InviteId = NewType("InviteId", str)
AccessId = NewType("AccessId", str)
HandleDigest = NewType("HandleDigest", str)
CountryId = NewType("CountryId", str)
JobId = NewType("JobId", str)
ClipId = NewType("ClipId", str)
CommentId = NewType("CommentId", str)
ReportId = NewType("ReportId", str)
CheckId = NewType("CheckId", str)
AnswerId = NewType("AnswerId", str)
AllowanceId = NewType("AllowanceId", str)
RequestId = NewType("RequestId", str)
EnrolmentId = NewType("EnrolmentId", str)
CameoId = NewType("CameoId", str)
GrantId = NewType("GrantId", str)
RevocationId = NewType("RevocationId", str)
LinkId = NewType("LinkId", str)
RefusalId = NewType("RefusalId", str)
AppealId = NewType("AppealId", str)
ErasureId = NewType("ErasureId", str)
InstructionId = NewType("InstructionId", str)
WaitingId = NewType("WaitingId", str)
PasskeyId = NewType("PasskeyId", str)

ID_TYPES = (
    PersonId, InviteId, AccessId, HandleDigest, CountryId, JobId, ClipId,
    CommentId, ReportId, CheckId, AnswerId, AllowanceId, RequestId,
    EnrolmentId, CameoId, GrantId, RevocationId, LinkId, RefusalId, AppealId, ErasureId,
    InstructionId, WaitingId, PasskeyId,
)  # fmt: skip


def country_id(code: str) -> CountryId:
    """The tag of an ISO 3166-1 alpha-2 country code."""
    return CountryId(f"country-{code.lower()}")


def country_code(tag: CountryId) -> str:
    """The code of that tag, in capitals."""
    return tag.removeprefix("country-").upper()


def allowance_id(person_id: PersonId, day: date) -> AllowanceId:
    """The tag that gathers what one person asked for on one day (UTC)."""
    return AllowanceId(f"allowance-{person_id}-{day.isoformat()}")

"""A reviewer's word on where a clip may not be seen, for the law of a country."""

from litestar import Response, delete, put

from api.desk import Commands, Reviewer, answer
from api.wire import CountryInPath, IdInPath
from domain.decisions.withholdings import ReleaseClip, WithholdClip
from domain.ids import ClipId, country_id


@put("/review/clips/{clip_id:str}/withheld/{country:str}", status_code=204)
async def withhold(
    clip_id: IdInPath, country: CountryInPath, reviewer: Reviewer, desk: Commands
) -> Response[None]:
    """Keep a clip from the people of a country, but for its maker, whose card of it says so, and whom it depicts."""
    command = WithholdClip(ClipId(clip_id), country_id(country), reviewer.person_id)
    return answer(None, (await desk.handle(command)).position, 204)


@delete("/review/clips/{clip_id:str}/withheld/{country:str}", status_code=204)
async def release(
    clip_id: IdInPath, country: CountryInPath, reviewer: Reviewer, desk: Commands
) -> Response[None]:
    """Let a clip be seen in that country again."""
    command = ReleaseClip(ClipId(clip_id), country_id(country), reviewer.person_id)
    return answer(None, (await desk.handle(command)).position, 204)


ROUTES = (withhold, release)

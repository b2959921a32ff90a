"""Whom one may cast, what was made of oneself, and what a rule would have refused."""

import asyncio
from datetime import datetime

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.cards import Maker, handle_of, media_url
from api.consent.backtest import Backtest, Draft, PastRequest
from api.consent.offer_words import offer_words
from api.consent.own_cameo import themes_of
from api.desk import Asker, Parts, Reader, Views, answer
from api.minting import now
from api.principal import Principal
from api.wire import BacktestBody
from api.wiring import Wiring
from domain.consent import CastWish, Offer, Themes
from domain.decisions.cameos import checked_terms, checked_themes, encoded_themes
from domain.events import CameoGranted, CameoRuleSet, Terms, Use
from domain.ids import CameoId, ClipId, GrantId, JobId
from domain.store import POSITION_MAX
from projections.views import cameos, cast_clips, clip_catalogue, member_directory

CASTABLE_MAX = 200
MADE_OF_ME_MAX = 500


class CastableOffer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one grant, or the person's rule, allows."""

    words: str
    terms: Terms
    themes: Themes
    grant_id: GrantId | None = None


class Castable(msgspec.Struct, frozen=True):
    """Somebody whom one may cast, and on which terms; any one of them is enough."""

    person: Maker
    cameo_id: CameoId
    offers: tuple[CastableOffer, ...]


class MadeOfMe(msgspec.Struct, frozen=True, omit_defaults=True):
    """A clip, a draft or a running job with one's cameo, whoever made it."""

    clip_id: ClipId
    job_id: JobId
    status: str
    maker: Maker
    uses: tuple[Use, ...]
    grant_ids: tuple[GrantId, ...]
    requested_at: datetime
    prompt: str | None = None
    caption: str | None = None
    poster_url: str | None = None
    video_url: str | None = None


class PastCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """One past request, who asked, and what it made, as long as that stands; of a refused one nothing is told."""

    maker: Maker
    request: PastRequest
    made: MadeOfMe | None = None


class BacktestCard(msgspec.Struct, frozen=True):
    """How many of the past requests the draft would have refused, and which."""

    words: str
    refused_count: int
    requests_count: int
    requests: tuple[PastCard, ...]


@get("/castable")
async def castable(principal: Asker, wiring: Parts, reader: Views) -> Response[list[Castable]]:
    """Whose cameo one may cast, for which uses, with which themes, until when; one's own comes first."""
    found = await asyncio.to_thread(_castable, principal, wiring, reader)
    return answer(found, reader.position)


@get("/made-of-me")
async def made_of_me(principal: Asker, wiring: Parts, reader: Views) -> Response[list[MadeOfMe]]:
    """Every clip, draft and running job with one's cameo, whoever made it, newest first."""
    cameo_id = wiring.casting.cameo_of(principal.person_id)
    return answer(_standing(reader, cameo_id), reader.position)


@post("/cameo/backtest", status_code=200)
async def backtest(
    data: JSONBody[BacktestBody], principal: Asker, wiring: Parts, reader: Views
) -> Response[BacktestCard]:
    """What a rule or grants that are not set yet would have made of the past requests; nothing is changed."""
    cameo_id = wiring.casting.cameo_of(principal.person_id)
    test = Backtest(wiring.ledger, wiring.themes, cameo_id, principal.person_id)
    past = await asyncio.to_thread(test.run, _draft(data, cameo_id, principal, wiring))
    people = member_directory.get_many(reader.views, {each.maker_id for each in past})
    made = {each.job_id: each for each in _standing(reader, cameo_id)}
    refused_count = sum(each.would_be_refused for each in past)
    card = BacktestCard(
        words=f"This would have refused {refused_count} of {len(past)}.",
        refused_count=refused_count,
        requests_count=len(past),
        requests=tuple(
            PastCard(Maker(e.maker_id, handle_of(people, e.maker_id)), e, made.get(e.job_id)) for e in past
        ),
    )
    return answer(card, reader.position)


def _castable(principal: Principal, wiring: Wiring, reader: Reader) -> list[Castable]:
    rows = cameos.maybe_castable_by(reader.views, principal.person_id, CASTABLE_MAX)
    people = member_directory.get_many(reader.views, {row.owner_id for row in rows})
    at, found = now(), []
    for row in rows:
        wish = CastWish(row.cameo_id, row.owner_id, ())
        offers = wiring.casting.standing(wish, principal.person_id).in_force(at)
        if offers:
            person = Maker(row.owner_id, handle_of(people, row.owner_id))
            found.append(Castable(person, row.cameo_id, tuple(_offer(each) for each in offers)))
    return found


def _offer(offer: Offer) -> CastableOffer:
    themes = themes_of(offer.themes)
    return CastableOffer(offer_words(offer.terms, themes), offer.terms, themes, offer.grant_id)


def _standing(reader: Reader, cameo_id: CameoId) -> list[MadeOfMe]:
    """What was made or is being made with a cameo and was not taken down, newest first."""
    parts = cast_clips.of_cameo(reader.views, cameo_id, MADE_OF_ME_MAX, POSITION_MAX)
    standing = [part for part in parts if part.status in ("queued", "started", "draft", "published")]
    clips = clip_catalogue.get_many(reader.views, [part.clip_id for part in standing])
    people = member_directory.get_many(reader.views, {part.maker_id for part in standing})
    return [_made(part, clips.get(part.clip_id), people) for part in standing]


def _made(
    part: cast_clips.Part, clip: clip_catalogue.Clip | None, people: dict[str, member_directory.Member]
) -> MadeOfMe:
    return MadeOfMe(
        clip_id=part.clip_id,
        job_id=part.job_id,
        status=part.status,
        maker=Maker(part.maker_id, handle_of(people, part.maker_id)),
        uses=part.use_names(),
        grant_ids=part.grants(),
        requested_at=part.requested_at,
        prompt=clip and clip.prompt,
        caption=clip and clip.caption,
        poster_url=clip and media_url(part.clip_id, "poster"),
        video_url=clip and media_url(part.clip_id, "video"),
    )


def _draft(data: BacktestBody, cameo_id: CameoId, principal: Principal, wiring: Wiring) -> Draft:
    """The draft as events that never come to be. Raises TermsInvalid, ThemesInvalid, PersonUnknown."""
    at, owner_id = now(), principal.person_id
    rule = None
    if data.rule is not None:
        is_closed = data.rule.level in ("nobody", "approved")
        terms = checked_terms(data.rule.terms.terms, at, may_be_empty=is_closed)
        themes = encoded_themes(checked_themes(data.rule.themes))
        rule = CameoRuleSet(cameo_id, owner_id, data.rule.level, terms, themes)
    grants = tuple(
        CameoGranted(
            grant_id=GrantId(f"draft-{number}"),
            cameo_id=cameo_id,
            owner_id=owner_id,
            grantee_id=wiring.casting.owner_of(grant.grantee),
            terms=checked_terms(grant.terms.terms, at),
            themes=encoded_themes(checked_themes(grant.themes)),
        )
        for number, grant in enumerate(data.grants)
    )
    return Draft(rule, grants)


ROUTES = (castable, made_of_me, backtest)

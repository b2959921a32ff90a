"""One's own cameo: see it, say who may cast it, let one person in, try a rule before it is set."""

from datetime import datetime
from typing import Literal

import msgspec
from litestar import Response, get, post, put
from litestar.params import JSONBody

from api.cards import Maker, handle_of
from api.consent.own_cameo import (
    Consent,
    Grant,
    consent_of,
    enrolments_of,
    newest_try,
    themes_of,
    usual_terms,
)
from api.desk import Asker, Commands, Parts, Reader, Views, answer
from api.minting import mint, now
from api.wire import GrantBody, RuleBody
from domain.consent import Themes
from domain.decisions.cameos import GrantCameo, SetCameoRule
from domain.enrolment import EnrolmentsState
from domain.events import Level, Terms
from domain.ids import CameoId, EnrolmentId, GrantId, PersonId
from projections.views import member_directory


class GrantCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A grant that stands; a teen's waits until it is approved."""

    grant_id: GrantId
    grantee: Maker
    terms: Terms
    themes: Themes
    granted_at: datetime
    approved: bool | None = None


class CameoCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """One's own cameo, or how far one is from having it."""

    state: Literal["none", "open", "submitted", "held", "refused", "enrolled"]
    level: Level
    terms: Terms
    themes: Themes
    grants: tuple[GrantCard, ...]
    cameo_id: CameoId | None = None
    enrolment_id: EnrolmentId | None = None


class NewGrant(msgspec.Struct, frozen=True):
    """The id of a grant just given; until it is approved, a teen's holds nothing."""

    grant_id: GrantId
    waits_for_guardian: bool


@get("/cameo")
async def own_cameo(principal: Asker, wiring: Parts, reader: Views) -> Response[CameoCard]:
    """One's own cameo: its state, its rule, its grants."""
    state = enrolments_of(wiring.ledger, principal.person_id)
    if state.cameo_id is None:
        return answer(_unenrolled(state), reader.position)
    consent = consent_of(wiring.ledger, state.cameo_id, principal.person_id)
    rule = consent.rule
    card = CameoCard(
        state="enrolled",
        cameo_id=state.cameo_id,
        level="nobody" if rule is None else rule.level,
        terms=usual_terms() if rule is None else rule.terms,
        themes=Themes() if rule is None else themes_of(rule.themes),
        grants=grant_cards(consent, reader, principal.person_id),
    )
    return answer(card, reader.position)


@put("/cameo/rule", status_code=204)
async def set_rule(
    data: JSONBody[RuleBody], principal: Asker, wiring: Parts, desk: Commands
) -> Response[None]:
    """Say who may cast one's cameo without a grant of their own: nobody, people approved, mutuals, everyone."""
    command = SetCameoRule(
        cameo_id=wiring.casting.cameo_of(principal.person_id),
        owner_id=principal.person_id,
        level=data.level,
        terms=data.terms.terms,
        themes=data.themes,
        at=now(),
    )
    return answer(None, (await desk.handle(command)).position, 204)


@get("/cameo/grants")
async def grants(principal: Asker, wiring: Parts, reader: Views) -> Response[list[GrantCard]]:
    """The grants of one's cameo that stand."""
    cameo_id = wiring.casting.cameo_of(principal.person_id)
    consent = consent_of(wiring.ledger, cameo_id, principal.person_id)
    return answer(list(grant_cards(consent, reader, principal.person_id)), reader.position)


@post("/cameo/grants")
async def grant(
    data: JSONBody[GrantBody], principal: Asker, wiring: Parts, reader: Views, desk: Commands
) -> Response[NewGrant]:
    """Let one person cast one's cameo, on terms of their own; what a teen grants waits for the guardian."""
    command = GrantCameo(
        grant_id=GrantId(mint("grant")),
        cameo_id=wiring.casting.cameo_of(principal.person_id),
        owner_id=principal.person_id,
        grantee_id=wiring.casting.owner_of(data.grantee),
        terms=data.terms.terms,
        themes=data.themes,
        at=now(),
    )
    receipt = await desk.handle(command)
    waits = _is_teen(reader, principal.person_id)
    return answer(NewGrant(receipt.events[0].grant_id, waits), receipt.position, 201)


def grant_cards(consent: Consent, reader: Reader, owner_id: PersonId) -> tuple[GrantCard, ...]:
    """The grants of a cameo as its owner sees them, oldest first."""
    people = member_directory.get_many(
        reader.views, {each.granted.grantee_id for each in consent.grants.values()}
    )
    is_teen = _is_teen(reader, owner_id)
    return tuple(_grant_card(each, people, is_teen) for each in consent.grants.values())


def _grant_card(grant: Grant, people: dict[PersonId, member_directory.Member], is_teen: bool) -> GrantCard:
    granted = grant.granted
    return GrantCard(
        grant_id=granted.grant_id,
        grantee=Maker(granted.grantee_id, handle_of(people, granted.grantee_id)),
        terms=granted.terms,
        themes=themes_of(granted.themes),
        granted_at=grant.at,
        approved=grant.approved_by is not None if is_teen else None,
    )


def _unenrolled(state: EnrolmentsState) -> CameoCard:
    newest = newest_try(state)
    return CameoCard(
        state="none" if newest is None or newest.stage == "enrolled" else newest.stage,
        level="nobody",
        terms=usual_terms(),
        themes=Themes(),
        grants=(),
        enrolment_id=None if newest is None else newest.opened.enrolment_id,
    )


def _is_teen(reader: Reader, person_id: PersonId) -> bool:
    member = member_directory.get(reader.views, person_id)
    return member is None or member.age_band == "teen"


ROUTES = (own_cameo, set_rule, grants, grant)

"""Deciding over one's own likeness: who may cast it, how, with which themes, and until when."""

from datetime import datetime

import msgspec

from domain.consent import THEME_CHARS_MAX, THEMES_COUNT_MAX, Themes
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    Blocked,
    CameoUnknown,
    GrantsExhausted,
    LevelNotForTeens,
    PersonUnknown,
    SelfReference,
    TermsInvalid,
    ThemesInvalid,
)
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    Event,
    Level,
    PersonBlocked,
    PersonCameOfAge,
    PersonErased,
    PersonJoined,
    PersonUnblocked,
    Terms,
)
from domain.ids import CameoId, GrantId, PersonId
from domain.limits import GRANT_CLIPS_COUNT_MAX, GRANTS_PER_CAMEO_MAX, GRANTS_PER_PAIR_MAX
from domain.text import tidy

ADULT_LEVELS: tuple[Level, ...] = ("mutuals", "everyone")


def checked_terms(terms: Terms, at: datetime, *, may_be_empty: bool = False) -> Terms:
    """Terms that can be met: some use, each once, an end still to come. Raises TermsInvalid."""
    if len(set(terms.uses)) != len(terms.uses) or not (terms.uses or may_be_empty):
        raise TermsInvalid
    if terms.expires_at is not None and (terms.expires_at.tzinfo is None or terms.expires_at <= at):
        raise TermsInvalid
    if terms.clips_count_max is not None and not 1 <= terms.clips_count_max <= GRANT_CLIPS_COUNT_MAX:
        raise TermsInvalid
    return terms


def checked_themes(themes: Themes) -> Themes:
    """Themes in the form that is kept: tidy, each once, none both allowed and barred. Raises ThemesInvalid."""
    allowed, barred = _tidied(themes.allowed), _tidied(themes.barred)
    if len(allowed) + len(barred) > THEMES_COUNT_MAX or {*allowed} & {*barred}:
        raise ThemesInvalid
    return Themes(allowed, barred)


def encoded_themes(themes: Themes) -> str:
    """The form in which a rule or a grant keeps its themes."""
    return msgspec.json.encode(themes).decode()


def _tidied(words: tuple[str, ...]) -> tuple[str, ...]:
    tidied = tuple(dict.fromkeys(" ".join(tidy(each).casefold().split()) for each in words))
    if not all(0 < len(each) <= THEME_CHARS_MAX for each in tidied):
        raise ThemesInvalid
    return tidied


class CameoState(msgspec.Struct, frozen=True):
    """One cameo in its owner's hands, and whoever a grant is for."""

    cameo_id: CameoId
    owner_id: PersonId
    grantee_id: PersonId | None = None
    stands: bool = False
    is_teen: bool = True  # until the owner's joining is read
    rule: CameoRuleSet | None = None
    grants: dict[GrantId, PersonId] = {}
    grantee_joined: bool = False
    blocks: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "CameoState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case CameoEnrolled(owner_id=owner_id):
                return replace(self, stands=owner_id == self.owner_id)
            case CameoErased():
                return replace(self, stands=False)
            case CameoRuleSet():
                return replace(self, rule=event)
            case CameoGranted(grant_id=grant_id, grantee_id=grantee_id):
                return replace(self, grants=self.grants | {grant_id: grantee_id})
            case ConsentRevoked(grant_id=None):
                return replace(self, rule=None, grants={})
            case ConsentRevoked(grant_id=ended):
                return replace(self, grants={id: who for id, who in self.grants.items() if id != ended})
            case PersonBlocked(blocker_id=blocker_id):
                return replace(self, blocks=self.blocks | {blocker_id})
            case PersonUnblocked(blocker_id=blocker_id):
                return replace(self, blocks=self.blocks - {blocker_id})
        return self._with_person(event)

    def _with_person(self, event: Event) -> "CameoState":
        replace = msgspec.structs.replace
        match event:
            case PersonJoined(person_id=self.owner_id, age_band=band):
                return replace(self, is_teen=band == "teen")
            case PersonCameOfAge(person_id=self.owner_id):
                return replace(self, is_teen=False)
            case PersonErased(person_id=self.owner_id):
                return replace(self, stands=False)
            case PersonJoined(person_id=self.grantee_id):
                return replace(self, grantee_joined=True)
            case PersonErased(person_id=self.grantee_id):
                return replace(self, grantee_joined=False)
        return self


class _CameoCommand(Command, kw_only=True):
    """A wish of the owner about their cameo."""

    cameo_id: CameoId
    owner_id: PersonId
    terms: Terms
    themes: Themes
    at: datetime

    def boundary(self) -> Boundary:
        kinds = (CameoEnrolled, CameoErased, CameoRuleSet, CameoGranted, ConsentRevoked)
        return (
            Clause(kinds, (self.cameo_id,)),
            Clause((PersonJoined, PersonCameOfAge, PersonErased), (self.owner_id,)),
        )

    def initial(self) -> CameoState:
        return CameoState(self.cameo_id, self.owner_id)


class SetCameoRule(_CameoCommand, kw_only=True):
    """Say who may cast the cameo without a grant of their own, and on which terms."""

    level: Level

    def decide(self, state: CameoState) -> tuple[Event, ...]:
        if not state.stands:
            raise CameoUnknown
        if state.is_teen and self.level in ADULT_LEVELS:
            raise LevelNotForTeens
        is_closed = self.level not in ADULT_LEVELS
        rule = CameoRuleSet(
            cameo_id=self.cameo_id,
            owner_id=self.owner_id,
            level=self.level,
            terms=checked_terms(self.terms, self.at, may_be_empty=is_closed),
            themes=encoded_themes(checked_themes(self.themes)),
        )
        return () if rule == state.rule else (rule,)


class GrantCameo(_CameoCommand, kw_only=True):
    """Let one person cast the cameo; what a teen grants holds once their guardian approves."""

    grant_id: GrantId
    grantee_id: PersonId

    def boundary(self) -> Boundary:
        return (
            *super().boundary(),
            Clause((PersonJoined, PersonErased), (self.grantee_id,)),
            Clause((PersonBlocked, PersonUnblocked), (self.owner_id, self.grantee_id)),
        )

    def initial(self) -> CameoState:
        return CameoState(self.cameo_id, self.owner_id, self.grantee_id)

    def decide(self, state: CameoState) -> tuple[Event, ...]:
        if not state.stands:
            raise CameoUnknown
        if self.grantee_id == self.owner_id:
            raise SelfReference
        if self.owner_id in state.blocks:
            raise Blocked
        if not state.grantee_joined or state.blocks:  # whoever was shut out does not learn it
            raise PersonUnknown
        to_grantee = sum(grantee_id == self.grantee_id for grantee_id in state.grants.values())
        if len(state.grants) >= GRANTS_PER_CAMEO_MAX or to_grantee >= GRANTS_PER_PAIR_MAX:
            raise GrantsExhausted
        return (
            CameoGranted(
                grant_id=self.grant_id,
                cameo_id=self.cameo_id,
                owner_id=self.owner_id,
                grantee_id=self.grantee_id,
                terms=checked_terms(self.terms, self.at),
                themes=encoded_themes(checked_themes(self.themes)),
            ),
        )

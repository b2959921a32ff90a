"""Who may come in, and the bearer tokens that let them stay."""

import re
from datetime import date, datetime

import msgspec

from domain.ages import age_years
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    AccessUnknown,
    AgeTooYoung,
    BirthDateInvalid,
    CountryNotOpen,
    HandleInvalid,
    HandleTaken,
    InvitesExhausted,
    InviteSpent,
    InviteUnknown,
    InviteVoid,
    PersonUnknown,
)
from domain.events import (
    AccessIssued,
    AccessRevoked,
    AgeBand,
    Client,
    CountryClosed,
    CountryOpened,
    Event,
    InviteIssued,
    InviteVoided,
    PersonJoined,
    RecoveryCodeSet,
)
from domain.ids import AccessId, CountryId, HandleDigest, InviteId, PersonId
from domain.limits import (
    ADULT_AGE_YEARS,
    HANDLE_CHARS_MAX,
    HANDLE_CHARS_MIN,
    HANDLE_PATTERN,
    INVITES_PER_PERSON,
    JOIN_AGE_YEARS_MIN,
)

AGE_YEARS_MAX = 125


def age_band(birth_date: date, on: date) -> AgeBand:
    """The age band of a person who may join. Raises BirthDateInvalid, AgeTooYoung."""
    years = age_years(birth_date, on)
    if birth_date > on or years > AGE_YEARS_MAX:
        raise BirthDateInvalid
    if years < JOIN_AGE_YEARS_MIN:
        raise AgeTooYoung
    return "adult" if years >= ADULT_AGE_YEARS else "teen"


class _CountryState(msgspec.Struct, frozen=True):
    open: bool = False

    def evolve(self, event: Event) -> "_CountryState":
        return _CountryState(open=isinstance(event, CountryOpened))


class _CountryCommand(Command):
    """The operator's wish about a country."""

    country_id: CountryId

    def boundary(self) -> Boundary:
        return (Clause((CountryOpened, CountryClosed), (self.country_id,)),)

    def initial(self) -> _CountryState:
        return _CountryState()


class OpenCountry(_CountryCommand):
    """Let people of a country join."""

    def decide(self, state: _CountryState) -> tuple[Event, ...]:
        return () if state.open else (CountryOpened(country_id=self.country_id),)


class CloseCountry(_CountryCommand):
    """Stop people of a country from joining."""

    def decide(self, state: _CountryState) -> tuple[Event, ...]:
        return (CountryClosed(country_id=self.country_id),) if state.open else ()


class _JoinState(msgspec.Struct, frozen=True):
    invite_issued: bool = False
    invite_voided: bool = False
    invite_spent: bool = False
    handle_taken: bool = False
    country_open: bool = False


class _JoinFold(msgspec.Struct, frozen=True):
    """The join's state; needs the invite's id to tell its spender from the handle's holder."""

    invite_id: InviteId
    handle_digest: HandleDigest
    facts: _JoinState = _JoinState()

    def evolve(self, event: Event) -> "_JoinFold":
        changes: dict[str, bool] = {}
        match event:
            case InviteIssued():
                changes["invite_issued"] = True
            case InviteVoided():
                changes["invite_voided"] = True
            case CountryOpened():
                changes["country_open"] = True
            case CountryClosed():
                changes["country_open"] = False
            case PersonJoined(invite_id=invite_id, handle_digest=digest):
                changes["invite_spent"] = self.facts.invite_spent or invite_id == self.invite_id
                changes["handle_taken"] = self.facts.handle_taken or digest == self.handle_digest
        return msgspec.structs.replace(self, facts=msgspec.structs.replace(self.facts, **changes))


class JoinByInvite(Command):
    """Spends an invite: a member, a first token, a recovery code and invites of their own come of it."""

    person_id: PersonId
    invite_id: InviteId
    handle: str
    handle_digest: HandleDigest
    birth_date: date
    country_id: CountryId
    access_id: AccessId
    secret_digest: str
    own_invite_ids: tuple[InviteId, ...]
    at: datetime
    recovery_digest: str
    client: Client = "native"

    def boundary(self) -> Boundary:
        return (
            Clause((InviteIssued, InviteVoided, PersonJoined), (self.invite_id,)),
            Clause((PersonJoined,), (self.handle_digest,)),
            Clause((CountryOpened, CountryClosed), (self.country_id,)),
        )

    def initial(self) -> _JoinFold:
        return _JoinFold(self.invite_id, self.handle_digest)

    def decide(self, state: _JoinFold) -> tuple[Event, ...]:
        facts = state.facts
        if not facts.invite_issued:
            raise InviteUnknown
        if facts.invite_voided:
            raise InviteVoid
        if facts.invite_spent:
            raise InviteSpent
        if not facts.country_open:
            raise CountryNotOpen
        band = age_band(self.birth_date, self.at.date())
        if not _handle_fits(self.handle):
            raise HandleInvalid
        if facts.handle_taken:
            raise HandleTaken
        if len(self.own_invite_ids) > INVITES_PER_PERSON:
            raise InvitesExhausted
        joined = PersonJoined(
            person_id=self.person_id,
            invite_id=self.invite_id,
            handle_digest=self.handle_digest,
            country_id=self.country_id,
            age_band=band,
            handle=self.handle,
            birth_date=self.birth_date.isoformat(),
        )
        access = AccessIssued(
            access_id=self.access_id,
            person_id=self.person_id,
            secret_digest=self.secret_digest,
            client=self.client,
        )
        recovery = RecoveryCodeSet(person_id=self.person_id, digest=self.recovery_digest)
        invites = (InviteIssued(invite_id=each, issuer_id=self.person_id) for each in self.own_invite_ids)
        return (joined, access, recovery, *invites)


def _handle_fits(handle: str) -> bool:
    long_enough = HANDLE_CHARS_MIN <= len(handle) <= HANDLE_CHARS_MAX
    return long_enough and re.fullmatch(HANDLE_PATTERN, handle) is not None


class _AccessState(msgspec.Struct, frozen=True):
    joined: bool = False
    holder_id: PersonId | None = None
    revoked: bool = False

    def evolve(self, event: Event) -> "_AccessState":
        match event:
            case PersonJoined():
                return msgspec.structs.replace(self, joined=True)
            case AccessIssued(person_id=person_id):
                return msgspec.structs.replace(self, holder_id=person_id)
            case AccessRevoked():
                return msgspec.structs.replace(self, revoked=True)
        return self


class IssueAccess(Command):
    """Hands a member one more bearer token, for another device."""

    access_id: AccessId
    person_id: PersonId
    secret_digest: str

    def boundary(self) -> Boundary:
        return (Clause((PersonJoined,), (self.person_id,)),)

    def initial(self) -> _AccessState:
        return _AccessState()

    def decide(self, state: _AccessState) -> tuple[Event, ...]:
        if not state.joined:
            raise PersonUnknown
        return (
            AccessIssued(
                access_id=self.access_id, person_id=self.person_id, secret_digest=self.secret_digest
            ),
        )


class RevokeAccess(Command):
    """Makes a bearer token of one's own worthless."""

    access_id: AccessId
    person_id: PersonId

    def boundary(self) -> Boundary:
        return (Clause((AccessIssued, AccessRevoked), (self.access_id,)),)

    def initial(self) -> _AccessState:
        return _AccessState()

    def decide(self, state: _AccessState) -> tuple[Event, ...]:
        if state.holder_id != self.person_id:
            raise AccessUnknown
        if state.revoked:
            return ()
        return (AccessRevoked(access_id=self.access_id, person_id=self.person_id),)

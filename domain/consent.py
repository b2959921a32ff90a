"""Who may cast a likeness, asked in this one place: deciders, views, feed filters and audits all call it.

It fails closed: whatever is not known, not readable or not approved is a no.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from domain.decider import Boundary, Clause
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GenerationFailed,
    GenerationRequested,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    PersonBlocked,
    PersonCameOfAge,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
    Terms,
    Use,
)
from domain.ids import CameoId, GrantId, JobId, LinkId, PersonId

THEMES_COUNT_MAX = 16
THEME_CHARS_MAX = 80

Rule = Literal[
    "cameo_unknown",
    "not_permitted",
    "guardian_approval_missing",
    "grant_expired",
    "grant_spent",
    "use_not_granted",
    "theme_unread",
    "theme_barred",
    "theme_outside",
]
"""Why a cameo may not be cast, from the one furthest from consent to the nearest; stands in the log."""


class Themes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a likeness may be shown with, in words: only what is allowed, where anything is, and nothing barred."""

    allowed: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


class ThemeReading(msgspec.Struct, frozen=True):
    """What a reader of texts found: whether a theme is in the wish, and by which words or likeness in meaning."""

    theme: str
    found: bool
    evidence: str = ""


class CastWish(msgspec.Struct, frozen=True, omit_defaults=True):
    """One cameo that a maker wants in a clip; `readings` judge each theme of the terms that may apply.

    `captioned` are those of a caption, which may break a bar and fulfils nothing; None where there is none.
    """

    cameo_id: CameoId
    owner_id: PersonId
    uses: tuple[Use, ...]
    readings: tuple[ThemeReading, ...] = ()
    captioned: tuple[ThemeReading, ...] | None = None


class Permit(msgspec.Struct, frozen=True):
    """Consent is in force: under this grant, or without one by the owner's rule or their own wish."""

    grant_id: GrantId | None = None


class Denial(msgspec.Struct, frozen=True):
    """It is not, by this rule; `evidence` is for the maker's eyes and names no one else's choices."""

    rule: Rule
    evidence: str = ""


class Offer(msgspec.Struct, frozen=True):
    """A grant, or without an id the owner's rule, as it may apply to one asker."""

    terms: Terms
    themes: str | None
    grant_id: GrantId | None = None


class Standing(msgspec.Struct, frozen=True):
    """What the log says of one cameo before one asker."""

    cameo_id: CameoId
    owner_id: PersonId
    asker_id: PersonId
    enrolled: bool = False
    erased: bool = False
    is_teen: bool = True  # until the owner's joining is read
    rule: CameoRuleSet | None = None
    grants: tuple[CameoGranted, ...] = ()
    approved_by: dict[GrantId, LinkId] = {}
    links: frozenset[LinkId] = frozenset()
    follows: frozenset[PersonId] = frozenset()
    blocks: frozenset[PersonId] = frozenset()
    used_by: dict[JobId, tuple[GrantId, ...]] = {}

    def evolve(self, event: Event) -> "Standing":
        """The standing after one more event of any boundary; others' events change nothing."""
        match event:
            case CameoEnrolled() | CameoErased() | CameoRuleSet() | ConsentRevoked() | CameoGranted():
                return self._with_consent(event) if event.cameo_id == self.cameo_id else self
            case GrantApproved(cameo_id=cameo_id) if cameo_id == self.cameo_id:
                approved = self.approved_by | {event.grant_id: event.link_id}
                return msgspec.structs.replace(self, approved_by=approved)
            case GenerationRequested() | GenerationFailed() | GenerationCancelled():
                return self._with_job(event)
        return self._with_people(event)

    def _with_consent(self, event: Event) -> "Standing":
        replace = msgspec.structs.replace
        match event:
            case CameoEnrolled(owner_id=owner_id):
                return replace(self, enrolled=owner_id == self.owner_id)
            case CameoErased():
                return replace(self, erased=True, rule=None, grants=())
            case CameoRuleSet():
                return replace(self, rule=event)
            case CameoGranted(grantee_id=grantee_id) if grantee_id == self.asker_id:
                return replace(self, grants=(*self.grants, event))
            case ConsentRevoked(grant_id=None):
                return replace(self, rule=None, grants=())
            case ConsentRevoked(grant_id=grant_id):
                return replace(self, grants=tuple(each for each in self.grants if each.grant_id != grant_id))
        return self

    def _with_job(self, event: Event) -> "Standing":
        replace = msgspec.structs.replace
        match event:
            case GenerationRequested(job_id=job_id, maker_id=maker_id) if maker_id == self.asker_id:
                for casting in event.cast:
                    if casting.cameo_id == self.cameo_id:
                        grant_ids = () if casting.by_rule else casting.grant_ids
                        return replace(self, used_by=self.used_by | {job_id: grant_ids})
            case GenerationFailed(job_id=job_id) | GenerationCancelled(job_id=job_id, refunded=True):
                kept = {job: grants for job, grants in self.used_by.items() if job != job_id}
                return replace(self, used_by=kept)
        return self

    def _with_people(self, event: Event) -> "Standing":
        replace = msgspec.structs.replace
        pair = {self.owner_id, self.asker_id}
        match event:
            case PersonJoined(person_id=person_id, age_band=band) if person_id == self.owner_id:
                return replace(self, is_teen=band == "teen")
            case PersonCameOfAge(person_id=person_id) if person_id == self.owner_id:
                # What no guardian agreed to does not begin to hold because nobody has to any more.
                kept = (each for each in self.grants if self.approved_by.get(each.grant_id) in self.links)
                return replace(self, is_teen=False, grants=tuple(kept))
            case PersonErased(person_id=person_id) if person_id in pair:
                return replace(self, erased=True)
            case GuardianLinked(link_id=link_id, teen_id=teen_id) if teen_id == self.owner_id:
                return replace(self, links=self.links | {link_id})
            case GuardianUnlinked(link_id=link_id):
                return replace(self, links=self.links - {link_id})
            case PersonFollowed(follower_id=one, followed_id=other) if {one, other} == pair:
                return replace(self, follows=self.follows | {one})
            case PersonUnfollowed(follower_id=one, followed_id=other) if {one, other} == pair:
                return replace(self, follows=self.follows - {one})
            case PersonBlocked(blocker_id=one, blocked_id=other) if {one, other} == pair:
                return replace(self, blocks=self.blocks | {one}, follows=frozenset())
            case PersonUnblocked(blocker_id=one, blocked_id=other) if {one, other} == pair:
                return replace(self, blocks=self.blocks - {one})
        return self

    def themes(self) -> tuple[str, ...]:
        """Every theme that a decision on this standing may have to judge, each once."""
        found = (each for offer in self._offers() for each in _themes(offer) or ())
        return tuple(dict.fromkeys(theme for part in found for theme in part))

    def permit(self, wish: CastWish, at: datetime, job_id: JobId | None = None) -> Permit | Denial:
        """Whether the asker may cast the cameo so at this time.

        `job_id` names a request that already counts among the asker's uses: it does not stand in its own way.
        """
        if not self.enrolled or self.erased or wish.cameo_id != self.cameo_id:
            return Denial("cameo_unknown")
        if self.asker_id == self.owner_id:
            return Permit()
        if self.blocks:  # whoever was shut out does not learn it
            return Denial("not_permitted")
        denial = Denial("not_permitted")
        for offer in self._offers():
            found = self._judged(offer, wish, at, job_id)
            if found is None:
                return Permit(offer.grant_id)
            denial = max(denial, found, key=lambda each: _RULES.index(each.rule))
        return denial

    def in_force(self, at: datetime) -> tuple[Offer, ...]:
        """What lets the asker cast the cameo at this time, whatever its uses and themes; none for the owner."""
        if not self.enrolled or self.erased or self.blocks:
            return ()
        return tuple(offer for offer in self._offers() if self._closed(offer, at, None) is None)

    def _offers(self) -> Iterable[Offer]:
        for grant in self.grants:
            yield Offer(grant.terms, grant.themes, grant.grant_id)
        if self.rule is not None and self._level_opens(self.rule):
            yield Offer(self.rule.terms, self.rule.themes)

    def _level_opens(self, rule: CameoRuleSet) -> bool:
        if self.is_teen:  # a teen is cast by approved grants alone
            return False
        is_mutual = self.follows == {self.owner_id, self.asker_id}
        return rule.level == "everyone" or (rule.level == "mutuals" and is_mutual)

    def _closed(self, offer: Offer, at: datetime, job_id: JobId | None) -> Denial | None:
        """Why an offer carries no wish at all; None where it may carry one."""
        if self.is_teen and self.approved_by.get(offer.grant_id) not in self.links:
            return Denial("guardian_approval_missing")
        terms = offer.terms
        if terms.expires_at is not None and at >= terms.expires_at:
            return Denial("grant_expired", terms.expires_at.isoformat())
        if terms.clips_count_max is not None and self._used_count(offer, job_id) >= terms.clips_count_max:
            return Denial("grant_spent", str(terms.clips_count_max))
        return None

    def _judged(self, offer: Offer, wish: CastWish, at: datetime, job_id: JobId | None) -> Denial | None:
        """Why an offer does not carry a wish; None where it does."""
        closed = self._closed(offer, at, job_id)
        if closed is not None:
            return closed
        missing = [use for use in wish.uses if use not in offer.terms.uses]
        if missing:
            return Denial("use_not_granted", ", ".join(missing))
        return _judged_themes(offer, wish)

    def _used_count(self, offer: Offer, job_id: JobId | None) -> int:
        """Standing requests of the asker under a grant, or under none."""
        others = (grants for job, grants in self.used_by.items() if job != job_id)
        if offer.grant_id is None:
            return sum(not grants for grants in others)
        return sum(offer.grant_id in grants for grants in others)


_RULES: tuple[Rule, ...] = Rule.__args__  # type: ignore[attr-defined]


def boundary_of(wish: CastWish, asker_id: PersonId) -> Boundary:
    """The events that a standing is made of."""
    rules = Clause((CameoEnrolled, CameoErased, CameoRuleSet, ConsentRevoked), (wish.cameo_id,))
    owner = Clause(
        (PersonJoined, PersonCameOfAge, PersonErased, GuardianLinked, GuardianUnlinked), (wish.owner_id,)
    )
    if wish.owner_id == asker_id:
        return (rules, owner)
    return (
        rules,
        owner,
        Clause((CameoGranted,), (wish.cameo_id, asker_id)),
        Clause((GrantApproved,), (wish.cameo_id,)),
        Clause((GenerationRequested, GenerationFailed, GenerationCancelled), (wish.cameo_id, asker_id)),
        Clause((PersonErased,), (asker_id,)),
        Clause((PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked), (wish.owner_id, asker_id)),
    )


def _themes(offer: Offer) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Allowed and barred themes; None where they cannot be read any more."""
    if offer.themes is None:
        return None
    themes = msgspec.json.decode(offer.themes, type=Themes)
    return themes.allowed, themes.barred


def _judged_themes(offer: Offer, wish: CastWish) -> Denial | None:
    themes = _themes(offer)
    if themes is None:
        return Denial("theme_unread")
    allowed, barred = themes
    readings = {reading.theme: reading for reading in wish.readings}
    captioned = {reading.theme: reading for reading in wish.captioned or ()}
    if not readings.keys() >= {*allowed, *barred}:
        return Denial("theme_unread")
    if wish.captioned is not None and not captioned.keys() >= {*barred}:
        return Denial("theme_unread")
    for theme in barred:
        for reading in (readings[theme], captioned.get(theme)):
            if reading is not None and reading.found:
                return Denial("theme_barred", f"{theme}: {reading.evidence}")
    if allowed and not any(readings[theme].found for theme in allowed):
        return Denial("theme_outside", ", ".join(allowed))
    return None

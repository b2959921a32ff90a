"""Long random histories of consent, event by event: for what must hold of any log, decided well or not."""

import random
from collections.abc import Iterator
from datetime import timedelta

from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    Casting,
    ClipPublished,
    ClipWithdrawn,
    ConsentRevoked,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    Event,
    GenerationCancelled,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GenerationStarted,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    PersonBlocked,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
    RevocationReached,
    Terms,
)
from domain.ids import allowance_id
from tests.cast import GERMANY, NOON, TODAY, completed

PEOPLE = tuple(f"person-{number}" for number in range(6))
SUBJECTS = PEOPLE[:3]
USES = (("appear",), ("appear", "voice"), ("appear", "voice", "remix"))
ERASURES_FROM = 1_200
THEMES = ("{}", '{"barred":["war"]}', '{"allowed":["sport","music"]}')


def histories(seed: int, count: int) -> Iterator[Event]:
    """So many events after everybody joined; the same for the same seed."""
    rng = random.Random(seed)
    for number, person in enumerate(PEOPLE):
        band = "teen" if number == 1 else "adult"
        yield PersonJoined(
            person, f"invite-{person}", f"handle-{person}", GERMANY, band, person, "2000-01-01"
        )
    makers = tuple(_MAKERS)
    for number in range(count):
        yield rng.choice(makers)(rng, number)


def _subject(rng: random.Random) -> tuple[str, str]:
    owner = rng.choice(SUBJECTS)
    return f"cameo-{owner}-{rng.randrange(2)}", owner


def _grant(rng: random.Random, cameo: str) -> str:
    return f"grant-{cameo}-{rng.randrange(6)}"


def _terms(rng: random.Random) -> Terms:
    expires = NOON + timedelta(seconds=rng.randrange(4000)) if rng.random() < 0.4 else None
    return Terms(rng.choice(USES), expires, rng.choice((None, None, 1, 3)))


def _pair(rng: random.Random) -> tuple[str, str]:
    return tuple(rng.sample(PEOPLE, 2))


def _enrolment(rng: random.Random, number: int) -> Event:
    person = rng.choice(SUBJECTS)
    kinds = (
        EnrolmentOpened(f"enrolment-{number}", person, "123456", ("left",), NOON, "notice-1"),
        EnrolmentSubmitted(f"enrolment-{number}", person),
        EnrolmentRefused(f"enrolment-{number}", person, ("flat",)),
    )
    return rng.choice(kinds)


def _enrol(rng: random.Random, number: int) -> Event:
    cameo, owner = _subject(rng)
    return CameoEnrolled(cameo, owner, f"enrolment-{number}", "AAAA")


def _rule(rng: random.Random, _: int) -> Event:
    cameo, owner = _subject(rng)
    level = rng.choice(("nobody", "approved", "mutuals", "everyone"))
    return CameoRuleSet(cameo, owner, level, _terms(rng), rng.choice(THEMES))


def _give(rng: random.Random, _: int) -> Event:
    cameo, owner = _subject(rng)
    return CameoGranted(_grant(rng, cameo), cameo, owner, rng.choice(PEOPLE), _terms(rng), rng.choice(THEMES))


def _approve(rng: random.Random, _: int) -> Event:
    cameo, _owner = _subject(rng)
    return GrantApproved(_grant(rng, cameo), cameo, f"link-{rng.randrange(2)}", rng.choice(PEOPLE))


def _revoke(rng: random.Random, number: int) -> Event:
    cameo, owner = _subject(rng)
    grant = _grant(rng, cameo) if rng.random() < 0.95 else None
    return ConsentRevoked(f"revocation-{number}", cameo, owner, owner, grant)


def _reach(rng: random.Random, number: int) -> Event:
    cameo, _ = _subject(rng)
    return RevocationReached(f"revocation-{number}", cameo, rng.randrange(9), rng.randrange(3))


def _erase(rng: random.Random, number: int) -> Event:
    cameo, owner = _subject(rng)
    if number < ERASURES_FROM:  # nothing is in force after them, and most of a history shall be worth telling
        return _between(rng, number)
    if rng.random() < 0.1:
        return PersonErased(f"erasure-{number}", rng.choice(PEOPLE))
    return CameoErased(f"revocation-{number}", cameo, owner)


def _guard(rng: random.Random, _: int) -> Event:
    link, (teen, guardian) = f"link-{rng.randrange(2)}", (PEOPLE[1], rng.choice(PEOPLE[3:]))
    if rng.random() < 0.6:
        return GuardianLinked(link, teen, guardian)
    return GuardianUnlinked(link, teen, guardian, teen)


def _between(rng: random.Random, _: int) -> Event:
    one, other = _pair(rng)
    kind = rng.choice((PersonFollowed, PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked))
    return kind(one, other)


def _clip(rng: random.Random, number: int) -> Event:
    cameo, owner = _subject(rng)
    maker, which = rng.choice(PEOPLE), rng.randrange(40)
    job, clip, day = f"job-{which}", f"clip-{which}", allowance_id(maker, TODAY)
    cast = (Casting(cameo, owner, rng.choice(USES), rng.choice(((), (_grant(rng, cameo),)))),)
    kinds = (
        GenerationRequested(
            job, clip, maker, day, 4.0, 640, 360, None, 7, "a ball", None, None, (cameo,), cast
        ),
        GenerationRefused(
            f"refusal-{number}", job, clip, maker, day, "start", "grant_expired", (cameo,), "now", "{}"
        ),
        GenerationStarted(job, clip, 1, "physics", (cameo,)),
        completed(job, clip, maker),
        GenerationFailed(job, clip, day, "timed_out", maker, (cameo,)),
        GenerationCancelled(job, clip, day, True, maker, "revoked", (cameo,)),
        ClipPublished(clip, maker, None, None, (cameo,), cast),
        ClipWithdrawn(clip, maker, "revoked", (cameo,), f"revocation-{number}"),
    )
    return rng.choice(kinds)


_MAKERS = (
    _enrolment, _enrol, _rule, _give, _give, _approve, _revoke, _reach, _erase, _guard, _between, _between,
    _clip, _clip, _clip, _clip,
)  # fmt: skip

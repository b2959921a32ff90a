"""What happened that concerns somebody: each act is told once, to those it concerns, while it stands."""

from domain.events import (
    AppealDecided,
    CameoGranted,
    Casting,
    ClipCommented,
    ClipDisowned,
    ClipLiked,
    ClipPublished,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    ConsentRevoked,
    EnrolmentRefused,
    GrantApproved,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnfollowed,
    RevocationReached,
    Terms,
)
from projections.views.notices import NOTICES, between, of_person
from tests.projections.given import LATEST, given

SHOWN = ClipPublished("clip-1", "ada")
GRANTED = CameoGranted("grant-1", "cameo-tess", "tess", "ada", Terms(("appear",)), None)
TESS_JOINED = PersonJoined("tess", "invite-1", "digest", "country-ca", "teen", "tess", None)
ASKED = GuardianAsked("link-1", "tess", "gil", "tess")
LINKED = GuardianLinked("link-1", "tess", "gil")


def told(view, person: str) -> list[tuple[str, str | None]]:
    """What somebody is told, newest first: which kind, by whom."""
    return [(each.kind, each.person_id) for each in of_person(view, person, 20, LATEST)]


def test_a_maker_is_told_who_liked_commented_and_remixed() -> None:
    liked, said = ClipLiked("clip-1", "ben"), ClipCommented("comment-1", "clip-1", "cy", "nice")
    view = given(NOTICES, SHOWN, liked, said, ClipPublished("clip-2", "dee", remix_of="clip-1"))
    assert told(view, "ada") == [("remixed", "dee"), ("commented", "cy"), ("liked", "ben")]


def test_nobody_is_told_of_what_they_did_themselves() -> None:
    own = ClipCommented("comment-1", "clip-1", "ada", "mine")
    cast = (Casting("cameo-ada", "ada", ("appear",)),)
    remix = ClipPublished("clip-2", "ada", remix_of="clip-1", cast=cast)
    assert told(given(NOTICES, SHOWN, ClipLiked("clip-1", "ada"), own, remix), "ada") == []


def test_what_was_taken_back_is_no_news_and_doing_it_again_is_none_either() -> None:
    like, unlike = ClipLiked("clip-1", "ben"), ClipUnliked("clip-1", "ben")
    follow, unfollow = PersonFollowed("ben", "ada"), PersonUnfollowed("ben", "ada")
    said, removed = ClipCommented("c-1", "clip-1", "ben", "x"), CommentRemoved("c-1", "clip-1", "ben")
    assert told(given(NOTICES, SHOWN, like, follow, said, unlike, unfollow, removed), "ada") == []
    again = given(NOTICES, SHOWN, like, unlike, like)
    assert [each.position for each in of_person(again, "ada", 9, LATEST)] == [2]


def test_whoever_is_cast_is_told_also_beside_being_remixed() -> None:
    cast = (Casting("cameo-ada", "ada", ("appear",)),)
    view = given(NOTICES, SHOWN, ClipPublished("clip-2", "ben", remix_of="clip-1", cast=cast))
    first, second = of_person(view, "ada", 9, LATEST)
    assert (first.kind, second.kind) == ("cast", "remixed")
    assert of_person(view, "ada", 9, first.number) == [second]
    assert between(view, ["ada"], 1, 2) == [second, first]
    assert between(view, ["ben"], 0, 9) == between(view, ["ada"], 2, 9) == []


def test_those_who_left_vanish() -> None:
    view = given(NOTICES, SHOWN, ClipLiked("clip-1", "ben"), PersonErased("erasure-1", "ben"))
    assert told(view, "ada") == []


def test_an_adults_grant_is_told_at_once_until_it_is_revoked() -> None:
    assert told(given(NOTICES, GRANTED), "ada") == [("granted", "tess")]
    revoked = ConsentRevoked("revocation-1", "cameo-tess", "tess", "tess", "grant-1")
    assert told(given(NOTICES, GRANTED, revoked), "ada") == []
    all_of_it = ConsentRevoked("revocation-1", "cameo-tess", "tess", "tess")
    assert told(given(NOTICES, GRANTED, all_of_it), "ada") == []


def test_a_teens_grant_is_told_to_the_guardian_first() -> None:
    before = (TESS_JOINED, ASKED, LINKED, GRANTED)
    waiting = given(NOTICES, *before)
    assert (told(waiting, "ada"), told(waiting, "gil")) == ([], [("grant_waits", "tess")])
    approved = given(NOTICES, *before, GrantApproved("grant-1", "cameo-tess", "link-1", "gil"))
    assert (told(approved, "ada"), told(approved, "gil")) == ([("granted", "tess")], [])
    assert of_person(approved, "ada", 1, LATEST)[0].position == 5


def test_a_guardian_who_is_one_no_longer_is_not_asked() -> None:
    ended = GuardianUnlinked("link-1", "tess", "gil", "gil")
    view = given(NOTICES, TESS_JOINED, ASKED, LINKED, ended, GRANTED)
    assert (told(view, "gil"), told(view, "ada")) == ([], [])
    assert told(view, "tess") == [("guardian_unlinked", "gil"), ("guardian_linked", "gil")]


def test_a_request_for_a_guardian_is_told_until_it_is_answered() -> None:
    assert told(given(NOTICES, ASKED), "gil") == [("guardian_asked", "tess")]
    by_adult = GuardianAsked("link-1", "tess", "gil", "gil")
    assert told(given(NOTICES, by_adult), "tess") == [("ward_asked", "gil")]
    assert told(given(NOTICES, ASKED, LINKED), "gil") == []
    declined = given(NOTICES, ASKED, GuardianUnlinked("link-1", "tess", "gil", "gil"))
    assert (told(declined, "gil"), told(declined, "tess")) == ([], [])


def test_a_maker_is_told_that_a_clip_went_and_why_but_never_who_did_it() -> None:
    view = given(NOTICES, SHOWN, ClipWithdrawn("clip-1", "ada", "revoked"))
    (notice,) = of_person(view, "ada", 9, LATEST)
    assert (notice.kind, notice.code, notice.clip_id, notice.person_id) == (
        "clip_withdrawn",
        "revoked",
        "clip-1",
        None,
    )
    assert told(given(NOTICES, SHOWN, ClipWithdrawn("clip-1", "ada", "maker")), "ada") == []


def test_verdicts_are_told_without_the_reviewer() -> None:
    decided = AppealDecided("appeal-1", "refusal-1", "ada", "rae", True, "because")
    refused = EnrolmentRefused("enrolment-1", "ada", ("liveness",), "rae")
    view = given(NOTICES, decided, refused)
    assert told(view, "ada") == [("enrolment_refused", None), ("appeal_decided", None)]
    assert of_person(view, "ada", 9, LATEST)[1].code == "overturned"
    assert told(view, "rae") == []


def test_the_end_of_a_revocation_is_told_to_the_owner_and_to_the_guardian_who_began_it() -> None:
    disowned = ClipDisowned("revocation-1", "cameo-tess", "tess", "gil", "clip-1")
    view = given(NOTICES, disowned, RevocationReached("revocation-1", "cameo-tess", 1, 0))
    assert told(view, "tess") == told(view, "gil") == [("revocation_finished", None)]

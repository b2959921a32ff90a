"""A life that leaves something personal in every place where the server can keep any."""

from typing import NamedTuple

from api.minting import mint, now
from domain.events import CameoRuleSet, GenerationRefused, RefusalAppealed, Terms
from domain.ids import AppealId, ClipId, JobId, PersonId, RefusalId, allowance_id
from tests.api.conftest import Community, Member
from tests.api.families import reviewer
from tests.api.likeness import Likeness, append

HANDLE = "zorblattina"
TEXTS = (
    HANDLE,
    "1987-10-09",
    "vermilion okapis juggling marzipan",
    "captioned in aubergine ink",
    "commented beneath the gasometer",
    "a note about the quincunx",
    "answered like a narwhal",
    "themes of tiddlywinks",
    "asked for hippogriffs",
    "spoken by a cassowary",
    "embedding 0.7182818 0.5772156",
    "a wish for bassoons",
    "evidence of contrabassoons",
    "appealed on parchment",
    "a voice on the recording",
    "less weaving of tapestries",
)


class Life(NamedTuple):
    """Somebody's traces and those of a friend."""

    maya: Member
    theo: Member
    own_clips: list[str]
    theirs: str
    with_her: str
    guest: Member


def live(community: Community) -> Life:
    """A life that leaves each of `TEXTS` somewhere."""
    maya = community.join("x", handle=HANDLE, birth_date="1987-10-09")
    theo, guest = community.join("theo"), community.join("guest", invite=maya.invites[0])
    taken_down = taken_down_and_appealed(community, maya)
    captions = b"WEBVTT\n\n1\n00:00:00.100 --> 00:00:00.900\n<v x>spoken by a cassowary\n"
    draft = community.draft(maya, TEXTS[2])
    shown = community.draft(maya, TEXTS[2], captions=captions)
    assert maya.post(f"/api/clips/{shown}/publish", {"caption": TEXTS[3]}).status_code == 204
    theirs = community.clip(theo)
    maya.catch_up(community.wiring.ledger.head())
    assert maya.post(f"/api/clips/{theirs}/comments", {"text": TEXTS[4]}).status_code == 201
    report = {"reason": "spam", "note": TEXTS[5]}
    assert maya.post(f"/api/clips/{theirs}/reports", report).status_code == 201
    check = see_until_asked(maya, theirs)
    assert maya.post("/api/feed/instructions", {"text": TEXTS[15]}).status_code == 201
    answer = {"felt": "bad", "note": TEXTS[6]}
    assert maya.post(f"/api/wellness/checks/{check}/answer", answer).status_code == 200
    likeness = Likeness(community, maya, template=TEXTS[10])
    themes = '{"barred":["themes of tiddlywinks"]}'
    append(community, CameoRuleSet(likeness.cameo_id, PersonId(maya.id), "nobody", Terms(()), themes))
    likeness.grant(theo)
    with_her = likeness.clip(theo)
    refuse_and_appeal(community, PersonId(maya.id))
    community.wiring.vault.put(maya.id, "recording", TEXTS[14].encode())
    maya.get("/api/feed?ask=asked for hippogriffs")
    theo.get(f"/api/feed?ask=clips of @{HANDLE}")
    return Life(maya, theo, [draft, shown, taken_down], theirs, with_her, guest)


def taken_down_and_appealed(community: Community, maker: Member) -> str:
    """A clip of hers that a reviewer took down, with the words of her appeal."""
    clip_id = community.draft(maker, TEXTS[2])
    assert maker.post(f"/api/clips/{clip_id}/publish", {"caption": TEXTS[3]}).status_code == 204
    rae, eve = reviewer(community), community.join("eve")
    eve.catch_up(community.wiring.ledger.head())
    report = eve.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"}).json()["report_id"]
    assert rae.post(f"/api/review/reports/{report}", {"withdraw": True}).status_code == 204
    maker.catch_up(community.wiring.ledger.head())
    (refused,) = maker.get("/api/refusals").json()
    words = {"words": TEXTS[13]}
    assert maker.post(f"/api/refusals/{refused['refusal_id']}/appeal", words).status_code == 201
    return clip_id


def refuse_and_appeal(community: Community, maker_id: PersonId) -> None:
    """A refusal of hers with its words, and what she answered to it."""
    refusal_id, allowance = RefusalId(mint("refusal")), allowance_id(maker_id, now().date())
    ids = (refusal_id, JobId(mint("job")), ClipId(mint("clip")), maker_id, allowance)
    refused = GenerationRefused(*ids, "accept", "person_named", (), TEXTS[12], TEXTS[11])
    append(community, refused, RefusalAppealed(AppealId(mint("appeal")), refusal_id, maker_id, TEXTS[13]))


def see_until_asked(member: Member, clip_id: str) -> str:
    """The id of the wellness check that falls due."""
    slate_id = member.get("/api/feed").json()["slate_id"]
    for _ in range(2):
        member.post(f"/api/feed/{slate_id}/seen", {"clip_ids": [clip_id]})
    return member.get("/api/wellness").json()["check_id"]

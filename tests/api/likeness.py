"""Likenesses for API tests: cameos, grants and clips that cast them, as the log would hold them."""

from typing import Any

from eventsourcing.dcb.api import DCBEvent

from api.consent.clearance import clearance_of
from api.minting import mint, now
from domain.codec import Codec
from domain.consent import CastWish
from domain.decider import Clause
from domain.decisions.clips import PublishClip
from domain.decisions.generations import RequestGeneration
from domain.decisions.remixes import RemixClip
from domain.events import CameoEnrolled, CameoGranted, Event, GenerationRequested, GuardianLinked, Meta, Terms
from domain.ids import CameoId, ClipId, EnrolmentId, GrantId, JobId, LinkId, PersonId, RefusalId
from domain.ledger import Wish
from tests.api.conftest import WISH, Community, Member

USES = ("appear", "remix")


def append(community: Community, *events: Event) -> int:
    """Puts facts into the log as they are; the position of the last one."""
    codec, meta = Codec(community.wiring.keys), Meta("test", "test", "test", now())
    rows = (codec.encode(event, meta) for event in events)
    return community.wiring.writer.submit([DCBEvent(*row) for row in rows]).result()


class Likeness:
    """One person's cameo, and what others make with it."""

    def __init__(self, community: Community, owner: Member, template: str | None = None) -> None:
        self.community, self.owner = community, owner
        self.owner_id = PersonId(owner.id)
        self.cameo_id = CameoId(mint("cameo"))
        community.wiring.keys.create(self.cameo_id)
        enrolment_id = EnrolmentId(mint("enrolment"))
        kept = template or community.fresh_template()
        append(community, CameoEnrolled(self.cameo_id, self.owner_id, enrolment_id, kept))

    def grant(self, grantee: Member, themes: str = "{}") -> GrantId:
        """The owner lets a person cast and remix them."""
        grant_id = GrantId(mint("grant"))
        terms = Terms(USES)
        event = CameoGranted(grant_id, self.cameo_id, self.owner_id, PersonId(grantee.id), terms, themes)
        append(self.community, event)
        return grant_id

    def link(self, guardian: Member) -> None:
        """Makes somebody the owner's guardian."""
        append(self.community, GuardianLinked(LinkId(mint("link")), self.owner_id, PersonId(guardian.id)))

    def job(
        self, maker: Member, source: ClipId | None = None, prompt: str = "a dance"
    ) -> GenerationRequested:
        """A request for a clip with the cameo, after another one or after none."""
        asked: dict[str, Any] = {
            "job_id": JobId(mint("job")),
            "clip_id": ClipId(mint("clip")),
            "refusal_id": RefusalId(mint("refusal")),
            "maker_id": PersonId(maker.id),
            "prompt": prompt,
            "duration_s": 1.0,
            "width_px": 640,
            "height_px": 360,
            "style": None,
            "seed": 7,
            "storyboard": None,
            "allowance_per_day": 100_000,
            "at": now(),
            "cast": (CastWish(self.cameo_id, self.owner_id, USES),),
        }
        command = RequestGeneration(**asked) if source is None else self._remix(source, asked)
        (requested,) = self.community.wiring.ledger.handle_now(command, WISH).events
        assert isinstance(requested, GenerationRequested)
        return requested

    def clip(self, maker: Member, source: ClipId | None = None, prompt: str = "a dance") -> ClipId:
        """A published clip with the cameo."""
        job = self.job(maker, source, prompt)
        self.community.complete(job.job_id)
        asked = clearance_of(self.community.wiring.casting, job)
        publish = PublishClip(
            clip_id=job.clip_id,
            maker_id=job.maker_id,
            refusal_id=asked.refusal_id,
            at=asked.at,
            caption=None,
            cast=asked.cast,
        )
        wish = Wish(job.maker_id, "test", "test")
        position = self.community.wiring.ledger.handle_now(publish, wish).position
        maker.catch_up(position)
        self.owner.catch_up(position)
        return job.clip_id

    def _remix(self, source: ClipId, asked: dict[str, Any]) -> RemixClip:
        read = self.community.wiring.ledger.read((Clause((GenerationRequested,), (source,)),))
        maker_id = next(each.event.maker_id for each in read if each.event.clip_id == source)
        return RemixClip(**asked, source_id=source, source_maker_id=maker_id)

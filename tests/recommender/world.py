"""A small community with a real log, real views and a real feed, to tell stories in."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import msgspec
from eventsourcing.dcb.api import DCBEvent

from domain.codec import Codec
from domain.events import (
    AgeBand,
    ClipFacts,
    ClipFile,
    ClipPublished,
    ClipReported,
    ClipWithdrawn,
    Event,
    GenerationCompleted,
    GenerationRequested,
    InstructionEnded,
    InstructionGiven,
    Meta,
    PersonBlocked,
    PersonFollowed,
    PersonJoined,
)
from domain.group_commit import GroupCommit
from domain.ids import (
    ClipId,
    HandleDigest,
    InstructionId,
    InviteId,
    JobId,
    PersonId,
    ReportId,
    allowance_id,
    country_id,
)
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder
from projections.registry import PAGES
from projections.runner import Runner
from projections.thread_reader import ThreadReader
from recommender.beside_log import IN_MEMORY
from recommender.catalogue import catalogue_of
from recommender.clip_features import ClipFeatures
from recommender.community import Community
from recommender.description import DESCRIPTION_VERSION, describe
from recommender.embedder import Embedder
from recommender.feed import Feed
from recommender.hidden_clips import HiddenClips
from recommender.index import FLAT_ROWS_MAX, ClipIndex
from recommender.past import Past
from recommender.pipeline import feed_pipeline
from recommender.policy import POLICY, Policy
from recommender.reading import AskReader
from recommender.rules import Rule
from recommender.seen_clips import SeenClips
from recommender.served_slates import ServedSlates
from recommender.shelf import Shelf
from recommender.slate_maker import SlateMaker
from recommender.slate_store import SlateStore
from recommender.vector_feeder import VectorFeeder
from recommender.vector_table import VectorTable

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
SECRET = b"a secret of sixteen bytes or more"
FILE = ClipFile("a" * 64, "video/mp4", 1)


def shelf(folder: Path | None, keys: KeyRing) -> Shelf:
    """Empty stores in a folder, or in memory."""
    names = ("slates", "served", "hidden")
    slates, served, hidden = (IN_MEMORY if folder is None else folder / f"{name}.sqlite" for name in names)
    return Shelf(SlateStore(slates), ServedSlates(served, keys), HiddenClips(hidden))


class World:
    """What happens is appended to the log and taken in by the views at once; an hour passes each time."""

    def __init__(
        self,
        folder: Path,
        embedder: Embedder,
        policy: Policy = POLICY,
        flat_rows_max: int = FLAT_ROWS_MAX,
    ) -> None:
        self.folder = folder
        self.embedder = embedder
        self.keys = KeyRing(folder / "keys")
        self._codec = Codec(self.keys)
        self._recorder = SQLiteRecorder(folder / "log.sqlite")
        self._writer = GroupCommit(self._recorder)
        self.ledger = Ledger(self._recorder, self._writer, self._codec, lambda: NOON)
        self._runner = Runner(self._recorder, PAGES, folder / "views", self._codec.decode)
        self._runner.prepare()
        self._views = ThreadReader(self._runner.file)
        self._numbers = count(1)
        self.community = Community(self._views.connection, self._runner.position)
        self.index = ClipIndex(VectorTable(folder / "vectors", str(DESCRIPTION_VERSION)), flat_rows_max)
        self.features = ClipFeatures(lambda clip_id: describe(self.ledger, clip_id).text, self.index.table)
        self.catalogue = catalogue_of(self.index, self.features, embedder)
        self.feeder = VectorFeeder(self.ledger, embedder, self.index, self.features)
        self.seen_clips = SeenClips(folder / "seen.sqlite")
        self.lasting = shelf(folder, self.keys)
        self.fleeting = shelf(None, self.keys)
        self.slates, self.fleeting_slates = self.lasting.slates, self.fleeting.slates
        self.past = Past(self._recorder, self._codec.decode, self.ledger, embedder, self.catalogue)
        self.maker = SlateMaker(feed_pipeline, policy, self._moment_at)
        self.pipeline = self.maker.pipelines(self.community, self.catalogue)
        self.feed = self.opens(self.lasting)

    def opens(self, lasting: Shelf) -> Feed:
        """A feed of this community that remembers on a shelf."""
        return Feed(
            self.community,
            self.catalogue,
            self.maker,
            AskReader(),
            self.past,
            lasting,
            self.fleeting,
            self.seen_clips,
            SECRET,
            lambda: NOON,
        )

    def close(self) -> None:
        """Ends the use of all files."""
        self._writer.close()
        self._runner.stop()
        for part in (
            self._recorder,
            self._views,
            self.seen_clips,
            self.lasting,
            self.fleeting,
            self.past,
        ):
            part.close()

    def _moment_at(self, position: int) -> datetime | None:
        return self.ledger.recorded_at(position) if position else None

    def tells(self, person_id: PersonId, *rules: Rule, until: datetime | None = None) -> InstructionId:
        """Somebody gives their feed an instruction of these rules."""
        instruction_id = InstructionId(f"instruction-{next(self._numbers)}")
        text, sealed = " ".join(rule.words for rule in rules), msgspec.json.encode(rules).decode()
        self.happens(InstructionGiven(instruction_id, person_id, NOON, text, sealed, until))
        return instruction_id

    def undoes(self, person_id: PersonId, instruction_id: InstructionId) -> None:
        """Somebody undoes an instruction."""
        self.happens(InstructionEnded(instruction_id, person_id, NOON, "undone"))

    def happens(self, *events: Event) -> None:
        """Appends events and lets the views take them in; the clip index follows by `feeder.catch_up`."""
        at = NOON + timedelta(hours=next(self._numbers))
        meta = Meta(actor="person", correlation="request", causation="request", recorded_at=at)
        rows = [DCBEvent(*self._codec.encode(event, meta)) for event in events]
        self.position = self._recorder.append(rows)
        while self._runner.step():
            pass

    def joins(self, name: str, age_band: AgeBand = "adult", country: str = "DE") -> PersonId:
        """Somebody becomes a member under their name."""
        person_id = PersonId(f"person-{name}")
        self.keys.create(person_id)
        joined = PersonJoined(
            person_id=person_id,
            invite_id=InviteId(f"invite-{name}"),
            handle_digest=HandleDigest(f"handle-{name}"),
            country_id=country_id(country),
            age_band=age_band,
            handle=name,
            birth_date="1990-05-17",
        )
        self.happens(joined)
        return person_id

    def follows(self, follower_id: PersonId, followed_id: PersonId) -> None:
        """One begins to follow another."""
        self.happens(PersonFollowed(follower_id=follower_id, followed_id=followed_id))

    def blocks(self, blocker_id: PersonId, blocked_id: PersonId) -> None:
        """One shuts another out."""
        self.happens(PersonBlocked(blocker_id=blocker_id, blocked_id=blocked_id))

    def reports(self, reporter_id: PersonId, clip_id: ClipId) -> None:
        """One asks the reviewers to look at a clip."""
        report_id = ReportId(f"report-{next(self._numbers)}")
        self.happens(
            ClipReported(report_id=report_id, clip_id=clip_id, reporter_id=reporter_id, reason="other")
        )

    def publishes(
        self,
        maker_id: PersonId,
        prompt: str,
        style: str = "realistic",
        scene: str = "basketball",
        setting: str = "court",
        caption: str | None = None,
        remix_of: ClipId | None = None,
        music: bool | None = None,
    ) -> ClipId:
        """Somebody makes a clip and shows it."""
        number = next(self._numbers)
        job_id, clip_id = JobId(f"job-{number:04}"), ClipId(f"clip-{number:04}")
        facts = ClipFacts((scene,), (setting,), style, 4.0, 640, 360, 24, False, music=music)
        requested = GenerationRequested(
            job_id=job_id,
            clip_id=clip_id,
            maker_id=maker_id,
            allowance_id=allowance_id(maker_id, NOON.date()),
            duration_s=4.0,
            width_px=640,
            height_px=360,
            style=style,
            seed=number,
            prompt=prompt,
            remix_of=remix_of,
        )
        completed = GenerationCompleted(
            job_id=job_id,
            clip_id=clip_id,
            maker_id=maker_id,
            video=FILE,
            poster=FILE,
            receipt=FILE,
            facts=facts,
        )
        published = ClipPublished(clip_id=clip_id, maker_id=maker_id, caption=caption, remix_of=remix_of)
        self.happens(requested, completed, published)
        return clip_id

    def withdraws(self, maker_id: PersonId, clip_id: ClipId) -> None:
        """A maker takes a clip down."""
        self.happens(ClipWithdrawn(clip_id=clip_id, maker_id=maker_id, cause="maker"))

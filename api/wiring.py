"""The one place where everything is built: top to bottom, each part from those above it."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from api.backends import BACKENDS
from api.consent.casting import CastingOffice
from api.consent.clearance import clearance_of
from api.consent.likenesses import Likenesses
from api.consent.person_names import NameReader, name_book
from api.consent.themes import ThemeReader
from api.ending.aftermath import Aftermath
from api.ending.backups import Backups
from api.ending.forgetting import Forgetting
from api.ending.forgetting import Parts as ForgettingParts
from api.ending.running_streams import RunningStreams
from api.enrolling.enroller import Enroller
from api.enrolling.examination import EXAMINER, Examinations
from api.enrolling.twins import Twins
from api.hosting.health import PartState, cluster_state, log_state, proof_state, vectors_state, views_state
from api.hosting.lifeline import hold
from api.hosting.running import Running
from api.minting import mint, now
from api.open_log import open_log_and_keys
from api.position_watch import PositionWatch
from api.principal import Gate
from api.proving.clip_seals import ClipSeals
from api.proving.head_keeper import HeadKeeper
from api.proving.proofs import Proofs
from api.proving.witness_link import WitnessesInvalid, WitnessLink, read_witnesses
from api.settings import Settings, SettingsInvalid
from api.storyboards import Planner
from api.wellbeing.sittings import Sittings
from api.wellbeing.watched_clips import WatchedClips
from domain.codec import Codec
from domain.decisions.wellness import WellnessRule
from domain.group_commit import GroupCommit
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder
from domain.vault import Vault
from projections.registry import AUDIT, PAGES
from projections.runner import Runner
from projections.thread_reader import ThreadReader
from projections.view import ViewGroup
from projections.view_file import ViewReader
from recommender.beside_log import IN_MEMORY
from recommender.community import Community
from recommender.description import DESCRIPTION_VERSION
from recommender.embedder import Embedder
from recommender.feed import Feed
from recommender.index import ClipIndex
from recommender.pipeline import feed_pipeline
from recommender.policy import POLICY
from recommender.seen_clips import SeenClips
from recommender.slate_store import SlateStore
from recommender.vector_feeder import VectorFeeder
from recommender.vector_store import VectorStore
from render_cluster.artifacts import ArtifactStore, BucketStore, FolderStore
from render_cluster.backends.physics.language.word_book import word_book
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.dispatcher import Dispatcher
from render_cluster.progress_board import ProgressBoard
from render_cluster.renderer import Renderer
from render_cluster.segments import SegmentStore

RAY_OFF = "off"
FEED_SECRET = "feed"
# How long an old file of views stays for those who opened it just before a new one took its place.
VIEW_READERS_GRACE_S = 1.0


@dataclass(frozen=True)
class Wiring:
    """All parts of a server."""

    settings: Settings
    keys: KeyRing
    recorder: SQLiteRecorder
    writer: GroupCommit
    ledger: Ledger
    proofs: Proofs
    head_keeper: HeadKeeper
    gate: Gate
    pages: Runner
    audit: Runner
    views: ViewReader
    audit_views: ViewReader
    feed_views: ThreadReader
    position_watch: PositionWatch
    index: ClipIndex
    feeder: VectorFeeder
    vectors: VectorStore
    embedder: Embedder
    planner: Planner
    vault: Vault
    themes: ThemeReader
    casting: CastingOffice
    enroller: Enroller
    feed: Feed
    slates: SlateStore
    fleeting_slates: SlateStore
    seen_clips: SeenClips
    sittings: Sittings
    watched: WatchedClips
    wellness_rule: WellnessRule
    artifacts: ArtifactStore
    streams: RunningStreams
    backups: Backups
    aftermath: Aftermath
    board: ProgressBoard
    renderer: Renderer | None
    dispatcher: Dispatcher | None
    running: Running

    async def start(self) -> None:
        """Starts what runs beside the requests: views first, then what reads them."""
        loop = asyncio.get_running_loop()
        hold(lambda: loop.call_soon_threadsafe(self.board.close))
        self.position_watch.start()
        self.pages.on_position(self.position_watch.report)
        self.pages.follow()
        self.audit.follow()
        self.running.start_thread("head-keeper", self.head_keeper.follow)
        self.running.start_thread("vector-feeder", self.feeder.follow)
        self.running.start_thread("aftermath", self.aftermath.follow)
        self.running.start_thread("enroller", self.enroller.follow)
        self.running.start_thread("names-warmth", lambda _: self.casting.warm())
        self.running.start_thread("backups", lambda _: self.backups.pay())
        self.running.start_thread("embedder-warmth", lambda _: self.embedder.warm())
        if self.renderer is not None and self.dispatcher is not None:
            self.renderer.start()
            self.running.start_task(self.dispatcher.run())

    async def stop(self) -> None:
        """Stops in the opposite order; what is acknowledged is in the log, what is not stays undone."""
        await self.running.stop_tasks()
        if self.renderer is not None:
            await self.renderer.stop()
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Ends threads and closes files; for a server that was never started, too."""
        self.running.stop_threads()
        self.pages.stop()
        self.audit.stop()
        self.writer.close()
        for reader in (self.views, self.audit_views, self.feed_views):
            reader.close()
        beside = (
            self.vectors,
            self.slates,
            self.fleeting_slates,
            self.seen_clips,
            self.sittings,
            self.watched,
        )
        for store in beside:
            store.close()
        self.proofs.close()
        self.recorder.close()

    def health(self) -> dict[str, PartState]:
        """How each part fares."""
        return {
            "log": log_state(self.recorder),
            "views": views_state(self.pages),
            "audit": views_state(self.audit),
            "proof": proof_state(self.head_keeper),
            "vectors": vectors_state(self.feeder, self.index),
            "renderers": cluster_state(self.renderer),
        }


def build(settings: Settings, examiner: str = EXAMINER) -> Wiring:
    """A server's parts, built but not started; `examiner` names the function that judges recordings."""
    # Writing: the log and the door to it.
    recorder, keys = open_log_and_keys(settings.data)
    codec = Codec(keys)
    writer = GroupCommit(recorder)
    ledger = Ledger(recorder, writer, codec, now)

    # Proving.
    proofs = Proofs(settings, recorder, keys)

    # Reading.
    pages = view_runner(settings, recorder, codec, PAGES)
    audit = view_runner(settings, recorder, codec, AUDIT)
    feed_views = ThreadReader(pages.file)

    # Ranking.
    beside = settings.data / "beside"
    beside.mkdir(exist_ok=True, mode=0o700)
    embedder, index = Embedder(), ClipIndex()
    vectors = VectorStore(beside / "vectors.db", DESCRIPTION_VERSION)
    slates, seen_clips = SlateStore(beside / "slates.db"), SeenClips(beside / "seen.db")
    fleeting_slates = SlateStore(IN_MEMORY)
    community = Community(feed_views.connection, pages.position)
    feed = Feed(
        community,
        feed_pipeline(community, index),
        POLICY,
        embedder,
        slates,
        fleeting_slates,
        seen_clips,
        keys.secret(FEED_SECRET),
    )

    # Likeness: what is kept sealed of it, whose the words of a request ask for, and what they are about.
    vault = Vault(settings.data / "vault", keys)
    themes = ThemeReader(embedder.embed, word_book)
    casting = CastingOffice(ledger, keys.digest, themes, NameReader(name_book, word_book))

    enroller = Enroller(
        ledger,
        keys,
        vault,
        Examinations(settings.examination_limit_s, examiner),
        Twins(ledger, settings.twin_likeness_min),
        now,
    )

    # Rendering.
    artifacts = open_artifacts(settings)
    segments = SegmentStore(cluster_settings(settings).segments_folder)
    board = ProgressBoard()
    renderer, dispatcher = None, None
    if settings.ray_address != RAY_OFF:
        renderer = Renderer(cluster_settings(settings))
        seal = ClipSeals(proofs.notary, keys).seal if settings.seal_clips else None
        dispatcher = Dispatcher(
            ledger,
            renderer,
            artifacts,
            board,
            partial(clearance_of, casting),
            seal=seal,
            likenesses=Likenesses(casting, vault).of,
        )

    # Ending consent.
    backups = Backups(settings.data)
    feeder = VectorFeeder(ledger, embedder, index, vectors)
    sittings = Sittings(beside / "sittings.db", timedelta(seconds=settings.session_gap_s))
    watched = WatchedClips(beside / "watched.db")
    forgetting = Forgetting(
        ledger,
        ForgettingParts(
            # The keys first: what arrives or is copied meanwhile is then of no use, or found again.
            drop_sealed=(keys.destroy, vault.destroy, backups.destroy),
            files=(artifacts, backups),
            by_person=(seen_clips, sittings, watched),
            clear_all=(slates.clear, fleeting_slates.clear, segments.clear),
            forget_vectors=feeder.forget,
            renew_views=lambda: pages.renew(VIEW_READERS_GRACE_S),
        ),
        now,
    )

    return Wiring(
        settings=settings,
        keys=keys,
        recorder=recorder,
        writer=writer,
        ledger=ledger,
        proofs=proofs,
        head_keeper=HeadKeeper(proofs.notary, recorder, witnesses_of(settings), settings.proof_head_s),
        gate=Gate(ledger),
        pages=pages,
        audit=audit,
        views=ViewReader(pages.file),
        audit_views=ViewReader(audit.file),
        feed_views=feed_views,
        position_watch=PositionWatch(pages.position),
        index=index,
        feeder=feeder,
        vectors=vectors,
        embedder=embedder,
        planner=Planner(embedder.embed),
        vault=vault,
        themes=themes,
        casting=casting,
        enroller=enroller,
        feed=feed,
        slates=slates,
        fleeting_slates=fleeting_slates,
        seen_clips=seen_clips,
        sittings=sittings,
        watched=watched,
        wellness_rule=WellnessRule(
            clips_seen_min=settings.wellness_clips_seen_min,
            days_between_max=settings.wellness_days_between_max,
        ),
        artifacts=artifacts,
        streams=RunningStreams(ledger),
        backups=backups,
        aftermath=Aftermath(recorder, ledger, forgetting, mint),
        board=board,
        renderer=renderer,
        dispatcher=dispatcher,
        running=Running(),
    )


def view_runner(settings: Settings, recorder: SQLiteRecorder, codec: Codec, group: ViewGroup) -> Runner:
    """What keeps a group of views up to the log."""
    return Runner(recorder, group, settings.data / "views", codec.decode)


def witnesses_of(settings: Settings) -> list[WitnessLink]:
    """Those who are asked to cosign. Raises SettingsInvalid."""
    try:
        return read_witnesses(settings.witnesses)
    except WitnessesInvalid as error:
        raise SettingsInvalid(f"CASTMATES_WITNESSES: {error}") from error


def cluster_settings(settings: Settings) -> ClusterSettings:
    """What the operator chose about rendering."""
    return ClusterSettings(
        folder=str((settings.data / "cluster").resolve()),
        address=settings.ray_address or None,
        workers_count=settings.workers or None,
        dashboard_port=settings.ray_dashboard_port,
        backend=BACKENDS[settings.backend],
        resource="gen_gpu" if settings.backend == "diffusion" else "gen_cpu",
    )


def open_artifacts(settings: Settings) -> ArtifactStore:
    """The bucket that the settings name, or the media folder."""
    if settings.s3_endpoint:
        return BucketStore.connect(
            settings.s3_endpoint,
            settings.s3_bucket,
            access_key=settings.s3_access_key,
            secret_key=settings.s3_secret_key,
            secure=settings.s3_secure,
        )
    return FolderStore(settings.data / "media")

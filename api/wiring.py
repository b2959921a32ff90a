"""All parts of a server under one roof: started, stopped and asked for their health together."""

import asyncio
from dataclasses import dataclass

from api.consent.casting import CastingOffice
from api.consent.themes import ThemeReader
from api.ending.aftermath import Aftermath
from api.ending.backups import Backups
from api.ending.running_streams import RunningStreams
from api.ending.settling import Settling
from api.enrolling.enroller import Enroller
from api.guess_limit import GuessLimit
from api.hosting.birthdays import Birthdays
from api.hosting.health import PartState, cluster_state, log_state, proof_state, vectors_state, views_state
from api.hosting.instruction_ends import InstructionEnds
from api.hosting.lifeline import hold
from api.hosting.running import Running
from api.hosting.web_shell import WebShell
from api.live.switchboard import Switchboard
from api.passkeys import Passkeys
from api.position_watch import PositionWatch
from api.principal import Gate
from api.proving.head_keeper import HeadKeeper
from api.proving.proofs import Proofs
from api.recovery_codes import CodeKeeper
from api.seen_notices import SeenNotices
from api.settings import Settings
from api.storyboards import Planner
from api.wellbeing.sittings import Sittings
from api.wellbeing.watched_clips import WatchedClips
from domain.decisions.wellness import WellnessRule
from domain.group_commit import GroupCommit
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder
from domain.vault import Vault
from projections.runner import Runner
from projections.thread_reader import ThreadReader
from projections.view_file import ViewReader
from recommender.catalogue import Catalogue
from recommender.embedder import Embedder
from recommender.feed import Feed
from recommender.index import ClipIndex
from recommender.past import Past
from recommender.seen_clips import SeenClips
from recommender.shelf import Shelf
from recommender.vector_feeder import VectorFeeder
from render_cluster.artifacts import ArtifactStore
from render_cluster.dispatcher import Dispatcher
from render_cluster.progress_board import ProgressBoard
from render_cluster.renderer import Renderer
from render_cluster.segments import SegmentStore


@dataclass(frozen=True)
class Wiring:
    """All parts of a server, as `api.building` makes them."""

    settings: Settings
    keys: KeyRing
    recorder: SQLiteRecorder
    writer: GroupCommit
    ledger: Ledger
    proofs: Proofs
    head_keeper: HeadKeeper
    gate: Gate
    tries: GuessLimit
    codes: CodeKeeper
    passkeys: Passkeys
    pages: Runner
    audit: Runner
    views: ViewReader
    audit_views: ViewReader
    feed_views: ThreadReader
    position_watch: PositionWatch
    index: ClipIndex
    catalogue: Catalogue
    feeder: VectorFeeder
    embedder: Embedder
    planner: Planner
    vault: Vault
    themes: ThemeReader
    casting: CastingOffice
    enroller: Enroller
    feed: Feed
    lasting: Shelf
    fleeting: Shelf
    past: Past
    seen_clips: SeenClips
    sittings: Sittings
    watched: WatchedClips
    seen_notices: SeenNotices
    wellness_rule: WellnessRule
    teen_visit_clips_max: int
    artifacts: ArtifactStore
    segments: SegmentStore
    streams: RunningStreams
    backups: Backups
    aftermath: Aftermath
    settling: Settling
    birthdays: Birthdays
    instruction_ends: InstructionEnds
    board: ProgressBoard
    renderer: Renderer | None
    dispatcher: Dispatcher | None
    switchboard: Switchboard
    running: Running
    web_shell: WebShell

    async def start(self) -> None:
        """Starts what runs beside the requests: views first, then what reads them."""
        loop = asyncio.get_running_loop()
        hold(lambda: loop.call_soon_threadsafe(self._end_streams))
        self.position_watch.start()
        self.pages.on_position(self.position_watch.report)
        self.pages.follow()
        self.running.start_task(self.switchboard.follow())
        self.audit.follow()
        self.running.start_thread("head-keeper", self.head_keeper.follow)
        self.running.start_thread("vector-feeder", self.feeder.follow)
        self.running.start_thread("index-codes", self.feeder.tend)
        self.running.start_thread("aftermath", self.aftermath.follow)
        self.running.start_thread("enroller", self.enroller.follow)
        self.running.start_thread("birthdays", self.birthdays.follow)
        self.running.start_thread("instruction-ends", self.instruction_ends.follow)
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

    def _end_streams(self) -> None:
        self.board.close()
        self.switchboard.close()

    def close(self) -> None:
        """Ends threads and closes files; for a server that was never started, too."""
        self.running.stop_threads()
        self.pages.stop()
        self.audit.stop()
        self.writer.close()
        for reader in (self.views, self.audit_views, self.feed_views):
            reader.close()
        beside = (
            self.lasting,
            self.fleeting,
            self.past,
            self.seen_clips,
            self.sittings,
            self.watched,
            self.seen_notices,
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

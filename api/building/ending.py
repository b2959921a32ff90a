"""Makes what ends consent: everything beside the log that can forget, and what sees to it that it does."""

from typing import NamedTuple

from api.building.log import Log
from api.building.ranking import Ranking
from api.building.reading import Reading
from api.building.rendering import Rendering
from api.building.watching import Watching
from api.ending.aftermath import Aftermath
from api.ending.backups import Backups
from api.ending.forgetting import Forgetting, Parts
from api.ending.running_streams import RunningStreams
from api.ending.settling import Settling
from api.minting import mint, now
from api.settings import Settings
from domain.vault import Vault

# How long an old file of views stays for those who opened it just before a new one took its place.
VIEW_READERS_GRACE_S = 1.0


class Ending(NamedTuple):
    """What makes an end of consent true."""

    streams: RunningStreams
    backups: Backups
    aftermath: Aftermath
    settling: Settling


def build_ending(
    settings: Settings,
    log: Log,
    reading: Reading,
    ranking: Ranking,
    vault: Vault,
    rendering: Rendering,
    watching: Watching,
) -> Ending:
    """What finishes revocations and erasures; it must know every part that holds something of people."""
    backups = Backups(settings.data)
    parts = Parts(
        # The keys first: what arrives or is copied meanwhile is then of no use, or found again.
        drop_sealed=(log.keys.destroy, vault.destroy, backups.destroy),
        files=(rendering.artifacts, backups),
        by_person=(ranking.feed, watching.sittings, watching.watched, watching.seen_notices),
        clear_all=(ranking.lasting.slates.clear, ranking.fleeting.slates.clear, rendering.segments.clear),
        forget_vectors=ranking.feeder.forget,
        renew_views=lambda: reading.pages.renew(VIEW_READERS_GRACE_S),
    )
    aftermath = Aftermath(log.recorder, log.ledger, Forgetting(log.ledger, parts, now), mint)
    streams = RunningStreams(log.ledger)
    settling = Settling(log.ledger, aftermath, ranking.index, streams, reading.position_watch)
    return Ending(streams, backups, aftermath, settling)

"""Makes what guards likenesses: what is kept sealed, whom a request casts and what it is about, who enrols."""

from typing import NamedTuple

from api.building.log import Log
from api.consent.casting import CastingOffice
from api.consent.person_names import NameReader, name_book
from api.consent.themes import ThemeReader
from api.enrolling.enroller import Enroller
from api.enrolling.examination import Examinations
from api.enrolling.twins import Twins
from api.minting import now
from api.settings import Settings
from domain.vault import Vault
from recommender.embedder import Embedder
from render_cluster.backends.physics.language.word_book import word_book


class Likeness(NamedTuple):
    """What stands between a likeness and its use."""

    vault: Vault
    themes: ThemeReader
    casting: CastingOffice
    enroller: Enroller


def build_likeness(settings: Settings, log: Log, embedder: Embedder, examiner: str) -> Likeness:
    """Casting and enrolling; themes are read with the same embedder as the feed's vectors."""
    vault = Vault(settings.data / "vault", log.keys)
    themes = ThemeReader(embedder.embed, word_book)
    casting = CastingOffice(log.ledger, log.keys.digest, themes, NameReader(name_book, word_book))
    examinations = Examinations(settings.examination_limit_s, examiner)
    twins = Twins(log.ledger, settings.twin_likeness_min)
    return Likeness(vault, themes, casting, Enroller(log.ledger, log.keys, vault, examinations, twins, now))

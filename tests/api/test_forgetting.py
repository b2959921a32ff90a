"""What lies beside the log of whoever is erased goes; what may be another's, or is still arriving, stays."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from api.ending.forgetting import Forgetting, Parts
from api.minting import now
from domain.codec import Codec
from domain.events import ClipFile, Event, GenerationCancelled
from domain.ledger import Ledger
from render_cluster.artifacts import FolderStore
from tests.cast import ANA, CAMEO, VIDEO
from tests.films import Film
from tests.gwt import but
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """The media."""
    return FolderStore(tmp_path / "media")


def forgetting(store: FolderStore, *events: Event, orphan_age_s: float = -60.0) -> Forgetting:
    """Over a log of these facts; an age below nought makes every file an old one."""
    recorder, codec = InMemoryLog(), Codec(OpenSealer())
    recorder.append(SynchronousWriter.rows(codec, events))
    ledger = Ledger(recorder, SynchronousWriter(recorder), codec, now)
    parts = Parts((), (store,), (), (), lambda _: None, lambda: None)
    return Forgetting(ledger, parts, now, timedelta(0), timedelta(seconds=orphan_age_s))


def made(film: Film, digest: str) -> Event:
    """A film's completion, with a video of its own."""
    return but(film.made, video=ClipFile(digest, VIDEO.media_type, VIDEO.size_bytes))


def test_files_of_their_clips_go_and_are_counted(store: FolderStore) -> None:
    film = Film("own", maker=ANA)
    digest = store.put(b"a dance", "video/mp4").digest
    # Video, poster, receipt and captions: those that were gone before are counted, as after a crash.
    assert forgetting(store, film.asked, made(film, digest)).person(ANA, threading.Event()) == 4
    assert not store.exists(digest)


def test_a_file_that_another_clip_names_stays(store: FolderStore) -> None:
    own, theirs = Film("own", maker=ANA), Film("theirs")
    digest = store.put(b"the same bytes", "video/mp4").digest
    events = (own.asked, made(own, digest), theirs.asked, made(theirs, digest))
    forgetting(store, *events).person(ANA, threading.Event())
    assert store.exists(digest)


def test_what_a_called_off_job_had_stored_goes_once_it_is_old_enough(store: FolderStore) -> None:
    job = Film("job", maker=ANA)
    digest = store.put(b"stored, and never completed", "video/mp4").digest
    off: GenerationCancelled = but(job.called_off("erased"), revocation_id=None)
    forgetting(store, job.asked, off, orphan_age_s=60.0).person(ANA, threading.Event())
    assert store.exists(digest)  # may be another's, whose word is on its way to the log
    forgetting(store, job.asked, off).person(ANA, threading.Event())
    assert not store.exists(digest)


def test_an_erased_cameo_takes_the_files_that_showed_it(store: FolderStore) -> None:
    film = Film("with-ana")
    digest = store.put(b"a dance", "video/mp4").digest
    forgetting(store, film.asked, made(film, digest)).cameo(CAMEO, threading.Event())
    assert not store.exists(digest)

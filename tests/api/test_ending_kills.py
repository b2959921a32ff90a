"""Killed at any step of a large revocation or an erasure, a community finishes it when it starts again."""

import contextlib
import multiprocessing
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.dcb.api import DCBEvent

from api.hosting.founding import found
from api.minting import now
from api.open_log import open_log
from domain.codec import Codec
from domain.decider import Command
from domain.decisions.erasures import ErasePerson
from domain.decisions.revocations import RevokeConsent
from domain.events import (
    ClipFile,
    ClipWithdrawn,
    ConsentRevoked,
    ErasureFinished,
    Event,
    GenerationCancelled,
    Meta,
    PersonErased,
    RevocationReached,
)
from domain.limits import REACH_EVENTS_MAX
from render_cluster.artifacts import FolderStore
from tests.api.ending_workers import end_consent, settings_of, start_again
from tests.api.remains import found_in
from tests.cast import ANA, BEN, CAMEO, CLEO, ERASURE, GRANT, RECEIPT, REVOCATION, joined
from tests.films import Film
from tests.gwt import but
from tests.likenesses import enrolled, granted

CLIPS_COUNT = REACH_EVENTS_MAX + 200
WORDS = "vermilion okapis juggling marzipan"
FACE = "embedding 0.7182818"


def forked() -> Any:
    """A context whose processes begin with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.api.ending_workers"])
    return context


def run(work: Callable[..., None], *args: Any) -> list[str]:
    """What a process said before it was done or dead."""
    reading, writing = (context := forked()).Pipe(duplex=False)
    process = context.Process(target=work, args=(*args, writing))
    process.start()
    writing.close()
    said = []
    with reading, contextlib.suppress(EOFError):
        while True:
            said.append(reading.recv())
    process.join()
    return said


def fill(data: Path, *events: Event) -> None:
    """A community with these facts in its log."""
    settings = settings_of(data)
    found(settings)
    with open_log(settings) as log:
        for subject in (ANA, BEN, CLEO, CAMEO):
            log.keys.create(subject)
        codec, meta = Codec(log.keys), Meta("test", "test", "test", now())
        rows = [DCBEvent(*codec.encode(event, meta)) for event in events]
        for start in range(0, len(rows), 900):
            log.recorder.append(rows[start : start + 900])


def facts(data: Path, *kinds: type[Event]) -> list[Event]:
    """What the log says."""
    with open_log(settings_of(data)) as log:
        return [recorded.event for recorded in log.ledger.scan(kinds)]


def steps_to_die_at(said: list[str]) -> list[int]:
    """The first and the last time that each step was begun and was done."""
    assert said[-1] == "done"
    names = said[:-1]
    firsts = {name: place for place, name in reversed(list(enumerate(names)))}
    lasts = {name: place for place, name in enumerate(names)}
    return sorted({*firsts.values(), *lasts.values()})


def kill_at_every_step(template: Path, command: Command, check: Callable[[Path], None]) -> None:
    """Kills once a step, each time in a fresh copy, starts again, and checks what stands then."""
    calm = shutil.copytree(template, template.with_name("calm"))
    steps = steps_to_die_at(run(end_consent, calm, command, None))
    check(calm)
    for kill_at in steps:
        data = shutil.copytree(template, template.with_name(f"kill-{kill_at}"))
        assert run(end_consent, data, command, kill_at)[-1] != "done"
        assert run(start_again, data) == ["done"]
        check(data)
        shutil.rmtree(data)


@pytest.mark.slow
def test_a_large_revocation_survives_a_kill_at_every_step(tmp_path: Path) -> None:
    films = [Film(str(number), GRANT) for number in range(CLIPS_COUNT)]
    lives = (event for film in films for event in film.life)
    fill(tmp_path / "data", joined(ANA), enrolled(), granted(), *lives, (job := Film("job", GRANT)).asked)

    def check(data: Path) -> None:
        withdrawn = {event.clip_id for event in facts(data, ClipWithdrawn)}
        if not facts(data, ConsentRevoked):  # killed before it began: then nothing of it stands
            assert not withdrawn
            return
        assert withdrawn == {film.clip_id for film in films}
        assert [event.job_id for event in facts(data, GenerationCancelled)] == [job.job_id]
        assert facts(data, RevocationReached) == [RevocationReached(REVOCATION, CAMEO, CLIPS_COUNT, 1)]

    command = RevokeConsent(revocation_id=REVOCATION, cameo_id=CAMEO, revoker_id=ANA, grant_id=GRANT)
    kill_at_every_step(tmp_path / "data", command, check)


@pytest.mark.slow
def test_an_erasure_survives_a_kill_at_every_step(tmp_path: Path) -> None:
    data = tmp_path / "data"
    store = FolderStore(data / "media")
    theirs, with_her = Film("theirs", maker=CLEO), Film("with-her", GRANT)
    own = [Film(str(number), maker=ANA) for number in range(3)]
    shared = store.put(b"the same receipt", RECEIPT.media_type)
    receipt = ClipFile(shared.digest, shared.media_type, shared.size_bytes)

    def life(film: Film, **changes: Any) -> tuple[Event, ...]:
        kept = store.put(f"video of {film.clip_id}, {WORDS}".encode(), "video/mp4")
        video = ClipFile(kept.digest, kept.media_type, kept.size_bytes)
        asked, made, shown = (but(event, **changes) for event in film.life)
        prompt = WORDS if film in own else asked.prompt
        return (but(asked, prompt=prompt), but(made, video=video, receipt=receipt), shown)

    untouched = life(theirs, cameo_ids=())
    lives = (event for film in (*own, with_her) for event in life(film))
    cameo = but(enrolled(), template=FACE)
    fill(data, joined(ANA), joined(BEN), joined(CLEO), cameo, granted(), *lives, *untouched)
    kept_digest = untouched[1].video.digest

    def check(data: Path) -> None:
        if not facts(data, PersonErased):
            assert not facts(data, ClipWithdrawn)
            return
        gone = {event.clip_id for event in facts(data, ClipWithdrawn)}
        assert gone == {film.clip_id for film in (*own, with_her)}
        (finished,) = facts(data, ErasureFinished)
        assert (finished.person_id, finished.clips_count) == (ANA, len(own))
        media = FolderStore(data / "media")
        assert media.exists(shared.digest)
        assert media.exists(kept_digest)
        (data / "media" / kept_digest[:2] / kept_digest).unlink()  # the one place where the words may stand
        assert found_in([data], [FACE, WORDS]) == set()

    kill_at_every_step(data, ErasePerson(erasure_id=ERASURE, person_id=ANA), check)

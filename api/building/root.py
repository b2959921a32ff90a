"""The one place where a server is put together: each part from those above it, as its arguments say."""

from api.building.ending import build_ending
from api.building.likeness import build_likeness
from api.building.log import build_log
from api.building.ranking import build_ranking
from api.building.reading import build_reading
from api.building.rendering import build_rendering
from api.building.watching import build_watching
from api.enrolling.examination import EXAMINER
from api.feed.chat_asking import chat_of
from api.guess_limit import GuessLimit
from api.hosting.birthdays import Birthdays
from api.hosting.instruction_ends import InstructionEnds
from api.hosting.running import Running
from api.hosting.web_shell import load_web_shell
from api.live.switchboard import Switchboard
from api.minting import now
from api.passkeys import Passkeys
from api.principal import Gate
from api.proving.head_keeper import HeadKeeper
from api.proving.proofs import Proofs
from api.proving.witness_link import WitnessesInvalid, WitnessLink, read_witnesses
from api.recovery_codes import CodeKeeper
from api.settings import Settings, SettingsInvalid
from api.storyboards import Planner
from api.wiring import Wiring


def build(settings: Settings, examiner: str = EXAMINER) -> Wiring:
    """A server's parts, built but not started; `examiner` names the function that judges recordings.

    The log comes first, for all else reads or writes it, and its proof next, which clips are sealed with.
    Ranking reads the views; likeness reads themes with the embedder that ranks; rendering asks likeness for
    consent. Ending comes last: it must reach whatever the others keep of people.
    """
    log = build_log(settings)
    proofs = Proofs(settings, log.recorder, log.keys)
    reading = build_reading(settings, log)
    beside = settings.data / "beside"
    beside.mkdir(exist_ok=True, mode=0o700)
    ranking = build_ranking(beside, log, reading, chat_of(settings))
    likeness = build_likeness(settings, log, ranking.embedder, examiner)
    rendering = build_rendering(settings, log, proofs, likeness)
    watching = build_watching(settings, beside)
    ending = build_ending(settings, log, reading, ranking, likeness.vault, rendering, watching)
    return Wiring(
        settings=settings,
        keys=log.keys,
        recorder=log.recorder,
        writer=log.writer,
        ledger=log.ledger,
        proofs=proofs,
        head_keeper=HeadKeeper(proofs.notary, log.recorder, witnesses_of(settings), settings.proof_head_s),
        gate=Gate(log.ledger),
        tries=GuessLimit(),
        codes=CodeKeeper(),
        passkeys=Passkeys(),
        **reading._asdict(),
        **ranking._asdict(),
        planner=Planner(ranking.embedder.embed),
        **likeness._asdict(),
        **watching._asdict(),
        **rendering._asdict(),
        **ending._asdict(),
        birthdays=Birthdays(log.ledger, now),
        instruction_ends=InstructionEnds(log.ledger, reading.feed_views.connection, now),
        switchboard=Switchboard(log.recorder, log.ledger, reading.views, reading.position_watch),
        running=Running(),
        web_shell=load_web_shell(),
    )


def witnesses_of(settings: Settings) -> list[WitnessLink]:
    """Those who are asked to cosign. Raises SettingsInvalid."""
    try:
        return read_witnesses(settings.witnesses)
    except WitnessesInvalid as error:
        raise SettingsInvalid(f"CASTMATES_WITNESSES: {error}") from error

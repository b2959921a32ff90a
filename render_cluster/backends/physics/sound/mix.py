"""The soundtrack of a clip: what happens, what is said, what drives, the place and the music, mixed and mastered."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.ambience import Bed, ambience, bed_of
from render_cluster.backends.physics.sound.blows import blows
from render_cluster.backends.physics.sound.calls import called
from render_cluster.backends.physics.sound.dialogue import dialogue, ducking
from render_cluster.backends.physics.sound.engines import engines
from render_cluster.backends.physics.sound.lines import Said
from render_cluster.backends.physics.sound.loudness import at_loudness, master, turned_up
from render_cluster.backends.physics.sound.music.bed import music
from render_cluster.backends.physics.sound.onsets import Onset, audible
from render_cluster.backends.physics.sound.rolling import rolling
from render_cluster.backends.physics.sound.sliding import sliding
from render_cluster.backends.physics.sound.sources import sources
from render_cluster.backends.physics.sound.space import add_answer, room_of
from render_cluster.backends.physics.sound.timeline import Shots, chance, span, start_s, stays
from render_cluster.backends.physics.sound.whoosh import whooshes
from render_cluster.storyboard import Mood, Sound

DURATION_S_MAX = 120.0
CROSSFADE_S = 0.12
CUT_FADE_S = 0.012
SPEECH_LUFS, MUSIC_LUFS, EFFECTS_LUFS = -17.0, -22.0, -19.0
MUSIC_ALONE_LUFS = -18.0
BELOW_LOUDEST_DB = 30.0  # a blow that much softer than the loudest is lost
ABOVE_BED_DB = 13.0  # a blow's peak over the loudness of what sounds steadily, to be told from it
OVER_SPEECH_DB = -6.0  # what is as loud as a dropped ball is heard through a voice
PEAK_DBFS = -3.0  # about where the loudest blow of a clip ends up
MOVERS = (rolling, sliding, engines, sources, whooshes, called)


def soundtrack(
    shots: Shots,
    sound: Sound,
    duration_s: float,
    seed: int,
    utterances: list[tuple[Said, ...]] | None = None,
) -> np.ndarray:
    """The whole sound of a clip: float32 (2, round(duration_s * SAMPLE_RATE_HZ)), the same for the same seed.

    `utterances` are the lines of each shot, as `lines.say` gives them. A shot lasts as long as its frames.
    Raises ValueError where there is no shot, the duration is out of bounds or a contact holds a number that is
    none.
    """
    if not shots or not 0 < duration_s <= DURATION_S_MAX:
        raise ValueError(
            f"a soundtrack needs shots and 0 to {DURATION_S_MAX} s, got {len(shots)}, {duration_s} s"
        )
    samples = round(duration_s * SAMPLE_RATE_HZ)
    lines = utterances or [()] * len(shots)
    # A minute of a bus is 23 MB: each is mixed in and let go before the next is made.
    foreground, spoken = _speech(shots, lines, samples, seed)
    if sound.music is not None:
        foreground += _under(sound.music, spoken, duration_s, seed)
    if spoken or sound.music is not None:
        foreground += turned_up(_effects(shots, samples, seed), EFFECTS_LUFS)
        steady = _steady(shots, sound, samples, seed)
        steady *= ducking(spoken, samples)
    else:
        foreground = _effects(shots, samples, seed)
        steady = _steady(shots, sound, samples, seed)
    return master(foreground, steady)


def onsets(
    shots: Shots, sound: Sound | None = None, utterances: list[tuple[Said, ...]] | None = None
) -> list[Onset]:
    """Every audible contact with the time at which it starts on the clip's clock, in order.

    What the place's own sound, the music or someone's voice drowns, or the clip's loudest blow dwarfs, is not
    audible: it sounds, but nobody can tell when.
    """
    heard = _sounding(shots)
    loudest_db = max((onset.level_db for onset in heard), default=0.0)
    floors_db = [loudest_db + _floor_db(scene, sound or Sound()) for scene, _ in shots]
    spoken = [
        (start_s(shots, index) + line.start_s, start_s(shots, index) + line.start_s + line.length_s)
        for index, said in enumerate(utterances or ())
        for line in said
        if line.utterance is not None
    ]
    return [
        onset
        for onset in heard
        if onset.level_db >= floors_db[onset.shot]
        and (
            onset.level_db >= OVER_SPEECH_DB
            or not any(from_s <= onset.time_s <= to_s for from_s, to_s in spoken)
        )
    ]


def _sounding(shots: Shots) -> list[Onset]:
    """Every contact that sounds, drowned or not."""
    return [
        onset
        for index, (scene, motion) in enumerate(shots)
        for onset in audible(scene, motion, index, start_s(shots, index))
    ]


def _floor_db(scene: Scene, sound: Sound) -> float:
    """How far below the clip's loudest blow one may be and still be heard in this shot."""
    steady_lufs = bed_of(scene).loudness_lufs if sound.ambience else -99.0
    if sound.music is not None:
        steady_lufs = max(steady_lufs, MUSIC_LUFS)
    return max(-BELOW_LOUDEST_DB, min(steady_lufs + ABOVE_BED_DB - PEAK_DBFS, -3.0))


def _under(mood: Mood, spoken: list[tuple[float, float]], duration_s: float, seed: int) -> np.ndarray:
    """The music at its loudness, softer while someone speaks; float32 (2, samples)."""
    under = at_loudness(music(mood, duration_s, seed), MUSIC_LUFS if spoken else MUSIC_ALONE_LUFS)
    under *= ducking(spoken, under.shape[1])
    return under


def _effects(shots: Shots, samples: int, seed: int) -> np.ndarray:
    """All blows of the clip with the answer of the places where they fall; float32 (2, samples)."""
    heard = _sounding(shots)
    effects = np.zeros((2, samples), np.float32)
    for index, (scene, motion) in enumerate(shots):
        dry = blows(scene, motion, [onset for onset in heard if onset.shot == index], samples, seed)
        add_answer(dry, dry.sum(axis=0) / 2, room_of(scene.setting), chance(seed, "space", index))
        effects += dry
    return effects


def _speech(
    shots: Shots, lines: list[tuple[Said, ...]], samples: int, seed: int
) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """All lines of the clip at their loudness, float32 (2, samples), and the spans in which someone speaks."""
    speech = np.zeros((2, samples), np.float32)
    spoken = []
    for index, ((scene, motion), said) in enumerate(zip(shots, lines, strict=True)):
        voiced = tuple(line for line in said if line.utterance is not None)
        if not voiced:
            continue
        begins_s = start_s(shots, index)
        dry = dialogue(scene, motion, voiced, begins_s, samples)
        add_answer(dry, 0.3 * dry.sum(axis=0), room_of(scene.setting), chance(seed, "speech", index))
        speech += dry
        spoken += [(begins_s + line.start_s, begins_s + line.start_s + line.length_s) for line in voiced]
    return at_loudness(speech, SPEECH_LUFS), spoken


def _steady(shots: Shots, sound: Sound, samples: int, seed: int) -> np.ndarray:
    """What sounds all along: the places, and what rolls, drives, burns, rushes and calls; float32 (2, samples)."""
    steady = _beds(shots, samples, seed) if sound.ambience else np.zeros((2, samples), np.float32)
    for index, (scene, motion) in enumerate(shots):
        first, last = span(shots, index, samples)
        if last > first:
            steady[:, first:last] += _movers(scene, motion, last - first, seed, index)
    return steady


def _movers(scene: Scene, motion: Motion, samples: int, seed: int, index: int) -> np.ndarray:
    """Everything that sounds while it moves in one shot, faded at the cuts; float32 (2, samples)."""
    sound = np.zeros((2, samples), np.float32)
    for make in MOVERS:
        sound += make(scene, motion, samples, chance(seed, make.__name__, index))
    fade = min(round(CUT_FADE_S * SAMPLE_RATE_HZ), samples // 2)
    sound[:, :fade] *= np.linspace(0.0, 1.0, fade)
    sound[:, samples - fade :] *= np.linspace(1.0, 0.0, fade)
    return sound


def _beds(shots: Shots, samples: int, seed: int) -> np.ndarray:
    """The ambience under the clip, float32 (2, samples): one bed a stay in a place, joined by crossfades."""
    under = np.zeros((2, samples), np.float32)
    overlap = round(CROSSFADE_S * SAMPLE_RATE_HZ)
    for index, last_index in stays(shots):
        first, last = span(shots, index, samples)[0], span(shots, last_index, samples)[1]
        length = min(last + overlap, samples) - first
        if length <= 0:
            continue
        bed = bed_of(shots[index][0])
        sound = _levelled_bed(bed, length, chance(seed, "bed", index))
        fade = np.sin(np.linspace(0, np.pi / 2, min(overlap, length), dtype=np.float32))
        sound[:, : len(fade)] *= fade
        sound[:, length - len(fade) :] *= fade[::-1]
        under[:, first : first + length] += sound
    return under


def _levelled_bed(bed: Bed, samples: int, rng: np.random.Generator) -> np.ndarray:
    return at_loudness(ambience(bed, samples, rng), bed.loudness_lufs)

"""The voices: which style of the speech model each one is, how fast it talks, how large its throat is."""

import zlib
from typing import NamedTuple

from render_cluster.backends.physics.scene import Person


class Voice(NamedTuple):
    """A voice as shares of the model's own styles.

    `lift` raises pitch and formants together, as a shorter throat does: 1.2 is a child. `pace` is the speed
    of talking, 1 that of the model.
    """

    styles: tuple[tuple[str, float], ...]
    lift: float = 1.0
    pace: float = 1.0


_CLEAR_WOMAN, _CLEAR_MAN = "jf_gongitsune", "jm_kumo"

VOICES: dict[str, Voice] = {
    "woman_1": Voice(((_CLEAR_WOMAN, 1.0),)),
    "woman_2": Voice(((_CLEAR_WOMAN, 0.6), ("jf_tebukuro", 0.4)), lift=0.95),
    "woman_3": Voice(((_CLEAR_WOMAN, 0.7), ("jf_alpha", 0.3)), lift=1.05),
    "man_1": Voice(((_CLEAR_MAN, 1.0),)),
    "man_2": Voice(((_CLEAR_MAN, 1.0),), lift=0.92),
    "man_3": Voice(((_CLEAR_MAN, 0.85), (_CLEAR_WOMAN, 0.15)), lift=1.04),
    "girl": Voice(((_CLEAR_WOMAN, 1.0),), lift=1.2),
    "boy": Voice(((_CLEAR_MAN, 0.5), (_CLEAR_WOMAN, 0.5)), lift=1.2),
    "elder_woman": Voice(((_CLEAR_WOMAN, 0.6), ("jf_tebukuro", 0.4)), lift=0.9, pace=0.88),
    "elder_man": Voice(((_CLEAR_MAN, 1.0),), lift=0.88, pace=0.88),
}
NARRATOR = "woman_1"

_OF_SEX_AND_AGE: dict[tuple[str, str], tuple[str, ...]] = {
    ("woman", "adult"): ("woman_1", "woman_2", "woman_3"),
    ("man", "adult"): ("man_1", "man_2", "man_3"),
    ("woman", "child"): ("girl",),
    ("man", "child"): ("boy",),
    ("woman", "elder"): ("elder_woman",),
    ("man", "elder"): ("elder_man",),
}


def voice_for(person: Person | None) -> str:
    """The name of the voice that fits a person; their name picks among those that do. Nobody is the narrator."""
    if person is None:
        return NARRATOR
    fitting = _OF_SEX_AND_AGE[person.sex, person.age]
    return fitting[zlib.crc32(person.name.encode()) % len(fitting)]


def voice(name: str) -> Voice:
    """The voice of that name; the narrator's where there is none."""
    return VOICES.get(name, VOICES[NARRATOR])

"""Reads the words about the film itself: style, light, weather, camera, music."""

from collections.abc import Sequence

import msgspec

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.phrases import Phrase
from render_cluster.backends.physics.language.take import Take
from render_cluster.storyboard import Camera, Mood, Place, Style


class Film:
    """What belongs to the whole clip: its style and its music. `asked` is a style that is settled already."""

    def __init__(self, asked: Style | None) -> None:
        self._asked = asked
        self._named: Style | None = None
        self.mood: Mood | None = None

    @property
    def style(self) -> Style:
        """The style of the clip."""
        return self._asked or self._named or "realistic"

    def take_in(self, phrase: Phrase, ledger: Ledger) -> None:
        """A style or a mood; the first that is named holds."""
        value = phrase.meaning.value
        if phrase.negated:
            ledger.realised(f"no {phrase.text}")
        elif phrase.meaning.role == "style":
            self._named = self._named or value  # type: ignore[assignment]
            ledger.met(phrase.text, phrase.meaning.by) if value == self.style else ledger.left_out(
                phrase.text
            )
        else:
            self.mood = self.mood or value  # type: ignore[assignment]
            ledger.met(phrase.text, None) if value == self.mood else ledger.left_out(phrase.text)


def film(take: Take, phrases: Sequence[Phrase], whole: Film, cast: Cast, ledger: Ledger) -> None:
    """Writes each phrase into the take, or into the whole film."""
    for phrase in phrases:
        role = phrase.meaning.role
        if role in ("style", "mood"):
            whole.take_in(phrase, ledger)
        elif role == "unsupported":
            ledger.realised(f"no {phrase.text}") if phrase.negated else ledger.left_out(phrase.text)
        elif role == "nobody":
            _nobody(take, phrase, cast, ledger)
        elif role == "backdrop":
            _backdrop(take, phrase, cast, ledger)
        elif role == "wind":
            _wind(take, phrase, ledger)
        elif phrase.negated:
            ledger.realised(f"no {phrase.text}")
        elif role in ("time", "weather"):
            _light(take, phrase, ledger)
        elif role != "transition":
            _camera(take, phrase, ledger)


def _light(take: Take, phrase: Phrase, ledger: Ledger) -> None:
    value, _, wind = phrase.meaning.value.partition(">")
    if wind:
        take.wind = take.wind or wind  # type: ignore[assignment]
    if phrase.meaning.role == "time":
        take.time_of_day = take.time_of_day or value  # type: ignore[assignment]
        holds = take.time_of_day == value
    else:
        take.weather = take.weather or value  # type: ignore[assignment]
        holds = take.weather == value
    ledger.met(phrase.text, phrase.meaning.by) if holds else ledger.left_out(phrase.text)


def _wind(take: Take, phrase: Phrase, ledger: Ledger) -> None:
    """The first wind that is named; what it moves is told once the whole shot is known (directing)."""
    text = f"no {phrase.text}" if phrase.negated else phrase.text
    value = "calm" if phrase.negated else phrase.meaning.value
    if take.wind not in (None, value):
        ledger.left_out(text)
        return
    take.wind, take.wind_text = value, text  # type: ignore[assignment]


def _camera(take: Take, phrase: Phrase, ledger: Ledger) -> None:
    """One wish for the camera; a second framing is where the first one ends."""
    camera = take.camera or Camera()
    role, value = phrase.meaning.role, phrase.meaning.value
    if role == "ends":
        begins, ends = value.split(">")
        camera = msgspec.structs.replace(
            camera,
            framing=begins if not take.is_framed else camera.framing,
            ends=ends,
            move="dolly" if camera.move == "static" else camera.move,
        )
        take.is_framed = True
    elif role == "framing" and take.is_framed and camera.framing != value:
        camera = msgspec.structs.replace(
            camera, ends=value, move="dolly" if camera.move == "static" else camera.move
        )
    elif role == "speed":
        camera = msgspec.structs.replace(camera, speed=float(value))
    else:
        camera = msgspec.structs.replace(camera, **{role: value})
        take.is_framed = take.is_framed or role == "framing"
        if role == "angle" and value == "aerial" and not take.is_framed:
            camera = msgspec.structs.replace(camera, framing="wide")
    take.camera = camera
    ledger.met(phrase.text, phrase.meaning.by)


def _nobody(take: Take, phrase: Phrase, cast: Cast, ledger: Ledger) -> None:
    people = [id for id in take.subjects if cast[id].family == "person"]
    ledger.left_out(phrase.text) if people else ledger.realised(phrase.text)


def _backdrop(take: Take, phrase: Phrase, cast: Cast, ledger: Ledger) -> None:
    """Puts what was named last behind, or before, what was named first."""
    others = [id for id in take.subjects[1:] if not _is_held(cast, id)]
    if not others:
        ledger.met(phrase.text, None) if take.setting is not None else ledger.left_out(phrase.text)
        return
    relation = phrase.meaning.value
    cast.change(others[-1], place=Place(relation, take.subjects[0]))  # type: ignore[arg-type]
    ledger.realised(phrase.text)


def _is_held(cast: Cast, id: str) -> bool:
    place = cast[id].subject.place
    return place is not None and place.relation == "held_by"

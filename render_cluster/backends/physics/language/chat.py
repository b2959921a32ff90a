"""Lets a chat model behind an OpenAI-compatible endpoint write the storyboard, held to the same limits."""

import time

import msgspec

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.acting import ANIMAL_VERBS, OUTCOMES, PERSON_VERBS, THING_VERBS
from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.language.checks import StoryboardRefused, check_storyboard
from render_cluster.backends.physics.language.schema import storyboard_schema
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.chat_client import ChatFailed, Endpoint, ask_chat, json_in
from render_cluster.storyboard import SHOT_S_MIN, Storyboard, Style

TRIES = 2


class ChatWriter:
    """Asks one endpoint for storyboards; what it answers is checked and may be mended once."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.name = endpoint.model

    def write(self, spec: Spec) -> Storyboard:
        """A storyboard of the spec's prompt, as long as the clip. Raises ChatFailed."""
        ends_s = time.monotonic() + self._endpoint.limit_s
        messages = [
            {"role": "system", "content": _instructions()},
            {"role": "user", "content": f"The clip lasts {spec.duration_s:g} seconds.\n\n{spec.prompt}"},
        ]
        for _ in range(TRIES):
            answer = ask_chat(self._endpoint, messages, ends_s)
            try:
                return _storyboard(answer, spec)
            except (msgspec.MsgspecError, StoryboardRefused) as error:
                messages += [
                    {"role": "assistant", "content": answer},
                    {
                        "role": "user",
                        "content": f"That is not valid: {error}. Answer with the mended JSON only.",
                    },
                ]
        raise ChatFailed("invalid")


def _storyboard(answer: str, spec: Spec) -> Storyboard:
    """The storyboard in an answer, fitted to the clip: its length, its seed, a style that is settled."""
    board = msgspec.json.decode(json_in(answer), type=Storyboard)
    board = _fitted(_without_likenesses(board), spec)
    check_storyboard(board)
    return board


def _fitted(board: Storyboard, spec: Spec) -> Storyboard:
    style: Style = spec.style or board.style
    room_s = spec.duration_s - SHOT_S_MIN * len(board.shots)
    if room_s < 0:
        raise StoryboardRefused(
            "shots_count", f"{len(board.shots)} shots are too many for {spec.duration_s:g} s"
        )
    spare_s = sum(shot.duration_s - SHOT_S_MIN for shot in board.shots)
    lengths = [
        SHOT_S_MIN
        + (room_s * (shot.duration_s - SHOT_S_MIN) / spare_s if spare_s > 0 else room_s / len(board.shots))
        for shot in board.shots
    ]
    shots = tuple(
        msgspec.structs.replace(shot, duration_s=length)
        for shot, length in zip(board.shots, lengths, strict=True)
    )
    return msgspec.structs.replace(board, shots=shots, style=style, seed=spec.seed)


def _without_likenesses(board: Storyboard) -> Storyboard:
    """A model may not cast anybody's face: that takes the consent of the person."""
    shots = tuple(
        msgspec.structs.replace(
            shot, subjects=tuple(msgspec.structs.replace(each, likeness=None) for each in shot.subjects)
        )
        for shot in board.shots
    )
    return msgspec.structs.replace(board, shots=shots)


def _instructions() -> str:
    known = {
        "settings": SETTINGS,
        "verbs of people": PERSON_VERBS,
        "verbs of animals": ANIMAL_VERBS,
        "verbs of things": THING_VERBS,
        "outcomes": OUTCOMES,
        "colours": COLOURS,
        "kinds of animals": SPECIES,
        "kinds of things": KINDS,
    }
    lists = "\n".join(f"{name}: {', '.join(words)}" for name, words in known.items())
    schema = msgspec.json.encode(storyboard_schema()).decode()
    return (
        "You turn a prompt into a storyboard for a physics simulator. Answer with one JSON object and nothing "
        "else. Every person has the kind `person`. Ids are kept from shot to shot for the same one. Spoken words "
        f"are kept as they are written.\n{lists}\nThe JSON schema:\n{schema}"
    )

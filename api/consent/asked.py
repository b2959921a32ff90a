"""What a maker asks for in words, taken apart for the gate: whom it casts, who speaks, what it is about."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from domain.events import GenerationRequested, Use
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.language.plain_text import plain
from render_cluster.backends.physics.language.tokens import tokens
from render_cluster.storyboard import Storyboard

_IDENTITIES = {"id", "subject", "target", "speaker", "likeness"}
_SENTENCE_END = re.compile(r'(?<=[.!?])\s+(?=[^"”]*(?:["“][^"”]*["”][^"”]*)*$)|\n+')
_SPEAKING = re.compile(
    r'["“]|\b(?:says?|said|saying|sings?|sang|singing|shout|yell|whisper|talk|speak|spoke|tells?|told|telling|'
    r"ask|announce|narrat|scream|chant|raps?\b|rapping|recit|greet|reply|replies|answer|calls? out)",
    re.IGNORECASE,
)
# In a sentence that names somebody else by a handle, these can still mean whoever was named before.
_MEANS_ANOTHER = re.compile(
    r"\b(?:s?he|they|them|him|hers?|his|theirs?|it|who|both|all|each|every\w*|together|an?other|others?|the|th[ia]t)\b",
    re.IGNORECASE,
)


class Asked(NamedTuple):
    """A prompt, a storyboard, or both; where there is a storyboard, it alone is filmed."""

    prompt: str
    storyboard: Storyboard | None = None

    def handles(self) -> tuple[str, ...]:
        """Whose likeness is asked for, each once."""
        in_storyboard = () if self.storyboard is None else handles_in(self.storyboard)
        return tuple(dict.fromkeys((*handles_in(self.prompt), *in_storyboard)))

    def uses(self, handle: str) -> tuple[Use, ...]:
        """What is done with that likeness; where it may be that they speak, they are taken to."""
        return ("appear", "voice") if self._speaks(handle) else ("appear",)

    def text(self) -> str:
        """All words in which a theme or a name can stand, those that are said aloud too."""
        return "\n".join((self.prompt, *_shot_texts(self.storyboard)))

    def _speaks(self, handle: str) -> bool:
        if self.storyboard is not None:
            shots = self.storyboard.shots  # an id is the same person in all of them
            own = {
                each.id for shot in shots for each in shot.subjects if (each.likeness or "").lower() == handle
            }
            if any(line.speaker in own for shot in shots for line in shot.lines):
                return True
        sentences = _SENTENCE_END.split(plain(self.prompt))  # as the compiler reads it, all quotes alike
        spoken = (each for each in sentences if _has_speech(each))
        return any(handle in handles_in(each) or _may_mean_another(each) for each in spoken)


def _has_speech(sentence: str) -> bool:
    """Whether something is said aloud in it, or may be."""
    said = any(token.kind == "speech" for token in tokens(sentence))
    return said or _SPEAKING.search(sentence) is not None


def _may_mean_another(sentence: str) -> bool:
    """Whether a sentence may speak of somebody whom another one names: "she says", "both shout", "the skater"."""
    return not handles_in(sentence) or _MEANS_ANOTHER.search(sentence) is not None


def asked_by(requested: GenerationRequested) -> Asked:
    """What a request asked for, as far as it can still be read."""
    storyboard = requested.storyboard and msgspec.json.decode(requested.storyboard, type=Storyboard)
    return Asked(requested.prompt or "", storyboard or None)


def _shot_texts(storyboard: Storyboard | None) -> Iterator[str]:
    """One line of words a shot."""
    for shot in storyboard.shots if storyboard is not None else ():
        words = _words(msgspec.to_builtins(shot))
        yield ", ".join(dict.fromkeys(word.replace("_", " ") for word in words))


def _words(part: Any) -> Iterator[str]:
    match part:
        case str():
            yield part
        case dict():
            for name, value in part.items():
                if name not in _IDENTITIES:
                    yield from _words(value)
        case list() | tuple():
            for value in part:
                yield from _words(value)

"""Storyboards at the door: what a prompt would become, and whether one that somebody wrote may come in."""

import textwrap

import msgspec

from domain.decisions.generations import checked_prompt
from domain.text import tidy
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.language.embedding import Embed, Nearest
from render_cluster.storyboard import Action, Coverage, Shot, Storyboard, Style, WordFate

DESCRIPTION_CHARS_MAX = 280


class Plan(msgspec.Struct, frozen=True):
    """A storyboard, and what became of each phrase of the prompt that it was made from."""

    storyboard: Storyboard
    coverage: tuple[WordFate, ...]


def plan_of(storyboard: Storyboard, coverage: Coverage) -> Plan:
    """The plan as it is sent."""
    return Plan(storyboard, coverage.words)


class Planner:
    """Compiles prompts without making clips of them; any thread may ask."""

    def __init__(self, embed: Embed) -> None:
        self._nearest = Nearest(embed)

    def plan(self, prompt: str, duration_s: float, style: Style | None, seed: int) -> Plan:
        """The plan of a prompt, made here even where a chat endpoint is configured: asking costs nobody.

        Raises PromptEmpty, PromptTooLong.
        """
        spec = Spec(checked_prompt(prompt), duration_s, style=style, seed=seed)
        draft = compile_prompt(spec, self._nearest)
        return plan_of(draft.storyboard, draft.coverage)


def admitted(
    storyboard: Storyboard, seconds: float | None, style: Style | None, seed: int | None
) -> Storyboard:
    """The storyboard, its lines tidied, with the style and seed that were asked for beside it, if any.

    Raises StoryboardRefused for one that no worker would take, or that does not last `seconds`.
    """
    changes = {name: value for name, value in (("style", style), ("seed", seed)) if value is not None}
    shots = tuple(_with_tidy_lines(shot) for shot in storyboard.shots)
    storyboard = msgspec.structs.replace(storyboard, shots=shots, **changes)
    duration_s = storyboard.duration_s if seconds is None else seconds
    compile_prompt(Spec("", duration_s, storyboard=storyboard))  # compiles nothing, but checks
    return storyboard


def _with_tidy_lines(shot: Shot) -> Shot:
    """The shot with what is said in it in the form that all text of people is kept in."""
    lines = tuple(msgspec.structs.replace(line, text=tidy(line.text)) for line in shot.lines)
    if not all(line.text for line in lines):
        raise StoryboardRefused("line_empty", "a line says something")
    return msgspec.structs.replace(shot, lines=lines)


def described(storyboard: Storyboard) -> str:
    """What happens in a storyboard in a few plain words, to stand where a prompt would."""
    whole = "; ".join(dict.fromkeys(_shot_words(shot) for shot in storyboard.shots))
    return textwrap.shorten(whole, DESCRIPTION_CHARS_MAX, placeholder=" ...")


def _shot_words(shot: Shot) -> str:
    kinds = {subject.id: _plain(subject.kind) for subject in shot.subjects}
    doings = [_action_words(action, kinds) for action in shot.actions]
    idle = [
        kind for id, kind in kinds.items() if all(id not in (act.subject, act.target) for act in shot.actions)
    ]
    return ", ".join([_plain(shot.setting), *dict.fromkeys(doings + idle)])


def _action_words(action: Action, kinds: dict[str, str]) -> str:
    words = [
        kinds.get(action.subject, ""),
        _third_person(_plain(action.verb)),
        kinds.get(action.target or "", ""),
    ]
    ending = f"and {_plain(action.outcome)}" if action.outcome else ""
    return " ".join(word for word in (*words, ending) if word)


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _plain(word: str) -> str:
    return word.replace("_", " ")

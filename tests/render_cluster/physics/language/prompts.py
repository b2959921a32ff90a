"""Short ways to compile a prompt and to speak of what came out."""

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.storyboard import Shot, Subject


def compiled(prompt: str, duration_s: float = 4.0) -> Draft:
    """The draft of a prompt, without embeddings."""
    return compile_prompt(Spec(prompt, duration_s=duration_s))


def only_shot(prompt: str) -> Shot:
    """The shot of a prompt that has one."""
    (shot,) = compiled(prompt).storyboard.shots
    return shot


def deeds(shot: Shot) -> list[str]:
    """Each action as "who verb target outcome", without what is not there."""
    return [
        " ".join(filter(None, (action.subject, action.verb, action.target, action.outcome)))
        for action in shot.actions
    ]


def subject(shot: Shot, id: str) -> Subject:
    """The subject of an id."""
    return next(each for each in shot.subjects if each.id == id)


def fates(draft: Draft) -> dict[str, tuple[str, str | None]]:
    """Each phrase's fate and stand-in."""
    return {word.phrase: (word.fate, word.by) for word in draft.coverage.words}

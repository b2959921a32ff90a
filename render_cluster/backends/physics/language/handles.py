"""Who is named by a handle, in a prompt or in a storyboard: those whose likeness is asked for."""

from render_cluster.backends.physics.language.plain_text import plain
from render_cluster.backends.physics.language.tokens import tokens
from render_cluster.storyboard import Storyboard


def handles_in(asked: str | Storyboard) -> tuple[str, ...]:
    """The handles, without "@", in the order in which they are first named; what is said aloud names nobody."""
    if isinstance(asked, Storyboard):
        subjects = (subject for shot in asked.shots for subject in shot.subjects)
        found = (subject.likeness for subject in subjects if subject.likeness is not None)
    else:
        found = (token.text[1:] for token in tokens(plain(asked)) if token.kind == "handle")
    return tuple(dict.fromkeys(found))

"""Who is named by a handle, in a prompt or in a storyboard: those whose likeness is asked for."""

import re

from domain.limits import HANDLE_CHARS_MAX, HANDLE_CHARS_MIN
from render_cluster.storyboard import Storyboard

_HANDLE = re.compile(rf"(?<![\w@])@([A-Za-z0-9_]{{{HANDLE_CHARS_MIN},{HANDLE_CHARS_MAX}}})(?!\w)")
_SAID = re.compile(r'"[^"\n]*"|“[^”\n]*”')


def handles_in(asked: str | Storyboard) -> tuple[str, ...]:
    """The handles, without "@", in the order in which they are first named; what is said aloud names nobody."""
    if isinstance(asked, Storyboard):
        subjects = (subject for shot in asked.shots for subject in shot.subjects)
        found = [subject.likeness for subject in subjects if subject.likeness is not None]
    else:
        found = [match[1] for match in _HANDLE.finditer(_SAID.sub(" ", asked))]
    return tuple(dict.fromkeys(handle.lower() for handle in found))

"""What each check of an enrolment says to the person who did not pass it, and how to pass it."""

from render_cluster.likeness.words import HOW_TO_PASS

CHECK_WORDS: dict[str, str] = {
    "recording_lost": "The recording did not arrive whole. Ask for another challenge and send it again.",
    "unreadable": "The recording could not be read. Send a video (MP4, MOV or WebM) with sound.",
    "reviewer": "A reviewer looked at the recording and did not find it to be you. Ask for another challenge.",
    "twin": "Somebody here has this face already. A reviewer looks at it.",
}
"""Codes that the examination itself gives; those of the checks of the picture and the voice stand beside them."""

_UNKNOWN = (
    "This check did not pass. Record again in even light, with your face in the middle, and speak clearly."
)


def check_words(code: str) -> str:
    """How to pass a check."""
    return CHECK_WORDS.get(code) or HOW_TO_PASS.get(code, _UNKNOWN)

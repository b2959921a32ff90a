"""What a refused person is told: the check that failed and how to pass it."""

HOW_TO_PASS: dict[str, str] = {
    "recording_unreadable": "The file could not be read as a video with sound. Record it again as MP4, MOV or WebM.",
    "recording_too_large": "The file is too large. Record at 1080p or less.",
    "recording_too_short": "The recording is too short. Speak all six digits and make every turn.",
    "recording_too_long": "The recording is too long. Begin when you are ready and stop after the last turn.",
    "recording_too_small": "The picture is too small or has too few frames a second. Use 480p or more.",
    "recording_silent": "There is no sound in the recording. Allow the microphone and speak the digits.",
    "face_missing": "Your face could not be seen throughout. Hold the camera at arm's length, in even light.",
    "second_face": "Somebody else's face is in the picture. Record where you are alone.",
    "face_changed": "The face does not stay the same from start to end. Keep your own face in view throughout.",
    "face_still": "The face does not move as a living one does. Record yourself, not a picture.",
    "turns_wrong": "The turns of the head were not the ones asked, in order. Turn clearly, and come back each time.",
    "face_flat": "The face looks flat when it turns, as a print does. Record yourself, in even light.",
    "lips_unmatched": "Your lips do not move with the voice. Face the camera while you speak, with one voice only.",
    "digits_wrong": "The digits heard were not the ones asked. Speak them one by one, in English, in a quiet place.",
}
"""A sentence or two for each code of refusal."""

"""What is said in a clip as WebVTT, the captions that browsers show."""

import html

import msgspec

CUES_MAX = 100
CUE_S_MIN = 0.8
LINE_CHARS = 38


class Cue(msgspec.Struct, frozen=True):
    """One line said: from when to when in the clip, and by whom, if anybody in the picture."""

    text: str
    start_s: float
    end_s: float
    speaker: str | None = None


def captions_vtt(cues: list[Cue], duration_s: float) -> str:
    """A WebVTT file (W3C, 2019) with the cues in order of time.

    A cue stays for CUE_S_MIN at least, ends before the next begins and with the clip; a line break stands
    about in the middle of a long one. Raises ValueError for more than CUES_MAX cues.
    """
    if len(cues) > CUES_MAX:
        raise ValueError(f"{len(cues)} captions, at most {CUES_MAX}")
    ordered = sorted(cues, key=lambda cue: cue.start_s)
    blocks = ["WEBVTT"]
    for index, cue in enumerate(ordered):
        until_s = ordered[index + 1].start_s if index + 1 < len(ordered) else duration_s
        start_s = min(max(cue.start_s, 0.0), max(duration_s - 0.1, 0.0))
        end_s = min(max(cue.end_s, start_s + CUE_S_MIN), max(until_s, start_s + 0.1), duration_s)
        blocks.append(f"{index + 1}\n{_clock(start_s)} --> {_clock(end_s)}\n{_spoken(cue)}")
    return "\n\n".join(blocks) + "\n"


def _spoken(cue: Cue) -> str:
    """The text in one line or two, as the voice of its speaker, with nothing in it that could be markup."""
    words = " ".join(cue.text.split())
    text = html.escape(_in_two(words), quote=False)
    if cue.speaker is None:
        return text
    name = html.escape(" ".join(cue.speaker.replace("_", " ").split()), quote=False)
    return f"<v {name}>{text}"


def _in_two(text: str) -> str:
    """The text broken at the gap nearest to its middle where it is longer than a line."""
    gaps = [index for index, letter in enumerate(text) if letter == " "]
    if len(text) <= LINE_CHARS or not gaps:
        return text
    middle = min(gaps, key=lambda gap: abs(gap - len(text) / 2))
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def _clock(time_s: float) -> str:
    milliseconds = round(time_s * 1000)
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"

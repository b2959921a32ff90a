"""Knows the words of style, camera and mood, so that each can be asked for beside what is shown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recommender.language.line import Line
from recommender.rules import Facet

# The vocabulary of film and of the visual arts; looks and moves that the app's own storyboards name come first.
STYLES = (
    "realistic", "cinematic", "anime", "claymation", "watercolour", "watercolor", "noir", "film noir", "pixel art",
    "documentary", "photorealistic", "surreal", "surrealist", "abstract", "minimalist", "impressionist",
    "expressionist", "cubist", "art deco", "art nouveau", "pop art", "ukiyo e", "oil painting",
    "oil paint", "acrylic", "charcoal", "pencil drawing", "pencil sketch", "hand drawn", "ink drawing", "line art",
    "pastel", "cartoon", "animated", "animation", "2d", "3d", "cgi", "low poly", "voxel", "stop motion",
    "paper cutout", "comic book", "manga", "vintage", "retro", "old film", "8mm", "16mm",
    "super 8", "vhs", "sepia", "black and white", "monochrome", "grayscale", "greyscale", "grainy",
    "vaporwave", "synthwave", "cyberpunk", "steampunk", "psychedelic", "glitch", "stained glass",
    "silhouette", "infrared", "x ray", "hdr", "high contrast", "desaturated", "hyperrealistic", "pixelated",
    "isometric", "studio ghibli", "disney", "pixar",
    "double exposure", "film grain",
)  # fmt: skip
CAMERAS = (
    "close up", "closeup", "extreme close up", "macro", "wide shot", "wide angle", "long shot", "medium shot",
    "establishing shot", "eye level", "low angle", "high angle", "bird's eye", "bird eye", "birds eye", "top down", "overhead",
    "aerial", "drone shot", "drone shots", "drone view", "pan shot", "panning shot", "panning camera", "tilt shot", "dolly shot",
    "orbit shot", "orbiting shot", "camera pan", "drone footage", "static shot", "static camera", "fixed camera", "locked off",
    "still camera", "pan left", "pan right", "tilt up", "tilt down", "dolly zoom", "dolly in",
    "dolly out", "zoom", "zoom in", "zoom out", "zooming in", "zooming out", "tracking shot",
    "follow shot", "following shot", "handheld", "hand held", "shaky", "shaky cam", "steadicam", "crane shot",
    "pov", "point of view", "first person", "fpv", "gopro", "over the shoulder", "one take",
    "long take", "single take", "rack focus", "racking focus", "camera panning", "camera tilting", "shallow focus", "bokeh", "blurred background", "shallow depth of field",
    "fisheye", "fish eye", "split screen", "slow motion", "slow mo", "slomo", "slowmo", "timelapse", "time lapse", "hyperlapse", "fast motion",
    "sped up", "fast forward", "in reverse", "long exposure", "night vision", "360 degree",
    "panorama", "panoramic",
)  # fmt: skip
MOODS = (
    "calm", "happy", "sad", "tense", "epic", "playful", "mysterious", "romantic", "funny", "scary", "creepy",
    "spooky", "cute", "cosy", "cozy", "peaceful", "relaxing", "soothing", "serene", "gentle", "quiet", "cheerful",
    "joyful", "uplifting", "inspiring", "exciting", "thrilling", "energetic", "dramatic", "melancholic", "moody",
    "dreamy", "nostalgic", "violent", "gory", "gloomy", "dark", "silly", "weird", "wholesome", "heartwarming",
    "hilarious", "frightening", "disturbing", "upsetting", "depressing", "intense", "loud", "angry", "lonely",
    "magical", "adorable", "satisfying", "mellow", "tranquil", "eerie", "gross", "disgusting", "sexy", "bloody",
)  # fmt: skip

_BOUNDED: dict[Facet, re.Pattern[str]] = {
    facet: re.compile(
        rf"(?<!\S)(?:(?:super|ultra|extreme|very) )?(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})s?(?= |$)"
    )
    for facet, words in (("camera", CAMERAS), ("style", STYLES))
}
_IN_STYLE = re.compile(
    r"(?<!\S)(?:(?:in )?(?:the |a )?(?:style|manner|look|spirit) of (?:a |an |the )?|(?:that )?looks? like (?:a |an )?(?=[\w ]*(?:painting|drawing|film|cartoon|photo)))(?P<name>[^,.]+?)(?= and | or | on | in | with |[ ]?[,.]|$)"
)
_STYLED = re.compile(
    r"(?<!\S)(?P<name>(?:\w+ ){1,2})(?:style|styled|aesthetic|aesthetics|esque|look|vibe|vibes)(?= |$)"
)
_AFTER = re.compile(
    r" (?:shots?|camera|cameras|views?|angles?|footage|motion|style|cinematography|photography|filters?|effects?|look)(?= |$)"
)
# What a style is often said of, and takes with it: "watercolor paintings", "noir film".
_MEDIUM = re.compile(
    r" (?:paintings?|drawings?|art|animations?|cartoons?|sketch(?:es)?|pictures?|artwork)(?= |$)"
)


class FacetSpan(NamedTuple):
    """Words of one facet and the places of their tokens."""

    facet: Facet
    words: str
    place: slice


def facet_spans(line: Line) -> tuple[FacetSpan, ...]:
    """The styles and camera words in a line, left to right, none overlapping; the longest wins."""
    found = sorted(_spans(line), key=lambda span: (span.place.start, -span.place.stop))
    kept: list[FacetSpan] = []
    for span in found:
        if kept and span.place.start < kept[-1].place.stop:
            continue
        if kept and kept[-1].facet == span.facet and span.place.start == kept[-1].place.stop:
            before = kept.pop()
            span = FacetSpan(
                span.facet, f"{before.words} {span.words}", slice(before.place.start, span.place.stop)
            )
        kept.append(span)
    return tuple(kept)


def is_mood(word: str) -> bool:
    """Whether a word says how something feels."""
    return word in MOODS


def facet_words() -> frozenset[str]:
    """Every single word of the three vocabularies: none of them is a typing mistake."""
    return frozenset(word for phrase in (*STYLES, *CAMERAS, *MOODS) for word in phrase.split())


def _spans(line: Line) -> Iterator[FacetSpan]:
    for match, place in line.matches(_IN_STYLE):
        yield FacetSpan("style", match["name"], place)
    for match, place in line.matches(_STYLED):
        words = [
            word
            for word in match["name"].split()
            if word not in ("the", "a", "an", "in", "of", "with", "and", "or")
        ]
        if words:
            skipped = len(match["name"].split()) - len(words)
            yield FacetSpan("style", " ".join(words), slice(place.start + skipped, place.stop))
    for facet, pattern in _BOUNDED.items():
        for match, place in line.matches(pattern):
            end = match.end()
            for tail in (_AFTER, _MEDIUM):
                more = tail.match(line.text, end)
                end = more.end() if more else end
            words = line.text[match.start() : end]
            yield FacetSpan(facet, words, slice(place.start, place.start + len(words.split())))

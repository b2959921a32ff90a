"""How often the enrolment checks let a genuine take pass, and by which check they refuse each kind of attack.

Takes are photographs in relief that follow a challenge and speak; no living person was recorded for them. Films of
living people, where a folder of them is given, are watched without a challenge: they show by how much a real face
clears the bounds. `docs/enrolment.md` keeps the table and says where its photographs and films come from.
"""

import argparse
import itertools
import random
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import av
import cv2
import numpy as np

from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.likeness import checks
from render_cluster.likeness.challenge import Challenge, make_challenge
from render_cluster.likeness.examination import Observed, judge, observe
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.template import same_person, template_of
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import Refused, Unsure
from tools.enrolment import attacks
from tools.enrolment.acting import said, take
from tools.enrolment.filming import FPS, film
from tools.enrolment.photo_face import SIDE_PX, PhotoFace

PHOTOS = Path("tests/render_cluster/likeness/photos")
VOICES = ("woman_1", "man_1", "woman_2", "man_2")
EXCERPT_S, EXCERPTS_A_FILM = 8, 3


class Genuine(NamedTuple):
    """One person's take of one challenge: what they did, the pictures, and what was observed of the recording."""

    person: str
    face: PhotoFace
    challenge: Challenge
    poses: list
    pictures: list[np.ndarray]
    sound: np.ndarray
    observed: Observed


class Table:
    """What became of each kind of recording, and what was measured on it."""

    def __init__(self, bounds: Thresholds) -> None:
        self.bounds = bounds
        self.outcomes: dict[str, Counter] = defaultdict(Counter)
        self.measured: dict[tuple[str, str], list[float]] = defaultdict(list)

    def judged(self, kind: str, observed: Observed, challenge: Challenge) -> None:
        """Judges one recording and counts it."""
        verdict = judge(observed, challenge, self.bounds)
        if isinstance(verdict, Refused):
            self.outcomes[kind][f"refused {verdict.codes[0]}"] += 1
        elif isinstance(verdict, Unsure):
            self.outcomes[kind][f"unsure {' '.join(verdict.codes)}"] += 1
        else:
            self.outcomes[kind]["passed"] += 1
        for check in verdict.checks:
            self.measured[kind, check.code].append(check.measured)
        marks = " ".join(f"{check.code}={check.measured:.3g}" for check in verdict.checks)
        print(
            f"  {kind}: {type(verdict).__name__} {' '.join(getattr(verdict, 'codes', ()))} | {marks}",
            flush=True,
        )

    def printed(self) -> None:
        """The table in Markdown: counts, then the range of each measure."""
        print("\n| recording | n | outcome |\n|---|---|---|")
        for kind, outcomes in self.outcomes.items():
            words = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
            print(f"| {kind} | {outcomes.total()} | {words} |")
        print("\n| recording | measure | least | middle | most |\n|---|---|---|---|---|")
        for (kind, code), values in self.measured.items():
            low, middle, high = np.min(values), np.median(values), np.max(values)
            print(f"| {kind} | {code} | {low:.3g} | {middle:.3g} | {high:.3g} |")


def main() -> None:
    """Make, examine, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, default=PHOTOS, help="a folder of portraits, a person each")
    parser.add_argument(
        "--films", type=Path, help="a folder of films of living people's faces, without sound"
    )
    parser.add_argument("--takes", type=int, default=2, help="genuine takes a person")
    given = parser.parse_args()
    table, reader = Table(Thresholds()), FaceReader()
    with tempfile.TemporaryDirectory(prefix="castmates-enrolment-") as folder, Speaker() as speaker:
        path = Path(folder) / "take.mp4"
        genuine = list(_genuine(given.photos, given.takes, path, reader, speaker))
        for one in genuine:
            table.judged("genuine take", one.observed, one.challenge)
        _other_challenges(table, genuine)
        _attacks(table, genuine, path, reader)
        if given.films:
            _living(table, given.films, path, reader)
    table.printed()
    _likeness_between(genuine, table.bounds)
    print(f"\npeak memory, the voice and the making of takes included: {_peak_mb():.0f} MB")


def _genuine(photos: Path, takes: int, path: Path, reader: FaceReader, speaker: Speaker) -> Iterator[Genuine]:
    found = sorted(one for one in photos.iterdir() if one.suffix.lower() in (".jpg", ".jpeg", ".png"))
    for number, photo in enumerate(found):
        face = PhotoFace(cv2.imread(str(photo)), reader)
        for index in range(takes):
            seed = 100 * number + 50 * index  # none that the lip reader learnt from
            challenge = make_challenge(random.Random(seed))
            acted = take(challenge, said(challenge.digits, speaker, VOICES[seed % len(VOICES)]), seed)
            pictures = [face.shown(pose) for pose in acted.poses]
            observed = _observed(path, pictures, acted.sound, seed, reader)
            yield Genuine(photo.stem, face, challenge, acted.poses, pictures, acted.sound, observed)


def _observed(
    path: Path, pictures: list[np.ndarray], sound: np.ndarray, seed: int, reader: FaceReader
) -> Observed:
    film(path, pictures, sound, seed)
    began_s, watching = time.process_time(), observe(path, Thresholds(), reader)
    while True:
        try:
            next(watching)
        except StopIteration as done:
            print(
                f"  observed {len(pictures) / FPS:.1f} s in {time.process_time() - began_s:.1f} s of one core"
            )
            return done.value


def _other_challenges(table: Table, genuine: list[Genuine]) -> None:
    """Genuine takes held against challenges they were not made for, and with other takes' sound."""
    for one in genuine:
        for order in itertools.permutations(one.challenge.turns):
            if order != one.challenge.turns:
                asked = Challenge(one.challenge.digits, order)
                table.judged("turns in another order", one.observed, asked)
        for seed in range(5):
            other = make_challenge(random.Random(f"{one.person} {seed}"))
            table.judged("replayed for another challenge", one.observed, other)
            asked = Challenge(other.digits, one.challenge.turns)
            table.judged("wrong digits", one.observed, asked)
        for other in genuine:
            if other is not one:
                asked = Challenge(other.challenge.digits, one.challenge.turns)
                dubbed = one.observed._replace(sound=other.observed.sound, digits=other.observed.digits)
                table.judged("dubbed with another voice's digits", dubbed, asked)


def _attacks(table: Table, genuine: list[Genuine], path: Path, reader: FaceReader) -> None:
    """Takes whose pictures are an attack; the sound is always right."""
    by_person = [next(takes) for _, takes in itertools.groupby(genuine, key=lambda one: one.person)]
    for number, one in enumerate(by_person):
        other, photo, seed = by_person[number - 1], one.face.picture, 1000 + number
        count = len(one.pictures)
        kinds = {
            "still photo": attacks.still(photo, count, seed),
            "turned print": attacks.turned_print(photo, one.poses, 1.5),
            "turned print, bent": attacks.turned_print(photo, one.poses, 1.2, bend=0.6),
            "second person": attacks.second_person(one.pictures, other.face.picture),
            "lips that do not move": [
                one.face.shown(pose._replace(jaw=0.0, wide=0.0, rounded=0.0)) for pose in one.poses
            ],
        }
        if other.person != one.person:
            turned = [other.face.shown(pose) for pose in one.poses]
            kinds["face swapped midway"] = attacks.swapped(one.pictures, turned)
        for kind, pictures in kinds.items():
            table.judged(kind, _observed(path, pictures, one.sound, seed, reader), one.challenge)


def _living(table: Table, films: Path, path: Path, reader: FaceReader) -> None:
    """Excerpts of films of living people: no challenge, no sound, only what the picture's checks measure."""
    for source in sorted(films.glob("*.mp4")):
        for pictures in _excerpts(source):
            film(path, pictures, np.zeros(1, np.float32), 0)
            watching = observe(path, Thresholds(), reader)
            while True:
                try:
                    next(watching)
                except StopIteration as done:
                    seen = done.value.seen
                    break
            faces = [one for one in seen if one.mesh is not None]
            span = np.ptp([one.yaw_deg for one in faces])
            results = [*checks.one_face(seen, table.bounds), checks.alive(faces, table.bounds)]
            results.append(checks.same_face(faces, table.bounds))
            if span > 2 * table.bounds.turn_deg_min:
                results.append(checks.relief(faces, table.bounds))
            print(
                f"  living {source.stem}: yaw over {span:.0f} deg, turns {checks.turns_made(faces, table.bounds)}"
            )
            for one in results:
                table.outcomes[f"living person: {one.code}"][one.outcome] += 1
                table.measured["living person", one.code].append(one.measured)


def _excerpts(source: Path) -> Iterator[list[np.ndarray]]:
    """Parts of EXCERPT_S seconds, spread over a film, at FPS."""
    with av.open(str(source)) as container:
        length_s = (container.duration or 0) / av.time_base
        starts_s = np.linspace(0, max(0.0, length_s - EXCERPT_S - 1), EXCERPTS_A_FILM)
        for start_s in starts_s:
            container.seek(int(start_s * av.time_base))
            pictures: list[np.ndarray] = []
            for frame in container.decode(video=0):
                since_s = float(frame.time) - start_s
                if since_s >= len(pictures) / FPS:
                    pictures.append(frame.reformat(SIDE_PX, SIDE_PX * 3 // 4, "bgr24").to_ndarray())
                if since_s > EXCERPT_S:
                    break
            yield pictures


def _likeness_between(genuine: list[Genuine], bounds: Thresholds) -> None:
    """How like the templates of one person's takes are, and those of different people."""
    templates = []
    for one in genuine:
        faces = [seen for seen in one.observed.seen if seen.mesh is not None]
        vectors = [seen.embedding for seen in checks.frontal(faces, bounds) if seen.embedding is not None]
        templates.append((one.person, template_of(vectors[:5], 1.0)))
    same, different = [], []
    for (a, first), (b, second) in itertools.combinations(templates, 2):
        (same if a == b else different).append(same_person(first, second))
    for name, values in (("same person", same), ("different people", different)):
        if values:
            print(f"templates of {name}: {min(values):.2f} to {max(values):.2f} ({len(values)} pairs)")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

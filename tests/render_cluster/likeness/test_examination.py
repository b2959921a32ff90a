"""A take of a photograph in relief that does as asked passes; each attack is refused by its own check."""

import random

import msgspec
import pytest

from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.likeness.apart import examine_apart
from render_cluster.likeness.challenge import Challenge, make_challenge
from render_cluster.likeness.examination import judge
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import Passed, Progress, Refused, Unsure
from render_cluster.likeness.words import HOW_TO_PASS
from tests.render_cluster.likeness.conftest import observed
from tools.enrolment import attacks
from tools.enrolment.acting import said, take
from tools.enrolment.filming import film
from tools.enrolment.photo_face import PhotoFace

BOUNDS = Thresholds()
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def acted(challenge):
    with Speaker() as speaker:
        return take(challenge, said(challenge.digits, speaker, "woman_1"), 7)


@pytest.fixture(scope="module")
def face(collins, reader):
    return PhotoFace(collins, reader)


@pytest.fixture(scope="module")
def pictures(face, acted):
    return [face.shown(pose) for pose in acted.poses]


@pytest.fixture(scope="module")
def recording(tmp_path_factory, pictures, acted):
    path = tmp_path_factory.mktemp("takes") / "genuine.mp4"
    film(path, pictures, acted.sound, 7)
    return path


@pytest.fixture(scope="module")
def genuine(recording, reader):
    return observed(recording, reader)


def test_a_genuine_take_is_not_refused_in_a_process_of_its_own(recording, challenge):
    *progress, verdict = examine_apart(recording, challenge)
    assert isinstance(verdict, Passed | Unsure), "the lips of most takes are left to a person"
    assert all(isinstance(one, Progress) for one in progress)
    shares = [one.share for one in progress]
    assert shares == sorted(shares)
    assert recording.exists()


def test_another_challenge_is_refused(genuine, challenge):
    other = make_challenge(random.Random(8))
    assert isinstance(judge(genuine, other, BOUNDS), Refused)
    assert judge(genuine, Challenge(other.digits, challenge.turns), BOUNDS).codes == ("digits_wrong",)
    turned = msgspec.structs.replace(challenge, turns=challenge.turns[::-1])
    assert judge(genuine, turned, BOUNDS).codes == ("turns_wrong",)
    both = judge(genuine, Challenge(other.digits, turned.turns), BOUNDS)
    assert both.codes == ("turns_wrong", "digits_wrong"), "all there is to mend is told at once"
    assert both.how_to_pass == f"{HOW_TO_PASS['turns_wrong']} {HOW_TO_PASS['digits_wrong']}"


def test_every_digit_is_heard_to_the_last(genuine, challenge):
    assert genuine.digits == challenge.digits


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("still", "face_still"),
        ("print", "face_flat"),
        ("second", "second_face"),
        ("swapped", "face_changed"),
        ("silent", "lips_unmatched"),
    ],
)
def test_each_attack_fails_its_check(kind, code, tmp_path, face, pictures, acted, challenge, hopper, reader):
    other = PhotoFace(hopper, reader)
    made = {
        "still": lambda: attacks.still(face.picture, len(pictures), 1),
        "print": lambda: attacks.turned_print(face.picture, acted.poses, 1.7),
        "second": lambda: attacks.second_person(pictures, other.picture),
        "swapped": lambda: attacks.swapped(pictures, [other.shown(pose) for pose in acted.poses]),
        "silent": lambda: [face.shown(pose._replace(jaw=0, wide=0, rounded=0)) for pose in acted.poses],
    }[kind]()
    film(tmp_path / "attack.mp4", made, acted.sound, 7)
    verdict = judge(observed(tmp_path / "attack.mp4", reader), challenge, BOUNDS)
    assert isinstance(verdict, Refused)
    assert code in verdict.codes

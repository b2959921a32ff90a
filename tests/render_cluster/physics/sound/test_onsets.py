"""Of all that touches, only blows are heard, and each once."""

from collections.abc import Callable

import msgspec
import pytest

from render_cluster.backends.physics.motion import Contact
from render_cluster.backends.physics.sound.mix import onsets
from render_cluster.backends.physics.sound.onsets import ONSETS_PER_S_MAX


def test_a_second_shot_sounds_after_the_first(blow: Callable, court: Callable) -> None:
    heard = onsets([court(blow(0.5), duration_s=2.0), court(blow(0.25), duration_s=1.0)])
    assert [(onset.time_s, onset.shot) for onset in heard] == [(0.5, 0), (2.25, 1)]


def test_a_shot_lasts_as_long_as_its_frames(blow: Callable, court: Callable) -> None:
    heard = onsets([court(duration_s=1.01), court(blow(0.0))])
    assert heard[0].time_s == 1.0


def test_chatter_of_one_pair_is_heard_once(blow: Callable, court: Callable) -> None:
    assert len(onsets([court(*(blow(1 + step / 960) for step in range(60)))])) == 1


def test_a_much_louder_blow_is_heard_through_the_chatter(blow: Callable, court: Callable) -> None:
    heard = onsets([court(blow(1.0, impulse_ns=0.2, speed_mps=0.3), blow(1.04))])
    assert [onset.time_s for onset in heard] == [1.0, 1.04]


def test_limbs_of_one_person_fall_into_the_water_as_one(court: Callable) -> None:
    limbs = ("head", "spine", "forearm_l", "thigh_r")
    fall = [
        Contact(1 + n / 50, f"rider.{limb}", "water", "flesh", "water", 20.0, 3.0, (0.0, 3.0, 0.0))
        for n, limb in enumerate(limbs)
    ]
    assert [onset.contact.body_a for onset in onsets([court(*fall)])] == ["rider.head"]


def test_different_pairs_do_not_hide_each_other(blow: Callable, court: Callable) -> None:
    assert len(onsets([court(blow(1.0, "rim"), blow(1.01, "backboard"))])) == 2


def test_resting_and_rolling_are_silent(blow: Callable, court: Callable) -> None:
    assert onsets([court(blow(1.0, impulse_ns=0.006, speed_mps=0.03))]) == []


def test_a_crowd_of_contacts_is_thinned_to_its_loudest(blow: Callable, court: Callable) -> None:
    crowd = [blow(1 + number * 0.0101, impulse_ns=0.5 + number) for number in range(50)]
    crowd = [msgspec.structs.replace(contact, body_b=f"thing-{n}") for n, contact in enumerate(crowd)]
    heard = onsets([court(*crowd)])
    assert len(heard) == ONSETS_PER_S_MAX
    assert {onset.contact.body_b for onset in heard} == {
        f"thing-{n}" for n in range(50 - ONSETS_PER_S_MAX, 50)
    }


def test_nearer_and_harder_are_louder(blow: Callable, court: Callable) -> None:
    soft, hard = blow(0.5, impulse_ns=1.0, speed_mps=1.0), blow(1.0)
    far = blow(1.5, position_m=(0.0, 40.0, 0.0))
    levels = [onset.level_db for onset in onsets([court(soft, hard, far)])]
    assert levels[1] > levels[0] + 6
    assert levels[1] > levels[2] + 6


def test_a_contact_that_is_no_number_is_refused(blow: Callable, court: Callable) -> None:
    broken: Contact = msgspec.structs.replace(blow(1.0), impulse_ns=float("nan"))
    with pytest.raises(ValueError, match="ball and ground"):
        onsets([court(broken)])


def test_blows_too_close_to_tell_apart_are_one(blow: Callable, court: Callable) -> None:
    soft = blow(1.01, "rim", impulse_ns=0.3, speed_mps=1.0)
    assert [onset.time_s for onset in onsets([court(blow(1.0), soft)])] == [1.0]


def test_a_runners_feet_are_told_apart(court: Callable) -> None:
    steps = [
        Contact(1.0 + 0.08 * n, f"anna.foot_{side}", "ground", "rubber", "grass", 30.0, 1.5, (0.0, 0.0, 0.0))
        for n, side in enumerate("lr")
    ]
    assert len(onsets([court(*steps)])) == 2

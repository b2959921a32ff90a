"""What a job is given of its cast: their consent asked anew, and their faces for that job alone."""

import pytest

from api.consent.asked import Asked
from api.consent.clearance import clearance_of
from api.consent.likenesses import Likenesses
from api.enrolling.enroller import LIKENESS
from domain.decider import Clause
from domain.events import GenerationRequested
from render_cluster.storyboard import Line, Shot, Storyboard, Subject
from tests.gwt import but

OPEN_TERMS = {"uses": ["appear", "voice", "remix"]}


def cast_request(community, maker, owner):
    community.enrol(owner)
    assert owner.put("/api/cameo/rule", {"level": "everyone", "terms": OPEN_TERMS}).status_code == 204
    accepted = maker.post("/api/generations", {"prompt": f"@{owner.handle} shoots a free throw"})
    assert accepted.status_code == 202, accepted.text
    (recorded,) = community.wiring.ledger.read(
        (Clause((GenerationRequested,), (accepted.json()["job_id"],)),)
    )
    return recorded.event


def test_a_step_of_a_job_is_asked_about_themes_that_were_named_since(community):
    maya, theo = community.join("maya"), community.join("theo")
    requested = cast_request(community, theo, maya)
    (before,) = clearance_of(community.wiring.casting, requested).cast
    rule = {"level": "everyone", "terms": OPEN_TERMS, "themes": {"barred": ["war"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    (after,) = clearance_of(community.wiring.casting, requested).cast
    assert [each.theme for each in before.readings] == []
    assert [(each.theme, each.found) for each in after.readings] == [("war", False)]


def test_a_job_gets_the_faces_of_its_own_cast_and_no_others(community):
    maya, theo = community.join("maya"), community.join("theo")
    requested = cast_request(community, theo, maya)
    vault = community.wiring.vault
    likenesses = Likenesses(community.wiring.casting, vault)
    assert likenesses.of(requested) == ()
    (cameo_id,) = requested.cameo_ids
    vault.put(cameo_id, LIKENESS, b"a small picture")
    (given,) = likenesses.of(requested)
    assert (given.handle, given.packed) == (maya.handle, b"a small picture")
    assert b"small picture" not in repr(given).encode()
    assert likenesses.of(but(requested, cameo_ids=())) == ()
    community.wiring.keys.destroy(cameo_id)
    assert likenesses.of(requested) == ()


@pytest.mark.parametrize(
    ("prompt", "uses"),
    [
        ("@maya waves", ("appear",)),
        ('@maya says "hello"', ("appear", "voice")),
        ("@maya sings in the rain", ("appear", "voice")),
        # Who the coach is, words alone do not tell: where it may be her, her voice is asked for.
        ('A coach shouts "run!". @maya sprints.', ("appear", "voice")),
        ('@theo says "run!". @maya sprints.', ("appear",)),
    ],
)
def test_who_may_be_heard_needs_a_voice(prompt, uses):
    assert Asked(prompt).uses("maya") == uses


def test_a_storyboard_says_who_speaks():
    maya, dog = Subject("p1", "person", likeness="maya"), Subject("d1", "dog")
    spoken = Storyboard((Shot(2.0, "beach", subjects=(maya, dog), lines=(Line("hi", "p1"),)),))
    barked = Storyboard((Shot(2.0, "beach", subjects=(maya, dog), lines=(Line("hi", "d1"),)),))
    assert Asked("a walk", spoken).uses("maya") == ("appear", "voice")
    assert Asked("a walk", barked).uses("maya") == ("appear",)
    assert Asked("a walk", spoken).handles() == ("maya",)
    assert "hi" in Asked("a walk", spoken).text()
    assert "p1" not in Asked("a walk", spoken).text()


def test_what_is_said_aloud_casts_nobody():
    assert Asked('a man says "follow @theo" to @maya').handles() == ("maya",)

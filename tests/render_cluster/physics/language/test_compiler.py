"""Given a prompt, then the storyboard that anybody would expect."""

import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.backends.physics.language.compiler import compile_prompt
from tests.render_cluster.physics.language.prompts import compiled, deeds, only_shot, subject


@pytest.mark.parametrize(
    ("prompt", "setting", "expected"),
    [
        ("a basketball bounces off the rim", "court", ["basketball bounce hoop bounces_off"]),
        ("a player shoots a free throw and misses", "court", ["player throw hoop misses"]),
        ("a paddleboard tips over and sinks", "open_sea", ["paddleboard tip sinks"]),
        (
            "A skater wobbles, nearly falls and recovers",
            "skate_park",
            ["skater ride skateboard", "skater wobble recovers"],
        ),
        ("a skater does not fall", "skate_park", ["skater ride skateboard", "skater wobble recovers"]),
        ("a glass vase falls off a wooden table and shatters", "living_room", ["vase fall table shatters"]),
        ("A boy kicks a ball into the goal", "park", ["boy kick ball goes_in"]),
        ("an astronaut plays guitar", "moon", ["astronaut play guitar"]),
        ("a horse runs through a meadow", "meadow", ["horse run"]),
        ("a woman cooks", "kitchen", ["woman work"]),
        ("a surfer", "open_sea", ["surfer ride surfboard"]),
        ("a man rides a bicycle", "city_street", ["man ride bicycle"]),
        ("a car drives through the city", "city_street", ["car drive"]),
        ("a shark is swimming in the ocean", "open_sea", ["shark swim"]),
        ("people skiing", "snow_slope", ["person ride skis"]),
        ("a burning candle on a table", "living_room", ["candle burn"]),
        ("paddleboards sink", "open_sea", ["paddleboard sink sinks"]),
    ],
)
def test_a_sentence_becomes_its_deeds_where_they_are_usually_done(prompt, setting, expected):
    shot = only_shot(prompt)
    assert (shot.setting, deeds(shot)) == (setting, expected)


@pytest.mark.parametrize(
    ("prompt", "id", "fields"),
    [
        ("three dogs", "dog", {"count": 3, "kind": "dog"}),
        ("a couple of cats", "cat", {"count": 2}),
        ("a group of five kids", "kid", {"count": 5, "age": "child", "kind": "person"}),
        ("1000 balloons", "balloon", {"count": 24}),
        ("a 30lb kettlebell", "kettlebell", {"count": 1}),
        ("a red ball", "ball", {"colour": "red"}),
        ("a wooden chair", "chair", {"material": "wood"}),
        ("a giant cup", "cup", {"size": 3.0}),
        ("an old man", "man", {"age": "elder", "sex": "man"}),
        ("a grandmother", "grandmother", {"age": "elder", "sex": "woman"}),
        ("a puppy", "puppy", {"kind": "dog", "size": 0.55}),
        ("🐶", "dog", {"kind": "dog"}),
    ],
)
def test_a_noun_becomes_a_subject_as_it_was_described(prompt, id, fields):
    found = subject(only_shot(prompt), id)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("prompt", "id", "relation", "target"),
    [
        ("a cat on a sofa", "cat", "on", "sofa"),
        ("a cup next to a lamp", "cup", "beside", "lamp"),
        ("a dog behind a tree", "dog", "behind", "tree"),
        ("a cat in front of a house", "cat", "in_front_of", "house"),
        ("a ball under the table", "ball", "under", "table"),
        ("a woman holding an umbrella", "umbrella", "held_by", "woman"),
        ("a man with a book", "book", "held_by", "man"),
        ("a house surrounded by pines", "pine", "around", "house"),
        ("a boat with a castle in the background", "castle", "behind", "boat"),
    ],
)
def test_a_preposition_becomes_a_place(prompt, id, relation, target):
    place = subject(only_shot(prompt), id).place
    assert place is not None
    assert (place.relation, place.target) == (relation, target)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a woman in a red dress", {"dress": "red"}),
        ("a boy wearing a yellow hat and jeans", {"sun_hat": "yellow", "jeans": None}),
        ("a knight", {"knight": "silver"}),
        ("a man without a hat", {}),
        ("a grandmother wearing a hat and jeans dances", {"sun_hat": None, "jeans": None}),
    ],
)
def test_people_wear_what_was_asked_for(prompt, expected):
    person = only_shot(prompt).subjects[0]
    assert {garment.kind: garment.colour for garment in person.wardrobe} == expected


@pytest.mark.parametrize(
    ("prompt", "text", "speaker"),
    [
        ('a coach says "keep your elbow in"', "keep your elbow in", "coach"),
        ("“hello” she whispers", "hello", "person"),
        ("an old man shouts 'it's cold!'", "it's cold!", "man"),
        ('"somewhere, far away"', "somewhere, far away", None),
    ],
)
def test_a_quoted_line_is_said_by_whoever_says_it(prompt, text, speaker):
    (line,) = only_shot(prompt).lines
    assert (line.text, line.speaker) == (text, speaker)


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("photorealistic", "realistic"),
        ("cyberpunk style", "cinematic"),
        ("studio ghibli", "anime"),
        ("stop motion", "claymation"),
        ("Van Gogh style", "watercolour"),
        ("film noir", "noir"),
        ("8-bit", "pixel_art"),
        ("nature documentary", "documentary"),
    ],
)
def test_each_style_has_its_words(words, style):
    assert compiled(f"a dog runs, {words}").storyboard.style == style


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("static shot", {"move": "static"}),
        ("camera pans", {"move": "pan"}),
        ("push in", {"move": "dolly", "framing": "wide", "ends": "close_up"}),
        ("close-up to wide", {"framing": "close_up", "ends": "wide"}),
        ("orbit shot", {"move": "orbit", "subject": "dog"}),
        ("tracking shot", {"move": "follow", "subject": "dog"}),
        ("shaky cam", {"move": "handheld"}),
        ("slow motion", {"speed": 0.35}),
        ("drone footage", {"angle": "aerial", "framing": "wide"}),
        ("low angle", {"angle": "low"}),
    ],
)
def test_the_camera_does_as_it_is_told(words, fields):
    camera = only_shot(f"a dog runs, {words}").camera
    assert {name: getattr(camera, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("words", "time_of_day", "weather"),
    [
        ("at sunset", "golden_hour", "clear"),
        ("at midnight", "night", "clear"),
        ("on a stormy night", "night", "rain"),
        ("while it snows", "day", "snow"),
        ("in a foggy morning", "day", "fog"),
    ],
)
def test_light_and_weather_come_from_words(words, time_of_day, weather):
    shot = only_shot(f"a dog runs {words}")
    assert (shot.time_of_day, shot.weather) == (time_of_day, weather)


@pytest.mark.parametrize(
    ("words", "mood"), [("sad piano", "sad"), ("upbeat music", "happy"), ("an epic orchestral score", "epic")]
)
def test_music_is_played_in_the_mood_that_was_asked_for(words, mood):
    assert compiled(f"a dog runs, with {words}").storyboard.sound.music == mood


def test_listed_shots_keep_cast_clothes_place_and_light():
    prompt = (
        "Shot 1: A woman in a red dress walks into a kitchen at night. Shot 2: She picks up a glass. "
        "Shot 3: the glass falls and shatters on the floor."
    )
    first, second, third = compiled(prompt, 9.0).storyboard.shots
    assert {shot.setting for shot in (first, second, third)} == {"kitchen"}
    assert {shot.time_of_day for shot in (first, second, third)} == {"night"}
    assert subject(first, "woman").wardrobe == subject(second, "woman").wardrobe
    assert deeds(second) == ["woman lift glass"]
    assert deeds(third) == ["glass fall shatters"]


@pytest.mark.parametrize(
    "prompt",
    [
        "1. A dog runs. 2. A cat sleeps.",
        "Scene 1 - a dog runs\nScene 2 - a cat sleeps",
        "A dog runs. Cut to a cat sleeping.",
    ],
)
def test_shots_may_be_listed_in_many_ways(prompt):
    shots = compiled(prompt, 6.0).storyboard.shots
    assert [[each.id for each in shot.subjects] for shot in shots] == [["dog"], ["cat"]]


def test_a_pronoun_is_the_one_who_was_there():
    first, second = compiled("A chef cooks pasta. Then he walks outside with a dog. ", 6.0).storyboard.shots
    assert first.subjects[0].id == "chef"
    assert "chef" in [each.id for each in second.subjects]


def test_asked_seconds_and_fades_are_kept():
    prompt = "a chef cooks for 3 seconds. Dissolve to a dog sleeping on a sofa for 2 seconds."
    first, second = compiled(prompt, 5.0).storyboard.shots
    assert (first.duration_s, second.duration_s) == pytest.approx((3.0, 2.0))
    assert (first.transition, second.transition) == ("cut", "cross_fade")


def test_shots_for_which_there_is_no_time_are_one_shot():
    (shot,) = compiled("A dog runs. Then a cat sleeps.", 3.0).storyboard.shots
    assert [each.id for each in shot.subjects] == ["dog", "cat"]


def test_things_that_only_happen_are_one_take():
    prompt = (
        "A ball rests on a wooden table. A second ball rolls towards it. Static shot with no camera movement."
    )
    assert len(compiled(prompt).storyboard.shots) == 1


def test_the_asked_style_goes_before_the_prompt_s():
    draft = compile_prompt(Spec("a skater falls, anime", style="cinematic"))
    assert draft.storyboard.style == "cinematic"


@pytest.mark.parametrize("prompt", ["", "   ", "x" * 2001])
def test_a_prompt_has_a_length(prompt):
    with pytest.raises(StoryboardRefused) as refused:
        compile_prompt(Spec(prompt))
    assert refused.value.code == "prompt_length"

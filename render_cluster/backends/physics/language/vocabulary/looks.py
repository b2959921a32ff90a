"""Words for how a clip looks and sounds: style, light, weather, camera, music."""

from render_cluster.backends.physics.language.vocabulary.meaning import Meaning, phrases

_STYLES = (
    *phrases(
        "style", "realistic",
        "realistic, realistically, photorealistic, photo realistic, lifelike, photoreal, hyperrealistic, realism",
        "live action, smartphone video, home video", "the realistic style",
    ),
    *phrases(
        "style", "cinematic", "cinematic, cinematically, filmic, like a movie, like a film, movie like",
        "blockbuster, hollywood, film look, movie trailer, cyberpunk, epic film, 35mm film, 70mm, imax, vhs, retro film, "
        "super 8, western movie, science fiction film",
        "the cinematic style",
    ),
    *phrases(
        "style", "anime", "anime, japanese animation",
        "manga, cartoon, cartoonish, cel shaded, cel shading, animated, animation, comic, comic book, ghibli, studio ghibli, "
        "pixar, disney, 3d animation, 2d animation, illustration, illustrated, makoto shinkai, vector art, "
        "graphic novel, toon", "the anime style",
    ),
    *phrases(
        "style", "claymation", "claymation, clay animation, plasticine, made of clay",
        "stop motion, clay, play doh, puppet animation, felt animation, lego style", "the claymation style",
    ),
    *phrases(
        "style", "watercolour", "watercolour, watercolor, watercolour painting, watercolor painting, aquarelle",
        "oil painting, painting, painted, painterly, impressionist, impressionism, impressionistic, van gogh, monet, hokusai, "
        "ukiyo, ukiyo e, ink painting, ink wash, gouache, pastel drawing, surrealism, surrealist, surreal, expressionist, "
        "expressionism, acrylic, fresco, sketch, pencil drawing, charcoal drawing, crayon drawing, storybook, "
        "children's book, picasso, dali, klimt", "the watercolour style",
    ),
    *phrases(
        "style", "noir", "noir, film noir",
        "black and white, black and white film, monochrome, silent film, greyscale, grayscale, old film, "
        "detective film", "the noir style",
    ),
    *phrases(
        "style", "pixel_art", "pixel art, pixelart, pixel, pixelated, 8 bit, 8bit, 16 bit",
        "retro game, video game, voxel, minecraft, game boy, arcade game, super nintendo", "pixel art",
    ),
    *phrases(
        "style", "documentary", "documentary, nature documentary, documentary film",
        "nature film, wildlife film, national geographic, news footage, found footage, bbc earth, planet earth, cctv, "
        "security camera, dashcam, body cam", "the documentary style",
    ),
)  # fmt: skip

_LIGHT = (
    *phrases(
        "time", "day", "day, daytime, daylight, by day, noon, midday, sunny day, sunlight, broad daylight, bright day, sunlit",
        "morning, afternoon, early afternoon, overcast, cloudy, cloudy day, cloudy sky, summer day, spring day", "daylight",
    ),
    *phrases("time", "day", "sunny, sunshine"),
    *phrases(
        "time", "golden_hour", "golden hour, sunset, sun set, at sunset, sundown, setting sun, golden light",
        "dawn, sunrise, dusk, twilight, evening, late afternoon, early morning, daybreak, rising sun, magic hour, blue hour",
        "the golden hour",
    ),
    *phrases(
        "time", "night", "night, nighttime, night time, at night, by night, night sky, nightfall",
        "midnight, moonlight, moonlit, starlight, starry, starry night, starry sky, under the stars, full moon, dark room, "
        "stars in the sky, late night, aurora, northern lights, neon, neon lights", "night",
    ),
    *phrases("weather", "clear", "clear sky, clear skies, blue sky, clear weather, cloudless"),
    *phrases(
        "weather", "rain", "rain, rainy, raining, rains, in the rain, rainfall, rain falls, rainy day, pouring rain, heavy rain",
        "downpour, heavy downpour, drizzle, drizzling, thunder, lightning, monsoon, hail, shower of rain, wet weather, "
        "storm clouds", "rain",
    ),
    *phrases("weather", "rain>storm", near="storm, stormy, thunderstorm, tempest, hurricane, typhoon",
             by="rain and a storm's wind"),
    *phrases(
        "weather", "snow", "snowing, snowfall, snowy, snowy day, falling snow, snowflakes, snow falls, snow falling, snows",
        "snowstorm, snow storm, blizzard, winter storm", "snow",
    ),
    *phrases(
        "weather", "fog", "fog, foggy, in the fog", "mist, misty, haze, hazy, smog, smoky, dust storm, sandstorm, murky",
        "fog",
    ),
    *phrases("unsupported", "season", "in spring, in summer, in autumn, in winter, in the winter, in the summer, in the fall"),
    *phrases("wind", "calm", "windless, no wind, calm air, still air, calm weather, becalmed"),
    *phrases("wind", "breeze", "breeze, breezy, gentle breeze, light breeze, soft breeze, light wind, gentle wind, soft wind, "
             "slight wind, the breeze blows"),
    *phrases("wind", "wind", "windy, wind, the wind, from the wind, gust, gusts, gusty, windy day, wind blows, wind is blowing, "
             "wind blowing"),
    *phrases("wind", "strong_wind", "strong wind, strong winds, high wind, high winds, heavy wind, heavy winds, fierce wind, very windy, "
             "stiff wind, strong breeze, stiff breeze, wild wind, wind blows hard, wind howls, howling wind, strong gusts"),
    *phrases("wind", "storm", "gale, gales, stormy wind, storm wind, storm winds, gale force wind, gale force winds, raging wind"),
)  # fmt: skip

_CAMERA = (
    *phrases(
        "framing", "close_up",
        "close up, closeup, close ups, close shot, closeup shot, close up shot, close up view, extreme close up, tight shot",
        "macro, macro shot, detail shot, insert shot, focused shot", "a close-up",
    ),
    *phrases("framing", "medium", "medium shot, mid shot, medium close up, waist up", "two shot", "a medium shot"),
    *phrases(
        "framing", "wide", "wide shot, wide angle, wide, long shot, wide view, full shot, extreme wide shot, wide angle shot",
        "panorama, panoramic, panoramic view, establishing shot, landscape shot, full body, scenic view, overlooking view",
        "a wide shot",
    ),
    *phrases("ends", "close_up>wide", "close up to wide, close up to a wide shot, close up to wide shot"),
    *phrases("ends", "wide>close_up", "wide to close up, wide shot to close up, wide to a close up"),
    *phrases("ends", "wide>close_up", near="zoom in, zooms in, zooming in, slow zoom, camera zooms in, zoom",
             by="a dolly in"),
    *phrases("ends", "close_up>wide", near="zoom out, zooms out, zooming out, camera zooms out", by="a dolly out"),
    *phrases("ends", "wide>close_up", "push in, pushes in, pushing in, dolly in, moves closer, dollies in, push in shot"),
    *phrases("ends", "close_up>wide", "pull back, pulls back, pull out, pulls out, dolly out, pulls away, pulling back"),
    *phrases("angle", "low", "low angle, from below, ground level, worm's eye view, low shot, low angle shot, looking up at"),
    *phrases("angle", "high", "high angle, from above, high angle shot",
             "top view, top down, topdown, overhead, overhead shot, top down view", "a high angle"),
    *phrases(
        "angle", "aerial", "aerial, aerial view, aerial shot, aerial video, aerial footage, drone, drone shot, drone view, "
        "drone video, drone footage, bird 's eye, bird 's eye view, birds eye view, bird eye view",
        "satellite view, helicopter shot, helicopter view, flyover, fly over", "an aerial view",
    ),
    *phrases("angle", "eye_level", "eye level, eye level shot",
             "point of view, point of view shot, pov, pov shot, first person, first person view, over the shoulder, selfie",
             "an eye-level shot"),
    *phrases("move", "static",
             "static, static shot, static camera, fixed camera, locked off, no camera movement, camera movement, tripod, "
             "camera does not move, still camera, stationary camera, static shot with no camera movement",
             "steady and smooth perspective, steady, steady shot, smooth perspective", "a static camera"),
    *phrases("move", "pan", "pan, pans, panning, panning shot, camera pans",
             "pan left, pan right, pans left, pans right, pan to the left, pan to the right, whip pan, panning left, "
             "panning right", "a pan"),
    *phrases("move", "crane", "crane, crane shot, crane up, boom shot, jib shot",
             "tilt, tilt up, tilt down, tilts up, tilts down, tilt shot, tilting, camera tilts, pedestal shot, "
             "camera rises", "a crane move"),
    *phrases("move", "dolly", "dolly, dolly shot, dolly zoom, truck shot, trucking shot, slider shot",
             "camera glides, camera moves, fly through, camera flies", "a dolly move"),
    *phrases("move", "orbit", "orbit, orbits, orbiting, orbit shot, camera orbits, arc shot, camera circles, circling shot",
             "360 view, 360 degree, revolving shot, camera rotates", "an orbit"),
    *phrases("move", "follow", "follow shot, following shot, tracking shot, tracking, camera follows, camera tracks, "
             "follow cam, steadicam, chase cam, follows, dolly tracking"),
    *phrases("move", "handheld", "handheld, hand held, handheld camera, shaky, shaky cam, shaky camera, handheld shot, "
             "intense shaking effect, shaking effect, camera shake, camera shakes"),
    *phrases("speed", "0.35", "slow motion, slow mo, slowmo, super slow motion, ultra slow motion, slow motion video, "
             "slow motion footage, bullet time, high speed camera"),
    *phrases("unsupported", "time lapse", "time lapse, timelapse, hyperlapse, fast motion, fast forward, sped up, time lapse video, "
             "in reverse, reversed, backwards in time"),
    *phrases("unsupported", "lens", "racking focus, rack focus, selective focus, selective focus video, tilt shift, fisheye, "
             "split screen, bokeh, lens flare, shallow depth of field, depth of field, soft focus, double exposure, 4k, 8k, hd"),
)  # fmt: skip

_OTHERS = (
    *phrases("transition", "cross_fade", "cross fade, cross fade to, crossfade, crossfade to, dissolve to, dissolves to, "
             "dissolve into, dissolves into, cross dissolve, cross dissolve to, cross fades to, fade to, fades to"),
    *phrases("backdrop", "behind", "in the background, in background, in the distance, in the backdrop, far away, "
             "as a backdrop, on the background, in the back"),
    *phrases("backdrop", "in_front_of", "in the foreground, in foreground, in the front"),
    *phrases("nobody", "person", "no people, no person, without people, no humans, without any people, nobody, empty of people, "
             "no one, deserted, no human, without anyone, without humans"),
    *phrases("silent", "", "camera shows, we watch, video of, footage of, a video of, clip of, shot of, view of, image of, picture of, scene of, "
             "scenery of, photo of, there is, there are, there 's, we see, you see, the scene shows, showing, video, footage, "
             "clip, scene, the view of, shot, a footage of, scenery, view, look, film of, style, in the style of, by the style of, "
             "perspective, featuring, effect, camera, effect of, prompt, please, generate, make me, make a video of, create, "
             "the camera, landscape of, part of, kind of, sort of, type of, variety of, lots of camera, inspired by, art style, "
             "we can see, can be seen, is seen, are seen, is shown, tableau of, a view of, left side of, right side of, "
             "frame, the frame, moment, suddenly, interior of, the interior of, interior, view from"),
)  # fmt: skip

PHRASES: dict[tuple[str, ...], Meaning] = dict((*_OTHERS, *_STYLES, *_LIGHT, *_CAMERA))
"""Phrases by their words in lower case."""

INSTRUMENTS = frozenset(
    "piano guitar violin cello orchestra strings drums flute saxophone trumpet synth harp organ choir".split()
)
MUSIC = frozenset("music soundtrack score song melody tune beat beats bgm ballad anthem".split())
MOODS: dict[str, str] = {
    word: mood
    for mood, words in {
        "calm": "calm soft gentle relaxing peaceful soothing quiet slow ambient lofi mellow serene background chill",
        "happy": "happy upbeat cheerful joyful bright fun funky lively pop energetic festive disco",
        "sad": "sad melancholic melancholy sorrowful mournful gloomy lonely somber sombre tragic blue",
        "tense": "tense suspenseful dark scary ominous thrilling dramatic creepy horror intense nervous eerie",
        "epic": "epic heroic grand powerful triumphant majestic orchestral cinematic bombastic rousing rock",
        "playful": "playful funny silly quirky whimsical comic goofy bouncy cute circus jazzy jazz",
        "mysterious": "mysterious dreamy magical strange mystical haunting ethereal enchanted",
        "romantic": "romantic tender loving sensual sweet love",
    }.items()
    for word in words.split()
}
"""Words for how music feels, by mood."""

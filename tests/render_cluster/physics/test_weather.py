"""Weather and place bend the light: grey, wet, white, airless, and never inside."""

import pytest

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.looks import Look
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.raster.setting_light import lit_for
from render_cluster.backends.physics.raster.styles import LOOKS
from render_cluster.backends.physics.raster.weather import weathered
from tests.render_cluster.physics.set_scenes import still

DAY: Look = LOOKS["realistic", "day"]


def spread(colour: tuple[float, float, float]) -> float:
    return (max(colour) - min(colour)) / max(colour)


@pytest.mark.parametrize("weather", ["rain", "snow", "fog"])
def test_bad_weather_greys_the_sky_softens_the_key_and_thickens_the_air(weather: str) -> None:
    look = weathered(DAY, weather, "park")  # type: ignore[arg-type]
    assert spread(look.sky.zenith) < 0.5 * spread(DAY.sky.zenith)
    assert max(look.key.colour) < 0.6 * max(DAY.key.colour)
    assert look.fog_per_m > DAY.fog_per_m
    assert (look.wet, look.snowy) == (weather == "rain", weather == "snow")


def test_weather_stays_outside() -> None:
    for setting in ("kitchen", "gym", "stage", "studio", "underwater", "moon"):
        assert weathered(DAY, "rain", setting) == DAY
    assert weathered(DAY, "clear", "park") == DAY


def test_places_bend_the_light_as_they_must() -> None:
    assert lit_for(DAY, "moon", "day").sky.zenith == (0.0, 0.0, 0.0)
    assert lit_for(DAY, "moon", "day").sky.star_light > 0.0
    deep = lit_for(DAY, "underwater", "day")
    assert deep.key.colour[0] < deep.key.colour[2]
    assert deep.fog_per_m > 5 * DAY.fog_per_m
    for setting, place in SETTINGS.items():
        if place.indoor:
            assert lit_for(DAY, setting, "day").fog_per_m == 0.0
    assert lit_for(DAY, "nowhere", "day") == DAY


@pytest.mark.slow
def test_snow_whitens_the_ground_and_rain_darkens_it() -> None:
    raster = Raster(96, 54, "realistic")
    ground = {}
    for weather in ("clear", "rain", "snow"):
        scene, motion = still("city_street", "day", weather)  # type: ignore[arg-type]
        raster.load(scene)
        ground[weather] = raster.frame(motion, 3)[42:, 10:40].mean()
    raster.close()
    assert ground["snow"] > ground["clear"] + 25
    assert ground["rain"] < ground["clear"]

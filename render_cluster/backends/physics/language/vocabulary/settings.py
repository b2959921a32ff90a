"""Words for where a shot plays: each setting's own names, and the places that it stands in for."""

from typing import NamedTuple


class PlaceName(NamedTuple):
    """A setting of `places.SETTINGS` and the words for it; `near` places are approximated by it."""

    setting: str
    exact: str
    near: str = ""


_NAMES = (
    PlaceName("court", "court, basketball court", "tennis court, volleyball court, playground, schoolyard, sports court, "
              "car park, parking lot, parking area, parking space, tarmac, runway"),
    PlaceName("plaza", "plaza, square, town square, courtyard", "temple, palace, church, cathedral, castle, monument, fountain, "
              "mosque, campus, museum, airport, terrace, ruin, ruins, pavilion, memorial, pagoda, piazza, shrine, market square, "
              "abbey, opera house, monastery"),
    PlaceName("skate_park", "skate park, skatepark", "half pipe, halfpipe, bowl park, skate ramp"),
    PlaceName("park", "park, city park", "garden, backyard, yard, lawn, golf course, zoo, campsite, camp, cemetery, picnic, front yard, "
              "botanical garden, greenhouse, orchard, football field, soccer field, pitch, stadium, baseball field, football pitch, "
              "racetrack, race track, track, amusement park, theme park, carnival, fair, farmyard, outdoors, outside, sports field, "
              "countryside road, baseball diamond, theme park, vineyard"),
    PlaceName("meadow", "meadow, field, grassland, pasture, prairie, grass field", "farm, countryside, wheat field, savanna, savannah, "
              "plain, plains, steppe, hill, hills, hillside, valley, ranch, rice field, farm field, flower field, cornfield, "
              "lavender field, tundra, crop field, plantation, sky, air, clouds, village, grass, nature, rice terrace, paddy"),
    PlaceName("beach", "beach, seaside, sandy beach", "coast, shore, seashore, coastline, seafront, dock, pier, harbor, harbour, island, "
              "sandbox, bay, cove, marina, sand, port, wharf, coastal beach, waterfront, jetty, boardwalk"),
    PlaceName("open_sea", "sea, ocean, open sea, open water", "wave, waves, surf, strait, gulf, high seas, pacific, atlantic, "
              "mediterranean, antarctic, arctic ocean"),
    PlaceName("lake", "lake", "river, pond, swimming pool, pool, stream, creek, lagoon, canal, reservoir, waterfall, swamp, marsh, "
              "wetland, lakeside, riverbank, riverside, hot spring, water, puddle, brook, pond water, lake water, fjord, moat, "
              "hot tub, seine, thames, rapids, delta"),
    PlaceName("underwater", "underwater, seabed, sea floor, ocean floor", "reef, coral reef, aquarium, fish tank, deep sea, seafloor, "
              "ocean depths"),
    PlaceName("forest", "forest, wood, woods, woodland", "jungle, rainforest, grove, trail, bamboo forest, pathway, footpath, "
              "forest path, nature trail, bush, undergrowth, cabin, campfire, mangrove"),
    PlaceName("mountain", "mountain, mountains, cliff, mountain top, mountainside", "canyon, peak, summit, ridge, rocky mountain, "
              "mountain peak, cave, quarry, gorge, volcano, rock, rocks, mountain landscape, alps, crag, ravine, glacier, "
              "cavern, mountain range, plateau, himalayas"),
    PlaceName("snow_slope", "snow, ski slope, snow slope, piste, snowy mountain", "ski resort, ice rink, ice, iceberg, arctic, "
              "antarctica, north pole, snow field, snowfield, frozen lake, skating rink, igloo, slope, winter landscape, "
              "winter wonderland, snow mountain, ice field, hockey rink, rink"),
    PlaceName("city_street", "street, city street, city, road, town, downtown, city road", "alley, avenue, highway, sidewalk, pavement, "
              "crosswalk, intersection, neighborhood, neighbourhood, suburb, bridge, tunnel, traffic, market, street market, "
              "freeway, motorway, lane, bus stop, railway station, train station, station, subway, metro station, railway, railroad, "
              "train track, driveway, crossroad, boulevard, metropolis, cityscape, skyline, gas station, harbour city, corner, "
              "shop front, storefront, chinatown, construction site, path, dirt road, country road, roundabout, new york, "
              "tokyo, paris, london, new york city, shanghai, bund, times square, traffic jam, curb, kerb, parade, "
              "commercial district, suburbia, race, zebra crossing, pedestrian crossing, apartment building"),
    PlaceName("rooftop", "rooftop, roof, roof top", "balcony, roof terrace, helipad, skyscraper roof, penthouse, deck, overlook"),
    PlaceName("kitchen", "kitchen", "bakery, restaurant kitchen, laboratory, lab, diner, pantry, kitchen sink, bathroom, shower, "
              "laundromat, toilet, restroom, butchery, laundry room, shower room, bathtub, sink"),
    PlaceName("living_room", "living room, livingroom, lounge, home, room, house interior", "bedroom, office, cafe, coffee shop, "
              "restaurant, classroom, library, hotel, hotel room, bar, pub, school, hospital, shop, store, waiting room, hall, "
              "hallway, corridor, apartment, studio apartment, dining room, conference room, boardroom, nursery, dormitory, "
              "basement, attic, clinic, hospital room, office space, workspace, elevator, lobby, indoors, inside, train interior, "
              "bookstore, barber shop, barbershop, salon, hair salon, spa, mansion, cottage, meeting room, staircase, bus interior, "
              "meeting, party, home office, supermarket, mall, shopping mall, grocery store, pharmacy, prison, cell, boutique, "
              "doctor's office, courtroom, dressing room, kindergarten, fireplace, childs room, library interior, building interior, "
              "atrium, bank, dining area, cabin house, locker room, train station interior"),
    PlaceName("stage", "stage, concert stage, theater stage, theatre stage", "theater, theatre, concert, concert hall, ballroom, "
              "nightclub, club, circus, opera, disco, auditorium, dance floor, music room, podium, catwalk, cinema, arena, "
              "television studio, karaoke bar, talent show, recording studio, casino, movie theater, night club, red carpet, "
              "wedding, festival, music festival"),
    PlaceName("gym", "gym, gymnasium, sports hall", "warehouse, factory, hangar, garage, workshop, dojo, dance studio, yoga studio, "
              "boxing ring, ring, barn, bowling alley, fitness center, indoor court, ballet studio, studio space, hangar, "
              "stable, industrial hall, fire station, weight room, stall, shed, art studio"),
    PlaceName("studio", "studio, white background, plain background, blank background, black background",
              "plain white wall, plain wall, void, backdrop, white wall, green screen, photo studio, white surface, "
              "black surface, wooden surface"),
    PlaceName("desert", "desert, dune, dunes, sand dune", "wasteland, badlands, oasis, sahara, pyramid, outback, mesa, "
              "salt flat, wild west, desert landscape, egypt"),
    PlaceName("moon", "moon, lunar surface, surface of the moon", "mars, space, outer space, planet, asteroid, galaxy, spaceship, "
              "space station, universe, cosmos, alien planet, orbit, saturn, jupiter, red planet, nebula, lunar landscape"),
)  # fmt: skip


class Where(NamedTuple):
    """The setting that a word means; `by` names it where the word says more than it can show."""

    setting: str
    by: str | None


def _table() -> dict[str, Where]:
    table = {}
    for name in reversed(_NAMES):
        stand_in = name.setting.replace("_", " ")
        table.update(
            {word.strip(): Where(name.setting, stand_in) for word in name.near.split(",") if word.strip()}
        )
        table.update({word.strip(): Where(name.setting, None) for word in name.exact.split(",")})
    return table


PLACE_WORDS: dict[str, Where] = _table()
"""Every known place by its singular name in lower case."""

PRESENT_AS_THINGS = frozenset(
    "fountain monument castle church cathedral palace temple pyramid tower bridge waterfall igloo volcano cabin cottage rock "
    "iceberg barn campfire fireplace bathtub sink planet wave pool sand house mosque pagoda shrine spaceship water "
    "pavilion ice wood staircase stall cell deck bank ring track bowl sky race path cloud grass bush aquarium".split()
) | {"fish tank", "apartment building"}
"""Places that may also stand there as a thing: as the subject of a sentence they are that thing, if there is one."""

FITTED_WITH: dict[str, str] = {
    "bedroom": "bed",
    "hotel room": "bed",
    "dormitory": "bed",
    "hospital room": "bed",
    "office": "desk",
    "home office": "desk",
    "classroom": "desk",
    "art studio": "easel",
    "music room": "piano",
    "bus stop": "bench",
}
"""What a place has that the setting which stands for it has not, and by which one knows it."""

PARTS_OF_PLACES: dict[str, frozenset[str]] = {
    "wave": frozenset({"open_sea", "beach", "lake"}), "sand": frozenset({"beach", "desert", "underwater"}),
    "water": frozenset({"open_sea", "beach", "lake", "underwater"}), "snow": frozenset({"snow_slope"}),
    "tree": frozenset({"forest"}), "traffic": frozenset({"city_street"}), "dune": frozenset({"desert"}),
    "grass": frozenset({"meadow", "park"}), "surf": frozenset({"open_sea", "beach"}),
}  # fmt: skip
"""What is there wherever the setting is one of these."""

OUTDOORS = frozenset("sky cloud horizon sun air sunlight star".split())
"""What is there wherever there is no roof."""

_KINSHIPS = (
    frozenset({"snow_slope", "mountain"}), frozenset({"beach", "open_sea", "lake", "underwater"}),
    frozenset({"forest", "park", "meadow"}), frozenset({"city_street", "plaza", "rooftop"}), frozenset({"stage", "gym"}),
    frozenset({"living_room", "kitchen"}),
)  # fmt: skip


def are_kin(setting: str, other: str) -> bool:
    """Whether one setting may stand for the other where a shot names both."""
    return any(setting in kin and other in kin for kin in _KINSHIPS)


ONLY_WHERE = frozenset(
    "water air rock rocks ice sand grass wood corner inside outside bar ring track path bank bush deck cell".split()
)
"""Words that mean a place only after a preposition, and only where they are no thing: "in the water"."""

SETTING_TEXTS: dict[str, str] = {
    "court": "an outdoor basketball or tennis court, ball sports",
    "plaza": "a stone plaza before a temple, palace or church in a city",
    "skate_park": "a concrete skate park with ramps",
    "park": "a park or garden with lawns and trees, a playing field",
    "meadow": "a meadow, a farm field, the countryside under a wide sky",
    "beach": "a sandy beach at the sea, a coast",
    "open_sea": "the open ocean with waves, boats and ships",
    "lake": "a lake, a river, a pond, a swimming pool",
    "underwater": "underwater in the sea, fish and coral",
    "forest": "a forest or jungle with tall trees",
    "mountain": "rocky mountains, cliffs and canyons",
    "snow_slope": "a snowy slope in winter, skiing, ice",
    "city_street": "a city street with cars, traffic and buildings",
    "rooftop": "a rooftop or balcony above a city",
    "kitchen": "a kitchen, cooking, food and dishes",
    "living_room": "a living room, office, cafe or shop, indoors with furniture",
    "stage": "a stage in a theatre, a concert, a dance show",
    "gym": "a gym, a sports hall, a workshop or factory",
    "studio": "a plain studio backdrop, a product shot of a thing on a table",
    "desert": "a desert with sand dunes",
    "moon": "the moon, outer space, planets and astronauts",
}
"""What each setting is like, for finding the nearest by meaning."""

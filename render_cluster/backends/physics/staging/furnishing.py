"""What goes without saying in a shot: a book is read in the hand, a cake stands on a table, planes fly."""

from msgspec.structs import replace

from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.language.vocabulary.numbers import PLURAL_COUNT
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Source
from render_cluster.backends.physics.soft.cuts import FLUTTER
from render_cluster.backends.physics.soft.skipping import JUMP_ROPE
from render_cluster.backends.physics.staging.casting import PERSON
from render_cluster.backends.physics.staging.experiments import set_up
from render_cluster.backends.physics.staging.subjects import acts, with_subjects, without_subjects
from render_cluster.backends.physics.things.catalogue import thing_of
from render_cluster.backends.physics.things.thing import Thing
from render_cluster.storyboard import SUBJECTS_COUNT_MAX, Action, Place, Shot, Subject

_SMALL_M = 0.5
_TABLES = ("table", "coffee_table", "desk", "workbench")
_AIRCRAFT = ("aeroplane", "helicopter", "drone", "hot_air_balloon")
_STRUCK_WITH = ("hammer", "axe", "baseball_bat", "tennis_racket")
_VESSELS = ("glass", "cup", "mug", "wine_glass", "jar")
_DRINKS = ("beer", "cocktail", "milk", "juice", "wine", "lemonade", "emoji_honey")
_TREES = ("oak", "maple", "palm", "pine", "bare_tree", "birch", "cherry_tree")
_BUILT_M = 4.0
_WINDOWS = ("window", "curtained_window")
_ON_A_ROOF = 2.0
_GRASS = ("fern", "grass")
_IN_HAND = ("look", "eat", "drink", "play", "hold")
_OF_THE_HAND = frozenset({*_IN_HAND, "throw", "kick", "catch", "push", "lift"})
_HELD_M, _PLAYED_M = 0.45, 1.3
_SHOWERS = {"emoji_confetti_ball": "confetti", "emoji_fireworks": "fireworks", "emoji_firework": "fireworks"}
_SHOWER_HIGH_M, _SHOWER_WIDE_M = 3.2, 3.5
_ON_A_TABLE = ("topple", "tip", "spin", "burn", "rest", "pour", "slide", "roll", "collide", "hang")
_WHERE_THINGS_STAND = ("kitchen", "living_room")
_SEEN_UNDER_WATER_M = 6.0
_BELOW = ("fish", "shark", "octopus", "whale", "jellyfish", "goldfish", "clownfish", "orca", "dolphin")


def furnished(shot: Shot) -> Shot:
    """The shot with everything that goes without saying, in the terms of a storyboard."""
    steps = (
        _wielded,
        _without_lawn,
        _without_walls,
        _without_showers,
        set_up,
        _in_one,
        _off_small_things,
        _curtained,
        _skipped,
        _hoisted,
        _leaved,
        _perched,
        _ashore,
        _flown,
        _in_the_hand,
        _opened,
        _seated,
        _laid,
        _aloft,
        _submerged,
    )
    for step in steps:
        shot = step(shot)
    return shot


def _thing(subject: Subject) -> Thing | None:
    if subject.kind == PERSON or subject.kind in SPECIES:
        return None
    return thing_of(subject.kind)


def _without_lawn(shot: Shot) -> Shot:
    """Grass that is stood on, sat on or eaten is the ground itself, not a tuft of it."""
    return without_subjects(
        shot, {one.id for one in shot.subjects if one.kind in _GRASS and "grass" in one.id}
    )


def _without_walls(shot: Shot) -> Shot:
    """A room has its walls: none is built up in it."""
    indoor = SETTINGS[shot.setting].indoor
    return without_subjects(shot, {one.id for one in shot.subjects if indoor and one.kind == "wall"})


def showers(shot: Shot) -> tuple[Source, ...]:
    """What comes down or goes off over everyone's heads: confetti, fireworks."""
    kinds = [_SHOWERS[one.kind] for one in shot.subjects if one.kind in _SHOWERS]
    return tuple(
        Source(kind, (0.0, 0.0, _SHOWER_HIGH_M if kind == "confetti" else 0.0), _SHOWER_WIDE_M)
        for kind in dict.fromkeys(kinds)
    )


def _without_showers(shot: Shot) -> Shot:
    return without_subjects(shot, {one.id for one in shot.subjects if one.kind in _SHOWERS})


def _in_one(shot: Shot) -> Shot:
    """Coffee in a mug is one cup, and a beer in a glass is one glass."""
    by_id = {one.id: one for one in shot.subjects}
    twice: set[str] = set()
    for one in shot.subjects:
        inside = one.place is not None and one.place.relation in ("in", "on")
        other = by_id.get(one.place.target) if inside else None
        if other is None or one.id in twice or other.id in twice:
            continue
        if one.kind == other.kind and "fixed" not in getattr(_thing(one), "traits", ("fixed",)):
            twice.add(one.id)
        elif other.kind == "glass" and one.kind == "milk":
            twice.add(one.id)
            shot = with_subjects(shot, replace(other, kind="filled_glass", colour=one.colour))
        elif other.kind in _VESSELS and one.kind in _DRINKS:
            twice.add(other.id)
    return without_subjects(shot, twice)


def _wielded(shot: Shot) -> Shot:
    """Who hits something with a hammer or a bat in hand works with it, and throws nothing."""
    armed = {one.place.target for one in shot.subjects if one.kind in _STRUCK_WITH and one.place is not None}
    actions = tuple(
        replace(act, verb="work", outcome=None)
        if act.verb == "throw" and act.outcome == "hits" and act.subject in armed
        else act
        for act in shot.actions
    )
    return replace(shot, actions=actions) if actions != shot.actions else shot


def _off_small_things(shot: Shot) -> Shot:
    """Nobody stands on a cup: what they do there, they do with it."""
    by_id = {one.id: one for one in shot.subjects}
    for one in shot.subjects:
        under = by_id.get(one.place.target) if one.place is not None and one.kind == PERSON else None
        thing = None if under is None else _thing(under)
        if thing is None or one.place.relation not in ("on", "in") or max(thing.size_m) > _SMALL_M:
            continue
        actions = tuple(
            replace(act, target=under.id) if act.subject == one.id and act.target is None else act
            for act in shot.actions
        )
        shot = replace(with_subjects(shot, replace(one, place=None)), actions=actions)
    return shot


def _curtained(shot: Shot) -> Shot:
    """A pair of curtains is one thing; at a window it comes with that, open in a wall of a room."""
    windows = {one.id for one in shot.subjects if one.kind in _WINDOWS}
    at_night = "_by_night" if shot.time_of_day == "night" else ""
    for one in shot.subjects:
        if one.kind == "curtain" and (windows or acts(shot, one.id, FLUTTER)):
            whole = replace(one, kind=f"curtained_window{at_night}", count=1, place=None)
            shot = without_subjects(with_subjects(shot, whole), windows)
            indoor = SETTINGS[shot.setting].indoor and shot.setting != "stage"
            return replace(shot, setting=shot.setting if indoor else "living_room")
    pairs = [one for one in shot.subjects if one.kind == "curtain" and one.count <= PLURAL_COUNT]
    return with_subjects(shot, *(replace(one, count=1) for one in pairs))


def _skipped(shot: Shot) -> Shot:
    """A rope that somebody jumps is in both of their hands; a jump rope that nobody jumps lies in a coil."""
    jumps = [act for act in shot.actions if act.verb == "jump" and _is_person(shot, act.subject)]
    ropes = [one for one in shot.subjects if one.kind in (JUMP_ROPE, "rope")]
    meant = {act.target for act in jumps}
    skipped = [one for one in ropes if jumps and (one.id in meant or one.kind == JUMP_ROPE)]
    left = [replace(one, kind="rope") for one in ropes if one not in skipped]
    shot = with_subjects(shot, *(replace(one, kind=JUMP_ROPE, count=1, place=None) for one in skipped), *left)
    if not skipped or meant & {one.id for one in skipped}:
        return shot
    aimed = replace(jumps[0], target=skipped[0].id)
    return replace(shot, actions=tuple(aimed if act is jumps[0] else act for act in shot.actions))


def _hoisted(shot: Shot) -> Shot:
    """A flag on a roof is as large as its house asks for."""
    by_id = {one.id: one for one in shot.subjects}
    for one in shot.subjects:
        under = by_id.get(one.place.target) if one.place is not None and one.kind == "flag" else None
        thing = None if under is None else _thing(under)
        if thing is not None and max(thing.size_m) > _BUILT_M and one.size == 1.0:
            shot = with_subjects(shot, replace(one, size=_ON_A_ROOF))
    return shot


def _leaved(shot: Shot) -> Shot:
    """Golden leaves of a tree colour its crown."""
    trees = {one.id: one for one in shot.subjects if one.kind in _TREES}
    for one in shot.subjects:
        tree = trees.get(one.place.target) if one.place is not None and one.kind == "leaf" else None
        if tree is not None and one.colour is not None:
            shot = without_subjects(with_subjects(shot, replace(tree, colour=one.colour)), {one.id})
    return shot


def _perched(shot: Shot) -> Shot:
    """A bird that is on a tree and does not fly sits on one of its boughs, near enough to be seen."""
    by_id = {one.id: one for one in shot.subjects}
    for one in shot.subjects:
        tree = by_id.get(one.place.target) if one.place is not None else None
        flies = acts(shot, one.id, "fly", "walk", "run", "jump")
        if tree is None or tree.kind not in _TREES or flies or not _is_bird(one):
            continue
        actions = tuple(
            replace(act, target=None, verb="stand" if act.verb == "sit" else act.verb)
            if act.subject == one.id
            else act
            for act in shot.actions
        )
        shot = with_subjects(replace(shot, actions=actions), replace(tree, kind="bough", count=1, place=None))
    return shot


def _is_bird(one: Subject) -> bool:
    return one.kind in SPECIES and SPECIES[one.kind].medium == "air"


def _ashore(shot: Shot) -> Shot:
    """A house on the sea stands at its shore."""
    built = any(
        "fixed" in getattr(_thing(one), "traits", ()) and max(_thing(one).size_m) > _BUILT_M
        for one in shot.subjects
    )
    return replace(shot, setting="beach") if built and shot.setting == "open_sea" else shot


def _flown(shot: Shot) -> Shot:
    """A kite that someone has is in the air over them."""
    for one in shot.subjects:
        if one.kind != "kite" or one.place is None or one.place.relation != "held_by":
            continue
        holder = one.place.target
        actions = tuple(
            replace(act, verb="look", target=None) if act.subject == holder and act.target == one.id else act
            for act in shot.actions
        )
        flies = () if acts(shot, one.id, "fly", "float") else (Action(one.id, "float"),)
        shot = replace(
            with_subjects(shot, replace(one, place=Place("above", holder))), actions=(*actions, *flies)
        )
    return shot


def _in_the_hand(shot: Shot) -> Shot:
    """What a person reads, eats or plays is held; who reads a book "on a bench" sits there with it."""
    by_id = {one.id: one for one in shot.subjects}
    for action in shot.actions:
        who, what = by_id.get(action.subject), by_id.get(action.target or "")
        if who is None or what is None or who.kind != PERSON or action.verb not in _IN_HAND:
            continue
        thing = _thing(what)
        most_m = _PLAYED_M if action.verb in ("play", "hold") else _HELD_M
        if thing is None or "held" not in thing.traits or max(thing.size_m) * what.size > most_m:
            continue
        on = by_id.get(what.place.target) if what.place is not None else None
        if on is not None and who.place is None and "seat" in getattr(_thing(on), "traits", ()):
            who = by_id[who.id] = replace(who, place=Place("on", on.id))
            shot = replace(shot, actions=(Action(who.id, "sit", on.id), *shot.actions))
        if on is not None and what.place.relation not in ("on", "in", "held_by") and who.place is None:
            # "Plays the guitar by a fire": it is the player who is by the fire.
            who = by_id[who.id] = replace(who, place=what.place)
            on = None
        if on is None or "seat" in getattr(_thing(on), "traits", ()):
            by_id[what.id] = replace(what, place=Place("held_by", who.id), count=1)
        shot = with_subjects(shot, *by_id.values())
    return shot


def _opened(shot: Shot) -> Shot:
    """A book that somebody reads lies open in their hands."""
    by_id = {one.id: one for one in shot.subjects}
    read = {
        action.target
        for action in shot.actions
        if action.verb == "look" and _is_person(shot, action.subject) and action.target in by_id
    }
    books = [by_id[id] for id in sorted(filter(None, read)) if by_id[id].kind == "book"]
    held = [one for one in books if one.place is not None and one.place.relation == "held_by"]
    return with_subjects(shot, *(replace(one, kind="open_book") for one in held))


def _seated(shot: Shot) -> Shot:
    """Whoever sits down in a living room sits on something; a person that is put on a seat sits."""
    seats = {one.id for one in shot.subjects if "seat" in getattr(_thing(one), "traits", ())}
    sitting = {one.subject for one in shot.actions if one.verb == "sit"}
    for one in shot.subjects:
        on_seat = one.place is not None and one.place.relation in ("on", "in") and one.place.target in seats
        if one.kind == PERSON and on_seat and not acts(shot, one.id, "sit", "ride", "jump", "stand", "fall"):
            sit = Action(one.id, "sit", one.place.target)
            shot = replace(shot, actions=(sit, *shot.actions))
    aimless = [
        one
        for one in shot.actions
        if one.verb == "sit" and one.target not in seats and _is_person(shot, one.subject)
    ]
    room = len(shot.subjects) < SUBJECTS_COUNT_MAX
    if shot.setting != "living_room" or not aimless or seats or not room or not sitting:
        return shot
    first = aimless[0]
    actions = tuple(replace(one, target="a_seat") if one is first else one for one in shot.actions)
    who = replace(_of(shot, first.subject), place=None)
    return replace(with_subjects(shot, who, Subject("a_seat", "armchair")), actions=actions)


def _laid(shot: Shot) -> Shot:
    """Small things in a kitchen or a living room stand on a table, unless someone has them in hand."""
    if shot.setting not in _WHERE_THINGS_STAND:
        return shot
    loose = [one for one in shot.subjects if _is_loose(shot, one)]
    if not loose:
        return shot
    tables = [one for one in shot.subjects if one.kind in _TABLES]
    if not tables and len(shot.subjects) >= SUBJECTS_COUNT_MAX:
        return shot
    table = tables[0] if tables else Subject("a_table", "table")
    laid = [replace(one, place=Place("on", table.id)) for one in loose]
    return with_subjects(shot, *laid, *([] if tables else [table]))


def _is_loose(shot: Shot, one: Subject) -> bool:
    """Whether a thing is small, stands by nothing and is in nobody's hands."""
    thing = _thing(one)
    if thing is None or one.place is not None or "fixed" in thing.traits or "seat" in thing.traits:
        return False
    small = max(thing.size_m) * one.size < _SMALL_M and one.kind not in _TABLES
    handled = any(
        (action.target == one.id and action.verb in _OF_THE_HAND)
        or (action.subject == one.id and action.verb not in _ON_A_TABLE)
        for action in shot.actions
    )
    return small and not handled


def _aloft(shot: Shot) -> Shot:
    """What can fly and is told to do nothing else does, out of doors."""
    if SETTINGS[shot.setting].indoor:
        return shot
    flying = tuple(
        Action(one.id, "fly")
        for one in shot.subjects
        if one.kind in _AIRCRAFT
        and one.place is None
        and not any(act.subject == one.id for act in shot.actions)
    )
    return replace(shot, actions=(*shot.actions, *flying)) if flying else shot


def _submerged(shot: Shot) -> Shot:
    """A shot of nothing but fish is taken where they can be seen, under water, unless one is too long."""
    if any(one.kind in SPECIES and SPECIES[one.kind].length_m > _SEEN_UNDER_WATER_M for one in shot.subjects):
        return shot
    fish = bool(shot.subjects) and all(
        (one.kind in SPECIES and SPECIES[one.kind].medium == "water")
        or one.kind.removeprefix("emoji_") in _BELOW
        for one in shot.subjects
    )
    leaps = any(one.verb == "jump" for one in shot.actions)
    return replace(shot, setting="underwater") if fish and not leaps and shot.setting == "open_sea" else shot


def _of(shot: Shot, subject_id: str) -> Subject:
    return next(one for one in shot.subjects if one.id == subject_id)


def _is_person(shot: Shot, subject_id: str) -> bool:
    return any(one.id == subject_id and one.kind == PERSON for one in shot.subjects)

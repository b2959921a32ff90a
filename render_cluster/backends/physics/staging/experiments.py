"""What goes without saying in experiments on a table: boxes that catch are open, grabbers hang, pipes lie."""

from msgspec.structs import replace

from render_cluster.backends.physics.staging.subjects import acts, with_subjects, without_subjects
from render_cluster.storyboard import Action, Place, Shot, Subject

_OPENED = {"carton": "open_box", "gift": "open_box", "crate": "open_crate"}
_GIVES_WAY = ("fall", "bounce")
_TABLES = ("table", "coffee_table", "desk", "workbench")
_STRUCK = ("brick", "pillow", "sand_pile", "plate", "bucket", "bowl")
_TABLE = 2
_OF_ROWS = ("domino", "candle")
_CRADLES = ("newtons_cradle",)
_CRADLES_PARTS = ("sphere", "marble", "ball")


def set_up(shot: Shot) -> Shot:
    """The shot with the apparatus as those who set it up would have it."""
    for step in (_whole_cradles, _whole_rows, _one_each, _gripped, _opened, _piped, _turned):
        shot = step(shot)
    return shot


def _whole_cradles(shot: Shot) -> Shot:
    """The balls of a cradle are its own: what is done with one of them sets it going."""
    cradle = next((one for one in shot.subjects if one.kind in _CRADLES), None)
    if cradle is None:
        return shot
    own = {one.id for one in shot.subjects if one.kind in _CRADLES_PARTS}
    actions = tuple(
        Action(cradle.id, "swing") if one.subject in own or one.target in own else one for one in shot.actions
    )
    subjects = tuple(
        replace(one, place=Place("beside", cradle.id)) if one.kind == "grabber" else one
        for one in shot.subjects
    )
    return without_subjects(replace(shot, subjects=subjects, actions=actions), own)


def _whole_rows(shot: Shot) -> Shot:
    """ "The first domino": a single one of what stands in a row is the row's own."""
    for one in shot.subjects:
        row = next((other for other in shot.subjects if other.kind == one.kind and other.count > 1), None)
        if row is None or one.count > 1 or one.kind not in _OF_ROWS:
            continue
        actions = tuple(replace(act, target=row.id) if act.target == one.id else act for act in shot.actions)
        shot = without_subjects(replace(shot, actions=actions), {one.id})
    return shot


def _one_each(shot: Shot) -> Shot:
    """Each of several holders has its own candle."""
    holders = {one.id: one for one in shot.subjects if one.kind == "candle_holder"}
    placed = [one for one in shot.subjects if one.place is not None and one.place.target in holders]
    return with_subjects(shot, *(replace(one, count=holders[one.place.target].count) for one in placed))


def _gripped(shot: Shot) -> Shot:
    """What a grabber holds hangs over what is below it: a pile, a brick, the table."""
    for grabber in [one for one in shot.subjects if _grips(one)]:
        held = next((one for one in shot.subjects if one.id == grabber.place.target), None)
        if held is None or (held.place is not None and held.place.relation == "above"):
            continue
        others = [one for one in shot.subjects if one is not held and one is not grabber]
        below = min(others, key=lambda one: _lies_below(one, held), default=None)
        if below is None or _lies_below(below, held) > _TABLE:
            continue
        freed = replace(below, place=None) if _lies_below(below, held) < _TABLE else below
        shot = with_subjects(shot, freed, replace(held, place=Place("above", below.id)))
    return shot


def _grips(one: Subject) -> bool:
    return one.kind == "grabber" and one.place is not None and one.place.relation == "on"


def _lies_below(one: Subject, held: Subject) -> int:
    """How surely something is what a held thing will fall on: what is said to be under it, a small thing, a table."""
    if one.place == Place("under", held.id):
        return 0
    if one.kind in _TABLES:
        return _TABLE
    return 1 if one.kind in _STRUCK else _TABLE + 1


def _opened(shot: Shot) -> Shot:
    """A box that something is dropped into has no lid."""
    dropped = [one for one in shot.subjects if acts(shot, one.id, *_GIVES_WAY)]
    meant = {
        one.place.target for one in dropped if one.place is not None and one.place.relation in ("above", "in")
    }
    meant |= {act.target for act in shot.actions if act.verb in _GIVES_WAY and act.target}
    opened = [
        replace(one, kind=_OPENED[one.kind])
        for one in shot.subjects
        if one.id in meant and one.kind in _OPENED
    ]
    return with_subjects(shot, *opened)


def _piped(shot: Shot) -> Shot:
    """What rolls out of a pipe lies in it, and the pipe lies on the table; each pipe has its own ball."""
    pipe = next((one for one in shot.subjects if one.kind == "pipe"), None)
    rolling = [one for one in shot.subjects if acts(shot, one.id, "roll", "collide")]
    if pipe is None or not rolling:
        return shot
    tables = [one for one in shot.subjects if one.kind in _TABLES]
    table = tables[0] if tables else Subject("a_table", "coffee_table")
    balls = [replace(one, place=Place("in", pipe.id), count=max(one.count, pipe.count)) for one in rolling]
    return with_subjects(shot, replace(pipe, place=Place("on", table.id)), *balls, table)


def _turned(shot: Shot) -> Shot:
    """What spins on a turntable stands still on it: it is the turntable that turns."""
    table = next((one for one in shot.subjects if one.kind == "turntable"), None)
    if table is None:
        return shot
    own = {one.id for one in shot.subjects if one.place == Place("on", table.id)}
    actions = tuple(one for one in shot.actions if not (one.subject in own and one.verb in ("spin", "rest")))
    turns = () if acts(replace(shot, actions=actions), table.id, "spin") else (Action(table.id, "spin"),)
    return replace(shot, actions=(*actions, *turns))

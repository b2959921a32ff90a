"""Small changes to the cast of a shot, in the terms of a storyboard."""

from msgspec.structs import replace

from render_cluster.storyboard import Shot, Subject


def with_subjects(shot: Shot, *changed: Subject) -> Shot:
    """The shot with these subjects in the place of those of the same ids, new ones at the end."""
    by_id = {one.id: one for one in changed}
    kept = tuple(by_id.pop(one.id, one) for one in shot.subjects)
    return replace(shot, subjects=(*kept, *by_id.values()))


def without_subjects(shot: Shot, ids: set[str]) -> Shot:
    """The shot without these subjects: who was placed by them or did something with them stays."""
    if not ids:
        return shot
    subjects = tuple(
        replace(one, place=None) if one.place and one.place.target in ids else one
        for one in shot.subjects
        if one.id not in ids
    )
    actions = tuple(
        replace(one, target=None) if one.target in ids else one
        for one in shot.actions
        if one.subject not in ids
    )
    return replace(shot, subjects=subjects, actions=actions)


def acts(shot: Shot, subject_id: str, *verbs: str) -> bool:
    """Whether a subject does one of these."""
    return any(one.subject == subject_id and one.verb in verbs for one in shot.actions)

"""What a refusal of the gate says to the maker: the rule in words, and the way on."""

import msgspec

from domain.events import GateStage, GenerationRefused
from domain.ids import CameoId, ClipId, JobId, RefusalId

RULE_WORDS: dict[str, str] = {
    "cameo_unknown": "This likeness is not here any more. Leave them out.",
    "not_permitted": "They have not let you cast them. Ask them for a grant.",
    "guardian_approval_missing": "Their guardian has not approved it. Ask them to.",
    "grant_expired": "What they allowed you has run out. Ask them for another grant.",
    "grant_spent": "You made as many clips as they allowed you. Ask them for another grant.",
    "use_not_granted": "They do not allow this use of their likeness. Leave it out, or ask them.",
    "theme_unread": "Their themes changed while you asked. Ask again.",
    "theme_barred": "They do not want to be shown with this theme. Change the scene.",
    "theme_outside": "They allow some themes only. Change the scene to one of them.",
    "person_named": "A real person is named. Cast members by @handle, or describe somebody without a name.",
    "moderated": "A reviewer took the clip down. Appeal, and another one looks at it.",
}
"""Each rule that can stand in a refusal, and what to do about it."""

_OVERTURNED = frozenset({"theme_unread", "theme_barred", "theme_outside", "person_named", "moderated"})
_BY_REVIEWER = "A reviewer may overturn this where your words or your clip were misread."
_BY_OWNER = "A reviewer will look at it, but only the person themselves can consent."


class Refusal(msgspec.Struct, frozen=True):
    """A fact of the log, in words; `evidence` is what the rule went by."""

    refusal_id: RefusalId
    job_id: JobId
    clip_id: ClipId
    stage: GateStage
    rule: str
    words: str
    evidence: str
    cameo_ids: tuple[CameoId, ...]
    appeal_url: str
    appeal_words: str


def refusal_of(event: GenerationRefused) -> Refusal:
    """The words of a refusal."""
    return Refusal(
        refusal_id=event.refusal_id,
        job_id=event.job_id,
        clip_id=event.clip_id,
        stage=event.stage,
        rule=event.rule,
        words=RULE_WORDS[event.rule],
        evidence=event.evidence or "",
        cameo_ids=event.cameo_ids,
        appeal_url=f"/api/refusals/{event.refusal_id}/appeal",
        appeal_words=_BY_REVIEWER if event.rule in _OVERTURNED else _BY_OWNER,
    )

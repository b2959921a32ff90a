"""Histories that could have happened: random wishes, decided by the real rules."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from domain.codec import tag_fields, tags_in
from domain.decider import Command, fold, within
from domain.decisions.accounts import JoinByInvite, OpenCountry
from domain.decisions.appeals import AppealRefusal, DecideAppeal
from domain.decisions.clips import PublishClip, RestoreClip, WithdrawClip
from domain.decisions.generations import RequestGeneration
from domain.decisions.guardians import AcceptGuardian, AskGuardian, EndGuardian, SetCaps
from domain.decisions.instructions import (
    EditInstruction,
    ExpireInstructions,
    GiveInstruction,
    SetPersonalisation,
    UndoInstruction,
)
from domain.decisions.invites import IssueFounderInvite, IssueInvite, VoidInvite
from domain.decisions.jobs import CancelGeneration, CompleteGeneration, FailGeneration, StartGeneration
from domain.decisions.moderation import DecideReport
from domain.decisions.reactions import CommentClip, LikeClip, RemoveComment, ReportClip, UnlikeClip
from domain.decisions.remixes import RemixClip
from domain.decisions.roles import GiveRole, TakeRole
from domain.decisions.social import BlockPerson, FollowPerson, UnblockPerson, UnfollowPerson
from domain.decisions.wellness import AnswerWellnessCheck, AskWellnessCheck, CallWellnessCheck, WellnessRule
from domain.decisions.withholdings import ReleaseClip, WithholdClip
from domain.errors import Refused
from domain.events import EVENT_TYPES, Caps, Event
from domain.ids import country_id
from projections.view import Recorded
from tests.projections.given import BEGIN, completed, recorded, time_of

TAG_FIELDS = {event_type: tag_fields(event_type) for event_type in EVENT_TYPES}
PEOPLE_COUNT = 4
CLIPS_COUNT = 4
TEEN = 1
TEENS_BIRTH = date(2011, 3, 2)
MOVES_MIN = 30  # a move that is refused leaves nothing, so a failing log still shrinks to little
MOVES_MAX = 90


def secret(person: str, kind: str) -> str:
    """Plaintext that names its subject, so that a test can find it and tell whose it is."""
    return f"{kind} of <{person}>"


class Town:
    """A log in memory whose events were all decided by the domain."""

    def __init__(self) -> None:
        self.log: list[Recorded] = []
        self._tags: list[frozenset[str]] = []

    def wish(self, command: Command) -> None:
        """Appends what the command decides; nothing where it is refused."""
        boundary = command.boundary()
        known = zip(self.log, self._tags, strict=True)
        history = [one.event for one, tags in known if within(boundary, one.event, tags)]
        try:
            events = command.decide(fold(command, history))
        except Refused:
            return
        for event in events:
            self._append(event)

    def _append(self, event: Event) -> None:
        self._tags.append(frozenset(tags_in(event, TAG_FIELDS[type(event)])))
        self.log.append(recorded(len(self.log) + 1, event))


def person(number: int) -> str:
    """The id of one of a few people."""
    return f"person-{number % PEOPLE_COUNT}"


def clip(number: int) -> tuple[str, str]:
    """One of a few clips and its maker; people make clips in turn, so that both follow from one number."""
    number %= CLIPS_COUNT
    return f"clip-{number}", person(number)


def _join(a: int, b: int) -> Command:
    return JoinByInvite(
        person_id=person(a),
        invite_id=f"invite-{person(b)}-{a % 3}" if a % PEOPLE_COUNT else "invite-founder",
        handle=f"handle_{a % PEOPLE_COUNT}",
        handle_digest=f"digest-{a % PEOPLE_COUNT}",
        birth_date=TEENS_BIRTH if a % PEOPLE_COUNT == TEEN else date(1990, 1, 1),
        country_id=country_id("fr"),
        access_id=f"access-{a}",
        secret_digest="digest",
        own_invite_ids=tuple(f"invite-{person(a)}-{n}" for n in range(3)),
        at=BEGIN,
        recovery_digest="digest",
    )


def _request(a: int, _: int) -> Command:
    clip_id, maker = clip(a)
    return RequestGeneration(**_settings(clip_id, maker))


def _remix(a: int, b: int) -> Command:
    clip_id, maker = clip(a)
    source_id, source_maker = clip(b)
    return RemixClip(**_settings(clip_id, maker), source_id=source_id, source_maker_id=source_maker)


def _cleared(clip_id: str, maker: str) -> dict[str, object]:
    return {"maker_id": maker, "refusal_id": f"refusal-of-{clip_id}", "at": BEGIN}


def _settings(clip_id: str, maker: str) -> dict[str, object]:
    return {
        "job_id": f"job-of-{clip_id}",
        "clip_id": clip_id,
        "refusal_id": f"refusal-of-{clip_id}",
        "maker_id": maker,
        "prompt": secret(maker, "prompt"),
        "duration_s": 4.0,
        "width_px": 640,
        "height_px": 360,
        "style": None,
        "seed": 1,
        "storyboard": secret(maker, "storyboard"),
        "allowance_per_day": 1,
        "at": BEGIN,
    }


def _named(a: int, b: int) -> Command:
    """A request that is refused, for somebody's real name is in it."""
    clip_id, maker = clip(a)
    evidence = (secret(maker, "evidence"),)
    fields = _settings(clip_id, maker) | {"refusal_id": f"refusal-{maker}-{b}", "allowance_per_day": 9}
    return RequestGeneration(**fields, named=evidence)


def _appeal(a: int, b: int) -> Command:
    maker = clip(a)[1]
    ids = (f"appeal-{maker}-{b}", f"refusal-{maker}-{b}", maker)
    return AppealRefusal(*ids, words=secret(maker, "appeal"))


def _uphold(a: int, b: int) -> Command:
    maker = clip(a)[1]
    ids = (f"appeal-{maker}-{b}", f"refusal-{maker}-{b}")
    clip_id = clip(a)[0]
    return DecideAppeal(
        *ids, reviewer_id=REVIEWER, maker_id=maker, clip_id=clip_id, reason=secret(maker, "reason")
    )


def _link(a: int, b: int) -> tuple[str, str, str]:
    guardian = person(2 if a % 2 else 3)
    return (f"link-{guardian}-{b}", person(TEEN), guardian)


def _decide_report(a: int, b: int) -> Command:
    return DecideReport(
        f"report-{a}-{b}", clip(b)[0], REVIEWER, withdraw=bool(a % 2), refusal_id=f"taken-down-{a}-{b}"
    )


def _start(a: int, _: int) -> Command:
    clip_id, maker = clip(a)
    return StartGeneration(job_id=f"job-of-{clip_id}", backend="physics", **_cleared(clip_id, maker))


def _complete(a: int, _: int) -> Command:
    done = completed(*clip(a))
    return CompleteGeneration(
        job_id=done.job_id,
        video=done.video,
        poster=done.poster,
        receipt=done.receipt,
        facts=done.facts,
        **_cleared(done.clip_id, done.maker_id),
    )


def _publish(a: int, _: int) -> Command:
    clip_id, maker = clip(a)
    return PublishClip(clip_id=clip_id, caption=secret(maker, "caption"), **_cleared(clip_id, maker))


def _restore(a: int, _: int) -> Command:
    clip_id, maker = clip(a)
    return RestoreClip(clip_id=clip_id, caption=secret(maker, "caption"), **_cleared(clip_id, maker))


def _reaction(a: int, b: int) -> dict[str, str]:
    clip_id, maker = clip(b)
    return {"clip_id": clip_id, "maker_id": maker, "person_id": person(a)}


def _comment(a: int, b: int) -> Command:
    text = secret(person(a), "comment")
    return CommentClip(**_reaction(a, b), comment_id=f"comment-{a}-{b}", text=text)


def _remove_comment(a: int, b: int) -> Command:
    return RemoveComment(comment_id=f"comment-{a}-{b}", clip_id=clip(b)[0], remover_id=person(a))


def _report(a: int, b: int) -> Command:
    note = secret(person(a), "report")
    return ReportClip(**_reaction(a, b), report_id=f"report-{a}-{b}", reason="other", note=note)


def _call_check(a: int, b: int) -> Command:
    return CallWellnessCheck(
        check_id=f"check-{a}-{b}",
        person_id=person(a),
        joined_at=BEGIN,
        clips_seen_count=60,
        rule=WellnessRule(hours_between_min=0),
        first_session=False,
        at=time_of(b),
    )


def _answer_check(a: int, b: int) -> Command:
    return AnswerWellnessCheck(
        check_id=f"check-{a}-{b}",
        person_id=person(a),
        answer_id=f"answer-{a}-{b}",
        felt="bad",
        note=secret(person(a), "answer"),
        at=time_of(b),
    )


def _withhold(a: int, b: int) -> Command:
    return WithholdClip(clip_id=clip(a)[0], country_id=f"country-{b}", reviewer_id=REVIEWER)


def _release(a: int, b: int) -> Command:
    return ReleaseClip(clip_id=clip(a)[0], country_id=f"country-{b}", reviewer_id=REVIEWER)


def _instruct(a: int, b: int) -> Command:
    return GiveInstruction(
        person_id=person(a),
        at=BEGIN,
        instruction_id=f"instruction-{a}-{b}",
        text=secret(person(a), "wish"),
        rules=f'["{secret(person(a), f"rule {b}")}"]',
        until=time_of(b) if b % 2 else None,
    )


def _edit_instruction(a: int, b: int) -> Command:
    rules = f'["{secret(person(a), "other rule")}"]'
    return EditInstruction(person_id=person(a), at=BEGIN, instruction_id=f"instruction-{a}-{b}", rules=rules)


REVIEWER = person(2)
MOVES: tuple[Callable[[int, int], Command], ...] = (
    _join,
    lambda a, b: IssueInvite(invite_id=f"invite-more-{b}", issuer_id=person(a)),
    lambda a, b: VoidInvite(invite_id=f"invite-{person(a)}-{b % 3}", issuer_id=person(a)),
    lambda a, b: FollowPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: UnfollowPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: BlockPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: UnblockPerson(self_id=person(a), other_id=person(b)),
    _request,
    _remix,
    _start,
    _complete,
    lambda a, _: FailGeneration(job_id=f"job-of-{clip(a)[0]}", reason="render.failed"),
    lambda a, _: CancelGeneration(job_id=f"job-of-{clip(a)[0]}", maker_id=clip(a)[1]),
    _publish,
    lambda a, _: WithdrawClip(clip_id=clip(a)[0], maker_id=clip(a)[1]),
)
# Drawn with smaller numbers, so that what is taken back was often given.
MEETINGS: tuple[Callable[[int, int], Command], ...] = (
    lambda a, b: FollowPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: UnfollowPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: UnblockPerson(self_id=person(a), other_id=person(b)),
    lambda a, b: LikeClip(**_reaction(a, b)),
    lambda a, b: UnlikeClip(**_reaction(a, b)),
    _comment,
    _remove_comment,
    _report,
    _call_check,
    lambda a, b: AskWellnessCheck(check_id=f"check-{a}-{b}", person_id=person(a)),
    _answer_check,
    _instruct,
    _edit_instruction,
    lambda a, b: UndoInstruction(person_id=person(a), at=BEGIN, instruction_id=f"instruction-{a}-{b}"),
    lambda a, b: ExpireInstructions(person_id=person(a), at=time_of(b)),
    lambda a, b: SetPersonalisation(person_id=person(a), personalised=bool(b % 2)),
    _named,
    _appeal,
    _uphold,
    _decide_report,
    _withhold,
    _release,
    _restore,
    lambda _, __: GiveRole(REVIEWER, "reviewer"),
    lambda a, b: AskGuardian(*_link(a, b), asker_id=person(TEEN)),
    lambda a, b: AcceptGuardian(*_link(a, b), person_id=_link(a, b)[2]),
    lambda a, b: EndGuardian(*_link(a, b), person_id=person(TEEN)),
    lambda a, b: SetCaps(*_link(a, b), caps=Caps(clips_made_max=b, contact="mutuals" if a % 2 else "nobody")),
    lambda _, __: TakeRole(REVIEWER, "reviewer"),
)

# So that there is something to decide, to cap and to end.
BEGINNINGS: tuple[Callable[[int, int], Command], ...] = (
    lambda _, __: GiveRole(REVIEWER, "reviewer"),
    lambda a, b: AskGuardian(*_link(a, b), asker_id=person(TEEN)),
    lambda a, b: AcceptGuardian(*_link(a, b), person_id=_link(a, b)[2]),
    _named,
    _appeal,
)


@st.composite
def histories(draw: st.DrawFn) -> list[Recorded]:
    """A log of what a few people did, in any order that the rules allow."""
    town = Town()
    town.wish(OpenCountry(country_id=country_id("fr")))
    town.wish(IssueFounderInvite(invite_id="invite-founder"))
    for number in range(PEOPLE_COUNT - 1):
        town.wish(_join(number, 0))
    for move in BEGINNINGS:
        town.wish(move(1, 0))
    for number in range(CLIPS_COUNT - 2):
        for move in (_request, _complete, _publish):
            town.wish(move(number, 0))
    town.wish(_request(CLIPS_COUNT - 2, 0))
    town.wish(_start(CLIPS_COUNT - 2, 0))
    few, fewer = st.integers(0, 3), st.integers(0, 1)
    moves = st.tuples(st.sampled_from(MOVES), few, few) | st.tuples(st.sampled_from(MEETINGS), fewer, fewer)
    for move, a, b in draw(st.lists(moves, min_size=MOVES_MIN, max_size=MOVES_MAX)):
        town.wish(move(a, b))
    return town.log

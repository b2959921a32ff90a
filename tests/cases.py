"""A refusal that was appealed, for tests to begin from."""

from domain.consent import CastWish, ThemeReading
from domain.decisions.appeals import Again, AppealRefusal, DecideAppeal, OverturnRefusal, Reviewed
from domain.decisions.generations import RequestGeneration
from domain.events import (
    AppealDecided,
    CameoEnrolled,
    CameoGranted,
    Event,
    GenerationRefused,
    RefusalAppealed,
    RoleGiven,
    Terms,
)
from domain.ids import ClipId, JobId
from tests.cast import ANA, APPEAL, BEN, CAMEO, CLEO, CLIP, ENROLMENT, GRANT, JOB, NOON, REFUSAL, joined
from tests.gwt import but, given

# Ana lets Ben cast her, but in no war; the machine read one where there is none. Cleo is a reviewer.
THEMES = '{"barred":["war"]}'
GRANTED = CameoGranted(GRANT, CAMEO, ANA, BEN, Terms(uses=("appear", "remix")), THEMES)
CONSENT = (joined(ANA), CameoEnrolled(CAMEO, ANA, ENROLMENT, "AAAA"), GRANTED)
READ = CastWish(CAMEO, ANA, ("appear",), (ThemeReading("war", True, "a battle"),))
REQUEST = RequestGeneration(
    job_id=JOB,
    clip_id=CLIP,
    refusal_id=REFUSAL,
    maker_id=BEN,
    prompt="@ana wins the battle of the bands",
    duration_s=4.0,
    width_px=640,
    height_px=360,
    style=None,
    seed=7,
    storyboard=None,
    allowance_per_day=1,
    at=NOON,
    cast=(READ,),
)
AGAIN = Again(JobId("job-again"), ClipId("clip-again"))
NO_WAR = (Reviewed(CAMEO, "war", found=False),)
REVIEWER = RoleGiven(CLEO, "reviewer")
APPEALED = RefusalAppealed(APPEAL, REFUSAL, BEN, "it is a concert")
APPEAL_IT = AppealRefusal(APPEAL, REFUSAL, BEN, "it is a concert")
UPHOLD = DecideAppeal(APPEAL, REFUSAL, CLEO, BEN, CLIP, "there is a tank in it")
UPHELD = AppealDecided(APPEAL, REFUSAL, BEN, CLEO, overturned=False, reason="there is a tank in it")
OVERTURNED = AppealDecided(APPEAL, REFUSAL, BEN, CLEO, overturned=True, reason="a concert it is")


def refused(request: RequestGeneration = REQUEST, *before: Event) -> GenerationRefused:
    """What the gate says to Ben."""
    (event,) = given(*(before or CONSENT)).when(request).decided()
    assert isinstance(event, GenerationRefused)
    return event


REFUSED = refused()


def overturn(event: GenerationRefused, **changes: object) -> OverturnRefusal:
    """Cleo's word that there is no war in it."""
    command = OverturnRefusal(
        APPEAL,
        REFUSAL,
        CLEO,
        BEN,
        event.clip_id,
        "a concert it is",
        refused=event,
        again=AGAIN,
        reviewed=NO_WAR,
        at=NOON,
    )
    return but(command, **changes)


OVERTURN = overturn(REFUSED)
OPEN = (*CONSENT, REFUSED, APPEALED, REVIEWER)

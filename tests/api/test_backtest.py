"""Running a rule over the past of a cameo that many ask for."""

from collections import Counter
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from api.consent.backtest import REQUESTS_COUNT_MAX, Backtest, Draft
from api.consent.themes import ThemeReader
from domain.consent import CastWish, Standing
from domain.events import CameoEnrolled, CameoRuleSet, Casting, Meta, PersonFollowed, Terms
from domain.gate import encoded_wishes
from domain.ids import ClipId, EnrolmentId, JobId, PersonId
from domain.recorded import Recorded
from tests.cast import ANA, CAMEO, NOON, joined, requested
from tests.gwt import but

ASKERS_COUNT = 300
WISH = CastWish(CAMEO, ANA, ("appear",))
UNUSED = ThemeReader(np.zeros, dict)  # nobody here names a theme
TERMS = Terms(("appear",), clips_count_max=3)


class Log:
    """A history that was read before."""

    def read(self, _: object) -> list[Recorded]:
        """Everybody asked for Ana's cameo four times, and follows her, and she them."""
        events: list[Any] = [joined(ANA), CameoEnrolled(CAMEO, ANA, EnrolmentId("enrolment-1"), None)]
        for number in range(4 * ASKERS_COUNT):
            asker = PersonId(f"asker-{number % ASKERS_COUNT}")
            asked = requested(JobId(f"job-{number}"), ClipId(f"clip-{number}"), asker)
            cast = {"cast": (Casting(CAMEO, ANA, ("appear",)),), "cameo_ids": (CAMEO,)}
            events += [PersonFollowed(ANA, asker), PersonFollowed(asker, ANA)]
            events.append(but(asked, **cast, cast_wishes=encoded_wishes((WISH,))))
        late = NOON + timedelta(days=1)
        return [Recorded(place + 1, event, Meta("t", "t", "t", late)) for place, event in enumerate(events)]


def test_each_event_is_shown_to_whom_it_may_concern_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: Counter[type] = Counter()
    evolve = Standing.evolve

    def counted(self: Standing, event: Any) -> Standing:
        shown[type(event)] += 1
        return evolve(self, event)

    monkeypatch.setattr(Standing, "evolve", counted)
    rule = CameoRuleSet(CAMEO, ANA, "mutuals", TERMS, '{"allowed":[],"barred":[]}')
    past = Backtest(Log(), UNUSED, CAMEO, ANA).run(Draft(rule, ()))
    assert len(past) == REQUESTS_COUNT_MAX
    assert not any(each.would_be_refused for each in past)
    assert shown.total() <= 3 * 4 * ASKERS_COUNT + 2 * ASKERS_COUNT

"""A reviewer keeps a clip from the people of a country."""

import pytest

from domain.decisions.withholdings import ReleaseClip, WithholdClip
from domain.errors import ClipUnknown, OwnCase, RoleMissing
from domain.events import Casting, ClipPublished, ClipReleased, ClipWithheld, RoleGiven
from domain.ids import country_id
from tests.cast import ANA, BEN, CAMEO, CLEO, CLIP, published, withdrawn
from tests.gwt import Stray, but, given

REVIEWER = RoleGiven(CLEO, "reviewer")
GERMANY, FRANCE = country_id("DE"), country_id("FR")
WITHHOLD, RELEASE = WithholdClip(CLIP, GERMANY, CLEO), ReleaseClip(CLIP, GERMANY, CLEO)
WITHHELD, RELEASED = ClipWithheld(CLIP, GERMANY, CLEO), ClipReleased(CLIP, GERMANY, CLEO)


def test_a_clip_is_withheld_once_and_released_once() -> None:
    given(REVIEWER, published()).when(WITHHOLD).then(WITHHELD)
    given(REVIEWER, published(), WITHHELD).when(WITHHOLD).then()
    given(REVIEWER, published(), WITHHELD).when(RELEASE).then(RELEASED)
    given(REVIEWER, published(), WITHHELD, RELEASED).when(RELEASE).then()


def test_each_country_stands_for_itself() -> None:
    elsewhere = but(WITHHOLD, country_id=FRANCE)
    given(REVIEWER, published()).when(elsewhere).then(but(WITHHELD, country_id=FRANCE))
    with pytest.raises(Stray):
        given(REVIEWER, published(), WITHHELD).when(elsewhere)


@pytest.mark.parametrize("wish", [WITHHOLD, RELEASE])
def test_only_a_reviewer_decides_and_only_on_what_is_shown(wish: WithholdClip | ReleaseClip) -> None:
    given(published()).when(wish).refused(RoleMissing)
    given(REVIEWER).when(wish).refused(ClipUnknown)
    given(REVIEWER, published(), withdrawn()).when(wish).refused(ClipUnknown)


def test_nobody_decides_on_a_clip_of_theirs_or_of_them() -> None:
    given(RoleGiven(ANA, "reviewer"), published()).when(but(WITHHOLD, reviewer_id=ANA)).refused(OwnCase)
    cast = ClipPublished(CLIP, ANA, cameo_ids=(CAMEO,), cast=(Casting(CAMEO, BEN, ("appear",)),))
    given(RoleGiven(BEN, "reviewer"), cast).when(but(WITHHOLD, reviewer_id=BEN)).refused(OwnCase)

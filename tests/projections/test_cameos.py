"""Whose cameos may be castable, as far as a view can say."""

from projections.views.cameos import CAMEOS, maybe_castable_by
from tests.cast import ANA, BEN, CAMEO, CLEO, GRANT
from tests.likenesses import enrolled, erased, granted, revoked, ruled
from tests.projections.given import given


def castable(*events, by=BEN):
    return [each.cameo_id for each in maybe_castable_by(given(CAMEOS, *events), by, 10)]


def test_a_grant_or_an_open_rule_speaks_for_it() -> None:
    assert castable(enrolled()) == []
    assert castable(enrolled(), granted()) == [CAMEO]
    assert castable(enrolled(), granted(), by=CLEO) == []
    assert castable(enrolled(), ruled("mutuals"), by=CLEO) == [CAMEO]
    assert castable(enrolled(), ruled("approved"), by=CLEO) == []
    assert castable(enrolled(), ruled("everyone"), by=ANA) == []


def test_what_was_revoked_speaks_no_longer_and_what_came_after_does() -> None:
    assert castable(enrolled(), granted(), revoked(GRANT)) == []
    assert castable(enrolled(), granted(), ruled("everyone"), revoked()) == []
    assert castable(enrolled(), granted(), revoked(), granted("grant-later")) == [CAMEO]
    assert castable(enrolled(), ruled("everyone"), ruled("nobody"), by=CLEO) == []
    assert castable(enrolled(), ruled("everyone"), erased(), by=CLEO) == []

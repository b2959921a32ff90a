"""What the feed asks of the views, in one place and of one connection each time."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from domain.events import AgeBand
from domain.ids import ClipId, CountryId, PersonId
from projections.view_file import position_of
from projections.views import (
    feed_candidates,
    guardianship,
    instructions,
    maker_inspiration,
    member_directory,
    social_graph,
)
from projections.views.feed_candidates import FeedClip
from projections.views.instructions import Instruction


class Community:
    """Reads the views that know who is who and which clips there are.

    `connect` gives the calling thread's connection to the views, `position` how far they have all read.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], position: Callable[[], int]) -> None:
        self._connect = connect
        self.position = position

    @contextmanager
    def snapshot(self) -> Iterator["Community"]:
        """The same views, standing still at one position while the calling thread reads them."""
        connection = self._connect()
        connection.execute("BEGIN")
        try:
            position = position_of(connection)
            yield Community(lambda: connection, lambda: position)
        finally:
            connection.execute("COMMIT")

    def age_band(self, person_id: PersonId) -> AgeBand:
        """A member's age band; of somebody not known yet, the one that is shielded most."""
        member = member_directory.get(self._connect(), person_id)
        return "teen" if member is None else member.age_band

    def country_of(self, person_id: PersonId) -> CountryId | None:
        """The country that a member joined from; None of somebody not known yet."""
        member = member_directory.get(self._connect(), person_id)
        return None if member is None else member.country_id

    def handles(self, person_ids: Iterable[PersonId]) -> dict[PersonId, str]:
        """The handles of those people who have one still."""
        members = member_directory.get_many(self._connect(), person_ids)
        return {person_id: member.handle for person_id, member in members.items() if member.handle}

    def is_personalised(self, person_id: PersonId) -> bool:
        """Whether a person's feed may build on what they did: they, or a guardian, can say that it may not."""
        return self.may_be_personalised(person_id) and instructions.is_personalised(
            self._connect(), person_id
        )

    def may_be_personalised(self, person_id: PersonId) -> bool:
        """Whether no guardian forbids a personal feed."""
        return guardianship.caps_on(self._connect(), person_id).personalised

    def instructions(self, person_id: PersonId) -> list[Instruction]:
        """What a person told their feed and has not ended, in the order it was given."""
        return instructions.holding_of(self._connect(), person_id)

    def people(self, handles: Iterable[str]) -> dict[str, PersonId]:
        """The people of those handles that somebody has, by the handle as it was given."""
        found = {handle: member_directory.by_handle(self._connect(), _plain(handle)) for handle in handles}
        return {handle: member.person_id for handle, member in found.items() if member is not None}

    def following(self, person_id: PersonId) -> frozenset[PersonId]:
        """Whom a person follows."""
        return social_graph.following(self._connect(), person_id)

    def blocked_either_way(self, person_id: PersonId) -> frozenset[PersonId]:
        """Whom a person shut out and who shut them out."""
        return social_graph.blocked_either_way(self._connect(), person_id)

    def clips(self, clip_ids: Iterable[ClipId]) -> dict[ClipId, FeedClip]:
        """Those of the clips that were ever published, by id."""
        return feed_candidates.get_many(self._connect(), clip_ids)

    def newest(self, limit: int) -> list[ClipId]:
        """The clips published last, newest first."""
        return feed_candidates.newest(self._connect(), limit)

    def newest_by_makers(self, maker_ids: Iterable[PersonId], limit: int) -> list[ClipId]:
        """The clips that any of the makers published last, newest first."""
        return feed_candidates.newest_by_makers(self._connect(), maker_ids, limit)

    def newest_in(self, country_id: CountryId, limit: int) -> list[ClipId]:
        """The clips that makers of a country published last, newest first."""
        return feed_candidates.newest_in(self._connect(), country_id, limit)

    def lately_remixed(self, remixes_limit: int) -> list[tuple[ClipId, PersonId]]:
        """Clips, with their makers, after which others made the latest remixes."""
        return feed_candidates.lately_remixed(self._connect(), remixes_limit)

    def inspired_makers_counts(self, clip_ids: Iterable[ClipId]) -> dict[ClipId, int]:
        """How many other people made a clip after each; clips after which nobody did are absent."""
        inspired = maker_inspiration.of_clips(self._connect(), clip_ids)
        return {clip_id: inspiration.makers_count for clip_id, inspiration in inspired.items()}


def _plain(handle: str) -> str:
    """A typed handle in the form of handles."""
    return handle.strip().removeprefix("@").casefold()

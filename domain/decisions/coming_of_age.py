"""Turning eighteen: what was bound to a guardian's word ends, and is the person's own from then on."""

from datetime import date

import msgspec

from domain.ages import age_years
from domain.decider import Boundary, Clause, Command
from domain.events import (
    Event,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonCameOfAge,
    PersonErased,
    PersonJoined,
)
from domain.ids import LinkId, PersonId
from domain.limits import ADULT_AGE_YEARS


class _TeenState(msgspec.Struct, frozen=True):
    person_id: PersonId
    birth_date: date | None = None
    links: dict[LinkId, PersonId] = {}

    def evolve(self, event: Event) -> "_TeenState":
        replace = msgspec.structs.replace
        match event:
            case PersonJoined(age_band="teen", birth_date=str() as birth_date):
                return replace(self, birth_date=date.fromisoformat(birth_date))
            case PersonCameOfAge() | PersonErased():
                return replace(self, birth_date=None)
            case GuardianAsked(teen_id=self.person_id) | GuardianLinked(teen_id=self.person_id):
                return replace(self, links=self.links | {event.link_id: event.guardian_id})
            case GuardianUnlinked(link_id=ended):
                return replace(self, links={each: who for each, who in self.links.items() if each != ended})
        return self


class ComeOfAge(Command):
    """Find that a teen is eighteen on a day (UTC): an adult from here on, and nobody's ward.

    Nothing follows before that day, of adults, and of those who left. The person's coming of age stands before
    the end of the link, so that whoever folds both sees what the guardian had approved until then.
    """

    person_id: PersonId
    on: date

    def boundary(self) -> Boundary:
        links = (GuardianAsked, GuardianLinked, GuardianUnlinked)
        return (Clause((PersonJoined, PersonErased, PersonCameOfAge, *links), (self.person_id,)),)

    def initial(self) -> _TeenState:
        return _TeenState(self.person_id)

    def decide(self, state: _TeenState) -> tuple[Event, ...]:
        if state.birth_date is None or age_years(state.birth_date, self.on) < ADULT_AGE_YEARS:
            return ()
        unlinked = (
            GuardianUnlinked(
                link_id=link_id,
                teen_id=self.person_id,
                guardian_id=guardian_id,
                ender_id=self.person_id,
                of_age=True,
            )
            for link_id, guardian_id in state.links.items()
        )
        return (PersonCameOfAge(person_id=self.person_id), *unlinked)

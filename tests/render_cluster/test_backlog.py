"""The backlog holds what was asked for and has not ended, in the order of asking."""

from domain.decisions.jobs import JOB_EVENTS
from render_cluster.backlog import Backlog


def test_a_request_waits_until_it_ends(world) -> None:
    first, second, third = (world.ask(word) for word in ("one", "two", "three"))
    world.cancel(second)
    backlog = Backlog()
    for recorded in world.ledger.scan(JOB_EVENTS):
        backlog.take(recorded)
    assert [job.requested.job_id for job in backlog] == [first, third]
    assert backlog.position == world.ledger.head()


def test_taking_an_event_again_changes_nothing(world) -> None:
    job_id = world.ask("one")
    backlog = Backlog()
    for recorded in world.ledger.scan(JOB_EVENTS) * 2:
        backlog.take(recorded)
    assert [job.requested.job_id for job in backlog] == [job_id]

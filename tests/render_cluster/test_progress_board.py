"""Watchers see what is newest, resume where they were, and are let go at the end."""

import asyncio

from render_cluster.job import Preview, at_frame, at_stage
from render_cluster.progress_board import PREVIEWS_MAX, Numbered, ProgressBoard


async def collect(board: ProgressBoard, job_id: str, after: int = 0) -> list[Numbered]:
    return [step async for step in board.follow(job_id, after)]


def test_a_late_watcher_hears_of_each_stage_and_the_rest_as_it_comes() -> None:
    async def watch() -> list[str]:
        board = ProgressBoard()
        board.post("job-1", at_stage("queued"))
        board.post("job-1", at_stage("storyboard"))
        watcher = asyncio.create_task(collect(board, "job-1"))
        await asyncio.sleep(0)
        board.post("job-1", at_stage("dynamics"))
        await asyncio.sleep(0)
        board.end("job-1")
        return [step.progress.stage for step in await watcher]

    assert asyncio.run(watch()) == ["queued", "storyboard", "dynamics"]


def test_a_watcher_that_comes_back_is_not_told_twice() -> None:
    async def watch() -> tuple[list[Numbered], list[Numbered]]:
        board = ProgressBoard()
        board.post("job-1", at_frame(1, 2))
        seen = board.newest("job-1").number
        board.end("job-1")
        return await collect(board, "job-1", after=seen), await collect(board, "job-1", after=seen - 1)

    told_again, told_rest = asyncio.run(watch())
    assert told_again == []
    assert [step.progress.frames_done for step in told_rest] == [1]


def test_a_number_from_before_a_restart_counts_for_nothing() -> None:
    async def watch() -> list[Numbered]:
        board = ProgressBoard()
        board.post("job-1", at_stage("sound"))
        board.end("job-1")
        return await collect(board, "job-1", after=9_999)

    assert [step.progress.stage for step in asyncio.run(watch())] == ["sound"]


def test_a_slow_watcher_skips_what_was_overtaken() -> None:
    async def watch() -> list[int]:
        board = ProgressBoard()
        steps = board.follow("job-1")
        board.post("job-1", at_frame(1, 500))
        seen = [(await anext(steps)).progress.frames_done]
        for done in range(2, 501):
            board.post("job-1", at_frame(done, 500))
        seen.append((await anext(steps)).progress.frames_done)
        return seen

    assert asyncio.run(watch()) == [1, 500]


def test_one_watcher_hears_nothing_of_another_job() -> None:
    async def watch() -> list[str]:
        board = ProgressBoard()
        board.post("job-2", at_stage("done"))
        board.post("job-1", at_stage("queued"))
        board.end("job-1")
        return [step.progress.stage for step in await collect(board, "job-1")]

    assert asyncio.run(watch()) == ["queued"]


def test_nothing_comes_after_the_end() -> None:
    async def watch() -> list[str]:
        board = ProgressBoard()
        board.post("job-1", at_stage("done"))
        board.end("job-1")
        board.post("job-1", at_frame(3, 9))
        return [step.progress.stage for step in await collect(board, "job-1")]

    assert asyncio.run(watch()) == ["done"]


def test_the_board_forgets_the_oldest_and_lets_its_watchers_go() -> None:
    async def watch() -> tuple[list[Numbered], bool]:
        board = ProgressBoard(jobs_max=2)
        watcher = asyncio.create_task(collect(board, "job-1"))
        await asyncio.sleep(0)
        board.post("job-2", at_stage("queued"))
        board.post("job-3", at_stage("queued"))
        return await watcher, "job-1" in board

    assert asyncio.run(watch()) == ([], False)


def test_a_job_that_begins_again_forgets_the_stages_of_its_lost_attempt() -> None:
    async def watch() -> list[str]:
        board = ProgressBoard()
        for stage in ("queued", "storyboard", "dynamics", "queued"):
            board.post("job-1", at_stage(stage))
        board.end("job-1")
        return [step.progress.stage for step in await collect(board, "job-1")]

    assert asyncio.run(watch()) == ["queued"]


def test_the_newest_picture_stays_until_the_job_ends_or_begins_again() -> None:
    board = ProgressBoard()
    for job_id in ("job-1", "job-2"):
        board.show(job_id, Preview(1, b"old"))
        board.show(job_id, Preview(13, b"new"))
    assert board.preview("job-1") == Preview(13, b"new")
    board.end("job-1")
    board.show("job-1", Preview(25, b"late"))
    board.post("job-2", at_stage("queued"))
    assert (board.preview("job-1"), board.preview("job-2")) == (None, None)


def test_pictures_take_no_more_room_than_there_is() -> None:
    board = ProgressBoard()
    for number in range(PREVIEWS_MAX + 1):
        board.show(f"job-{number}", Preview(1, b"picture"))
    assert board.preview("job-0") is None
    assert board.preview(f"job-{PREVIEWS_MAX}") is not None

"""Runs every measurement in turn; `python -m benchmarks.NAME --help` says what each can be told."""

from benchmarks import appends, clip, feed_page, replay, same_bytes, sound, workers

if __name__ == "__main__":
    for benchmark in (appends, replay, feed_page, clip, workers, same_bytes, sound):
        benchmark.main()

"""Runs every measurement in turn; `python -m benchmarks.NAME --help` says what each can be told."""

from benchmarks import appends, clip, feed_page, memory, proof, reach, replay, same_bytes, sound, workers

if __name__ == "__main__":
    for benchmark in (appends, proof, replay, feed_page, reach, clip, workers, same_bytes, sound, memory):
        benchmark.main()

"""Runs every measurement in turn; `python -m benchmarks.NAME --help` says what each can be told."""

from benchmarks import appends, clip, replay

if __name__ == "__main__":
    for benchmark in (appends, replay, clip):
        benchmark.main()

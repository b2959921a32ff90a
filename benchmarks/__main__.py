"""Runs every measurement, one after the other; `python -m benchmarks.NAME --help` says what each can be told."""

from benchmarks import appends, replay

for benchmark in (appends, replay):
    benchmark.main()

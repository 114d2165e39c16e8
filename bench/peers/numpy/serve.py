"""
Times numpy on request: reads a JSON line {kind, settings, milliseconds}, does that work for so
long (once at least), and answers {median, best, calls} in milliseconds a call. What was prepared
once stays for the next round.
"""

import json
import sys
from statistics import median
from time import perf_counter_ns

import numpy as np

from work import kinds


def time_for(run, milliseconds):
    samples = []
    end = perf_counter_ns() + milliseconds * 1e6
    while True:
        start = perf_counter_ns()
        run()
        now = perf_counter_ns()
        samples.append((now - start) / 1e6)
        if now >= end:
            return {"median": median(samples), "best": min(samples), "calls": len(samples)}


def main():
    prepared = {}
    for line in sys.stdin:
        asked = json.loads(line)
        key = json.dumps([asked["kind"], asked["settings"]])
        if key not in prepared:
            prepared[key] = kinds[asked["kind"]](np.random.default_rng(0), **asked["settings"])
        print(json.dumps(time_for(prepared[key], asked["milliseconds"])), flush=True)


if __name__ == "__main__":
    main()

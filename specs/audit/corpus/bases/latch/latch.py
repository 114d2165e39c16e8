"""A net of one recurrent unit that learns to hold a bit, by random guessing of its weights.

A weight vector is drawn anew until one solves all sequences; at most 1,000 are tried.

Usage: python3 latch.py --seed 0 --lag 10
"""

import argparse
import csv
import math
import random

MOST_TRIALS = 1000
RANGE = 10.0  # weights are drawn from [-10, 10]
SEQUENCES = 20


def squash(a):
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, a))))


def sequences(rng, lag):
    """A bit, then `lag` random distractors in [0, 0.2]."""
    for i in range(SEQUENCES):
        bit = i % 2
        yield bit, [float(bit)] + [rng.uniform(0.0, 0.2) for _ in range(lag)]


def holds(weights, bit, inputs):
    w_in, w_self, bias = weights
    state = 0.0
    for x in inputs:
        state = squash(w_in * x + w_self * state + bias)
    return (state > 0.5) == (bit == 1)


def search(seed, lag):
    """How many weight vectors were tried, or None when none of 1,000 solves it."""
    rng = random.Random(seed)
    data = list(sequences(rng, lag))
    for trial in range(1, MOST_TRIALS + 1):
        weights = [rng.uniform(-RANGE, RANGE) for _ in range(3)]
        if all(holds(weights, bit, inputs) for bit, inputs in data):
            return trial
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lag", type=int, default=10, help="distractors between bit and reading")
    parser.add_argument("--all", action="store_true", help="seeds 0-29 at both lags, to trials.csv")
    args = parser.parse_args()
    if not args.all:
        print(search(args.seed, args.lag))
        return
    with open("trials.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["lag", "seed", "solved", "trials"])
        for lag in (10, 50):
            for seed in range(30):
                trials = search(seed, lag)
                rows.writerow([lag, seed, int(trials is not None), trials or MOST_TRIALS])


if __name__ == "__main__":
    main()

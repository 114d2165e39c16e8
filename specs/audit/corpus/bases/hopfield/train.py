"""Hebbian storage in a small Hopfield net: how many noisy patterns does it recall?

Usage: python3 train.py --seed 0 --rule hebb|shuffled
"""

import argparse
import json
import random

UNITS, PATTERNS, FLIPS, SWEEPS = 48, 8, 6, 5


def patterns(rng):
    return [[rng.choice((-1, 1)) for _ in range(UNITS)] for _ in range(PATTERNS)]


def hebb(stored):
    """w_ij = sum over patterns of x_i x_j, no self-connection."""
    return [
        [0 if i == j else sum(p[i] * p[j] for p in stored) for j in range(UNITS)]
        for i in range(UNITS)
    ]


def recall(weights, state):
    state = list(state)
    for _ in range(SWEEPS):
        for i in range(UNITS):
            total = sum(w * s for w, s in zip(weights[i], state))
            state[i] = 1 if total >= 0 else -1
    return state


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rule", choices=("hebb", "shuffled"), default="hebb")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    stored = patterns(rng)
    weights = hebb(stored)
    if args.rule == "shuffled":
        for row in weights:
            rng.shuffle(row)
    right = 0
    for pattern in stored:
        noisy = list(pattern)
        for i in rng.sample(range(UNITS), FLIPS):
            noisy[i] = -noisy[i]
        right += recall(weights, noisy) == pattern
    print(json.dumps({"recalled": right / PATTERNS}))


if __name__ == "__main__":
    main()

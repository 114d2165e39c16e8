"""A disc and what surrounds it, told apart by a small net and by a line.

The net has one hidden layer of 16 tanh units; 65 weights in all. It is trained for 40 epochs by
gradient descent with momentum 0.9 on batches of 20 points.

Usage: python3 discs.py --seed 0
"""

import argparse
import json
import platform

import numpy as np

N_TRAIN = 200  # points to learn from
N_TEST = 500  # fresh points, from the same generator
MOMENTUM = 0.9


def points(rng, count):
    """Points of the square [-1, 1]^2, labelled 1 inside the disc of area 2."""
    x = rng.uniform(-1.0, 1.0, size=(count, 2))
    return x, (np.sum(x * x, axis=1) < 2.0 / np.pi).astype(float)[:, None]


def init(rng, hidden):
    """Weights uniform in +-1/sqrt(fan-in), biases 0."""
    sizes = [2, hidden, 1] if hidden else [2, 1]
    return [
        (rng.uniform(-1.0, 1.0, size=(m, n)) / np.sqrt(m), np.zeros(n))
        for m, n in zip(sizes, sizes[1:])
    ]


def forward(layers, x):
    outputs = [x]
    for i, (w, b) in enumerate(layers):
        a = outputs[-1] @ w + b
        outputs.append(a if i == len(layers) - 1 else np.tanh(a))
    return outputs


def loss(layers, x, y):
    """Cross-entropy of a logistic output, mean over the points."""
    a = forward(layers, x)[-1]
    return float(np.mean(np.logaddexp(0.0, a) - y * a))


def gradients(layers, x, y):
    outputs = forward(layers, x)
    delta = (1.0 / (1.0 + np.exp(-outputs[-1])) - y) / len(x)
    found = []
    for i in range(len(layers) - 1, -1, -1):
        found.insert(0, (outputs[i].T @ delta, delta.sum(axis=0)))
        delta = (delta @ layers[i][0].T) * (1.0 - outputs[i] ** 2)
    return found


def train(seed, hidden=16, epochs=40, lr=0.1, batch=20):
    rng = np.random.default_rng(seed)
    x, y = points(rng, N_TRAIN)
    test_x, test_y = points(rng, N_TEST)
    layers = init(rng, hidden)
    speed = [(np.zeros_like(w), np.zeros_like(b)) for w, b in layers]
    curve = []
    for _ in range(epochs):
        order = rng.permutation(N_TRAIN)
        for start in range(0, N_TRAIN, batch):
            at = order[start : start + batch]
            step = gradients(layers, x[at], y[at])
            speed = [
                (MOMENTUM * v + dw, MOMENTUM * u + db)
                for (v, u), (dw, db) in zip(speed, step)
            ]
            layers = [(w - lr * v, b - lr * u) for (w, b), (v, u) in zip(layers, speed)]
        curve.append(round(loss(layers, x, y), 4))
    right = (forward(layers, test_x)[-1] > 0.0) == (test_y > 0.5)
    return {"testAccuracy": float(np.mean(right)), "trainLoss": curve[-1], "curve": curve}


def gradcheck(seed, h=1e-5):
    """The largest difference between gradients and central differences."""
    rng = np.random.default_rng(seed)
    x, y = points(rng, 20)
    layers = init(rng, 4)
    worst = 0.0
    for (w, _), (dw, _) in zip(layers, gradients(layers, x, y)):
        for at in np.ndindex(w.shape):
            kept = w[at]
            w[at] = kept + h
            above = loss(layers, x, y)
            w[at] = kept - h
            below = loss(layers, x, y)
            w[at] = kept
            worst = max(worst, abs((above - below) / (2 * h) - dw[at]))
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", choices=("net", "line"), default="net")
    parser.add_argument("--hidden", type=int, default=16, help="width of the hidden layer (16)")
    parser.add_argument("--epochs", type=int, default=40, help="passes over the points (40)")
    parser.add_argument("--lr", type=float, default=0.1, help="learning rate")
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--quick", action="store_true", help="five epochs; writes no record")
    parser.add_argument("--gradcheck", action="store_true")
    parser.add_argument("--sweep", action="store_true", help="seeds 0-4 of both models, to results.json")
    args = parser.parse_args()
    if args.gradcheck:
        print(f"largest difference: {gradcheck(args.seed):.1e}")
        return
    if args.sweep:
        widths = {"net": args.hidden, "line": 0}
        runs = [
            {"arm": arm, "seed": seed, **train(seed, width, args.epochs, args.lr, args.batch)}
            for arm, width in widths.items()
            for seed in range(5)
        ]
        record = {
            "environment": {"python": platform.python_version(), "numpy": np.__version__},
            "config": {
                "hidden": args.hidden,
                "epochs": args.epochs,
                "lr": args.lr,
                "batch": args.batch,
                "momentum": MOMENTUM,
            },
            "runs": runs,
        }
        with open("results.json", "w") as file:
            json.dump(record, file, indent=1)
        return
    width = args.hidden if args.model == "net" else 0
    epochs = 5 if args.quick else args.epochs
    print(json.dumps(train(args.seed, width, epochs, args.lr, args.batch)))


if __name__ == "__main__":
    main()

"""One hidden layer on 2,000 images of MNIST, or none: how much does it help?

Usage: python3 train.py --seed 0 --model net|line
"""

import argparse
import gzip
import json
import os

import numpy as np

CACHE = os.path.expanduser("~/.cache/hinton-mnist")


def read_idx(name):
    with gzip.open(os.path.join(CACHE, name + ".gz")) as f:
        data = f.read()
    if data[3] == 1:
        return np.frombuffer(data, np.uint8, offset=8)
    return np.frombuffer(data, np.uint8, offset=16).reshape(-1, 784) / 255.0


def load(rng, train_images, test_images):
    x, y = read_idx("train-images-idx3-ubyte"), read_idx("train-labels-idx1-ubyte")
    tx, ty = read_idx("t10k-images-idx3-ubyte"), read_idx("t10k-labels-idx1-ubyte")
    train = rng.permutation(len(y))[:train_images]
    test = rng.permutation(len(ty))[:test_images]
    return x[train], y[train], tx[test], ty[test]


def init(rng, sizes):
    return [
        (rng.uniform(-1, 1, (m, n)) / np.sqrt(m), np.zeros(n))
        for m, n in zip(sizes, sizes[1:])
    ]


def forward(net, x):
    steps = [x]
    for w, b in net[:-1]:
        steps.append(np.tanh(steps[-1] @ w + b))
    w, b = net[-1]
    logits = steps[-1] @ w + b
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    return steps, p / p.sum(axis=1, keepdims=True)


def update(net, x, y, rate):
    steps, p = forward(net, x)
    loss = -np.log(p[np.arange(len(y)), y]).mean()
    d = p.copy()
    d[np.arange(len(y)), y] -= 1
    d /= len(y)
    for i in range(len(net) - 1, -1, -1):
        w, b = net[i]
        dw, db = steps[i].T @ d, d.sum(axis=0)
        d = d @ w.T * (1 - steps[i] ** 2)
        net[i] = (w - rate * dw, b - rate * db)
    return loss


def accuracy(net, x, y):
    _, p = forward(net, x)
    return float((p.argmax(axis=1) == y).mean())


def train(rng, net, x, y, args):
    """Gives the net after each epoch."""
    for epoch in range(1, args.epochs + 1):
        order = rng.permutation(len(y))
        losses = []
        for at in range(0, len(y), args.batch_size):
            batch = order[at : at + args.batch_size]
            losses.append(update(net, x[batch], y[batch], args.learning_rate))
        print(f"epoch {epoch} train loss {np.mean(losses):.6f}")
        yield list(net)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", choices=("net", "line"), default="net")
    parser.add_argument("--hidden", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch-size", type=int, default=50)
    parser.add_argument("--learning-rate", type=float, default=0.3)
    parser.add_argument("--train-images", type=int, default=2000)
    parser.add_argument("--test-images", type=int, default=2000)
    args = parser.parse_args()
    rng = np.random.default_rng(args.seed)
    x, y, tx, ty = load(rng, args.train_images, args.test_images)
    sizes = [784, args.hidden, 10] if args.model == "net" else [784, 10]
    *_, net = train(rng, init(rng, sizes), x, y, args)
    result = accuracy(net, tx, ty)
    print(json.dumps({"testAccuracy": result}))


if __name__ == "__main__":
    main()

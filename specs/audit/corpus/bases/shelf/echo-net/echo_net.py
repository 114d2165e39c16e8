"""A recurrent net of 8 units that repeats its input 10 steps later."""
import argparse

import numpy as np

UNITS = 8
LAG = 10
LENGTH = 40
UPDATES = 400
RATE = 0.05


def init(rng):
    scale = 1.0 / np.sqrt(UNITS)
    return {
        "w_in": rng.uniform(-scale, scale, UNITS),
        "w_self": rng.uniform(-scale, scale, (UNITS, UNITS)),
        "w_out": rng.uniform(-scale, scale, UNITS),
    }


def forward(p, x):
    states = [np.zeros(UNITS)]
    for value in x:
        states.append(np.tanh(p["w_in"] * value + p["w_self"] @ states[-1]))
    return states, np.array([p["w_out"] @ s for s in states[1:]])


def loss(p, x):
    return 0.5 * float(np.mean((forward(p, x)[1][LAG:] - x[:-LAG]) ** 2))


def gradients(p, x):
    states, y = forward(p, x)
    found = {name: np.zeros_like(w) for name, w in p.items()}
    back = np.zeros(UNITS)
    for t in range(len(x) - 1, -1, -1):
        error = (y[t] - x[t - LAG]) / (len(x) - LAG) if t >= LAG else 0.0
        found["w_out"] += error * states[t + 1]
        delta = (error * p["w_out"] + back) * (1.0 - states[t + 1] ** 2)
        found["w_in"] += delta * x[t]
        found["w_self"] += np.outer(delta, states[t])
        back = p["w_self"].T @ delta
    return found


def check(h=1e-6):
    """The largest difference between a gradient and (loss(w + h) - loss(w - h)) / 2h."""
    rng = np.random.default_rng(0)
    p, x = init(rng), rng.standard_normal(LENGTH)
    worst = 0.0
    for name, grad in gradients(p, x).items():
        for at in np.ndindex(grad.shape):
            kept = p[name][at]
            p[name][at] = kept + h
            above = loss(p, x)
            p[name][at] = kept - h
            below = loss(p, x)
            p[name][at] = kept
            worst = max(worst, abs((above - below) / (2 * h) - grad[at]))
    return worst


def train(seed):
    rng = np.random.default_rng(seed)
    p = init(rng)
    for _ in range(UPDATES):
        for name, grad in gradients(p, rng.standard_normal(LENGTH)).items():
            p[name] -= RATE * grad
    return 2.0 * np.mean([loss(p, rng.standard_normal(LENGTH)) for _ in range(20)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    print(check() if args.check else train(args.seed))

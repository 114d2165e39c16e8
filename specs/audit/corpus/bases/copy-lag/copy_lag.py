"""Copying bits over a lag: recurrent nets with and without a gate, of one layer or three.

    python3 copy_lag.py --seed 0 --layers 1 --cell gated
"""
import argparse
import functools
import json

import jax
import jax.numpy as jnp

WIDTH = 32      # units of each layer
LAG = 20        # blanks between a bit and its copy
STEPS = 2000    # updates
BATCH = 64
LR = 0.01
CLIP = 1.0      # largest norm of a gradient
TEST_BITS = 2000


def init(key, layers):
    """Orthogonal recurrent weights; the others normal with variance 1/fan-in."""
    params = []
    for layer in range(layers):
        key, a, b, c = jax.random.split(key, 4)
        fan_in = 1 if layer == 0 else WIDTH
        params.append(
            {
                "w_in": jax.random.normal(a, (fan_in, WIDTH)) / jnp.sqrt(fan_in),
                "w_self": jax.random.orthogonal(b, WIDTH),
                "gate": jax.random.normal(c, (fan_in + WIDTH, WIDTH)) / jnp.sqrt(fan_in + WIDTH),
                "gate_bias": -jnp.ones(WIDTH),
            }
        )
    key, d = jax.random.split(key)
    return params, jax.random.normal(d, (WIDTH, 1)) / jnp.sqrt(WIDTH)


def step(params, gated, states, x):
    outputs = []
    for layer, state in zip(params, states):
        proposal = jnp.tanh(x @ layer["w_in"] + state @ layer["w_self"])
        if gated:
            joined = jnp.concatenate([x, state], axis=-1)
            g = jax.nn.sigmoid(joined @ layer["gate"] + layer["gate_bias"])
            state = g * proposal + (1 - g) * state
        else:
            state = proposal
        outputs.append(state)
        x = state
    return outputs, x


def logits(params, gated, bits):
    layers, readout = params
    states = [jnp.zeros((bits.shape[0], WIDTH)) for _ in layers]
    inputs = jnp.concatenate([2.0 * bits[:, None] - 1.0, jnp.zeros((bits.shape[0], LAG))], axis=1)
    for t in range(LAG + 1):
        states, out = step(layers, gated, states, inputs[:, t : t + 1])
    return (out @ readout)[:, 0]


@functools.partial(jax.jit, static_argnums=1)
def update(params, gated, moments, bits, t):
    """One step of Adam on the clipped gradient."""

    def loss(p):
        return jnp.mean(jnp.logaddexp(0.0, -(2.0 * bits - 1.0) * logits(p, gated, bits)))

    grads = jax.grad(loss)(params)
    norm = jnp.sqrt(sum(jnp.sum(g * g) for g in jax.tree.leaves(grads)))
    grads = jax.tree.map(lambda g: g * jnp.minimum(1.0, CLIP / norm), grads)
    m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, moments[0], grads)
    v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, moments[1], grads)
    params = jax.tree.map(
        lambda p, m, v: p - LR * (m / (1 - 0.9**t)) / (jnp.sqrt(v / (1 - 0.999**t)) + 1e-8),
        params, m, v,
    )
    return params, (m, v)


def run(seed, layers, gated):
    key, k = jax.random.split(jax.random.key(seed))
    params = init(k, layers)
    moments = tuple(jax.tree.map(jnp.zeros_like, params) for _ in range(2))
    for t in range(1, STEPS + 1):
        key, k = jax.random.split(key)
        bits = jax.random.bernoulli(k, 0.5, (BATCH,)).astype(float)
        params, moments = update(params, gated, moments, bits, t)
    _, k = jax.random.split(key)
    bits = jax.random.bernoulli(k, 0.5, (TEST_BITS,)).astype(float)
    return float(jnp.mean((logits(params, gated, bits) > 0) == (bits > 0.5)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--cell", choices=("gated", "plain"), default="gated")
    args = parser.parse_args()
    print(json.dumps({"bit_acc": run(args.seed, args.layers, args.cell == "gated")}))


if __name__ == "__main__":
    main()

"""The timed work: each function prepares a piece of work and returns it as a call without arguments."""

import numpy as np

from deformation import Deformation
from layers import buffer
from mnist import Images, signed_pixels, unit_pixels
from network import SoftmaxCrossEntropy
from recipes import optimiser_of, training_step

BATCHES_IN_TURN = 8


def uniform(rng, *shape):
    return rng.uniform(-1, 1, shape).astype(np.float32)


def matmul(rng, m, k, n, form):
    a, b, c = uniform(rng, *((k, m) if form == "TN" else (m, k))), uniform(rng, k, n), buffer(m, n)
    if form == "TN":
        a = a.T
    return lambda: np.matmul(a, b, out=c)


def elementwise(rng, kernel, length):
    x, y = uniform(rng, length), buffer(length)

    def sigmoid():
        np.multiply(x, 0.5, out=y)
        np.tanh(y, out=y)
        np.multiply(y, 0.5, out=y)
        np.add(y, 0.5, out=y)

    return {
        "exp": lambda: np.exp(x, out=y),
        "tanh": lambda: np.tanh(x, out=y),
        "sigmoid": sigmoid,
        "relu": lambda: np.maximum(x, 0, out=y),
        "squaredNorm": lambda: np.dot(x, x),
    }[kernel]


def optimiser(rng, config, length):
    # An update overwrites the gradient. Zeros stay zeros, and arithmetic on zeros takes as long as on other numbers.
    w, g = uniform(rng, length), np.zeros(length, np.float32)
    update = optimiser_of(config, length)
    return lambda: update(w, g, 1e-3)


def softmax_cross_entropy(rng, rows, classes):
    logits, z, labels = uniform(rng, rows, classes), buffer(rows, classes), rng.integers(classes, size=rows)
    loss = SoftmaxCrossEntropy()

    def run():
        np.copyto(z, logits)
        loss(z, labels)

    return run


def one_training_step(rng, slug, config, head):
    rows = config["batchSize"]
    step = training_step(slug, config, rng, slice(*head) if head else slice(None))
    # Four of five pixels of a digit are background.
    images = [np.maximum(uniform(rng, rows, 784) - np.float32(0.6), 0) * np.float32(2.5)
              for _ in range(BATCHES_IN_TURN)]
    labels = [rng.integers(*(head or (0, 10)), size=rows) for _ in images]
    turn = 0

    def run():
        nonlocal turn
        step(images[turn], labels[turn], config["learningRate"])
        turn = (turn + 1) % BATCHES_IN_TURN

    return run


def deformation(rng, config, rows, side):
    images, out = rng.random((rows, side * side), dtype=np.float32), buffer(rows, side * side)
    bend = Deformation(config, rows, side, rng)
    return lambda: bend(images, out)


def loading(rng, rows, signed):
    pixels = rng.integers(256, size=(4 * rows, 784)).astype(np.uint8)
    images = Images(pixels, rng.integers(10, size=len(pixels)), signed_pixels if signed else unit_pixels)
    order, x = rng.permutation(len(pixels))[:rows], buffer(rows, 784)
    return lambda: images.load(order, x)


def shuffling(rng, length):
    order = np.arange(length)
    return lambda: rng.shuffle(order)


kinds = {
    "matmul": matmul,
    "elementwise": elementwise,
    "optimiser": optimiser,
    "softmax cross-entropy": softmax_cross_entropy,
    "training step": one_training_step,
    "deformation": deformation,
    "loading": loading,
    "shuffling": shuffling,
}

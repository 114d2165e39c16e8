"""Layers in float32, forward right above backward. Every result is written into a buffer that already exists."""

import numpy as np


def glorot_uniform(rng, shape):
    limit = np.sqrt(6 / (shape[-2] + shape[-1]))
    return rng.uniform(-limit, limit, shape)


def fan_in_uniform(rng, shape):
    limit = 1 / np.sqrt(shape[-2])
    return rng.uniform(-limit, limit, shape)


def he_normal(rng, shape):
    return rng.normal(0, np.sqrt(2 / shape[-2]), shape)


def constant(value):
    return lambda rng, shape: np.full(shape, value)


def buffer(*shape):
    return np.empty(shape, np.float32)


class Dense:
    """y = x W + b."""

    def __init__(self, inputs, outputs, initialise):
        self.outputs = outputs
        self.weights = [((inputs, outputs), initialise)]
        self.biases = [((outputs,), constant(0))]

    def buffers(self, rows, inputs, first):
        return {
            "y": buffer(rows, self.outputs),
            "dx": None if first else buffer(rows, inputs),
            "ones": np.ones(rows, np.float32),
        }

    def forward(self, x):
        (w,), (b,) = self.w, self.b
        self.x = x
        np.matmul(x, w, out=self.y)
        return np.add(self.y, b, out=self.y)

    def backward(self, dy):
        (w,), (dw,), (db,) = self.w, self.dw, self.db
        np.matmul(self.x.T, dy, out=dw)
        np.matmul(self.ones, dy, out=db)
        return None if self.dx is None else np.matmul(dy, w.T, out=self.dx)


class Activation:
    """Works in place: the layer below needs neither its output nor the gradient that comes in."""

    weights = biases = ()
    outputs = None  # the same number as inputs

    def buffers(self, rows, width, first):
        return {"mask": np.empty((rows, width), bool), "spare": buffer(rows, width)}


class Tanh(Activation):
    def forward(self, x):
        self.y = np.tanh(x, out=x)
        return self.y

    def backward(self, dy):
        slope = np.multiply(self.y, self.y, out=self.spare)
        np.subtract(1, slope, out=slope)
        return np.multiply(dy, slope, out=dy)


class Relu(Activation):
    def forward(self, x):
        self.y = np.maximum(x, 0, out=x)
        return self.y

    def backward(self, dy):
        np.greater(self.y, 0, out=self.mask)
        return np.multiply(dy, self.mask, out=dy)


class Lwta(Activation):
    """The larger one of each two neighbours passes, the first if they are equal."""

    def forward(self, x):
        first, second = self.mask[:, 0::2], self.mask[:, 1::2]
        np.greater_equal(x[:, 0::2], x[:, 1::2], out=first)
        np.logical_not(first, out=second)
        return np.multiply(x, self.mask, out=x)

    def backward(self, dy):
        return np.multiply(dy, self.mask, out=dy)


class Highway:
    """
    y = H T + x (1 - T) = x + T (H - x). H and T are stacked, so that one call serves both, and
    sigmoid(z) = (1 + tanh(z / 2)) / 2, so that one tanh does.
    """

    def __init__(self, width, initialise, gate_bias):
        self.outputs = width
        self.weights = [((2, width, width), initialise)]
        biases = np.array([[[0.0]], [[gate_bias]]])
        self.biases = [((2, 1, width), lambda rng, shape: np.broadcast_to(biases, shape))]

    def buffers(self, rows, width, first):
        pairs = {name: buffer(2, rows, width) for name in ("ht", "dht", "paths")}
        singles = {name: buffer(rows, width) for name in ("difference", "spare", "y")}
        return {**pairs, **singles, "ones": np.ones((1, rows), np.float32)}

    def forward(self, x):
        (w,), (b,) = self.w, self.b
        ht, (h, t) = self.ht, self.ht
        self.x = x
        np.matmul(x, w, out=ht)
        np.add(ht, b, out=ht)
        np.multiply(t, 0.5, out=t)
        np.tanh(ht, out=ht)
        np.multiply(t, 0.5, out=t)
        np.add(t, 0.5, out=t)
        np.subtract(h, x, out=self.difference)
        np.multiply(self.difference, t, out=self.y)
        return np.add(self.y, x, out=self.y)

    def backward(self, dy):
        (w,), (dw,), (db,) = self.w, self.dw, self.db
        (h, t), (dh, dt), spare = self.ht, self.dht, self.spare
        np.multiply(dy, t, out=dh)
        np.multiply(dy, self.difference, out=dt)
        carry = np.subtract(dy, dh, out=dy)
        np.multiply(h, h, out=spare)
        np.subtract(1, spare, out=spare)
        np.multiply(dh, spare, out=dh)
        np.subtract(1, t, out=spare)
        np.multiply(spare, t, out=spare)
        np.multiply(dt, spare, out=dt)
        np.matmul(self.x.T, self.dht, out=dw)
        np.matmul(self.ones, self.dht, out=db)
        from_h, from_t = np.matmul(self.dht, w.transpose(0, 2, 1), out=self.paths)
        np.add(carry, from_h, out=carry)
        return np.add(carry, from_t, out=carry)

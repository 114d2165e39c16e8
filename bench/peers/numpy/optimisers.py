"""Updates of all parameters at once, in place and in few passes. The gradient is overwritten."""

import numpy as np


class HeavyBall:
    """v <- mu v + g, w <- w - lr v."""

    def __init__(self, length, momentum):
        self.v, self.momentum = np.zeros(length, np.float32), momentum

    def __call__(self, w, g, learning_rate):
        v = self.v
        np.multiply(v, self.momentum, out=v)
        np.add(v, g, out=v)
        np.multiply(v, learning_rate, out=g)
        np.subtract(w, g, out=w)


class Nesterov:
    """v <- mu v + g, w <- w - lr (g + mu v). mu v is stored, because both lines use it; this saves a pass."""

    def __init__(self, length, momentum):
        self.mu_v, self.momentum = np.zeros(length, np.float32), momentum

    def __call__(self, w, g, learning_rate):
        mu_v = self.mu_v
        np.add(mu_v, g, out=mu_v)
        np.multiply(mu_v, self.momentum, out=mu_v)
        np.add(g, mu_v, out=g)
        np.multiply(g, learning_rate, out=g)
        np.subtract(w, g, out=w)


class NesterovRateInVelocity(Nesterov):
    """v <- mu v - lr g, w <- w + mu v - lr g."""

    def __call__(self, w, g, learning_rate):
        mu_v = self.mu_v
        np.multiply(g, learning_rate, out=g)
        np.subtract(mu_v, g, out=mu_v)
        np.multiply(mu_v, self.momentum, out=mu_v)
        np.add(w, mu_v, out=w)
        np.subtract(w, g, out=w)


class Adam:
    """Kingma and Ba 2015, with the corrections moved into the rate, as they propose in section 2."""

    def __init__(self, length, beta1, beta2, epsilon):
        self.m, self.v, self.spare = (np.zeros(length, np.float32) for _ in range(3))
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon
        self.power1 = self.power2 = 1.0

    def __call__(self, w, g, learning_rate):
        m, v, spare = self.m, self.v, self.spare
        self.power1 *= self.beta1
        self.power2 *= self.beta2
        root = (1 - self.power2) ** 0.5
        np.multiply(m, self.beta1, out=m)
        np.multiply(g, 1 - self.beta1, out=spare)
        np.add(m, spare, out=m)
        np.multiply(g, g, out=g)
        np.multiply(g, 1 - self.beta2, out=g)
        np.multiply(v, self.beta2, out=v)
        np.add(v, g, out=v)
        np.sqrt(v, out=g)
        np.add(g, self.epsilon * root, out=g)
        np.divide(m, g, out=g)
        np.multiply(g, learning_rate * root / (1 - self.power1), out=g)
        np.subtract(w, g, out=w)

"""A net whose parameters are in one array, weights before biases, and one update of it."""

import numpy as np

from layers import buffer


class Network:
    def __init__(self, layers, inputs, rng):
        self.layers, self.inputs = layers, inputs
        specs = [(kind, i, spec) for kind in "wb" for i, layer in enumerate(layers)
                 for spec in (layer.weights if kind == "w" else layer.biases)]
        sizes = [int(np.prod(shape)) for _, _, (shape, _) in specs]
        self.values, self.gradients = (np.zeros(sum(sizes), np.float32) for _ in range(2))
        self.weights = sum(size for size, (kind, _, _) in zip(sizes, specs) if kind == "w")
        for layer in layers:
            layer.w, layer.b, layer.dw, layer.db = [], [], [], []
        start = 0
        for size, (kind, i, (shape, initialise)) in zip(sizes, specs):
            place = slice(start, start + size)
            value, gradient = (flat[place].reshape(shape) for flat in (self.values, self.gradients))
            value[...] = initialise(rng, shape)
            getattr(layers[i], kind).append(value)
            getattr(layers[i], "d" + kind).append(gradient)
            start += size
        self.rows, self.buffers = 0, {}

    def use(self, rows):
        """Buffers for batches of this many rows. Those of other sizes are kept, because they are needed again."""
        if rows == self.rows:
            return
        if rows not in self.buffers:
            widths = [self.inputs]
            for layer in self.layers:
                widths.append(layer.outputs or widths[-1])
            self.buffers[rows] = [layer.buffers(rows, width, i == 0)
                                  for i, (layer, width) in enumerate(zip(self.layers, widths))]
        self.rows = rows
        for layer, buffers in zip(self.layers, self.buffers[rows]):
            vars(layer).update(buffers)

    def forward(self, x):
        self.use(len(x))
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dy):
        for layer in reversed(self.layers):
            dy = layer.backward(dy)


class SoftmaxCrossEntropy:
    """Over the classes of the head, a slice. The other classes have a gradient of zero."""

    def __init__(self, head=slice(None)):
        self.head = head

    def __call__(self, logits, labels):
        """The mean loss. The gradient overwrites the logits."""
        rows = len(logits)
        p = logits[:, self.head]
        at = np.arange(rows), labels - (self.head.start or 0)
        np.subtract(p, p.max(axis=1, keepdims=True), out=p)
        of_labels = p[at]
        np.exp(p, out=p)
        sums = p.sum(axis=1, keepdims=True)
        loss = float((np.log(sums[:, 0]) - of_labels).mean())
        np.multiply(p, 1 / (sums * np.float32(rows)), out=p)
        p[at] -= np.float32(1 / rows)
        if p.shape != logits.shape:
            logits[:, : self.head.start or 0] = 0
            logits[:, self.head.stop :] = 0
        return loss


class TrainingStep:
    """Gradient of the mean loss, clip, coupled weight decay, optimiser."""

    def __init__(self, network, loss, optimiser, weight_decay=0, decay_biases=False, clip_norm=None):
        self.network, self.loss, self.optimiser = network, loss, optimiser
        self.weight_decay, self.clip_norm = weight_decay, clip_norm
        self.decayed = slice(0, None if decay_biases else network.weights)
        self.spare = buffer(len(network.values))

    def __call__(self, x, labels, learning_rate):
        network = self.network
        w, g = network.values, network.gradients
        logits = network.forward(x)
        loss = self.loss(logits, labels)
        if not np.isfinite(loss):
            raise FloatingPointError(f"the loss is {loss}")
        network.backward(logits)
        if self.clip_norm is not None:
            norm = float(np.sqrt(np.dot(g, g)))
            if norm >= self.clip_norm:
                np.multiply(g, self.clip_norm / (norm + 1e-12), out=g)
        if self.weight_decay != 0:
            of_decayed = np.multiply(w[self.decayed], self.weight_decay, out=self.spare[self.decayed])
            np.add(g[self.decayed], of_decayed, out=g[self.decayed])
        self.optimiser(w, g, learning_rate)
        return loss

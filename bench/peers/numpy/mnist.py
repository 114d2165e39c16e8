"""The idx files of MNIST, plain or gzipped, and batches of them."""

import gzip
import os

import numpy as np


def read_idx(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        path += ".gz"
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        content = file.read()
    dimensions = content[3]
    shape = np.frombuffer(content, ">u4", dimensions, 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * dimensions).reshape(shape)


class Images:
    """Images with their labels; the grey levels stay bytes until a batch is loaded."""

    def __init__(self, images, labels, scale):
        self.images, self.labels = images.reshape(len(images), -1), labels.astype(np.intp)
        self.scale, self.rows = scale, 0

    def load(self, order, out):
        """The images at `order` as rows in [0, 1], or in [-1, 1], in `out`; gives their labels."""
        if self.rows < len(order):
            self.rows = len(order)
            self.levels = np.empty((self.rows, self.images.shape[1]), np.uint8)
        levels = self.levels[: len(order)]
        # mode="clip" spares numpy a copy that "raise" makes before it writes to `out`.
        np.take(self.images, order, axis=0, out=levels, mode="clip")
        np.copyto(out, levels)
        factor, term = self.scale
        np.multiply(out, np.float32(factor / 255), out=out)
        if term:
            np.add(out, np.float32(term), out=out)
        return self.labels[order]


unit_pixels = (1, 0)
signed_pixels = (2, -1)


def open_mnist(folder, scale):
    """Training and test images."""
    return tuple(Images(read_idx(folder, f"{part}-images-idx3-ubyte"),
                        read_idx(folder, f"{part}-labels-idx1-ubyte"), scale)
                 for part in ("train", "t10k"))

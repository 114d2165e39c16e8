"""Affine and elastic deformation of a batch of digits, drawn anew each time (Simard et al. 2003)."""

import numpy as np

from layers import buffer


class Deformation:
    def __init__(self, config, rows, side, rng):
        self.config, self.side, self.rng = config, side, rng
        self.smoothing = smoothing_matrix(config["elasticSigma"], side)
        self.u = np.arange(side, dtype=np.float32) - np.float32((side - 1) / 2)
        self.noise, self.half_way, self.field = (buffer(rows, 2, side, side) for _ in range(3))
        self.along_x, self.along_y, self.above, self.below = (buffer(rows, side, side) for _ in range(4))
        self.right, self.spare = (buffer(rows, side, side) for _ in range(2))
        self.at = np.empty((rows, side, side), np.intp)
        # A frame of zeros, so that each point between -1 and side has four neighbours.
        self.padded = np.zeros((rows, side + 2, side + 2), np.float32)
        self.first = (np.arange(rows) * (side + 2) ** 2).reshape(rows, 1, 1)

    def __call__(self, images, out):
        """`images` and `out` are rows x side^2."""
        rows, side, row = len(images), self.side, self.side + 2
        x, y = self.source(rows)
        np.clip(x, -1, np.nextafter(np.float32(side), np.float32(0)), out=x)
        np.clip(y, -1, np.nextafter(np.float32(side), np.float32(0)), out=y)
        left, top = np.floor(x, out=self.right[:rows]), np.floor(y, out=self.spare[:rows])
        np.subtract(x, left, out=x)
        np.subtract(y, top, out=y)
        np.multiply(top, row, out=top)
        np.add(top, left, out=top)
        at = self.at[:rows]
        np.add(top, row + 1, out=at, casting="unsafe")
        np.add(at, self.first[:rows], out=at)

        self.padded[:rows, 1:-1, 1:-1] = images.reshape(rows, side, side)
        pixels = self.padded.reshape(-1)
        above = self.between(pixels, at, x, self.above[:rows])
        np.add(at, row, out=at)
        below = self.between(pixels, at, x, self.below[:rows])
        np.subtract(below, above, out=below)
        np.multiply(below, y, out=below)
        np.add(above, below, out=out.reshape(rows, side, side))

    def between(self, pixels, at, fraction, out):
        """Interpolates from the pixel at each place towards its right neighbour."""
        right = self.right[: len(at)]
        np.take(pixels, at, out=out, mode="clip")
        np.take(pixels[1:], at, out=right, mode="clip")
        np.subtract(right, out, out=right)
        np.multiply(right, fraction, out=right)
        return np.add(out, right, out=out)

    def source(self, rows):
        """The source point of each pixel: affine map about the centre, plus the displacement."""
        config, side, rng = self.config, self.side, self.rng
        limit = np.deg2rad(config["rotationDegrees"])
        shift = config["translationPixels"]
        angle, scale, shift_x, shift_y = (
            rng.uniform(low, high, (rows, 1, 1)).astype(np.float32)
            for low, high in ((-limit, limit), (config["scaleLow"], config["scaleHigh"]),
                              (-shift, shift), (-shift, shift)))
        c, s = np.cos(angle) / scale, np.sin(angle) / scale
        centre = np.float32((side - 1) / 2)
        displacement = self.displacement(rows)
        u, v = self.u.reshape(1, 1, side), self.u.reshape(1, side, 1)
        x, y = self.along_x[:rows], self.along_y[:rows]
        np.subtract(c * u, s * v - (shift_x + centre), out=x)
        np.add(x, displacement[:, 0], out=x)
        np.add(s * u, c * v + (shift_y + centre), out=y)
        np.add(y, displacement[:, 1], out=y)
        return x, y

    def displacement(self, rows):
        """Smoothing as two products with one small matrix, which BLAS does faster than any filter."""
        side, noise = self.side, self.noise[:rows]
        self.rng.random(out=noise, dtype=np.float32)
        np.multiply(noise, 2, out=noise)
        np.subtract(noise, 1, out=noise)
        half_way, field = self.half_way[:rows], self.field[:rows]
        np.matmul(noise.reshape(-1, side), self.smoothing.T, out=half_way.reshape(-1, side))
        np.matmul(self.smoothing, half_way, out=field)
        return np.multiply(field, self.config["elasticAlpha"], out=field)


def smoothing_matrix(sigma, side):
    """Row i gives the smoothed pixel i: a Gaussian cut at 3 sigma, the edge pixels repeated."""
    radius = 3 * sigma
    taps = np.exp(-0.5 * (np.arange(-radius, radius + 1) / max(sigma, 1e-9)) ** 2)
    matrix = np.zeros((side, side))
    for i in range(side):
        for offset, tap in zip(range(-radius, radius + 1), taps / taps.sum()):
            matrix[i, min(max(i + offset, 0), side - 1)] += tap
    return matrix.astype(np.float32)

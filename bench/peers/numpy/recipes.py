"""The papers' nets and updates from their declared configs."""

import optimisers
from layers import Dense, Highway, Lwta, Relu, Tanh, fan_in_uniform, glorot_uniform, he_normal
from mnist import signed_pixels, unit_pixels
from network import Network, SoftmaxCrossEntropy, TrainingStep

CLASSES = 10

momentum_rules = {
    "nesterov": optimisers.Nesterov,
    "nesterov-rate-in-velocity": optimisers.NesterovRateInVelocity,
    "heavy-ball": optimisers.HeavyBall,
}


def perceptron(config, inputs, initialise, initialise_last, activation):
    widths = [inputs, *map(int, config["hiddenWidths"].split("-"))]
    hidden = [layer for fan_in, width in zip(widths, widths[1:])
              for layer in (Dense(fan_in, width, initialise), activation())]
    return [*hidden, Dense(widths[-1], CLASSES, initialise_last)]


def deep_net(config, inputs):
    width, depth = config["width"], config["depth"]

    def block():
        if config["block"] == "highway":
            return [Highway(width, fan_in_uniform, config["gateBias"])]
        return [Dense(width, width, fan_in_uniform), Tanh()]

    blocks = [layer for _ in range(depth) for layer in block()]
    return [Dense(inputs, width, fan_in_uniform), Tanh(), *blocks,
            Dense(width, CLASSES, fan_in_uniform)]


def layers_of(slug, config, inputs):
    if slug == "mnist-deep-mlp":
        return perceptron(config, inputs, glorot_uniform, glorot_uniform, Tanh)
    if slug == "mcdnn-image-bench":
        return perceptron(config, inputs, he_normal, glorot_uniform, Relu)
    if slug == "compete-to-compute":
        if config["blockSize"] != 2:
            raise ValueError("only blocks of two are written here")
        activation = Lwta if config["activation"] == "lwta" else Relu
        return perceptron(config, inputs, he_normal, he_normal, activation)
    if slug == "highway-networks":
        return deep_net(config, inputs)
    raise ValueError(f"no numpy recipe for {slug}")


def optimiser_of(config, length):
    if "beta1" in config:
        return optimisers.Adam(length, config["beta1"], config["beta2"], config["epsilon"])
    return momentum_rules[config["optimiser"]](length, config["momentum"])


def pixels_of(slug):
    return signed_pixels if slug == "highway-networks" else unit_pixels


def training_step(slug, config, rng, head=slice(None), inputs=28 * 28):
    network = Network(layers_of(slug, config, inputs), inputs, rng)
    return TrainingStep(
        network,
        SoftmaxCrossEntropy(head),
        optimiser_of(config, len(network.values)),
        weight_decay=config.get("weightDecay", 0),
        decay_biases=config.get("decayBiases", False),
        clip_norm=config.get("clipNorm"),
    )

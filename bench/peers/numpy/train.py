"""
Whole recipes, end to end: python3 train.py SLUG FOLDER SEED CONFIG…, where each CONFIG is the JSON of
one arm's declared config and FOLDER holds MNIST. Prints the metrics of each arm, one JSON line per arm.
"""

import json
import sys

import numpy as np

from deformation import Deformation
from layers import buffer
from mnist import open_mnist
from recipes import pixels_of, training_step

SIDE = 28
READ_AT_ONCE = 256
TASKS = [slice(0, 5), slice(5, 10)]


class Batches:
    """Shuffled batches of some images, deformed anew when there is a deformation."""

    def __init__(self, images, batch, rng, deformation=None):
        self.images, self.batch, self.rng, self.deformation = images, batch, rng, deformation
        self.x, self.bent = (buffer(batch, SIDE * SIDE) for _ in range(2))

    def __call__(self, order, keep_partial):
        self.rng.shuffle(order)
        for start in range(0, len(order), self.batch):
            at = order[start : start + self.batch]
            if len(at) < self.batch and not keep_partial:
                return
            x = self.x[: len(at)]
            labels = self.images.load(at, x)
            if self.deformation is None:
                yield x, labels
            else:
                bent = self.bent[: len(at)]
                self.deformation(x, bent)
                yield bent, labels


def train_epoch(step, batches, order, learning_rate, keep_partial):
    total = seen = 0
    for x, labels in batches(order, keep_partial):
        total += len(x) * step(x, labels, learning_rate)
        seen += len(x)
    return total / seen


class Reader:
    def __init__(self, images):
        self.images, self.x = images, buffer(READ_AT_ONCE, SIDE * SIDE)

    def __call__(self, network, order, head=slice(None)):
        """The fraction of these images that are classified correctly, among the classes of the head."""
        right = 0
        for start in range(0, len(order), READ_AT_ONCE):
            at = order[start : start + READ_AT_ONCE]
            x = self.x[: len(at)]
            labels = self.images.load(at, x)
            logits = network.forward(x)[:, head]
            right += np.count_nonzero(logits.argmax(axis=1) + (head.start or 0) == labels)
        return right / len(order)


def learning_rates(slug, config):
    rate = config["learningRate"]
    for epoch in range(1, config["epochs"] + 1):
        if slug == "mcdnn-image-bench" and epoch >= config["dropEpoch"]:
            rate = config["laterLearningRate"]
        if slug == "mnist-deep-mlp" and epoch > 1:
            rate *= config["learningRateDecay"]
        yield rate


def some(images, count, rng):
    return rng.permutation(len(images.labels))[:count]


def classify(slug, config, train, test, rng):
    step = training_step(slug, config, rng)
    deformation = (Deformation(config, config["batchSize"], SIDE, rng)
                   if config.get("deformation") else None)
    batches = Batches(train, config["batchSize"], rng, deformation)
    order, tested = some(train, config["trainImages"], rng), some(test, config["testImages"], rng)
    read = Reader(test)
    for rate in learning_rates(slug, config):
        loss = train_epoch(step, batches, order, rate, keep_partial=slug != "highway-networks")
        accuracy = read(step.network, tested)
    return {"testAccuracy": accuracy, "testError": 1 - accuracy, "trainLoss": loss}


def compete(slug, config, train, test, rng):
    step = training_step(slug, config, rng)
    batches, read = Batches(train, config["batchSize"], rng), Reader(test)
    trained = [balanced(train, head, config["imagesPerClass"], rng) for head in TASKS]
    tested = [of_classes(test, head, rng)[: config["testImagesPerTask"]] for head in TASKS]
    after = []
    for head, order in zip(TASKS, trained):
        step.loss.head = head
        for _ in range(config["epochsPerTask"]):
            loss = train_epoch(step, batches, order, config["learningRate"], keep_partial=True)
            accuracies = [read(step.network, images, task) for images, task in zip(tested, TASKS)]
        after.append(accuracies)
    return {"task1Before": after[0][0], "task1After": after[1][0], "task2Accuracy": after[1][1],
            "trainLoss": loss}


def of_classes(images, head, rng):
    order = rng.permutation(len(images.labels))
    labels = images.labels[order]
    return order[(labels >= head.start) & (labels < head.stop)]


def balanced(images, head, each, rng):
    order = of_classes(images, head, rng)
    labels = images.labels[order]
    return np.concatenate([order[labels == digit][:each] for digit in range(head.start, head.stop)])


def main(slug, folder, seed, *configs):
    train, test = open_mnist(folder, pixels_of(slug))
    for config in map(json.loads, configs):
        recipe = compete if slug == "compete-to-compute" else classify
        print(json.dumps(recipe(slug, config, train, test, np.random.default_rng(int(seed)))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

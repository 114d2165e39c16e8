"""
Some updates by the numpy of bench/peers: python3 numpy-steps.py FOLDER, which holds settings.json
{slug, config, head, rows, steps}, parameters (float32, weights before biases), x (float32) and labels
(int32) of all steps. Writes the parameters afterwards into FOLDER/after and prints the losses.
"""

import json
import os
import sys

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "bench", "peers", "numpy"))

from recipes import training_step  # noqa: E402

folder = sys.argv[1]
with open(os.path.join(folder, "settings.json")) as file:
    settings = json.load(file)


def read(name, dtype):
    return np.fromfile(os.path.join(folder, name), dtype)


config, head, rows = settings["config"], settings["head"], settings["rows"]
step = training_step(settings["slug"], config, np.random.default_rng(0),
                     slice(*head) if head else slice(None))
step.network.values[...] = read("parameters", np.float32)
x, labels = read("x", np.float32).reshape(-1, rows, 28 * 28), read("labels", np.int32).reshape(-1, rows)
print(json.dumps([step(*batch, config["learningRate"]) for batch in zip(x, labels)]))
step.network.values.tofile(os.path.join(folder, "after"))

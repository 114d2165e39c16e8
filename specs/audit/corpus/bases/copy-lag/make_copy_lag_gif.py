"""Draws copy_lag.gif and viz/accuracy.png from results.json; it does not train."""
import json

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

with open("results.json") as file:
    record = json.load(file)
figure, axes = plt.subplots()


def draw(count):
    for run in record["runs"]:
        for cell in ("gated", "plain"):
            axes.plot(run["layers"], run[cell]["bit_acc"][min(count, 4)], "o", label=run[cell]["label"])


FuncAnimation(figure, draw, frames=5).save("copy_lag.gif")
figure.savefig("viz/accuracy.png")

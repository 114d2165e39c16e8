"""Draws viz/accuracy.png and spirals.gif from runs.jsonl."""
import json

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

with open("runs.jsonl") as file:
    runs = [json.loads(line) for line in file]
figure, axes = plt.subplots()
axes.set_ylim(0.9, 1.0)


def draw(count):
    for run in runs[: count + 1]:
        axes.plot(run["config"]["seed"], run["test"]["acc"], "o" if run["config"]["model"] == "cosine" else "x")


draw(len(runs))
figure.savefig("viz/accuracy.png")
FuncAnimation(figure, draw, frames=len(runs)).save("spirals.gif")

"""Draws viz/curves.png and discs.gif from results.json; nothing is trained here."""

import json

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation, PillowWriter


def curves(runs):
    figure, axes = plt.subplots(figsize=(6, 4))
    for run in runs:
        axes.plot(run["curve"], color="C0" if run["arm"] == "net" else "C1")
    axes.set_xlabel("epoch")
    axes.set_ylabel("training loss")
    figure.savefig("viz/curves.png")


def bars(runs):
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.set_ylim(0.0, 1.0)

    def draw(count):
        axes.bar(range(count + 1), [run["testAccuracy"] for run in runs[: count + 1]])

    FuncAnimation(figure, draw, frames=len(runs)).save("discs.gif", writer=PillowWriter(fps=4))


if __name__ == "__main__":
    with open("results.json") as file:
        recorded = json.load(file)["runs"]
    curves(recorded)
    bars(recorded)

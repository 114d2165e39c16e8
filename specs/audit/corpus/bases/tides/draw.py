"""Draws viz/errors.png and tides.gif from errors.csv."""

import csv

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

with open("errors.csv") as file:
    rows = list(csv.DictReader(file))
figure, axes = plt.subplots()


def draw(count):
    for name in ("filter", "persistence"):
        own = [row for row in rows if row["model"] == name][: count + 1]
        axes.semilogy([int(row["seed"]) for row in own], [float(row["testError"]) for row in own], "o")


FuncAnimation(figure, draw, frames=6).save("tides.gif")
figure.savefig("viz/errors.png")
